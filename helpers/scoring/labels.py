"""Read what people marked in the articles of a story: `labels/first` and `labels/second`.

The guide to the labels is `seeds/labels/README.md`. Two passes are two people, or one person
twice, who marked the same articles without looking at each other's work.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import pandas as pd
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from helpers.lexicons import CATEGORIES
from helpers.texts.blocks import KINDS, Line, split_lines
from helpers.texts.files import is_inside

FOLDER = "labels"
PASSES = ("first", "second")
SUPPORTS = ("evidence", "named", "vague", "none")
PLACE = ["labeller", "source", "line", "start", "end", "quote"]
COVERED = ["layer", "labeller", "source", "n_labels"]
PROBLEMS = ["path", "row", "problem", "remedy"]

AsText = Annotated[str, BeforeValidator(lambda value: f"{value}" if value is not None else value)]


class Label(BaseModel):
    """A row of a label file; keys that the guide does not name are ignored."""

    model_config = ConfigDict(strict=True, frozen=True)
    line: int = Field(ge=1)


class BlockLabel(Label):
    """What a line of the file is."""

    label: Literal[KINDS]


class SpanLabel(Label):
    """A stretch of words: the `nth` occurrence of `quote` in the line."""

    quote: str = Field(min_length=1)
    nth: int = Field(default=1, ge=1)


class HypeLabel(SpanLabel):
    """Promotional or inflated words."""

    category: Literal[CATEGORIES]


class SuperlativeLabel(SpanLabel):
    """A claim to an extreme or to uniqueness."""

    kind: Literal["evaluative", "measurable", "uniqueness"]
    hedged: bool
    support: Literal[SUPPORTS]
    evidence: str = ""


class FactLabel(SpanLabel):
    """A place where the article states a value."""

    subject: str
    attribute: str
    value: AsText
    status: Literal["asserted", "reported", "hedged", "negated"]


class SentenceLabel(SpanLabel):
    """A whole sentence that a splitter may get wrong."""


LAYERS: dict[str, type[Label]] = {
    "blocks": BlockLabel,
    "hype": HypeLabel,
    "superlatives": SuperlativeLabel,
    "facts": FactLabel,
    "sentences": SentenceLabel,
}


@dataclass(frozen=True)
class Labels:
    """The labels of a story, one table a layer.

    Each layer has `labeller source line start end quote` and its own columns: blocks `label`;
    hype `category`; superlatives `kind hedged support evidence`; facts `subject attribute value
    status`. `covered` has one row per label file that was read, `layer labeller source n_labels`:
    a file without rows says that the labeller found nothing. `problems` has one row per mistake
    in the files: `path row problem remedy`; the other rows are used all the same.
    """

    layers: dict[str, pd.DataFrame]
    covered: pd.DataFrame
    problems: pd.DataFrame

    def labellers(self, layer: str, source: str) -> list[str]:
        """Return which passes cover an article in a layer."""
        rows = self.covered
        return rows.loc[(rows["layer"] == layer) & (rows["source"] == source), "labeller"].tolist()


def overview(given: Labels) -> pd.DataFrame:
    """Return one row a layer: how many articles and labels each pass has, zeros kept."""
    rows = []
    for layer in LAYERS:
        numbers = []
        for labeller in PASSES:
            covered = given.covered
            own = covered[(covered["layer"] == layer) & (covered["labeller"] == labeller)]
            numbers += [len(own), int(own["n_labels"].sum())]
        rows.append((layer, *numbers))
    columns = [f"{what}_{labeller}" for labeller in PASSES for what in ("articles", "labels")]
    return pd.DataFrame(rows, columns=["layer", *columns])


class Mistake(Exception):
    """A label that cannot be used: what is wrong and what to do."""


def load(tables) -> Labels:
    """Return the labels of the story that `tables` (from `analysis.load`) are about."""
    texts = {source: tables.text(source) for source in tables.articles["source"]}
    return read_labels(tables.folder, texts)


def read_labels(folder: Path, texts: Mapping[str, str]) -> Labels:
    """Return the labels in `folder`/labels for the articles in `texts` (file name to text).

    Nothing is raised for a missing folder, a missing pass or a broken row: `covered` shows what
    there is and `problems` what could not be used.
    """
    root, problems = folder / FOLDER, list(strays(folder / FOLDER))
    sources = {Path(source).stem: source for source in texts}
    lines = {source: {line.number: line for line in split_lines(texts[source])} for source in texts}
    rows: dict[str, list[tuple]] = {layer: [] for layer in LAYERS}
    covered = []
    for layer, labeller, file in label_files(root):
        path = file.relative_to(folder).as_posix()
        if file.stem not in sources:
            remedy = "name the label file after the article's file, with .jsonl at its end"
            problems.append((path, 0, "no article has this name", remedy))
            continue
        if not (is_inside(file, folder) and file.is_file()):
            problems.append((path, 0, "not a file of this folder", "copy the file itself into it"))
            continue
        source = sources[file.stem]
        found, mistakes = read_file(file, LAYERS[layer], lines[source])
        problems += [(path, *mistake) for mistake in mistakes]
        if found is not None:
            rows[layer] += [(labeller, source, *row) for row in found]
            covered.append((layer, labeller, source, len(found)))
    return Labels(
        layers={layer: as_table(layer, rows[layer]) for layer in LAYERS},
        covered=pd.DataFrame(covered, columns=COVERED),
        problems=pd.DataFrame(problems, columns=PROBLEMS),
    )


def label_files(root: Path) -> Iterator[tuple[str, str, Path]]:
    """Yield layer, labeller and file of every label file, in a fixed order."""
    for layer in LAYERS:
        for labeller in PASSES:
            for file in sorted((root / labeller / layer).glob("*.jsonl")):
                yield layer, labeller, file


def strays(root: Path) -> Iterator[tuple[str, int, str, str]]:
    """Yield a problem for each folder that nobody would read."""
    passes = f"name the folder of a pass {' or '.join(PASSES)}"
    layers = f"name the folder of a layer {', '.join(LAYERS)}"
    for allowed, parents, remedy in (
        (PASSES, [root], passes),
        (LAYERS, [root / labeller for labeller in PASSES], layers),
    ):
        for parent in parents:
            for folder in sorted(parent.iterdir()) if parent.is_dir() else []:
                if folder.is_dir() and folder.name not in allowed:
                    path = folder.relative_to(root.parent).as_posix()
                    yield path, 0, "this folder is not read", remedy


def read_file(file: Path, model: type[Label], lines: dict[int, Line]):
    """Return the rows of a label file, None if it holds no usable one, and the mistakes in it."""
    try:
        content = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8 text"
        return None, [(0, f"cannot be read ({reason})", "save it as UTF-8 text")]
    rows: dict[tuple, None] = {}
    mistakes = []
    for number, row in enumerate(content.split("\n"), start=1):
        if not row.strip():
            continue
        try:
            label = place(parse(row, model), lines)
            if label in rows:
                raise Mistake("the same label twice", "remove one of the two, or change its nth")
            rows[label] = None
        except Mistake as mistake:
            mistakes.append((number, *mistake.args))
    # A file of mistakes alone does not say that there is nothing to mark.
    return (list(rows) if rows or not mistakes else None), mistakes


def parse(row: str, model: type[Label]) -> Label:
    """Return the checked label in a row of JSON. Raises `Mistake`."""
    try:
        content = json.loads(row)
    except (ValueError, RecursionError):
        raise Mistake("not JSON", "write one JSON object a row, as in the guide") from None
    if not isinstance(content, dict):
        raise Mistake("not a JSON object", "write one JSON object a row, as in the guide")
    try:
        return model.model_validate(content)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        key = ".".join(str(part) for part in first["loc"])
        raise Mistake(f"{key}: {first['msg'].lower()}", f"correct the value of {key}") from None


def place(label: Label, lines: dict[int, Line]) -> tuple:
    """Return `line start end quote` and the label's own values. Raises `Mistake`."""
    line = lines.get(label.line)
    if line is None:
        raise Mistake(
            f"line {label.line} of the article is empty or missing",
            "count the lines of the .txt file from 1, empty ones too",
        )
    own = label.model_dump(exclude={"line", "quote", "nth"}).values()
    if not isinstance(label, SpanLabel):
        return (line.number, line.start, line.end, line.text, *own)
    found = occurrences(line.text, label.quote)
    if len(found) < label.nth:
        raise Mistake(*not_found(label, line, len(found), lines))
    start = line.start + found[label.nth - 1]
    return (line.number, start, start + len(label.quote), label.quote, *own)


