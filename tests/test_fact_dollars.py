"""Which dollar a bare sign means."""

import pytest

from helpers import facts, names
from helpers.language import parse_text

LOCAL = "The bridge cost A$40 million to repair, the council said."
BARE = "The bridge cost $40 million to repair, the council said."
BOTH = LOCAL + " The bridge at Reno cost $26 million to repair."


def units(*texts):
    parsed = [parse_text(text, f"{n}.txt") for n, text in enumerate(texts)]
    named = names.resolve(names.find_mentions(parsed))
    table, _ = facts.settle(facts.find_statements(parsed), named)
    money = table[table["kind"] == "money"]
    return dict(zip(money["source"] + " " + money["quote"], money["unit"], strict=True))


@pytest.mark.parametrize(
    ("texts", "unit"),
    [
        ((LOCAL, BARE), "AUD"),
        (("The bridge cost C$40 million to repair.", BARE), "CAD"),
        (("The bridge cost £40 million to repair.", BARE), "USD"),
        ((LOCAL, "A C$2 million gift came.", BARE), "USD"),
        ((LOCAL, BARE.replace("$", "US$")), "USD"),
    ],
)
def test_a_bare_sign_is_the_dollar_that_the_story_names(texts, unit):
    last = [
        value for place, value in units(*texts).items() if place.startswith(f"{len(texts) - 1}")
    ]
    assert last == [unit]


def test_an_article_that_names_its_dollar_means_another_by_the_bare_sign():
    assert units(LOCAL, BOTH)["1.txt $26 million"] == "USD"
