"""Who chairs a jury or an inquiry, told by a title, a verb or "under"."""

import pytest

from helpers import facts
from helpers.language import parse_text
from tests.test_fact_contests import conflicts


def chairs(text):
    """Return the names of those who chair something, with what."""
    table = facts.find_statements([parse_text(text)])
    table = table[(table["rule"] == "author") & (table["attribute"] == "chair")]
    return list(zip(table["value"], table["around"], strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jury president Ana Lind spoke.", [("Ana Lind", "jury")]),
        ("Ana Lind, the chair of the inquiry, spoke.", [("Ana Lind", "inquiry")]),
        ("The jury president, Italian actor Ida Holm, spoke.", [("Ida Holm", "jury")]),
        ("Ana Lind, who presided over the jury, spoke.", [("Ana Lind", "jury")]),
        ("The panel, under Ana Lind, met on Sunday.", [("Ana Lind", "panel")]),
        # former chairs, other bodies and other names
        ("The former jury president Ana Lind spoke.", []),
        ("Club president Ana Lind spoke.", []),
        ("The jury president spoke to Ana Lind.", []),
    ],
)
def test_who_chairs_what(text, expected):
    assert chairs(text) == expected


def test_two_chairs_of_one_body_are_set_against_each_other():
    one = "Ana Lind, who presided over the jury, named the winner of the Kelmar film prize."
    two = "Jury president Ida Holm named the winner of the Kelmar film prize."
    assert ("other:author of jury (chair)", "Ana Lind", "Ida Holm") in conflicts(one, two)
