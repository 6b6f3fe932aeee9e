"""Marks stand where the tables say, and an empty table is told in words."""

import pandas as pd
import pytest

from helpers import accuracy
from helpers.charts import accuracy as charts
from helpers.findings.finding import Finding
from helpers.scoring import agreement, correction

FINDING = Finding("A finding.", headline="A headline")
PASSES = pd.DataFrame([("hype", "first", "second", 0.88)], columns=["layer", "one", "other", "f1"])


def marks(chart, shape):
    [axes] = chart.figure.axes
    lines = [line for line in axes.lines if line.get_marker() == shape]
    return [pytest.approx(float(line.get_xdata()[0]), nan_ok=True) for line in lines]


def words(chart):
    return [text.get_text() for text in chart.figure.axes[0].texts]


def test_score_dots_stand_at_the_scores_and_diamonds_at_the_agreement():
    rows = [("hype", "F1", 40, 0.9, 0.8, 0.95), ("facts", "share found", 30, 0.7, 0.5, 0.8)]
    summary = pd.DataFrame(rows, columns=accuracy.SUMMARY)
    chart = charts.score_dots(summary, PASSES, FINDING)
    assert marks(chart, "o") == [0.9, 0.7]
    assert marks(chart, "D") == [0.88, float("nan")]
    assert words(chart) == ["0.90  (40 labels)", "0.70  (30 labels)"]
    assert "hype 0.90 (0.80 to 0.95)" in chart.alt and "A finding." in chart.alt


def test_category_dots_draw_recall_and_precision_apart():
    row = dict.fromkeys(accuracy.SCORES, 0.5) | {"detector": "hype", "group": "praise"}
    row |= {"n_labels": 10, "found": 7, "n_hits": 8, "right": 6, "recall": 0.7, "precision": 0.75}
    chart = charts.category_dots(pd.DataFrame([row]), FINDING)
    assert marks(chart, "o") == [0.7] and marks(chart, "s") == [0.75]
    assert words(chart) == ["7 of 10 found, 6 of 8 right"]


def test_count_marks_draw_every_counter_and_at_most_twelve_articles():
    rows = [(f"{n:02d}.txt", n, n + 2, n, n + 1, n, n - 1, n + 3) for n in range(1, 21)]
    counts = pd.DataFrame(rows, columns=correction.COLUMNS)
    chart = charts.count_marks(counts, {"20.txt": "Price $5 and $6"}, FINDING)
    assert marks(chart, "D") == list(range(20, 8, -1))
    assert marks(chart, "<")[0] == 20 and marks(chart, ">")[0] == 22 and marks(chart, "o")[0] == 21
    assert "12 of 20 articles" in chart.subtitle
    label = chart.figure.axes[0].get_yticklabels()[0].get_text()
    assert label == r"Price \$5 and \$6"


def test_without_labels_each_chart_says_so():
    empty = [
        charts.score_dots(
            pd.DataFrame(columns=accuracy.SUMMARY), pd.DataFrame(columns=agreement.COLUMNS), FINDING
        ),
        charts.category_dots(pd.DataFrame(columns=accuracy.SCORES), FINDING),
        charts.count_marks(pd.DataFrame(columns=correction.COLUMNS), {}, FINDING),
    ]
    assert [words(chart) for chart in empty] == [["nothing to score"]] * 3
