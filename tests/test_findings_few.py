"""What findings say of one article, of two, and of a story with next to nothing in it."""

import pandas as pd
import pytest

from helpers.findings import corpus, facts, hype, superlatives

ARTICLES = pd.DataFrame(
    {
        "source": ["a", "b"],
        "label": ["A", "B"],
        "n_words": [69, 69],
        "share_boilerplate": [0.0, 0.0],
    }
)
NONE_SKIPPED = pd.DataFrame({"action": []})
QUOTED = pd.DataFrame({"voice": ["quoted"]})


def asked(*verdicts):
    rows = [("Norsea", "deal_value", verdict, 2) for verdict in verdicts]
    return pd.DataFrame(rows, columns=["subject", "attribute", "verdict", "n_sources"])


def claims(*kinds_and_support):
    return pd.DataFrame(kinds_and_support, columns=["kind", "support"])


def pairs(n_conflicts, n_shared):
    row = {"source_a": "a", "source_b": "b", "n_conflicts": n_conflicts, "n_shared": n_shared}
    return pd.DataFrame([row])


def said():
    """Yield a sentence and what it has to be."""
    skipped = pd.DataFrame({"action": ["skipped", "warning"]})
    yield (
        corpus.extent(ARTICLES, NONE_SKIPPED),
        "2 articles of 69 words each, 138 in all. No file was left out.",
    )
    yield (
        corpus.extent(ARTICLES, skipped),
        "2 articles of 69 words each, 138 in all. One file was left out.",
    )
    yield corpus.boilerplate(ARTICLES.head(1)), "The file holds no text that is not the article."
    yield (
        facts.overview(asked("conflict")),
        (
            "Of 1 question that at least two articles answer, 1 has answers that cannot all be true "
            "(Norsea: deal value)."
        ),
    )
    yield (
        facts.disputes(pairs(1, 1), ARTICLES),
        ("A and B contradict each other on the one question that both answer."),
    )
    yield (
        facts.disputes(pairs(1, 4), ARTICLES),
        ("A and B contradict each other on 1 of the 4 questions that both answer."),
    )
    none = pd.DataFrame({"source": []})
    used = pd.DataFrame({"source": ["a"], "start": [1], "end": [2], "low": [3.0]})
    yield facts.left_over(none, used), "Every number in the articles fits a rule."
    one = pd.DataFrame({"source": ["a"]})
    yield facts.left_over(one, used), "1 of 2 numbers in the articles fits no rule and is listed."
    yield hype.voices(QUOTED), "The one hit is quoted."
    yield (
        superlatives.nothing_behind(claims(("evaluative", "none"))),
        ("The one claim to an extreme is an opinion; no number could prove it."),
    )
    yield (
        superlatives.nothing_behind(claims(("measurable", "none"))),
        ("The one claim that could be checked has nothing behind it in its article."),
    )
    yield (
        superlatives.nothing_behind(claims(("measurable", "named"), ("evaluative", "none"))),
        (
            "The one claim that could be checked has something behind it in its article; "
            "1 more claim is an opinion."
        ),
    )
    spoken = pd.DataFrame({"form": ["quotation"]})
    yield superlatives.from_nobody(spoken, spoken.head(0)), "The one quotation has a named speaker."


@pytest.mark.parametrize(("finding", "text"), list(said()))
def test_one_is_singular_and_none_goes_without_saying(finding, text):
    assert finding.text == text


def test_one_article_has_one_rate():
    rates = pd.DataFrame({"source": ["a"], "n": [1], "per_1000": [15.6]})
    finding = hype.ranking(rates, rates, {"a": "A"})
    assert finding.text == "1 inflated word or phrase, 15.6 per 1,000 words."
