"""Join the ages of one person whom not all articles name, by what happened to that person.

"A 38-year-old man collapsed" and "a teacher, 41, fell" tell of one, if each article tells of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from helpers.name_rules.genders import can_mean
from helpers.settling.people import ATTRIBUTE, LOW, REFERRED, RULE, START, SUBJECT
from helpers.statements.slots import MOST_SIDES, Sentences, stem, stems

# Ages of one person whom no two articles call alike are no further apart.
MAX_APART = 10
# What can happen to one person of a story, or be said of one, and the counts of those whom it met.
HARMED = (
    "die kill hurt injure hospital collapse fell rescue victim body survivor critical wound treat "
    "stretcher ambulance intensive fracture bruise concussion"
)
ACCUSED = "arrest charge suspect jail convict remand"
FATES = tuple(
    (frozenset(map(stem, words.split())), frozenset(counts.split()))
    for words, counts in (
        (HARMED, "killed injured missing rescued hospitalised casualties"),
        (ACCUSED, "arrested charged"),
    )
)
# Whom a fate met is told of all its victims.
OF_MANY = frozenset(
    map(stem, "die injure hospital arrest charge survive rescue trap aged year-old".split())
)
GOES_ON = re.compile(r"(?:he|she|the (?:wo)?man|the boy|the girl|the victim)\b", re.IGNORECASE)


def with_shared_ages(
    facts: list[tuple], people: dict[str, set[str]], sentences: Sentences
) -> list[tuple]:
    """Call one person alike whose age two articles tell and whom one of them does not name.

    To that person the same happens: each article tells of one alone, of that age or near it, who
    was hurt, or who was arrested. Where several were, the sentences share further words.
    """
    meant: dict[str, str] = {}
    for fate, counts in FATES:
        several = any(fact[ATTRIBUTE] in counts and fact[LOW] > 1 for fact in facts)
        met = sorted(whom_it_met(facts, fate, people, sentences))[:MOST_SIDES]
        pairs = [pair for pair in combinations(met, 2) if may_be_one(*pair, shared=several)]
        for one, two in pairs:
            rivals = [p for p in pairs for a, b in ((one, two), (two, one)) if is_rival(p, a, b)]
            if not rivals:
                known, other = sorted((one, two), key=lambda side: not side.named)
                meant.setdefault(other.subject, known.subject)
    return [
        (*f[:SUBJECT], meant.get(f[SUBJECT], f[SUBJECT]), *f[SUBJECT + 1 :])
        if f[ATTRIBUTE] == "age"
        else f
        for f in facts
    ]


class Aged(NamedTuple):
    """Somebody's age in an article: whether a name tells whose, who else is named, the words."""

    source: str
    subject: str
    age: float
    named: bool
    people: frozenset[str]
    words: frozenset[str]


def whom_it_met(
    facts: Iterable[tuple],
    fate: frozenset[str],
    people: dict[str, set[str]],
    sentences: Sentences,
) -> Iterator[Aged]:
    """Yield once the people of each article whose age it tells and whom a fate met."""
    known: set[tuple[str, str]] = set()
    for fact in facts:
        source, who = fact[0], fact[SUBJECT]
        if fact[ATTRIBUTE] != "age" or (source, who) in known:
            continue
        words = told_of(fact, sentences)
        if words & fate:
            known.add((source, who))
            told = stem(who.lower().split()[-1]) in words or fact[RULE] != REFERRED
            named = who in people[source] and told
            yield Aged(source, who, fact[LOW], named, frozenset(people[source]), words)


def in_common(one: Aged, two: Aged) -> int:
    """Return how many words two sentences share besides those for the fate."""
    return len((one.words & two.words) - OF_MANY)


def is_rival(pair: tuple[Aged, Aged], one: Aged, two: Aged) -> bool:
    """Tell whether a pair joins `one` as well with somebody else of the article of `two`."""
    other = pair[1] if pair[0] is one else pair[0] if pair[1] is one else two
    another = other is not two and other.source == two.source
    return another and in_common(*pair) >= in_common(one, two)


def told_of(fact: tuple, sentences: Sentences) -> frozenset[str]:
    """Return the words of a sentence, and of those that "he" or "the woman" joins to it."""
    source, start = fact[0], fact[START]
    words = sentences.words_at(source, start)
    if GOES_ON.match(sentences.text_at(source, start)):
        words |= sentences.before(source, start)
    following = sentences.text_at(source, start, 1)
    return words | stems(following) if GOES_ON.match(following) else words


def may_be_one(one: Aged, two: Aged, *, shared: bool) -> bool:
    """Tell whether two ages can be of one person, whom not both articles name.

    With `shared`, their sentences have to have a word in common besides those for the fate.
    """
    if one.source == two.source or (one.named and two.named):
        return False
    if shared and not in_common(one, two):
        return False
    known = one.named and one.subject in two.people or two.named and two.subject in one.people
    alike = can_mean(one.subject, two.subject) and can_mean(two.subject, one.subject)
    return alike and not known and abs(one.age - two.age) <= MAX_APART
