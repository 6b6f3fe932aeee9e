"""Bring facts of different articles together by question and say whether they can all be true.

No value is called the true one. A reader's own reference value is shown as theirs.
"""

import json
import math

import pandas as pd

from helpers.comparing.comparison import relate
from helpers.comparing.questions import MAX_ANSWERS, MAX_PAIRED, Places, Question, gather, shown
from helpers.comparing.verdicts import DIFFERENT, Claim
from helpers.lattice import lattice
from helpers.settings import Settings

VERDICTS = ("conflict", "compatible", "agree", "single")
COLUMNS = [
    *("subject", "attribute", "type", "verdict", "n_sources", "values"),
    *("statuses", "reason", "reference", "reference_source"),
]
CLAIM_COLUMNS = [
    *("subject", "attribute", "type", "source", "value", "unit", "low", "high", "status"),
    *("attribution", "n", "group", "line", "start", "end", "quote"),
]
SILENCE_COLUMNS = ["source", "n_stated", "n_silent", "n_questions", "silent_on"]


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
    for question in gather(facts, articles):
        values = {source: shown(question.signature(source)) for source in question.claims}
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


def claims(facts: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return one row per question, source and distinct value, with the place it is stated first.

    `n` counts the mentions. `group` has a letter for each set of values that can be true
    together: "A" and "B" exclude one another, "AB" fits both.
    """
    rows, stated = [], Places(facts)
    for question in gather(facts, articles):
        letters = _groups(question)
        for source, entries in question.claims.items():
            for claim, index, n in entries:
                attribution, *place = stated[index]
                rows.append(
                    (question.subject, question.attribute, question.kind, source, claim.value)
                    + (claim.unit, claim.low, claim.high, claim.status, attribution, n)
                    + (letters[claim], *place)
                )
    return pd.DataFrame(rows, columns=CLAIM_COLUMNS)


def _groups(question: Question) -> dict[Claim, str]:
    """Give letters to claims, the narrow ones first: a broad one may fit several groups."""
    distinct = dict.fromkeys(c for entries in question.claims.values() for c, _, _ in entries)
    tree = lattice(question.attribute)

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


def _json(values: dict) -> str:
    return json.dumps(values, ensure_ascii=False)
