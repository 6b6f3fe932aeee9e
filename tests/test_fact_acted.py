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
         ("Ana Lind", "Piet Maas")),
        ("The sad song is the work of Ana Lind.", "The sad song was written by Piet Maas.",
         ("Ana Lind", "Piet Maas")),
        ("Ana Lind gave the order to clear the town.", "Piet Maas ordered people to leave the town.",
         ("Ana Lind", "Piet Maas")),
        # an act with a noun of its own, in the passive too
        ("The repair of the organ was paid for by a baker.",
         "A nurse footed the bill for the repair of the organ.", ("a baker", "A nurse")),
        ("The alarm was raised by a baker.", "A nurse dialled 999 and raised the alarm.",
         ("a baker", "A nurse")),
        ("A baker was at the wheel of the van.", "The van was driven by a nurse.",
         ("A baker", "a nurse")),
        ("A gang of thieves stole the wooden mask.", "The wooden mask was stolen by thieves.", None),
        ("Found by a baker, the wooden mask was sold.", "The wooden mask was found by a nurse.",
         ("a baker", "a nurse")),
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
        # rooms of one house, a house and a street
        ("The gold mask was found in the attic of the Miramar Hotel.",
         "The gold mask was found in the cellar of the Miramar Hotel.",
         ("in the attic of the Miramar Hotel", "in the cellar of the Miramar Hotel")),
        ("The gold mask was found in the attic of the Miramar Hotel.",
         "The gold mask was found in the Miramar Hotel.", None),
        ("The gold mask was found in Mercer Street.", "The gold mask was found in a library.", None),
        # where somebody hosts, where something was hidden, it was there that
        ("Kelmar will host the long regatta.", "The long regatta will be held in Oster.",
         ("Kelmar", "in Oster")),
        ("The library where the gold mask was hidden is old.", "The gold mask was hidden in a barn.",
         ("The library", "in a barn")),
        ("The barn in which the gold mask was hidden is old.", "The gold mask was hidden in a barn.",
         None),
        ("It was in a library that divers found the gold mask.", "The gold mask was found in a barn.",
         ("in a library", "in a barn")),
        ("Ministers of the coast will meet in Kelmar.",
         "The meeting of the coast ministers takes place in Oster.", ("in Kelmar", "in Oster")),
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
