"""Find what backs a claim without a figure: a named comparison, a list of names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from helpers import cues

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from helpers.superlative_rules.claim_span import Extent
    from helpers.superlative_rules.extreme import Extreme

LISTING = frozenset({"like", "including", "as", "for", "to", "with", "of", "by", "include"})
FEWEST_NAMES = 2
FARTHEST = 60  # tokens behind a claim in which a comparison is looked for


def named_comparison(doc: Doc, extent: Extent) -> tuple[int, int] | None:
    """Return the words that compare with something named or measured: "rivalling Microsoft"."""
    sentence = doc[extent.first].sent
    phrases = cues.words("superlative_evidence", "use", "comparison")
    for i in range(extent.first, min(sentence.end, extent.last + FARTHEST)):
        for length in (4, 3, 2, 1):
            if doc[i : i + length].text.lower() in phrases and i + length < sentence.end:
                end = compared(doc[i + length : min(i + length + 6, sentence.end)])
                if end is not None:
                    return doc[i].idx, end
    return None


def runner_up(doc: Doc, extent: Extent) -> tuple[int, int] | None:
    """Return the words next to the claim that name who alone is ahead: "Only Ada scored more"."""
    for sentence in neighbours(doc[extent.first].sent):
        opens = sentence[0].lower_ == "only" and sentence[1:2].text[:1].isupper()
        grade = next((t for t in sentence[:FARTHEST] if t.tag_ in {"JJR", "RBR"}), None)
        if opens and grade is not None:
            return sentence[0].idx, grade.idx + len(grade)
    return None


def neighbours(sentence: Span) -> list[Span]:
    """Return the sentences before and after one."""
    doc = sentence.doc
    before = [doc[sentence.start - 1].sent] if sentence.start else []
    return before + ([doc[sentence.end].sent] if sentence.end < len(doc) else [])


def compared(after: Span) -> int | None:
    """Return the end of the name or number that a comparison is made with."""
    for token in after:
        if token.text in {",", ";", "."}:
            return None
        if token.text[0].isupper() or token.like_num:
            end = token
            while end.i + 1 < len(end.doc) and end.nbor(1).pos_ in {"PROPN", "NUM"}:
                end = end.nbor(1)
            return end.idx + len(end)
    return None


def names_listed(doc: Doc, extreme: Extreme, extent: Extent) -> tuple[int, int] | None:
    """Return the clients, at least two names in a row, listed in the claim or next to it."""
    here = doc[extent.first].sent
    for sentence in [here, *neighbours(here)]:
        for first, last in name_lists(sentence):
            if first.i and introduces(first.nbor(-1)):
                return first.idx, last.idx + len(last)
    return None


def introduces(token: Token) -> bool:
    """Tell whether a list of clients may follow the word: like, including, for."""
    return token.lower_ in LISTING


def name_lists(sentence: Span) -> Iterator[tuple[Token, Token]]:
    """Yield first and last token of each run of names joined by commas and "and"."""
    run: list[Token] = []
    names = 0
    joined = True
    for token in [*sentence, None]:
        if token is not None and token.pos_ == "PROPN":
            names += joined
            joined = False
            run.append(token)
        elif token is not None and run and token.lower_ in {",", "and", "&", "even", "the", "of"}:
            joined = joined or token.lower_ in {",", "and", "&"}
        else:
            if names >= FEWEST_NAMES:
                yield run[0], run[-1]
            run, names, joined = [], 0, True
