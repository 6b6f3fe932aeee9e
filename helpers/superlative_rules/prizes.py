"""Tell the names of prizes from claims: "best director", "most valuable player", Best Picture."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from helpers import cues

if TYPE_CHECKING:
    from spacy.tokens import Token

# Words between "best" and the role or work that the prize is for.
REACH = 4
DETERMINED = frozenset({"DT", "PRP$", "POS", "CD", "WP$"})
CLOSERS = frozenset({'"', "'", "-", ":"})
# "the best team in the world ever" ranges over more than a season's entries.
RANGING = frozenset({"in", "of", "ever", "since", "on"})


@cache
def listed(use: str) -> frozenset[str]:
    """Return the words of a use: what prizes are for, prizes, what is done with them."""
    return cues.words("superlative_prizes", "use", use)


def names_prize(token: Token) -> bool:
    """Tell whether "best" or "most" with the words after it names a prize.

    A prize is named without an article ("best director went to ...") or before a word for one
    ("the best actor award"); "the most valuable player" is one whoever says it of whom.
    """
    noun = thing_after(token)
    if noun is None:
        return False
    if token.lower_ == "most":
        return token.nbor(1).lower_ in listed("quality") and noun.lower_ in listed("player")
    after = noun.nbor(1).lower_ if noun.i + 1 < len(noun.doc) else ""
    if noun.lower_ in listed("prize") or after in listed("prize"):
        return noun.i - token.i > 1 or after in listed("prize")
    if noun.lower_ not in listed("category") or determined(token):
        return False
    return after not in RANGING or is_division(noun)


def is_division(noun: Token) -> bool:
    """Tell whether "in" leads to a division of the prizes: "best actor in a drama"."""
    behind = [token.lower_ for token in noun.doc[noun.i + 1 : noun.i + 5]]
    divided = listed("category").union(listed("prize"), {"role"})
    return behind[:1] == ["in"] and bool(divided.intersection(behind))


def thing_after(token: Token) -> Token | None:
    """Return the last noun of the words right behind a superlative."""
    doc, noun = token.doc, None
    for following in doc[token.i + 1 : min(token.i + 1 + REACH, token.sent.end)]:
        if following.lower_ in listed("prize"):
            return following
        if following.pos_ not in {"ADJ", "NOUN", "PROPN", "VERB"}:
            break
        if following.pos_ == "VERB" and following.tag_ not in {"VBG", "VBN"}:
            break
        noun = following if following.pos_ != "ADJ" else noun
        if following.lower_ in listed("category"):
            noun = following
    return noun


def determined(token: Token) -> bool:
    """Tell whether an article, a possessive or a number stands before the superlative."""
    before = token.i - 1
    while before >= token.sent.start and token.doc[before].text in CLOSERS:
        before -= 1
    if before < token.sent.start:
        return False
    return token.doc[before].tag_ in DETERMINED or token.doc[before].lower_ == "very"
