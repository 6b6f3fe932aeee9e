"""In which year something was founded, built, opened or made."""

import pytest

from tests.settled import conflicts, triples


def years(text):
    """Return the beginnings of a text: subject, attribute and year."""
    asked = {"founded_year", "origin_year", "other:birth_year", "other:opening_year"}
    return {(s, attribute, value) for s, attribute, value in triples(text) if attribute in asked}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Brannock Pianos, set up in 1998, has 30 staff.", ("Brannock Pianos", "1998")),
        ("Brannock Pianos was established in 1923.", ("Brannock Pianos", "1923")),
        ("Founded in 1953, Brannock Pianos makes pianos.", ("Brannock Pianos", "1953")),
        ("Brannock Pianos was founded by two brothers in May 1953.", ("Brannock Pianos", "1953")),
        ("Brannock Pianos has made uprights since 1958.", ("Brannock Pianos", "1958")),
    ],
)
def test_the_year_in_which_an_organisation_began(text, found):
    assert years(text) == {(found[0], "founded_year", found[1])}


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("The viaduct went up in the 1850s.", "1850s"),
        ("The town put up the bridge in 1962.", "1962"),
        ("The bridge, completed in 1871, is a listed monument.", "1871"),
        ("Launched in 2001, the ferry carries 40 cars.", "2001"),
        ("The 1987-built ferry sank off the coast.", "1987"),
        ("The canvas, painted in 1913, was a wedding present.", "1913"),
        ("The church dates from 1622.", "1622"),
        ("The mill dates back to 1880.", "1880"),
        ("The council built the bridge in 1962.", "1962"),
    ],
)
def test_the_year_in_which_a_thing_was_made(text, year):
    assert [value for _, _, value in years(text)] == [year]


@pytest.mark.parametrize(
    "text",
    [
        "The plant opened in 1962.",
        "The museum was opened by the king in 1962.",
        "The harbour's new station, which opened in 1962, is to close.",
        "The mill has been running since 1962.",
    ],
)
def test_the_year_in_which_something_opened_is_not_that_in_which_it_was_built(text):
    ((_, attribute, year),) = years(text)
    assert (attribute, year) == ("other:opening_year", "1962")


@pytest.mark.parametrize(
    "text",
    [
        "The talks opened in 1962.",
        "The plant opened in May 2013.",
        "The old bridge fell in 1962.",
        "Ana Kerr set the team a target in 2013.",
        "The race started in 2013.",
        "Prices went up in 2013.",
        "He made a mistake before the flood of 2013.",
    ],
)
def test_other_years_are_of_no_beginning(text):
    assert years(text) == set()


def test_the_year_of_a_birth():
    text = "Ana Kerr has died. She was born in 1943 in Saltby."
    assert years(text) == {("Ana Kerr", "other:birth_year", "1943")}
    told = "Ana Kerr was born on 3 March 1942, the child of a lock-keeper."
    assert conflicts(text, told) == {"other:birth_year"}
    assert not conflicts("Ana Kerr was born in 1942 in Saltby.", told)
