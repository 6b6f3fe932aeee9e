"""Find the words that announce a fact, and hand each to its rule."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from helpers.statements.acts import acts, borne_numbers, dated_acts, leaders, transfers
from helpers.statements.beginnings import beginnings
from helpers.statements.business import (
    founding,
    possessed_products,
    products,
    provided,
    quality,
    seats_of_business,
)
from helpers.statements.context import (
    VERBS,
    Context,
    Statement,
)
from helpers.statements.counted_none import nobody, somebody
from helpers.statements.cues import cues
from helpers.statements.deals import deal_type, voting_power
from helpers.statements.directions import directions
from helpers.statements.events import (
    appealed,
    goals,
    happening,
    outcome,
    possessed_dates,
    published,
    scores,
)
from helpers.statements.holdings import owned_whole
from helpers.statements.kin import kin, kin_words
from helpers.statements.lists import backers, listed
from helpers.statements.made_ago import made_ago

if TYPE_CHECKING:
    from spacy.tokens import Token


PUBLISHING = frozenset(["publish", "appear", "print"])


def word_facts(context: Context) -> Iterator[Statement]:
    """Yield the statements that single words announce, left to right."""
    rules = {
        "deal": deal_type,
        "founds": founding,
        "serves": listed,
        "makes": products,
        "provider": provided,
        "quality": quality,
        "outcome": outcome,
        "event": happening,
        "appeals": appealed,
    }
    named = {i for m in context.names for i in range(m.first, m.last)}
    announced = announcing()
    for token, lemma in zip(context.tokens, context.lemmas, strict=True):
        if token.i in named or lemma not in announced:
            continue
        if lemma in kin_words() and token.pos_ == "NOUN":
            yield from kin(context, token)
        elif lemma in PUBLISHING:
            yield from published(context, token)
        pos = "verb" if token.pos_ in VERBS else "adj" if token.pos_ == "ADJ" else "noun"
        word = "go-to" if token.lower_ == "go" and is_go_to(token) else lemma
        for row in cues("noun" if word == "go-to" else pos).get(word, []):
            if row["rule"] in rules:
                yield from rules[row["rule"]](context, token, row)
    for token in context.where(["backed"]):
        if token.i not in named:
            yield from backers(context, token)
    yield from scores(context)
    yield from directions(context)
    yield from possessed_dates(context)
    yield from goals(context)
    yield from dated_acts(context)
    yield from beginnings(context)
    yield from made_ago(context)
    yield from acts(context)
    yield from leaders(context)
    yield from borne_numbers(context)
    yield from transfers(context)
    yield from nobody(context)
    yield from somebody(context)
    yield from voting_power(context)
    yield from owned_whole(context)
    yield from possessed_products(context)
    yield from seats_of_business(context)


@cache
def announcing() -> frozenset[str]:
    """Return the lemmas that can announce a fact."""
    words = {word for pos in ("verb", "noun", "adj") for word in cues(pos)}
    return frozenset(words | PUBLISHING | kin_words().keys() | {"go"})


def is_go_to(token: Token) -> bool:
    """Tell "a go-to for", which the tokenizer takes apart."""
    return [t.lower_ for t in token.doc[token.i + 1 : token.i + 3]] == ["-", "to"]
