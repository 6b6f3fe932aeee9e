"""What is given as the cause of something, over the ways in which English says it."""

import pytest

from helpers import facts
from helpers.cues import read_cues
from helpers.language import parse_text


def causes(text):
    """Return each cause of a text with the kinds of effect that it is told of."""
    told = facts.find_statements([parse_text(text)])
    told = told[told["rule"] == "cause"]
    marked = [[w for w in words.split() if w.startswith("@")] for words in told["around"]]
    return dict(zip(told["quote"], marked, strict=True))


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        # verbs, with either side first
        ("A squirrel knocked out the power in half the town.", "A squirrel"),
        ("Ice on the wings brought the plane down.", "Ice on the wings"),
        ("Engineers put the blackout down to an old transformer.", "an old transformer"),
        ("The outbreak was traced back to a swimming pool.", "a swimming pool"),
        ("Officials have linked the outbreak to a batch of cheese.", "a batch of cheese"),
        ("Police suspect arson.", "arson"),
        ("The band scrapped its tour, blaming poor ticket sales.", "poor ticket sales"),
        ("Low ticket sales forced the band to scrap the tour.", "Low ticket sales"),
        ("A blaze at the works was started by an old heater.", "an old heater"),
        # nouns
        ("What killed the whales was a virus, the team said.", "a virus"),
        ("The cause, officers say, was a candle left burning in a bedroom.",
         "a candle left burning in a bedroom"),
        ("The cause: a burst pipe.", "a burst pipe"),
        ("The minister gave ill health as the reason.", "ill health"),
        # links and grounds
        ("Lind left in protest at cuts to the library budget.", "cuts to the library budget"),
        ("The concert was called off amid safety fears.", "safety fears"),
        ("The minister stepped down for health reasons.", "health reasons"),
        ("Swimming was banned on health grounds.", "health grounds"),
        ("The minister was sacked over a secret loan.", "a secret loan"),
        ("Drivers walked out in a row over shifts.", "shifts"),
        ("The strike is about pay, the union says.", "pay"),
        ("The whales died of a fever.", "a fever"),
        ("He shot him out of jealousy.", "jealousy"),
        ("The train was late owing to leaves on the line.", "leaves on the line"),
        ("Profit fell, hit by the cost of steel.", "the cost of steel"),
        # deeds
        ("The court jailed him for stealing from his clients.", "stealing from his clients"),
        ("The mayor was sacked after taking bribes.", "taking bribes"),
        ("The players were fined for betting on matches.", "betting on matches"),
        ("Guests fell ill after eating oysters.", "eating oysters"),
        # ends
        ("The minister quit to spend more time at home.", "to spend more time at home"),
        ("Nurses downed tools to demand safer wards.", "to demand safer wards"),
        # clauses
        ("The rider went down when a bag caught his bars.", "a bag caught his bars"),
        ("The crash came when a car hit a tree.", "a car hit a tree"),
        ("The museum stays shut as asbestos was found.", "asbestos was found"),
        ("The singer withdrew as she is expecting a baby.", "she is expecting a baby"),
        ("The flight was diverted when a passenger collapsed.", "a passenger collapsed"),
        ("The bridge was shut when a barge struck its pier.", "a barge struck its pier"),
        ("She withdrew with a broken wrist.", "a broken wrist"),
        ("The mill closed so that the land could be sold.", "the land could be sold"),
        ("With steel costing twice as much, the yard could not go on.",
         "steel costing twice as much"),
        ("The pitch was too wet to play on.", "The pitch was too wet to play on"),
        # what a whole sentence or a heading is built around
        ("It was a fox that caused the blackout.", "a fox"),
        ("The rent was what finished off the theatre.", "The rent"),
        ("Rent, not falling audiences, behind theatre closure", "Rent"),
        ("Mill to shut after brewer takes its orders away", "brewer takes its orders away"),
        ("Concert cancelled: throat infection", "throat infection"),
        ("Fees row sinks sell-out concert", "Fees row"),
        ("Cat blamed for blackout", "Cat"),
        ("What started it? A cigarette.", "A cigarette"),
        ("Why did it close? The rent.", "The rent"),
        ("The loss left the owners with no choice but to sell.", "The loss"),
        ("The signalman was at fault.", "The signalman"),
        ("Bacteria were detected in the water.", "Bacteria"),
        ("Her rudder jammed as she turned.", "Her rudder jammed as she turned"),
        # what had happened before, and what went wrong in somebody's words
        ("The house fell down. Builders had taken out a wall, he said.",
         "Builders had taken out a wall"),
        ("The inquiry found that the driver had fallen asleep.",
         "the driver had fallen asleep"),
        ("The firm says a pump seal broke.", "a pump seal broke"),
        ('The cards stopped working. "An update went wrong," he said.', "An update went wrong"),
    ],
)  # fmt: skip
def test_a_cause_is_read_in_many_forms(text, cause):
    assert cause in causes(text)


@pytest.mark.parametrize("row", read_cues("fact_causes"), ids=lambda row: row["example"])
def test_each_way_to_tell_a_cause_has_an_example(row):
    end = "" if row["form"] in {"head", "heading"} or row["example"].endswith(".") else "."
    assert causes(row["example"][0].upper() + row["example"][1:] + end)


@pytest.mark.parametrize(
    "text",
    [
        "The council closed the road over the weekend.",
        "The club sacked the coach.",
        "Two carriages left the track.",
        "Half of the customers come from the other side.",
        "The coach was jailed for two years.",
        "The evacuation order came from the sheriff.",
        "The park was closed two days after it was sold.",
        "The fire destroyed the hall.",
        "The play is about a king.",
        "He left to catch a train.",
        "The minister resigned, but not because of the letter.",
        "The shift is due to end at noon.",
        "The jet turned back over the sea.",
        "Wards are closed, while the clinic stays open.",
        "Detectives seized papers from the pit.",
        "He left by taxi without speaking.",
        "Schools closed: what we know",
        "Fire: families return as crews gain ground",
    ],
)
def test_what_is_no_cause(text):
    assert causes(text) == {}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The blaze was caused by a heater.", ["@fire"]),
        ("The heater was to blame for the inferno.", ["@fire"]),
        ("They called the game off because of hail.", ["@stop"]),
        ("The fair will not take place because of hail.", ["@stop"]),
        ("He lost his job because of a lie.", ["@leave"]),
        # what stands beside it, where the cause names no effect
        ("The game was called off and hail was to blame.", ["@~stop"]),
    ],
)
def test_effects_are_of_a_kind(text, kinds):
    assert list(causes(text).values()) == [kinds]
