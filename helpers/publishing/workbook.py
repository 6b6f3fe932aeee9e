"""All tables of a story as one workbook: for a reader who sorts and filters in a spreadsheet."""

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO

import pandas as pd

from helpers.display import visible

ROWS, CHARACTERS, NAME = 1_048_575, 32_767, 31  # what a sheet, a cell and a sheet's name hold
WIDEST = 60
SAFE = {  # a text is never taken for a formula, a link or a number
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
}
BEGINNING = datetime(2000, 1, 1)  # a workbook must carry a date; this one says nothing


def build(tables: Mapping[str, pd.DataFrame], *, title: str, cite: str) -> bytes:
    """Return a workbook: a sheet about the story, then a sheet a table, in order of name.

    Texts stay texts. Rows beyond what a sheet holds are left out, and the first sheet says so;
    the CSV files hold them all. The same tables give the same bytes.
    """
    import xlsxwriter

    out = BytesIO()
    with xlsxwriter.Workbook(out, SAFE) as book:
        book.set_properties({"title": visible(title), "created": BEGINNING})
        bold = book.add_format({"bold": True})
        first = book.add_worksheet("about")
        _about(first, tables, title=title, cite=cite, bold=bold)
        for name in sorted(tables):
            _sheet(book.add_worksheet(name[:NAME]), tables[name].head(ROWS), bold)
    return out.getvalue()


def _about(sheet, tables: Mapping[str, pd.DataFrame], *, title: str, cite: str, bold) -> None:
    sheet.write_string(0, 0, title[:CHARACTERS], bold)
    sheet.write_string(1, 0, f"How to cite: {cite}"[:CHARACTERS])
    for place, head in enumerate(("sheet", "rows", "columns")):
        sheet.write_string(3, place, head, bold)
    for row, name in enumerate(sorted(tables), start=4):
        table = tables[name]
        sheet.write_string(row, 0, name)
        sheet.write_number(row, 1, len(table))
        sheet.write_string(row, 2, ", ".join(map(str, table.columns)))
        if len(table) > ROWS:
            sheet.write_string(row, 3, f"only the first {ROWS:,} rows are here; see {name}.csv")
    sheet.set_column(0, 0, 24)
    sheet.set_column(2, 2, 80)


def _sheet(sheet, table: pd.DataFrame, bold) -> None:
    """Write a table with a head that stays in sight and can be filtered by."""
    for place, name in enumerate(table.columns):
        cells = [_cell(value) for value in table[name]]
        sheet.write_string(0, place, str(name), bold)
        for row, cell in enumerate(cells, start=1):
            _write(sheet, row, place, cell)
        longest = max((len(str(cell)) for cell in cells[:200]), default=0)
        sheet.set_column(place, place, min(WIDEST, max(len(str(name)), longest) + 2))
    sheet.freeze_panes(1, 1)
    if len(table) and len(table.columns):
        sheet.autofilter(0, 0, len(table), len(table.columns) - 1)


def _cell(value: object) -> bool | int | float | str | None:
    """Return a value as a spreadsheet knows it; whatever it does not know is text."""
    if hasattr(value, "item") and getattr(value, "ndim", 0) == 0:
        value = value.item()
    if value is None or value is pd.NA or value is pd.NaT or value != value:  # noqa: PLR0124
        return None
    if isinstance(value, bool | int | float) and abs(value) != float("inf"):
        return value
    return str(value)[:CHARACTERS]


def _write(sheet, row: int, column: int, cell: bool | float | str | None) -> None:
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, cell)
    elif cell:
        sheet.write_string(row, column, cell)
