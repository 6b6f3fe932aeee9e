"""Set the causes that different articles give for one effect against each other.

Two explanations are of one effect where they share its words or its kind: "the blaze" and "flames
tore through". A cause that stands alone explains what is told just before, else what the article
is about. Those that share a word agree; an article that gives several is set against nobody on
what it says itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from helpers.cues import read_cues
from helpers.fact_effects import BACK, KIND, NEAR
from helpers.fact_slots import WORD, Sentences, fact, opposed, stem, stems

REASON = "%"  # marks a reason among stems

# What the words for the effect weigh, its kind, and the other words of the sentences.
EFFECT, SAME_KIND, CONTEXT, ENOUGH = 1.2, 2.0, 0.6, 1.2
MOST_SHARED = 3.0
# How surely a cause explains a kind of effect: told with it, near it, just before, or at the top.
TOLD, BESIDE, BEFORE, ABOVE, FAR = 1.0, 0.8, 0.7, 0.65, 0.6
ENOUGH_KIND = 0.4
LEAD = 0.4  # an article that agrees with another on a cause opposes it seldom
TOP = 5  # sentences that tell what an article is about, its title among them
# A cause of nothing in particular is that of what the story is about.
WHOLE = 1.2
COMMON = 0.5  # rareness of a word that a story is about
STORY = frozenset(
    map(stem, "decision move step measure plan event accident incident crash disaster".split())
)
SHORT = 4  # letters of a stem that another may begin with


@dataclass(frozen=True)
class Explanation:
    """A cause with its stems, the stems and kinds of its effect, and the stems around both.

    `beside` are the stems of the sentence alone.
    """

    row: tuple
    source: str
    value: frozenset[str]
    asked: frozenset[str]
    kinds: dict[str, float]
    words: frozenset[str]
    beside: frozenset[str]


def contested_causes(rows: Iterable[tuple], sentences: Sentences) -> Iterator[tuple]:
    """Yield the causes that articles give for one thing, where they share no word."""
    near = [row for row in rows if BACK not in row.around or is_early(row, sentences)]
    found = [side for row in near if (side := explanation(row, sentences)).value]

    def likeness(one: Explanation, two: Explanation) -> float:
        shared, kind = one.asked & two.asked, same_kind(one, two, sentences)
        if TOLD in one.kinds.values() and TOLD in two.kinds.values() and not alike(one, two):
            return 0.0
        meet = alike(one, two) or not (is_told(one) and is_told(two))
        general = one.asked <= STORY or two.asked <= STORY
        whole = bool(meet) and general and of_story(one) and of_story(two)
        if not shared and not kind and not whole:
            return 0.0
        effect = sentences.rareness(shared)
        effect += sentences.rareness((one.asked & two.words) | (one.words & two.asked)) / 2
        around = sentences.rareness(one.words & two.words)
        about = SAME_KIND * kind + WHOLE * whole
        return EFFECT * effect + CONTEXT * min(MOST_SHARED, around) + about

    def of_story(side: Explanation) -> bool:
        if BACK in side.row.around or not side.asked and TOLD in side.kinds.values():
            return False
        return side.asked <= STORY or sentences.commonest(side.asked) <= COMMON

    def exclusive(one: Explanation, two: Explanation) -> bool:
        known = mostly(one.value, two.beside) or mostly(two.value, one.beside)
        return not known and not share_a_stem(one.value, two.value)

    pairs = opposed(found, exclusive, likeness, ENOUGH, lead=LEAD)
    for attribute, sides in answered(pairs, likeness).items():
        for side in sides:
            yield fact(side.row, "event", attribute, side.row.value)


def answered(
    pairs: Iterable[tuple[Explanation, Explanation]],
    likeness: Callable[[Explanation, Explanation], float],
) -> dict[str, list[Explanation]]:
    """Return by question one explanation of each article, that of the pairs most alike."""
    chosen: dict[str, dict[str, Explanation]] = defaultdict(dict)
    asked: dict[int, str] = {}
    for one, two in sorted(pairs, key=lambda pair: (-alike(*pair), -likeness(*pair))):
        attribute = f"other:cause of {effect_of(one, two)}".removesuffix(" of ")
        known = chosen[attribute]
        fits = all(known.get(side.source, side) is side for side in (one, two))
        if fits and all(asked.get(id(side), attribute) == attribute for side in (one, two)):
            asked |= dict.fromkeys((id(one), id(two)), attribute)
            known.update({one.source: one, two.source: two})
    return {attribute: list(known.values()) for attribute, known in chosen.items()}


def explanation(row: tuple, sentences: Sentences) -> Explanation:
    """Return the explanation of a row."""
    value, around = reasons(row.quote), row.around.split()
    asked = frozenset(stem(word) for word in around if not word.startswith(KIND))
    own = sentences.words_at(row.source, row.start)
    words = own | sentences.before(row.source, row.start)
    kinds = kinds_of(row, around, asked, sentences)
    return Explanation(row, row.source, value, asked, kinds, words - value, own - value)


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


def is_told(side: Explanation) -> bool:
    """Tell whether the kind of effect stands in the sentence of a cause."""
    return max(side.kinds.values(), default=0.0) >= BESIDE


def alike(one: Explanation, two: Explanation) -> float:
    """Return how surely two causes are of one kind of effect."""
    both = one.kinds.keys() & two.kinds.keys()
    return max((one.kinds[kind] * two.kinds[kind] for kind in both), default=0.0)


def same_kind(one: Explanation, two: Explanation, sentences: Sentences) -> float:
    """Return how surely two causes are of one kind of effect that both articles are about."""
    both = one.kinds.keys() & two.kinds.keys()
    both &= sentences.kinds_above(one.source, TOP) & sentences.kinds_above(two.source, TOP)
    told = max((one.kinds[kind] * two.kinds[kind] for kind in both), default=0.0)
    return told if told > ENOUGH_KIND else 0.0


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
