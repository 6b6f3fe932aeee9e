"""Tell the dates that only say of what time a figure is, or when something was last so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from helpers.quantities import Quantity
    from helpers.statements.context import Context

# What is measured over a period, and how the period follows the figure.
A_PERIOD = frozenset("revenue profit loss inflation turnout spending debt unemployment".split())
IN_PERIOD = re.compile(
    r" (?:\w+ ){0,2}(?:in|for|during|over|from) (?:the |fiscal |financial |year )*"
)
FAR_OFF = 40
LAST_TIME = re.compile(
    r"\b(?:\w{3,}est|first|most|least|worst|best|not|never|no)\b[^,.;]* since $|n't\b[^,.;]* since $"
)


def is_period(context: Context, quantity: Quantity, measured: set[int]) -> bool:
    """Tell whether a date only belongs to a figure: "a profit of 3 million in 2024"."""
    return any(
        0 < quantity.start - end < FAR_OFF
        and IN_PERIOD.fullmatch(context.text, end, quantity.start)
        for end in measured
    )


def is_last_time(context: Context, quantity: Quantity) -> bool:
    """Tell whether a date says when something was last so: "its first title since 1982"."""
    before = context.text[max(0, quantity.start - FAR_OFF) : quantity.start]
    return quantity.kind == "date" and LAST_TIME.search(before) is not None
