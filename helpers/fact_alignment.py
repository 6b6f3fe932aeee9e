"""Tell which numbers of different articles answer the same question, by the words around them.

Where no rule names the question, the verb and the noun at hand do, and articles choose them
freely: "shares closed down 8.4%", "the share price crashed 12 per cent". Two numbers of one
kind are taken for answers to one question when the words around them agree better than those
of any other pair of numbers; the likeness is the cosine of word vectors, rare words of the story
counting more (Salton and Buckley 1988). Numbers that are equal need to share less.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from helpers.fact_values import HARM
from helpers.units import unit_factors

SOURCE, SUBJECT, ATTRIBUTE, VALUE, UNIT, LOW, HIGH, STATUS, RULE, KIND = (
    0,
    5,
    6,
    7,
    8,
    9,
    10,
    11,
    13,
    14,
)
# Rules that name no question.
UNNAMED = ("fallback", "left over", "dated act")
DATED = ("founded in",)
EVENT = "event"

WEIGHTS = {"3": 1.0, "2": 0.7, "1": 0.35}
KINDS = {"count": "count", "number": "count", "money": "money", "percent": "percent"}
# How alike the words have to be for equal and for different values.
EQUAL, OTHER, DATE = 0.1, 0.34, 0.4
MAX_RATIO = 3.0
RULED_RATIO = 10.0  # where a rule names the question
OPEN_RATIO = 1.5  # "more than 6,000" may be 6,340, and not nine million
# Of stories with more numbers than this none are compared: their pairs grow with the square.
MAX_NUMBERS = 3000
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DATES = ("weekday", "day", "date")
YEARS = 5 * 10_000  # dates further apart, as YYYYMMDD, are of different things
# Rules that are named after a word of many uses.
LOOSE = frozenset("payment spending estimate duration term fall rise times".split()) | {
    "price change",
    "sales change",
    "expected",
}
OPPOSITES = (("rise", "fall"), ("increase", "reduce"), ("win", "lose"))


@dataclass(frozen=True)
class Number:
    """A number of an article: where its fact stands, what it is, and the words around it."""

    at: int
    source: str
    kind: str
    low: float
    high: float
    words: dict[str, float]
    named: str = ""  # by a rule
    called: str = ""  # after the verb or noun at hand
    subject: str = ""
    counts: bool = False  # something that the article names

    @cached_property
    def middle(self) -> float:
        """Return the middle of the interval, its one end if the other is open."""
        return self.low if math.isinf(self.high) else (self.low + self.high) / 2


def number(at: int, fact: tuple, around: str) -> Number | None:
    """Return the number or date of a fact that can be compared, or None."""
    kind, low, high = scaled(fact)
    if math.isnan(low) or not around or not kind:
        return None
    words = {word[1:]: WEIGHTS[word[0]] for word in around.split()}
    names = (fact[ATTRIBUTE], "") if fact[RULE] not in UNNAMED else ("", fact[ATTRIBUTE])
    return Number(
        at, fact[SOURCE], kind, low, high, words, *names, fact[SUBJECT], fact[KIND] == "count"
    )


def scaled(fact: tuple) -> tuple[str, float, float]:
    """Return what a number is compared as, and its interval in the base unit; "" for nothing."""
    kind, unit, low, high = fact[KIND], fact[UNIT], fact[LOW], fact[HIGH]
    if kind == "date":
        return dated(unit, fact[VALUE], low, high)
    if kind == "money":
        return f"money {unit}", low, high
    if kind in {"measure", "duration"}:
        base, factor = unit_factors().get(unit, ("", 1.0))
        return f"{kind} {base or unit}", low * factor, high * factor
    return KINDS.get(kind, ""), low, high


def dated(unit: str, value: str, low: float, high: float) -> tuple[str, float, float]:
    """Return how a date is compared: days and years in order, weekdays and days of a year apart."""
    if unit == "weekday":
        day = float(WEEKDAYS.index(value)) if value in WEEKDAYS else math.nan
        return "weekday", day, day
    if value.startswith("--"):
        month, _, day = value[2:].partition("-")
        first = float(month) * 100
        return "day", first + float(day or 0), first + float(day or 31)
    return "date", low, high


def rarity(numbers: list[Number]) -> dict[str, float]:
    """Return for each word the logarithm of how rarely it stands by a number."""
    counts = Counter(word for one in numbers for word in one.words)
    return {word: math.log(1 + len(numbers) / n) for word, n in counts.items()}


def likeness(one: Number, two: Number, rare: dict[str, float], lengths: dict[int, float]) -> float:
    """Return the cosine of the words around two numbers, 0 to 1."""
    shared = one.words.keys() & two.words.keys()
    dot = sum(one.words[w] * two.words[w] * rare[w] ** 2 for w in shared)
    return dot / (lengths[one.at] * lengths[two.at]) if dot else 0.0


def near(one: Number, two: Number, ratio: float) -> bool:
    """Tell whether the larger of two numbers is no more than `ratio` times the smaller.

    Dates have to be of the same years.
    """
    if one.kind in DATES:
        return one.kind == two.kind and abs(one.low - two.low) <= YEARS
    small, large = sorted((abs(one.middle), abs(two.middle)))
    return large <= ratio * small


def far(one: Number) -> float:
    """Return how many times another value of the same question can be."""
    return RULED_RATIO if one.named and one.kind != "percent" else MAX_RATIO


def overlap(one: Number, two: Number) -> bool:
    """Tell whether two intervals meet, open ones near their one end."""
    return max(one.low, two.low) <= min(one.high, two.high) and near(one, two, OPEN_RATIO)


def comparable(one: Number, two: Number, names: frozenset[str]) -> bool:
    """Tell whether two numbers can be values of one question."""
    if one.source == two.source or one.kind != two.kind or not near(one, two, MAX_RATIO):
        return False
    for a, b in OPPOSITES:
        if (a in one.words and b in two.words) or (b in one.words and a in two.words):
            return False
    if {one.counts, two.counts} == {True, False} and not overlap(one, two):
        return False
    if one.named and two.named and one.named != two.named:
        return overlap(one, two) and not {one.named, two.named} <= HARM
    apart = one.subject != two.subject and {one.subject, two.subject} <= names
    return overlap(one, two) or not apart


def pairs(numbers: list[Number], names: frozenset[str]) -> Iterator[tuple[float, Number, Number]]:
    """Yield the pairs that are alike enough, with their likeness."""
    rare = rarity(numbers)
    lengths = {
        one.at: math.sqrt(sum((v * rare[w]) ** 2 for w, v in one.words.items())) or 1.0
        for one in numbers
    }
    by_kind: dict[str, list[Number]] = defaultdict(list)
    for one in numbers:
        by_kind[one.kind].append(one)
    for group in by_kind.values():
        for i, one in enumerate(group):
            for two in group[i + 1 :]:
                if comparable(one, two, names):
                    alike = likeness(one, two, rare, lengths)
                    same = overlap(one, two)
                    if alike >= (EQUAL if same else DATE if one.kind in DATES else OTHER):
                        yield alike + same, one, two


def align(numbers: list[Number], names: frozenset[str]) -> list[list[Number]]:
    """Return the groups of numbers that answer one question, from two articles or more.

    What a rule puts under one question stays there, if no article gives it two values. Then the
    pairs most alike are joined, equal values before others. An article gives one value to a
    group: a number that would bring a second one stays out.
    """
    if len(numbers) > MAX_NUMBERS:
        return []
    group = {one.at: [one] for one in numbers}

    def join(one: Number, two: Number) -> None:
        own, other = group[one.at], group[two.at]
        if own is not other and mergeable(own, other):
            own += other
            group.update((member.at, own) for member in other)

    for members in settled(numbers, names):
        for member in members[1:]:
            join(members[0], member)
    ranked = sorted(pairs(numbers, names), key=lambda pair: (-pair[0], pair[1].at, pair[2].at))
    for _, one, two in ranked:
        join(one, two)
    seen: dict[int, list[Number]] = {id(g): g for g in group.values()}
    return [g for g in seen.values() if len({one.source for one in g}) > 1]


def settled(numbers: list[Number], names: frozenset[str]) -> Iterator[list[Number]]:
    """Yield the numbers that one rule or verb names alike, where no article gives two values."""
    keys: dict[tuple[str, ...], list[Number]] = defaultdict(list)
    for one in numbers:
        if one.named:
            keys[one.subject, one.named, one.kind].append(one)
        elif one.called:
            keys[one.called, one.kind].append(one)
    for members in keys.values():
        close = all(near(one, two, far(one)) for one in members for two in members[:1])
        several = len({one.subject for one in members} & names) > 1 and not members[0].named
        firm = members[0].named in HARM or (close and not several)
        if firm and members[0].named not in LOOSE and mergeable(members, members):
            yield members


def mergeable(own: list[Number], other: list[Number]) -> bool:
    """Tell whether no article would give two values to the joined group."""
    return all(one.source != two.source or overlap(one, two) for one in own for two in other)


def join_numbers(
    facts: list[tuple], around: dict[tuple, str], names: frozenset[str]
) -> list[tuple]:
    """Return the facts with one subject and attribute for numbers that answer one question.

    `facts` are rows as in `facts.FACT_COLUMNS` with the kind last, those left over with an empty
    attribute; `around` has the words around each, by source, start and end. What is still
    without an attribute in the end is dropped.
    """
    made = (
        number(i, fact, around.get((fact[0], fact[2], fact[3]), ""))
        for i, fact in enumerate(facts)
        if fact[STATUS] != "negated" and " (" not in fact[SUBJECT] and fact[RULE] not in DATED
    )
    numbers = [one for one in made if one is not None]
    groups = align(numbers, names)
    groups.sort(key=lambda g: (-len({one.source for one in g}), g[0].at))
    changed = questions(groups, facts, names)
    changed |= strays(numbers, groups, changed)
    joined = []
    for i, fact in enumerate(facts):
        subject, attribute = changed.get(i, (fact[SUBJECT], fact[ATTRIBUTE]))
        rule = "aligned" if i in changed and fact[RULE] in UNNAMED else fact[RULE]
        if attribute:
            joined.append(
                (*fact[:SUBJECT], subject, attribute, *fact[VALUE:RULE], rule, *fact[KIND:])
            )
    return joined


def questions(
    groups: list[list[Number]], facts: list[tuple], names: frozenset[str]
) -> dict[int, tuple[str, str]]:
    """Return for the numbers in groups the subject and attribute of their question."""
    changed: dict[int, tuple[str, str]] = {}
    taken: set[tuple[str, str]] = set()
    called: dict[str, set[int]] = defaultdict(set)
    for i, fact in enumerate(facts):
        called[fact[ATTRIBUTE]].add(i)
    for group in groups:
        subject, attribute = name_of_question([facts[one.at] for one in group], names)
        shared = bool(called[attribute] - {one.at for one in group})
        ruled = any(one.named for one in group)
        attribute = attribute or f"other:{group[0].kind}"
        if (shared and not ruled) or (subject, attribute) in taken:
            attribute = f"{attribute}, {shared_word(group)}"
        taken.add((subject, attribute))
        changed.update((one.at, (subject, attribute)) for one in group)
    return changed


def strays(
    numbers: list[Number], groups: list[list[Number]], changed: dict[int, tuple[str, str]]
) -> dict[int, tuple[str, str]]:
    """Return questions of their own for numbers that a rule named like others they differ from.

    "2,000 people took part" and "two people on the trial" are not two answers to one question;
    words such as "fall" are of anything that falls.
    """
    grouped = {one.at: group for group in groups for one in group}
    keys: dict[tuple[str, str, str], list[Number]] = defaultdict(list)
    for one in numbers:
        if one.named and one.named not in HARM:
            subject, named = changed.get(one.at, (one.subject, one.named))
            keys[subject, named, one.kind].append(one)
    found = {}
    for (subject, named, _), members in keys.items():
        firm = [one for one in members if one.at in grouped]
        for one in members if len(members) > 1 else ():
            others = [two for two in firm or members if two is not one and not overlap(one, two)]
            loose = named in LOOSE or any(not near(one, two, far(one)) for two in others)
            beside = any(two.source == one.source for two in others)
            if one.at not in grouped and others and (loose or (beside and firm)):
                found[one.at] = subject, f"{named}, {shared_word([one])}"
    return found


def name_of_question(facts: list[tuple], names: frozenset[str]) -> tuple[str, str]:
    """Return subject and attribute by which most articles call the question, rules before verbs."""
    named = [f for f in facts if f[RULE] not in UNNAMED] or [f for f in facts if f[ATTRIBUTE]]
    attributes = Counter(f[ATTRIBUTE] for f in named)
    attribute = min(attributes, key=lambda a: (-attributes[a], a), default="")
    own = [f for f in named if f[ATTRIBUTE] == attribute] or facts
    subjects = Counter(f[SUBJECT] or EVENT for f in own)
    subject = min(subjects, key=lambda s: (-subjects[s], s not in names, s))
    return subject, attribute


def shared_word(group: list[Number]) -> str:
    """Return the word that weighs most around all numbers of a group."""
    weights: Counter[str] = Counter()
    for one in group:
        weights.update(one.words)
    found = Counter(word for one in group for word in one.words)
    return min(weights, key=lambda w: (-found[w], -weights[w], w))
