"""What an article says in words that may contradict another: a value with what stands around it.

A slot is a post of a person, a cause, a place, an author or an outcome (`statements.outcomes` and the
like make them). How much two slots have in common besides their values is what tells whether
they answer one question: rare words of their sentences count, common ones do not.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TypeVar

import pandas as pd

from helpers.cues import read_cues
from helpers.statements.nouns import common_noun, verb_name

WORD = re.compile(r"[^\W\d_]{3,}")
STEM = 6
EMPTY = frozenset(
    "the and for that with was were will has had have been are not but from its his her their they "
    "this who which she said says told who would could more than after before about into over also "
    "when where what there because only out all one two some than them then other any may might "
    "year years new last first people week month day days today monday tuesday wednesday thursday "
    "friday saturday sunday according reported statement spokesman spokeswoman reporters asked "
    "mr mrs ms dr down most just both such while being did does still made make between during".split()
)
SideT = TypeVar("SideT")
# Of more values in answer to one question no pairs are made: their number grows with the square.
MOST_SIDES = 400
OFTEN = 3  # sentences that tell of what an article is about


@dataclass(frozen=True)
class Slot:
    """One value with its matter, its polarity, and who or what it is said of.

    `name` is the resolved name of the thing, `called` whether the words name it, `noun` the
    common noun that they call it; `kinds` are the words before that noun.
    """

    row: tuple
    source: str
    matter: str
    value: str
    denied: bool
    name: str
    called: bool
    noun: str
    kinds: frozenset[str]
    actor: str
    words: frozenset[str]


class Sentences:
    """The words of each sentence of a story, and how rare they are."""

    def __init__(self, statements: pd.DataFrame) -> None:
        """Sort the sentences by place, once for the story."""
        told = statements[statements["rule"] == "sentence"].sort_values(["source", "start"])
        self.starts: dict[str, list[int]] = defaultdict(list)
        self.texts: dict[str, list[str]] = defaultdict(list)
        self.kinds: dict[str, list[frozenset[str]]] = defaultdict(list)
        for row in told.itertuples(index=False):
            self.starts[row.source].append(row.start)
            self.texts[row.source].append(row.quote)
            self.kinds[row.source].append(frozenset(row.around.split()))
        self.known: dict[tuple[str, int], frozenset[str]] = {}

    def number(self, source: str, start: int) -> int:
        """Return the number of the sentence that holds a place."""
        return bisect_right(self.starts[source], start) - 1

    def words_at(self, source: str, start: int) -> frozenset[str]:
        """Return the stems of the sentence that holds a place."""
        at = self.number(source, start)
        if (source, at) not in self.known:
            self.known[source, at] = stems(self.texts[source][at]) if at >= 0 else frozenset()
        return self.known[source, at]

    def before(self, source: str, start: int) -> frozenset[str]:
        """Return the stems of the sentence before the one that holds a place."""
        at = self.number(source, start) - 1
        return self.words_at(source, self.starts[source][at]) if at >= 0 else frozenset()

    def text_at(self, source: str, start: int, step: int = 0) -> str:
        """Return the sentence that holds a place, or that stands so many steps after it."""
        at = self.number(source, start) + step
        return self.texts[source][at] if 0 <= at < len(self.texts[source]) else ""

    def rank(self, source: str, start: int) -> int:
        """Return how many sentences of an article begin up to a place."""
        return bisect_right(self.starts[source], start)

    def kinds_at(self, source: str, start: int, step: int) -> frozenset[str]:
        """Return the kinds of effect told in the sentence so many steps from one at a place."""
        at = bisect_right(self.starts[source], start) - 1 + step
        return self.kinds[source][at] if 0 <= at < len(self.kinds[source]) else frozenset()

    def kinds_above(self, source: str, most: int) -> frozenset[str]:
        """Return the kinds of effect told in the first sentences of an article, or often."""
        told = self.kinds[source]
        often = Counter(kind for kinds in told for kind in kinds)
        return frozenset().union(*told[:most], {kind for kind, n in often.items() if n >= OFTEN})

    @cached_property
    def rare(self) -> dict[str, float]:
        """Return for each stem how rarely it stands in a sentence: 1 for once, near 0 for always."""
        counts = Counter(
            word
            for source, starts in self.starts.items()
            for start in starts
            for word in self.words_at(source, start)
        )
        n = sum(map(len, self.starts.values()))
        whole = math.log(1 + n)
        return {word: math.log((1 + n) / count) / whole for word, count in counts.items()}

    def rareness(self, words: Iterable[str]) -> float:
        """Return the sum of the rarity of words."""
        return math.fsum(self.rare.get(word, 1.0) for word in words)


def opposed(
    sides: list[SideT],
    exclusive: Callable[[SideT, SideT], bool],
    likeness: Callable[[SideT, SideT], float],
    enough: float,
    agree: Callable[[SideT, SideT], bool] | None = None,
    lead: float = 1.0,
) -> Iterator[tuple[SideT, SideT]]:
    """Yield the pairs of two articles that exclude one another and answer one question.

    An article that also agrees, on what is no less alike, says both and opposes nobody. Without
    `agree`, sides agree that do not exclude one another. With a `lead` below 1 they need to be
    that much less alike.
    """
    if len(sides) > MOST_SIDES:
        return
    agrees = agree or (lambda a, b: not exclusive(a, b))
    for i, one in enumerate(sides):
        for two in sides[i + 1 :]:
            if one.source == two.source or not exclusive(one, two):
                continue
            told = likeness(one, two)
            if told < enough:
                continue
            rivals = [
                likeness(a, b)
                for a, other in ((one, two), (two, one))
                for b in sides
                if b.source == other.source and b is not other and agrees(a, b)
            ]
            if max(rivals, default=0.0) < lead * told:
                yield one, two


def fact(row: tuple, subject: str, attribute: str, value: str, *, denied: bool = False) -> tuple:
    """Return a row of `facts` for the row of a slot."""
    nan, status = float("nan"), "negated" if denied else "asserted"
    return (
        *(row.source, row.line, row.start, row.end, row.quote, subject, attribute, value),
        *("", nan, nan, status, "", row.rule, "words"),
    )


def stems(text: str) -> frozenset[str]:
    """Return the words of a text by their first letters, those that say the same under one."""
    words = (word for word in WORD.findall(text.lower()) if word not in EMPTY)
    return frozenset(stem(word) for word in words)


@cache
def stem(word: str) -> str:
    """Return what stands for a word and all that say the same."""
    base = synonyms().get(word) or synonyms().get(word.removesuffix("s"))
    if base is None and word.endswith(("ed", "es", "ing")):
        cut = word[:-3] if word.endswith("ing") else word[:-2]
        base = synonyms().get(cut) or synonyms().get(cut + "e")
    return base or word.removesuffix("s")[:STEM]


@cache
def synonyms() -> dict[str, str]:
    """Return by word the name of the words that say the same in news."""
    return {row["word"]: row["same_as"] for row in read_cues("fact_synonyms")}


@cache
def class_of(noun: str) -> str:
    """Return what stands for all nouns that say the same."""
    noun = common_noun(noun)
    return synonyms().get(noun) or synonyms().get(verb_name(noun)) or noun
