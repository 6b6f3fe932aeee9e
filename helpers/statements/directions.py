"""Read in which direction something lies: "18 kilometres northwest of Santa Rufina".

Two directions answer one question only at the same distance: then they are from one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpers.numbers.units import unit_factors
from helpers.statements.context import Context, Statement
from helpers.statements.status import status_of

RULE = "direction"
DIRECTION = re.compile(
    r" (?:to the |due )?(?P<ns>north|south)?[- ]?(?P<ew>east|west)?(?:ern)?(?= of | from )"
)


def directions(context: Context) -> Iterator[Statement]:
    """Yield the direction after each distance, asked at that distance in whole kilometres."""
    for quantity in context.quantities:
        base, factor = unit_factors().get(quantity.unit, ("", 1.0))
        if quantity.kind != "measure" or base != "metre":
            continue
        match = DIRECTION.match(context.text, quantity.end)
        value = "".join(match.groups("")) if match else ""
        if value:
            span = context.span(quantity)
            kilometres = round((quantity.low + quantity.high) / 2 * factor / 1000)
            status, speaker = status_of(context, span.start, span.end)
            yield Statement(
                quantity.start, match.end(), f"direction at {kilometres} km", value, "words", RULE,
                status=status, attribution=speaker,
            )  # fmt: skip
