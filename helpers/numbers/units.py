"""Say what a number measures: currencies, units of time and size, the noun that is counted."""

import re
from functools import cache
from typing import NamedTuple

from helpers.cues import read_cues
from helpers.numbers.numerals import SCALES, UNITS
from helpers.tokens import DASHES, Token, after_dash, is_glued, lower_at, text_at, tokenize

_PERCENT = {("%",), ("percent",), ("per", "cent"), ("pct",), ("percentage",), ("pc",)}
# A capitalised word before a number makes it part of a name ("Llama 4"), except these.
OPENERS = frozenset(
    "a about above after all almost among an and another any approximately are around as at "
    "barely before below between both but by circa close combined despite down during each either "
    "even every exactly following for from he her his how i if in including is it its just less "
    "more my nearly no not now of off on once only or our out over past per plus roughly she since "
    "so some than that the their them then there these they this those to total totalling totaling "
    "under until up us was we were when where which while who with within without you your "
    "give add get got have had has take take pay paid win won use buy sell".split()
)
NOT_COUNTED = frozenset(  # what cannot follow "one" as the number 1
    "of who whom that which is was were are has had have can could will would may might must "
    "should in on at by for to from with and or but another thing day way might s the a an as "
    "more side hand if when than not does did do needs wants knows reason it he she they "
    "because can so said says told asked added became went did now would within during after "
    "before until since fewer".split()
)
_IRREGULAR = {
    "people": "people",
    "men": "man",
    "women": "woman",
    "children": "child",
    "police": "police",
    "staff": "staff",
    "troops": "troop",
    "wounded": "wounded",
    "dead": "dead",
    "homes": "home",
    "lives": "life",
    "wives": "wife",
    "aircraft": "aircraft",
    "feet": "foot",
    "series": "series",
    "species": "species",
    "persons": "people",
    "person": "people",
}
_NOT_NOUNS = frozenset("is was has its his as this us yes plus thus always perhaps does".split())


_WEIGHING = frozenset("weigh weighs weighed weighing lift lifts lifted load thrust".split())
# Units that stand before their number.
_BEFORE = {"magnitude": "magnitude", "category": "category", "mile": "mile"}
_BEFORE |= dict.fromkeys(("kilometre", "kilometer"), "km")
# Scales whose numbers go by another name as well.
_SCALES = {"richter": "magnitude"}


# Crowns of any country: "VKr85mn".
_CROWNS = re.compile(r"[A-Z][a-z]?Kr")


class Measure(NamedTuple):
    """What a number measures, and the index of the first token after its unit."""

    kind: str
    unit: str
    after: int


@cache
def currencies() -> dict[str, tuple[str, str]]:
    """Return form -> (sign, code, word, scaled or minor; ISO code or the word itself)."""
    return {row["form"]: (row["kind"], row["unit"]) for row in read_cues("currencies")}


@cache
def unit_forms() -> dict[str, tuple[str, str]]:
    """Return form -> (duration or measure, unit)."""
    return {row["form"]: (row["kind"], row["unit"]) for row in read_cues("units")}


@cache
def unit_factors() -> dict[str, tuple[str, float]]:
    """Return unit -> (base unit, factor), to compare "18 months" with "one and a half years"."""
    return {row["unit"]: (row["base"], float(row["factor"])) for row in read_cues("units")}


_LENGTHS = frozenset(
    "tall long wide high deep away from race sprint dash below above off apart thick across "
    "underwater radius of freestyle hurdles relay".split()
)

# Of a screen or a film.
_LINES = frozenset("144 240 360 480 540 576 720 1080 1440 2160 4320".split())
_SIZES = frozenset("height depth length width distance radius altitude tall deep".split())


def is_million(tokens: list[Token], index: int) -> bool:
    """Tell the "m" of "5m users" and "5m in May" from the one of "5m tall" and "a 5m wall"."""
    if text_at(tokens, index) != "m" or not is_glued(tokens, index):
        return False
    if is_length(tokens, index):
        return False
    word = lower_at(tokens, index + 1)
    counts = bool(counted_noun(tokens, index + 1, plural=True))
    return counts or not word.isalpha() or word in NOT_COUNTED or word in OPENERS


