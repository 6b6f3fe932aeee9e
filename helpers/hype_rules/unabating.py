"""Find what is said to go on without end: "isn't slowing down", "the story is far from over"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from helpers import cues
from helpers.hype_rules import places
from helpers.hype_rules.constructions import Construction

if TYPE_CHECKING:
    from spacy.tokens import Token

    from helpers.language import ParsedBlock

PERSONS = frozenset("i you he she we they who".split())
FAR = frozenset({"far"})
NEGATED = re.compile("not |n['’]t ", re.IGNORECASE)


def unabating(parsed: ParsedBlock) -> Iterator[Construction]:
    """Yield what will not end, as if known, with the "is" before it."""
    if "ing" in parsed.text and NEGATED.search(parsed.text):
        yield from not_ceasing(parsed)
    if "far from" in parsed.text:
        yield from not_over(parsed)


def not_ceasing(parsed: ParsedBlock) -> Iterator[Construction]:
    """Yield "isn't slowing down", "is not letting up"."""
    for token in places.tagged(parsed.doc, "VBG"):
        if token.i == token.sent.start:
            continue
        before, after = token.nbor(-1), token.nbor(1) if token.i + 1 < token.sent.end else None
        if before.lower_ not in {"not", "n't"} or any(map(is_person, token.children)):
            continue
        pair = f"{token.lemma_}:{after.lower_}" if after is not None else ""
        ends = cues.words("figure_words", "use", "unabating")
        paired = pair in cues.words("figure_words", "use", "going")
        if paired or token.lemma_ in ends:
            first = token.doc[max(before.i - 1, token.sent.start)]
            last = after if paired else token
            end = last.idx + len(last)
            yield Construction(first.idx, end, "unabating", "certainty", f"not {token.lemma_}")


def not_over(parsed: ParsedBlock) -> Iterator[Construction]:
    """Yield that a story or a race "is far from over"; a strike or a trial may be."""
    for token in places.standing(parsed.doc, FAR):
        words = parsed.doc[token.i + 1 : token.i + 3]
        ended = words.text.lower() in {"from over", "from finished", "from done"}
        told = cues.words("figure_words", "use", "unended")
        subjects = (one for one in token.head.children if one.dep_ == "nsubj")
        if ended and any(one.lemma_ in told for one in subjects):
            first = min(token.head.idx, token.idx)
            end = words.end_char
            yield Construction(first, end, "unabating", "certainty", f"far {words.text.lower()}")


def is_person(token: Token) -> bool:
    """Tell whether a subject is a person by its pronoun, of whom it may be known."""
    return token.dep_ in {"nsubj", "nsubjpass"} and token.lower_ in PERSONS
