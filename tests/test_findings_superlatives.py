"""Findings on claims: they count, and decline where the counts allow no order."""

import pandas as pd

from helpers.findings import superlatives as findings

COUNTS = ["source", "support", "n", "n_claims", "share", "low", "high"]


def claims(*pairs):
    return pd.DataFrame(pairs, columns=["kind", "support"])


def test_nothing_behind_counts_only_what_could_be_checked():
    found = findings.nothing_behind(
        claims(("measurable", "none"), ("uniqueness", "named"), ("evaluative", "none"))
    )
    assert found.evidence == {"claims": 3, "checkable": 2, "unsupported": 1}
    assert found.text.startswith("1 of 2 claims")


def test_nothing_behind_says_so_without_claims_and_with_opinions_only():
    assert findings.nothing_behind(claims()).evidence == {"claims": 0}
    assert "opinion" in findings.nothing_behind(claims(("evaluative", "none"))).text


def test_sources_apart_declines_with_few_claims():
    counts = pd.DataFrame(
        [("a", "none", 3, 3, 1.0, 0.44, 1.0), ("b", "none", 0, 9, 0.0, 0.0, 0.3)], columns=COUNTS
    )
    assert "Too few" in findings.sources_apart(counts, {}).text


def test_sources_apart_names_a_difference_only_when_intervals_do_not_meet():
    apart = [("a", "none", 18, 20, 0.9, 0.7, 0.97), ("b", "none", 2, 20, 0.1, 0.03, 0.3)]
    near = [("a", "none", 12, 20, 0.6, 0.39, 0.78), ("b", "none", 8, 20, 0.4, 0.22, 0.61)]
    assert (
        "Herald leaves more"
        in findings.sources_apart(pd.DataFrame(apart, columns=COUNTS), {"a": "Herald"}).text
    )
    assert "do not differ" in findings.sources_apart(pd.DataFrame(near, columns=COUNTS), {}).text


def test_from_nobody_counts_imputed_words():
    quotations = pd.DataFrame(
        [("quotation", "named"), ("imputed", "named"), ("indirect", "vague")],
        columns=["form", "attribution"],
    )
    found = findings.from_nobody(quotations, quotations.iloc[[1]])
    assert found.text.startswith("1 of 2 quotations")
    assert findings.from_nobody(quotations, quotations.head(0)).text.startswith("All 2")


def test_disputed_names_the_claim_when_there_is_one():
    row = {"quote": "the largest", "evidence": "$9bn", "disputed_by": (("b", "7", "$7bn"),)}
    assert "one other source" in findings.disputed(pd.DataFrame([row])).text
    assert "No claim" in findings.disputed(pd.DataFrame(columns=list(row))).text


def test_headlines_are_short():
    found = findings.nothing_behind(claims(("measurable", "none")))
    assert 0 < len(found.title.split()) <= 14
