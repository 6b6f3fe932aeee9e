"""Gather what each article answers to each question, and judge how the answers stand together.

A question is a subject with an attribute. Silence is not disagreement, a majority is not right.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

import pandas as pd

from helpers import plain
from helpers.comparing import attributes
from helpers.comparing.comparison import relate
from helpers.comparing.dates import is_calendar, is_length
from helpers.comparing.verdicts import COMPATIBLE, DIFFERENT, OTHER_FORM, SAME, Claim, Relation

STATUSES = ("asserted", "reported", "hedged", "negated")
# Where one shared value settles the matter; for the rest one exclusion is enough to conflict.
_ANY_SAME = ("number", "score", "age", "date", "name", "spelling", "role")
# Past this many sources every pair is too many to read.
MAX_PAIRED = 20
# Past this many different answers to one question, the rarest are not set against one another;
# of one article's different answers, no more are read.
MAX_ANSWERS = 60
_SEVERAL = 2  # values a source may give before "which one?" has no answer


@dataclass(frozen=True)
class Question:
    """One subject and attribute with the claims of each source that answers it."""

    subject: str
    attribute: str
    kind: str
    claims: dict[str, list[tuple[Claim, int, int]]]  # source -> (claim, row of facts, mentions)

    def between(self, source: str, other: str) -> tuple[Relation, Claim, Claim]:
        """Return how two sources stand to one another, with the two claims that show it."""
        return self._between(self.signature(source), self.signature(other))

    def opposed(self, own: tuple[Claim, ...], others: tuple[Claim, ...]) -> bool:
        """Tell whether two ways of answering exclude one another."""
        return self._between(own, others)[0].verdict == DIFFERENT

    def row(self, source: str, claim: Claim) -> int:
        """Return the row of facts that a source's claim is stated in first."""
        return next(number for known, number, _ in self.claims[source] if known == claim)

    def signature(self, source: str) -> tuple[Claim, ...]:
        """Return the first `MAX_ANSWERS` claims of a source without their places."""
        return tuple(claim for claim, _, _ in self.claims[source][:MAX_ANSWERS])

    def _between(self, own: tuple[Claim, ...], others: tuple[Claim, ...]):
        if (own, others) not in self._known:
            pairs = [
                (relate(self.attribute, self.kind, one, two), one, two)
                for one in own
                for two in others
            ]
            self._known[own, others] = self._decide(pairs, own, others)
        return self._known[own, others]

    def _decide(self, pairs: list, own: tuple, others: tuple) -> tuple[Relation, Claim, Claim]:
        """Choose the pair of claims that decides how two sources stand to one another."""
        order = (SAME, COMPATIBLE, DIFFERENT)
        if self.kind not in _ANY_SAME:
            order = (DIFFERENT, SAME, COMPATIBLE)
        elif self.kind == "role":
            order = (SAME, DIFFERENT, COMPATIBLE)
        if self.kind == "category" and self._says_both(own, others, pairs):
            order = (SAME, COMPATIBLE, DIFFERENT)
        if self.kind == "date":  # days with days, months with months
            pairs = sorted(pairs, key=lambda pair: pair[1].unit != pair[2].unit)
            pairs = [pair for pair in pairs if pair[0].reason != OTHER_FORM] or pairs
        verdict = next(v for v in order if any(pair[0].verdict == v for pair in pairs))
        relation, one, two = next(pair for pair in pairs if pair[0].verdict == verdict)
        matched = {claim for pair in pairs if pair[0].verdict == SAME for claim in pair[1:]}
        if verdict == SAME and self.kind not in _ANY_SAME and matched != {*own, *others}:
            return Relation(COMPATIBLE, "one says more"), one, two
        # A full name and its surname are no two values.
        if verdict == DIFFERENT and self.kind in _ANY_SAME and self.kind != "spelling":
            values = min(len({c.value for c in side}) for side in (own, others))
            if values >= _SEVERAL:
                return Relation(COMPATIBLE, "several values on both sides"), one, two
        return relation, one, two

    def _says_both(self, own: tuple, others: tuple, pairs: list) -> bool:
        """Tell whether a side gives values that exclude one another, and one both sides give.

        Somebody convicted of one charge and acquitted of another is said to be both.
        """
        mixed = any(
            not one.denied
            and not two.denied
            and relate(self.attribute, self.kind, one, two)[0] == DIFFERENT
            for side in (own, others)
            for one, two in combinations(side, 2)
        )
        return mixed and any(pair[0].verdict == SAME for pair in pairs)

    @cached_property
    def _known(self) -> dict:
        return {}

    @cached_property
    def signatures(self) -> dict[tuple[Claim, ...], list[str]]:
        """Return the sources by what they claim: many say the same in the same way."""
        found: dict[tuple[Claim, ...], list[str]] = {}
        for source in self.claims:
            found.setdefault(self.signature(source), []).append(source)
        return found

    @cached_property
    def common(self) -> list[tuple[Claim, ...]]:
        """Return the ways of answering, the `MAX_ANSWERS` commonest of them if they are more."""
        if len(self.signatures) <= MAX_ANSWERS:
            return list(self.signatures)
        ways = sorted(self.signatures, key=lambda way: len(self.signatures[way]), reverse=True)
        return ways[:MAX_ANSWERS]

    def relations(self) -> Iterator[Relation]:
        """Yield how each way of answering stands to each other way, and to itself if repeated."""
        for own, others in combinations(self.common, 2):
            yield self._between(own, others)[0]
        for own in self.common:
            if len(self.signatures[own]) > 1:
                yield self._between(own, own)[0]

    @cached_property
    def verdict(self) -> Relation:
        """Return conflict, compatible, agree or single, with the reason of the first such pair."""
        if len(self.claims) == 1:
            return Relation("single", "only one source")
        found: dict[str, Relation] = {}
        for relation in self.relations():
            found.setdefault(relation.verdict, relation)
            if relation.verdict == DIFFERENT:
                break
        for verdict, name in ((DIFFERENT, "conflict"), (COMPATIBLE, "compatible")):
            if verdict in found:
                return Relation(name, found[verdict].reason)
        return Relation("agree", found[SAME].reason)

    def paired(self) -> list[str]:
        """Return the sources to be set against one another, in order.

        All of them, up to `MAX_PAIRED`; of more, the first that gives each of the commonest
        answers: pairs of many sources are too many to read, and their number grows with the square.
        """
        if len(self.claims) <= MAX_PAIRED:
            return list(self.claims)
        common = sorted(self.common, key=lambda way: len(self.signatures[way]), reverse=True)
        chosen = {self.signatures[way][0] for way in common[:MAX_PAIRED]}
        return [source for source in self.claims if source in chosen]


