import re

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


def test_thousands_have_commas_and_negative_numbers_a_minus_sign():
    table = display.table(pd.DataFrame({"n": [1343, 7], "d": [-1234.56, -0.04]}))
    assert repr(table).split() == ["n", "d", "1,343", "−1,234.6", "7", "0.0"]


def test_a_small_p_value_is_not_nothing():
    p = pd.DataFrame({"p_holm": [0.0002, 0.05], "share": [0.0002, 0.05]})
    assert repr(display.table(p, decimals=3)).split()[-4:] == ["<0.001", "0.000", "0.050", "0.050"]


def test_words_stand_at_the_left_and_numbers_at_the_right_as_jupyterlab_sets_them():
    counts = pd.DataFrame({"source": ["a", "a"], "kind": ["x", "y"]})
    counts = counts.groupby(["source", "kind"]).size().unstack().reset_index()
    shown = display.table(counts)._repr_html_()
    cells = [(tag, bool(style)) for tag, style in re.findall(r"<(t[hd])( style=[^>]*)?>", shown)]
    assert cells == [("th", True), ("th", False), ("th", False)] + [
        ("td", True), ("td", False), ("td", False)
    ]  # fmt: skip


def test_characters_that_turn_or_steer_are_not_shown():
    assert display.visible("a\u202eb\x1b[31mc\u200b") == "a b [31mc "


def test_an_empty_table_keeps_its_columns_and_says_so():
    table = display.table(pd.DataFrame(columns=["quote"]), caption="0 found")
    assert repr(table) == "0 found\nNo rows."
    assert "quote" in table._repr_html_() and "No rows." in table._repr_html_()
