"""Who is said to hold how much of what, and what is only to be held."""

import pytest

from helpers import facts
from helpers.language import parse_text
from tests.settled import conflicts


def held(text):
    """Return the shares that somebody holds, with the words that say so."""
    table = facts.find_statements([parse_text(text)])
    table = table[table["attribute"] == "shareholding"]
    return list(zip(table["value"], table["quote"], strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Lind, who holds 7% of the stock, will stay.", [("7", "7%")]),
        ("Ana Lind owns about 12 per cent of the company.", [("12", "12 per cent")]),
        ("Brandt Metals closed its 60%-owned quarry.", [("60", "60%")]),
        (
            "The quarry is wholly owned by Brandt Metals.",
            [("100", "wholly owned by Brandt Metals")],
        ),
        ("Brandt Metals sold its wholly owned unit.", [("100", "wholly owned")]),
        # what is still to be held is a matter of the deal
        ("Brandt Metals will own 60% of the company.", []),
        ("Brandt Metals agreed to own 60% of the company.", []),
        # a part of something else
        ("Ana Lind holds 7% of the record.", []),
    ],
)
def test_who_holds_how_much(text, expected):
    assert held(text) == expected


def test_two_shares_of_one_owner_are_set_against_each_other():
    one = "The quarry is wholly owned by Brandt Metals. Brandt Metals employs 70 people."
    two = "Brandt Metals closed its 60%-owned quarry. Brandt Metals employs 70 people."
    assert "shareholding" in conflicts(one, two)


def test_what_a_founder_holds_is_not_what_a_deal_gives():
    one = "Kelm Group is taking a 51% stake in Brandt Metals. Kelm Group is Swiss."
    two = "Kelm Group is buying into Brandt Metals. Ana Lind, who owns 7% of the stock, is glad."
    assert "stake_percent" not in conflicts(one, two)


@pytest.mark.parametrize(
    ("other", "asked"),
    [
        ("Kelm Group has bought a 51% stake in Brandt Metals.", True),
        ("Kelm Group has bought Brandt Metals. It paid for a 51% stake in Brandt Metals.", True),
        ("Kelm Group has bought Brandt Metals.", False),
    ],
)
def test_who_buys_all_does_not_buy_a_part(other, asked):
    one = "Kelm Group has bought Brandt Metals. Kelm Group is Swiss."
    assert ("deal_type" in conflicts(one, other)) == asked


def test_an_article_may_say_buy_of_a_part():
    one = "Kelm Group has bought Brandt Metals. Kelm Group gets a 51% stake in Brandt Metals."
    assert "deal_type" not in conflicts(one, "Kelm Group takes a 51% stake in Brandt Metals.")
