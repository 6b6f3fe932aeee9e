"""Read the numbers written in a text, in digits and in words.

A numeral is a value with the step that its printed form implies: "14.3 billion" counts in steps
of 0.1 billion. What the number measures is decided in `quantities`.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from helpers.tokens import DASHES, Token, after_dash, is_glued, lower_at

# How thousands are parted: "1,200,000", "75'000", "75 000"; with points from a million on.
GROUPED = re.compile(r"[,' \u00a0\u2009\u202f]")
POINTED = re.compile(r"[0-9]{1,3}\.[0-9]{3}\.[0-9]{3}")

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
UNITS = (
    {word: n for n, word in enumerate(_SMALL)}
    | {word: 10 * n for n, word in enumerate(_TENS, start=2)}
    | {"nought": 0, "naught": 0}
)
_POWERS = {"thousand": 3, "lakh": 5, "million": 6, "crore": 7, "billion": 9, "trillion": 12}
_POWERS |= {"bn": 9, "bln": 9, "mn": 6, "mln": 6, "mio": 6, "tn": 12, "trn": 12}
SCALES = {word: 10**power for word, power in _POWERS.items()} | {"dozen": 12, "dozens": 12}
# Letters that are a scale only when glued to the digits: "14.3B", "100k".
GLUED = {"k": 10**3, "K": 10**3, "M": 10**6, "B": 10**9, "b": 10**9, "T": 10**12}
_NTH = "third fourth fifth sixth seventh eighth ninth tenth".split()
_PARTS = (
    {word: n for n, word in enumerate(_NTH, start=3)}
    | {"half": 2, "quarter": 4, "twentieth": 20, "hundredth": 100, "thousandth": 1000}
    | {"millionth": 10**6, "billionth": 10**9, "trillionth": 10**12}
)
PARTS = _PARTS | {f"{word}s": n for word, n in _PARTS.items()} | {"halves": 2}
GLYPHS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅛": (1, 8)}
GLYPHS |= {"⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅜": (3, 8)}
# Plural scales name an order of magnitude, not a number.
VAGUE = {
    "dozens": (24, 100),
    "scores": (40, 200),
    "tens": (20, 100),
    "hundreds": (100, 1000),
    "thousands": (10**3, 10**6),
    "millions": (10**6, 10**9),
    "billions": (10**9, 10**12),
    "trillions": (10**12, 10**15),
}
FEW = {"few": (2, 10), "handful": (2, 10), "couple": (2, 3), "several": (3, 20)}
_SLASHED = ("2", "3", "4", "5", "6", "8", "10", "16")  # denominators written with a slash
# A token that is neither one of these nor in digits begins no numeral.
_MULTI = {f"multi{scale}": f"{scale}s" for scale in ("million", "billion", "trillion")}
_STARTS = {*UNITS, *VAGUE, *GLYPHS, *_MULTI}
_STARTS |= {*"a an the last next several half quarter multi".split()}
_LONGEST = 24  # digits; longer runs are identifiers
_LARGEST = Decimal(10) ** 24


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text: tokens `first` to `last` (exclusive), its value and its printed step.

    `step` is 0 for a number that is exact as printed. A vague numeral ("millions") has no value
    of its own, only `low` and `high`. `scale` is the factor of its last scale word, else 1.
    """

    first: int
    last: int
    value: Decimal
    step: Decimal
    scale: int = 1
    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def vague(self) -> bool:
        """Whether only the order of magnitude is given."""
        return self.low is not None


def read_numeral(tokens: list[Token], first: int) -> Numeral | None:
    """Read the longest numeral that begins at a token, or return None.

    "one" is a number here; whether it is a pronoun is for the caller to say.
    """
    if tokens[first].lower not in _STARTS and not tokens[first].text[-1].isdecimal():
        return None
    for reader in (_read_vague, _read_part_of_scale, _read_article_scale, _read_cardinal):
        numeral = reader(tokens, first)
        if numeral is not None:
            return numeral if abs(numeral.value) < _LARGEST else None
    return None


def digits_value(text: str) -> Decimal | None:
    """Return the value of a number in digits, or None for a version or an identifier."""
    if len(text) > _LONGEST or (text.count(".") > 1 and not POINTED.fullmatch(text)):
        return None
    head, comma, tail = text.partition(",")
    if comma and len(tail) < 3:
        return Decimal(f"{head}.{tail}")
    plain = GROUPED.sub("", text)
    return Decimal(plain.replace(".", "") if POINTED.fullmatch(text) else plain)


