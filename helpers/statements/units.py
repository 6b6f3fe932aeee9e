"""Name the questions that a unit or a noun asks by itself, and tell which it cannot answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from helpers.numbers.units import unit_factors
from helpers.statements.context import VERBS
from helpers.statements.nouns import common_noun, is_people
from helpers.statements.values import HARM

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from helpers.quantities import Quantity

# "40 per cent of the shares" is held, whatever the price of a share does.
OF_SHARES = re.compile(
    r" of (?:the |its |their |all )?(?:\w+['’]s )?(?:ordinary |voting |issued |share )?"
    r"(?:shares|stock|equity|capital)\b(?! price| market)"
)
# How far one side is from another: "17 points behind Kelvin".
APART = re.compile(r" points? (?:behind|ahead|clear|adrift|above|below|off|from|short)\b")
# What these are worth is not what a company is worth.
ORDERS = frozenset(["order", "contract", "backlog", "orderbook"])
WINDS = frozenset("wind gust storm hurricane cyclone typhoon gale breeze squall".split())
LIMITS = frozenset("limit maximum permit allow restrict restriction".split())
JOBS = frozenset("job post position role worker employee staff workforce people redundancy".split())
# What is counted is a job, whatever happens to it.
WORK = frozenset(["job", "post", "redundancy", "layoff"])
POSITIONS, FEWEST_CUT = frozenset(["position", "role"]), 20
# Words for jobs that go; without one of them, jobs are those that there are or will be.
LOSING = frozenset(
    "cut lose loss axe axing go shed slash eliminate scrap close shut closure redundant redundancy "
    "layoff boot let threat threaten risk disappear reduce reduction fire dismiss sack cull dismissal trim "
    "downsize vanish jeopardy danger victim save safeguard".split()
)

# A part of those harmed that articles count apart.
GROUPS = frozenset(
    "child woman firefighter officer soldier rescuer student tourist policeman baby pupil team dog "
    "country crew animal household family home house building vehicle car".split()
)
# Those who bring others to safety are not among them.
SAVED = frozenset(["evacuated", "rescued"])
HELPERS = frozenset(
    "soldier troop firefighter officer rescuer policeman volunteer crew team worker lifeguard diver "
    "paramedic medic".split()
)
# What the whole is named after: "most of the 200 seats".
PARTS = frozenset(
    "all any each few half majority many most none part percent % cent quarter some third".split()
)
# What is demanded of somebody is not what it is in the end.
CLAIMED = frozenset("fine compensation damages settlement salary bail".split()) | {
    "prison sentence"
}
SEEKING = frozenset(["ask", "seek", "demand", "request", "want", "urge", "call", "recommend"])
ROOM = frozenset(["licence", "license", "capacity", "room", "permit", "certificate", "space"])


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


def is_cut(quantity: Quantity, span: Span) -> bool:
    """Tell whether positions or roles that are counted are jobs that go: not places in a race."""
    if quantity.unit not in POSITIONS or quantity.low < FEWEST_CUT:
        return False
    return any(token.lemma_.lower() in LOSING for token in span.sent)


def harms(attribute: str, noun: str) -> bool:
    """Tell whether what happens to people can be counted so: not "14 hospitals", "900 soldiers help"."""
    if attribute in SAVED and noun in HELPERS:
        return False
    return attribute not in HARM or not noun or noun in GROUPS or is_people(common_noun(noun))


def is_toll(trigger: Token | None, noun: str) -> bool:
    """Tell whether a word for death speaks of what is counted: not "three coffees … death"."""
    if trigger is None or trigger.pos_ in VERBS or trigger.pos_ == "ADJ" or is_people(noun):
        return True
    return trigger.lemma_.lower() == noun


def is_whole(span: Span) -> bool:
    """Tell whether a number is the whole that another is a part of: "81 of the 200 seats".

    "Guilty of all nine charges" has no part.
    """
    before = [t.lower_ for t in span.doc[max(0, span.start - 3) : span.start]]
    if len(before) < 3 or before[1] != "of" or before[2] not in {"the", "its", "their", "all"}:
        return False
    return before[0] in PARTS or span.doc[span.start - 3].like_num


def asked_for(attribute: str, words: list[tuple[str, float, Token]]) -> str:
    """Return the question of what is only asked for, or of how many there is room for."""
    above = {token.lemma_.lower() for _, _, token in words if token.pos_ in VERBS}
    if attribute in CLAIMED and above & SEEKING:
        return f"{attribute} sought"
    if attribute in {"aboard", "attendance"} and {word for word, _, _ in words} & ROOM:
        return "capacity"
    carried = attribute == "aboard" and [t for _, _, t in words if t.lemma_ in {"carry", "seat"}]
    able = carried and any(c.lower_ in {"can", "could"} for c in carried[0].children)
    return "capacity" if able else attribute


def is_stake(trigger: Token | None, span: Span) -> bool:
    """Tell "a third of the company" from "half came from companies"."""
    if trigger is None or trigger.lemma_.lower() not in {"company", "firm"}:
        return True
    between = {token.lower_ for token in span.doc[span.end : trigger.i]}
    return "of" in between and not between & {",", "from", "to", "by", "in"}
