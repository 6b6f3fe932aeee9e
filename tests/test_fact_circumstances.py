"""An act and its denial are a conflict only if they are of one occasion."""

import pytest

from tests.test_fact_acts import verdicts

ISSUED = "other:issue flood warning"


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        ("The navy issued a flood warning.", "No flood warning was issued.", True),
        ("The navy issued a flood warning on Monday.", "No flood warning was issued.", True),
        (
            "The navy issued a flood warning on Monday.",
            "No flood warning was issued on Monday.",
            True,
        ),
        (
            "The navy issued a flood warning on Monday.",
            "No flood warning was issued on Friday.",
            False,
        ),
        (
            "The navy issued a flood warning in Kelmar. People in Kelmar slept outside.",
            "No flood warning was issued in Ostby. People near Ostby slept at home.",
            False,
        ),
        (
            "The navy issued a flood warning in Kelmar on Monday. People in Kelmar slept.",
            "No flood warning was issued in Kelmar. People near Kelmar slept at home.",
            True,
        ),
    ],
)
def test_an_act_and_its_denial_are_of_one_occasion(one, other, conflict):
    assert (verdicts(one, other).get(ISSUED) == "conflict") is conflict


def test_of_two_denials_the_one_of_the_same_day_counts():
    one = "The navy issued a flood warning on Monday."
    other = "No flood warning was issued on Friday. On Monday no flood warning was issued either."
    assert verdicts(one, other)[ISSUED] == "conflict"
