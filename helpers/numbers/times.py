"""Read times of day: "6:40 p.m.", "a quarter past one in the morning", "1915 GMT", "before noon".

`low` and `high` are the first and last minute of the day that the words allow, counted from
midnight. A time that may be of either half of the day, "a few minutes after 6.40", has the unit
`clock`, unless words beside it tell the half.
"""

import re

NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve".split()
)  # fmt: skip
FIVES = ("five", "ten", "twenty")
_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
_MINUTES = {word: n for n, word in enumerate((*NUMBERS, *_TEENS), start=1)}
_MINUTES |= {f"twenty-{word}": 20 + n for n, word in enumerate(NUMBERS[:9], start=1)}
_HOUR = rf"(?:[0-2]?[0-9]|{'|'.join(NUMBERS)})"
_WHICH = r"(?:in the (?P<part>morning|afternoon|evening)|at (?P<night>night))"
# "5 p.m." ends in a dot of its own, "5pm." in that of the sentence.
_HALF = r"(?P<half>[aApP])(?:\.[mM]\b\.?|[mM]\b)"
_AFTER_PREPOSITION = (
    "(?:(?<=at )|(?<=by )|(?<=before )|(?<=after )|(?<=until )|(?<=about )|(?<=around ))"
)
# What a bare "6.40" has to follow, so that it is no other number.
_SAID_OF_TIME = r"(?:at|by|before|after|until|till|from|since|about|around|past)"
_NO_MORE = r"(?=[,;:)]|\.(?:\s|$)|$| (?:on|in|and|when|as|that|this|local|yesterday|last|with)\b)"
TIME = re.compile(
    rf"\b(?P<hour>[0-2]?[0-9])(?:[:.](?P<minute>[0-5][0-9]))? ?{_HALF}"
    rf"|\b(?P<fraction>half|quarter|{_AFTER_PREPOSITION}(?:(?:five|ten|twenty|twenty-five)(?: minutes)?|(?:{'|'.join(_MINUTES)}|[0-9]{{1,2}}) minutes?))"
    rf" (?P<side>past|to) (?P<near>{_HOUR})\b(?! (?!(?:in|at|on|when|and|this|that|yesterday|the|an?|he|she|it|they|we|as|with|after|before)\b)[a-z])"
    rf"(?: ?(?:(?P<half2>[aApP])(?:\.[mM]\b\.?|[mM]\b)|in the (?P<part2>morning|afternoon|evening)|at (?P<night2>night)))?"
    rf"|\b(?P<clock>{_HOUR})(?:[:.](?P<past>[0-5][0-9]))? (?:o'clock(?: {_WHICH})?"
    r"|in the (?P<part3>morning|afternoon|evening)|at (?P<night3>night))\b"
    r"|(?<![0-9:])(?<!\bin )\b(?P<hour24>[0-2]?[0-9]):(?P<minute24>[0-5][0-9])(?![0-9:])"
    r"|\b(?P<military>(?:[01][0-9]|2[0-3])[0-5][0-9]) (?:GMT|UTC|CET|CEST|EST|EDT|hours|hrs)\b"
    rf"|\b{_SAID_OF_TIME} (?P<dotted>[0-2]?[0-9]\.[0-5][0-9]){_NO_MORE}"
    rf"|\b{_SAID_OF_TIME} (?P<spoken>{'|'.join(NUMBERS)})"
    r"(?= (?:(?:on )?[a-z]+day|yesterday|this|that) (?:morning|afternoon|evening|night)\b)"
    rf"|\b(?:{_SAID_OF_TIME}|to) (?P<named>noon|midday|midnight)\b(?! [a-z]+(?:ed|s)\b)",
    re.IGNORECASE,
)  # fmt: skip
# A line without any of these tells no time; `TIME` takes longer.
_FIGURES = re.compile(
    r"[0-9](?:[:.][0-9]| ?[ap]\.?m| (?:GMT|UTC|CES?T|E[SD]T|hours|hrs)\b)", re.IGNORECASE
)
_PARTS = ("morning", "afternoon", "evening", "night")
_WORDS = ("o'clock", "at night", "noon", "midday", "midnight")
_WORDS += tuple(f"in the {part}" for part in ("morning", "afternoon", "evening"))
_WORDS += tuple(f"{n} {side} " for n in ("half", "quarter", *FIVES) for side in ("past", "to"))
_WORDS += tuple(f"{day} {part}" for day in ("day", "this") for part in _PARTS)
_WORDS += ("minutes past ", "minutes to ", "minute past ", "minute to ")
_FRACTIONS = {"half": 30, "quarter": 15} | _MINUTES
_NAMED = {"noon": 12 * 60, "midday": 12 * 60, "midnight": 24 * 60}
HOUR, HALF_DAY, DAY = 60, 12 * 60, 24 * 60
UNITS = ("time", "clock", "zoned time")  # "clock" leaves the half of the day open
_ZONE = re.compile(r" ?\(?(?:GMT|UTC|CES?T|B?ST|IST|JST|[ECMP][SD]?T)\b")
# Minutes that "about", "shortly after" and a full hour leave open.
ABOUT, SHORTLY, FULL_HOUR = 20, 30, 10
_ROUND = re.compile(
    r"\b(?:around|about|roughly|approximately|towards?|circa|nearly) $", re.IGNORECASE
)
_BESIDE = re.compile(
    r"\b(?:(?:shortly|just|soon|moments|minutes|little|bit|shade) (?P<side>before|after|past)"
    r"|(?P<not_yet>not yet)) $",
    re.IGNORECASE,
)
_EVENING = re.compile(r"\b(?:afternoon|evening|night|tonight|dusk|p\.?m)\b", re.IGNORECASE)
_MORNING = re.compile(r"\b(?:morning|dawn|a\.?m|sunrise)\b", re.IGNORECASE)
_REACH = 60  # characters to each side