def is_length(tokens: list[Token], index: int) -> bool:
    """Tell the "m" of "a depth of 5 m" and "5m below" from that of millions."""
    sized = any(lower_at(tokens, at) in _SIZES for at in range(index - 5, index))
    return sized or lower_at(tokens, index + 1) in _LENGTHS


def currency_before(tokens: list[Token], index: int) -> tuple[str, int] | None:
    """Return the currency whose sign or code stands before a token, and where it begins."""
    if index < 1:
        return None
    at = index - 1
    sign = tokens[at].lower
    known = currencies().get(sign)
    if known is None and _CROWNS.fullmatch(tokens[at].text) and is_glued(tokens, index):
        return "crown", at
    if known is None or known[0] not in ("sign", "code"):
        return None
    if known[0] == "code" and sign in ("rs", "try") and not tokens[at].text[0].isupper():
        return None
    if sign == "$":
        for width in (3, 1):  # "u.s$", "HK$"
            if at >= width:
                prefix = "".join(token.lower for token in tokens[at - width : at])
                close = is_glued(tokens, at) or len(prefix) > 1 or prefix == "c"
                named = currencies().get(f"{prefix}$")
                if named and close:
                    return named[1], at - width
    return known[1], at


def currency_after(tokens: list[Token], index: int, *, scale: int) -> tuple[str, int] | None:
    """Return the currency named after a number, and the index after its name."""
    if scale == 1 and is_pence(tokens, index):
        return "pence", index + 1
    found = _longest(tokens, index, currencies())
    if found is not None:
        (kind, unit), after = found
        if kind == "code" and len(tokens[after - 1].text) < 3:
            return None
        if kind == "scaled" and scale < 1000:
            return None
        followed = after < len(tokens) and tokens[after].is_digits
        if kind == "sign" and followed and is_glued(tokens, after):
            return None
        return unit, after
    return None


def is_pence(tokens: list[Token], index: int) -> bool:
    """Tell the "p" of "418p a share" from the one of "a 1080p screen"."""
    glued = text_at(tokens, index) == "p" and is_glued(tokens, index)
    return glued and text_at(tokens, index - 1) not in _LINES


def is_weight(tokens: list[Token], first: int, found: tuple[str, int] | None) -> bool:
    """Tell "40,000 pounds of meat" and "weighs 40,000 pounds" from a sum of money."""
    if found is None:
        return False
    near = {lower_at(tokens, at) for at in range(first - 4, first)}
    return lower_at(tokens, found[1]) == "of" or not _WEIGHING.isdisjoint(near)


def million_code(tokens: list[Token], index: int) -> str:
    """Return the currency of "MUSD", "MGBP" (millions of it), else ""."""
    word = text_at(tokens, index)
    code = word[1:].lower() if len(word) == 4 and word[0] == "M" else ""
    return currencies()[code][1] if code in currencies() else ""


def percent_after(tokens: list[Token], index: int) -> int:
    """Return the index after "%", "per cent" or "percent", else 0."""
    index = after_dash(tokens, index)
    words = tuple(token.lower for token in tokens[index : index + 2])
    for length in (2, 1):
        if len(words) >= length and words[:length] in _PERCENT:
            return index + length
    return 0


def unit_after(tokens: list[Token], index: int) -> Measure | None:
    """Return the unit of time or size that follows a number, at once or behind an adjective."""
    glued = is_glued(tokens, index)
    found = _longest(tokens, index, unit_forms())
    if found is None:
        return _described_time(tokens, index)
    (kind, unit), after = found
    short = after == index + 1 and len(tokens[index].text) < 3
    letter = tokens[after - 1].text if short else ""
    heat = glued and letter in ("C", "F")  # "40C"; "40c" is no temperature
    # "229 g" is a weight, "5 m" may be a sum, but for "a depth of 5 m" and "5 m down"
    spaced = not glued and letter not in "gt" and not is_length(tokens, index)
    if len(letter) == 1 and letter.isalpha() and (letter.isupper() or spaced or letter in "cf"):
        return Measure(kind, unit, after) if heat else None
    return Measure(kind, unit, after)


