"""Compare two claims that are numbers, ages or scores, by the intervals that their words allow."""

import math
from datetime import date
from functools import cache

from helpers.comparing import attributes
from helpers.comparing.exchange import apart
from helpers.comparing.verdicts import BEYOND, COMPATIBLE, DIFFERENT, SAME, Claim, Relation
from helpers.numbers.units import currencies, unit_factors

# "At least 4" is not said of 7: a bound reaches to this multiple of itself, and no further.
_BOUND_REACH = 1.7
# Of articles fewer days apart, two ages are a contradiction more likely than a birthday.
_WEEKS_APART = 30


def numbers(attribute: str, first: Claim, second: Claim) -> Relation:
    """Compare two intervals in the unit of both; a toll may grow from one day to the next."""
    a, b = _interval(first), _interval(second)
    if a is b is None and first.value == second.value:
        return Relation(SAME, "same value")
    if a is None or b is None:
        return Relation(COMPATIBLE, "no number to compare")
    if a[2] != b[2] and apart(a, b):
        return Relation(DIFFERENT, "apart at any rate of exchange")
    if a[2] != b[2] or _share_and_count(a, b):
        return Relation(COMPATIBLE, "not in the same unit")
    if math.isclose(a[0], b[0], rel_tol=1e-9) and math.isclose(a[1], b[1], rel_tol=1e-9):
        return Relation(SAME, "same value")
    if _overlap(a, b) and not _beyond_bound(a, b):
        open_ended = math.inf in (a[1], b[1]) or (0 in (a[0], b[0]) and a[0] != b[0])
        return Relation(COMPATIBLE, "within the bound" if open_ended else "rounding or precision")
    if attributes.grows(attribute) and _later_is_more(first, second):
        return Relation(COMPATIBLE, "later in time")
    return Relation(DIFFERENT, BEYOND if _overlap(a, b) else "the intervals do not meet")


def _interval(claim: Claim) -> tuple[float, float, str] | None:
    """Return low and high in the base unit of the claim's unit, and that unit.

    The noun that is counted is no unit: 41 miners and 41 people answer the same question.
    """
    if math.isnan(claim.low) or math.isnan(claim.high):
        return None
    base, factor = unit_factors().get(claim.unit, ("", 1.0))
    if claim.unit == "percent" or claim.unit in _currency_units():
        base = claim.unit
    return claim.low * factor, claim.high * factor, base


@cache
def _currency_units() -> frozenset[str]:
    return frozenset(unit for _, unit in currencies().values())


def _overlap(a: tuple, b: tuple) -> bool:
    """Tell whether two intervals meet; rounding intervals that only touch at an end do not."""
    low, high = max(a[0], b[0]), min(a[1], b[1])
    point = a[0] == a[1] or b[0] == b[1]
    open_ended = math.inf in (a[1], b[1])
    return low < high or (low == high and (point or open_ended))


def _share_and_count(a: tuple, b: tuple) -> bool:
    """Tell "one in ten" and a count apart; of how many it is a share is not told."""
    share, count = sorted((a, b))
    below = share[1] < 1 or share[1] == math.inf
    return share[2] == "" and 0.0 < share[0] < 1 and below and count[0] > 1


def _beyond_bound(a: tuple, b: tuple) -> bool:
    """Tell whether a value lies so far above a lower bound that nobody would give this bound."""
    lower, higher = sorted((a, b))
    return lower[1] == math.inf and 0 < _BOUND_REACH * lower[0] < higher[0]


def _later_is_more(first: Claim, second: Claim) -> bool:
    """Tell whether the articles are of two days and the later one gives the larger number."""
    if not first.day or not second.day or first.day == second.day:
        return False
    earlier, later = sorted((first, second), key=lambda claim: claim.day)
    return earlier.low < later.low


def changes(attribute: str, first: Claim, second: Claim) -> Relation:
    """Compare two changes, negative for a fall; a word alone says only which way."""
    if first.unit == second.unit != "":
        return numbers(attribute, first, second)
    ways = [(claim.high > 0) - (claim.low < 0) for claim in (first, second)]
    if ways[0] * ways[1] < 0:
        return Relation(DIFFERENT, "one rises and one falls")
    return Relation(
        COMPATIBLE, "one says only which way" if first.unit or second.unit else "the same way"
    )


def ages(attribute: str, first: Claim, second: Claim) -> Relation:
    """Compare two ages; a birthday may lie between two articles that are some weeks apart."""
    relation = numbers(attribute, first, second)
    if relation.verdict != DIFFERENT or not first.day or not second.day:
        return relation
    earlier, later = sorted((first, second), key=lambda claim: claim.day)
    days = (date.fromisoformat(later.day[:10]) - date.fromisoformat(earlier.day[:10])).days
    if days >= _WEEKS_APART and 0 < later.low - earlier.high <= math.ceil(days / 365.25):
        return Relation(COMPATIBLE, "a birthday may lie between the articles")
    return relation


def scores(attribute: str, first: Claim, second: Claim) -> Relation:
    """Compare results: "6-3", "5-?" for one side alone, "unanimous" for nobody against."""
    a, b = sorted(first.value.split("-")), sorted(second.value.split("-"))
    if a == b:
        return Relation(SAME, "same value")
    if ["unanimous"] in (a, b):
        votes = b if a == ["unanimous"] else a
        against = second.value if a == ["unanimous"] else first.value
        side = against.rpartition("-")[2]
        if "0" in votes or side == "?":
            return Relation(COMPATIBLE, "one says more")
        return Relation(DIFFERENT, "another score")
    if "?" not in {*a, *b}:
        return Relation(DIFFERENT, "another score")
    known = [{vote for vote in votes if vote != "?"} for votes in (a, b)]
    if all(len(votes) == 1 for votes in known):
        yes = first.value.endswith("?") == second.value.endswith("?")
        clash = yes and known[0] != known[1]
    else:
        clash = not (known[0] <= known[1] or known[1] <= known[0])
    return Relation(DIFFERENT, "another score") if clash else Relation(COMPATIBLE, "one side only")
