"""Show an article with its hits marked in the text, as HTML for a notebook or a report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from helpers.display import NO_MATHS, escape

# Each category has a line of its own under the words and its name after them: no colour is needed.
LINES = (
    "border-bottom:2px solid",
    "border-bottom:2px dashed",
    "border-bottom:2px dotted",
    "border-bottom:4px double",
    "border:1px solid",
    "border:1px dashed",
    "border:1px dotted",
    "border-bottom:3px groove",
)
NAME = "font-size:.7em;vertical-align:super;margin-left:.15em"
HEADINGS = ("title", "heading")  # bold, not <h3>: contents name the notebook's headings alone


@dataclass(frozen=True)
class MarkedText:
    """An article in which hits are marked; its repr names them in plain text."""

    title: str
    html: str
    plain: str

    def __repr__(self) -> str:
        return self.plain

    def _repr_html_(self) -> str:
        return self.html


def marked_text(
    text: str, blocks: pd.DataFrame, hits: pd.DataFrame, *, title: str, categories: Iterable[str]
) -> MarkedText:
    """Return the article lines of `text` with `hits` marked by category.

    `blocks` are its blocks to show (`start end kind`), `hits` have `start end category`, with
    offsets in `text` and no overlaps. In the plain form a hit is [words: category].
    """
    styles = dict(zip(categories, LINES, strict=False))
    lines, plain = [], []
    for block in blocks.sort_values("start").itertuples():
        inside = hits[(hits["start"] >= block.start) & (hits["end"] <= block.end)]
        pieces = list(cut(text, block.start, block.end, inside))
        line = "".join(mark(*piece, styles) for piece in pieces)
        lines.append(f"<p><b>{line}</b></p>" if block.kind in HEADINGS else f"<p>{line}</p>")
        plain.append("".join(f"[{words}: {name}]" if name else words for words, name in pieces))
    used = [name for name in styles if name in set(hits["category"])]
    body = "".join(lines)
    html = (
        f'<div class="{NO_MATHS}"><p><b>{escape(title)}</b></p>{legend(used, styles)}{body}</div>'
    )
    return MarkedText(title, html, "\n".join([title, *plain]))


def cut(text: str, start: int, end: int, hits: pd.DataFrame):
    """Yield the stretches of a block in order, each with its category or an empty string."""
    place = start
    for hit in hits.sort_values("start").itertuples():
        yield text[place : hit.start], ""
        yield text[hit.start : hit.end], hit.category
        place = hit.end
    yield text[place:end], ""


def mark(words: str, category: str, styles: dict[str, str]) -> str:
    """Return words as HTML, marked and followed by the name of their category if they have one."""
    if not category:
        return escape(words)
    # Not <mark>: browsers set it in black, and JupyterLab drops a style that says otherwise.
    line, name = styles.get(category, LINES[0]), escape(category)
    return f'<span class="mark" style="{line}">{escape(words)}</span><span style="{NAME}">{name}</span>'


def legend(names: list[str], styles: dict[str, str]) -> str:
    """Return the key to the marks, or a sentence where there are none."""
    if not names:
        return "<p>No hit in this article.</p>"
    return f"<p>Marked: {', '.join(mark(name, name, styles) for name in names)}</p>"
