"""Read which of several things a number names: "Gate 6", "the number 36 bus", "the ninth floor".

Which nouns go by number is data (`lexicons/fact_numbered.csv`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from helpers.cues import read_cues
from helpers.numbers.ranks import CARDINALS, ORDINALS, number_of
from helpers.statements.context import Context, Statement
from helpers.statements.cues import earlier_time, said
from helpers.statements.status import NEGATED, status_of

if TYPE_CHECKING:
    from spacy.tokens import Span

NUMBERED = "numbered thing"
# Words that end what a number in words may count: "platform four was", not "platform four men".
NTH = re.compile(r"[0-9](?:st|nd|rd|th)$", re.IGNORECASE)
COUNTABLE = frozenset(["NOUN", "ADJ", "PROPN"])
_ONE = rf"(?:[a-z]{{0,2}}-?[0-9]{{1,4}}[a-z]?|{'|'.join(CARDINALS[1:])})"
_MORE = r"(?:(?:, | and | or | to |–|-)(?:[0-9]{1,4}[a-z]?)\b)"
_MARK = r"(?:number|no\.?|nr\.?)"


@cache
def things() -> dict[str, str]:
    """Return by noun what is asked: the platform for a track."""
    return {row["noun"]: row["thing"] for row in read_cues("fact_numbered")}


@cache
def forms() -> frozenset[str]:
    """Return the nouns in the singular and the plural."""
    return frozenset(form for noun in things() for form in (noun, f"{noun}s"))


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a thing with its number behind it, before it, and of its place."""
    nouns = "|".join(sorted(things(), key=lambda noun: (-len(noun), noun)))
    nth = "|".join(row["noun"] for row in read_cues("fact_numbered") if row["nth"])
    return (
        re.compile(
            rf"\b(?P<noun>{nouns})s?[ -](?:{_MARK} ?)?(?P<value>{_ONE}(?![\w%])(?:{_MORE}){{0,5}})"
            r"(?![\w%/]|[.,:][0-9])",
            re.IGNORECASE,
        ),
        re.compile(rf"\b{_MARK} ?(?P<value>{_ONE}) (?P<noun>{nouns})\b", re.IGNORECASE),
        re.compile(
            rf"\b(?P<value>[0-9]{{1,3}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)})[ -](?P<noun>{nth})\b",
            re.IGNORECASE,
        ),
    )


def numbered_things(context: Context) -> Iterator[Statement]:
    """Yield a statement for each thing that a number names, left to right by pattern."""
    if forms().isdisjoint(context.places):
        return
    for pattern in patterns():
        for match in pattern.finditer(context.text):
            span = context.doc.char_span(*match.span(), alignment_mode="expand")
            if (
                not is_name(context, span, match)
                or status_of(context, span.start, span.end)[0] == NEGATED
            ):
                continue
            thing = things()[match["noun"].lower()]
            earlier = earlier_time(context, span)
            for value in re.split(r"[,–]? (?:and|or|to) |, |–", match["value"]):
                yield said(
                    context, span.start, span.end, thing, written(value), NUMBERED,
                    noun=thing, earlier=earlier,
                )  # fmt: skip


def is_name(context: Context, span: Span, match: re.Match[str]) -> bool:
    """Tell whether a noun is one here, and its number none that counts or measures."""
    noun = context.doc.char_span(*match.span("noun"), alignment_mode="expand").root
    start = match.start("value")
    counted = any(
        q.start <= start < q.end and q.unit != match["noun"].lower() for q in context.quantities
    )
    behind = start > match.start("noun")  # "platform 4", not "the fourth platform"
    return (
        noun.pos_ in {"NOUN", "PROPN"}
        and not counted
        and not (behind and counts(span, match["value"]))
    )


def counts(span: Span, value: str) -> bool:
    """Tell whether a number counts what follows it: "on platform 4 passengers waited"."""
    after = span.doc[span.end : span.end + 1]
    if not len(after) or after[0].sent.start != span.sent.start:
        return False
    plural = after[0].tag_ in {"NNS", "NNPS"}
    return plural or (value.isalpha() and after[0].pos_ in COUNTABLE)


def written(value: str) -> str:
    """Return a number as it is mostly written: "4" for "four", "12A" for "12a"."""
    told = value.lower() in {*CARDINALS, *ORDINALS} or NTH.search(value)
    return str(number_of(value)) if told else value.upper()
