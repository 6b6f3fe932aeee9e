"""The facts of an opening sentence: behind a dateline, of parties told with where they come from."""

import pytest

from helpers import names
from helpers.language import parse_text
from tests.settled import triples, values

DEAL = ("Velmar–Brannock deal", "Brannock–Velmar deal")


def deal_values(text):
    return {(s, v) for s, attribute, v in triples(text) if attribute == "deal_value"}


@pytest.mark.parametrize(
    "text",
    [
        "Canada's Velmar to buy Norwegian pump maker Brannock for 412 million euros.",
        (
            "OSLO, March 4 (Wireline) - Canadian water group Velmar has agreed to buy all of the "
            "shares in Norwegian pump maker Brannock for 412 million euros, the two said."
        ),
        (
            "LEEDS, England – Velmar Inc. (TSX: VELM), a group of plumbers, today announced an "
            "agreement to acquire 100% of Brannock, a maker of pumps, for 412 million euros."
        ),
        (
            "Velmar, the water group from Leeds, England, is paying 412 million euros for a 60% "
            "stake in Brannock."
        ),
    ],
)
def test_a_deal_is_between_its_parties(text):
    (found,) = deal_values(text)
    assert found[0].replace(" Inc.", "") in DEAL
    assert found[1] == "412000000"


def test_a_loan_is_no_price_and_what_is_saved_is_none():
    assert not deal_values("Velmar will pay for the deal with a new loan of 300 million euros.")
    text = "The transaction is expected to yield synergies of more than 20 million euros."
    assert not deal_values(text)


def test_a_dateline_names_nobody():
    text = "OSLO, March 4 (Wireline) - Anna Velm has left Brannock."
    known = names.resolve(names.find_mentions([parse_text(text)]))
    assert set(known["name"]) == {"Anna Velm", "Brannock"}


@pytest.mark.parametrize(
    "dateline",
    [
        "OSLO, March 4, 2025 (Wireline) - ",
        "OSLO, Tuesday 4 March 2025 - ",
        "March 4, 2025, Oslo — ",
        "Velm Bay, Norway, 4 March 2025 (WL) – ",
    ],
)
def test_the_day_of_a_dateline_is_no_fact(dateline):
    text = f"{dateline}The new Brannock bridge was opened on 2 March 2025."
    days = {value for _, attribute, value in triples(text) if "date" in attribute}
    assert days == {"2025-03-02"}


def test_a_legal_form_makes_no_other_firm():
    texts = "Brannock AS sells pumps.", "The firm Brannock sold pumps. Brannock employs 40 people."
    parsed = [parse_text(text, f"{n}.txt") for n, text in enumerate(texts)]
    known = names.resolve(names.find_mentions(parsed))
    assert set(known.loc[known["form"] == "name", "name"]) == {"Brannock"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("No jobs will be lost in the merger.", ["0"]),
        ("There will be no job losses, the firm said.", ["0"]),
        ("The plan brings no redundancies.", ["0"]),
        ("No jobs were advertised in May.", []),
    ],
)
def test_no_job_lost_is_none_cut(text, found):
    assert values(text, "jobs cut") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The patients were on average 62 years old.", ["62"]),
        ("Mean age was 66 in both groups.", ["66"]),
        ("On average, Anna Velm sells 62 ships.", []),
    ],
)
def test_an_average_age_is_nobodys(text, found):
    assert values(text, "other:average age") == found
    assert not values(text, "age")


def test_all_of_the_charges_are_no_whole_of_which_a_part_is_told():
    assert values("Anna Velm was found guilty of all nine charges.", "charges") == ["9"]
    assert values("Anna Velm was guilty of seven of the nine charges.", "charges") == ["7"]


@pytest.mark.parametrize(
    "text",
    [
        "Brannock had a profit of 3 million euros in 2024.",
        "Inflation reached 9.7 per cent, its highest since 1982.",
    ],
)
def test_the_year_of_a_figure_answers_nothing(text):
    assert not {value for _, _, value in triples(text)} & {"2024", "1982"}
