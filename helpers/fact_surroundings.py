"""Say which words stand around a number, so that two articles' numbers can be told for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.fact_nouns import common_noun, verb_name

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

WINDOW = 25  # tokens to each side, inside the sentence
CONTENT = frozenset(["NOUN", "PROPN", "VERB", "ADJ", "ADV"])
# Words that stand with any number.
EMPTY = frozenset(
    "say tell add report be have do make more less than about around nearly almost over up least "
    "most some total number early late last next this that also still just only other new first "
    "one two take get go come give per cent percent percentage point million billion thousand "
    "hundred dozen year month week day hour minute time people person accord so then now ever "
    "very too not cent second metre kilometre mile euro dollar pound kilo degree point monday "
    "tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december".split()
)
DIRECTIONS = {"up": "rise", "down": "fall", "higher": "rise", "lower": "fall"}


def surroundings(span: Span) -> str:
    """Return the content words around a number in its sentence, each once: "court fine order".

    Words that say the same are brought under one.
    """
    doc, sentence = span.doc, span.sent
    low, high = max(sentence.start, span.start - WINDOW), min(sentence.end, span.end + WINDOW)
    tokens = [token for token in doc[low:high] if not span.start <= token.i < span.end]
    words = ("".join(name_of(token).split()) for token in tokens)
    return " ".join(dict.fromkeys(word for word in words if word))


def name_of(token: Token) -> str:
    """Return the word that stands for all that say the same as a token; "" for an empty one."""
    word = token.lower_
    if word in DIRECTIONS and token.pos_ in {"ADV", "ADP", "ADJ"}:
        return DIRECTIONS[word]
    if token.pos_ not in CONTENT or not token.is_alpha:
        return ""
    lemma = token.lemma_.lower()
    if lemma in EMPTY or (token.is_stop and token.pos_ != "NOUN"):
        return ""
    if token.pos_ == "VERB":
        return verb_name(lemma)
    return common_noun(lemma)
