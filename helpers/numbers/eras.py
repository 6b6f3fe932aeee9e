"""Read centuries and years of other eras: "the late 17th century", "the 1700s", "1150 BC", "AD 79".

As of all dates, `low` and `high` are the first and last day as YYYYMMDD; a year before Christ is a
negative one, so that 1350 BC comes before 1150 BC and both before AD 79.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from helpers.numbers.ranks import ORDINALS, number_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from helpers.numbers.dates import DateMention

CENTURY, BEFORE_CHRIST, EARLY_YEAR = "nth century", "year BC", "year AD"
ERAS = frozenset([CENTURY, BEFORE_CHRIST, EARLY_YEAR])
_BC = r"(?:BCE?|B\.C\.(?:E\.)?)(?![\w-])"
_AD = r"(?:AD|CE|A\.D\.|C\.E\.)(?![\w-])"
_NTH = rf"(?:1?[0-9](?:st|nd|rd|th)|20th|{'|'.join(ORDINALS)})"
_PART = (
    r"(?:(?:the )?(?P<part>early|mid|late|turn of|start of|beginning of|middle of|end of|first half of"
    r"|second half of)[ -](?:the )?)?"
)
_CENTURY = re.compile(
    # A batter's fifth century is a hundred runs.
    rf"(?<!\bhis )(?<!\bher )\b{_PART}(?P<first>{_NTH})(?:(?: and | or | to |[-–—])(?:the )?(?:early |mid |late )?(?P<last>{_NTH}))?"
    rf"[ -](?P<unit>century|centuries|millennium)\b(?: (?:(?P<bc>{_BC})|{_AD}))?(?! (?:Fox|Studios)\b)",
    re.IGNORECASE,
)
_HUNDREDS = re.compile(rf"\b{_PART}(?P<hundreds>1[0-9])00s\b", re.IGNORECASE)
_THE = re.compile(r"\b(?:the|early|late|mid|middle)[ -]$", re.IGNORECASE)
_YEAR = r"(?:[0-9]{1,3},[0-9]{3}|[0-9]{1,5})"
_ABOUT = r"(?P<about>(?:[Aa]bout|[Aa]round|[Cc]irca|[Rr]oughly|[Aa]pproximately|some|c\.?) ?)"
_YEARS_BC = re.compile(
    rf"(?<![\w.,$£€]){_ABOUT}?(?P<first>{_YEAR})(?: ?{_BC})?(?:(?: and | to | or | ?[-–—] ?)(?P<last>{_YEAR}))? ?"
    # "500 BC residents" live in British Columbia.
    rf"{_BC}(?! (?!was\b|is\b|has\b)[a-z]{{3,}}s\b| people\b| [A-Z])"
)
_YEAR_AD = re.compile(
    rf"(?<![\w.])(?:(?:AD|A\.D\.) ?(?P<after>[0-9]{{1,4}})(?![\w,.]?[0-9])|(?P<before>[0-9]{{1,4}}) ?{_AD}"
    r"|(?<=the year )(?P<told>[1-9][0-9]{2})(?![\w,.]?[0-9])"
    # "One in 400." and "3 in 400." are shares.
    r"|(?:(?<=\bdates to )|(?<=\bdated to )|(?<=\bdate to )|(?<=\bdates from )|(?<=\bdating from )"
    r"|(?<!\bone in )(?<!\d in )(?<=\b[Ii]n ))(?:about |around |circa )?(?P<dated>[1-9][0-9]{2})(?=[.,;:)]|$))"
)
_THREE_DIGITS = re.compile(r"(?<![\d.,])[1-9][0-9]{2}(?![\d,.]?\d)")
# Of a century, in years from its first.
_PARTS = {"": (0, 99), "early": (0, 39), "mid": (30, 69), "middle of": (30, 69), "late": (60, 99)}
_PARTS |= {"turn of": (-10, 10), "start of": (0, 29), "beginning of": (0, 29), "end of": (70, 99)}
_PARTS |= {"first half of": (0, 50), "second half of": (50, 99)}


def eras(text: str, make: Callable[..., DateMention]) -> Iterator[DateMention]:
    """Yield the centuries, millennia, years BC and early years AD of a text."""
    if "centur" in text or "millenn" in text:
        yield from centuries(text, make)
    if "00s" in text:
        yield from hundreds(text, make)
    if "BC" in text or "B.C" in text:
        yield from years_before(text, make)
    if any(cue in text for cue in ("AD", "A.D", "CE", "C.E")) or _THREE_DIGITS.search(text):
        yield from early_years(text, make)


def centuries(text: str, make: Callable[..., DateMention]) -> Iterator[DateMention]:
    """Yield "the 18th century", "17th- and 18th-century", "the third millennium BC"."""
    for match in _CENTURY.finditer(text):
        part, last = (match["part"] or "").lower(), match["last"]
        era, unit = bool(match["bc"]), match["unit"].lower().replace("centuries", "century")
        n, end = number_of(match["first"]), number_of(last or match["first"])
        if unit == "millennium" and (last or part or not era):
            continue
        years = 1000 if unit == "millennium" else 100
        begin, stop = (0, years - 1) if unit == "millennium" else _PARTS[part]
        if era:  # the third century BC is 300 to 201 BC
            low, high = begin - n * years, stop - end * years
        else:
            low, high = max(1, (n - 1) * years + begin), (end - 1) * years + stop
        shown = f"{nth(n)}–{nth(end)}" if last else nth(n)
        told = f"{part} {shown} {unit}{' BC' * era}".strip()
        yield make(*match.span(), told, *days(low, high), CENTURY)


def hundreds(text: str, make: Callable[..., DateMention]) -> Iterator[DateMention]:
    """Yield "the 1700s", which is a century; "the 1200s" only with an article or a part."""
    for match in _HUNDREDS.finditer(text):
        part, n = (match["part"] or "").lower(), int(match["hundreds"])
        if part or _THE.search(text, max(0, match.start() - 7), match.start()):
            low, high = (100 * n + year for year in _PARTS[part])
            told = f"{part} {nth(n + 1)} century".strip()
            yield make(*match.span(), told, *days(low, high), CENTURY)


def years_before(text: str, make: Callable[..., DateMention]) -> Iterator[DateMention]:
    """Yield "1350BC", "around 1150 BC", "10,000 BC", "between 1350 and 1330 BC"."""
    for match in _YEARS_BC.finditer(text):
        first, last = (int((match[g] or "0").replace(",", "")) for g in ("first", "last"))
        last = last or first
        if not 0 < last <= first:
            continue
        room = rounding(first) if match["about"] else 0
        told = f"{first} BC" if last == first else f"{first}–{last} BC"
        start = match.end("about") if match["about"] else match.start()
        yield make(start, match.end(), told, *days(-first - room, -last + room), BEFORE_CHRIST)


def early_years(text: str, make: Callable[..., DateMention]) -> Iterator[DateMention]:
    """Yield "AD 79", "395 CE", "in the year 910", "in about 870,"."""
    for match in _YEAR_AD.finditer(text):
        group = match.lastgroup
        year = int(match[group])
        if 0 < year <= 2100:
            start = match.start(group) if group == "dated" else match.start()
            unit = EARLY_YEAR if year < 1000 else "year"
            yield make(start, match.end(), str(year), *days(year, year), unit)


def rounding(year: int) -> int:
    """Return how far from a round year something told of about that year may be."""
    return next(step // 2 for step in (1000, 100, 50, 10, 2) if year % step == 0 or step == 2)


def days(first: int, last: int) -> tuple[float, float]:
    """Return the first day of one year and the last day of another."""
    return first * 10000 + 101.0, last * 10000 + 1231.0


def nth(n: int) -> str:
    """Return an ordinal in figures: "18th"."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(n % 10 if n % 100 not in (11, 12, 13) else 0, "th")
    return f"{n}{ending}"
