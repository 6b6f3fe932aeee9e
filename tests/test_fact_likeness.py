"""How likely two numbers are to answer one question, worked by hand on small cases."""

from dataclasses import replace
from math import log, log10

import pytest

from helpers.fact_likeness import (
    Number,
    likely_pairs,
    likeness,
    passed_over,
    rareness,
    rarity,
    weights,
    whole_of,
)

FELL = Number(
    *(0, "a.txt", "percent", "8.4", "percent", 8.35, 8.45),
    frozenset(["share", "=fall"]),
    noun="percent",
)
CRASHED = Number(
    *(1, "b.txt", "percent", "12", "percent", 11.5, 12.5),
    frozenset(["share", "=fall"]),
    noun="percent",
)
TURNOUT = Number(2, "b.txt", "percent", "61", "percent", 60.5, 61.5, frozenset(["voter"]))


def test_a_word_around_one_number_alone_is_rarer_than_one_around_two():
    rare = rarity([FELL, CRASHED, TURNOUT])
    assert rare["voter"] == 1.0
    assert rare["share"] == pytest.approx(log(1 + 3 / 2) / log(4))


def test_likeness_is_the_sum_of_what_speaks_for_it():
    whole, weight = whole_of([FELL, CRASHED, TURNOUT]), weights()
    shared = whole.rare["share"] + whole.rare["=fall"]
    expected = weight["start"] + weight["shared"] * shared + weight["unit"]
    expected += weight["cover"] * shared / (1 + shared)
    expected += weight["ratio"] * log10(12 / 8.4) ** 2
    assert likeness(FELL, CRASHED, whole) == pytest.approx(expected)


MORE = [replace(TURNOUT, at=at, source=s, line=9) for at, s in enumerate("aaaabbbb", start=10)]
MORE = [replace(number, source=f"{number.source}.txt", kind=f"k{number.at}") for number in MORE]


@pytest.mark.parametrize(
    ("first", "second", "feature"),
    [
        ({}, {"hedged": True}, "hedged"),
        ({}, {"setting": "2019)"}, "setting"),
        ({"near": frozenset(["=fall"])}, {"near": frozenset(["=rise"])}, "opposite"),
        ({"subject": "Brama"}, {"subject": "Pellman"}, "other subject"),
        ({"subject": "Brama"}, {"subject": "Brama"}, "subject"),
        ({"attribute": "fine"}, {"attribute": "fine"}, "attribute"),
        ({"asked": ("a", "b")}, {"asked": ("a", "b")}, "asked"),
        ({"noun": "shop"}, {"noun": "shop"}, "unit"),
        ({"line": 2}, {"line": 3}, "opening"),
    ],
)
def test_what_else_speaks_for_or_against_it(first, second, feature):
    one, two = replace(FELL, line=9, noun=""), replace(CRASHED, line=9, noun="")
    one, two = replace(one, kind="percent"), replace(two, kind="percent")
    bare = likeness(one, two, whole_of([one, two, *MORE]))
    one, two = replace(one, **first), replace(two, **second)
    told = likeness(one, two, whole_of([one, two, *MORE])) - bare
    assert told == pytest.approx(weights()[feature])


def test_days_of_two_questions_are_less_alike():
    days = [
        replace(one, kind="date", low=day, high=day, asked=("event", asked), attribute=asked)
        for one, day, asked in ((FELL, 20250101, "date"), (CRASHED, 20260101, "date of start"))
    ]
    whole = whole_of(days)
    other = replace(days[1], asked=None)
    told = likeness(*days, whole) - likeness(days[0], other, whole)
    assert told == pytest.approx(weights()["other date"])


@pytest.mark.parametrize(
    ("value", "other", "digits"),
    [("2412", "2142", 4), ("240", "420", 2), ("2412", "2413", 0), ("2412", "2412", 0)],
)
def test_the_same_digits_in_another_order_speak_for_a_slip(value, other, digits):
    one, two = replace(TURNOUT, kind="count", value=value), replace(FELL, kind="count", value=other)
    assert one.swapped(two) == digits
    assert replace(one, kind="date").swapped(replace(two, kind="date")) == 0


@pytest.mark.parametrize(
    ("kind", "unit", "value", "other", "digits"),
    [
        ("percent", "percent", "4.5", "5.4", 2),
        ("percent", "percent", "4.5", "5.5", 0),
        ("duration second", "second", "7661", "7634", 5),  # 2:07:41 and 2:07:14
        ("duration second", "second", "7661", "7662", 0),
        ("date", "year", "1912", "1921", 4),
        ("date", "year", "1968", "1986", 0),  # a slip is a year or a few off
    ],
)
def test_shares_times_and_years_slip_too(kind, unit, value, other, digits):
    one, two = (
        replace(FELL, kind=kind, unit=unit, value=v, low=10_000 * float(v) if kind == "date" else 0)
        for v in (value, other)
    )
    assert one.swapped(two) == digits


def test_what_is_hardly_alike_is_no_pair_without_rivals_either():
    near = frozenset(["=fall"])
    one = replace(FELL, noun="", near=near, words=near | {f"v{n}" for n in range(40)})
    two = replace(CRASHED, noun="", near=near, words=near | {f"w{n}" for n in range(40)})
    assert weights()["start"] + 0.5 < likeness(one, two, whole_of([one, two]))
    assert list(likely_pairs([one, two])) == []
    same = replace(two, value=one.value, low=one.low, high=one.high)
    assert [pair[1:] for pair in likely_pairs([one, same])] == [(one, same)]


