"""Read in which year something came into being: was founded, built, opened, or somebody born.

Articles tell it of firms, clubs, buildings, ships and works of art in the same few ways: "set up in
1998", "a bridge completed in 1871", "the church dates from 1622", "a 1987-built ferry".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from helpers.cues import read_cues
from helpers.numbers.eras import ERAS
from helpers.statements.acts import BORN, began_then, follows
from helpers.statements.business import BEGUN, before_comma, begins
from helpers.statements.context import (
    NOUNS,
    VERBS,
    Context,
    Mention,
    Statement,
    clause_subject,
    clause_verb,
    mention_at,
)
from helpers.statements.nouns import common_noun
from helpers.statements.status import status_of
from helpers.tokens import DASHES

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from helpers.quantities import Quantity

YEARLY = frozenset(["year", "decade", "month", "date"])
LONG = ERAS | {"decade"}
# Said of organisations as the verbs are by which somebody founds one.
FORMED = frozenset(["incorporate", "form", "create", "begin"])
MADE = frozenset(
    "build construct erect complete finish commission deliver lay launch create make paint "
    "compose write record film shoot carve cast sculpt craft weave forge mint assemble design "
    "manufacture".split()
)
# A building is opened in another year than it is built in.
OPENED = frozenset(["open", "inaugurate"])
RUNNING = frozenset("run operate work trade".split())  # "has been running since 1957"
# Verbs that say it with a particle alone.
WITH_UP = frozenset(["put", "go"])
PASSIVE = frozenset(["nsubjpass", "dobj"])


@cache
def founding_verbs() -> frozenset[str]:
    """Return the verbs that say that an organisation begins."""
    founds = {row["word"] for row in read_cues("fact_words") if row["rule"] == "founds"}
    return FORMED | founds


@cache
def made_things(how: str = "") -> frozenset[str]:
    """Return the nouns of things that somebody builds or creates, of those that are built alone."""
    return frozenset(row["noun"] for row in read_cues("fact_made") if how in row["made"])


def beginnings(context: Context) -> Iterator[Statement]:
    """Yield the years in which something was founded, built or made."""
    for quantity in context.quantities:
        yearly = quantity.unit in YEARLY and quantity.value[:4].isdecimal()
        if quantity.kind == "date" and (yearly or quantity.unit in ERAS):
            span = context.span(quantity)
            verb = maker(span)
            if verb is not None and (quantity.unit == "year" or not is_opening(verb)):
                yield from of_what_began(context, quantity, verb)


def maker(span: Span) -> Token | None:
    """Return the verb that says that something began in a year, or None."""
    verb = began_then(span)
    if verb is None:
        verb = clause_verb(span.root)
        if verb is None or not follows(verb, span):
            return None
    lemma = verb.lemma_.lower()
    if verb.lower_ == BORN:
        return verb
    words = {child.lower_ for child in verb.children if child.dep_ in {"prt", "advmod", "prep"}}
    if lemma == "date":
        return verb if words & {"from", "back"} else None
    if lemma in WITH_UP:
        return verb if "up" in words else None
    if lemma in OPENED or (lemma in RUNNING and is_lasting(verb)):
        return verb
    return verb if lemma in founding_verbs() | MADE else None


def is_opening(verb: Token) -> bool:
    """Tell whether a verb says that a building was opened, or has been running since."""
    return verb.lemma_.lower() in OPENED | RUNNING


def of_what_began(context: Context, quantity: Quantity, verb: Token) -> Iterator[Statement]:
    """Yield in which year the thing of a verb began, if the sentence says which thing."""
    thing = what_began(verb)
    mention = mention_at(context, thing) or (
        before_comma(context, verb) if thing is None and verb.dep_ in {"acl", "advcl"} else None
    )
    if mention is None and (thing is None or thing.pos_ not in NOUNS):
        return
    born = verb.lower_ == BORN
    opened = is_opening(verb)
    founded = not born and not opened and mention is not None and is_founded(context, verb, mention)
    if born and (mention is None or mention.form == "nominal"):
        return
    if not born and not founded and not is_made(context, verb, thing, mention):
        return
    status, speaker = status_of(context, verb.i, verb.i + 1)
    noun = common_noun(thing.lemma_.lower()) if thing is not None and thing.pos_ == "NOUN" else ""
    yield Statement(
        quantity.start,
        quantity.end,
        asked_of(verb, founded=founded),
        quantity.value if quantity.unit in LONG else quantity.value[:4],
        "date",
        "beginning",
        about="person" if born else "org" if founded else "subject",
        unit=quantity.unit if quantity.unit in LONG else "year",
        low=first_day(quantity),
        high=last_day(quantity),
        status=status,
        attribution=speaker,
        subject=context.end_of(mention),
        noun=noun,
    )


def asked_of(verb: Token, *, founded: bool) -> str:
    """Return the question that a year of a beginning answers."""
    if verb.lower_ == BORN:
        return "other:birth_year"
    if is_opening(verb):
        return "other:opening_year"
    return "founded_year" if founded else "origin_year"


def is_made(context: Context, verb: Token, thing: Token | None, mention: Mention | None) -> bool:
    """Tell a thing that is made from what is made, launched or put up otherwise: "prices"."""
    if verb.lemma_.lower() in founding_verbs() - MADE - OPENED:
        return False
    common = thing is not None and thing.pos_ == "NOUN"
    named = mention is not None and mention.form == "name" and not common
    words = {thing.lemma_.lower()} if thing is not None else set()
    words |= {context.lemmas[mention.last - 1]} if mention is not None else set()
    pronoun = mention is not None and mention.form == "pronoun"
    if is_opening(verb):
        return bool(words & made_things("built"))
    return named or pronoun or bool(words & made_things())


def is_lasting(verb: Token) -> bool:
    """Tell "has made boxes since 1958" from "was made in 1958"."""
    children = list(verb.children)
    since = any(child.lower_ == "since" for child in children)
    return since and any(child.dep_ == "nsubj" for child in children)


def first_day(quantity: Quantity) -> float:
    """Return the first day of the year, decade or century of a date."""
    return quantity.low if quantity.unit in LONG else float(f"{quantity.value[:4]}0101")


def last_day(quantity: Quantity) -> float:
    """Return the last day of the year, decade or century of a date."""
    return quantity.high if quantity.unit in LONG else float(f"{quantity.value[:4]}1231")


def what_began(verb: Token) -> Token | None:
    """Return what is built or founded: the object, the subject of a passive, the noun before."""
    children, before = list(verb.children), verb.doc[max(0, verb.i - 1)]
    if before.text in DASHES:  # "a 1987-built ferry"
        return next((t for t in verb.doc[verb.i + 1 : verb.i + 4] if t.pos_ in NOUNS), None)
    found = next((child for child in children if child.dep_ in PASSIVE), None)
    if is_lasting(verb) or (found is None and verb.lemma_.lower() in {"date", "go"} | OPENED):
        found = next((child for child in children if child.dep_ == "nsubj"), None)
    if (found is None or found.tag_ == "WDT") and verb.dep_ in {"acl", "relcl"}:
        return verb.head if verb.head.pos_ in NOUNS else found
    if found is None and verb.dep_ in {"advcl", "amod"} and verb.tag_ in {"VBN", "VBD"}:
        return clause_subject(verb.head) if verb.head.pos_ in VERBS else verb.head
    return found


def is_founded(context: Context, verb: Token, mention: Mention) -> bool:
    """Tell whether a verb says of a mention that an organisation begins."""
    if is_lasting(verb):
        return mention.form != "nominal" or context.lemmas[mention.last - 1] in BEGUN
    return verb.lemma_.lower() in founding_verbs() and begins(context, verb, mention)
