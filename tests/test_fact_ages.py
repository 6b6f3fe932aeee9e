"""Whose age it is, and which bare numbers are ages."""

import pytest

from helpers import facts, names
from helpers.language import parse_text
from tests.settled import conflicts, values


def ages(*texts):
    parsed = [parse_text(text, source=f"{n}.txt") for n, text in enumerate(texts)]
    table = facts.settle(facts.find_statements(parsed), names.resolve(names.find_mentions(parsed)))[
        0
    ]
    table = table[table["attribute"] == "age"]
    return list(zip(table["source"].str[0], table["subject"], table["value"], strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The leader is Catalina Riva, a 34-year-old chemist from Valparaiso University.",
            [("0", "Catalina Riva", "34")],
        ),
        (
            "Valparaiso University's 34-year-old Catalina Riva led the team.",
            [("0", "Catalina Riva", "34")],
        ),
        ("Noor Lind (who is only 36!) went up.", [("0", "Noor Lind", "36")]),
        (
            "Noor Lind and Ana Vell came. Lind was 54; Vell was 29.",
            [("0", "Noor Lind", "54"), ("0", "Ana Vell", "29")],
        ),
        (
            "Priya Raman, the flight director, just 31, steered the craft.",
            [("0", "Priya Raman", "31")],
        ),
        (
            "Judge Helen Orme spoke of 41 victims, the oldest of them a woman of 93.",
            [("0", "woman", "93")],
        ),
        ("A guard, 58, was slightly hurt on Monday.", [("0", "guard", "58")]),
        (
            "Tesfaye Bekelo won. His passport gives his age as 26.",
            [("0", "Tesfaye Bekelo", "26")],
        ),
        ("Lena Aufhold is 33 and wants to run on.", [("0", "Lena Aufhold", "33")]),
        ("Lena Aufhold has been a singer since the age of nine.", []),
        ("A little girl of six was found by Anna Velm.", [("0", "girl", "6")]),
        (
            "Anna Velm spoke to the press. Among them were a 6-year-old girl and her father.",
            [("0", "girl", "6")],
        ),
        ("A retired fisherman of 71 was found.", [("0", "fisherman", "71")]),
        ("Elena Sorok, a physicist of 54, will lead it.", [("0", "Elena Sorok", "54")]),
        ("Lena Aufhold left. Aufhold will be 64 in June.", [("0", "Lena Aufhold", "64")]),
        ("Lena Aufhold won. She is still just 22, and fast.", [("0", "Lena Aufhold", "22")]),
        (
            "Anna Velm spoke first, said Noor Lind, the 21-year-old boy wonder of the day.",
            [("0", "Noor Lind", "21")],
        ),
        ("The runner died on Monday. He was 38, he taught maths.", [("0", "runner", "38")]),
        ("They took a crew of 12 and left.", []),
        ("The smirking crook, 58, was found guilty.", [("0", "crook", "58")]),
        ("The sum, the total of it all, just 31, was too low.", []),
        ("The tower, 58, was slightly bent.", []),
        ("The sum was 9; the number of pages was 12.", []),
    ],
)
def test_an_age_is_of_the_person_it_stands_with(text, expected):
    assert ages(text) == expected


NAMED = "Ingrid Solberg, 49, will run the shipyard, owned by Kvist Marine."


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("Ingrid Solberg will run it. The sensational 47-year-old signed on Monday.", "47"),
        ("Ingrid Solberg will run it. The sensational 27-year-old signed on Monday.", None),
        ("Kvist Marine named nobody. The sensational 47-year-old signed on Monday.", None),
    ],
)
def test_the_age_of_somebody_unnamed_is_of_the_one_it_can_be(other, expected):
    found = [value for source, who, value in ages(NAMED, other) if who == "Ingrid Solberg"]
    assert found == ["49", *([expected] if expected else [])]
    assert not any(who == "year-old" for _, who, _ in ages(NAMED, other))


@pytest.mark.parametrize(
    ("text", "attribute", "value"),
    [
        ("It was approved for patients aged 12 and over.", "minimum age", "12"),
        ("Doctors may give it from the age of 12.", "minimum age", "12"),
        ("It is for adults of 18 and older.", "minimum age", "18"),
        ("Entry is free for children aged 5 and under.", "maximum age", "5"),
    ],
)
def test_a_limit_of_age_is_nobodys_age(text, attribute, value):
    table = facts.find_statements([parse_text(text)])
    told = table[table["kind"] == "age"]
    assert told[["attribute", "value"]].to_numpy().tolist() == [[attribute, value]]


def test_a_number_of_people_is_no_limit_of_age():
    table = facts.find_statements([parse_text("Some 12 and over 40 people came.")])
    assert "minimum age" not in set(table["attribute"])


def test_how_old_somebody_was_when_something_else_happened_is_left_out():
    text = "Noor Lind, 41, is the coach. Lind came here as a ball boy and was nine. Lind was 9."
    assert ages(text) == [("0", "Noor Lind", "41")]


def test_a_parent_of_three_has_three_children():
    for text in (
        "Terry Velm, a dad of three, left.",
        "Terry Velm, a dad of three and a fan, left.",
    ):
        assert ages(text) == []
        assert values(text, "other:children") == ["3"]
    assert ages("Ana Velm, a mother of 54, was fit.") == [("0", "Ana Velm", "54")]


def test_what_is_old_has_no_age_of_a_person():
    assert ages("The 900-year-old church burned.") == []
    assert values("The 900-year-old church burned.", "other:age") == ["900"]
    assert values("The oak, 600 years old, was felled.", "other:age") == ["600"]
    assert conflicts("The old oak was 600 years old.", "The oak is 450 years old.") == {"other:age"}


FALLEN = "A 38-year-old man collapsed near the finish. He was in hospital on Sunday."


@pytest.mark.parametrize(
    ("one", "other", "subjects"),
    [
        # the same happened to one person in each article
        (FALLEN, "A 41-year-old teacher fell near the line and is in hospital.", 1),
        (FALLEN, "Piet Lind, 41, collapsed near the line and is in hospital.", 1),
        # a woman is no man, and a child no grown-up
        (FALLEN, "A 41-year-old woman fell near the line and is in hospital.", 2),
        (FALLEN, "A 4-year-old child fell near the line and is in hospital.", 2),
        # nothing happened to the other, or both articles name people
        (FALLEN, "A 41-year-old teacher sold tea near the line.", 2),
        ("Anna Velm, 38, fell and is in hospital.", "Noor Lind, 41, fell and is in hospital.", 2),
        # of several, whose sentences share no word
        (
            f"Some 12 people were injured. {FALLEN}",
            "Twelve people were injured. A 41-year-old teacher broke a leg and is in hospital.",
            2,
        ),
        # of two the one whose sentence shares more words
        (
            "A 38-year-old driver collapsed at the depot and is in hospital.",
            "Driver Noor Lind, 34, is in hospital. Anna Velm, 39, fell at home.",
            2,
        ),
    ],
)
def test_one_person_whom_an_article_does_not_name_is_known_by_what_happened(one, other, subjects):
    assert len({who for _, who, _ in ages(one, other)}) == subjects
