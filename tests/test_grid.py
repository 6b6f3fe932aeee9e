import pandas as pd
import pytest

from helpers import divergence, grid, short_values

ARTICLES = pd.DataFrame(
    {"source": ["a.txt", "b.txt", "c.txt"], "label": ["Ant", "Bee", "Cat"], "date": ["", "", ""]}
)
NAN = float("nan")
FACTS = pd.DataFrame(
    [
        ("a.txt", 1, 4, 6, "41", "Quake", "killed", "41", "", 41, 41, "asserted"),
        ("b.txt", 1, 0, 2, "47", "Quake", "killed", "47", "", 47, 47, "reported"),
        (
            "a.txt",
            2,
            20,
            28,
            "bought it",
            "Deal",
            "deal_type",
            "acquisition",
            "",
            NAN,
            NAN,
            "asserted",
        ),
        (
            "b.txt",
            2,
            20,
            28,
            "a stake",
            "Deal",
            "deal_type",
            "minority_stake",
            "",
            NAN,
            NAN,
            "asserted",
        ),
        ("b.txt", 3, 30, 38, "a deal", "Deal", "deal_type", "deal", "", NAN, NAN, "asserted"),
        ("c.txt", 1, 0, 6, "a deal", "Deal", "deal_type", "deal", "", NAN, NAN, "asserted"),
    ],
    columns="source line start end quote subject attribute value unit low high status".split(),
).assign(attribution="", rule="r")
VERDICTS = divergence.compare(FACTS, ARTICLES)
CLAIMS = divergence.claims(FACTS, ARTICLES)


@pytest.mark.parametrize(
    ("value", "more", "shown"),
    [
        ("14300000000", {"unit": "USD"}, "$14.3bn"),
        ("3000000-5000000", {"unit": "GBP"}, "£3–5m"),
        ("200", {"unit": "CHF"}, "CHF 200"),
        ("49", {"unit": "percent"}, "49%"),
        ("20-29", {}, "20–29"),
        ("41", {"low": 41, "high": float("inf")}, "≥ 41"),
        ("40", {"low": 0, "high": 40}, "≤ 40"),
        ("12345", {}, "12,345"),
        ("2500000", {}, "2.5m"),
        ("2025-06-13", {}, "13 Jun 2025"),
        ("--06-13", {}, "13 Jun"),
        ("--06", {}, "Jun"),
        ("2025-06", {}, "Jun 2025"),
        ("2016", {}, "2016"),
        ("minority_stake", {}, "minority stake"),
        ("millions", {"low": 1e6, "high": 1e9}, "millions"),
    ],
)
def test_values_are_shown_in_a_few_characters(value, more, shown):
    assert short_values.short_value(value, **more) == shown


def test_every_question_has_a_cell_for_every_source():
    cells = grid.cells(CLAIMS, VERDICTS, ARTICLES)
    killed = cells[cells["attribute"] == "killed"]
    assert killed[["label", "shown", "group", "status", "stated"]].values.tolist() == [
        ["Ant", "41", "A", "asserted", True],
        ["Bee", "47", "B", "reported", True],
        ["Cat", "", "", "silent", False],
    ]


def test_a_cell_shows_the_value_that_says_the_most():
    cells = grid.cells(CLAIMS, VERDICTS, ARTICLES)
    deal = cells[cells["attribute"] == "deal_type"].set_index("label")
    assert deal["shown"].to_dict() == {"Ant": "acquisition", "Bee": "minority stake", "Cat": "deal"}
    assert deal["group"].str.len().to_dict() == {"Ant": 1, "Bee": 1, "Cat": 2}
    assert deal.loc["Ant", "group"] != deal.loc["Bee", "group"]


def test_groups_count_sources_by_answer():
    groups = grid.groups(CLAIMS, VERDICTS)
    killed = groups[groups["attribute"] == "killed"]
    assert killed[["group", "shown", "n_sources"]].values.tolist() == [
        ["A", "41", 1],
        ["B", "47", 1],
    ]


def test_number_lines_hold_the_intervals_of_numeric_questions():
    lines = grid.number_lines(CLAIMS, VERDICTS, ARTICLES)
    assert lines[["question", "low", "high", "sources"]].values.tolist() == [
        ["Quake: killed", 41, 41, '["Ant"]'],
        ["Quake: killed", 47, 47, '["Bee"]'],
    ]


def test_cards_quote_the_sentence_around_the_stated_words():
    sentences = pd.DataFrame(
        [("a.txt", 0, 14, "The 41 dead lay"), ("b.txt", 0, 10, "47 people.")],
        columns=["source", "start", "end", "quote"],
    )
    cards = grid.cards(CLAIMS, VERDICTS, ARTICLES, sentences)
    killed = cards[cards["question"] == "Quake: killed"]
    words = [row.sentence[row.quote_start : row.quote_end] for row in killed.itertuples()]
    assert killed["group"].tolist() == ["A", "B"]
    assert words == ["41", "47"]


