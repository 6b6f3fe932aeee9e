import hashlib

import pandas as pd
import pytest

from helpers import corpus, paths
from helpers.problems import StoryError
from helpers.settings import Source

SHA256 = {
    "000_56e8a2ac293d3a4c.txt": "1b3d698666be66169cc4a3fbb7f079d25ab943e06006e24b0d9fbb710ba39202",
    "001_f6124971819f21f0.txt": "9c0d040f2624b71fd0a532159e5aa4734ef8a42ee2076069dfb1e02543e0c46c",
    "002_9f87cb343cf115d1.txt": "4337b46c963ce85f83ba23d90f9cd65d1e4835536d197d8d9c640be2bd71c8d5",
    "003_dbc2f09b6b6ae028.txt": "eb79f961d1dd68ecd2ee9fd9938217661b9653a7a22469b3cb2e40c456bd4bb6",
    "004_e9676a2102facc97.txt": "c3defc5575515963a4d2c01958dd2bce86cf5f691847d5701f75ca81cb2663cd",
}


def test_the_seeds_are_the_five_articles_byte_for_byte():
    files = sorted(paths.SEEDS.glob("*.txt"))
    assert {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files} == SHA256


def test_seeds_carry_the_labels_of_story_toml():
    story = corpus.read_story(paths.SEEDS)
    assert [article.label for article in story.articles] == [
        "Heloies blog",
        "First-person essay",
        "Acquisition analysis",
        "News digest",
        "Column by Priya",
    ]
    assert story.articles[3].date == "2025-06-13"
    assert story.skipped.empty


def test_blocks_quote_the_text_at_their_offsets():
    (article, *_) = corpus.read_story(paths.SEEDS).articles
    table = corpus.blocks_table([article])
    assert [article.text[row.start : row.end] for row in table.itertuples()] == list(table["quote"])


def test_share_of_boilerplate_is_of_characters():
    article = corpus.article_from_text("Title\nThe ship left.\nSubscribe now\n", "a.txt")
    table = corpus.articles_table([article])
    assert table["share_boilerplate"].tolist() == [13 / (5 + 14 + 13)]


def test_a_label_is_the_title_or_the_file_name():
    long = "The very long title of an article that goes on and on"
    assert corpus.article_from_text(f"{long}\nThe ship left.", "a.txt").label.endswith("…")
    assert corpus.article_from_text("The ship left. It is late.", "north/a.txt").label == "a"


def test_labels_that_two_sources_share_are_told_apart():
    table = pd.DataFrame({"source": ["a.txt", "b.txt", "c.txt"], "label": ["X", "X", "Y"]})
    assert corpus.with_distinct_labels(table)["label"].tolist() == ["X (a)", "X (b)", "Y"]


@pytest.mark.parametrize(
    "toml, message",
    [
        ('[sources."a.txt"]\nlable = "x"', 'unknown key sources."a.txt".lable'),
        ('[lines."a.txt"]\n6 = "ad"', 'lines."a.txt".6'),
        ("title = 3", "title: .*not 3"),
        ("title = ", "not valid TOML"),
        ("title = " + "[" * 5_000, "nested too deeply"),
        ("# " + "x" * 2_000_000, "larger than"),
        ('[entities.X]\ntype = "robot"', "entities.X.type"),
        ('[sources."a.txt"]\ndate = "13 June"', 'sources."a.txt".date: expected a date'),
        ('[attributes.x]\nunit = "money"', "attributes.x.words"),
    ],
)
def test_a_mistake_in_story_toml_names_file_and_key(tmp_path, toml, message):
    (tmp_path / "a.txt").write_text("The ship left on Monday.")
    (tmp_path / "story.toml").write_text(toml)
    with pytest.raises(StoryError, match="story.toml: " + message):
        corpus.read_story(tmp_path)


def test_a_line_of_story_toml_overrules_the_classifier(tmp_path):
    (tmp_path / "a.txt").write_text("Title here\nThe ship left.\nIt came back.")
    (tmp_path / "story.toml").write_text('[lines."a.txt"]\n3 = "advert"')
    (article,) = corpus.read_story(tmp_path).articles
    assert [block.kind for block in article.blocks] == ["title", "paragraph", "advert"]


PROSE = "Shops in the old town of Brannock will stay open until ten in the evening this summer."


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"Shops stay open\n\nBy Ana Velm\nPublished on 4 March 2025\n\n{PROSE}", "2025-03-04"),
        (f"Shops stay open\n\nOSLO, March 4, 2025 (Wireline) - {PROSE}", "2025-03-04"),
        (f"Shops stay open\n\nOSLO, March 4 (Wireline) - {PROSE}", ""),
        (f"Shops stay open\n\n{PROSE} They opened on 4 March 2025.", ""),
        (f"Shops to stay open from 4 March 2025 on in the whole of Brannock\n\n{PROSE}", ""),
    ],
)
def test_an_article_is_of_the_day_in_its_byline_or_dateline(text, date):
    assert corpus.article_from_text(text, "a.txt").date == date


def test_the_date_of_story_toml_comes_first():
    text = f"Shops stay open\n\nOSLO, March 4, 2025 (Wireline) - {PROSE}"
    known = Source(date="2025-03-05")
    assert corpus.article_from_text(text, "a.txt", known=known).date == "2025-03-05"
