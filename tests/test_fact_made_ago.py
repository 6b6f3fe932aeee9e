"""How old a thing is, set against the year in which it was made, by the date of the article."""

from dataclasses import replace

import pandas as pd
import pytest

from helpers import contradictions, facts, names
from helpers.corpus import article_from_text
from helpers.language import parse

DAY = "2025-06-10"
MADE = "origin_year"


def story(*texts):
    """Return the facts of articles of one day, and their contradictions."""
    articles = [
        replace(article_from_text(f"Headline\n\n{text}", f"{n}.txt"), date=DAY)
        for n, text in enumerate(texts)
    ]
    parsed = list(parse(articles))
    known = names.resolve(names.find_mentions(parsed))
    table = facts.settle(facts.find_statements(parsed), known)[0]
    days = pd.DataFrame({"source": [a.source for a in articles], "date": DAY})
    return table, set(contradictions.pairs(table, days)["attribute"])


@pytest.mark.parametrize(
    ("one", "other", "contradicted"),
    [
        ("The ferry was built 17 years ago.", "The ferry was built in 2014.", True),
        ("The bridge was built in 1961.", "The 34-year-old bridge fell.", True),
        ("The aircraft was built 17 years ago.", "The 11-year-old aircraft landed late.", True),
        # a birthday may lie between, and whole tens are round
        ("The ferry was built 17 years ago.", "The ferry was built in 2007.", False),
        ("The ferry was built 30 years ago.", "The ferry was built in 1992.", False),
        ("The bridge was built in 1991.", "The 34-year-old bridge fell.", False),
    ],
)
def test_an_age_is_set_against_a_year(one, other, contradicted):
    assert (MADE in story(one, other)[1]) == contradicted


def test_what_is_named_is_a_thing_where_another_article_says_that_it_was_built():
    built, old = "The Kelso Queen was built in 2008.", "The Kelso Queen, 31 years old, sank."
    table, contradicted = story(built, old)
    assert sorted(table.loc[table["attribute"] == MADE, "value"]) == ["1994", "2008"]
    assert MADE in contradicted


def test_people_are_not_made():
    table, _ = story("Anna Velm, 44, sails.", "Anna Velm is 48 years old.")
    assert MADE not in set(table["attribute"])
