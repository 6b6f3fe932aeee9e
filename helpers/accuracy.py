"""Score every detector against the labels, with intervals.

A hit is right when it overlaps a span that both passes marked; a span that one pass marked is
neither right nor wrong (`helpers.scoring.matching`). Exact spans, categories and SemEval's partial match
stand beside that number.
"""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from helpers import intervals, resampling
from helpers.comparing import values
from helpers.lexicons import default_lexicon
from helpers.scoring.labels import Labels
from helpers.scoring.matching import Judged, equal, judge, settle, shared, sources, versions

LINES = "lines"
SENTENCES = "sentences"
HYPE = "hype"
HELD_OUT = "hype, held out"
# Constructions that hold no words of a list.
WORDLESS = frozenset(["emoji", "question"])
LISTED = "hype, held out, published kept"
SUPERLATIVES = "superlatives"
FACTS = "facts"
LAYERS = {
    LINES: "blocks",
    SENTENCES: "sentences",
    HYPE: "hype",
    HELD_OUT: "hype",
    LISTED: "hype",
    SUPERLATIVES: "superlatives",
    FACTS: "facts",
}
CATEGORIES = dict.fromkeys((HYPE, HELD_OUT, LISTED), "category")
CATEGORIES |= {SUPERLATIVES: "kind", FACTS: "attribute"}
ATTRIBUTES = (
    (HYPE, "category"),
    (SUPERLATIVES, "kind"),
    (SUPERLATIVES, "hedged"),
    (SUPERLATIVES, "support"),
    (FACTS, "attribute"),
    (FACTS, "subject"),
    (FACTS, "status"),
)
ALL = "all"

COUNTS = ["n_labels", "found", "found_exactly", "label_credit"]
COUNTS += ["n_hits", "right", "right_exactly", "hit_credit"]
SHARES = ["precision", "recall", "f1"]
SCORES = ["detector", "group", "n_labels", "found", "n_hits", "right"]
SCORES += [name + end for name in SHARES for end in ("", "_low", "_high")]
SCORES += ["exact_f1", "partial_f1"]
SUMMARY = ["detector", "measure", "n_labels", "score", "low", "high"]
SAME = ["detector", "attribute", "n", "same", "share", "low", "high"]
LEVELS = ["asked", "n_labels", "found", "share", "low", "high"]


def compare(tables, given: Labels) -> dict[str, Judged]:
    """Compare each detector with the labels of its layer; keys are detectors, see `LAYERS`.

    `tables` has `blocks sentences hype superlatives facts`. A detector without labels is left
    out, and so are hits in articles without labels of the layer. To hold one article out takes
    labels on two.
    """
    hits = {
        LINES: tables.blocks.rename(columns={"kind": "label"}),
        SENTENCES: touching(tables.sentences, given.layers["sentences"]),
        HYPE: tables.hype,
        HELD_OUT: without_own_entries(tables.hype, given.layers["hype"]),
        LISTED: without_own_entries(tables.hype, given.layers["hype"], kept=published_entries()),
        SUPERLATIVES: tables.superlatives,
        FACTS: tables.facts,
    }
    return {
        detector: judge(
            hits[detector],
            settle(given, layer, same_question if layer == "facts" else None),
            sources(given, layer),
            same=RULES.get(detector),
            category=CATEGORIES.get(detector, ""),
        )
        for detector, layer in LAYERS.items()
        if len(sources(given, layer)) > (detector in {HELD_OUT, LISTED})
    }


def same_label(hits: pd.DataFrame, labels: pd.DataFrame) -> np.ndarray:
    """Tell which lines have the kind that the label gives them."""
    return equal(hits, labels, ["label"])


def same_span(hits: pd.DataFrame, labels: pd.DataFrame) -> np.ndarray:
    """Tell which sentences begin and end where the labels say."""
    return equal(hits, labels, ["start", "end"])


def same_value(hits: pd.DataFrame, labels: pd.DataFrame) -> np.ndarray:
    """Tell which facts have which label's value."""
    return values.compare(hits["value"], labels["value"], values.same_value)


def same_question(hits: pd.DataFrame, labels: pd.DataFrame) -> np.ndarray:
    """Tell which facts are of which label's attribute."""
    return values.compare(hits["attribute"], labels["attribute"], values.same_attribute)


def same_subject(hits: pd.DataFrame, labels: pd.DataFrame) -> np.ndarray:
    """Tell which facts are about which label's subject."""
    return values.compare(hits["subject"], labels["subject"], values.same_name)


def touching(hits: pd.DataFrame, labels: pd.DataFrame) -> pd.DataFrame:
    """Return the sentences that share words with a labelled one: only the hard ones are labelled."""
    parts = [
        own[shared(own, labels[labels["source"] == source]).any(axis=1)]
        for source, own in hits.groupby("source")
    ]
    return pd.concat(parts) if parts else hits


RULES = {LINES: same_label, SENTENCES: same_span, FACTS: same_value}


def published_entries() -> frozenset[str]:
    """Return the ids of the lexicon entries whose word stands in a published list."""
    return frozenset(entry.id for entry in default_lexicon().entries if entry.listed_in)


