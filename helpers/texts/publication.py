"""Read from the head of an article on what day it was published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from helpers.numbers.dates import find_dates
from helpers.texts.blocks import Block
from helpers.texts.datelines import dateline_end

PROSE = frozenset(["paragraph", "list_item", "quote"])


def published(text: str, blocks: Iterable[Block]) -> str:
    """Return the day in the byline, or in the dateline of the first paragraph, as YYYY-MM-DD.

    "" where neither names a whole day: day, month and year.
    """
    for part in head(text, list(blocks)):
        for mention in find_dates(part):
            if mention.unit == "date":
                return mention.value
    return ""


def head(text: str, blocks: list[Block]) -> Iterator[str]:
    """Yield the lines above the first paragraph that are no text, then its dateline."""
    above = list(takewhile(lambda block: block.kind not in PROSE, blocks))
    yield from (text[b.start : b.end] for b in above if b.kind == "metadata")
    for block in blocks[len(above) : len(above) + 1]:
        opening = text[block.start : block.end]
        yield opening[: dateline_end(opening)]
