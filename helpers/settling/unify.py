"""Bring answers to one question together where articles call the subject by different nouns.

"The rocket", "Aurora 2" and nothing at all can be one subject. What no name tells apart is
brought together only if every source gives one value, and the values are near each other:
otherwise the numbers are taken for numbers of different things.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from fnmatch import fnmatchcase
from functools import cache

from helpers.cues import read_cues
from helpers.statements.frequencies import OFTEN
from helpers.statements.streaks import STREAK

SOURCE, SUBJECT, ATTRIBUTE, VALUE, LOW, HIGH, RULE = 0, 5, 6, 7, 9, 10, 13
EVENT = "event"
# Two values of one question that no rule knows differ by no more than this.
MAX_RATIO = 3.0
# Two values of one question that a story asks once differ by no more than this.
MAX_ONCE_RATIO = 10.0
MAX_NAMED_RATIO = 1.5
# Values of one source further apart than this answer different questions.
GAP = 1.2
# These are asked of everybody and everything; a value without a name stays without.
PERSONAL = (
    "age",
    "name_spelling",
    "deal_",
    "stake_percent",
    "voting_power",
    "new_role",
    STREAK,
    OFTEN,
)


def unify(facts: list[tuple], names: frozenset[str]) -> list[tuple]:
    """Return the facts with subjects that are common nouns or nothing put under one name."""
    return join_asked_once(join_subjects(part_far_values(facts), names), names)


def middle(fact: tuple) -> float:
    """Return the middle of the interval of a fact, 0 if it is open or has none."""
    low, high = fact[LOW], fact[HIGH]
    if math.isnan(low):
        return 0.0
    return low if high == float("inf") else (low + high) / 2


def part_far_values(facts: list[tuple]) -> list[tuple]:
    """Give values of an unnamed question that are far apart questions of their own."""
    groups: dict[str, list[tuple]] = defaultdict(list)
    for fact in facts:
        if fact[RULE] == "fallback" and middle(fact) > 0:
            groups[fact[ATTRIBUTE]].append(fact)
    suffix: dict[tuple, str] = {}
    for attribute, group in groups.items():
        several = any(len(values) > 1 for values in values_by_source(group).values())
        clusters = near_values(group, GAP if several else MAX_RATIO)
        if len(clusters) > 1:
            for cluster in clusters:
                low, high = cluster[0], cluster[-1]
                name = f"{low:g}" if low == high else f"{low:g} to {high:g}"
                suffix.update(((attribute, value), f" ({name})") for value in cluster)
    return [
        (*f[:ATTRIBUTE], f[ATTRIBUTE] + suffix[f[ATTRIBUTE], middle(f)], *f[VALUE:])
        if f[RULE] == "fallback" and (f[ATTRIBUTE], middle(f)) in suffix
        else f
        for f in facts
    ]


def values_by_source(facts: Iterable[tuple]) -> dict[str, set[str]]:
    """Return the different values of each source."""
    found: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        found[fact[0]].add(fact[VALUE])
    return found


def near_values(facts: list[tuple], ratio: float) -> list[list[float]]:
    """Return the values in rising order, cut where one is `ratio` times the one before."""
    clusters: list[list[float]] = []
    for value in sorted({middle(fact) for fact in facts}):
        if clusters and value <= ratio * clusters[-1][-1]:
            clusters[-1].append(value)
        else:
            clusters.append([value])
    return clusters


def join_subjects(facts: list[tuple], names: frozenset[str]) -> list[tuple]:
    """Put one subject in the place of nouns, where all sources can mean the same."""
    groups: dict[str, list[tuple]] = defaultdict(list)
    for fact in facts:
        if not fact[ATTRIBUTE].startswith(PERSONAL) and "(" not in fact[SUBJECT]:
            groups[fact[ATTRIBUTE]].append(fact)
    chosen: dict[tuple[str, str], str] = {}
    for attribute, group in groups.items():
        numeric = all(middle(fact) > 0 for fact in group)
        single = all(len(values) == 1 for values in values_by_source(group).values())
        subjects = {fact[SUBJECT] for fact in group}
        if numeric and single and len(subjects) > 1 and len(near_values(group, MAX_RATIO)) == 1:
            joined = one_subject(group, subjects, names)
            chosen.update(((attribute, subject), joined) for subject in subjects if joined)
    return [under(f, chosen.get((f[ATTRIBUTE], f[SUBJECT]))) for f in facts]


def under(fact: tuple, subject: str | None) -> tuple:
    """Return a fact about this subject, if there is one: about its own if there is none."""
    if subject is None or subject == fact[SUBJECT]:
        return fact  # a copy of each would take much memory in a large story
    return (*fact[:SUBJECT], subject, *fact[ATTRIBUTE:])


@cache
def asked_once(attribute: str) -> bool:
    """Tell whether a story asks an attribute of one thing only, as with the turnout."""
    rows = read_cues("attribute_types")
    known = next((row for row in rows if fnmatchcase(attribute, row["attribute"])), None)
    return known is not None and known["once"] == "yes"


def join_asked_once(facts: list[tuple], names: frozenset[str]) -> list[tuple]:
    """Put one subject in the place of all that a question asked once can be about.

    The subject that most sources speak of takes in the one that another source calls otherwise,
    if that source speaks of one subject only and its value is not of another order.
    """
    groups: dict[str, list[tuple]] = defaultdict(list)
    for fact in facts:
        if asked_once(fact[ATTRIBUTE]) and " (" not in fact[SUBJECT]:
            groups[fact[ATTRIBUTE]].append(fact)
    chosen: dict[tuple[str, str, str], str] = {}
    for attribute, group in groups.items():
        main = main_subject(group, names)
        values = [middle(f) for f in group if f[SUBJECT] == main and middle(f) > 0]
        by_source: dict[str, list[tuple]] = defaultdict(list)
        for fact in group:
            by_source[fact[0]].append(fact)
        for source, own in by_source.items():
            called = {fact[SUBJECT] for fact in own}
            plain = called - names
            if main in called or len(called) > 1 and len(plain) != 1:
                continue
            other = called.pop() if len(called) == 1 else plain.pop()
            near = [f for f in own if f[SUBJECT] == other]
            two_names = {main, other} <= names
            if all(in_order(middle(fact), values, attribute, two_names) for fact in near):
                chosen[source, attribute, other] = main
    return [under(f, chosen.get((f[0], f[ATTRIBUTE], f[SUBJECT]))) for f in facts]


def main_subject(group: list[tuple], names: frozenset[str]) -> str:
    """Return the subject that most sources speak of, a name before a noun."""
    sources: dict[str, set[str]] = defaultdict(set)
    for fact in group:
        sources[fact[SUBJECT]].add(fact[0])
    return min(sources, key=lambda s: (-len(sources[s]), s not in names, s == EVENT, s))


def in_order(value: float, values: list[float], attribute: str, two_names: bool) -> bool:
    """Tell whether a value is of the order of others; under another name it has to be near them."""
    if not value or not values:
        return True
    close = two_names or attribute.startswith("deal_")
    ratio = MAX_NAMED_RATIO if close else MAX_ONCE_RATIO
    return any(value <= ratio * known and known <= ratio * value for known in values)


def one_subject(group: list[tuple], subjects: set[str], names: frozenset[str]) -> str:
    """Return the one name among the subjects, or the most frequent noun; "" for several names."""
    named = sorted(subjects & names)
    shortest = min(named, key=len, default="")
    if any(not name.startswith(shortest) for name in named):
        return ""
    if named:
        return shortest
    nouns = Counter(fact[SUBJECT] for fact in group if fact[SUBJECT] != EVENT)
    return min(nouns, key=lambda noun: (-nouns[noun], noun))
