"""Find offices in a text: "interim chief executive of Y"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from helpers.cues import read_cues

if TYPE_CHECKING:
    from spacy.tokens import Span

RANKS = (
    "interim",
    "acting",
    "caretaker",
    "stand-in",
    "temporary",
    "deputy",
    "vice",
    "assistant",
    "co",
    "former",
    "honorary",
)


@cache
def offices() -> dict[tuple[str, ...], tuple[str, bool]]:
    """Return the offices by their words: canonical name, and whether one holds it alone."""
    return {
        tuple(row["office"].split()): (row["canonical"], row["top"] == "yes")
        for row in read_cues("fact_offices")
    }


@cache
def longest_office() -> int:
    """Return the number of words of the longest office."""
    return max(map(len, offices()))


def office_in(span: Span) -> tuple[str, bool, int, int] | None:
    """Return the first office in a run of tokens: name with rank, top, first and last token."""
    doc, words = span.doc, [token.lower_ for token in span]
    for i in range(len(words)):
        for n in range(min(longest_office(), len(words) - i), 0, -1):
            found = offices().get(tuple(words[i : i + n]))
            if found:
                ranks = [w for w in words[max(0, i - 3) : i] if w in RANKS and w != "former"]
                name = " ".join([*ranks, found[0]])
                first = span.start + i - len(ranks)
                last = span.start + i + n
                tail = complement(doc, last, span.end)
                return f"{name}{tail[0]}", found[1], first, max(last, tail[1])
    return None


def complement(doc, last: int, end: int) -> tuple[str, int]:
    """Return " of Y" after an office, with where it ends; empty without one."""
    if last < end and doc[last].lower_ in {"of", "at", "for", "within"}:
        stop = doc[last].right_edge.i + 1
        stop = next((i for i in range(last + 1, stop) if doc[i].text in {",", "("}), stop)
        return f" {doc[last:stop].text}", stop
    return "", last
