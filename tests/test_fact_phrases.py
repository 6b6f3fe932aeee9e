"""Phrases that tell how a matter stands, on which side, and of what."""

import pytest

from helpers import facts, names
from helpers.cues import read_cues
from helpers.language import parse_text
from tests.settled import conflicts


def told(text):
    """Return matter, value and polarity of what a text tells, acts of no list left out."""
    table = facts.find_statements([parse_text(text)])
    table = table[(table["rule"] == "outcome") & ~table["attribute"].str.startswith("do ")]
    return set(zip(table["attribute"], table["value"], table["status"], strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # words that only describe may stand inside, and an adverb
        ("Ana Lind will hand over the chief executive's job.", ("going", "leaves", "asserted")),
        ("Ana Lind remains firmly at the helm.", ("going", "stays", "asserted")),
        ("The study is peer-reviewed.", ("review", "reviewed", "asserted")),
        ("Ana Lind is the acting rector.", ("standing", "interim", "asserted")),
        # the words of a phrase may deny, and so may those around it
        ("The study has not been through peer review.", ("review", "unreviewed", "asserted")),
        ("There were no serious complications.", ("reactions", "serious", "negated")),
        ("There were no side effects.", ("reactions", "none", "asserted")),
        ("The ruling cannot be appealed.", ("appeal", "no appeal", "asserted")),
        # told of some things alone
        ("The siren went off.", ("alarm", "sounded", "asserted")),
        ("The sequel is dead.", ("holding", "cancelled", "asserted")),
        ("And the siren? It never sounded.", ("alarm", "sounded", "negated")),
        ("Police held Ana Lind.", ("custody", "in custody", "asserted")),
        ("The council will close the library.", ("closure", "closes", "asserted")),
        # what failed, what kind it is of
        ("Police blamed a failure of the brakes.", ("function", "not working", "asserted")),
        ("Police ruled out a brake failure.", ("function", "not working", "negated")),
        # who stays until a day of these months leaves, and not at once
        ("Ana Lind will stay on until June.", ("leaving", "later", "asserted")),
        ("Ana Lind will stay on until 2031.", ("going", "stays", "asserted")),
        ("Until June Ana Lind will continue to lead the firm.", ("leaving", "later", "asserted")),
        ("Ana Lind keeps her seat on the board.", ("going", "moves", "asserted")),
        ("Ana Lind stepped down immediately.", ("leaving", "at once", "asserted")),
        # who looks for somebody permanent has somebody for now
        (
            "Ana Lind leads it while the board looks for a permanent chief.",
            ("standing", "interim", "asserted"),
        ),
        # what is decided on will be done
        ("Ana Lind has decided to retire.", ("going", "resigned", "asserted")),
    ],
)
def test_what_a_phrase_tells(text, expected):
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("The minister went off.", "alarm"),
        ("Ana Lind is dead.", "holding"),
        ("The club held a vote.", "custody"),
        ("The council will close the deal.", "closure"),
        ("She may hand over the chief executive's job.", "going"),
        ("Hand, over and job are words.", "going"),
    ],
)
def test_what_tells_nothing(text, matter):
    assert matter not in {found for found, _, _ in told(text)}


