"""Tell the ages of people among the numbers of a text: "34-year-old", "aged 34", "Lee, 34,"."""

from helpers.numbers.numerals import Numeral
from helpers.numbers.units import OPENERS, Measure, unit_forms
from helpers.tokens import Token, after_dash, lower_at, text_at

# What may stand between "aged" and the number.
_BEFORE_AGE = frozenset("between from about around over under just only barely".split())


def age_after(tokens: list[Token], index: int) -> Measure | None:
    """Return the age whose words follow a number: "-year-old", "months of age"."""
    if lower_at(tokens, index) in ("yo", "y.o") or _texts(tokens, index, 3) == "y/o":
        return Measure("age", "year", index + (1 if lower_at(tokens, index) == "yo" else 3))
    at = after_dash(tokens, index)
    unit = unit_forms().get(lower_at(tokens, at).removesuffix("s"))
    if unit is None or unit[0] != "duration":
        return None
    at = after_dash(tokens, at + 1)
    if lower_at(tokens, at) in ("old", "olds"):
        return Measure("age", unit[1], at + 1)
    if lower_at(tokens, at) == "of" and lower_at(tokens, at + 1) == "age":
        return Measure("age", unit[1], at + 2)
    return None


def age_before(tokens: list[Token], numeral: Numeral) -> int | None:
    """Return where an age begins whose cue stands before: "aged 34", "At just 27,", "Lee, 34,"."""
    first, last = numeral.first, numeral.last
    if not 0 < numeral.value < 120 or numeral.scale > 1 or numeral.value % 1:
        return None
    before, following = lower_at(tokens, first - 1), lower_at(tokens, last)
    for cue in (first - 1, first - 2 if before in _BEFORE_AGE else first):
        if cue < first and lower_at(tokens, cue) in ("aged", "age", "ages"):
            return cue
    at = first - 2 if before in ("just", "only", "age") else first - 1
    ends = following in (",", ".", ";", ")", "")
    if lower_at(tokens, at) == "at" and ends and (at < first - 1 or _opens(tokens, at)):
        return at
    if lower_at(tokens, at) == "at" and lower_at(tokens, at - 1) in ("died", "dead", "dies"):
        return at
    if (
        before == "of"
        and lower_at(tokens, first - 2) == "all"
        and _is_name(tokens, first - 4, names=1)
    ):
        return first - 2
    if before in ("turned", "turns", "turning") and (ends or following in ("last", "in", "on")):
        return first
    if before == "," and following in (",", ".", ")", ";") and _is_name(tokens, first - 2, names=1):
        return first
    if before == "(" and following == ")" and numeral.value > 15:
        return first if _is_name(tokens, first - 2, names=2) else None
    return None


def _opens(tokens: list[Token], index: int) -> bool:
    return index < 1 or tokens[index - 1].text in ".!?\"'“”‘’:;("


def _is_name(tokens: list[Token], index: int, *, names: int) -> bool:
    """Tell whether a token ends a person's name: so many capitalised words in a row."""
    words = [text_at(tokens, index - k) for k in range(names)]
    return all(w[:1].isupper() and w.isalpha() and w.lower() not in OPENERS for w in words) and (
        names > 1 or text_at(tokens, index - 1)[:1].isupper() or _opens(tokens, index)
    )


def _texts(tokens: list[Token], index: int, length: int) -> str:
    return "".join(token.lower for token in tokens[index : index + length])
