"""Repair garbled characters in a copy for matching, and lead back from it to the text."""

import re

# Aligning takes time and memory in the square of the length: a longer block stays as it is.
MAX_CHARACTERS = 5_000
PLAIN = re.compile(r"([\0-\x7f]{4})[\0-\x7f]+([\0-\x7f]{4})")


def is_garbled(text: str) -> bool:
    """Tell whether `text` holds characters that were decoded wrongly, such as "â€™" for "’"."""
    from ftfy.badness import is_bad

    # The patterns take long, and what they look for has no more than a few plain characters.
    return not text.isascii() and is_bad(PLAIN.sub(r"\1\2", text))


def repair(text: str) -> tuple[str, tuple[int, ...]]:
    """Return `text` with garbled characters put right, and where its characters come from.

    Character `i` of the copy begins at offset `origin[i]` of `text`; `origin` has one entry
    more, the end. It is empty where nothing was changed.
    """
    from ftfy import fix_encoding
    from rapidfuzz.distance import Levenshtein

    copy = fix_encoding(text) if len(text) <= MAX_CHARACTERS and is_garbled(text) else text
    if copy == text:
        return text, ()
    origin = []
    for _, start, end, copy_start, copy_end in Levenshtein.opcodes(text, copy):
        origin += [min(start + i, end) for i in range(copy_end - copy_start)]
    return copy, (*origin, len(text))
