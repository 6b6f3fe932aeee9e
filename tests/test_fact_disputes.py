"""Acts that one article tells and another denies; matters that end in two ways."""

from collections import namedtuple

import pytest

from helpers import facts
from helpers.language import parse_text
from helpers.settling.disputes import SLOTS
from helpers.statements.slots import MOST_SIDES, opposed
from tests.settled import conflicts

Side = namedtuple("Side", "source")


@pytest.mark.parametrize(
    ("one", "other", "attribute"),
    [
        # custody, harm, fate
        ("Police released Ana Lind on Monday evening.", "Ana Lind remains in custody.",
         "other:custody"),
        ("Ana Lind was led away in handcuffs.", "Ana Lind is free to go home, police said.",
         "other:custody"),
        ("Ana Lind walked away without a scratch.", "Ana Lind was injured.", "other:harm"),
        ("Ana Lind was found alive under the snow.", "Ana Lind died on the way to hospital.",
         "other:fate"),
        ("Piet Oster is conscious.", "Piet Oster has not regained consciousness.", "other:mind"),
        ("The jury found Piet Oster guilty.", "Piet Oster was cleared of fraud.", "other:verdict"),
        # nobody and somebody, most of several, the last one
        ("Nobody has been arrested.", "Police arrested the plant's manager on Friday.",
         "other:custody"),
        ("Nobody has been arrested.",
         "Police arrested the plant's manager on Friday. He was later released.", "other:custody"),
        ("The Kelmar plant closes in 2031.", "The Kelmar plant will be kept running until 2041.",
         "other:closure"),
        ("Most of the old hall was destroyed.", "The old hall is intact.", "other:damage"),
        ("The plant passed its last safety inspection.", "The works failed a safety inspection.",
         "other:exam"),
        # for good or for a time
        ("The firm appointed Ana Lind as its permanent chief executive.",
         "Ana Lind was named interim chief executive while the firm looks for a permanent successor.",
         "other:standing"),
        # what is held, approved, granted
        ("The vote on the bridge was postponed.", "The vote on the bridge will go ahead.",
         "other:holding"),
        ("The strike at the port was called off.", "The strike at the port will go ahead.",
         "other:holding"),
        ("The mayor withdrew the bill on tolls.", "The bill on tolls was not withdrawn.",
         "other:withdraw bill"),
        ("The council has approved the plan for the bridge.",
         "The council rejected the plan for the bridge.", "other:approval"),
        ("The court granted bail.", "The court denied bail.", "other:request"),
        # posts, roads, machines, races
        ("Ana Lind resigned on Friday.", "Ana Lind was sacked on Friday.", "other:going"),
        ("The tunnel remains closed.", "The tunnel has reopened.", "other:access"),
        ("The rover Pixie was deployed.", "The rover remains stuck.", "other:motion"),
        ("Ana Lind finished last.", "Ana Lind did not finish.", "other:finish"),
        ("Ana Lind ruled out a second term.", "Ana Lind wants a second term.", "other:option"),
        ("Dan Oster will leave the board.", "Daniel Oster will stay on as a director.",
         "other:seat"),
        ("The mayor denied that the town was in debt.",
         "The mayor admitted that the town was in debt.", "other:be in debt town"),
        ("The works council knew of the closure. Ana Lind denied that any such meeting took place.",
         "Piet Oster confirmed that the firm had met the works council, not that it named a closure.",
         "other:meet council"),
        # an act told and denied
        ("Ana Lind has signed the new contract with Rovers.",
         "Ana Lind has yet to sign the contract with Rovers.", "other:sign contract"),
        ("The prototype is on the federation's list of shoes.",
         "The prototype is not yet on the federation's list of shoes.",
         "other:be on list prototype"),
        ("Walkers in this forest will no longer need to check their legs for ticks in spring.",
         "In spring walkers in the forest will still need to check their legs for ticks.", "other:need check leg"),
    ],
)  # fmt: skip
def test_what_excludes_what(one, other, attribute):
    assert attribute in conflicts(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # of two people, of several people, of two occasions
        ("Two suspects were released.", "Ana Lind is still in custody."),
        ("Ana Lind died on Monday.", "Piet Oster survived."),
        ("The first vote was postponed.", "The second vote will go ahead."),
        ("No warning was sent to the town of Kelmar.", "A warning was sent to the town of Oster."),
        ("Ana Lind was released.", "Piet Oster is still in custody."),
        # a denial for a time, one that leads to what is so
        ("Ticket holders will be refunded.", "No refunds will be given after that."),
        ("Brama is buying a bridge.", "Brama is not buying a bridge, Brama is buying a town."),
        # the longer of two wordings
        ("Piet Oster was cleared of fraud.", "The party rejected Piet Oster."),
        # an earlier case
        ("The probe landed on Monday.", "The probe before it crashed in 2023."),
        # nothing firm: a condition, a question, a wish, a possibility
        ("The club will play in the league.", "If it loses, the club will not play in the league."),
        ("The tunnel has reopened.", "Will the tunnel remain closed?"),
        ("The bill was withdrawn.", "Ana Lind asked the mayor not to withdraw the bill."),
        ("The vote will go ahead.", "The vote could be postponed."),
        # one follows from the other, or both can be
        ("Police detained Ana Lind.", "Ana Lind is in custody."),
        ("Police arrested Ana Lind.", "Ana Lind was released."),
        ("The cabinet approved the strike.", "The bill was withdrawn."),
        # "not only" denies nothing
        ("The council sold the park.", "The council not only sold the park, it lost the deeds."),
    ],
)
def test_what_excludes_nothing(one, other):
    assert conflicts(one, other) == set()


