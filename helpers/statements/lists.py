"""Read lists of names: clients, competitors, investors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from helpers.statements.context import (
    VERBS,
    Context,
    Mention,
    Statement,
    clause_subject,
    clause_verb,
    mention_at,
)
from helpers.statements.cues import said
from helpers.statements.parties import called

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

INSTITUTIONS = frozenset(["government", "military", "army", "navy", "police", "parliament"])
LISTERS = frozenset(["like", "including", "as", "from", "for", "to", "with"])
STRICT_LISTERS = frozenset(["like", "including", "as", "think", "namely", ":"])


def listed(context: Context, token: Token, row: dict[str, str]) -> Iterator[Statement]:
    """Yield each name of a list: "services to companies including X and Y", "its rivals X and Y".

    The attribute of the cue says what those listed are: clients, competitors, investors.
    """
    doc, sentence = context.doc, token.sent
    strict = row["value"] == "strict"
    for i in range(token.i + 1, sentence.end - 1):
        word = doc[i]
        listers = STRICT_LISTERS if strict or i - token.i > 4 else LISTERS
        if row["attribute"] == "clients":
            listers = listers | {"from"}
        such = word.lower_ != "as" or doc[i - 1].lower_ == "such"
        direct = strict and i == token.i + 1 and token.tag_ == "NNS" and i in context.by_token
        if not direct and (word.lower_ not in listers or not such):
            continue
        found = names_in_list(context, i + (not direct), sentence.end)
        if len(found) < 2:
            continue
        owner = lister(context, token)
        for mention in found:
            if owner is None or mention.key != owner.key:
                yield said(
                    context,
                    mention.first,
                    mention.last,
                    row["attribute"],
                    with_noun(doc, mention),
                    row["attribute"],
                    about="org",
                    subject=context.end_of(owner),
                    named=context.end_of(mention),
                )
        return


def lister(context: Context, token: Token) -> Mention | None:
    """Return whose clients or rivals are listed: the subject of the verb, else the name before."""
    subject = mention_at(
        context, clause_subject(token if token.pos_ in VERBS else clause_verb(token))
    )
    before = [m for m in context.mentions if m.last <= token.i and not is_modifier(context.doc, m)]
    nearest = before[-1] if before else None
    return (subject or nearest) if token.pos_ in VERBS and token.tag_ != "VBG" else nearest


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


def backers(context: Context, token: Token) -> Iterator[Statement]:
    """Yield who backs a firm: "a Corvane-backed startup", "a startup backed by Corvane"."""
    doc, i = context.doc, token.i
    if doc[i - 1].text == "-":
        found = [m for m in context.names if m.last == i - 1]
        noun = doc[i + 1] if i + 1 < len(doc) else token
        beside = next((m for m in context.names if m.first == noun.i + 1), None)
        own = context.by_token.get(noun.i) or mention_at(context, noun)
        own = own if own is not None and own.form == "name" else beside
        owner = own or called(context, noun)
    elif i + 2 < len(doc) and doc[i + 1].lower_ == "by" and token.tag_ == "VBN":
        found = names_in_list(context, i + 2, token.sent.end)
        owner = mention_at(context, token.head if token.dep_ == "acl" else clause_subject(token))
        if owner is None and token.dep_ == "acl":
            owner = called(context, token.head)
    else:
        return
    for mention in found:
        if owner is not None and mention.key != owner.key:
            yield said(
                context, mention.first, i + 1 if mention.last < i else mention.last,
                "other:backer", mention.key, "backed by", about="org",
                subject=context.end_of(owner), named=context.end_of(mention),
            )  # fmt: skip
