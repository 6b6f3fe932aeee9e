"""Recognise what web pages put around an article: bylines, datelines, buttons, counters."""

import csv
import re
from functools import cache
from importlib.resources import files

from helpers.lines import Line

METADATA, ADVERT, FOOTER = "metadata", "advert", "footer"
HASHTAGS = 3
SHORT = 12
LONGEST = 40

MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
DATE = re.compile(rf"\b(?:\d{{1,2}} {MONTH},? \d{{4}}|{MONTH} \d{{1,2}},? \d{{4}})\b")
BYLINE = re.compile(r"(?:[Bb]y|BY) [A-Z]")
SIGNED = re.compile(r"\b[Bb]y [A-Z][\w.’'-]+ [A-Z][\w.’'-]+$")
COUNTER = re.compile(r"[\d.,]+ ?[KkMm]? (?:shares?|comments?|views?|likes?|reads?|claps?)$")
ABOUT = re.compile(r"About(?: [A-Z][\w.’'&-]*)+$")


def kind_of(line: Line) -> str:
    """Return metadata, advert, footer (all after it is metadata), or "" for what may be article.

    A phrase of `lexicons/furniture.csv` decides, or the form: hashtags, a byline, a counter, a
    short line with a full date that ends unlike a sentence.
    """
    if kind := by_phrase(line):
        return kind
    if line.text.count("#") >= HASHTAGS or not line.words:
        return METADATA
    if ABOUT.match(line.bare):
        return FOOTER
    if len(line.words) > SHORT or line.text.endswith((".", "?", "!")):
        return ""
    dated = DATE.search(line.text.lower()) and not line.is_marked
    return METADATA if BYLINE.match(line.text) or COUNTER.match(line.text) or dated else ""


def is_signature(line: Line) -> bool:
    """Tell whether a line under the title names who wrote, reviewed or photographed."""
    return len(line.words) <= SHORT and bool(SIGNED.search(line.text.rstrip(".")))


@cache
def phrases() -> tuple[dict[str, str], ...]:
    """Return the rows of `lexicons/furniture.csv`: id, phrase, match, kind, example."""
    with files("helpers").joinpath("lexicons/furniture.csv").open(encoding="utf-8") as file:
        return tuple(csv.DictReader(file))


def by_phrase(line: Line) -> str:
    """Return the kind that a phrase of web pages gives to the line, or an empty string."""
    n_words = len(line.words)
    if n_words > LONGEST:
        return ""
    full = line.bare.lower().replace("’", "'").lstrip("(")
    text = full.rstrip(" :.")
    for row in phrases():
        phrase = row["phrase"]
        if phrase not in full:
            continue
        found = {
            "whole": text == phrase,
            "start": full.startswith(phrase) and not full[len(phrase) :][:1].isalpha(),
            "last": text.endswith(" " + phrase) and n_words <= 4,
            "anywhere": n_words <= 20,
        }[row["match"]]
        # A sentence that happens to begin like a widget is longer and ends like a sentence.
        sentence = n_words > len(phrase.split()) + 14 and line.is_terminated
        if found and (row["match"] == "whole" or not sentence):
            return row["kind"]
    return ""
