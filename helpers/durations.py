"""Read a duration that is told in two parts as one: "2 hours and 14 minutes" is 134 minutes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from helpers.units import unit_factors

if TYPE_CHECKING:
    from helpers.quantities import Quantity

BETWEEN = (" ", " and ", ", ", "")
PARTS = (("year", "month"), ("hour", "minute"), ("minute", "second"))


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
