"""How likely two numbers are to answer one question, worked by hand on small cases."""

from dataclasses import replace
from math import log

import pytest

from helpers.fact_likeness import Number, likely_pairs, likeness, rareness, rarity, weights

FELL = Number(0, "a.txt", "percent", "8.4", "percent", 8.35, 8.45, frozenset(["share", "=fall"]))
CRASHED = Number(1, "b.txt", "percent", "12", "percent", 11.5, 12.5, frozenset(["share", "=fall"]))
TURNOUT = Number(2, "b.txt", "percent", "61", "percent", 60.5, 61.5, frozenset(["voter"]))


def test_a_word_around_one_number_alone_is_rarer_than_one_around_two():
    rare = rarity([FELL, CRASHED, TURNOUT])
    assert rare["voter"] == 1.0
    assert rare["share"] == pytest.approx(log(1 + 3 / 2) / log(4))


def test_likeness_is_the_sum_of_what_speaks_for_it():
    rare, weight = {"share": 0.5, "=fall": 0.5}, weights()
    expected = weight["start"] + weight["shared"] * 1.0 + weight["unit"]
    expected += weight["ratio"] * (log(12 / 8.4) / log(10))
    assert likeness(FELL, CRASHED, rare) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("change", "feature"),
    [
        ({"hedged": True}, "hedged"),
        ({"setting": "2019)"}, "setting"),
    ],
)
def test_what_speaks_against_it(change, feature):
    rare = rarity([FELL, CRASHED, TURNOUT])
    other = replace(CRASHED, **change)
    told = likeness(FELL, other, rare) - likeness(FELL, CRASHED, rare)
    assert told == pytest.approx(weights()[feature])


def test_up_is_not_down():
    rose = replace(CRASHED, words=frozenset(["share", "=rise"]))
    assert list(likely_pairs([FELL, rose])) == []


def test_a_pair_has_to_be_ahead_of_its_rivals():
    assert [pair[1:] for pair in likely_pairs([FELL, CRASHED, TURNOUT])] == [(FELL, CRASHED)]
    rival = replace(CRASHED, at=3, value="15", low=14.5, high=15.5)
    assert list(likely_pairs([FELL, CRASHED, rival])) == []


def test_numbers_of_one_article_or_of_two_kinds_are_no_pairs():
    assert list(likely_pairs([CRASHED, replace(TURNOUT, words=CRASHED.words)])) == []
    assert list(likely_pairs([FELL, replace(CRASHED, kind="money")])) == []


def test_rareness_is_the_same_in_any_order_of_the_words():
    rare = dict.fromkeys("abcdefghij", 0.1)  # added one by one they make 0.9999999999999999
    assert rareness(rare, rare) == 1.0
