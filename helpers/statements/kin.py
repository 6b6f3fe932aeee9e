"""Read who is whose relative, "her uncle, Elias Chebon", and who has how many children."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from helpers.cues import read_cues
from helpers.name_rules.genders import can_mean
from helpers.statements.ages import described_person, is_bare_age
from helpers.statements.context import Context, Mention, Statement
from helpers.statements.cues import said
from helpers.statements.values import COUNTING, base

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from helpers.quantities import Quantity

# "A father of three" has three children.
MOST_CHILDREN = 12
CHILDREN = "other:children"
PARENTS = frozenset(
    "father mother dad mum mom parent grandfather grandmother grandad granddad grandma".split()
)
SMALL = frozenset([",", "and", "-"])
IN_LAW = re.compile(r"-in-law\b")
HALF = re.compile(r"half-$")
# What somebody's child's child is to somebody: the one who calls him so is the grandfather.
INVERSE = {
    "grandson": ("grandfather", "grandmother"),
    "granddaughter": ("grandfather", "grandmother"),
    "son": ("father", "mother"),
    "daughter": ("father", "mother"),
    "nephew": ("uncle", "aunt"),
    "niece": ("uncle", "aunt"),
}


@cache
def kin_words() -> dict[str, str]:
    """Return the words for relatives with the one that stands for all that say the same."""
    return {row["word"]: row["kin"] for row in read_cues("fact_kin")}


def kin(context: Context, token: Token) -> Iterator[Statement]:
    """Yield what a relative named right after the word for it is to somebody.

    Of "X, a grandson of Y" that is what Y is to X.
    """
    relation = kin_words().get(token.lemma_.lower())
    if relation is None or token.tag_ == "NNS":
        return
    text, first, end = context.text, token.left_edge.i, token.idx + len(token)
    law = IN_LAW.match(text, end)
    relation += "-in-law" if law else ""
    half = HALF.search(text, 0, token.idx)
    relation = f"half-{relation}" if half else relation
    at = token.i + 1 + (4 if law else 0)
    elder = elder_after(context, token)
    if elder is not None and not law and relation in INVERSE:
        first, person = token.i, elder
        relation = INVERSE[relation][can_mean("she", elder.key) and not can_mean("he", elder.key)]
    else:
        at += at < len(context.doc) and context.doc[at].text in SMALL
        person = next((m for m in context.names if m.first == at), None)
        head = token.head if token.dep_ == "conj" else token
        owner = next((c for c in (*token.children, *head.children) if c.dep_ == "poss"), None)
        opens = first == token.i or owner is not None or half is not None or law is not None
        person = person if opens else None
    if person is not None and person.last <= token.sent.end:
        yield said(
            context, first, person.last, "other:kin", relation, "kin", about="person",
            subject=context.end_of(person),
        )  # fmt: skip


def elder_after(context: Context, token: Token) -> Mention | None:
    """Return the name of whose relative somebody named before is: "X, grandson of founder Y"."""
    of = next((c for c in token.children if c.lower_ == "of" and c.i == token.i + 1), None)
    last = of.right_edge.i + 1 if of is not None else 0
    return next((m for m in context.names if of.i < m.first < last), None) if of else None


def children(context: Context, quantity: Quantity, span: Span) -> Statement | None:
    """Return how many children somebody has who is called "a father of three", or None."""
    before = [token.lower_ for token in span.doc[max(0, span.start - 2) : span.start]]
    parent = len(before) > 1 and before[0] in PARENTS and before[1] == "of"
    counted = quantity.kind in COUNTING and quantity.value.isdigit()
    if not parent or not counted or not is_bare_age(context, span):
        return None
    if not 0 < int(quantity.value) <= MOST_CHILDREN:
        return None
    return base(
        context, quantity, span, attribute=CHILDREN, about="person", unit="child", kind="count",
        rule="parent of", subject=context.end_of(described_person(context, span)),
    )  # fmt: skip
