"""Read that a thing failed, where a noun tells it: "brake failure", "a fault in the pump"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from helpers.statements.context import Context, Statement, clause_verb
from helpers.statements.outcomes import is_told, made
from helpers.statements.polarity import DENYING, NOT_SO, SO, firmness

if TYPE_CHECKING:
    from spacy.tokens import Token

# What is called by what stands before it: "the steering gear" is the steering.
SYSTEMS = frozenset("gear system equipment unit mechanism device apparatus panel".split())
FAILURES = frozenset("failure fault defect malfunction breakdown".split())


def failures(context: Context) -> Iterator[Statement]:
    """Yield that a thing did not work, where a noun tells it."""
    for token in context.where(FAILURES):
        yield from failed(context, token)


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
