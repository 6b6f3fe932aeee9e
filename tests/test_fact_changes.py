"""Which way something went and by how much: what is read, and where two articles disagree."""

import pytest

from helpers import facts
from helpers.cues import read_cues
from helpers.language import parse_text
from helpers.statements.changes import CHANGE
from tests.settled import conflicts, contradicted, settled


def told(text):
    """Return what is measured and by how much it changed, with its sign."""
    table = facts.find_statements([parse_text(text)])
    rows = table[table["rule"] == CHANGE]
    return [(row.attribute, row.value) for row in rows.itertuples(index=False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shares in Ravel closed 4.1 per cent lower.", [("share", "-4.1")]),
        ("The company's stock ended the day up 2%.", [("share", "2")]),
        ("The warning sent shares down 6%.", [("share", "-6")]),
        ("The warning sent shares tumbling.", [("share", "tumbling")]),
        ("Profit, up 9%, beat forecasts.", [("profit", "9")]),
        ("The firm posted a fall in annual profit of 3 per cent.", [("profit", "-3")]),
        ("Attendance was up on last year.", [("attendance", "up")]),
        ("The zloty gained 0.8% against the euro.", [("currency", "0.8")]),
        ("The index lost 40 points.", [("index", "-40")]),
        ("Unemployment edged up to 5.1%.", [("unemployment", "up")]),
        ("Exports were little changed.", [("export", "little changed")]),
        # how much falls is no part of what it falls to
        ("Turnout slipped to 61 per cent.", [("turnout", "slipped")]),
        ("Bookings rose by 8 percent.", [("booking", "8")]),
        # what has not happened, or to what has no measure
        ("Shares did not fall.", []),
        ("Shares are expected to rise.", []),
        ("Sales will rise by 5%.", []),
        ("The child fell and jumped up.", []),
    ],
)
def test_which_way_something_went_is_read(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "The currency rose 1.4%.",
            "The currency fell 0.6 per cent.",
            {"other:change of currency"},
        ),
        ("Shares in Ravel fell 4.1%.", "Ravel shares soared.", {"other:change of share"}),
        ("Profit was up 4%.", "Profit slipped.", {"other:change of profit"}),
        ("Ticket prices rose.", "Ticket prices dropped.", {"other:change of ticket price"}),
        ("The index gained 12 points.", "The index lost 40 points.", {"other:change of index"}),
        ("Exports grew 4 per cent.", "Exports were flat.", {"other:change of export"}),
        # the same way is no contradiction, nor a small step against none
        ("Exports grew 4 per cent.", "Exports rose.", set()),
        ("Exports grew 0.4 per cent.", "Exports were flat.", set()),
        # other things, owners and times
        ("Net profit rose 4%.", "Operating profit fell 3%.", set()),
        ("Ravel shares rose 3%. Dorvik shares fell.", "Shares fell 2%.", set()),
        ("Sales rose in March.", "Sales fell in April.", set()),
        ("Shares rose 9% over the past year.", "Shares fell 3% on Tuesday.", set()),
        # who says both contradicts nobody
        ("Shares fell early but closed 2% higher.", "Shares fell.", set()),
    ],
)
def test_two_ways_of_one_thing_are_a_contradiction(one, other, expected):
    assert conflicts(one, other) == expected


def test_amounts_stand_in_one_question_with_their_sign():
    table = settled("Shares in Ravel fell 4.1%.", "Ravel shares rose 4.1%.")
    rows = table[table["unit"] == "percent"]
    assert set(rows["attribute"]) == {"other:change of share"}
    assert sorted(rows["value"]) == ["-4.1", "4.1"]


def test_the_words_are_quoted():
    pair = contradicted("Shares fell by 3.2 per cent.", "Shares jumped.").iloc[0]
    assert (pair["quote_a"], pair["quote_b"]) == ("fell by 3.2 per cent", "jumped")


def test_the_words_of_change_are_listed_once():
    rows = [(row["word"], row["kind"], row["way"]) for row in read_cues("fact_changes")]
    assert len(set(rows)) == len(rows)
