"""The workbook: every table, texts that stay texts, the same bytes."""

import re
import zipfile
from io import BytesIO

import numpy as np
import pandas as pd

from helpers.publishing import workbook

TABLES = {
    "hype": pd.DataFrame(
        {
            "source": ["a.txt", "b.txt", "c.txt"],
            "quote": ['=HYPERLINK("http://evil.example","x")', "https://example.org", "x" * 40_000],
            "n": [1, 2, 3],
            "share": [0.5, float("nan"), float("inf")],
            "hedged": [True, False, None],
        }
    ),
    "empty": pd.DataFrame({"source": pd.Series([], dtype=str)}),
}


def sheets(data):
    """Return the parts of a workbook by name, and all its texts."""
    with zipfile.ZipFile(BytesIO(data)) as book:
        return {name: book.read(name).decode() for name in book.namelist()}


def test_texts_are_never_formulas_or_links():
    parts = sheets(workbook.build(TABLES, title="=1+1", cite="cite"))
    for name, part in parts.items():
        if name.startswith("xl/worksheets/"):
            assert "<f>" not in part and "hyperlink" not in part
    assert "=HYPERLINK" in parts["xl/sharedStrings.xml"]
    assert "x" * 40_000 not in parts["xl/sharedStrings.xml"]
    assert "x" * workbook.CHARACTERS in parts["xl/sharedStrings.xml"]


def test_every_table_has_a_sheet_and_numbers_are_numbers():
    parts = sheets(workbook.build(TABLES, title="t", cite="How"))
    assert re.findall(r'<sheet name="(\w+)"', parts["xl/workbook.xml"]) == [
        "about",
        "empty",
        "hype",
    ]
    hype = parts["xl/worksheets/sheet3.xml"]
    assert re.findall(r'r="C\d"><v>(\d)</v>', hype) == ["1", "2", "3"]
    assert '<c r="D2"><v>0.5</v></c>' in hype
    assert 'r="D3"' not in hype  # a gap is an empty cell
    assert '<c r="E2" t="b"><v>1</v></c>' in hype


def test_the_same_tables_give_the_same_bytes():
    first = workbook.build(TABLES, title="t", cite="c")
    assert workbook.build(dict(reversed(TABLES.items())), title="t", cite="c") == first


def test_values_of_other_kinds_are_text():
    table = pd.DataFrame({"a": [np.float64(1.5), {"b": [1]}, pd.Timestamp("2025-06-12")]})
    parts = sheets(workbook.build({"t": table}, title="t", cite="c"))
    assert "<v>1.5</v>" in parts["xl/worksheets/sheet2.xml"]
    assert "{'b': [1]}" in parts["xl/sharedStrings.xml"].replace("&#39;", "'")
    assert "2025-06-12" in parts["xl/sharedStrings.xml"]
