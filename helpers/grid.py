"""Lay facts out for reading: the cells of the fact grid, groups of sources, words side by side."""

import json
import re
from collections import Counter

import pandas as pd

from helpers.comparing.attributes import FIRST_DAY
from helpers.comparing.questions import STATUSES
from helpers.lattice import lattice
from helpers.numbers.units import unit_factors
from helpers.short_values import axis_ticks, short_value, with_unit

CELL_COLUMNS = [
    *("question", "subject", "attribute", "verdict", "source", "label", "shown", "group"),
    *("status", "n_values", "stated"),
]
GROUP_COLUMNS = ["question", "subject", "attribute", "verdict", "group", "shown", "n_sources"]
LINE_COLUMNS = [
    *("question", "subject", "attribute", "verdict", "sources", "n_sources", "shown"),
    *("low", "high", "unit", "status", "group", "ticks"),
]
CARD_COLUMNS = [
    *("question", "group", "shown", "source", "label", "n_sources", "status", "line"),
    *("start", "end", "sentence", "quote_start", "quote_end"),
]
# Of these everybody knows the unit.
IN_YEARS = ("age", "minimum age", "maximum age")
NUMERIC = ("number", "age", "date")
SILENT = "silent"
OPEN = "other:"  # begins the name of a question that no rule names
MEASURED = re.compile(r"^([^,(]+) (duration|time|date|money|percent|measure)(,.*| too| \(.*\)|)$")
# Of stories in which nothing is answered twice, the grid has so many of the first questions.
MAX_ALONE = 50


def attribute_name(attribute: str) -> str:
    """Return an attribute as words: "other:scale_role" is "scale role".

    Of a question that no rule names, what is measured comes first: "duration (beat)".
    """
    words = attribute.replace("_", " ")
    if not words.startswith(OPEN):
        return words
    return MEASURED.sub(r"\2 (\1)\3", words.removeprefix(OPEN))


def question_name(subject: str, attribute: str) -> str:
    """Return a question as words: "Alexandr Wang: age"."""
    return f"{subject}: {attribute_name(attribute)}"