def without_own_entries(
    hits: pd.DataFrame, labels: pd.DataFrame, *, kept: frozenset[str] = frozenset()
) -> pd.DataFrame:
    """Return the hype hits that do not rest on labels of the very article they stand in.

    An article supports a lexicon entry when a hit of the entry in it overlaps a label of either
    pass. Hits by entries that no other article supports are left out, unless their id is in
    `kept`; entries that no label supports stay. A row of the lexicon is an entry: a word with what
    is made from it, or an idiom. Some rows hold synonyms, but none of which two articles support
    different ones. A construction, known by its grammar, is an entry too, with all its words; one
    without words of its own (emoji, a question) is none: nothing of it can have been taken from an
    article. With none `kept` this is the strict score, a lower bound: a common word that happens
    to stand in one article goes too. With the
    `published_entries` kept it asks what rests on neither another article nor a published list:
    only such an entry can have been taken from the very article.
    """
    marked = hits[shared(hits, labels).any(axis=1)]
    supporters = marked.groupby("lexicon_id")["source"].agg(frozenset).to_dict()
    pairs = zip(hits["lexicon_id"], hits["source"], strict=True)
    kept |= WORDLESS
    rests = [entry in kept or supporters.get(entry) != {source} for entry, source in pairs]
    return hits[np.array(rests, bool)]


def score(judged: dict[str, Judged], blocks: pd.DataFrame, *, by: str = "") -> pd.DataFrame:
    """Return one row per detector, and per "source" or "category" with `by`; see `SCORES`.

    Shares run from 0 to 1. `recall` is found / labels, `precision` right / hits (open hits are
    not counted), `f1` their harmonic mean. `exact_f1` asks for the very span; `partial_f1` is
    SemEval's, where span and category count by the characters they share. Intervals (95 %)
    resample blocks, and are at least as wide as Wilson's, so that ten of ten is not certain.
    By category a hit must have the label's category. Of the sentences only those are counted that
    touch a labelled one.
    """
    rows = []
    for detector, whole in judged.items():
        for group, one in groups(detector, whole, by):
            covered = blocks[blocks["source"].isin(one.sources)]
            rows.append((detector, group, *measures(count(one, covered))))
    return pd.DataFrame(rows, columns=SCORES)


def groups(detector: str, judged: Judged, by: str) -> Iterator[tuple[str, Judged]]:
    """Yield the comparison as a whole, or that of each article or category."""
    if not by:
        yield ALL, judged
    elif by == "source":
        for source in judged.sources:
            hits, labels, marked = (
                table[table["source"] == source]
                for table in (judged.hits, judged.labels, judged.marked)
            )
            yield source, Judged([source], marked, hits, labels)
    elif name := CATEGORIES.get(detector):
        first, second = (family(version[name]) for version in versions(judged.marked))
        for category in first.value_counts().index:
            one, other = first == category, second == category
            marked = judged.marked.assign(settled=judged.marked["settled"] & one & other)
            hits = judged.hits[family(judged.hits[name]) == category]
            rule = RULES.get(detector)
            yield category, judge(hits, marked[one | other], judged.sources, same=rule)


def family(categories: pd.Series) -> pd.Series:
    """Return categories without what follows a colon: "other:wealth" is one of the "other"."""
    return categories.str.split(":").str[0]


def count(judged: Judged, blocks: pd.DataFrame) -> np.ndarray:
    """Return `COUNTS` per block, one row a block of the labelled articles."""
    labels, hits = judged.labels, judged.hits[judged.hits["verdict"] != "open"]
    parts = [
        (labels, [np.ones(len(labels)), labels["found"], labels["exact"], labels["credit"]]),
        (hits, [np.ones(len(hits)), hits["verdict"] == "right", hits["exact"], hits["credit"]]),
    ]
    counted = np.zeros((len(blocks), len(COUNTS)))
    for column, (table, numbers) in zip((0, 4), parts, strict=True):
        row = block_rows(table, blocks)
        for offset, own in enumerate(numbers):
            np.add.at(counted[:, column + offset], row, np.asarray(own, float))
    return counted


def block_rows(table: pd.DataFrame, blocks: pd.DataFrame) -> np.ndarray:
    """Return for each row of `table` the number of the block that it starts in."""
    rows = np.zeros(len(table), int)
    places = blocks.reset_index(drop=True).groupby("source").indices
    for source, own in table.reset_index(drop=True).groupby("source").indices.items():
        begins = blocks["start"].to_numpy()[places[source]]
        found = np.searchsorted(begins, table["start"].to_numpy()[own], side="right") - 1
        rows[own] = places[source][np.maximum(found, 0)]
    return rows


