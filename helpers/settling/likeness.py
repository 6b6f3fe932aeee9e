"""Say how likely two numbers of different articles are to answer the same question.

Where no rule names the question, articles choose their words freely: "closed down 8.4%", "crashed
12 per cent". Rare words that stand around both numbers, their values and what rules say of them
speak for or against, and so does where in its article each stands: what an article gives first, or as
its largest sum, is mostly of the story itself. A pair also has to be ahead of the other pairs that
its two numbers could make. The weights (`lexicons/likeness_weights.csv`) are those of two logistic
regressions on the pairs of numbers of 135 labelled stories and short pairs of articles that are not
part of the project, by several authors, each held out once: one for the likeness of a pair, one
for the decision. Set by hand are `other subject`, `other date`, `decade`, `opposite` and `other answer`,
of which those stories have too few, and, by the conflicts found and invented in them, `decided start`
and `further article`.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain, combinations

import numpy as np

from helpers.cues import read_weights
from helpers.numbers.eras import ERAS
from helpers.numbers.streaks import DOWN, IN_A_ROW, UP
from helpers.numbers.times import times_meet

WEIGHTS = "likeness_weights"
OPPOSITES = (("=rise", "=fall"), ("=rise", "=reduce"), ("=raise", "=reduce"), ("=win", "=fall"))
MOST_SHARED, MOST_NEAR = 3.5, 3.0
# Powers of ten; values further apart are no less alike.
FAR = 1.3
# A pair that is this far ahead of all others cannot be further ahead.
LARGEST_LEAD = 6.0
SPECIFIC = 2
COARSE = frozenset(["decade", "year", "month of year", "weekday"]) | ERAS
# Of days as YYYYMMDD.
DECADE, APART = 100_000, 20_000
# The digits of these are in another order for many reasons.
CALENDAR = frozenset(["date", "time", "age"])
# One number among so few says nothing by being alone or the first.
SEVERAL = 4
# Exact values, of two digits at least, that differ by less are seldom of two questions.
CLOSE = 0.08  # powers of ten
SIZED = ("duration", "measure")
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
    setting: str = ""
    near: frozenset[str] = frozenset()
    noun: str = ""
    start: int = 0
    subject_type: str = ""

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

    def swapped(self, other: Number) -> bool:
        """Tell whether two values have the same digits in another order, as 2,412 and 2,142."""
        own, theirs = self.digits, other.digits
        year = self.unit == other.unit == "year" and abs(self.low - other.low) < DECADE
        same = own != theirs and sorted(own) == sorted(theirs)
        return same and (year or self.kind not in CALENDAR)

    @property
    def is_common(self) -> bool:
        """Tell whether many numbers have this value: one digit, a year, a month, a weekday."""
        if self.kind == "date":
            return self.unit in COARSE
        return len(self.digits) < SPECIFIC and self.kind not in {"time", "percent"}

    def meets(self, other: Number) -> bool:
        """Tell whether two numbers can both be true of one question."""
        if self.kind == other.kind == "time":
            return times_meet((self.low, self.high, self.unit), (other.low, other.high, other.unit))
        if math.isnan(self.low) or math.isnan(other.low):
            return self.unit != other.unit or self.value == other.value
        return max(self.low, other.low) <= min(self.high, other.high)


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
    the numbers that are the one value of their noun in their article, `sole` those that are it for
    the question that a rule gave them, `first` and `largest` those
    that are so of their kind in an article of several numbers; `place` is where each stands, 1 for
    the end of its article.
    """

    rare: dict[str, float]
    told: dict[int, float]
    lone: frozenset[int]
    sole: frozenset[int]
    first: frozenset[int]
    largest: frozenset[int]
    place: dict[int, float]


def whole_of(numbers: list[Number]) -> Whole:
    """Return what the numbers of a story tell of one another."""
    rare = rarity(numbers)
    nouns: dict[tuple, set[str]] = defaultdict(set)
    answers: dict[tuple, set[str]] = defaultdict(set)
    kinds: dict[tuple, list[Number]] = defaultdict(list)
    lengths = Counter(number.source for number in numbers)
    ends: dict[str, int] = {}
    for number in numbers:
        nouns[number.source, number.kind, number.noun].add(number.value)
        answers[number.source, number.asked].add(number.value)
        kinds[number.source, number.kind].append(number)
        ends[number.source] = max(number.start, ends.get(number.source, 1))
    several = [group for (source, _), group in kinds.items() if lengths[source] >= SEVERAL]
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
        frozenset(n.at for n in numbers if n.asked and len(answers[n.source, n.asked]) == 1),
        frozenset(chain.from_iterable(equal_to(min(g, key=lambda n: n.start), g) for g in several)),
        frozenset(chain.from_iterable(equal_to(max(g, key=lambda n: n.middle), g) for g in several)),
        {number.at: number.start / ends[number.source] for number in numbers},
    )  # fmt: skip


