"""Read and check a folder of articles: text as decoded, blocks, title, what was skipped."""

import textwrap
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

import pandas as pd

from helpers.problems import StoryError, Unusable
from helpers.settings import Settings, Source, read_settings
from helpers.texts import files
from helpers.texts.blocks import ARTICLE_KINDS, Block, classify
from helpers.texts.publication import published

MIN_WORDS = 3
LABEL_WIDTH = 40
SKIPPED = ["path", "action", "reason"]
ARTICLES = ["source", "label", "title", "outlet", "author", "date", "url", "n_characters"]
ARTICLES += ["share_boilerplate", "encoding", "sha256"]
BLOCKS = ["source", "line", "start", "end", "quote", "kind"]


@dataclass(frozen=True)
class Article:
    """One article: its text as decoded, never cleaned, and what is known of it.

    `date` is ISO 8601 or empty; offsets in `blocks` count characters of `text`. The text of an
    HTML page is what was taken out of it.
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
    """A folder of articles about one event: its files, sorted by name, not yet read.

    `skipped` has one row per file left out so far: `path`, `action` (skipped, warning),
    `reason`. Reading may add to it (`read_articles`).
    """

    folder: Path
    title: str
    files: tuple[files.TextFile, ...]
    skipped: pd.DataFrame
    settings: Settings

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """Return all articles at once; a large folder is better read in parts."""
        return tuple(read_articles(self.files, self.folder, self.settings)[0])


def read_story(folder: Path) -> Story:
    """Return the story in `folder`.

    Raises `StoryError` if the folder is missing or holds no text file, or if `story.toml` is
    wrong. A file that cannot be used is listed in `skipped`.
    """
    if not folder.is_dir():
        raise StoryError(f"{folder}: no such folder: name a folder with .txt files")
    settings = read_settings(folder)
    found: dict[str, files.TextFile] = {}
    skipped: list[tuple[str, str, str]] = []
    for source, path in files.find_files(folder):
        try:
            if source != files.readable(source):
                raise Unusable("its name is not in UTF-8: rename it")
            content = files.read_file(path, folder)
            digest = files.digest(content)
            if digest in found:
                raise Unusable(f"the same bytes as {found[digest].source}: counted once")
            found[digest] = files.TextFile(source, path, digest, len(content))
        except Unusable as problem:
            skipped.append((files.readable(source), "skipped", str(problem)))
    if not found and not skipped:
        raise StoryError(f"{folder}: no articles in it: put one article a .txt file into it")
    return Story(
        folder=folder,
        title=settings.title or files.readable(folder.name),
        files=tuple(found.values()),
        skipped=pd.DataFrame(skipped, columns=SKIPPED),
        settings=settings,
    )


def read_articles(
    found: Iterable[files.TextFile], folder: Path, settings: Settings
) -> tuple[list[Article], pd.DataFrame]:
    """Return the articles in these files, and a `skipped` table of what could not be used."""
    articles: list[Article] = []
    skipped: list[tuple[str, str, str]] = []
    for file in found:
        try:
            article = read_article(file, folder, settings)
        except Unusable as problem:
            skipped.append((file.source, "skipped", str(problem)))
            continue
        articles.append(article)
        skipped += [(file.source, "warning", reason) for reason in warnings(article)]
    return articles, pd.DataFrame(skipped, columns=SKIPPED)


def read_article(file: files.TextFile, folder: Path, settings: Settings) -> Article:
    """Return the article in `file`. Raises `Unusable` with reason and remedy."""
    text, encoding = read_text(file.path, folder, file.sha256)
    overrules = settings.lines.get(file.source, {})
    known = settings.sources.get(file.source, Source())
    article = article_from_text(text, file.source, overrules, known, encoding, file.sha256)
    check_prose(article)
    return article


def read_text(path: Path, folder: Path, sha256: str = "") -> tuple[str, str]:
    """Return the text that offsets count in, and its encoding.

    Raises `Unusable`, also if the file is no longer the one with the digest `sha256`.
    """
    content = files.read_file(path, folder)
    if sha256 and files.digest(content) != sha256:
        raise Unusable("changed since it was first read: run again")
    is_page = path.suffix.lower() in files.PAGE_SUFFIXES
    text, encoding = files.decode(content, files.declared_encoding(content) if is_page else "")
    text = files.page_text(text) if is_page else text
    files.check_size(text)
    return text, encoding


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
    title = next((text[b.start : b.end] for b in blocks if b.kind == "title"), "").lstrip("# ")
    shortened = textwrap.shorten(title, LABEL_WIDTH, placeholder="…")
    return Article(
        source=source,
        label=known.label or shortened or PurePosixPath(source).stem,
        title=title,
        text=text,
        blocks=blocks,
        encoding=encoding,
        sha256=sha256,
        outlet=known.outlet,
        author=known.author,
        date=known.date or published(text, blocks),
        url=known.url,
    )


def check_prose(article: Article) -> None:
    """Raise `Unusable` if the article has no text of its own, or none in English."""
    from helpers.texts.english import looks_english

    prose = [article.text[b.start : b.end] for b in article.blocks if b.kind in ARTICLE_KINDS]
    n_words = sum(len(text.split()) for text in prose)
    if not prose:
        raise Unusable("only page furniture, no article: paste the article's text into it")
    if n_words < MIN_WORDS:
        raise Unusable(f"{n_words} word(s), nothing to measure: paste the whole article")
    if not looks_english("\n".join(prose)):
        raise Unusable("not in English: the measures hold for English only")


def warnings(article: Article) -> list[str]:
    """Return what a reader should know of a file that is used all the same."""
    from helpers.texts.mojibake import is_garbled

    found = []
    if not article.encoding.startswith("utf-8"):
        found.append(f"read as {article.encoding}: save it as UTF-8 to be sure")
    if is_garbled(article.text):
        found.append("garbled characters (mojibake), repaired for matching only: save it as UTF-8")
    if article.source.lower().endswith(files.PAGE_SUFFIXES):
        found.append("lines and offsets count in the text taken out of the page, see texts/")
    return found


def with_distinct_labels(articles: pd.DataFrame) -> pd.DataFrame:
    """Return `articles` with a label that two sources share told apart by their file names."""
    shared = articles["label"].map(Counter(articles["label"])) > 1
    names = articles["source"].map(lambda source: PurePosixPath(source).stem)
    labels = articles["label"].where(~shared, articles["label"] + " (" + names + ")")
    return articles.assign(label=labels)


def articles_table(articles: Iterable[Article]) -> pd.DataFrame:
    """Return one row per article: what is known of it, and the share of boilerplate.

    `share_boilerplate` is the share of characters in blocks that are not the article, 0 to 1.
    """
    rows = []
    for article in articles:
        sizes = [(block.kind in ARTICLE_KINDS, block.end - block.start) for block in article.blocks]
        dropped = sum(n for kept, n in sizes if not kept) / max(sum(n for _, n in sizes), 1)
        known = (article.outlet, article.author, article.date, article.url)
        row = (article.source, article.label, article.title, *known, len(article.text), dropped)
        rows.append((*row, article.encoding, article.sha256))
    return pd.DataFrame(rows, columns=ARTICLES)


def blocks_table(articles: Iterable[Article]) -> pd.DataFrame:
    """Return one row per block: `source line start end quote kind`."""
    rows = [
        (article.source, block.line, block.start, block.end)
        + (article.text[block.start : block.end], block.kind)
        for article in articles
        for block in article.blocks
    ]
    return pd.DataFrame(rows, columns=BLOCKS)
