"""How often something is done is compared by the days from one time to the next."""

import pytest

from helpers.quantities import find_quantities
from helpers.statements.frequencies import OFTEN
from tests.settled import conflicts, settled


def days_apart(text):
    return [(q.low, q.high) for q in find_quantities(text) if q.unit == "how often"]


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("Patients injected themselves once a month.", 28, 31),
        ("It is a once-monthly injection.", 28, 31),
        ("The monthly jab hurt.", 28, 31),
        ("It was given every four weeks.", 28, 28),
        ("The fortnightly injections hurt.", 14, 14),
        ("Bins are emptied every other week.", 14, 14),
        ("The committee meets weekly.", 7, 7),
        ("It is checked every day.", 1, 1),
        ("She takes it twice daily.", 0.5, 0.5),
        ("Two pills a day are enough.", 0.5, 0.5),
        ("The drug is taken four times a day.", 0.25, 0.25),
        ("Trains run every 90 minutes.", 0.0625, 0.0625),
        ("They vote once every three years.", 1092, 1098),
        ("It was given quarterly.", 84, 92),
        ("An annual jab protects most.", 364, 366),
    ],
)
def test_how_often_is_read(text, least, most):
    assert days_apart(text) == [(least, most)]


@pytest.mark.parametrize(
    "text",
    [
        "Once a month of talks had passed, they left.",
        "Once a week had passed, the shop closed.",
        "It is a weekly magazine.",
        "The Monthly Review said so.",
        "They spoke at a daily briefing.",
        "Staff get two weeks' pay for every two years worked.",
        "Every year 400 people die.",
        "He paid $50 monthly.",
        "They were paid two weeks for every year.",
    ],
)
def test_other_periods_say_nothing_of_it(text):
    assert not days_apart(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Patients injected the drug at home once a month.",
            "An injection of the drug every two weeks is a burden for patients.",
        ),
        (
            "The pill is taken twice a day for a year.",
            "Patients take the once-daily pill for a year.",
        ),
        (
            "Trains will run every 15 minutes between Ost and Vale.",
            "Between Ost and Vale trains will run every 20 minutes.",
        ),
        (
            "The bins in Ost are to be emptied every three weeks from May.",
            "From May bins in Ost will be collected fortnightly.",
        ),
    ],
)
def test_one_thing_done_more_and_less_often_is_a_contradiction(one, other):
    assert conflicts(one, other) == {OFTEN}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Patients injected the drug at home once a month.",
            "The drug was given to patients by injection every four weeks.",
        ),
        (
            "The committee meets weekly.",
            "Patients on the committee take the pill twice a day.",
        ),
        (
            "Trains run every 15 minutes by day.",
            "Trains run every 15 minutes by day and every 30 minutes at night.",
        ),
    ],
)
def test_the_same_told_in_another_way_and_other_things_are_none(one, other):
    assert not conflicts(one, other)


def test_it_is_told_of_what_is_done():
    table = settled("Kelmarin is injected once a month.")
    found = table[table["attribute"] == OFTEN]
    assert found[["subject", "value"]].to_numpy().tolist() == [["Kelmarin", "every month"]]
