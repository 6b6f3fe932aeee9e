"""Which span stands for which: worked by hand on spans of a dozen characters."""

import numpy as np
import pandas as pd
import pytest

from helpers.scoring.labels import Labels
from helpers.scoring.matching import judge, pair, settle, shared

WORDS = "abcdefghijklmnopqrstuvwxyz" * 4


def spans(*rows, **columns):
    table = pd.DataFrame(rows, columns=["source", "start", "end"])
    quotes = [WORDS[a:b] for a, b in zip(table["start"], table["end"], strict=True)]
    return table.assign(line=1, quote=quotes, **columns)


def labels_of(first=None, second=None, layer="hype"):
    tables = {"first": first, "second": second}
    given = {name: table for name, table in tables.items() if table is not None}
    whole = pd.concat([table.assign(labeller=name) for name, table in given.items()])
    covered = [
        (layer, name, source, 1) for name, table in given.items() for source in set(table["source"])
    ]
    columns = ["layer", "labeller", "source", "n_labels"]
    return Labels({layer: whole}, pd.DataFrame(covered, columns=columns), pd.DataFrame())


def test_shared_counts_characters_within_one_article():
    one = spans(("a", 0, 10), ("b", 0, 10))
    other = spans(("a", 8, 12), ("a", 10, 12), ("b", 2, 4))
    assert shared(one, other).tolist() == [[2, 0, 0], [0, 0, 2]]


def test_pair_prefers_the_larger_overlap_to_the_order_of_the_text():
    question, word = ("a", 0, 50), ("a", 10, 20)
    assert pair(spans(question, word), spans(word, question)) == [(0, 1), (1, 0)]


def test_pair_is_one_to_one():
    assert pair(spans(("a", 0, 9)), spans(("a", 0, 3), ("a", 4, 9))) == [(0, 1)]


def test_settle_keeps_both_versions_and_leaves_single_ones_open():
    first = spans(("a", 0, 5), ("a", 20, 25), category=["praise", "novelty"])
    second = spans(("a", 0, 8), ("a", 40, 45), category=["praise", "conflict"])
    table = settle(labels_of(first, second), "hype")
    columns = ["start", "end", "other_start", "other_end", "category", "settled"]
    assert table[columns].values.tolist() == [
        [0, 5, 0, 8, "praise", True],
        [20, 25, 20, 25, "novelty", False],
        [40, 45, 40, 45, "conflict", False],
    ]


def test_one_pass_settles_where_there_is_no_other():
    first = spans(("a", 0, 5), ("b", 0, 5), category="praise")
    second = spans(("a", 30, 35), category="praise")
    table = settle(labels_of(first, second), "hype")
    assert table[["source", "start", "settled"]].values.tolist() == [
        ["a", 0, False],
        ["a", 30, False],
        ["b", 0, True],
    ]


@pytest.fixture
def marked():
    first = spans(("a", 0, 10), ("a", 20, 25), category=["praise", "novelty"])
    second = spans(("a", 0, 12), ("a", 40, 45), category=["praise", "novelty"])
    return settle(labels_of(first, second), "hype")


def test_hits_are_right_open_or_wrong(marked):
    hits = spans(("a", 8, 15), ("a", 22, 30), ("a", 60, 65), ("b", 0, 5), category="praise")
    judged = judge(hits, marked, ["a"], category="category")
    assert judged.hits["verdict"].tolist() == ["right", "open", "wrong"]
    assert judged.labels["found"].tolist() == [True]
    assert judged.labels["hit"].tolist() == [0]


def test_partial_credit_is_the_share_of_characters_with_the_better_version(marked):
    hits = spans(("a", 8, 16), category="praise")
    judged = judge(hits, marked, ["a"], category="category")
    # 4 of the hit's 8 characters lie in 0-12; of the label 2 of 10 or 4 of 12.
    assert judged.hits["credit"].tolist() == [0.5]
    assert judged.labels["credit"].tolist() == pytest.approx([4 / 12])
    other = judge(hits.assign(category="novelty"), marked, ["a"], category="category")
    assert other.hits["credit"].tolist() == [0.0] and other.hits["verdict"].tolist() == ["right"]


def test_an_exact_hit_is_exact_with_either_version(marked):
    for end in (10, 12):
        judged = judge(spans(("a", 0, end), category="praise"), marked, ["a"])
        assert judged.hits["exact"].tolist() == [True] and judged.labels["exact"].tolist() == [True]
    assert not judge(spans(("a", 0, 11), category="x"), marked, ["a"]).hits["exact"].any()


def test_a_rule_narrows_which_hit_stands_for_which_label(marked):
    hits = spans(("a", 0, 10), category="conflict")
    judged = judge(hits, marked, ["a"], same=lambda a, b: np.zeros((len(a), len(b)), bool))
    assert judged.hits["verdict"].tolist() == ["wrong"] and judged.labels["hit"].tolist() == [-1]


def test_without_hits_every_label_is_missed(marked):
    judged = judge(spans(category=[]), marked, ["a"], category="category")
    assert judged.labels["found"].tolist() == [False] and judged.labels["hit"].tolist() == [-1]
