"""Name the questions that a unit or a noun asks by itself: speeds, and jobs made or cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.fact_nouns import is_people
from helpers.units import unit_factors

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from helpers.quantities import Quantity

WINDS = frozenset("wind gust storm hurricane cyclone typhoon gale breeze squall".split())
LIMITS = frozenset("limit maximum permit allow restrict restriction".split())
JOBS = frozenset("job post position role worker employee staff workforce people redundancy".split())
# What is counted is a job, whatever happens to it.
WORK = frozenset(["job", "post", "redundancy", "layoff"])
# Words for jobs that go; without one of them, jobs are those that there are or will be.
LOSING = frozenset(
    "cut lose loss axe axing go shed slash eliminate scrap close shut closure redundant redundancy "
    "layoff threat threaten risk disappear reduce reduction fire dismiss sack cull dismissal trim "
    "downsize vanish jeopardy danger victim save safeguard".split()
)


def speed_question(quantity: Quantity, span: Span) -> str:
    """Return what a speed is the speed of, "" for what is no speed."""
    if unit_factors().get(quantity.unit, ("",))[0] != "metre per second":
        return ""
    near = {
        token.lemma_.lower() for token in span.sent[max(0, span.start - span.sent.start - 12) :]
    }
    if near & WINDS:
        return "wind speed"
    before = span.doc[max(span.sent.start, span.start - 8) : span.start]
    return "speed limit" if {token.lemma_.lower() for token in before} & LIMITS else "speed"


def jobs_question(quantity: Quantity, span: Span, trigger: Token | None) -> str:
    """Return "jobs cut", "jobs" where none are lost, or "" where no jobs are counted."""
    lemmas = {token.lemma_.lower() for token in span.sent}
    noun = quantity.unit
    counted = noun in JOBS or is_people(noun) if noun else bool(lemmas & JOBS)
    if not counted:
        return ""
    named = noun in WORK or (trigger is not None and trigger.lemma_.lower() in JOBS)
    return "jobs" if named and not lemmas & LOSING else "jobs cut"
