"""Read who chairs a jury, an inquiry or a panel: "jury president X", "the inquiry under X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from helpers.fact_ages import has_verb
from helpers.fact_context import Context, Mention, Statement, clause_subject, mention_at
from helpers.fact_naming import AUTHOR
from helpers.fact_phrases import named_before_who
from helpers.fact_roles import FORMER
from helpers.fact_titles import beside

if TYPE_CHECKING:
    from spacy.tokens import Token

CHAIR = "chair"
NEAR = 3  # words between a title and the name that explains it
CHAIRS = frozenset("president chair chairman chairwoman chairperson head foreman forewoman".split())
# Bodies that are called together for one matter, and have one who chairs them.
BODIES = frozenset(
    "jury inquiry enquiry panel committee commission tribunal inquest hearing review investigation "
    "probe talks summit conference meeting delegation mission session".split()
)


def chairs(context: Context) -> Iterator[Statement]:
    """Yield who is called the chair of a body, presides over it, or whom it is said to be under."""
    for token in context.where(CHAIRS):
        body = body_of(token)
        if body is not None:
            found = beside(context, token)
            person = apposed(context, token) or (found[0] if found is not None else None)
            yield from told(context, person, body)
    for token in context.where(["over"]):
        if token.head.lemma_ == "preside":
            verb = token.head
            who = named_before_who(context, verb) or clause_subject(verb)
            yield from told(context, mention_at(context, who), governed(token))
    for token in context.where(["under"]):
        before = token.nbor(-2) if token.i > 1 and token.nbor(-1).text == "," else token.head
        yield from told(context, mention_at(context, governed(token)), before)


def governed(link: Token) -> Token | None:
    """Return what a preposition governs."""
    return next((child for child in link.children if child.dep_ == "pobj"), None)


def apposed(context: Context, title: Token) -> Mention | None:
    """Return the name that explains a title: "the jury president, Italian director Paolo Ferrini"."""
    doc, first = context.doc, title.i + 2
    if doc[title.i + 1 : first].text != ",":
        return None
    near = [m for m in context.names if first <= m.first <= first + NEAR]
    near = [m for m in near if m.last - m.first > 1 and not has_verb(doc[first : m.first])]
    return near[0] if near else None


def body_of(title: Token) -> Token | None:
    """Return the body that a title is of: "jury president", "chair of the inquiry"."""
    former = any(child.lower_ in FORMER for child in title.children)
    links = [c for c in title.children if c.lower_ == "of"]
    near = [c for c in title.children if c.dep_ == "compound"]
    near += [c for link in links for c in link.children if c.dep_ == "pobj"]
    return next((c for c in near if c.lemma_.lower() in BODIES and not former), None)


def told(context: Context, person: Mention | None, body: Token | None) -> Iterator[Statement]:
    """Yield the statement of who chairs a body, if a name tells it."""
    noun = body.lemma_.lower() if body is not None else ""
    if person is not None and person.form == "name" and noun in BODIES:
        span = context.doc[person.first : person.last]
        yield Statement(
            span.start_char, span.end_char, CHAIR, span.text, "words", AUTHOR,
            named=context.end_of(person), around=noun,
        )  # fmt: skip
