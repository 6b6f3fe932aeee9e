"""Each rule with sentences that must and must not fire."""

import math

import pytest

from helpers import facts, names
from helpers.language import parse_text


def settled(*texts, settings=None):
    parsed = [parse_text(text, f"{n}.txt") for n, text in enumerate(texts)]
    named = names.resolve(names.find_mentions(parsed), settings)
    return facts.settle(facts.find_statements(parsed), named, settings)


def triples(text):
    table, _ = settled(text)
    return set(zip(table["subject"], table["attribute"], table["value"], strict=True))


def values(text, attribute):
    table, _ = settled(text)
    return sorted(table.loc[table["attribute"] == attribute, "value"])


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Ruth Kellan, 51, said no.", ("Ruth Kellan", "age", "51")),
        ("The mayor, Ruth Kellan, is 51 years old.", ("Ruth Kellan", "age", "51")),
        ("At just 21, Ruth Kellan became mayor.", ("Ruth Kellan", "age", "21")),
        ("The 34-year-old singer Nadia Storm sang.", ("Nadia Storm", "age", "34")),
        ("Mayor Ruth Kellan, still in her 20s, won.", ("Ruth Kellan", "age", "20-29")),
        ("Ann Lee paid. The 39-year-old driver fled.", ("driver", "age", "39")),
    ],
)
def test_age(text, fact):
    assert fact in triples(text)


@pytest.mark.parametrize(
    "text",
    ["Ruth Kellan, 51 times a winner, left.", "Ann Lee came in at 27 percent.", "Lee has 27 cars."],
)
def test_what_is_not_an_age(text):
    assert values(text, "age") == []


@pytest.mark.parametrize(
    "text",
    [
        "Corvane Group bought Aldis Foods for $7.2 billion.",
        "Corvane Group paid $7.2 billion for Aldis Foods.",
        "Corvane Group and Aldis Foods agreed a merger valued at $7.2 billion.",
        "Corvane Group announced a $7.2 billion takeover of Aldis Foods.",
        "Aldis Foods struck a deal with Corvane Group, valued at $7.2 billion.",
    ],
)
def test_the_price_of_a_deal(text):
    table, _ = settled(text)
    row = table[table["attribute"] == "deal_value"].iloc[0]
    assert row["value"] == "7200000000"
    assert {"Corvane", "Aldis"} <= set(row["subject"].replace("–", " ").split())


def test_another_companys_deal_and_an_earlier_one_have_subjects_of_their_own():
    text = (
        "Corvane Group bought Aldis Foods for $7.2 billion. Corvane Group bought Aldis Foods. "
        "Rival Pellman Group bought Sunfield Inc. for $2 billion last year."
    )
    table, _ = settled(text)
    prices = table[table["attribute"] == "deal_value"]
    assert prices["value"].tolist() == ["7200000000", "2000000000"]
    assert prices["subject"].nunique() == 2
    assert prices["subject"].iloc[1].endswith("(last year)")


@pytest.mark.parametrize(
    ("text", "value", "status"),
    [
        ("Meta acquired Scale AI.", "acquisition", "asserted"),
        ("Meta acquired a 49% stake in Scale AI.", "minority_stake", "asserted"),
        ("Meta bought a 60% stake in Scale AI.", "majority_stake", "asserted"),
        ("Meta merged with Scale AI.", "merger", "asserted"),
        ("Meta announced a partnership with Scale AI.", "partnership", "asserted"),
        ("Meta invested in Scale AI instead of a full acquisition.", "acquisition", "negated"),
        ("It doesn't mean Meta owns Scale AI.", "acquisition", "negated"),
    ],
)
def test_the_kind_of_a_deal(text, value, status):
    table, _ = settled(text)
    kinds = table[table["attribute"] == "deal_type"]
    assert (value, status) in set(zip(kinds["value"], kinds["status"], strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "This deal is a microcosm.",
        "The stakes are high.",
        "The Green Alliance won.",
        "She owns a dog.",
        "They keep investing in open-source tools.",
    ],
)
def test_what_says_nothing_of_the_kind_of_a_deal(text):
    assert values(text, "deal_type") == []


