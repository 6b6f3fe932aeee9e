"""Bring numbers of different articles that answer one question under one subject and attribute.

Which numbers those are is said in `settling.likeness`. The question is called what a rule calls
it, else what most of its articles do.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator
from functools import cache

from helpers.cues import read_cues
from helpers.numbers.ranks import RANK
from helpers.numbers.streaks import DOWN, UP
from helpers.numbers.units import unit_factors
from helpers.settling.likeness import Number, likely_pairs
from helpers.settling.unify import EVENT
from helpers.statements.surroundings import AGO, SINCE

SOURCE, START, END, SUBJECT, ATTRIBUTE, VALUE, UNIT, LOW, HIGH = 0, 2, 3, 5, 6, 7, 8, 9, 10
STATUS, RULE, KIND = 11, 13, 14
# Asked of everybody, so that an answer without a name stays without.
PERSONAL = ("age", "name_spelling", "deal_type", "voting_power", "new_role")
# Rules that name no question.
UNNAMED = ("fallback", "left over", "dated act")
# Asked of anything that is told, so that two answers need more in common than the question.
OF_ANYTHING = frozenset(["duration", "date", "time of day", "price", "percent", "area", "distance"])
SCALED = ("measure", "duration", RANK)
# A unit says nothing of what is asked.
NO_WORDS = frozenset(
    "year quarter month week day hour minute second percent point metre kilometre mile".split()
) | {SINCE}
# "More than 300" is not said of more than this many times 300.
FAR = 2.0
# Of more sources than this neither numbers nor words are paired: their pairs grow with the square.
MAX_SOURCES = 40


def join_numbers(
    facts: list[tuple], around: dict[tuple, str], types: dict[str, str]
) -> list[tuple]:
    """Return the facts with one subject and attribute for numbers that answer one question.

    `facts` are rows as in `facts.FACT_COLUMNS`, numbers left over among them with an empty
    attribute; `around` has the words around each number, by source, start and end, `types` what
    each name of the story names. A number of a
    named question that is none of its answers gets a question of its own; one that is still
    without attribute in the end is left out.
    """
    numbers, sources = [], set()
    for number in read_numbers(facts, around, types):
        numbers.append(number)
        sources.add(number.source)
        if len(sources) > MAX_SOURCES:
            numbers = []
            break
    asked: dict[int, tuple[str, str]] = {}
    taken: set[tuple[str, str]] = set()
    for group in groups(numbers):
        subject, attribute = question(group, facts, types.keys())
        while (subject, attribute) in taken:
            attribute += f", {shared_word(group, attribute)}" if "," not in attribute else " too"
        taken.add((subject, attribute))
        asked.update((number.at, (subject, attribute)) for number in group)
    compared = {number.at for number in numbers} - asked.keys()
    first = first_answers(numbers, facts)
    apart = {(n.asked, n.source) for n in numbers if n.at in compared}
    alone = Counter(named for named, _ in apart)
    joined = []
    for at, fact in enumerate(facts):
        subject, attribute = asked.get(at, (fact[SUBJECT], fact[ATTRIBUTE]))
        several = alone[subject, attribute] > 1
        if (subject, attribute) in taken:
            several = at not in first or attribute in OF_ANYTHING
        if at in compared and several:
            attribute += f" ({fact[VALUE]})"
        rule = "aligned" if at in asked and fact[RULE] in UNNAMED else fact[RULE]
        if attribute and (subject, attribute, rule) == (fact[SUBJECT], fact[ATTRIBUTE], fact[RULE]):
            joined.append(fact)
        elif attribute:
            row = (*fact[:SUBJECT], subject, attribute, *fact[VALUE:RULE], rule, *fact[KIND:])
            joined.append(row)
    return joined


def first_answers(numbers: list[Number], facts: list[tuple]) -> set[int]:
    """Return the numbers that their articles give first in answer to a question of a rule.

    What an article says first is mostly of the story itself, what it says later of earlier cases.
    """
    first: dict[tuple, Number] = {}
    for number in numbers:
        if number.asked is not None:
            known = first.setdefault((number.source, number.attribute), number)
            if facts[number.at][START] < facts[known.at][START]:
                first[number.source, number.attribute] = number
    return {number.at for number in first.values()}


def read_numbers(
    facts: list[tuple], around: dict[tuple, str], types: dict[str, str]
) -> Iterator[Number]:
    """Yield the numbers of the facts that can be compared to others."""
    for at, fact in enumerate(facts):
        words = around.get((fact[SOURCE], fact[START], fact[END]), "")
        if words and not fact[ATTRIBUTE].startswith(PERSONAL) and fact[STATUS] != "negated":
            yield number(at, fact, words, types)


def number(at: int, fact: tuple, words: str, types: dict[str, str]) -> Number:
    """Return the number of a fact."""
    kind, unit = fact[KIND].replace("number", "count"), fact[UNIT]
    base, factor = unit_factors().get(unit, ("", 1.0)) if kind in SCALED else ("", 1.0)
    low, high = fact[LOW], fact[HIGH] if fact[HIGH] < math.inf else FAR * fact[LOW]
    ruled, told = fact[RULE] not in UNNAMED, words.replace("*", "").split()
    return Number(
        at,
        fact[SOURCE],
        " ".join(
            [f"{kind} {base or unit}" if kind in SCALED else kind]
            + [mark for mark in (AGO, SINCE) if mark in told]
        ),
        fact[VALUE],
        unit,
        low * factor,
        high * factor,
        frozenset(synonyms().get(w, w) for w in told) - NO_WORDS - {UP, DOWN},
        fact[SUBJECT] if fact[SUBJECT] in types else "",
        fact[ATTRIBUTE],
        (fact[SUBJECT], fact[ATTRIBUTE]) if ruled else None,
        fact[SUBJECT].partition(" (")[2],
        near=frozenset(synonyms().get(w[:-1], w[:-1]) for w in words.split() if w[-1] == "*")
        - NO_WORDS,
        noun=synonyms().get(unit, unit),
        start=fact[START],
        subject_type=types.get(fact[SUBJECT], ""),
    )


@cache
def synonyms() -> dict[str, str]:
    """Return by word the name of the words that say the same in news."""
    return {row["word"]: row["same_as"] for row in read_cues("fact_synonyms")}


def groups(numbers: list[Number]) -> list[list[Number]]:
    """Return the numbers that answer one question, the questions with most sources first.

    The likeliest pairs are joined first. An article gives one value to a question: a pair that
    would bring a second one is left out. Less likely ones are joined only where one of the two is
    the answer of several articles, and the article of the other has none yet.
    """
    group = {number.at: [number] for number in numbers}
    ranked = sorted(likely_pairs(numbers), key=lambda pair: (-pair[0], pair[1].at, pair[2].at))
    for likely, one, two in ranked:
        own, other = group[one.at], group[two.at]
        if own is not other and (joinable(own, other) if likely > 0 else lacking(own, other)):
            own += other
            group.update((member.at, own) for member in other)
    several = {id(g): g for g in group.values() if len(g) > 1}
    given = {(n.source, n.asked, n.value): g for g in several.values() for n in g if n.asked}
    for n in numbers:  # what an article says again it says of the same question
        if len(group[n.at]) == 1 and (n.source, n.asked, n.value) in given:
            given[n.source, n.asked, n.value].append(n)
    return sorted(several.values(), key=lambda g: (-len({n.source for n in g}), g[0].at))


def joinable(own: list[Number], other: list[Number]) -> bool:
    """Tell whether no article gives two values to the question of two groups."""
    return not any(a.source == b.source and not a.meets(b) for a in own for b in other)


def lacking(own: list[Number], other: list[Number]) -> bool:
    """Tell whether one is a lone number of an article that several others answer without."""
    few, many = sorted((own, other), key=len)
    sources = {number.source for number in many}
    return len(few) == 1 and len(sources) > 1 and few[0].source not in sources


def question(group: list[Number], facts: list[tuple], names: Collection[str]) -> tuple[str, str]:
    """Return the subject and attribute of a group: those of a rule, else those most used."""
    rows = [facts[number.at] for number in group]
    named = [f for f in rows if f[RULE] not in UNNAMED]
    if 2 * len({f[SOURCE] for f in named}) < len({f[SOURCE] for f in rows}):
        # What a rule calls it in few of its articles may be said of something else there.
        named = []
    named = named or [f for f in rows if f[ATTRIBUTE] and f[RULE] in UNNAMED]
    attributes = Counter(f[ATTRIBUTE] for f in named)
    attribute = min(attributes, key=lambda a: (-attributes[a], a), default="")
    own = [f for f in named if f[ATTRIBUTE] == attribute] or rows
    subjects = Counter(f[SUBJECT] for f in own)
    subject = min(subjects, key=lambda s: (-subjects[s], s not in names, s))
    kind, _, unit = group[0].kind.partition(" ")
    return subject, attribute or f"other:{shared_word(group)} {unit if kind == RANK else kind}"


def shared_word(group: list[Number], known: str = "") -> str:
    """Return the word that stands around most numbers of a group, but for the `known` ones."""
    words = (word for number in group for word in number.words if word[0] != "#")
    told = known.lower().replace("other:", "").split()
    counts = Counter(word for word in (w.removeprefix("=") for w in words) if word not in told)
    return min(counts, key=lambda word: (-counts[word], word), default=EVENT)
