"""Set against each other the numbers that articles give a thing: Gate 6 here, Gate 9 there.

An article that names one alone answers which it was; one that names several does so in a sentence
that has more in common with the other article's than those of its other numbers have.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from helpers.statements.slots import MOST_SIDES, Sentences, fact, opposed, stem, stems

ENOUGH, ENOUGH_OF_SEVERAL = 0.3, 1.6
LEAD = 0.7


@dataclass(frozen=True)
class Named:
    """A thing of a number in an article, with the words around it; `alone` if it is the only one."""

    row: tuple
    source: str
    value: str
    words: frozenset[str]
    alone: bool


def contested_numbers(
    rows: Iterable[tuple], sentences: Sentences, agree: Callable[[tuple, tuple], bool]
) -> Iterator[tuple]:
    """Yield facts for the numbers of things that articles contradict each other or agree on.

    `agree` tells whether two rows are of one day.
    """
    found: dict[str, list[tuple]] = defaultdict(list)
    for row in rows:
        found[row.attribute].append(row)
    for thing, told in sorted(found.items()):
        if len({row.source for row in told}) > 1 and len(told) <= MOST_SIDES:
            yield from of_thing(thing, told, sentences, agree)


def of_thing(
    thing: str, rows: list[tuple], sentences: Sentences, agree: Callable
) -> Iterator[tuple]:
    """Yield the facts of one kind of thing."""
    values: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        values[row.source].add(row.value)
    sides = [
        Named(
            row,
            row.source,
            row.value,
            around(row, sentences) - {stem(thing)},
            len(values[row.source]) == 1,
        )
        for row in rows
    ]

    def likeness(one: Named, two: Named) -> float:
        return sentences.rareness(one.words & two.words) if agree(one.row, two.row) else 0.0

    def differ(one: Named, two: Named) -> bool:
        told = values[one.source], values[two.source]
        both = any(is_same(one.value, v) for v in told[1]) or any(
            is_same(two.value, v) for v in told[0]
        )
        return not both

    pairs = [
        (one, two)
        for one, two in opposed(sides, differ, likeness, ENOUGH, lead=LEAD)
        if one.alone and two.alone or likeness(one, two) >= ENOUGH_OF_SEVERAL
    ]
    contested = {(side.source, side.value) for pair in pairs for side in pair}
    said_again = {value for _, value in contested}
    agreed = len({value for several in values.values() for value in several}) == 1
    for side in sides:
        again = side.alone and side.value in said_again
        if agreed or again or (side.source, side.value) in contested:
            yield fact(side.row, "event", f"other:which {thing}", side.value)


def around(row: tuple, sentences: Sentences) -> frozenset[str]:
    """Return the stems of the sentence of a row and of those beside it."""
    after = stems(sentences.text_at(row.source, row.start, 1))
    own = sentences.words_at(row.source, row.start)
    return own | after | sentences.before(row.source, row.start)


def is_same(one: str, two: str) -> bool:
    """Tell whether two numbers are one, the letters before them left out: "NA417" and "417"."""
    plain = [re.sub(r"^[A-Z]+-?(?=[0-9])", "", value) for value in (one, two)]
    return plain[0] == plain[1]
