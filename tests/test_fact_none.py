"""None against some: that nobody or nothing is counted, and what other articles count of it."""

import pytest

from helpers.statements.counted_none import NONE
from tests.settled import conflicts, contradicted, settled


def none_of(text):
    """Return the questions that a text answers by none."""
    table = settled(text)
    return list(table.loc[table["rule"] == NONE, "attribute"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There will be no dismissals.", ["jobs cut"]),
        ("The works will shut without a single job loss.", ["jobs cut"]),
        ("The sale will not lead to redundancies.", ["jobs cut"]),
        ("The owner ruled out job cuts.", ["jobs cut"]),
        ("No staff will be made redundant.", ["jobs cut"]),
        ("Not a single passenger was hurt.", ["injured"]),
        ("The blast left nobody injured.", ["injured"]),
        ("The ship was cleared without loss of life.", ["killed"]),
        # what leaves open how many there were before, or in another way
        ("No further deaths were reported.", []),
        ("There were no other injuries.", []),
        ("No more than 12 people were hurt.", []),
        ("No compulsory redundancies are planned.", []),
        ("Nobody was seriously hurt.", []),
        ("The driver got out without injury.", []),
    ],
)
def test_that_none_are_counted_is_read(text, expected):
    assert none_of(text) == expected


@pytest.mark.parametrize(
    ("one", "other", "attribute"),
    [
        ("There will be no dismissals.", "About 260 jobs will go.", "jobs cut"),
        (
            "There will be no dismissals.",
            "The plan means the loss of up to 260 positions.",
            "jobs cut",
        ),
        # what others say without a number
        ("There will be no dismissals.", "Hundreds of jobs will be lost.", "jobs cut"),
        ("Nobody was arrested.", "Several men were arrested.", "arrested"),
        # one word for the dead and the hurt
        ("There were no casualties.", "Seven people were killed.", "casualties"),
        (
            "It passed without a single vote against.",
            "Six members voted against the motion.",
            "vote",
        ),
        ("Nobody voted against the motion.", "It was passed by 40 votes to 6.", "vote"),
    ],
)
def test_none_here_and_some_there_is_a_contradiction(one, other, attribute):
    assert attribute in conflicts(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("There will be no dismissals.", "The firm cut 260 jobs last year."),
        ("There will be no dismissals.", "The firm employs 260 people."),
        ("There will be no job cuts.", "He lost 24 positions on the grid."),
        ("No further deaths were reported.", "Seven people were killed."),
        ("There were no casualties, but seven people were hurt.", "Seven people were hurt."),
        ("Nobody was hurt in 1999.", "Seven people were hurt."),
        ("The board approved it unanimously.", "No member voted against it."),
    ],
)
def test_none_of_something_else_is_no_contradiction(one, other):
    assert conflicts(one, other) == set()


def test_the_words_for_none_are_quoted():
    pair = contradicted("There will be no dismissals.", "Some jobs will go.").iloc[0]
    assert (pair["quote_a"], pair["quote_b"]) == ("no dismissals", "jobs will go")
