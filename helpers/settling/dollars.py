"""Read which dollar a bare "$" means in a story of another country than the United States."""

from __future__ import annotations

from helpers.settling.unify import SOURCE

QUOTE, UNIT = 4, 8
DOLLARS = frozenset(["AUD", "CAD", "NZD", "HKD", "SGD"])


def in_story_dollars(facts: list[tuple]) -> list[tuple]:
    """Return the facts with a bare "$" read as the dollar that other articles of the story name.

    An article that names that dollar itself means US dollars by a bare sign.
    """
    named = {fact[UNIT] for fact in facts if fact[UNIT] in DOLLARS}
    if len(named) != 1:
        return facts
    naming = {fact[SOURCE] for fact in facts if fact[UNIT] in DOLLARS}
    (dollar,) = named
    return [
        (*fact[:UNIT], dollar, *fact[UNIT + 1 :])
        if fact[UNIT] == "USD" and fact[QUOTE].startswith("$") and fact[SOURCE] not in naming
        else fact
        for fact in facts
    ]
