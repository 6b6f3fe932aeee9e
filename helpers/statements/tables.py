"""Read the rows of a table: who in the first cell, what is asked in the head of the column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from helpers.statements.context import Context, Statement
from helpers.statements.values import base

if TYPE_CHECKING:
    from helpers.language import ParsedBlock

MAX_CELL = 80  # characters; longer cells hold prose
MIN_CELLS = 2
MARK = "|"


def cells(text: str) -> list[tuple[int, int]]:
    """Return where the cells of a row begin and end, without the marks and blanks around them."""
    places, at = [], 0
    for part in text.split(MARK):
        start = at + len(part) - len(part.lstrip())
        places.append((start, max(start, at + len(part.rstrip()))))
        at += len(part) + 1
    if places and text.lstrip().startswith(MARK):
        places = places[1:]
    while places and places[-1][0] == places[-1][1]:
        places.pop()
    return places


def heads(block: ParsedBlock) -> tuple[str, ...]:
    """Return the heads of the columns, if the row can be the first of a table."""
    text = block.doc.text
    found = tuple(text[start:end].lower() for start, end in cells(text))
    plain = all(head and len(head) <= MAX_CELL for head in found)
    worded = plain and not any(char.isdigit() for char in text)
    return found if worded and len(found) >= MIN_CELLS else ()


def table_facts(context: Context, columns: tuple[str, ...]) -> Iterator[Statement]:
    """Yield what each cell of a row says of the name in its first cell."""
    places = cells(context.text)
    if len(places) != len(columns) or not columns:
        return
    start, end = places[0]
    subject = next(
        (m for m in context.names if m.end_char == end and context.doc[m.first].idx == start), None
    )
    if subject is None:
        return
    for head, (first, last) in zip(columns[1:], places[1:], strict=True):
        if 0 < last - first <= MAX_CELL:
            made = cell_fact(context, first, last)
            yield replace(
                made, attribute=f"other:{head}", rule="table", about="subject",
                subject=context.end_of(subject),
            )  # fmt: skip


def cell_fact(context: Context, first: int, last: int) -> Statement:
    """Return the value of a cell: its number if it holds nothing else, else its words."""
    inside = [q for q in context.quantities if q.start == first and q.end == last]
    if inside:
        return base(context, inside[0], context.span(inside[0]))
    return Statement(first, last, "", context.text[first:last].lower(), "words", "")
