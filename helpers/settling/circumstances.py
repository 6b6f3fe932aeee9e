"""Tell whether an act and its denial are of one occasion, by the days and places told with them.

"The navy issued a warning on Monday" and "no warning was issued on Friday" can both be true.
What is left unsaid parts nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

import pandas as pd

from helpers.statements.status import NEGATED

# Days can only be compared with days, months with months.
FINE = {"weekday": "weekday", "date": "day", "day of year": "day", "month": "month"}
FINE |= {"month of year": "month", "year": "year"}


class Circumstances:
    """The days and the places that each sentence of a story names."""

    def __init__(self, statements: pd.DataFrame, names: pd.DataFrame) -> None:
        """Sort them by sentence, once for the story."""
        told = statements[statements["rule"] == "sentence"].sort_values(["source", "start"])
        self.starts: dict[str, list[int]] = defaultdict(list)
        for source, start in zip(told["source"], told["start"], strict=True):
            self.starts[source].append(start)
        self.found: dict[tuple[str, int], dict[str, set[str]]] = defaultdict(
            lambda: defaultdict(set)
        )
        dates = statements[(statements["kind"] == "date") & statements["unit"].isin(FINE)]
        for row in dates.itertuples(index=False):
            self.found[self.sentence(row)][FINE[row.unit]].add(row.value)
        places = names[(names["type"] == "place") & (names["form"] == "name")]
        for row in places.itertuples(index=False):
            self.found[self.sentence(row)]["place"].add(row.name)

    def sentence(self, row: tuple) -> tuple[str, int]:
        """Return the sentence that a row stands in, as source and number."""
        return row.source, bisect_right(self.starts[row.source], row.start)

    def agree(self, one: tuple, other: tuple) -> bool:
        """Tell whether two acts can be one: no day or place of theirs is another."""
        own, theirs = self.found[self.sentence(one)], self.found[self.sentence(other)]
        return all(own[kind] & theirs[kind] for kind in own.keys() & theirs.keys())

    def disputed(self, acts: Iterable[tuple]) -> set[int]:
        """Return the indexes of the acts that another article denies, and of the denials."""
        acts = list(acts)
        denied = [act for act in acts if act.status == NEGATED]
        pairs = [
            (act, denial)
            for act in acts
            if act.status != NEGATED
            for denial in denied
            if act.source != denial.source and self.agree(act, denial)
        ]
        return {index for pair in pairs for index in (pair[0].Index, pair[1].Index)}
