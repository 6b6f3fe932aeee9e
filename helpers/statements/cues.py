"""Words that announce a fact, and the statement that a rule makes of them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from helpers.cues import read_cues
from helpers.statements.context import SUBJECTS, VERBS, Context, Statement, clause_verb
from helpers.statements.status import status_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

EARLIER = re.compile(
    r"\b(?:last (?:year|season|month)|a year (?:ago|earlier)|previous(?:ly)?|earlier this"
    r"|years? (?:ago|earlier)|formerly|decades? ago)\b"
)
# One of several events of a kind: "the second storm", "an earlier crash".
OTHERS = frozenset(
    "second third fourth fifth another earlier previous separate later similar deadlier".split()
)
EVENTS = frozenset(
    "storm hurricane cyclone typhoon quake earthquake aftershock tremor flood fire blaze wildfire "
    "crash accident collision derailment explosion blast attack shooting bombing strike eruption "
    "landslide avalanche outbreak sinking disaster incident collapse scheme scandal case trial "
    "vote round raid protest march robbery breach leak outage recall".split()
)
# What a value is measured against stands right after these.
COMPARED = re.compile(
    r"\b(up from|down from|compared (?:with|to)|against|versus|ahead of|instead of|rather than)"
    r"(?: (?:a|an|the|about|around|some|just|only|nearly|almost|more than|less than|its|[$€£]))*\s*$"
)
MEASURED = re.compile(r"\b(?:up from|down from|compared|against|versus)\b")
# Years that bound a comparison and date nothing.
COMPARING = frozenset(["compared", "against", "versus"])
MOST_BETWEEN = 40  # tokens between a year and the value that it may date
SPANNING = frozenset(["since", "until", "till", "after", "before", "than", "by"])
MOST_YEARS = 10  # in a sentence; more are a list that dates nothing, and the time stays linear


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
    if "status" not in changes:
        changes["status"], changes["attribution"] = status_of(context, first, last)
    span = context.doc[first:last]
    fields = {"attribution": "", "earlier": ""} | changes
    return Statement(span.start_char, span.end_char, attribute, value, "words", rule, **fields)


def earlier_time(context: Context, span: Span) -> str:
    """Return the words that put a statement into another time than the event's, or ""."""
    place = span.start, span.end
    if place not in context.earlier:
        context.earlier[place] = found_earlier(context, span)
    return context.earlier[place]


def found_earlier(context: Context, span: Span) -> str:
    """Find the words for another time: a comparison, another event, a year."""
    sentence = context.sentence(span)
    text, at = sentence.text, span.start_char - sentence.first
    compared = COMPARED.search(text[max(0, at - 60) : at])
    if compared:
        return compared.group(1)
    other = other_event(context, span)
    if other:
        return other
    match = sentence.find(EARLIER)
    if match and not (at < match.start() and MEASURED.search(text, at, match.start())):
        return match.group()
    verb = clause_verb(span.root) if span.root.pos_ not in VERBS else span.root
    inside = sentence.years
    if len(inside) > MOST_YEARS:
        return ""
    years = [q.value for q in inside if dates_clause(context.span(q), verb, span)]
    years = [year for year in years if year != context.date[:4]]
    return years[0] if len(years) == 1 else ""


def other_event(context: Context, span: Span) -> str:
    """Return the words for another event of the kind: "the second storm left two dead"; else ""."""
    for noun in context.sentence(span).nouns(EVENTS):
        kinds = [c for c in noun.lefts if c.dep_ == "amod" and c.lower_ in OTHERS]
        verb = span.root if span.root.pos_ in VERBS else clause_verb(span.root)
        above = noun if noun.dep_ in SUBJECTS else noun.head
        same = verb is not None and (noun.head == verb or above.head == verb)
        if kinds and (same or span.root in noun.subtree):
            return f"{kinds[0].lower_} {noun.lemma_.lower()}"
    return ""


def dates_clause(year: Span, verb: Token | None, span: Span) -> bool:
    """Tell whether a year dates the clause of a statement, or opens its sentence."""
    if year.start and year.doc[year.start - 1].lower_ in SPANNING:
        return False
    between = year.doc[min(span.end, year.end) : max(span.start, year.start)]
    # A year behind the value that another value is compared with dates that one.
    told = len(between) <= MOST_BETWEEN
    if told and (
        COMPARED.search(between.text.lower() + " ") or COMPARING & {t.lower_ for t in between}
    ):
        return False
    dated = clause_verb(year.root)
    same = verb is None or dated is None or dated == verb or dated in verb.ancestors
    return same or (year.start - year.sent.start < 3) or abs(year.start - span.end) < 3
