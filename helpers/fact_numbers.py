"""Read facts from quantities: what a number says of whom, by the words that govern it.

Which word asks which question is data (`lexicons/fact_triggers.csv`). A number that no trigger
explains is named after what it counts or measures, if there is such a word.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from helpers.cues import read_cues
from helpers.fact_context import (
    VERBS,
    Context,
    Mention,
    Statement,
    clause_subject,
    clause_verb,
    governors,
    mention_at,
)
from helpers.fact_cues import earlier_time
from helpers.fact_parties import deal_parties, owner
from helpers.fact_status import ASSERTED, NEGATED, status_of
from helpers.mentions import cues as name_cues
from helpers.quantities import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

PEOPLE = frozenset(["people", "person", "resident", "other", "victim", "", "dead", "injured"])
SUBSET = frozenset(["including", "among", "of whom", "of them", "of which"])
DEAL_NOUNS = frozenset(
    "deal agreement merger acquisition takeover transaction purchase investment transfer".split()
)
MIN_AGE, MAX_AGE = 5, 115
# A part of what is counted before: "74 of them".
PART = re.compile(r",? of (?:them|whom|which|those|these)\b")
# Where something lies is not how deep or long it is: "40 km northwest of".
DISTANCE = re.compile(r" (?:north|south|east|west|away|off|from)(?:\w| |,)")
# What is sold, released or offered "at $5" has that price.
SELLING = frozenset(
    "sell go release launch offer retail list market start debut ship available price be".split()
)
PRICED = re.compile(r"\bat (?:about |around |just |only |a price of |a list price of )?$")
PERIODS = {"month": 12, "week": 52}
PERIOD = re.compile(r" (?:a|per|each|every) (day|week|month|year|hour)\b|/(day|week|month|year)\b")
# The number of a shirt, a score on a scale.
NUMBERED = re.compile(r"\b[Nn](?:umber|o\.) $")
SCORED_ON = re.compile(r" on (?:the )?([A-Z]\w+)")
VEHICLES = frozenset("car vehicle sedan van truck suv model unit minivan pickup hatchback".split())
HARM = frozenset(
    "killed injured missing evacuated aboard attendance rescued trapped hospitalised arrested "
    "homeless casualties ill infected employees strikers".split()
)
# A part of those harmed that articles count apart.
GROUPS = frozenset(
    "child woman firefighter officer soldier rescuer student tourist policeman baby pupil team dog "
    "country crew animal household family home house building vehicle car".split()
)
# Terms fixed in a contract or by a court are not rounded.
EXACT = frozenset(["contract length", "prison sentence", "term", "ban", "warranty"])
VOTING = re.compile(r"\b(?:votes?|voters?|elections?|polls?|ballots?|seats?)\b", re.IGNORECASE)
STUDIES = frozenset(["trial", "study", "survey"])
COUNTING = frozenset(["count", "number"])
VAGUE_NOUNS = frozenset(["time", "thing", "way", "part", "reason", "step", "one", "kind", "side"])


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
    for quantity in context.quantities:
        span = context.span(quantity)
        if span is None:
            continue
        made = age_fact(context, quantity, span)
        if made is None and quantity.kind in {"date", "time"}:
            made = base(context, quantity, span)
        if made is None:
            made = governed_fact(context, quantity, span)
        yield made


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


def age_fact(context: Context, quantity: Quantity, span: Span) -> Statement | None:
    """Return the statement of somebody's age, or None."""
    doc = context.doc
    plain = quantity.kind in COUNTING and quantity.value.isdigit() and is_bare_age(context, span)
    if quantity.kind != "age" and not plain:
        return None
    if plain and not MIN_AGE <= int(quantity.value) <= MAX_AGE:
        return None
    who = aged_person(context, span)
    if who is None and plain:
        return None
    start = quantity.start
    if quantity.kind == "age" and doc.text[max(0, start - 8) : start].lower() == "at just ":
        start -= 8
    noun = aged_noun(span)
    made = base(
        context,
        quantity,
        span,
        start=start,
        noun=noun,
        attribute="age",
        kind="age",
        unit="year",
        low=float(quantity.value) if plain else quantity.low,
        high=float(quantity.value) if plain else quantity.high,
        rule="age",
        about="person",
        subject=-1 if noun and (who is None or who.form == "nominal") else context.end_of(who),
        earlier="",
    )
    verb = clause_verb(span.root)
    denied = made.status == NEGATED and (verb is None or verb.lemma_ not in {"be", "turn"})
    return replace(made, status=ASSERTED) if denied else made


