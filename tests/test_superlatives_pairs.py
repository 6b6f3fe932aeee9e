"""Minimal pairs: sentences that differ in little, and in what they claim or what supports it."""

import pytest

from helpers.language import parse_text
from helpers.superlatives import find_superlatives

# sentence; span, hedged and support of its only claim, or None when it makes none.
PAIRS = [
    # morphological, and what only looks like it
    ("Oulu has the largest ferry in the fleet.", "the largest ferry in the fleet", False, "none"),
    ("Oulu has a large ferry in the fleet.", None),
    ("Her kindest act was to say nothing.", "Her kindest act", False, "none"),
    ("Her honest answer was to say nothing.", None),
    ("The western slope is the steepest.", "the steepest", False, "none"),
    ("The slope is in the west.", None),
    ("The team played its best match of the year.", "its best match of the year", False, "none"),
    ("The team bought Best Western's hotel.", None),
    ("At best, the bridge will open in May.", None),
    ("The best bridge will open in May.", "The best bridge", False, "none"),
    ("Last but not least, the mayor spoke.", None),
    ("The least popular mayor spoke.", "The least popular mayor", False, "none"),
    ("The guide lists best practices for farmers.", None),
    ("The guide lists the best farms for visitors.", "the best farms for visitors", False, "none"),
    ("Its latest ferry sails in June.", None),
    ("Its fastest ferry arrives in June.", "Its fastest ferry", False, "none"),
    # most and least
    ("Most farmers stayed away.", None),
    ("The most cautious farmers stayed away.", "The most cautious farmers", False, "none"),
    ("Most of the harvest was lost.", None),
    ("The most valuable part of the harvest was lost.", "The most valuable part of the harvest", False, "none"),
    ("At least four boats sank.", None),
    ("The least seaworthy boats sank.", "The least seaworthy boats", False, "none"),
    ("At most four boats sank.", None),
    ("He won the most seats.", "the most seats", False, "none"),
    ("For the most part, the boats were old.", None),
    ("The most beautiful part was the end.", "The most beautiful part", False, "none"),
    ("It is the town's best-selling paper.", "the town's best-selling paper", False, "none"),
    ("It is the town's self-published paper.", None),
    # partitive
    (
        "It is one of the oldest mills in Kent.",
        "one of the oldest mills in Kent",
        True,
        "none",
    ),
    ("It is the oldest mill in Kent.", "the oldest mill in Kent", False, "none"),
    ("It is one of the mills in Kent.", None),
    ("They are among the poorest people in Kent.", "among the poorest people in Kent", True, "none"),
    ("They are among the people in Kent.", None),
    (
        "Some of the finest painters in Rome came.",
        "Some of the finest painters in Rome",
        True,
        "none",
    ),
    ("Some of the painters in Rome came.", None),
    # uniqueness
    ("The only doctor on the island left.", "The only doctor on the island", False, "none"),
    ("The doctor only left the island.", None),
    ("Not only the doctor left.", None),
    ("Their only rival left.", "Their only rival", False, "none"),
    ("The film has an unmatched cast.", "an unmatched cast", False, "none"),
    ("The film has a matched cast.", None),
    ("The flood was unprecedented.", "unprecedented", False, "none"),
    ("The flood was predicted.", None),
    ("Her skill is second to none.", "second to none", False, "none"),
    ("Her skill came second.", None),
    ("It is a city like no other.", "like no other", False, "none"),
    ("It is a city like Porto.", None),
    ("She is the sole owner of the mill.", "the sole owner of the mill", False, "none"),
    ("She ate sole at the mill.", None),
    # first
    ("She was the first woman to climb it.", "the first woman to climb it", False, "none"),
    ("She was the first to arrive, and then slept.", "the first to arrive", False, "none"),
    ("At first glance, the mill is sound.", None),
    ("Sales rose in the first quarter.", None),
    ("First, the mill was sold.", None),
    ("Her first book was about mills.", None),
    ("The firm calls itself AI-first.", None),
    ("It is the world's first floating mill.", "the world's first floating mill", False, "none"),
    # rank
    ("He is a leading surgeon.", "a leading surgeon", False, "none"),
    ("He is leading a ward of surgeons.", None),
    ("It was an error leading to delays.", None),
    ("Safety is the top priority.", "the top priority", False, "none"),
    ("The flag is at the top of the tower.", None),
    ("The price could top a thousand.", None),
    ("It is the number one brand in Peru.", "the number one brand in Peru", False, "none"),
    ("It is a number of brands in Peru.", None),
    ("It is Peru's premier venue.", "Peru's premier venue", False, "none"),
    ("The Premier League begins in August.", None),
    ("The club made a record profit.", "a record profit", False, "none"),
    ("The club has a track record of profit.", None),
    ("For the record, the club lost.", None),
    ("It is the go-to clinic for runners.", "the go-to clinic for runners", False, "none"),
    ("It is the clinic where runners go to.", None),
    # comparison with everything
    ("Rents are higher than ever.", "higher than ever", False, "none"),
    ("Rents are higher than in May.", None),
    (
        "She scored more goals than any other player.",
        "more goals than any other player",
        False,
        "none",
    ),
    ("She scored more goals than anyone expected.", None),
    # denied and concessive
    ("It is not the largest lake in Mali.", None),
    ("It is not only the largest lake in Mali.", "the largest lake in Mali", False, "none"),
    ("It isn't the most elegant plan.", None),
    ("It is the most elegant plan.", "the most elegant plan", False, "none"),
    ("Even the most careful drivers arrive.", None),
    ("The most careful drivers arrive.", "The most careful drivers", False, "none"),
    # hedges
    ("It is arguably the finest novel of its age.", "the finest novel of its age", True, "none"),
    ("It is clearly the finest novel of its age.", "the finest novel of its age", False, "none"),
    ("It could become the tallest tower in Asia.", "the tallest tower in Asia", True, "none"),
    ("It has become the tallest tower in Asia.", "the tallest tower in Asia", False, "none"),
    ("The tallest tower in Asia could close.", "The tallest tower in Asia", False, "none"),
    ("Perhaps the bravest crews come from Bergen.", "the bravest crews", True, "none"),
    ("Today the bravest crews come from Bergen.", "the bravest crews", False, "none"),
    # evidence must have the dimension of the claim
    ("At 632 metres, it is the tallest tower in Asia.", "the tallest tower in Asia", False, "evidence"),
    ("With 40 lifts, it is the tallest tower in Asia.", "the tallest tower in Asia", False, "none"),
    ("At 24 years old, she is the youngest mayor.", "the youngest mayor", False, "evidence"),
    ("At 24 years old, she is the most able mayor.", "the most able mayor", False, "none"),
    ("The $9 billion merger is the largest in Peru.", "the largest in Peru", False, "evidence"),
    ("The merger is the largest in Peru.", "the largest in Peru", False, "none"),
    ("The largest bank in Peru fired 500 people.", "The largest bank in Peru", False, "none"),
    ("Founded in 1589, it is the oldest inn in Kent.", "the oldest inn in Kent", False, "evidence"),
    ("Repainted in 1989, it is the oldest inn in Kent.", "the oldest inn in Kent", False, "none"),
    ("In 1953 they were the first to climb it.", "the first to climb it", False, "evidence"),
    ("The club made a record profit of $12 million.", "a record profit of $12 million", False, "evidence"),
    ("It is the largest bank in Peru, ahead of Interbank.", "the largest bank in Peru", False, "evidence"),
    ("It is the largest bank in Peru, ahead of schedule.", "the largest bank in Peru", False, "none"),
    (
        "It is the go-to clinic for teams such as Ajax, Porto and Lyon.",
        "the go-to clinic for teams such as Ajax, Porto and Lyon",
        False,
        "evidence",
    ),
    # voices
    ("Meyer said it was the best plan.", "the best plan", False, "named"),
    ("Experts said it was the best plan.", "the best plan", False, "vague"),
    ("I said it was the best plan.", "the best plan", False, "none"),
    ("It is the best plan, according to the union.", "the best plan", False, "named"),
    ("It is the best plan, and the union agrees with that.", "the best plan", False, "none"),
    ("It is reportedly the best plan.", "the best plan", False, "vague"),
    ("It was hailed as the best plan.", "the best plan", False, "vague"),
    ("It was once hailed as the best plan.", "the best plan", True, "vague"),
    ("It was hailed by The Times as the best plan.", "the best plan", False, "named"),
    ("“It was the best plan,” said Meyer.", "the best plan", False, "named"),
    ("“It was the best plan we had in years.”", "the best plan we had in years", False, "vague"),
    ("Meyer said it was the tallest tower, at 632 metres.", "the tallest tower", False, "evidence"),
]  # fmt: skip


@pytest.mark.parametrize("case", PAIRS, ids=[case[0] for case in PAIRS])
def test_claim_hedge_and_support(case):
    table = find_superlatives([parse_text(case[0])])
    found = list(zip(table["quote"], table["hedged"].tolist(), table["support"], strict=True))
    assert found == ([] if case[1] is None else [case[1:]])
