"""Read parts and multiples that are told in words as changes in percent: "up a third", "tripled".

What has doubled has risen by 100 per cent, so that it can be compared with "rose 98 per cent".
"""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from helpers.numbers.numerals import PARTS, UNITS

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers.quantities import Quantity

# What words leave open: a third is between 31.7 and 35 per cent.
ROUND, ABOUT = 0.05, 0.1
_HEDGE = r"(?P<hedge>almost|nearly|about|around|roughly|some|more than|less than|over|under|just)"
_PART = (
    r"(?:(?P<over>an?|one|two|three|four)[ -])?"
    r"(?P<under>half|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b"
)
_ENDS = (
    r"(?=[,.;:!?)–—-]|$| (?:in|on|at|to|from|this|last|since|over|year|compared|after|as|when|and"
    r"|but|while|during|because|between|within|against|thanks|amid|following)\b)"
)
_MORE = r"(?= (?:more|less|higher|lower|larger|bigger|smaller|above|below|fewer|cheaper|up|down)\b)"
_CHANGE = re.compile(rf"\b(?:(?:by|up|down) (?:{_HEDGE} )?{_PART}{_ENDS})", re.IGNORECASE)
_COMPARED = re.compile(rf"\b(?:{_HEDGE} )?{_PART}{_MORE}", re.IGNORECASE)
_MULTIPLE = re.compile(
    rf"\b(?:{_HEDGE} )?(?:(?P<verb>doubl|tripl|trebl|quadrupl|halv)(?:ed|ing)\b"
    r"|(?P<times>double|triple|treble|quadruple|twice|three times|four times|five times|six times"
    r"|ten times) (?=the |what |that of |its |their |last |as (?:many|much|high|large|big|long) "
    r"|more |higher |larger |bigger )"
    r"|(?P<fold>two|three|four|five|six|ten|[2-9]|[1-9]0)[ -]?fold\b)",
    re.IGNORECASE,
)
_WORDS = (
    "half third quarter fifth sixth seventh eighth ninth tenth doubl tripl trebl quadrupl halv twice "
    "times fold".split()
)
_FACTORS = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "halv": 0.5}
_FACTORS |= {"double": 2.0, "triple": 3.0, "treble": 3.0, "quadruple": 4.0, "twice": 2.0}


def changes(line: str, make: Callable[..., Quantity]) -> list[Quantity]:
    """Return the parts and multiples of a line that say by how much something changed."""
    lower, found = line.lower(), []
    if not any(word in lower for word in _WORDS):  # most lines; the patterns take longer
        return found
    for pattern in (_CHANGE, _COMPARED, _MULTIPLE):
        for match in pattern.finditer(line):
            share = multiple(match) if pattern is _MULTIPLE else part(match)
            start = match.start("hedge") if match["hedge"] else first_of(match)
            if share and not any(q.start < match.end() and start < q.end for q in found):
                found.append(make_percent(share, match["hedge"] or "", start, match.end(), make))
    return found


def first_of(match: re.Match[str]) -> int:
    """Return where the words for a number begin."""
    names = [name for name in match.groupdict() if name != "hedge" and match[name]]
    return min(match.start(name) for name in names)


def part(match: re.Match[str]) -> float:
    """Return the share of "a third", 0 for what is none: "third" alone."""
    under = match["under"].lower()
    over = (match["over"] or "").lower()
    if not over and under != "half":
        return 0.0
    n = 1 if over in ("", "a", "an") else UNITS[over]
    plural = under.endswith("s")
    return n / PARTS[under] if (n > 1) == plural else 0.0


def multiple(match: re.Match[str]) -> float:
    """Return the change of what is multiplied: 1 for doubled, -0.5 for halved."""
    word = (match["verb"] or match["times"] or match["fold"]).lower()
    if word in _FACTORS:
        factor = _FACTORS[word]
    else:
        word = word.removesuffix(" times")
        factor = float(word) if word.isdecimal() else float(UNITS[word])
    return abs(factor - 1)


def make_percent(
    share: float, hedge: str, start: int, end: int, make: Callable[..., Quantity]
) -> Quantity:
    """Return a share as a quantity in percent, as wide as its words are."""
    value = 100 * share
    low, high = value * (1 - ROUND), value * (1 + ROUND)
    hedge = hedge.lower()
    if hedge in ("about", "around", "roughly", "some"):
        low, high = value * (1 - ABOUT), value * (1 + ABOUT)
    elif hedge in ("almost", "nearly"):
        low, high = value * (1 - ABOUT), value
    elif hedge in ("more than", "over"):
        low, high = value, math.inf
    elif hedge in ("less than", "under"):
        low, high = 0.0, value
    return make(start, end, "percent", f"{value:.3g}", low, high, "percent", bool(hedge))


def as_percent(quantity: Quantity) -> Quantity:
    """Return a share told as a fraction in percent: 60 for "three-fifths", "six in ten"."""
    try:
        value = float(quantity.value)
    except ValueError:
        return quantity
    if quantity.kind not in ("number", "count") or not 0 < value < 1:
        return quantity
    low, high = min(quantity.low, value * (1 - ROUND)), max(quantity.high, value * (1 + ROUND))
    if quantity.approximate or quantity.bound:
        low, high = quantity.low, quantity.high
    return replace(
        quantity, kind="percent", unit="percent", value=f"{100 * value:.3g}",
        low=100 * low, high=min(100.0, 100 * high),
    )  # fmt: skip
