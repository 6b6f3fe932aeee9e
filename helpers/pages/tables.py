"""Tables on paper: labels for file names, numbers at the right, widths that fit, an end."""

import re
from collections.abc import Callable

from helpers.display import EMPTY
from helpers.pages import pandoc

NUMBER = re.compile(r"[<>≤≥~±+\-−–]?\s?[\d.,]+\s?%?|–")
LINE = 108  # characters of a table's text in one line of a page
LONGEST_WORD, LONGEST_CELL = 20, 80  # characters that widen a column
SIDES, BOLD = 2, 1.15  # characters of white space beside a cell; how much wider a head is set
# A table of more printed lines is evidence: its beginning stands here, the rest in the notebook.
LINES, BEGINNING = 30, 15
LABEL = "label"


def fitting(labels: dict[str, str], notebook: str) -> Callable[[dict], list[dict] | None]:
    """Return `fit` for the tables of a notebook."""
    return lambda node: fit(node, labels, notebook)


def fit(node: dict, labels: dict[str, str], notebook: str) -> list[dict] | None:
    """Return what stands for a table in the report: a table that fits, or a sentence if empty.

    A table of more than `LINES` printed lines is cut, and a sentence says where the rest is.
    """
    if node["t"] == "Para" and pandoc.plain(node).strip() == EMPTY:
        return []  # what stands under an empty table in a notebook
    if node["t"] != "Table":
        return None
    _, caption, columns, head, bodies, foot = node["c"]
    rows = [row for body in bodies for row in body[3]]
    title = pandoc.plain(caption[1]).strip()
    if not rows:
        title = title.rstrip(".")
        return [
            pandoc.paragraph(f"{title}{'' if title.startswith('0 ') else ': nothing to list'}.")
        ]
    if LABEL not in [text for row in head[1] for text in texts(row)]:
        rows = pandoc.change(rows, lambda cell: _labelled(cell, labels))
    every = [texts(row) for row in rows]
    widths = _widths([texts(row) for row in head[1]], every, len(columns))
    shown = rows[: _enough(every, widths)]
    sizes = [{"t": "ColWidth", "c": width} for width in widths]
    columns = [list(pair) for pair in zip(_sides(every, len(columns)), sizes, strict=True)]
    body = [pandoc.attributes(), bodies[0][1], [], shown]
    table = {"t": "Table", "c": [pandoc.attributes(), caption, columns, head, [body], foot]}
    if len(shown) == len(rows):
        return [table]
    told = f"{len(shown)} of {len(rows):,} rows; the others are in notebook {notebook}."
    return [table, pandoc.paragraph(told)]


def _enough(rows: list[list[str]], widths: list[float]) -> int:
    """Return how many rows are shown: all of a table that is not long, else a beginning."""
    lines = [
        max(-(-len(text) // (width * LINE)) for text, width in zip(row, widths, strict=False))
        for row in rows
    ]
    if sum(lines) <= LINES:
        return len(rows)
    return max(sum(sum(lines[: n + 1]) <= BEGINNING for n in range(len(rows))), 1)


def texts(row: list) -> list[str]:
    """Return the cells of a row as plain text."""
    return [pandoc.plain(cell[4]).strip() for cell in row[1]]


def _labelled(node: dict, labels: dict[str, str]) -> list[dict] | None:
    if node["t"] not in {"Plain", "Para"} or pandoc.plain(node).strip() not in labels:
        return None
    return [node | {"c": pandoc.words(labels[pandoc.plain(node).strip()])}]


def _sides(rows: list[list[str]], columns: int) -> list[dict]:
    """Return the alignment of columns: numbers at the right, words at the left."""
    sides = []
    for place in range(columns):
        cells = [row[place] for row in rows if place < len(row)]
        numbers = any(cells) and all(NUMBER.fullmatch(cell) for cell in cells)
        sides.append({"t": "AlignRight" if numbers else "AlignLeft"})
    return sides


def _widths(heads: list[list[str]], rows: list[list[str]], columns: int) -> list[float]:
    """Return shares of the page's width: first every word is whole, then every short cell is on
    one line, then what room is left goes to the longest cells. A head may break between words.
    """
    word, short, longest = ([4.0] * columns for _ in range(3))
    for number, row in enumerate([*heads, *rows]):
        for place, text in enumerate(row[:columns]):
            head = number < len(heads)
            size = BOLD if head else 1
            letters = max(map(len, text.split()), default=0) * size
            word[place] = max(word[place], min(letters, LONGEST_WORD) + SIDES)
            if not head and len(text) <= LONGEST_WORD:
                short[place] = max(short[place], len(text) + SIDES)
            longest[place] = max(longest[place], min(len(text) * size, LONGEST_CELL) + SIDES)
    sizes = word
    for wanted in (short, longest):
        more = [max(want - size, 0) for want, size in zip(wanted, sizes, strict=True)]
        share = min(1.0, max(LINE - sum(sizes), 0) / max(sum(more), 1))
        sizes = [size + share * extra for size, extra in zip(sizes, more, strict=True)]
    whole = max(sum(sizes), LINE)
    return [round(size / whole, 4) for size in sizes]
