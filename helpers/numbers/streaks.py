"""Read how many in a row: "a third straight win", "six defeats in a row", "a seven-match unbeaten run"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from helpers.numbers.ranks import CARDINALS, ORDINALS, RANK, number_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from helpers.quantities import Quantity

IN_A_ROW = "in a row"
# What stands for winning and rising in a row, and for losing and falling.
UP, DOWN = "=up-in-a-row", "=down-in-a-row"
_NTH = rf"(?:(?!1st|first)[0-9]{{1,3}}(?:st|nd|rd|th)|{'|'.join(ORDINALS[1:])})"
_N = rf"(?:(?<![\d.,$£€])(?!0|1\b)[0-9]{{1,3}}|{'|'.join(CARDINALS[1:])})"
_STRAIGHT = r"(?:straight|consecutive|successive|back-to-back)"
# Terms are numbered whether or not they follow one another; hours in a row are a length of time.
_NO_STREAK = (
    r"(?! (?:[\w'’-]+ ){0,2}(?:terms?|sentences?|hours?|minutes?|seconds?|sets?|numbers?|digits?"
    r"|lines?|roads?|sides?|(?:wo)?men|people|couples?|miles?|kilomet(?:re|er)s?|met(?:re|er)s?)\b)"
)
_TIME = r"(?:time|day|night|week|weekend|month|quarter|year|season|session|summer|winter)"
_ENDED = (
    r"(?:game|match(?:e(?=s))?|race|fight|bout|final|win|victor(?:y|ies)|defeat|loss(?:e(?=s))?|draw|title"
    r"|championship|crown|cup|troph(?:y|ies)|gold|medal|triumph|success(?:e(?=s))?|increase|rise"
    r"|hike|cut|fall|decline|gain|drop|promotion|relegation|election|record)"
)
_THINGS = rf"(?:{_TIME}|{_ENDED})s?\b"
# A word between the number and "in a row", none that begins another phrase.
_BETWEEN = (
    rf"(?:(?!(?:{_N}|{_NTH}|and|or|to|from|was|were|is|are|ha[sd]|have)\b)[A-Za-z][\w'’-]*[ -])"
)
_LAST = r"(?:(?:the|its|his|her|their|our) )?"
_RUNNING = (
    r"(?:winning|losing|unbeaten|winless|undefeated|scoreless|goalless|scoring|hitting|unbroken)"
)
# Each with the words of which a line has one; the patterns take longer.
_PATTERNS = {
    # "a third straight win", "five consecutive quarters"
    "straight|consecutive|successive|back-to-back": re.compile(
        rf"\b(?P<shown>(?P<n>{_NTH}|{_N})[- ](?:[\w'’]+ )?{_STRAIGHT}\b){_NO_STREAK}", re.IGNORECASE
    ),
    "straight|consecutive|successive": re.compile(
        rf"\b(?P<shown>{_STRAIGHT} (?P<n>{_NTH}))\b{_NO_STREAK}", re.IGNORECASE
    ),
    # "six defeats in a row", "for the fourth time running"
    "a row|a-row|succession|on the ": re.compile(
        rf"\b(?P<n>{_NTH}|{_N})[ -]{_BETWEEN}{{0,4}}?"
        rf"(?:in[- ]a[- ]row|in succession|on the (?:trot|bounce|spin))\b",
        re.IGNORECASE,
    ),
    " running": re.compile(
        rf"\b(?P<n>{_NTH}|{_N}) (?:{_TIME}|game|match|election|tournament)s? running\b"
        r"(?! (?:the|a|an|his|her|its|their|for|into|out|against|low|around|through)\b)",
        re.IGNORECASE,
    ),
    # "fell for a third day"
    "for a |for the ": re.compile(
        rf"\bfor (?:a (?P<n>{_NTH}) (?:day|night|week|month|quarter|year|session)"
        rf"|the (?P<told>{_NTH}) (?:day|night|week|month|year|session)(?! (?:of|in)\b))\b",
        re.IGNORECASE,
    ),
    # "a run of seven games", "a nine-match losing streak", "extends the run to seven"
    "run of |series of |streak of |sequence of ": re.compile(
        rf"\b(?:(?:run|series) of (?P<n>{_N}) (?:[\w'’-]+ ){{0,2}}?{_ENDED}s?\b"
        rf"|(?:streak|sequence) of (?P<told>{_N}) (?:[\w'’-]+ ){{0,2}}?{_THINGS})",
        re.IGNORECASE,
    ),
    " run| streak| sequence": re.compile(
        rf"\b(?P<n>{_N})[- ](?:{_THINGS}[- ])?(?:(?:[\w'’-]+ )?{_RUNNING} (?:run|sequence)|(?:[\w'’-]+ )?streak"
        rf"|(?<=game )run|(?<=match )run)\b",
        re.IGNORECASE,
    ),
    "run to|streak to|sequence to": re.compile(
        rf"\b(?:extend|stretch|tak|push|bring|brought|took|lengthen)\w*(?: [\w'’-]+){{1,5}} (?:run|streak|sequence)"
        rf" to (?P<n>{_N})\b",
        re.IGNORECASE,
    ),
    "run |streak |sequence ": re.compile(
        rf"\b(?:run|streak|sequence) (?:(?:now|has|had) )*(?:stands|stood|reach(?:ed|es)|stretche[sd]|ended|ends)"
        rf"(?: now)?(?: at| to| after)? (?P<n>{_N})\b(?! (?:years?|months?|days?) ago)",
        re.IGNORECASE,
    ),
    # "winless in eight", "gone seven games without a win"
    "unbeaten|winless|undefeated|without ": re.compile(
        rf"\b(?:unbeaten|winless|undefeated|without (?:a )?(?:win|victory|defeat|loss)) in {_LAST}(?P<n>{_N})\b"
        r"(?! (?:years?|months?|days?|weeks?|seasons?)\b)",
        re.IGNORECASE,
    ),
    "unbeaten|undefeated|without ": re.compile(
        rf"\b(?P<n>{_N}) (?:[\w'’-]+ )?(?:games|matches|fights|races|tests)"
        r" (?:unbeaten\b|undefeated\b|without (?:a )?(?:win|winning|victory|defeat|losing|loss)\b)",
        re.IGNORECASE,
    ),
}
# "back-to-back titles", "a hat-trick of titles"
_WORDED = re.compile(
    rf"\b(?:(?P<two>back-to-back)(?: [\w'’-]+){{0,2}}? {_ENDED}s?"
    rf"|(?P<three>hat[- ]trick) of (?:[\w'’-]+ ){{0,2}}?{_ENDED}s"
    r"|(?P<twice>twice) (?:in a row|running(?! (?:for|the|a)\b)))\b",
    re.IGNORECASE,
)
_ONES = "back-to-back|hat-trick of|hat trick of|twice "
_CUES = {cues: frozenset(cues.split("|")) for cues in (*_PATTERNS, _ONES)}
_ANY = sorted(frozenset().union(*_CUES.values()))


def streaks(line: str, make: Callable[..., Quantity]) -> Iterator[Quantity]:
    """Yield how many of a kind followed one another without a break."""
    lower, taken = line.lower(), set()
    found = [cue for cue in _ANY if cue in lower]
    if not found:
        return
    for cues, pattern in _PATTERNS.items():
        for match in pattern.finditer(line) if not _CUES[cues].isdisjoint(found) else ():
            groups = match.groupdict()
            number = "n" if groups["n"] else "told"
            if match.start(number) not in taken:
                taken.add(match.start(number))
                place = match.span("shown" if "shown" in groups else number)
                yield in_a_row(number_of(match[number]), place, make)
    for match in _WORDED.finditer(line) if not _CUES[_ONES].isdisjoint(found) else ():
        told = match.lastgroup
        yield in_a_row(3 if told == "three" else 2, match.span(told), make)


def in_a_row(n: int, place: tuple[int, int], make: Callable[..., Quantity]) -> Quantity:
    """Return the quantity of so many in a row."""
    return make(*place, RANK, str(n), float(n), float(n), IN_A_ROW)