def test_a_stake_taken_by_an_investment_is_one_of_the_same_firm():
    text = "Kelmar Inc has invested in Gribsk, a maker of grippers, taking a minority stake."
    table, _ = settled(text)
    kinds = table[table["attribute"] == "deal_type"]
    assert set(kinds["value"]) == {"investment", "minority_stake"}
    assert kinds["subject"].nunique() == 1


def test_an_acquired_stake_is_no_acquisition():
    text = "Meta has acquired a 49% stake in Scale AI. This acquisition helps Meta."
    assert set(values(text, "deal_type")) == {"minority_stake"}


@pytest.mark.parametrize(
    ("text", "attribute", "value"),
    [
        ("The quake killed at least 112 people.", "killed", "112"),
        ("The death toll rose to 127.", "killed", "127"),
        ("The flood claimed 38 lives.", "killed", "38"),
        ("The bus had 48 people aboard.", "aboard", "48"),
        ("Some 800 people were injured.", "injured", "800"),
        ("Twelve people are missing.", "missing", "12"),
        ("About 9,000 residents were evacuated.", "evacuated", "9000"),
        ("A magnitude 6.4 earthquake struck.", "magnitude", "6.4"),
        ("The quake struck at a depth of 10 km.", "depth", "10"),
        ("Turnout was 68 per cent in the election.", "turnout", "68"),
        ("About 71 per cent of voters turned out.", "turnout", "71"),
        ("He was sentenced to six years in prison.", "prison sentence", "6"),
        ("She signed a four-year contract.", "contract length", "4"),
        ("It gets cash in return for 40 per cent of the shares.", "stake_percent", "40"),
        ("Kelmar Inc has orders for flights worth 210 million euros.", "order value", "210000000"),
        ("Kelmar finished 17 points behind Velm.", "points apart", "17"),
        ("It lies 18 km northwest of Kelmar.", "direction at 18 km", "northwest"),
        ("It lies 40 miles to the south-east of Kelmar.", "direction at 64 km", "southeast"),
        ("City beat United 3-1 in the final.", "score", "3-1"),
        ("City lost three-one in the final.", "score", "3-1"),
        ("The festival runs for three days.", "duration", "3"),
    ],
)
def test_what_happened_in_numbers(text, attribute, value):
    assert value in values(text, attribute)


def test_a_part_of_the_dead_is_not_the_dead():
    found = triples("The quake killed 74 people, including 12 children.")
    assert ("event", "killed", "74") in found
    assert ("event", "killed", "12") not in found


def test_the_whole_is_not_the_part():
    text = "The Green Alliance won 81 of the 200 seats in the election."
    assert values(text, "seats") == ["81"]


def test_an_earlier_event_is_another_event():
    found = triples("The quake killed 112 people. A quake in 2011 killed 310 people.")
    assert ("event", "killed", "112") in found
    assert ("event (2011)", "killed", "310") in found


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Brightway Inc. was founded in 1998.", ("Brightway Inc.", "founded_year", "1998")),
        ("Helion Space, founded in 2014, grew.", ("Helion Space", "founded_year", "2014")),
        ("Brightway Inc. is based in Denver.", ("Brightway Inc.", "headquarters", "Denver")),
        ("Corvane Group employs 21,000 people.", ("Corvane Group", "employees", "21000")),
        (
            "Shares of Brightway Inc. fell 6 per cent.",
            ("Brightway Inc.", "share price change", "6"),
        ),
        ("Corvane Group has debts of $1.3 billion.", ("Corvane Group", "debt", "1300000000")),
        ("Helion Space is valued at $2 billion.", ("Helion Space", "valuation", "2000000000")),
    ],
)
def test_what_is_said_of_an_organisation(text, fact):
    assert fact in triples(text)


