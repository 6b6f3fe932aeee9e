"""Read what somebody was before, and what somebody founded."""

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
    clause_subject,
    clause_verb,
    mention_at,
)
from helpers.statements.cues import said
from helpers.statements.offices import office_in
from helpers.statements.posts import end_of_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

TRAINED = frozenset(
    "student engineer dropout graduate lawyer banker teacher judge doctor soldier journalist "
    "consultant professor alumnus analyst economist actor footballer officer executive".split()
)
PAST = frozenset(["former", "formerly", "stint", "stints", "experience", "early"])
SCHOOLED = frozenset(["dropout", "graduate", "alumnus"])
RICH = frozenset(["billionaire", "millionaire", "multimillionaire", "multibillionaire"])
EARLIER = frozenset(["prior", "previous", "past", "earlier"])
DESCRIBING = PAST | SCHOOLED | RICH | EARLIER | {"focus"}
WORK = frozenset("work collaboration experience career job stint employment post service".split())
MAX_FOCUS = 8  # words


def described(context: Context, token: Token) -> Iterator[Statement]:
    """Yield what one word says of somebody's past, wealth or aim."""
    word = token.lower_
    if word in PAST or token.lemma_.lower() in SCHOOLED:
        yield from background(context, token)
    elif word in RICH:
        yield from wealth(context, token)
    elif word in EARLIER and token.dep_ == "amod":
        yield from earlier_work(context, token)
    elif token.lemma_.lower() == "focus":
        yield from focus(context, token)


def background(context: Context, token: Token) -> Iterator[Statement]:
    """Yield what somebody was before: "a former MIT student", "stints at Uber and Benchmark"."""
    doc, sentence = context.doc, token.sent
    person = described_person(context, token)
    if person is None:
        return
    if token.lower_ in {"stint", "stints", "experience"}:
        at = next((t.i for t in doc[token.i + 1 : token.i + 3] if t.lower_ in {"at", "with"}), None)
        for mention in context.names if at is not None else ():
            if at < mention.first < min(at + 10, sentence.end):
                yield said(
                    context,
                    mention.first,
                    mention.last,
                    "background",
                    mention.key,
                    "worked at",
                    about="person",
                    subject=context.end_of(person),
                    named=context.end_of(mention),
                )
        return
    last = token.i + 1
    while last < sentence.end and doc[last].text not in {",", ".", ";", "and", "has", "was", "is"}:
        last += 1
    phrase = doc[token.i : last]
    first = token.i
    if token.lemma_.lower() in {"dropout", "graduate", "alumnus"}:
        first = token.left_edge.i + (token.left_edge.dep_ == "det")
        phrase, last = doc[first : token.i + 1], token.i + 1
    office = office_in(phrase)
    trained = any(word.lemma_.lower() in TRAINED for word in phrase)
    if not (office or trained) or any(
        m.first < last and first < m.last and m.key == person.key for m in context.names
    ):
        return
    value = office[0] if office and token.lower_.startswith("former") else phrase.text
    yield said(
        context,
        first,
        last,
        "background",
        value,
        "former",
        about="person",
        subject=context.end_of(person),
    )


def described_person(context: Context, token: Token) -> Mention | None:
    """Return who a description in apposition or before a name is about."""
    head = token
    while (
        head.head is not head
        and head.head.pos_ in NOUNS
        and head.dep_ in {"amod", "compound", "conj", "advmod", "appos"}
    ):
        head = head.head
    possessor = [c for c in token.children if c.dep_ == "poss"]
    dashed = [
        m
        for m in context.mentions
        if token.sent.start <= m.first < token.i and context.doc[m.last : m.last + 1].text == "'s"
    ]
    if token.lower_ in {"stint", "stints", "experience"}:
        near = mention_at(context, possessor[0]) if possessor else None
        return near or (dashed[-1] if dashed else None)
    mention = context.by_token.get(head.i)
    if mention is not None and mention.form == "name":
        return mention
    after = [m for m in context.names if m.first > token.i]
    before = [m for m in context.names if m.last == token.i - 1 or m.last == token.i - 2]
    if before and context.doc[before[-1].last].text == ",":
        return before[-1]
    opening = context.doc[token.sent.start : token.i]
    if not any(word.pos_ in VERBS or word.text == "," for word in opening):
        comma = next((t.i for t in token.sent if t.text == "," and t.i > token.i), None)
        return next((m for m in after if comma is not None and m.first == comma + 1), None)
    return None


