"""Set the causes that different articles give for one effect against each other.

Two explanations are of one effect where they share its words or its kind: "the blaze" and "flames
tore through". A cause that stands alone explains what is told just before, else what the article
is about. Those that share a word agree, and so do articles of which one also tells the cause that
the other gives. What else speaks for two causes being of one thing is weighed: the weights
(`lexicons/cause_weights.csv`) are those of a logistic regression on the pairs of causes of 246
labelled stories and short pairs of articles that are not part of the project.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from helpers.cues import read_cues, read_weights
from helpers.statements.effects import BACK, KIND, NEAR
from helpers.statements.slots import WORD, Sentences, fact, opposed, stem, stems

WEIGHTS = "cause_weights"
REASON = "%"  # marks a reason among stems
MOST_SHARED = 3.0
# How surely a cause explains a kind of effect: told with it, near it, just before, or at the top.
TOLD, BESIDE, BEFORE, ABOVE, FAR = 1.0, 0.8, 0.7, 0.65, 0.6
# From here on two causes are taken for answers to one question.
ENOUGH = 0.43
TOP = 5  # sentences that tell what an article is about, its title among them
LEAD = 3
TEN = 10
STORY = frozenset(
    map(stem, "decision move step measure plan event accident incident crash disaster".split())
)
SHORT = 4  # letters of a stem that another may begin with
# A sentence with one of these need not tell the causes that it names.
DENIAL = re.compile(
    r"\b(?:no|not|nor|never|nothing|rather|neither|without|den(?:y|ied|ies)|dismissed|contrary|"
    r"instead|ruled out)\b|n't",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Explanation:
    """A cause with its stems, the stems and kinds of its effect, and the stems around both.

    `beside` are the stems of the sentence alone, `rank` is which of its article's it is.
    """

    row: tuple
    source: str
    value: frozenset[str]
    asked: frozenset[str]
    kinds: dict[str, float]
    words: frozenset[str]
    beside: frozenset[str]
    rank: int


class Pairs:
    """What speaks for two causes of a story being of one thing."""

    def __init__(self, found: list[Explanation], sentences: Sentences) -> None:
        """Count the causes of each article and keep its words."""
        self.sentences = sentences
        self.of_source: dict[str, list[Explanation]] = defaultdict(list)
        for side in found:
            self.of_source[side.source].append(side)
        self.told = {source: told_in(sentences, source) for source in self.of_source}

    def features(self, one: Explanation, two: Explanation) -> dict[str, float]:
        """Return what is weighed, by the names of the weights."""
        rareness = self.sentences.rareness
        said = [self.said(one, two.source), self.said(two, one.source)]
        return {
            "kind": alike(one, two),
            "effect": min(MOST_SHARED, rareness(one.asked & two.asked)),
            "around": min(MOST_SHARED, rareness(one.words & two.words)),
            "lead": float(max(one.rank, two.rank) <= LEAD),
            "said": max(said),
            "said both": min(said),
            "story": float(one.asked <= STORY) + float(two.asked <= STORY),
            "bare": float(not one.asked) + float(not two.asked),
            "causes": len(self.of_source[one.source] + self.of_source[two.source]) / TEN,
        }

    def said(self, side: Explanation, source: str) -> float:
        """Return which share of the words of a cause another article also has."""
        words = {word for word in side.value if not word.startswith(REASON)}
        told = self.told[source]
        return sum(word[:SHORT] in told for word in words) / max(1, len(words))

    def exclusive(self, one: Explanation, two: Explanation) -> bool:
        """Tell whether two causes exclude each other: no article gives that of the other as well."""
        if not exclusive(one, two):
            return False
        sides = ((one, two.source), (two, one.source))
        return not any(
            share_a_stem(side.value, other.value)
            for side, source in sides
            for other in self.of_source[source]
        )

    def likeness(self, one: Explanation, two: Explanation) -> float:
        """Return how likely two causes are to be of one thing, by what is weighed; 0 if of two."""
        surely = TOLD in one.kinds.values() and TOLD in two.kinds.values()
        if surely and not alike(one, two):
            return 0.0
        weight = read_weights(WEIGHTS)
        told = self.features(one, two)
        score = weight["start"] + math.fsum(weight[name] * told[name] for name in told)
        return 1 / (1 + math.exp(-score))


def told_in(sentences: Sentences, source: str) -> frozenset[str]:
    """Return how the words of an article begin, but for sentences that deny something."""
    told = [text for text in sentences.texts[source] if not DENIAL.search(text)]
    return frozenset(word[:SHORT] for text in told for word in stems(text))


def contested_causes(rows: Iterable[tuple], sentences: Sentences) -> Iterator[tuple]:
    """Yield the causes that articles give for one thing, where they share no word."""
    near = [row for row in rows if BACK not in row.around or is_early(row, sentences)]
    found = [side for row in near if (side := explanation(row, sentences)).value]
    both = Pairs(found, sentences)
    pairs = opposed(found, both.exclusive, both.likeness, ENOUGH, lambda one, two: False)
    for attribute, sides in answered(pairs, both.likeness).items():
        for side in sides:
            yield fact(side.row, "event", attribute, side.row.value)


def exclusive(one: Explanation, two: Explanation) -> bool:
    """Tell whether two causes share no word, and neither sentence tells the other's cause."""
    known = mostly(one.value, two.beside) or mostly(two.value, one.beside)
    return not known and not share_a_stem(one.value, two.value)


