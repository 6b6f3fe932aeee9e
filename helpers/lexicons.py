"""Read and check the lexicons: CSV files that a teacher can edit, one row a term.

`pattern` holds the forms of one expression, separated by `|`. `match` says how they are compared:

- `phrase`: word for word, in any case. `_` stands for a hyphen or a space, `<its>` for any
  possessive or article.
- `idiom`: word for word after a verb in any of its forms: "take the crown" finds "took the crown".
- `lemma`: by dictionary form, so that "redefine" finds "redefined". Also word for word.
- `template`: word for word or by dictionary form, with `*` for a few words between.

In a pattern `@name` stands for each word of a list of `classes.csv`, so that `@body-@stunning` is
"jaw-dropping" and "heart-stopping": a family of words is one row.

`guards` are conditions on the words around a match, separated by `;`. `next!=war|guard` forbids,
`next=NUM` demands. Places: `prev` and `next` (the neighbouring word), `before` and `after` (four
words), `head` (the word that the match belongs to), `sentence`, `article`. Words are compared in
lower case and by dictionary form; NUM is a number, PROPN a name, NOUN, VERB and ADJ a word of that
part of speech, START the beginning of a sentence or of what follows a colon, and `@name` a list of `topics.csv` (of an article: three words of it).
`exceptions` are longer phrases in which the term means something else.

`base` says when a term counts: `hyperbolic` and `promotional` ones always; `context` ones, which
can be meant soberly, in promotional company; `tone` ones in less of it where the whole article
promotes.

`provenance` says where a term was met; `listed_in` names the published word lists that hold its
word, or the word it is formed from ("brilliance": brilliant), by their keys in
`published_lists.csv`.
"""

import csv
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from helpers.paths import LEXICONS
from helpers.problems import StoryError

MATCHES = ("lemma", "phrase", "idiom", "template")
BASES = ("hyperbolic", "promotional", "tone", "context")
PLACES = ("prev", "next", "before", "after", "head", "sentence", "article")
SPECIAL = frozenset({"NUM", "PROPN", "NOUN", "VERB", "ADJ", "START"})
CLASS = re.compile("@([a-z]+)")
POS = frozenset("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN SCONJ SYM VERB X".split())
# The categories of hype in the order of the labelling guide: of two that fit, the first.
CATEGORIES = (
    "magnitude",
    "novelty",
    "praise",
    "conflict",
    "metaphor",
    "certainty",
    "intensifier",
    "engagement",
)
COLUMNS = (
    "id pattern match pos category base guards exceptions example counterexample provenance"
    " listed_in"
).split()
REQUIRED = "id pattern match category base example counterexample provenance".split()


class LexiconError(StoryError):
    """A mistake in a lexicon; the message names the file, the row and the column."""


@dataclass(frozen=True)
class Guard:
    """A condition on the words in one place around a match."""

    place: str
    wanted: bool
    words: frozenset[str]
    topics: tuple[frozenset[str], ...]


@dataclass(frozen=True)
class Entry:
    """One row of a lexicon; `forms` are the alternatives of `pattern`."""

    id: str
    forms: tuple[str, ...]
    match: str
    pos: frozenset[str]
    category: str
    base: str
    guards: tuple[Guard, ...]
    exceptions: tuple[str, ...]
    example: str
    counterexample: str
    provenance: str
    listed_in: tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """The entries of one file; `version` is a short digest of it and of the classes."""

    name: str
    version: str
    entries: tuple[Entry, ...]

    def without(self, ids: Iterable[str]) -> "Lexicon":
        """Return the lexicon without the entries of these ids."""
        left_out = frozenset(ids)
        kept = tuple(entry for entry in self.entries if entry.id not in left_out)
        return Lexicon(self.name, self.version, kept)


def read_table(
    path: Path, columns: Iterable[str], *, required: Iterable[str] = (), unique: Iterable[str] = ()
) -> list[dict[str, str]]:
    """Return the rows of a CSV file, each value stripped of outer white space.

    Raises `LexiconError` if the file is not UTF-8, its columns are not `columns`, a row has too
    many or too few values, a `required` value is empty or a `unique` one stands there twice.
    """
    columns = list(columns)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path.name}: save the file as UTF-8 ({error.reason})") from error
    lines = csv.reader(text.splitlines())
    header = next(lines, [])
    if header != columns:
        found, wanted = ", ".join(header), ", ".join(columns)
        raise LexiconError(f"{path.name}, row 1: the columns must be {wanted}; found {found}")
    rows = []
    for number, values in enumerate(lines, start=2):
        if len(values) != len(columns):
            raise mistake(path, number, "", f"{len(values)} values for {len(columns)} columns")
        rows.append(dict(zip(columns, map(str.strip, values), strict=True)))
    for number, row in enumerate(rows, start=2):
        for column in required:
            if not row[column]:
                raise mistake(path, number, column, "empty")
    for column in unique:
        refuse_duplicates(path, column, ((n, row[column]) for n, row in enumerate(rows, start=2)))
    return rows


def mistake(path: Path, number: int, column: str, what: str) -> LexiconError:
    """Return the error that names the place of a mistake."""
    place = f", column {column}" if column else ""
    return LexiconError(f"{path.name}, row {number}{place}: {what}")


