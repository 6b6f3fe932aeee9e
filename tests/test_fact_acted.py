"""Whether something was done, told in many ways: one act of two articles, and what excludes what."""

import pytest

from tests.test_fact_contested import conflicts


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("The strike has been called off.", "The crew went ahead with the strike.",
         ("called", "went")),
        ("The board said no to the plan.", "The board gave the green light for the plan.",
         ("said", "gave")),
        ("The collection was not insured, its owner said.",
         "A policy taken out in 2016 will pay, a friend of the owner of the collection said.",
         ("not insured", "policy taken out")),
        ("The old cinema has been sold.", "The town is leasing the old cinema to a club.",
         ("sold", "leasing")),
        ("The robber came quietly, said Ana Lind of the police.",
         "The robber resisted, said Ana Lind of the police.", ("came quietly", "resisted")),
        ("The singer accepted the award.", "The singer turned down the award.",
         ("accepted", "turned")),
    ],
)  # fmt: skip
def test_whether(one, other, values):
    assert values in {pair[1:] for pair in conflicts(one, other)}
