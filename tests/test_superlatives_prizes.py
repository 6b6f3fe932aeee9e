"""Minimal pairs: names of prizes and set phrases against claims, and figures given right behind."""

import pytest

from helpers.language import parse_text
from helpers.superlatives import find_superlatives


def rows(text):
    return list(find_superlatives([parse_text(text)]).itertuples())


@pytest.mark.parametrize(
    ("name", "claim"),
    [
        ("Best actress was Ana Lee.", "The best actress was Ana Lee."),
        ("She won best original song.", "It was the best original song in years."),
        ("The Silver Swan for best director went to Lee.", "She is the best director alive."),
        ("He took the best actor award.", "He is the best actor of his age."),
        ("He was named most valuable player.", "It is the most valuable plot in town."),
        ("Best Picture nominee Dune led.", "Best picture of the year so far."),
        ("He was best man at the wedding.", "He was the best runner in town."),
        ("They won the top prize.", "They won the top spot."),
        ("Best case, it costs 3 euros.", "It is the best case I own."),
        ("In the worst case, the mill closes.", "The worst case of rust was here."),
        ("She won best actress in a comedy.", "Best actress in the world."),
        ("They fear the worst.", "They saw the worst of the storm."),
        ("We wish them the best of luck.", "It is the best of the books."),
        ("It will open most likely in May.", "The most likely winner is Ada."),
        ("He is an actor best known for his hats.", "It is the best known bridge."),
        ("They live in a secluded forest lodge.", "They live in the quietest lodge."),
        ("By the end of the century it may go.", "It was the deal of the century."),
        ("No town in the world has signed.", "No singer in the world can match her."),
    ],
)
def test_a_prize_or_set_phrase_claims_nothing(name, claim):
    assert rows(name) == []
    assert len(rows(claim)) == 1


@pytest.mark.parametrize(
    ("text", "support", "evidence"),
    [
        ("It has an unrivalled efficiency of 97%.", "evidence", "97%"),
        ("It has an unrivalled efficiency at all times.", "none", ""),
        ("Unbeatable speed – from town to coast in 27 minutes.", "evidence", "27 minutes"),
        ("Over £150 million raised, more than any other shop.", "evidence", "£150 million"),
        ("Some 300,000 people marched, the greatest rally in years.", "evidence", "300,000"),
        ("Built for $9 million, it is the cheapest ship in the fleet.", "evidence", "$9 million"),
        ("Sold for $9 million, Ada is the best ship in the fleet.", "none", ""),
        ("Profit fell 31%, sending its shares to their lowest level.", "none", ""),
        (
            "It is little next to the sum they took, a record €48 billion according to Ada.",
            "evidence",
            "€48 billion",
        ),
        ("Mining companies say it is the strictest law.", "vague", "Mining companies say"),
        ("Both companies say it is the strictest law.", "named", "Both companies say"),
    ],
)
def test_what_stands_behind_a_claim(text, support, evidence):
    (row,) = rows(text)
    assert (row.support, row.evidence) == (support, evidence)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "The Pio, the longest river in Peru at about 65 miles, is wide.",
            "the longest river in Peru",
        ),
        ("It has an unrivalled efficiency of 97%.", "an unrivalled efficiency"),
        ("It is the oldest of the three with 2 million members.", "the oldest of the three"),
        ("It is the oldest of the 12 clubs.", "the oldest of the 12 clubs"),
    ],
)
def test_a_measure_behind_a_claim_is_no_part_of_it(text, quote):
    (row,) = rows(text)
    assert row.quote == quote
