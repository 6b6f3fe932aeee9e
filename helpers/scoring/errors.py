"""List the mistakes of the detectors as quotes, so that a reader can judge the judges."""

import numpy as np
import pandas as pd

from helpers import accuracy
from helpers.comparing import values
from helpers.scoring.matching import Judged, shared, versions

COLUMNS = ["detector", "error", "source", "line", "start", "end", "left", "quote", "right"]
COLUMNS += ["labelled", "detected"]
WIDTH = 40
SAYS = {
    accuracy.LINES: ("label",),
    accuracy.SENTENCES: ("quote",),
    accuracy.HYPE: ("category",),
    accuracy.SUPERLATIVES: ("kind", "support"),
    accuracy.FACTS: ("subject", "attribute", "value"),
}
# What a found label must also get right; of facts the value already counts as finding it.
ALSO = {accuracy.HYPE: "category", accuracy.SUPERLATIVES: "support", accuracy.FACTS: "attribute"}


def errors(judged: dict[str, Judged], blocks: pd.DataFrame) -> pd.DataFrame:
    """Return one row per mistake, in reading order; see `COLUMNS`.

    `error` is "missed" (a label that both passes set and no hit stands for), "wrong" (a hit where
    neither pass set a label) or the attribute that differs from what both passes say ("category",
    "support", "attribute"). `left` and `right` are the words around the quote in its block.
    """
    parts = [pd.DataFrame(columns=COLUMNS)]
    for detector in SAYS:
        if detector in judged:
            rows = mistakes(detector, judged[detector])
            parts.append(rows.sort_values(["source", "start", "end"], kind="stable"))
    whole = pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)
    left, right = contexts(whole, blocks)
    return whole.assign(left=left, right=right)[COLUMNS]


def mistakes(detector: str, judged: Judged) -> pd.DataFrame:
    """Return the mistakes of one detector, without the words around them."""
    labels, hits = judged.labels, judged.hits
    place = ["source", "line", "start", "end", "quote"]
    says, hit_says = describe(detector, labels), describe(detector, hits)
    missed = ~labels["found"].to_numpy(bool)
    rows = [
        labels.loc[missed, place].assign(
            error="missed",
            labelled=says[missed],
            detected=overlapping(labels[missed], hits, hit_says),
        )
    ]
    if detector not in (accuracy.LINES, accuracy.SENTENCES):
        wrong = (hits["verdict"] == "wrong").to_numpy(bool)
        rows.append(
            hits.loc[wrong, place].assign(error="wrong", labelled="", detected=hit_says[wrong])
        )
    if name := ALSO.get(detector):
        rows.append(unlike(judged, name)[[*place, "error", "labelled", "detected"]])
    return pd.concat([part for part in rows if len(part)] or rows[:1]).assign(detector=detector)


def unlike(judged: Judged, name: str) -> pd.DataFrame:
    """Return the found labels on whose attribute the passes agree and the detector does not."""
    expected, detected = accuracy.attribute_pairs(judged, name)
    same = values.same_attribute if name == "attribute" else str.__eq__
    differs = [not same(a, b) for a, b in zip(expected, detected, strict=True)]
    rows = judged.labels.loc[expected.index[differs]]
    return rows.assign(
        error=name,
        labelled=expected[differs].to_numpy(),
        detected=detected[differs].to_numpy(),
    )


def describe(detector: str, table: pd.DataFrame) -> np.ndarray:
    """Return in words what a label or a hit says of its quote."""
    columns = [table[name].astype(str).tolist() for name in SAYS[detector]]
    return np.array([", ".join(row) for row in zip(*columns, strict=True)], object)


def overlapping(labels: pd.DataFrame, hits: pd.DataFrame, says: np.ndarray) -> list[str]:
    """Return what the hits say that overlap each label, all the same not standing for it."""
    if not len(hits):
        return [""] * len(labels)
    first, second = versions(labels)
    overlap = np.maximum(shared(first, hits), shared(second, hits))
    return ["; ".join(dict.fromkeys(says[row > 0])) for row in overlap]


def contexts(table: pd.DataFrame, blocks: pd.DataFrame) -> tuple[list[str], list[str]]:
    """Return the words before and after each quote, at most `WIDTH` characters, from its block."""
    row = accuracy.block_rows(table, blocks)
    texts, begins = blocks["quote"].to_numpy(), blocks["start"].to_numpy()
    left, right = [], []
    for number, start, end in zip(row, table["start"], table["end"], strict=True):
        text, offset = texts[number], begins[number]
        left.append(text[max(start - offset - WIDTH, 0) : start - offset])
        right.append(text[end - offset : end - offset + WIDTH])
    return left, right
