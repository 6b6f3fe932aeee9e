"""What web pages put around an article, told by its form, against text that looks like it."""

import csv

import pytest

from helpers.paths import LEXICONS
from helpers.texts import furniture
from helpers.texts.lines import split_lines


def kind_of(text):
    (line,) = split_lines(text)
    return furniture.kind_of(line)


def rows(name):
    with (LEXICONS / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", rows("furniture.csv"), ids=lambda row: row["id"])
def test_every_phrase_gives_its_example_its_kind(row):
    assert kind_of(row["example"]) == row["kind"]


def test_the_words_of_a_use_stand_there_once():
    words = [(row["word"], row["use"]) for row in rows("furniture_words.csv")]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    "widget, text",
    [
        ("👍 1.2K   💬 340 comments", "👍 The board had 340 comments to read"),
        ("♥ 2.4k   ↻ 310   Subscribe to the Owlletter!", "♥ 2 hearts beat in the cellar"),
        ("Comments (147)", "Comments on the plan"),
        ("6 Comments", "6 reasons to wait"),
        ("Bookmark   Comments 96", "Bookmark makers of Leeds"),
        ("Share article: LinkedIn · Email · Print", "Share prices and print runs fall"),
        ("Tap to share | Pin it | Tweet it", "Tap water: what is in it"),
        ("Like · Reply · Share", "Like father, like son"),
        ("Reading time: 4 minutes · Save · Share", "Reading 2 Leeds 1"),
        ("Tweet this   Share on Facebook   Donate", "Facebook shares its data"),
        ("Vote in our poll", "Vote in the town hall"),
        ("Liked it? Buy me a coffee to keep this blog alive!", "Buy a coffee in the square"),
        ("Follow our live blog", "Follow the money"),
        ("Get the Lamp in your inbox each day.", "Get the lamp in the shop."),
        ("Were you there? Call the newsdesk on 555 0199", "Were you there? Call your sister"),
        ("Contact: desk@paper.example", "Contact with the ship was lost"),
        ("05.11.2026 15:40", "05.11.2026 was a Thursday"),
        ("vpa/ ola/ mk/", "and/or"),
        ("(c) Baltic News 2026", "(c) the third of four ways"),
        ("About Oak: Oak is the leading maker of pumps.", "About now: the leaves fall."),
    ],
)
def test_furniture_by_its_form(widget, text):
    assert kind_of(widget) in {"metadata", "footer"}
    assert kind_of(text) == ""
