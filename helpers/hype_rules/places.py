"""Find the tokens of a block that a rule may begin at, without making a token of each word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from helpers import language

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@cache
def keys(words: frozenset[str]) -> frozenset[int]:
    """Return the keys by which the arrays of a parse hold these words."""
    return frozenset(map(language.shared_vocab().strings.add, words))


def standing(doc: Doc, words: frozenset[str]) -> Iterator[Token]:
    """Yield the tokens of `doc` that are one of these lower-case words."""
    wanted = keys(words)
    for i, key in enumerate(doc.to_array("LOWER").tolist()):
        if key in wanted:
            yield doc[i]


def tagged(doc: Doc, *tags: str) -> Iterator[Token]:
    """Yield the tokens of `doc` with one of these tags."""
    wanted = keys(frozenset(tags))
    for i, key in enumerate(doc.to_array("TAG").tolist()):
        if key in wanted:
            yield doc[i]


def of_kind(doc: Doc, *parts: str) -> Iterator[Token]:
    """Yield the tokens of `doc` that are one of these parts of speech."""
    from spacy import symbols

    wanted = {getattr(symbols, part) for part in parts}
    for i, part in enumerate(doc.to_array("POS").tolist()):
        if part in wanted:
            yield doc[i]


def ruled(
    doc: Doc, words: Mapping[int, Callable], lemmas: Mapping[int, Callable]
) -> Iterator[tuple[Token, Callable]]:
    """Yield the tokens of `doc` with the rule of their word or, without one, of their lemma."""
    lowers, roots = (doc.to_array(name).tolist() for name in ("LOWER", "LEMMA"))
    for i, (lower, root) in enumerate(zip(lowers, roots, strict=True)):
        rule = words.get(lower) or lemmas.get(root)
        if rule is not None:
            yield doc[i], rule
