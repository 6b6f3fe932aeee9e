"""Read facts from words: kinds of deal, founders, clients, products, places, dates, outcomes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from helpers.cues import read_cues
from helpers.fact_context import (
    NOUNS,
    SUBJECTS,
    VERBS,
    Context,
    Mention,
    Statement,
    actor,
    clause_subject,
    clause_verb,
    mention_at,
    names_below,
)
from helpers.fact_numbers import deal_parties, earlier_time
from helpers.fact_status import status_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

INSTITUTIONS = frozenset(["government", "military", "army", "navy", "police", "parliament"])
LISTERS = frozenset(["like", "including", "as", "from", "for", "to", "with"])
STRICT_LISTERS = frozenset(["like", "including", "as"])
# "at" and "from" name one site; "in" and "near" may name a town or its country.
SITES = frozenset(["at", "from"])
PLACE_WORDS = frozenset(["in", "near", "at", "from", "outside"])
CONTESTS = frozenset(
    "election match game final race vote case title championship battle trial poll contest".split()
)
WHOLE = frozenset(["full", "outright", "complete", "whole", "total"])
THIS = frozenset(["this", "the", "that", "its", "his", "their", "her"])


@cache
def cues(pos: str) -> dict[str, list[dict[str, str]]]:
    """Return the rows of the cue list for a part of speech, by word."""
    table: dict[str, list[dict[str, str]]] = {}
    for row in read_cues("fact_words"):
        if row["pos"] == pos:
            table.setdefault(row["word"], []).append(row)
    return table


def word_facts(context: Context) -> Iterator[Statement]:
    """Yield the statements that single words announce, left to right."""
    rules = {
        "deal": deal_type,
        "founds": founding,
        "serves": clients,
        "makes": products,
        "provider": provided,
        "quality": quality,
        "outcome": outcome,
        "event": happening,
    }
    named = {i for m in context.names for i in range(m.first, m.last)}
    for token in context.doc:
        if token.i in named:
            continue
        pos = "verb" if token.pos_ in VERBS else "adj" if token.pos_ == "ADJ" else "noun"
        word = "go-to" if token.lower_ == "go" and is_go_to(token) else token.lemma_.lower()
        for row in cues("noun" if word == "go-to" else pos).get(word, []):
            if row["rule"] in rules:
                yield from rules[row["rule"]](context, token, row)
    yield from voting_power(context)
    yield from possessed_products(context)
    yield from seats_of_business(context)


def is_go_to(token: Token) -> bool:
    """Tell "a go-to for", which the tokenizer takes apart."""
    return [t.lower_ for t in token.doc[token.i + 1 : token.i + 3]] == ["-", "to"]


def said(
    context: Context,
    first: int,
    last: int,
    attribute: str,
    value: str,
    rule: str,
    **changes: object,
) -> Statement:
    """Return a statement in tokens `first` to `last`, with the status of its words."""
    status, speaker = status_of(context, first, last)
    span = context.doc[first:last]
    fields = {"status": status, "attribution": speaker, "earlier": ""} | changes
    return Statement(span.start_char, span.end_char, attribute, value, "words", rule, **fields)


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
        priced = any(
            token.left_edge.i <= context.span(q).start < token.i + 4
            for q in context.quantities
            if q.kind in {"money", "percent"} and token.sent.start_char <= q.start
        )
        stake = value == "minority_stake"
        linked = any(m.form == "name" for m in (parties if stake else near))
        linked |= any(c.lower_ in WHOLE for c in token.children) and value == "acquisition"
        if not (linked or determined or priced):
            return
        if value == "minority_stake":
            value = stake_kind(context, token)
        if value == "acquisition" and follows_stake(context, token):
            value = "minority_stake"
        first = token.i - sum(1 for c in token.lefts if c.i == token.i - 1)
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


def buys_somebody(context: Context, verb: Token) -> bool:
    """Tell whether a verb of dealing has a name as what is dealt with."""
    for child in verb.children:
        if child.dep_ in {"dobj", "nsubjpass"} or (
            child.dep_ in {"prep", "agent"} and child.lower_ in {"in", "with", "by"}
        ):
            targets = [child] if child.dep_ != "prep" else [c for c in child.children]
            for target in targets:
                mention = context.by_token.get(target.i)
                if mention is not None and mention.form == "name":
                    return True
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


def founding(context: Context, verb: Token, row: dict[str, str]) -> Iterator[Statement]:
    """Yield founder and founding year: "Wang launched Scale AI in 2016", "X, founded in 1974"."""
    targets = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    target = mention_at(context, targets[0]) if targets else None
    if target is None and verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"}:
        target = mention_at(context, verb.head) or before_comma(context, verb)
    if target is None or (row["word"] in {"launch", "start"} and target.form != "name"):
        return
    end = context.end_of(target)
    agents = [c for c in verb.children if c.dep_ in SUBJECTS - {"nsubjpass"}]
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            agents += list(child.children)
    role = "co-founder" if row["word"].startswith("co") else "founder"
    person = next(filter(None, (mention_at(context, agent) for agent in agents)), None)
    if person is None and verb.dep_ in {"pcomp", "advcl"}:
        person = mention_at(context, clause_subject(verb))
    if person is not None and person is not target:
        yield said(
            context,
            verb.i,
            max(verb.i + 1, min(target.last, verb.i + 6)),
            "founder_role",
            role,
            "founder",
            about="person",
            subject=context.end_of(person),
            other=end,
        )
    for quantity in context.quantities:
        span = context.span(quantity)
        dated = quantity.kind == "date" and quantity.unit in {"year", "month", "date"}
        if dated and 0 < span.start - verb.i < 10 and clause_verb(span.root) == verb:
            yield said(
                context,
                verb.i,
                span.end,
                "founded_year",
                quantity.value[:4],
                "founded in",
                about="org",
                subject=end,
                unit="year",
                low=float(quantity.value[:4]),
                high=float(quantity.value[:4]),
            )


def before_comma(context: Context, verb: Token) -> Mention | None:
    """Return the mention right before the comma that a participle follows."""
    return next((m for m in context.mentions if m.last == verb.i - 1), None)


def clients(context: Context, token: Token, row: dict[str, str]) -> Iterator[Statement]:
    """Yield each name of a list of those served: "services to companies including X and Y"."""
    doc, sentence = context.doc, token.sent
    strict = token.lemma_ in {"provide", "work", "partner"}
    for i in range(token.i + 1, sentence.end - 1):
        word = doc[i]
        listers = STRICT_LISTERS if strict or i - token.i > 4 else LISTERS
        such = word.lower_ != "as" or doc[i - 1].lower_ == "such"
        if word.lower_ not in listers | {"from"} or not such:
            continue
        listed = names_in_list(context, i + 1, sentence.end)
        if len(listed) < 2:
            continue
        subject = mention_at(
            context, clause_subject(token if token.pos_ in VERBS else clause_verb(token))
        )
        before = [m for m in context.mentions if m.last <= token.i and not is_modifier(doc, m)]
        nearest = before[-1] if before else None
        owner = (subject or nearest) if token.pos_ in VERBS and token.tag_ != "VBG" else nearest
        for mention in listed:
            if owner is None or mention.key != owner.key:
                yield said(
                    context,
                    mention.first,
                    mention.last,
                    "clients",
                    with_noun(doc, mention),
                    "clients",
                    about="org",
                    subject=context.end_of(owner),
                    named=context.end_of(mention),
                )
        return


def is_modifier(doc: Doc, mention: Mention) -> bool:
    """Tell whether a name is only the first half of a word: "a Y Combinator-backed startup"."""
    return doc[mention.last : mention.last + 1].text == "-"


def with_noun(doc: Doc, mention: Mention) -> str:
    """Return a name with the noun that makes it an institution: "U.S. government"."""
    after = doc[mention.last : mention.last + 1].text
    return f"{mention.key} {after}" if after in INSTITUTIONS else mention.key


def names_in_list(context: Context, start: int, end: int) -> list[Mention]:
    """Return the names of the list that starts at a token: X, Y, and (even) Z."""
    found: list[Mention] = []
    at = start
    for mention in context.names:
        if mention.first < start or mention.first >= end:
            continue
        between = context.doc[at : mention.first]
        fillers = {",", "and", "or", "the", "even", "also", "as", "well", "tech", "giants"}
        if any(token.lower_ not in fillers for token in between):
            break
        found.append(mention)
        at = mention.last
    return found


def products(context: Context, verb: Token, row: dict[str, str]) -> Iterator[Statement]:
    """Yield what an organisation makes or does: "specializes in data labeling"."""
    subject = mention_at(context, clause_subject(verb))
    if subject is None or verb.tag_ == "VBN" and verb.dep_ != "ROOT":
        return
    things = [c for c in verb.children if c.dep_ == "dobj"]
    if verb.lemma_.startswith("speciali"):
        things = [t for c in verb.children if c.lower_ == "in" for t in c.children]
    for thing in things[:1]:
        if thing.pos_ != "NOUN" or any(c.dep_ in {"poss", "nummod"} for c in thing.children):
            continue
        last = max([thing.i, *(c.right_edge.i for c in thing.children if c.dep_ in {"conj"})]) + 1
        first = min(
            [
                thing.i,
                *(c.i for c in thing.children if c.dep_ in {"compound", "amod"} and c.i < thing.i),
            ]
        )
        value = context.doc[first:last].text.lower()
        yield said(
            context,
            first,
            last,
            "product",
            value,
            f"product: {verb.lemma_}",
            about="org",
            subject=context.end_of(subject),
        )


def provided(context: Context, token: Token, row: dict[str, str]) -> Iterator[Statement]:
    """Yield what a provider provides: "a data provider for AI models"."""
    before = [c for c in token.lefts if c.dep_ == "compound"]
    subject = mention_at(context, clause_subject(clause_verb(token)))
    if subject is None:
        earlier = [m for m in context.mentions if token.sent.start <= m.first < token.i]
        subject = earlier[-1] if earlier else None
    if before and subject is not None and before[0].i not in context.by_token:
        first, last = before[0].i, token.i + 1
        tail = context.doc[last : last + 1].text
        reach = next((c.right_edge.i + 1 for c in token.rights if c.lower_ == "for"), last)
        value = context.doc[first : token.i].text
        value += f" {context.doc[last:reach].text}" if tail == "for" else ""
        yield said(
            context,
            first,
            last,
            "product",
            value,
            "provider of",
            about="org",
            subject=context.end_of(subject),
        )


def quality(context: Context, token: Token, row: dict[str, str]) -> Iterator[Statement]:
    """Yield whether an organisation is said to stay independent or neutral."""
    owners = [c for c in token.children if c.dep_ == "poss"]
    subject = mention_at(context, owners[0]) if owners else actor(context, clause_verb(token))
    if subject is None and any(c.lower_ in {"that", "this"} for c in token.children):
        earlier = [m for m in context.mentions if m.first < token.i]
        subject = earlier[-1] if earlier else None
    if subject is not None:
        yield said(
            context,
            token.i,
            token.i + 1,
            row["attribute"],
            row["value"],
            "independence",
            about="org",
            subject=context.end_of(subject),
        )


def possessed_products(context: Context) -> Iterator[Statement]:
    """Yield things named as somebody's: "OpenAI's ChatGPT", "its Llama models"."""
    doc = context.doc
    for mention in context.names:
        i = mention.first - 1
        while i > 0 and doc[i].pos_ in {"ADJ"}:
            i -= 1
        owner = context.by_token.get(i - 1) if i > 0 and doc[i].text == "'s" else None
        if owner is None and i >= 0 and doc[i].lower_ == "its":
            owner = context.by_token.get(i)
        if owner is not None:
            yield said(
                context,
                mention.first,
                mention.last,
                "product",
                mention.key,
                "product of",
                about="org",
                subject=context.end_of(owner),
                named=context.end_of(mention),
            )