def measures(counted: np.ndarray) -> tuple:
    """Return the columns of `SCORES` after the group, from counts per block."""
    sums = counted.sum(axis=0)
    point = shares(sums[None, :])
    drawn = shares(resampling.replicates(counted)) if len(counted) > 1 else point
    ends = [percentile(drawn[name]) for name in SHARES]
    n_labels, found, _, _, n_hits, right, _, _ = sums.round().astype(int).tolist()
    exact = [intervals.wilson(right, n_hits), intervals.wilson(found, n_labels)]
    # F1 is the share of right ones among labels and hits together, so it gets that share's.
    exact.append(intervals.wilson(right + found, n_hits + n_labels))
    row = [n_labels, found, n_hits, right]
    for name, (low, high), (narrow, wide) in zip(SHARES, ends, exact, strict=True):
        row += [point[name][0], float(np.fmin(low, narrow)), float(np.fmax(high, wide))]
    return (*row, point["exact_f1"][0], point["partial_f1"][0])


def percentile(drawn: np.ndarray) -> tuple[float, float]:
    """Return the 95 % interval of replicates; NaN where none has a value."""
    if np.isnan(drawn).all():
        return np.nan, np.nan
    low, high = resampling.percentile(drawn)
    return float(low), float(high)


def shares(sums: np.ndarray) -> dict[str, np.ndarray]:
    """Return precision, recall and the three F1 for each row of summed `COUNTS`."""
    n_labels, found, found_exactly, label_credit, n_hits, right, right_exactly, hit_credit = sums.T
    return {
        "precision": ratio(right, n_hits),
        "recall": ratio(found, n_labels),
        "f1": harmonic(ratio(right, n_hits), ratio(found, n_labels)),
        "exact_f1": harmonic(ratio(right_exactly, n_hits), ratio(found_exactly, n_labels)),
        "partial_f1": harmonic(ratio(hit_credit, n_hits), ratio(label_credit, n_labels)),
    }


def ratio(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """Return part / whole, NaN of nothing."""
    return np.divide(part, whole, out=np.full(len(part), np.nan), where=whole > 0)


def harmonic(precision: np.ndarray, recall: np.ndarray) -> np.ndarray:
    """Return 2PR / (P + R): 0 if one is 0 or there is nothing to take it of, NaN if both are so."""
    p, r = np.nan_to_num(precision), np.nan_to_num(recall)
    f1 = np.divide(2 * p * r, p + r, out=np.zeros(len(p)), where=p + r > 0)
    return np.where(np.isnan(precision) & np.isnan(recall), np.nan, f1)


def summary(scores: pd.DataFrame) -> pd.DataFrame:
    """Return the one number of each detector that is quoted; see `SUMMARY`.

    F1 where every occurrence was labelled; else the share of the labels that came out: lines
    with their kind, sentences with both ends, facts with their value.
    """
    by_f1 = scores["detector"].isin([HYPE, HELD_OUT, LISTED, SUPERLATIVES])
    columns = {"score": "", "low": "_low", "high": "_high"}
    shown = {
        name: scores["f1" + end].where(by_f1, scores["recall" + end])
        for name, end in columns.items()
    }
    measure = np.where(by_f1, "F1", "share found")
    return scores.assign(measure=measure, **shown)[SUMMARY]


def same_attributes(judged: dict[str, Judged]) -> pd.DataFrame:
    """Return how often the found labels got the right attributes too; see `SAME`.

    `n` counts the found labels on which both passes agree. Wilson's intervals.
    """
    rows = []
    for detector, name in ATTRIBUTES:
        if detector in judged:
            expected, detected = attribute_pairs(judged[detector], name)
            rule = {"subject": values.same_name, "attribute": values.same_attribute}.get(name)
            pairs = zip(expected, detected, strict=True)
            same = sum(rule(str(a), str(b)) if rule else a == b for a, b in pairs)
            n = len(expected)
            share = same / n if n else np.nan
            rows.append((detector, name, n, same, share, *intervals.wilson(same, n)))
    return pd.DataFrame(rows, columns=SAME)


def attribute_pairs(judged: Judged, name: str) -> tuple[pd.Series, pd.Series]:
    """Return an attribute of the found labels that both passes agree on, labelled and detected."""
    labels = judged.labels
    first, second = versions(labels)
    labels = labels[labels["found"].to_numpy(bool) & (first[name] == second[name]).to_numpy(bool)]
    return labels[name], judged.hits[name].iloc[labels["hit"].to_numpy(int)]


def fact_levels(facts: pd.DataFrame, given: Labels) -> pd.DataFrame:
    """Return how many labelled facts are found, the more is asked of them; see `LEVELS`."""
    rules = [("the place", None), ("and the value", same_value)]
    rules += [("and the attribute", same_question), ("and the subject", same_subject)]
    marked, labelled = settle(given, "facts", same_question), sources(given, "facts")
    rows, asked = [], []
    for name, rule in rules:
        asked += [rule] if rule else []
        judged = judge(facts, marked, labelled, same=all_of(asked))
        n, found = len(judged.labels), int(judged.labels["found"].sum())
        share = found / n if n else np.nan
        rows.append((name, n, found, share, *intervals.wilson(found, n)))
    return pd.DataFrame(rows, columns=LEVELS)


def all_of(rules: list):
    """Return a rule that holds where all `rules` hold."""

    def rule(hits: pd.DataFrame, labels: pd.DataFrame) -> np.ndarray:
        held = [one(hits, labels) for one in rules]
        return np.logical_and.reduce([np.ones((len(hits), len(labels)), bool), *held])

    return rule
