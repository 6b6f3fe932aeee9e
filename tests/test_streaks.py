"""How many in a row is a number of its own: a third win in a row need not be the third win."""

import pytest

from helpers.quantities import find_quantities
from helpers.statements.streaks import STREAK
from tests.settled import conflicts, settled


def in_a_row(text):
    return [q.value for q in find_quantities(text) if q.unit == "in a row"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Norvale slid to a third straight defeat.", "3"),
        ("It was the club's sixth successive defeat.", "6"),
        ("It was Norvale's fourth consecutive home victory.", "4"),
        ("The bank lifted rates for a 10th consecutive time.", "10"),
        ("The economy has grown for five consecutive quarters.", "5"),
        ("Norvale have suffered six defeats in a row.", "6"),
        ("They have now won six on the trot.", "6"),
        ("It was her third Olympic gold in a row.", "3"),
        ("It is the third increase in succession.", "3"),
        ("Profits fell for the second year running.", "2"),
        ("The bank raised rates for the fourth time running.", "4"),
        ("Vale lost twice in a row.", "2"),
        ("Shares fell for a fourth day.", "4"),
        ("She has won back-to-back titles.", "2"),
        ("They completed a hat-trick of titles.", "3"),
        ("The draw extends the unbeaten run to seven games.", "7"),
        ("Norvale are on a run of seven games without a win.", "7"),
        ("They ended a nine-match losing streak.", "9"),
        ("Their losing streak now stands at nine.", "9"),
        ("Vale are winless in eight.", "8"),
        ("The team has gone 14 games without defeat.", "14"),
    ],
)
def test_how_many_in_a_row_is_read(text, value):
    assert in_a_row(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "He won in straight sets.",
        "The court gave him two consecutive life sentences.",
        "She served two consecutive terms.",
        "The crew worked for 36 consecutive hours.",
        "He has spent three years running the company.",
        "She scored a hat-trick.",
        "The show has a run of seven weeks.",
        "They met for the second day of the trial.",
    ],
)
def test_other_things_are_no_streak(text):
    assert not in_a_row(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Norvale slid to a sixth straight defeat on Sunday against Ost.",
            "Norvale lost 2-0 to Ost. It was their seventh defeat in a row.",
        ),
        (
            "The central bank raised rates by a quarter point for the fourth time running.",
            "The central bank raised rates by a quarter point, the third increase in succession.",
        ),
        (
            "Profit at Corvid Foods rose for a fifth consecutive quarter.",
            "Corvid Foods has now increased its profit in six consecutive quarters.",
        ),
        (
            "Back-to-back titles for Vale after a 2-0 win.",
            "Vale won 2-0 to take a third straight title.",
        ),
    ],
)
def test_two_lengths_of_one_streak_contradict_each_other(one, other):
    assert conflicts(one, other) == {STREAK}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Norvale slid to a third straight defeat on Sunday against Ost.",
            "Norvale lost 2-0 to Ost. They have now lost three in a row.",
        ),
        (  # those who lose and those who win
            "Norvale slid to a third straight defeat on Sunday against Ost.",
            "Ost beat Norvale 2-0. It was a fifth straight win.",
        ),
        (  # two things
            "Profit at Corvid Foods rose for a fifth consecutive quarter.",
            "Profit at Corvid Foods rose but sales fell for a third straight quarter.",
        ),
        (  # two firms
            "Profit at Corvid Foods rose for a fifth consecutive quarter.",
            "Profit at Corvid Foods rose. Pellman Group made one for a third straight quarter.",
        ),
        (  # another time
            "Sales at Corvid Foods fell for a fourth month in June.",
            "Sales at Corvid Foods fell in June. In 2009 they fell for seven straight months.",
        ),
        (  # the longest there was
            "Norvale slid to a third straight defeat.",
            "Norvale lost again. Their longest losing streak stands at nine.",
        ),
        (  # one more is only sought
            "Vale have won the cup three times in a row.",
            "Vale were chasing a fourth straight win in the cup.",
        ),
    ],
)
def test_two_streaks_do_not(one, other):
    assert not conflicts(one, other)


def test_a_streak_is_told_of_whoever_has_it():
    table = settled("Norvale Rovers slid to a third straight defeat.")
    found = table[table["attribute"] == STREAK]
    assert found[["subject", "value", "unit"]].to_numpy().tolist() == [
        ["Norvale Rovers", "3", "in a row"]
    ]
