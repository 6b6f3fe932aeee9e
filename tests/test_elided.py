"""Numbers told in the unit of the one before them."""

import pytest

from helpers.quantities import find_quantities


def read(text):
    return [(q.kind, q.value, q.unit) for q in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Profit fell to 58 million euros from 84 million a year earlier.",
            ("money", "84000000", "EUR"),
        ),
        ("It made $29 million, compared with 51 million before.", ("money", "51000000", "USD")),
        (
            "The club, with debts of 14 million euros, will receive 2.5 million for it.",
            ("money", "2500000", "EUR"),
        ),
        ("The forecast is 1.1%, down from 1.4.", ("percent", "1.4", "percent")),
        ("It did 94 km/h where the limit is 80.", ("measure", "80", "km/h")),
        ("The panel measures 112 by 86 centimetres.", ("measure", "112", "cm")),
        ("(oil on wood, 40 x 31 cm)", ("measure", "40", "cm")),
    ],
)
def test_a_unit_left_out_is_that_of_the_value_before(text, expected):
    assert expected in read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost $5 million and drew 84 million people.", ("count", "84000000", "people")),
        ("The vote was put off by 6 and 40 km of road closed.", ("number", "6", "")),
        ("Shares fell 5% to 200.", ("number", "200", "")),
        ("He bet $9 against 12.", ("number", "12", "")),
        ("It made $58 million. The crowd rose from 84 million.", ("number", "84000000", "")),
        ("Profit fell to 58 million euros; the site had 84 million.", ("number", "84000000", "")),
        ("It did 94 km/h and the limit of the card is 9,000.", ("number", "9000", "")),
    ],
)
def test_a_number_of_something_else_keeps_its_own(text, expected):
    assert expected in read(text)
