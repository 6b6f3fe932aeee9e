"""Read who is whose relative: "her uncle, Elias Chebon", "his wife Anna"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from helpers.cues import read_cues
from helpers.fact_context import Context, Statement
from helpers.fact_cues import said

if TYPE_CHECKING:
    from spacy.tokens import Token

SMALL = frozenset([",", "and", "-"])


@cache
def kin_words() -> dict[str, str]:
    """Return the words for relatives with the one that stands for all that say the same."""
    return {row["word"]: row["kin"] for row in read_cues("fact_kin")}


def kin(context: Context, token: Token) -> Iterator[Statement]:
    """Yield what a relative named right after the word for it is to somebody."""
    relation = kin_words().get(token.lemma_.lower())
    head = token.head if token.dep_ == "conj" else token
    owner = next((c for c in (*token.children, *head.children) if c.dep_ == "poss"), None)
    if relation is None or token.tag_ == "NNS":
        return
    at = token.i + 1
    at += at < len(context.doc) and context.doc[at].text in SMALL
    person = next((m for m in context.names if m.first == at), None)
    opens = token.left_edge.i == token.i or owner is not None
    if person is None or not opens or person.last > token.sent.end:
        return
    first = token.left_edge.i
    yield said(
        context, first, person.last, "other:kin", relation, "kin", about="person",
        subject=context.end_of(person),
    )  # fmt: skip
