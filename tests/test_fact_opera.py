"""A small invented story in three articles that differ in words, with every conflict of theirs."""

from pathlib import Path

import pytest

from helpers import contradictions, corpus, facts, language, names

STORY = Path(__file__).parent / "stories" / "opera"
# Subject, attribute and the articles, by the first character of their names.
CONFLICTS = {
    ("Jonas Ehrling", "other:post", "12"),
    ("Mirja Talvik", "other:harm", "12"),
    ("Mirja Talvik", "other:harm", "23"),
    ("Piet Holst", "other:custody", "12"),
    ("Piet Holst", "other:custody", "23"),
    ("event", "other:approve loan", "12"),
    ("event", "other:cause of collapse", "12"),
    ("event", "other:name for commissioned", "13"),
    ("event", "other:name for commissioned", "23"),
    ("event", "other:receive warning", "12"),
    ("premiere", "other:holding", "12"),
    ("premiere", "other:holding", "13"),
    ("premiere", "other:holding", "23"),
}


@pytest.fixture(scope="module")
def pairs():
    story = corpus.read_story(STORY)
    parsed = list(language.parse(story.articles, cached=False))
    named = names.resolve(names.find_mentions(parsed))
    table = facts.settle(facts.find_statements(parsed), named)[0]
    return contradictions.pairs(table, corpus.articles_table(story.articles))


def test_every_conflict_in_words(pairs):
    told = pairs[~pairs["type"].isin(["date", "number"])]
    sides = told["source_a"].str[0] + told["source_b"].str[0]
    assert set(zip(told["subject"], told["attribute"], sides, strict=True)) == CONFLICTS


def test_each_side_is_shown_in_its_own_words(pairs):
    harm = pairs[pairs["attribute"] == "other:harm"]
    assert set(harm["quote_a"]) | set(harm["quote_b"]) == {
        "broken arm",
        "without a scratch",
        "broke",
    }
