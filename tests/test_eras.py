"""Centuries and years BC are dates with an interval, so that they can be compared with years."""

from math import isclose

import pytest

from helpers.comparing.attributes import type_of
from helpers.numbers.dates import find_dates
from helpers.short_values import axis_ticks
from tests.settled import conflicts, settled


def read(text):
    return [(mention.value, mention.unit) for mention in find_dates(text)]


def years(text):
    return [(int(m.low // 10000), int(m.high // 10000)) for m in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "value", "first", "last"),
    [
        ("an 18th-century ornament", "18th century", 1700, 1799),
        ("of the twelfth century", "12th century", 1100, 1199),
        ("in the 1700s", "18th century", 1700, 1799),
        ("in the early 1900s", "early 20th century", 1900, 1939),
        ("from the late 17th century", "late 17th century", 1660, 1699),
        ("the second half of the ninth century", "second half of 9th century", 850, 899),
        ("the turn of the 20th century", "turn of 20th century", 1890, 1910),
        ("of the 16th and 17th centuries", "16th–17th century", 1500, 1699),
        ("from the 1st century AD", "1st century", 1, 99),
        ("the third century BC", "3rd century BC", -300, -201),
        ("the third millennium BC", "3rd millennium BC", -3000, -2001),
        ("in 1350BC", "1350 BC", -1350, -1350),
        ("around 1200 BC", "1200 BC", -1250, -1150),
        ("in 10,000 BC", "10000 BC", -10000, -10000),
        ("between 1350 and 1330 BC", "1350–1330 BC", -1350, -1330),
        ("in AD 79", "79", 79, 79),
        ("about 395 CE", "395", 395, 395),
        ("in the year 910", "910", 910, 910),
        ("The timber dates to around 870.", "870", 870, 870),
        ("The ship sank in about 870, off Ost.", "870", 870, 870),
    ],
)
def test_a_century_and_a_year_of_another_era_are_read(text, value, first, last):
    assert [told for told, _ in read(text)] == [value]
    assert years(text) == [(first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "the bargain of the century",
        "a quarter of a century",
        "They are ready for the 21st century.",
        "He hit his fifth century of the season.",
        "Some 500 BC residents left.",
        "It made 1200s of them.",
        "It was one in 400.",
        "In 870 cases nobody was told.",
    ],
)
def test_other_centuries_are_no_dates(text):
    assert read(text) == []


def test_the_2000s_are_a_decade():
    assert read("in the 2000s") == [("2000s", "decade")]


def test_years_before_christ_come_in_order():
    mentions = find_dates("in 1350 BC, in 1150 BC, in the third century BC, in AD 79, in 1150")
    assert [m.low for m in mentions] == sorted(m.low for m in mentions)
    assert all(m.low < m.high for m in mentions)


@pytest.mark.parametrize("unit", ["nth century", "year BC", "year AD"])
def test_they_are_dates_whatever_their_number(unit):
    assert type_of("other:burial", value="870", unit=unit, low=8700101.0) == "date"


def test_their_axis_has_years():
    ticks = axis_ticks([-13749899.0, -11248769.0], dates=True)
    assert [label for _, label in ticks] == ["1300 BC", "1200 BC"]
    assert isclose(ticks[0][0], -1300 * 10000 + 101)
    assert [label for _, label in axis_ticks([8700101.0, 9101231.0], dates=True)] == [
        *("880", "900"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "attribute"),
    [
        (
            "The church was built in the 12th century.",
            "The church was built in the late 14th century.",
            "origin_year",
        ),
        (
            "The church was built in the 12th century.",
            "The church was built in 1587.",
            "origin_year",
        ),
        (
            "The boat was carved from one tree around 1150 BC.",
            "Tests date the boat, carved from one tree, to about 1350BC.",
            "origin_year",
        ),
        (
            "The coins were buried in AD 395.",
            "The coins were buried in AD 410.",
            "other:burial date",
        ),
    ],
)
def test_two_centuries_of_one_thing_contradict_each_other(one, other, attribute):
    assert conflicts(one, other) == {attribute}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The church was built in the 12th century.", "The church was built in 1187."),
        ("The box is an 18th-century one.", "The box was made in the 1700s."),
        (
            "The boat was carved from one tree around 1150 BC.",
            "Tests date the boat, carved from one tree, to the 12th century BC.",
        ),
    ],
)
def test_a_century_holds_its_years(one, other):
    assert not conflicts(one, other)


def test_a_century_answers_when_something_was_built():
    table = settled("The church was built in the 12th century.")
    found = table[table["attribute"] == "origin_year"]
    assert found["value"].tolist() == ["12th century"]
