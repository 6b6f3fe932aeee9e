"""Set causes, places, authors and posts of different articles against each other.

Two answers are set against each other where they share no word and what they are said of is
alike: the effect of a cause, what stands in a place, what somebody did.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from helpers.fact_slots import Sentences, fact, opposed, stem, stems

MOST_SHARED = 3.0
# What the words for the effect weigh, and the other words of the sentences.
EFFECT, CONTEXT, ENOUGH_CAUSE = 1.2, 0.6, 1.2
# A cause of nothing in particular is that of what the story is about.
WHOLE = 1.0
STORY = frozenset(
    map(stem, "decision move step measure plan event accident incident crash disaster".split())
)
SHORT = 4  # letters of a stem that another may begin with


@dataclass(frozen=True)
class Answer:
    """A value with its stems, the stems of what it is said of, and those around both."""

    row: tuple
    source: str
    value: frozenset[str]
    asked: frozenset[str]
    words: frozenset[str]


def contested_causes(rows: Iterable[tuple], sentences: Sentences) -> Iterator[tuple]:
    """Yield the causes that articles give for one thing, where they share no word."""
    found = []
    for row in rows:
        value = stems(row.quote)
        asked = frozenset(stem(word) for word in row.around.split())
        words = sentences.words_at(row.source, row.start) | sentences.before(row.source, row.start)
        if value:
            found.append(Answer(row, row.source, value, asked, words - value))

    def likeness(one: Answer, two: Answer) -> float:
        effect = sentences.rareness(one.asked & two.asked)
        effect += sentences.rareness((one.asked & two.words) | (one.words & two.asked)) / 2
        if not effect and one.asked and two.asked:
            return 0.0
        around = sentences.rareness(one.words & two.words)
        whole = WHOLE * (one.asked <= STORY and two.asked <= STORY)
        return EFFECT * effect + CONTEXT * min(MOST_SHARED, around) + whole

    def exclusive(one: Answer, two: Answer) -> bool:
        known = len(one.value & two.words) * 2 >= len(one.value)
        known |= len(two.value & one.words) * 2 >= len(two.value)
        return not known and not share_a_stem(one.value, two.value)

    for one, two in opposed(found, exclusive, likeness, ENOUGH_CAUSE):
        shared = min(one.asked & two.asked, default="")
        effect = next((w for w in one.row.around.split() if stem(w) == shared), "")
        for side in (one, two):
            attribute = f"other:cause of {effect}" if effect else "other:cause"
            yield fact(side.row, "event", attribute, side.row.value)


def share_a_stem(one: frozenset[str], two: frozenset[str]) -> bool:
    """Tell whether two values share a word, or one's begins with the other's: snow, snowfall."""
    if one & two:
        return True
    return any(
        min(len(a), len(b)) >= SHORT and (a.startswith(b) or b.startswith(a))
        for a in one
        for b in two
    )
