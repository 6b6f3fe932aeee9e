"""Parts and multiples told in words, as changes and shares in percent."""

import pytest

from helpers.language import parse_text
from helpers.quantities import find_quantities
from helpers.statements.context import Context


def percents(text):
    return [q.value for q in find_quantities(text) if q.kind == "percent"]


def shares(text):
    """Return the shares of a text as facts see them."""
    (block,) = parse_text(text).blocks
    found = Context(block, (), "").quantities
    return [(q.value, round(q.low, 1), round(q.high, 1)) for q in found if q.kind == "percent"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Profit fell by nearly a third in the quarter.", "33.3"),
        ("Shares were up almost a quarter.", "25"),
        ("The glacier lost about a third more than was thought.", "33.3"),
        ("The figure is two fifths above the estimate.", "40"),
        ("The workforce shrank by half.", "50"),
        ("Sales doubled last year.", "100"),
        ("Rents have nearly tripled.", "200"),
        ("Costs halved.", "50"),
        ("That is triple what anyone thought.", "200"),
        ("Twice as many trains ran.", "100"),
        ("It cost four times the budget.", "300"),
        ("There was a tenfold rise.", "900"),
    ],
)
def test_a_change_in_words_is_read_in_percent(text, value):
    assert percents(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "She came third by a length.",
        "It was sold by a third party.",
        "He booked a double room.",
        "She won the triple jump twice.",
        "It was handed in by a quarter master.",
        "They met three times.",
        "The second half was better.",
        "He lost by half a point.",
    ],
)
def test_words_of_parts_that_change_nothing(text):
    assert percents(text) == []


def test_the_words_before_say_how_wide_it_is():
    (quantity,) = find_quantities("It fell by nearly a third.")
    assert (quantity.low, quantity.high) == pytest.approx((30.0, 100 / 3))
    (quantity,) = find_quantities("It rose by more than half.")
    assert (quantity.low, quantity.high) == (50.0, float("inf"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nearly nine in ten have drawn back.", [("90", 81.0, 90.0)]),
        ("Three-fifths of the cost is covered.", [("60", 57.0, 63.0)]),
        ("Four out of five agreed.", [("80", 76.0, 84.0)]),
        ("About one in five ran.", [("20", 18.0, 22.0)]),
        ("Women have 0.7 children less.", []),
        ("She won six in 2025.", []),
        ("They met two in three days.", []),
        ("Half a million people came.", []),
        ("He has to serve at least half of the sentence.", [("50", 50.0, 100.0)]),
    ],
)
def test_shares_are_in_percent_for_facts(text, expected):
    assert shares(text) == expected
