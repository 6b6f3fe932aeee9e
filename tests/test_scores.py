"""The comparison with the labels is made once, and again when a label or a table changes."""

import json

import pandas as pd
import pytest

from helpers import analysis, scores
from helpers.scoring import labels

TEXT = """Harbour Firm Buys Rival

Ely Ships paid $2.5 billion for its groundbreaking rival Norsea on Monday, a spokesman said.
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("STORY_CACHE", str(tmp_path / "cache"))
    story = tmp_path / "story"
    (story / "labels" / "first" / "hype").mkdir(parents=True)
    (story / "one.txt").write_text(TEXT)
    mark(story, "groundbreaking")
    return story


def mark(story, quote):
    row = {"line": 3, "quote": quote, "category": "novelty"}
    file = story / "labels" / "first" / "hype" / "one.jsonl"
    file.write_text(json.dumps(row) + "\n")


def test_what_is_read_from_disk_is_what_was_made(folder):
    tables = analysis.load(folder)
    made, kept = scores.compare(tables), scores.load(tables)
    assert kept.frames.keys() == made.keys()
    for name, table in made.items():
        read = kept.frames[name]
        assert list(read.columns) == list(table.columns)
        expected = table.reset_index(drop=True)
        pd.testing.assert_frame_equal(read, expected, obj=name, check_dtype=False)
    assert kept.scores.set_index("detector").at["hype", "found"] == 1


def test_nothing_is_compared_twice(folder, monkeypatch):
    tables = analysis.load(folder)
    scores.load(tables)
    monkeypatch.delattr(labels, "load")
    assert len(scores.load(analysis.load(folder)).marked) == 1


def test_another_label_is_compared_again(folder):
    before = scores.load(analysis.load(folder))
    mark(folder, "a spokesman said")
    after = scores.load(analysis.load(folder))
    assert before.marked["quote"].tolist() == ["groundbreaking"]
    assert after.marked["quote"].tolist() == ["a spokesman said"]


def test_another_article_is_compared_again(folder):
    scores.load(analysis.load(folder))
    (folder / "one.txt").write_text(TEXT.replace("groundbreaking", "small old"))
    assert len(scores.load(analysis.load(folder)).problems) == 1


def test_without_labels_the_tables_are_empty(folder):
    (folder / "labels" / "first" / "hype" / "one.jsonl").unlink()
    kept = scores.load(analysis.load(folder))
    assert kept.scores.empty
    assert kept.marked.empty
    assert "settled" not in kept.marked
