"""List the numbers that no fact used, each with the reason."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from helpers import plain

REASONS = {
    "vague": "only an order of magnitude",
    "date": "a date of nothing that a rule asks for",
    "time": "a time of nothing that a rule asks for",
}
NONE = np.array([], int)


def leftovers(numbers: pd.DataFrame, facts: pd.DataFrame) -> Iterator[tuple]:
    """Yield the statements of numbers that stand in no fact, as rows of `facts.leftovers`."""
    starts, ends = facts["start"].to_numpy(), facts["end"].to_numpy()
    places = facts.groupby("source").indices
    for row in plain.rows(numbers):
        own = places.get(row.source, NONE)
        if ((starts[own] <= row.start) & (row.end <= ends[own])).any():
            continue
        ruled = row.rule != "left over"
        reason = REASONS.get(row.kind, "nobody it is said of" if ruled else "no rule fits")
        yield row.source, row.line, row.start, row.end, row.quote, row.value, row.unit, reason
