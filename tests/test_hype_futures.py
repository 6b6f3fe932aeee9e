"""Predictions given as sure, and what an article must be like for any to count."""

import pytest

from tests.promoted import PROMOTING, SOBER, hits_after


def certain(text, before=SOBER):
    """Return the predictions in `text`, which follows a paragraph of an article."""
    hits = hits_after(text, before)
    return hits.loc[hits["category"] == "certainty", "quote"].tolist()


@pytest.mark.parametrize(
    "text, expected",
    [
        ("The drug has the potential to transform care.", ["potential to transform"]),
        ("The council has the power to open the road.", []),
        ("The firm is ideally positioned to dominate the market.", ["positioned to dominate"]),
        ("The app is about to change everything.", ["is about to change"]),
        ("The app was about to change everything.", []),
        ("The firm was certain to sweep the awards.", []),
        ('"It will transform care," she said.', ["will transform"]),
        ("She said it will transform care.", []),
        ("The tram will transform tomorrow's city.", ["will transform"]),
        ("The tram will transform the city tomorrow.", []),
    ],
)
def test_find_hype_finds_promises_by_cue_and_verb(text, expected):
    assert certain(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("He will score twenty.", ["will score"]),
        ("The rivals are going to get destroyed.", ["are going to get destroyed"]),
        ("You will never look back.", ["will never look"]),
        ("Critics say he is guaranteed to win a medal.", ["is guaranteed to win"]),
        ("Critics say he will score twenty.", []),
        ("We will score twenty.", []),
        ("There will be no queue.", []),
        ("She asked how he will score.", []),
        ("It was the goal that will score best.", []),
        ("The car will be auctioned.", []),
        ("He wasn't going to score twenty.", []),
    ],
)
def test_find_hype_takes_predictions_for_sure_where_the_article_promotes(text, expected):
    assert certain(text, PROMOTING) == expected
    assert certain(text) == []


@pytest.mark.parametrize(
    "text, expected",
    [
        ("The demand isn't slowing down.", ["isn't slowing down"]),
        ("Electric bikes are not fading.", ["are not fading"]),
        ("He is not slowing down.", []),
        ("The shop is not opening today.", []),
        ("The demand is slowing down.", []),
        ("The story of the firm is far from over.", ["is far from over"]),
        ("The strike is far from over.", []),
        ("The shop is far from the station.", []),
    ],
)
def test_find_hype_takes_for_certain_what_is_said_not_to_end(text, expected):
    assert certain(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("The next few years will be decided by software.", ["will be decided"]),
        ("The future of banking will not be decided in banks.", ["will not be decided"]),
        ("The next few years will be decided in May.", []),
        ("The next train will be held.", []),
    ],
)
def test_what_is_said_of_times_ahead_is_foretold_where_the_article_promotes(text, expected):
    assert certain(text, PROMOTING) == expected
    assert certain(text) == []


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "The pumps won't just be cheaper; they'll be smaller.",
            ["won't just be cheaper", "'ll be smaller"],
        ),
        ("The pumps won't be quieter; they'll be smaller.", []),
    ],
)
def test_what_goes_beyond_what_will_not_just_be_is_foretold(text, expected):
    assert certain(text) == expected
