"""Tell whether a text is English."""

import re

MIN_WORDS = 20
FUNCTION_WORDS = frozenset(
    "the of and to in a is that for it as was with be by on not he his but at are this have from "
    "or had an they which one you were all her she there would their we him been has when who "
    "will no more if out so up said what its about than into them can only other new some".split()
)
# Running English has 35 to 50 function words of this list in 100 words; a language that shares
# a few of them ("in", "is", "was", "her") stays far below this.
SURE = 0.25
WORD = re.compile(r"[^\W\d_]+")


def looks_english(text: str) -> bool:
    """Tell whether `text` is English; a text under 20 words is taken to be.

    The share of function words decides where it can; py3langid, slower to load, decides the rest.
    """
    words = WORD.findall(text.lower())
    if len(words) < MIN_WORDS:
        return True
    if sum(word in FUNCTION_WORDS for word in words) / len(words) >= SURE:
        return True
    import py3langid

    return py3langid.classify(text)[0] == "en"
