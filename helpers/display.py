"""Show words and tables in a notebook: hostile text stays text, dollar signs stay dollars."""

import html
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pandas as pd

# JupyterLab typesets what stands between two dollar signs, unless told not to.
NO_MATHS = "mathjax_ignore"
MISSING = "–"
EMPTY = "No rows."
LEFT = ' style="text-align:left"'  # JupyterLab sets every cell to the right
P_VALUE = re.compile(r"p(_.*)?")  # names of columns that hold p-values


def visible(text: str) -> str:
    """Return `text` without characters that steer a terminal or turn the reading direction."""
    if text.isprintable():
        return text
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
        return visible(f"{self.caption}\n{body}").strip()

    def _repr_html_(self) -> str:
        shown = self._shown()
        sides = ["" if self._is_number(name) else LEFT for name in self.data]
        head = _row("th", map(escape, shown), sides)
        rows = "".join(_row("td", map(escape, row), sides) for row in shown.to_numpy())
        caption = f"<caption{LEFT}>{escape(self.caption)}</caption>" if self.caption else ""
        empty = f"<p>{EMPTY}</p>" if self.data.empty else ""
        body = f"<table>{caption}<thead>{head}</thead><tbody>{rows}</tbody></table>{empty}"
        return f'<div class="{NO_MATHS}">{body}</div>'

    def _is_number(self, name: object) -> bool:
        kind = self.data[name].dtype
        return pd.api.types.is_numeric_dtype(kind) and not pd.api.types.is_bool_dtype(kind)

    def _shown(self) -> pd.DataFrame:
        cells = {name: self.data[name].astype(object).map(self._cell(name)) for name in self.data}
        return pd.DataFrame(cells, dtype=object).rename(columns=lambda n: str(n).replace("_", " "))

    def _cell(self, column: object) -> Callable[[object], str]:
        """Return what writes a value of a column."""
        least = 10**-self.decimals if P_VALUE.fullmatch(str(column)) else 0

        def write(value: object) -> str:
            if isinstance(value, bool):
                return "yes" if value else "no"
            if isinstance(value, float) and not pd.isna(value):
                if least and value < least:
                    return f"<{least:.{self.decimals}f}"
                return signed(f"{value:,.{self.decimals}f}")
            if isinstance(value, int):
                return signed(f"{value:,}")
            return MISSING if pd.isna(value) else str(value)

        return write


def signed(number: str) -> str:
    """Return a written number with a minus sign in the place of a hyphen; zero has no sign."""
    written = number.replace("-", "\N{MINUS SIGN}")
    return written if re.search("[1-9]", number) else written.lstrip("\N{MINUS SIGN}")


def _row(tag: str, cells: Iterable[str], sides: list[str]) -> str:
    pairs = zip(cells, sides, strict=True)
    return f"<tr>{''.join(f'<{tag}{side}>{cell}</{tag}>' for cell, side in pairs)}</tr>\n"


def table(data: pd.DataFrame, *, caption: str = "", decimals: int = 1) -> Table:
    """Return `data` as a table for reading: floats with `decimals` places, gaps as a dash.

    A p-value that would be rounded to nothing is shown as less than the last place.
    """
    return Table(data, caption, decimals)
