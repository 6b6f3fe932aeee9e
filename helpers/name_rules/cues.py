"""Read the words that tell the type of a name, and the places that everybody knows."""

from functools import cache

from helpers.cues import read_cues

TYPES = ("person", "organisation", "place", "product")
KNOWN_PLACE, GIVEN_NAME = ("place", 4), ("person", 2)
WIDE = ("country", "continent")


@cache
def cues() -> dict[str, dict[str, tuple[str, int]]]:
    """Return the cue words by position: cue to type and weight.

    At the position "whole" are the places that their name alone tells, at "first" the given names,
    in small letters.
    """
    table: dict[str, dict[str, tuple[str, int]]] = {}
    for row in read_cues("name_cues"):
        table.setdefault(row["position"], {})[row["cue"]] = (row["type"], int(row["weight"]))
    told = (row["place"].lower() for row in read_cues("places") if row["alone"] == "yes")
    given = (row["word"] for row in read_cues("name_genders") if row["kind"] == "given name")
    first = dict.fromkeys(given, GIVEN_NAME)
    return table | {"whole": dict.fromkeys(told, KNOWN_PLACE), "first": first}


@cache
def countries() -> frozenset[str]:
    """Return the names of countries and continents, in small letters."""
    rows = read_cues("places")
    return frozenset(row["place"].casefold() for row in rows if row["level"] in WIDE)


@cache
def nation_words() -> frozenset[str]:
    """Return the words for people of nations, in small letters: "dane", "danish"."""
    rows = [row for row in read_cues("fact_origins") if row["use"] in {"people", "country"}]
    people = {row["word"] for row in rows if row["use"] == "people"}
    return frozenset(people | {row["nationality"] for row in rows})
