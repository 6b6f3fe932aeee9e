"""Read who takes over an office from whom, who leads, and to whom somebody reports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from helpers.statements.context import (
    Context,
    Statement,
    clause_subject,
    mention_at,
)
from helpers.statements.cues import said
from helpers.statements.offices import complement, office_in

if TYPE_CHECKING:
    from spacy.tokens import Token

SUCCESSION = frozenset(["helm", "reins", "role", "over", "charge", "job", "position"])


def succession(context: Context, verb: Token) -> Iterator[Statement]:
    """Yield who takes over an office, and how: "is taking the helm as CEO"."""
    doc = context.doc
    after = doc[verb.i + 1 : min(verb.i + 10, verb.sent.end)]
    words = {token.lower_ for token in after[:5]}
    stepping = verb.lemma_ == "step" and bool({"in", "up"} & words)
    if not (stepping or (verb.lemma_ == "take" and SUCCESSION & words)):
        return
    person = mention_at(context, clause_subject(verb))
    found = office_in(doc[verb.i + 2 : min(verb.i + 12, verb.sent.end)])
    if person is None or found is None or found[0].startswith(("role", "position", "job")):
        found = office_after(context, verb) if person is not None else None
        if found is None:
            return
    name, _, _, end = found
    yield said(
        context,
        verb.i,
        end,
        "successor_status",
        name.split(" of ")[0],
        "takes over",
        about="person",
        subject=context.end_of(person),
    )
    others = [m for m in context.names if verb.sent.start <= m.first and m.last <= verb.sent.end]
    orgs = [m for m in others if m is not person and m.key != person.key]
    earlier = [m for m in context.names if m.last <= verb.sent.start]
    org = (orgs or earlier or [None])[-1]
    first, last = (person.first, person.last)
    yield said(
        context,
        first,
        last,
        "successor",
        person.key,
        "takes over",
        about="org",
        subject=context.end_of(org),
        named=context.end_of(person),
    )


def office_after(context: Context, verb: Token) -> tuple[str, bool, int, int] | None:
    """Return the office after "the role of"."""
    doc = context.doc
    for token in doc[verb.i : min(verb.i + 8, verb.sent.end - 2)]:
        if token.lower_ in {"role", "position", "job"} and doc[token.i + 1].lower_ in {"of", "as"}:
            return office_in(doc[token.i + 2 : min(token.i + 9, verb.sent.end)])
    return None


def superior(context: Context, verb: Token) -> Iterator[Statement]:
    """Yield to whom somebody reports."""
    for child in verb.children:
        if child.lower_ != "to":
            continue
        boss = [m for m in context.names if child.i < m.first <= child.i + 5]
        person = mention_at(context, clause_subject(verb))
        if boss and person is not None:
            yield said(
                context,
                verb.i,
                boss[-1].last,
                "other:reports_to",
                boss[-1].key,
                "reports to",
                about="person",
                subject=context.end_of(person),
                named=context.end_of(boss[-1]),
            )


def at_the_helm(context: Context, token: Token) -> Iterator[Statement]:
    """Yield "with Wang at the helm of its AI strategy"."""
    before = [m for m in context.mentions if m.last <= token.i and m.last >= token.i - 3]
    if before:
        tail, end = complement(context.doc, token.i + 1, token.sent.end)
        yield said(
            context,
            token.i - 2,
            max(end, token.i + 1),
            "new_role",
            f"head{tail}",
            "at the helm",
            about="person",
            subject=context.end_of(before[-1]),
        )


def led_by(context: Context, token: Token) -> Iterator[Statement]:
    """Yield who leads an organisation "under" whom; the story tells whether it is a successor."""
    person = next((m for m in context.names if m.first in {token.i + 1}), None)
    before = [m for m in context.names if m.last <= token.i and token.sent.start <= m.first]
    if person is not None and before:
        yield said(
            context,
            token.i,
            person.last,
            "led_by",
            person.key,
            "under",
            about="org",
            subject=context.end_of(before[-1]),
            named=context.end_of(person),
        )