def aged_noun(span: Span) -> str:
    """Return the common noun of somebody unnamed: "the 39-year-old driver"; "" for "man"."""
    head = span.root.head if span.root.pos_ != "NOUN" or span.root.dep_ != "appos" else span.root
    for _ in range(3):
        if head.dep_ == "appos" and head.head.pos_ == "NOUN":
            head = head.head
    if head.pos_ in VERBS:
        subject = clause_subject(head)
        head = subject if subject is not None else head
    plain = head.lemma_.lower() in {"man", "woman", "year", "boy", "girl"}
    return head.lemma_.lower() if head.tag_ == "NN" and not plain else ""


def is_bare_age(context: Context, span: Span) -> bool:
    """Tell ", 49," after a name, and "She is 56." """
    doc = context.doc
    before, after = doc[max(0, span.start - 2) : span.start], doc[span.end : span.end + 1].text
    if after in {",", ".", ")", ";"} and len(before) == 2 and len(span) == 1:
        if before[1].text in {",", "("} and before[0].i in context.by_token:
            return True
        return before[0].lower_ in {"he", "she"} and before[1].lower_ in {"is", "was", "turned"}
    return False


def aged_person(context: Context, span: Span) -> Mention | None:
    """Return the mention of the person whose age is told."""
    doc, mentions = context.doc, context.mentions
    around = [m for m in mentions if m.first < span.end and span.start < m.last]
    if around and around[0].form == "nominal":
        described = [
            m for m in context.names if around[0].last - 1 <= m.first <= around[0].last + 3
        ]
        linked = [m for m in described if doc[m.last - 1].head.i < around[0].last + 4]
        return (
            linked[0]
            if linked and not has_verb(doc[around[0].last : linked[0].first])
            else around[0]
        )
    gap = doc[max(0, span.start - 2) : span.start]
    just_before = [m for m in mentions if 0 <= span.start - m.last <= 1]
    if just_before and (not gap or gap[-1].text in {",", "("}) and just_before[0].form == "name":
        return just_before[0]
    after = [m for m in mentions if m.form != "nominal" and 0 <= m.first - span.end <= 6]
    after = [m for m in after if m.last <= span.sent.end]
    close = [m for m in after if not has_verb(doc[span.end : m.first])]
    if close and (is_attached(span, close[0]) or doc[span.end : close[0].first].text == ","):
        return close[0]
    whose = clause_subject(clause_verb(span.root))
    subject = mention_at(context, whose)
    if subject is not None and subject.form != "nominal":
        return subject
    if subject is None and whose is not None and whose.pos_ == "NOUN":
        return None
    before = [m for m in mentions if m.last <= span.start and span.sent.start <= m.first]
    return subject or (before[-1] if before else None)


def is_attached(span: Span, mention: Mention) -> bool:
    """Tell whether a name follows an age without a comma: "28-year-old Alexandr Wang"."""
    between = span.doc[span.end : mention.first]
    return all(token.text != "," for token in between)


def has_verb(span: Span) -> bool:
    """Tell whether a finite verb stands in a run of tokens."""
    return any(token.pos_ in VERBS and token.tag_ != "VBN" for token in span)


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
    return with_subject(context, made, span, None)


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


