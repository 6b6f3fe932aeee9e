"""Of which nation somebody named is said to be."""

import pytest

from helpers import facts
from helpers.cues import read_cues
from helpers.language import parse_text
from tests.settled import conflicts


def nations(text):
    """Return the nations that a text tells of names."""
    table = facts.find_statements([parse_text(text)])
    return table.loc[table["attribute"] == "nationality", "value"].tolist()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya's Ana Lind won the race.", ["kenyan"]),
        ("The race went to Ana Lind of Ethiopia.", ["ethiopian"]),
        ("The race went to Ana Lind of the Netherlands.", ["dutch"]),
        ("Ana Lind, an Eritrean-born Dutchwoman, won the race.", ["eritrean", "dutch"]),
        ("Ana Lind, a Swede, won the race.", ["swedish"]),
        ("Ana Lind (Sweden) won the race.", ["swedish"]),
        ("Norwegian Jan Oster won the race.", ["norwegian"]),
        ("It went to the Dane Jan Oster.", ["danish"]),
        ("Swedish skier Ana Lind won the race.", ["swedish"]),
        ("The Finn, Ana Lind, won the race.", ["finnish"]),
        ("The Danish ship passed Ana Lind.", []),
        ("In a Swedish race, Ana Lind won.", []),
        # a country that acts, and a nation of something else
        ("Kenya's government spoke to Ana Lind.", []),
        ("Ana Lind, a Danish Cup winner, spoke.", []),
        ("Ana Lind, a swede on her fork, spoke.", []),
    ],
)
def test_of_which_nation_somebody_is(text, expected):
    assert nations(text) == expected


@pytest.mark.parametrize(
    ("other", "asked"),
    [
        ("The women's race went to Ana Lind of Ethiopia.", True),
        # who was born in one country and runs for another is of both
        ("The women's race went to Ana Lind of Eritrea.", False),
        ("The women's race went to Ida Holm of Ethiopia.", False),
    ],
)
def test_two_nations_of_one_person_are_set_against_each_other(other, asked):
    one = "Ana Lind, an Eritrean-born Dutchwoman, won the women's race."
    assert ("other:nationality" in conflicts(one, other)) == asked


def test_each_nation_is_known_to_exclude_others():
    known = {row["value"] for row in read_cues("value_lattice")
             if row["attribute"] == "other:nationality"}  # fmt: skip
    assert {row["nationality"] for row in read_cues("fact_origins")} <= known
