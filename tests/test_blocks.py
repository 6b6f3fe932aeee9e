import json
from collections import Counter

import pytest

from helpers import paths
from helpers.texts.blocks import KINDS, classify

SEEDS = sorted(paths.SEEDS.glob("*.txt"))


def kinds(text: str) -> list[str]:
    return [block.kind for block in classify(text)]


def test_every_kind_in_a_pasted_page():
    page = """Harbour opens to large ships

By Staff Writer
Published: 3 May 2024
Share this

The harbour of Port Ely opened to large ships on Friday, two years late.

What it cost

The work cost more than was planned, the council said.

- Dredging the channel
- A new quay

Year | Cost | Ships
2022 | 4 | 10

“We are open for business at last.”
– Harbour master

Read more: Ten walks by the sea
Leave a reply"""
    assert kinds(page) == [
        "title",
        "metadata",
        "metadata",
        "metadata",
        "paragraph",
        "heading",
        "paragraph",
        "list_item",
        "list_item",
        "table_row",
        "table_row",
        "quote",
        "quote",
        "advert",
        "metadata",
    ]


@pytest.mark.parametrize(
    "line, kind",
    [
        ("The council met on Monday and voted for the plan.", "paragraph"),
        ("• A point with its full stop.", "list_item"),
        ("#news #harbour #ships", "metadata"),
        ("a | b | c", "table_row"),
        ("Subscribe to our newsletter", "metadata"),
        ("Sponsored: the best shoes", "advert"),
        ("By order of the court the plan was stopped on Monday morning.", "paragraph"),
        ("Share prices fell on Monday after the council voted against the plan.", "paragraph"),
        ("Related companies were not told of the plan, the council said on Monday.", "paragraph"),
    ],
)
def test_kind_of_a_line_between_paragraphs(line, kind):
    around = "The ship left the harbour on Monday with a crew of nine."
    assert kinds(f"Title of It\n{around}\n{line}\n{around} Again.")[2] == kind


def test_a_numbered_line_above_a_paragraph_is_a_heading_and_in_a_run_a_list_item():
    text = "Title\nFirst of all.\n1. Ships get larger\nThey do so every year, it seems.\n1. One\n2. Two"
    assert kinds(text)[2:] == ["heading", "paragraph", "list_item", "list_item"]


def test_a_headline_of_another_page_is_an_advert():
    text = (
        "Title of This Page\nThe ship left on Monday.\nMinister Backs Plan for the North -\n"
        "The crew was well.\nFirst Heading Here\nIt was late.\n"
        "News: minister backs a plan for three new ships\nThe end came late."
    )
    assert kinds(text).count("advert") == 2


def test_a_product_text_in_the_middle_is_an_advert():
    text = "Title\nShips came.\nZyxo is an all-in-one app for lists.\nShips are a way to travel."
    assert kinds(text)[2:] == ["advert", "paragraph"]


def test_everything_from_the_disclaimer_on_is_metadata():
    text = "Title\nShips came to the harbour.\nDisclaimer\nThis is no advice.\nShips! And more.\n#a #b #c"
    assert kinds(text) == ["title", "paragraph"] + ["metadata"] * 4


def test_lines_under_the_title_that_name_writers_and_dates_are_metadata():
    text = "Ship Comes Home\nEly Daily, Monday 3 May 2024\nStaff reporters\nThe ship came home."
    assert kinds(text) == ["title", "metadata", "metadata", "paragraph"]
    text = "Ship Comes Home\nReviewed at sea by Anna Berg\nThe ship came home."
    assert kinds(text) == ["title", "metadata", "paragraph"]


def test_a_single_line_under_the_title_is_a_heading():
    text = "Ship Comes Home\nThe Long Way of the Crew\nThe ship came home."
    assert kinds(text) == ["title", "heading", "paragraph"]


def test_short_lines_after_furniture_at_the_end_are_furniture():
    text = (
        "Title\nThe ship came home.\n(Reporting by Anna Berg)\n1.2K shares\nTen ships in pictures"
    )
    assert kinds(text) == ["title", "paragraph", "metadata", "metadata", "metadata"]


def test_a_last_line_without_a_full_stop_is_still_the_article():
    assert kinds("Title\nThe ship came home.\nSales are up 🎉")[-1] == "heading"


def test_what_a_press_release_says_of_its_firm_is_metadata():
    text = "Title\nThe ship came home.\nAbout Ely Ships\nEly Ships builds ships for growers."
    assert kinds(text) == ["title", "paragraph", "metadata", "metadata"]


def test_an_emoji_after_the_full_stop_leaves_a_sentence_a_sentence():
    text = (
        "Title\nThe ship came home.\nThe future of ships is to sail alone. Ready? 🚀\nIt is late."
    )
    assert kinds(text)[2] == "paragraph"


def test_a_paragraph_over_several_lines_is_one_block():
    text = (
        "A title\n\nThe ship left the harbour on Monday with a crew\n"
        "of nine and came back on Friday with a crew of ten,\n"
        "which nobody could explain to the owners of the ship\nwhen they asked.\n\n"
        "The owners then asked the crew of the other ship for\nhelp, and got none.\n"
    )
    blocks = classify(text)
    assert [block.kind for block in blocks] == ["title", "paragraph", "paragraph"]
    assert [block.line for block in blocks] == [1, 3, 8]
    assert text[blocks[1].start : blocks[1].end].endswith("when they asked.")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_for_every_line_end(end):
    text = end.join(["Title here", "", "The ship left on Monday.", "It came back."])
    assert [(block.line, text[block.start : block.end]) for block in classify(text)] == [
        (1, "Title here"),
        (3, "The ship left on Monday."),
        (4, "It came back."),
    ]


def test_the_reader_overrules_a_line():
    assert [b.kind for b in classify("Title\nThe ship left.", {2: "advert"})] == ["title", "advert"]


def test_no_line_no_block():
    assert classify("") == classify(" \n\t\n") == ()


@pytest.mark.parametrize("pass_name", ["first", "second"])
def test_labelled_lines_of_the_seeds(pass_name):
    right = Counter()
    for file in SEEDS:
        found = {block.line: block.kind for block in classify(file.read_bytes().decode())}
        labels = paths.SEEDS / "labels" / pass_name / "blocks" / f"{file.stem}.jsonl"
        for row in map(json.loads, labels.read_text(encoding="utf-8").splitlines()):
            assert row["label"] in KINDS
            right[found[row["line"]] == row["label"]] += 1
    assert right.total() == 168
    assert right[True] >= 165
