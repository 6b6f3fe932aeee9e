"""Read who gets which ministry: "the finance ministry goes to X", "X takes over at transport"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from helpers.statements.called import GIVEN, given_to, person_at
from helpers.statements.context import Context, Mention, Statement, clause_subject
from helpers.statements.holders import held
from helpers.statements.phrases import named_before_who
from helpers.statements.polarity import SO, firmness
from helpers.statements.titles import NEXT, TITLE

if TYPE_CHECKING:
    from spacy.tokens import Token

OFFICE = "minister"
NAMES = frozenset(["ministry", "portfolio", "brief"])
TAKING = frozenset("get take receive land inherit assume head run".split())
MOVING = frozenset("move switch shift go take".split())


def portfolios(context: Context) -> Iterator[Statement]:
    """Yield the ministry that somebody gets, and who gets it."""
    for token in context.where(NAMES):
        kinds = [c.lower_ for c in token.lefts if c.dep_ in {"compound", "amod"}]
        if kinds:
            yield from entered(context, token, kinds)
    for token in context.where(["at"]):
        for noun in token.children:
            over = any(c.lower_ == "over" for c in token.head.children)
            if token.head.lemma_ == "take" and over and is_bare(noun):
                yield from entered(context, noun, [noun.lower_])


def is_bare(noun: Token) -> bool:
    """Tell whether a noun alone names what is governed: "at transport"."""
    return noun.dep_ == "pobj" and noun.tag_ == "NN" and noun.n_lefts == 0


def entered(context: Context, thing: Token, kinds: list[str]) -> Iterator[Statement]:
    """Yield who gets a ministry."""
    link = thing.head if thing.dep_ == "pobj" else thing
    verb, person = link.head, None
    if firmness(context, verb) != SO:
        return
    if thing.dep_ in {"nsubj", "nsubjpass"} and verb.lemma_ in GIVEN:
        person = given_to(context, verb)
    elif verb.lemma_ in (TAKING if link is thing else MOVING) or (
        verb.lemma_ in GIVEN and any(c.dep_ == "nsubjpass" for c in verb.children)
    ):
        person = person_at(context, named_before_who(context, verb) or clause_subject(verb))
    if person is not None and person.form != "nominal":
        yield from told(context, person, verb, thing, kinds)


def told(
    context: Context, person: Mention, verb: Token, thing: Token, kinds: list[str]
) -> Iterator[Statement]:
    """Yield the statements of a minister and of the post."""
    first, last = sorted((verb.i, thing.i))
    span = context.doc[first : last + 1]
    yield Statement(
        span.start_char, span.end_char, OFFICE, span.text, "words", TITLE,
        subject=context.end_of(person), noun=" ".join([*kinds, OFFICE]), around=NEXT,
    )  # fmt: skip
    if person.form == "name":
        yield held(context, person, OFFICE, kinds, NEXT)
