"""Compare two claims that are dates, or an end with a length of time."""

import math
from datetime import date

from helpers.comparing import attributes
from helpers.comparing.verdicts import (
    COMPATIBLE,
    DIFFERENT,
    OTHER_FORM,
    OTHER_TIME,
    SAME,
    Claim,
    Relation,
)
from helpers.numbers.times import UNITS, times_meet
from helpers.numbers.units import unit_factors

_BROAD = ("weekday", "day of year", "month of year")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def is_calendar(claim: Claim) -> bool:
    """Tell whether a claim gives a year, a month or a day."""
    return claim.low >= attributes.FIRST_DAY and claim.unit in ("date", "month", "year")


def is_length(claim: Claim) -> bool:
    """Tell whether a claim gives how long something lasts."""
    base = unit_factors().get(claim.unit, ("", 1.0))[0]
    return base == "second" and claim.low < attributes.FIRST_DAY


def end_and_length(first: Claim, second: Claim) -> Relation:
    """Compare an end ("until 2030") with a length ("five years"), from the day of an article.

    In whole years, as both are told: what ends in 2030 lasts five years from any day of 2025.
    """
    end, length = (first, second) if is_calendar(first) else (second, first)
    day = end.day or length.day
    if not day:
        return Relation(COMPATIBLE, "no start to count from")
    years = unit_factors()[length.unit][1] / unit_factors()["year"][1]
    told = int(end.low // 10000) - int(day[:4])
    if length.low * years <= told <= length.high * years:
        return Relation(COMPATIBLE, "the length ends then")
    return Relation(DIFFERENT, "the length ends at another time")


def dates(attribute: str, first: Claim, second: Claim) -> Relation:
    """Compare days, months, years and times of day; what is less precise can be true as well."""
    if first.value == second.value:
        return Relation(SAME, "same value")
    if {first.unit, second.unit} & set(_BROAD):
        return _open_dates(first, second)
    if {first.unit, second.unit} <= set(UNITS):
        sides = [(claim.low, claim.high, claim.unit) for claim in (first, second)]
        fits = times_meet(*sides)
        return Relation(COMPATIBLE, "precision") if fits else Relation(DIFFERENT, OTHER_TIME)
    if any(math.isnan(end) for end in (first.low, first.high, second.low, second.high)):
        return Relation(COMPATIBLE, OTHER_FORM)
    if max(first.low, second.low) <= min(first.high, second.high):
        return Relation(COMPATIBLE, "rounding or precision")
    return Relation(DIFFERENT, "the dates do not meet")


def _open_dates(first: Claim, second: Claim) -> Relation:
    """Compare a weekday or a day without its year with another date."""
    texts = [first.value, second.value]
    if first.unit == second.unit:
        return Relation(DIFFERENT, "the dates do not meet")
    if all(text.startswith("--") for text in texts):
        month, day = sorted(texts, key=len)
        fits = day.startswith(month)
        verdict = COMPATIBLE if fits else DIFFERENT
        return Relation(verdict, "precision" if fits else "the dates do not meet")
    for shown, exact in (texts, texts[::-1]):
        day = _exact_day(exact)
        if day is not None:
            names = (day.strftime("--%m-%d"), day.strftime("--%m"), _WEEKDAYS[day.weekday()])
            fits = shown in names
            verdict = COMPATIBLE if fits else DIFFERENT
            return Relation(verdict, "precision" if fits else "the dates do not meet")
    for shown, span in ((first, second), (second, first)):
        if shown.unit == "month of year" and _is_short(span):
            fits = int(shown.value[2:4]) in _months_of(span)
            verdict = COMPATIBLE if fits else DIFFERENT
            return Relation(verdict, "precision" if fits else "the dates do not meet")
    return Relation(COMPATIBLE, OTHER_FORM)


def _is_short(span: Claim) -> bool:
    """Tell whether a date is a part of one year."""
    return span.low >= attributes.FIRST_DAY and span.high - span.low < 1100


def _months_of(span: Claim) -> range:
    """Return the months from the first to the last day of a date."""
    return range(int(span.low // 100 % 100), int(span.high // 100 % 100) + 1)


def _exact_day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
