"""Words that announce a fact, and the statement that a rule makes of them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from helpers.cues import read_cues
from helpers.fact_context import VERBS, Context, Statement, clause_verb
from helpers.fact_status import status_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

EARLIER = re.compile(
    r"\b(?:last (?:year|season|month)|a year (?:ago|earlier)|previous(?:ly)?|earlier this"
    r"|years? (?:ago|earlier)|at the time|formerly|up from|down from|compared (?:with|to))\b"
)


@cache
def cues(pos: str) -> dict[str, list[dict[str, str]]]:
    """Return the rows of the cue list for a part of speech, by word."""
    table: dict[str, list[dict[str, str]]] = {}
    for row in read_cues("fact_words"):
        if row["pos"] == pos:
            table.setdefault(row["word"], []).append(row)
    return table


def said(
    context: Context,
    first: int,
    last: int,
    attribute: str,
    value: str,
    rule: str,
    **changes: object,
) -> Statement:
    """Return a statement in tokens `first` to `last`, with the status of its words."""
    status, speaker = status_of(context, first, last)
    span = context.doc[first:last]
    fields = {"status": status, "attribution": speaker, "earlier": ""} | changes
    return Statement(span.start_char, span.end_char, attribute, value, "words", rule, **fields)


def earlier_time(context: Context, span: Span) -> str:
    """Return the words that put a statement into another time than the event's, or ""."""
    sentence = span.sent
    match = EARLIER.search(sentence.text.lower())
    if match:
        return match.group()
    verb = clause_verb(span.root) if span.root.pos_ not in VERBS else span.root
    first, last = sentence.start_char, sentence.end_char
    inside = [q for q in context.years if first <= q.start and q.end <= last]
    years = [q.value for q in inside if dates_clause(context.span(q), verb, span)]
    return years[0] if len(years) == 1 else ""


def dates_clause(year: Span, verb: Token | None, span: Span) -> bool:
    """Tell whether a year dates the clause of a statement, or opens its sentence."""
    dated = clause_verb(year.root)
    same = verb is None or dated is None or dated == verb or dated in verb.ancestors
    return same or (year.start - year.sent.start < 3) or abs(year.start - span.end) < 3
