"""Who did what and where, told in many ways: one act of two articles, and what excludes what."""

import pytest

from tests.test_fact_contests import conflicts


@pytest.mark.parametrize(
    ("one", "other", "people"),
    [
        # the doer as a noun, before and after, in a sentence of its own
        ("The comet was discovered by Ana Lind.", "The discoverer of the comet was Piet Maas.",
         ("Ana Lind", "Piet Maas")),
        ("The discoverer of the comet, librarian Ana Lind, smiled.",
         "Piet Maas was the one who discovered the comet.", ("Ana Lind", "Piet Maas")),
        ("It passed with a single dissenter. That was Ana Lind.", "Only Piet Maas voted against.",
         ("Ana Lind", "Piet Maas")),
        ("The only vote against came from Ana Lind.", "The dissenter was Piet Maas.",
         ("Ana Lind", "Piet Maas")),
        # the deed as a noun
        ("The comet was discovered by Ana Lind.", "Piet Maas's discovery of the comet was luck.",
         ("Ana Lind", "Piet Maas")),
        ("The silver cup was a gift from Ana Lind.", "The silver cup was donated by Piet Maas.",
         None),
        # the doer stands after the verb
        ("The rally was organised by Piet Maas.", "Behind the rally stands Ana Lind.",
         ("Piet Maas", "Ana Lind")),
        # who called for help, whomever he called
        ("A baker phoned the police.", "It was a nurse cleaning the stairs who alerted officers.",
         ("A baker", "a nurse")),
        ("A man phoned the police.", "It was a nurse who alerted officers.", None),
        ("A baker phoned his mother.", "A nurse alerted officers.", None),
        # things of many kinds are discovered
        ("Steel rods were discovered by an engineer.", "Deep cracks were discovered by a nurse.",
         None),
        # the thing is "it" in one article
        ("The wooden mask hung in a barn. It was discovered by Ana Lind.",
         "The wooden mask was discovered by Piet Maas.", ("Ana Lind", "Piet Maas")),
        ("The bones were discovered years ago by Ana Lind.",
         "The bones were discovered by Piet Maas.", ("Ana Lind", "Piet Maas")),
    ],
)  # fmt: skip
def test_who(one, other, people):
    found = {pair[1:] for pair in conflicts(one, other) if pair[0].startswith("other:author")}
    assert found == ({people} if people else set())


@pytest.mark.parametrize(
    ("one", "other", "places"),
    [
        # verbs of one scene
        ("The stolen 1954 van turned up in a quarry.", "Officers found the stolen van in a hangar.",
         ("in a quarry", "in a hangar")),
        ("The van was missing. Officers came upon it inside a hangar.",
         "The missing van was recovered from a quarry.", None),
        ("Officers came upon the van in a hangar.", "The van was discovered in a quarry.",
         ("in a hangar", "in a quarry")),
        # a house and a part of it, a house in a town, a hall in a school, a beach of an island
        ("The gold mask was found in the kitchen of a hotel.",
         "The gold mask was found at a hotel in Faro.", None),
        ("The gold mask was found in a kitchen.", "The gold mask was found at a hotel.", None),
        ("The gold mask was found in the hall.", "The gold mask was found at a school.", None),
        ("The gold mask was found on a beach.", "The gold mask was found on an island.", None),
        ("The gold mask was found on a beach.", "The gold mask was found in a forest.",
         ("on a beach", "in a forest")),
        # two houses of one town, two of one kind by name
        ("Ana Lind was arrested in the car park of a motel near Porto.",
         "Ana Lind was detained outside the library in Porto.",
         ("in the car park of a motel", "outside the library in Porto")),
        ("Ana Lind was arrested at the Miramar Hotel.", "Ana Lind was detained at the Bristol Hotel.",
         ("at the Miramar Hotel", "at the Bristol Hotel")),
        ("Ana Lind was arrested at the Miramar Hotel.", "Ana Lind was detained at a hotel.", None),
        # where flowers lie, he died; by bus is not where
        ("Roses lay outside the library, at the spot where the old sailor lost his life.",
         "The old sailor was killed on a roundabout.", ("outside the library", "on a roundabout")),
        ("The injured were taken by bus to Porto.", "The injured were taken by train to Porto.",
         None),
    ],
)  # fmt: skip
def test_where(one, other, places):
    found = {pair[1:] for pair in conflicts(one, other) if pair[0].startswith("other:place")}
    assert found == ({places} if places else set())


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
    ],
)  # fmt: skip
def test_whether(one, other, values):
    assert values in {pair[1:] for pair in conflicts(one, other)}
