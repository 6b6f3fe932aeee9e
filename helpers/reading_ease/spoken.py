"""Say a written word aloud: numbers as they are read, acronyms as letters.

"$14.3" is "fourteen point three dollars", "2016" "twenty sixteen", "AI" "A I". The words that
come out are looked up like any other, so that a figure costs the reader what it costs to say.
"""

import re
from functools import cache

from helpers.cues import read_cues

CURRENCIES = {"$": "dollars", "€": "euros", "£": "pounds", "¥": "yen", "₹": "rupees"}
SIGNS = {"%": "percent", "&": "and", "+": "plus", "=": "equals", "@": "at", "°": "degrees"}
# Letters after a number that stand for a word: "14.3bn", "100k".
SUFFIXES = {"k": "thousand", "m": "million", "mn": "million", "b": "billion", "bn": "billion"}
SUFFIXES |= {"t": "trillion", "tn": "trillion", "th": "", "st": "", "nd": "", "rd": "", "s": ""}
SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))
ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth"}
ORDINALS |= {"eight": "eighth", "nine": "ninth", "twelve": "twelfth"}
YEARS = range(1100, 2100)
LONGEST_NUMBER = 15  # digits; a longer run is an identifier, read digit by digit
LONGEST_ACRONYM = 5

RUN = re.compile(r"\d[\d,.]*\d|\d|[^\W\d_]+|[^\w\s]")
GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
INITIALS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]?")
# "ChatGPT" is Chat + GPT, "OpenAI" Open + AI, "CEOs" CEO + s, "LLMs" LLM + s.
HUMP = re.compile(r"[A-Z]{2,}(?=s\b|'|$|[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]|[^\W\d_]|'\w+")


@cache
def readings() -> dict[str, str]:
    """Return how short forms that break the rule are read: "letters", "word" or in other words."""
    return {row["form"]: row["reading"] for row in read_cues("acronyms")}


def is_spoken_otherwise(word: str) -> bool:
    """Tell whether a word is read otherwise than its letters say: it holds a digit or sign."""
    return any(not (c.isalpha() or c in "'.") for c in word)


def number(digits: str) -> list[str]:
    """Return the words of a number in digits: "1,200.5" is "one thousand two hundred point five".

    Four digits between 1100 and 2099 without a comma are read as a year.
    """
    whole, _, fraction = digits.partition(".")
    if "." in fraction or "," in whole and not GROUPED.fullmatch(whole):
        return [word for part in re.split("[.,]", digits) if part for word in number(part)]
    plain = whole.replace(",", "")
    if len(plain) > LONGEST_NUMBER or (plain.startswith("0") and len(plain) > 1):
        words = [SMALL[int(digit)] for digit in plain]
    elif len(whole) == 4 and int(whole) in YEARS and not fraction:
        words = year(int(whole))
    else:
        words = cardinal(int(plain))
    return words + (["point", *(SMALL[int(digit)] for digit in fraction)] if fraction else [])


def cardinal(n: int) -> list[str]:
    """Return the words of a whole number from 0 on."""
    if n < 20:
        return [SMALL[n]]
    if n < 100:
        return [TENS[n // 10]] + ([SMALL[n % 10]] if n % 10 else [])
    if n < 1000:
        return [SMALL[n // 100], "hundred"] + (cardinal(n % 100) if n % 100 else [])
    size, name = next(scale for scale in SCALES if n >= scale[0])
    return [*cardinal(n // size), name] + (cardinal(n % size) if n % size else [])


def year(n: int) -> list[str]:
    """Return the words of a year from 1100 to 2099: "nineteen oh five", "two thousand six"."""
    century, rest = divmod(n, 100)
    if n in range(2000, 2010):
        return cardinal(n)
    if rest == 0:
        return [*cardinal(century), "hundred"]
    return [*cardinal(century), *(["oh"] if rest < 10 else []), *cardinal(rest)]


def ordinal(words: list[str]) -> list[str]:
    """Return the words of an ordinal: "twenty one" gives "twenty first"."""
    last = words[-1]
    if last.endswith("y"):
        return [*words[:-1], f"{last[:-1]}ieth"]
    return [*words[:-1], ORDINALS.get(last, f"{last}th")]


def plural(words: list[str]) -> list[str]:
    """Return the words of a decade or a plural number: "20s" is "twenties"."""
    last = words[-1]
    return [*words[:-1], f"{last[:-1]}ies" if last.endswith("y") else f"{last}s"]


def say(word: str) -> list[str]:
    """Return the spoken words of a written word with a digit or sign; signs without a name drop.

    A currency is said after the number: "$14.3" is "fourteen point three dollars".
    """
    said: list[str] = []
    after: list[str] = []
    previous = ""
    for run in RUN.findall(word):
        lower = run.lower()
        if run in CURRENCIES:
            after.append(CURRENCIES[run])
        elif run in SIGNS:
            said.append(SIGNS[run])
        elif run[0].isdecimal() and run.isascii():
            said += number(run)
        elif previous[:1].isdecimal() and lower in SUFFIXES and not word[0].isalpha():
            said = suffixed(said, lower)
        elif run[0].isalpha():
            said.append(run)
        previous = run
    return said + after


def suffixed(said: list[str], suffix: str) -> list[str]:
    """Return the words of a number with the letters glued to it."""
    if suffix == "s":
        return plural(said)
    if not SUFFIXES[suffix]:
        return ordinal(said)
    return [*said, SUFFIXES[suffix]]


def in_other_words(word: str) -> list[str]:
    """Return the words that a title, unit or other short form is read as: "Dr" is "doctor"."""
    reading = readings().get(word, "")
    return [] if reading in ("letters", "word") else reading.split()


def is_initials(word: str) -> bool:
    """Tell whether a word is letters with full stops: "U.S.", "J.K", "e.g"."""
    return "." in word and bool(INITIALS.fullmatch(word))


def humps(word: str) -> list[str]:
    """Return the parts of a word that capitals inside it divide: "ChatGPT" is Chat and GPT."""
    if word[1:].islower() or word.isupper() or word in readings():
        return [word]
    return HUMP.findall(word)


def is_acronym(word: str, *, known: bool) -> bool:
    """Tell whether a word in capitals is read letter by letter.

    Two to five capitals are, unless the list of readings says otherwise. `known` says that it
    is read as a word all the same: capitals for emphasis ("NOT").
    """
    reading = readings().get(word)
    if reading:
        return reading == "letters"
    capitals = word.isalpha() and word.isupper() and 2 <= len(word) <= LONGEST_ACRONYM
    return capitals and not known
