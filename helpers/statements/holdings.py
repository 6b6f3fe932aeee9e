"""Read how much of a company or a site somebody holds: "owns 15% of Y", "wholly owned by X".

What is held already is another question than what a deal gives: "is to take 51 per cent".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from helpers.quantities import Quantity
from helpers.statements.context import (
    VERBS,
    Context,
    Mention,
    Statement,
    clause_subject,
    mention_at,
)
from helpers.statements.cues import said
from helpers.statements.values import base

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

HOLDING = "shareholding"
HELD = frozenset(["hold", "own", "control"])
ENTIRELY = frozenset(["wholly", "fully", "entirely", "solely"])
ALL = 100.0
# A verb below one of these tells what is to be held: "agreed to own", "plans to hold".
PLANNED = frozenset(["aux", "xcomp"])
OWNED = re.compile(r"[- ](?:owned|held|controlled)\b")
# What is a part of a firm, and not of its sales or its market.
OF_FIRM = re.compile(
    r"\b(?:stakes?|shares?|shareholding|stock|interest|equity|holding|company|firm|business|group"
    r"|club|bank|venture|project|mine|field|site|capital|rest|remainder)\b"
)
MOST_AFTER = 60  # characters from a percentage to what it is a part of


def holding(context: Context, quantity: Quantity, span: Span) -> Statement | None:
    """Return how much somebody is said to hold, or None."""
    if quantity.kind != "percent":
        return None
    owned = OWNED.match(context.text, quantity.end)
    who = owner_before(context, span) if owned else holder(context, quantity, span)
    if who is None:
        return None
    return base(
        context, quantity, span, attribute=HOLDING, about="subject", rule="holding",
        subject=context.end_of(who),
    )  # fmt: skip


def holder(context: Context, quantity: Quantity, span: Span) -> Mention | None:
    """Return who "holds 7% of the stock", and is not only to hold it."""
    verb = next((above for above in span.root.ancestors if above.pos_ in VERBS), None)
    if verb is None or verb.lemma_ not in HELD or verb.dep_ in PLANNED or verb.i > span.start:
        return None
    planned = any(child.dep_ == "aux" and child.tag_ in {"MD", "TO"} for child in verb.children)
    named = any(verb.i < m.first <= span.end + 4 for m in context.names)
    after = context.text[quantity.end : quantity.end + MOST_AFTER]
    if planned or not (named or OF_FIRM.search(after)):
        return None
    return mention_at(context, clause_subject(verb))


def owner_before(context: Context, span: Span) -> Mention | None:
    """Return whose "its 60%-owned mine" is."""
    first = context.doc[max(0, span.start - 3) : span.start]
    owner = next((token for token in reversed(first) if token.tag_ in {"PRP$", "POS"}), None)
    if owner is None:
        return None
    return context.by_token.get(owner.i if owner.tag_ == "PRP$" else owner.i - 1)


def owned_whole(context: Context) -> Iterator[Statement]:
    """Yield who owns all of something: "wholly owned by X", "X's wholly owned unit"."""
    for token in context.where(["owned"]):
        entirely = any(t.lower_ in ENTIRELY for t in context.doc[max(0, token.i - 2) : token.i])
        who = owner_by(context, token) if entirely else None
        if who is not None:
            last = max(token.i + 1, who.last if who.first > token.i else 0)
            made = said(
                context, token.i - 1, last, HOLDING, f"{ALL:g}", "wholly owned", about="subject",
                subject=context.end_of(who), unit="percent", low=ALL, high=ALL,
            )  # fmt: skip
            yield replace(made, kind="percent")


def owner_by(context: Context, owned: Token) -> Mention | None:
    """Return by whom something is owned, or whose it is."""
    doc = context.doc
    if doc[owned.i + 1 : owned.i + 2].text == "by":
        governed = (c for link in owned.children if link.lower_ == "by" for c in link.children)
        found = (mention_at(context, word) for word in governed if word.dep_ == "pobj")
        return next((m for m in found if m is not None and m.form == "name"), None)
    return owner_before(context, doc[owned.i - 1 : owned.i + 1])
