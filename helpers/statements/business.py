"""Read facts about organisations: founders, clients, products, seat, independence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from helpers.statements.context import (
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
)
from helpers.statements.cues import said
from helpers.statements.parties import called
from helpers.statements.posts import end_of_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

MAX_PRODUCT = 8  # words
# What a company has and does, which is none of its products: "Meta's AI Strategy".
PARTS = frozenset(
    "strategy research development r&d team division unit board lab labs department office "
    "headquarters leadership management plan plans policy programme program business".split()
)
# Much is launched, started or set up; of these somebody is the founder.
STARTING = frozenset(["launch", "start", "set"])
BEGUN = frozenset("business company firm group enterprise venture startup".split())
# Words that say nothing of what is made.
ANY_PRODUCT = frozenset(
    "system systems product products service services technology technologies tool tools solution "
    "solutions thing things software hardware".split()
)


def founding(context: Context, verb: Token, row: dict[str, str]) -> Iterator[Statement]:
    """Yield who founded what: "Wang launched Scale AI", "X, founded by Y"."""
    targets = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    target = mention_at(context, targets[0]) if targets else None
    if target is None and verb.dep_ == "relcl":
        target = mention_at(context, verb.head)
    if target is None and verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"}:
        target = mention_at(context, verb.head) or before_comma(context, verb)
    if target is None or not begins(context, verb, target):
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


def begins(context: Context, verb: Token, target: Mention) -> bool:
    """Tell whether a verb that is said of much else is said of an organisation that begins."""
    if verb.lemma_ not in STARTING:
        return True
    firm = context.lemmas[target.last - 1] in BEGUN
    up = any(child.dep_ == "prt" and child.lower_ == "up" for child in verb.children)
    return (target.form == "name" or firm) and (up or verb.lemma_ != "set")


def before_comma(context: Context, verb: Token) -> Mention | None:
    """Return the mention right before the comma that a participle follows."""
    return next((m for m in context.mentions if m.last == verb.i - 1), None)


def products(context: Context, verb: Token, row: dict[str, str]) -> Iterator[Statement]:
    """Yield what an organisation makes or does: "specializes in data labeling"."""
    # "its ability to deliver steel"
    able = verb.dep_ == "acl"
    subject = actor(context, verb) if able else mention_at(context, clause_subject(verb))
    if subject is None or verb.tag_ == "VBN" and verb.dep_ != "ROOT":
        return
    things = [c for c in verb.children if c.dep_ == "dobj"] or misread(verb)
    if verb.lemma_.startswith("speciali"):
        things = [t for c in verb.children if c.lower_ == "in" for t in c.children]
    for thing in things[:1]:
        if thing.pos_ != "NOUN" or any(c.dep_ in {"poss", "nummod"} for c in thing.children):
            continue
        last = max([thing.i, *(c.right_edge.i for c in thing.children if c.dep_ in {"conj"})]) + 1
        first = min(
            [
                thing.i,
                *(c.left_edge.i for c in thing.lefts if c.dep_ in {"compound", "amod"}),
                *([thing.head.i] if thing.head.tag_ == "VBG" and thing.head != verb else []),
            ]
        )
        after = context.doc[last : last + 3]
        if [t.pos_ for t in after] == ["PUNCT", "ADJ", "NOUN"] and after[0].text == ",":
            # "high-quality, cheap steel" read as high quality
            last += 3
        value = context.doc[first:last].text.lower()
        if value in ANY_PRODUCT:
            continue
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


def misread(verb: Token) -> list[Token]:
    """Return the noun of "provides labeling services", where labeling was read as a verb."""
    after = verb.doc[verb.i + 1 : verb.i + 3]
    gerund = len(after) == 2 and after[0].tag_ == "VBG" and after[0].head == verb
    return [after[1]] if gerund and after[1].head == after[0] and after[1].dep_ == "dobj" else []


def provided(context: Context, token: Token, row: dict[str, str]) -> Iterator[Statement]:
    """Yield what a provider provides: "a data provider for AI models", "a leader in wind power"."""
    before = [c for c in token.lefts if c.dep_ == "compound"]
    link = next((c for c in token.rights if c.dep_ == "prep"), None)
    subject = called(context, token)
    if subject is None:
        return
    first, last, value = token.i, token.i + 1, ""
    if row["value"]:
        named = link is not None and link.lower_ == row["value"] and link.i == last
        if named and link.nbor().pos_ not in {"DET", "PRON", "NUM"}:
            first, last = link.i + 1, end_of_phrase(link)
            value = context.doc[first:last].text
    elif before and before[0].i not in context.by_token:
        first = before[0].i
        reach = next((c.right_edge.i + 1 for c in token.rights if c.lower_ == "for"), last)
        value = context.doc[first : token.i].text
        value += f" {context.doc[last:reach].text}" if link is not None and link.i == last else ""
    if value and len(value.split()) <= MAX_PRODUCT:
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
        if owner is not None and doc[mention.last - 1].lower_ not in PARTS:
            series = doc[mention.last : mention.last + 1].text == "series"
            yield said(
                context,
                mention.first,
                mention.last + series,
                "product",
                mention.key + " series" * series,
                "product of",
                about="org",
                subject=context.end_of(owner),
                named=context.end_of(mention),
            )


def quality(context: Context, token: Token, row: dict[str, str]) -> Iterator[Statement]:
    """Yield whether an organisation is said to stay independent or neutral."""
    owners = [c for c in token.children if c.dep_ == "poss"]
    subject = mention_at(context, owners[0]) if owners else actor(context, clause_verb(token))
    verb = clause_verb(token)
    if subject is None and verb is not None and verb.dep_ == "ccomp":
        # "its role means it is a neutral player"
        subject = actor(context, clause_verb(verb))
    if subject is None and any(c.lower_ in {"that", "this"} for c in token.children):
        earlier = [m for m in context.mentions if m.first < token.i]
        earlier = [m for m in earlier if context.doc[m.last - 1].pos_ in NOUNS]
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
    for token in context.where(["based", "headquartered"]):
        if doc[token.i + 1 : token.i + 2].text.lower() != "in":
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
