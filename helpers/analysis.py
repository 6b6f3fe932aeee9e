"""Run every measure over a story, once, and hand the tables to the notebooks.

The folder is cut into partitions of articles. Each partition is analysed on its own and its
tables lie on disk under a digest of all they depend on, so that a second run, a second
process or a run after a power cut finds them done. What needs the whole story (names, facts,
divergence, rates) is computed from the joined tables.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from helpers import corpus, paths, store
from helpers.problems import StoryError

if TYPE_CHECKING:
    from helpers.corpus import Story
    from helpers.files import TextFile
    from helpers.settings import Settings

PARTITION = 25
SUPPORT = ("evidence", "named", "vague", "none")


@dataclass(frozen=True)
class Tables:
    """All tables of a story; each is described in the README.

    `title` and `folder` name the story. A table is an attribute: `tables.hype`.
    """

    title: str
    folder: Path
    frames: dict[str, pd.DataFrame]

    def __getattr__(self, name: str) -> pd.DataFrame:
        if name.startswith("_") or name not in self.frames:
            raise AttributeError(f"no table {name}")
        return self.frames[name].copy()

    def __repr__(self) -> str:
        return f"Tables of {self.title}: {', '.join(sorted(self.frames))}"

    def text(self, source: str) -> str:
        """Return the text of one article, in which the offsets of all tables count."""
        return corpus.read_text(self.folder / source, self.folder)[0]


def load(
    folder: Path | None = None,
    *,
    cached: bool = True,
    jobs: int = 1,
    engine: str = "processes",
    scheduler: str | None = None,
    progress: Callable[[str], None] | None = None,
) -> Tables:
    """Return the tables of the story in `folder` (default: `paths.story()`).

    What was computed before, from the same files by the same code, is read from the cache;
    `cached=False` neither reads nor writes it. `jobs` processes analyse the articles, or
    the workers of an `engine` (`engines.run`); the tables are the same for any number.
    `progress` gets a line about each step.

    Raises `StoryError` if the folder holds no article that can be analysed, or a process dies.
    """
    from helpers import engines

    story = corpus.read_story((folder or paths.story()).resolve())
    run = partial(engines.run, jobs=jobs, engine=engine, scheduler=scheduler, tell=progress)
    if cached:
        frames = analyse(story, paths.cache() / "tables", run)
    else:
        with tempfile.TemporaryDirectory() as scratch:
            frames = analyse(story, Path(scratch), run, cached=False)
    return Tables(story.title, story.folder, frames)


def analyse(
    story: Story, place: Path, run: Callable, *, cached: bool = True
) -> dict[str, pd.DataFrame]:
    """Return all tables of `story`, from `place` where they lie, else made and put there.

    `run` is `engines.run` with its options.
    """
    from helpers import language

    if not story.files:
        raise nothing_to_analyse(story.folder, story.skipped)
    settings = repr((story.settings, language.kernel()))
    runs = partitions(story.files)
    keys = [store.digest("articles", settings, *fingerprints(run)) for run in runs]
    whole = place / store.digest("story", settings, story.title, *keys)
    if not store.is_whole(whole):
        missing = {
            place / key: run
            for key, run in zip(keys, runs, strict=True)
            if not store.is_whole(place / key)
        }
        make = partial(write_partition, story.folder, story.settings, cached)
        run(make, list(missing.items()))
        joined = join_tables([store.read_tables(place / key) for key in keys])
        if joined["articles"].empty:
            raise nothing_to_analyse(story.folder, pd.concat([story.skipped, joined["skipped"]]))
        store.write_tables(joined | analyse_story(story, joined), whole)
    return store.read_tables(whole)


def nothing_to_analyse(folder: Path, skipped: pd.DataFrame) -> StoryError:
    """Return the error for a story without an article, with the reason of each file."""
    reasons = "; ".join(f"{row.path}: {row.reason}" for row in skipped.head(10).itertuples())
    return StoryError(f"{folder}: no article to analyse ({reasons})")


def write_partition(
    folder: Path, settings: Settings, cached: bool, place: Path, run: list[TextFile]
) -> int:
    """Analyse these files, write their tables to `place` and return how many files there were.

    Nothing is done if they are there: a lost answer of a finished worker is asked for again.
    """
    if not store.is_whole(place):
        store.write_tables(analyse_partition(run, folder, settings, cached=cached), place)
    return len(run)


def partitions(found: tuple[TextFile, ...]) -> list[list[TextFile]]:
    """Return the files in runs of `PARTITION`."""
    return [list(found[i : i + PARTITION]) for i in range(0, len(found), PARTITION)]


def fingerprints(run: list[TextFile]) -> list[str]:
    """Return what tells the files of a run from others: names and contents."""
    return [f"{file.source}\0{file.sha256}" for file in run]


def analyse_partition(
    run: list[TextFile], folder: Path, settings: Settings, *, cached: bool
) -> dict[str, pd.DataFrame]:
    """Return the tables that need one article at a time, for these files."""
    from helpers import (
        attribution,
        contrast,
        controls,
        duplicates,
        facts,
        hype,
        language,
        mentions,
        reading_counts,
        superlatives,
        textstat_compared,
    )

    articles, skipped = corpus.read_articles(run, folder, settings)
    parsed = list(language.parse(articles, cached=cached))
    sentences = reading_counts.count_sentences(parsed)
    signatures = [duplicates.signature(article) for article in articles]
    known = corpus.articles_table(articles).assign(signature=signatures)
    return {
        "skipped": skipped,
        "articles": with_counts(known, sentences),
        "blocks": corpus.blocks_table(articles),
        "sentences": sentences,
        "costly_words": reading_counts.costliest_words(parsed),
        "textstat": textstat_compared.count_by_textstat(parsed),
        "hype": hype.find_hype(parsed),
        "constructions": hype.find_constructions(parsed),
        "controls": controls.find_controls(parsed),
        "words": contrast.count_words(parsed),
        "quotations": attribution.find_quotations(parsed),
        "superlatives": superlatives.find_superlatives(parsed),
        "mentions": mentions.find_mentions(parsed),
        "statements": facts.find_statements(parsed),
    }


def analyse_story(story: Story, tables: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Return the tables that need the whole story, from the joined tables of its articles."""
    from helpers import (
        contradictions,
        divergence,
        duplicates,
        facts,
        hype,
        intervals,
        names,
        readability,
    )

    articles = duplicates.with_originals(corpus.with_distinct_labels(tables["articles"]))
    skipped = [story.skipped, tables["skipped"], duplicates.warnings(articles)]
    sources, sentences = articles["source"], tables["sentences"]
    known = names.resolve(tables["mentions"], story.settings)
    settled, leftovers = facts.settle(tables["statements"], known, story.settings)
    counted = (("hype", "category", hype.CATEGORIES), ("superlatives", "support", SUPPORT))
    rates = [
        intervals.rates(tables[measure], sentences, measure=measure, sources=sources, **kinds)
        for measure, by, values in counted
        for kinds in ({}, {"by": by, "categories": values})
    ]
    return {
        "skipped": pd.concat(skipped).sort_values("path", kind="stable", ignore_index=True),
        "articles": articles,
        "names": known,
        "facts": settled,
        "leftovers": leftovers,
        "divergence": divergence.compare(settled, articles, story.settings),
        "contradictions": contradictions.pairs(settled, articles),
        "internal_conflicts": contradictions.internal(settled, articles),
        "readability": readability.score(sentences, sources=sources),
        "rates": pd.concat(rates, ignore_index=True),
    }


def with_counts(articles: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return `articles` with `n_words n_sentences n_paragraphs`, counted in article text."""
    by_source = sentences.groupby("source")
    paragraphs = sentences[sentences["block_kind"] == "paragraph"]
    counts = pd.DataFrame(
        {
            "n_words": by_source["n_words"].sum(),
            "n_sentences": by_source.size(),
            "n_paragraphs": paragraphs.groupby("source")["block"].nunique(),
        }
    )
    joined = articles.join(counts, on="source")
    return joined.fillna(dict.fromkeys(counts.columns, 0)).astype(dict.fromkeys(counts, int))


def join_tables(parts: list[dict[str, pd.DataFrame]]) -> dict[str, pd.DataFrame]:
    """Return the tables of several partitions as one, in the order of the partitions."""
    return {name: pd.concat([part[name] for part in parts], ignore_index=True) for name in parts[0]}
