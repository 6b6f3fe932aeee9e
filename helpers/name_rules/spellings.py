"""Tell whether two ways to write a name spell one name."""

from __future__ import annotations

import re

from helpers.accents import without_accents
from helpers.name_rules.genders import can_mean

# Two words of one name may differ by this share of their letters (rapidfuzz, normalised).
SPELLING = 0.8
MIN_SPELLING_LETTERS = 4
# A name of one word needs more letters before one of them may be wrong.
MIN_SINGLE_LETTERS = 6
# Words that are taken for one another share this part of their letters, in order.
CONFUSED = 0.6
# What is longer by more letters is no other spelling of a given name, but the whole of a short one.
MOST_LONGER = 2
SHORTEST = 3  # letters of a name cut short
# What a place may be called with or without.
LANDSCAPE = frozenset("river lake mount mt cape bay valley island strait gulf county the".split())
# What a company may be called with or without.
LEGAL = frozenset("ltd limited inc plc llc gmbh corp corporation ag sa".split())
# Letters that longer words of one name share at the beginning, if two of the others are wrong.
BEGINNING = 4
LONG_SINGLE_LETTERS = 7
# How pet names end: "Tommy" is no other spelling of "Tomas".
PET = re.compile(r"(?:y|ie)$")
# What makes a woman's name of a man's: "Danielle" of "Daniel".
FEMININE = frozenset(["le", "la", "e", "a", "ne", "na", "ine", "ina"])
# Letters that sound alike, in the order in which they are put in each other's place.
SOUNDS = (
    (re.compile(r"ph"), "f"),
    (re.compile(r"(?<=[bdgkprt])h"), ""),
    (re.compile(r"sch"), "sh"),
    (re.compile(r"c(?=[eiy])|z"), "s"),
    (re.compile(r"ck|c(?!h)|q"), "k"),
    (re.compile(r"(?<=[^aeiouy])e$"), ""),
    (re.compile(r"ee|ie(?=[^aeiouy])"), "i"),
    (re.compile(r"[ae][iy](?:e(?=.))?"), "e"),
    (re.compile(r"(?<=[aeiou])h(?=[^aeiou]|$)"), ""),
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
    if len(pairs) == 2 and all(near_words(*pair) or heard_alike(*pair) for pair in pairs):
        return True
    if one[:-1] == other[:-1] and is_joined(one[-1], other[-1]):
        return True
    given = pairs[:1] == [(one[0], other[0])]
    if len(pairs) != 1 or min(map(len, pairs[0])) < MIN_SPELLING_LETTERS - given:
        return False
    if given and not is_one_given(*pairs[0]):
        return False
    if sound(pairs[0][0]) == sound(pairs[0][1]) or is_confused(*pairs[0]):
        return True
    distance = DamerauLevenshtein.distance(*pairs[0])
    alike = DamerauLevenshtein.normalized_similarity(*pairs[0]) >= SPELLING
    return distance == 1 or (distance == 2 and alike)


def is_slip(one: list[str], other: list[str]) -> bool:
    """Tell whether a reporter may have put one given name for the other: "Darren", "Dennis Coyle"."""
    same = len(one) == len(other) == 2 and one[1] == other[1] and one[0] != other[0]
    if not same or min(len(one[0]), len(other[0])) < MIN_SPELLING_LETTERS:
        return False
    short, long = sorted((one[0], other[0]), key=len)
    if long.removeprefix(short) in FEMININE:
        return True
    return short[:1] == long[:1] and is_one_given(short, long)


def is_short_form(one: list[str], other: list[str]) -> bool:
    """Tell whether a given name is short for another: "Dan" for "Daniel", "Terry" for "Terence"."""
    if len(one) != 2 or len(other) != 2 or one[1] != other[1]:
        return False
    short, long = sorted((one[0], other[0]), key=len)
    stem = PET.sub("", short)
    begun = len(stem) >= SHORTEST and long.startswith(stem[:SHORTEST])
    cut = long.startswith(short) and len(long) - len(short) >= MOST_LONGER
    cut = cut and long.removeprefix(short) not in FEMININE
    return can_mean(short, long) and (cut or (begun and stem != short and stem != long))


def is_one_given(one: str, other: str) -> bool:
    """Tell whether two given names can be one by mistake: of one sex, and none short for the other."""
    short, long = sorted((one, other), key=len)
    pet = bool(PET.search(one)) != bool(PET.search(other))
    more = len(long) - len(short)
    cut = more > MOST_LONGER or (more == MOST_LONGER and long.startswith(short))
    return can_mean(one, other) and not cut and (not pet or sound(one) == sound(other))


def is_confused(one: str, other: str) -> bool:
    """Tell whether two words begin alike and share most letters: Neil and Niall, Brandt and Brand."""
    from rapidfuzz.distance import Indel

    return one[:1] == other[:1] and Indel.normalized_similarity(one, other) >= CONFUSED


def sound(word: str) -> str:
    """Return how a word is heard, near enough: "stroud" and "strode" are heard alike."""
    word = without_accents(word).lower()
    for letters_, heard in SOUNDS:
        word = letters_.sub(heard, word)
    return word


def heard_alike(one: str, other: str) -> bool:
    """Tell whether two longer words that begin alike are heard alike: "Tomas", "Thomas"."""
    long = min(len(one), len(other)) >= MIN_SPELLING_LETTERS
    return long and one[:1] == other[:1] and sound(one) == sound(other)


def is_joined(one: str, other: str) -> bool:
    """Tell whether one surname is the other with a second one behind a hyphen: "Osk", "Osk-Lind"."""
    return one.startswith(f"{other}-") or other.startswith(f"{one}-")


def near_words(one: str, other: str) -> bool:
    """Tell whether two words begin alike and differ in one letter, longer ones in two."""
    from rapidfuzz.distance import DamerauLevenshtein

    shorter = min(len(one), len(other))
    apart = 1 if shorter == MIN_SPELLING_LETTERS else 2
    known = shorter >= MIN_SPELLING_LETTERS and one[:2] == other[:2]
    return known and DamerauLevenshtein.distance(one, other) <= apart


def is_one_word(one: str, other: str) -> bool:
    """Tell whether two words spell one name: all but one letter the same, the first among them.

    Of longer words that begin alike two letters may be wrong: "Paylark", "Paylarch".
    What only goes on is another word, "Austria" and "Austrian", as is "Argentina" and "Argentine".
    """
    from rapidfuzz.distance import DamerauLevenshtein

    if one.startswith(other) or other.startswith(one) or one[:1] != other[:1]:
        return False
    if one[:-1] == other[:-1] and {one[-1], other[-1]} <= set("aeiou"):
        return False
    shorter, apart = min(len(one), len(other)), DamerauLevenshtein.distance(one, other)
    begun = one[:BEGINNING] == other[:BEGINNING] and shorter >= LONG_SINGLE_LETTERS
    return (shorter >= MIN_SINGLE_LETTERS and apart == 1) or (begun and apart == 2)


def near_keys(word: str) -> set[str]:
    """Return keys of which two words that may spell one name share one.

    That is the word with each one of its letters left out, and the beginning of a longer one.
    """
    begun = {f"{word[:BEGINNING]}-"} if len(word) >= LONG_SINGLE_LETTERS else set()
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))} | begun


