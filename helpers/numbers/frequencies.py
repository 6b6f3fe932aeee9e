"""Read how often something is done: "once a month", "every two weeks", "a twice-daily pill".

A frequency is compared by the days from one time to the next: every two weeks is 14, once a month
28 to 31, as it may be every four weeks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from helpers.numbers.ranks import CARDINALS, RANK, number_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from helpers.quantities import Quantity

HOW_OFTEN = "how often"
_DAYS = {
    "minute": (1 / 1440, 1 / 1440),
    "hour": (1 / 24, 1 / 24),
    "day": (1, 1),
    "night": (1, 1),
    "week": (7, 7),
    "fortnight": (14, 14),
    "month": (28, 31),
    "quarter": (84, 92),
    "half year": (168, 186),
    "year": (364, 366),
}
_P = "|".join(_DAYS)
_LY = {"hourly": "hour", "daily": "day", "nightly": "night", "weekly": "week", "monthly": "month"}
_LY |= {"fortnightly": "fortnight", "quarterly": "quarter", "annually": "year", "yearly": "year"}
_LY |= {"half-yearly": "half year", "twice-yearly": "half year", "annual": "year"}
_EACH_LY = "|".join(word for word in sorted(_LY, key=len, reverse=True) if word != "annual")
_N = rf"(?:[1-9][0-9]{{0,2}}|{'|'.join(CARDINALS)})"
# What is given, held or run at intervals; "a weekly paper" is none of these.
_DONE = (
    r"(?:injections?|infusions?|jabs?|shots?|doses?|dosing|pills?|tablets?|capsules?|treatments?|therapy"
    r"|payments?|instal?lments?|flights?|trains?|buses|ferries|sailings?|crossings?|collections?"
    r"|inspections?|tests|rations?|deliveries)"
)
_DOES = (
    r"(?:giv(?:en?|ing)|tak(?:en?|es|ing)|took|inject(?:s|ed)?|administer(?:s|ed)|paid|pays?|me(?:e|t)ts?|met"
    r"|held|publish(?:es|ed)|collect(?:s|ed)|empt(?:y|ied|ies)|inspect(?:s|ed)|tested|checked"
    r"|reviewed|updat(?:es?|ed)|run|runs|ran|running|operat(?:es?|ed)|dosed|infused|treated|receiv(?:es?|ed)"
    r"|sail(?:s|ed)?|fl(?:y|ies|ew)|depart(?:s|ed)?|visited|deliver(?:s|ed)?|replaced|cleaned|swallow(?:s|ed)?)"
)
_PATTERNS = (
    # "once a month", "twice daily", "three times a week", "a once-monthly injection"
    re.compile(
        rf"\b(?:(?P<once>once)|(?P<twice>twice)|(?P<n>{_N}) times)(?:[ -](?P<ly>{_EACH_LY})\b"
        rf"|(?: an? | per | each | every )(?P<p>{_P})\b)(?! (?:of|ha[sd]|is|was|passe[sd]|ago|earlier)\b)",
        re.IGNORECASE,
    ),
    # "every two weeks", "once every six months", "every other day", "every second week"
    re.compile(
        rf"(?<!\bfor )\b(?:once )?every (?:(?P<every>{_N}|half) (?P<ps>{_P})s?"
        rf"|(?P<other>other|second|third|fourth|fifth|sixth) (?P<p>{_P}))\b(?! (?:of|worked|served)\b)",
        re.IGNORECASE,
    ),
    # "one pill a day", "two doses a week"
    re.compile(
        rf"\b(?:an?|(?P<n>{_N}))(?: [\w'’-]+)? (?:injection|infusion|jab|dose|pill|tablet|capsule)s?"
        rf" (?:a|per|each|every) (?P<p>{_P})\b(?! (?:of|for)\b)",
        re.IGNORECASE,
    ),
    # "weekly injections", "given monthly", "meets every month"
    re.compile(rf"\b(?P<ly>{_EACH_LY}|annual)(?= (?:[\w'’-]+ )?{_DONE}\b)"),
    re.compile(
        rf"\b{_DOES} (?:[\w'’-]+ ){{0,3}}?(?P<shown>(?P<ly>{_EACH_LY})\b|(?<!\bfor )(?:every|each) (?P<p>{_P})\b)"
        r"(?! (?:since|for|of|from)\b)",
        re.IGNORECASE,
    ),
)
_CUES = (
    " a day| a week| a month|once|twice| times |every |each |daily|hourly|nightly|weekly|monthly"
    "|fortnightly|quarterly|annual|yearly"
).split("|")
_NTH = {"other": 2, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}


def frequencies(line: str, make: Callable[..., Quantity]) -> Iterator[Quantity]:
    """Yield how often something is done, none overlapping another."""
    lower = line.lower()
    if not any(cue in lower for cue in _CUES):
        return
    found = [
        (match.span("shown" if "shown" in match.groupdict() else 0), match.groupdict())
        for pattern in _PATTERNS
        for match in pattern.finditer(line)
    ]
    end = 0
    for place, groups in sorted(found, key=lambda item: item[0]):
        if place[0] >= end:
            end = place[1]
            yield frequency(groups, place, make)


def frequency(groups: dict, place: tuple[int, int], make: Callable[..., Quantity]) -> Quantity:
    """Return the quantity of the days from one time to the next."""
    ly = _LY.get((groups.get("ly") or "").lower())
    period = ly or (groups.get("p") or groups.get("ps")).lower()
    times, periods = 1.0, 1.0
    if groups.get("twice") or groups.get("n"):
        times = float(number_of(groups["n"])) if groups["n"] else 2.0
    every = (groups.get("every") or "").lower()
    if every:
        periods = 0.5 if every == "half" else float(number_of(every))
    elif groups.get("other"):
        periods = float(_NTH[groups["other"].lower()])
    if period == "fortnight":
        period, periods = "week", 2 * periods
    least, most = _DAYS[period]
    told = f"every {period}" if periods == 1 else f"every {periods:g} {period}s"
    told = told if times == 1 else f"{times:g} times a {period}"
    return make(*place, RANK, told, least * periods / times, most * periods / times, HOW_OFTEN)
