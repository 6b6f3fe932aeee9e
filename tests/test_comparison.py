import pytest

from helpers.comparing import attributes
from helpers.comparing.comparison import relate
from helpers.comparing.verdicts import Claim


def number(value, low=None, high=None, **more):
    low = float(value) if low is None else low
    return Claim(str(value), low=low, high=low if high is None else high, **more)


def verdict(attribute, first, second):
    kind = attributes.type_of(attribute, value=first.value, unit=first.unit, low=first.low)
    relation = relate(attribute, kind, first, second)
    assert relate(attribute, kind, second, first).verdict == relation.verdict
    return relation.verdict


INF = float("inf")


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (number("14.3", 14.25, 14.35), number("14.3", 14.25, 14.35), "same"),
        (number("14.3", 14.25, 14.35), number("14", 13.5, 14.5), "compatible"),
        (number("14.3", 14.25, 14.35), number("18", 17.5, 18.5), "different"),
        (number("4", 3.5, 4.5), number("5", 4.5, 5.5), "different"),
        (number("10", 10, INF), number("14.3", 14.25, 14.35), "compatible"),
        (number("10", 10, INF), number("9"), "different"),
        (number("41", 41, INF), number("41"), "compatible"),
        (number("40", 0, 40), number("41"), "different"),
        (number("52", 39, 52), number("37"), "different"),
        (number("52", 39, 52), number("40"), "compatible"),
        (number("3", 3, INF), number("5"), "compatible"),
        (number("3", 3, INF), number("7"), "different"),
        (number("3", 3, INF), number("7", 7, INF), "different"),
        (number("3", 3, INF), number("5", 5, INF), "compatible"),
        (number("0.1"), number("3000"), "compatible"),
        (number("0.1", 0.1, INF), number("3000"), "compatible"),
        (number("10", 9.5, 10.5, unit="percent"), number("3000"), "compatible"),
        (number("dozens", 24, 100), number("41"), "compatible"),
        (number("41", unit="miner"), number("41", unit="people"), "same"),
        (number("41", unit="miner"), number("47", unit="people"), "different"),
        (number("5", unit="USD"), number("4", unit="EUR"), "compatible"),
        (number("9", unit="GBP"), number("12", unit="EUR"), "compatible"),
        (number("9", unit="GBP"), number("4", unit="EUR"), "different"),
        (number("9", 9, INF, unit="GBP"), number("90", unit="USD"), "compatible"),
        (number("9", unit="GBP"), number("4", unit="PLN"), "compatible"),
        (
            number("18", 17.5, 18.5, unit="month"),
            number("1.5", 1.45, 1.55, unit="year"),
            "compatible",
        ),
        (number("18", 17.5, 18.5, unit="month"), number("3", 2.5, 3.5, unit="year"), "different"),
    ],
)
def test_numbers_are_compared_by_what_their_words_allow(first, second, expected):
    assert verdict("other:size", first, second) == expected


def test_a_toll_may_rise_from_one_day_to_the_next():
    before = number("41", day="2025-06-13")
    after = number("47", day="2025-06-15")
    assert verdict("killed", before, after) == "compatible"
    assert verdict("killed", before, number("38", day="2025-06-15")) == "different"
    assert verdict("killed", before, number("47", day="2025-06-13")) == "different"
    assert verdict("killed", number("41"), number("47")) == "different"
    assert verdict("other:size", before, after) == "different"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("--06", "month of year"), ("mid 2027", "year", 20270501, 20270831), "compatible"),
        (("--06", "month of year"), ("2027-09", "month", 20270901, 20270930), "different"),
        (("--06", "month of year"), ("2027", "year", 20270101, 20271231), "compatible"),
        (("--01", "month of year"), ("--11", "month of year"), "different"),
        (
            ("end of the year", "part of year"),
            ("2027-09", "month", 20270901, 20270930),
            "compatible",
        ),
    ],
)
def test_a_month_without_its_year_is_compared_with_parts_of_a_year(first, second, expected):
    assert verdict("date", Claim(*first), Claim(*second)) == expected


def test_ages_differ_by_one_only_when_a_birthday_can_lie_between():
    assert verdict("age", number("27"), number("28")) == "different"
    on_13_june, on_20_june = {"day": "2025-06-13"}, {"day": "2025-06-20"}
    in_august = {"day": "2025-08-13"}
    assert verdict("age", number("27", **on_13_june), number("28", **in_august)) == "compatible"
    assert verdict("age", number("27", **on_13_june), number("28", **on_20_june)) == "different"
    assert verdict("age", number("28", **on_13_june), number("27", **in_august)) == "different"
    assert verdict("age", number("27", **on_13_june), number("28", **on_13_june)) == "different"
    assert verdict("age", number("21", **on_13_june), number("28", **on_20_june)) == "different"
    assert verdict("age", number("20-29", 20, 29), number("28")) == "compatible"


def test_a_number_is_no_answer_to_a_question_in_words():
    """ "She broke the record" and "40 million records" are two questions under one noun."""
    assert verdict("other:record", Claim("broken"), Claim("not broken")) == "different"
    assert verdict("other:record", number("40"), number("41")) == "different"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("investment", "investment", "same"),
        ("deal", "acquisition", "compatible"),
        ("investment", "minority_stake", "compatible"),
        ("acquisition", "minority_stake", "different"),
        ("partnership", "acquisition", "compatible"),
        ("partnership", "minority_stake", "compatible"),
    ],
)
def test_deal_types_form_a_lattice(first, second, expected):
    assert verdict("deal_type", Claim(first), Claim(second)) == expected


