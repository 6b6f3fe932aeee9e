"""Make a statement of a quantity; read prices on offer, numbers borne, and that none are counted."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from helpers.cues import read_cues
from helpers.quantities import Quantity
from helpers.statements.context import Context, Statement, clause_subject, clause_verb
from helpers.statements.cues import earlier_time
from helpers.statements.nouns import is_people
from helpers.statements.parties import owner
from helpers.statements.status import status_of

if TYPE_CHECKING:
    from spacy.tokens import Span


# What is sold, released or offered "at $5" has that price.
SELLING = frozenset(
    "sell go release launch offer retail list market start debut ship available price be".split()
)
PRICED = re.compile(r"\bat (?:about |around |just |only |a price of |a list price of )?$")
PERIODS = {"month": 12, "week": 52}
PERIOD = re.compile(r" (?:a|per|each|every) (day|week|month|year|hour)\b|/(day|week|month|year)\b")
# A score on a scale: "91 on Metascore".
SCORED_ON = re.compile(r" on (?:the )?([A-Z]\w+)")
# Counts of people alone.
HARM = frozenset(
    "killed injured missing evacuated aboard attendance rescued trapped hospitalised arrested "
    "homeless casualties ill infected employees strikers".split()
)
STUDIES = frozenset(["trial", "study", "survey"])
COUNTING = frozenset(["count", "number"])


@cache
def triggers() -> dict[tuple[str, str], tuple[str, str, str, int]]:
    """Return by kind and trigger: attribute, subject, "yes" if others go first, and the rank.

    In place of "yes", "verb" or "noun" says that the trigger counts as that alone.
    """
    table: dict[tuple[str, str], tuple[str, str, str, int]] = {}
    for rank, row in enumerate(read_cues("fact_triggers")):
        word, _, second = row["trigger"].partition("+")
        key = (row["kind"], f"{word}+{second}" if second else word)
        table[key] = (row["attribute"], row["subject"], row["weak"], rank)
    return table


def base(context: Context, quantity: Quantity, span: Span, **changes: object) -> Statement:
    """Return a statement with the value of a quantity and the status of its words."""
    status, speaker = status_of(context, span.start, span.end)
    fields = {
        "start": quantity.start,
        "end": quantity.end,
        "attribute": "",
        "value": quantity.value,
        "kind": "vague" if quantity.vague else quantity.kind,
        "rule": "left over",
        "unit": quantity.unit,
        # "Dozens" can contradict nothing.
        "low": math.nan if quantity.vague else quantity.low,
        "high": math.nan if quantity.vague else quantity.high,
        "status": status,
        "attribution": speaker,
        "earlier": earlier_time(context, span),
    }
    return Statement(**(fields | changes))


def offered_price(context: Context, quantity: Quantity, span: Span) -> Statement | None:
    """Return the price of what is sold, released or offered at an amount, or None."""
    text = context.text[max(0, quantity.start - 30) : quantity.start]
    if quantity.kind != "money" or not PRICED.search(text):
        return None
    verb = clause_verb(span.root)
    above = {verb.lemma_.lower(), *(c.lemma_.lower() for c in verb.children)} if verb else set()
    if not above & SELLING or {"value", "valuation", "estimate"} & above:
        return None
    made = base(context, quantity, span, attribute="price", about="thing", rule="offered at")
    subject, noun = owner(context, span, None)
    return replace(made, subject=context.end_of(subject), noun=noun)


def a_year(context: Context, made: Statement) -> Statement:
    """Return a price or pay for a period: by the month or week for the whole year."""
    period = PERIOD.match(context.text, made.end)
    if period is None or made.kind != "money":
        return made
    word = period.group(1) or period.group(2)
    if word in PERIODS and made.attribute in {"price", "salary"} and made.value.isdigit():
        n = PERIODS[word]
        return replace(made, value=str(int(made.value) * n), low=made.low * n, high=made.high * n)
    return made if word == "year" else replace(made, attribute=f"{made.attribute} per {word}")


def numbered(context: Context, quantity: Quantity, span: Span) -> Statement | None:
    """Return the number that something bears, or a score on a scale, or None."""
    if quantity.kind not in COUNTING or not quantity.value.isdigit():
        return None
    scale = SCORED_ON.match(context.text, quantity.end)
    verb = clause_verb(span.root)
    if scale and any(q.start == scale.start(1) for q in context.quantities):
        scale = None
    if scale and verb is not None and verb.lemma_ in {"stand", "be", "score", "sit", "hold", "get"}:
        return exactly(context, quantity, span, f"score on {scale.group(1)}")
    if verb is not None and verb.lemma_ == "be":
        subject = clause_subject(verb)
        words = [] if subject is None else list(subject.subtree)
        on = [t.nbor() for t in words[:-1] if t.lower_ == "on" and t.nbor().pos_ == "PROPN"]
        if on and subject.lemma_ in {"score", "rating", "average"}:
            return exactly(context, quantity, span, f"score on {on[0].text}")
    return None


def exactly(context: Context, quantity: Quantity, span: Span, attribute: str) -> Statement:
    """Return a statement of a number that is never rounded."""
    n = float(quantity.value)
    return base(context, quantity, span, attribute=attribute, rule="numbered", low=n, high=n)


def sample(span: Span) -> bool:
    """Tell "a trial of 1,200 patients" and "the study enrolled 1,200 patients"."""
    node = span.root.head if span.root.dep_ == "nummod" else span.root
    above = node.head
    if not is_people(node.lemma_.lower()):
        return False
    if node.dep_ == "pobj" and above.lower_ == "of":
        return above.head.lemma_ in STUDIES
    if node.dep_ == "dobj" and above.lemma_ in {"enrol", "enroll", "recruit", "involve", "include"}:
        subject = clause_subject(above)
        return subject is not None and subject.lemma_.lower() in STUDIES
    return False
