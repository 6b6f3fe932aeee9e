import math
import time

import pytest

from helpers.language import parse_text
from helpers.quantities import find_quantities

ARTICLE_DATE = "2025-06-20"  # a Friday
SECONDS = 15  # for a line of 40,000 characters; anything worse than linear takes minutes


def read(text):
    """Return kind, value and unit of each quantity."""
    found = find_quantities(text, date=ARTICLE_DATE)
    return [(quantity.kind, quantity.value, quantity.unit) for quantity in found]


def only(text):
    """Return the one quantity of a text."""
    (quantity,) = find_quantities(text, date=ARTICLE_DATE)
    return quantity


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost $14.3 billion.", ("money", "14300000000", "USD")),
        ("a $2.5bn fund", ("money", "2500000000", "USD")),
        ("a fund of US$ 40 million", ("money", "40000000", "USD")),
        ("it cost HK$10.05 billion", ("money", "10050000000", "HKD")),
        ("fined 10,000 Swiss francs", ("money", "10000", "CHF")),
        ("a half-million-pound house: £0.5m", ("money", "500000", "GBP")),
        ("thirteen dollars and forty-five cents", ("money", "13.45", "USD")),
        ("an estimate of £5m-£7.5m", ("money", "5000000-7500000", "GBP")),
        ("a bid of EUR 200", ("money", "200", "EUR")),
        ("428p in cash", ("money", "428", "pence")),
        ("a VKr460,000 loan", ("money", "460000", "crown")),
        ("SKr85mn in credit", ("money", "85000000", "SEK")),
        ("a loan of 35 lakh rupees", ("money", "3500000", "INR")),
        ("between $3 million and $5 million", ("money", "3000000-5000000", "USD")),
        ("about $3-5 million", ("money", "3000000-5000000", "USD")),
    ],
)
def test_money_has_a_value_in_its_currency(text, expected):
    assert expected in read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a 49% stake", ("percent", "49", "percent")),
        ("rose by five per cent", ("percent", "5", "percent")),
        ("between 5 and 7 percent", ("percent", "5-7", "percent")),
        ("up 2.5 percentage points", ("measure", "2.5", "percentage point")),
        ("the 28-year-old", ("age", "28", "year")),
        ("Maria Silva, all of 34 and tired, said so", ("age", "34", "year")),
        ("a boy aged just 9", ("age", "9", "year")),
        ("two-and-a-half years", ("duration", "2.5", "year")),
        ("a 450-strong workforce", ("count", "450", "workforce")),
        ("The firm is now 450 strong.", ("count", "450", "people")),
        ("At just 27, he left.", ("age", "27", "year")),
        ("ninety five years of age", ("age", "95", "year")),
        ("Maria Silva, 34, said so", ("age", "34", "year")),
        ("She died at 87.", ("age", "87", "year")),
        ("still in his 20s", ("age", "20-29", "year")),
        ("in her early thirties", ("age", "30-33", "year")),
        ("aged between 18 and 25", ("age", "18-25", "year")),
        ("an 18-month contract", ("duration", "18", "month")),
        ("two and a half years", ("duration", "2.5", "year")),
        ("29 km away", ("measure", "29", "km")),
        ("a magnitude 7.1 earthquake", ("measure", "7.1", "magnitude")),
        ("a 7.1-magnitude earthquake", ("measure", "7.1", "magnitude")),
        ("pulled out at kilometre 35", ("measure", "35", "km")),
        ("a depth of 0.8 m below", ("measure", "0.8", "m")),
        ("a 6-3 ruling", ("score", "6-3", "ruling")),
        ("two dozen people", ("count", "24", "people")),
        ("a quarter of a million people", ("count", "250000", "people")),
        ("5m users joined", ("count", "5000000", "user")),
        ("a 5m wall", ("measure", "5", "m")),
        ("a height of about 2m, then", ("measure", "2", "m")),
        ("twenty-six companies closed", ("count", "26", "company")),
        ("one soldier died", ("count", "1", "soldier")),
        ("one in five", ("number", "0.2", "")),
        ("the toll rose to 47.", ("number", "47", "")),
        ("six in ten", ("number", "0.6", "")),
        ("cut by half a point", ("measure", "0.5", "percentage point")),
        ("a quarter-point cut", ("measure", "0.25", "percentage point")),
        ("a quarter of a percentage point", ("measure", "0.25", "percentage point")),
        ("almost half a year", ("duration", "0.5", "year")),
        ("a quarter of an hour", ("duration", "0.25", "hour")),
        ("a mile and a half", ("measure", "1.5", "mile")),
        ("hidden for almost a month", ("duration", "1", "month")),
        ("it lasted a century", ("duration", "1", "century")),
        ("it weighs 229 g, he said", ("measure", "229", "gram")),
        ("a yacht for 600,000 pounds", ("money", "600000", "GBP")),
        ("recalled 40,000 pounds of meat", ("measure", "40000", "pound")),
        ("it weighs about 45,000 pounds", ("measure", "45000", "pound")),
        ("a 200-pound man", ("measure", "200", "pound")),
        ("1,100 fewer within the city", ("number", "1100", "")),
        ("at around 4.30 in the morning", ("time", "04:30", "time")),
        ("at 5 in the afternoon", ("time", "17:00", "time")),
        ("8 on the Beaufort scale", ("measure", "8", "beaufort")),
        ("6.1 on the Richter scale", ("measure", "6.1", "magnitude")),
        ("140 kilometres an hour", ("measure", "140", "km/h")),
        ("a time of 28:51.46", ("duration", "1731.46", "second")),
        ("it was 40C by then", ("measure", "40", "degree Celsius")),
        ("they dug nearly a mile down", ("measure", "1", "mile")),
        ("mined about 38,000 t of ore", ("measure", "38000", "tonne")),
        ("The masked trio fled", ("count", "3", "people")),
        ("between 230 million and 250 million euros", ("money", "230000000-250000000", "EUR")),
    ],
)
def test_each_class_of_quantity_is_read(text, expected):
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "value", "low", "high"),
    [
        ("on June 13, 2025", "2025-06-13", 20250613, 20250613),
        ("on 13 June", "2025-06-13", 20250613, 20250613),
        ("on 28 December", "2024-12-28", 20241228, 20241228),
        ("last Friday", "2025-06-13", 20250613, 20250613),
        ("yesterday", "2025-06-19", 20250619, 20250619),
        ("in Q2 2025", "2025-Q2", 20250401, 20250630),
        ("the fourth quarter of 2024", "2024-Q4", 20241001, 20241231),
        ("in the early 2010s", "early 2010s", 20100101, 20131231),
        ("founded in 2016", "2016", 20160101, 20161231),
        ("in February 2024", "2024-02", 20240201, 20240229),
        ("before the end of this year", "end of 2025", 20250901, 20251231),
        ("by year-end 2026", "end of 2026", 20260901, 20261231),
        ("in the middle of next year", "middle of 2026", 20260501, 20260831),
        ("in the first half of 2027", "first half of 2027", 20270101, 20270630),
        ("at the end of June 2027", "2027-06", 20270601, 20270630),
        ("next month", "2025-07", 20250701, 20250731),
    ],
)
def test_dates_are_iso_with_their_first_and_last_day(text, value, low, high):
    quantity = only(text)
    assert (quantity.value, quantity.low, quantity.high) == (value, low, high)