@pytest.mark.parametrize(
    ("one", "other", "attribute"),
    [
        ("The judge granted Ana Lind bail.", "Ana Lind was led down to the cells.",
         "other:custody"),
        ("Ana Lind was sacked on Monday.", "Ana Lind left by mutual consent.", "other:going"),
        ("Ana Lind pleaded guilty.", "Ana Lind pleaded not guilty.", "other:plea"),
        ("The siren at the dam was activated.", "No alarm was ever raised at the dam.",
         "other:alarm"),
        ("The sequel to Kelmar was cancelled.", "The sequel to Kelmar is not dead.",
         "other:holding"),
        ("The council shuts the pool from April.", "The pool will stay open.", "other:closure"),
        ("The boat got a 30-minute time penalty.", "The boat was disqualified.", "other:penalty"),
        ("They came into the Kelmar museum through a skylight at dawn.",
         "At dawn three figures forced the delivery door of the Kelmar museum.",
         "other:way in"),
        ("Ana Lind won the Kelmar Marathon on debut.", "Ana Lind had run before, in 2021.",
         "other:debut"),
        ("Ana Lind will take the team on an interim basis.",
         "Ana Lind has been appointed on a contract running to the summer.", "other:standing"),
        ("The steering was working normally, an engineer said.",
         "An engineer blamed a failure of the steering gear.", "other:function"),
        ("Ana Lind, the union's general secretary, spoke.",
         "Ana Lind, the union's acting general secretary, spoke.", "other:post"),
        ("The record, set ten years ago, was not threatened.", "She smashed the record.",
         "other:record"),
        # "she" is whom the article is about; two words for one person; nobody at all
        ("Ana Lind sat still.\n\nWhat follows\n\nShe was allowed to go home on bail at noon.",
         "Ana Lind was led down to the cells at noon.", "other:custody"),
        ("The owner of the Kelmar campsite is helping police with their inquiries.",
         "The boss of the Kelmar campsite is in police custody.", "other:custody"),
        ("A Belgian tourist drowned in the lake.", "A Dutch tourist drowned in the lake.",
         "other:nationality"),
        ("Nobody was killed on the ferry.", "A sailor died on the ferry.", "other:fate"),
        ("The boat got a 30-minute time penalty.",
         "Then the boat heard what the jury had to say. Disqualified.", "other:penalty"),
        ("Ana Lind stays until the end of 2027.", "Ana Lind is to leave at the turn of the year.",
         "other:going"),
        ("Ana Lind, a granddaughter of founder Piet Oster, leads the shop.",
         "Ana Lind leads the shop. Her father Piet had opened it.", "other:kin"),
        ("Ana Lind is leaving with immediate effect.", "Ana Lind will stay on until June.",
         "other:leaving"),
        ("Ana Lind will leave on completion.", "Ana Lind will remain as an adviser.",
         "other:going"),
        ("Kelmar Foods has appointed Ana Lind as its permanent chief executive.",
         "Ana Lind, once of the railways, who is minding the shop, spoke.", "other:standing"),
        ("Kelmar Foods has appointed Ana Lind as its permanent chief executive.",
         "The firm is run for the time being by Ana Lind.", "other:standing"),
        # what opens, what is kept running, what came down
        ("Both of its solar panels have opened.", "One of its solar arrays has failed to open.",
         "other:deployment"),
        ("The council shuts the reactor in 2031.", "The reactor will be kept running.",
         "other:closure"),
        ("Most of the old hospital collapsed.", "The old hospital came through with little harm.",
         "other:damage"),
        # how something is paid, covered, given, allowed, paid back
        ("Brama made an all-cash bid for Kelmar.",
         "Brama bid for Kelmar, part in cash and part in paper.", "other:consideration"),
        ("The old boxes in Kelmar were insured.",
         "The old boxes in Kelmar were not covered by any policy.", "other:insurance"),
        ("Brama has donated the bones.", "Brama has lent the bones.", "other:transfer"),
        ("The new drug won full approval for adults.",
         "The new drug was given accelerated approval for adults.", "other:approval kind"),
        ("Fans of the band will be refunded automatically.",
         "Fans of the band must apply for their money back.", "other:refund way"),
        ("Ana Lind had surgery in Kelmar on Monday.", "No operation is planned, Ana Lind said.",
         "other:surgery"),
    ],
)  # fmt: skip
def test_what_excludes_what(one, other, attribute):
    assert attribute in conflicts(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # another post, another person, another thing
        ("Ana Lind will hand over the chief executive's job.",
         "Ana Lind will stay on as a non-executive director."),
        ("Ana Lind was granted bail.", "Piet Oster is in custody."),
        # "second-fastest" is not "fastest"
        ("It was the second-fastest time ever run there.", "It was not the fastest time ever."),
        ("The owner of the Kelmar campsite is helping police with their inquiries.",
         "The guards of the Kelmar campsite are in police custody."),
        ("The French bank of the lake is steep.", "The Swiss bank of the lake is flat."),
        ("The first woman to win it was glad.", "The second woman to leave it was sad."),
        # what is shut until a day reopens, who was critical may have died since
        ("The museum will stay closed until Thursday.", "The museum reopens tomorrow."),
        ("Ana Lind is in a critical condition.", "Ana Lind died in hospital."),
        # who stays for some weeks leaves, a bang may be of any gun
        ("Ana Lind will stay on until June.", "Ana Lind is leaving the firm."),
        ("Until June Ana Lind will continue to lead the firm.", "Ana Lind will leave the firm."),
        ("Ana Lind was appointed permanently after a spell as caretaker.",
         "Ana Lind is the permanent director."),
        ("The robber of the Kelmar bank used a handgun.",
         "The robber of the Kelmar bank had a firearm."),
        # who is on bail was under arrest before
        ("The police arrested Ana Lind.", "Ana Lind was granted bail."),
        # who is meant is not told, or nobody is
        ("One does not win the Kelmar Cup by chance.", "Ana Lind has won the Kelmar Cup."),
        ("Ana Lind walked free after the trial.", "A jury found him guilty."),
        # several people are not one who is named
        ("Dutch biologist Ana Lind led the trial of the pill in Kelmar.",
         "American regulators followed the trial of the pill in Kelmar."),
    ],
)  # fmt: skip
def test_what_excludes_nothing(one, other):
    assert conflicts(one, other) == set()


def test_pairs_of_one_question_have_one_subject():
    one, two, three = (
        "The club said the match in Kelmar was postponed.",
        "The match in Kelmar was called off, the club said.",
        "The club in Kelmar said that it was called off.",
    )
    parsed = [parse_text(text, source=f"{n}.txt") for n, text in enumerate((one, two, three))]
    named = names.resolve(names.find_mentions(parsed))
    table = facts.settle(facts.find_statements(parsed), named)[0]
    assert set(table.loc[table["attribute"] == "other:holding", "subject"]) == {"match"}


def test_the_lists_fit_each_other():
    rows = read_cues("fact_outcomes")
    classes = {row["thing"] for row in read_cues("fact_things")} | {"person", ""}
    matters = {row["matter"] for row in rows}
    assert {row["thing"] for row in rows} <= classes
    assert {row["matter"] for row in read_cues("fact_matters")} <= matters | {"nationality"}
    values = {(f"other:{row['matter']}", row["value"]) for row in rows}
    one_of = {(r["attribute"], r["value"]) for r in read_cues("value_lattice")
              if r["relation"] == "one_of"
                  and r["attribute"] not in {"other:kin", "other:nationality"}}  # fmt: skip
    assert one_of <= values
    typed = {row["attribute"] for row in read_cues("attribute_types")}
    assert {f"other:{matter}" for matter in matters} <= typed
