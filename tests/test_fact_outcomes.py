"""Votes, appeals, requests, relatives, journals, arrests, other events of the kind."""

import pytest

from helpers import facts, names
from helpers.language import parse_text
from tests.settled import conflicts


def settled(*texts):
    parsed = [parse_text(text, source=f"{n}.txt") for n, text in enumerate(texts)]
    named = names.resolve(names.find_mentions(parsed))
    return facts.settle(facts.find_statements(parsed), named)[0]


def values(attribute, *texts):
    table = settled(*texts)
    return sorted(table.loc[table["attribute"] == attribute, "value"])


@pytest.mark.parametrize(
    ("text", "attribute", "found"),
    [
        ("Councillors voted by six to three to keep the pool.", "vote", ["6-3"]),
        ("The plan was carried by 33 votes to 22.", "vote", ["33-22"]),
        ("The bill passed with 51 in favour and 49 against.", "vote", ["51-49"]),
        ("The road runs for 3 to 5 miles. The score was 3 to 2.", "vote", []),
        ("The council approved 12 flats and 15 shops.", "vote", []),
        ("Ruth Kellan ruled out an appeal.", "other:appeal", ["no appeal"]),
        ("Brama Works has not yet decided on an appeal.", "other:appeal", ["undecided"]),
        ("Brama Works lodged an appeal.", "other:appeal", ["appeal"]),
        ("The appeal of the town is large. He ruled the land.", "other:appeal", []),
        ("The firm denied wrongdoing. Rain postponed the match.", "other:approval", []),
        ("Her uncle, Elias Holm, coaches her.", "other:kin", ["uncle"]),
        ("Ana Lind's husband Piet Oster cooked.", "other:kin", ["husband"]),
        ("Ana Lind's brother-in-law, Piet, cooked.", "other:kin", ["brother-in-law"]),
        ("Ana Lind's half-brother Piet cooked.", "other:kin", ["half-brother"]),
        ("Ana Lind, a granddaughter of founder Piet Oster, cooked.", "other:kin", ["grandfather"]),
        ("The brothers Ana and Piet left. Mother, Ana Lind said, is ill.", "other:kin", []),
        ("The study was published in The Lancet.", "published in", ["Lancet"]),
        ("The results appeared in Nature.", "published in", ["Nature"]),
        ("Ruth Kellan appeared in Denmark. The study was published in May.", "published in", []),
        ("The prosecutor had asked for a fine of $40 million.", "fine sought", ["40000000"]),
        ("The court imposed a fine of $40 million.", "fine sought", []),
        ("The ferry has a licence to carry 480 people.", "capacity", ["480"]),
        ("The ferry carried 480 people.", "capacity", []),
        ("The ferry had 312 passengers and 19 crew on board.", "aboard", ["331"]),
        ("The ferry hit the quay with 312 passengers and a crew of 19.", "aboard", ["331"]),
        ("One passenger, Ana Lind, swam.", "aboard", []),
        ("The number of people killed remains three.", "killed", ["3"]),
        ("Shares in Brama Works closed down 8.4%.", "share price change", ["8.4"]),
        ("Ruth Kellan was fined A$27 million ($18 million).", "fine", ["27000000"]),
        ("The bank cut its main rate by a quarter point to 3.25%.", "interest rate", ["3.25"]),
        ("The bank held its rate at 4 per cent.", "interest rate", ["4"]),
        ("The bank cut 3% of its staff. The rate is a secret.", "interest rate", []),
        ("The 24-year-old Real Sociedad striker Matteo Brandl left.", "age", ["24"]),
        ("Saturday night's crash shut the road.", "date", ["Saturday"]),
        ("Saturday night's cake was good.", "date", []),
    ],
)
def test_what_is_told(text, attribute, found):
    assert values(attribute, text) == found


def test_a_club_before_a_noun_has_no_age():
    table = settled("The 24-year-old Real Sociedad striker Matteo Brandl left for Denmark.")
    assert "Real Sociedad" not in set(table.loc[table["attribute"] == "age", "subject"])


def test_one_arrest_matters_where_another_article_denies_any():
    one, none = "The captain was arrested.", "There were no arrests."
    assert values("arrested", one, none) == ["0", "1"]
    assert values("arrested", one, "The captain left.") == []
    assert values("arrested", "The captain was not arrested.", none) == ["0"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The second storm left two people dead.", "event (second storm)"),
        ("An earlier fire killed 12 people in the mill.", "event (earlier fire)"),
        ("The storm left two people dead.", "event"),
        ("In the second half the fire killed 12 people.", "event"),
        ("After the storm a second baker gave 12 people bread; 2 people died.", "event"),
    ],
)
def test_another_event_of_the_kind(text, subject):
    table = settled(text)
    assert set(table.loc[table["attribute"] == "killed", "subject"]) == {subject}


def test_who_is_not_badly_hurt_may_be_hurt():
    hurt = "Three people were hurt in the fire at the mill."
    assert not conflicts(hurt, "Nobody was seriously hurt in the fire at the mill.")
    assert "injured" in conflicts(hurt, "Nobody was hurt in the fire at the mill.")


def test_penalties_come_after_extra_time():
    shot = "Velm won the final on penalties."
    assert not conflicts(shot, "Velm won the final after extra time.")
    for other in ("Velm won the final in normal time.", "Velm won the final in extra time."):
        assert conflicts(shot, other) == {"other:winning"}
