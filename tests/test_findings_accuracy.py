"""Sentences about scores: the numbers of the table, and no claim on few labels."""

import pandas as pd

from helpers import accuracy
from helpers.findings import accuracy as findings
from helpers.scoring import agreement, correction


def summary(n_labels):
    rows = [
        ("hype", "F1", n_labels, 0.91, 0.85, 0.95),
        ("hype, held out", "F1", n_labels, 0.72, 0.6, 0.8),
    ]
    return pd.DataFrame(rows, columns=accuracy.SUMMARY)


NO_AGREEMENT = pd.DataFrame(columns=agreement.COLUMNS)


def test_held_out_is_the_number_that_is_quoted():
    passes = pd.DataFrame(
        [("hype", "first", "second", 0.88)], columns=["layer", "one", "other", "f1"]
    )
    finding = findings.held_out(summary(40), passes)
    assert finding.text.startswith("On 40 labelled spans")
    assert "F1 of 0.72 (0.60 to 0.80) when each article" in finding.text
    assert "0.91 (0.85 to 0.95) with all entries" in finding.text
    assert finding.text.endswith("agree with each other at 0.88.")
    assert finding.title == "Hype detector: F1 0.72 held out, 0.91 with all entries"
    assert finding.evidence["f1"] == 0.72 and finding.evidence["f1_passes"] == 0.88


def test_held_out_names_the_score_with_published_entries_kept():
    listed = ("hype, held out, published kept", "F1", 40, 0.8, 0.7, 0.9)
    rows = [*summary(40).itertuples(index=False), listed]
    finding = findings.held_out(pd.DataFrame(rows, columns=accuracy.SUMMARY), NO_AGREEMENT)
    assert "It is 0.80 (0.70 to 0.90) when entries that stand in a published" in finding.text
    assert finding.evidence["f1_published_kept"] == 0.8


def test_held_out_declines_on_few_labels_and_on_none():
    assert findings.held_out(summary(4), NO_AGREEMENT).text == (
        "Too few labels to score the hype detector (4 spans)."
    )
    nothing = pd.DataFrame(columns=accuracy.SUMMARY)
    assert findings.held_out(nothing, NO_AGREEMENT).title == "No labels, no score"


def test_one_labelled_article_is_not_called_held_out():
    finding = findings.held_out(summary(40).head(1), NO_AGREEMENT)
    assert "nothing can be held out" in finding.text and "0.91" in finding.text


def test_coverage_names_the_layers_that_have_labels():
    columns = ["layer", "articles_first", "labels_first", "articles_second", "labels_second"]
    table = pd.DataFrame([("blocks", 0, 0, 0, 0), ("hype", 2, 9, 1, 4)], columns=columns)
    text = "Of 3 articles the first and the second pass cover: hype 2 and 1."
    assert findings.coverage(table, 3).text == text
    assert findings.coverage(table.head(1), 3) == findings.NONE


def scores(*rows):
    columns = ["detector", "group", "n_labels", "found", "recall", "recall_low", "recall_high"]
    return pd.DataFrame(rows, columns=columns)


def test_categories_are_ranked_only_where_the_intervals_are_apart():
    high, low = ("hype", "praise", 40, 38, 0.95, 0.85, 0.99), ("hype", "conflict", 20, 6, 0.3)
    finding = findings.categories(scores(high, (*low, 0.1, 0.5)))
    assert finding.title == "Praise: 38 of 40 found; conflict: 6 of 20"
    assert "No clear difference" in findings.categories(scores(high, (*low, 0.1, 0.9))).text
    few = ("hype", "conflict", 4, 0, 0.0, 0.0, 0.1)
    assert "Too few labels" in findings.categories(scores(high, few)).text


def test_correction_counts_the_articles_that_it_holds_in():
    rows = [("a", 5, 6, 5, 7, 5.5, 4.0, 7.0), ("b", 5, 6, 5, 7, 9.5, 8.0, 11.0)]
    finding = findings.correction(pd.DataFrame(rows, columns=correction.COLUMNS))
    assert finding.text.startswith("In 1 of 2 articles")
    empty = pd.DataFrame(columns=correction.COLUMNS)
    assert "no count can be corrected" in findings.correction(empty).text