def test_a_date_stays_open_without_the_date_of_the_article():
    (day,) = find_quantities("on June 13")
    assert day.value == "--06-13"
    assert math.isnan(day.low)
    assert find_quantities("yesterday") == []
    assert only("on Friday").value == "Friday"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a January release", "--01"),
        ("postponed until January", "--01"),
        ("in theaters for November", "--11"),
        ("by the end of June", "--06"),
        ("sold from the third quarter at a loss", "Q3"),
        ("by the end of the year", "end of the year"),
    ],
)
def test_months_and_parts_of_an_unknown_year_stay_open(text, value):
    (quantity,) = find_quantities(text)
    assert quantity.kind == "date" and quantity.value == value
    assert math.isnan(quantity.low)


@pytest.mark.parametrize(
    "text",
    [
        "at the end of the day",
        "the end of the road",
        "for May Lind",
        "the third quarter of the game",
        "a quarter horse",
        "paid by the month",
        "it is about a year old",
        "about a week ago",
        "half a pizza",
        "the first half",
    ],
)
def test_words_of_time_that_are_no_date(text):
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("$14.3 billion", 14.25e9, 14.35e9),
        ("$18 billion", 17.5e9, 18.5e9),
        ("$659", 659, 659),
        ("$94,000", 93_500, 94_500),
        ("49%", 48.5, 49.5),
        ("28 years old", 28, 28),
        ("47 people", 47, 47),
        ("120 people", 120, 120),
        ("1,200 people", 1150, 1250),
        ("2,000 people", 1950, 2050),
        ("more than 10 people", 10, math.inf),
        ("50+ people", 50, math.inf),
        ("10 people or more", 10, math.inf),
        ("up to 40%", 30, 40),
        ("about 200 people", 180, 220),
        ("about 213 people", 211, 215),
        ("some 2,900 people", 2700, 3100),
        ("nearly $15bn", 13.5e9, 15e9),
        ("just over 100 people", 100, 110),
        ("between 5 and 7 per cent", 4.5, 7.5),
        ("millions of dollars", 1e6, 1e9),
        ("hundreds of thousands of people", 1e5, 1e6),
    ],
)
def test_the_interval_is_what_the_words_allow(text, low, high):
    quantity = only(text)
    assert (quantity.low, quantity.high) == pytest.approx((low, high))


