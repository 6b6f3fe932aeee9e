"""Tell whom a statement is about: the parties of a deal, the owner of a measured value."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from helpers.statements.context import (
    NOUNS,
    VERBS,
    Context,
    Mention,
    Statement,
    clause_subject,
    clause_verb,
    mention_at,
    names_below,
)

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


# Verbs whose object has what is measured: "sentenced X to five years", "values X at".
FROM = frozenset(["from", "near", "outside"])
RECEIVED = frozenset(["value", "sentence", "jail", "imprison", "ban", "suspend"])


def owner(context: Context, span: Span, trigger: Token | None) -> tuple[Mention | None, str]:
    """Return who or what a measured value belongs to: a mention, and the noun it is called."""
    gapped = [m for m in context.names if m.last == span.start and m.first > span.sent.start]
    if gapped and context.doc[gapped[0].first - 1].text in {",", "and", ";"}:
        return gapped[0], ""
    heads = [word for word in (trigger, span.root, span.root.head) if word is not None]
    candidates = [t for word in heads for t in owners_of(word, {"of"}) if t not in span]
    verb = span.root if span.root.pos_ in VERBS else clause_verb(span.root)
    if trigger is not None and trigger.lemma_ in RECEIVED and trigger.pos_ in VERBS:
        candidates += [c for c in trigger.children if c.dep_ == "dobj" and c not in span]
    subject = clause_subject(verb)
    if subject is not None:
        candidates += [subject, *owners_of(subject, {"of", "from"})]
    candidates += [
        t for word in heads for t in owners_of(word, {"for", "at", "by", "from"}) if t not in span
    ]
    for word in candidates:
        mention = mention_at(context, word)
        if word == trigger or word in span or leads(context, mention):
            continue
        if mention is not None and not (mention.first < span.end and span.start < mention.last):
            noun = word.lemma_.lower() if word.pos_ == "NOUN" else ""
            return mention, noun
    nouns = [w.lemma_.lower() for w in candidates if w.pos_ == "NOUN" and w not in span]
    if nouns:
        return None, nouns[0]
    before = [m for m in context.names if m.last <= span.start and span.sent.start <= m.first]
    before = [m for m in before if not leads(context, m)]
    return (before[-1] if before else None), ""


def leads(context: Context, mention: Mention | None) -> bool:
    """Tell whether a name only leads, backs or tells what is spoken of: "led by X"."""
    if mention is None or mention.first < 2:
        return False
    before = context.doc[mention.first - 2 : mention.first]
    if before[0].lower_ == "according":
        return True
    return before[1].lower_ == "by" and before[0].lower_ in {"led", "backed"}


def owners_of(word: Token, prepositions: set[str]) -> list[Token]:
    """Return the possessors of a word and what follows it after one of the prepositions."""
    found = [meant(child) for child in word.children if child.dep_ == "poss"]
    for child in word.children:
        if child.dep_ == "prep" and child.lower_ in prepositions:
            found += [below for below in child.children if below.dep_ == "pobj"]
    return found


def meant(owner: Token) -> Token:
    """Return the noun that "whose" stands for: "Ferra, whose sales fell"; other words as they are."""
    verb = clause_verb(owner) if owner.tag_ == "WP$" else None
    return verb.head if verb is not None and verb.dep_ == "relcl" else owner


def deal_parties(context: Context, span: Span, trigger: Token | None) -> list[Mention]:
    """Return the parties of the deal that a quantity or word is about, the active one first."""
    head = trigger if trigger is not None else span.root
    found: list[Mention] = list(names_below(context, head)) if head.pos_ in NOUNS else []
    verb = head if head.pos_ in VERBS else clause_verb(head)
    if verb is not None and len({m.key for m in found if m.form == "name"}) < 2:
        subject = clause_subject(verb)
        if subject is not None:
            found += [m for m in (mention_at(context, subject),) if m is not None]
            found += names_below(context, subject)
        found += [
            m
            for m in context.within(verb.left_edge.i, verb.right_edge.i + 1)
            if not crosses_clause(context, head, m) and not leads(context, m)
        ]
    seen: dict[str, Mention] = {}
    for mention in (mention for mention in found if not says_where(context, mention)):
        seen.setdefault(mention.key if mention.form == "name" else f"{mention.first}", mention)
    named = [m for m in seen.values() if m.form == "name"]
    if not named and verb is not None and verb.dep_ == "advcl" and verb.head.pos_ in VERBS:
        # "invested in Gribsk, taking a stake"
        return deal_parties(context, context.doc[verb.head.i : verb.head.i + 1], verb.head)
    rest = [m for m in seen.values() if m.form != "name"]
    return [*named, *rest] if len(named) != 1 else [*named, *rest][:2]


def says_where(context: Context, mention: Mention) -> bool:
    """Tell whether a name only says whence somebody is: "Spain's Ferra", "a group from Leeds".

    Nor is a name in brackets a party: "Ferra (BME: FER)".
    """
    root = context.doc[mention.first : mention.last].root
    before = context.doc[mention.first - 1].text if mention.first else ""
    if root.pos_ == "ADJ" or before in {"(", ":"}:
        return True
    if root.dep_ == "poss" and root.head.i in context.by_token:
        return context.by_token[root.head.i] != mention
    if root.dep_ in {"appos", "conj"} and root.head.dep_ == "pobj":  # "from Leeds, England"
        root = root.head
    return root.dep_ == "pobj" and root.head.lower_ in FROM and root.head.head.pos_ in NOUNS


def crosses_clause(context: Context, head: Token, mention: Mention) -> bool:
    """Tell whether another finite clause lies between a word and a mention."""
    low, high = sorted((head.i, mention.first))
    between = context.doc[low + 1 : high]
    return any(token.text in {";", ":"} for token in between) or (
        sum(token.dep_ in {"conj", "advcl"} and token.pos_ in VERBS for token in between) > 0
    )


def called(context: Context, token: Token) -> Mention | None:
    """Return who is called what a noun says: "X emerged as a leader", "turned X into a leader"."""
    noun = token
    while noun.dep_ in {"compound", "amod", "appos"} and noun.head.pos_ in NOUNS:
        noun = noun.head
    verb = clause_verb(noun)
    if verb is not None and noun.head.lower_ in {"into", "from"}:
        turned = next((c for c in verb.children if c.dep_ == "dobj"), None)
        if turned is not None:
            return mention_at(context, turned)
    subject = mention_at(context, clause_subject(verb))
    earlier = [m for m in context.mentions if token.sent.start <= m.first < token.i]
    return subject or (earlier[-1] if earlier else None)


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
