"""Which words are times of day, and which minutes they leave open."""

import pytest

from helpers.numbers.dates import find_dates
from helpers.numbers.times import UNITS, times_meet


def times(text):
    """Return the times of a text: words, value, unit."""
    found = find_dates(text)
    return [(text[d.start : d.end], d.value, d.unit) for d in found if d.unit in UNITS]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The ferry struck a rock at around 6:40 p.m. on Friday.", "6:40 p.m.", "18:40"),
        ("The call was logged at 21.15, and boats left.", "21.15", "21:15"),
        ("At a quarter past one in the morning the hall emptied.",
         "quarter past one in the morning", "01:15"),
        ("The doors shut at twenty to nine that evening.", "twenty to nine", "20:40"),
        ("It blew up at ten minutes past seven that evening.", "ten minutes past seven", "19:10"),
        ("At twelve minutes past seven this morning the bell rang.",
         "twelve minutes past seven", "07:12"),
        ("At twelve minutes past seven the bell rang that evening.",
         "twelve minutes past seven", "19:12"),
        ("At 22 minutes to eight this evening it stopped.", "22 minutes to eight", "19:38"),
        ("The tremor was felt at 0040 hours.", "0040 hours", "00:40"),
        ("The vote came a little before midnight.", "midnight", "00:00"),
        ("By ten at night all were ashore.", "ten at night", "22:00"),
        ("It hit the camp just after six on Sunday morning.", "six", "06:00"),
        ("The train left at two yesterday afternoon.", "two", "14:00"),
        ("It was three at night.", "three at night", "03:00"),
        ("The train left at seven o'clock in the evening.", "seven o'clock in the evening", "19:00"),
    ],
)  # fmt: skip
def test_a_time_is_read_in_figures_and_in_words(text, words, value):
    assert times(text)[:1] == [(words, value, "time")]


@pytest.mark.parametrize(
    "text",
    [
        "The share closed at 6.40 pounds.",
        "It opens ten to five jobs.",
        "It grew from 2.15 to 2.40 metres.",
        "She ran 2:04:51 in the rain.",
        "He ran the half-marathon in 1:58.",
        "Flight 0040 was late.",
        "Some five to ten people came.",
        "The wait was cut from 12 minutes to seven.",
        "He burned the midnight oil.",
        "He looked after six on Sunday.",
    ],
)
def test_other_numbers_are_no_times(text):
    assert times(text) == []


def test_a_time_without_its_half_of_the_day_is_taken_from_words_beside_it():
    assert times("At 6.40, with the evening tide, it sank.")[0][1:] == ("18:40", "time")
    assert times("At 6.40, with the tide, it sank.")[0][1:] == ("06:40", "clock")


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("at 6:40 p.m.", "a few minutes after 6.40", True),
        ("at 6:40 p.m.", "at 9:15 p.m.", False),
        ("at around 2:30 a.m.", "at 2:40 a.m.", True),
        ("at 2:30 a.m.", "at 2:40 a.m.", False),
        ("at 3 a.m.", "at 3:05 a.m.", True),
        ("shortly before midnight", "at 11:50 p.m.", True),
        ("shortly before midnight", "at 1:15 a.m.", False),
        ("at midnight", "at 00:05", True),
        ("at half past two", "at 2:30 p.m.", True),
    ],
)
def test_two_times_can_be_one_within_what_their_words_leave_open(one, other, meet):
    sides = [(d.low, d.high, d.unit) for text in (one, other) for d in find_dates(text)]
    assert times_meet(*sides) is meet


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("It lifted off at 06:12 GMT.", "It lifted off at 7.12am.", True),
        ("It lifted off at 0612 GMT.", "It lifted off at 11:12 p.m. on Monday.", True),
        ("It lifted off at 06:12 GMT.", "It lifted off at 7.20am.", False),
        ("It lifted off at 06:12 GMT.", "It lifted off at 07:12 GMT.", False),
        ("It lifted off at 06:12.", "It lifted off at 07:12.", False),
    ],
)
def test_a_time_of_a_named_zone_is_another_hour_elsewhere(one, other, meet):
    sides = [(d.low, d.high, d.unit) for text in (one, other) for d in find_dates(text)[:1]]
    assert times_meet(*sides) is meet
