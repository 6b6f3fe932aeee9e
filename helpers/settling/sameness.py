"""Tell whether two answers are said of one thing, by names, nouns and what is asked once."""

from __future__ import annotations

from helpers.statements.nouns import is_people
from helpers.statements.outcomes import MANY, OF
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


def thing_of(noun: str) -> str:
    """Return what stands for all nouns that call the same thing."""
    return "measure" if noun in MEASURES else class_of(noun)
