"""Tell whether two answers are said of one thing, by names, nouns and what is asked once."""

from __future__ import annotations

from helpers.name_rules.cues import countries
from helpers.settling.contests import Named
from helpers.statements.nouns import is_people
from helpers.statements.outcomes import MANY, OF
from helpers.statements.places import sites
from helpers.statements.slots import Slot, class_of

NAMED, DESCRIBED, ALIKE, UNTOLD = 2.0, 1.5, 1.2, 0.0
# What is asked of one person of a story, or once in it, may be told of somebody without a name.
ASKED_ONCE = 0.8
# Words for whom an article is about, whatever else they are called.
ANYBODY = frozenset(
    "man woman person suspect defendant accused tycoon crook attacker killer gunman thief culprit "
    "star veteran teenager boy girl".split()
)
LEADERS = frozenset(
    "owner boss chief manager head operator proprietor landlord director executive founder".split()
)
MEASURES = frozenset(
    "plan proposal motion bill measure law scheme text legislation vote reform budget draft "
    "resolution amendment".split()
)

HOUSE, WAY = "venue", "way"
# Of these none lies in another; a beach can lie on an island, a slope in a valley.
GROUNDS = frozenset("forest field beach lake river cave".split())


def may_be_one(one: Slot, two: Slot) -> bool:
    """Tell whether two nouns may be of one person: "the owner" and "the boss", "the man"."""
    nouns = {one.noun, two.noun}
    loose = bool(nouns & ANYBODY) and all(map(is_people, nouns))
    return (loose or nouns <= LEADERS) and (MANY in one.kinds) == (MANY in two.kinds)


def asked_once(one: Slot, two: Slot, need: str) -> float:
    """Return what speaks for two answers being of one thing that the words do not tell apart."""
    unknown = any("it" in side.kinds and not side.name for side in (one, two))
    if need == "person" and (unknown or MANY in one.kinds | two.kinds):
        return UNTOLD
    if need == "person" and one.name and two.name:
        return UNTOLD
    told = {kind for kind in one.kinds & two.kinds if kind.startswith(OF)}
    return ALIKE if told else ASKED_ONCE if need in {"person", "once"} else UNTOLD


def joined(pairs: list[tuple[Slot, Slot]]) -> list[list[Slot]]:
    """Return the slots of pairs, those together that are of one question.

    Pairs that share a slot are, unless they name two things; whether a thing is done or not is
    another question than which of two things is.
    """
    found: list[tuple[bool, list[Slot]]] = []
    for pair in pairs:
        denial = pair[0].value == pair[1].value
        for kind, sides in found:
            shared = any(slot is side for slot in pair for side in sides)
            if kind == denial and shared and of_one([*pair, *sides]):
                sides += [slot for slot in pair if all(slot is not side for side in sides)]
                break
        else:
            found.append((denial, list(pair)))
    return [sides for _, sides in found]


def of_one(slots: list[Slot]) -> bool:
    """Tell whether no two slots name two things, or call it by nouns of two things."""
    names = sorted({slot.name for slot in slots if slot.called})
    nouns = {thing_of(slot.noun) for slot in slots if slot.noun}
    return len(nouns) < 2 and all(is_one_name(names[0], name) for name in names)


def is_one_name(one: str, two: str) -> bool:
    """Tell whether two names are of one: equal, a part, or short for it as "Dan" for "Daniel"."""
    own, theirs = one.lower().split(), two.lower().split()
    if set(own) <= set(theirs) or set(theirs) <= set(own):
        return True
    short, long = sorted((own[0], theirs[0]), key=len)
    return own[-1] == theirs[-1] and long.startswith(short)


def other_name(one: str, two: str) -> bool:
    """Tell whether two names share no word."""
    return not set(one.lower().split()) & set(two.lower().split())


def site_of(name: str) -> dict[str, str]:
    """Return the row of the site that a name or a noun calls, empty if it calls none."""
    words = [word for word in name.lower().split() if word in sites()]
    return sites()[words[-1]] if words else {"level": "", "kind": "", "within": ""}


def house_of(name: str) -> str:
    """Return of what kind a house is that a name or a noun calls, "" if it calls none."""
    site = site_of(name)
    return class_of(site["kind"]) if site["level"] == HOUSE else ""


def is_same(one: Named, two: Named) -> bool:
    """Tell whether two answers share a word of a name, or call houses of one kind."""
    kind = house_of(one.text)
    return not other_name(one.text, two.text) or kind == house_of(two.text) != ""


def proper_of(name: str) -> str:
    """Return a name without the words for what it is: "Miramar" of "Miramar Hotel"."""
    return " ".join(word for word in name.lower().split() if word not in sites())


def other_sites(one: Named, two: Named) -> bool | None:
    """Tell whether two sites of one level exclude each other; None if that cannot be told."""
    own, theirs = site_of(one.whole), site_of(two.whole)
    if own["level"] != theirs["level"] or not own["level"]:
        return None
    if class_of(own["kind"]) == class_of(theirs["kind"]):
        named = [proper_of(side.name) for side in (one, two)]
        return other_name(*named) if all(named) else None
    kinds = {own["kind"], theirs["kind"]}
    if kinds & set(f"{own['within']} {theirs['within']}".split()):
        return None
    return True if own["level"] != "ground" or kinds <= GROUNDS else None


def thing_of(noun: str) -> str:
    """Return what stands for all nouns that call the same thing."""
    return "measure" if noun in MEASURES else class_of(noun)


def other_places(one: frozenset[Named], two: frozenset[Named], joined: set[frozenset[str]]) -> bool:
    """Tell whether what two sentences say of a place excludes each other.

    Two houses do, wherever they are, and two rooms of a house; else two names do, none of which
    can lie in the other: `joined` has the names of which one does.
    """
    same = {side.whole for side in one} & {side.whole for side in two}
    one, two = ({side for side in sides if side.whole not in same} for sides in (one, two))
    pairs = [(a, b) for a in one for b in two]
    told = {other_sites(a, b) for a, b in pairs}
    if told & {True, False}:
        return False not in told
    named = [(a, b) for a, b in pairs if a.name and b.name]
    towns = [(a, b) for a, b in named if not site_of(a.whole)["level"] + site_of(b.whole)["level"]]
    named = towns or named
    return bool(named) and all(apart(a, b, joined) for a, b in named)


def apart(one: Named, two: Named, joined: set[frozenset[str]]) -> bool:
    """Tell whether two names are of two places of a level, neither of which lies in the other."""
    levels = [site_of(side.whole)["level"] for side in (one, two)]
    sites = {level if level in {HOUSE, WAY} else "" for level in levels}
    level = {side.name.casefold() in countries() for side in (one, two)}
    fits = len(sites) == len(level) == 1 and other_name(one.name, two.name)
    return fits and frozenset([one.name, two.name]) not in joined
