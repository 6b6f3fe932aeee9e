"""Lend a number the unit that its sentence leaves out: "to 58 million euros from 84 million"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from helpers.quantities import Quantity

# What stands between a value and the one that it is set against.
_AGAINST = re.compile(
    r"(?:,? (?:up|down|which is|or|rising|falling))?,? \(?(?:from|to|against|versus|vs\.?|than"
    r"|compared (?:with|to)|and|instead of|rather than)(?: (?:a|the|about|around|some|nearly|almost"
    r"|just|only|under|over|more than|less than|between|planned|forecast|expected|previous)){0,3} "
)
# A limit is told in the unit of what is measured: "at 94 km/h where the limit is 80".
_LIMIT = re.compile(
    r"\b(?:limit|maximum|minimum|ceiling|threshold|target|average|norm|record)"
    r"(?: (?:is|was|of|at|there|being|set|stood|stands|here)){1,3} $"
)
# A sum is paid or received, whatever stands between it and the one before.
_PAID = re.compile(
    r"\b(?:receiv|pay|paid|earn|cost|worth|spen[dt]|rais|invest|borrow|lend|los[et]|donat|pledg|owe)\w*"
    r" (?:about |around |some |nearly |almost |only |just |a further |another |more than |up to )?$"
)
_STOP = re.compile(r"[.!?;] ")
FAR, FARTHER = 120, 5.0  # characters; times the value
MILLION = 1e6
# Both sides of what is flat: "112 x 86 cm".
_SIDES = re.compile(r" ?(?:x|×|by) ?")
LENDING = frozenset(["money", "percent", "measure"])


def lend_units(found: list[Quantity], text: str) -> list[Quantity]:
    """Return the quantities with the units that were left out, in order."""
    lent: list[Quantity] = []
    for quantity in found:
        lender = next((q for q in reversed(lent[-3:]) if q.kind in LENDING), None)
        bare = lender is not None and quantity.kind == "number" and not quantity.vague
        if bare and takes(quantity, lender, text):
            quantity = in_unit_of(quantity, lender)
        elif quantity.kind == "measure" and lent and is_side(lent[-1], quantity, text):
            lent[-1] = in_unit_of(lent[-1], quantity)
        lent.append(quantity)
    return lent


def is_side(quantity: Quantity, measure: Quantity, text: str) -> bool:
    """Tell whether a number without a unit is the other side of what a measure is one side of."""
    bare = quantity.kind in {"number", "count"} and not quantity.vague
    return bare and _SIDES.fullmatch(text, quantity.end, measure.start) is not None


def takes(quantity: Quantity, lender: Quantity, text: str) -> bool:
    """Tell whether a number without a unit is told in the unit of one before it."""
    between = text[lender.end : quantity.start]
    if len(between) > FAR or _STOP.search(between) or not quantity.low > 0 or not lender.low > 0:
        return False
    size = max(quantity.low / lender.low, lender.low / quantity.low)
    if lender.kind == "money":
        large = quantity.low >= MILLION <= lender.low
        told = _AGAINST.search(between) or _PAID.search(between)
        return large and size <= FARTHER**2 and told is not None
    if size > FARTHER:
        return False
    if _AGAINST.fullmatch(between):
        return lender.kind == "measure" or "to" not in between.split()
    return lender.kind == "measure" and bool(_LIMIT.search(between))


def in_unit_of(quantity: Quantity, lender: Quantity) -> Quantity:
    """Return a number in the unit of another; a whole one stands for half a unit either way."""
    low, high = quantity.low, quantity.high
    if lender.kind != "money" and quantity.value.isdigit():
        low, high = int(quantity.value) - 0.5, int(quantity.value) + 0.5
    return replace(quantity, kind=lender.kind, unit=lender.unit, low=low, high=high)