@pytest.mark.parametrize(
    ("one", "other", "question"),
    [
        ("Trams idle as drivers walk out\n\nNobody rode.", "Deal averts tram strike\n\nAll rode.",
         "other:strike"),
        ("Kestrel reaches orbit\n\nThe crew cheered.",
         "Rocket lost minutes into flight\n\nThe crew wept.", "other:attempt"),
        ("Plans for a waste burner on the moor were refused.",
         "Green light for waste plant on moor\n\nWork begins soon.", "other:approval"),
        ("Walker found alive after four nights on Ben Lui", "Missing Ben Lui man dead",
         "other:fate"),
    ],
)  # fmt: skip
def test_what_the_story_tells_of_first_may_have_two_names(one, other, question):
    assert question in conflicts(one, other)


def test_further_down_what_has_another_name_is_another_thing():
    filler = "Ana Lind sang. Her band ate pies. It rained at noon. "
    one = filler + "Plans for a waste burner were refused."
    other = filler + "Members gave the green light for a waste plant."
    assert conflicts(one, other) == set()


def test_an_article_that_says_both_is_set_against_nobody():
    both = "The vote on tolls was put off at noon. At night the vote on tolls went ahead."
    assert conflicts("The vote on tolls was put off.", both) == set()


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("They sold it.", "asserted"),
        ("They never sold it.", "negated"),
        ("They have yet to sell it.", "negated"),
        ("They failed to sell it.", "negated"),
        ("They denied that they sold it.", "negated"),
        ("They rejected claims that they sold it.", "negated"),
        ("They did not deny that they sold it.", "asserted"),
        ("None of them sold it.", "negated"),
        ("They admitted that they sold it.", "asserted"),
        ("They may have sold it.", "hedged"),
        ("They want to sell it.", "hedged"),
        ("Unless they sold it, it is theirs.", "hedged"),
    ],
)
def test_polarity(text, polarity):
    from helpers.statements.polarity import polarity as told

    doc = parse_text(text).blocks[0].doc
    assert told(next(t for t in doc if t.lemma_ == "sell")) == polarity


def test_very_many_values_are_not_paired():
    sides = [Side(str(n % 2)) for n in range(MOST_SIDES + 1)]
    assert not list(opposed(sides, lambda a, b: True, lambda a, b: 1.0, 1.0, lambda a, b: False))
    few = sides[:4]
    assert list(opposed(few, lambda a, b: True, lambda a, b: 1.0, 1.0, lambda a, b: False))


def test_of_many_articles_nothing_is_read_that_would_only_be_set_against_each_other():
    parsed = [parse_text("The minister has withdrawn the bill because of the strike in Kelmar.")]
    rules = facts.find_statements(parsed)["rule"]
    fewer = facts.find_statements(parsed, paired=False)["rule"]
    assert SLOTS & set(rules)
    assert fewer.tolist() == [rule for rule in rules if rule not in SLOTS]
