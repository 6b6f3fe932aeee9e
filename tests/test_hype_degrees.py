"""What strengthens by its place: adverbs of degree, coloured figures, "than ever"."""

import pytest

from tests.promoted import PROMOTING, found


@pytest.mark.parametrize(
    "text, expected",
    [
        ("The hall is blazingly bright.", ["blazingly"]),
        ("The bill was bewilderingly high.", ["bewilderingly"]),
        ("They were toweringly bored by it.", ["toweringly"]),
        ("The man was terminally ill.", []),
        ("It is a financially sound club.", []),
        ("They were recently married.", []),
        ("The plan is jointly owned.", []),
        ("It is a very old song.", []),
    ],
)
def test_find_hype_finds_adverbs_of_degree_with_what_they_strengthen(text, expected):
    assert found(text, "degree", PROMOTING) == expected


def test_find_hype_asks_for_company_where_an_adverb_may_be_sober():
    assert found("The hall is blazingly bright.", "degree") == ["blazingly"]
    assert found("The rules are gloomily long.", "degree") == []
    assert found("The rules are gloomily long.", "degree", PROMOTING) == ["gloomily"]
    assert found("The plan was savagely cut.", "degree") == []
    assert found("The plan was savagely cut.", "degree", PROMOTING) == ["savagely"]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("They won back a measly £400.", ["measly"]),
        ("It rose by a nail-gnawing 16 feet.", ["nail-gnawing"]),
        ("They gave a miserly two percent.", ["miserly"]),
        ("A further 20 people came.", []),
        ("It rose by an estimated 3 percent.", []),
        ("They won by a narrow 51 votes.", []),
        ("They rent a lovely 3 bedroom flat.", []),
        ("She is a cheerful 12-year-old.", []),
        ("The measly £400 came back.", []),
    ],
)
def test_find_hype_finds_what_colours_a_figure(text, expected):
    assert found(text, "coloured_figure") == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("They clung on for three agonising hours.", ["agonising"]),
        ("They played for two glorious weeks.", ["glorious"]),
        ("It fell for three consecutive weeks.", []),
        ("They waited three long hours.", []),
        ("It took three cold tests.", []),
    ],
)
def test_find_hype_finds_what_colours_a_time(text, expected):
    assert found(text, "coloured_time") == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("The club is bolder than ever.", ["bolder than ever"]),
        ("Tea is more useful than ever.", ["more useful than ever"]),
        ("Tea is better than coffee.", []),
        ("No other tea than ever came was drunk.", []),
    ],
)
def test_find_hype_finds_what_is_set_against_all_times(text, expected):
    assert found(text, "than_ever") == expected


def test_find_hype_finds_an_adverb_that_makes_a_sentence_weighty():
    assert found("Seriously, try it.", "stance", PROMOTING) == ["Seriously"]
    assert found("Seriously, try it.", "stance") == []
    assert found("Seriously hurt people were brought home.", "stance", PROMOTING) == []


@pytest.mark.parametrize(
    "text, expected",
    [
        ("The crew was beyond happy.", ["beyond happy"]),
        ("The car was beyond repair.", []),
        ("They went beyond national borders.", []),
    ],
)
def test_find_hype_finds_what_is_beyond_a_quality(text, expected):
    assert found(text, "beyond") == expected
