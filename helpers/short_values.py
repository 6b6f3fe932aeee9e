"""Write values in a few characters, and label the places of an axis of them."""

import math
import re
from datetime import timedelta

from helpers.display import signed
from helpers.numbers.units import currencies

# A number line has about so many ticks, at multiples of these times a power of ten.
TICKS, STEPS = 3, (1, 2, 5, 10)
MINUTES = (1, 2, 5, 10, 15, 30, 60, 120, 180, 360)
ROOM = 0.1  # a line goes on beyond its ends by this share of its length
# Units that are written out behind a tick's number.
CLOCK = 600
# Times are minutes of a day or of two; days are numbers beyond these, those of years BC negative.
MOST_MINUTES = 10_000
CLOCKED = re.compile(r"[\d,]+")
SHORT_UNITS = frozenset("km m cm mm kg km/h m/s mph MW GW GB TB".split())
SHOWN_UNITS = SHORT_UNITS | frozenset(
    "second minute hour day week month year decade metre mile yard knot tonne ton hectare acre "
    "litre gallon barrel gram ounce".split()
)
_SCALES = ((10**12, "tn"), (10**9, "bn"), (10**6, "m"))
_SIGNS = {"USD": "$", "GBP": "£", "EUR": "€"}
_TAILS = {
    "percent": "%",
    "percentage point": " points",
    "basis point": " bp",
    "degree Celsius": " °C",
}
OPEN_YEAR = re.compile(r"--\d\d(?:-\d\d)?")
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def short_value(
    value: str, *, unit: str = "", low: float = math.nan, high: float = math.nan
) -> str:
    """Return a value in a few characters: "$14.3bn", "49%", "≥ 41", "13 Jun 2025"."""
    if _short_date(value):
        return _short_date(value)
    sign = "≥ " if high == math.inf else ""
    if low == 0 and value not in ("0", "") and not math.isnan(high) and _is_plain(value):
        sign = "≤ "
    parts = value.split("-") if _is_range(value) else [value]
    money = unit in {code for _, code in currencies().values()}
    if all(_is_plain(part) for part in parts):
        if money:
            head = _SIGNS.get(unit, f"{unit} ")
            return f"{sign}{head}{_with_scale(parts)}"
        tail = _TAILS.get(unit, "")
        plain = "–".join(part if len(part) < 5 else f"{float(part):,g}" for part in parts)
        plain = signed(plain)
        if max(abs(float(part)) for part in parts) >= 10**6:
            plain = _with_scale(parts)
        return f"{sign}{plain}{tail}"
    return value.replace("_", " ")


def with_unit(shown: str, unit: str) -> str:
    """Return a number with the unit behind it: "32 years"; with other units as it is.

    Seconds that make more than `CLOCK` are shown as on a watch: "2:07:41".
    """
    if unit == "second" and CLOCKED.fullmatch(shown) and float(shown.replace(",", "")) > CLOCK:
        return str(timedelta(seconds=float(shown.replace(",", ""))))
    if unit not in SHOWN_UNITS or not shown[-1:].isdigit():
        return shown
    several = "s" if shown != "1" and unit not in SHORT_UNITS else ""
    return f"{shown} {unit}{several}"


def _is_plain(value: str) -> bool:
    return value.removeprefix("-").replace(".", "", 1).isdecimal() and len(value) < 20


def _is_range(value: str) -> bool:
    first, _, second = value.partition("-")
    return _is_plain(first) and _is_plain(second)


def _with_scale(parts: list[str]) -> str:
    size = max(abs(float(part)) for part in parts)
    scale, letters = next(((s, name) for s, name in _SCALES if size >= s), (1, ""))
    return "–".join(f"{float(part) / scale:,.12g}" for part in parts) + letters


def _short_date(value: str) -> str:
    """Return "13 Jun 2025", "Jun 2025", and "13 Jun", "Jun" where the year is open; "" for no date."""
    if OPEN_YEAR.fullmatch(value):
        return _short_date(f"2000{value[1:]}").removesuffix(" 2000")
    pieces = value.split("-")
    if not 2 <= len(pieces) <= 3 or not all(piece.isdecimal() for piece in pieces):
        return ""
    if [len(piece) for piece in pieces] not in ([4, 2], [4, 2, 2]) or not 1 <= int(pieces[1]) <= 12:
        return ""
    day = f"{int(pieces[2])} " if len(pieces) == 3 else ""
    return f"{day}{_MONTHS[int(pieces[1]) - 1]} {pieces[0]}"


def axis_ticks(
    ends: list[float], *, unit: str = "", dates: bool = False
) -> list[tuple[float, str]]:
    """Return places about the least and the greatest finite end, round numbers with units.

    Between `dates` (YYYYMMDD): first days of years or of months, else the days themselves; between
    times, which are minutes of a day, times on a watch.
    """
    finite = sorted({end for end in ends if math.isfinite(end)})
    if not finite:
        return []
    low, high = finite[0], finite[-1]
    if dates and max(-low, high) > MOST_MINUTES:
        return _date_ticks([int(end) for end in finite])
    if dates:
        return _time_ticks(low, high)
    if low == high:
        return [(low, _tick_label(low, unit))]
    step = _round_step((high - low) / TICKS)
    low, high = low - ROOM * (high - low), high + ROOM * (high - low)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    places = [float(f"{step * n:.12g}") for n in range(first, last + 1)]
    return [(place, _tick_label(place, unit)) for place in places]


def _round_step(step: float) -> float:
    """Return the least round number that is not below `step`."""
    scale = 10 ** math.floor(math.log10(step))
    return next(scale * n for n in STEPS if scale * n >= step * (1 - 1e-9))


def _tick_label(place: float, unit: str) -> str:
    """Return a number with its unit, as short as it can be read."""
    shown = short_value(f"{place:.12g}", unit=unit)
    return with_unit(shown, unit)


def _time_ticks(low: float, high: float) -> list[tuple[float, str]]:
    """Return times at multiples of some minutes or hours, a little beyond both ends."""
    step = next((m for m in MINUTES if TICKS * m >= high - low), MINUTES[-1])
    room = ROOM * (high - low)
    first, last = math.ceil((low - room) / step), math.floor((high + room) / step)
    places = [step * n for n in range(first, last + 1)] or [round(low)]
    return [(float(m), f"{m // 60 % 24:02}:{m % 60:02}") for m in places]


def _year(year: int) -> str:
    """Return the name of a year, of a negative one before Christ; there is no year 0."""
    return f"{-year} BC" if year < 0 else str(year or "AD 1")


def _date_ticks(days: list[int]) -> list[tuple[float, str]]:
    """Return first days of years, else of months, else days, no more than `TICKS` + 1."""
    first, last = days[0], days[-1]
    years = range(first // 10000, last // 10000 + 1)
    if len(years) > 1:
        step = max(1, int(_round_step((len(years) - 1) / TICKS)))
        return [(year * 10000 + 101, _year(year)) for year in years if year % step == 0]
    months = range(first // 100, last // 100 + 1)
    if len(months) > 1:
        every = max(1, math.ceil(len(months) / TICKS))
        shown = [(m * 100 + 1, short_value(f"{m // 100}-{m % 100:02d}")) for m in months]
        return shown[::every]
    every = max(1, math.ceil(len(days) / TICKS))
    iso = [(d, f"{d // 10000}-{d // 100 % 100:02d}-{d % 100:02d}") for d in days]
    return [(day, short_value(value)) for day, value in iso][::every]
