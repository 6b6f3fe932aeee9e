"""Bring facts of different articles together by question and say whether they can all be true.

A question is a subject with an attribute. Silence is not disagreement, a majority is not right,
and no value is called the true one. A reader's own reference value is shown as theirs.
"""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import pandas as pd

from helpers import attributes
from helpers.comparison import COMPATIBLE, DIFFERENT, SAME, Claim, Relation, relate
from helpers.settings import Settings

VERDICTS = ("conflict", "compatible", "agree", "single")
STATUSES = ("asserted", "reported", "hedged", "negated")
COLUMNS = [
    *("subject", "attribute", "type", "verdict", "n_sources", "values"),
    *("statuses", "reason", "reference", "reference_source"),
]
CLAIM_COLUMNS = [
    *("subject", "attribute", "type", "source", "value", "unit", "low", "high", "status"),
    *("attribution", "n", "group", "line", "start", "end", "quote"),
]
_SIDE = ("source", "value", "status", "line", "start", "end", "quote")
PAIR_COLUMNS = [
    *("subject", "attribute", "type", "reason"),
    *(f"{name}_{side}" for side in ("a", "b") for name in _SIDE),
]
SILENCE_COLUMNS = ["source", "n_stated", "n_silent", "n_questions", "silent_on"]
DISPUTE_COLUMNS = ["source_a", "source_b", "n_shared", "n_conflicts", "questions"]
# Where one shared value settles the matter; for the rest one exclusion is enough to conflict.
_ANY_SAME = ("number", "score", "age", "date", "name", "spelling", "role")
# Past this many sources every pair is too many to read.
MAX_PAIRED = 20
# Past this many different answers to one question, the rarest are not set against one another;
# of one article's different answers, no more are read.
MAX_ANSWERS = 60
# Values in one line no more characters apart are not one value told in two ways.
SIDE_BY_SIDE = 100
# Past this many sources, `disputes` has those that contradict most others.
MAX_DISPUTED = 40
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
        verdict = next(v for v in order if any(pair[0].verdict == v for pair in pairs))
        relation, one, two = next(pair for pair in pairs if pair[0].verdict == verdict)
        matched = {claim for pair in pairs if pair[0].verdict == SAME for claim in pair[1:]}
        if verdict == SAME and self.kind not in _ANY_SAME and matched != {*own, *others}:
            return Relation(COMPATIBLE, "one says more"), one, two
        if verdict == DIFFERENT and self.kind in _ANY_SAME:
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


def compare(
    facts: pd.DataFrame, articles: pd.DataFrame, settings: Settings | None = None
) -> pd.DataFrame:
    """Return `divergence`: one row per question, conflicts first, then by number of sources.

    `verdict` is agree, compatible (rounding, bounds, wording, one says more, later in time),
    conflict (cannot both be true) or single (one source). `values` is JSON from source to its
    values, "not …" for what it denies; `statuses` from source to asserted, reported, hedged or
    negated. `reference` is the reader's own value of story.toml with its source, else "".
    Articles that are nearly the same text (`duplicate_of`) count as one source in `n_sources`,
    unless they are all that answers and exclude one another.
    """
    references = _references(settings or Settings())
    copies = articles.get("duplicate_of", pd.Series("", index=articles.index))
    originals = {s: of or s for s, of in zip(articles["source"], copies, strict=True)}
    rows = []
    for question in questions(facts, articles):
        values = {source: _shown(question.signature(source)) for source in question.claims}
        statuses = {
            source: [claim.status for claim in question.signature(source)]
            for source in question.claims
        }
        verdict = question.verdict.verdict
        n_sources = _n_sources(values, originals, verdict)
        rows.append(
            (question.subject, question.attribute, question.kind)
            + (
                "single" if n_sources == 1 else verdict,
                n_sources,
                _json(values),
                _json(statuses),
                question.verdict.reason,
            )
            + references.get(question.attribute, ("", ""))
        )
    table = pd.DataFrame(rows, columns=COLUMNS)
    rank = table["verdict"].map({verdict: rank for rank, verdict in enumerate(VERDICTS)})
    keys = pd.DataFrame({"rank": rank, "n": -table["n_sources"].astype(int)})
    order = pd.concat([keys, table[["subject", "attribute"]]], axis=1)
    order = order.sort_values(["rank", "n", "subject", "attribute"], kind="stable").index
    return table.loc[order].reset_index(drop=True)


def _n_sources(values: dict, originals: dict[str, str], verdict: str) -> int:
    """Return how many sources answer, near duplicates once unless they exclude one another."""
    distinct = {originals.get(source, source) for source in values}
    alone = verdict == "conflict" and len(distinct) == 1
    return len(values) if alone else len(distinct)