def _described_time(tokens: list[Token], index: int) -> Measure | None:
    """Return the unit of "fourteen breathless minutes": a plural of time behind one adjective."""
    word, noun = lower_at(tokens, index), lower_at(tokens, index + 1)
    kind, unit = unit_forms().get(noun.removesuffix("s"), ("", ""))
    adjective = word.isalpha() and len(word) > 3 and (word[-1] != "s" or word.endswith("ss"))
    if kind != "duration" or not noun.endswith("s") or not adjective or word in NOT_COUNTED:
        return None
    return None if word in OPENERS or word in SCALES else Measure(kind, unit, index + 2)


def unit_before(tokens: list[Token], index: int) -> str:
    """Return the unit of "category 4" and "at kilometre 35", "" if none stands before a number."""
    return _BEFORE.get(lower_at(tokens, index - 1), "")


def scale_after(tokens: list[Token], index: int) -> Measure | None:
    """Return the scale named after a number: "8 on the Beaufort scale"."""
    words = [lower_at(tokens, at) for at in range(index, index + 4)]
    if words[:2] != ["on", "the"] or words[3] != "scale":
        return None
    return Measure("measure", _SCALES.get(words[2], words[2]), index + 4)


def is_point(tokens: list[Token], index: int) -> int:
    """Return the index after "point" of "half a point", "a quarter-point", else 0."""
    at = after_dash(tokens, index)
    while lower_at(tokens, at) in ("of", "a"):
        at += 1
    return at + 1 if lower_at(tokens, at) in ("point", "points") else 0


def counted_noun(tokens: list[Token], index: int, *, plural: bool) -> str:
    """Return the noun that a number counts, in the singular, or "" when none is near.

    Without a parse this is the first plural among the next words; "people" is kept as it is.
    """
    joined = after_dash(tokens, index)
    if lower_at(tokens, joined) == "strong":  # "a 40-strong crew", "now 450 strong"
        return counted_noun(tokens, joined + 1, plural=False) or "people"
    if joined > index and lower_at(tokens, joined).isalpha():
        return singular(lower_at(tokens, joined))
    if lower_at(tokens, index) == "of":
        index += (
            2 if lower_at(tokens, index + 1) in ("the", "its", "their", "those", "these") else 1
        )
    for at in range(index, min(index + 4, len(tokens))):
        word = tokens[at].lower
        if word in DASHES and is_glued(tokens, at):
            continue
        if not word.isalpha():
            break
        if word in _IRREGULAR:
            return _IRREGULAR[word]
        if word in _NOT_NOUNS or word in NOT_COUNTED:
            break
        if not plural and word not in SCALES and word not in UNITS:
            return word
        if word.endswith("s") and not word.endswith("ss") and len(word) > 3:
            return singular(word)
    return ""


def singular(word: str) -> str:
    """Return the singular of a regular plural."""
    if re.search(r"[^aeiou]ies$", word):
        return f"{word[:-3]}y"
    return word[:-2] if re.search(r"(?:x|sh|ch|ss)es$", word) else word.removesuffix("s")


@cache
def _first_words() -> frozenset[str]:
    """Return the first words of all forms, without a plural s: most words begin no unit."""
    forms = (*currencies(), *unit_forms())
    return frozenset(tokenize(form)[0].lower.removesuffix("s") for form in forms)


def _longest(tokens: list[Token], index: int, table: dict) -> tuple[tuple[str, str], int] | None:
    """Look up the longest phrase of up to three tokens at an index, plural or not."""
    index = after_dash(tokens, index)
    if index >= len(tokens) or tokens[index].lower.removesuffix("s") not in _first_words():
        return None
    for length in (3, 2, 1):
        if index + length > len(tokens):
            continue
        for form in _forms(tokens, index, length):
            if form in table:
                return table[form], index + length
    return None


def _forms(tokens: list[Token], index: int, length: int) -> list[str]:
    words = [tokens[index].lower]
    for at in range(index + 1, index + length):
        words.append(tokens[at].lower if is_glued(tokens, at) else f" {tokens[at].lower}")
    text = "".join(words).replace("-", " ")
    head, space, tail = text.partition(" ")
    return [text, text.removesuffix("s"), f"{head.removesuffix('s')}{space}{tail}"]
