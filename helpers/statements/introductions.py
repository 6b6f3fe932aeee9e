"""Read what post a person is introduced with, and of which house: "X of Y University"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from helpers.statements.called import called, set_off
from helpers.statements.context import SUBJECTS, Context, Mention, Statement
from helpers.statements.titles import (
    HOUSES,
    PAST,
    TITLE,
    first_part,
    heads,
    start_of,
    titled,
    titles,
    word_of,
    words_of,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


def introduced(context: Context) -> Iterator[Statement]:
    """Yield each post that stands with a name, and each house that a name is "of" or "at"."""
    for token in context.tokens:
        known = token.lower_ in last_parts() and word_of(token) in heads()
        if not known:
            continue
        above = token.head
        if token.dep_ in {"amod", "compound"} and above.i > token.i and above.lower_ in heads():
            continue
        after = context.tokens[token.i + 1] if token.i + 1 < len(context.tokens) else token
        if after.i > token.i and after.lower_ in heads():
            continue
        found = called(context, token)
        if found is not None:
            yield titled(context, found.person, found.first, token.i, found.time)
        elif is_unnamed(context, token):
            yield titled(context, None, start_of(context, token), token.i)
    for mention in context.names:
        if HOUSES & {t.lower_ for t in context.doc[mention.first : mention.last]}:
            yield from housed(context, mention)


@cache
def last_parts() -> frozenset[str]:
    """Return what stands behind the last hyphen of the last words of offices."""
    return frozenset(word.rpartition("-")[2] for word in heads())


@cache
def personal() -> frozenset[str]:
    """Return the words for places in a team, which an article calls somebody by whom it has named."""
    return frozenset(words[-1] for words in titles()["position"])


def is_unnamed(context: Context, head: Token) -> bool:
    """Tell whether a post stands for somebody: "The former treasurer was convicted", "the left-back".

    Of what is no past post that is a place in a team.
    """
    verb, first = head.head, start_of(context, head)
    if context.doc[first - 1 : first].text.lower() == "the" and first >= first_part(head):
        return word_of(head) in personal() and head.tag_ == "NN"
    told = head.dep_ in SUBJECTS and verb.dep_ == "ROOT"
    words = words_of(context, first, head.i)
    past = any(titles()["time"].get((word,)) == PAST for word in words)
    before = context.doc[first - 1 : first].text.lower()
    return told and past and before in {"the", "'s"}


def housed(context: Context, house: Mention) -> Iterator[Statement]:
    """Yield who is "of" or "at" a house: "Lars Ohlin of X", "Lars Ohlin, a chemist at X"."""
    doc, at = context.doc, house.first - 1
    at -= at > 0 and doc[at].lower_ == "the"
    if at < 1 or doc[at].lower_ not in {"of", "at", "from"}:
        return
    person = next((m for m in context.names if m.last == at), None)
    if person is None and doc[at - 1].pos_ == "NOUN" and doc[at - 1].lower_ not in heads():
        person = set_off(context, start_of(context, doc[at - 1]), doc[at].sent.start)
    if person is not None:
        yield Statement(
            doc[at].idx, doc[at : house.last].end_char, "", doc[at : house.last].text, "words",
            TITLE, subject=context.end_of(person), other=context.end_of(house),
        )  # fmt: skip
