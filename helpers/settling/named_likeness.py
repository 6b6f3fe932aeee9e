"""Say how likely two names of different articles are to answer the same question.

No verb is listed. What counts is that neither article knows the name that the other gives, and how
alike the two names are told: rare words that stand around both, the places of both in their
articles, who of the two only speaks, how many other names one article has and the other lacks. The weights
(`lexicons/named_weights.csv`) are those of a logistic regression on the pairs of names of 246
labelled stories and short pairs of articles that are not part of the project, by several authors,
each held out once to choose the features and what is asked for. Set lower by hand are `two articles`
and `countries`: of 40 further pairs by other authors, they let in more chance names than answers.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import combinations
from typing import NamedTuple

import pandas as pd

from helpers.cues import read_weights
from helpers.settling.bearers import Bearer, Mention, bearers, levels, telling
from helpers.settling.sameness import is_one_name, other_name
from helpers.settling.sites import apart as are_apart
from helpers.statements.slots import Sentences, stem

WEIGHTS = "named_weights"
WORDS = re.compile(r"[^\W_]+")
# Types that can answer one question, in the order of the alphabet.
KINDS = frozenset(
    [
        ("person", "person"),
        ("place", "place"),
        ("organisation", "organisation"),
        ("other", "other"),
        ("other", "person"),
        ("other", "place"),
        ("organisation", "other"),
        ("organisation", "person"),
        ("product", "product"),
        ("other", "product"),
    ]
)
PLACED = frozenset("in at on near outside to from off inside into".split())
# What makes two mentions of two names the likest: words, the same word before, who speaks.
TIGHT, NEAR, SHARED, LINK, APART, SAID = 0.5, 0.7, 0.6, 0.4, -0.7, -0.5
MOST_TIGHT, MOST_SHARED, MOST_SUPPORT = 2.0, 3.5, 2.0
LEAD = 2  # sentences
# Of more names than this those that most articles give are compared.
MOST_NAMES = 300


class Pair(NamedTuple):
    """Two names as two articles tell of them, where these are likest; `likeness` is of the words."""

    one: Bearer
    two: Bearer
    own: Mention
    other: Mention
    likeness: float

    @property
    def near(self) -> frozenset[str]:
        """Return the words around both."""
        return (self.own.near & self.other.near) - self.named

    @property
    def tight(self) -> frozenset[str]:
        """Return the words next to both."""
        return (self.own.tight & self.other.tight) - self.named

    @property
    def shared(self) -> frozenset[str]:
        """Return the words of both sentences."""
        return (self.own.words & self.other.words) - self.named

    @property
    def named(self) -> frozenset[str]:
        """Return the words of both names."""
        return self.one.stems | self.two.stems

    @property
    def names(self) -> frozenset[str]:
        """Return both names."""
        return frozenset([self.one.name, self.two.name])


class Likeness:
    """The names of a story; yields those that two articles tell alike."""

    def __init__(
        self, names: pd.DataFrame, sentences: Sentences, joined: Collection[frozenset[str]]
    ) -> None:
        """Read what each article tells around each name; of names `joined` one lies in the other."""
        self.sentences, self.joined = sentences, joined
        self.texts = {
            source: frozenset(w for text in texts for w in WORDS.findall(text.lower()))
            for source, texts in sentences.texts.items()
        }
        self.all_named = frozenset(
            stem(word) for name in set(names["name"]) for word in WORDS.findall(name.lower())
        )
        found = bearers(names, sentences)
        most = sorted(found, key=lambda name: (-len(found[name]), name))[:MOST_NAMES]
        self.bearers = {name: found[name] for name in sorted(most)}
        self.unshared = Counter(
            (source, other)
            for told in self.bearers.values()
            for source, bearer in told.items()
            for other in self.texts
            if other != source and not telling(bearer.own) & self.texts[other]
        )

    def pairs(self) -> Iterator[tuple[Pair, list[Pair]]]:
        """Yield for two names the likest of their pairs, and all of them."""
        for one, two in combinations(self.bearers, 2):
            sides = [next(iter(self.bearers[name].values())) for name in (one, two)]
            if frozenset([one, two]) not in self.joined and may_differ(*sides, self.joined):
                found = [
                    pair
                    for own in self.bearers[one].values()
                    for other in self.bearers[two].values()
                    if self.is_silent(own, other)
                    for pair in self.likest(own, other)
                ]
                if found:
                    yield max(found, key=lambda pair: pair.likeness), found

    def is_silent(self, one: Bearer, two: Bearer) -> bool:
        """Tell whether neither of two articles has a word of the name that the other gives.

        Two who do nothing but speak are no two answers.
        """
        own, theirs = one.own - two.own, two.own - one.own
        return (
            one.source != two.source
            and min(one.speaking, two.speaking) < 1
            and bool(own and theirs)
            and not telling(own) & self.texts[two.source]
            and not telling(theirs) & self.texts[one.source]
        )

    def likest(self, one: Bearer, two: Bearer) -> list[Pair]:
        """Return where two names are told alike most, if they are told with a word in common.

        For the full names of two people, one in the sentences before and after is enough.
        """
        named = one.stems | two.stems
        people = one.kind == two.kind == "person" and " " in one.name and " " in two.name
        found = [
            Pair(one, two, own, other, self.likeness(one, two, own, other))
            for own in one.mentions
            for other in two.mentions
            if own.marks == other.marks
            and (
                (own.words & other.words) - named
                or people
                and (self.around(one, own) & self.around(two, other)) - named
            )
        ]
        return [max(found, key=lambda pair: pair.likeness)] if found else []

    def around(self, bearer: Bearer, mention: Mention) -> frozenset[str]:
        """Return the words of the sentence of a mention and of those beside it."""
        starts = self.sentences.starts[bearer.source]
        near = starts[max(0, mention.number - 1) : mention.number + 2]
        return frozenset().union(*(self.sentences.words_at(bearer.source, at) for at in near))

    def likeness(self, one: Bearer, two: Bearer, own: Mention, other: Mention) -> float:
        """Return how alike two mentions are told, to choose among those of two names."""
        told, rareness = Pair(one, two, own, other, 0.0), self.sentences.rareness
        value = TIGHT * rareness(told.tight) + NEAR * rareness(told.near)
        value += SHARED * min(MOST_SHARED, rareness(told.shared))
        value += APART * apart(told) + SAID * (own.speaks + other.speaks)
        return value + LINK * (own.link == other.link != "")

    def score(self, pair: Pair, all_pairs: list[Pair]) -> float:
        """Return how likely two names are to answer one question, as a logarithm of odds."""
        weight = read_weights(WEIGHTS)
        told = self.features(pair, all_pairs)
        return weight["start"] + math.fsum(weight[name] * value for name, value in told.items())

    def features(self, pair: Pair, all_pairs: list[Pair]) -> dict[str, float]:
        """Return what speaks for one question behind two names, by feature."""
        return {
            **self.by_words(pair),
            **self.by_articles(pair, all_pairs),
            **by_place(pair),
            **by_kind(pair),
        }

    def by_words(self, pair: Pair) -> dict[str, float]:
        """Return the features of the words that two names share."""
        rareness, own, other = self.sentences.rareness, pair.own, pair.other
        shared = rareness(pair.shared)
        fewer = min(rareness(own.words - pair.named), rareness(other.words - pair.named))
        return {
            "tight": min(MOST_TIGHT, rareness(pair.tight)),
            "two near": len(pair.near) > 1,
            "shared": min(MOST_SHARED, rareness(pair.shared - self.all_named)),
            "cover": shared / (1 + fewer),
            "aligned": self.is_aligned(pair.one, pair.two, own, other, pair.named)
            + self.is_aligned(pair.two, pair.one, other, own, pair.named),
            "same link": own.link == other.link != "",
            "place links": own.link in PLACED and other.link in PLACED,
            "by": "by" in (own.link, other.link),
        }

    def is_aligned(
        self, one: Bearer, two: Bearer, own: Mention, other: Mention, named: frozenset[str]
    ) -> bool:
        """Tell whether no sentence of an article has more in common with the other's than its own."""
        theirs = other.words - named
        rest = (
            self.sentences.words_at(one.source, start)
            for number, start in enumerate(self.sentences.starts[one.source])
            if number != own.number
        )
        rareness = self.sentences.rareness
        best = max((rareness((words - named) & theirs) for words in rest), default=0.0)
        return rareness((own.words - named) & theirs) >= best

    def by_articles(self, pair: Pair, all_pairs: list[Pair]) -> dict[str, float]:
        """Return the features of who gives which name, and of the other names of two articles."""
        n, one, two = len(self.texts), pair.one, pair.two
        own, theirs = (set(self.bearers[side.name]) for side in (one, two))
        sides = (one.source, two.source), (two.source, one.source)
        several, all_told = n > 2, len(own | theirs) == n
        support = sorted(map(self.support, all_pairs))[-2:-1]
        return {
            "rivals": math.log(max(1, sum(self.unshared[side] for side in sides) - 1)),
            "two articles": n == 2,
            "one against all": several and all_told and min(len(own), len(theirs)) == 1,
            "single": several and len(own) == len(theirs) == 1,
            "support": min(MOST_SUPPORT, *support) if support else 0.0,
            "both told": min(2, len(own & theirs)),
        }

    def support(self, pair: Pair) -> float:
        """Return how much the words around two names have in common."""
        return self.sentences.rareness(pair.near) + self.sentences.rareness(pair.shared) / 2


