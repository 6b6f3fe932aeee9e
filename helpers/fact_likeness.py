"""Say how likely two numbers of different articles are to answer the same question.

Where no rule names the question, articles choose their words freely: "closed down 8.4%", "crashed
12 per cent". Rare words that stand around both numbers, their values and what rules say of them
speak for or against; a pair also has to be ahead of the other pairs that its two numbers could
make. The weights (`lexicons/likeness_weights.csv`) are those of two logistic regressions on the
pairs of numbers of twenty labelled stories that are not part of the project, rounded: one for the
likeness of a pair, one for the decision. Set by hand are `other subject`, `other date`,
`opposite`, `unasked`, `nothing beside`, `swapped` and `other answer`, of which those stories have
too few, and 1.0 was added to `decided start`, so that more is found and a little more is wrong.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from itertools import combinations

import numpy as np

from helpers.cues import read_cues
from helpers.times import times_meet

OPPOSITES = (("=rise", "=fall"), ("=rise", "=reduce"), ("=raise", "=reduce"), ("=win", "=fall"))
MOST_SHARED, MOST_NEAR = 3.5, 3.0
# Values more powers of ten apart are not of one question, whatever else speaks for it.
FAR, FARTHEST = 1.3, 10.0
# A pair that is this far ahead of all others cannot be further ahead.
LARGEST_LEAD = 6.0
# Up to here an article tells what its story is about.
OPENING = 3  # lines
# A sum of two digits has the same digits as many others.
SLIPPED = 3
DECADE = 100_000  # of days as YYYYMMDD
# The digits of these are in another order for many reasons.
CALENDAR = frozenset(["date", "time", "age"])
# One number among so few says nothing by being alone.
SEVERAL = 4
# Of these an article has many, of different things.
UNASKED = frozenset(["count", "duration", "rank"])
# Of these, many stand in each article, so that one alone says little.
COMMON = frozenset(["percent", "date", "time", "age"])


@dataclass(frozen=True)
class Number:
    """A number of an article.

    `at` is its place among the facts. Numbers of one `kind` can be compared. `low` and `high` are
    the ends of what its words allow, NaN for a date that is no day of the calendar. `asked` is the
    question that a rule gave it, or None; `words` stand around it, and `near` are those of them
    that govern it or stand beside it; `noun` is its unit or what is counted.
    """

    at: int
    source: str
    kind: str
    value: str
    unit: str
    low: float
    high: float
    words: frozenset[str]
    subject: str = ""
    attribute: str = ""
    asked: tuple[str, str] | None = None
    hedged: bool = False
    setting: str = ""
    near: frozenset[str] = frozenset()
    noun: str = ""
    line: int = 0

    @property
    def middle(self) -> float:
        """Return the middle of the interval, 0 for a date."""
        middle = (self.low + self.high) / 2
        return 0.0 if math.isnan(middle) or self.kind in {"date", "time"} else middle

    @property
    def digits(self) -> str:
        """Return the digits of the value, of seconds as on a watch, without zeros at the end."""
        watch = self.unit == "second" and self.value.isdecimal()
        value = str(timedelta(seconds=int(self.value))) if watch else self.value
        return "".join(c for c in value.rstrip("0") if c.isdigit())

    def equals(self, other: Number) -> bool:
        """Tell whether two numbers are printed with the same value."""
        return (self.value, self.unit) == (other.value, other.unit) or (
            math.isclose(self.low, other.low) and math.isclose(self.high, other.high)
        )

    def swapped(self, other: Number) -> int:
        """Return how many digits two values have in another order, 4 of 2,412 and 2,142."""
        own, theirs = self.digits, other.digits
        year = self.unit == other.unit == "year" and abs(self.low - other.low) < DECADE
        same = own != theirs and sorted(own) == sorted(theirs)
        long = len(own) >= SLIPPED or self.kind in {"count", "percent"}
        return len(own) * (same and long and (year or self.kind not in CALENDAR))

    def meets(self, other: Number) -> bool:
        """Tell whether two numbers can both be true of one question."""
        if self.kind == other.kind == "time":
            return times_meet((self.low, self.high, self.unit), (other.low, other.high, other.unit))
        if math.isnan(self.low) or math.isnan(other.low):
            return self.unit != other.unit or self.value == other.value
        return max(self.low, other.low) <= min(self.high, other.high)


@cache
def weights() -> dict[str, float]:
    """Return the weight of each feature."""
    return {row["feature"]: float(row["weight"]) for row in read_cues("likeness_weights")}


def rarity(numbers: list[Number]) -> dict[str, float]:
    """Return for each word how rarely it stands around a number: 1 for once, near 0 for always."""
    counts = Counter(word for number in numbers for word in number.words)
    whole = math.log(1 + len(numbers))
    return {word: math.log(1 + len(numbers) / n) / whole for word, n in counts.items()}


def rareness(words: Iterable[str], rare: dict[str, float]) -> float:
    """Return the sum of the rarity of words: the same in any order, so in any run."""
    return math.fsum(rare[word] for word in words)


@dataclass(frozen=True)
class Whole:
    """What the numbers of a story tell of one another.

    `rare` has the rarity of each word, `told` the sum of it for the words of each number, `lone`
    the numbers that are the one value of their noun in their article, `only` those that are the
    one value of their kind among others, `opening` those that stand where their article opens,
    if it goes on.
    """

    rare: dict[str, float]
    told: dict[int, float]
    lone: frozenset[int]
    only: frozenset[int]
    opening: frozenset[int]


def whole_of(numbers: list[Number]) -> Whole:
    """Return what the numbers of a story tell of one another."""
    rare = rarity(numbers)
    nouns: dict[tuple, set[str]] = defaultdict(set)
    kinds: dict[tuple, set[str]] = defaultdict(set)
    lengths = Counter(number.source for number in numbers)
    lasts: dict[str, int] = {}
    for number in numbers:
        nouns[number.source, number.kind, number.noun].add(number.value)
        kinds[number.source, number.kind].add(number.value)
        lasts[number.source] = max(number.line, lasts.get(number.source, 0))
    return Whole(
        rare,
        {number.at: rareness(number.words, rare) for number in numbers},
        frozenset(
            n.at for n in numbers
            if n.noun
            and n.kind not in COMMON
            and len(nouns[n.source, n.kind, n.noun]) == 1
            and lengths[n.source] >= SEVERAL
        ),
        frozenset(
            n.at for n in numbers
            if len(kinds[n.source, n.kind]) == 1 and lengths[n.source] >= SEVERAL
        ),
        frozenset(n.at for n in numbers if n.line <= OPENING < lasts[n.source]),
    )  # fmt: skip


def likeness(one: Number, two: Number, whole: Whole) -> float:
    """Return how much speaks for one question behind two numbers, as a logarithm of odds."""
    weight, rare = weights(), whole.rare
    shared, equal = one.words & two.words, one.equals(two)
    lone = one.noun == two.noun and one.at in whole.lone and two.at in whole.lone
    alone = not shared and not equal and not lone and not one.swapped(two)
    if alone and one.attribute != two.attribute:
        return weight["start"]
    sum_shared = rareness(shared, rare)
    told = weight["start"] + weight["shared"] * min(MOST_SHARED, sum_shared)
    told += weight["cover"] * sum_shared / (1 + min(whole.told[one.at], whole.told[two.at]))
    told += weight["near"] * min(MOST_NEAR, rareness(shared & one.near & two.near, rare))
    told += weight["same"] if equal else weight["meets"] * one.meets(two)
    if one.noun == two.noun != "":
        told += weight["unit"] + weight["lone"] * lone
    told += weight["only"] * (one.at in whole.only and two.at in whole.only)
    told += weight["opening"] * (one.at in whole.opening and two.at in whole.opening)
    told += weight["asked"] * (one.asked is not None and one.asked == two.asked)
    told += weight["attribute"] * (one.attribute == two.attribute != "")
    named = one.subject != "" != two.subject
    told += weight["subject"] * (named and one.subject == two.subject)
    if not equal:
        told += weight["other subject"] * (named and one.subject != two.subject)
        told += weight["opposite"] * opposed(one, two)
        ruled = one.kind == "date" and None not in (one.asked, two.asked)
        told += weight["other date"] * (ruled and one.attribute != two.attribute)
    years = one.unit == two.unit == "year" and one.kind == "date"
    if not equal and one.asked is None is two.asked and (one.kind.split()[0] in UNASKED or years):
        beside = shared & one.near & two.near
        told += weight["unasked"] * (not (years and beside))
        told += weight["nothing beside"] * (not beside)
    told += weight["swapped"] * one.swapped(two)
    told += weight["hedged"] * (one.hedged != two.hedged)
    told += weight["setting"] * (one.setting != two.setting)
    if one.middle > 0 and two.middle > 0:
        powers = abs(math.log10(one.middle / two.middle))
        told += weight["ratio"] * (FARTHEST if powers > FAR and not equal else powers**2)
    return told


def opposed(one: Number, two: Number) -> bool:
    """Tell whether one number goes up where the other goes down."""
    return any(
        (a in one.near and b in two.near) or (b in one.near and a in two.near) for a, b in OPPOSITES
    )


def likely_pairs(numbers: list[Number]) -> Iterator[tuple[float, Number, Number]]:
    """Yield the pairs of numbers of two articles that are likely to answer one question."""
    whole = whole_of(numbers)
    groups: dict[str, dict[str, list[Number]]] = defaultdict(lambda: defaultdict(list))
    for number in numbers:
        groups[number.kind][number.source].append(number)
    for by_source in groups.values():
        for own, others in combinations(by_source.values(), 2):
            yield from of_two_articles(own, others, whole)


def of_two_articles(
    own: list[Number], others: list[Number], whole: Whole
) -> Iterator[tuple[float, Number, Number]]:
    """Yield the likely pairs between two articles, with how likely each is."""
    weight = weights()
    table = np.array([[likeness(one, two, whole) for two in others] for one in own])
    table += weight["other answer"] * passed_over(own, others)
    for i, one in enumerate(own):
        for j, two in enumerate(others):
            rivals = [k for k, other in enumerate(others) if not other.equals(two)]
            leads = [lead(table[i, j], table[i, rivals])]
            rivals = [k for k, other in enumerate(own) if not other.equals(one)]
            leads.append(lead(table[i, j], table[rivals, j]))
            decided = weight["decided start"] + weight["decided likeness"] * table[i, j]
            decided += weight["lead"] * min(leads) + weight["larger lead"] * max(leads)
            decided += weight["decided same"] * one.equals(two)
            if decided > 0:
                yield decided, one, two


def passed_over(own: list[Number], others: list[Number]) -> np.ndarray:
    """Tell of which pairs one has an answer to its very question elsewhere in the other article."""
    ours, theirs = ({n.asked for n in side if n.asked} for side in (own, others))
    return np.array(
        [
            [a.asked != b.asked and (a.asked in theirs or b.asked in ours) for b in others]
            for a in own
        ]
    )


def lead(value: float, rivals: np.ndarray) -> float:
    """Return how far a pair is ahead of its best rival; of a pair with nothing in common at least."""
    best = rivals.max(initial=weights()["start"])
    return float(np.clip(value - best, -LARGEST_LEAD, LARGEST_LEAD))
