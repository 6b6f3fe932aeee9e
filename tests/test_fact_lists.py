"""Lists, firms, wealth, work and tables: sentences that must and must not give a fact."""

import pytest

from helpers.language import parse_text
from tests.settled import settled, triples, values


@pytest.mark.parametrize(
    ("text", "attribute", "found"),
    [
        (
            "Brama Works lost to its rivals Corvane Group and Pellman Group.",
            "competitors",
            ["Corvane Group", "Pellman Group"],
        ),
        (
            "Brama Works and competitors such as Corvane Group and Aldis Foods raised prices.",
            "competitors",
            ["Aldis Foods", "Corvane Group"],
        ),
        ("Brama Works and rival Corvane Group raised prices.", "competitors", []),
        ("The rivals met Ana Lind and Piet Oster.", "competitors", []),
        (
            "Lumo has investors including Corvane Ventures and Pellman Capital.",
            "other:backer",
            ["Corvane Ventures", "Pellman Capital"],
        ),
        (
            "The Corvane Ventures-backed startup Lumo hired cooks.",
            "other:backer",
            ["Corvane Ventures"],
        ),
        ("Lumo is a startup backed by Pellman Capital.", "other:backer", ["Pellman Capital"]),
        ("Ruth Kellan backed the plan. She was backed by the wall.", "other:backer", []),
        ("The high-backed chair at Brama Works broke.", "other:backer", []),
        ("Brama Works is a leader in offshore cranes.", "product", ["offshore cranes"]),
        ("Aldis Foods became a major supplier of school meals.", "product", ["school meals"]),
        ("Brama Works has the ability to deliver cheap steel.", "product", []),
        ("Corvane Bank offers training courses to farmers.", "product", ["training courses"]),
        ("Ruth Kellan is a leader in the region. He is a player of the year.", "product", []),
        ("Brama Works focuses on bridge repairs.", "other:focus", ["bridge repairs"]),
        ("Her focus was clear. The focus on Sunday will be the final.", "other:focus", []),
        (
            "Ana Lind, a self-made billionaire, sold ships.",
            "other:wealth",
            ["self-made billionaire"],
        ),
        ("Billionaires pay little. The billionaire's yacht met Ana Lind.", "other:wealth", []),
        (
            "Ana Lind drew on her previous work with the coast guard.",
            "other:background",
            ["work with the coast guard"],
        ),
        ("Ana Lind praised the previous work of the guard.", "other:background", []),
    ],
)
def test_what_is_told_of_firms_and_people(text, attribute, found):
    assert values(text, attribute) == found


@pytest.mark.parametrize(
    ("text", "attribute", "value"),
    [
        ("Brama Works is a $90 billion company.", "valuation", "90000000000"),
        (
            "Brama Works grew into a multi-million-dollar business.",
            "valuation",
            "multi-million-dollar",
        ),
        ("The state has poured billions into Brama Works.", "spending", "billions"),
        ("The repair requires millions of euros.", "price", "millions of euros"),
        ("Dozens of miners were injured.", "injured", "dozens"),
    ],
)
def test_orders_of_magnitude(text, attribute, value):
    assert values(text, attribute) == [value]


def test_an_order_of_magnitude_contradicts_nothing():
    table = settled("Dozens of miners were injured.")
    assert table["low"].isna().all()


@pytest.mark.parametrize(
    "text",
    [
        "Brama Works got a $5 million business loan.",
        "Several people were hurt.",
        "He won by a few.",
    ],
)
def test_no_size_of_a_firm_and_no_small_vague_count(text):
    assert values(text, "valuation") == values(text, "injured") == []


def test_the_year_that_a_clause_with_when_dates():
    assert values("Trade grew in 1999, when the port opened.", "date of opening") == ["1999"]
    assert values("The port opened. She sang in 1999.", "date of opening") == []


TABLE = "Firm | Staff | Aim |\nBrama Works | 90 | Bridges |\nOther things | 12 | Roads |\n"


def test_the_rows_of_a_table():
    text = f"Two firms compete.\n\n{TABLE}\nBrama Works employs 90 people in Denmark this year.\n"
    kinds = [block.block.kind for block in parse_text(text).blocks]
    assert kinds.count("table_row") == 3
    found = {fact for fact in triples(text) if fact[0] == "Brama Works"}
    assert {("Brama Works", "other:staff", "90"), ("Brama Works", "other:aim", "bridges")} <= found
    assert "roads" not in values(text, "other:aim")