def titled_founder(context: Context, token: Token) -> Iterator[Statement]:
    """Yield "the co-founder of Scale AI", "the Scale AI founder"."""
    doc = context.doc
    dashed = token.i > 1 and doc[token.i - 1].text == "-" and doc[token.i - 2].lower_ == "co"
    role = "co-founder" if dashed or token.lower_.startswith("co") else "founder"
    org = next(
        (m for m in context.names if m.first == token.i + 2 and doc[token.i + 1].lower_ == "of"),
        None,
    )
    org = org or next((m for m in context.names if m.last == token.i), None)
    after = next((m for m in context.names if m.first == token.i + 1), None)
    before = [
        m
        for m in context.names
        if m.last < token.i and token.i - m.last <= 6 and doc[m.last].text == ","
    ]
    person = after or (before[-1] if before else None)
    if person is not None and person is not org:
        first = token.i - 2 * dashed
        last = org.last if org is not None and org.last > token.i else token.i + 1
        yield said(
            context,
            first,
            last,
            "founder_role",
            role,
            "founder of",
            about="person",
            subject=context.end_of(person),
            other=context.end_of(org),
        )


def wealth(context: Context, token: Token) -> Iterator[Statement]:
    """Yield how rich somebody is said to be: "a self-made billionaire", "billionaire status"."""
    verb = clause_verb(token)
    owner = next((c for c in token.children if c.dep_ == "poss" and c.i in context.by_token), None)
    told = clause_subject(verb)
    if told is not None and told.dep_ == "appos":
        told = told.head
    person = described_person(context, token) or mention_at(context, told)
    if person is None or owner is not None or token.dep_ in SUBJECTS or token.tag_ == "NNS":
        return
    first = token.left_edge.i
    first += context.doc[first].dep_ == "det" and first < token.i
    yield said(
        context, first, token.i + 1, "other:wealth", context.doc[first : token.i + 1].text.lower(),
        "wealth", about="person", subject=context.end_of(person),
    )  # fmt: skip


def earlier_work(context: Context, token: Token) -> Iterator[Statement]:
    """Yield what somebody did before: "his prior work with the coast guard"."""
    noun = token.head
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    link = next((c for c in noun.rights if c.lower_ in {"with", "at", "for", "as", "in"}), None)
    person = mention_at(context, owner)
    if noun.lemma_.lower() not in WORK or person is None or link is None or link.i != noun.i + 1:
        return
    last = end_of_phrase(link)
    value = context.doc[noun.i : last].text
    yield said(
        context, token.i, last, "background", value, "earlier work",
        about="person", subject=context.end_of(person),
    )  # fmt: skip


def focus(context: Context, token: Token) -> Iterator[Statement]:
    """Yield what somebody turns to: "the firm focuses on batteries", "her focus on schools"."""
    link = next((c for c in token.rights if c.lower_ == "on" and c.dep_ == "prep"), None)
    thing = next((c for c in link.children if c.dep_ == "pobj"), None) if link else None
    if token.pos_ in VERBS:
        who = clause_subject(token)
    else:
        who = next((c for c in token.children if c.dep_ == "poss"), None)
    subject = mention_at(context, who)
    if subject is None or thing is None or thing.pos_ not in {"NOUN", "PROPN"}:
        return
    first, last = thing.left_edge.i, end_of_phrase(thing)
    if last - first <= MAX_FOCUS and context.doc[first].dep_ not in {"det", "poss", "nummod"}:
        yield said(
            context, token.i, last, "other:focus", context.doc[first:last].text.lower(), "focus",
            about="subject", subject=context.end_of(subject),
        )  # fmt: skip
