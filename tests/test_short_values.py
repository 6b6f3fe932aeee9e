"""How a value is written in a few characters."""

import pytest

from helpers import short_values


@pytest.mark.parametrize(
    ("shown", "unit", "written"),
    [("32", "year", "32 years"), ("1", "hour", "1 hour"), ("18", "km", "18 km"), ("11", "knot", "11 knots"), ("3", "kg", "3 kg"), ("41", "", "41"),
     ("late", "year", "late"), ("$5m", "USD", "$5m"), ("10", "people", "10"),
     ("90", "second", "90 seconds"), ("7661", "second", "2:07:41"), ("86,461", "second", "1 day, 0:01:01")],
)  # fmt: skip
def test_a_number_stands_with_its_unit(shown, unit, written):
    assert short_values.with_unit(shown, unit) == written
