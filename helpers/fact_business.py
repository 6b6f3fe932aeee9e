"""Read facts about organisations: founders, clients, products, seat, independence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from helpers.fact_context import (
    SUBJECTS,
    VERBS,
    Context,
    Mention,
    Statement,
    actor,
    clause_subject,
    clause_verb,
    mention_at,
)
from helpers.fact_cues import said

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

INSTITUTIONS = frozenset(["government", "military", "army", "navy", "police", "parliament"])
LISTERS = frozenset(["like", "including", "as", "from", "for", "to", "with"])
STRICT_LISTERS = frozenset(["like", "including", "as"])


def founding(context: Context, verb: Token, row: dict[str, str]) -> Iterator[Statement]:
    """Yield founder and founding year: "Wang launched Scale AI in 2016", "X, founded in 1974"."""
    targets = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    target = mention_at(context, targets[0]) if targets else None
    if target is None and verb.dep_ == "relcl":
        target = mention_at(context, verb.head)
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