def _read_vague(tokens: list[Token], first: int) -> Numeral | None:
    """Read "millions", "hundreds of thousands", "a few", "several"."""
    word = lower_at(tokens, first)
    if word in ("a", "the", "last", "next") and lower_at(tokens, first + 1) in FEW:
        if word != "a":
            return None
        low, high = FEW[lower_at(tokens, first + 1)]
        last = first + 2
        return Numeral(first, last, Decimal(low), Decimal(0), 1, Decimal(low), Decimal(high))
    if word == "several":
        low, high = FEW[word]
        return Numeral(first, first + 1, Decimal(low), Decimal(0), 1, Decimal(low), Decimal(high))
    last = first + 1
    if word == "multi" and lower_at(tokens, last) and lower_at(tokens, last) in DASHES:
        word, last = f"multi{lower_at(tokens, first + 2)}", first + 3
    word = _MULTI.get(word, word)
    if word not in VAGUE:
        return None
    low, high = VAGUE[word]
    if lower_at(tokens, last) == "of" and lower_at(tokens, last + 1) in VAGUE:
        low, high = (
            low * VAGUE[lower_at(tokens, last + 1)][0],
            high * VAGUE[lower_at(tokens, last + 1)][0],
        )
        last += 2
    elif word in ("tens", "scores") and lower_at(tokens, last) != "of":
        return None
    return Numeral(first, last, Decimal(low), Decimal(0), low, Decimal(low), Decimal(high))


def _read_part_of_scale(tokens: list[Token], first: int) -> Numeral | None:
    """Read "half a million", "a quarter of a million", "two thirds", "¾"."""
    part = _read_part(tokens, first)
    if part is None:
        return None
    value, last = part
    at = last
    if lower_at(tokens, at) == "of":
        at += 1
    if lower_at(tokens, at) in ("a", "an", "one"):
        at += 1
    scale = SCALES.get(lower_at(tokens, at)) or (100 if lower_at(tokens, at) == "hundred" else None)
    if scale and (at == last or value < 1):
        return Numeral(first, at + 1, value * scale, Decimal(0), scale)
    if tokens[first].lower in ("a", "half", "quarter") and not _stands_alone(tokens, first, last):
        return None
    return Numeral(first, last, value, Decimal(0))


def _stands_alone(tokens: list[Token], first: int, last: int) -> bool:
    """Tell "a third of them" from "a third man" and "half" from "the second half"."""
    word = lower_at(tokens, last)
    at = last
    while lower_at(tokens, at) in ("of", "a", "an") or (lower_at(tokens, at) or "x") in DASHES:
        at += 1
    if lower_at(tokens, at) in _MEASURED and lower_at(tokens, first - 1) not in _HALVES:
        return tokens[first].lower != "quarter" or lower_at(tokens, at) in _POINTS or at > last + 1
    if tokens[first].lower == "half":
        return word in ("of", "the", "its", "their") and lower_at(tokens, first - 1) not in _HALVES
    if tokens[first].lower == "quarter":
        return False
    return word in ("of", "") or not word.isalpha()


# What half of is measured, not a part of something: "half a year", "a quarter point".
_MEASURED = frozenset(
    "year hour mile minute second decade century day month point percentage percent per metre "
    "meter kilometre kilometer inch degree tonne ton litre liter pound acre hectare".split()
)
_POINTS = ("point", "percentage", "percent", "per")
_HALVES = ("first", "second", "other", "latter", "top", "bottom", "this", "that")


def _read_part(tokens: list[Token], first: int) -> tuple[Decimal, int] | None:
    """Read a fraction in words at a token: its value and the index after it."""
    word = lower_at(tokens, first)
    if word in GLYPHS:
        over, under = GLYPHS[word]
        return Decimal(over) / under, first + 1
    if word in ("half", "quarter"):
        return Decimal(1) / PARTS[word], first + 1
    below = _below_hundred(tokens, first) or ((1, first + 1) if word in ("a", "an") else None)
    if below is None and word.isdecimal() and len(word) < 3:
        below = int(word), first + 1
    if below is None:
        return None
    over, at = below
    if lower_at(tokens, at) == "/" and tokens[first].is_digits:
        return _read_slash(tokens, at, over)
    while lower_at(tokens, at) and lower_at(tokens, at) in DASHES:
        at += 1
    under = PARTS.get(lower_at(tokens, at))
    if not over or under is None or (over == 1) == lower_at(tokens, at).endswith("s"):
        return None
    return Decimal(over) / under, at + 1


