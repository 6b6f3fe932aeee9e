"""Say of whom "he" and "she" can speak, by given names, forms of address and nouns.

A name that the list (`lexicons/name_genders.csv`) does not know, or knows for women and men, can be
meant by both.
"""

from __future__ import annotations

from functools import cache

from helpers.cues import read_cues


@cache
def pronouns() -> dict[str, str]:
    """Return by word, in small letters, the pronoun that speaks of whom it names."""
    return {row["word"]: row["pronoun"] for row in read_cues("name_genders") if row["pronoun"]}


def can_mean(word: str, name: str) -> bool:
    """Tell whether a pronoun or noun, such as "she" or "woman", can speak of whom a name names."""
    own, theirs = pronouns().get(word.lower()), pronouns().get(name.split()[0].lower().strip("."))
    return own is None or theirs is None or own == theirs
