"""What is done or denied, when, how often; what is offered; what nobody counts; who is meant."""

import math

import pandas as pd
import pytest

from helpers import divergence, facts, names
from helpers.language import parse_text


def story(*texts):
    parsed = [parse_text(text, source=f"{n}.txt") for n, text in enumerate(texts)]
    named = names.resolve(names.find_mentions(parsed))
    return facts.settle(facts.find_statements(parsed), named)[0]


def verdicts(*texts):
    articles = pd.DataFrame({"source": [f"{n}.txt" for n in range(len(texts))], "date": ""})
    table = divergence.compare(story(*texts), articles)
    return dict(zip(table["attribute"], table["verdict"], strict=True))


@pytest.mark.parametrize(
    ("one", "other", "attribute"),
    [
        (
            "The navy issued a flood warning.",
            "No flood warning was issued by the navy.",
            "other:issue flood warning",
        ),
        (
            "The label carries a boxed warning.",
            "The drug is sold with no boxed warning.",
            "other:have boxed warning",
        ),
        (
            "The company halted sales on Monday.",
            "The company did not stop sales.",
            "other:stop sale",
        ),
        (
            "Schools were ordered to close.",
            "Officials did not order schools to close.",
            "other:order close school",
        ),
        ("He moved on loan.", "The transfer is permanent.", "transfer_type"),
        ("No deaths were reported.", "Two people were killed.", "killed"),
        ("Nobody was hurt.", "Nine people were injured.", "injured"),
        ("It was released on October 8.", "Released on October 10, it sold well.", "date of release"),
        ("The mayor takes office on January 6.", "She will be sworn in on January 4.",
         "date of taking office"),
        ("It goes on sale in March.", "It will be sold from September.", "date of start of sales"),
        ("The round was led by Calder Capital.", "A round led by Northgate Partners closed.",
         "lead_investor"),
        ("The drug has cut hospital stays by 40 percent.", "It reduced hospitalisation by 31%.",
         "other:reduce of hospitalisation percent"),
        ("The game was delayed twice.", "The game was postponed once, from March.", "times delay"),
        ("The number 9 shirt is his.", "He wears the number 11 shirt.", "other:shirt number"),
        ("The game stands at 91 on Metascore.", "The score on Metascore was 89 on Friday.",
         "score on Metascore"),
        ("It is on sale at $59.99.", "The game was released at $69.99.", "price"),
        ("Turnout was 58 percent.", "The city saw a turnout of 61 percent.", "turnout"),
    ],
)  # fmt: skip
def test_what_cannot_both_be_true_is_a_conflict(one, other, attribute):
    assert verdicts(one, other)[attribute] == "conflict"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The navy issued a flood warning.", "The army did not issue a food ration."),
        ("Ana Lind signed the contract.", "Piet Oster did not sign the contract."),
        ("The company stopped sales.", "The company suspended sales."),
        ("The firm is buying the farm.", "Nobody buys a farm like this to change it."),
        ("It will ship in March.", "It will ship on 5 March."),
        ("The toll stood at 41.", "Turnout was 61 percent, compared with 41 percent in 2018."),
        ("It costs $100 a month.", "It costs $1,200 a year."),
    ],
)
def test_what_can_both_be_true_is_none(one, other):
    assert "conflict" not in verdicts(one, other).values()


@pytest.mark.parametrize(
    ("text", "attribute", "value"),
    [
        ("About 900 people were injured, 74 of them badly.", "injured", {"900"}),
        ("The quake was at a depth of 33 km, 40 km northwest of Holt.", "depth", {"33"}),
        ("Acme Group employs 4,100 people and moved 2 million containers.", "employees", {"4100"}),
        ("Some 3,100 people were evacuated from 11 villages.", "evacuated", {"3100"}),
        ("In a trial of 1,204 patients it cut hospital stays.", "participants", {"1204"}),
        ("More than 500 firefighters battled the fire.", "jobs cut", set()),
    ],
)
def test_parts_places_and_things_are_not_counted_with_people(text, attribute, value):
    table = story(text)
    assert set(table.loc[table["attribute"] == attribute, "value"]) == value


def test_a_value_that_another_is_measured_against_is_of_another_time():
    table = story("Acme Group had revenue of $9 million, up from $5 million.")
    subjects = dict(zip(table["value"], table["subject"], strict=True))
    assert subjects["9000000"] != subjects["5000000"]


def test_an_age_beside_a_denied_verb_is_not_denied():
    table = story("Captain Tomas Verell, 58, was not arrested.")
    age = table[table["attribute"] == "age"].iloc[0]
    assert (age["value"], age["status"]) == ("58", "asserted")


def test_accents_alone_make_no_second_person():
    table = story("Ángel Huamán, six, was found.", "Angel Huaman, nine, was found.")
    ages = table[table["attribute"] == "age"]
    assert ages["subject"].nunique() == 1
    assert set(ages["value"]) == {"6", "9"}


def test_a_person_who_joins_as_something_has_that_role():
    table = story("Ana Lind will join Acme Group as chief executive.")
    roles = table[table["attribute"] == "new_role"]
    assert set(roles["value"]) & {"Acme Group"} == set()


def test_a_post_is_the_one_after_as_not_that_of_who_is_reported_to():
    table = story("Ana Lind joins Acme as chief digital officer, reporting to CEO Piet Oster.")
    (role,) = table.loc[table["attribute"] == "new_role", "value"]
    assert role == "chief digital officer at Acme"


def test_the_words_of_an_act_are_the_articles_own():
    text = "The navy issued a flood warning.\n\nThe army said:\n\nNo flood warning was issued."
    table = story(text, "The navy did not issue a flood warning.")
    assert not table.empty
    for row in table[table["source"] == "0.txt"].itertuples():
        assert text[row.start : row.end] == row.quote
    zero = story("No deaths were reported.").iloc[0]
    assert (zero["low"], zero["high"], math.isnan(zero["low"])) == (0.0, 0.0, False)
