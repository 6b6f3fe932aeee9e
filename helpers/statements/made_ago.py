"""Read from how old a thing is when it was made: "built 17 years ago", "the 11-year-old aircraft".

Its year is counted back from the date of the article, so that it can be compared with a year.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from helpers.statements.ages import aged_noun, described_person, is_averaged, is_named
from helpers.statements.beginnings import made_things, maker, of_what_began
from helpers.statements.context import Context, Statement
from helpers.statements.nouns import common_noun
from helpers.statements.values import base

if TYPE_CHECKING:
    from helpers.quantities import Quantity

MADE_AGO, AS_OLD = "made so long ago", "as old as that"
AGO = re.compile(r" ago\b")
# "Built 30 years ago" may be said of 27: whole tens are round.
ROUND, WIDE = 10, 4
OLDEST = 300


def made_ago(context: Context) -> Iterator[Statement]:
    """Yield when something was made that is told to be so many years old, or made so long ago."""
    if not context.date[:4].isdecimal():
        return
    for quantity in context.quantities:
        whole = quantity.unit == "year" and quantity.value.isdecimal()
        if not whole or not 0 < int(quantity.value) <= OLDEST:
            continue
        span = context.span(quantity)
        if quantity.kind == "duration" and AGO.match(context.text, quantity.end):
            verb = maker(span)
            if verb is not None:
                for made in of_what_began(context, quantity, verb):
                    yield counted_back(context, quantity, made, MADE_AGO)
        elif quantity.kind == "age" and not is_averaged(span):
            noun, who = aged_noun(span), described_person(context, span)
            if is_named(who) or noun in made_things():
                made = base(
                    context, quantity, span, attribute="origin_year", about="subject", noun=common_noun(noun),
                    subject=context.end_of(who) if is_named(who) else -1,
                )  # fmt: skip
                yield counted_back(context, quantity, made, AS_OLD)


def counted_back(context: Context, quantity: Quantity, made: Statement, rule: str) -> Statement:
    """Return a statement with the years that an age leaves open."""
    now, age = int(context.date[:4]), int(quantity.value)
    wide = WIDE if age % ROUND == 0 or quantity.approximate else 0
    first = now - math.ceil(quantity.high) - 1 - wide
    last = now - math.floor(quantity.low) + wide
    return replace(
        made, value=str(now - age), kind="date", unit="year", rule=rule,
        low=float(f"{first}0101"), high=float(f"{last}1231"),
    )  # fmt: skip