def spelled_apart(forms: set[str]) -> set[str]:
    """Return the forms that spell the same words differently, not more or fewer words."""
    variants = set()
    for form in forms:
        for other in forms - {form}:
            bare, other_bare = bare_name(form), bare_name(other)
            same_length = len(bare.split()) == len(other_bare.split())
            same_length |= letters(form) == letters(other)
            shouted = form.isupper() != other.isupper() and form.lower() == other.lower()
            same = bare == other_bare and form != other
            same |= is_short_form(bare.lower().split(), other_bare.lower().split())
            if same_length and not shouted and not same and is_variant(bare, other_bare):
                variants |= {form, other}
    return variants


def without_plurals(forms: set[str]) -> set[str]:
    """Return the forms but those that add the s of a plural to another: "Social Democrats"."""
    return {form for form in forms if form[-1:] != "s" or form[:-1] not in forms}


def bare_name(name: str) -> str:
    """Return a name without what it may be called with: "River Sarn" names the Sarn, "Velm Ltd" Velm."""
    return " ".join(word for word in name.split() if is_proper(word)) or name


def is_proper(word: str) -> bool:
    """Tell whether a word of a name is neither the noun of a place nor the form of a company."""
    return word.lower().rstrip(".") not in LANDSCAPE | LEGAL


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
        return all(near_words(*pair) or heard_alike(*map(str.lower, pair)) for pair in pairs)
    if len(pairs) != 1:
        return False
    if is_slip(form.lower().split(), other.lower().split()):
        return True
    heard = sound(pairs[0][0]) == sound(pairs[0][1])
    return heard or is_confused(*pairs[0]) or DamerauLevenshtein.distance(*pairs[0]) <= 2
