"""Tell whether two ways to write a name spell one name."""

from __future__ import annotations

import re

from helpers.accents import without_accents

# Two words of one name may differ by this share of their letters (rapidfuzz, normalised).
SPELLING = 0.8
MIN_SPELLING_LETTERS = 4
# A name of one word needs more letters before one of them may be wrong.
MIN_SINGLE_LETTERS = 6
# What makes an adjective of a place: "America" and "American" are two words.
ADJECTIVE = re.compile(r"n|an|ian|ish|ese|i")


def letters(name: str) -> str:
    """Return the letters of a name alone: "Van der Meer" and "Vandermeer" have the same."""
    return re.sub(r"[\W_]", "", without_accents(name)).lower()


def unnumbered(name: str) -> str:
    """Return a name without the number that may end it: "Llama 4" names Llama."""
    return re.sub(r"(?<=\w) \d{1,2}$", "", name)


def is_one_name(one: list[str], other: list[str]) -> bool:
    """Tell whether two full names, as words, differ in the spelling of one word only."""
    from rapidfuzz.distance import DamerauLevenshtein

    if len(one) != len(other):
        return False
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(pairs) != 1 or min(map(len, pairs[0])) < MIN_SPELLING_LETTERS:
        return False
    distance = DamerauLevenshtein.distance(*pairs[0])
    alike = DamerauLevenshtein.normalized_similarity(*pairs[0]) >= SPELLING
    return distance == 1 or (distance == 2 and (alike or same_ends(*pairs[0])))


def same_ends(one: str, other: str) -> bool:
    """Tell whether two longer words begin and end alike, as Sofie and Sophie."""
    ends = one[0] == other[0] and one[-1] == other[-1]
    return ends and min(len(one), len(other)) > MIN_SPELLING_LETTERS


def is_one_word(one: str, other: str) -> bool:
    """Tell whether two words spell one name: all but one letter the same, the first among them.

    What only goes on is another word: "Austria" and "Austrian".
    """
    from rapidfuzz.distance import DamerauLevenshtein

    if one.startswith(other) or other.startswith(one) or one[:1] != other[:1]:
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
            same_length = len(form.split()) == len(other.split()) or letters(form) == letters(other)
            shouted = form.isupper() != other.isupper() and form.lower() == other.lower()
            if same_length and not shouted and is_variant(form, other):
                variants |= {form, other}
    return variants


def by_length(pair: tuple[str, str]) -> list[str]:
    """Return two words, the shorter one first."""
    return sorted(pair, key=len)


def is_variant(form: str, other: str) -> bool:
    """Tell whether two forms differ in marks and capitals, or in few letters of one word."""
    from rapidfuzz.distance import DamerauLevenshtein

    if letters(form) == letters(other):
        return True
    pairs = [(a, b) for a, b in zip(form.split(), other.split(), strict=True) if a != b]
    if any(ADJECTIVE.fullmatch(long.removeprefix(short)) for short, long in map(by_length, pairs)):
        return False
    return len(pairs) == 1 and DamerauLevenshtein.distance(*pairs[0]) <= 2
