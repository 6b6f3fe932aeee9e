"""Set that none are counted against what other articles count of the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from helpers.statements.counted_none import NONE
from helpers.statements.status import NEGATED

SOURCE, START, END, SUBJECT, ATTRIBUTE, LOW, STATUS, RULE = 0, 2, 3, 5, 6, 9, 11, 13
# Who says that there were none of these says it of more than one question.
PARTS = {"casualties": ("killed", "injured", "casualties")}


def with_counts(
    joined: Iterable[tuple], made: list[tuple], past: Collection[tuple]
) -> Iterator[tuple]:
    """Yield the facts, and once more the counts that other articles say are none.

    `made` are the facts before their numbers were joined, by the questions that rules gave them,
    `past` the places of those of another time. A count that is part of another question by now
    answers both. An article that counts some itself denies nothing.
    """
    joined = list(joined)
    yield from joined
    counts: dict[str, list[tuple]] = defaultdict(list)
    for fact in made:
        told = fact[LOW] > 0 and fact[STATUS] != NEGATED
        if told and fact[RULE] != NONE and (fact[SOURCE], fact[START], fact[END]) not in past:
            counts[fact[ATTRIBUTE]].append(fact)
    known = {(f[SOURCE], f[START], f[END], f[SUBJECT], f[ATTRIBUTE]) for f in joined}
    for none in joined:
        if none[RULE] != NONE or (none[SOURCE], none[START], none[END]) in past:
            continue
        subject, asked = none[SUBJECT], none[ATTRIBUTE]
        same = [f for part in PARTS.get(asked, (asked,)) for f in counts[part]]
        if any(fact[SOURCE] == none[SOURCE] for fact in same):
            continue
        for fact in same:
            place = (fact[SOURCE], fact[START], fact[END], subject, asked)
            if place not in known:
                known.add(place)
                yield (*fact[:SUBJECT], subject, asked, *fact[ATTRIBUTE + 1 :])
