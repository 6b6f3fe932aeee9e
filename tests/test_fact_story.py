"""A small invented story in three articles, with every verdict; and a reader's own questions."""

import json
from pathlib import Path

import pytest

from helpers import corpus, divergence, facts, language, names
from helpers.settings import Attribute, Settings

STORY = Path(__file__).parent / "stories" / "bridge"
VERDICTS = {
    ("Ruth Kellan", "name_spelling"): "conflict",
    ("event", "injured"): "conflict",
    ("Ana Lind", "new_role"): "conflict",
    ("Brama Works", "founded_year"): "conflict",
    ("event", "other:appeal"): "conflict",
    ("Brama Works", "price"): "compatible",
    ("event", "evacuated"): "compatible",
    ("Ruth Kellan", "age"): "agree",
    ("Ruth Kellan", "other:role"): "agree",
    ("bridge", "length"): "agree",
    ("event", "date"): "agree",
    ("Brama Works", "employees"): "single",
    ("Brama Works", "headquarters"): "single",
    ("event", "location"): "single",
    ("event (2009)", "killed"): "single",
}


def analysed(settings=None):
    story = corpus.read_story(STORY)
    parsed = list(language.parse(story.articles, cached=False))
    named = names.resolve(names.find_mentions(parsed), settings)
    table, left = facts.settle(facts.find_statements(parsed), named, settings)
    return divergence.compare(table, corpus.articles_table(story.articles), settings), table, left


@pytest.fixture(scope="module")
def story():
    return analysed()


def test_every_verdict(story):
    table = story[0]
    keys = zip(table["subject"], table["attribute"], strict=True)
    assert dict(zip(keys, table["verdict"], strict=True)) == VERDICTS


def test_the_values_of_a_conflict_are_those_of_the_articles(story):
    table = story[0].set_index(["subject", "attribute"])
    said = json.loads(table.loc[("event", "injured"), "values"])
    assert [sorted(set(values)) for values in said.values()] == [["14"], ["14"], ["22"]]


def test_what_is_left_over_is_listed(story):
    assert story[2]["quote"].tolist() == ["2009"]


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ({"words": ("yard", "bridge was"), "unit": "count"}, {"90"}),
        ({"words": ("deputy",), "unit": "name"}, {"Piet Oster"}),
        ({"words": ("divers had found",), "unit": "words"}, {"nobody in the water"}),
        ({"words": ("collapsed", "fell"), "unit": "date"}, {"Sunday", "2009"}),
        ({"words": ("(((.*",), "unit": "count"}, set()),
    ],
)
def test_questions_of_the_readers_own(question, answers):
    settings = Settings(attributes={"mine": Attribute(subject="bridge", **question)})
    table = analysed(settings)[1]
    mine = table[table["attribute"] == "mine"]
    assert set(mine["value"]) == answers
    assert set(mine["subject"]) <= {"bridge"}