def refuse_duplicates(path: Path, column: str, values: Iterable[tuple[int, str]]) -> None:
    """Raise `LexiconError` at the first value that an earlier row has too."""
    seen: dict[str, int] = {}
    for number, value in values:
        if value in seen:
            raise mistake(path, number, column, f"{value!r} stands in row {seen[value]} already")
        seen[value] = number


def choose(path: Path, number: int, row: Mapping[str, str], column: str, known) -> str:
    """Return the value of a column that must be one of `known`."""
    value = row[column]
    if value not in known:
        raise mistake(path, number, column, f"{value!r} is none of {', '.join(sorted(known))}")
    return value


def read_topics() -> dict[str, frozenset[str]]:
    """Return the lists of words that guards name with `@`."""
    path = LEXICONS / "topics.csv"
    rows = read_table(path, ["topic", "words", "reason"], required=["topic", "words"])
    return {row["topic"]: frozenset(split(row["words"])) for row in rows}


@cache
def read_classes() -> dict[str, tuple[str, ...]]:
    """Return the lists of words that patterns name with `@`."""
    path = LEXICONS / "classes.csv"
    rows = read_table(path, columns := ["class", "words", "reason"], required=columns)
    return {row["class"]: split(row["words"]) for row in rows}


def spelled_out(form: str) -> list[str]:
    """Return a form with each word of the classes it names; raises `KeyError` at an unknown one."""
    named = CLASS.search(form)
    if not named:
        return [form]
    words = read_classes()[named[1]]
    return [
        rest
        for word in words
        for rest in spelled_out(form[: named.start()] + word + form[named.end() :])
    ]


def split(value: str, separator: str = "|") -> tuple[str, ...]:
    """Return the parts of a value, stripped, without empty ones."""
    return tuple(part for part in (piece.strip() for piece in value.split(separator)) if part)


def parse_guard(text: str, topics: Mapping[str, frozenset[str]]) -> Guard:
    """Return the guard that `text` describes; raises `ValueError` with what is wrong in it."""
    place, sign, words = text.partition("=")
    wanted = not place.endswith("!")
    place = place.removesuffix("!").strip()
    if not sign or place not in PLACES or not split(words):
        raise ValueError(f"{text!r} is not a guard: write PLACE=words or PLACE!=words")
    plain, named = set(), []
    for word in split(words):
        if word.startswith("@"):
            if word[1:] not in topics:
                raise ValueError(f"{word} is none of the lists of topics.csv")
            named.append(topics[word[1:]])
        else:
            plain.add(word if word in SPECIAL else word.lower())
    return Guard(place, wanted, frozenset(plain), tuple(named))


@cache
def read_published() -> frozenset[str]:
    """Return the keys of the published word lists that `listed_in` may name."""
    columns = ["key", "list", "checked"]
    path = LEXICONS / "published_lists.csv"
    return frozenset(row["key"] for row in read_table(path, columns, required=columns))


def default_lexicon() -> Lexicon:
    """Return the lexicon of the project; raises `LexiconError` at the first mistake in it."""
    return read_lexicon(LEXICONS / "hype.csv")


@cache
def read_lexicon(path: Path) -> Lexicon:
    """Return the lexicon in `path`, whose rows have the columns `COLUMNS`.

    Raises `LexiconError` naming row and column of the first mistake: an empty or unknown value, a
    guard that cannot be read, an id or a form used twice.
    """
    topics = read_topics()
    entries = []
    forms: list[tuple[int, str]] = []
    rows = read_table(path, COLUMNS, required=REQUIRED, unique=["id"])
    for number, row in enumerate(rows, start=2):
        entry = parse_entry(path, number, row, topics)
        forms += ((number, form) for form in entry.forms)
        entries.append(entry)
    refuse_duplicates(path, "pattern", forms)
    spelled = path.read_bytes() + (LEXICONS / "classes.csv").read_bytes()
    version = hashlib.sha256(spelled).hexdigest()[:12]
    return Lexicon(path.name.removesuffix(".csv"), version, tuple(entries))


def parse_entry(path, number, row, topics) -> Entry:
    """Return the entry of one row, checked."""
    pos = frozenset(split(row["pos"]))
    if not pos <= POS:
        raise mistake(path, number, "pos", f"{min(pos - POS)!r} is no part of speech")
    try:
        guards = tuple(parse_guard(text, topics) for text in split(row["guards"], ";"))
    except ValueError as error:
        raise mistake(path, number, "guards", str(error)) from error
    listed = split(row["listed_in"])
    if unknown := set(listed) - read_published():
        what = f"{min(unknown)!r} is none of the lists of published_lists.csv"
        raise mistake(path, number, "listed_in", what)
    match = choose(path, number, row, "match", MATCHES)
    try:
        forms = tuple(one for form in split(row["pattern"]) for one in spelled_out(form.lower()))
    except KeyError as error:
        what = f"@{error.args[0]} is none of the lists of classes.csv"
        raise mistake(path, number, "pattern", what) from error
    if not forms or any(("*" in form) != (match == "template") for form in forms):
        raise mistake(path, number, "pattern", "a template needs `*`, no other pattern has it")
    return Entry(
        id=row["id"],
        forms=forms,
        match=match,
        pos=pos,
        category=choose(path, number, row, "category", CATEGORIES),
        base=choose(path, number, row, "base", BASES),
        guards=guards,
        exceptions=tuple(text.lower() for text in split(row["exceptions"])),
        example=row["example"],
        counterexample=row["counterexample"],
        provenance=row["provenance"],
        listed_in=listed,
    )
