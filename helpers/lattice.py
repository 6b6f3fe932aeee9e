"""Tell which values of an attribute follow from others, which are the same, which exclude each other.

That is data: `lexicons/value_lattice.csv`. A pattern such as `*verdict` stands for all attributes that
end so.
"""

from fnmatch import fnmatchcase
from functools import cache
from itertools import combinations
from typing import NamedTuple

from helpers.cues import read_cues


class Lattice(NamedTuple):
    """What is known of the values of one attribute, in small letters.

    `same` gives the name to use for a value, `above` the values that follow from it,
    `excludes` the pairs that cannot both be true.
    """

    same: dict[str, str]
    above: dict[str, frozenset[str]]
    excludes: frozenset[frozenset[str]]

    def name(self, value: str) -> str:
        """Return the name to use for a value."""
        value = value.casefold()
        return self.same.get(value, value)

    def implied(self, value: str) -> frozenset[str]:
        """Return a value with all that follow from it."""
        name = self.name(value)
        return self.above.get(name, frozenset()) | {name}

    def excludes_each_other(self, one: str, two: str) -> bool:
        """Tell whether two values, or any that follow from them, cannot both be true."""
        return any(
            frozenset((a, b)) in self.excludes for a in self.implied(one) for b in self.implied(two)
        )


@cache
def lattice(attribute: str) -> Lattice:
    """Return the lattice of the values of an attribute, or of a type such as `role`."""
    rows = [row for row in read_cues("value_lattice") if fnmatchcase(attribute, row["attribute"])]
    same = {row["value"]: row["other"] for row in rows if row["relation"] == "same_as"}
    parents: dict[str, set[str]] = {}
    for row in rows:
        if row["relation"] == "is_a":
            parents.setdefault(row["value"], set()).add(row["other"])
    above = {value: frozenset(_ancestors(value, parents)) for value in parents}
    pairs = [(row["value"], row["other"]) for row in rows if row["relation"] == "excludes"]
    pairs += combinations([row["value"] for row in rows if row["relation"] == "one_of"], 2)
    return Lattice(same, above, frozenset(map(frozenset, pairs)))


@cache
def marked(relation: str) -> frozenset[str]:
    """Return the words of roles that are a `qualifies` ("interim") or an `office` ("ceo")."""
    return frozenset(
        row["value"] for row in read_cues("value_lattice") if row["relation"] == relation
    )


def _ancestors(value: str, parents: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = sorted(parents.get(value, ()))
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(sorted(parents.get(one, ())))
    return found
