"""Read what comes in which order: "finished 18th", "in third place", "in the 113th minute", "in round nine"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers.quantities import Quantity

RANK = "rank"
PLACE, MINUTE, ROUND = "place", "minute of play", "round"
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
CARDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()
_NTH = rf"(?P<nth>[0-9]{{1,3}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)})"
_RANKED = (
    r"(?:finish(?:ed|es|ing)?|place[ds]?|rank(?:ed|s)?|c[ao]me(?:s|ing)?(?: home)?(?: in)?"
    r"|l(?:ie|ies|ay|ying)|s[ia]t(?:s|ting)?"
    r"|(?:slip|drop|slid|slide|fall|fell|sink|sank|sunk|tumble|climb|rise|rose|move)(?:s|ed|ped)?"
    r"(?: (?:down|up|back))? (?:in)?to)"
)
_TABLE = r"(?:table|league|standings|rankings|division|championship|classification|charts?|polls?)"
_MINUTE = re.compile(rf"\b{_NTH}[- ]minute\b(?! (?:hitch|change|deal|bid|plea)s?\b)", re.IGNORECASE)
# What is counted one by one: "her fifth title", "a third term".
_REPEATED = (
    "title|win|victory|defeat|loss|term|goal|medal|film|feature|album|novel|book|marriage|season"
    r"|appearance|attempt|championship|cup|crown|mandate|launch|flight|mission|child|son"
    r"|(?:wo)?man(?= to\b)"
    "|daughter|wife|husband|start|final|visit|strike|walkout|rise|cut|increase|recall|outbreak"
    "|eruption|arrest|conviction|offence|offense|marathon|world cup|grand slam|match"
)
_NTH_OF = re.compile(
    rf"\b(?:his|her|its|their|the|a|my|our|'s|consecutive|straight) {_NTH}"
    rf"(?: (?:consecutive|straight|successive|career|international|major|world|feature|full|solo"
    rf"|test|league|national|studio|tour|term|female|male))*(?:-| )(?P<thing>{_REPEATED})\b",
    re.IGNORECASE,
)
# The first and the second round are of elections and cups as well.
_ROUND = re.compile(
    rf"\b(?!first|second|1st|2nd){_NTH}[- ]round\b|\bround (?P<number>[0-9]{{1,2}}|{'|'.join(CARDINALS[2:])})\b",
    re.IGNORECASE,
)
# "The goal came on 77 minutes" is of play, "number 36 in the table" a place.
_ON_MINUTE = re.compile(r"\bon (?P<nth>[0-9]{1,3}) minutes\b(?! (?:of|long))", re.IGNORECASE)
_NUMBER = re.compile(
    rf"\b(?:now|ranked|rated|to|at) (?:number|no\.?) (?P<nth>[0-9]{{1,3}})\b"
    rf"|\b(?:reach(?:ed|es)?|hit|got to|went to|made|peaked at|climbed to) (?:number|no\.?) "
    rf"(?P<reached>[0-9]{{1,3}}|{'|'.join(CARDINALS)})\b(?! (?:\w+ )?(?:reason|priority|target))"
    rf"|\b(?:number|no\.?) (?P<listed>[0-9]{{1,3}}) (?:in|on|of) the (?:\w+ )?(?:{_TABLE}|list)\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"[0-9](?:st|nd|rd|th)")
_RANK = re.compile(
    rf"\b{_NTH}(?:[- ](?:placed?|position|spot)\b| (?:in|of) the (?:\w+ )?{_TABLE}\b)"
    rf"|\b{_RANKED} {_NTH.replace('<nth>', '<ranked>')}\b(?=[,.;:)]|$| (?:in|of|out|overall|with|after|behind|and|on|from)\b)",
    re.IGNORECASE,
)


def places(line: str, make: Callable[..., Quantity]) -> list[Quantity]:
    """Return the places in a table or a race, the minutes of play and the rounds of a line.

    The unit is what comes in order: place, minute of play, round, or the noun: "title".
    """
    lower, found = line.lower(), []
    # Most lines hold no ordinal; the pattern takes longer.
    ordinal = any(word in lower for word in ORDINALS) or _ORDINAL.search(lower)
    numbered = any(word in lower for word in ("round ", " minutes", "number ", "no ", "no. "))
    if not ordinal and not numbered:
        return found
    for match in _RANK.finditer(line):
        before = " " + line[max(0, match.start() - 7) : match.start()].lower()
        if before == " in the " or (before.endswith(" a ") and not match[0].endswith("placed")):
            continue  # "in the first place" gives a reason, "a second place" is one more
        found.append(ranked(match, "nth" if match["nth"] else "ranked", PLACE, make))
    found += [ranked(match, "nth", MINUTE, make) for match in _MINUTE.finditer(line)]
    found += [ranked(match, "nth", MINUTE, make) for match in _ON_MINUTE.finditer(line)]
    for match in _NUMBER.finditer(line):
        told = next(group for group in ("nth", "reached", "listed") if match[group])
        found.append(ranked(match, told, PLACE, make))
    for match in _NTH_OF.finditer(line):
        found.append(ranked(match, "nth", match["thing"].lower(), make))
    for match in _ROUND.finditer(line):
        found.append(ranked(match, "nth" if match["nth"] else "number", ROUND, make))
    return found


def ranked(match: re.Match, group: str, unit: str, make: Callable[..., Quantity]) -> Quantity:
    """Return the quantity that an ordinal says."""
    n = number_of(match[group])
    return make(*match.span(group), RANK, str(n), float(n), float(n), unit)


def number_of(words: str) -> int:
    """Return the number that a cardinal or an ordinal says: "three", "3", "third", "3rd"."""
    words = words.lower()
    if words in CARDINALS:
        return CARDINALS.index(words) + 1
    return int(words.rstrip("stndrh")) if words[0].isdigit() else ORDINALS.index(words) + 1
