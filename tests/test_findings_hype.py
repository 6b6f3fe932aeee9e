"""What may be said about hype, and when nothing may."""

import pandas as pd

from helpers.findings import hype as findings

LABELS = {"a": "Alpha", "b": "Beta"}


def rates(**counts):
    rows = [(s, n, 1000, float(n), 0.0, 2.0 * n) for s, n in counts.items()]
    return pd.DataFrame(rows, columns=["source", "n", "n_words", "per_1000", "low", "high"])


def differences(n_first, n_second, *, holds, ratio):
    row = ("a", "b", n_first, n_second, ratio, holds, 0.3)
    names = ["first", "second", "n_first", "n_second", "ratio", "holds", "p_holm"]
    return pd.DataFrame([row], columns=names)


def hits(*rows):
    return pd.DataFrame(rows, columns=["source", "category", "voice"])


def test_ranking_names_the_higher_of_a_pair_that_differs_clearly():
    found = findings.ranking(rates(a=10, b=40), differences(10, 40, holds=True, ratio=0.25), LABELS)
    assert "Beta above Alpha (ratio 4.0)" in found.text
    assert "10.0 to 40.0" in found.text


def test_ranking_says_no_clear_difference_and_how_near_a_pair_comes():
    found = findings.ranking(rates(a=10, b=12), differences(10, 12, holds=False, ratio=0.8), LABELS)
    assert found.text.startswith("The sources show no clear difference")
    assert "Beta above Alpha (ratio 1.2) comes nearest to one: p = 0.30" in found.text


def test_ranking_ranks_nothing_on_fewer_than_five_hits():
    found = findings.ranking(rates(a=4, b=40), differences(4, 40, holds=True, ratio=0.1), LABELS)
    assert found.text == "Too few hits to rank the sources (4 to 40 each)."


def test_ranking_of_nothing_and_of_one_source():
    none = differences(0, 0, holds=False, ratio=1).iloc[:0]
    assert findings.ranking(rates(a=0), none, LABELS).text == "No inflated language was found."
    assert "10.0 per 1,000 words" in findings.ranking(rates(a=10), none, LABELS).text


def test_kinds_names_the_commonest_only_from_five_hits_on():
    few = hits(*[("a", "praise", "own")] * 4)
    assert findings.kinds(few).text.startswith("Too few hits")
    many = hits(*[("a", "praise", "own")] * 5, ("b", "novelty", "own"))
    assert (
        findings.kinds(many).text
        == "5 of 6 hits are of the kind praise, in 1 of 2 articles with hits."
    )


def test_voices_counts_own_and_quoted():
    found = findings.voices(hits(("a", "praise", "own"), ("a", "praise", "quoted")))
    assert found.evidence == {"quoted": 1, "own": 1}


def test_spread_declines_on_few_hits_and_names_the_most_uneven_else():
    table = pd.DataFrame(
        [("a", 4, 9, 0.9, 0.1), ("b", 9, 9, 0.6, 0.4)],
        columns=["source", "n", "n_blocks", "dp", "expected"],
    )
    assert findings.spread(table, LABELS).evidence["source"] == "b"
    assert findings.spread(table.head(1), LABELS).text == "Too few hits to say where they lie."


def test_contrast_claims_only_what_survives():
    table = pd.DataFrame(
        [("a", "its", 4.0, False), ("a", "by", -5.0, True)],
        columns=["source", "word", "z", "survives"],
    )
    assert "No word sets an article clearly apart" in findings.contrast(table).text
    assert "“its”" in findings.contrast(table.assign(survives=True)).text
    assert "no others" in findings.contrast(table.iloc[:0]).text


def test_against_control_compares_the_spread_of_both():
    found = findings.against_control(rates(a=10, b=40), rates(a=10, b=15))
    assert "4.0-fold" in found.text
    assert "1.5-fold" in found.text
    assert "Too few" in findings.against_control(rates(a=10, b=40), rates(a=1, b=15)).text
