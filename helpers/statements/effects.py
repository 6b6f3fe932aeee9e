"""Tell which kind of effect a word speaks of: a fire, a delay, somebody's departure, a death.

Explanations are set against each other by what they explain, and two articles seldom call it by
one word: "the blaze" and "flames tore through", "called off" and "postponement". The words of
each kind are data (`lexicons/fact_effects.csv`).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from helpers.cues import read_cues
from helpers.statements.context import NOUNS, VERBS, Context

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

# Marks a kind of effect among the words around a cause, and one that only stands near it.
KIND, NEAR = "@", "@~"
BACK = "@^"  # marks one that the sentence before tells of
# A word in one of these places only says of which kind something else is: "the fire brigade".
BESIDE = frozenset(["amod", "compound", "nmod", "poss"])
# A verb stands before the further words of its phrase by so many at most: "called the game off".
REACH = 9
DENIED = "not"
NATURAL = frozenset(["bird", "lightning", "goose", "whale", "rock"])  # "a bird strike"
MOST_HEADING = 24  # words


@cache
def kinds() -> dict[tuple[str, str], list[tuple[tuple[str, ...], str]]]:
    """Return by lemma and part of speech the further words of each phrase, with its effect."""
    found: dict[tuple[str, str], list[tuple[tuple[str, ...], str]]] = {}
    for row in read_cues("fact_effects"):
        words = row["word"].split()
        place = words[0] == DENIED  # "will not take place" is found by its verb
        further = (*words[:place], *words[place + 1 :])
        found.setdefault((words[place], row["pos"]), []).append((further, row["effect"]))
    return found


def is_heading(doc: Doc) -> bool:
    """Tell whether a block is a heading: short, without a mark at its end."""
    return len(doc) <= MOST_HEADING and not doc[-1].is_punct


def effects_of(token: Token) -> frozenset[str]:
    """Return the kinds of effect that a noun, a verb or an adjective tells of."""
    if token.dep_ in BESIDE:
        return frozenset()
    if token.lemma_ == "strike" and any(c.lower_ in NATURAL for c in token.lefts):
        return frozenset()
    pos = "verb" if token.pos_ in VERBS else "noun" if token.pos_ in NOUNS else "adj"
    told = kinds().get((token.lemma_.lower(), pos), ())
    if pos == "noun" and not told and token.tag_ == "NNS" and is_heading(token.doc):
        told = kinds().get((token.lemma_.lower(), "verb"), ())  # "Fees row sinks concert"
    phrases = [effect for further, effect in told if further and follows(token, further)]
    return frozenset(phrases or [effect for further, effect in told if not further])


def effects_told(token: Token) -> frozenset[str]:
    """Return the kinds of effect of a word, or of what a verb says something is: "is shut"."""
    states = [c for c in token.children if c.dep_ in {"acomp", "attr", "oprd", "advmod"}]
    return effects_of(token) or (effects_among(states) if token.pos_ in VERBS else frozenset())


def is_undone(verb: Token) -> bool:
    """Tell whether a verb tells of an effect by its denial: "will not take place"."""
    alone = [effect for further, effect in kinds().get((verb.lemma_, "verb"), ()) if not further]
    denied = any(child.dep_ == "neg" for child in verb.children)
    return denied and not alone and bool(effects_of(verb))


def follows(token: Token, further: tuple[str, ...]) -> bool:
    """Tell whether the further words of a phrase stand soon after its first."""
    if further[0] == DENIED:
        denied = any(child.dep_ == "neg" for child in token.children)
        return denied and (len(further) == 1 or follows(token, further[1:]))
    words = [t.lower_ for t in token.doc[token.i + 1 : token.i + 1 + REACH]]
    n = len(further)
    if any(words[at : at + n] == list(further) for at in range(REACH - n if n > 1 else 1)):
        return True
    below = {child.lower_ for child in token.children if child.i > token.i}
    return n == 1 and further[0] in below


@cache
def firsts() -> frozenset[str]:
    """Return the words that an effect is told by, of phrases the first."""
    return frozenset(word for word, _ in kinds())


def effects_in(context: Context, sentence: Span) -> frozenset[str]:
    """Return the kinds of effect that a sentence tells of."""
    lemmas, known = context.lemmas, firsts()
    places = range(sentence.start, sentence.end)
    return effects_among(context.tokens[i] for i in places if lemmas[i] in known)


def effects_among(tokens: Iterable[Token]) -> frozenset[str]:
    """Return the kinds of effect that words tell of."""
    return frozenset(effect for token in tokens for effect in effects_of(token))
