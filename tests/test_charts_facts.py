import math

import pandas as pd
import pytest

from helpers import contradictions, divergence, grid
from helpers.charts import fact_cards, fact_grid, legibility
from helpers.charts import facts as charts
from helpers.findings.finding import Finding

FINDING = Finding("Two articles contradict each other.", {}, "A contradiction")


def story(n_sources):
    """Build a story in which the answers to one question fall into two groups."""
    columns = "source line start end quote subject attribute value unit low high status".split()
    rows = []
    for place in range(n_sources):
        source, killed = f"{place:02}.txt", 41 if place % 2 else 47
        rows.append(
            (source, 1, 4, 6, str(killed), "Quake", "killed", str(killed), "", killed, killed)
        )
        if place < 2:
            rows.append((source, 2, 20, 22, "10", "Quake", "injured", "10", "", 10, math.inf))
    facts = pd.DataFrame([(*row, "asserted") for row in rows], columns=columns)
    sources = [f"{place:02}.txt" for place in range(n_sources)]
    labels = [f"Paper {place}" for place in range(n_sources)]
    articles = pd.DataFrame({"source": sources, "label": labels, "date": ""})
    return facts.assign(attribution="", rule="r"), articles


def texts(chart):
    return [text.get_text() for axes in chart.figure.axes for text in axes.texts]


@pytest.mark.parametrize("width", [89, 183])
@pytest.mark.parametrize("n_sources", [1, 2, 5, 12, 40])
def test_every_chart_is_drawn_for_any_number_of_sources(n_sources, width, monkeypatch):
    monkeypatch.setenv("FIGURE_WIDTH", str(width))
    facts, articles = story(n_sources)
    verdicts, claims = divergence.compare(facts, articles), divergence.claims(facts, articles)
    silence, disputes = (
        divergence.silence(verdicts, articles),
        contradictions.disputes(facts, articles),
    )
    made = [
        fact_grid.fact_grid(grid.cells(claims, verdicts, articles), FINDING),
        charts.number_lines(grid.number_lines(claims, verdicts, articles), FINDING),
        charts.coverage(silence, articles, FINDING),
        charts.dispute_bars(disputes, articles, FINDING),
        fact_cards.evidence_cards(
            grid.cards(claims, verdicts, articles, facts[["source", "start", "end", "quote"]]),
            FINDING,
        ),
    ]
    for chart in made:
        assert FINDING.text in chart.alt
        sizes = [text.get_fontsize() for axes in chart.figure.axes for text in axes.texts]
        assert all(size >= 7 for size in sizes)
        assert chart.figure.get_figwidth() == pytest.approx(width / 25.4)
        assert legibility.faults(chart) == []


def test_no_facts_are_drawn_in_words():
    facts, articles = story(2)
    verdicts, claims = (
        divergence.compare(facts[:0], articles),
        divergence.claims(facts[:0], articles),
    )
    chart = fact_grid.fact_grid(grid.cells(claims, verdicts, articles), FINDING)
    assert texts(chart) == ["No article states anything that can be compared."]


def test_the_grid_tells_groups_by_letter_and_hatch_and_leaves_silence_empty():
    facts, articles = story(3)
    verdicts, claims = divergence.compare(facts, articles), divergence.claims(facts, articles)
    chart = fact_grid.fact_grid(grid.cells(claims, verdicts, articles), FINDING)
    shown = texts(chart)
    assert [text for text in shown if text in ("A", "B")] == ["A", "B", "A"]
    assert shown.count("47") == 2
    hatches = [patch.get_hatch() for patch in chart.figure.axes[0].patches]
    assert hatches.count("////") == 1
    assert hatches.count(None) + hatches.count("") == len(hatches) - 1
    assert chart.data["stated"].sum() == 5


def test_many_sources_are_counted_by_answer():
    facts, articles = story(40)
    verdicts, claims = divergence.compare(facts, articles), divergence.claims(facts, articles)
    chart = fact_grid.fact_grid(grid.cells(claims, verdicts, articles), FINDING)
    widths = sorted(patch.get_width() for patch in chart.figure.axes[0].patches)
    assert widths[-2:] == [20, 20]
    assert "38 silent" in texts(chart)


def test_number_lines_run_from_low_to_high_and_open_ends_have_arrows():
    facts, articles = story(2)
    verdicts, claims = divergence.compare(facts, articles), divergence.claims(facts, articles)
    lines = grid.number_lines(claims, verdicts, articles)
    chart = charts.number_lines(lines, FINDING)
    killed, injured = chart.figure.axes
    ends = [list(line.get_xdata()) for line in killed.lines if len(line.get_xdata()) == 2]
    assert [41, 41] in ends
    assert [47, 47] in ends
    arrows = [text for text in injured.texts if getattr(text, "arrow_patch", None)]
    assert len(arrows) == 1


def test_coverage_bars_are_as_long_as_the_table_says():
    facts, articles = story(3)
    silence = divergence.silence(divergence.compare(facts, articles), articles)
    chart = charts.coverage(silence, articles, FINDING)
    widths = [patch.get_width() for patch in chart.figure.axes[0].patches]
    assert widths[::2] == chart.data["n_stated"].tolist() == [1, 2, 2]
    assert widths[1::2] == chart.data["n_silent"].tolist() == [1, 0, 0]


def test_a_number_line_labels_round_places_within_its_ends():
    facts, articles = story(2)
    verdicts, claims = divergence.compare(facts, articles), divergence.claims(facts, articles)
    chart = charts.number_lines(grid.number_lines(claims, verdicts, articles), FINDING)
    axes = chart.figure.axes[0]
    low, high = axes.get_xlim()
    assert [tick.get_text() for tick in axes.get_xticklabels()] == ["42", "44", "46"]
    assert all(low <= place <= high for place in axes.get_xticks())


def test_the_values_of_most_sources_are_drawn_of_a_question_with_many():
    line = {"question": "Quake: killed", "verdict": "conflict", "unit": "", "status": "asserted"}
    line |= {"group": "A", "ticks": "[]", "sources": '["Paper"]'}
    lines = pd.DataFrame(
        [line | {"low": n, "high": n, "shown": str(n), "n_sources": n} for n in range(1, 31)]
    )
    chart = charts.number_lines(lines, FINDING)
    drawn = [text for text in texts(chart) if text.startswith("A")]
    assert drawn == [f"A {n}" for n in range(23, 31)]
    assert "22 values of fewer sources not shown" in chart.subtitle


def test_what_is_stated_is_underlined_and_no_letter_more():
    card = {"question": "Deal: type", "group": "A", "shown": "stake", "source": "a.txt"}
    card |= {"label": "Ant", "n_sources": 1, "status": "asserted", "line": 3, "start": 0, "end": 9}
    sentence = "It bought a 49% stake—signals were mixed."
    card |= {"sentence": sentence, "quote_start": 12, "quote_end": 21}
    chart = fact_cards.evidence_cards(pd.DataFrame([card]), FINDING)
    written = chart.figure.axes[0].texts
    bold = [text.get_text() for text in written if text.get_weight() == "bold"]
    assert bold[2:] == ["49%", "stake"]
    assert "—signals" in [text.get_text() for text in written]
    under = chart.figure.axes[0].lines[1:]
    starts, ends = zip(*(line.get_xdata() for line in under), strict=True)
    assert len(under) == 2 and starts[1] == ends[0], "one line under the space too"