def may_differ(one: Bearer, two: Bearer, joined: Collection[frozenset[str]]) -> bool:
    """Tell whether two names can be two answers: of types that fit, no part, no other level."""
    if tuple(sorted((one.kind, two.kind))) not in KINDS:
        return False
    if not other_name(one.name, two.name) and is_one_name(one.name, two.name):
        return False
    return "place" not in (one.kind, two.kind) or are_apart(one.name, two.name, joined)


def apart(pair: Pair) -> float:
    """Return how far apart in their articles two names stand."""
    own, other = pair.own.number / pair.one.length, pair.other.number / pair.two.length
    return abs(own - other)


def by_place(pair: Pair) -> dict[str, float]:
    """Return the features of where two names stand in their articles."""
    one, two = pair.one, pair.two
    leads = [side.first <= LEAD for side in (one, two)]
    return {
        "apart": apart(pair),
        "late": max(side.first / side.length for side in (one, two)),
        "both lead": all(leads),
        "one leads": leads[0] != leads[1],
        "title": not (one.first and two.first),
        "speak": (one.speaking > 0) + (two.speaking > 0),
        "only speak": (one.speaking == 1) + (two.speaking == 1),
    }


def by_kind(pair: Pair) -> dict[str, float]:
    """Return the features of what two names name."""
    kinds = {pair.one.kind, pair.two.kind}
    long = [" " in side.name for side in (pair.one, pair.two)]
    return {
        "people": kinds == {"person"},
        "places": kinds == {"place"},
        "person, body": kinds == {"person", "organisation"},
        "body, unknown": kinds == {"organisation", "other"},
        "countries": all(levels().get(name.casefold()) == "country" for name in pair.names),
        "full names": all(long),
        "one word": long[0] != long[1],
    }
