"""Sums over the claims: what lacks support, shares, quotations from nobody, disputed evidence."""

import math

import pandas as pd

from helpers import claims

CLAIMS = pd.DataFrame(
    [
        ("a.txt", 10, 20, "the largest", "measurable", "evidence", "$9bn", 30, 34),
        ("a.txt", 40, 50, "the best", "evaluative", "none", "", pd.NA, pd.NA),
        ("a.txt", 60, 70, "the only", "uniqueness", "none", "", pd.NA, pd.NA),
        ("b.txt", 5, 9, "the oldest", "measurable", "vague", "experts", 0, 4),
        ("b.txt", 15, 19, "the tallest", "measurable", "none", "", pd.NA, pd.NA),
    ],
    columns="source start end quote kind support evidence evidence_start evidence_end".split(),
)
FACTS = pd.DataFrame(
    [
        ("a.txt", 30, 34, "$9bn", "Deal", "deal_value", "9000000000"),
        ("a.txt", 30, 41, "$9bn merger", "Deal", "deal_type", "merger"),
        ("a.txt", 80, 84, "2019", "Deal", "date", "2019"),
    ],
    columns="source start end quote subject attribute value".split(),
)


def contradictions(attribute):
    row = ("Deal", attribute, "b.txt", "7000000000", "$7bn", "a.txt", "9000000000", "$9bn")
    names = "subject attribute source_a value_a quote_a source_b value_b quote_b".split()
    return pd.DataFrame([row], columns=names)


def test_unsupported_puts_measurable_claims_without_a_voice_first():
    assert claims.unsupported(CLAIMS)["quote"].tolist() == ["the tallest", "the oldest", "the only"]


def test_count_support_keeps_zeros_and_sources_without_claims():
    counts = claims.count_support(CLAIMS, pd.Series(["a.txt", "b.txt", "c.txt"]))
    assert counts["n"].tolist() == [1, 0, 0, 2, 0, 0, 1, 1, 0, 0, 0, 0]
    assert counts["share"].tolist()[:4] == [1 / 3, 0, 0, 2 / 3]
    assert math.isnan(counts["share"].iloc[-1])


def test_none_of_three_reaches_past_one_half():
    three = CLAIMS.assign(support="none", source="a.txt").head(3)
    counts = claims.count_support(three, pd.Series(["a.txt"]))
    assert round(counts["high"].iloc[0], 2) == 0.56


def test_cross_kinds_counts_every_claim_once():
    table = claims.cross_kinds(CLAIMS)
    assert table["kind"].tolist() == ["measurable", "uniqueness", "evaluative"]
    assert table[list(claims.SUPPORTS)].to_numpy().tolist() == [
        [1, 0, 1, 1],
        [0, 0, 0, 1],
        [0, 0, 0, 1],
    ]


def test_link_names_who_contradicts_the_value_that_serves_as_evidence():
    (row,) = claims.link(CLAIMS, FACTS, contradictions("deal_value")).itertuples()
    assert (row.quote, row.attribute) == ("the largest", "deal_value")
    assert row.disputed_by == (("b.txt", "7000000000", "$7bn"),)


def test_link_is_empty_when_the_contradiction_is_about_something_else():
    assert claims.link(CLAIMS, FACTS, contradictions("date")).empty
    assert claims.link(CLAIMS.head(0), FACTS, contradictions("deal_value")).empty


def test_disputes_are_told_with_labels():
    linked = claims.link(CLAIMS, FACTS, contradictions("deal_value"))
    shown = claims.with_disputes(linked, {"b.txt": "Herald"})
    assert shown["disputed_by"].tolist() == ["Herald: $7bn"]


def test_quotes_from_nobody_leaves_out_named_speakers_and_indirect_words():
    quotations = pd.DataFrame(
        [
            ("one", "quotation", "named"),
            ("two", "quotation", "none"),
            ("three", "pull quote", "vague"),
            ("four", "imputed", "named"),
            ("five", "indirect", "vague"),
        ],
        columns=["quote", "form", "attribution"],
    )
    assert claims.quotes_from_nobody(quotations)["quote"].tolist() == ["two", "three", "four"]