class Row(NamedTuple):
    """What a question takes from a row of facts, and the number of the row."""

    source: str
    start: int
    value: str
    unit: str
    low: float
    high: float
    status: str
    number: int


def gather(facts: pd.DataFrame, articles: pd.DataFrame) -> Iterator[Question]:
    """Yield the questions that the facts answer, by name, with each source's distinct claims."""
    days = dict(zip(articles["source"], articles["date"], strict=True))
    order = {source: place for place, source in enumerate(articles["source"])}
    asked = facts["subject"].fillna("").ne("") & facts["attribute"].fillna("").ne("")
    answers = facts[asked]
    columns = [plain.values(answers[name]) for name in Row._fields[:-1]]
    columns.append(answers.index.to_numpy())
    names = (plain.values(answers[name]) for name in ("subject", "attribute"))
    groups: dict[tuple[str, str], list[int]] = {}
    for place, asking in enumerate(zip(*names, strict=True)):
        groups.setdefault(asking, []).append(place)
    for asking in sorted(groups):
        rows = zip(*(column[groups[asking]].tolist() for column in columns), strict=True)
        yield _question(*asking, [Row(*row) for row in rows], days, order)


def _question(subject: str, attribute: str, rows: list[Row], days: dict, order: dict):
    """Gather the claims of one question: a value said twice in an article is one claim."""
    claims: dict[str, dict[tuple, list]] = {}
    dated = _depends_on_day(attribute) or _tells_an_end(rows)
    for row in sorted(rows, key=lambda r: (order.get(r.source, len(order)), r.start)):
        claim = Claim(
            str(row.value),
            _text(row.unit),
            _number(row.low),
            _number(row.high),
            str(row.status),
            _text(days.get(row.source, "")) if dated else "",
        )
        known = claims.setdefault(row.source, {})
        key = (claim.value, claim.unit, claim.denied)
        old = known.get(key)
        if old is None:
            known[key] = [claim, row.number, 1]
            continue
        old[2] += 1
        if STATUSES.index(claim.status) < STATUSES.index(old[0].status):
            old[:2] = [claim, row.number]
    listed = {s: _firm([tuple(entry) for entry in known.values()]) for s, known in claims.items()}
    first = next(iter(listed.values()))[0][0]
    lows = [c.low for entries in listed.values() for c, _, _ in entries if not math.isnan(c.low)]
    low = lows[0] if lows else math.nan
    kind = attributes.type_of(attribute, value=first.value, unit=first.unit, low=low)
    return Question(subject, attribute, kind, listed)


def _firm(entries: list[tuple]) -> list[tuple]:
    """Return the claims of a source without forecasts, where it also gives a number as a fact."""
    firm = [e for e in entries if e[0].status != "hedged" or math.isnan(e[0].low)]
    return firm if any(not math.isnan(e[0].low) for e in firm) else entries


def _depends_on_day(attribute: str) -> bool:
    return attribute == "age" or attributes.grows(attribute)


def _tells_an_end(rows: list[Row]) -> bool:
    """Tell whether some say how long something lasts and others when it ends."""
    said = [Claim(str(row.value), _text(row.unit), _number(row.low)) for row in rows]
    return any(map(is_length, said)) and any(map(is_calendar, said))


class Places:
    """The places of facts by the number of the row: attribution, line, start, end, quote."""

    def __init__(self, facts: pd.DataFrame) -> None:
        """Keep the columns; most places are never asked for."""
        names = ("attribution", "line", "start", "end", "quote")
        self.columns = [plain.values(facts[name]) for name in names]
        self.rows = {number: place for place, number in enumerate(facts.index)}

    def __getitem__(self, number: int) -> tuple:
        """Return the place of a row of facts."""
        place = self.rows[number]
        attribution, line, start, end, quote = (column[place] for column in self.columns)
        return attribution, int(line), int(start), int(end), quote


def shown(side: tuple[Claim, ...]) -> list[str]:
    """Return the values of claims, "not …" for what is denied."""
    return [f"not {claim.value}" if claim.denied else claim.value for claim in side]


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _number(value: object) -> float:
    return math.nan if value is None or pd.isna(value) else float(value)
