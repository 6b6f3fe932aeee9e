"""Put right what is told of people, once the story has said who they are."""

from __future__ import annotations

from collections import defaultdict

from helpers.statements.ages import UNNAMED
from helpers.statements.counted_none import NONE, SOME

START, SUBJECT, ATTRIBUTE, LOW, RULE = 2, 5, 6, 9, 13
# The age of somebody called "the 24-year-old" alone, who may be taken for the wrong one.
REFERRED = "age by reference"
# Nouns for people whom an article does not know or name.
STRANGERS = frozenset("man woman boy girl child victim suspect driver student resident".split())
# Two articles that tell of one person's age are no further apart.
MAX_YEARS = 4


def with_named_ages(facts: list[tuple], people: dict[str, set[str]]) -> list[tuple]:
    """Give the age of "the 47-year-old executive" to the one person of the article it can be.

    That is somebody whose age another article gives, and gives nearly so. So is the age of "the
    24-year-old", if nobody else tells the age of whom it was taken for.
    """
    named = {person for found in people.values() for person in found}
    told = [f for f in facts if f[6] == "age" and f[SUBJECT] in named and f[RULE] != REFERRED]
    ages = {(f[SUBJECT], f[0]): float(f[LOW]) for f in told}
    known = {person for person, _ in ages}
    made = []
    for fact in facts:
        open_ = fact[6] == "age" and fact[SUBJECT] not in (named | STRANGERS)
        referred = fact[RULE] == REFERRED and fact[SUBJECT] not in known
        if open_ or referred:
            near = {p for (p, _), age in ages.items() if abs(age - fact[LOW]) <= MAX_YEARS}
            near = {p for p in near & people[fact[0]] if (p, fact[0]) not in ages}
            if len(near) == 1:
                fact = (*fact[:SUBJECT], near.pop(), *fact[SUBJECT + 1 :])
        if fact[SUBJECT] != UNNAMED:
            made.append(fact)
    return made


def without_past_ages(facts: list[tuple]) -> list[tuple]:
    """Leave out how old somebody was when something else happened: "he came here aged nine".

    That is an age far from the first one that the article gives.
    """
    first: dict[tuple[str, str], float] = {}
    for fact in sorted((f for f in facts if f[ATTRIBUTE] == "age"), key=lambda f: f[START]):
        first.setdefault((fact[0], fact[SUBJECT]), fact[LOW])
    return [
        fact
        for fact in facts
        if fact[ATTRIBUTE] != "age"
        or abs(fact[LOW] - first[fact[0], fact[SUBJECT]]) <= MAX_YEARS
        or fact[SUBJECT] in STRANGERS
    ]


def without_bare_posts(facts: list[tuple]) -> list[tuple]:
    """Leave out that somebody "joins X" where the article says as what."""
    posts: dict[tuple[str, str], set[str]] = defaultdict(set)
    for fact in facts:
        if fact[6] == "new_role" and fact[13] != "joins":
            posts[fact[0], fact[5]].add(fact[7])
    return [
        fact
        for fact in facts
        if fact[6] != "new_role"
        or fact[13] != "joins"
        or not any(fact[7] in post for post in posts[fact[0], fact[5]])
    ]


def without_lone_people(facts: list[tuple]) -> list[tuple]:
    """Leave out that one person was hurt or arrested where no other article denies it."""
    denied: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        if fact[13] == NONE:
            denied[fact[6]].add(fact[0])
    return [f for f in facts if f[13] != SOME or denied[f[6]] - {f[0]}]
