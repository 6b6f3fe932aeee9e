"""Set the people that articles name for one post against each other.

One post is told by one office, or by the words for whoever leads, and by what it is of. Who held it
before and who will are set against their like alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from helpers.settling.sameness import is_one_name, other_name
from helpers.statements.holders import HEAD
from helpers.statements.slots import Sentences, fact, opposed, stem
from helpers.statements.titles import NEXT

# Offices whose holder leads something.
LEADING = frozenset(
    "CEO chairman president manager director principal headteacher captain coach rector dean "
    "minister commissioner editor conductor curator".split()
) | {HEAD, "chief constable", "fire chief"}
# Offices of which a body has many, each of a field.
FIELDED = frozenset("minister officer director manager editor secretary commissioner".split())
# Offices of which a place has one.
LONE = frozenset(["mayor", "prime minister", "coroner", "principal", "headteacher"])
# What there are many of in a house, known by what stands before it.
BODIES = frozenset(
    map(
        stem,
        "committee office department team group unit division club company firm branch section "
        "council board ministry party union school bank service".split(),
    )
)
SHARED, UNTOLD, SURE = 1.0, 0.4, 0.5
CONTEXT, MOST_SHARED, ENOUGH, LEAD = 0.3, 3.0, 0.9, 0.6


@dataclass(frozen=True)
class Holder:
    """Who holds a post: its office, the stems of what it is of, its time."""

    row: tuple
    source: str
    name: str
    type: str
    rank: str
    role: str
    kinds: frozenset[str]
    time: str
    words: frozenset[str]
    definite: bool


def contested_holders(
    found: Iterable[Holder], sentences: Sentences, people: Mapping[str, set[str]]
) -> Iterator[tuple]:
    """Yield the names that articles give for one post; `people` has the names of each article."""
    by_time: dict[tuple[str, str, str], list[Holder]] = defaultdict(list)
    for one in found:
        role = HEAD if one.role in LEADING else one.role
        by_time[one.time, one.rank, role].append(one)

    def likeness(one: Holder, two: Holder) -> float:
        if one.role != two.role and HEAD not in (one.role, two.role):
            return 0.0
        shared = one.kinds & two.kinds
        if one.kinds and two.kinds and not tells_one(one.kinds, two.kinds):
            return 0.0
        if not shared and (one.name in people[two.source] or two.name in people[one.source]):
            return 0.0
        around = sentences.rareness(one.words & two.words - one.kinds)
        known = one.definite and two.definite and one.role not in FIELDED
        known |= one.role in LONE
        near = bool(one.kinds & two.words or two.kinds & one.words)
        sure = one.time == NEXT or near or known
        told = SHARED if shared else UNTOLD + SURE * sure
        return told + CONTEXT * min(MOST_SHARED, around)

    for (time, *_), holders in sorted(by_time.items()):
        same = lambda a, b: a.name == b.name or is_part(a.name, b.name)
        for one, two in opposed(holders, are_apart, likeness, ENOUGH, same, lead=LEAD):
            role = one.role if one.role != HEAD else two.role
            shared = one.kinds & two.kinds
            kind = next((w for w in one.row.around.split() if stem(w) in shared), "")
            asked = " ".join(word for word in (time, one.rank, kind, role) if word)
            for side in (one, two):
                yield fact(side.row, "event", f"other:holder of {asked}", side.name)


def tells_one(one: frozenset[str], two: frozenset[str]) -> bool:
    """Tell whether what two posts are of can be one: of two committees each is known by its field."""
    shared = one & two
    return bool(shared - BODIES) or (bool(shared) and (one <= two or two <= one))


def are_apart(one: Holder, two: Holder) -> bool:
    """Tell whether two names are not of one: they share no word, or only a surname."""
    mixed = {one.type, two.type} == {"person", "organisation"}
    return not mixed and not is_part(one.name, two.name)


def is_part(one: str, two: str) -> bool:
    """Tell whether two names may be of one: one is a part of the other, or short for it."""
    return not other_name(one, two) and is_one_name(one, two)


def post_words(row: tuple, owner: str) -> frozenset[str]:
    """Return the stems of what a post is of, with those of its owner's name."""
    return frozenset(map(stem, [*row.around.split(), *owner.lower().split()]))
