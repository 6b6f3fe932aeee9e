"""Numbers of different articles that answer one question, told by the words around them."""

from dataclasses import replace

import pandas as pd
import pytest

from helpers import divergence, facts, names
from helpers.language import parse_text
from helpers.settling.alignment import groups, shared_word
from helpers.settling.likeness import Number


def compared(*texts):
    parsed = [parse_text(text, source=f"{n}.txt") for n, text in enumerate(texts)]
    named = names.resolve(names.find_mentions(parsed))
    table = facts.settle(facts.find_statements(parsed), named)[0]
    articles = pd.DataFrame({"source": [f"{n}.txt" for n in range(len(texts))], "date": ""})
    return table, divergence.compare(table, articles)


def verdicts_of(table, judged, *values):
    """Return the verdicts of the questions that hold all of these values."""
    keys = table.groupby(["subject", "attribute"])["value"].agg(set)
    held = {key for key, found in keys.items() if set(values) <= found}
    rows = zip(judged["subject"], judged["attribute"], judged["verdict"], strict=True)
    return [verdict for subject, attribute, verdict in rows if (subject, attribute) in held]


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (
            "The museum has to offer visitors refunds within 90 days.",
            "Visitors are to get offers of refunds from the museum within 120 days.",
            ("90", "120"),
        ),
        (
            "Shares in Brama Works closed down 8.4%.",
            "The share price of Brama Works crashed by 12 per cent.",
            ("8.4", "12"),
        ),
        (
            "The orchard lost 400 pear trees to the frost.",
            "Frost cost the orchard 700 pear trees.",
            ("400", "700"),
        ),
        (
            "Divers pumped 90 tonnes of fuel from the wreck.",
            "From the wreck 140 tonnes of fuel were pumped.",
            ("90", "140"),
        ),
        (
            "The runner set a world record in Brussels. 28:51.46.",
            "A record of 28:51.64 was set by the runner in Brussels, a best for the world.",
            ("1731.46", "1731.64"),
        ),
        (
            "The airport is to remain shut until Wednesday.",
            "The airport will not reopen before Friday.",
            ("Wednesday", "Friday"),
        ),
        (
            "The club has its first trophy since 1974, after a final in Ost.",
            "Vale had not won a trophy since 1978.",
            ("1974", "1978"),
        ),
        (
            "The operation was put off by 3 weeks.",
            "The operation was postponed by 5 weeks.",
            ("3", "5"),
        ),
        (
            "61 trams! The city never had so many new trams on order from the works.",
            "The city has ordered 43 new trams from the works.",
            ("61", "43"),
        ),
    ],
)
def test_other_words_for_one_question(one, other, values):
    table, judged = compared(one, other)
    assert verdicts_of(table, judged, *values) == ["conflict"]


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (
            "The museum has to offer visitors refunds within 90 days.",
            "The frost lasted 120 days and killed the pear trees.",
            ("90", "120"),
        ),
        (
            "Sales of pears rose by 8 per cent.",
            "Sales of pears at the orchard fell by 6 per cent.",
            ("8", "6"),
        ),
        (
            "Divers pumped 90 tonnes of fuel from the wreck.",
            "Divers worked for 140 hours at the wreck with its fuel.",
            ("90", "140"),
        ),
        (
            "Corvane Group sold 400 ploughs in Denmark.",
            "Pellman Group sold 700 ploughs in Denmark.",
            ("400", "700"),
        ),
        (
            "The club has its first trophy since 1974.",
            "The trophy was cast in 1978.",
            ("1974", "1978"),
        ),
        (
            "The trial drew 9,400 people.",
            "Two people on the trial fell asleep.",
            ("9400", "2"),
        ),
    ],
)
def test_numbers_of_different_things(one, other, values):
    table, judged = compared(one, other)
    assert verdicts_of(table, judged, *values) == []


def test_two_lengths_of_time_are_not_of_one_thing_for_being_lengths_of_time():
    speech = "The speech in the harbour lasted 90 seconds."
    table, judged = compared(speech, speech, "Her career as a diver lasted 26 years.")
    assert verdicts_of(table, judged, "90", "26") == []


def test_a_date_told_as_years_ago_is_no_length_of_time():
    table, judged = compared(
        "Velma Orrin joined the orchard 12 years ago and planted its pears.",
        "Velma Orrin planted pears in the orchard for 7 years.",
    )
    assert verdicts_of(table, judged, "12", "7") == []
    table, judged = compared(
        "Velma Orrin joined the orchard 12 years ago and planted its pears.",
        "Velma Orrin joined the orchard and planted its pears 7 years ago.",
    )
    assert verdicts_of(table, judged, "12", "7") == ["conflict"]


def test_equal_numbers_are_paired_before_others():
    table, judged = compared(
        "The choir sang 12 hymns in the chapel and 15 hymns in the hall.",
        "In the hall the choir sang 15 hymns, in the chapel 12 hymns.",
    )
    assert "conflict" not in set(judged["verdict"])
    assert verdicts_of(table, judged, "12") == verdicts_of(table, judged, "15") == ["agree"]


def test_a_question_is_not_named_after_what_one_article_of_three_says():
    table, _ = compared(
        "A river burst its banks at the Elm campsite on Friday.",
        "The Elm campsite was flooded on Friday when a river burst its banks.",
        "The river burst its banks on Friday. Doctor Ana Lind walked the campsite on Friday.",
    )
    assert not table["subject"].str.contains("Lind").any()