def equal_to(one: Number, numbers: list[Number]) -> Iterator[int]:
    """Yield the places of the numbers with the value of one of them."""
    return (n.at for n in numbers if n.value == one.value)


def likeness(one: Number, two: Number, whole: Whole) -> float:
    """Return how much speaks for one question behind two numbers, as a logarithm of odds."""
    weight = read_weights(WEIGHTS)
    told = weight["start"] + by_words(one, two, whole) + by_place(one, two, whole)
    told += by_precision(one, two)
    told += weight["asked"] * (one.asked == two.asked and {one.at, two.at} <= whole.sole)
    told += weight["attribute"] * (one.attribute == two.attribute != "")
    told += weight["subject"] * (one.subject == two.subject != "")
    told += weight["setting"] * (one.setting != two.setting)
    if one.equals(two):
        return told + weight["same"] + weight["common value"] * one.is_common
    told += weight["meets"] * one.meets(two) + weight["swapped"] * one.swapped(two)
    told += weight["opposite"] * opposed(one, two)
    ruled = None not in (one.asked, two.asked)
    # Whose sum it is a rule may have read wrongly, whose streak it is seldom.
    unsure = ruled and one.noun != IN_A_ROW
    told += weight["asked of another" if unsure else "other subject"] * parted(one, two)
    if ruled and one.asked != two.asked:
        told += weight["other question"]
        told += weight["other date"] * (one.kind == "date" and one.attribute != two.attribute)
    if one.middle > 0 and two.middle > 0:
        powers = abs(math.log10(one.middle / two.middle))
        told += weight["ratio"] * min(powers, FAR)
        told += weight["close"] * (powers < CLOSE and min(len(one.digits), len(two.digits)) > 1)
    return told


def parted(one: Number, two: Number) -> bool:
    """Tell whether two names are of two subjects of one type: not "Corin" and "Corin Hale"."""
    own, theirs = set(one.subject.split()), set(two.subject.split())
    alike = one.subject_type == two.subject_type
    return bool(own and theirs) and alike and not (own <= theirs or theirs <= own)


def by_words(one: Number, two: Number, whole: Whole) -> float:
    """Return how much the words around two numbers speak for one question."""
    weight, rare, shared = read_weights(WEIGHTS), whole.rare, one.words & two.words
    sum_shared = rareness(shared, rare)
    told = weight["shared"] * min(MOST_SHARED, sum_shared)
    told += weight["cover"] * sum_shared / (1 + min(whole.told[one.at], whole.told[two.at]))
    return told + weight["near"] * min(MOST_NEAR, rareness(shared & one.near & two.near, rare))


def by_place(one: Number, two: Number, whole: Whole) -> float:
    """Return how much the places of two numbers in their articles speak for one question."""
    weight = read_weights(WEIGHTS)
    told = weight["apart"] * abs(whole.place[one.at] - whole.place[two.at])
    told += weight["noun"] * (one.kind == "count" and one.noun == two.noun != "")
    told += weight["unit"] * (one.kind.startswith(SIZED) and one.unit == two.unit)
    told += weight["lone"] * (one.noun == two.noun and {one.at, two.at} <= whole.lone)
    told += weight["first"] * ({one.at, two.at} <= whole.first)
    return told + weight["largest"] * ({one.at, two.at} <= whole.largest)


def by_precision(one: Number, two: Number) -> float:
    """Return how much the units of two dates, and their distance, speak for one question."""
    if one.kind != "date":
        return 0.0
    weight, units = read_weights(WEIGHTS), {one.unit, two.unit}
    if units <= {"year", "decade"} | ERAS:
        gap = max(one.low, two.low) - min(one.high, two.high)
        apart = gap > APART and not units <= ERAS
        return weight["decade"] * (units == {"year", "decade"}) + weight["years"] * apart
    if len(units) > 1:
        return weight["other unit"]
    return weight["weekday"] * (one.unit == "weekday" and one.value != two.value)


def opposed(one: Number, two: Number) -> bool:
    """Tell whether one number goes up where the other goes down, but for one change of one name."""
    one_change = one.subject != "" and one.asked is not None and one.asked == two.asked
    in_a_row = one.noun == IN_A_ROW
    return (in_a_row or not one_change) and any(
        (a in one.near and b in two.near) or (b in one.near and a in two.near)
        for a, b in (((UP, DOWN),) if in_a_row else OPPOSITES)
    )


def likely_pairs(numbers: list[Number]) -> Iterator[tuple[float, Number, Number]]:
    """Yield the pairs of numbers of two articles that may answer one question, and how likely.

    Above 0 they are likely to; below, only if other articles are known to have answered it.
    """
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
    weight = read_weights(WEIGHTS)
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
            if decided > -weight["further article"]:
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
    best = rivals.max(initial=read_weights(WEIGHTS)["start"])
    return float(np.clip(value - best, -LARGEST_LEAD, LARGEST_LEAD))
