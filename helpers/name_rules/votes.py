"""Gather votes for the type of a name from its own words and those around it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from helpers.name_rules.cues import cues

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = frozenset(["nsubj", "nsubjpass"])
APPOINTING = frozenset(["name", "appoint", "elect", "choose", "make", "promote", "hire"])
LISTING = frozenset(["like", "including", "as", "for"])
# Tags that a word at the start of a sentence must have to belong to a name.
NAME_TAGS = frozenset(["NNP", "NNPS"])


def votes_for(doc: Doc, first: int, end: int, form: str, key: str) -> dict[str, int]:
    """Return the votes for the type of a mention, from its own words and those around it."""
    if form != "name":
        kind = cues()[form].get(key, ("person", 1))[0]
        return {kind: 1}
    votes: dict[str, int] = {}
    for kind, weight in context_cues(doc, first, end):
        votes[kind] = votes.get(kind, 0) + weight
    return votes


def context_cues(doc: Doc, first: int, end: int) -> Iterator[tuple[str, int]]:
    """Yield type and weight of every cue for the type of the name in `doc[first:end]`."""
    inside, table = {token.lower_.rstrip(".") for token in doc[first:end]}, cues()
    yield from own_cues(doc[first:end].text.lower(), table)
    if end - first > 1:
        yield from (table["inside"][word] for word in sorted(inside & table["inside"].keys()))
    if first > 0:
        yield from before_cues(doc, first)
    if end < len(doc):
        yield from after_cues(doc, first, end)
    root = doc[first:end].root
    if root.dep_ in SUBJECTS and root.head.lemma_ in table["verb"]:
        yield table["verb"][root.head.lemma_]
    if root.dep_ in SUBJECTS:
        held = [c.lower_ for c in root.head.children if c.dep_ in {"attr", "oprd"}]
        yield from (table["before"][word] for word in held if word in table["before"])
    if root.dep_ == "dobj" and root.head.lemma_ in table["object"]:
        yield table["object"][root.head.lemma_]
    while root.dep_ == "conj":
        root = root.head
    listed = root.head.head.lemma_.lower() if root.dep_ == "pobj" else ""
    if root.head.lower_ in LISTING and listed in table["list"]:
        yield table["list"][listed]


def own_cues(name: str, table: dict) -> Iterator[tuple[str, int]]:
    """Yield what is known of a name: a country or a large city, somebody's given name."""
    if name in table["whole"]:
        yield table["whole"][name]
    given, _, surname = name.partition(" ")
    if surname and given in table["first"]:
        yield table["first"][given]


def before_cues(doc: Doc, first: int) -> Iterator[tuple[str, int]]:
    """Yield the cues of the words just before a name."""
    word, table = doc[first - 1].lower_.rstrip("."), cues()
    earlier = doc[first - 2].lower_ if first > 1 else ""
    if word in table["before"]:
        yield table["before"][word]
    if word == "old" and "year" in doc[max(0, first - 4) : first].text:
        yield "person", 3
    if word == "of" and earlier in table["of"]:
        yield table["of"][earlier]
    if word in {"in", "near", "at", "from", "across", "outside"} and doc[first - 1].dep_ == "prep":
        governor = doc[first - 1].head
        if word in {"in", "near", "outside"} and is_locative(governor):
            yield "place", 2 if word != "in" else 1
    if word == "'s" and doc[first - 2].tag_ in NAME_TAGS:
        yield "product", 1


def is_locative(governor: Token) -> bool:
    """Tell whether "in" after this word places something, unlike "a stake in"."""
    return governor.pos_ != "NOUN" or governor.lemma_ not in {
        *("investment", "stake", "share", "interest", "confidence", "role", "position", "trust")
    }


def after_cues(doc: Doc, first: int, end: int) -> Iterator[tuple[str, int]]:
    """Yield the cues of the words just after a name."""
    token, table = doc[end], cues()
    following = doc[end + 1] if end + 1 < len(doc) else None
    if token.lower_ in table["after"]:
        chosen = first > 0 and doc[first - 1].lemma_ in APPOINTING
        yield ("person", 3) if chosen else table["after"][token.lower_]
    if following is None:
        return
    start = following.lower_ if token.text == "," else token.lower_
    if start in {"founded", "headquartered"}:
        yield "organisation", 3
    if token.text == "'s":
        yield from (
            table["possessed"][w.lemma_.lower()]
            for w in doc[end + 1 : end + 4][:3]
            if w.lemma_.lower() in table["possessed"]
        )
    elif token.text == ",":
        aged = following.like_num and doc[end + 2 : end + 3].text in {",", "."}
        if aged or following.lower_ == "who":
            yield "person", 3
        else:
            yield from apposition_cues(doc, end + 1)


def apposition_cues(doc: Doc, i: int) -> Iterator[tuple[str, int]]:
    """Yield the type that an apposition after a comma gives: ", the mayor of", ", a carmaker"."""
    if doc[i].lower_ not in {"the", "a", "an", "its", "his", "her", "former"}:
        return
    for token in doc[i + 1 : i + 6]:
        if token.lower_ in cues()["before"] and token.pos_ in {"NOUN", "PROPN"}:
            yield cues()["before"][token.lower_]
            return
        if token.pos_ not in {"ADJ", "NOUN", "PROPN", "PUNCT", "PART", "NUM"}:
            return
