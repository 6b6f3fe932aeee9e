"""Say how many hype words a careful reader would have marked where the detector found `n`."""

import numpy as np
import pandas as pd

from helpers import accuracy
from helpers.scoring.labels import PASSES, Labels
from helpers.scoring.matching import Judged

COLUMNS = ["source", *PASSES, "both", "detected", "corrected", "low", "high"]
DRAWS = 20_000
SEED = 4_078


def corrected_counts(judged: dict[str, Judged], given: Labels) -> pd.DataFrame:
    """Return one row per labelled article: its hype as counted by each, and corrected.

    `first`, `second` and `both` count spans of the passes, `detected` the hits. `corrected` is
    hits x P / R, where P (here the share of all hits that both passes marked) and R are those of
    the other articles, and hits and scores are held out alike (`accuracy.HELD_OUT`): so it
    estimates `both` as it would for an article without labels (Rogan and Gladen 1978, for counts).
    `low high` is a 95 % predictive interval: P and R are drawn from their Beta(1/2, 1/2)
    posteriors, the right ones among the hits are binomial, and the missed ones negative binomial.
    With fewer than two labelled articles there is no correction.
    """
    if accuracy.HELD_OUT not in judged:
        return pd.DataFrame(columns=COLUMNS)
    held_out, whole = judged[accuracy.HELD_OUT], judged[accuracy.HYPE]
    marks = given.layers["hype"].groupby(["labeller", "source"]).size()
    rows = []
    for source in held_out.sources:
        counts = [
            int(marks.get((labeller, source), 0)) if labeller in covering else np.nan
            for covering in [given.labellers("hype", source)]
            for labeller in PASSES
        ]
        both = int((whole.labels["source"] == source).sum())
        detected = int((whole.hits["source"] == source).sum())
        rows.append((source, *counts, both, detected, *corrected(held_out, source)))
    return pd.DataFrame(rows, columns=COLUMNS)


def corrected(judged: Judged, source: str) -> tuple[float, float, float]:
    """Return the corrected count of one article and its interval."""
    hits = judged.hits[judged.hits["source"] != source]
    labels = judged.labels[judged.labels["source"] != source]
    right, found = int((hits["verdict"] == "right").sum()), int(labels["found"].sum())
    n = int((judged.hits["source"] == source).sum())
    if not right or not found:
        return np.nan, np.nan, np.nan
    generator = np.random.default_rng(SEED)
    precision = generator.beta(right + 0.5, len(hits) - right + 0.5, DRAWS)
    recall = generator.beta(found + 0.5, len(labels) - found + 0.5, DRAWS)
    true = generator.binomial(n, precision)
    low, high = np.quantile(true + generator.negative_binomial(true + 1, recall), [0.025, 0.975])
    return n * (right / len(hits)) / (found / len(labels)), float(low), float(high)
