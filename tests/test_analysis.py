import pandas as pd
import pytest

from helpers import analysis, paths
from helpers.problems import StoryError

ONE = """Harbour Firm Buys Rival

Ely Ships paid $2.5 billion for its rival Norsea on Monday, a spokesman said. It is the largest
deal in the history of the harbour.

Anna Berg, 41, will lead the new firm, which has 300 workers."""
TWO = """Ely Ships buys Norsea

The groundbreaking deal is worth $3 billion, Ely Ships said. Anna Berg, 43, becomes chief executive.
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("STORY_CACHE", str(tmp_path / "cache"))
    story = tmp_path / "story"
    story.mkdir()
    (story / "one.txt").write_text(ONE)
    (story / "two.txt").write_text(TWO)
    return story


def same(first: analysis.Tables, second: analysis.Tables) -> None:
    assert first.frames.keys() == second.frames.keys()
    for name, table in first.frames.items():
        pd.testing.assert_frame_equal(table, second.frames[name], obj=name)


def test_every_quote_is_the_text_at_its_offsets(folder):
    tables = analysis.load(folder)
    texts = {source: tables.text(source) for source in tables.articles["source"]}
    quoting = [name for name, table in tables.frames.items() if "quote" in table]
    assert {"blocks", "sentences", "hype", "superlatives", "facts", "leftovers"} <= set(quoting)
    for name in quoting:
        for row in tables.frames[name].itertuples():
            assert texts[row.source][row.start : row.end] == row.quote, name
            before = texts[row.source][: row.start]
            assert row.line == before.count("\n") + 1, name


def test_counts_are_of_article_text(folder):
    articles = analysis.load(folder).articles.set_index("source")
    assert articles.loc["two.txt", ["n_words", "n_sentences", "n_paragraphs"]].tolist() == [
        20,
        3,
        1,
    ]


def test_the_cache_changes_nothing(folder):
    first = analysis.load(folder)
    same(first, analysis.load(folder))
    same(first, analysis.load(folder, cached=False))


def test_any_number_of_processes_gives_the_same_tables(folder, monkeypatch):
    monkeypatch.setattr(analysis, "PARTITION", 1)
    one = analysis.load(folder, cached=False)
    same(one, analysis.load(folder, cached=False, jobs=2))


def test_a_folder_equals_its_files_one_by_one(folder, tmp_path):
    whole = analysis.load(folder)
    for name in ("one.txt", "two.txt"):
        alone = tmp_path / name.removesuffix(".txt")
        alone.mkdir()
        (alone / name).write_text((folder / name).read_text())
        own = analysis.load(alone)
        for table in ("blocks", "sentences", "hype", "superlatives", "quotations"):
            part = whole.frames[table].query("source == @name").reset_index(drop=True)
            pd.testing.assert_frame_equal(own.frames[table], part, obj=table, check_dtype=False)


def test_a_damaged_table_is_made_again(folder):
    first = analysis.load(folder)
    for file in paths.cache().rglob("*.parquet"):
        file.write_bytes(b"damaged")
    same(first, analysis.load(folder))


def test_a_changed_article_is_analysed_again(folder):
    analysis.load(folder)
    (folder / "two.txt").write_text(TWO.replace("groundbreaking", "small"))
    assert "groundbreaking" not in analysis.load(folder).hype["quote"].tolist()


def test_nothing_to_analyse_is_a_mistake_that_names_file_and_remedy(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")
    with pytest.raises(StoryError, match=r"no article to analyse \(a.txt: empty: remove it"):
        analysis.load(tmp_path)


def test_an_unknown_table_is_no_attribute(folder):
    with pytest.raises(AttributeError, match="no table hyperbole"):
        getattr(analysis.load(folder), "hyperbole")  # noqa: B009
