"""Read how, when and where something happened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from helpers.statements.acts import verb_class
from helpers.statements.context import (
    VERBS,
    Context,
    Statement,
    clause_subject,
    clause_verb,
    mention_at,
)
from helpers.statements.cues import EVENTS, earlier_time, other_event, said
from helpers.statements.periods import is_last_time
from helpers.statements.polarity import NOT_SO, polarity
from helpers.statements.status import ASSERTED, NEGATED, status_of

if TYPE_CHECKING:
    from spacy.tokens import Token

# "at" and "from" name one site; "in" and "near" may name a town or its country.
SITES = frozenset(["at", "from"])
PLACE_WORDS = frozenset(["in", "near", "at", "from", "outside"])
ONE = frozenset(["NN", "NNP", "PRP"])
GOALS = "nil one two three four five six seven eight nine ten".split()
_GOALS = "|".join(GOALS)
SCORE = re.compile(
    rf"(?<![\d.-])(\d{{1,3}})[-–](\d{{1,3}})(?![\d-]|[-–]|\.\d|\w)"
    rf"|\b({_GOALS})[-–]({_GOALS})\b(?![-–])",
    re.IGNORECASE,
)
DECIDED = re.compile(
    r"\b(?:beat|beaten|defeat(?:ed|s)?|w[io]n|wins|victory|dr[ae]w|lost|lose|score|match|final|game"
    r"|goals?|half-time|title|cup|semi-final|quarter-final)\b",
    re.IGNORECASE,
)
TIMES_SCORED = {"twice": "2", "brace": "2", "double": "2", "hat-trick": "3", "treble": "3"}
PARTS_OF_DAY = frozenset(["night", "morning", "evening", "afternoon"])
PUBLISHED = frozenset("study result datum finding paper article report research data".split())


def outcome(context: Context, token: Token, row: dict[str, str]) -> Iterator[Statement]:
    """Yield how something ended, where the list names the opposite too."""
    if row["attribute"] == "other:remedy":
        subject = None
    else:
        subject = mention_at(
            context, clause_subject(token if token.pos_ in VERBS else clause_verb(token))
        )
    told = clause_subject(token if token.pos_ in VERBS else clause_verb(token))
    noun = told.lemma_.lower() if told is not None and told.pos_ == "NOUN" else ""
    if row["attribute"] == "other:survival" and (told is None or told.tag_ not in ONE):
        return
    if row["attribute"] == "other:remedy" and polarity(clause_verb(token) or token) == NOT_SO:
        return
    unnamed = subject is None and row["attribute"] != "other:survival"
    about = "event" if unnamed or row["attribute"] == "other:appeal" else "subject"
    yield said(
        context,
        token.i,
        token.i + 1,
        row["attribute"],
        row["value"],
        f"outcome: {row['word']}",
        about=about,
        subject=context.end_of(subject),
        noun=noun,
        earlier=earlier_time(context, context.doc[token.i : token.i + 1]),
    )


def appealed(context: Context, noun: Token, row: dict[str, str]) -> Iterator[Statement]:
    """Yield what becomes of an appeal: "ruled out an appeal", "has not decided on an appeal"."""
    verb = clause_verb(noun)
    if verb is None or verb.i > noun.i and noun.dep_ != "nsubjpass":
        return
    lemma = verb.lemma_.lower()
    out = any(c.lower_ == "out" for c in verb.children)
    denied = any(c.dep_ == "neg" for c in verb.children)
    if lemma in {"decide", "determine"} and (denied or noun.head.lower_ == "whether"):
        value = "undecided"
    elif (lemma == "rule" and out) or lemma in {"abandon", "drop", "waive", "withdraw"}:
        value = "no appeal"
    elif lemma in {"file", "lodge", "launch", "plan", "bring", "mount", "announce", "prepare"}:
        value = "no appeal" if denied else "appeal"
    else:
        return
    made = said(
        context, min(verb.i, noun.i), max(verb.i, noun.i) + 1, row["attribute"], value, "an appeal",
        about="event",
    )  # fmt: skip
    yield replace(made, status=ASSERTED) if made.status == NEGATED else made


def published(context: Context, verb: Token) -> Iterator[Statement]:
    """Yield where results are published: "published in The Lancet"."""
    for link in verb.children:
        place = next((c for c in link.children if c.dep_ == "pobj"), None)
        mention = mention_at(context, place) if link.lower_ == "in" else None
        if mention is None or mention.form != "name":
            continue
        thing = clause_subject(verb)
        told = thing is not None and thing.lemma_.lower() in PUBLISHED
        if verb.lemma_ == "publish" or told:
            yield said(
                context, link.i, mention.last, "published in", mention.key, "published in",
                named=context.end_of(mention),
            )  # fmt: skip


def happening(context: Context, verb: Token, row: dict[str, str]) -> Iterator[Statement]:
    """Yield the date and the place of an event: "the quake struck near Kelmar on Monday"."""
    for quantity in context.quantities:
        span = context.span(quantity)
        if quantity.kind == "date" and verb_class(verb)[1] and row["attribute"] != "date":
            continue
        if quantity.kind not in {"date", "time"} or clause_verb(span.root) != verb:
            continue
        if is_last_time(context, quantity):
            continue
        attribute = row["attribute"] if quantity.kind == "date" else "time of day"
        yield Statement(
            quantity.start,
            quantity.end,
            attribute,
            quantity.value,
            quantity.kind,
            f"event: {row['word']}",
            unit=quantity.unit,
            low=quantity.low,
            high=quantity.high,
            status=status_of(context, span.start, span.end)[0],
        )
    if row["value"] != "place":
        return
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in PLACE_WORDS:
            for place in child.children:
                mention = mention_at(context, place)
                if mention is not None and mention.form == "name" and mention.last > place.i:
                    yield said(
                        context,
                        child.i,
                        mention.last,
                        "site" if child.lower_ in SITES else "location",
                        mention.key,
                        f"place: {child.lower_}",
                        named=context.end_of(mention),
                    )


def possessed_dates(context: Context) -> Iterator[Statement]:
    """Yield the day of "Saturday night's accident", where the noun is of an event."""
    for quantity in context.quantities:
        if quantity.kind != "date" or quantity.unit not in {"weekday", "date", "day of year"}:
            continue
        span = context.span(quantity)
        after = [t.lower_ for t in context.doc[span.end : span.end + 2]]
        at = span.end + (1 if after[:1] and after[0] in PARTS_OF_DAY else 0)
        if context.doc[at : at + 1].text != "'s":
            continue
        owned = context.doc[at].head.head
        if owned.lemma_.lower() in EVENTS:
            yield Statement(
                quantity.start, quantity.end, "date", quantity.value, "date", "day of an event",
                unit=quantity.unit, low=quantity.low, high=quantity.high,
                earlier=other_event(context, span),
            )  # fmt: skip


def scores(context: Context) -> Iterator[Statement]:
    """Yield the result of a match: "beat Olmstead 3-1"."""
    text = context.text
    if ("-" not in text and "–" not in text) or not DECIDED.search(text):
        return
    for match in SCORE.finditer(text):
        span = context.doc.char_span(*match.span(), alignment_mode="expand")
        status, speaker = status_of(context, span.start, span.end)
        value = "-".join(figure(goals) for goals in match.groups() if goals)
        yield Statement(
            *match.span(),
            "score",
            value,
            "score",
            "score",
            status=status,
            attribution=speaker,
            earlier=earlier_time(context, span),
        )


def figure(goals: str) -> str:
    """Return a number of goals in figures."""
    return goals if goals.isdigit() else str(GOALS.index(goals.lower()))


def goals(context: Context) -> Iterator[Statement]:
    """Yield how often somebody scored, told in a word: "scored twice", "a hat-trick"."""
    text = context.text
    for match in re.finditer(r"(?i)\b(twice|brace|hat-trick|treble)\b", text):
        span = context.doc.char_span(*match.span(), alignment_mode="expand")
        verb = clause_verb(span.root)
        subject = mention_at(context, clause_subject(verb))
        scored = verb is not None and verb.lemma_ in {"score", "net", "hit", "strike", "complete"}
        if subject is not None and scored:
            n = TIMES_SCORED[match.group().lower()]
            yield Statement(
                *match.span(),
                "goals",
                n,
                "count",
                "scored",
                about="subject",
                unit="goal",
                low=float(n),
                high=float(n),
                subject=context.end_of(subject),
            )
