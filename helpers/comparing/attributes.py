"""What kind of answer each attribute has.

That is data: `lexicons/attribute_types.csv`. A pattern such as `*verdict` stands for all attributes
that end so.
"""

import math
import re
from fnmatch import fnmatchcase
from functools import cache

from helpers.cues import read_cues
from helpers.numbers.eras import ERAS
from helpers.numbers.times import UNITS

_SCORE = re.compile(r"[0-9]{1,4}-[0-9]{1,4}")
# A number called by the noun of such an attribute answers another question: "40 million records".
_IN_WORDS = frozenset(["category", "choice", "cause"])
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
)


def type_of(attribute: str, *, value: str = "", unit: str = "", low: float = math.nan) -> str:
    """Return the type: number, score, age, date, name, set, category, role, spelling, cause, text.

    An attribute that the table does not know has the type of its values.
    """
    known = _type_row(attribute)
    if known and (known[0] not in _IN_WORDS or math.isnan(low)):
        return known[0]
    told_time = unit in UNITS and ":" in value  # "three times" has the unit of a time too
    if told_time or unit in ERAS or (unit in _DATE_UNITS and not low < FIRST_DAY):
        return "date"
    if not math.isnan(low):
        return "number"
    return "score" if _SCORE.fullmatch(value) else "text"


def grows(attribute: str) -> bool:
    """Tell whether a later article may rightly give another number, as with a death toll."""
    known = _type_row(attribute)
    return bool(known and known[1])


@cache
def _type_row(attribute: str) -> tuple[str, str] | None:
    for row in read_cues("attribute_types"):
        if fnmatchcase(attribute, row["attribute"]):
            return row["type"], row["grows"]
    return None
