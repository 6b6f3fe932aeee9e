"""Read and check a folder of articles: text as decoded, blocks, title, what was skipped."""

import hashlib
import textwrap
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from helpers.blocks import ARTICLE_KINDS, Block, classify
from helpers.problems import StoryError
from helpers.settings import Settings, Source, read_settings

SUFFIXES = (".txt",)
MAX_CHARACTERS = 1_000_000
MIN_WORDS = 20
LABEL_WIDTH = 40
BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
SKIPPED_COLUMNS = ("path", "action", "reason")


@dataclass(frozen=True)
class Article:
    """One article: its text as decoded, never cleaned, and what is known of it.

    `date` is ISO 8601 or empty; offsets in `blocks` count characters of `text`.
    """

    source: str
    label: str
    title: str
    text: str
    blocks: tuple[Block, ...]
    encoding: str
    sha256: str
    outlet: str = ""
    author: str = ""
    date: str = ""
    url: str = ""


@dataclass(frozen=True)
class Story:
    """A folder of articles about one event.

    `skipped` has one row per file left out, or used with a warning: `path`, `action`
    (skipped, warning), `reason`.
    """

    folder: Path
    title: str
    articles: tuple[Article, ...]
    skipped: pd.DataFrame
    settings: Settings


class Unusable(Exception):
    """A file that cannot be analysed; the message is the reason and the remedy."""


def read_story(folder: Path) -> Story:
    """Return the story in `folder`, its articles sorted by file name.

    Raises `StoryError` if the folder is missing, holds no text file, or `story.toml` is
    wrong. A file that cannot be used is listed in `skipped`, and the rest is read.
    """
    if not folder.is_dir():
        raise StoryError(f"{folder}: no such folder: name a folder with .txt files")
    settings = read_settings(folder)
    files = sorted(path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES)
    if not files:
        raise StoryError(f"{folder}: no .txt files: put one article a file into it")
    articles: list[Article] = []
    skipped: list[tuple[str, str, str]] = []
    for file in files:
        try:
            articles.append(read_article(file, folder, settings, taken=articles))
        except Unusable as problem:
            skipped.append((file.name, "skipped", str(problem)))
    return Story(
        folder=folder,
        title=settings.title or folder.name,
        articles=with_distinct_labels(articles),
        skipped=pd.DataFrame(skipped, columns=list(SKIPPED_COLUMNS)),
        settings=settings,
    )


def read_article(file: Path, folder: Path, settings: Settings, taken: list[Article]) -> Article:
    """Return the article in `file`. Raises `Unusable` with reason and remedy."""
    content = read_bytes(file, folder)
    text, encoding = decode(content)
    if len(text) > MAX_CHARACTERS:
        raise Unusable(f"longer than {MAX_CHARACTERS:,} characters: split it into articles")
    digest = hashlib.sha256(content).hexdigest()
    if twin := next((article.source for article in taken if article.sha256 == digest), ""):
        raise Unusable(f"the same text as {twin}: remove one of the two")
    overrules = settings.lines.get(file.name, {})
    known = settings.sources.get(file.name, Source())
    return article_from_text(text, file.name, overrules, known, encoding, digest)


def article_from_text(
    text: str,
    source: str,
    overrules: dict[int, str] | None = None,
    known: Source | None = None,
    encoding: str = "utf-8",
    sha256: str = "",
) -> Article:
    """Return `text` as an article: lines classified, title found, label chosen."""
    known = known or Source()
    blocks = classify(text, overrules)
    title = next((text[b.start : b.end] for b in blocks if b.kind == "title"), "")
    shortened = textwrap.shorten(title, LABEL_WIDTH, placeholder="…")
    return Article(
        source=source,
        label=known.label or shortened or Path(source).stem,
        title=title,
        text=text,
        blocks=blocks,
        encoding=encoding,
        sha256=sha256 or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        outlet=known.outlet,
        author=known.author,
        date=known.date,
        url=known.url,
    )


def read_bytes(file: Path, folder: Path) -> bytes:
    """Return the content of a plain file inside the folder, or raise `Unusable`."""
    if not file.resolve().is_relative_to(folder.resolve()):
        raise Unusable("a link out of the folder: copy the file into it")
    if not file.is_file():
        raise Unusable("not a file: remove or rename it")
    try:
        content = file.read_bytes()
    except OSError as error:
        raise Unusable(f"cannot be read ({error.strerror}): check its permissions") from None
    if not content.strip():
        raise Unusable("empty: remove it or paste the article into it")
    return content


def decode(content: bytes) -> tuple[str, str]:
    """Return the text and its encoding: UTF-8, or what a byte order mark names.

    Raises `Unusable` for bytes that are no such text.
    """
    marks = (name for mark, name in BYTE_ORDER_MARKS.items() if content.startswith(mark))
    encoding = next(marks, "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        place = f"byte {error.start + 1}"
        raise Unusable(f"not {encoding} text ({place}): save it as UTF-8") from None
    if "\0" in text:
        raise Unusable("holds NUL bytes, so it is no text: save it as UTF-8 text")
    return text, encoding


def with_distinct_labels(articles: list[Article]) -> tuple[Article, ...]:
    """Return the articles with labels told apart by the file's name where two are the same."""
    labels = [article.label for article in articles]
    return tuple(
        replace(article, label=f"{article.label} ({Path(article.source).stem})")
        if labels.count(article.label) > 1
        else article
        for article in articles
    )


def articles_table(articles: tuple[Article, ...]) -> pd.DataFrame:
    """Return one row per article: what is known of it, and the share of boilerplate.

    `share_boilerplate` is the share of characters in blocks that are not the article, 0 to 1.
    """
    columns = ["source", "label", "title", "outlet", "author", "date", "url", "n_characters"]
    columns += ["share_boilerplate", "encoding", "sha256"]
    rows = []
    for article in articles:
        sizes = [(block.kind in ARTICLE_KINDS, block.end - block.start) for block in article.blocks]
        total = sum(size for _, size in sizes) or 1
        dropped = sum(size for kept, size in sizes if not kept) / total
        known = (article.outlet, article.author, article.date, article.url)
        row = (article.source, article.label, article.title, *known, len(article.text), dropped)
        rows.append((*row, article.encoding, article.sha256))
    return pd.DataFrame(rows, columns=columns)


def blocks_table(articles: tuple[Article, ...]) -> pd.DataFrame:
    """Return one row per non-empty block: `source line start end quote kind`."""
    rows = [
        (article.source, block.line, block.start, block.end)
        + (article.text[block.start : block.end], block.kind)
        for article in articles
        for block in article.blocks
    ]
    return pd.DataFrame(rows, columns=["source", "line", "start", "end", "quote", "kind"])
