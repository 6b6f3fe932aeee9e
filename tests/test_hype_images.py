"""Pictures drawn by grammar: things with moods, famous kinds, parts of the body."""

import pytest

from tests.promoted import PROMOTING, found


@pytest.mark.parametrize(
    "text, name, expected",
    [
        ("They swam in the merciless sea.", "personified", ["merciless sea"]),
        ("An angry river took the bridge.", "personified", ["angry river"]),
        ("An angry crowd took the bridge.", "personified", []),
        ("The angry River Severn took the bridge.", "personified", ["angry River Severn"]),
        ("The river was wide.", "personified", []),
        ("The flames devour what is left.", "enlivened", ["devour"]),
        ("The wolves devour what is left.", "enlivened", []),
        ("He has the patience of a saint.", "likened", ["patience of a saint"]),
        ("He has the licence of a pilot.", "likened", []),
        ("It is a gem of a film.", "marvel", ["gem of a film"]),
        ("We had a Ferrari of a midfield.", "marvel", ["Ferrari of a midfield"]),
        ("She is a member of a club.", "marvel", []),
        ("It is the Rolls-Royce of kettles.", "paragon", ["Royce of kettles"]),
        ("That was our Titanic.", "paragon", ["our Titanic"]),
        ("He may be the next Mozart.", "paragon", ["next Mozart"]),
        ("They saw the Titanic museum.", "paragon", []),
        ("Her notes are the compass of the club.", "called", ["compass"]),
        ("Small shops serve as the anchor of the street.", "called", ["anchor"]),
        ("Her notes are not the compass of the club.", "called", []),
        ("It is the compass.", "called", []),
        ("The new rules were a farce.", "called", ["farce"]),
        ("Her voice is rocket fuel for the choir.", "called", ["rocket fuel"]),
        ("It is a religion of peace.", "called", []),
        ("The part is a jet engine.", "called", []),
        ("They face a mountain of doubt.", "heap", ["mountain of doubt"]),
        ("They climbed a mountain of granite.", "heap", []),
        ("They sailed on the Titanic.", "paragon", []),
    ],
)
def test_find_hype_finds_pictures_by_their_grammar(text, name, expected):
    assert found(text, name) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("The hawk-nosed banker left.", ["hawk-nosed"]),
        ("The blue-eyed banker left.", []),
        ("The left-handed banker left.", []),
    ],
)
def test_find_hype_finds_people_told_by_a_part_of_the_body_in_company(text, expected):
    assert found(text, "bodily", PROMOTING) == expected
    assert found(text, "bodily") == []