def test_a_denial_contradicts_what_it_denies_and_what_that_follows_from():
    no_deal, no_purchase = Claim("deal", status="negated"), Claim("acquisition", status="negated")
    assert verdict("deal_type", no_purchase, Claim("acquisition")) == "different"
    assert verdict("deal_type", no_purchase, Claim("minority_stake")) == "compatible"
    assert verdict("deal_type", no_purchase, Claim("deal")) == "compatible"
    assert verdict("deal_type", no_deal, Claim("acquisition")) == "different"
    assert verdict("deal_type", no_purchase, no_purchase) == "same"
    assert verdict("deal_type", no_purchase, Claim("acquisition", status="hedged")) == "compatible"
    assert verdict("clients", Claim("Acme", status="negated"), Claim("Acme")) == "different"


@pytest.mark.parametrize(
    ("attribute", "first", "second", "expected"),
    [
        ("successor", "Jason Droege", "Droege", "compatible"),
        ("successor", "Jason Droege", "Jason Droege", "same"),
        ("successor", "Jason Droege", "Maria Silva", "different"),
        ("clients", "Acme", "Umbrella", "compatible"),
        ("successor_status", "CEO", "interim CEO", "different"),
        ("successor_status", "CEO", "chief executive of Acme", "compatible"),
        ("successor_status", "chief executive", "CEO", "same"),
        ("successor_status", "CEO", "CFO", "different"),
        ("successor_status", "vice president", "president", "different"),
        ("new_role", "head of a new laboratory", "head of research at Acme", "compatible"),
        ("scale_role_kept", "director", "board member", "compatible"),
        ("other:scale_role", "founder", "co-founder", "compatible"),
        ("other:verdict", "guilty", "acquitted", "different"),
        ("other:verdict", "convicted", "guilty", "same"),
        ("other:result", "won", "lost", "different"),
        ("name_spelling", "Alexandr Wang", "Alexander Wang", "different"),
        ("name_spelling", "Llama", "LLaMA", "compatible"),
        ("name_spelling", "José Silva", "Jose Silva", "compatible"),
        ("name_spelling", "Wang", "Alexandr Wang", "compatible"),
        ("other:cause", "a short circuit", "short circuit", "same"),
        ("other:cause", "a short circuit", "faulty wiring", "different"),
        ("other:cause", "a fire in the engine room", "an engine fire", "compatible"),
        ("other:approval", "approved", "granted", "same"),
        ("other:approval", "approved", "denied", "different"),
        ("other:verdict", "mistrial", "acquitted", "different"),
        ("other:departure", "sacked", "quit", "different"),
        ("other:departure", "quit", "stepped down", "same"),
        ("other:survival", "alive", "dead", "different"),
        ("deal_type", "takeover", "acquisition", "same"),
        ("deal_type", "takeover", "minority_stake", "different"),
        ("deal_type", "merger", "partnership", "compatible"),
        ("other:split", "6-3", "3-6", "same"),
        ("other:split", "6-3", "5-4", "different"),
    ],
)
def test_words_are_compared_by_what_they_answer(attribute, first, second, expected):
    assert verdict(attribute, Claim(first), Claim(second)) == expected


def test_a_cause_that_is_only_suspected_contradicts_none():
    suspected = Claim("faulty wiring", status="hedged")
    assert verdict("other:cause", Claim("a short circuit"), suspected) == "compatible"


def day(value, low, high, unit="date"):
    return Claim(value, unit, low, high)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (day("2025-06-13", 20250613, 20250613), day("2025-06-13", 20250613, 20250613), "same"),
        (day("2025-06-13", 20250613, 20250613), day("2025", 20250101, 20251231), "compatible"),
        (day("2025-06-13", 20250613, 20250613), day("2025-06-14", 20250614, 20250614), "different"),
        (day("2025-06-13", 20250613, 20250613), Claim("Friday", "weekday"), "compatible"),
        (day("2025-06-13", 20250613, 20250613), Claim("Monday", "weekday"), "different"),
        (day("2025-06-13", 20250613, 20250613), Claim("--06-13", "day of year"), "compatible"),
        (Claim("Monday", "weekday"), Claim("Friday", "weekday"), "different"),
    ],
)
def test_dates_are_compared_by_their_precision(first, second, expected):
    assert verdict("date", first, second) == expected


def length(years, **more):
    return Claim(str(years), "year", years - 0.5, years + 0.5, **more)


def end(year, **more):
    return Claim(str(year), "year", year * 10000 + 101, year * 10000 + 1231, **more)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (length(5), end(2030, day="2025-08-02"), "compatible"),
        (length(5, day="2026-01-15"), end(2030), "different"),
        (length(4, day="2026-01-15"), end(2030), "compatible"),
        (length(5), end(2030), "compatible"),
        (Claim("60", "month", 59.5, 60.5), end(2031, day="2026-03-01"), "compatible"),
        (Claim("60", "month", 59.5, 60.5), end(2029, day="2026-03-01"), "different"),
    ],
)
def test_an_end_is_compared_with_a_length_from_the_day_of_the_article(first, second, expected):
    assert verdict("other:contract", first, second) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("06:12", 372, "zoned time"), ("07:12", 432, "time"), "compatible"),
        (("06:12", 372, "clock"), ("18:12", 1092, "time"), "compatible"),
        (("06:12", 372, "time"), ("07:12", 432, "time"), "different"),
        (("3", 3, "time"), ("15", 15, "time"), "different"),  # how often, not when
    ],
)
def test_times_of_a_question_that_no_rule_names_are_compared_as_times(first, second, expected):
    claims = [number(value, minute, unit=unit) for value, minute, unit in (first, second)]
    assert verdict("other:bell", *claims) == expected
