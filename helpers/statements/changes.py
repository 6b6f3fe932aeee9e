"""Read which way something went, and by how much: "shares fell 3 per cent", "a rise in profit".

What falls has a negative value. A word alone leaves open by how much: above 0, below 0, about 0.
Which words say which way is data (`lexicons/fact_changes.csv`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from helpers.cues import read_cues
from helpers.quantities import Quantity
from helpers.statements.context import NOUNS, VERBS, Context, Mention, Statement, clause_subject
from helpers.statements.cues import MEASURED as MEASURED_FROM
from helpers.statements.cues import earlier_time, said
from helpers.statements.polarity import SO, firmness
from helpers.statements.status import HEDGED, status_of

if TYPE_CHECKING:
    from spacy.tokens import Token

CHANGE = "change"
WAYS = {"up": 1.0, "down": -1.0, "flat": 0.0}
POINTS = frozenset(["point", "percentage point", "basis point", "cent", "penny", "pence"])
# Between a word of change and its amount: "fell by as much as 3 per cent".
BETWEEN = frozenset(
    "up down higher lower by about around nearly almost more less than just over under some as "
    "much a an another further roughly sharply slightly only of - its in".split()
)
MOST_BETWEEN, NEAR = 6, 100  # tokens, characters
FLAT = 1.0
TELLING, CHANGED = ("verb", "gain", "caused", "way", "noun"), "changed"
MEASURED, LIGHT, SENDING = "measured", "light", "sending"
FUTURE = frozenset(["will", "would", "'ll", "shall"])
# What part of a day, or how long, a change is of.
EARLY, CLOSE, LONG = "early", "close", "long"
PERIODS = {
    EARLY: re.compile(r"\b(?:early|initially|at first|opened|opening|briefly|pre-?market)\b"),
    CLOSE: re.compile(r"\b(?:closed|closing|at the close|ended|finished)\b"),
    LONG: re.compile(
        r"\b(?:(?:over|in|during|for|within) the (?:past|last|previous|first|second|third|fourth) "
        r"|(?:over|in|for) (?:a|the|[0-9]+|two|three|five|six|ten) (?:year|month|decade)"
        r"|year[- ](?:on[- ]year|to[- ]date)|this year|since|so far|annual|yearly|monthly"
        r"|(?:month|quarter)[- ]on[- ](?:month|quarter))"
    ),
}
OPENS = "^"  # marks a word that is one of the kind, if it is no name
CURRENCY, SHARE = "currency", "share"
AGAINST = re.compile(r"\bagainst (?:the |a )?(?:\w+ )?(?P<other>\w+)")
# What is measured stands before or behind these: "share price", "the rate of unemployment".
HOLLOW = frozenset("price rate number level value figure total volume cost".split())
# These leave the measure the same; of what time it is, other words tell.
PLAIN = frozenset(
    "own total overall group company country whole pre tax annual yearly quarterly full half year "
    "quarter first second third fourth latest".split()
)
# "Up on last year" and "lower than in 2019" say what is compared.
COMPARED_WITH = r"\b(?:on|than|than in|with|from|over|against|than for) (?:the )?(?:\w+ )?{}"
BARELY = frozenset(["little", "barely", "hardly", "scarcely"])


@cache
def ways() -> dict[str, dict[str, float]]:
    """Return by kind the words that say which way something goes."""
    found: dict[str, dict[str, float]] = {}
    for row in read_cues("fact_changes"):
        if row["kind"] != MEASURED:
            found.setdefault(row["kind"], {})[row["word"]] = WAYS.get(row["way"], math.nan)
    return found


@cache
def measures() -> dict[str, str]:
    """Return by noun what it measures."""
    return {r["word"]: r["way"] for r in read_cues("fact_changes") if r["kind"] == MEASURED}


@cache
def telling() -> frozenset[str]:
    """Return all words that say a way."""
    known = (word for kind in TELLING for word in ways()[kind])
    return frozenset([CHANGED, *known])


def changes(context: Context) -> Iterator[Statement]:
    """Yield a statement for each word of change whose thing is told, left to right."""
    known = telling()
    places = {i for word in known & context.places.keys() for i in context.places[word]}
    places |= {i for i, lemma in enumerate(context.lemmas) if lemma in known}
    for token, lemma in ((context.tokens[i], context.lemmas[i]) for i in sorted(places)):
        amount = amount_of(context, token)
        for way, verb, thing in things(token, lemma, told=amount is not None):
            made = change(context, token, way, verb, thing, amount)
            if made is not None:
                yield made
                break


def things(token: Token, lemma: str, *, told: bool) -> Iterator[tuple[float, Token | None, Token]]:
    """Yield which way, the verb and what goes that way, as the words may be read."""
    known, above = ways(), token.head
    if lemma in known["noun"] and token.pos_ == "NOUN":
        verb = above if above.pos_ in VERBS else None
        for thing in of_noun(token):
            yield known["noun"][lemma], verb, thing
    objects = [c for c in token.children if c.dep_ == "dobj" and is_measured(c)]
    if lemma in known["caused"] and objects and token.pos_ == "VERB":
        yield known["caused"][lemma], token, objects[0]
    listed = known["verb"] | known["gain"] if told else known["verb"]
    if lemma in listed and token.pos_ in {"VERB", "NOUN"}:
        sent = above.lemma_ in known[SENDING] and above != token
        thing = object_of(above) if sent else subject_of(token)
        if thing is not None:
            yield listed[lemma], token, thing
    if token.lower_ in known["way"]:
        thing = moved(token)
        if thing is not None:
            yield known["way"][token.lower_], above if above.pos_ in VERBS else None, thing
    if token.lower_ == CHANGED and token.i and token.nbor(-1).lower_ in BARELY:
        thing = clause_subject(token) or clause_subject(above)
        if thing is not None:
            yield WAYS["flat"], token, thing


def of_noun(noun: Token) -> Iterator[Token]:
    """Yield what a noun of change is of: "a fall in sales", "a price rise"."""
    for link in noun.children:
        if link.dep_ == "prep" and link.lower_ in {"in", "of"}:
            yield from (c for c in link.children if c.dep_ == "pobj" and is_measured(c))
    yield from (c for c in noun.children if c.dep_ == "compound" and is_measured(c))


def subject_of(verb: Token) -> Token | None:
    """Return what rises or falls by itself: the subject of a verb in the active."""
    if any(c.dep_ == "nsubjpass" for c in verb.children):
        return None
    own = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return clause_subject(verb) if verb.pos_ in VERBS else own


def object_of(verb: Token) -> Token | None:
    """Return what is sent one way: "sent shares tumbling"."""
    below = (c for c in verb.subtree if c.i > verb.i and c.dep_ in {"dobj", "nsubj"})
    return next((c for c in below if is_measured(c)), None)


def moved(word: Token) -> Token | None:
    """Return what is up or down: "was down", "closed 3 % lower", "profit, up 4 %", "sent lower"."""
    above, near = word.head, word.doc[max(0, word.i - 2) : word.i]
    if len(near) > 1 and near[1].text == "," and near[0].pos_ == "NOUN":
        return near[0]  # "fewer deaths, down by 12 per cent"
    for noun in reversed(near):
        if noun.pos_ in NOUNS and is_measured(noun) and noun.dep_ not in {"compound", "amod"}:
            return noun
    if above.dep_ == "prep" and above.head.pos_ in VERBS:
        above = above.head
    if above.pos_ not in VERBS or above.i > word.i:
        return None
    if above.lemma_ in ways()[SENDING]:
        return object_of(above)
    light = above.lemma_ in ways()[LIGHT]
    return clause_subject(above) if light else None


def is_measured(noun: Token) -> bool:
    """Tell whether a noun, or what stands before it, is measured: "sales", "jobless rate"."""
    lemma = noun.lemma_.lower()
    return lemma in measures() or lemma in HOLLOW


def amount_of(context: Context, token: Token) -> Quantity | None:
    """Return by how much: the amount next to a word of change."""
    for quantity in context.quantities:
        if abs(quantity.start - token.idx) > NEAR or not is_amount(quantity):
            continue
        span = context.span(quantity)
        if span.start <= token.i < span.end:
            return quantity
        before = span.start < token.i
        between = (
            context.tokens[span.end : token.i]
            if before
            else context.tokens[token.i + 1 : span.start]
        )
        if len(between) > MOST_BETWEEN or (before and len(between) > 1):
            continue
        if all(
            t.lower_ in BETWEEN or (not before and (is_measured(t) or t.pos_ == "ADJ"))
            for t in between
        ):
            return quantity
    return None


def is_amount(quantity: Quantity) -> bool:
    """Tell whether a quantity can say by how much something changes."""
    return not quantity.vague and (quantity.kind in {"percent", "money"} or quantity.unit in POINTS)


def change(
    context: Context,
    token: Token,
    way: float,
    verb: Token | None,
    thing: Token,
    amount: Quantity | None,
) -> Statement | None:
    """Return the statement that something went one way, or None if it is not told as a fact."""
    if thing.pos_ not in {"NOUN", "PROPN"} or (amount is None and not is_measured(thing)):
        return None
    firm = verb is None or verb.pos_ not in VERBS or firmness(context, verb) == SO
    future = verb is not None and any(c.lower_ in FUTURE for c in verb.children)
    if not firm or future or status_of(context, token.i, token.i + 1)[0] == HEDGED:
        return None
    measure, kinds, owner = measure_of(context, thing, amount)
    time = time_of(context, token)
    if not measure or time is None:
        return None
    first, last = token.i - (token.lower_ == CHANGED), token.i + 1
    value, unit, low, high = context.doc[first:last].text.lower(), *bare(way)
    if amount is not None:
        place = context.span(amount)
        first, last = min(first, place.start), max(last, place.end)
        value, unit, low, high = signed(amount, way)
    return said(
        context, first, last, measure, value, CHANGE, unit=unit, low=low, high=high,
        noun=thing.lemma_.lower(),
        subject=context.end_of(owner), around=" ".join([*kinds, *time, *periods(context, token)]),
    )  # fmt: skip


def bare(way: float) -> tuple[str, float, float]:
    """Return the unit and the ends of what a word alone leaves open; flat is about 0 per cent."""
    if not way:
        return "percent", -FLAT, FLAT
    return ("", 0.0, math.inf) if way > 0 else ("", -math.inf, 0.0)


def signed(amount: Quantity, way: float) -> tuple[str, str, float, float]:
    """Return value, unit and ends of an amount, negative for what falls."""
    if way < 0:
        return f"-{amount.value}", amount.unit, -amount.high, -amount.low
    return amount.value, amount.unit, amount.low, amount.high


def time_of(context: Context, token: Token) -> list[str] | None:
    """Return as a mark of which other time a change is, None for what another is compared with."""
    span = context.doc[token.i : token.i + 1]
    told = earlier_time(context, span)
    if not told:
        return []
    if MEASURED_FROM.match(told):
        return None
    compared = re.search(COMPARED_WITH.format(re.escape(told)), context.sentence(span).text)
    return [] if compared else [f"={told.replace(' ', '-')}"]


def periods(context: Context, token: Token) -> Iterator[str]:
    """Yield as marks which part of a day, or how long a time, a sentence tells of."""
    sentence = context.sentence(context.doc[token.i : token.i + 1])
    yield from (f"={name}" for name, pattern in PERIODS.items() if sentence.find(pattern))


def measure_of(
    context: Context, thing: Token, amount: Quantity | None
) -> tuple[str, list[str], Mention | None]:
    """Return what is measured, the words that make it a special one, and whose it is."""
    owner, kinds = None, []
    noun = thing.lemma_.lower()
    for child in parts(thing):
        mention = context.by_token.get(child.i)
        if mention is not None and mention.form == "name":
            owner = owner or mention
            if child.i == child.sent.start:  # a capital may be that of the sentence alone
                kinds.append(f"{OPENS}{child.lower_}")
        elif child.is_alpha and child.pos_ != "PRON" and child.lower_ not in PLAIN:
            kinds.append(child.lemma_.lower())
    named = context.by_token.get(thing.i)
    called = thing.pos_ == "PROPN" or thing.i > thing.sent.start
    if called and named is not None and named.form == "name" and noun not in measures():
        percent = amount is not None and amount.unit == "percent"
        return (SHARE if percent else ""), kinds, named
    special = [k.removeprefix(OPENS) for k in kinds]
    if noun in HOLLOW and special:
        held = next((k for k in special if k in measures()), special[0])
        kinds = [k for k in kinds if k.removeprefix(OPENS) != held]
        noun = held if held in measures() else f"{held} {noun}"
    sentence = context.sentence(context.doc[thing.i : thing.i + 1])
    against = sentence.find(AGAINST) if noun not in measures() else None
    exchanged = against is not None and measures().get(against["other"]) == CURRENCY
    measure = CURRENCY if exchanged else measures().get(noun, noun)
    if measure == CURRENCY:
        return CURRENCY, [] if noun == CURRENCY else [noun], None
    return measure, sorted(set(kinds)), owner


def parts(noun: Token) -> Iterator[Token]:
    """Yield the words that say which one a noun means: before it, and behind "of" or "in"."""
    for child in noun.children:
        if child.dep_ in {"compound", "amod", "poss", "nmod"}:
            yield child
        elif child.dep_ == "prep" and child.lower_ in {"of", "in", "at", "for"}:
            yield from (c for c in child.children if c.dep_ == "pobj")