def cells(claims: pd.DataFrame, divergence: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return one row per question and source, in the order of `divergence`; silence is kept.

    Takes `divergence.claims`, `divergence.compare` and `articles`. `shown` is the source's value
    in short form, of several the one that says the most; `n_values` counts them; `group` is its
    letter, "" unless the question is a conflict. A silent source has status `silent`. Questions
    that one source alone answers are left out, unless there are no others.
    """
    several = divergence[divergence["n_sources"] > 1]
    divergence = divergence.head(MAX_ALONE) if several.empty else several
    stated = _by(claims, "subject", "attribute", "source")
    rows = []
    for question in divergence.itertuples():
        about = (question.subject, question.attribute)
        head = (question_name(*about), *about, question.verdict)
        for source, label in zip(articles["source"], articles["label"], strict=True):
            own = stated.get((*about, source))
            if own is None:
                rows.append((*head, source, label, "", "", SILENT, 0, False))
                continue
            main = _main_claim(own)
            group = main.group if question.verdict == "conflict" else ""
            shown = _listed(own) if main.type in ("set", "category") else _shown(main)
            rows.append((*head, source, label, shown, group, main.status, len(own), True))
    return pd.DataFrame(rows, columns=CELL_COLUMNS)


def _by(claims: pd.DataFrame, *columns: str) -> dict[tuple, list]:
    """Return the rows of claims by these columns, in their order."""
    found: dict[tuple, list] = {}
    for row in claims.itertuples(index=False):
        found.setdefault(tuple(getattr(row, name) for name in columns), []).append(row)
    return found


def _main_claim(own: list):
    """Return the claim that says the most: of one group, not denied, not hedged, narrow, often."""
    return min(own, key=_rank)


def _rank(claim) -> tuple:
    depth = len(lattice(claim.attribute).implied(claim.value))
    soft = STATUSES.index(claim.status) > 1
    return claim.status == "negated", len(claim.group), soft, -depth, -claim.n, claim.value


def _shown(claim) -> str:
    value = short_value(claim.value, unit=claim.unit, low=claim.low, high=claim.high)
    calendar = claim.low >= FIRST_DAY or claim.attribute in IN_YEARS
    value = value if calendar else with_unit(value, claim.unit)
    return f"not {value}" if claim.status == "negated" else value


def _listed(own: list) -> str:
    """Join the values of a source, the one that says the most first, without what follows."""
    ranked = sorted(own, key=_rank)
    tree = lattice(ranked[0].attribute)
    said = [claim for claim in ranked if claim.status != "negated"]
    above = {v for c in said for v in tree.implied(c.value) if v != tree.name(c.value)}
    kept = [c for c in ranked if c.status == "negated" or tree.name(c.value) not in above]
    return ", ".join(dict.fromkeys(_shown(claim) for claim in kept))


def groups(claims: pd.DataFrame, divergence: pd.DataFrame) -> pd.DataFrame:
    """Return one row per conflict and set of values that can be true together.

    `n_sources` counts the sources whose main value is in the group, `shown` names the values.
    """
    rows, stated = [], _by(claims, "subject", "attribute", "source")
    conflicts = divergence[divergence["verdict"] == "conflict"]
    mains: dict[tuple, list] = {}
    for (subject, attribute, _), own in stated.items():
        mains.setdefault((subject, attribute), []).append(_main_claim(own))
    for question in conflicts.itertuples():
        about = (question.subject, question.attribute)
        main = mains[about]
        for group in sorted({claim.group for claim in main}, key=lambda g: (len(g), g)):
            members = [claim for claim in main if claim.group == group]
            values = dict.fromkeys(_shown(claim) for claim in members)
            head = (question_name(*about), *about, question.verdict)
            rows.append((*head, group, " / ".join(values), len(members)))
    return pd.DataFrame(rows, columns=GROUP_COLUMNS)


def number_lines(
    claims: pd.DataFrame, divergence: pd.DataFrame, articles: pd.DataFrame
) -> pd.DataFrame:
    """Return one row per numeric question of several sources and distinct interval.

    `sources` is JSON: the labels of the sources that give the value. `low` and `high` are as
    in `facts`; `ticks` is JSON of the places on the question's axis that are labelled, with their
    labels; questions are in the order of `divergence`.
    """
    labels = dict(zip(articles["source"], articles["label"], strict=True))
    several = divergence[(divergence["n_sources"] > 1) & divergence["type"].isin(NUMERIC)]
    rows = []
    for question in several.itertuples():
        about = (question.subject, question.attribute)
        own = claims[(claims["subject"] == about[0]) & (claims["attribute"] == about[1])]
        own = own[own["low"].notna() & (own["status"] != "negated")]
        if question.type == "date":  # a year and a month stand on one line as they are
            head = (question_name(*about), *about, question.verdict)
            rows += _lines_of(own.assign(unit=""), labels, head, dates=True)
            continue
        own = own.assign(unit=own["unit"].map(_compared_unit))
        measures = own["unit"].map(_measure)
        for measure, told in own.groupby(measures, sort=False):
            apart = f" in {measure}" if measures.nunique() > 1 and measure else ""
            head = (f"{question_name(*about)}{apart}", *about, question.verdict)
            rows += _lines_of(told, labels, head)
    return pd.DataFrame(rows, columns=LINE_COLUMNS)


def _lines_of(
    told: pd.DataFrame, labels: dict[str, str], head: tuple, *, dates: bool = False
) -> list[tuple]:
    """Return the rows of one axis; lengths in several units are drawn in the commonest of them."""
    units, factors = Counter(told["unit"]), unit_factors()
    unit = min(units, key=lambda own: (-units[own], own))
    scale = told["unit"].map(lambda own: 1.0 if own == unit else factors[own][1] / factors[unit][1])
    told = told.assign(low=told["low"] * scale, high=told["high"] * scale)
    ticks = json.dumps(axis_ticks([*told["low"], *told["high"]], unit=unit, dates=dates))
    rows = []
    for (low, high, own), part in told.groupby(["low", "high", "unit"], sort=True):
        first = part.iloc[0]
        names = list(dict.fromkeys(labels.get(s, s) for s in part["source"]))
        shown = short_value(first["value"], unit=own, low=low, high=high)
        shown = with_unit(shown, own) if len(units) > 1 else shown
        rows.append(
            (*head, json.dumps(names, ensure_ascii=False), len(names), shown)
            + (low, high, unit, first["status"], first["group"], ticks)
        )
    return rows


def _compared_unit(unit: str) -> str:
    """Return a unit, "" for the noun of a count: 41 miners and 41 people are one number."""
    known = unit in unit_factors() or unit == "percent" or unit.isupper()
    return unit if known else ""


def _measure(unit: str) -> str:
    """Return what units that share an axis are made of: metres and miles do, two currencies do not."""
    return unit_factors().get(unit, (unit, 1.0))[0]


def cards(
    claims: pd.DataFrame,
    divergence: pd.DataFrame,
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
) -> pd.DataFrame:
    """Return one row per conflict and group of values: one sentence that states it.

    The sentence is of the first source in the group, an asserted one if there is any;
    `n_sources` counts all of the group. `quote_start` and `quote_end` are offsets of the stated
    words within `sentence`.
    """
    labels = dict(zip(articles["source"], articles["label"], strict=True))
    by_source = {source: own for source, own in sentences.groupby("source")}
    rows = []
    for question in divergence[divergence["verdict"] == "conflict"].itertuples():
        about = (question.subject, question.attribute)
        own = claims[(claims["subject"] == about[0]) & (claims["attribute"] == about[1])]
        decided = own[own["group"].str.len() == 1]
        for group, part in decided.groupby("group", sort=True):
            best = min(part.itertuples(), key=_rank)
            sentence = _sentence_around(by_source.get(best.source), best)
            rows.append(
                (question_name(*about), group, _shown(best), best.source)
                + (labels.get(best.source, best.source), part["source"].nunique())
                + (best.status, best.line, best.start, best.end, *sentence)
            )
    return pd.DataFrame(rows, columns=CARD_COLUMNS)


def _sentence_around(sentences: pd.DataFrame | None, claim) -> tuple[str, int, int]:
    """Return the sentence that a claim begins in, and the place of its words in there."""
    if sentences is not None:
        inside = (sentences["start"] <= claim.start) & (sentences["end"] > claim.start)
        for row in sentences[inside].itertuples():
            begin = claim.start - row.start
            return row.quote, begin, min(begin + len(claim.quote), len(row.quote))
    return claim.quote, 0, len(claim.quote)
