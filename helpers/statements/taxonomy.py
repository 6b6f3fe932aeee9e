"""Know of what kind things are: which words call weapons, illnesses or stones, and which are one.

That is data. `lexicons/fact_kinds.csv` has the terms, each with its class, the kind of thing in the
class that it is, or the term that says the same: a pistol is a gun, and no knife. A hyphen counts
as a space. `lexicons/fact_kind_classes.csv` says of classes whether a story tells once or of many
things of them, whether they are asked of one thing, as its colour is, and which words have to govern
their terms.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from helpers.cues import read_cues


class Term(NamedTuple):
    """A run of words, the class of things that it calls, and the thing."""

    words: tuple[str, ...]
    group: str
    name: str


@cache
def terms() -> dict[str, tuple[Term, ...]]:
    """Return the terms by their longest word, which few texts have."""
    found: dict[str, list[Term]] = {}
    for row in read_cues("fact_kinds"):
        words = tuple(row["term"].replace("-", " ").replace("'", " '").replace("' s", "'s").split())
        term = Term(words, row["class"], row["same_as"] or row["term"])
        found.setdefault(max(words, key=len), []).append(term)
    return {word: tuple(some) for word, some in found.items()}


@cache
def above() -> dict[tuple[str, str], tuple[str, ...]]:
    """Return by class and name the kinds that a thing is of."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for row in read_cues("fact_kinds"):
        if row["is_a"]:
            at = row["class"], row["term"]
            found[at] = (*found.get(at, ()), row["is_a"])
    return found


@cache
def lineage(group: str, name: str) -> tuple[str, ...]:
    """Return a thing with all that it is a kind of, the nearest first."""
    found = [name]
    for one in found:
        found += [kind for kind in above().get((group, one), ()) if kind not in found]
    return tuple(found)


def related(group: str, one: str, two: str) -> bool:
    """Tell whether two things of a class are one, or one is a kind of the other."""
    return one in lineage(group, two) or two in lineage(group, one)


@cache
def classes() -> dict[str, dict[str, str]]:
    """Return by class the row that says how often a story tells of it, and of what."""
    return {row["class"]: row for row in read_cues("fact_kind_classes")}


def told_of(group: str) -> str:
    """Return whether a story mostly tells "once" of a class, of "many" of it, or neither."""
    return classes().get(group, {}).get("told", "")


def needs_one_thing(group: str) -> bool:
    """Tell whether two terms of a class are only compared where both are said of one thing."""
    return classes().get(group, {}).get("of", "") == "one thing"


@cache
def governors(group: str) -> frozenset[str]:
    """Return the words one of which has to govern a term of a class, none if any may."""
    return frozenset(classes().get(group, {}).get("governed_by", "").split())
