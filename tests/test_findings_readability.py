import pandas as pd
import pytest

from helpers import readability
from helpers.findings import readability as findings

ARTICLES = pd.DataFrame(
    [("a", "Alpha"), ("b", "Beta"), ("c", "Gamma")], columns=["source", "label"]
)


def scores(**values):
    rows = [
        (source, "flesch_kincaid", value, value - 1, value + 1, 500, 30, "")
        for source, value in values.items()
    ]
    return pd.DataFrame(rows, columns=readability.SCORES)


def differences(*rows):
    filled = [
        ("flesch_kincaid", first, second, size, size - 1, size + 1, 0.01, 0.03, holds)
        for first, second, size, holds in rows
    ]
    return pd.DataFrame(filled, columns=readability.DIFFERENCES)


def test_it_says_no_clear_difference_when_none_holds():
    pairs = differences(("a", "b", 0.5, False), ("a", "c", 1.0, False), ("b", "c", 0.5, False))
    found = findings.harder(scores(a=10.0, b=9.5, c=9.0), pairs, ARTICLES)
    assert found.text == (
        "No clear difference in Flesch-Kincaid grade between the 3 articles (9.0 to 10.0): "
        "none of the 3 comparisons holds."
    )
    assert found.title == "No clear difference in Flesch-Kincaid grade"


def test_one_article_apart_from_all_others_is_named_with_its_distance():
    pairs = differences(("a", "b", -4.0, True), ("a", "c", -5.5, True), ("b", "c", -1.5, False))
    found = findings.harder(scores(a=8.0, b=12.0, c=13.5), pairs, ARTICLES)
    assert found.text == (
        "Alpha (8.0, 7.0 to 9.0) lies 4.0 to 5.5 grades below each of the other 2 articles in "
        "Flesch-Kincaid grade. Among the others there is no clear difference in the one comparison."
    )
    assert found.evidence["source"] == "a"


def test_a_single_pair_that_holds_is_all_that_is_claimed():
    pairs = differences(("a", "b", -1.0, False), ("a", "c", -3.0, True), ("b", "c", -2.0, False))
    found = findings.harder(scores(a=9.0, b=10.0, c=12.0), pairs, ARTICLES)
    assert found.text == (
        "Alpha lies 3.0 grades below Gamma in Flesch-Kincaid grade (95% interval 2.0 to 4.0). "
        "1 of 3 comparisons holds; in the other 2 there is no clear difference."
    )
    assert found.title == "Only Alpha and Gamma differ clearly in Flesch-Kincaid grade"


def test_two_articles_are_compared_in_one_sentence():
    found = findings.harder(scores(a=9.0, b=12.0), differences(("a", "b", -3.0, True)), ARTICLES)
    assert found.text == (
        "Alpha lies 3.0 grades below Beta in Flesch-Kincaid grade (95% interval 2.0 to 4.0)."
    )


def test_one_article_is_compared_with_nothing():
    found = findings.harder(scores(a=9.0), differences(), ARTICLES)
    assert found.text == (
        "Alpha: Flesch-Kincaid grade 9.0, 8.0 to 10.0. There is nothing to compare it with."
    )


def test_without_a_value_nothing_is_claimed():
    found = findings.harder(scores(a=float("nan")), differences(), ARTICLES)
    assert found.text == "No article is long enough to measure Flesch-Kincaid grade."
    assert findings.spread(scores(a=float("nan")), ARTICLES).evidence == {"sources": 0}


def test_the_spread_names_the_formulas_furthest_apart():
    table = scores(a=9.0, b=9.5)
    fog = scores(a=12.5, b=11.0).assign(measure="gunning_fog")
    found = findings.spread(pd.concat([table, fog]), ARTICLES)
    assert "Alpha has 9.0 by Flesch-Kincaid and 12.5 by Gunning Fog" in found.text
    assert found.title == "Formulas put one text up to 3.5 grades apart"


def test_the_step_that_moves_most_is_named():
    rows = [
        (source, step, name, "flesch_kincaid", value)
        for source, values in {"a": (10.0, 9.5, 11.0), "b": (8.0, 8.0, 9.0)}.items()
        for step, (name, value) in enumerate(
            zip(("raw file", "paragraphs", "as spoken"), values, strict=True)
        )
    ]
    table = pd.DataFrame(rows, columns=["source", "step", "text", "measure", "value"])
    found = findings.tools(table, ARTICLES)
    assert found.evidence == {
        "step": "as spoken",
        "mean": pytest.approx(1.25),
        "low": pytest.approx(1.0),
        "high": pytest.approx(1.0),
    }
    assert "“as spoken” (+1.2)" in found.text


def test_steps_that_move_nothing_are_said_to_move_nothing():
    rows = [("a", step, f"step {step}", "flesch_kincaid", 2.89) for step in range(3)]
    table = pd.DataFrame(rows, columns=["source", "step", "text", "measure", "value"])
    found = findings.tools(table, ARTICLES)
    assert found.text == "No step from textstat's grade to ours moves it."


@pytest.mark.parametrize("n, times", [(1, "once"), (3, "3 times")])
def test_the_costliest_word_is_quoted(n, times):
    words = pd.DataFrame(
        [("a", "infrastructure", n, 0.4), ("a", "company", 9, 0.3)],
        columns=["source", "quote", "n", "adds"],
    )
    found = findings.drivers(words, ARTICLES)
    assert f"“infrastructure” in Alpha ({times}, 0.4 grades)." in found.text
    assert "company" not in found.text


def test_headlines_have_at_most_fourteen_words():
    pairs = differences(("a", "b", -4.0, True), ("a", "c", -5.5, True), ("b", "c", -1.5, True))
    found = findings.harder(scores(a=8.0, b=12.0, c=13.5), pairs, ARTICLES)
    assert len(found.title.split()) <= 14
