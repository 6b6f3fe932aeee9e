"""Compare the tables of a story with its labels, once; notebooks read the outcome from disk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from helpers import analysis, paths, store
from helpers.texts import files

if TYPE_CHECKING:
    import pandas as pd

LABELS = "labels"


def load(tables: analysis.Tables) -> analysis.Tables:
    """Return all comparisons of `tables` with the labels of their story, as tables.

    `overview problems` tell of the labels; `agreement same_by_passes` compare the passes;
    `scores by_source by_category summary same_as_labels fact_levels mistakes corrected` the
    detectors with them; `ten marked` are for the exercise. Each is described where it is made.
    What was compared before comes from the cache.
    """
    told = store.identity(tables.frames), *fingerprint(tables.folder)
    place = paths.cache() / "scores" / store.digest(*told, start="scores")
    if not store.is_whole(place):
        store.write_tables(compare(tables), place)
    return analysis.Tables(tables.title, tables.folder, store.Stored([place]))


def fingerprint(folder: Path) -> list[str]:
    """Return what tells the labels in `folder` from others: names and contents."""
    found = sorted((folder / LABELS).rglob("*"))
    kept = (path for path in found if files.is_inside(path, folder))
    return [f"{path.relative_to(folder)}\0{content(path)}" for path in kept]


def content(path: Path) -> str:
    """Return a digest of a file, or nothing of what is none or cannot be read."""
    try:
        return store.file_digest(path) if path.is_file() else ""
    except OSError:
        return ""


def compare(tables: analysis.Tables) -> dict[str, pd.DataFrame]:
    """Return what `load` does, made anew."""
    from helpers import accuracy, exercise
    from helpers.scoring import agreement, correction, errors, labels

    given = labels.load(tables)
    judged = accuracy.compare(tables, given)
    scores = accuracy.score(judged, tables.blocks)
    return {
        "overview": labels.overview(given),
        "problems": given.problems,
        "agreement": agreement.agreement(tables, given),
        "same_by_passes": agreement.same_attributes(given),
        "scores": scores,
        "by_source": accuracy.score(judged, tables.blocks, by="source"),
        "by_category": accuracy.score(judged, tables.blocks, by="category"),
        "summary": accuracy.summary(scores),
        "same_as_labels": accuracy.same_attributes(judged),
        "fact_levels": accuracy.fact_levels(tables.facts, given),
        "mistakes": errors.errors(judged, tables.blocks),
        "corrected": correction.corrected_counts(judged, given),
        "ten": exercise.ten_sentences(tables, judged),
        "marked": exercise.marked_hype(judged),
    }
