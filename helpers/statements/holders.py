"""Read who holds a post or a part that only one has: "the jury president, X", "her lawyer, X".

Only one has what "the" or a possessive marks, what is said to be of something, and the offices that
a body has once ("mill manager X"). What the words before the noun and behind "of" say tells one
post from another.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from helpers.statements.called import Called
from helpers.statements.context import Context, Mention, Statement
from helpers.statements.cues import earlier_time
from helpers.statements.deeds import deeds
from helpers.statements.nouns import is_people
from helpers.statements.slots import class_of
from helpers.statements.titles import (
    NEXT,
    OFFICES,
    PAST,
    POSSESSIVES,
    end_of_title,
    is_rank,
    names_field,
    time_of,
    titles,
    words_behind,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

HOLDER = "holder"
HEAD = "head"
# Words for whoever leads, whatever the office is called.
LEADERS = frozenset(["boss", "chief", "leader", "head", "chair"])
DEFINITE = POSSESSIVES | {"the", "'s", "'", "s'"}
# Groups of offices of which a body has one.
SOLE = frozenset(["company", "school", "club", "service"])
SOLE_HEADS = frozenset(
    "mayor governor chancellor manager director head leader boss chief judge prosecutor spokesman "
    "minister secretary captain editor".split()
)
# Of these there may be many, even where one is called "the".
MANY = frozenset(
    "analyst economist expert resident neighbour neighbor friend colleague witness survivor victim "
    "player member official officer man woman person boy girl teenager child passenger tourist fan "
    "supporter critic rival researcher scientist professor veteran star native passer-by constable "
    "sergeant inspector superintendent lieutenant colonel major corporal midfielder defender "
    "striker forward winger goalkeeper other one customer voter protester employee worker student "
    "defendant accused suspect reporter journalist correspondent broker trader shareholder senator congressman mp mep "
    "councillor lawmaker".split()
)
SHARES = frozenset(["investor", "backer"])
WORKERS = frozenset("author researcher scientist investigator detective archaeologist".split())
MAIN = frozenset("lead main biggest largest principal chief leading senior".split())
COMMANDER = "commander"  # of an incident or a ship, or no more than a rank
FOLLOWING = class_of("successor")


def holder(context: Context, head: Token, found: Called) -> Iterator[Statement]:
    """Yield who holds the post that a noun tells, if only one can."""
    noun, doc = head.lower_, context.doc
    if found.person.form != "name" or head.tag_ in {"NNS", "NNPS"}:
        return
    last = end_of_title(context, head)
    before = doc[found.first - 1].lower_ if found.first > head.sent.start else ""
    words = [t.lower_ for t in doc[found.first : head.i] if names_field(t)]
    words = [word for word in words if (word,) not in titles()["time"]]
    sole = before in DEFINITE or (before not in {"a", "an"} and is_sole(noun, words))
    if not sole:
        return
    owner, owned = owner_of(context, found.first)
    after = words_behind(context, head.i, last)
    role, named = office_of(words, noun)
    kinds = [word for word in words if word not in named and not is_rank(word)]
    kinds += [*after, *owned]
    if noun in SHARES | WORKERS and MAIN & {t.lower_ for t in doc[found.first : head.i]}:
        kinds = [word for word in kinds if word not in MAIN] + ["round"] * (noun in SHARES)
        role = HEAD
    elif noun in SHARES or (noun in MANY and not named):
        return
    ranks = sorted({titles()["rank"].get((word,), "") for word in words} - {""})
    dated = earlier_time(context, doc[head.i : head.i + 1])
    time = time_of(context, found.first, head.i, last) or found.time or (PAST if dated else "")
    if noun in deeds() and role != HEAD and kinds and not time:
        return  # "the author of the report" is asked for by what was written
    yield held(
        context, found.person, " ".join([*ranks, role]), kinds,
        NEXT if role == FOLLOWING else time, owner, definite=before in DEFINITE - POSSESSIVES,
    )  # fmt: skip


def is_sole(noun: str, words: list[str]) -> bool:
    """Tell whether a body has a post once, so that it needs no article before a name."""
    group = offices_by_words().get(noun, ("", ""))[1]
    office, _ = office_of(words, noun)
    known = group in SOLE or office in SOLE_HEADS or noun in SOLE_HEADS
    named = bool(words) and is_people(noun)
    return known or (named and (office in all_offices() or noun == COMMANDER))


@cache
def offices_by_words() -> dict[str, tuple[str, str]]:
    """Return by words, with spaces, the office and its group."""
    return {
        " ".join(words): (value, use) for use in OFFICES for words, value in titles()[use].items()
    }


@cache
def all_offices() -> frozenset[str]:
    """Return the names of offices that a body may have once."""
    found = offices_by_words().values()
    return frozenset(office for office, group in found if group not in {"field", "military"})


def office_of(words: list[str], noun: str) -> tuple[str, list[str]]:
    """Return what stands for an office, and the words before its noun that name it."""
    for n in (2, 1):
        name = words[-n:]
        found = offices_by_words().get(" ".join([*name, noun])) if len(name) == n else None
        if found is not None:
            return found[0], name
    if noun in LEADERS:
        return HEAD, []
    known = offices_by_words().get(noun)
    return (known[0] if known else class_of(noun)), []


def owner_of(context: Context, first: int) -> tuple[Mention | None, list[str]]:
    """Return whose a post is, a name or words: "Velm's manager", "the mill's manager"."""
    doc, before = context.doc, context.doc[first - 1 : first].text.lower()
    if before in POSSESSIVES:
        return context.by_token.get(first - 1), []
    if before not in {"'s", "'", "s'"} or first < 2:
        return None, []
    owner = context.by_token.get(first - 2)
    if owner is not None and owner.form == "name":
        return owner, []
    near = [doc[first - 2], *doc[first - 2].children]
    return owner, [t.lemma_.lower() for t in near if t.pos_ in {"NOUN", "PROPN"}]


def held(
    context: Context,
    person: Mention,
    role: str,
    kinds: list[str],
    time: str,
    owner: Mention | None = None,
    *,
    definite: bool = False,
) -> Statement:
    """Return the statement of who holds a post: in `around` what it is of, in `noun` its time.

    In `unit` it says whether the words mark the post as the one that everybody knows.
    """
    span = context.doc[person.first : person.last]
    return Statement(
        span.start_char, span.end_char, role, span.text, "words", HOLDER,
        subject=context.end_of(owner), named=context.end_of(person), noun=time,
        unit="the" * definite,
        around=" ".join(dict.fromkeys(word for word in kinds if word.isalpha())),
    )  # fmt: skip