def may_tell_time(line: str) -> bool:
    """Tell whether `TIME` can match in a line."""
    lower = line.lower()
    return any(word in lower for word in _WORDS) or bool(_FIGURES.search(line))


def read_time(match: re.Match) -> tuple[str, float, float, str] | None:
    """Return value ("18:40"), first and last minute, and unit of a match of `TIME`, or None."""
    groups = {key: value.lower() for key, value in match.groupdict().items() if value}
    minute = _minute(groups)
    if minute is None:
        return None
    half = (groups.get("half") or groups.get("half2") or "")[:1]
    part = groups.get("part") or groups.get("part2") or groups.get("part3") or ""
    if {"night", "night2", "night3"} & groups.keys():
        part = "night" if minute // 60 % 12 >= _EARLY else "morning"
    if half and not 1 <= minute // 60 <= 12 and "fraction" not in groups:
        return None
    sure = bool({"hour24", "military", "named"} & groups.keys()) or minute >= 13 * 60
    unit = "time"
    if half or part:
        minute = minute % HALF_DAY + HALF_DAY * (half == "p" or part not in ("", "morning"))
    elif not sure:
        told = _half_told(match)
        unit = "time" if told is not None else "clock"
        minute = minute % HALF_DAY + HALF_DAY * bool(told)
    if minute > DAY:
        return None
    if _ZONE.match(match.string, match.end()) or _ZONE.search(match[0]):
        unit = UNITS[2]
    low, high = _ends(match, groups, minute)
    return f"{minute // 60 % 24:02}:{minute % 60:02}", float(low), float(high), unit


_EARLY = 6  # "three at night" is after midnight, "ten at night" before it


def _minute(groups: dict[str, str]) -> int | None:
    """Return the minute of the day that the figures or words say, as they stand."""
    if "named" in groups:
        return _NAMED[groups["named"]]
    if "military" in groups:
        return int(groups["military"][:2]) * 60 + int(groups["military"][2:])
    if "fraction" in groups:
        sign = 1 if groups["side"] == "past" else -1
        hour = _hour(groups["near"])
        return (
            None
            if hour > 12
            else (hour * 60 + sign * _fraction(groups["fraction"].split()[0])) % DAY
        )
    if "dotted" in groups:
        hour, minute = groups["dotted"].split(".")
        return int(hour) * 60 + int(minute) if int(hour) < 24 else None
    hour = _hour(
        next(groups[name] for name in ("hour", "clock", "spoken", "hour24") if name in groups)
    )
    minute = int(groups.get("minute") or groups.get("past") or groups.get("minute24") or 0)
    return hour * 60 + minute if hour < 24 else None


def _fraction(word: str) -> int:
    return int(word) if word.isdigit() else _FRACTIONS[word]


def _hour(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS.index(word) + 1


def _half_told(match: re.Match) -> bool | None:
    """Tell whether words beside a time put it after noon; None if they say nothing or both."""
    near = match.string[max(0, match.start() - _REACH) : match.end() + _REACH]
    evening, morning = bool(_EVENING.search(near)), bool(_MORNING.search(near))
    return evening if evening != morning else None


def _ends(match: re.Match, groups: dict[str, str], minute: int) -> tuple[int, int]:
    """Return the first and last minute that "about", "shortly after" or a full hour allow."""
    start = next(
        (match.start(g) for g in ("dotted", "named", "spoken") if g in groups), match.start()
    )
    before = match.string[max(0, start - _REACH) : start].replace(" a quarter", " ")
    before = re.sub(r"\ba $", "", before)
    if beside := _BESIDE.search(before):
        earlier = (beside["side"] or "before").lower() == "before"
        return (minute - SHORTLY, minute) if earlier else (minute, minute + SHORTLY)
    slack = ABOUT if _ROUND.search(before) else FULL_HOUR if minute % 60 == 0 else 0
    return minute - slack, minute + slack


def times_meet(one: tuple[float, float, str], two: tuple[float, float, str]) -> bool:
    """Tell whether two times, each low, high and unit, can be one.

    One of a named zone is told by other hours where the event took place.
    """
    abroad = (one[2] == UNITS[2]) != (two[2] == UNITS[2])
    turn = HOUR if abroad else HALF_DAY if "clock" in (one[2], two[2]) else DAY
    return any(
        max(one[0], two[0] + shift) <= min(one[1], two[1] + shift)
        for shift in range(-2 * DAY, 2 * DAY + 1, turn)
    )
