"""Find dates, years, quarters, decades and times of day, as ISO values with an interval.

`low` and `high` are the first and last possible day as YYYYMMDD, so that "2025", "June 2025" and
"2025-06-13" can be compared. Centuries and years BC are read in `numbers.eras`. What the text leaves open stays open: a day without a year is
`--06-13`, a month without a year `--06`, a weekday its name, all without an interval.
"""

import calendar
import math
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from helpers.numbers.eras import eras
from helpers.numbers.times import TIME, may_tell_time, read_time

_MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name[:3]: n for name, n in _MONTHS.items()} | {"sept": 9}
_WEEKDAYS = {name.lower(): n for n, name in enumerate(calendar.day_name)}
_M = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November"
    r"|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b"
    # What is cut short has a dot; after a whole name it ends the sentence.
    r"(?:(?:(?<=\b[A-Z][a-z]{2})(?<!May)|(?<=Sept))\.)?"
)
_Y = r"(?P<year>(?:1[0-9]|20)[0-9]{2})(?![0-9]|[.,][0-9])"
_D = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9:%]|[.,][0-9]|\w)"
_ORDINAL = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_PART = r"(?P<part>early|mid|late|Early|Mid|Late)[ -](?:the )?"
_EDGE = (
    r"(?:the )?(?P<edge>[Ss]tart|[Bb]eginning|[Mm]iddle|[Ee]nd|[Ff]irst half|[Ss]econd half) of "
)
# What takes place in the month that is named before it: "a January release".
_HELD = (
    r"(?:release|launch|deadline|election|vote|start|opening|meeting|debut|premiere|hearing|trial"
    r"|summit|referendum|ballot|strike|walkout|sale|closing|closure|decision|ruling|conference"
    r"|date|poll|report|deal|quake|earthquake|attack|crash|storm|flood|fire|raid|visit)"
)
_PATTERNS = {
    "iso": re.compile(r"\b(?P<year>[12][0-9]{3})-(?P<m>[01][0-9])-(?P<day>[0-3][0-9])\b"),
    "slash": re.compile(r"\b(?P<m>[01]?[0-9])/(?P<day>[0-3]?[0-9])/(?P<year>20[0-9]{2})\b"),
    "edge": re.compile(
        rf"\b{_EDGE}(?:(?P<which>the year|this year|next year|last year)\b|(?:{_M})?(?:,? ?{_Y})?)"
    ),
    "year_end": re.compile(rf"\b[Yy]ear[- ]end\b(?: (?:of )?{_Y})?"),
    "month_day": re.compile(rf"\b{_M} {{0,2}}{_D}(?:(?:,? ){_Y})?"),
    "day_month": re.compile(rf"\b{_D}(?: of)? {_M}(?:(?:,? ){_Y})?"),
    "month_year": re.compile(rf"\b{_M}(?:,| of)? {_Y}"),
    "month": re.compile(
        rf"\b(?:[Ii]n|[Ff]rom|[Ss]ince|[Uu]ntil|[Bb]y|[Nn]ext|[Tt]his|[Ll]ast|of|[Ff]or|[Tt]ill?|to"
        rf"|[Bb]efore|[Aa]fter|[Dd]uring|[Tt]hrough|[Ee]arly|[Ll]ate|[Mm]id)[ -](?P<alone>{_M})"
        r"(?! {0,2}[0-3]?[0-9]\b)(?! {0,2}(?:1[0-9]|20)[0-9]{2}\b)(?! [A-Z])"
    ),
    "month_of": re.compile(rf"\b(?P<alone>{_M})(?= {_HELD}s?\b)"),
    "quarter": re.compile(rf"\bQ(?P<quarter>[1-4])\b(?:(?: of|,)? {_Y})?"),
    "quarter_words": re.compile(
        rf"\b(?P<words>first|second|third|fourth)[ -]quarter(?: of)?(?: fiscal)? {_Y}"
        r"|(?<=the )(?P<quarterly>first|second|third|fourth) quarter\b(?= (?:of (?:the|this) year|and|at"
        r"|for|as|with|after|from|this)\b|[.,;)]|$)"
    ),
    "decade": re.compile(rf"\b(?:{_PART})?(?P<decade>(?:1[5-9]|20)[0-9])0s\b"),
    "year_part": re.compile(rf"\b{_PART}{_Y}"),
    "relative": re.compile(
        r"\b(?P<relative>yesterday|tomorrow|(?:last|this|next) (?:year|month))\b",
        re.IGNORECASE,
    ),
    "weekday": re.compile(
        r"\b(?P<last>[Ll]ast )?(?<!Black )(?<!Good )(?<!Super )(?<!Cyber )"
        r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
    ),
    "time": TIME,
    "early_year": re.compile(r"(?<=[Ii]n )(?P<year>1[0-4][0-9]{2})(?=[.,;:)]|$)"),
    "year": re.compile(
        rf"(?<![\w.,/$£€])(?<![^\W\d]-)(?!1[0-4]){_Y}(?![\w%/]| ?(?:per cent|percent|%))"
    ),
}
# Patterns that a line without a month, or without a digit, cannot fit.
_MONTH = re.compile(r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")
_DIGIT = re.compile(r"[0-9]")
_WITH_MONTH = frozenset(["month_day", "day_month", "month_year", "month", "month_of"])
_WITH_DIGIT = frozenset(
    "iso slash month_day day_month month_year quarter decade year_part early_year year".split()
)
_PLURAL = re.compile(r" [a-z]{2,20}s\b| people\b| of\b| \w{2,20} (?:people|were|have)\b")
_BEFORE_YEAR = re.compile(
    r"\b(?:in|since|by|until|till|from|during|of|before|after|for|early|late|mid|the|to|and|or"
    r"|around|fiscal|year|spring|summer|autumn|fall|winter)[ -]$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text: its place, ISO value, first and last day (YYYYMMDD or NaN), precision."""

    start: int
    end: int
    value: str
    low: float
    high: float
    unit: str


def find_dates(text: str, *, today: str = "") -> list[DateMention]:
    """Return the dates of a text in order, none overlapping another.

    `today` is the article's date in ISO form; with it "June 13" gets the year that brings it
    nearest, and "yesterday", "last Friday" and "last year" are worked out. Without it they are
    left open. A lone weekday is never resolved: it may be the last one or the next one.
    """
    reference = _parse_iso(today)
    taken, covered = list(eras(text, DateMention)), bytearray(len(text))
    for mention in taken:
        covered[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    lacking = frozenset() if _MONTH.search(text) else _WITH_MONTH
    lacking |= frozenset() if _DIGIT.search(text) else _WITH_DIGIT
    lacking |= frozenset() if may_tell_time(text) else {"time"}
    for name, pattern in _PATTERNS.items():
        if name in lacking:
            continue
        for match in pattern.finditer(text):
            if any(covered[match.start() : match.end()]):
                continue
            mention = _read(name, match, reference)
            if mention is not None and name in ("month", "month_of", "time"):
                mention = replace(mention, start=own_start(match))
            if mention is not None:
                taken.append(mention)
                covered[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return sorted(taken, key=lambda mention: mention.start)


def own_start(match: re.Match) -> int:
    """Return where a date begins in a match that may hold the preposition before it."""
    groups = match.groupdict()
    return next(
        (match.start(g) for g in ("alone", "dotted", "named", "spoken") if groups.get(g)),
        match.start(),
    )


def _parse_iso(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _read(name: str, match: re.Match, today: date | None) -> DateMention | None:
    groups = {key: value for key, value in match.groupdict().items() if value}
    if name == "year" and not _is_year(match):
        return None
    if name == "relative":
        read = _relative(groups["relative"].lower(), today)
    elif name == "weekday":
        read = _weekday(groups, today)
    elif name == "time":
        read = read_time(match)
    elif name in ("edge", "year_end"):
        read = _edge(groups, today)
    elif "decade" in groups:
        read = _decade(groups)
    elif {"quarter", "words", "quarterly"} & groups.keys():
        read = _quarter(groups)
    elif name in ("month", "month_of"):
        number = _MONTHS[groups["month"].lower()]
        read = f"--{number:02}", math.nan, math.nan, "month of year"
    elif "part" in groups:
        read = _part_of_year(groups)
    else:
        read = _day(groups, today)
    return DateMention(match.start(), match.end(), *read) if read else None


def _is_year(match: re.Match) -> bool:
    """Tell the year 2016 from 2016 things: it stands after "in", or nothing is counted."""
    text = match.string
    if _BEFORE_YEAR.search(text, max(0, match.start() - 8), match.start()):
        return True
    return not _PLURAL.match(text, match.end())


def _day(groups: dict, today: date | None) -> tuple | None:
    month = int(groups["m"]) if "m" in groups else _MONTHS.get(groups.get("month", "").lower())
    if month is None:
        return _span(groups["year"], date(int(groups["year"]), 1, 1), 12, "year")
    if not 1 <= month <= 12:
        return None
    if "day" not in groups:
        first = date(int(groups["year"]), month, 1)
        return _span(f"{first:%Y-%m}", first, 1, "month")
    year = int(groups["year"]) if "year" in groups else _nearest(month, groups["day"], today)
    try:
        day = date(year or 2000, month, int(groups["day"]))
    except ValueError:
        return None
    if not year:
        return f"--{day:%m-%d}", math.nan, math.nan, "day of year"
    return _one_day(day)


def _nearest(month: int, day: str, today: date | None) -> int:
    """Return the year in which a day falls nearest to today, 0 when that is unknown."""
    if today is None:
        return 0
    distance = (month - today.month) * 30.5 + int(day) - today.day
    return today.year + (-1 if distance > 183 else 1 if distance < -183 else 0)


def _one_day(day: date) -> tuple:
    number = float(day.strftime("%Y%m%d"))
    return day.isoformat(), number, number, "date"


def _span(value: str, first: date, months: int, unit: str) -> tuple:
    """Return the value with its first and last day."""
    year, month = divmod(first.year * 12 + first.month - 2 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    low = float(first.strftime("%Y%m%d"))
    return value, low, float(year * 10000 + (month + 1) * 100 + last), unit


def _decade(groups: dict) -> tuple:
    first = int(groups["decade"]) * 10
    part = groups.get("part", "").lower()
    begin, years = {"": (0, 10), "early": (0, 4), "mid": (3, 4), "late": (6, 4)}[part]
    return _span(f"{part} {first}s".strip(), date(first + begin, 1, 1), 12 * years, "decade")


def _quarter(groups: dict) -> tuple:
    words = groups.get("words") or groups.get("quarterly", "")
    number = int(groups["quarter"]) if "quarter" in groups else _ORDINAL[words]
    if "year" not in groups:
        return f"Q{number}", math.nan, math.nan, "quarter"
    first = date(int(groups["year"]), 3 * number - 2, 1)
    return _span(f"{first.year}-Q{number}", first, 3, "quarter")


def _part_of_year(groups: dict) -> tuple:
    part = groups["part"].lower()
    month = {"early": 1, "mid": 5, "late": 9}[part]
    return _span(f"{part} {groups['year']}", date(int(groups["year"]), month, 1), 4, "year")


def _edge(groups: dict, today: date | None) -> tuple | None:
    """Return the start, middle or end of a year or of a month: "by the end of June"."""
    edge = groups.get("edge", "end").lower()
    if "edge" in groups and not {"which", "month", "year"} & groups.keys():
        return None
    if "month" in groups:
        if edge.endswith("half"):
            return None
        month = _MONTHS[groups["month"].lower()]
        if "year" not in groups:
            return f"--{month:02}", math.nan, math.nan, "month of year"
        first = date(int(groups["year"]), month, 1)
        return _span(f"{first:%Y-%m}", first, 1, "month")
    year = int(groups.get("year", 0))
    if not year and today is not None:
        year = today.year + _FROM_NOW.get(groups.get("which", "the year").lower(), 0)
    if not year:
        which = groups.get("which", "the year").lower().replace("this year", "the year")
        return f"{edge} of {which}", math.nan, math.nan, "part of year"
    month, months = _EDGES[edge]
    return _span(f"{edge} of {year}", date(year, month, 1), months, "year")


_FROM_NOW = {"next year": 1, "last year": -1}
_EDGES = {"start": (1, 4), "beginning": (1, 4), "middle": (5, 4), "end": (9, 4)}
_EDGES |= {"first half": (1, 6), "second half": (7, 6)}


def _relative(words: str, today: date | None) -> tuple | None:
    if today is None:
        return None
    if words in ("yesterday", "tomorrow"):
        return _one_day(today + timedelta(days=1 if words == "tomorrow" else -1))
    if words.endswith("month"):
        moved = {"last month": -1, "this month": 0, "next month": 31}[words]
        first = (today.replace(day=1) + timedelta(days=moved)).replace(day=1)
        return _span(f"{first:%Y-%m}", first, 1, "month")
    year = today.year + {"last year": -1, "this year": 0, "next year": 1}[words]
    return _span(str(year), date(year, 1, 1), 12, "year")


def _weekday(groups: dict, today: date | None) -> tuple:
    name = groups["weekday"]
    if "last" not in groups or today is None:
        return name, math.nan, math.nan, "weekday"
    back = (today.weekday() - _WEEKDAYS[name.lower()]) % 7 or 7
    return _one_day(today - timedelta(days=back))
