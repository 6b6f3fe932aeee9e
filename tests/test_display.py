import pandas as pd

from helpers import display


def test_a_table_escapes_what_it_shows_and_keeps_dollars():
    table = display.table(
        pd.DataFrame({"quote": ["<script>alert(1)</script> $5 and $6"], "n": [1]})
    )
    shown = table._repr_html_()
    assert "<script>" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt; $5 and $6" in shown
    assert 'class="mathjax_ignore"' in shown


def test_numbers_are_rounded_and_gaps_are_dashes():
    table = display.table(pd.DataFrame({"rate": [1.26, float("nan")], "hedged": [True, False]}))
    assert repr(table).split() == ["rate", "hedged", "1.3", "yes", "–", "no"]


def test_characters_that_turn_or_steer_are_not_shown():
    assert display.visible("a\u202eb\x1b[31mc\u200b") == "a b [31mc "


def test_an_empty_table_keeps_its_columns_and_says_so():
    table = display.table(pd.DataFrame(columns=["quote"]), caption="0 found")
    assert repr(table) == "0 found\nNo rows."
    assert "quote" in table._repr_html_() and "No rows." in table._repr_html_()
