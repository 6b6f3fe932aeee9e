"""Tell whether two names can be of one place: a house lies in a town, a town in a country."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from helpers.cues import read_cues
from helpers.name_rules.cues import countries
from helpers.settling.sameness import other_name

# Of other levels one can lie in the other: a room in a house, a house in a town.
APART = frozenset(["venue", "way"])


@cache
def sites() -> dict[str, str]:
    """Return by noun the level of the site that it calls: venue, part, ground, vessel, way."""
    return {row["noun"]: row["level"] for row in read_cues("fact_sites")}


def level_of(name: str) -> str:
    """Return the level of the site that a name or a noun calls, "" if it calls none."""
    words = [word for word in name.lower().split() if word in sites()]
    return sites()[words[-1]] if words else ""


def apart(one: str, two: str, joined: Collection[frozenset[str]]) -> bool:
    """Tell whether two names are of two places of a level, neither of which lies in the other.

    `joined` has the pairs of names of which the articles say that one lies in the other.
    """
    levels = {level if (level := level_of(name)) in APART else "" for name in (one, two)}
    countries_named = {name.casefold() in countries() for name in (one, two)}
    fits = len(levels) == len(countries_named) == 1 and other_name(one, two)
    return fits and frozenset([one, two]) not in joined
