"""Look up who or what a place of an article names, in little memory."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

import pandas as pd

from helpers import plain

ABOUT = ("name", "type", "how")


@dataclass(frozen=True)
class Named:
    """A resolved mention."""

    name: str
    type: str
    how: str = ""


class Mentions:
    """The resolved mentions of a story by the place where they end.

    A large story has a million of them, and few names: of each mention two numbers are kept.
    """

    def __init__(self, names: pd.DataFrame) -> None:
        """Sort the mentions of `names` by source and end."""
        codes = names.groupby(list(ABOUT), sort=False, dropna=False).ngroup()
        distinct = names.loc[~codes.duplicated(), list(ABOUT)]
        self.known = [Named(*about) for about in plain.columns(distinct, ABOUT)]
        self.ends: dict[str, array] = defaultdict(lambda: array("q"))
        self.codes: dict[str, array] = defaultdict(lambda: array("q"))
        places = pd.DataFrame({"source": names["source"], "end": names["end"], "code": codes})
        places = places.drop_duplicates(["source", "end"], keep="last")
        for source, own in places.sort_values(["source", "end"]).groupby("source"):
            self.ends[source].extend(own["end"])
            self.codes[source].extend(own["code"])

    def at(self, source: str, end: int) -> Named | None:
        """Return the mention that ends at `end` of an article, or None."""
        ends = self.ends.get(source)
        if end < 0 or ends is None:
            return None
        place = bisect_left(ends, end)
        found = place < len(ends) and ends[place] == end
        return self.known[self.codes[source][place]] if found else None
