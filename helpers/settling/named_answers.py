"""Set names against each other that different articles give in answer to one question.

The likest pair is taken first, and each name once. The question is called by a word told with both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

import pandas as pd

from helpers.settling.bearers import Bearer
from helpers.settling.named_likeness import Likeness, Pair
from helpers.statements.slots import Sentences, stem

WORD = re.compile(r"[^\W\d_]{3,}")
SOURCE, START, END, SUBJECT, ATTRIBUTE = 0, 2, 3, 5, 6
ENOUGH = -0.8
RULE = "named alike"
# These say nothing of what is asked, if another word does.
UNTELLING = frozenset(
    "three four five six seven eight nine ten million billion him time first next february march "
    "april june july august september october november december january".split()
)
PLACE, NAME = "place of", "name for"
EVENT = "event"
# So much of what the likest two articles have in common others have who answer as well.
FURTHER = 0.5


class Answered:
    """The questions that rules found answered, by place."""

    def __init__(self, known: Iterable[tuple]) -> None:
        """Sort the facts by source."""
        self.places: dict[str, list[tuple]] = defaultdict(list)
        for made in known:
            about = made[SUBJECT], made[ATTRIBUTE]
            self.places[made[SOURCE]].append((made[START], made[END], about))

    def questions(self, bearer: Bearer) -> set[tuple[str, str]]:
        """Return the questions that an article answers where it gives a name."""
        return {
            about
            for start, end, about in self.places[bearer.source]
            for mention in bearer.mentions
            if start < mention.row.end and mention.row.start < end
        }

    def both(self, pair: Pair) -> bool:
        """Tell whether two names are known to answer one question."""
        return bool(self.questions(pair.one) & self.questions(pair.two))


def named_answers(
    names: pd.DataFrame,
    sentences: Sentences,
    joined: Collection[frozenset[str]],
    known: list[tuple],
) -> Iterator[tuple]:
    """Yield facts for the names that articles give against each other, but for `known` answers.

    `joined` has the names of which one lies in the other.
    """
    answered, like = Answered(known), Likeness(names, sentences, joined)
    found = [(like.score(pair, pairs), pair, pairs) for pair, pairs in like.pairs()]
    found = [item for item in found if item[0] > ENOUGH]
    used: set[str] = set()
    asked = {made[ATTRIBUTE] for made in known}
    for _, pair, pairs in sorted(found, key=lambda item: (-item[0], sorted(item[1].names))):
        if used & pair.names:
            continue
        used |= pair.names
        if answered.both(pair):
            continue
        question = question_of(pair, sentences)
        while question in asked:
            question += " too"
        asked.add(question)
        least = FURTHER * like.support(pair)
        alike = [other for other in pairs if like.support(other) >= least]
        yield from rows_of(question, [pair, *alike])


def rows_of(question: str, pairs: list[Pair]) -> Iterator[tuple]:
    """Yield the facts of the articles that give one of two names; each the place of its first pair."""
    places: dict[tuple[str, str], tuple] = {}
    for pair in pairs:
        places.setdefault((pair.one.name, pair.one.source), pair.own.row)
        places.setdefault((pair.two.name, pair.two.source), pair.other.row)
    nan = float("nan")
    for (name, _), row in sorted(places.items()):
        yield (
            *(row.source, row.line, row.start, row.end, row.quote, EVENT, question, name),
            *("", nan, nan, "asserted", "", RULE, "words"),
        )


def question_of(pair: Pair, sentences: Sentences) -> str:
    """Return what two names are asked for: by the rarest word around both, in small letters if any is."""
    text = sentences.text_at(pair.one.source, pair.own.row.start)
    told = pair.tight or pair.near or pair.shared or pair.own.near
    words = [word for word in WORD.findall(text) if stem(word.lower()) in told]
    ranked = sorted(words, key=lambda w: (sentences.rareness([stem(w.lower())]), w), reverse=True)
    telling = [w for w in ranked if w.islower() and w not in UNTELLING]
    word = next(iter([*telling, *ranked]), EVENT)
    matter = PLACE if "place" in (pair.one.kind, pair.two.kind) else NAME
    return f"other:{matter} {word.lower()}"
