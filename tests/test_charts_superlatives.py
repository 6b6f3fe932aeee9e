"""Charts of claims: every claim is a mark, in the row of its source."""

import pandas as pd
import pytest

from helpers import claims
from helpers.charts import superlatives as charts
from helpers.findings.finding import Finding

FINDING = Finding("Some claims lack support.", {}, "Claims without support")


def table(n_sources, n_claims):
    articles = pd.DataFrame(
        [(f"{i:03}.txt", f"Paper {i}") for i in range(n_sources)], columns=["source", "label"]
    )
    kinds, supports = ("measurable", "uniqueness", "evaluative"), ("none", "evidence", "vague")
    rows = [
        (f"{i:03}.txt", 1, 10 * j, 10 * j + 5, "the best", kinds[j % 3], False, supports[j % 2])
        for i in range(n_sources)
        for j in range(n_claims)
    ]
    columns = "source line start end quote kind hedged support".split()
    return articles, pd.DataFrame(rows, columns=columns)


def marks(chart):
    return [line for line in chart.figure.axes[0].lines if line.get_marker() in {"s", "^", "o"}]


@pytest.mark.parametrize("n_sources", [1, 2, 5, 12])
def test_by_support_draws_a_mark_for_every_claim(n_sources):
    articles, superlatives = table(n_sources, 4)
    chart = charts.by_support(superlatives, articles, FINDING)
    assert len(marks(chart)) == 4 * n_sources
    assert len(chart.figure.axes[0].get_yticks()) == n_sources


def test_by_support_joins_the_others_past_twelve_sources():
    articles, superlatives = table(40, 1)
    chart = charts.by_support(superlatives, articles, FINDING)
    assert len(chart.figure.axes[0].get_yticks()) == 12
    assert len(chart.data) == 40


def test_by_support_can_be_empty():
    articles, superlatives = table(1, 1)
    assert marks(charts.by_support(superlatives.head(0), articles, FINDING)) == []


def test_unsupported_shares_draws_the_share_of_the_table():
    articles, superlatives = table(3, 4)
    counts = claims.count_support(superlatives, articles["source"])
    chart = charts.unsupported_shares(counts, articles, FINDING)
    assert [mark.get_xdata()[0] for mark in marks(chart)] == chart.data["share"].tolist()


def test_unsupported_shares_can_be_empty():
    articles, superlatives = table(1, 1)
    counts = claims.count_support(superlatives.head(0), articles["source"])
    assert charts.unsupported_shares(counts, articles, FINDING).data.empty
