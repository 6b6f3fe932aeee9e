"""The hype charts draw what their tables say, for few sources and for many."""

import pandas as pd
import pytest

from helpers.charts import hype as charts
from helpers.findings.finding import Finding
from helpers.hype import CATEGORIES

FINDING = Finding("Beta above Alpha.", {}, "Beta above Alpha")


def articles(count=2):
    rows = [(f"{i:03}", f"Article {i} for $5 and $6", 1000) for i in range(count)]
    return pd.DataFrame(rows, columns=["source", "label", "n_characters"])


def rates(count=2, category="all"):
    rows = [
        (f"{i:03}", category, i + 1, 100 * (i + 1), 10.0 + i, 5.0 + i, 20.0 + i, "exact")
        for i in range(count)
    ]
    names = "source category n n_words per_1000 low high interval".split()
    return pd.DataFrame(rows, columns=names)


def hits():
    rows = [
        ("000", 1, 100, "massive", "magnitude", "own"),
        ("001", 2, 500, "bold", "praise", "quoted"),
    ]
    return pd.DataFrame(rows, columns="source line start quote category voice".split())


def drawn_at(chart, marker):
    lines = [line for line in chart.figure.axes[0].lines if line.get_marker() == marker]
    return [float(line.get_xdata()[0]) for line in lines]


def test_rate_dots_draws_each_rate_and_interval_where_the_table_says():
    chart = charts.rate_dots(rates(), rates().assign(per_1000=3.0), articles(), FINDING)
    assert drawn_at(chart, "o") == [10.0, 11.0]
    assert drawn_at(chart, "D") == [3.0, 3.0]
    words = [text.get_text() for text in chart.figure.axes[0].texts]
    assert words == ["10.0 (1 in 100)", "11.0 (2 in 200)"]
    assert chart.title == "Beta above Alpha"


@pytest.mark.parametrize("count, rows", [(1, 1), (5, 5), (12, 12), (40, 13)])
def test_rate_dots_shows_the_extremes_of_many_sources(count, rows):
    chart = charts.rate_dots(rates(count), rates(count), articles(count), FINDING)
    assert len(chart.figure.axes[0].get_yticks()) == rows
    assert len(chart.data) == count


def test_by_category_writes_every_count_also_zero():
    table = pd.concat([rates(category=name) for name in CATEGORIES])
    table.loc[table["category"] == "praise", "n"] = 0
    chart = charts.by_category(table, articles(), CATEGORIES, FINDING)
    words = [text.get_text() for text in chart.figure.axes[0].texts]
    assert sorted(words) == sorted(str(n) for n in table["n"])
    assert words.count("0") == 2


def test_positions_places_hits_along_their_article():
    chart = charts.positions(hits(), articles(), FINDING)
    places = sorted(
        float(x)
        for collection in chart.figure.axes[0].collections
        for x in collection.get_offsets()[:, 0]
    )
    assert places == [10.0, 50.0]


def test_contrast_words_marks_what_survives_in_bold():
    names = "source word n n_others delta z p_corrected survives".split()
    rows = [("000", "a$b$", 4, 1, 1.0, 5.0, 0.01, True), ("001", "it", 3, 2, 0.5, 2.0, 1.0, False)]
    chart = charts.contrast_words(pd.DataFrame(rows, columns=names), articles(), FINDING)
    weights = {text.get_text(): text.get_weight() for text in chart.figure.axes[0].texts}
    assert weights == {r"a\$b\$ (4 : 1)": "bold", "it (3 : 2)": "normal"}
    assert sorted(drawn_at(chart, "o")) == [2.0, 5.0]


def test_charts_can_be_drawn_of_nothing():
    nothing = rates(1).assign(n=0, per_1000=0.0, low=0.0, high=0.0)
    assert drawn_at(charts.rate_dots(nothing, nothing, articles(1), FINDING), "o") == [0.0]
    assert charts.positions(hits().iloc[:0], articles(1), FINDING).data.empty
