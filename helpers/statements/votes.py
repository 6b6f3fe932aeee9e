"""Read how a vote ended: "by 33 votes to 22", "six to three", "51 in favour and 49 against"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from helpers.statements.context import Context, Statement
from helpers.statements.cues import earlier_time
from helpers.statements.status import status_of

if TYPE_CHECKING:
    from helpers.quantities import Quantity

VOTED = re.compile(
    r"\b(?:vote[sd]?|voting|ballot|ruling|ruled|motion|approved?|rejected|passed|carried|adopted"
    r"|majority|decision|decided|agreed|split|elected)\b",
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
# One side alone: "five members voted for the cut", "with three of the nine members opposed".
ONE_SIDE = re.compile(
    r"(?P<whole> of (?:the |its |their )?(?P<all>\w+(?:-\w+)?))?"
    r"(?: (?:members?|judges?|justices?|lawmakers?|councillors?|directors?|jurors?|panellists?"
    r"|panelists?|senators?|deputies|delegates|commissioners?|governors|policymakers"
    r"|rate-setters|states|countries|of them|other members))?(?: had| have)?"
    r" (?:(?P<no>(?:vot(?:ed|ing)|came out|were) against|dissent(?:ed|ing)|oppos(?:ed|ing))"
    r"|(?P<yes>(?:vot(?:ed|ing) (?:for|in favou?r)|in favou?r|back(?:ed|ing) |support(?:ed|ing) )))"
)
UNANIMOUS = re.compile(
    r"\bunanimous(?:ly)?\b"
    r"|\b(?:vote[ds]?|voting|approved|passed|adopted|rejected|backed)(?: \w+){0,4} without dissent\b"
    r"|\b(?:no|without a single|without any|not a single|not one)(?: dissenting)? votes?"
    r"(?: (?:was|were))?(?: cast)? against\b"
    r"|\b(?:no|without a single|without any|not a single) dissenting (?:votes?|voices?)\b"
    r"|\b(?:nobody|no[- ]one|none|no (?:member|councillor|lawmaker|senator|judge|deputy|delegate)s?)"
    r"(?: \w+){0,3} voted (?:against|no)\b",
    re.IGNORECASE,
)
NOT_QUITE = re.compile(r"\b(?:not|n't|never|nearly|almost|far from|non)[ -](?:\w+ )?$")
DECIDING = re.compile(
    r"\b(?:vote[ds]?|voting|ballot|decisions?|decided|rulings?|ruled|verdicts?|approv\w+|jury|jurors"
    r"|boards?|judges|justices|court|council|committee|panel|members|back(?:ed|s)|elected|adopted"
    r"|passed|rejected|recommend\w+|agreed|chosen|selected)\b",
    re.IGNORECASE,
)
MOST_VOTES = 2000
# "a 6-3 ruling", "by a 10-2 majority"
DECIDED = frozenset(["vote", "ruling", "decision", "majority"])


def tallies(context: Context) -> Iterator[tuple[Statement, set[int]]]:
    """Yield each result of a vote with the places of the numbers that it uses.

    A side that is not told is "?": "5-?" for "five members voted for it".
    """
    yield from unanimous(context)
    if not context.quantities or not VOTED.search(context.text):
        return
    used: set[int] = set()
    for one in context.quantities:
        if one.kind == "score" and one.unit in DECIDED:
            yield tally(context, one, one, one.value), {one.start}
    for one, two in pairwise(context.quantities):
        if is_tally(context, one, two):
            value = f"{one.value}-{two.value}"
            used |= {one.start, two.start}
            yield tally(context, one, two, value), {one.start, two.start}
    for at, one in enumerate(context.quantities):
        if one.start not in used and one.value.isdigit() and one.kind in WHOLE:
            for statement, places in one_side(context, at, one):
                used |= places
                yield statement, places


def one_side(context: Context, at: int, one: Quantity) -> Iterator[tuple[Statement, set[int]]]:
    """Yield how many voted on one side, and on the other if all are counted as well."""
    match = ONE_SIDE.match(context.text, one.end)
    if match is None or int(one.value) > MOST_VOTES:
        return
    number, other, places, last = int(one.value), "?", {one.start}, one
    following = context.quantities[at + 1 : at + 2]
    if match["whole"] and following and following[0].start == match.start("all"):
        whole = following[0]
        if whole.value.isdigit() and int(whole.value) > number:
            other, last = str(int(whole.value) - number), whole
            places.add(whole.start)
    sides = (number, other) if match["yes"] else (other, number)
    yield tally(context, one, last, f"{sides[0]}-{sides[1]}"), places


def unanimous(context: Context) -> Iterator[tuple[Statement, set[int]]]:
    """Yield that nobody was against: "the board approved it unanimously"."""
    told = any(word in context.text for word in ("unanimous", "dissent", " against", "voted no"))
    for match in UNANIMOUS.finditer(context.text) if told else ():
        span = context.doc.char_span(*match.span(), alignment_mode="expand")
        sentence = span.sent
        before = context.text[sentence.start_char : match.start()]
        if NOT_QUITE.search(before) or not DECIDING.search(sentence.text):
            continue
        status, speaker = status_of(context, span.start, span.end)
        yield Statement(
            *match.span(), "vote", "unanimous", "score", "vote", status=status,
            attribution=speaker, earlier=earlier_time(context, span),
        ), set()  # fmt: skip


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
