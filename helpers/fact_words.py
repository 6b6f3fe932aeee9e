"""Find the words that announce a fact, and hand each to its rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from helpers.fact_acts import acts, borne_numbers, dated_acts, leaders, transfers
from helpers.fact_business import (
    founding,
    possessed_products,
    products,
    provided,
    quality,
    seats_of_business,
)
from helpers.fact_context import (
    VERBS,
    Context,
    Statement,
)
from helpers.fact_cues import cues
from helpers.fact_deals import deal_type, voting_power
from helpers.fact_events import (
    appealed,
    goals,
    happening,
    outcome,
    possessed_dates,
    published,
    scores,
)
from helpers.fact_kin import kin
from helpers.fact_lists import backers, listed
from helpers.fact_values import nobody, somebody

if TYPE_CHECKING:
    from spacy.tokens import Token


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
    for token in context.doc:
        if token.i in named:
            continue
        if token.lower_ == "backed":
            yield from backers(context, token)
        if token.pos_ == "NOUN":
            yield from kin(context, token)
        elif token.lemma_ in {"publish", "appear", "print"}:
            yield from published(context, token)
        pos = "verb" if token.pos_ in VERBS else "adj" if token.pos_ == "ADJ" else "noun"
        word = "go-to" if token.lower_ == "go" and is_go_to(token) else token.lemma_.lower()
        for row in cues("noun" if word == "go-to" else pos).get(word, []):
            if row["rule"] in rules:
                yield from rules[row["rule"]](context, token, row)
    yield from scores(context)
    yield from possessed_dates(context)
    yield from goals(context)
    yield from dated_acts(context)
    yield from acts(context)
    yield from leaders(context)
    yield from borne_numbers(context)
    yield from transfers(context)
    yield from nobody(context)
    yield from somebody(context)
    yield from voting_power(context)
    yield from possessed_products(context)
    yield from seats_of_business(context)


def is_go_to(token: Token) -> bool:
    """Tell "a go-to for", which the tokenizer takes apart."""
    return [t.lower_ for t in token.doc[token.i + 1 : token.i + 3]] == ["-", "to"]
