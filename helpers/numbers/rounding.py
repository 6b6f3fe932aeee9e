"""The interval that a printed number stands for: its rounding, and words such as "more than"."""

import math
from decimal import Decimal
from functools import cache

from helpers.cues import read_cues
from helpers.numbers.numerals import Numeral
from helpers.tokens import Token, is_glued

_REACH = Decimal("0.1")  # how far "about" and "nearly" may reach, as a share of the value
_STEPS = 2  # and in what its last digit counts, fives in fives
# "Up to 52" is not said of 30: this share of it is reached.
_REACHED = Decimal("0.75")
_ROUNDED = ("percent", "duration", "measure")  # whole numbers stand for half a unit either way
_QUARTER = Decimal("0.25")  # what "half an hour" and "three quarters of an hour" count in
_SKIPPED = ("a", "an", "the", "between", "just", "only", "of")


def interval_of(first: Numeral, last: Numeral, kind: str, effect: str) -> tuple[float, float]:
    """Return the lowest and highest value that the words allow."""
    low, high = first.value - _half_step(first, kind), last.value + _half_step(last, kind)
    if effect == "at_least":
        return float(first.value), math.inf
    if effect == "up_to":
        return float(last.value * _REACHED), float(last.value)
    if effect == "at_most":
        return (0.0 if last.value >= 0 else -math.inf), float(last.value)
    if effect in ("about", "just_below"):
        low = min(low, first.value - _reach(first.value))
    if effect in ("about", "just_above"):
        high = max(high, last.value + _reach(last.value))
    if effect == "just_below":
        high = last.value
    if effect == "just_above":
        low = first.value
    return float(low), float(high)


def _reach(value: Decimal) -> Decimal:
    """Return how far "about" reaches: a tenth, less for a number told to more digits than that.

    "About 700" is said of 650, "about 705" is not.
    """
    last_digit = Decimal(10) ** value.normalize().as_tuple().exponent
    step = last_digit * (5 if value / last_digit % 5 == 0 else 1)
    return min(abs(value) * _REACH, _STEPS * step)


def _half_step(numeral: Numeral, kind: str) -> Decimal:
    """Return half of what the last printed digit counts; an age is not rounded."""
    if kind == "age":
        return Decimal(0)
    step = numeral.step
    if not step and kind in _ROUNDED and numeral.scale == 1 and numeral.value % 1 == 0:
        step = Decimal(1)
    if not step and kind == "duration" and numeral.value % 1 and not numeral.value * 4 % 1:
        step = _QUARTER
    return step / 2


@cache
def _bounds() -> dict[tuple[str, str], str]:
    return {(row["side"], row["phrase"]): row["effect"] for row in read_cues("quantity_bounds")}


def effect_of(tokens: list[Token], first: int, last: int) -> str:
    """Return what the words around a quantity do to it: at_least, at_most, about, just_below…"""
    begin = first
    while begin > 0 and tokens[begin - 1].lower in _SKIPPED:
        begin -= 1
    for at in (begin, first):
        for length in (4, 3, 2, 1):
            words = tokens[max(0, at - length) : at]
            effect = _bounds().get(("before", " ".join(token.lower for token in words)))
            if effect:
                return effect
    for at in (last, last + 1):
        for length in (2, 1):
            phrase = " ".join(token.lower for token in tokens[at : at + length])
            effect = _bounds().get(("after", phrase))
            if effect and (length > 1 or is_glued(tokens, at)):
                return effect
    return ""
