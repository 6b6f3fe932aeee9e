"""Run every measure over a story, once, and hand the tables to the notebooks.

The folder is cut into partitions of articles. Each partition is analysed on its own and its
tables lie on disk under a digest of all they depend on, so that a second run, a second
process or a run after a power cut finds them done. What needs the whole story (names, facts,
divergence) is computed from the joined tables.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import weakref
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from helpers import paths, store
from helpers.problems import StoryError, Unusable
from helpers.texts import files

if TYPE_CHECKING:
    from helpers.corpus import Story
    from helpers.settings import Settings
    from helpers.texts.files import TextFile

PARTITION = 25  # articles, fewer if they are long: their parses are in memory at once
PARTITION_BYTES = 500_000
SUPPORT = ("evidence", "named", "vague", "none")


@dataclass(frozen=True)
class Tables:
    """All tables of a story; each is described in the README.

    `title` and `folder` name the story. A table is an attribute: `tables.hype`, read from disk
    at each call.
    """

    title: str
    folder: Path
    frames: Mapping[str, pd.DataFrame]

    def __getattr__(self, name: str) -> pd.DataFrame:
        if name.startswith("_") or name not in self.frames:
            raise AttributeError(f"no table {name}")
        return self.frames[name].copy()

    def __repr__(self) -> str:
        return f"Tables of {self.title}: {', '.join(sorted(self.frames))}"

    def text(self, source: str) -> str:
        """Return the text of one article, in which the offsets of all tables count.

        Raises `Unusable` if the file is no longer the one that was analysed.
        """
        from helpers import corpus

        return corpus.read_text(self.folder / source, self.folder, self._digests[source])[0]

    @cached_property
    def _digests(self) -> dict[str, str]:
        articles = self.frames["articles"]
        return dict(zip(articles["source"], articles["sha256"], strict=True))


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

    folder = (folder or paths.story()).resolve()
    run = partial(engines.run, jobs=jobs, engine=engine, scheduler=scheduler, tell=progress)
    if not cached:
        return uncached(folder, run)
    whole = paths.cache() / "tables" / fingerprint(folder)
    if not store.is_whole(whole):
        analyse(folder, whole, run)
    return Tables(store.read_title(whole), folder, store.Stored([whole]))


def fingerprint(folder: Path) -> str:
    """Return a digest of all that the tables of the story in `folder` depend on."""
    told = [folder.name, os.environ.get("STORY_KERNEL", "")]
    for source, path in files.find_files(folder):
        try:
            told.append(f"{source}\0{files.digest(files.read_file(path, folder))}")
        except Unusable as problem:
            told.append(f"{source}\0{problem}")
    settings = folder / paths.SETTINGS
    try:
        told.append(
            files.read_plain(settings).hex() if files.is_inside(settings, folder) else "link"
        )
    except (OSError, Unusable) as error:
        told.append(f"none: {error}")
    return store.digest("story", *told)


def uncached(folder: Path, run: Callable) -> Tables:
    """Return all tables from a place of their own, which goes when they go."""
    place = Path(tempfile.mkdtemp())
    frames = store.Stored([place / "story"])
    weakref.finalize(frames, shutil.rmtree, place, ignore_errors=True)
    analyse(folder, place / "story", run, cached=False)
    return Tables(store.read_title(place / "story"), folder, frames)


def analyse(folder: Path, whole: Path, run: Callable, *, cached: bool = True) -> None:
    """Write all tables of the story in `folder` to `whole`, and beside it those of its partitions.

    Partitions that are there already are kept. `run` is `engines.run` with its options.
    """
    from helpers import corpus, language
    from helpers.settling import alignment

    story = corpus.read_story(folder)
    if not story.files:
        raise nothing_to_analyse(folder, story.skipped)
    paired = len(story.files) <= alignment.MAX_SOURCES
    settings = repr((story.settings, language.kernel(), paired))
    parts = {
        whole.with_name(store.digest("articles", settings, *fingerprints(found))): found
        for found in partitions(story.files)
    }
    missing = [(part, found) for part, found in parts.items() if not store.is_whole(part)]
    run(partial(write_partition, folder, story.settings, cached, paired), missing)
    joined = store.Stored(list(parts))
    if joined["articles"].empty:
        raise nothing_to_analyse(folder, pd.concat([story.skipped, joined["skipped"]]))
    store.write_tables(analyse_story(story, joined), whole, title=story.title, parts=joined)


def nothing_to_analyse(folder: Path, skipped: pd.DataFrame) -> StoryError:
    """Return the error for a story without an article, with the reason of each file."""
    reasons = "; ".join(f"{row.path}: {row.reason}" for row in skipped.head(10).itertuples())
    return StoryError(f"{folder}: no article to analyse ({reasons})")


def write_partition(
    folder: Path, settings: Settings, cached: bool, paired: bool, place: Path, run: list[TextFile]
) -> int:
    """Analyse these files, write their tables to `place` and return how many files there were.

    `paired` says that the story is small enough to set what is said in words against each other.
    Nothing is done if they are there: a lost answer of a finished worker is asked for again.
    """
    if not store.is_whole(place):
        tables = analyse_partition(run, folder, settings, cached=cached, paired=paired)
        store.write_tables(tables, place)
    return len(run)


def partitions(found: tuple[TextFile, ...]) -> list[list[TextFile]]:
    """Return the files in runs of at most `PARTITION`, and `PARTITION_BYTES` but for a single one."""
    runs: list[list[TextFile]] = []
    size = 0
    for file in found:
        size += file.size
        if not runs or len(runs[-1]) == PARTITION or size > PARTITION_BYTES:
            runs.append([])
            size = file.size
        runs[-1].append(file)
    return runs


def fingerprints(run: list[TextFile]) -> list[str]:
    """Return what tells the files of a run from others: names and contents."""
    return [f"{file.source}\0{file.sha256}" for file in run]


def analyse_partition(
    run: list[TextFile], folder: Path, settings: Settings, *, cached: bool, paired: bool
) -> dict[str, pd.DataFrame]:
    """Return the tables that need one article at a time, for these files."""
    from helpers import (
        attribution,
        contrast,
        controls,
        corpus,
        facts,
        hype,
        language,
        readability,
        superlatives,
        textstat_compared,
    )
    from helpers.name_rules import mentions
    from helpers.reading_ease import counts
    from helpers.texts import duplicates

    articles, skipped = corpus.read_articles(run, folder, settings)
    parsed = list(language.parse(articles, cached=cached))
    sentences = counts.count_sentences(parsed)
    signatures = [duplicates.signature(article) for article in articles]
    known = corpus.articles_table(articles).assign(signature=signatures)
    sources = known["source"]
    tables = {
        "skipped": skipped,
        "articles": with_counts(known, sentences),
        "blocks": corpus.blocks_table(articles),
        "sentences": sentences,
        "readability": readability.score(sentences, sources=sources),
        "costly_words": counts.costliest_words(parsed),
        "textstat": textstat_compared.count_by_textstat(parsed),
        "hype": hype.find_hype(parsed),
        "constructions": hype.find_constructions(parsed),
        "controls": controls.find_controls(parsed),
        "words": contrast.count_words(parsed),
        "quotations": attribution.find_quotations(parsed),
        "superlatives": superlatives.find_superlatives(parsed),
        "mentions": mentions.find_mentions(parsed),
        "statements": facts.find_statements(parsed, paired=paired),
    }
    attribution.attribute.cache_clear()  # it holds parses
    return tables | {"rates": rates(tables, sources)}


def rates(tables: Mapping[str, pd.DataFrame], sources: pd.Series) -> pd.DataFrame:
    """Return `intervals.RATES` of hype by category and of superlatives by support, by source."""
    from helpers import hype, intervals

    counted = (("hype", "category", hype.CATEGORIES), ("superlatives", "support", SUPPORT))
    parts = [
        intervals.rates(
            tables[name],
            tables["sentences"],
            measure=name,
            by=by,
            categories=values,
            sources=sources,
        )
        for name, by, values in counted
    ]
    return pd.concat(parts).sort_values("source", kind="stable", ignore_index=True)


def analyse_story(story: Story, tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Return the tables that need the whole story, from the joined tables of its articles."""
    from helpers import contradictions, corpus, divergence, facts, names, plain
    from helpers.texts import duplicates

    articles = duplicates.with_originals(corpus.with_distinct_labels(tables["articles"]))
    skipped = [story.skipped, tables["skipped"], duplicates.warnings(articles)]
    known = names.resolve(store.in_parts(tables, "mentions"), story.settings)
    plain.release()
    statements = store.in_parts(tables, "statements")
    settled, leftovers = facts.settle(statements, known, story.settings)
    plain.release()
    return {
        "skipped": pd.concat(skipped).sort_values("path", kind="stable", ignore_index=True),
        "articles": articles,
        "names": known,
        "facts": settled,
        "leftovers": leftovers,
        "divergence": divergence.compare(settled, articles, story.settings),
        "contradictions": contradictions.pairs(settled, articles),
        "internal_conflicts": contradictions.internal(settled, articles),
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
