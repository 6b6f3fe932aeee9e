"""Find the files of a story and decode them: nothing outside the folder is read or run."""

import codecs
import hashlib
import os
import stat
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from helpers.problems import Unusable

TEXT_SUFFIXES = (".txt", ".md")
PAGE_SUFFIXES = (".html", ".htm")
OTHER_SUFFIXES = (".toml", ".csv", ".json", ".jsonl")
LEFT_OUT_FOLDERS = ("labels",)
MAX_BYTES = 2_000_000
MAX_CHARACTERS = 250_000
MAX_LINES = 20_000
# Of a page: its tags, and how many of them are too many for the slower ways to find the article.
MAX_TAGS = 20_000
MANY_TAGS = 5_000
CONTROL_SHARE = 0.01
BYTE_ORDER_MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
OLD_ENCODINGS = ("cp1252", "utf_16_le", "utf_16_be")
OLD_DECLARED = ("iso8859", "cp125", "mac-")


@dataclass(frozen=True)
class TextFile:
    """A file of the story: its name within the folder, where it is, what it holds, and its size in bytes."""

    source: str
    path: Path
    sha256: str
    size: int = 0


def find_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the name within `folder` and the path of each file that may be an article, by name.

    Sub-folders are searched; hidden files, `labels/`, READMEs, tables and folders with results
    of this program (they hold `run.json`) are left out. Links to folders are not followed. A
    folder that cannot be listed is yielded itself.
    """
    found = sorted(walk(folder), key=lambda path: path.parts)
    for path in found:
        if path.stem.lower() != "readme" and path.suffix.lower() not in OTHER_SUFFIXES:
            yield path.relative_to(folder).as_posix(), path


def readable(name: str) -> str:
    r"""Return the name of a file with bytes that are not UTF-8 written as `\xff`."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def walk(folder: Path) -> Iterator[Path]:
    """Yield the files below `folder`, and the folders that are named like a text or are closed.

    It keeps its own list of folders to visit: a folder may be deeper than Python can recurse.
    """
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as listing:
                entries = [entry for entry in listing if not entry.name.startswith(".")]
        except OSError:
            yield here
            continue
        if here != folder and any(entry.name == "run.json" for entry in entries):
            continue
        for entry in entries:
            path = here / entry.name
            if entry.is_dir(follow_symlinks=False) and not is_text_name(path):
                if entry.name not in LEFT_OUT_FOLDERS:
                    waiting.append(path)
            elif is_text_name(path) or not path.is_dir():
                yield path


def is_text_name(path: Path) -> bool:
    """Tell whether a name ends like that of a text or page."""
    return path.suffix.lower() in TEXT_SUFFIXES + PAGE_SUFFIXES


def is_inside(path: Path, folder: Path) -> bool:
    """Tell whether a path, its links followed, lies in `folder`; a loop of links does not."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False


def read_file(path: Path, folder: Path) -> bytes:
    """Return the bytes of a plain text file inside `folder`.

    Raises `Unusable` with reason and remedy for anything else.
    """
    try:
        if not is_text_name(path):
            if path.is_dir():
                raise Unusable("a folder that cannot be listed: check its permissions")
            raise Unusable("not .txt, .md or .html: save it as text")
        if not is_inside(path, folder):
            raise Unusable("a link out of the folder: copy the file itself into it")
        if not path.is_file():
            raise Unusable("not a file: rename or remove it")
        content = read_plain(path)
    except OSError as error:
        raise Unusable(f"cannot be read ({error.strerror}): check its permissions") from None
    if not content.strip():
        raise Unusable("empty: remove it or paste the article into it")
    return content


def read_plain(path: Path) -> bytes:
    """Return the bytes of a plain file, at most `MAX_BYTES`.

    Raises `Unusable` for a larger one, and for a pipe or device that has taken the file's place.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as stream:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise Unusable("not a file: rename or remove it")
        content = stream.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise Unusable(f"larger than {MAX_BYTES:,} bytes: split it into articles")
    return content


