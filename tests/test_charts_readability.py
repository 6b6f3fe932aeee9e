import numpy as np
import pandas as pd
import pytest

from helpers import readability
from helpers.charts import readability as charts
from helpers.findings.finding import Finding

FINDING = Finding("Alpha lies 2.0 grades below Beta.", {}, "Alpha lies below Beta")
NAMES = [f"s{i:02}" for i in range(30)]
ARTICLES = pd.DataFrame([(name, f"Label {name}") for name in NAMES], columns=["source", "label"])


def sentences(**lengths):
    rows = [
        (source, i, 10 * i, 10 * i + 9, "paragraph", n)
        for source, own in lengths.items()
        for i, n in enumerate(own)
    ]
    return pd.DataFrame(rows, columns=["source", "line", "start", "end", "block_kind", "n_words"])


def scores(**values):
    rows = [
        (source, measure, value + shift, value - 1, value + 1, 500, 30, "too short" if i else "")
        for source, value in values.items()
        for i, (measure, shift) in enumerate([("flesch_kincaid", 0), ("gunning_fog", 2)])
    ]
    return pd.DataFrame(rows, columns=readability.SCORES)


def drawn(chart, marker):
    return [
        x
        for line in chart.figure.axes[0].get_lines()
        if line.get_marker() == marker
        for x in np.atleast_1d(line.get_xdata()).tolist()
    ]


def labels(chart):
    return [text.get_text() for text in chart.figure.axes[0].get_yticklabels()]


def test_every_sentence_is_a_dot_of_its_own():
    x, y = charts.stacked(np.array([7, 3, 7, 7, 12]))
    assert x.tolist() == [3, 7, 7, 7, 12]
    assert len(set(zip(x.tolist(), y.tolist(), strict=True))) == 5
    chart = charts.sentence_lengths(sentences(s00=[5, 5, 9], s01=[20]), ARTICLES, FINDING)
    assert sorted(drawn(chart, "o")) == [5, 5, 9, 20]
    assert labels(chart) == ["Label s00", "Label s01"]


def test_headings_are_no_dots():
    table = sentences(s00=[5, 9])
    table.loc[1, "block_kind"] = "heading"
    assert drawn(charts.sentence_lengths(table, ARTICLES, FINDING), "o") == [5]


def test_past_twelve_sources_the_rest_is_a_distribution():
    table = sentences(**{name: [i + 1, i + 3] for i, name in enumerate(NAMES)})
    shown = labels(charts.sentence_lengths(table, ARTICLES, FINDING))
    assert len(shown) == 13
    assert shown[0] == "Label s00"
    assert shown[6] == f"the {len(NAMES) - 12} between"
    assert shown[-1] == "Label s29"


def test_each_grade_is_drawn_where_the_table_says():
    chart = charts.grades(scores(s00=9.0, s01=12.0), ARTICLES, FINDING)
    assert sorted(drawn(chart, "o")) == [9.0, 12.0]
    assert sorted(drawn(chart, "^")) == [11.0, 14.0]
    assert labels(chart) == ["Label s00", "Label s01"]


def test_a_missing_grade_is_said_in_words():
    table = scores(s00=9.0, s01=float("nan")).assign(note="7 of the 10 sentences it needs")
    chart = charts.grades(table, ARTICLES, FINDING)
    texts = [text.get_text() for text in chart.figure.axes[0].texts]
    assert "not available: 7 of the 10 sentences it needs" in texts
    assert drawn(chart, "o") == [9.0]


def test_the_slopes_follow_the_steps():
    rows = [
        (source, step, f"step {step}", "flesch_kincaid", start + step)
        for source, start in (("s00", 8.0), ("s01", 11.0))
        for step in range(3)
    ]
    table = pd.DataFrame(rows, columns=["source", "step", "text", "measure", "value"])
    chart = charts.ablation_slopes(table, ARTICLES, FINDING)
    lines = chart.figure.axes[0].get_lines()
    assert [line.get_ydata().tolist() for line in lines] == [[8, 9, 10], [11, 12, 13]]
    assert len({(line.get_marker(), line.get_linestyle()) for line in lines}) == 2


@pytest.mark.parametrize("n", [0, 1, 12, 30])
def test_charts_are_drawn_for_any_number_of_sources(n):
    names = NAMES[:n]
    lengths = sentences(**{name: [4, 8] for name in names})
    values = scores(**{name: 9.0 for name in names})
    for chart in (
        charts.sentence_lengths(lengths, ARTICLES, FINDING),
        charts.grades(values, ARTICLES, FINDING),
    ):
        assert chart.title == "Alpha lies below Beta"
        assert "Alpha lies 2.0 grades below Beta." in chart.alt
        assert chart._repr_png_()[:4] == b"\x89PNG"