def test_what_an_article_says_again_it_says_of_the_same_question():
    asked, words = ("event", "fine"), frozenset(["=fine", "=court"])
    one = Number(0, "0.txt", "money", "90", "EUR", 89.5, 90.5, words, asked=asked, near=words)
    two = replace(one, at=1, source="1.txt", value="70", low=69.5, high=70.5)
    again = replace(two, at=2, words=frozenset(["=summer"]), near=frozenset())
    assert [sorted(n.at for n in g) for g in groups([one, two, again])] == [[0, 1, 2]]
    assert [sorted(n.at for n in g) for g in groups([one, two, replace(again, asked=None)])] == [
        [0, 1]
    ]


def test_an_article_gives_one_value_to_a_question():
    table, _ = compared(
        "The orchard lost 400 pear trees to frost and 500 pear trees to rabbits.",
        "The orchard lost 450 pear trees to frost.",
    )
    asked = table.groupby(["subject", "attribute", "source"])["value"].nunique()
    assert asked.max() == 1


def test_an_open_bound_meets_only_what_is_near():
    table, judged = compared(
        "More than 6,000 people answered the survey about the tram.",
        "The tram carries 9,500,000 people; a survey says so.",
    )
    assert verdicts_of(table, judged, "6000", "9500000") == []


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("The pool reopens to swimmers in May 2031.", "The frost of 2030 killed the trees.", None),
        ("The new ferry sails in 2031.", "In 2030 the new ferry sails.", "conflict"),
        ("The new ferry sails in 2031.", "In 2031 the new ferry sails.", "agree"),
        ("The new ferry sails in 2031.", "The last steamers sailed in the early 2010s.", None),
    ],
)
def test_years_are_aligned_too(one, other, verdict):
    judged = compared(one, other)[1]
    found = judged.loc[judged["n_sources"] > 1, "verdict"].tolist()
    assert found == ([verdict] if verdict else [])


SAID = '"This was not a slip of the pen, it was a plan," {}.'


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (SAID.format("Judge Ruth Kellan said"), SAID.format("said Mayor Piet Oster"), ["conflict"]),
        (SAID.format("Judge Ruth Kellan said"), SAID.format("said Judge Kellan"), ["agree"]),
        (SAID.format("Judge Ruth Kellan said"), '"I agree," said Mayor Piet Oster.', []),
        (
            SAID.format("Judge Ruth Kellan said"),
            '"We had no plan at all for this pen," said Mayor Piet Oster.',
            [],
        ),
    ],
)
def test_who_said_it(one, other, verdict):
    judged = compared(one, other)[1]
    assert judged.loc[judged["attribute"] == "said by", "verdict"].tolist() == verdict


def test_words_that_say_the_same_meet():
    table, judged = compared(
        "Net profit at Brama Works fell to 29 million euros.",
        "Brama Works said net income declined to EUR 19 million.",
    )
    assert verdicts_of(table, judged, "29000000", "19000000") == ["conflict"]


@pytest.mark.parametrize(
    ("described", "verdicts"),
    [
        ("The 47-year-old executive takes over on Monday.", ["conflict"]),
        ("A 47-year-old man was hurt on Monday.", []),
        ("The 19-year-old trainee starts on Monday.", []),
    ],
)
def test_an_age_without_a_name_is_of_the_one_it_can_be(described, verdicts):
    judged = compared(
        "Ingrid Solberg, 49, will run the shipyard.",
        f"Ingrid Solberg will run the shipyard, the owners said. {described}",
    )[1]
    ages = judged[(judged["attribute"] == "age") & (judged["n_sources"] > 1)]
    assert ages["verdict"].tolist() == verdicts


def test_a_fire_is_no_dismissal():
    one, other = "A fire destroyed 12 sheds.", "Some 14 sheds were lost in the blaze."
    assert verdicts_of(*compared(one, other), "12", "14") == ["conflict"]
    one, other = "The firm fired 12 clerks.", "The firm dismissed 14 clerks."
    assert verdicts_of(*compared(one, other), "12", "14") == ["conflict"]


def test_what_is_owned_is_told_of_whose_it_is():
    text = "Corvane Inc, whose sales reached 2.9 billion euros, bought Addix."
    table = compared(text)[0]
    assert table.loc[table["attribute"] == "revenue", "subject"].tolist() == ["Corvane Inc"]


def test_what_comes_in_order_is_compared_with_what_comes_in_the_same_order():
    one = "Ana Lind is the first woman to win the Kelmar Cup."
    assert verdicts_of(*compared(one, one.replace("first", "second")), "1", "2") == ["conflict"]
    one, other = "Ana Lind won her fifth title in Kelmar.", "Ana Lind won in Kelmar in round six."
    assert verdicts_of(*compared(one, other), "5", "6") == []


def test_a_further_article_is_asked_with_less_evidence_than_a_second_one():
    words = frozenset(["yard", "dock"])
    one = Number(0, "a.txt", "count", "310", "hand", 309.5, 310.5, words, near=words)
    two = replace(one, at=1, source="b.txt")
    weak = replace(one, at=2, source="c.txt", value="520", low=519.5, high=520.5, noun="worker")
    weak = replace(weak, words=frozenset(["yard", "pay"]), near=frozenset(["yard"]))
    assert groups([one, weak]) == []
    assert groups([one, two, weak]) == [[one, two, weak]]
    other = replace(weak, words=frozenset(["pay"]), near=frozenset())
    assert groups([one, two, other]) == [[one, two]]


def test_a_second_question_of_a_name_is_told_apart_by_another_word():
    number = Number(0, "a.txt", "percent", "9", "", 8.5, 9.5, frozenset(["inflation", "prices"]))
    assert shared_word([number]) == "inflation"
    assert shared_word([number], "other:inflation") == "prices"
