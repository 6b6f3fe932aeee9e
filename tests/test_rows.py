"""Which sources a chart draws when there are many."""

import pandas as pd
import pytest

from helpers.charts import frame, hype, readability, rows, superlatives
from helpers.findings.finding import Finding

FINDING = Finding("A finding.", {}, "A finding")


@pytest.mark.parametrize("n", [0, 1, 2, 12])
def test_up_to_twelve_sources_are_all_drawn(n):
    order = [f"s{i}" for i in range(n)]
    assert rows.ends(order) == order and rows.others(order) == []


@pytest.mark.parametrize("n", [13, 40])
def test_of_more_sources_the_ends_are_drawn_and_the_rest_is_one_row(n):
    order = [f"s{i}" for i in range(n)]
    drawn = rows.ends(order)
    assert drawn == [*order[:6], None, *order[-6:]]
    assert rows.others(order) == order[6:-6]
    assert rows.between(order) == f"the {n - 12} between"


def test_a_subtitle_says_which_sources_are_drawn_if_not_all_are():
    assert rows.chosen(12, 12, "with most hits") == ""
    assert rows.chosen(12, 1040, "with most hits") == "; the 12 of 1,040 sources with most hits"


@pytest.mark.parametrize("downwards", [False, True])
def test_rows_are_named_from_either_end(downwards):
    axes = frame.canvas(1.0)[1]
    rows.name_rows(axes, ["a $1", "b" * 50], downwards=downwards)
    assert [tick.get_text() for tick in axes.get_yticklabels()] == ["a \\$1", "b" * rows.NAME]
    low, high = map(float, axes.get_ylim())
    assert (low > high) is downwards and {low, high} == {-0.6, 1.6}


def test_an_article_without_hits_is_a_line_without_marks():
    articles = pd.DataFrame({"source": ["a", "b"], "label": ["A", "B"], "n_characters": [100, 100]})
    hit = {"source": "b", "line": 1, "start": 5, "quote": "bold", "category": "praise"}
    chart = hype.positions(pd.DataFrame([hit | {"voice": "own"}]), articles, FINDING)
    assert [tick.get_text() for tick in chart.figure.axes[0].get_yticklabels()] == ["B", "A"]
    assert "most hits" not in chart.subtitle


def test_a_value_stands_beside_a_label_from_right_to_left():
    articles = pd.DataFrame({"source": ["a"], "label": ["صحيفة"]})
    steps = [("a", "flesch_kincaid", step, f"step {step}", 9.5 + step) for step in range(2)]
    table = pd.DataFrame(steps, columns=["source", "measure", "step", "text", "value"])
    chart = readability.ablation_slopes(table, articles, FINDING)
    drawn = [text.get_text() for text in chart.figure.axes[0].texts]
    assert drawn == ["10.5", "صحيفة"]


def test_marks_differ_by_shape_where_they_differ_in_colour():
    markers, lines = zip(*[line[1:] for line in readability.LINES], strict=True)
    assert len(set(markers)) == len(set(lines)) == len(readability.LINES) == len(frame.SERIES)
    for shapes in (hype.SHAPES, superlatives.SHAPES, readability.MARKS):
        assert len(set(shapes.values())) == len(shapes)