@pytest.mark.parametrize(
    ("text", "attribute", "value"),
    [
        ("Ann Lee will become deputy chairman.", "new_role", "deputy chairman"),
        ("Corvane Group named Ann Lee chairman of the board.", "new_role", "chairman of the board"),
        ("Ann Lee joined Corvane Group to lead its new lab.", "new_role", "head of its new lab"),
        ("Ann Lee stays on as a director at Corvane Group.", "corvane_role_kept", "director"),
        ("Ann Lee is taking the helm as interim CEO.", "successor_status", "interim CEO"),
        ("Acting CEO Ann Lee spoke.", "other:role", "acting CEO"),
    ],
)
def test_offices(text, attribute, value):
    assert value in values(text, attribute)


@pytest.mark.parametrize(
    "text", ["Ann Lee became angry.", "They joined hands.", "Lee took the train."]
)
def test_what_is_no_office(text):
    found = values(text, "new_role") + values(text, "successor_status")
    assert found == []


def test_clients_are_the_names_of_the_list_and_competitors_are_not():
    text = "Scale AI serves companies like Google, OpenAI and Toyota."
    assert values(text, "clients") == ["Google", "OpenAI", "Toyota"]
    assert values("Rivals of Scale AI include Google and OpenAI.", "clients") == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The quake killed 112 people.", "asserted"),
        ("The quake killed 112 people, the ministry said.", "reported"),
        ("The quake could have killed 112 people.", "hedged"),
        ("The quake did not kill 112 people.", "negated"),
        ("The quake did not just kill 112 people.", "asserted"),
    ],
)
def test_how_it_is_said(text, status):
    table, _ = settled(text)
    assert table.loc[table["attribute"] == "killed", "status"].tolist() == [status]


def test_a_definite_subject_is_presupposed():
    table, _ = settled("The $5 million deal with Corvane Group may help.")
    assert table.loc[table["attribute"] == "deal_value", "status"].tolist() == ["asserted"]


def test_appeal_and_no_appeal_are_one_question():
    table, _ = settled("Ann Lee will appeal.", "Ann Lee will not appeal.")
    assert table[["attribute", "value", "status"]].values.tolist() == [
        ["other:appeal", "appeal", "asserted"],
        ["other:appeal", "appeal", "negated"],
    ]


def test_a_name_spelled_in_two_ways_is_listed_at_every_mention():
    table, _ = settled("Mayor Ruth Kellan spoke.", "Mayor Ruth Kellen spoke. Kellen left.")
    rows = table[table["attribute"] == "name_spelling"]
    assert rows[["source", "quote"]].values.tolist() == [
        ["0.txt", "Ruth Kellan"],
        ["1.txt", "Ruth Kellen"],
    ]


def test_a_number_that_no_rule_uses_is_left_over_with_a_reason():
    table, left = settled("It took 12 and then some. Millions of dollars went up in smoke.")
    assert table.empty
    assert left["quote"].tolist() == ["12", "Millions of dollars"]
    assert left["reason"].tolist() == ["no rule fits", "only an order of magnitude"]


def test_every_quantity_is_a_fact_or_left_over():
    from helpers.quantities import find_quantities

    text = "Brama Works built the bridge for $12 million in 1990, and 340 people walked 5 km on Monday."
    table, left = settled(text)
    places = [*zip(table["start"], table["end"], strict=True)]
    places += zip(left["start"], left["end"], strict=True)
    for quantity in find_quantities(text):
        assert any(start <= quantity.start and quantity.end <= end for start, end in places)


def test_vague_numbers_have_no_interval():
    table, _ = settled("Dozens of people were injured.")
    assert math.isnan(table["low"].iloc[0])


def test_quotes_are_the_articles_own_words():
    text = "“At just 27,” he said, Ann Lee’s firm — Helion Space — paid €5m for Brama Works."
    table, left = settled(text)
    for row in [*table.itertuples(), *left.itertuples()]:
        assert text[row.start : row.end] == row.quote


@pytest.mark.parametrize("text", ["", "x", "$" * 300, "1-1-1-1 " * 60, "(" * 300, "won 3-1 " * 80])
def test_odd_text_gives_tables(text):
    table, left = settled(text)
    assert list(table.columns) == facts.FACT_COLUMNS
    assert list(left.columns) == facts.LEFTOVER_COLUMNS
