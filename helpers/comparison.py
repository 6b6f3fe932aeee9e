"""Compare two claims on the same question: do they say the same, can both be true, or not?

Numbers are compared by the intervals that their words allow, names by their words, kinds of
event by a lattice of what follows from what. No claim is preferred to the other.
"""

import math
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from helpers import attributes
from helpers.accents import without_accents
from helpers.exchange import apart
from helpers.lattice import lattice, marked
from helpers.times import UNITS, times_meet
from helpers.units import currencies, unit_factors

SAME, COMPATIBLE, DIFFERENT = "same", "compatible", "different"
BEYOND = "far beyond the bound"
OTHER_FORM = "not in the same form"
OTHER_TIME = "another time of day"
_SMALL_WORDS = frozenset(
    "a an the of at in for and s its his her their to as new from with after when that".split()
)
_WORD = re.compile(r"[^\W_]+")
_SPELLING = 80  # likeness in percent from which two names are taken for spellings of one
# "At least 4" is not said of 7: a bound reaches to this multiple of itself, and no further.
_BOUND_REACH = 1.7
_STEM, _SHORT = 5, 3  # words of one stem share these first letters; short ones tell nothing
_BROAD = ("weekday", "day of year", "month of year")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


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


def relate(attribute: str, kind: str, first: Claim, second: Claim) -> Relation:
    """Return how two claims on an attribute of this type stand to one another."""
    if first.denied or second.denied:
        return _denial(attribute, kind, first, second)
    if is_length(first) and is_calendar(second) or is_length(second) and is_calendar(first):
        return _end_and_length(first, second)
    relation = _COMPARE[kind](attribute, first, second)
    hedged = "hedged" in (first.status, second.status)
    if relation.verdict == DIFFERENT and hedged and kind in ("category", "role", "cause", "text"):
        return Relation(COMPATIBLE, "one is only expected")
    return relation


def _denial(attribute: str, kind: str, first: Claim, second: Claim) -> Relation:
    """Compare with a claim that something is not so."""
    if first.denied and second.denied:
        same = _COMPARE[kind](attribute, first, second).verdict == SAME
        return Relation(SAME, "both deny it") if same else Relation(COMPATIBLE, "both deny")
    said, denied = (second, first) if first.denied else (first, second)
    if kind == "category":
        tree = lattice(attribute)
        follows = tree.name(denied.value) in tree.implied(said.value)
    else:
        follows = _COMPARE[kind](attribute, said, denied).verdict == SAME
    if not follows:
        return Relation(COMPATIBLE, "what is denied is something else")
    if said.status == "hedged":
        return Relation(COMPATIBLE, "one is only expected")
    return Relation(DIFFERENT, "one denies what the other says")


def _numbers(attribute: str, first: Claim, second: Claim) -> Relation:
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


def is_calendar(claim: Claim) -> bool:
    """Tell whether a claim gives a year, a month or a day."""
    return claim.low >= attributes.FIRST_DAY and claim.unit in ("date", "month", "year")


def is_length(claim: Claim) -> bool:
    """Tell whether a claim gives how long something lasts."""
    base = unit_factors().get(claim.unit, ("", 1.0))[0]
    return base == "second" and claim.low < attributes.FIRST_DAY