def questions(facts: pd.DataFrame, articles: pd.DataFrame) -> list[Question]:
    """Return the questions that the facts answer, with each source's distinct claims."""
    days = dict(zip(articles["source"], articles["date"], strict=True))
    order = {source: place for place, source in enumerate(articles["source"])}
    asked = facts["subject"].fillna("").ne("") & facts["attribute"].fillna("").ne("")
    groups: dict[tuple[str, str], list] = {}
    for row in facts[asked].itertuples():
        groups.setdefault((row.subject, row.attribute), []).append(row)
    return [_question(*asking, groups[asking], days, order) for asking in sorted(groups)]


def _question(subject: str, attribute: str, rows: list, days: dict, order: dict):
    """Gather the claims of one question: a value said twice in an article is one claim."""
    claims: dict[str, dict[tuple, list]] = {}
    for row in sorted(rows, key=lambda r: (order.get(r.source, len(order)), r.start)):
        claim = Claim(
            str(row.value),
            _text(row.unit),
            _number(row.low),
            _number(row.high),
            str(row.status),
            _text(days.get(row.source, "")) if _depends_on_day(attribute) else "",
        )
        known = claims.setdefault(row.source, {})
        key = (claim.value, claim.unit, claim.denied)
        old = known.get(key)
        if old is None:
            known[key] = [claim, row.Index, 1]
            continue
        old[2] += 1
        if STATUSES.index(claim.status) < STATUSES.index(old[0].status):
            old[:2] = [claim, row.Index]
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