@pytest.mark.parametrize(
    ("ends", "more", "shown"),
    [
        ([14.25e9, 14.35e9, 17.5e9, 18.5e9], {"unit": "USD"}, ["$14bn", "$16bn", "$18bn"]),
        ([21, 28], {"unit": "year"}, ["25 years"]),
        ([49, float("inf")], {"unit": "percent"}, ["49%"]),
        ([5, 12], {"unit": "km"}, ["5 km", "10 km"]),
        ([20160101, 20161231], {"dates": True}, ["Jan 2016", "May 2016", "Sep 2016"]),
        ([20100101, 20161231], {"dates": True}, ["2010", "2012", "2014", "2016"]),
        ([20250613, 20250615], {"dates": True}, ["13 Jun 2025", "15 Jun 2025"]),
        ([float("inf")], {}, []),
    ],
)
def test_ticks_are_round_numbers_with_their_units(ends, more, shown):
    assert [text for _, text in short_values.axis_ticks(ends, **more)] == shown


def test_a_number_of_miners_and_one_of_people_are_one_place_on_the_line():
    both = FACTS[:2].assign(value="41", low=41, high=41, unit=["miner", "people"])
    verdicts, claims = divergence.compare(both, ARTICLES), divergence.claims(both, ARTICLES)
    (line,) = grid.number_lines(claims, verdicts, ARTICLES).itertuples()
    assert (line.n_sources, line.unit, line.ticks) == (2, "", '[[41.0, "41"]]')


def test_lengths_in_several_units_stand_on_one_axis_and_sums_of_two_currencies_on_two():
    both = FACTS[:2].assign(value=["3", "11"], low=[3.0, 11.0], high=[3.0, 11.0])

    def drawn(*units):
        told = both.assign(unit=list(units))
        verdicts, claims = divergence.compare(told, ARTICLES), divergence.claims(told, ARTICLES)
        lines = grid.number_lines(claims, verdicts, ARTICLES)
        return lines[["question", "shown", "low", "unit"]].values.tolist()

    month = 30.4375 * 24 * 3600 / (7 * 24 * 3600)
    assert drawn("month", "week") == [
        ["Quake: killed", "11 weeks", pytest.approx(11 / month, rel=0.01), "month"],
        ["Quake: killed", "3 months", 3.0, "month"],
    ]
    assert drawn("EUR", "USD") == [
        ["Quake: killed in EUR", "€3", 3.0, "EUR"],
        ["Quake: killed in USD", "$11", 11.0, "USD"],
    ]


def test_what_one_source_alone_answers_has_no_place_in_the_grid():
    more = pd.concat([FACTS, FACTS[:1].assign(attribute="injured")])
    verdicts, claims = divergence.compare(more, ARTICLES), divergence.claims(more, ARTICLES)
    assert set(grid.cells(claims, verdicts, ARTICLES)["attribute"]) == {"killed", "deal_type"}
    verdicts, claims = (
        divergence.compare(FACTS[:1], ARTICLES),
        divergence.claims(FACTS[:1], ARTICLES),
    )
    assert set(grid.cells(claims, verdicts, ARTICLES)["attribute"]) == {"killed"}


@pytest.mark.parametrize(
    ("attribute", "value", "low", "unit", "shown"),
    [
        ("other:wait duration", "32", 31.5, "year", "32 years"),
        ("age", "32", 32, "year", "32"),
        ("founded_year", "2017", 20170101, "year", "2017"),
    ],
)
def test_a_length_stands_with_its_unit(attribute, value, low, unit, shown):
    columns = {"attribute": attribute, "value": value, "low": low, "high": low, "unit": unit}
    facts = FACTS[:2].assign(**columns)
    verdicts, claims = divergence.compare(facts, ARTICLES), divergence.claims(facts, ARTICLES)
    cells = grid.cells(claims, verdicts, ARTICLES)
    assert set(cells["shown"]) == {shown, ""}


@pytest.mark.parametrize(
    ("attribute", "words"),
    [
        ("other:scale_role", "scale role"),
        ("other:beat duration", "duration (beat)"),
        ("other:wind date, wind", "date (wind), wind"),
        ("deal_value", "deal value"),
        ("stake_percent", "stake percent"),
        ("duration", "duration"),
        ("money: spending", "money: spending"),
        ("date of signing", "date of signing"),
    ],
)
def test_a_question_is_named_by_what_is_measured(attribute, words):
    assert grid.attribute_name(attribute) == words
