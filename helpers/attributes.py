"""What kind of answer each attribute has, and which of its values follow from or exclude another.

Both are data: `lexicons/attribute_types.csv` and `lexicons/value_lattice.csv`. A pattern such as
`*verdict` stands for all attributes that end so.
"""

import csv
import math
import re
from fnmatch import fnmatchcase
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

_LEXICONS = Path(__file__).parent / "lexicons"
_SCORE = re.compile(r"[0-9]{1,4}-[0-9]{1,4}")
FIRST_DAY = 10_000_000  # YYYYMMDD; "month" is a unit of dates and of durations
_DATE_UNITS = (
    "date",
    "day of year",
    "month of year",
    "weekday",
    "month",
    "quarter",
    "year",
    "decade",
    "time",
)


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


def type_of(attribute: str, *, value: str = "", unit: str = "", low: float = math.nan) -> str:
    """Return the type: number, score, age, date, name, set, category, role, spelling, cause, text.

    An attribute that the table does not know has the type of its values.
    """
    known = _type_row(attribute)
    if known:
        return known[0]
    if unit in _DATE_UNITS and not low < FIRST_DAY:
        return "date"
    if not math.isnan(low):
        return "number"
    return "score" if _SCORE.fullmatch(value) else "text"


def grows(attribute: str) -> bool:
    """Tell whether a later article may rightly give another number, as with a death toll."""
    known = _type_row(attribute)
    return bool(known and known[1])


@cache
def lattice(attribute: str) -> Lattice:
    """Return the lattice of the values of an attribute, or of a type such as `role`."""
    rows = [row for row in _lattice_rows() if fnmatchcase(attribute, row["attribute"])]
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
    return frozenset(row["value"] for row in _lattice_rows() if row["relation"] == relation)


def _ancestors(value: str, parents: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = sorted(parents.get(value, ()))
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(sorted(parents.get(one, ())))
    return found


@cache
def _type_row(attribute: str) -> tuple[str, str] | None:
    for row in _type_rows():
        if fnmatchcase(attribute, row["attribute"]):
            return row["type"], row["grows"]
    return None


@cache
def _type_rows() -> tuple[dict[str, str], ...]:
    with (_LEXICONS / "attribute_types.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def _lattice_rows() -> tuple[dict[str, str], ...]:
    with (_LEXICONS / "value_lattice.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
