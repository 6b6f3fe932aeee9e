"""Ask what a term of hype describes: an amount, or something that the sentence denies."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from helpers.lexicons import read_topics

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

ATTRIBUTES = frozenset({"amod", "compound", "nmod"})
PREDICATES = frozenset({"acomp", "attr", "oprd"})
OBJECTS = frozenset({"dobj", "pobj"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NEGATIONS = frozenset({"not", "n't", "never", "hardly", "scarcely", "no"})
LIMITERS = frozenset({"just", "only", "merely", "simply", "solely", "more", "less"})
# Verbs that say what something is: "is not a revolution", "would not call it a revolution".
NAMING = frozenset(
    "be become call consider deem describe label make mean regard see seem think view".split()
)
AGES = frozenset({"year", "years", "month", "months", "yo"})


@cache
def amounts() -> frozenset[str]:
    """Return the nouns that name an amount: sum, growth, majority."""
    return read_topics()["amount"]


def sizes(span: Span) -> bool:
    """Tell whether a describing word is said of an amount: "a thumping 68 percent"."""
    root = span.root
    if root.pos_ not in {"ADJ", "VERB", "NOUN", "PROPN"}:
        return False
    if root.dep_ in PREDICATES:
        subjects = (child for child in root.head.children if child.dep_ in SUBJECTS)
        return root.pos_ == "ADJ" and any(one.lemma_ in amounts() for one in subjects)
    if root.dep_ not in ATTRIBUTES or root.head.i < span.end:
        return False
    return root.head.lemma_.lower() in amounts() or is_figure(span)


def is_figure(span: Span) -> bool:
    """Tell whether a figure that is no age follows: "a staggering 81", not "a fearless 31-year-old"."""
    after = span.doc[span.end : span.sent.end]
    if not len(after) or not (after[0].tag_ == "CD" or after[0].is_currency):
        return False
    return not any(token.lower_ in AGES for token in after[1:3])


def is_denied(span: Span) -> bool:
    """Tell whether a sentence says that something is not what the term calls it.

    "It is not a household name" denies, "it is not just a household name" and "is it not a
    miracle?" do not.
    """
    token = noun(span)
    if any(child.lower_ == "no" and child.i < span.start for child in token.children):
        return not span.sent.text.endswith("?")
    if token.dep_ not in PREDICATES | OBJECTS or token.head.lemma_ not in NAMING:
        return False
    verb = token.head
    return not span.sent.text.endswith("?") and any(map(denies, verb.children))


def noun(span: Span) -> Token:
    """Return the noun or predicate that a term stands for or describes."""
    token = span.root
    while token.dep_ in ATTRIBUTES and token.head.i > token.i:
        token = token.head
    return token


def denies(token: Token) -> bool:
    """Tell whether a word negates its verb without "just" after it: "not only" affirms."""
    following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    return token.lower_ in NEGATIONS and following not in LIMITERS
