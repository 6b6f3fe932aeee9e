"""Tell whether two ways to write a name spell one name."""

from __future__ import annotations

import re

from helpers.accents import without_accents

# Two words of one name may differ by this share of their letters (rapidfuzz, normalised).
SPELLING = 0.8
MIN_SPELLING_LETTERS = 4
# A name of one word needs more letters before one of them may be wrong.
MIN_SINGLE_LETTERS = 6
# Letters of a given name that may be spelled in three other letters.
LONG_GIVEN = 8
# What a place may be called with or without.
LANDSCAPE = frozenset("river lake mount mt cape bay valley island strait gulf county the".split())
# How pet names end: "Tommy" is no other spelling of "Tomas".
PET = re.compile(r"(?:y|ie)$")
# Letters that sound alike, in the order in which they are put in each other's place.
SOUNDS = (
    (re.compile(r"ph"), "f"),
    (re.compile(r"(?<=[bdgkprt])h"), ""),
    (re.compile(r"sch"), "sh"),
    (re.compile(r"c(?=[eiy])|z"), "s"),
    (re.compile(r"ck|c(?!h)|q"), "k"),
    (re.compile(r"(?<=[^aeiouy])e$"), ""),
    (re.compile(r"[ae][iy](?:e(?=.))?"), "e"),
    (re.compile(r"y"), "i"),
    (re.compile(r"([aeiou])[aeiou]+"), r"\1"),
    (re.compile(r"(.)\1+"), r"\1"),
)
# What makes an adjective of a place: "America" and "American" are two words.
ADJECTIVE = re.compile(r"n|an|ian|ish|ese|i")


def letters(name: str) -> str:
    """Return the letters of a name alone: "Van der Meer" and "Vandermeer" have the same."""
    return re.sub(r"[\W_]", "", without_accents(name)).lower()


def unnumbered(name: str) -> str:
    """Return a name without the number that may end it: "Llama 4" names Llama."""
    return re.sub(r"(?<=\w) \d{1,2}$", "", name)


def is_one_name(one: list[str], other: list[str]) -> bool:
    """Tell whether two full names, as words, differ in the spelling of one word, or a little of two."""
    from rapidfuzz.distance import DamerauLevenshtein

    if len(one) != len(other):
        return False
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(pairs) == 2 and all(near_words(*pair) for pair in pairs):
        return True
    if len(pairs) != 1 or min(map(len, pairs[0])) < MIN_SPELLING_LETTERS:
        return False
    if sound(pairs[0][0]) == sound(pairs[0][1]):
        return True
    distance = DamerauLevenshtein.distance(*pairs[0])
    alike = DamerauLevenshtein.normalized_similarity(*pairs[0]) >= SPELLING
    given = pairs[0] == (one[0], other[0]) and same_beginning(*pairs[0])
    if distance == 3:
        return pairs[0] == (one[0], other[0]) and long_given(*pairs[0])
    return distance == 1 or (distance == 2 and (alike or given or same_ends(*pairs[0])))


def sound(word: str) -> str:
    """Return how a word is heard, near enough: "stroud" and "strode" are heard alike."""
    word = without_accents(word).lower()
    for letters_, heard in SOUNDS:
        word = letters_.sub(heard, word)
    return word


def near_words(one: str, other: str) -> bool:
    """Tell whether two words begin alike and differ in one letter, longer ones in two."""
    from rapidfuzz.distance import DamerauLevenshtein

    shorter = min(len(one), len(other))
    apart = 1 if shorter == MIN_SPELLING_LETTERS else 2
    known = shorter >= MIN_SPELLING_LETTERS and one[:2] == other[:2]
    return known and DamerauLevenshtein.distance(one, other) <= apart


def same_ends(one: str, other: str) -> bool:
    """Tell whether two longer words begin and end alike, as Sofie and Sophie."""
    ends = one[0] == other[0] and one[-1] == other[-1]
    return ends and min(len(one), len(other)) > MIN_SPELLING_LETTERS


def same_beginning(one: str, other: str) -> bool:
    """Tell whether two longer given names share their first half and more: Fergal and Fergus."""
    half = max(len(one), len(other)) // 2 + 1
    long = min(len(one), len(other)) > MIN_SPELLING_LETTERS
    return long and one[:half] == other[:half] and not (PET.search(one) or PET.search(other))


def long_given(one: str, other: str) -> bool:
    """Tell whether two long given names begin and end alike: Marguerite and Margarete."""
    long = min(len(one), len(other)) >= LONG_GIVEN
    return long and one[:4].lower() == other[:4].lower() and one[-2:] == other[-2:]


def is_one_word(one: str, other: str) -> bool:
    """Tell whether two words spell one name: all but one letter the same, the first among them.

    What only goes on is another word, "Austria" and "Austrian", as is "Argentina" and "Argentine".
    """
    from rapidfuzz.distance import DamerauLevenshtein

    if one.startswith(other) or other.startswith(one) or one[:1] != other[:1]:
        return False
    if one[:-1] == other[:-1] and {one[-1], other[-1]} <= set("aeiou"):
        return False
    long = min(len(one), len(other)) >= MIN_SINGLE_LETTERS
    return long and DamerauLevenshtein.distance(one, other) == 1


def near_keys(word: str) -> set[str]:
    """Return a word with each one of its letters left out: words one letter apart share a key."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def spelled_apart(forms: set[str]) -> set[str]:
    """Return the forms that spell the same words differently, not more or fewer words."""
    variants = set()
    for form in forms:
        for other in forms - {form}:
            bare, other_bare = without_landscape(form), without_landscape(other)
            same_length = len(bare.split()) == len(other_bare.split())
            same_length |= letters(form) == letters(other)
            shouted = form.isupper() != other.isupper() and form.lower() == other.lower()
            same = bare == other_bare and form != other
            if same_length and not shouted and not same and is_variant(bare, other_bare):
                variants |= {form, other}
    return variants


def without_landscape(name: str) -> str:
    """Return a name without the noun of a place: "River Sarn" names the Sarn."""
    return " ".join(word for word in name.split() if word.lower() not in LANDSCAPE) or name


def by_length(pair: tuple[str, str]) -> list[str]:
    """Return two words, the shorter one first."""
    return sorted(pair, key=len)


def is_variant(form: str, other: str) -> bool:
    """Tell whether two forms differ in marks and capitals, or in few letters of one word or two."""
    from rapidfuzz.distance import DamerauLevenshtein

    if letters(form) == letters(other):
        return True
    pairs = [(a, b) for a, b in zip(form.split(), other.split(), strict=True) if a != b]
    if any(ADJECTIVE.fullmatch(long.removeprefix(short)) for short, long in map(by_length, pairs)):
        return False
    if len(pairs) == 2:
        return all(near_words(*pair) for pair in pairs)
    if len(pairs) != 1:
        return False
    distance = DamerauLevenshtein.distance(*pairs[0])
    heard = sound(pairs[0][0]) == sound(pairs[0][1])
    return heard or distance <= 2 or (distance == 3 and long_given(*pairs[0]))
