"""Recognise what web pages put around an article: bylines, datelines, buttons, counters."""

import re

from helpers import cues
from helpers.texts.lines import Line

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
ABOUT_FIRM = re.compile(r"About (?:[A-Z][\w.’'&-]* ?){1,5}: \S")
COPYRIGHT = re.compile(r"(?:\([Cc]\)|©) .{0,60}\b\d{4}\b")
# "05.11.2026 15:40", "2026-11-05", the initials of an agency's editors: "vpa/ ola/ mk/".
STAMP = re.compile(
    r"(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d)(?:[ ,T]+\d{1,2}[:.]\d\d\S*)?$"
)
INITIALS = re.compile(r"(?:[a-z]{2,4}/ ?){1,5}$")
# A sign and a number: a heart and "2.4k".
TALLY = re.compile(
    "[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]\ufe0f? {0,3}"
    r"[\d.,]+[KkMm]?(?=\s|$)"
)
TALLIES = 2
ADDRESS = re.compile(r"(?:contact|press|media|e-?mail|tel|phone|call)\b[^\n]{0,60}(?:@\w|\d{3})")
NUMBER = re.compile(r"[\d.,]+[KkMm]?$")
EDGES = ".,:;!?()[]\"'“”‘’·•|/"
OURS = frozenset({"our", "us", "my", "me", "this"})
CALL_WORDS = 20


def kind_of(line: Line) -> str:
    """Return metadata, advert, footer (all after it is metadata), or "" for what may be article.

    A phrase of `lexicons/furniture.csv` decides, or the form: hashtags, a byline, a counter, a
    short line with a full date that ends unlike a sentence.
    """
    if kind := by_phrase(line):
        return kind
    if line.text.count("#") >= HASHTAGS or not line.words:
        return METADATA
    if ABOUT.match(line.bare) or COPYRIGHT.match(line.text):
        return FOOTER
    if ABOUT_FIRM.match(line.bare) or is_widget(line) or calls(line):
        return METADATA
    if len(line.words) > SHORT or line.text.endswith((".", "?", "!")):
        return ""
    dated = DATE.search(line.text.lower()) and not line.is_marked
    stamped = STAMP.match(line.text) or INITIALS.match(line.text)
    return METADATA if BYLINE.match(line.text) or stamped or dated else ""


def is_widget(line: Line) -> bool:
    """Tell whether a short line is made of buttons and counters: "Print · Comments (48)"."""
    if len(line.words) > SHORT:
        return False
    if COUNTER.match(line.text) or len(TALLY.findall(line.text)) >= TALLIES:
        return True
    words = [word.strip(EDGES).lower() for word in line.text.split()]
    words = [word for word in words if any(map(str.isalnum, word)) and not NUMBER.match(word)]
    buttons = sum(word in listed("button") for word in words)
    if not buttons or any(word not in listed("button", "small") for word in words):
        return False
    # "Share this", but not "Read" or "Comment and like" on their own, which head a section.
    return buttons > 1 or len(words) < len(line.text.split()) or "this" in words or "x" in words


def calls(line: Line) -> bool:
    """Tell whether a line asks the reader to do something with the site: "Vote in our poll"."""
    if len(line.words) > CALL_WORDS or line.text[:1] in '"“‘':
        return False
    lower = line.bare.lower().replace("’", "'")
    if ADDRESS.match(lower) and len(line.words) <= SHORT:
        return True
    for sentence in re.split(r"(?<=[.!?,:]) ", lower):
        words = [word.strip(EDGES) for word in sentence.split()]
        if words[:1] == ["and"]:
            words = words[1:]
        if not words or words[0] not in listed("call"):
            continue
        site = OURS.intersection(words) and listed("own").intersection(words)
        if site or listed("thing").intersection(words):
            return True
    return False


def listed(*uses: str) -> frozenset[str]:
    """Return the words of `lexicons/furniture_words.csv` that have one of these uses."""
    return cues.words("furniture_words", "use", *uses)


def is_signature(line: Line) -> bool:
    """Tell whether a line under the title names who wrote, reviewed or photographed."""
    return len(line.words) <= SHORT and bool(SIGNED.search(line.text.rstrip(".")))


def by_phrase(line: Line) -> str:
    """Return the kind that a phrase of web pages gives to the line, or an empty string."""
    n_words = len(line.words)
    if n_words > LONGEST:
        return ""
    full = line.bare.lower().replace("’", "'").lstrip("(")
    text = full.rstrip(" :.")
    for row in cues.read_cues("furniture"):
        phrase = row["phrase"]
        if phrase not in full:
            continue
        found = {
            "whole": text == phrase,
            "start": full.startswith(phrase)
            and not (phrase[-1].isalpha() and full[len(phrase) :][:1].isalpha()),
            "last": text.endswith(" " + phrase) and n_words <= 4,
            "anywhere": n_words <= 20,
        }[row["match"]]
        # A sentence that happens to begin like a widget is longer and ends like a sentence.
        sentence = n_words > len(phrase.split()) + 14 and line.is_terminated
        if found and (row["match"] == "whole" or not sentence):
            return row["kind"]
    return ""
