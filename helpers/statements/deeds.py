"""Read who did something where a noun tells it: "the discoverer, X", "a gift from X".

Which nouns call the doer of an act, and which the act, is data (`lexicons/fact_deeds.csv`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from helpers.cues import read_cues
from helpers.statements.context import NOUNS, Context, Statement, clause_verb
from helpers.statements.naming import ABOUT, authors_at, key_of, sides
from helpers.statements.polarity import SO, firmness

if TYPE_CHECKING:
    from spacy.tokens import Token

BY = frozenset(["by", "from"])
POINTING = frozenset(["that", "it", "this", "he", "she"])
# A vote is cast by whom it is of: "the only hand against was that of X".
VOTES = frozenset("vote hand voice ballot".split())
# Whoever is called so is the one who did it.
DOER = "doer"
COMING = frozenset(["come", "belong", "be"])


@cache
def deeds() -> dict[str, dict[str, str]]:
    """Return by noun the row that tells of which act it calls the doer, or the deed."""
    return {row["noun"]: row for row in read_cues("fact_deeds")}


def done(context: Context) -> Iterator[Statement]:
    """Yield the doers that nouns tell."""
    told_by = set(context.lemmas) & (deeds().keys() | VOTES)
    named = {i for m in context.names for i in range(m.first, m.last)} if told_by else set()
    for token, lemma in zip(context.tokens, context.lemmas, strict=True) if told_by else ():
        if lemma not in told_by or token.pos_ != "NOUN" or token.i in named:
            continue
        row = deeds().get(lemma)
        if row is not None and token.tag_ == "NN":
            called = row["use"] == DOER
            found = doer(context, token) if called else of_deed(token)
            found += of_whom(token) if row["use"] == "of" else []
            for statement in told(context, token, row["act"], found):
                yield replace(statement, unit=DOER) if called else statement
        elif lemma in VOTES and any(c.lower_ == "against" for c in below(token)):
            yield from told(context, token, "oppose", of_deed(token))


def below(noun: Token) -> Iterator[Token]:
    """Yield what hangs on a noun, and on a participle after it: "the hand raised against"."""
    for child in noun.children:
        yield child
        if child.dep_ == "acl":
            yield from child.children


def told(context: Context, noun: Token, act: str, found: list[Token]) -> Iterator[Statement]:
    """Yield the statements of those who did it."""
    verb = clause_verb(noun)
    if verb is not None and firmness(context, verb) != SO:
        return
    phrase = set(noun.subtree)
    names = [c for who in found for c in who.subtree if who in phrase or c not in phrase]
    own = {c.lower_ for c in names}
    own.add(noun.lemma_.lower())
    subject = [c for c in sides(noun) if c.dep_ == "nsubj" and c.pos_ == "NOUN"]
    key = key_of(subject[0]) if subject and noun.head.lemma_ == "be" else key_of(noun)
    about = ABOUT.get(act) or [word for word in key if word not in own]
    for who in found:
        yield from authors_at(context, who, noun, act, about)


def doer(context: Context, noun: Token) -> list[Token]:
    """Return who is called the doer: in apposition, by "be", or in the next sentence."""
    if noun.dep_ in {"appos", "compound"} and noun.head.pos_ == "PROPN":
        return [noun.head]
    found = [c for c in noun.children if c.dep_ == "appos"]
    above = noun.head
    if above.lemma_ == "be" and noun.dep_ in {"nsubj", "attr"}:
        found += sides(noun)
    end = noun.sent.end
    after = context.tokens[end : end + 2]
    if not found and len(after) == 2 and after[0].lower_ in POINTING and after[1].lemma_ == "be":
        found += [c for c in after[1].children if c.dep_ == "attr"]
    return found


def of_whom(noun: Token) -> list[Token]:
    """Return whom a noun that is only somebody's is of: "the work of X", "under the baton of X"."""
    links = [c for c in noun.children if c.lower_ == "of"]
    told = noun.head.lemma_ in {"be", "under"}
    return [c for link in links for c in link.children if c.dep_ == "pobj" and told]


def of_deed(noun: Token) -> list[Token]:
    """Return whose deed a noun calls: "X's discovery", "a gift from X", "the vote was that of X"."""
    links = [c for c in noun.children if c.lower_ in BY and c.dep_ == "prep"]
    found = [c for c in noun.children if c.dep_ == "poss"]
    above = noun.head
    if noun.dep_ == "nsubj" and above.lemma_ in COMING:
        links += [c for c in above.children if c.dep_ == "prep" and c.lower_ in {"from", "to"}]
        links += [d for c in sides(noun) if c.lower_ == "that" for d in c.children]
    links += [c for told in noun.children if told.lemma_ in COMING for c in told.children]
    found += [c for link in links for c in link.children if c.dep_ == "pobj"]
    return [who for who in found if who.pos_ in NOUNS]
