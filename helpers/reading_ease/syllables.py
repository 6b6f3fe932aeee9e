"""Count the syllables of a word twice: as the dictionary has it, and as it is read aloud.

Both rest on textstat's count for a single word: the first pronunciation of the CMU dictionary, or
else the hyphenation points of Pyphen. Those miss every syllable where a printer would not divide
the word ("Ma-la-la" has none), so that an estimate is the larger of them and the vowel groups:
tried on 20,000 words of the dictionary that is right for 89 of 100, Pyphen alone for 61.
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from helpers.reading_ease import spoken

# No English word is longer; what is, is pasted data, and hyphenating it would take for ever.
LONGEST_WORD = 60
DISTINCT_WORDS = 2**17
SPELLED = 4  # from so many letters on, capitals that the dictionary knows are read as it says
VOWELS = re.compile("[aeiouy]+")
# An ending that is written but not spoken: "pave", "paves", "paved", not "table" or "planted".
SILENT = re.compile(r"(?:(?<=[^aeiouyl])e|(?<=[^aeiouysxzcgl])es|(?<=[^aeiouytd])ed)$")
SIBILANTS = ("s", "x", "z", "ch", "sh", "ce", "ge", "se", "ze")


class Syllables(NamedTuple):
    """Syllables of one word: read aloud, by textstat alone, and whether one had to be guessed."""

    n: int
    dictionary: int
    estimated: bool


@lru_cache(maxsize=DISTINCT_WORDS)
def count(word: str) -> Syllables:
    """Return the syllables of one written word: "AI" has two, "$14.3" six.

    A word that holds no letter or digit has none. Apostrophes must be straight.
    """
    cut = word[:LONGEST_WORD]
    n, estimated = _aloud(unicodedata.normalize("NFKC", cut))
    return Syllables(n, by_textstat(cut), estimated)


@lru_cache(maxsize=DISTINCT_WORDS)
def by_textstat(word: str) -> int:
    """Return textstat's syllable count of one word: "AI" has one, "$14.3" is read as 143."""
    from textstat import textstat

    return textstat.syllable_count(word)


def is_familiar(word: str) -> bool:
    """Tell whether a word in lower case is on textstat's list of easy words (Dale-Chall)."""
    return word in _familiar()


def _aloud(word: str) -> tuple[int, bool]:
    if spoken.is_spoken_otherwise(word):
        return _sum(spoken.say(word))
    if spoken.is_initials(word):
        return _sum([letter for letter in word if letter != "."])
    return _letters_only(word)


def _letters_only(word: str) -> tuple[int, bool]:
    if words := spoken.in_other_words(word):
        return _sum(words)
    base, _, ending = word.partition("'")
    base = base[:-1] if base[-1:] == "s" and base[:-1].isupper() else base
    if spoken.is_acronym(base, known=_is_word(base.lower())):
        return _sum(list(base))
    plain = _without_accents(word.lower())
    if len(word) == 1 or plain in _pronunciations():
        return by_textstat(plain), False
    if ending in ("s", "") and "'" in word and base:
        n, estimated = _letters_only(base)
        return n + (ending == "s" and base.endswith(SIBILANTS)), estimated
    parts = spoken.humps(word)
    if len(parts) > 1:
        return _sum([part for part in parts if part != "s"])
    return max(by_textstat(plain), _vowel_groups(plain)), True


def _vowel_groups(word: str) -> int:
    return max(1, len(VOWELS.findall(SILENT.sub("", word))))


def _is_word(word: str) -> bool:
    """Tell whether a word in capitals is read as a word: a familiar one, or four letters or more.

    The dictionary has many acronyms of four letters as they are read (NATO), and short ones as
    words that they are not (AI, LED).
    """
    return is_familiar(word) or (len(word) >= SPELLED and word in _pronunciations())


def _without_accents(word: str) -> str:
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _sum(words: list[str]) -> tuple[int, bool]:
    counted = [_letters_only(word) for word in words]
    return sum(n for n, _ in counted), any(estimated for _, estimated in counted)


@cache
def _pronunciations() -> dict:
    # textstat's own loader: the dictionary takes most of a second and is then shared with it.
    from textstat.backend.utils._get_cmudict import get_cmudict

    return get_cmudict("en_US")


@cache
def _familiar() -> frozenset[str]:
    from textstat.backend.utils._get_lang_easy_words import get_lang_easy_words

    return frozenset(get_lang_easy_words("en_US"))
