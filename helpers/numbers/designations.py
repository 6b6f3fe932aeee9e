"""Tell a number that names, ranks or lists something from one that measures."""

import calendar
from functools import cache

from helpers.cues import words
from helpers.numbers.ages import age_after
from helpers.numbers.numerals import Numeral
from helpers.numbers.units import (
    NOT_COUNTED,
    OPENERS,
    counted_noun,
    currency_after,
    currency_before,
    percent_after,
    unit_after,
)
from helpers.tokens import DASHES, Token, after_dash, is_glued, lower_at, text_at

# "Hall four" is a name as "hall 4" is, if no noun follows that could be counted.
_LABELS = frozenset(
    "version number no nr nrs nos page pages chapter phase article type level step season "
    "episode figure fig table highway channel item part group volume vol title verse scene "
    "model series generation gen grade rank ranked ranking round seed tier formula apollo "
    "paragraph clause rule amendment proposition area".split()
)
_AFTER_A_ROOM = frozenset([*",.;:)", "", *"and or of at in on was is where when with by".split()])
_RANKS = frozenset(("number", "no", "nr"))
_CALENDAR = frozenset(name.lower() for name in (*calendar.day_name, *calendar.month_name))


@cache
def _rooms() -> frozenset[str]:
    """Return the nouns that name places and vehicles by number."""
    return words("fact_numbered", "noun") | frozenset(["act"])


def is_designation(tokens: list[Token], numeral: Numeral) -> bool:
    """Tell a number that names, ranks or lists something from one that measures."""
    first, last = numeral.first, numeral.last
    digits = tokens[first].is_digits
    before = text_at(tokens, first - 1)
    if digits and _glued_to_letters(tokens, first, last):
        return True
    if lower_at(tokens, first) == "one" and last == first + 1 and not _counts_one(tokens, first):
        return True
    if numeral.scale > 1 or percent_after(tokens, last):
        return False
    if before == "#" or (
        before == "." and lower_at(tokens, first - 2) in ("no", "nos", "nrs", "vol")
    ):
        return True
    if before.lower() in _LABELS and (digits or before.lower() in _RANKS):
        return True
    if before.lower() in _rooms():
        counts = counted_noun(tokens, last, plural=True) or unit_after(tokens, last)
        if not counts and (digits or lower_at(tokens, last) in _AFTER_A_ROOM):
            return True
    if not digits or last > first + 1:
        return False
    if _is_list_numeral(tokens, first, last):
        return True
    if before.lower() in _CALENDAR and counted_noun(tokens, last, plural=True):
        return False  # "on Sunday 40 shops closed"
    named = before.isalpha() and before != before.lower() and before.lower() not in OPENERS
    return named and "," not in tokens[first].text


def _glued_to_letters(tokens: list[Token], first: int, last: int) -> bool:
    """Tell "GPT-4", "G20", "4o" and "@user1" from numbers that stand free."""
    if is_glued(tokens, first):
        mark = tokens[first - 1].text
        if mark.isalpha() or mark in "@/_=&\\^":
            return currency_before(tokens, first) is None
        joined = is_glued(tokens, first - 1) and tokens[first - 2].text
        if joined and mark in f".{DASHES}" and (joined[-1].isalpha() or joined == "^"):
            return True
    if last < len(tokens) and is_glued(tokens, last) and tokens[last].text.isalpha():
        known = unit_after(tokens, last) or currency_after(tokens, last, scale=1)
        return known is None and not age_after(tokens, last)
    return last < len(tokens) and is_glued(tokens, last) and tokens[last].text in "/_@^"


def _counts_one(tokens: list[Token], index: int) -> bool:
    """Tell the number in "one soldier" from the pronoun in "one of them"."""
    if lower_at(tokens, index - 1) in (
        "the",
        "that",
        "this",
        "which",
        "no",
        "every",
        "each",
        "any",
    ):
        return False
    after = after_dash(tokens, index + 1)
    word = lower_at(tokens, after)
    return word.isalpha() and word not in NOT_COUNTED


def _is_list_numeral(tokens: list[Token], first: int, last: int) -> bool:
    mark = lower_at(tokens, last)
    opens = first == 0 and mark in (".", ")") and is_glued(tokens, last)
    return opens and last + 1 < len(tokens) and not is_glued(tokens, last + 1)