def nobody(context: Context) -> Iterator[Statement]:
    """Yield that none are counted: "no deaths were reported", "no one was hurt"."""
    for token in context.doc:
        noun = token.head if token.lower_ == "no" and token.dep_ == "det" else token
        if noun is token and token.lower_ not in {"nobody", "none"}:
            continue
        verb = noun.head if noun.dep_ in {"nsubj", "nsubjpass"} else None
        people = noun.lower_ in {"one", "nobody", "none"} or is_people(noun.lemma_.lower())
        words = [noun] + ([verb] if verb is not None and people else [])
        found = [triggers().get(("count", word.lemma_.lower())) for word in words]
        found = [row for row in found if row and row[0] in HARM | {"complaints", "crashes"}]
        if found:
            first, last = min(token.i, noun.i), max(noun.i, *(w.i for w in words)) + 1
            status, speaker = status_of(context, noun.i, noun.i + 1)
            yield Statement(
                context.doc[first].idx,
                context.doc[first:last].end_char,
                found[-1][0],
                "0",
                "count",
                "nobody",
                unit="people",
                low=0.0,
                high=0.0,
                status=ASSERTED if status == NEGATED else status,
                attribution=speaker,
                earlier=earlier_time(context, context.doc[first:last]),
            )


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


def governed_fact(context: Context, quantity: Quantity, span: Span) -> Statement:
    """Return the statement that the governing words of a quantity make of it."""
    made = offered_price(context, quantity, span) or numbered(context, quantity, span)
    return a_year(context, made or triggered_fact(context, quantity, span))


def triggered_fact(context: Context, quantity: Quantity, span: Span) -> Statement:
    """Return the statement that the words of the cue list make of a quantity."""
    words = governors(span)
    kind = "count" if quantity.kind == "number" else quantity.kind
    found = best_trigger(kind, words)
    if found is None and quantity.kind in {"money", "percent", "measure", "duration"}:
        found = best_trigger(kind, nearby(span)) or trigger_before(kind, span)
    if quantity.unit in {"magnitude", "category"}:
        found = quantity.unit, "event", None
    if found is not None and found[0] == "vote_share" and not VOTING.search(context.text):
        found = None
    if found is not None and found[0] == "killed" and not is_toll(found[2], quantity.unit):
        found = None
    if kind == "count" and sample(span):
        return base(context, quantity, span, attribute="participants", rule="sample")
    far = kind == "measure" and DISTANCE.match(context.text, quantity.end)
    if far and found is not None and "distance" not in found[0]:
        return base(context, quantity, span)
    if found is None:
        return fallback(context, quantity, span, words)
    attribute, about, trigger = found
    before = [t.lower_ for t in context.doc[max(0, span.start - 2) : span.start]]
    if (
        trigger is not None
        and kind == "count"
        and (is_whole(before) or context.text[span.end_char : span.end_char + 1] == "-")
    ):
        return fallback(context, quantity, span, words)
    called = trigger is None or trigger.lemma_.lower() in {"value", "worth"}
    if (
        attribute == "valuation"
        and called
        and (any(word in DEAL_NOUNS for word, _, _ in words) or follows_deal(span))
    ):
        attribute, about = "deal_value", "deal"
    if kind == "count":
        attribute = counted(context, attribute, quantity, span, trigger)
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


def is_toll(trigger: Token | None, noun: str) -> bool:
    """Tell whether a word for death speaks of what is counted: not "three coffees … death"."""
    if trigger is None or trigger.pos_ in VERBS or trigger.pos_ == "ADJ" or noun in PEOPLE:
        return True
    return trigger.lemma_.lower() == noun


def is_whole(before: list[str]) -> bool:
    """Tell whether a number is the whole that another is a part of: "81 of the 200 seats"."""
    return len(before) == 2 and before[0] == "of" and before[1] in {"the", "its", "their", "all"}


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


@cache
def common_nouns() -> dict[str, str]:
    """Return for a noun the one that asks the same question: "shop" and "store"."""
    return {row["noun"]: row["question"] for row in read_cues("fact_nouns")}


def common_noun(noun: str) -> str:
    """Return the noun that stands for all that count the same."""
    return common_nouns().get(noun, noun)


@cache
def told_people() -> tuple[frozenset[str], frozenset[str]]:
    """Return the nouns for people and their harm, and those that only end like them."""
    rows = read_cues("fact_people")
    known = {word for table in ("before", "nominal") for word, (kind, _) in names_of(table)}
    people = {row["noun"] for row in rows if row["use"] == "person"}
    return frozenset(people | known), frozenset(r["noun"] for r in rows if r["use"] == "thing")


