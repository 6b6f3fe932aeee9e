"""Minimal pairs on who speaks: names behind roles, datelines, headlines, verbs that are no speech."""

import pytest

from helpers.attribution import find_quotations
from helpers.language import parse_text


def spoken(text):
    table = find_quotations([parse_text(text)])
    return list(zip(table["quote"], table["speaker"], table["attribution"], strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The slope is stable, according to engineer Prof. Ana Ruiz.",
            [("The slope is stable", "Prof. Ana Ruiz", "named")],
        ),
        (
            "According to geologists, the slope is stable.",
            [("the slope is stable", "geologists", "vague")],
        ),
        (
            "OSLO, Norway, May 3 (Nordwire) - Arbo said it sold the mill.",
            [("it sold the mill", "Arbo", "named")],
        ),
        ("June 2 (Nordwire) - The mill burned, police said.", [("The mill burned", "police", "named")]),
        (
            "ARBO (the grocer) said it sold the mill.",
            [("it sold the mill", "ARBO", "named")],
        ),
        ("Flood wrecks Graz: “It was so loud”", [("It was so loud", "", "none")]),
        ("Ada Lind, 40, Graz: “It was so loud”", [("It was so loud", "Ada Lind", "named")]),
        ("The mill hired art director Per Lind.", []),
        ("The mill pays 9 euros an hour, per Reuters.", [("The mill pays 9 euros an hour", "Reuters", "named")]),
        ("Lind leads; Paz concedes", []),
        ("The race was over, Paz concedes.", [("The race was over", "Paz", "named")]),
        ("Patients admitted to surgical wards recovered sooner.", []),
        ("Lind admitted the wards were full.", [("the wards were full", "Lind", "named")]),
    ],
)  # fmt: skip
def test_who_speaks(text, expected):
    assert spoken(text) == expected
