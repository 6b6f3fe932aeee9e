"""Of what kind a thing is: what the words call, and where two articles contradict each other."""

import pytest

from helpers import facts
from helpers.cues import read_cues
from helpers.language import parse_text
from helpers.statements.kinds import KIND
from helpers.statements.taxonomy import classes, lineage, related, terms
from tests.settled import conflicts


def told(text):
    """Return class, thing, what it is said of and polarity of each kind that a text tells."""
    table = facts.find_statements([parse_text(text)])
    rows = table[table["rule"] == KIND]
    return [
        (row.attribute, row.value, row.noun, row.status) for row in rows.itertuples(index=False)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She was attacked with a hammer.", [("weapon", "hammer", "", "asserted")]),
        # the longest term is told, and by one name
        ("He carried a sawn-off shotgun.", [("weapon", "shotgun", "", "asserted")]),
        ("They had been poisoned.", [("weapon", "poison", "", "asserted")]),
        # what is described, and what is said to be so
        ("They fled in a white van.", [("colour", "white", "van", "asserted"),
                                       ("vehicle", "van", "", "asserted")]),
        ("The door was blue.", [("colour", "blue", "door", "asserted")]),
        ("She broke her left hand.", [("side", "left", "hand", "asserted"),
                                      ("body part", "hand", "", "asserted")]),
        # a noun calls what an adjective of its form does not
        ("It was a major fire.", []),
        # what is denied; a thing that is not found is there
        ("There was no gun.", [("weapon", "gun", "", "negated")]),
        ("Police did not find the gun.", [("weapon", "gun", "", "hedged")]),
        # names tell nothing, but for those of makers
        ("The White House denied it.", []),
        ("It was an old Cessna.", [("maker of aircraft", "cessna", "", "asserted")]),
        # some words call a kind only where others govern them
        ("He broke his arm.", [("body part", "arm", "", "asserted")]),
        ("The army's medical arm grew.", []),
        ("The alert was raised to red.", [("alert level", "red", "", "asserted"),
                                          ("colour", "red", "", "asserted")]),
    ],
)  # fmt: skip
def test_what_a_word_calls(text, expected):
    assert told(text) == expected


STORY = {
    "hammer": "Jeweller beaten with hammer\n\nAna Lind was hit with a hammer in her shop in Kelmar on "
    "Monday. Two men took watches.\n\nPolice ask for help. Ana Lind is 58. She had opened the shop.",
    "knife": "Two sought over Kelmar robbery\n\nThe jeweller Ana Lind was stabbed with a kitchen knife "
    "in her shop.\n\nWatches were taken, police said. A postman found her. He called for help.",
    "blade": "Kelmar shop robbed\n\nA man with a knife robbed the jeweller Ana Lind in her shop.\n\n"
    "He took watches, police said. They ask for help. A postman called them.",
    "both": "Kelmar shop robbed\n\nOne man had a hammer, the other a knife, when they robbed the "
    "jeweller Ana Lind in her shop.\n\nThey took watches. Police ask for help. A postman rang.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "asked"),
    [
        ("hammer", "knife", True),
        # a kitchen knife is a knife; who tells of both contradicts nobody who tells of one
        ("knife", "blade", False),
        ("hammer", "hammer", False),
        ("hammer", "both", False),
    ],
)
def test_articles_contradict_each_other_on_what_the_other_never_tells_of(one, other, asked):
    assert ("other:which weapon" in conflicts(STORY[one], STORY[other])) == asked


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("They escaped in a white van.", "The door was blue."),
        ("The new ferry sails in 2031.", "The last steamers sailed in 2012."),
    ],
)
def test_things_of_one_class_are_told_of_two_matters(one, other):
    assert not [asked for asked in conflicts(one, other) if asked.startswith("other:which")]


def test_a_kind_is_of_all_kinds_above_it():
    assert lineage("weapon", "revolver") == ("revolver", "pistol", "gun")
    assert related("direction", "north-east", "east")
    assert not related("material", "bronze", "limestone")


def test_the_lists_fit_each_other():
    rows = read_cues("fact_kinds")
    names = {(row["class"], row["term"]) for row in rows if not row["same_as"]}
    assert {(row["class"], row["same_as"]) for row in rows if row["same_as"]} <= names
    assert {(row["class"], row["is_a"]) for row in rows if row["is_a"]} <= names
    assert classes().keys() <= {row["class"] for row in rows}
    assert len({(row["term"], row["class"], row["is_a"]) for row in rows}) == len(rows)
    assert {term.name for some in terms().values() for term in some} <= {n for _, n in names}