def answered(
    pairs: Iterable[tuple[Explanation, Explanation]],
    likeness: Callable[[Explanation, Explanation], float],
) -> dict[str, list[Explanation]]:
    """Return by question one explanation of each article, that of the pairs most alike."""
    chosen: dict[str, dict[str, Explanation]] = defaultdict(dict)
    asked: dict[int, str] = {}
    for one, two in sorted(pairs, key=lambda pair: -likeness(*pair)):
        attribute = f"other:cause of {effect_of(one, two)}".removesuffix(" of ")
        known = chosen[attribute]
        fits = all(known.get(side.source, side) is side for side in (one, two))
        if fits and all(asked.get(id(side), attribute) == attribute for side in (one, two)):
            asked |= dict.fromkeys((id(one), id(two)), attribute)
            known.update({one.source: one, two.source: two})
    return {attribute: list(known.values()) for attribute, known in chosen.items() if known}


def explanation(row: tuple, sentences: Sentences) -> Explanation:
    """Return the explanation of a row."""
    value, around = reasons(row.quote), row.around.split()
    asked = frozenset(stem(word) for word in around if not word.startswith(KIND))
    own = sentences.words_at(row.source, row.start)
    words = own | sentences.before(row.source, row.start)
    kinds = kinds_of(row, around, asked, sentences)
    rank = sentences.rank(row.source, row.start)
    return Explanation(row, row.source, value, asked, kinds, words - value, own - value, rank)


def reasons(text: str) -> frozenset[str]:
    """Return the stems of a cause, and the names of the reasons that its words speak of."""
    words = WORD.findall(text.lower())
    return stems(text).union(*(named().get(word, ()) for word in words))


@cache
def named() -> dict[str, list[str]]:
    """Return by word the reasons that it speaks of: "wages" and "pay", "snow" and "blizzard"."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in read_cues("fact_reasons"):
        found[row["word"]].append(REASON + row["reason"])
    return found


def kinds_of(
    row: tuple, around: list[str], asked: frozenset[str], sentences: Sentences
) -> dict[str, float]:
    """Return the kinds of effect that a cause may be of, each with how surely it is."""
    told = {word for word in around if word.startswith(KIND)}
    direct = {word for word in told if word[1].isalpha()}
    near = dict.fromkeys((word[2:] for word in told if word.startswith(NEAR)), BESIDE)
    back = [word[2:] for word in told if word.startswith(BACK)]
    if back:
        return dict.fromkeys(back, BEFORE)
    if direct:
        return dict.fromkeys((word.removeprefix(KIND) for word in direct), TOLD)
    if not asked <= STORY:
        return dict.fromkeys(near, FAR)
    found = dict.fromkeys(sentences.kinds_above(row.source, TOP), ABOVE)
    found |= dict.fromkeys(sentences.kinds_at(row.source, row.start, -1), BEFORE)
    return found | near


def is_early(row: tuple, sentences: Sentences) -> bool:
    """Tell whether a cause stands where an article tells of its main matter."""
    return sentences.rank(row.source, row.start) <= TOP


def alike(one: Explanation, two: Explanation) -> float:
    """Return how surely two causes are of one kind of effect."""
    both = one.kinds.keys() & two.kinds.keys()
    return max((one.kinds[kind] * two.kinds[kind] for kind in both), default=0.0)


def effect_of(one: Explanation, two: Explanation) -> str:
    """Return what both are the cause of: its kind, or a word for it."""
    both = one.kinds.keys() & two.kinds.keys()
    if both:
        return max(sorted(both), key=lambda kind: one.kinds[kind] * two.kinds[kind])
    shared = min(one.asked & two.asked, default="")
    told = [word for word in one.row.around.split() if not word.startswith(KIND)]
    return next((word for word in told if stem(word) == shared), "")


def mostly(value: frozenset[str], words: frozenset[str]) -> bool:
    """Tell whether most of what a cause says stands among the words."""
    said = {word for word in value if not word.startswith(REASON)}
    return len(said & words) * 2 > len(said)


def share_a_stem(one: frozenset[str], two: frozenset[str]) -> bool:
    """Tell whether two values share a word, or one's begins with the other's: snow, snowfall."""
    if one & two:
        return True
    return any(
        min(len(a), len(b)) >= SHORT and (a.startswith(b) or b.startswith(a))
        for a in one
        for b in two
    )
