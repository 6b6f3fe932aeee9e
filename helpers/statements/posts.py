"""Read who enters a post, leaves one, or leads something: told by verbs, nouns and "under"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from helpers.statements.context import (
    SUBJECTS,
    VERBS,
    Context,
    Mention,
    Statement,
    clause_subject,
    mention_at,
)
from helpers.statements.cues import said
from helpers.statements.offices import office_in

if TYPE_CHECKING:
    from spacy.tokens import Token

POSTS = frozenset(["role", "position", "post", "job"])
# "steps into a role", "takes up a post", "assumes the position"
ENTERING = {"step": ("into",), "move": ("into",), "take": ("up",), "assume": ()}
LEADING = frozenset(["head", "lead", "oversee", "spearhead", "direct"])
# What is led for a day or a game is no post.
PASSING = frozenset(
    "way race championship table poll march protest chase attack charge parade tour prayer group "
    "rally session meeting match".split()
)
LEAVING = frozenset(["resign", "quit", "retire", "step", "stand", "leave", "depart"])
EXITS = frozenset(["departure", "resignation", "exit", "retirement"])
POST_WORDS = LEADING | LEAVING | EXITS | {*ENTERING, "under"}
LEADERSHIP = frozenset(["leadership", "direction", "command", "stewardship"])
# What ends the name of a post: "a new role at Meta as part of the deal".
CLOSING = frozenset([",", ";", "(", "as", "after", "while", "when"])


def posts(context: Context, token: Token) -> Iterator[Statement]:
    """Yield what one word says of a post entered, left or held."""
    if token.pos_ in VERBS:
        if token.lemma_ in ENTERING:
            yield from entered(context, token)
        if token.lemma_ in LEADING:
            yield from will_lead(context, token)
        if token.lemma_ in LEAVING:
            yield from left(context, token, clause_subject(token))
    elif token.lemma_ in EXITS:
        yield from left(context, token, next((c for c in token.lefts if c.dep_ == "poss"), None))
    elif token.lower_ == "under":
        yield from leader(context, token)


def person_at(context: Context, word: Token | None) -> Mention | None:
    """Return the name or pronoun that a word stands for."""
    mention = mention_at(context, word)
    return mention if mention is not None and mention.form != "nominal" else None


def entered(context: Context, verb: Token) -> Iterator[Statement]:
    """Yield the post somebody enters: "is stepping into a new role at Meta"."""
    particles = ENTERING[verb.lemma_]
    linked = [c for c in verb.children if c.lower_ in particles]
    things = [t for c in linked for t in c.children if t.dep_ == "pobj"]
    if linked or not particles:
        things += [c for c in verb.children if c.dep_ == "dobj"]
    person = person_at(context, clause_subject(verb))
    for thing in things[:1] if person is not None else ():
        if thing.lemma_.lower() not in POSTS:
            continue
        first, last = thing.left_edge.i, end_of_phrase(thing)
        first += context.doc[first].dep_ in {"det", "poss"} and first < thing.i
        named = office_in(context.doc[thing.i + 1 : last]) if last > thing.i + 1 else None
        value = named[0] if named else context.doc[first:last].text
        if value.lower() in POSTS:
            continue
        yield said(
            context, verb.i, last, "new_role", value, "enters a post",
            about="person", subject=context.end_of(person),
        )  # fmt: skip


def end_of_phrase(noun: Token) -> int:
    """Return where the phrase of a noun ends, clauses and asides left out."""
    last = noun.right_edge.i + 1
    clauses = [c.left_edge.i for c in noun.rights if c.dep_ in {"acl", "relcl", "appos"}]
    last = min([last, *clauses])
    marks = (i for i in range(noun.i + 1, last) if noun.doc[i].lower_ in CLOSING)
    return next(marks, last)


def will_lead(context: Context, verb: Token) -> Iterator[Statement]:
    """Yield what somebody is to lead: "he will oversee the data operations"."""
    later = any(c.dep_ == "aux" and c.lower_ in {"will", "'ll"} for c in verb.children)
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    told = [c for c in verb.children if c.dep_ in SUBJECTS]
    person = person_at(context, told[0] if told else None)
    if not later or thing is None or person is None or thing.lemma_.lower() in PASSING:
        return
    if thing.pos_ != "NOUN" or (verb.lemma_ != "oversee" and thing.tag_ == "NNS"):
        return
    last = verb.right_edge.i + 1
    clauses = [c.left_edge.i for c in thing.subtree if c.dep_ in {"acl", "relcl"}]
    last = min([last, *clauses])
    phrase = context.doc[thing.left_edge.i : last].text.rstrip(" .,;")
    value = f"{'oversight' if verb.lemma_ == 'oversee' else 'head'} of {phrase}"
    yield said(
        context, verb.i, last, "new_role", value, "will lead",
        about="person", subject=context.end_of(person),
    )  # fmt: skip


def left(context: Context, word: Token, who: Token | None) -> Iterator[Statement]:
    """Yield the post somebody leaves: "resigned as chairman", "departure from his CEO role"."""
    person = person_at(context, who)
    if person is None or word.lemma_ in {"step", "stand"} and not is_down(word):
        return
    for link in word.children:
        if link.dep_ != "prep" or link.lower_ not in {"as", "from"}:
            continue
        for thing in link.children:
            end = end_of_phrase(thing)
            found = (
                office_in(context.doc[thing.left_edge.i : end]) if thing.pos_ != "PRON" else None
            )
            if found is None or (found[0].split()[0] in POSTS and thing.lemma_ in POSTS):
                continue
            org = next((m for m in context.names if found[2] < m.first < end), None)
            end = max(found[3], thing.i + 1)
            yield said(
                context, word.i, end, "role_left", found[0].split(" of ")[0].split(" at ")[0],
                "leaves a post", about="person", subject=context.end_of(person),
                other=context.end_of(org),
            )  # fmt: skip
            return


def is_down(verb: Token) -> bool:
    """Tell "steps down" and "stands down" from other steps."""
    return any(c.lower_ in {"down", "aside", "back"} for c in verb.children)


def leader(context: Context, under: Token) -> Iterator[Statement]:
    """Yield what somebody leads: "the reform under Lind's leadership"."""
    governed = next((c for c in under.children if c.dep_ == "pobj"), None)
    if governed is None or governed.lemma_ not in LEADERSHIP:
        return
    led = under.head
    owner = next((c for c in governed.children if c.dep_ == "poss"), None)
    person = person_at(context, owner)
    if person is None or person.form != "name" or led.pos_ != "NOUN":
        return
    phrase = context.doc[led.left_edge.i : led.i + 1]
    first = phrase.start + (phrase[0].dep_ == "det")
    yield said(
        context, first, governed.i + 1, "other:role", f"leader of {context.doc[first:led.i + 1]}",
        "under somebody", about="person", subject=context.end_of(person),
    )  # fmt: skip
