"""How a vote ended: both sides, one side alone, or nobody against."""

import pandas as pd
import pytest

from helpers import divergence, facts, names
from helpers.language import parse_text


def told(*texts):
    parsed = [parse_text(text, source=f"{n}.txt") for n, text in enumerate(texts)]
    table = facts.settle(facts.find_statements(parsed), names.resolve(names.find_mentions(parsed)))[
        0
    ]
    return table[table["attribute"] == "vote"]


def verdict(*texts):
    articles = pd.DataFrame({"source": [f"{n}.txt" for n in range(len(texts))], "date": ""})
    return divergence.compare(told(*texts), articles)["verdict"].tolist()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The committee decided by six to three to cut the rate.", "6-3"),
        ("Five members voted for the cut.", "5-?"),
        ("The cut was agreed with three of the nine members voting against.", "6-3"),
        ("Two judges dissented from the ruling.", "?-2"),
        ("The boards approved the deal unanimously.", "unanimous"),
        ("The jury said its decision had been unanimous.", "unanimous"),
        ("The foreman read out unanimous verdicts.", "unanimous"),
        ("She was convicted by a 10-2 majority.", "10-2"),
        ("The court struck it down in a 6-3 ruling.", "6-3"),
    ],
)
def test_a_result_is_read_with_what_is_left_open(text, value):
    assert told(text)["value"].unique().tolist() == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Critics were unanimous in their praise of the film.",
        "The jury's decision was not unanimous.",
        "The club left after a 3-1 defeat in the vote of the fans.",
        "Five members of the band voted in Leeds.",
        "The house voted on Monday; two judges dined.",
        "The vote counted: 5,000 members voted for the plan.",
    ],
)
def test_no_result_of_a_vote(text):
    assert told(text).empty


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The board voted 7-2 for the deal.", "The board approved it unanimously.", "conflict"),
        ("The board voted 9-0 for the deal.", "The board approved it unanimously.", "compatible"),
        ("The court ruled 6-3.", "Five judges voted for the ruling.", "conflict"),
        ("The court ruled 6-3.", "Six judges voted for the ruling.", "compatible"),
        ("The court ruled 6-3.", "Two judges dissented from the ruling.", "conflict"),
        (
            "Five judges voted for the ruling.",
            "Three judges voted against the ruling.",
            "compatible",
        ),
        ("Five judges voted for the ruling.", "Six judges voted for the ruling.", "conflict"),
        ("The board approved it unanimously.", "Two judges voted against the ruling.", "conflict"),
    ],
)
def test_results_are_compared_as_far_as_they_are_told(one, other, expected):
    assert verdict(one, other) == [expected]
