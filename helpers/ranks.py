"""Read places in a table or a race: "finished 18th", "a seventh-placed finish", "in third place"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers.quantities import Quantity

PLACE = "place"
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
_ORDINAL = re.compile(r"[0-9](?:st|nd|rd|th)")
_RANK = re.compile(
    rf"\b{_NTH}(?:[- ](?:placed?|position|spot)\b| (?:in|of) the (?:\w+ )?{_TABLE}\b)"
    rf"|\b{_RANKED} {_NTH.replace('<nth>', '<ranked>')}\b(?=[,.;:)]|$| (?:in|of|out|overall|with|after|behind|and|on|from)\b)",
    re.IGNORECASE,
)


def places(line: str, make: Callable[..., Quantity]) -> list[Quantity]:
    """Return the places in a table or a race that a line tells."""
    lower, found = line.lower(), []
    # Most lines hold no ordinal; the pattern takes longer.
    if not any(word in lower for word in _WORDS) and not _ORDINAL.search(lower):
        return found
    for match in _RANK.finditer(line):
        before = " " + line[max(0, match.start() - 7) : match.start()].lower()
        if before == " in the " or (before.endswith(" a ") and not match[0].endswith("placed")):
            continue  # "in the first place" gives a reason, "a second place" is one more
        nth = "nth" if match["nth"] else "ranked"
        words = match[nth].lower()
        n = int(words[:-2]) if words[0].isdigit() else _WORDS.index(words) + 1
        found.append(make(*match.span(nth), "count", str(n), float(n), float(n), PLACE))
    return found