def digest(content: bytes) -> str:
    """Return the SHA-256 of a file's bytes."""
    return hashlib.sha256(content).hexdigest()


def decode(content: bytes, declared: str = "") -> tuple[str, str]:
    """Return the text and the name of its encoding.

    A byte order mark decides; else UTF-8; else the encoding that a page declares; else
    Windows-1252 or UTF-16, if the result reads as text. Raises `Unusable` for anything else.
    """
    marked = decode_by_mark(content) or decode_declared(content, declared)
    text, encoding = marked or decode_old(content)
    if "\0" in text:
        raise Unusable("holds NUL bytes, so it is no plain text: save it as UTF-8 text")
    if control_share(text) > CONTROL_SHARE:
        raise Unusable("binary, not text: save the article as UTF-8 text")
    if not text.strip():
        raise Unusable("only white space: remove it or paste the article into it")
    return text, encoding


def check_size(text: str) -> None:
    """Raise `Unusable` for a text beyond the limits."""
    if len(text) > MAX_CHARACTERS:
        raise Unusable(f"longer than {MAX_CHARACTERS:,} characters: split it into articles")
    if text.count("\n") + text.count("\r") > MAX_LINES:
        raise Unusable(f"more than {MAX_LINES:,} lines: split it into articles")


def decode_by_mark(content: bytes) -> tuple[str, str] | None:
    """Return text and encoding if a byte order mark or UTF-8 fits, else None."""
    marked = next((name for mark, name in BYTE_ORDER_MARKS.items() if content.startswith(mark)), "")
    if b"\0" in content and not marked:
        return None  # UTF-16 without a mark, or no text at all
    try:
        return content.decode(marked or "utf-8"), marked or "utf-8"
    except UnicodeDecodeError:
        if marked:
            raise Unusable(f"damaged {marked} text: save it as UTF-8") from None
        return None


def declared_encoding(page: bytes) -> str:
    """Return the name of the encoding that an HTML page declares, or nothing."""
    from lxml import etree, html

    try:
        return html.document_fromstring(page[:4_096]).getroottree().docinfo.encoding or ""
    except (etree.LxmlError, ValueError):
        return ""


def decode_declared(content: bytes, declared: str) -> tuple[str, str] | None:
    """Return text and encoding by what a page declares, if that is an old one and fits.

    Latin-1 is not believed: it is named by default, and pages that name it are in Windows-1252.
    """
    try:
        name = codecs.lookup(declared).name
        old = name.startswith(OLD_DECLARED) and name != "iso8859-1"
        return (content.decode(name), name) if old else None
    except (LookupError, ValueError):
        return None


def decode_old(content: bytes) -> tuple[str, str]:
    """Return text and encoding for bytes that are not UTF-8, or raise `Unusable`."""
    import charset_normalizer

    best = charset_normalizer.from_bytes(content, cp_isolation=list(OLD_ENCODINGS)).best()
    if best is None:
        raise Unusable("not UTF-8, and no encoding of English text fits: save it as UTF-8")
    return content.decode(best.encoding), best.encoding


def control_share(text: str) -> float:
    """Return the share of control characters other than line breaks and tabs, from 0 to 1."""
    counts = Counter(text)
    controls = sum(n for c, n in counts.items() if unicodedata.category(c) == "Cc")
    return (controls - sum(counts[c] for c in "\n\r\t\f\v\0")) / max(len(text), 1)


def page_text(page: str) -> str:
    """Return the article in an HTML page as lines, its headings and lists marked as in Markdown.

    Raises `Unusable` if no article is found in it, or if it has too many tags: the time to find
    it grows with their square.
    """
    import trafilatura

    n_tags = page.count("<")
    if n_tags > MAX_TAGS:
        raise Unusable(f"a page of more than {MAX_TAGS:,} tags: save its text as .txt")
    found = trafilatura.extract(
        page,
        output_format="markdown",
        include_comments=False,
        include_formatting=True,
        fast=n_tags > MANY_TAGS,
    )
    if not found:
        raise Unusable("no article found in the page: save its text as .txt")
    return found
