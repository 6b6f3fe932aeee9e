"""Read the post that a person is introduced with, by grammar: beside the name, or after "is".

"Deputy economy minister X", "X, professor of geology at Y", "X of Y University", "X was chief
executive until 2024". Which nouns name an office, a field or a rank is data
(`lexicons/fact_titles.csv`); the field and the organisation are whatever stands with them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from helpers.cues import read_cues
from helpers.fact_context import SUBJECTS, Context, Mention, Statement, clause_subject, mention_at
from helpers.fact_polarity import SO, firmness
from helpers.fact_posts import end_of_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

TITLE = "title"
PHRASE = frozenset(["NOUN", "PROPN", "ADJ", "NUM", "ADV"])
HELD = frozenset(["be", "become", "remain"])
OF = frozenset(["of", "at", "for", "with", "in"])
PAST = "past"
# What an affiliation is told by: "X of Uppsala University".
HOUSES = frozenset(
    "university institute college school hospital academy laboratory centre center observatory "
    "clinic museum".split()
)
MOST_WORDS = 9
OFFICES = (
    "company", "government", "house", "club", "position", "court", "church", "school", "service",
    "military", "other", "field",
)  # fmt: skip
# Adjectives that name a field; others only praise or blame.
FIELDS = frozenset(
    "foreign financial medical legal technical scientific artistic sporting economic "
    "environmental interior commercial musical clinical agricultural chief general".split()
)
ARTICLES = frozenset(["the", "a", "an", "its", "his", "her", "their", "our"])


@cache
def titles() -> dict[str, dict[tuple[str, ...], str]]:
    """Return by use the values by words."""
    table: dict[str, dict[tuple[str, ...], str]] = {}
    for row in read_cues("fact_titles"):
        table.setdefault(row["use"], {})[tuple(row["word"].split())] = row["value"]
    return table


@cache
def heads() -> frozenset[str]:
    """Return the last words of offices and fields."""
    return frozenset(words[-1] for use in OFFICES for words in titles()[use])


@cache
def words_of_offices() -> frozenset[str]:
    """Return the words that the names of offices are made of."""
    return frozenset(word for use in OFFICES for words in titles()[use] for word in words)


def introduced(context: Context) -> Iterator[Statement]:
    """Yield each post that stands with a name, and each house that a name is "of" or "at"."""
    for token in context.where(heads()):
        after = context.tokens[token.i + 1] if token.i + 1 < len(context.tokens) else token
        if after.i > token.i and after.lower_ in heads():
            continue
        found = beside(context, token) or said_to_be(context, token)
        if found is not None:
            person, first = found
            last = end_of_title(context, token)
            yield titled(context, person, first, token.i, last)
        elif is_unnamed(context, token):
            first, last = start_of(context, token), end_of_title(context, token)
            yield titled(context, None, first, token.i, last)
    for mention in context.names:
        if HOUSES & {t.lower_ for t in context.doc[mention.first : mention.last]}:
            yield from housed(context, mention)


def is_unnamed(context: Context, head: Token) -> bool:
    """Tell whether a past post stands for somebody: "The former treasurer was convicted"."""
    verb, first = head.head, start_of(context, head)
    told = head.dep_ in SUBJECTS and verb.dep_ == "ROOT"
    words = words_of(context, first, head.i)
    past = any(titles()["time"].get((word,)) == PAST for word in words)
    before = context.doc[first - 1 : first].text.lower()
    return told and past and before in {"the", "'s"}


def start_of(context: Context, head: Token) -> int:
    """Return where the words before the head of a title begin: "deputy economy minister"."""
    first = head.i
    while first > head.sent.start and head.i - first < MOST_WORDS:
        before = context.doc[first - 1]
        joined = not before.whitespace_ or (first > 1 and not context.doc[first - 2].whitespace_)
        hyphen = "-" in {before.text, context.doc[first].text, context.doc[max(0, first - 2)].text}
        told = before.pos_ in PHRASE or before.tag_ == "VBN"
        if not (told or (joined and hyphen) or is_rank(before.lower_)):
            break
        first -= 1
    return first


def is_rank(word: str) -> bool:
    """Tell whether a word says of what rank a post is, or of what time: "acting", "one-time"."""
    return any((word,) in titles()[use] for use in ("rank", "time"))


def words_of(context: Context, first: int, head: int) -> list[str]:
    """Return the words before the head of a title, those with hyphens whole."""
    return context.doc[first:head].text.lower().split()


def end_of_title(context: Context, head: Token) -> int:
    """Return where a title ends: "of", "at" and "for" belong to it."""
    after = context.doc[head.i + 1 : head.i + 2]
    then = context.doc[head.i + 2 : head.i + 4].text.lower() == "the time"
    if len(after) and after[0].lower_ in OF and not then:
        return max(head.i + 1, end_of_phrase(after[0]))
    return head.i + 1


def beside(context: Context, head: Token) -> tuple[Mention, int] | None:
    """Return the person whom a title stands right before or after, and where it begins."""
    doc, first = context.doc, start_of(context, head)
    for at in (head.i + 1, head.i + 2):
        comma = at == head.i + 1 or doc[head.i + 1 : head.i + 2].text == ","
        person = next((m for m in context.names if m.first == at), None) if comma else None
        if person is not None and (at == head.i + 1 or not is_listed(context, person, head)):
            return person, first
    person = set_off(context, first, head.sent.start)
    return (person, first) if person is not None else None


def set_off(context: Context, first: int, opening: int) -> Mention | None:
    """Return the name that a comma parts from a title: "X, its", "X, the firm's"."""
    doc = context.doc
    while first > opening and doc[first - 1].lower_ in ARTICLES | {"'s", "s'"}:
        owner = context.by_token.get(first - 2)
        owned = doc[first - 1].lower_ not in ARTICLES and first > 1
        first = (owner.first if owner is not None else first - 2) if owned else first - 1
        if owned and owner is None and doc[first - 1 : first].text.lower() in ARTICLES:
            first -= 1
    if first - 1 <= opening or doc[first - 1].text != ",":
        return None
    person = context.by_token.get(first - 2)
    return person if person is not None and person.form == "name" else None


def is_listed(context: Context, person: Mention, head: Token) -> bool:
    """Tell "the coach, Ana Lind, " from "the coach, Ana Lind and Piet Oster"."""
    after = context.doc[person.last : person.last + 1].text.lower()
    return after in {"and", "or"} or head.dep_ == "conj"


def said_to_be(context: Context, head: Token) -> tuple[Mention, int] | None:
    """Return who "is", "was" or "becomes" what a title says."""
    verb = head.head
    if (
        head.dep_ not in {"attr", "acomp", "oprd", "dobj"}
        or verb.lemma_ not in HELD
        or any(child.lower_ in {"will", "to"} for child in verb.children if child.dep_ == "aux")
        or firmness(context, verb) != SO
    ):
        return None
    person = mention_at(context, clause_subject(verb))
    return (person, start_of(context, head)) if person is not None else None


def titled(context: Context, person: Mention | None, first: int, head: int, last: int) -> Statement:
    """Return the statement of a title: its words in `noun`, in `around` those of the past."""
    doc = context.doc
    near = {token.lower_ for token in doc[last : last + 4]}
    words = words_of(context, first, head)
    ranks = [word for word in words if "-" in word and is_rank(word)]
    parts = {"-", *(part for word in ranks for part in word.split("-"))}
    fields = [t.lower_ for t in doc[first:head] if t.lower_ not in parts and names_field(t)]
    after = [t.lower_ for t in doc[head + 1 : last] if t.pos_ in {"NOUN", "PROPN"}]
    past = any(titles()["time"].get((word,)) == PAST for word in words)
    past |= "until" in near or {"at", "time"} <= near
    past |= any(child.lower_ == "until" for child in doc[head].head.children)
    house = next((m for m in reversed(context.names) if head < m.first and m.last <= last), None)
    return Statement(
        doc[first].idx, doc[first:last].end_char, doc[head].lower_, doc[first:last].text, "words",
        TITLE, subject=context.end_of(person), other=context.end_of(house),
        noun=" ".join([*ranks, *fields, doc[head].lower_]),
        around=" ".join([PAST] * past + [f"of:{word}" for word in after]),
    )  # fmt: skip


def names_field(token: Token) -> bool:
    """Tell whether a word before an office says which it is, and does not only praise."""
    return (
        is_rank(token.lower_)
        or token.lower_ in words_of_offices()
        or token.pos_ in {"NOUN", "PROPN"}
        or token.lower_ in FIELDS
    )


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
