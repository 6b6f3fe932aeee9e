"""Say which nouns and verbs ask the same question, and which nouns count people."""

from __future__ import annotations

from functools import cache

from helpers.cues import read_cues
from helpers.name_rules.cues import cues as name_cues

PEOPLE = frozenset(["people", "person", "resident", "other", "victim", "", "dead", "injured"])


@cache
def common_nouns() -> dict[str, str]:
    """Return for a noun the one that asks the same question: "shop" and "store"."""
    return {row["noun"]: row["question"] for row in read_cues("fact_nouns")}


def common_noun(noun: str) -> str:
    """Return the noun that stands for all that count the same."""
    return common_nouns().get(noun, noun)


@cache
def told_people() -> tuple[frozenset[str], frozenset[str]]:
    """Return the nouns for people and their harm, and those that only end like them."""
    rows = read_cues("fact_people")
    known = {word for table in ("before", "nominal") for word, (kind, _) in names_of(table)}
    people = {row["noun"] for row in rows if row["use"] == "person"}
    return frozenset(people | known), frozenset(r["noun"] for r in rows if r["use"] == "thing")


def names_of(table: str) -> list[tuple[str, tuple[str, int]]]:
    """Return the words of a list of name cues that speak of people."""
    return [item for item in name_cues()[table].items() if item[1][0] == "person"]


def is_people(noun: str) -> bool:
    """Tell whether a noun counts people: known, or formed as occupations are."""
    people, things = told_people()
    if noun in PEOPLE or noun in people or common_noun(noun) in PEOPLE | people:
        return True
    return noun not in things and noun.endswith(("er", "or", "ist", "ian", "ee", "man", "woman"))


@cache
def verb_names() -> dict[str, str]:
    """Return by verb the one that stands for all that say the same."""
    return {row["verb"]: row["class"] for row in read_cues("fact_verbs")}


def verb_name(lemma: str) -> str:
    """Return the verb that stands for all that say the same."""
    return verb_names().get(lemma, lemma)
