"""Contrastive words: the formula by hand, and what survives correction."""

import math

import pandas as pd

from helpers import contrast, language


def table(**sources):
    rows = [(s, word, n) for s, words in sources.items() for word, n in words.items()]
    return pd.DataFrame(rows, columns=contrast.WORDS)


def test_count_words_counts_words_in_lower_case():
    parsed = [language.parse_text("The plan, the Plan: 3 plans.", "a.txt")]
    counts = contrast.count_words(parsed).set_index("word")["n"].to_dict()
    assert counts == {"plan": 2, "plans": 1, "the": 2}


def test_log_odds_is_the_formula_of_monroe_worked_by_hand():
    # 10 words each; "x" 4 against 1, prior 10: alpha of x is 10 * 5 / 20 = 2.5.
    found = contrast.log_odds(table(a={"x": 4, "y": 6}, b={"x": 1, "y": 9}), prior=10)
    row = found[(found["source"] == "a") & (found["word"] == "x")].iloc[0]
    delta = math.log(6.5 / 13.5) - math.log(3.5 / 16.5)
    z = delta / math.sqrt(1 / 6.5 + 1 / 3.5)
    assert math.isclose(row["delta"], delta)
    assert math.isclose(row["z"], z)
    # Two sources and two words: four tests.
    assert math.isclose(row["p_corrected"], 4 * math.erfc(abs(z) / math.sqrt(2)))
    assert not row["survives"]


def test_log_odds_lets_a_large_difference_survive():
    found = contrast.log_odds(table(a={"x": 400, "y": 600}, b={"x": 10, "y": 990}), prior=10)
    assert found[(found["source"] == "a") & (found["word"] == "x")]["survives"].all()


def test_log_odds_of_equal_sources_is_zero():
    found = contrast.log_odds(table(a={"x": 4, "y": 6}, b={"x": 4, "y": 6}))
    assert found["z"].abs().max() < 1e-9


def test_log_odds_needs_two_sources():
    found = contrast.log_odds(table(a={"x": 4}))
    assert found.empty
    assert found.columns.tolist() == contrast.COLUMNS


def test_top_words_are_those_a_source_uses_more():
    found = contrast.log_odds(table(a={"x": 9, "y": 2}, b={"x": 2, "y": 9}))
    assert contrast.top_words(found, count=1)["word"].tolist() == ["x", "y"]
