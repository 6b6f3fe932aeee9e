"""Who holds a post or a part that only one has: told by a title, a verb, "as" or "under"."""

import pytest

from helpers import facts
from helpers.language import parse_text
from tests.test_fact_contests import conflicts


def held(text):
    """Return who holds which post, with what it is of and of which time it is."""
    table = facts.find_statements([parse_text(text)])
    table = table[table["rule"] == "holder"]
    columns = (table[name] for name in ("value", "attribute", "around", "noun"))
    return [" ".join(" ".join(row).split()) for row in zip(*columns, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # beside the name
        ("Jury president Ana Lind spoke.", ["Ana Lind president jury"]),
        ("Ana Lind, the manager of the mill, spoke.", ["Ana Lind manager mill"]),
        ("The jury president, Italian actor Ida Holm, spoke.", ["Ida Holm president jury"]),
        ("The mill's manager, Ana Lind, spoke.", ["Ana Lind manager mill"]),
        ("Founder and chief executive Ana Lind spoke.", ["Ana Lind CEO"]),
        ("Ana Lind, 48, now the chief operating officer, spoke.", ["Ana Lind COO"]),
        # by a verb
        ("The winner was Ana Lind.", ["Ana Lind =win"]),
        ("Ana Lind will be the next mayor.", ["Ana Lind mayor next"]),
        ("Ana Lind was named manager of the mill.", ["Ana Lind manager mill next"]),
        ("The inquiry will be chaired by Ana Lind.", ["Ana Lind chairman inquiry next"]),
        ("Ana Lind, who runs the mill, spoke.", ["Ana Lind head mill"]),
        ("To lead the inquiry, they turned to Ana Lind.", ["Ana Lind head inquiry next"]),
        ("Ana Lind is in charge of the mill.", ["Ana Lind head mill"]),
        ("Ana Lind, who presided over the jury, spoke.", ["Ana Lind head jury"]),
        # by a preposition
        (
            "Her successor as chief executive is Ana Lind.",
            ["Ana Lind =replace next", "Ana Lind CEO next"],
        ),
        ("The panel, under Ana Lind, met on Sunday.", ["Ana Lind head panel"]),
        ("Ana Lind, representing the families, left.", ["Ana Lind lawyer family defence"]),
        ("The families' lawyer, Ana Lind, left.", ["Ana Lind lawyer family"]),
        ("Ana Lind, for the defence, spoke.", ["Ana Lind lawyer defence"]),
        ("Ana Lind took the post of manager.", ["Ana Lind manager next"]),
        ("Ana Lind (CEO) signed it.", ["Ana Lind CEO"]),
        ("The post of harbour master goes to Ana Lind.", ["Ana Lind harbour master next"]),
        ("Ana Lind steps down as manager.", ["Ana Lind manager"]),
        ("Piet Oster hands over to Ana Lind.", ["Ana Lind =replace oster piet next"]),
        ("His replacement is Ana Lind.", ["Ana Lind =replace next"]),
        ("Ana Lind, acting for Piet Oster, spoke.", ["Ana Lind lawyer oster piet defence"]),
        ("The lead author of the study, Ana Lind, spoke.", ["Ana Lind head study"]),
        ("Ana Lind was mayor from 2001 to 2009.", ["Ana Lind mayor past"]),
        ("Ana Lind is the acting mayor.", ["Ana Lind acting mayor"]),
        # ministries
        ("The finance ministry goes to Ana Lind.", ["Ana Lind minister finance next"]),
        ("Ana Lind takes over at transport.", ["Ana Lind minister transport next"]),
        ("Ana Lind was given the farm brief.", ["Ana Lind minister farm next"]),
        ("Ana Lind left the finance ministry.", []),
        ("Ana Lind looks at transport.", []),
        ("Ana Lind replaced four ministers.", []),
        # of the past, of many, of somebody else
        ("The former jury president Ana Lind spoke.", ["Ana Lind president jury past"]),
        ("Ana Lind, a lawyer, spoke.", []),
        ("Analyst Ana Lind spoke.", []),
        ("The jury president spoke to Ana Lind.", []),
        ("She met the manager. Ana Lind left.", []),
        ("Ana Lind will not run the mill.", []),
    ],
)
def test_who_holds_what(text, expected):
    assert held(text) == expected


@pytest.mark.parametrize(
    ("one", "two", "names"),
    [
        ("Mill manager Ana Lind spoke.", "Piet Oster, who manages the plant, spoke.", True),
        ("Piet Oster, defended by Ana Lind, spoke.", "Ida Holm, for the defence, spoke.", True),
        ("The jury was led by Ana Lind.", "Ida Holm, president of the jury, spoke.", True),
        ("Velm's new chief executive, Ana Lind, spoke.", "Ida Holm becomes chief executive.", True),
        ("The spokesman of the mill, Piet Oster, left.", "Mill spokeswoman Ida Holm left.", True),
        ("The winner, Piet Oster, smiled.", "Ida Holm emerged as the winner.", True),
        ("Interim Velm boss Ana Lind spoke.", "Velm's acting CEO, Ida Holm, spoke.", True),
        ("The town's mayor, Ana Lind, wept.", "Mayor Ida Holm wept.", True),
        # of two bodies, of two who are not named
        ("Ana Lind chairs the farm committee.", "Ida Holm chairs the road committee.", False),
        ("Her lawyer, Ana Lind, spoke.", "His lawyer, Ida Holm, spoke.", False),
        ("Acting Velm boss Ana Lind spoke.", "Velm boss Ida Holm spoke.", False),
        # one of two kinds, two times, one who is named by both, one name
        ("Mill manager Ana Lind spoke.", "Shop manager Ida Holm spoke.", False),
        ("Former mill manager Ana Lind spoke.", "Mill manager Ida Holm spoke.", False),
        ("New mill manager Ana Lind spoke.", "Mill manager Ida Holm spoke.", False),
        (
            "Mill manager Ana Lind spoke.",
            "Mill manager Ida Holm spoke. Ana Lind manages the mill with her.",
            False,
        ),
        ("Mill manager Ana Lind spoke.", "Mill manager Lind spoke.", False),
    ],
)
def test_two_holders_of_one_post_are_set_against_each_other(one, two, names):
    found = {pair[0] for pair in conflicts(one, two)}
    assert any(name.startswith("other:holder of") for name in found) == names


def test_whoever_does_something_is_its_author():
    one, two = "The song's author, Ana Lind, spoke.", "Ida Holm, who wrote the song, spoke."
    assert ("other:author of song (write)", "Ana Lind", "Ida Holm") in conflicts(one, two)
    one, two = "Dog owner Ana Lind spoke.", "The owner of the dog, Ida Holm, spoke."
    assert ("other:author of dog (own)", "Ana Lind", "Ida Holm") in conflicts(one, two)
    assert not conflicts(one, "The owner of the house, Ida Holm, spoke to Ana Lind.")


def test_a_post_is_called_by_what_it_is_of():
    one, two = "The families' lawyer, Ana Lind, left.", "Ida Holm, representing the families, left."
    assert ("other:holder of family lawyer", "Ana Lind", "Ida Holm") in conflicts(one, two)
