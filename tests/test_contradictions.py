"""Which articles contradict each other and themselves, with the words on both sides."""

import math

import pandas as pd

from helpers import contradictions, divergence
from helpers.comparing import questions
from tests.test_divergence import ARTICLES, STORY, facts


def test_two_values_in_one_article_are_an_internal_conflict_and_no_other():
    table = contradictions.internal(STORY, ARTICLES)
    assert table[["attribute", "source_a", "value_a", "value_b"]].values.tolist() == [
        ["founded_year", "c.txt", "1961", "1967"]
    ]


def test_contradictions_name_both_sides():
    table = contradictions.pairs(STORY, ARTICLES)
    assert table[["source_a", "value_a", "source_b", "value_b"]].values.tolist() == [
        ["a.txt", "41", "b.txt", "47"]
    ]
    disputes = contradictions.disputes(STORY, ARTICLES)
    assert disputes.iloc[0][["source_a", "source_b", "n_shared", "n_conflicts"]].tolist() == [
        "a.txt",
        "b.txt",
        3,
        1,
    ]


def test_values_side_by_side_in_a_line_are_of_two_things():
    table = facts(
        ("a", "price", "42", 42, 42, "asserted"), ("a", "price", "21", 21, 21, "asserted")
    )
    assert len(contradictions.internal(table, ARTICLES)) == 1
    assert contradictions.internal(table.assign(line=1), ARTICLES).empty


def test_a_score_that_runs_is_no_internal_conflict():
    scores = facts(*[("a", "score", v, math.nan, math.nan, "asserted") for v in ("1-0", "2-1")])
    assert contradictions.internal(scores.assign(kind="score", line=[1, 9]), ARTICLES).empty


def test_disputes_and_pairs_of_many_sources_stay_small():
    n = 200
    table = facts(*[(f"s{i}", "toll", str(i), i, i, "asserted") for i in range(1, n)])
    articles = pd.DataFrame({"source": [f"s{i}.txt" for i in range(1, n)], "date": ""})
    most = contradictions.MAX_DISPUTED
    assert len(contradictions.disputes(table, articles)) <= most * (most - 1) / 2
    assert divergence.compare(table, articles)["verdict"].tolist() == ["conflict"]
    assert len(contradictions.pairs(table, articles)) <= questions.MAX_PAIRED**2 / 2


def test_a_bound_and_a_number_far_beyond_it_are_of_two_things_in_one_article():
    bound = ("a", "killed", "3", 3, float("inf"), "asserted")
    table = facts(bound, ("a", "killed", "81", 81, 81, "asserted"))
    assert contradictions.internal(table, ARTICLES).empty
    other = facts(bound, ("b", "killed", "81", 81, 81, "asserted"))
    assert len(contradictions.pairs(other, ARTICLES)) == 1