def occurrences(text: str, quote: str) -> list[int]:
    """Return where `quote` starts in `text`; occurrences may overlap."""
    places, start = [], text.find(quote)
    while start >= 0:
        places.append(start)
        start = text.find(quote, start + 1)
    return places


def not_found(label: SpanLabel, line: Line, n_found: int, lines: dict[int, Line]):
    """Return what is wrong with a quote that is not where the label says, and the remedy."""
    quote = label.quote
    if n_found:
        times = "once" if n_found == 1 else f"{n_found} times"
        problem = f"'{quote}' occurs {times} in line {line.number}, not {label.nth}"
        return problem, f"set nth to at most {n_found}"
    problem = f"'{quote}' does not occur in line {line.number}"
    elsewhere = [str(number) for number, other in lines.items() if label.quote in other.text]
    if elsewhere:
        return problem, f"set line to {' or '.join(elsewhere[:3])}, where it occurs"
    if plain(label.quote) in plain(line.text):
        return problem, "copy the file's own capitals, quotation marks, dashes and spaces"
    return problem, "copy the words exactly from the article"


def plain(text: str) -> str:
    """Return text without the differences that copying brings in."""
    table = str.maketrans("‘’“”–—\u00a0", "''\"\"-- ")
    return " ".join(text.translate(table).casefold().split())


def as_table(layer: str, rows: list[tuple]) -> pd.DataFrame:
    """Return the labels of a layer as a table in reading order."""
    own = [name for name in LAYERS[layer].model_fields if name not in ("line", "quote", "nth")]
    table = pd.DataFrame(rows, columns=[*PLACE, *own])
    order = ["source", "start", "end", "labeller"]
    return table.sort_values(order, kind="stable", ignore_index=True)
