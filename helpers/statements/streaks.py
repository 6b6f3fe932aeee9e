"""Say whose streak it is, and whether of winning or losing: "lost for the sixth time in a row"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from helpers.numbers.streaks import DOWN, IN_A_ROW, UP
from helpers.statements.parties import with_subject
from helpers.statements.values import base

if TYPE_CHECKING:
    from spacy.tokens import Span

    from helpers.quantities import Quantity
    from helpers.statements.context import Context, Statement

STREAK = f"other:{IN_A_ROW}"
REACH = 60  # characters
# What somebody hopes for or escapes is one more than what there was.
SOUGHT = re.compile(
    r"\b(?:bid(?:ding)?|chas(?:ed?|ing)|seek(?:s|ing)?|sought|aim(?:s|ed|ing)?|hop(?:es?|ed|ing)"
    r"|target(?:s|ed|ing)?|eye(?:s|d|ing)|den(?:y|ies|ied|ying)|would|could|may|might|quest|dream\w*"
    r"|avoid(?:s|ed|ing)?|prevent(?:s|ed|ing)?|miss(?:es|ed|ing)? out|attempt\w*|shot at"
    r"|instead of|short of|away from)\b[^.;:,]*$",
    re.IGNORECASE,
)
# The longest there ever was need not be the one that goes on, as "the longest since 2009" does.
LONGEST = re.compile(
    r"\b(?:longest|best|worst|previous|earlier|last)\b(?: [\w'’-]+){0,4} (?:run|streak|sequence)\b"
    r"[^.;]*$",
    re.IGNORECASE,
)
# A streak of those who win or of what rises, and of those who lose or of what falls.
NOT = r"\b(?:without|not|never)(?: [\w'’-]+)?"
NOT_WON = re.compile(rf"{NOT} (?:win|winning|won|victory)\b")
NOT_LOST = re.compile(rf"{NOT} (?:defeat|loss|losing|lost|beaten)\b")
WINNING = frozenset(
    "win wins winning won victory victories unbeaten undefeated title titles champion champions triumph "
    "triumphs rise rises rising rose risen grow grows growing grew grown growth increase increases "
    "increased raise raises raised gain gains gained climb climbs climbed hike hikes up".split()
)
LOSING = frozenset(
    "defeat defeats loss losses lose loses losing lost winless beaten fall falls falling fell fallen decline "
    "declines declined drop drops dropped slide slides slid cut cuts cutting reduce reduced reduction "
    "lower lowers lowered decrease decreases decreased shrink shrinks shrank contraction down".split()
)
WORD = re.compile(r"[a-z]+")
BESIDE = 5  # tokens to each side


def streak(context: Context, quantity: Quantity, span: Span) -> Statement:
    """Return the statement of how many there were in a row, apart from what is sought or past."""
    before = context.text[max(0, quantity.start - REACH, span.sent.start_char) : quantity.start]
    apart = ", sought" if SOUGHT.search(before) else ""
    if LONGEST.search(before) and " since " not in span.sent.text:
        apart = ", longest"
    asked, unit = f"{STREAK}{apart}", f"{IN_A_ROW}{apart}"
    made = base(context, quantity, span, attribute=asked, unit=unit, about="subject", rule=IN_A_ROW)
    return with_subject(context, made, span, None)


def outcome(span: Span) -> str:
    """Return the word that stands for going up or down in a row, "" where neither is told."""
    near = span.doc[max(span.sent.start, span.start - BESIDE) : span.end + BESIDE]
    text = NOT_LOST.sub("unbeaten", NOT_WON.sub("winless", near.text.lower()))
    words = set(WORD.findall(text))
    up, down = bool(words & WINNING), bool(words & LOSING)
    return "" if up == down else f"{UP if up else DOWN}*"
