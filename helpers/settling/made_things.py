"""Tell things from people by what a story says of them: a thing was built."""

from __future__ import annotations

from helpers.statements.made_ago import AS_OLD, MADE_AGO

SOURCE, SUBJECT, ATTRIBUTE, RULE = 0, 5, 6, 13
MADE = "origin_year"
# These are no dates that an article gives, so that nothing around them can be compared.
COUNTED_BACK = frozenset([MADE_AGO, AS_OLD])


def of_made_things(facts: list[tuple]) -> list[tuple]:
    """Leave out years counted back from an age, but of what another article says when it was made."""
    made = {(f[SUBJECT], f[SOURCE]) for f in facts if f[ATTRIBUTE] == MADE and f[RULE] != AS_OLD}
    told = {subject for subject, _ in made}
    return [
        fact
        for fact in facts
        if fact[RULE] != AS_OLD
        or (fact[SUBJECT] in told and (fact[SUBJECT], fact[SOURCE]) not in made)
    ]