def test_bounds_approximation_and_vagueness_are_kept():
    assert only("at least 41 people").bound == "at_least"
    assert only("up to 40 people").bound == "at_most"
    assert only("roughly 40 people").approximate
    vague = only("dozens of people")
    assert (vague.vague, vague.value, vague.unit) == (True, "dozens", "people")
    assert not only("41 people").approximate


@pytest.mark.parametrize(
    "text",
    [
        "GPT-4o beat Claude 3 and Llama 4",
        "a Boeing 737 and an iPhone 15",
        "COVID-19 and the G20",
        "version 2.1.3 of it",
        "1. The first point",
        "2) The second point",
        "call +1-222-222-2222",
        "They won 3-1 at home",
        "her 7-5, 4-6, 6-3 defeat",
        "Section 230 and Article 5",
        "the number one team, No. 1",
        "24/7 since 9/11",
        "One of them left; no one knows",
        "see https://example.org/2016/12/30-people",
        "the 21st century",
        "a third man",
        "@user1 #5",
        "They died in hall four, where paint is made",
        "the train at platform two",
        "a vitamin C pill and seat C",
        "the C and F of the scale",
        "a 1080p screen",
        "the number two reason",
    ],
)
def test_names_labels_and_identifiers_are_no_quantities(text):
    assert read(text) == []


def test_a_change_from_one_value_to_another_is_no_range():
    assert [value for _, value, _ in read("rose from 5% to 7%")] == ["5", "7"]


def test_quantities_are_found_where_the_text_says():
    text = "First line.\nIt paid a reported $18 billion for 49% of it."
    words = [text[quantity.start : quantity.end] for quantity in find_quantities(text)]
    assert words == ["$18 billion", "49%"]


