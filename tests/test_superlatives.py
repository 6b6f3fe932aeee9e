"""The table of claims: its columns, its offsets, its comparison sets and its evidence."""

import pytest

from helpers.language import parse_text
from helpers.superlatives import COLUMNS, find_superlatives


def only_row(text):
    (row,) = find_superlatives([parse_text(text)]).itertuples()
    return row


def test_no_claims_give_an_empty_table_with_all_columns():
    table = find_superlatives([parse_text("The ferry sails at noon.")])
    assert table.empty
    assert table.columns.tolist() == COLUMNS


def test_quotes_and_evidence_are_the_articles_own_characters():
    parsed = parse_text("Paris’s “tallest tower”, at 632 metres, is Europe’s oldest tower.")
    table = find_superlatives([parsed])
    assert len(table) == 2
    for row in table.itertuples():
        assert parsed.article.text[row.start : row.end] == row.quote
        if row.support == "evidence":
            assert parsed.article.text[row.evidence_start : row.evidence_end] == row.evidence


def test_a_claim_without_support_has_no_evidence_offsets():
    row = only_row("It is the finest ferry.")
    assert (row.support, row.evidence) == ("none", "")
    assert find_superlatives([parse_text("It is the finest ferry.")])["evidence_start"].isna().all()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It is the largest ferry.", "measurable"),
        ("It is the loveliest ferry.", "evaluative"),
        ("It is the most watched film.", "measurable"),
        ("It is the most moving film.", "evaluative"),
        ("It is the best-selling film.", "measurable"),
        ("It is the best film.", "evaluative"),
        ("It is the only film.", "uniqueness"),
        ("He won the most seats.", "measurable"),
        ("The club made a record profit.", "measurable"),
        ("He is a leading surgeon.", "evaluative"),
        ("Rents are higher than ever.", "uniqueness"),
    ],
)
def test_a_number_can_prove_only_what_can_be_measured(text, kind):
    assert only_row(text).kind == kind


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("It is the largest ferry in the world.", "in the world"),
        ("It is the world's largest ferry.", "the world's"),
        ("It is the largest ferry.", ""),
        ("It is the largest ferry ever built.", "ever built"),
    ],
)
def test_the_comparison_set_is_explicit_or_empty(text, scope):
    row = only_row(text)
    assert (row.comparison_set, row.explicit_set) == (scope, bool(scope))


def test_two_superlatives_of_one_noun_are_one_claim():
    row = only_row("It is the largest, most modern ferry in the fleet.")
    assert row.quote == "the largest, most modern ferry in the fleet"


def test_all_support_is_kept_beside_the_best():
    row = only_row("Meyer said it was the tallest tower, at 632 metres.")
    assert (row.support, row.evidence, row.supports) == ("evidence", "632 metres", "evidence;named")


def test_the_hedge_is_named():
    assert only_row("It is one of the largest ferries.").hedge == "one of"
    assert only_row("It is arguably the largest ferry.").hedge == "arguably"
    assert only_row("It is the largest ferry.").hedge == ""


def test_the_smallest_is_at_the_lower_end():
    assert only_row("It is the smallest ferry.").polarity == "min"
    assert only_row("It is the largest ferry.").polarity == "max"
