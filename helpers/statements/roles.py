"""Read facts about offices: who takes, keeps or takes over which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from helpers.statements.background import DESCRIBING, described, titled_founder
from helpers.statements.context import (
    VERBS,
    Context,
    Mention,
    Statement,
    actor,
    clause_subject,
    mention_at,
)
from helpers.statements.cues import cues, said
from helpers.statements.offices import office_in, offices
from helpers.statements.posts import POST_WORDS, end_of_phrase, posts
from helpers.statements.status import ASSERTED, NEGATED
from helpers.statements.succession import at_the_helm, led_by, succession, superior
from helpers.statements.titles import end_of_title, heads, start_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LEADING = frozenset(["head", "lead", "oversee", "spearhead", "run", "direct", "helm"])
TOLD = frozenset(["take", "step", "be", "report"])
# What one joins besides a firm.
TEAMS = frozenset("team board unit staff cabinet committee squad crew lab laboratory".split())
FORMER = frozenset(["former", "formerly", "ex", "past", "previous", "late", "new", "next", "'s"])


@cache
def last_words() -> frozenset[str]:
    """Return the words that the names of offices end with."""
    return frozenset(words[-1] for words in offices())


def role_facts(context: Context) -> Iterator[Statement]:
    """Yield the statements about offices in a block, left to right."""
    for token, lemma in zip(context.tokens, context.lemmas, strict=True):
        if lemma in POST_WORDS:
            yield from posts(context, token)
        if lemma in TOLD or lemma in role_verbs():
            yield from told_by_verb(context, token, lemma)
        elif lemma == "helm" and token.dep_ == "pobj":
            yield from at_the_helm(context, token)
        elif lemma == "under":
            yield from led_by(context, token)
        if lemma in DESCRIBING:
            yield from described(context, token)
        if token.lower_ in last_words():
            yield from titled(context, token)
        if token.lower_ in {"founder", "co-founder", "cofounder"}:
            yield from titled_founder(context, token)


@cache
def role_verbs() -> dict[str, list[str]]:
    """Return the verbs of taking and keeping offices with their rules."""
    rules = {word: [row["rule"] for row in rows] for word, rows in cues("verb").items()}
    return {word: found for word, found in rules.items() if {"takes", "keeps"} & {*found}}


def told_by_verb(context: Context, verb: Token, lemma: str) -> Iterator[Statement]:
    """Yield what a verb says of offices."""
    if verb.pos_ not in VERBS:
        return
    rules = role_verbs().get(lemma, [])
    if "takes" in rules:
        yield from taken_role(context, verb)
    if "keeps" in rules:
        yield from kept_role(context, verb)
    if lemma in {"take", "step"}:
        yield from succession(context, verb)
    elif lemma == "be":
        yield from future_role(context, verb)
    elif lemma == "report":
        yield from superior(context, verb)


def holder(context: Context, verb: Token) -> Mention | None:
    """Return the person who gets an office: the object of appoint, the subject of become."""
    objects = [c for c in verb.children if c.dep_ in {"nsubjpass", "dobj"}]
    joining = verb.lemma_ in {"become", "join", "rejoin"}
    next_name = next((m for m in context.names if m.first == verb.i + 1), None)
    if next_name is not None and not joining:
        return next_name
    if joining or (verb.dep_ == "acl" and not objects):
        return mention_at(context, clause_subject(verb))
    for word in objects:
        mention = mention_at(context, word)
        if mention is not None:
            return mention
    inside = [c for c in verb.children if c.dep_ in {"oprd", "ccomp", "xcomp", "attr"}]
    for word in inside:
        for child in word.children:
            if child.dep_ in {"nsubj", "compound"} and child.i in context.by_token:
                return context.by_token[child.i]
    return None


def taken_role(context: Context, verb: Token) -> Iterator[Statement]:
    """Yield the office somebody is appointed to, and the one that "joins" leads to."""
    person = holder(context, verb)
    if person is None:
        return
    subject, doc = context.end_of(person), context.doc
    joined, team = None, None
    if verb.lemma_ in {"join", "rejoin"}:
        target = next((c for c in verb.children if c.dep_ == "dobj"), None)
        joined = mention_at(context, target)
        team = target if joined is None or joined.form == "nominal" else None
    after = doc[verb.i + 1 : end_of_entry(verb)]
    found = office_in(after) if len(after) else None
    found = found or title_after_as(context, verb)
    led = next(
        (
            t
            for t in after
            if t.lemma_ in LEADING and t.i > verb.i + 1 and doc[t.i - 1].lower_ == "to"
        ),
        None,
    )
    place = f" at {joined.key}" if joined is not None else ""
    if led is not None:
        end = end_of_led(led)
        value = f"head of {doc[led.i + 1 : end].text}"
        yield said(
            context, verb.i, end, "new_role", value, "takes a role", about="person", subject=subject
        )
    elif found is not None and found[2] - verb.i < 12:
        name, _, first, end = found
        if name in {"role", "position", "job"}:
            start = doc[first].left_edge.i
            name = doc[start:end].text
            first = start
        yield said(
            context,
            verb.i,
            end,
            "new_role",
            bare(name) + place,
            "takes a role",
            about="person",
            subject=subject,
        )
    elif joined is not None and joined.form == "name":
        yield said(
            context,
            verb.i,
            joined.last,
            "new_role",
            f"role at {joined.key}",
            "joins",
            about="person",
            subject=subject,
        )
    elif team is not None and team.lemma_.lower() in TEAMS:
        first, end = team.left_edge.i, end_of_phrase(team)
        first += doc[first].dep_ == "det"
        yield said(
            context,
            verb.i,
            end,
            "new_role",
            f"member of {doc[first:end].text}",
            "joins",
            about="person",
            subject=subject,
        )


def end_of_entry(verb: Token) -> int:
    """Return where the words end that tell what somebody enters: before ", reporting to X"."""
    last = min(verb.right_edge.i + 1, verb.sent.end)
    asides = [c.left_edge.i for c in verb.subtree if c.dep_ == "advcl" and c.i > verb.i]
    last = min([last, *(i for i in asides if verb.doc[i - 1].text == ",")])
    return next((i for i in range(verb.i + 1, last) if verb.doc[i].text in {";", "while"}), last)


def title_after_as(context: Context, verb: Token) -> tuple[str, bool, int, int] | None:
    """Return the title of "joins as chief digital officer", as `office_in` does an office."""
    links = [c for child in (verb, *verb.children) for c in child.children if c.lower_ == "as"]
    heads_ = [t for link in links for t in link.children if t.lower_ in heads()]
    if not heads_ or heads_[0].i < verb.i:
        return None
    first, last = start_of(context, heads_[0]), end_of_title(context, heads_[0])
    return context.doc[first:last].text, True, first, last


def end_of_led(verb: Token) -> int:
    """Return where the name of what is led ends: clauses and asides do not belong to it."""
    end = verb.right_edge.i + 1
    below = [c for c in verb.subtree if c.dep_ in {"acl", "relcl", "advcl"} and c.i > verb.i]
    end = min([end, *(c.left_edge.i for c in below)])
    return next((i for i in range(verb.i, end) if verb.doc[i].text in {",", "while"}), end)


def bare(phrase: str) -> str:
    """Return a phrase without its article or possessive."""
    first, _, rest = phrase.partition(" ")
    return rest if first.lower() in {"a", "an", "the", "his", "her", "its", "their"} else phrase


def future_role(context: Context, verb: Token) -> Iterator[Statement]:
    """Yield "Maria Hollis will be CEO", "Peter Ngata is to be deputy chairman"."""
    later = any(c.lower_ in {"will", "to"} for c in verb.children if c.dep_ == "aux")
    attribute = next((c for c in verb.children if c.dep_ == "attr"), None)
    person = mention_at(context, clause_subject(verb))
    if not later or attribute is None or person is None:
        return
    found = office_in(context.doc[attribute.left_edge.i : attribute.right_edge.i + 1])
    if found:
        yield said(
            context,
            verb.i,
            found[3],
            "new_role",
            found[0],
            "will be",
            about="person",
            subject=context.end_of(person),
        )


def kept_role(context: Context, verb: Token) -> Iterator[Statement]:
    """Yield the office somebody keeps: "staying on as a director", "retaining his position"."""
    person = actor(context, verb)
    doc = context.doc
    after = doc[verb.i + 1 : min(verb.i + 9, verb.sent.end)]
    if person is None or not len(after):
        return
    board = next((t for t in after if t.lower_ in {"board", "seat"}), None)
    cut = next((i for i, t in enumerate(after) if t.text in {",", ".", ";"}), len(after))
    after = after[:cut]
    found = office_in(after) if len(after) else None
    if board is not None and board.i < verb.i + 1 + cut:
        value, last = "board member", board.i + 1
    elif found is not None and not (found[0].startswith(("role", "position", "job"))):
        value, last = re.split(r" (?:of|at|for|within) ", found[0])[0], found[3]
    else:
        return
    if (
        verb.lemma_ in {"remain", "continue", "stay", "keep"}
        and board is None
        and not ({"as", "on"} & {t.lower_ for t in after} or verb.lemma_ == "remain")
    ):
        return
    named = [m for m in context.names if verb.i < m.first < last and m is not person]
    before = [m for m in context.names if verb.sent.start <= m.first < verb.i and m is not person]
    org = (named or before or [None])[-1]
    yield said(
        context,
        verb.i,
        last,
        "role_kept",
        value,
        "keeps a role",
        about="person",
        subject=context.end_of(person),
        other=context.end_of(org),
    )


def titled(context: Context, token: Token) -> Iterator[Statement]:
    """Yield the office somebody is introduced with: "Interim CEO Dana Whitlock", "X, the CEO"."""
    doc = context.doc
    start = max(token.sent.start, token.i - 4)
    offered = (office_in(doc[i : token.i + 1]) for i in range(start, token.i + 1))
    found = next((one for one in offered if one is not None and one[3] == token.i + 1), None)
    if (
        found is None
        or not found[1]
        or found[3] != token.i + 1
        or FORMER & words_before(found, doc)
    ):
        return
    at = token.i + 1
    at += doc[at : at + 1].text == "," and found[2] <= token.sent.start + 5
    after = next((m for m in context.names if m.first == at), None)
    before = [m for m in context.names if doc[m.last : m.last + 1].text == ","]
    before = [m for m in before if m.last + 1 <= found[2] <= m.last + 5]
    person = after or (before[-1] if before else None)
    if person is not None and (after or is_set_off(doc, person.last + 1, found[2])):
        made = said(
            context,
            found[2],
            found[3],
            "other:role",
            found[0],
            "is called",
            about="person",
            subject=context.end_of(person),
        )
        yield replace(made, status=ASSERTED) if made.status == NEGATED else made


def words_before(found: tuple[str, bool, int, int], doc: Doc) -> set[str]:
    """Return the words just before an office."""
    return {token.lower_ for token in doc[max(0, found[2] - 2) : found[2]]}


def is_set_off(doc: Doc, first: int, last: int) -> bool:
    """Tell whether only small words stand between a comma and an office."""
    small = {"DET", "PRON", "ADJ", "PROPN", "PART"}
    return all(
        token.pos_ in small or token.lower_ in {"founder", "co-founder", "owner", "and"}
        for token in doc[first:last]
    )