def claims(facts: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return one row per question, source and distinct value, with the place it is stated first.

    `n` counts the mentions. `group` has a letter for each set of values that can be true
    together: "A" and "B" exclude one another, "AB" fits both.
    """
    rows, places = [], _places(facts)
    for question in questions(facts, articles):
        letters = _groups(question)
        for source, entries in question.claims.items():
            for claim, index, n in entries:
                attribution, *place = places[index]
                rows.append(
                    (question.subject, question.attribute, question.kind, source, claim.value)
                    + (claim.unit, claim.low, claim.high, claim.status, attribution, n)
                    + (letters[claim], *place)
                )
    return pd.DataFrame(rows, columns=CLAIM_COLUMNS)


def _places(facts: pd.DataFrame) -> dict[int, tuple]:
    """Return for each row of facts: attribution, line, start, end, quote."""
    columns = facts[["attribution", "line", "start", "end", "quote"]]
    return {row[0]: tuple(row[1:]) for row in columns.itertuples(name=None)}


def _groups(question: Question) -> dict[Claim, str]:
    """Give letters to claims, the narrow ones first: a broad one may fit several groups."""
    distinct = dict.fromkeys(c for entries in question.claims.values() for c, _, _ in entries)
    tree = attributes.lattice(question.attribute)

    def breadth(claim: Claim) -> tuple:
        width = claim.high - claim.low
        return claim.denied, 0 if math.isnan(width) else width, -len(tree.implied(claim.value))

    cores: list[list[Claim]] = []
    letters = {}
    for claim in sorted(distinct, key=breadth):
        fits = [
            place
            for place, core in enumerate(cores)
            if not any(_excludes(question, claim, member) for member in core[:MAX_PAIRED])
        ]
        if not fits and len(cores) > MAX_ANSWERS:
            fits = [len(cores) - 1]
        if not fits:
            cores.append([])
            fits = [len(cores) - 1]
        if len(fits) == 1:
            cores[fits[0]].append(claim)
        letters[claim] = "".join(_letter(place) for place in fits)
    return letters


def _excludes(question: Question, one: Claim, other: Claim) -> bool:
    return relate(question.attribute, question.kind, one, other).verdict == DIFFERENT


def _letter(place: int) -> str:
    return "ABCDEFGHIJKLMNOPQRSTUVWXY"[place] if place < 25 else "Z"


def contradictions(facts: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return one row per question and pair of sources that contradict each other, with the words.

    Columns `…_a` and `…_b` hold the two sides: source, value, status, line, start, end, quote.
    A question that more than `MAX_PAIRED` sources answer has a row per pair of its commonest
    answers instead, each shown by the first source that gives it.
    """
    rows, places = [], _places(facts)
    for question in questions(facts, articles):
        about = (question.subject, question.attribute, question.kind)
        sides = _sides(question, places)
        for source, other in combinations(question.paired(), 2):
            relation, one, two = question.between(source, other)
            if relation.verdict == DIFFERENT:
                pair = (*sides[source, one], *sides[other, two])
                rows.append((*about, relation.reason, *pair))
    return pd.DataFrame(rows, columns=PAIR_COLUMNS)


def internal(facts: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the conflicts inside one article, in the columns of `contradictions`.

    Two values side by side in one line are taken for values of two things.
    """
    rows, places = [], _places(facts)
    for question in questions(facts, articles):
        about = (question.subject, question.attribute, question.kind)
        sides = _sides(question, places)
        for source, entries in question.claims.items():
            for (one, at, _), (two, below, _) in combinations(entries[:MAX_ANSWERS], 2):
                relation = relate(question.attribute, question.kind, one, two)
                if side_by_side(places[at], places[below]):
                    continue
                if relation.verdict == DIFFERENT:
                    pair = (*sides[source, one], *sides[source, two])
                    rows.append((*about, relation.reason, *pair))
    return pd.DataFrame(rows, columns=PAIR_COLUMNS)


def side_by_side(one: tuple, two: tuple) -> bool:
    """Tell whether two values stand so near in a line that they are of two things: "5 of 7"."""
    (_, line, start, end, _), (_, other, begin, last, _) = one, two
    return line == other and max(start - last, begin - end) < SIDE_BY_SIDE


def _sides(question: Question, places: dict[int, tuple]) -> dict[tuple[str, Claim], tuple]:
    """Return for each source and claim: source, value, status, line, start, end, quote."""
    return {
        (source, claim): (source, *_shown((claim,)), claim.status, *places[index][1:])
        for source, entries in question.claims.items()
        for claim, index, _ in entries
    }


def disputes(facts: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return one row per pair of sources, those that contradict each other most first.

    `n_shared` counts the questions that both answer, `n_conflicts` those they answer in ways
    that cannot both be true, `questions` names these. Of more than `MAX_DISPUTED` sources the
    table has the pairs of those that contradict most others, so that it stays within
    `MAX_DISPUTED` squared rows.
    """
    shared: dict[tuple[str, str], list[str]] = {}
    asked = questions(facts, articles)
    chosen = _quarrelsome(asked, articles)
    for question in asked:
        for pair in combinations([s for s in question.claims if s in chosen], 2):
            entry = shared.setdefault(pair, [])
            differ = question.between(*pair)[0].verdict == DIFFERENT
            entry.append(f"{question.subject}: {question.attribute}" if differ else "")
    rows = [
        (*pair, len(entry), len([name for name in entry if name]), "; ".join(filter(None, entry)))
        for pair, entry in shared.items()
    ]
    table = pd.DataFrame(rows, columns=DISPUTE_COLUMNS)
    by = ["n_conflicts", "n_shared", "source_a", "source_b"]
    return table.sort_values(by, ascending=[False, True, True, True], ignore_index=True)


def _quarrelsome(asked: list[Question], articles: pd.DataFrame) -> frozenset[str]:
    """Return the `MAX_DISPUTED` sources that contradict most others, all if they are no more."""
    sources = articles["source"].tolist()
    if len(sources) <= MAX_DISPUTED:
        return frozenset(sources)
    count = dict.fromkeys(sources, 0)
    for question in asked:
        for own, others in combinations(question.common, 2):
            if question.opposed(own, others):
                for side, against in ((own, others), (others, own)):
                    for source in question.signatures[side]:
                        count[source] = count.get(source, 0) + len(question.signatures[against])
    most = sorted(count, key=lambda source: -count[source])
    return frozenset(most[:MAX_DISPUTED])


def silence(divergence: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return one row per source: questions that others ask of the story and it leaves open.

    Counted are the questions that at least two sources answer. `silent_on` names them.
    """
    asked = divergence[divergence["n_sources"] > 1]
    stated = [set(json.loads(values)) for values in asked["values"]]
    names = (asked["subject"] + ": " + asked["attribute"]).tolist()
    rows = []
    for source in articles["source"]:
        missing = [
            name for name, sources in zip(names, stated, strict=True) if source not in sources
        ]
        n_stated = len(names) - len(missing)
        rows.append((source, n_stated, len(missing), len(names), "; ".join(missing)))
    return pd.DataFrame(rows, columns=SILENCE_COLUMNS)


def _references(settings: Settings) -> dict[str, tuple[str, str]]:
    known = {name: one.reference for name, one in settings.attributes.items()}
    return {name: (one.value, one.source) for name, one in known.items() if one}


def _shown(side: tuple[Claim, ...]) -> list[str]:
    return [f"not {claim.value}" if claim.denied else claim.value for claim in side]


def _json(values: dict) -> str:
    return json.dumps(values, ensure_ascii=False)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _number(value: object) -> float:
    return math.nan if value is None or pd.isna(value) else float(value)
