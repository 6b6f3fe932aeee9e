"""Find all claims to an extreme or to uniqueness in a text, one a noun phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.superlative_rules import gradation, uniqueness
from helpers.superlative_rules.extreme import EVALUATIVE, Extreme

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Words that a rule can begin at, besides those in -st.
OPENING = frozenset("only no nobody none nothing other than never".split())


def find_extremes(doc: Doc) -> list[Extreme]:
    """Return the claims in `doc`, one a noun phrase, in order."""
    terms = uniqueness.term_spans(doc)
    taken = {i for span in terms for i in range(span.start, span.end)}
    found = [e for span in terms if (e := uniqueness.term_extreme(span)) is not None]
    rules = (
        gradation.analytic,
        gradation.morphological,
        uniqueness.first,
        uniqueness.only,
        uniqueness.no_other,
        uniqueness.no_better,
        uniqueness.unseen,
        uniqueness.like_nothing,
    )
    for token in doc:
        word = token.lower_
        if word not in OPENING and not word.endswith("st"):
            continue
        if token.i not in taken:
            extreme = next((e for rule in rules if (e := rule(token)) is not None), None)
            found += [extreme] if extreme is not None else []
        if (comparison := uniqueness.comparison(token)) is not None:
            found.append(comparison)
    return merged(found)


def merged(found: list[Extreme]) -> list[Extreme]:
    """Join claims about the same noun: "the largest, most modern plant" is one."""
    groups: dict[int, list[Extreme]] = {}
    for extreme in sorted(found, key=lambda e: (e.first, e.last)):
        groups.setdefault(extreme.head.i, []).append(extreme)
    joined = []
    for group in groups.values():
        lead = min(group, key=lambda e: (e.kind == EVALUATIVE, e.first))
        dimension = frozenset().union(*(e.dimension for e in group))
        last = max(e.last for e in group)
        joined.append(Extreme(group[0].first, last, lead.head, lead.form, lead.kind, dimension))
    return sorted(joined, key=lambda e: e.first)
