"""Read of which nation somebody named is: "Kenya's X", "X of Ethiopia", "X, a Danish-born Swede".

Who was born in one country and runs for another is of both. Which words tell which nation is data
(`lexicons/fact_origins.csv`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from helpers.cues import read_cues
from helpers.statements.context import Context, Mention, Statement, clause_subject, clause_verb
from helpers.statements.outcomes import OF, OUTCOME, made, noun_at
from helpers.statements.phrases import is_of
from helpers.statements.polarity import SO, firmness

if TYPE_CHECKING:
    from spacy.tokens import Token

MATTER, PERSON = "nationality", "person"
NEAR = 5  # words after a name and its comma


@cache
def nations(use: str) -> dict[str, str]:
    """Return by word, in small letters, the nationality: of the countries, or of the people."""
    return {
        row["word"]: row["nationality"] for row in read_cues("fact_origins") if row["use"] == use
    }


@cache
def adjectives() -> frozenset[str]:
    """Return the adjectives of nations."""
    return frozenset(row["nationality"] for row in read_cues("fact_origins"))


def origins(context: Context) -> Iterator[Statement]:
    """Yield the nations that stand with a name."""
    for token in context.where(adjectives()):
        if token.text.istitle():
            yield from unnamed(context, token)
    for mention in context.names:
        nation = nations("country").get(mention.key.lower())
        if nation is not None:
            yield from with_country(context, mention, nation)
        elif mention.last - mention.first > 1:
            yield from set_off(context, mention)
            yield from before(context, mention)


def unnamed(context: Context, adjective: Token) -> Iterator[Statement]:
    """Yield the nation of somebody without a name: "a Belgian tourist", "the tourist was Dutch"."""
    thing = adjective.head if adjective.dep_ == "amod" else None
    verb = adjective.head if adjective.dep_ == "acomp" else None
    if verb is not None:
        thing = clause_subject(verb)
    if thing is None or thing.pos_ != "NOUN" or not is_of(thing, noun_at(context, thing), PERSON):
        return
    first = adjective.i if verb is not None else min(adjective.i, thing.i)
    firm = SO if verb is None else firmness(context, verb)
    row = {"matter": MATTER, "value": adjective.lower_, "thing": PERSON}
    governor = verb or clause_verb(thing) or thing
    yield from made(context, governor, first, max(adjective.i, thing.i) + 1, row, thing, None, firm)


def with_country(context: Context, country: Mention, nation: str) -> Iterator[Statement]:
    """Yield whose country a name gives: "Kenya's Ana Lind", "Ana Lind of Kenya"."""
    doc, after, before = context.doc, country.last, country.first - 1
    before -= before > 0 and doc[before].lower_ == "the"
    person = None
    if doc[after : after + 1].text == "'s":
        person = full_name(m for m in context.names if m.first == after + 1)
    elif before > 0 and doc[before].lower_ in {"of", "("}:
        person = full_name(m for m in context.names if m.last == before)
    if person is not None:
        first, last = min(person.first, country.first), max(person.last, country.last)
        yield told(context, person, first, last, nation)


def full_name(found: Iterator[Mention]) -> Mention | None:
    """Return the first name that is of several words, as those of people are."""
    return next((m for m in found if m.last - m.first > 1), None)


def set_off(context: Context, person: Mention) -> Iterator[Statement]:
    """Yield the nations told after a comma: ", an Eritrean-born Dutchwoman, won"."""
    doc = context.doc
    after = doc[person.last : person.last + 2]
    if after.text.lower() not in {", a", ", an", ", the"}:
        return
    end = min(person.last + 2 + NEAR, after[0].sent.end)
    words = [token for token in doc[person.last + 1 : end]]
    stop = next((i for i, token in enumerate(words) if token.text in {",", ".", ";"}), len(words))
    for token in words[:stop]:
        nation = nation_of(token)
        if nation:
            yield told(context, person, token.i, token.i + 1, nation)


def before(context: Context, person: Mention) -> Iterator[Statement]:
    """Yield the nation told right before a name: "Norwegian X", "the Dane X", "The Finn, X"."""
    doc, at = context.doc, person.first - 1
    opening = doc[person.first].sent.start
    comma = at > opening and doc[at].text == ","
    at -= comma
    if at < opening or not doc[at].text[:1].isupper():
        return
    word = doc[at].lower_
    nation = nations("people").get(word, word if word in adjectives() and not comma else "")
    if nation:
        yield told(context, person, at, at + 1, nation)


def nation_of(token: Token) -> str:
    """Return the nation that a word after a name tells, "" if none: "Danish-born", "Swede"."""
    word = token.lower_
    if not token.text[:1].isupper():
        return ""
    born = token.doc[token.i + 1 : token.i + 3].text.lower() == "-born"
    alone = token.i + 1 >= len(token.doc) or token.doc[token.i + 1].pos_ not in {"NOUN", "PROPN"}
    return nations("people").get(word, word if word in adjectives() and (born or alone) else "")


def told(context: Context, person: Mention, first: int, last: int, nation: str) -> Statement:
    """Return the statement of a nation."""
    span = context.doc[first:last]
    return Statement(
        span.start_char, span.end_char, MATTER, nation, "words", OUTCOME,
        subject=context.end_of(person), around=f"{OF}{PERSON}",
    )  # fmt: skip
