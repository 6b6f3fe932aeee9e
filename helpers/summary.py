"""Put the measures of all sources side by side, each with its interval."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from helpers.analysis import Tables

GRADE = "flesch_kincaid"
NOT_AVAILABLE = "n/a"


def by_source(tables: Tables) -> pd.DataFrame:
    """Return one row per source, in the order of `articles`, as text for reading.

    Columns: article, words, hype per 1,000 words and Flesch-Kincaid grade with 95 % intervals,
    claims that could be checked and have nothing behind them (of all that could), questions
    answered that another article answers too, and on how many of these it is contradicted.
    """
    articles, superlatives, questions = tables.articles, tables.superlatives, tables.divergence
    sources = articles["source"]
    hype = tables.rates.query("measure == 'hype' and category == 'all'")
    grades = tables.readability.query("measure == @GRADE")
    checkable = superlatives[superlatives["kind"] != "evaluative"]
    bare = checkable[checkable["support"] == "none"]
    shared = questions[questions["n_sources"] > 1]
    return pd.DataFrame(
        {
            "article": articles["label"],
            "words": articles["n_words"],
            "hype per 1,000 words": with_interval(hype, sources, "per_1000"),
            "Flesch-Kincaid grade": with_interval(grades, sources, "value"),
            "unsupported claims": [
                f"{(bare['source'] == source).sum()} of {(checkable['source'] == source).sum()}"
                for source in sources
            ],
            "questions answered": [
                sum(source in json.loads(values) for values in shared["values"])
                for source in sources
            ],
            "contradicted on": [contradicted(tables.contradictions, source) for source in sources],
        }
    )


def with_interval(table: pd.DataFrame, sources: pd.Series, column: str) -> list[str]:
    """Return "12.3 (10.1 to 14.9)" for each source, or why there is no value."""
    rows = table.set_index("source")
    shown = []
    for source in sources:
        if source not in rows.index or pd.isna(rows.at[source, column]):
            shown.append(NOT_AVAILABLE)
            continue
        value, low, high = rows.loc[source, [column, "low", "high"]]
        shown.append(f"{value:.1f} ({low:.1f} to {high:.1f})")
    return shown


def contradicted(contradictions: pd.DataFrame, source: str) -> int:
    """Return on how many questions another article contradicts this one."""
    of_pair = (contradictions["source_a"] == source) | (contradictions["source_b"] == source)
    return len(contradictions[of_pair].groupby(["subject", "attribute"]))
