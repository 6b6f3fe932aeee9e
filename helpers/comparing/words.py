"""Compare two claims in words: names by their words, kinds by a lattice of what follows from what."""

import re
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from helpers.accents import without_accents
from helpers.comparing.verdicts import COMPATIBLE, DIFFERENT, SAME, Claim, Relation
from helpers.lattice import lattice, marked

_SMALL_WORDS = frozenset(
    "a an the of at in for and s its his her their to as new from with after when that".split()
)
_WORD = re.compile(r"[^\W_]+")
_SPELLING = 80  # likeness in percent from which two names are taken for spellings of one
_STEM, _SHORT = 5, 3  # words of one stem share these first letters; short ones tell nothing


def names(attribute: str, first: Claim, second: Claim) -> Relation:
    """Compare two names: a part of a name or another spelling of it can be the same."""
    a, b = words(first.value), words(second.value)
    if a == b:
        return Relation(SAME, "same value")
    if a <= b or b <= a:
        return Relation(COMPATIBLE, "one is a part of the other")
    if ratio(_plain(first.value), _plain(second.value)) >= _SPELLING:
        return Relation(COMPATIBLE, "spelling")
    return Relation(DIFFERENT, "another name")


def spellings(attribute: str, first: Claim, second: Claim) -> Relation:
    """Compare how one name is written; capitals, accents and a short form are no difference."""
    if first.value == second.value:
        return Relation(SAME, "same value")
    if _plain(first.value) == _plain(second.value):
        full = min(len(_WORD.findall(value)) for value in (first.value, second.value)) > 1
        if full and len(words(first.value)) != len(words(second.value)):
            return Relation(DIFFERENT, "spelled differently")
        return Relation(COMPATIBLE, "capitals, accents or spaces")
    if words(first.value) <= words(second.value) or words(second.value) <= words(first.value):
        return Relation(COMPATIBLE, "a short form")
    return Relation(DIFFERENT, "spelled differently")


def choices(attribute: str, first: Claim, second: Claim) -> Relation:
    """Compare values of which the story knows that any two exclude one another."""
    same = _plain(first.value) == _plain(second.value)
    return Relation(SAME, "same value") if same else Relation(DIFFERENT, "another answer")


def sets(attribute: str, first: Claim, second: Claim) -> Relation:
    """Compare two of the several things that a question can name."""
    same = _plain(first.value) == _plain(second.value)
    return Relation(SAME, "same value") if same else Relation(COMPATIBLE, "both can be named")


def categories(attribute: str, first: Claim, second: Claim) -> Relation:
    """Compare two kinds by what follows from each and what each excludes."""
    tree = lattice(attribute)
    if tree.name(first.value) == tree.name(second.value):
        return Relation(SAME, "same value")
    if tree.excludes_each_other(first.value, second.value):
        return Relation(DIFFERENT, "one excludes the other")
    a, b = tree.implied(first.value), tree.implied(second.value)
    follows = tree.name(first.value) in b or tree.name(second.value) in a
    return Relation(COMPATIBLE, "one follows from the other" if follows else "both can be true")


def roles(attribute: str, first: Claim, second: Claim) -> Relation:
    """Compare two posts by office and condition: "interim chief executive"."""
    a, b = _role_parts(first.value), _role_parts(second.value)
    if a == b:
        return Relation(SAME, "same value")
    shared = a.offices & b.offices or (not a.offices and a.rest and a.rest <= b.rest)
    if a.qualifiers != b.qualifiers and (shared or b.rest and b.rest <= a.rest):
        return Relation(DIFFERENT, "the same office under another condition")
    if len(a.offices) == len(b.offices) == 1 and not shared:
        return Relation(DIFFERENT, "another office")
    return Relation(COMPATIBLE, "wording or detail")


class _Role(NamedTuple):
    offices: frozenset[str]
    qualifiers: frozenset[str]
    rest: frozenset[str]


def _role_parts(value: str) -> _Role:
    """Take a role apart: "interim chief executive of Y" is office ceo, qualifier interim, rest y."""
    text = f" {' '.join(_WORD.findall(value.casefold()))} "
    for name, canonical in sorted(
        lattice("role").same.items(), key=lambda row: (-len(row[0]), row)
    ):
        text = text.replace(f" {name} ", f" {canonical} ")
    offices = frozenset(o for o in marked("office") if f" {o} " in text)
    for office in sorted(offices):
        text = text.replace(f" {office} ", " ")
    found = frozenset(text.split()) - _SMALL_WORDS
    qualifiers = found & marked("qualifies")
    return _Role(offices, qualifiers, found - qualifiers)


def texts(attribute: str, first: Claim, second: Claim) -> Relation:
    """Compare answers in words: other words alone exclude nothing."""
    relation = categories(attribute, first, second)
    if relation.verdict == COMPATIBLE and words(first.value) == words(second.value):
        return Relation(SAME, "same value")
    return relation._replace(reason="wording") if relation.verdict == COMPATIBLE else relation


def causes(attribute: str, first: Claim, second: Claim) -> Relation:
    """Compare what is given as the cause: another one excludes the first, other words do not."""
    relation = texts(attribute, first, second)
    apart = not _stems(first.value) & _stems(second.value)
    if relation.verdict == COMPATIBLE and apart:
        return Relation(DIFFERENT, "another cause")
    return relation


def _stems(value: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in words(value) if len(word) > _SHORT)


def words(value: str) -> frozenset[str]:
    """Return the words of a value without order, capitals, accents and small words."""
    found = frozenset(_WORD.findall(without_accents(value).casefold().replace(".", "")))
    return (found - _SMALL_WORDS) or found


def _plain(value: str) -> str:
    return "".join(_WORD.findall(without_accents(value).casefold()))
