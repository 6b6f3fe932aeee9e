"""How likely two numbers are to answer one question, worked by hand on small cases."""

from dataclasses import replace
from math import log, log10, nan

import pytest

from helpers.cues import read_weights
from helpers.settling.likeness import (
    WEIGHTS,
    Number,
    likely_pairs,
    likeness,
    opposed,
    passed_over,
    rareness,
    rarity,
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
    whole, weight = whole_of([FELL, CRASHED, TURNOUT]), read_weights(WEIGHTS)
    shared = whole.rare["share"] + whole.rare["=fall"]
    expected = weight["start"] + weight["shared"] * shared
    expected += weight["cover"] * shared / (1 + shared)
    expected += weight["ratio"] * log10(12 / 8.4)
    assert likeness(FELL, CRASHED, whole) == pytest.approx(expected)


MORE = [replace(TURNOUT, at=at, source=s) for at, s in enumerate("aaaabbbb", start=10)]
MORE = [replace(number, source=f"{number.source}.txt", kind=f"k{number.at}") for number in MORE]


@pytest.mark.parametrize(
    ("first", "second", "feature"),
    [
        ({}, {"setting": "2019)"}, "setting"),
        ({"near": frozenset(["=fall"])}, {"near": frozenset(["=rise"])}, "opposite"),
        ({"subject": "Brama"}, {"subject": "Pellman"}, "other subject"),
        ({"subject": "Ana Brama"}, {"subject": "Ana Pellman"}, "other subject"),
        ({"subject": "Brama"}, {"subject": "Ost", "subject_type": "place"}, None),
        ({"subject": "Brama"}, {"subject": "Brama"}, "subject"),
        ({"attribute": "fine"}, {"attribute": "fine"}, "attribute"),
        ({"asked": ("a", "b")}, {"asked": ("a", "b")}, "asked"),
        ({"asked": ("a", "b")}, {"asked": ("a", "c")}, "other question"),
    ],
)
def test_what_else_speaks_for_or_against_it(first, second, feature):
    one, two = replace(FELL, noun=""), replace(CRASHED, noun="")
    one, two = replace(one, kind="percent"), replace(two, kind="percent")
    bare = likeness(one, two, whole_of([one, two, *MORE]))
    one, two = replace(one, **first), replace(two, **second)
    told = likeness(one, two, whole_of([one, two, *MORE])) - bare
    assert told == pytest.approx(read_weights(WEIGHTS)[feature] if feature else 0.0)


def test_whose_sum_it_is_a_rule_may_have_read_wrongly():
    asked = [("Brama", "loss"), ("Pellman", "loss")]
    sums = [
        replace(one, kind="money", noun="", subject=question[0], asked=question)
        for one, question in zip((FELL, CRASHED), asked, strict=True)
    ]
    others = [replace(one, subject="") for one in sums]
    told = [likeness(*pair, whole_of([*pair, *MORE])) for pair in (others, sums)]
    assert told[1] - told[0] == pytest.approx(read_weights(WEIGHTS)["asked of another"])


def test_days_of_two_questions_are_less_alike():
    days = [
        replace(one, kind="date", low=day, high=day, asked=("event", asked), attribute=asked)
        for one, day, asked in ((FELL, 20250101, "date"), (CRASHED, 20260101, "date of start"))
    ]
    whole = whole_of(days)
    other = replace(days[1], asked=None)
    told = likeness(*days, whole) - likeness(days[0], other, whole)
    assert told == pytest.approx(
        read_weights(WEIGHTS)["other date"] + read_weights(WEIGHTS)["other question"]
    )


@pytest.mark.parametrize(
    ("value", "other", "slip"),
    [("2412", "2142", True), ("240", "420", True), ("2412", "2413", False), ("241", "241", False)],
)
def test_the_same_digits_in_another_order_speak_for_a_slip(value, other, slip):
    one, two = replace(TURNOUT, kind="count", value=value), replace(FELL, kind="count", value=other)
    assert one.swapped(two) == slip
    assert not replace(one, kind="date").swapped(replace(two, kind="date"))


@pytest.mark.parametrize(
    ("kind", "unit", "value", "other", "slip"),
    [
        ("percent", "percent", "4.5", "5.4", True),
        ("percent", "percent", "4.5", "5.5", False),
        ("duration second", "second", "7661", "7634", True),  # 2:07:41 and 2:07:14
        ("duration second", "second", "7661", "7662", False),
        ("date", "year", "1912", "1921", True),
        ("date", "year", "1968", "1986", False),  # a slip is a year or a few off
    ],
)
def test_shares_times_and_years_slip_too(kind, unit, value, other, slip):
    one, two = (
        replace(FELL, kind=kind, unit=unit, value=v, low=10_000 * float(v) if kind == "date" else 0)
        for v in (value, other)
    )
    assert one.swapped(two) == slip


def test_what_is_hardly_alike_is_no_pair_without_rivals_either():
    near = frozenset(["=fall"])
    one = replace(FELL, noun="", near=near, words=near | {f"v{n}" for n in range(40)})
    two = replace(CRASHED, noun="", near=near, words=near | {f"w{n}" for n in range(40)})
    assert read_weights(WEIGHTS)["start"] + 0.5 < likeness(one, two, whole_of([one, two]))
    assert [likely for likely, *_ in likely_pairs([one, two]) if likely > 0] == []
    same = replace(two, value=one.value, low=one.low, high=one.high)
    assert [pair[1:] for pair in likely_pairs([one, same])] == [(one, same)]


def numbers_of(source, *told, kind="money"):
    """Return numbers of an article, told as (value, start), each with words of its own."""
    return [
        Number(
            *(f"{source}{at}", f"{source}.txt", kind, str(value), "EUR"),
            *(value, value, frozenset([f"{source}{at}"])),
            start=start,
        )
        for at, (value, start) in enumerate(told)
    ]


def test_what_articles_give_first_and_as_their_largest_value_is_likely_one_question():
    one = numbers_of("a", (300, 10), (40, 500), (70, 800), (20, 900))
    two = numbers_of("b", (200, 20), (30, 400), (25, 700), (90, 1000))
    whole = whole_of(one + two)
    assert whole.first == {"a0", "b0"} and whole.largest == {"a0", "b0"}
    first, weight = likeness(one[0], two[0], whole), read_weights(WEIGHTS)
    bare = weight["start"] + weight["ratio"] * log10(300 / 200)
    apart = weight["apart"] * (20 / 1000 - 10 / 900)
    assert first == pytest.approx(bare + apart + weight["first"] + weight["largest"])


def test_a_short_article_has_no_first_number():
    assert not whole_of(numbers_of("a", (300, 10), (40, 500), (70, 800))).first


def test_what_stands_at_the_two_ends_of_its_article_is_less_alike():
    one = numbers_of("a", (300, 0), (40, 500))
    two = numbers_of("b", (500, 0), (300, 500))
    whole = whole_of(one + two)
    here, there = likeness(one[0], two[0], whole), likeness(one[1], two[0], whole)
    ratio = read_weights(WEIGHTS)["ratio"] * (log10(500 / 300) - log10(500 / 40))
    assert here - there == pytest.approx(ratio - read_weights(WEIGHTS)["apart"])


def test_the_same_noun_speaks_for_one_question_of_counts():
    counts = [replace(number, kind="count", noun="shop") for number in (FELL, CRASHED)]
    counts += [replace(TURNOUT, kind="count", noun="shop", at=at, value=str(at)) for at in (7, 8)]
    whole, two = whole_of(counts), replace(counts[1], noun="pear")
    told = likeness(*counts[:2], whole) - likeness(counts[0], two, whole)
    assert told == pytest.approx(read_weights(WEIGHTS)["noun"])


def test_a_year_and_a_weekday_are_less_alike():
    year = replace(FELL, kind="date", unit="year", value="2023", low=2023.0, high=2023.0)
    later = replace(year, value="2025", low=2025.0, high=2025.0)
    day = replace(later, unit="weekday")
    whole = whole_of([year, replace(later, at=1, source="b.txt")])
    told = likeness(year, replace(day, at=1), whole) - likeness(year, replace(later, at=1), whole)
    assert told == pytest.approx(read_weights(WEIGHTS)["other unit"])


def test_up_and_down_are_two_answers_where_the_change_is_the_question():
    fell, rose = (
        replace(FELL, near=frozenset(["=fall"])),
        replace(CRASHED, near=frozenset(["=rise"])),
    )
    asked = {"asked": ("Brama", "share price change"), "attribute": "share price change"}
    fell, rose = replace(fell, **asked), replace(rose, **asked)
    assert opposed(fell, rose)
    assert not opposed(replace(fell, subject="Brama"), replace(rose, subject="Brama"))


@pytest.mark.parametrize(
    ("value", "unit", "low", "features"),
    [
        ("2019", "year", 20190101, []),
        ("2020", "year", 20200101, ["years"]),
        ("2010s", "decade", 20100101, ["decade"]),
        ("1990s", "decade", 19900101, ["decade", "years"]),
    ],
)
def test_years_of_one_question_are_near_each_other(value, unit, low, features):
    year = replace(FELL, kind="date", unit="year", value="2017", low=20170101, high=20171231)
    last = low + (91231 if unit == "decade" else 1130)
    other = replace(year, at=1, source="b.txt", unit=unit, value=value, low=low, high=last)
    next_year = replace(other, unit="year", value="2018", low=20180101, high=20181231)
    whole, weight = whole_of([year, other]), read_weights(WEIGHTS)
    told = likeness(year, other, whole) - likeness(year, next_year, whole)
    told -= weight["meets"] * year.meets(other)
    assert told == pytest.approx(sum(weight[feature] for feature in features))


def test_two_weekdays_are_mostly_of_two_events():
    day = replace(FELL, kind="date", unit="weekday", value="Tuesday", low=nan, high=nan)
    other, later = replace(day, at=1, value="Wednesday"), replace(day, at=1, value="--05")
    whole = whole_of([day, other])
    told = likeness(day, other, whole) - likeness(day, replace(later, value="Friday"), whole)
    assert told == 0
    two_months = likeness(
        replace(day, unit="month of year"), replace(later, unit="month of year"), whole
    )
    assert likeness(day, other, whole) - two_months == pytest.approx(
        read_weights(WEIGHTS)["weekday"]
    )


@pytest.mark.parametrize(
    ("kind", "unit", "value", "common"),
    [
        ("count", "shop", "6", True),
        ("count", "shop", "400", True),
        ("count", "shop", "46", False),
        ("percent", "percent", "6", False),
        ("date", "year", "2019", True),
        ("date", "date", "2019-05-06", False),
    ],
)
def test_many_numbers_have_a_value_of_one_digit(kind, unit, value, common):
    assert replace(FELL, kind=kind, unit=unit, value=value).is_common == common


def test_times_in_the_same_unit_are_a_little_more_alike():
    one = replace(FELL, kind="duration second", unit="minute", noun="minute")
    two, three = replace(CRASHED, kind=one.kind), replace(CRASHED, kind=one.kind, unit="minute")
    whole = whole_of([one, three])
    assert likeness(one, three, whole) - likeness(one, two, whole) == pytest.approx(
        read_weights(WEIGHTS)["unit"]
    )


@pytest.mark.parametrize(("value", "close"), [(8.9, True), (12.0, False)])
def test_exact_values_close_to_each_other_are_seldom_of_two_questions(value, close):
    two = replace(CRASHED, value=str(value), low=value, high=value)
    whole, weight = whole_of([FELL, two]), read_weights(WEIGHTS)
    round_value = replace(two, value="9")  # told with one digit
    gained = likeness(FELL, two, whole) - likeness(FELL, round_value, whole)
    assert gained == pytest.approx(weight["close"] * close)


def test_values_far_apart_are_of_two_questions():
    words = frozenset(["share", "=fall"])
    low = replace(FELL, kind="money", value="690", low=690.0, high=690.0, near=words)
    near = replace(CRASHED, kind="money", value="900", low=900.0, high=900.0, near=words)
    far = replace(near, value="21400", low=21400.0, high=21400.0)
    assert [pair[1:] for pair in likely_pairs([low, near])] == [(low, near)]
    assert list(likely_pairs([low, far])) == []


def test_words_that_govern_both_speak_for_it():
    near = frozenset(["=fall"])
    one, two = replace(FELL, near=near), replace(CRASHED, near=near)
    whole = whole_of([one, two, TURNOUT])
    told = likeness(one, two, whole) - likeness(FELL, CRASHED, whole)
    assert told == pytest.approx(read_weights(WEIGHTS)["near"] * whole.rare["=fall"])


def test_a_number_is_lone_as_the_one_of_its_noun_among_others():
    one = replace(FELL, kind="count", noun="shop")
    assert not whole_of([one]).lone
    assert 0 in whole_of([one, replace(one, at=9, noun="pear", value="7"), *MORE]).lone
    assert 0 not in whole_of([one, replace(one, at=9, value="7"), *MORE]).lone
    assert 0 not in whole_of([replace(FELL, noun="percent"), *MORE]).lone


def test_a_part_of_a_name_is_no_other_subject():
    one, two = replace(FELL, subject="Corin"), replace(CRASHED, subject="Corin Hale")
    whole = whole_of([one, two])
    assert likeness(one, two, whole) == likeness(FELL, CRASHED, whole)


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
    near = frozenset(["share", "=fall"])
    one, two = replace(FELL, near=near), replace(CRASHED, near=near)
    assert [pair[1:] for pair in likely_pairs([one, two, TURNOUT])] == [(one, two)]
    rival = replace(two, at=3, value="15", low=14.5, high=15.5)
    alone = next(likely_pairs([one, two]))[0]
    assert (
        max(likely for likely, *_ in likely_pairs([one, two, rival]))
        < alone - read_weights(WEIGHTS)["lead"]
    )


def test_a_pair_that_is_hardly_likely_is_told_apart_from_one_that_is_not():
    weak = frozenset(["=fall"])
    one, two = replace(FELL, words=weak, near=weak), replace(CRASHED, words=weak, near=weak)
    rival = replace(two, at=3, value="15", low=14.5, high=15.5)
    likely = [likely for likely, *_ in likely_pairs([one, two, rival, TURNOUT])]
    assert likely and all(-read_weights(WEIGHTS)["further article"] < value < 0 for value in likely)


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
