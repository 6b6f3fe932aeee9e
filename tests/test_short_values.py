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


def test_a_fall_has_a_minus_sign_and_a_range_a_dash():
    assert short_values.short_value("-0.8", unit="percent") == "−0.8%"
    assert short_values.short_value("3-5", unit="percent") == "3–5%"
    assert short_values.short_value("50", unit="basis point") == "50 bp"


def test_an_axis_of_times_is_labelled_as_a_watch_is():
    ticks = short_values.axis_ticks([450.0, 510.0, 462.0, 495.0], dates=True)
    assert ticks == [(450.0, "07:30"), (480.0, "08:00"), (510.0, "08:30")]
    assert short_values.axis_ticks([735.0], dates=True) == [(735.0, "12:15")]
    assert short_values.axis_ticks([-30.0, 20.0], dates=True)[0] == (-30.0, "23:30")
