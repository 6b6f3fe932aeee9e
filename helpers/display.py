"""Show words and tables in a notebook: hostile text stays text, dollar signs stay dollars."""

import html
import unicodedata
from dataclasses import dataclass

import pandas as pd

# JupyterLab typesets what stands between two dollar signs, unless told not to.
NO_MATHS = "mathjax_ignore"
MISSING = "–"
EMPTY = "No rows."


def visible(text: str) -> str:
    """Return `text` without characters that steer a terminal or turn the reading direction."""
    kept = (c if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cf"} else " " for c in text)
    return "".join(kept)


def escape(text: object) -> str:
    """Return `text` safe inside HTML, as an element's text or as a quoted attribute."""
    return html.escape(visible(str(text)))


@dataclass(frozen=True)
class Table:
    """A table to be read: escaped, rounded, without the index; its repr is plain text."""

    data: pd.DataFrame
    caption: str = ""
    decimals: int = 1

    def __repr__(self) -> str:
        body = EMPTY if self.data.empty else self._shown().to_string(index=False)
        return f"{self.caption}\n{body}".strip()

    def _repr_html_(self) -> str:
        shown = self._shown().map(escape).rename(columns=escape)
        body = shown.to_html(index=False, border=0, escape=False, justify="left")
        caption = f"<caption>{escape(self.caption)}</caption>" if self.caption else ""
        head, _, rest = body.partition(">")
        if self.data.empty:
            rest = f"{rest}<p>{EMPTY}</p>"
        return f'<div class="{NO_MATHS}">{head}>{caption}{rest}</div>'

    def _shown(self) -> pd.DataFrame:
        return self.data.rename(columns=lambda name: str(name).replace("_", " ")).map(self._cell)

    def _cell(self, value: object) -> str:
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, float):
            return MISSING if pd.isna(value) else f"{value:,.{self.decimals}f}"
        return MISSING if value is None or value is pd.NA else str(value)


def table(data: pd.DataFrame, *, caption: str = "", decimals: int = 1) -> Table:
    """Return `data` as a table for reading: floats with `decimals` places, gaps as a dash."""
    return Table(data, caption, decimals)
