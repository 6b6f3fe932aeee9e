"""Ask the parse what a number counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.numbers.units import unit_forms

if TYPE_CHECKING:
    from spacy.tokens import Doc


def counted(doc: Doc, start: int, end: int, noun: str) -> tuple[str, str]:
    """Return the kind and unit of the number at these characters: count, number or duration.

    `noun` is what the words alone suggest. Hours, days and years are a duration: "two more hours".
    """
    unit = _parsed_noun(doc, start, end) or _confirmed(doc, end, noun)
    if unit_forms().get(unit, ("",))[0] == "duration":
        return unit_forms()[unit]
    return ("count", unit) if unit else ("number", "")


def _parsed_noun(doc: Doc, start: int, end: int) -> str:
    """Return the lemma of the noun that a number modifies in the parse."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return ""
    root = span.root
    if root.dep_ in ("nummod", "compound", "amod", "nmod") and root.head.i >= span.end:
        noun = root.head
    else:
        inside = (c for child in root.children if child.lower_ == "of" for c in child.children)
        noun = next((c for c in inside if c.dep_ == "pobj"), None)
    if noun is None or noun.pos_ not in ("NOUN", "PROPN") or not noun.text.isalpha():
        return ""
    return "people" if noun.lower_ in ("people", "persons", "person") else noun.lemma_.lower()


def _confirmed(doc: Doc, end: int, unit: str) -> str:
    """Return the noun that the words alone suggest, if the parse calls it a noun as well."""
    if unit in ("", "people"):
        return unit
    last = doc[-1].idx + len(doc[-1].text_with_ws)  # doc.text takes time with every call
    after = doc.char_span(end, last, alignment_mode="contract")
    near = after[:6] if after is not None else ()
    named = any(t.pos_ == "NOUN" and unit in (t.lemma_.lower(), t.lower_) for t in near)
    return unit if named else ""
