"""Read of what kind a thing is, and that it failed, where an adjective or a noun tells it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from helpers.cues import read_cues
from helpers.fact_context import Context, Statement, clause_subject, clause_verb
from helpers.fact_outcomes import is_told, made, noun_at
from helpers.fact_phrases import is_of
from helpers.fact_polarity import DENYING, NOT_SO, SO, firmness

if TYPE_CHECKING:
    from spacy.tokens import Token

# What is called by what stands before it: "the steering gear" is the steering.
SYSTEMS = frozenset("gear system equipment unit mechanism device apparatus panel".split())
FAILURES = frozenset("failure fault defect malfunction breakdown".split())


def kinds(context: Context) -> Iterator[Statement]:
    """Yield the kind that each adjective of the list gives, and each failure."""
    named = {i for m in context.names for i in range(m.first, m.last)}
    for token in context.where(FAILURES):
        yield from failed(context, token)
    for token in context.where(adjectives()):
        if token.i not in named or adjectives()[token.lower_]["thing"]:
            yield from of_kind(context, token)


@cache
def adjectives() -> dict[str, dict[str, str]]:
    """Return by adjective the row that says of what kind a thing is: colour, side, material."""
    return {row["word"]: row for row in read_cues("fact_outcomes") if row["pos"] == "kind"}


def of_kind(context: Context, token: Token) -> Iterator[Statement]:
    """Yield the kind that an adjective gives a noun: "a white van", "the van was white"."""
    thing = token.head if token.dep_ == "amod" else None
    if token.dep_ == "acomp":
        thing = clause_subject(token.head)
    kind = adjectives()[token.lower_]["thing"]
    fits = not kind or (token.text.istitle() and is_of(thing, noun_at(context, thing), kind))
    if thing is not None and thing.pos_ == "NOUN" and fits:
        verb = token.head if token.dep_ == "acomp" else clause_verb(thing)
        firm = firmness(context, verb) if token.dep_ == "acomp" else SO
        row, last = adjectives()[token.lower_], max(token.i, thing.i) + 1
        first = min(token.i, thing.i) if token.dep_ == "amod" else token.i
        yield from made(context, verb or thing, first, last, row, thing, None, firm)


def failed(context: Context, noun: Token) -> Iterator[Statement]:
    """Yield that a thing did not work: "a failure of the steering gear", "brake failure"."""
    things = [c for c in noun.children if c.dep_ == "compound" and c.pos_ == "NOUN"]
    for link in noun.children:
        if link.dep_ == "prep" and link.lower_ in {"of", "in", "with"}:
            things += [c for c in link.children if c.dep_ == "pobj" and c.pos_ == "NOUN"]
    verb = clause_verb(noun)
    denied = any(c.lower_ == "no" for c in noun.children)
    firm = NOT_SO if denied else SO if verb is None else noun_stance(context, noun, verb)
    parts = [c for t in things for c in t.children if c.dep_ == "compound"]
    if things and things[0].lemma_ in SYSTEMS and parts:
        things = parts
    for thing in things[:1]:
        row = {"matter": "function", "value": "not working", "thing": ""}
        last = max(noun.i, thing.i) + 1
        yield from made(context, verb or noun, min(noun.i, thing.i), last, row, thing, None, firm)


def noun_stance(context: Context, noun: Token, verb: Token) -> str:
    """Return the polarity of what a noun tells under a verb: "ruled out a brake failure"."""
    out = verb.lemma_ == "rule" and is_told(verb, "rule out")
    firm = firmness(context, verb)
    denying = noun.dep_ == "dobj" and (out or verb.lemma_.lower() in DENYING)
    return {SO: NOT_SO, NOT_SO: SO}.get(firm, firm) if denying else firm
