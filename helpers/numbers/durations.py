"""Read times told in a form of their own: "28:51.64", "2 hours and 14 minutes", "in her twenties"."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from helpers.numbers.units import unit_after, unit_factors
from helpers.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from helpers.quantities import Quantity

# The time of a race, told from the time of day by its fraction, its seconds or more minutes than a
# day has hours: "28:51.64", "2:04:51", "62:38".
CLOCKED = re.compile(
    r"(?<![\d:.,])(?:(?P<m>[0-9]{1,3}):(?P<s>[0-5][0-9]\.[0-9]{1,3})"
    r"|(?P<h>[0-9]):(?P<hm>[0-5][0-9]):(?P<hs>[0-5][0-9](?:\.[0-9]{1,3})?)"
    r"|(?<=\bin )(?P<long>2[5-9]|[3-9][0-9]):(?P<ls>[0-5][0-9]))(?![\d:]|\.\d)"
)
# One of a unit is a quantity only where something is said of it: "almost a month".
ONE = re.compile(
    r"\b(?P<cue>almost|nearly|about|around|roughly|more than|over|less than|under|within|for|last(?:s|ed)?)"
    r" (?P<one>(?:an?|one) (?P<unit>minute|hour|day|night|week|fortnight|month|year|decade|century"
    r"|mile|kilometre|kilometer|metre|meter|tonne|acre|hectare|litre|liter|gallon))\b"
    r"(?! (?:and a half|old|ago|earlier|later|before|-))",
    re.IGNORECASE,
)
AROUND = {"almost": (0.9, 1.0), "nearly": (0.9, 1.0), "more than": (1.0, math.inf)}
AROUND |= {"over": (1.0, math.inf), "less than": (0.0, 1.0), "under": (0.0, 1.0)}
AROUND |= {"within": (0.0, 1.0)}
AND_A_HALF = re.compile(r"\b(?:an?|one) (?P<unit>[a-z]{3,12}) and a half\b")

BETWEEN = (" ", " and ", ", ", "")
PARTS = (("year", "month"), ("hour", "minute"), ("minute", "second"))

TENS = "twenties thirties forties fifties sixties seventies eighties nineties".split()
AGE_DECADE = re.compile(
    r"\bin (?:his|her|their|my|your|our) (?:(?P<part>early|mid|late)[ -])?"
    rf"(?:(?P<digits>[1-9]0)s|(?P<teens>teens)|(?P<words>{'|'.join(TENS)}))\b",
    re.IGNORECASE,
)


def decades_of_life(line: str, make: Callable[..., Quantity]) -> Iterator[Quantity]:
    """Yield ages by decade: "in her early thirties"."""
    for match in AGE_DECADE.finditer(line):
        words, part = match["words"], (match["part"] or "").lower()
        decade = int(match["digits"] or 0) or (10 if match["teens"] else 0)
        decade = decade or 10 * (TENS.index(words.lower()) + 2)
        begin, end = {"": (0, 9), "early": (0, 3), "mid": (4, 6), "late": (7, 9)}[part]
        begin = 3 if decade == 10 and not part else begin
        low, high = decade + begin, decade + end
        place = match.span()
        yield make(*place, "age", f"{low}-{high}", float(low), float(high), "year")


def in_one(line: str, make: Callable[..., Quantity]) -> Iterator[Quantity]:
    """Yield the times of races in seconds, "almost a month", and one and a half of a unit."""
    for match in CLOCKED.finditer(line) if ":" in line else ():
        minutes = int(match["m"] or match["hm"] or match["long"])
        seconds = Decimal(match["s"] or match["hs"] or match["ls"])
        value = 3600 * int(match["h"] or 0) + 60 * minutes + seconds
        text = f"{value:f}".rstrip("0").rstrip(".")
        yield make(*match.span(), "duration", text, float(value), float(value), "second")
    for match in ONE.finditer(line):
        low, high = AROUND.get(match["cue"].lower(), (0.9, 1.1))
        measure = unit_after(tokenize(match["unit"]), 0)
        yield make(*match.span("one"), measure.kind, "1", low, high, measure.unit)
    for match in AND_A_HALF.finditer(line) if " and a half" in line else ():
        measure = unit_after(tokenize(match["unit"]), 0)
        if measure is not None:
            yield make(*match.span(), measure.kind, "1.5", 1.4, 1.6, measure.unit)


def join(found: list[Quantity], line: str) -> list[Quantity]:
    """Return the quantities of a line with the parts of one duration put together."""
    joined: list[Quantity] = []
    for quantity in found:
        last = joined[-1] if joined else quantity
        parts = last.unit, quantity.unit
        beside = last.kind == quantity.kind == "duration" and parts in PARTS
        whole = last.value.isdigit() and quantity.value.replace(".", "").isdigit()
        if beside and whole and line[last.end : quantity.start] in BETWEEN:
            joined[-1] = total(last, quantity)
        else:
            joined.append(quantity)
    return joined


def total(large: Quantity, small: Quantity) -> Quantity:
    """Return two parts of a duration as one, in the smaller unit; only that part is rounded."""
    factors = unit_factors()
    # A year is 12 months here, not 365.25 days of 1/30.4.
    whole = int(large.value) * round(factors[large.unit][1] / factors[small.unit][1])
    value = whole + (int(small.value) if small.value.isdigit() else float(small.value))
    ends = whole + small.low, whole + small.high
    return replace(small, start=large.start, value=f"{value}", low=ends[0], high=ends[1])
