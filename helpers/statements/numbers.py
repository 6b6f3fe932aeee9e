"""Read facts from quantities: what a number says of whom, by the words that govern it.

Which word asks which question is data (`lexicons/fact_triggers.csv`). What no trigger
explains goes to `statements.unnamed`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from helpers.numbers.frequencies import HOW_OFTEN
from helpers.numbers.ranks import RANK
from helpers.numbers.streaks import IN_A_ROW
from helpers.quantities import Quantity
from helpers.statements.ages import AGE_OF_A_THING, age_fact, age_limit, average_age
from helpers.statements.context import (
    VERBS,
    Context,
    Statement,
    clause_subject,
    clause_verb,
    governors,
    noun_of,
)
from helpers.statements.frequencies import how_often
from helpers.statements.holdings import holding
from helpers.statements.kin import CHILDREN, children
from helpers.statements.nouns import PEOPLE, common_noun, is_people
from helpers.statements.parties import called, with_subject
from helpers.statements.periods import A_PERIOD, is_last_time, is_period
from helpers.statements.status import ASSERTED
from helpers.statements.streaks import outcome, streak
from helpers.statements.surroundings import SINCE, surroundings
from helpers.statements.units import (
    APART,
    GROUPS,
    OF_SHARES,
    ORDERS,
    POSITIONS,
    WORK,
    asked_for,
    harms,
    is_cut,
    is_stake,
    is_toll,
    is_whole,
    jobs_question,
    speed_question,
)
from helpers.statements.unnamed import fallback
from helpers.statements.values import (
    HARM,
    a_year,
    base,
    numbered,
    offered_price,
    sample,
    triggers,
)
from helpers.statements.votes import tallies

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

DEAL_NOUNS = frozenset(
    "deal agreement merger acquisition takeover transaction purchase investment transfer".split()
)
# A part of what is counted before: "74 of them".
PART = re.compile(
    r",? of (?:them|whom|which|those|these|the (?:injured|wounded|dead|missing|victims|survivors))\b"
)
CREW = re.compile(
    r" passengers?,? (?:and|plus) (?:a crew of (?P<of>\w+)|(?P<n>\w+)(?: \w+)? crew\b)"
)
CONVERTED = re.compile(r" ?\((?:about |around |some |or )?")
# Where something lies is not how deep or long it is: "40 km northwest of".
DISTANCE = re.compile(r" (?:north|south|east|west|away|off|from)(?:\w| |,)")
VEHICLES = frozenset("car vehicle sedan van truck suv model unit minivan pickup hatchback".split())
# Terms fixed in a contract or by a court are not rounded.
EXACT = frozenset(["contract length", "prison sentence", "term", "ban", "warranty"])
VOTING = re.compile(r"\b(?:votes?|voters?|elections?|polls?|ballots?|seats?)\b", re.IGNORECASE)
FIRMS = frozenset("company enterprise firm startup business giant conglomerate".split())
SPENDING = frozenset("pour spend invest inject sink plough plow cost lose save earn raise".split())
GATHERED = frozenset(["aboard", "attendance", "employees", "protesters", "participants"])
MEASURED = frozenset(["money", "percent", "measure", "duration"])
# "A total of 3 million": what the amount is, other words say.
SUMS = frozenset(
    "total sum amount figure value maximum minimum average half part rest equivalent tune range "
    "cost excess order region stake share".split()
)
MOST_ABOARD = 10_000  # more do not travel together
ASKED = {IN_A_ROW: streak, HOW_OFTEN: how_often}
LARGE = 20  # vaguer numbers below, such as "a few", say nothing that can be compared
MILLION = 10**6


@cache
def paired() -> dict[tuple[str, str], tuple[str, ...]]:
    """Return by kind and first word the second words that give a trigger of two words."""
    found: dict[tuple[str, str], list[str]] = {}
    for kind, trigger in triggers():
        word, plus, second = trigger.partition("+")
        if plus:
            found.setdefault((kind, word), []).append(second)
    return {key: tuple(values) for key, values in found.items()}


def number_facts(context: Context) -> Iterator[Statement]:
    """Yield a statement for each quantity; those without attribute are left over."""
    used: set[int] = set()
    for statement, places in tallies(context):
        used |= places
        yield statement
    measured: set[int] = set()
    for quantity in context.quantities:
        span = context.span(quantity)
        if span is None or quantity.start in used:
            continue
        made = children(context, quantity, span) or average_age(context, quantity, span)
        made = made or age_limit(context, quantity, span)
        made = made or age_fact(context, quantity, span) or holding(context, quantity, span)
        if made is None:
            dated = quantity.kind in {"date", "time"}
            asked = base if dated or quantity.kind == RANK else governed_fact
            asked = ASKED.get(quantity.unit, asked)
            made = asked(context, quantity, span)
            made = with_crew(context, made, used)
            of_figure = dated and is_period(context, quantity, measured)
            empty = quantity.vague or of_figure
            around = "" if empty else surroundings(context, span)
            if quantity.unit == IN_A_ROW:
                around = f"{around} {outcome(span)}".strip()
            made = replace(made, around=around)
            if around and is_last_time(context, quantity):
                made = replace(made, around=f"{around} {SINCE}*", status=ASSERTED)
            if made.attribute in A_PERIOD:
                measured.add(quantity.end)
        elif made.attribute in {AGE_OF_A_THING, CHILDREN}:
            made = replace(made, around=surroundings(context, span))
        yield made


def with_crew(context: Context, made: Statement, used: set[int]) -> Statement:
    """Return all aboard where passengers and crew are counted apart: "312 passengers and 19 crew"."""
    crew = CREW.match(context.text, made.end) if made.kind == "count" else None
    if crew is None or not made.value.isdigit():
        return made
    if made.attribute != "aboard":
        made = replace(made, attribute="aboard", about="event", rule="count: aboard")
    other = next((q for q in context.quantities if q.start == crew.start(crew.lastgroup)), None)
    if other is None or not other.value.isdigit():
        return made
    used.add(other.start)
    total = str(int(made.value) + int(other.value))
    ends = made.low + other.low, made.high + other.high
    return replace(made, end=other.end, value=total, low=ends[0], high=ends[1], unit="people")


def trigger_before(kind: str, span: Span) -> tuple[str, str, Token | None] | None:
    """Return what "it" was asked for before: "did not disclose the fee, … it was 5 million"."""
    verb = clause_verb(span.root)
    subject = clause_subject(verb) if verb is not None and verb.lemma_ == "be" else None
    if subject is None or subject.lower_ not in {"it", "that", "this"}:
        return None
    for token in reversed(span.doc[max(0, subject.i - 25) : subject.i]):
        row = triggers().get((kind, token.lemma_.lower()))
        if row is not None and token.pos_ == "NOUN":
            return row[0], row[1], token
    return None


def governed_fact(context: Context, quantity: Quantity, span: Span) -> Statement:
    """Return the statement that the governing words of a quantity make of it."""
    if quantity.vague:
        return vague_fact(context, quantity, span)
    if quantity.kind == "money" and is_conversion(context, quantity):
        return base(context, quantity, span)
    made = offered_price(context, quantity, span) or numbered(context, quantity, span)
    made = made or sized_firm(context, quantity, span)
    return a_year(context, made or triggered_fact(context, quantity, span))


def vague_fact(context: Context, quantity: Quantity, span: Span) -> Statement:
    """Return the statement of an order of magnitude: "dozens were hurt", "poured billions into".

    It is told in the article's words, and can contradict nothing.
    """
    verb, kind = clause_verb(span.root), quantity.kind
    if quantity.low < LARGE:
        return base(context, quantity, span)
    spent = verb is not None and verb.lemma_.lower() in SPENDING and not quantity.unit
    if spent and quantity.low >= MILLION and span.root.head == verb:
        kind = "money"
    made = sized_firm(context, quantity, span)
    made = made or triggered_fact(context, replace(quantity, kind=kind), span)
    words = context.text[quantity.start : quantity.end].lower()
    named = made.rule not in {"fallback", "left over"}
    return replace(made, value=words, kind="vague") if named else base(context, quantity, span)


def is_conversion(context: Context, quantity: Quantity) -> bool:
    """Tell whether an amount only says another one in a second currency: "A$27m ($18m)"."""
    return any(
        q.kind == "money" and q.unit != quantity.unit and CONVERTED.match(context.text, q.end)
        and 0 < quantity.start - q.end <= len(" (about ")
        for q in context.quantities
    )  # fmt: skip


def sized_firm(context: Context, quantity: Quantity, span: Span) -> Statement | None:
    """Return what a firm is worth in "a $90 billion company", or None."""
    after = context.doc[span.end : span.end + 2]
    after = after[1:] if len(after) and after[0].text == "-" else after[:1]
    if quantity.kind != "money" or not len(after) or after[0].lemma_.lower() not in FIRMS:
        return None
    if after[0].dep_ == "compound":
        return None
    made = base(context, quantity, span, attribute="valuation", about="org", rule="a firm of")
    return replace(made, subject=context.end_of(called(context, after[0])))


def triggered_fact(context: Context, quantity: Quantity, span: Span) -> Statement:
    """Return the statement that the words of the cue list make of a quantity."""
    words = governors(span)
    kind = "count" if quantity.kind == "number" else quantity.kind
    found = best_trigger(kind, words)
    own = noun_of(span) if kind == "money" else None
    if (
        own is not None
        and own.lemma_.lower() not in SUMS
        and (kind, own.lemma_.lower()) not in (triggers())
    ):
        found = None
    elif found is None and quantity.kind in MEASURED:
        found = best_trigger(kind, nearby(span)) or trigger_before(kind, span)
    if quantity.unit in {"magnitude", "category"}:
        found = quantity.unit, "event", None
    if kind == "percent" and OF_SHARES.match(context.text, quantity.end):
        found = "stake_percent", "deal", None
    if found is not None and found[0] == "stake_percent" and not is_stake(found[2], span):
        found = None
    if found is not None and found[0] == "vote_share" and not VOTING.search(context.text):
        found = None
    if kind == "measure" and (speed := speed_question(quantity, span)):
        found = speed, "event" if speed == "wind speed" else "thing", None
    asked = found[0] if found is not None else ""
    if asked == "jobs cut" or (
        kind == "count" and (quantity.unit in WORK or is_cut(quantity, span))
    ):
        jobs = jobs_question(quantity, span, found[2] if found is not None else None)
        found = (jobs, "org", found[2] if found is not None else None) if jobs else None
    if found is not None and found[0] == "killed" and not is_toll(found[2], quantity.unit):
        found = None
    if found is not None and found[0] == "times" and quantity.unit != "time":
        found = None  # "60 people were there at the time"
    if found is not None and kind == "count" and not harms(found[0], quantity.unit):
        return fallback(context, quantity, span, words)
    if kind == "count" and sample(span):
        return base(context, quantity, span, attribute="participants", rule="sample")
    alone = quantity.value == "1" and found is not None and found[0] in GATHERED
    if alone and found[2] is not None and found[2].pos_ == "NOUN":
        # "One passenger, Ana Lind, said"
        return fallback(context, quantity, span, words)
    far = kind == "measure" and DISTANCE.match(context.text, quantity.end)
    if far and found is not None and "distance" not in found[0]:
        return base(context, quantity, span)
    if found is None:
        return fallback(context, quantity, span, words)
    attribute, about, trigger = found
    if (
        trigger is not None
        and kind == "count"
        and (is_whole(span) or context.text[span.end_char : span.end_char + 1] == "-")
    ):
        return fallback(context, quantity, span, words)
    called = trigger is None or trigger.lemma_.lower() in {"value", "worth"}
    if (
        attribute == "valuation"
        and called
        and (any(word in DEAL_NOUNS for word, _, _ in words) or follows_deal(span))
    ):
        attribute, about = "deal_value", "deal"
    if attribute == "valuation" and any(word in ORDERS for word, _, _ in words):
        attribute = "order value"
    if attribute == "points" and APART.match(context.text, quantity.end):
        attribute = "points apart"
    if kind == "count":
        attribute = counted(context, attribute, quantity, span, trigger)
    crowd = attribute == "aboard" and quantity.low > MOST_ABOARD
    attribute = "passengers in all" if crowd else asked_for(attribute, words)
    made = base(
        context, quantity, span, attribute=attribute, about=about, rule=f"{kind}: {attribute}"
    )
    if attribute in EXACT and quantity.value.isdigit():
        made = replace(made, low=float(quantity.value), high=float(quantity.value))
    return with_subject(context, made, span, trigger)


def follows_deal(span: Span) -> bool:
    """Tell whether "valued at" comes after a deal: "a deal with Meta Platforms, valued at $5bn"."""
    for token in reversed(span.doc[max(span.sent.start, span.start - 12) : span.start]):
        if token.lemma_ in DEAL_NOUNS:
            return True
        if token.pos_ in VERBS and token.lemma_ not in {"value", "worth"}:
            return False
    return False


def best_trigger(
    kind: str, words: list[tuple[str, float, Token]]
) -> tuple[str, str, Token | None] | None:
    """Return attribute, subject kind and word of the nearest trigger, or None."""
    present = {word for word, _, _ in words}
    hits = []
    for word, distance, token in words:
        for second in paired().get((kind, word), ()):
            if second in present:
                attribute, about, _, rank = triggers()[kind, f"{word}+{second}"]
                hits.append((distance - 1.5, rank, attribute, about, token))
        if (kind, word) in triggers():
            attribute, about, use, rank = triggers()[kind, word]
            if use in {"verb", "noun"} and (use == "verb") != (token.pos_ in VERBS):
                continue
            weak = use == "yes"
            # What is counted says less than what happens to it.
            noun = kind == "count" and distance <= 1 and token.pos_ not in VERBS
            weak = noun or weak
            hits.append((distance + 2.5 * weak, rank, attribute, about, token))
    if not hits:
        return None
    _, _, attribute, about, token = min(hits, key=lambda hit: hit[:2])
    return attribute, about, token


def nearby(span: Span) -> list[tuple[str, float, Token]]:
    """Return the words next to a quantity, where the parse gave none that explains it."""
    doc, sentence = span.doc, span.sent
    found = []
    for step in range(1, 5):
        for i in (span.end - 1 + step, span.start - step):
            if sentence.start <= i < sentence.end:
                between = doc[min(i, span.start) : max(i + 1, span.end)]
                if not any(token.text in {",", ";", ":"} for token in between):
                    found.append((doc[i].lemma_.lower(), float(step), doc[i]))
    return found


def counted(
    context: Context, attribute: str, quantity: Quantity, span: Span, trigger: Token | None
) -> str:
    """Return the question of a count, with who is counted where it is not people at large."""
    noun = common_noun(quantity.unit)
    if span.root.head.lower_ in {"including", "among"} or context.doc[
        max(0, span.start - 1)
    ].lower_ in {"including", "among", "included"}:
        return f"{attribute}, {noun or 'part'}"
    if PART.match(context.text, quantity.end):
        return f"{attribute}, some"
    same = trigger is not None and common_noun(trigger.lemma_.lower()) == noun
    if noun in PEOPLE or same or noun in attribute:
        return attribute
    if attribute in HARM and noun not in GROUPS and is_people(noun):
        return attribute
    if attribute == "jobs cut" and noun in POSITIONS:
        return attribute
    if attribute == "recalled" and noun in VEHICLES:
        return attribute
    return f"{attribute}, {noun}"
