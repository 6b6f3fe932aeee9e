"""Which of several things a number names: what is read, and where two articles name two."""

import pytest

from helpers import facts
from helpers.language import parse_text
from helpers.quantities import find_quantities
from helpers.statements.numbered import NUMBERED
from tests.settled import conflicts, settled


def named(text):
    table = facts.find_statements([parse_text(text)])
    rows = table[table["rule"] == NUMBERED]
    return [(row.attribute, row.value) for row in rows.itertuples(index=False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The queue began at Gate 14 of the ground.", [("gate", "14")]),
        ("The train left from platform four.", [("platform", "4")]),
        ("They met in Room 12A of the hotel.", [("room", "12A")]),
        ("A crane fell at Terminal 2.", [("terminal", "2")]),
        ("Reactor No. 3 was shut down.", [("reactor", "3")]),
        ("The number 52 bus hit a wall.", [("bus", "52")]),
        ("She fell at mile 21 of the race.", [("mile", "21")]),
        ("Interstate 80 was closed.", [("road", "80")]),
        ("They lived on the eleventh floor.", [("floor", "11")]),
        ("Gates 3 and 8 were locked.", [("gate", "3"), ("gate", "8")]),
        # what counts or measures names nothing, and what is denied
        ("On platform 4 passengers waited.", []),
        ("The company is building 400 homes.", []),
        ("She ran the mile 12 times.", []),
        ("It was not Gate 3.", []),
    ],
)
def test_the_number_that_names_a_thing_is_read(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize("text", ["in flat 12 on", "carriage 5 smoke rose", "warehouse 3 burnt"])
def test_a_number_that_names_counts_nothing(text):
    assert find_quantities(text) == []


def test_a_number_behind_such_a_noun_may_count():
    (quantity,) = find_quantities("the firm is building 400 homes")
    assert (quantity.value, quantity.unit) == ("400", "home")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The fire began at Gate 14.", "The fire broke out at Gate 2.", {"other:which gate"}),
        (
            "The train left from platform four.",
            "Passengers saw the train leave from platform 7.",
            {"other:which platform"},
        ),
        ("Flight VK88 turned back.", "Flight 88 turned back.", set()),
        ("The fire began at Gate 14.", "The fire began at gate fourteen.", set()),
        # of which of two nothing is told
        ("The fire began at Gate 14.", "Visitors use Gates 2 and 5.", set()),
        # who names both contradicts nobody
        ("The fire began at Gate 14.", "The fire began at Gate 14, not far from Gate 2.", set()),
        ("Bus 52 hit a wall.", "She commutes by bus 8 daily.", set()),
    ],
)
def test_two_numbers_of_one_thing_are_a_contradiction(one, other, expected):
    assert conflicts(one, other) == expected


def test_what_articles_agree_on_is_one_question():
    table = settled("Climbers left Camp Two.", "An avalanche hit Camp 2.")
    rows = table[table["attribute"] == "other:which camp"]
    assert list(rows["value"]) == ["2", "2"]