def _read_slash(tokens: list[Token], slash: int, over: int) -> tuple[Decimal, int] | None:
    """Read "3/4"; "9/11" and "24/7" are no fractions."""
    under = lower_at(tokens, slash + 1)
    glued = is_glued(tokens, slash) and is_glued(tokens, slash + 1)
    if not glued or under not in _SLASHED or not 0 < over < int(under):
        return None
    return (Decimal(over) / int(under), slash + 2) if lower_at(tokens, slash + 2) != "/" else None


def _read_article_scale(tokens: list[Token], first: int) -> Numeral | None:
    """Read "a million", "a hundred", "an estimated" being left to the caller."""
    if lower_at(tokens, first) not in ("a", "an"):
        return None
    word = lower_at(tokens, first + 1)
    scale = SCALES.get(word) if len(word) > 3 else None
    if word == "hundred":
        scale = _scale_at(tokens, first + 2) * 100
        last = first + (3 if scale > 100 else 2)
    elif scale is not None:
        last = first + 2
    else:
        return None
    step = Decimal(0) if scale in (12, 100) else Decimal(scale) / 10
    return Numeral(first, last, Decimal(scale), step, scale)


def _scale_at(tokens: list[Token], index: int) -> int:
    """Return the factor of the scale word at a token, else 1; a glued letter counts as one."""
    if index >= len(tokens):
        return 1
    word = lower_at(tokens, index)
    if is_glued(tokens, index) and tokens[index - 1].is_digits:
        return GLUED.get(tokens[index].text) or SCALES.get(word, 1)
    if word == "k" and tokens[index - 1].is_digits:
        return 1000
    return SCALES.get(word, 1)


def _read_cardinal(tokens: list[Token], first: int) -> Numeral | None:
    """Read "14.3 billion", "ninety five", "three hundred and twenty-one", "two and a half"."""
    token = tokens[first]
    if token.is_digits:
        value = digits_value(token.text)
        if value is None:
            return None
        step = Decimal(1).scaleb(value.as_tuple().exponent)
        exponent = _exponent(tokens, first + 1)
        if exponent:
            power = Decimal(10) ** int(lower_at(tokens, first + 1)[1:] or tokens[first + 2].text)
            return Numeral(first, exponent, value * power, step * power)
        value, last, step = _mixed(tokens, first + 1, value, step)
    else:
        below = _below_thousand(tokens, first)
        if below is None:
            return None
        part, last = _point(tokens, below[1])
        step = Decimal(1).scaleb(part.as_tuple().exponent)
        value, last, step = _mixed(tokens, last, below[0] + part, step)
    return _with_scales(tokens, first, last, value, step)


def _exponent(tokens: list[Token], index: int) -> int:
    """Return the index after "e10", glued to digits, else 0."""
    if lower_at(tokens, index) != "e" or not is_glued(tokens, index):
        return 0
    after = index + 1
    glued = is_glued(tokens, after) and tokens[after].text.isdigit()
    return after + 1 if glued and len(tokens[after].text) < 3 else 0


def _with_scales(
    tokens: list[Token], first: int, last: int, value: Decimal, step: Decimal
) -> Numeral:
    """Multiply by the scale words that follow and add the smaller groups after them."""
    total, scale, group = Decimal(0), 1, value
    while True:
        at = last
        if at < len(tokens) and tokens[at].text in DASHES and is_glued(tokens, at):
            at += 1
        factor = _scale_at(tokens, at)
        if factor == 1 and lower_at(tokens, at) in ("hundred", "hundreds"):
            factor = 100
        if factor == 1:
            break
        group, scale, last, step = group * factor, scale * factor, at + 1, step * factor
        half, after, _ = _mixed(tokens, last, Decimal(0), step)
        if half:
            group, last, step = group + half * scale, after, step / 10
        if group > _LARGEST:
            break
        following = _next_group(tokens, last, scale)
        if following is not None:
            total, (group, last), step = total + group, following, Decimal(1)
            scale = 1
    value = total + group
    under = PARTS.get(lower_at(tokens, last), 0) if lower_at(tokens, last).endswith("s") else 0
    if under > 2 and not tokens[first].is_digits:
        return Numeral(first, last + 1, value / under, Decimal(0))
    if scale < 1000:
        step = _round_step(value) if step >= 1 else step
    return Numeral(first, last, value, step, scale)


