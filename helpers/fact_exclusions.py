"""Tell which outcomes of a matter exclude one another, and which follow from others.

Both are data (`lexicons/value_lattice.csv`).
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import combinations

from helpers.cues import read_cues
from helpers.fact_outcomes import DOING
from helpers.fact_slots import Slot


@cache
def lattice() -> dict[str, set[frozenset[str]]]:
    """Return by matter the pairs of outcomes that exclude one another, those that follow too."""
    rows = read_cues("value_lattice")
    above = {(r["attribute"], r["value"]): r["other"] for r in rows if r["relation"] == "is_a"}
    found: dict[str, set[frozenset[str]]] = defaultdict(set)
    for row in rows:
        if row["relation"] == "excludes":
            key = row["attribute"].removeprefix("other:").removeprefix("*")
            found[key].add(frozenset([row["value"], row["other"]]))
            for (attribute, below), value in above.items():
                if attribute == row["attribute"] and value in {row["value"], row["other"]}:
                    other = row["other"] if value == row["value"] else row["value"]
                    found[key].add(frozenset([below, other]))
    one_of: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row["relation"] == "one_of":
            one_of[row["attribute"].removeprefix("other:")].append(row["value"])
    for key, values in one_of.items():
        found[key].update(map(frozenset, combinations(values, 2)))
    return found


@cache
def followed() -> dict[tuple[str, str], str]:
    """Return by matter and outcome the one that follows: who is in custody was arrested."""
    rows = read_cues("value_lattice")
    return {
        (row["attribute"].removeprefix("other:"), row["value"]): row["other"]
        for row in rows
        if row["relation"] == "is_a"
    }


def exclusive(one: Slot, two: Slot) -> bool:
    """Tell whether two outcomes of a matter exclude one another."""
    if one.matter.startswith(DOING):
        return one.denied != two.denied
    if one.denied != two.denied:
        said, denial = (two, one) if one.denied else (one, two)
        return denial.value in (said.value, followed().get((said.matter, said.value)))
    if one.denied or one.value == two.value:
        return False
    return frozenset([one.value, two.value]) in lattice()[one.matter]
