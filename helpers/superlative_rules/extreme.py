"""What a claim to an extreme is: its words, what it is said of, and what could prove it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

EVALUATIVE, MEASURABLE, UNIQUENESS = "evaluative", "measurable", "uniqueness"
MORPHOLOGICAL, ANALYTIC, UNIQUE = "morphological", "analytic", "uniqueness"
RANK, RECORD, COMPARISON = "rank", "record", "comparison"

MODIFIERS = frozenset("amod compound nmod advmod npadvmod nummod quantmod poss".split())


@dataclass(frozen=True)
class Extreme:
    """A claim to an extreme as found: its words, what it is said of, and what would prove it.

    `first` and `last` are the indices of the claiming words, `head` the noun they modify, or the
    last of themselves. `dimension` names the kinds of quantity that bear on it.
    """

    first: int
    last: int
    head: Token
    form: str
    kind: str
    dimension: frozenset[str]


def modified(token: Token) -> Token:
    """Return the noun that a superlative word modifies, or the word itself if there is none."""
    head = token
    for _ in range(4):
        if is_gerund_noun(head.head) and head.dep_ in MODIFIERS and head.head.i > head.i:
            return head.head
        if head.dep_ not in MODIFIERS or head.head.i <= head.i or head.head.sent != head.sent:
            break
        if head.head.pos_ in {"VERB", "AUX"} and head.head.dep_ not in MODIFIERS:
            break
        head = head.head
    return head if head.pos_ in {"NOUN", "PROPN", "PRON", "NUM"} or head == token else token


def is_gerund_noun(token: Token) -> bool:
    """Tell whether a form in -ing is a noun by its article: "the most violent shaking"."""
    return token.tag_ == "VBG" and any(c.dep_ in {"det", "poss"} for c in token.lefts)


def is_name(token: Token) -> bool:
    """Tell whether a capital makes the word part of a name: George Best, the Best Picture."""
    if not token.text[0].isupper() or token.i == token.sent.start:
        return False
    if token.text.isupper() and len(token) > 1:
        return False
    longer = [
        t
        for t in token.doc[max(token.sent.start, token.i - 20) : token.i + 20]
        if len(t) > 3 and t.is_alpha
    ]
    if token.nbor(-1).is_punct or sum(t.text[0].isupper() for t in longer) > 0.6 * len(longer):
        return False
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return token.pos_ == "PROPN" or (after is not None and after.text[:1].isupper())