HOSTILE = [
    "1-",
    "12,34,",
    "two and ",
    "half a ",
    "million ",
    "9",
    "$",
    "twenty-",
    "123-",
    "in his ",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_hostile_line_is_read_in_seconds(unit):
    before = time.process_time()
    find_quantities(unit * (40_000 // len(unit)))
    assert time.process_time() - before < SECONDS


def test_the_parse_names_what_is_counted():
    (block,) = parse_text("Rescuers found 26 of the missing Portuguese miners.").blocks
    (quantity,) = find_quantities(block.doc.text, doc=block.doc)
    assert (quantity.kind, quantity.value, quantity.unit) == ("count", "26", "miner")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They fled on a pair of old scooters.", [("2", "scooter")]),
        ("A quartet of banks lent the money.", [("4", "bank")]),
        ("The quartet was seen on a bridge.", [("4", "people")]),
        ("The pair met at school.", []),
        ("A pair of the boots was left.", []),
    ],
)
def test_what_a_group_is_called_gives_its_size(text, expected):
    (block,) = parse_text(text).blocks
    found = find_quantities(block.doc.text, doc=block.doc)
    assert [(quantity.value, quantity.unit) for quantity in found] == expected


def test_the_parse_tells_the_pronoun_from_the_number():
    (block,) = parse_text("Two drivers left and one said that it was over.").blocks
    found = find_quantities(block.doc.text, doc=block.doc)
    assert [(quantity.value, quantity.unit) for quantity in found] == [("2", "driver")]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The marathon took 2 hours and 14 minutes.", "134", "minute"),
        ("He got three years and four months.", "40", "month"),
        ("She stopped the clock at 28 minutes 51.64 seconds.", "1731.64", "second"),
        ("She won in 28:51.64 on Friday.", "1731.64", "second"),
        ("She won in 2:04:51 on Friday.", "7491", "second"),
        ("They passed halfway in 62:38.", "3758", "second"),
    ],
)
def test_a_duration_in_two_parts_is_one(text, value, unit):
    found = [q for q in find_quantities(text) if q.kind == "duration"]
    assert [(q.value, q.unit) for q in found] == [(value, unit)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It lasted 3 days and 3 hours of talks.", ["3", "3"]),
        ("It takes 14 minutes, 2 hours by bus.", ["14", "2"]),
        ("The train left at 14:29 and ran for 2 hours.", ["2"]),
    ],
)
def test_durations_apart_stay_apart(text, values):
    found = [q for q in find_quantities(text) if q.kind == "duration"]
    assert [q.value for q in found] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The winner got 75'000 francs.", "75000"),
        ("The house cost 1 200 000 kronor.", "1200000"),
        ("The house cost €1.200.000 then.", "1200000"),
        ("Some 75 000 people came.", "75000"),
        ("On June 13 300 people marched.", "300"),
    ],
)
def test_thousands_are_parted_in_many_ways(text, value):
    assert [q.value for q in find_quantities(text) if q.kind != "date"] == [value]


def test_a_telephone_number_is_no_amount():
    assert not find_quantities("Call 555 123 456 or 0800 200 000 now.")


def test_what_stands_in_a_room_is_counted():
    assert [q.value for q in find_quantities("In the hall four people slept.")] == ["4"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Wednesday 620 firefighters came.", ["Wednesday", "620"]),
        ("In May 40 shops closed.", ["--05", "40"]),
        ("On 5 March 2025 300 people marched.", ["2025-03-05", "300"]),
        ("The Sunday 12 club met.", ["Sunday"]),
        ("The Llama 4 models came.", []),
    ],
)
def test_a_number_behind_a_day_counts_what_follows(text, expected):
    assert [quantity.value for quantity in find_quantities(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It took fourteen breathless minutes.", ("duration", "14", "minute")),
        ("They waited two more hours.", ("duration", "2", "hour")),
        ("It holds 5,100 milliamp-hours.", ("measure", "5100", "mAh")),
        ("It cost 1.8m crowns.", ("money", "1800000", "crown")),
        ("It lay a metre and a half down.", ("measure", "1.5", "m")),
    ],
)
def test_a_unit_may_stand_apart_from_its_number(text, expected):
    doc = parse_text(text).blocks[0].doc
    assert [(q.kind, q.value, q.unit) for q in find_quantities(text, doc=doc)] == [expected]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("three quarters of an hour", 0.625, 0.875),
        ("half an hour", 0.375, 0.625),
        ("0.75 hours", 0.745, 0.755),
        ("three quarters of the voters", 0.75, 0.75),
    ],
)
def test_quarters_of_an_hour_are_rounded_to_a_quarter(text, low, high):
    (quantity,) = find_quantities(text)
    assert (quantity.low, quantity.high) == pytest.approx((low, high))