def names_of(table: str) -> list[tuple[str, tuple[str, int]]]:
    """Return the words of a list of name cues that speak of people."""
    return [item for item in name_cues()[table].items() if item[1][0] == "person"]


def is_people(noun: str) -> bool:
    """Tell whether a noun counts people: known, or formed as occupations are."""
    people, things = told_people()
    if noun in PEOPLE or noun in people or common_noun(noun) in PEOPLE | people:
        return True
    return noun not in things and noun.endswith(("er", "or", "ist", "ian", "ee", "man", "woman"))


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
    if attribute == "recalled" and noun in VEHICLES:
        return attribute
    return f"{attribute}, {noun}"


def fallback(
    context: Context, quantity: Quantity, span: Span, words: list[tuple[str, float, Token]]
) -> Statement:
    """Return a statement named after the governing noun or verb, or a number left over."""
    noun = common_noun(quantity.unit) if quantity.kind == "count" else ""
    if quantity.kind in {"money", "measure", "duration", "percent"}:
        heads = {span.root.head.i} | {c.i for t in span for p in t.children for c in p.children}
        nouns = [w for w, d, t in words if t.pos_ == "NOUN" and d < 2 and t.i in heads]
        verb = clause_verb(span.root)
        acted = verb is not None and verb.lemma_ not in {"be", "have", "say", "do"}
        did = verb_name(verb.lemma_.lower()) if acted and close_to(verb, span) else ""
        noun = nouns[0] if nouns else did
        changed = changed_thing(verb, span) if quantity.kind == "percent" else ""
        noun = changed or noun
    if not noun or noun in VAGUE_NOUNS or quantity.vague:
        return base(context, quantity, span)
    before = context.doc[max(0, span.start - 2) : span.start]
    if quantity.kind == "count" and [t.lower_ for t in before] == ["of", "the"]:
        noun = f"all {noun}"
    attribute = f"other:{noun}" if quantity.kind == "count" else f"other:{noun} {quantity.kind}"
    made = base(context, quantity, span, attribute=attribute, about="subject", rule="fallback")
    made = with_subject(context, made, span, None)
    return replace(made, noun="") if quantity.kind == "count" else made


@cache
def verb_names() -> dict[str, str]:
    """Return by verb the one that stands for all that say the same."""
    return {row["verb"]: row["class"] for row in read_cues("fact_verbs")}


def verb_name(lemma: str) -> str:
    """Return the verb that stands for all that say the same."""
    return verb_names().get(lemma, lemma)


def changed_thing(verb: Token | None, span: Span) -> str:
    """Return what is changed by how much: "reduce of hospitalisation" for "cut stays by 4 %"."""
    node = span.root
    if verb is None or verb_name(verb.lemma_.lower()) not in {"reduce", "increase"}:
        return ""
    if node.dep_ != "pobj" or node.head.lower_ != "by":
        return ""
    thing = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    if thing is None or thing.pos_ != "NOUN":
        return ""
    kinds = [c.lemma_.lower() for c in thing.children if c.dep_ in {"compound", "amod"}]
    noun = common_noun(" ".join([*kinds, thing.lemma_.lower()]))
    return f"{verb_name(verb.lemma_.lower())} of {noun}"


def close_to(verb: Token, span: Span) -> bool:
    """Tell whether a verb stands near a quantity and governs it directly or by a preposition."""
    root = span.root
    direct = root.head == verb or (root.head.dep_ == "prep" and root.head.head == verb)
    return direct and abs(verb.i - span.start) <= 6


def with_subject(context: Context, made: Statement, span: Span, trigger: Token | None) -> Statement:
    """Return the statement with the mentions that can be its subject."""
    if made.about == "deal":
        parties = deal_parties(context, span, trigger)
        ends = [context.end_of(m) for m in parties[:2]] + [-1, -1]
        return replace(made, subject=ends[0], other=ends[1])
    if made.about == "event":
        return made
    subject, noun = owner(context, span, trigger)
    return replace(made, subject=context.end_of(subject), noun=noun)
