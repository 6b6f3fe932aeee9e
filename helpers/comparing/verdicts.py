"""What can be said of two claims on one question, and what a claim is."""

import math
from dataclasses import dataclass
from typing import NamedTuple

SAME, COMPATIBLE, DIFFERENT = "same", "compatible", "different"
BEYOND = "far beyond the bound"
OTHER_FORM = "not in the same form"
OTHER_TIME = "another time of day"


class Relation(NamedTuple):
    """How two claims stand to one another, and why: same, compatible or different."""

    verdict: str
    reason: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One value that one article gives, as far as comparing goes. `day` is the article's date."""

    value: str
    unit: str = ""
    low: float = math.nan
    high: float = math.nan
    status: str = "asserted"
    day: str = ""

    @property
    def denied(self) -> bool:
        """Whether the article says that it is not so."""
        return self.status == "negated"
