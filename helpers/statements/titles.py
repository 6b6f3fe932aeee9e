"""Take the words for a post apart: its office, field, rank and time, and what it is of.

"Deputy economy minister", "professor of geology at Y". Which nouns name an office, a field or a
rank is data (`lexicons/fact_titles.csv`); the field and the organisation are whatever stands with
them.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from helpers.cues import read_cues
from helpers.statements.context import Context, Mention, Statement
from helpers.statements.cues import earlier_time
from helpers.statements.posts import end_of_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

TITLE = "title"
PHRASE = frozenset(["NOUN", "PROPN", "ADJ", "NUM", "ADV"])
OF = frozenset(["of", "at", "for", "with", "in"])
PAST, NEXT = "past", "next"
# What an affiliation is told by: "X of Uppsala University".
HOUSES = frozenset(
    "university institute college school hospital academy laboratory centre center observatory "
    "clinic museum".split()
)
MONTHS = frozenset(
    "January February March April May June July August September October November December".split()
)
MOMENTS = frozenset("time beginning end start moment age next".split())
MOST_WORDS = 9
OFFICES = (
    "company", "government", "house", "club", "position", "court", "church", "school", "service",
    "military", "ship", "trade", "other", "field",
)  # fmt: skip
# Adjectives that name a field; others only praise or blame.
FIELDS = frozenset(
    "foreign financial medical legal technical scientific artistic sporting economic "
    "environmental interior commercial musical clinical agricultural chief general digital "
    "creative strategic operational corporate industrial nuclear electoral".split()
)
POSSESSIVES = frozenset(["its", "his", "her", "their", "our", "my"])
ARTICLES = POSSESSIVES | {"the", "a", "an"}


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


def word_of(head: Token) -> str:
    """Return the head of a title in small letters, with the parts before its hyphens: "left-back"."""
    return head.doc[first_part(head) : head.i + 1].text.lower()


def first_part(head: Token) -> int:
    """Return the token that a word with hyphens begins with."""
    first, doc = head.i, head.doc
    while first - 1 > head.sent.start and doc[first - 1].text == "-":
        first -= 2
    whole = doc[first : head.i + 1].text
    return first if first < head.i and whole.lower() in heads() else head.i


@cache
def words_of_offices() -> frozenset[str]:
    """Return the words that the names of offices are made of."""
    return frozenset(word for use in OFFICES for words in titles()[use] for word in words)


def start_of(context: Context, head: Token) -> int:
    """Return where the words before the head of a title begin: "deputy economy minister"."""
    first = head.i
    while first > head.sent.start and head.i - first < MOST_WORDS:
        before = context.doc[first - 1]
        joined = not before.whitespace_ or (first > 1 and not context.doc[first - 2].whitespace_)
        hyphen = "-" in {before.text, context.doc[first].text, context.doc[max(0, first - 2)].text}
        told = before.pos_ in PHRASE or (before.tag_ == "VBN" and before.pos_ != "AUX")
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
    then = {token.lower_ for token in context.doc[head.i + 2 : head.i + 4]} & MOMENTS
    if len(after) and after[0].lower_ in OF and not then:
        return max(head.i + 1, end_of_phrase(after[0]))
    return head.i + 1


def titled(
    context: Context, person: Mention | None, first: int, head: int, time: str = ""
) -> Statement:
    """Return the statement of a title: its words in `noun`, in `around` its time and what it is of."""
    doc, last = context.doc, end_of_title(context, context.doc[head])
    noun, opening = word_of(doc[head]), first_part(doc[head])
    words = words_of(context, first, opening)
    ranks = [word for word in words if "-" in word and is_rank(word)]
    parts = {"-", *(part for word in ranks for part in word.split("-"))}
    fields = [t.lower_ for t in doc[first:opening] if t.lower_ not in parts and names_field(t)]
    after = words_behind(context, head, last)
    time = time_of(context, first, head, last) or time
    dated = earlier_time(context, doc[head : head + 1]) if time == NEXT else ""
    house = next((m for m in context.names if head < m.first and m.last <= last), None)
    return Statement(
        doc[first].idx, doc[first:last].end_char, noun, doc[first:last].text, "words",
        TITLE, subject=context.end_of(person), other=context.end_of(house),
        noun=" ".join([*ranks, *fields, noun]), earlier=dated,
        around=" ".join([time] * bool(time) + [f"of:{word}" for word in after]),
    )  # fmt: skip


def words_behind(context: Context, head: int, last: int) -> list[str]:
    """Return the nouns behind the head of a title that say what it is of, months left out."""
    words = [token for token in context.doc[head + 1 : last] if token.pos_ in {"NOUN", "PROPN"}]
    return [token.lemma_.lower() for token in words if token.text not in MONTHS]


def time_of(context: Context, first: int, head: int, last: int) -> str:
    """Return of which time the words for a post say that it is, "" if they say nothing of it."""
    doc = context.doc
    times = {titles()["time"].get((word,), "") for word in words_of(context, first, head)}
    near = {token.lower_ for token in doc[last : last + 4]}
    until = any(child.lower_ == "until" for child in doc[head].head.children)
    spent = bool({"from", "between"} & near) and any(w.isdigit() and len(w) == 4 for w in near)
    if PAST in times or spent or "until" in near or {"at", "time"} <= near or until:
        return PAST
    return NEXT if NEXT in times else ""


def names_field(token: Token) -> bool:
    """Tell whether a word before an office says which it is, and does not only praise."""
    return (
        is_rank(token.lower_)
        or token.lower_ in words_of_offices()
        or token.pos_ in {"NOUN", "PROPN"}
        or token.lower_ in FIELDS
    )
