"""How much of a story is held at once: the parses of one partition, never those of a folder."""

import gc
import weakref

import pytest

from helpers import analysis, language
from helpers.texts.files import TextFile

ARTICLES, PARTITION = 12, 3


@pytest.fixture
def parsed(monkeypatch):
    """Return weak references to all parses that are made, and how many lived at each new one."""
    made, alive = [], []
    parse = language.parse

    def watched(articles, **options):
        for article in parse(articles, **options):
            gc.collect()
            alive.append(sum(doc() is not None for doc in made))
            made.extend(weakref.ref(block.doc) for block in article.blocks)
            yield article

    monkeypatch.setattr(language, "parse", watched)
    return made, alive


@pytest.mark.parametrize("cached", [False, True])
def test_no_more_than_one_partition_of_parses_is_held(tmp_path, monkeypatch, parsed, cached):
    made, alive = parsed
    monkeypatch.setenv("STORY_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(analysis, "PARTITION", PARTITION)
    (tmp_path / "story").mkdir()
    for number in range(ARTICLES):
        text = f"Title of it\n\nThe firm paid ${number} million on Monday.\n\nIt is the best."
        (tmp_path / "story" / f"{number}.txt").write_text(text)
    analysis.load(tmp_path / "story", cached=cached)
    blocks = len(made) // ARTICLES
    assert blocks == 3 and len(alive) == ARTICLES
    # While a partition is parsed, the last of the one before may still be at hand.
    assert max(alive) <= blocks * PARTITION
    gc.collect()
    assert not any(doc() is not None for doc in made)


def test_long_articles_come_in_small_partitions(tmp_path, monkeypatch):
    sizes = [100_000, 399_000, 2_000, 600_000, 1_000, 1_000]
    found = [TextFile(f"{n}.txt", tmp_path, "", size) for n, size in enumerate(sizes)]
    monkeypatch.setattr(analysis, "PARTITION", 3)
    runs = [[file.size for file in run] for run in analysis.partitions(tuple(found))]
    assert runs == [[100_000, 399_000], [2_000], [600_000], [1_000, 1_000]]
    runs = analysis.partitions(tuple(found[:1] * 4))
    assert [len(run) for run in runs] == [3, 1]
