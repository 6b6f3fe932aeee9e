"""Say how likely two numbers of different articles are to answer the same question.

Where no rule names the question, articles choose their words freely: "closed down 8.4%", "crashed
12 per cent". Rare words that stand around both numbers, their values and what rules say of them
speak for or against; a pair also has to be ahead of the other pairs that its two numbers could
make. The weights (`lexicons/likeness_weights.csv`) are those of a logistic regression on the pairs
of numbers of twelve labelled stories that are not part of the project, rounded.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

import numpy as np

from helpers.cues import read_cues

OPPOSITES = (("=rise", "=fall"), ("increase", "=reduce"), ("win", "lose"))
MOST_SHARED = MOST_POWERS = 3.0
# A pair that is this far ahead of all others cannot be further ahead.
LARGEST_LEAD = 6.0
# What the likeness, the smaller and the larger lead weigh in the decision, and an equal value:
# many equal values stand in two articles, so that it counts for less than its likeness says.
LIKENESS, LEAD, OTHER_LEAD, EQUAL, ENOUGH = 0.5, 0.45, 0.15, -0.65, 0.1


@dataclass(frozen=True)
class Number:
    """A number of an article.

    `at` is its place among the facts. Numbers of one `kind` can be compared. `low` and `high` are
    the ends of what its words allow, NaN for a date that is no day of the calendar. `asked` is the
    question that a rule gave it, or None; `words` stand around it.
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

    def equals(self, other: Number) -> bool:
        """Tell whether two numbers are printed with the same value."""
        return (self.value, self.unit) == (other.value, other.unit) or (
            math.isclose(self.low, other.low) and math.isclose(self.high, other.high)
        )

    def meets(self, other: Number) -> bool:
        """Tell whether two numbers can both be true of one question."""
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


def likeness(one: Number, two: Number, rare: dict[str, float]) -> float:
    """Return how much speaks for one question behind two numbers, as a logarithm of odds."""
    weight = weights()
    shared, equal = one.words & two.words, one.equals(two)
    told = weight["start"] + weight["shared"] * min(MOST_SHARED, rareness(shared, rare))
    if not shared and not equal and one.attribute != two.attribute:
        return told
    told += weight["same"] if equal else weight["meets"] * one.meets(two)
    told += weight["unit"] * (one.unit == two.unit)
    told += weight["asked"] * (one.asked is not None and one.asked == two.asked)
    told += weight["attribute"] * (one.attribute == two.attribute != "")
    if one.subject and two.subject:
        told += weight["subject"] if one.subject == two.subject else weight["other subject"]
    told += weight["hedged"] * (one.hedged != two.hedged)
    told += weight["setting"] * (one.setting != two.setting)
    if one.middle > 0 and two.middle > 0:
        powers = abs(math.log10(one.middle / two.middle))
        told += weight["ratio"] * min(MOST_POWERS, powers)
    return told + weight["opposite"] * opposed(one, two)


def opposed(one: Number, two: Number) -> bool:
    """Tell whether one number goes up where the other goes down."""
    return any(
        (a in one.words and b in two.words) or (b in one.words and a in two.words)
        for a, b in OPPOSITES
    )


def likely_pairs(numbers: list[Number]) -> Iterator[tuple[float, Number, Number]]:
    """Yield the pairs of numbers of two articles that are likely to answer one question."""
    rare = rarity(numbers)
    groups: dict[str, dict[str, list[Number]]] = defaultdict(lambda: defaultdict(list))
    for number in numbers:
        groups[number.kind][number.source].append(number)
    for by_source in groups.values():
        for own, others in combinations(by_source.values(), 2):
            yield from of_two_articles(own, others, rare)


def of_two_articles(
    own: list[Number], others: list[Number], rare: dict[str, float]
) -> Iterator[tuple[float, Number, Number]]:
    """Yield the likely pairs between two articles."""
    table = np.array([[likeness(one, two, rare) for two in others] for one in own])
    for i, one in enumerate(own):
        for j, two in enumerate(others):
            rivals = [k for k, other in enumerate(others) if not other.equals(two)]
            leads = [lead(table[i, j], table[i, rivals])]
            rivals = [k for k, other in enumerate(own) if not other.equals(one)]
            leads.append(lead(table[i, j], table[rivals, j]))
            decided = LIKENESS * table[i, j] + LEAD * min(leads) + OTHER_LEAD * max(leads)
            decided += EQUAL * one.equals(two)
            if decided > ENOUGH:
                yield decided, one, two


def lead(value: float, rivals: np.ndarray) -> float:
    """Return how far a pair is ahead of its best rival; of a pair with nothing in common at least."""
    best = rivals.max(initial=weights()["start"])
    return float(np.clip(value - best, -LARGEST_LEAD, LARGEST_LEAD))
