"""Read what comes in which order: "finished 18th", "in third place", "in the 113th minute"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers.quantities import Quantity

PLACE, MINUTE = "place", "minute of play"
UNITS = frozenset([PLACE, MINUTE])
_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_NTH = rf"(?P<nth>[0-9]{{1,3}}(?:st|nd|rd|th)|{'|'.join(_WORDS)})"
_RANKED = (
    r"(?:finish(?:ed|es|ing)?|place[ds]?|rank(?:ed|s)?|c[ao]me(?:s|ing)?(?: home)?(?: in)?"
    r"|l(?:ie|ies|ay|ying)|s[ia]t(?:s|ting)?"
    r"|(?:slip|drop|slid|slide|fall|fell|sink|sank|sunk|tumble|climb|rise|rose|move)(?:s|ed|ped)?"
    r"(?: (?:down|up|back))? (?:in)?to)"
)
_TABLE = r"(?:table|league|standings|rankings|division|championship|classification|charts?|polls?)"
_MINUTE = re.compile(rf"\b{_NTH}[- ]minute\b(?! (?:hitch|change|deal|bid|plea)s?\b)", re.IGNORECASE)
_ORDINAL = re.compile(r"[0-9](?:st|nd|rd|th)")
_RANK = re.compile(
    rf"\b{_NTH}(?:[- ](?:placed?|position|spot)\b| (?:in|of) the (?:\w+ )?{_TABLE}\b)"
    rf"|\b{_RANKED} {_NTH.replace('<nth>', '<ranked>')}\b(?=[,.;:)]|$| (?:in|of|out|overall|with|after|behind|and|on|from)\b)",
    re.IGNORECASE,
)


def places(line: str, make: Callable[..., Quantity]) -> list[Quantity]:
    """Return the places in a table or a race, and the minutes of play, that a line tells."""
    lower, found = line.lower(), []
    # Most lines hold no ordinal; the pattern takes longer.
    if not any(word in lower for word in _WORDS) and not _ORDINAL.search(lower):
        return found
    for match in _RANK.finditer(line):
        before = " " + line[max(0, match.start() - 7) : match.start()].lower()
        if before == " in the " or (before.endswith(" a ") and not match[0].endswith("placed")):
            continue  # "in the first place" gives a reason, "a second place" is one more
        found.append(ranked(match, "nth" if match["nth"] else "ranked", PLACE, make))
    return found + [ranked(match, "nth", MINUTE, make) for match in _MINUTE.finditer(line)]


def ranked(match: re.Match, group: str, unit: str, make: Callable[..., Quantity]) -> Quantity:
    """Return the quantity that an ordinal says."""
    words = match[group].lower()
    n = int(words[:-2]) if words[0].isdigit() else _WORDS.index(words) + 1
    return make(*match.span(group), "count", str(n), float(n), float(n), unit)