def _end_and_length(first: Claim, second: Claim) -> Relation:
    """Compare an end ("until 2030") with a length ("five years"), from the day of an article.

    In whole years, as both are told: what ends in 2030 lasts five years from any day of 2025.
    """
    end, length = (first, second) if is_calendar(first) else (second, first)
    day = end.day or length.day
    if not day:
        return Relation(COMPATIBLE, "no start to count from")
    years = unit_factors()[length.unit][1] / unit_factors()["year"][1]
    told = int(end.low // 10000) - int(day[:4])
    if length.low * years <= told <= length.high * years:
        return Relation(COMPATIBLE, "the length ends then")
    return Relation(DIFFERENT, "the length ends at another time")


def _ages(attribute: str, first: Claim, second: Claim) -> Relation:
    relation = _numbers(attribute, first, second)
    if relation.verdict != DIFFERENT or not first.day or not second.day:
        return relation
    earlier, later = sorted((first, second), key=lambda claim: claim.day)
    days = (date.fromisoformat(later.day[:10]) - date.fromisoformat(earlier.day[:10])).days
    if days and 0 < later.low - earlier.high <= math.ceil(days / 365.25):
        return Relation(COMPATIBLE, "a birthday may lie between the articles")
    return relation


def _dates(attribute: str, first: Claim, second: Claim) -> Relation:
    if first.value == second.value:
        return Relation(SAME, "same value")
    if {first.unit, second.unit} & set(_BROAD):
        return _open_dates(first, second)
    if {first.unit, second.unit} <= set(UNITS):
        sides = [(claim.low, claim.high, claim.unit) for claim in (first, second)]
        fits = times_meet(*sides)
        return Relation(COMPATIBLE, "precision") if fits else Relation(DIFFERENT, OTHER_TIME)
    if any(math.isnan(end) for end in (first.low, first.high, second.low, second.high)):
        return Relation(COMPATIBLE, OTHER_FORM)
    if max(first.low, second.low) <= min(first.high, second.high):
        return Relation(COMPATIBLE, "rounding or precision")
    return Relation(DIFFERENT, "the dates do not meet")


def _open_dates(first: Claim, second: Claim) -> Relation:
    """Compare a weekday or a day without its year with another date."""
    texts = [first.value, second.value]
    if first.unit == second.unit:
        return Relation(DIFFERENT, "the dates do not meet")
    if all(text.startswith("--") for text in texts):
        month, day = sorted(texts, key=len)
        fits = day.startswith(month)
        verdict = COMPATIBLE if fits else DIFFERENT
        return Relation(verdict, "precision" if fits else "the dates do not meet")
    for shown, exact in (texts, texts[::-1]):
        day = _exact_day(exact)
        if day is not None:
            names = (day.strftime("--%m-%d"), day.strftime("--%m"), _WEEKDAYS[day.weekday()])
            fits = shown in names
            verdict = COMPATIBLE if fits else DIFFERENT
            return Relation(verdict, "precision" if fits else "the dates do not meet")
    for shown, span in ((first, second), (second, first)):
        if shown.unit == "month of year" and _is_short(span):
            fits = int(shown.value[2:4]) in _months_of(span)
            verdict = COMPATIBLE if fits else DIFFERENT
            return Relation(verdict, "precision" if fits else "the dates do not meet")
    return Relation(COMPATIBLE, OTHER_FORM)


def _is_short(span: Claim) -> bool:
    """Tell whether a date is a part of one year."""
    return span.low >= attributes.FIRST_DAY and span.high - span.low < 1100


def _months_of(span: Claim) -> range:
    """Return the months from the first to the last day of a date."""
    return range(int(span.low // 100 % 100), int(span.high // 100 % 100) + 1)


def _exact_day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _scores(attribute: str, first: Claim, second: Claim) -> Relation:
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


def _names(attribute: str, first: Claim, second: Claim) -> Relation:
    a, b = words(first.value), words(second.value)
    if a == b:
        return Relation(SAME, "same value")
    if a <= b or b <= a:
        return Relation(COMPATIBLE, "one is a part of the other")
    if ratio(_plain(first.value), _plain(second.value)) >= _SPELLING:
        return Relation(COMPATIBLE, "spelling")
    return Relation(DIFFERENT, "another name")


def _spellings(attribute: str, first: Claim, second: Claim) -> Relation:
    if first.value == second.value:
        return Relation(SAME, "same value")
    if _plain(first.value) == _plain(second.value):
        full = min(len(_WORD.findall(value)) for value in (first.value, second.value)) > 1
        if full and len(words(first.value)) != len(words(second.value)):
            return Relation(DIFFERENT, "spelled differently")
        return Relation(COMPATIBLE, "capitals, accents or spaces")
    if words(first.value) <= words(second.value) or words(second.value) <= words(first.value):
        return Relation(COMPATIBLE, "a short form")
    return Relation(DIFFERENT, "spelled differently")


def _choices(attribute: str, first: Claim, second: Claim) -> Relation:
    """Compare values of which the story knows that any two exclude one another."""
    same = _plain(first.value) == _plain(second.value)
    return Relation(SAME, "same value") if same else Relation(DIFFERENT, "another answer")


def _sets(attribute: str, first: Claim, second: Claim) -> Relation:
    same = _plain(first.value) == _plain(second.value)
    return Relation(SAME, "same value") if same else Relation(COMPATIBLE, "both can be named")


def _categories(attribute: str, first: Claim, second: Claim) -> Relation:
    tree = lattice(attribute)
    if tree.name(first.value) == tree.name(second.value):
        return Relation(SAME, "same value")
    if tree.excludes_each_other(first.value, second.value):
        return Relation(DIFFERENT, "one excludes the other")
    a, b = tree.implied(first.value), tree.implied(second.value)
    follows = tree.name(first.value) in b or tree.name(second.value) in a
    return Relation(COMPATIBLE, "one follows from the other" if follows else "both can be true")


def _roles(attribute: str, first: Claim, second: Claim) -> Relation:
    a, b = _role_parts(first.value), _role_parts(second.value)
    if a == b:
        return Relation(SAME, "same value")
    shared = a.offices & b.offices or (not a.offices and a.rest and a.rest <= b.rest)
    if a.qualifiers != b.qualifiers and (shared or b.rest and b.rest <= a.rest):
        return Relation(DIFFERENT, "the same office under another condition")
    if len(a.offices) == len(b.offices) == 1 and not shared:
        return Relation(DIFFERENT, "another office")
    return Relation(COMPATIBLE, "wording or detail")


class _Role(NamedTuple):
    offices: frozenset[str]
    qualifiers: frozenset[str]
    rest: frozenset[str]


def _role_parts(value: str) -> _Role:
    """Take a role apart: "interim chief executive of Y" is office ceo, qualifier interim, rest y."""
    text = f" {' '.join(_WORD.findall(value.casefold()))} "
    for name, canonical in sorted(
        lattice("role").same.items(), key=lambda row: (-len(row[0]), row)
    ):
        text = text.replace(f" {name} ", f" {canonical} ")
    offices = frozenset(o for o in marked("office") if f" {o} " in text)
    for office in sorted(offices):
        text = text.replace(f" {office} ", " ")
    found = frozenset(text.split()) - _SMALL_WORDS
    qualifiers = found & marked("qualifies")
    return _Role(offices, qualifiers, found - qualifiers)


def _texts(attribute: str, first: Claim, second: Claim) -> Relation:
    relation = _categories(attribute, first, second)
    if relation.verdict == COMPATIBLE and words(first.value) == words(second.value):
        return Relation(SAME, "same value")
    return relation._replace(reason="wording") if relation.verdict == COMPATIBLE else relation


def _causes(attribute: str, first: Claim, second: Claim) -> Relation:
    """Compare what is given as the cause: another one excludes the first, other words do not."""
    relation = _texts(attribute, first, second)
    apart = not _stems(first.value) & _stems(second.value)
    if relation.verdict == COMPATIBLE and apart:
        return Relation(DIFFERENT, "another cause")
    return relation


def _stems(value: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in words(value) if len(word) > _SHORT)


def words(value: str) -> frozenset[str]:
    """Return the words of a value without order, capitals, accents and small words."""
    found = frozenset(_WORD.findall(without_accents(value).casefold().replace(".", "")))
    return (found - _SMALL_WORDS) or found


def _plain(value: str) -> str:
    return "".join(_WORD.findall(without_accents(value).casefold()))


_COMPARE = {
    "number": _numbers,
    "age": _ages,
    "date": _dates,
    "score": _scores,
    "name": _names,
    "spelling": _spellings,
    "choice": _choices,
    "set": _sets,
    "category": _categories,
    "role": _roles,
    "cause": _causes,
    "text": _texts,
}
