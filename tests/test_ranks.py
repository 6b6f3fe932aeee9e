"""Places in a table or a race are numbers that can be compared."""

import pytest

from helpers.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Norvale are 18th in the table.", "18"),
        ("They ended with a seventh-placed finish.", "7"),
        ("He led the side to third place.", "3"),
        ("The crew finished second, after a protest.", "2"),
        ("The club slipped to 12th, behind Vale.", "12"),
        ("The school is now number 36.", "36"),
        ("The song is No. 4 in the charts.", "4"),
        ("The song got to number one that year.", "1"),
    ],
)
def test_a_place_is_read(text, value):
    found = find_quantities(text)
    assert [(q.value, q.unit, q.kind) for q in found] == [(value, "place", "rank")]


@pytest.mark.parametrize(
    "text",
    [
        "In the first place, nobody asked.",
        "It was her third attempt.",
        "He came first to the door and knocked.",
        "A second place was found for him.",
        "He wore number 9 for Vale.",
        "They hit number one target.",
    ],
)
def test_other_ordinals_are_no_places(text):
    assert not [q for q in find_quantities(text) if q.unit == "place"]


def test_a_minute_of_play_is_read():
    found = find_quantities("Baird scored in the 113th minute.")
    assert [(q.value, q.unit) for q in found] == [("113", "minute of play")]
    found = find_quantities("He was sent off on 77 minutes.")
    assert [(q.value, q.unit) for q in found] == [("77", "minute of play")]
    assert not find_quantities("It was a last-minute goal.")


@pytest.mark.parametrize(
    ("text", "value"), [("He fell in the ninth round.", "9"), ("He fell in round seven.", "7")]
)
def test_a_round_is_read(text, value):
    assert [(q.value, q.unit) for q in find_quantities(text)] == [(value, "round")]


def test_the_first_round_of_many_things_is_none():
    assert not find_quantities("It lost in the second round of talks.")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It is her second feature film.", "2", "film"),
        ("She won her fifth title.", "5", "title"),
        ("It was their third consecutive term.", "3", "term"),
        ("She is the second woman to lead the city.", "2", "woman"),
    ],
)
def test_what_is_counted_one_by_one_is_read(text, value, unit):
    assert [(q.value, q.unit) for q in find_quantities(text)] == [(value, unit)]


def test_other_things_in_order_are_none():
    assert not find_quantities("In the second half, for the first time, it rained.")
    assert not find_quantities("The first stage of the rocket was lost.")
