"""Read what kind of deal a deal is called, and whether a stake has votes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from helpers.statements.context import (
    NOUNS,
    VERBS,
    Context,
    Statement,
    clause_subject,
    names_below,
)
from helpers.statements.cues import earlier_time, said
from helpers.statements.parties import deal_parties

if TYPE_CHECKING:
    from spacy.tokens import Token

WHOLE = frozenset(["full", "outright", "complete", "whole", "total"])
THIS = frozenset(["this", "the", "that", "its", "his", "their", "her"])


def deal_type(context: Context, token: Token, row: dict[str, str]) -> Iterator[Statement]:
    """Yield what kind of deal a word calls a deal: only with parties, a price or "this"."""
    value, first, last = row["value"], token.i, token.i + 1
    if token.pos_ in VERBS:
        stake = [c for c in token.children if c.dep_ == "dobj" and c.lemma_ in {"stake", "share"}]
        if stake or not buys_somebody(context, token):
            return
        parties = deal_parties(context, context.doc[first:last], token)
    else:
        if (
            token.tag_ == "NNS"
            or token.dep_ == "compound"
            and token.head.pos_ in NOUNS
            and token.head.i > token.i
        ):
            return
        near = list(names_below(context, token))
        parties = deal_parties(context, context.doc[first:last], token)
        determined = any(c.lower_ in THIS for c in token.children) and value != "deal"
        left, opening = token.left_edge.i, token.sent.start_char
        priced = any(
            left <= context.span(q).start < token.i + 4
            for q in context.quantities
            if q.kind in {"money", "percent"} and opening <= q.start
        )
        stake = value == "minority_stake"
        linked = any(m.form == "name" for m in (parties if stake else near))
        linked |= value == "merger" and len({m.key for m in parties if m.form == "name"}) > 1
        linked |= any(c.lower_ in WHOLE for c in token.children) and value == "acquisition"
        if not (linked or determined or priced):
            return
        if value == "minority_stake":
            value = stake_kind(context, token)
        if value == "acquisition" and follows_stake(context, token):
            value = "minority_stake"
        first, last = phrase_around(context, token)
    ends = [context.end_of(m) for m in parties[:2]] + [-1, -1]
    span = context.doc[token.i : token.i + 1]
    yield said(
        context,
        first,
        last,
        "deal_type",
        value,
        f"deal type: {row['word']}",
        about="deal",
        subject=ends[0],
        other=ends[1],
        earlier=earlier_time(context, span),
    )


def phrase_around(context: Context, token: Token) -> tuple[int, int]:
    """Return the words that say it: "a 49% stake", "investment in Scale AI", "this partnership"."""
    first, last = token.i, token.i + 1
    starts = [context.span(q).start for q in context.quantities if q.end <= token.idx]
    for start in starts[-1:]:
        gap = context.doc[start : token.i]
        if len(gap) <= 8 and start >= token.left_edge.i and not any(t.text == "," for t in gap):
            first = start
    if first == token.i and first > 0 and context.doc[first - 1].dep_ == "det":
        first -= 1
    linked = context.doc[last : last + 1].text in {"in", "of", "with"}
    following = [m for m in context.names if m.first == last + 1]
    return (first, following[0].last) if linked and following else (first, last)


def buys_somebody(context: Context, verb: Token) -> bool:
    """Tell whether a verb of dealing has a name as what is dealt with."""
    for child in verb.children:
        if child.dep_ in {"dobj", "nsubjpass"} or (
            child.dep_ in {"prep", "agent"} and child.lower_ in {"in", "with", "by"}
        ):
            targets = [child] if child.pos_ != "ADP" else [c for c in child.children]
            for target in targets:
                mention = context.by_token.get(target.i)
                if mention is not None and mention.form == "name":
                    return True
    if verb.lemma_ == "merge":
        # "X and Y will merge"
        subject = clause_subject(verb)
        joined = [c for c in subject.children if c.dep_ == "conj"] if subject is not None else []
        return any(other.i in context.by_token for other in joined)
    return verb.tag_ == "VBN" and verb.dep_ == "acl" and verb.head.i in context.by_token


def stake_kind(context: Context, token: Token) -> str:
    """Return minority_stake, majority_stake or acquisition, by the percentage before a stake."""
    shares = [
        float(q.value)
        for q in context.quantities
        if q.kind == "percent"
        and 0 <= token.idx - q.end < 40
        and q.value.replace(".", "").isdigit()
    ]
    majority = any(c.lower_ in {"majority", "controlling"} for c in token.children)
    if (shares and shares[-1] > 50) or majority:
        return "acquisition" if shares and shares[-1] >= 100 else "majority_stake"
    return "minority_stake"


def follows_stake(context: Context, token: Token) -> bool:
    """Tell whether "this acquisition" takes up a stake of the sentence before."""
    if not any(child.lower_ in {"this", "the"} for child in token.children):
        return False
    before = context.doc[max(0, token.i - 30) : token.i]
    return any(word.lemma_ in {"stake", "shareholding"} for word in before)


def voting_power(context: Context) -> Iterator[Statement]:
    """Yield whether a stake has votes: "no voting power", "non-voting"."""
    doc = context.doc
    for token in context.where(["voting", "votes"]):
        before = [t.lower_ for t in doc[max(0, token.i - 2) : token.i]]
        after = doc[token.i + 1].lemma_.lower() if token.i + 1 < len(doc) else ""
        if before[-2:] == ["non", "-"] or before[-1:] == ["nonvoting"]:
            first, last, value = token.i - 2, token.i + 1, "none"
        elif after in {"power", "right", "control"}:
            first, last = token.i, token.i + 2
            value = "none" if {"no", "without"} & set(before) else "some"
            first -= value == "none"
        else:
            continue
        parties = deal_parties(context, doc[first:last], doc[last - 1])
        ends = [context.end_of(m) for m in parties[:2]] + [-1, -1]
        made = said(
            context,
            first,
            last,
            "voting_power",
            value,
            "voting power",
            about="deal",
            subject=ends[0],
            other=ends[1],
        )
        yield replace(made, status="asserted" if made.status == "negated" else made.status)


def without_loose_purchases(facts: list[tuple]) -> list[tuple]:
    """Leave out that an article says "buys" of a deal in which it tells of a majority stake.

    "X buys Y" is said of 60 per cent as well; a stake is the more exact word.
    """
    exact = {(f[0], f[5]) for f in facts if f[6:8] == ("deal_type", "majority_stake")}
    loose = ("deal_type", "acquisition")
    return [f for f in facts if f[6:8] != loose or (f[0], f[5]) not in exact]
