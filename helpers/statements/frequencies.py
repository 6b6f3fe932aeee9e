"""Say of what it is told how often it is done: "the drug is given every two weeks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.numbers.frequencies import HOW_OFTEN
from helpers.statements.parties import with_subject
from helpers.statements.values import base

if TYPE_CHECKING:
    from spacy.tokens import Span

    from helpers.quantities import Quantity
    from helpers.statements.context import Context, Statement

OFTEN = f"other:{HOW_OFTEN}"


def how_often(context: Context, quantity: Quantity, span: Span) -> Statement:
    """Return the statement of how often something is done."""
    made = base(context, quantity, span, attribute=OFTEN, about="subject", rule=HOW_OFTEN)
    return with_subject(context, made, span, None)
