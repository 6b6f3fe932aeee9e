"""Set against each other what articles tell of one change: it rose here and fell there.

Two changes are one if the same thing is measured, of the same owner, on the same day and over as
long a time. An article that tells of both ways is set against nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from helpers.statements.changes import CHANGE, CLOSE, CURRENCY, EARLY, LONG, OPENS, SHARE
from helpers.statements.slots import MOST_SIDES

ATTRIBUTE = "other:change of"
EVENT = "event"
PARTS = frozenset([EARLY, CLOSE, LONG])
SOURCE, START, END, RULE = 0, 2, 3, 13
# What moves every day: of a year it is another change.
TRADED = frozenset([SHARE, CURRENCY, "index", "gold", "oil", "gas", "bitcoin", "bond", "yield"])


@dataclass(frozen=True)
class Change:
    """What an article tells of a change, with whose it is and the words that say of which kind."""

    row: tuple
    source: str
    owner: str
    kinds: frozenset[str]
    periods: frozenset[str]

    @property
    def way(self) -> float:
        """Return 1 for up, -1 for down, 0 for little changed."""
        return (self.row.high > 0) - (self.row.low < 0)


def contested_changes(
    rows: Iterable[tuple], name_at: Callable, agree: Callable[[tuple, tuple], bool]
) -> Iterator[tuple]:
    """Yield facts for the changes that articles tell in two ways.

    `name_at` gives the name that a place stands for, `agree` tells whether two rows are of a day.
    """
    found: dict[str, list[Change]] = defaultdict(list)
    for row in rows:
        words = row.around.split()
        periods = frozenset(word[1:] for word in words if word[0] == "=")
        owner = name_at(row, row.subject)[0]
        kinds = frozenset(
            w.lstrip(OPENS) for w in words if w[0] not in (f"={OPENS}" if owner else "=")
        )
        found[row.attribute].append(Change(row, row.source, owner, kinds, periods))
    for measure, told in sorted(found.items()):
        if len({change.source for change in told}) > 1 and len(told) <= MOST_SIDES:
            yield from of_measure(measure, told, agree)


def of_measure(measure: str, told: list[Change], agree: Callable) -> Iterator[tuple]:
    """Yield the facts of one measure: of each kind and owner one question."""
    groups: list[list[Change]] = []
    for change in told:
        group = next((g for g in groups if all(is_one(change, c, told, agree) for c in g)), None)
        if group is None:
            groups.append([change])
        else:
            group.append(change)
    for group in groups:
        ways: dict[str, set[float]] = defaultdict(set)
        for change in group:
            ways[change.source].add(change.way)
        sides = [c for c in group if not {1.0, -1.0} <= ways[c.source]]
        if any(a.source != b.source and opposite(a, b) for a, b in combinations(sides, 2)):
            yield from facts_of(measure, sides)


def opposite(one: Change, two: Change) -> bool:
    """Tell whether one change is up and the other down, or about nothing.

    How far two changes of one way lie apart, the comparison of numbers tells.
    """
    apart = one.row.high < two.row.low or two.row.high < one.row.low
    flat = one.way * two.way == 0 and one.row.unit == two.row.unit
    return one.way * two.way < 0 or (apart and flat)


def is_one(one: Change, two: Change, told: list[Change], agree: Callable) -> bool:
    """Tell whether two changes are of one thing and one time."""
    if one.owner != two.owner and (one.owner and two.owner or len(owners(told)) > 1):
        return False
    loose = one.row.attribute == CURRENCY and not (one.kinds and two.kinds)
    if one.kinds != two.kinds and not loose:
        return False
    if (one.periods - PARTS) != (two.periods - PARTS):
        return False
    if EARLY in one.periods ^ two.periods and (CLOSE in one.periods ^ two.periods):
        return False
    if one.row.attribute in TRADED and LONG in one.periods ^ two.periods:
        return False
    return one.source == two.source or agree(one.row, two.row)


def owners(told: list[Change]) -> set[str]:
    """Return the names that a change is said of."""
    return {change.owner for change in told if change.owner}


def facts_of(measure: str, sides: list[Change]) -> Iterator[tuple]:
    """Yield the facts of one question."""
    owner = next((side.owner for side in sides if side.owner), EVENT)
    kinds = " ".join(sorted(next((side.kinds for side in sides if side.kinds), ())))
    asked = f"{ATTRIBUTE} {kinds} {measure}" if kinds else f"{ATTRIBUTE} {measure}"
    for side in sides:
        row = side.row
        yield (
            *(row.source, row.line, row.start, row.end, row.quote, owner, asked, row.value),
            *(row.unit, row.low, row.high, row.status, row.attribution, row.rule, "change"),
        )


def without_told_changes(facts: Iterable[tuple], disputed: list[tuple]) -> Iterator[tuple]:
    """Yield facts but for the amounts that a change among `disputed` tells with its sign."""
    told: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for fact in disputed:
        if fact[RULE] == CHANGE:
            told[fact[SOURCE]].append((fact[START], fact[END]))
    for fact in facts:
        inside = any(a <= fact[START] and fact[END] <= b for a, b in told[fact[SOURCE]])
        if not inside:
            yield fact
