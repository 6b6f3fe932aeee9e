"""Words that stand around a number, and which of them govern it."""

import pytest

from helpers import facts
from helpers.language import parse_text


def around(text, value):
    """Return the words around the first number of a value."""
    table = facts.find_statements([parse_text(text)])
    found = table.loc[(table["value"] == value) & (table["around"] != ""), "around"]
    return found.iloc[0].split()


@pytest.mark.parametrize(
    ("text", "value", "word"),
    [
        ("The operation was put off by 3 weeks.", "3", "putoff*"),
        ("The airport is to remain shut until Wednesday.", "Wednesday", "reopen*"),
        ("Doors open again on Friday.", "Friday", "reopen*"),
        ("The court ordered a fine of 40,000 euros.", "40000", "fine*"),
        ("The court, in a long and angry ruling, fined the firm 40,000 euros.", "40000", "firm*"),
        ("The court, in a long and angry ruling, fined the firm 40,000 euros.", "40000", "angry"),
        ("The fine of 40,000 euros concerns 14,786 flats.", "40000", "#14786"),
        ("The runner set a record. 28:51.46.", "1731.46", "record"),
        ("61 trams! The council ordered them.", "61", "council"),
    ],
)
def test_words_that_stand_around_a_number(text, value, word):
    assert word in around(text, value)


@pytest.mark.parametrize(
    ("text", "value", "word"),
    [
        ("The airport is shut on Wednesday.", "Wednesday", "reopen*"),
        ("The fine of 40,000 euros concerns 14,786 flats.", "40000", "#40000"),
        ("The frost was long. Divers pumped 90 tonnes of fuel from the wreck.", "90", "frost"),
        ("The court said on Monday that 40,000 people have to go.", "40000", "have"),
    ],
)
def test_words_that_do_not(text, value, word):
    assert word not in around(text, value)