def _next_group(tokens: list[Token], index: int, scale: int) -> tuple[Decimal, int] | None:
    """Read the group after a scale word: "two hundred [and twenty-one]"."""
    at = index + 1 if lower_at(tokens, index) == "and" else index
    if scale < 100 or at >= len(tokens):
        return None
    if tokens[at].is_digits:
        if SCALES.get(lower_at(tokens, at + 1), 1) >= scale:
            return None  # the other end of "between 230 million and 250 million"
        value = digits_value(tokens[at].text) if at > index else None
        return (value, at + 1) if value is not None and value < scale else None
    part = _read_part_of_scale(tokens, at) if at > index else None
    if part is not None and 1 < part.value < scale:
        return part.value, part.last
    below = _below_thousand(tokens, at)
    if below is None or below[0] >= scale:
        return None
    return Decimal(below[0]), below[1]


def _below_thousand(tokens: list[Token], index: int) -> tuple[int, int] | None:
    """Read a cardinal below a thousand in words: its value and the index after it."""
    small = _below_hundred(tokens, index)
    if small is None or small[0] >= 100 or lower_at(tokens, small[1]) != "hundred":
        return small
    value, last = small[0] * 100, small[1] + 1
    at = last + 1 if lower_at(tokens, last) == "and" else last
    rest = _below_hundred(tokens, at)
    if rest is None or rest[0] == 0:
        return value, last
    under = PARTS.get(lower_at(tokens, rest[1]), 0)
    return (value, last) if rest[0] < under else (value + rest[0], rest[1])


def _below_hundred(tokens: list[Token], index: int) -> tuple[int, int] | None:
    word = lower_at(tokens, index)
    if word not in UNITS:
        return None
    value, last = UNITS[word], index + 1
    if value < 20:
        return value, last
    at = last
    while at < last + 1 and lower_at(tokens, at) and lower_at(tokens, at) in DASHES:
        at += 1
    follow = UNITS.get(lower_at(tokens, at), 0)
    return (value + follow, at + 1) if 0 < follow < 10 else (value, last)


def _mixed(
    tokens: list[Token], index: int, value: Decimal, step: Decimal
) -> tuple[Decimal, int, Decimal]:
    """Add "and a half", "-and-a-half" or a fraction sign to a whole number."""
    joined = after_dash(tokens, index)
    at = after_dash(tokens, joined + 1) if lower_at(tokens, joined) == "and" else index
    slash = lower_at(tokens, at + 1) == "/"
    if at < len(tokens) and (at > index or tokens[at].text in GLYPHS or slash):
        part = _read_part(tokens, at)
        bare = lower_at(tokens, at) in ("half", "quarter")
        if part is not None and part[0] < 1 and not bare and not _is_scale(tokens, part[1], step):
            return value + part[0], part[1], step / 10
    return value, index, step


def _is_scale(tokens: list[Token], index: int, step: Decimal) -> bool:
    """Tell whether a scale word follows that belongs to the fraction: "and a half million"."""
    return step >= 1000 and lower_at(tokens, index) in SCALES


def _point(tokens: list[Token], index: int) -> tuple[Decimal, int]:
    """Read "point zero eight" after a number in words: its value and the index after it."""
    digits, at = "", index + 1
    while lower_at(tokens, index) == "point" and len(digits) < 9:
        below = _below_hundred(tokens, at)
        if below is None:
            break
        digits, at = f"{digits}{below[0]}", below[1]
    return (Decimal(f"0.{digits}"), at) if digits else (Decimal(0), index)


def _round_step(value: Decimal) -> Decimal:
    """Return the step that the zeros of a whole number imply, 0 for an exact one.

    Only hundreds and more are taken as rounded. A single leading digit gives away one zero:
    "2,000" stands for 1,950 to 2,050, "1,200" for 1,150 to 1,250, "120" for itself.
    """
    digits = str(int(abs(value)))
    zeros = len(digits) - len(digits.rstrip("0"))
    if zeros < 2 or value != int(value):
        return Decimal(0)
    return Decimal(10) ** (zeros - 1 if len(digits) - zeros == 1 else zeros)
