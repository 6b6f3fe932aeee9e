"""Read how a vote ended: "by 33 votes to 22", "six to three", "51 in favour and 49 against"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from helpers.fact_context import Context, Statement
from helpers.fact_cues import earlier_time
from helpers.fact_status import status_of

if TYPE_CHECKING:
    from helpers.quantities import Quantity

VOTED = re.compile(
    r"\b(?:vote[sd]?|voting|ballot|ruling|ruled|motion|approved?|rejected|passed|carried|adopted"
    r"|majority|decision)\b",
    re.IGNORECASE,
)
BETWEEN = re.compile(
    r"(?: votes?| members| judges| lawmakers| councillors)?(?: voting| voted)?"
    r"(?: in favou?r| for(?: it)?)?,? ?(to|against|versus|and|with|-|–)? ?"
)
AGAINST = re.compile(
    r"(?: votes?| members| others)?(?: voting| voted| were)? (?:against|opposed)\b"
)
WHOLE = frozenset(["count", "number", "score"])


def tallies(context: Context) -> Iterator[tuple[Statement, set[int]]]:
    """Yield each result of a vote with the places of the numbers that it uses."""
    if not VOTED.search(context.text):
        return
    for one in context.quantities:
        if one.kind == "score" and one.unit == "vote":
            yield tally(context, one, one, one.value), {one.start}
    for one, two in pairwise(context.quantities):
        if is_tally(context, one, two):
            value = f"{one.value}-{two.value}"
            yield tally(context, one, two, value), {one.start, two.start}


def is_tally(context: Context, one: Quantity, two: Quantity) -> bool:
    """Tell whether two numbers are the two sides of a vote."""
    whole = one.value.isdigit() and two.value.isdigit()
    if not whole or {one.kind, two.kind} - WHOLE or two.start - one.end > 40:
        return False
    link = BETWEEN.fullmatch(context.text[one.end : two.start])
    sentence = context.span(one).sent
    if link is None or not VOTED.search(sentence.text) or two.end > sentence.end_char:
        return False
    opposed = AGAINST.match(context.text, two.end) is not None
    dashed = (link.group(1) or "") in {"-", "–"}
    return opposed or link.group(1) in {"to", "against", "versus"} or (dashed and "vote" in link[0])


def tally(context: Context, one: Quantity, two: Quantity, value: str) -> Statement:
    """Return the statement of a result."""
    first, last = context.span(one).start, context.span(two).end
    status, speaker = status_of(context, first, last)
    return Statement(
        one.start, two.end, "vote", value, "score", "vote", status=status, attribution=speaker,
        earlier=earlier_time(context, context.doc[first:last]),
    )  # fmt: skip
