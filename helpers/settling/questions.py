"""Answer the questions of the reader's own: `[attributes.NAME]` of `story.toml`.

A question names literal words that announce the value and the unit of the value. In a sentence
with one of the words, the nearest value of that unit is the answer. The words are never read as
a regular expression.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import pandas as pd

from helpers.settings import Attribute, Settings

KINDS = {"count": {"count", "number", "measure"}}
MAX_WORDS = 8
NUMBERLESS = ("", float("nan"), float("nan"))


def own_answers(
    statements: pd.DataFrame, names: pd.DataFrame, settings: Settings
) -> Iterator[tuple]:
    """Yield the answers to the reader's questions, as rows of `facts`, in the order of sentences."""
    if not settings.attributes:
        return
    values = by_source(statements[(statements["value"] != "") & (statements["low"].notna())])
    dates = by_source(statements[statements["kind"].isin(["date", "time"])])
    named = by_source(names[names["form"] == "name"])
    for sentence in statements[statements["rule"] == "sentence"].itertuples(index=False):
        for attribute, question in settings.attributes.items():
            for match in cue_places(sentence.quote, question):
                source = sentence.source
                if question.unit == "name":
                    found = nearest(named[source], sentence, match)
                elif question.unit == "words":
                    found = None
                    yield from words_after(sentence, match, attribute, question)
                else:
                    rows = dates[source] if question.unit == "date" else values[source]
                    kinds = KINDS.get(question.unit, {question.unit})
                    rows = [row for row in rows if row.kind in kinds]
                    found = nearest(rows, sentence, match)
                if found is not None:
                    yield answer(found, attribute, question)


def by_source(table: pd.DataFrame) -> defaultdict[str, list[tuple]]:
    """Return the rows of a table by source."""
    found: defaultdict[str, list[tuple]] = defaultdict(list)
    for row in table.itertuples(index=False):
        found[row.source].append(row)
    return found


def cue_places(text: str, question: Attribute) -> list[tuple[int, int]]:
    """Return where the words of a question stand in a sentence, whole words in any case."""
    places = []
    for cue in question.words:
        pattern = re.compile(rf"(?<!\w){re.escape(cue)}(?!\w)", re.IGNORECASE)
        places += [match.span() for match in pattern.finditer(text)]
    return sorted(places)


def nearest(rows: list[tuple], sentence: tuple, cue: tuple[int, int]) -> tuple | None:
    """Return the row of the sentence nearest to a cue, the one after it if two are as near."""
    start, end = sentence.start + cue[0], sentence.start + cue[1]
    inside = [row for row in rows if sentence.start <= row.start and row.end <= sentence.end]
    apart = [row for row in inside if row.end <= start or end <= row.start]
    if not apart:
        return None
    return min(apart, key=lambda row: (max(row.start - end, start - row.end), row.start < start))


def answer(row: tuple, attribute: str, question: Attribute) -> tuple:
    """Return the fact that a value or a name gives in answer to a question."""
    place = (row.source, row.line, row.start, row.end, row.quote)
    subject = question.subject or "event"
    if question.unit == "name":
        said = (row.name, *NUMBERLESS, "asserted", "")
    else:
        said = (row.value, row.unit, row.low, row.high, row.status, row.attribution)
    return (*place, subject, attribute, *said, "question of the reader", question.unit)


def words_after(
    sentence: tuple, cue: tuple[int, int], attribute: str, question: Attribute
) -> Iterator[tuple]:
    """Yield the words after a cue, up to the next mark, as an answer."""
    match = re.match(r"\s*([^.,;:!?()\n]{1,200})", sentence.quote[cue[1] :])
    if match is None or not match.group(1).strip():
        return
    value = " ".join(match.group(1).split()[:MAX_WORDS])
    quote = match.group(1).strip()
    start = sentence.start + cue[1] + match.start(1) + match.group(1).index(quote[0])
    place = (sentence.source, sentence.line, start, start + len(quote), quote)
    said = (value, *NUMBERLESS, "asserted", "")
    yield (*place, question.subject or "event", attribute, *said, "question of the reader", "words")
