"""Compare two claims on the same question: do they say the same, can both be true, or not?

How depends on the kind of value (`comparing.numbers`, `comparing.dates`, `comparing.words`). No
claim is preferred to the other.
"""

from helpers.comparing import dates, numbers, words
from helpers.comparing.dates import end_and_length, is_calendar, is_length
from helpers.comparing.verdicts import COMPATIBLE, DIFFERENT, SAME, Claim, Relation
from helpers.lattice import lattice


def relate(attribute: str, kind: str, first: Claim, second: Claim) -> Relation:
    """Return how two claims on an attribute of this type stand to one another."""
    if first.denied or second.denied:
        return _denial(attribute, kind, first, second)
    if is_length(first) and is_calendar(second) or is_length(second) and is_calendar(first):
        return end_and_length(first, second)
    relation = _COMPARE[kind](attribute, first, second)
    hedged = "hedged" in (first.status, second.status)
    if relation.verdict == DIFFERENT and hedged and kind in ("category", "role", "cause", "text"):
        return Relation(COMPATIBLE, "one is only expected")
    return relation


def _denial(attribute: str, kind: str, first: Claim, second: Claim) -> Relation:
    """Compare with a claim that something is not so."""
    if first.denied and second.denied:
        same = _COMPARE[kind](attribute, first, second).verdict == SAME
        return Relation(SAME, "both deny it") if same else Relation(COMPATIBLE, "both deny")
    said, denied = (second, first) if first.denied else (first, second)
    if kind == "category":
        tree = lattice(attribute)
        follows = tree.name(denied.value) in tree.implied(said.value)
    else:
        follows = _COMPARE[kind](attribute, said, denied).verdict == SAME
    if not follows:
        return Relation(COMPATIBLE, "what is denied is something else")
    if said.status == "hedged":
        return Relation(COMPATIBLE, "one is only expected")
    return Relation(DIFFERENT, "one denies what the other says")


_COMPARE = {
    "number": numbers.numbers,
    "change": numbers.changes,
    "age": numbers.ages,
    "date": dates.dates,
    "score": numbers.scores,
    "name": words.names,
    "spelling": words.spellings,
    "choice": words.choices,
    "set": words.sets,
    "category": words.categories,
    "role": words.roles,
    "cause": words.causes,
    "text": words.texts,
}
