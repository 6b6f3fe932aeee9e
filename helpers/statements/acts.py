"""Read what was done or not done, when it is done, and who leads what.

Which verbs say the same and which of their dates are asked for is data
(`lexicons/fact_verbs.csv`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from helpers.cues import read_cues
from helpers.statements.context import (
    NOUNS,
    SUBJECTS,
    VERBS,
    Context,
    Mention,
    Statement,
    clause_subject,
    clause_verb,
    mention_at,
)
from helpers.statements.cues import cues, earlier_time, said
from helpers.statements.nouns import common_noun
from helpers.statements.numbered import things
from helpers.statements.polarity import OPEN, firmness
from helpers.statements.status import ASSERTED, HEDGED, NEGATED, status_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

ACT = "act"
DATED = frozenset(["weekday", "date", "day of year", "month", "month of year", "quarter"])
LONG = frozenset(["year", "decade"])
BORN = "born"
# Words are said on many days, and whether somebody spoke is asked of nobody.
UNTOLD = frozenset(
    "say tell add report announce note write ask reply warn claim think know see show tweet post "
    "explain state speak go come get make take have do be give mean need want find call let put "
    "use feel like believe describe comment disclose respond mention specify expect hope".split()
)
FINANCED = frozenset(["round", "funding", "financing", "investor", "investment", "series", "raise"])
NUMBERED = re.compile(r"\b[Nn]umber (\d{1,3}) ([a-z]{3,20})\b")
TIMES = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
MOVES = frozenset(["transfer", "move", "switch", "signing", "basis", "deal"])


@cache
def verb_classes() -> dict[str, tuple[str, str]]:
    """Return by verb, with its particle or object where it needs one: class, name of the date."""
    return {row["verb"]: (row["class"], row["date"]) for row in read_cues("fact_verbs")}


@cache
def phrasal_verbs() -> frozenset[str]:
    """Return the verbs that have a class only with a particle, an object or a subject."""
    return frozenset(re.split("[ +]", key)[0] for key in verb_classes() if re.search("[ +]", key))


def verb_class(verb: Token) -> tuple[str, str]:
    """Return the class of a verb and what its date is called; itself and "" if it has none."""
    lemma = verb.lemma_.lower()
    phrased = lemma in phrasal_verbs()
    for child in verb.children:
        if child.dep_ == "acomp" or (phrased and child.dep_ in {"prt", "dobj", "prep"}):
            words = " ".join(t.lower_ for t in verb.doc[child.i : child.right_edge.i + 1][:2])
            for phrase in (words, child.lower_):
                for key in (f"{lemma} {phrase}", phrase if child.dep_ == "acomp" else ""):
                    if key in verb_classes():
                        return verb_classes()[key]
        if (
            phrased
            and child.dep_ in SUBJECTS
            and f"{lemma}+{child.lemma_.lower()}" in verb_classes()
        ):
            return verb_classes()[f"{lemma}+{child.lemma_.lower()}"]
    return verb_classes().get(lemma, (lemma, ""))


def acts(context: Context) -> Iterator[Statement]:
    """Yield whether something was done to something: "issued a warning", "no warning was issued".

    The story keeps those that one article denies and another states.
    """
    named = {i for m in context.names for i in range(m.first, m.last)}
    for token in context.tokens:
        if token.pos_ == "VERB" and token.i not in named:
            yield from done_to(context, token)
        elif token.lower_ == "no" and token.dep_ == "det" and token.head.dep_ == "pobj":
            preposition = token.head.head
            if preposition.lower_ == "with":
                yield act(context, preposition, token.head, "have", denied=True)
        elif token.lower_ == "without" and token.pos_ == "ADP":
            for thing in token.children:
                if thing.dep_ == "pobj" and thing.pos_ == "NOUN":
                    yield act(context, token, thing, "have", denied=True)


def done_to(context: Context, verb: Token) -> Iterator[Statement]:
    """Yield the statements of one verb: about its object, or its subject if it has none."""
    name = verb_class(verb)[0]
    if verb.lemma_.lower() in UNTOLD and name not in {"have", "take office"}:
        return
    if firmness(context, verb) == OPEN:
        return
    things = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and c.pos_ == "NOUN"]
    passive = any(c.dep_ == "nsubjpass" for c in verb.children)
    for thing in things:
        yield act(context, verb, thing, name, passive=passive)
        for inner in thing.children:
            if inner.dep_ == "relcl" and any(c.lower_ == "to" for c in inner.children):
                asked = f"{name} {inner.lemma_.lower()}"
                yield act(context, verb, thing, asked, passive=passive)
    for inner in verb.children:
        # "ordered schools to close"
        if inner.dep_ in {"ccomp", "xcomp"} and inner.pos_ == "VERB" and inner.i > verb.i:
            for thing in inner.children:
                if thing.dep_ == "nsubj" and thing.pos_ == "NOUN" and thing.i > verb.i:
                    yield act(context, verb, thing, f"{name} {inner.lemma_.lower()}")
            if things and inner.dep_ == "xcomp":
                yield act(
                    context, verb, things[0], f"{name} {inner.lemma_.lower()}", passive=passive
                )
    if not things and not any(c.dep_ == "dobj" for c in verb.children):
        for thing in verb.children:
            if thing.dep_ == "nsubj" and thing.pos_ == "NOUN":
                yield act(context, verb, thing, name, passive=True)


def act(
    context: Context,
    verb: Token,
    thing: Token,
    name: str,
    *,
    passive: bool = False,
    denied: bool = False,
) -> Statement:
    """Return that something is done to a thing, or that it is not."""
    kinds = [c.lemma_.lower() for c in thing.children if c.dep_ in {"compound", "amod"}]
    after = thing.nbor() if thing.i + 1 < len(thing.doc) else thing
    if after.head == thing and after.dep_ == "acl" and after.lower_.endswith("ing"):
        # "a tsunami warning" read as a tsunami that warns
        kinds, thing_i, noun = [*kinds, thing.lemma_.lower()], after.i, after.lower_
    else:
        thing_i, noun = thing.i, thing.lemma_.lower()
    first, last = min(verb.i, thing.i), max(verb.i, thing_i) + 1
    determiner = [c for c in thing.children if c.dep_ == "det" and c.lower_ == "no"]
    first = min([first, *(c.i for c in determiner)])
    what = " ".join([*kinds, common_noun(noun)])
    status, speaker = status_of(context, verb.i, verb.i + 1)
    if denied or determiner or status == NEGATED:
        status = NEGATED
    agent = None if passive else clause_subject(verb) if verb.pos_ in VERBS else None
    return said(
        context,
        first,
        last,
        f"other:{name} {what}",
        f"{name} {what}",
        ACT,
        status=status,
        attribution=speaker,
        subject=context.end_of(mention_at(context, agent)),
        earlier=earlier_time(context, context.doc[verb.i : verb.i + 1]),
    )


def dated_acts(context: Context) -> Iterator[Statement]:
    """Yield when somebody does something: "X plays on Sunday", "released on October 8"."""
    for quantity in context.quantities:
        if quantity.kind != "date" or quantity.unit not in DATED | LONG:
            continue
        span = context.span(quantity)
        verb = began_then(span)
        told_when = verb is not None
        verb = verb or clause_verb(span.root)
        if verb is None or not (told_when or follows(verb, span)):
            continue
        asked = verb_class(verb)[1]
        if quantity.unit in LONG and not (told_when and asked):
            continue
        told = any(row["rule"] == "event" for row in cues("verb").get(verb.lemma_.lower(), []))
        if (told and not asked) or (not asked and verb.lemma_ in UNTOLD):
            continue
        subject = clause_subject(verb)
        mention = mention_at(context, subject)
        noun = subject.lemma_.lower() if subject is not None and subject.pos_ == "NOUN" else ""
        noun = common_noun(noun)
        exact = quantity.unit in {"weekday", "date", "day of year"}
        if not asked and (mention is None or not exact or verb.pos_ == "AUX"):
            continue
        objects = [c for c in verb.children if c.dep_ in {"dobj", "prt"}]
        if not asked and any(c.dep_ == "nummod" for thing in objects for c in thing.children):
            continue
        things = [thing.lemma_.lower() for thing in objects]
        did = "birth" if verb.lower_ == BORN else verb.lemma_.lower()
        name = asked or " ".join([did, *things])
        yield Statement(
            quantity.start,
            quantity.end,
            f"date of {name}",
            quantity.value,
            "date",
            "dated act",
            about="subject",
            unit=quantity.unit,
            low=quantity.low,
            high=quantity.high,
            status=date_status(context, span),
            subject=context.end_of(mention),
            noun="" if "+" in name or name == "start of sales" else noun,
            earlier="" if quantity.unit == "year" else earlier_time(context, span),
        )


def began_then(span: Span) -> Token | None:
    """Return the verb of "in 1999, when the bridge opened", or None."""
    after = span.doc[span.end : span.end + 2]
    after = after[1:] if len(after) and after[0].text == "," else after[:1]
    when = len(after) and after[0].lower_ == "when" and after[0].head.pos_ in VERBS
    return after[0].head if when else None


def follows(verb: Token, span: Span) -> bool:
    """Tell whether a date hangs on the verb itself or on what it governs directly."""
    node = span.root
    for _ in range(4):
        if node == verb:
            return True
        node = node.head
    return False


def date_status(context: Context, span: Span) -> str:
    """Return the status of a date; what "will" be is scheduled, not doubted."""
    status = status_of(context, span.start, span.end)[0]
    verb = clause_verb(span.root)
    will = verb is not None and any(c.lower_ in {"will", "shall"} for c in verb.children)
    return ASSERTED if status == HEDGED and will else status


def borne_numbers(context: Context) -> Iterator[Statement]:
    """Yield the number that a thing bears ("the number 9 shirt") and how often it was delayed."""
    for match in NUMBERED.finditer(context.text):
        span = context.doc.char_span(*match.span(), alignment_mode="expand")
        n = float(match.group(1))
        noun = match.group(2)
        if noun in things():  # "the number 36 bus" says which one it is
            continue
        yield said(
            context, span.start, span.end, f"other:{noun} number", match.group(1), "bears a number",
            low=n, high=n,
        )  # fmt: skip
    for token in context.where(TIMES):
        verb = context.tokens[max(0, token.i - 1)]
        if verb.tag_ in {"VBN", "VBD"}:
            n, name = TIMES[token.lower_], verb_class(verb)[0]
            if verb.lemma_.lower() not in verb_classes() or (
                token.nbor().text if token.i + 1 < len(context.doc) else "."
            ) not in {",", ".", ";", ")", "and", "before", "from"}:
                continue
            subject = clause_subject(verb)
            yield said(
                context, verb.i, token.i + 1, f"times {name}", str(int(n)), "how often",
                about="subject", low=n, high=n, subject=context.end_of(mention_at(context, subject)),
            )  # fmt: skip


def transfers(context: Context) -> Iterator[Statement]:
    """Yield whether somebody moves on loan or for good."""
    for token in context.where(["loan", "permanent", "permanently"]):
        if token.lower_ == "loan":
            if token.i and token.nbor(-1).lower_ == "on":
                yield said(context, token.i - 1, token.i + 1, "transfer_type", "loan", "transfer")
        else:
            subject = clause_subject(clause_verb(token))
            above = {token.head.lemma_.lower(), subject.lemma_.lower() if subject else ""}
            if above & MOVES:
                yield said(context, token.i, token.i + 1, "transfer_type", "permanent", "transfer")


def leaders(context: Context) -> Iterator[Statement]:
    """Yield who leads a round of funding: "a round led jointly by X and Y", "led by investor X"."""
    doc = context.doc
    for token in context.where(["led"]):
        by = next((t for t in doc[token.i + 1 : token.i + 3] if t.lower_ == "by"), None)
        before = {t.lemma_.lower() for t in doc[max(token.sent.start, token.i - 6) : token.i]}
        if by is None or not before & FINANCED:
            continue
        for leader in named_in(context, by):
            yield said(
                context,
                token.i,
                leader.last,
                "lead_investor",
                leader.key,
                "led by",
                named=context.end_of(leader),
                earlier=earlier_time(context, doc[token.i : token.i + 1]),
            )


def named_in(context: Context, by: Token) -> list[Mention]:
    """Return the names that "by" governs, several if they are joined by "and"."""
    found: list[Mention] = []
    heads = [c for c in by.children if c.dep_ == "pobj"]
    while heads:
        head = heads.pop(0)
        mention = mention_at(context, head)
        found += [mention] if mention is not None and mention.form == "name" else []
        heads += [c for c in head.children if c.dep_ == "conj" and c.pos_ in NOUNS]
    return found
