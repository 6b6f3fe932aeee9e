"""Minimal pairs on claims and their support as news stories word them."""

import pytest

from helpers.language import parse_text
from helpers.superlatives import find_superlatives

PLAN = "They approved a plan for a tram across town, the largest project in years."


def rows(text):
    return list(find_superlatives([parse_text(text)]).itertuples())


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("She was the very first baker to arrive.", "the very first baker to arrive"),
        ("She was very first in the queue.", None),
        ("It was the first big leak at the plant since 2007.", "the first big leak at the plant"),
        ("The first big leak was found by a plumber.", None),
        ("That would make it the most costly repair so far.", "the most costly repair"),
        ("They made the most of the sun.", None),
        ("Nobody deserves it more.", "Nobody"),
        ("Nobody came later.", None),
        ("There is no one like our Ana.", "no one like"),
        ("Everyone likes our Ana.", None),
        ("It is an unbeatable bus.", "an unbeatable bus"),
        ("The Reds have an unbeatable lead.", None),
        ("It is a first-in-class pump.", "a first-in-class pump"),
        ("It is a first-class pump.", None),
    ],
)
def test_what_claims_an_extreme_in_news(text, quote):
    found = [row.quote for row in rows(text)]
    assert found == [] if quote is None else len(found) == 1 and found[0].startswith(quote)


def test_a_claim_since_an_event_reaches_to_its_end():
    (row,) = rows("It was one of the wettest evenings in the hall since the fair began.")
    assert row.quote == "one of the wettest evenings in the hall since the fair began"


def test_a_figure_behind_with_is_no_part_of_the_set():
    (row,) = rows("It is the busiest street in town with 11 million visits a year.")
    assert row.quote == "the busiest street in town"
    assert (row.support, row.evidence) == ("evidence", "11 million")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It is the most brazen con of the year.", "evaluative"),
        ("It won the most gold medals.", "measurable"),
        ("It is the most closely watched plant.", "evaluative"),
        ("It is the most watched film.", "measurable"),
        ("It is our number one tool.", "evaluative"),
        ("It is the number one seller in Spain.", "measurable"),
        ("It is the biggest step for science.", "evaluative"),
        ("It is the biggest dam in Spain.", "measurable"),
        ("It was the loudest evening there.", "evaluative"),
        ("It was the loudest concert there.", "measurable"),
    ],
)
def test_what_is_counted_and_what_is_judged(text, kind):
    (row,) = rows(text)
    assert row.kind == kind


@pytest.mark.parametrize(
    ("text", "support"),
    [
        # what held the extreme before
        ("The fine is the highest ever. The previous highest was $11 million.", "evidence"),
        ("The fine is the highest ever. The lawyer's house cost $11 million.", "none"),
        # a figure that leads in, follows or sums up
        ("9,400 patients in five countries: the most complete trial ever", "evidence"),
        ("He met 9,400 patients, and the most complete trial is ours.", "none"),
        ("It drew the biggest response in years, with more than 6,000 votes.", "evidence"),
        ("It drew the biggest response in years, as 6,000 others left.", "none"),
        # told of the event
        ("It was the most savage shock of our lives, when prices rose by 9.7%.", "evidence"),
        ("It was the most savage shock of our lives, and he had sold 9.7%.", "none"),
        # dates of a first
        ("She was the first customer to complain, back in 2022.", "evidence"),
        ("She was the first customer to complain, and her son was born in 2002.", "none"),
        # what an apposition calls so
        (f"{PLAN} The tram will cost $412 million.", "evidence"),
        (f"{PLAN} The town has 412,000 people.", "none"),
        # a name in apposition
        ("“It is the kindest town,” said one passenger, nurse Ana Paz.", "named"),
        ("“It is the kindest town,” said one passenger, a nurse.", "vague"),
    ],
)
def test_what_stands_behind_a_claim_in_news(text, support):
    row = rows(text)[0]
    assert row.support == support


@pytest.mark.parametrize(
    "text, expected",
    [
        ("The doctors had never seen a rate like it.", "never seen a rate like it"),
        ("They have never known prices fall so quickly.", "never known prices fall so quickly"),
        ("It was an outcry like nothing we have witnessed.", "like nothing we have witnessed"),
        ("They swim once a week, which is a first in this town.", "a first in this town"),
        ("It beats 29 million pounds, the club's previous record.", "the club's previous record"),
        ("He had never seen the sea.", ""),
        ("She got a first in history.", ""),
        ("I like nothing you cook.", ""),
        ("She says that most purchases are put off.", ""),
        ("A draw would be point number one.", ""),
    ],
)
def test_find_superlatives_finds_what_was_never_met_before(text, expected):
    assert [row.quote for row in rows(text)] == ([expected] if expected else [])


def test_find_superlatives_takes_a_child_s_age_for_evidence():
    (row,) = rows("The youngest victim, Lotte, was just four.")
    assert row.evidence == "four"
