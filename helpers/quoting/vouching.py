"""Say how far a cue of attribution reaches: the words vouched for, the speaker and the cue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from helpers.quoting import speakers

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

REACH = 12  # tokens between a quotation and the verb that reports it
FARTHEST = 60  # tokens around a quotation or phrase that are looked at, in endless sentences
CONTRASTS = frozenset({"but", "yet", "while", "whereas", "although", "though", ";"})


@dataclass(frozen=True)
class Cue:
    """A cue of attribution; all places are offsets in the block.

    `start` to `end` is what is attributed, `words` the speaker with the cue, `cue` the cue alone.
    """

    start: int
    end: int
    words: tuple[int, int]
    cue: tuple[int, int]
    speaker: tuple[int, int] | None
    firmness: str
    imputed: bool = False


def make(
    covered: tuple[int, int], cue: Token, head: Token | None, firm: str, *, imputed: bool = False
) -> Cue:
    """Return a cue from its parts; the supporting words run from the speaker to the cue."""
    first = cue
    while first.i > cue.sent.start and first.nbor(-1).dep_ in {"advmod", "neg"}:
        if first.nbor(-1).head.i != cue.i:
            break
        first = first.nbor(-1)
    last = cue.nbor(1) if cue.i + 1 < len(cue.doc) and cue.nbor(1).lower_ == "as" else cue
    place = (cue.idx, cue.idx + len(cue))
    start, end = first.idx, last.idx + len(last)
    if head is None:
        return Cue(*covered, (start, end), place, None, firm, imputed)
    name = speakers.phrase(head)
    speaker = (name.start_char, name.end_char)
    if abs(head.i - cue.i) <= REACH:
        start, end = min(start, speaker[0]), max(end, speaker[1])
    return Cue(*covered, (start, end), place, speaker, firm, imputed)


def extent(span: Span, cue: Token | None) -> tuple[int, int]:
    """Return the offsets of a span, punctuation and the cue at its edges left out."""
    doc, first, last = span.doc, span.start, span.end - 1
    while first <= last and (doc[first].is_punct or doc[first] == cue):
        first += 1
    while last > first and (doc[last].is_punct or doc[last] == cue):
        last -= 1
    return (doc[first].idx, doc[last].idx + len(doc[last])) if first <= last else (0, 0)


def subtree_span(token: Token) -> Span:
    """Return the span that a token's subtree covers."""
    return token.doc[token.left_edge.i : token.right_edge.i + 1]


def span_of(heads: list[Token]) -> Span:
    """Return the span from the first to the last of the subtrees of several tokens."""
    first = min(head.left_edge.i for head in heads)
    return heads[0].doc[first : max(head.right_edge.i for head in heads) + 1]


def clause_around(phrase: Span) -> tuple[int, int]:
    """Return the offsets of the clause that a phrase such as "according to X" vouches for.

    At either end of a sentence it vouches for all of it, up to a contrast ("but", ";"); in the
    middle also no further than an "and" with a subject of its own.
    """
    sentence = phrase.sent
    sentence = sentence.doc[
        max(sentence.start, phrase.start - 4 * FARTHEST) : min(
            sentence.end, phrase.end + 4 * FARTHEST
        )
    ]
    before = [t for t in sentence.doc[sentence.start : phrase.start] if not t.is_punct]
    after = [t for t in sentence.doc[phrase.end : sentence.end] if not t.is_punct]
    stops = CONTRASTS | {"and"} if before and after else CONTRASTS
    start, end = phrase.start, phrase.end
    while start > sentence.start and not parts(sentence.doc[start - 1], stops):
        start -= 1
    while end < sentence.end and not parts(sentence.doc[end], stops):
        end += 1
    if all(token.is_punct for token in sentence.doc[start : phrase.start]):
        start = phrase.end
    elif all(token.is_punct for token in sentence.doc[phrase.end : end]):
        end = phrase.start
    return extent(sentence.doc[start:end], None)


def parts(token: Token, stops: frozenset[str]) -> bool:
    """Tell whether a new statement begins at `token`."""
    if token.lower_ not in stops:
        return False
    if token.lower_ == ";" or token.dep_ == "mark":
        return True
    following = [t for t in token.head.children if t.dep_ == "conj" and t.i > token.i]
    return any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for t in following for c in t.children)
