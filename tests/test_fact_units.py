"""Questions that a unit asks by itself, and jobs that are cut or made."""

import pytest

from helpers import facts, names
from helpers.language import parse_text


def attributes(text):
    parsed = [parse_text(text)]
    table = facts.settle(facts.find_statements(parsed), names.resolve(names.find_mentions(parsed)))[
        0
    ]
    return dict(zip(table["value"], table["attribute"], strict=True))


@pytest.mark.parametrize(
    ("text", "value", "attribute"),
    [
        ("The train fell from the bridge at 140 kilometres an hour.", "140", "speed"),
        ("They put the speed of the train at 94 km/h.", "94", "speed"),
        ("Winds of 120 mph hit the coast.", "120", "wind speed"),
        ("The maximum permitted there is 80 km/h.", "80", "speed limit"),
        ("It did 94 km/h on a section where the limit is 100.", "100", "speed limit"),
        ("The plant will create 1,200 jobs.", "1200", "jobs"),
        ("The firm will cut 410 jobs.", "410", "jobs cut"),
        ("The firm said 450 jobs would go.", "450", "jobs cut"),
        ("The closure puts 300 jobs at risk.", "300", "jobs cut"),
    ],
)
def test_what_is_asked(text, value, attribute):
    assert attributes(text)[value] == attribute


@pytest.mark.parametrize(
    "text", ["Brama Works cut its forecast to 280 million.", "Brama Works cut 12 tomatoes."]
)
def test_what_is_cut_is_not_always_a_job(text):
    assert "jobs cut" not in attributes(text).values()


@pytest.mark.parametrize(
    ("text", "value", "attribute"),
    [
        ("Corrib runs 14 hospitals.", "14", "hospitalised"),
        ("The robbers fled on two motor scooters.", "2", "evacuated"),
        ("About 900 soldiers are helping with the evacuation of the island.", "900", "evacuated"),
    ],
)
def test_what_happens_to_people_is_not_counted_in_things_or_helpers(text, value, attribute):
    assert attributes(text)[value] != attribute


@pytest.mark.parametrize(
    ("text", "value", "attribute"),
    [
        ("The work claimed the lives of three men.", "3", "killed"),
        ("More than 9,000 islanders fled.", "9000", "evacuated"),
        ("The fire injured 12 soldiers.", "12", "injured"),
        ("Rescuers took 14 people to hospital.", "14", "hospitalised"),
        ("Fourteen of them needed hospital treatment.", "14", "hospitalised, some"),
    ],
)
def test_what_happens_to_people_is_counted_in_people(text, value, attribute):
    assert attributes(text)[value] == attribute


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Norrland Paper gets a third of the company.", True),
        ("Norrland Paper gets 49% of the firm.", True),
        ("Half of the 3.6 million euros came from coffee companies.", False),
    ],
)
def test_a_share_of_a_company_is_a_stake(text, asked):
    assert ("stake_percent" in attributes(text).values()) == asked


def test_counts_of_an_indictment_are_charges():
    assert attributes("Graham Pell admitted 16 counts of fraud.")["16"] == "charges"
    assert attributes("Graham Pell pleaded guilty to 14 charges.")["14"] == "charges"