def voting_power(context: Context) -> Iterator[Statement]:
    """Yield whether a stake has votes: "no voting power", "non-voting"."""
    doc = context.doc
    for token in doc:
        if token.lower_ not in {"voting", "votes"}:
            continue
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


def seats_of_business(context: Context) -> Iterator[Statement]:
    """Yield where an organisation has its seat: "X, based in Denver"."""
    doc = context.doc
    for token in doc[:-2]:
        if token.lower_ not in {"based", "headquartered"} or doc[token.i + 1].lower_ != "in":
            continue
        place = next((m for m in context.names if m.first == token.i + 2), None)
        subject = mention_at(
            context, clause_subject(token if token.pos_ in VERBS else clause_verb(token))
        )
        owner = before_comma(context, token) or subject
        if place is not None and owner is not None:
            yield said(
                context,
                token.i,
                place.last,
                "headquarters",
                place.key,
                "based in",
                about="org",
                subject=context.end_of(owner),
                named=context.end_of(place),
            )


def outcome(context: Context, token: Token, row: dict[str, str]) -> Iterator[Statement]:
    """Yield how something ended, where the list names the opposite too."""
    if row["attribute"] == "other:remedy":
        subject = None
    else:
        subject = mention_at(
            context, clause_subject(token if token.pos_ in VERBS else clause_verb(token))
        )
    objects = {c.lemma_.lower() for c in token.children if c.dep_ == "dobj"}
    ended = row["attribute"] in {"other:landing", "other:result"}
    contest = row["attribute"] == "other:result" and objects & CONTESTS
    if ended and objects and not contest and token.lemma_ not in {"beat", "defeat"}:
        return
    about = (
        "event"
        if subject is None
        or row["attribute"] in {"other:appeal", "other:landing", "other:approval"}
        else "subject"
    )
    value = row["value"]
    yield said(
        context,
        token.i,
        token.i + 1,
        row["attribute"],
        value,
        f"outcome: {row['word']}",
        about=about,
        subject=context.end_of(subject),
        earlier=earlier_time(context, context.doc[token.i : token.i + 1]),
    )


def happening(context: Context, verb: Token, row: dict[str, str]) -> Iterator[Statement]:
    """Yield the date and the place of an event: "the quake struck near Kelmar on Monday"."""
    for quantity in context.quantities:
        span = context.span(quantity)
        if quantity.kind not in {"date", "time"} or clause_verb(span.root) != verb:
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