def test_counts_that_no_rule_asks_for_need_more():
    counts = [replace(number, kind="count") for number in (FELL, CRASHED)]
    whole, weight = whole_of(counts), weights()
    bare = likeness(FELL, CRASHED, whole)
    told = likeness(*counts, whole) - bare
    assert told == pytest.approx(weight["unasked"] + weight["nothing beside"])
    beside = [replace(number, near=frozenset(["=fall"])) for number in counts]
    near = weight["near"] * whole.rare["=fall"]
    assert likeness(*beside, whole) - bare == pytest.approx(weight["unasked"] + near)
    asked = [replace(counts[0], asked=("a", "b")), counts[1]]
    assert likeness(*asked, whole) == pytest.approx(bare)


def test_years_of_two_happenings_need_more():
    years = [
        replace(FELL, kind="date", unit="year", noun="year", low=low, high=low + 1130, value=value)
        for low, value in ((20230101.0, "2023"), (20280101.0, "2028"))
    ]
    one, two = years[0], replace(years[1], at=1, source="b.txt")
    whole = whole_of([one, two])
    asked = [replace(n, asked=("a", "b")) for n in (one, two)]
    weight = weights()
    expected = weight["unasked"] + weight["nothing beside"] - weight["asked"]
    assert likeness(one, two, whole) - likeness(*asked, whole) == pytest.approx(expected)
    beside = [replace(n, near=frozenset(["share"])) for n in (one, two)]
    more = likeness(*beside, whole_of(beside)) - likeness(one, two, whole)
    near = weight["near"] * whole_of(beside).rare["share"]
    assert more == pytest.approx(near - weight["unasked"] - weight["nothing beside"])


def test_values_far_apart_are_of_two_questions():
    words = frozenset(["share", "=fall"])
    low = replace(FELL, kind="money", value="690", low=690.0, high=690.0, near=words)
    near = replace(CRASHED, kind="money", value="5000", low=5000.0, high=5000.0, near=words)
    far = replace(near, value="21400", low=21400.0, high=21400.0)
    assert [pair[1:] for pair in likely_pairs([low, near])] == [(low, near)]
    assert list(likely_pairs([low, far])) == []


def test_words_that_govern_both_speak_for_it():
    near = frozenset(["=fall"])
    one, two = replace(FELL, near=near), replace(CRASHED, near=near)
    whole = whole_of([one, two, TURNOUT])
    told = likeness(one, two, whole) - likeness(FELL, CRASHED, whole)
    assert told == pytest.approx(weights()["near"] * whole.rare["=fall"])


def test_a_number_is_lone_as_the_one_of_its_noun_and_kind_among_others():
    one = replace(FELL, kind="count", noun="shop")
    assert not whole_of([one]).only
    whole = whole_of([one, replace(one, at=9, noun="pear", value="7"), *MORE])
    assert 0 in whole.lone and 0 not in whole.only
    assert 0 in whole_of([one, *MORE]).only
    assert 0 not in whole_of([one, replace(one, at=9, value="7")]).lone
    assert 0 not in whole_of([replace(FELL, noun="percent")]).lone


def test_an_article_opens_only_if_it_goes_on():
    assert not whole_of([replace(FELL, line=1)]).opening
    assert 0 in whole_of([replace(FELL, line=1), *MORE]).opening


def test_equal_numbers_may_be_told_of_two_names():
    same = replace(FELL, at=5, source="b.txt", subject="Pellman")
    one = replace(FELL, subject="Brama")
    whole = whole_of([one, same])
    other = replace(same, subject="")
    assert likeness(one, same, whole) == pytest.approx(likeness(one, other, whole))


def test_up_is_not_down():
    fell, rose = (
        replace(FELL, near=frozenset(["=fall"])),
        replace(CRASHED, near=frozenset(["=rise"])),
    )
    assert list(likely_pairs([fell, rose])) == []


def test_a_pair_has_to_be_ahead_of_its_rivals():
    assert [pair[1:] for pair in likely_pairs([FELL, CRASHED, TURNOUT])] == [(FELL, CRASHED)]
    rival = replace(CRASHED, at=3, value="15", low=14.5, high=15.5)
    assert list(likely_pairs([FELL, CRASHED, rival])) == []


def test_what_answers_another_question_yields_to_what_answers_this_one():
    asked = ("event", "turnout")
    one = replace(TURNOUT, at=0, source="a.txt", asked=asked, attribute="turnout")
    answer = replace(one, at=1, source="b.txt", value="54", low=53.5, high=54.5)
    other = replace(answer, at=2, value="75", low=74.5, high=75.5, asked=None, attribute="")
    assert passed_over([one], [other, answer]).tolist() == [[True, False]]
    assert passed_over([one], [other]).tolist() == [[False]]


def test_numbers_of_one_article_or_of_two_kinds_are_no_pairs():
    assert list(likely_pairs([CRASHED, replace(TURNOUT, words=CRASHED.words)])) == []
    assert list(likely_pairs([FELL, replace(CRASHED, kind="money")])) == []


def test_rareness_is_the_same_in_any_order_of_the_words():
    rare = dict.fromkeys("abcdefghij", 0.1)  # added one by one they make 0.9999999999999999
    assert rareness(rare, rare) == 1.0
