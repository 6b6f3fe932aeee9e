"""Say how far the two passes of labels agree, and the detector with each of them.

Agreement of people is the measure of what a detector can reach. Two spans agree when they
overlap; they are paired one to one, the largest overlap first. (The guide's own figures pair in
reading order, which gives the same number of pairs of hype, but 0.772 for exact spans and 0.957
for categories. Its 0.837 for facts asks for the same attribute and status, not for the value.)
"""

import numpy as np
import pandas as pd

from helpers import accuracy, intervals, resampling
from helpers.scoring.labels import PASSES, Labels
from helpers.scoring.matching import pair, passes, shared, twice

DETECTOR = "detector"
COLUMNS = ["layer", "one", "other", "n_one", "n_other", "n_both", "f1", "low", "high", "exact_f1"]
COLUMNS += ["kappa", "kappa_low", "kappa_high"]
ATTRIBUTES = {"hype": "category", "superlatives": "support", "facts": "value"}
SAME = ["layer", "attribute", "n_both", "same", "share", "low", "high"]
RULES = {"blocks": accuracy.same_label, "facts": accuracy.same_question}


def agreement(tables, given: Labels) -> pd.DataFrame:
    """Return how far the passes agree, layer by layer, and the detector with each; see `COLUMNS`.

    `f1` is 2 x pairs / (spans of one + spans of the other), with a 95 % interval from resampled
    blocks. `kappa` (Cohen 1960) asks of every sentence whether it holds a span: spans have no
    true negatives, sentences have. Only articles that both passes cover count; for lines
    and sentences the passes alone are compared. Facts agree when they answer the same question.
    """
    rows = []
    for layer in given.layers:
        covered = twice(given, layer)
        if not covered:
            continue
        first, second = passes(given, layer)
        spans = {PASSES[0]: first, PASSES[1]: second}
        if layer in ATTRIBUTES:
            hits = getattr(tables, layer)
            spans[DETECTOR] = hits[hits["source"].isin(covered)].reset_index(drop=True)
        blocks = tables.blocks[tables.blocks["source"].isin(covered)]
        sentences = tables.sentences[tables.sentences["source"].isin(covered)]
        names = list(spans)
        for one, other in [(0, 1), (0, 2), (1, 2)][: 1 if len(names) == 2 else 3]:
            tables_of = spans[names[one]], spans[names[other]]
            numbers = span_agreement(*tables_of, blocks, RULES.get(layer))
            kappa = [np.nan] * 3
            if layer in ATTRIBUTES:
                kappa = sentence_kappa(*tables_of, sentences, blocks)
            rows.append((layer, names[one], names[other], *numbers, *kappa))
    return pd.DataFrame(rows, columns=COLUMNS)


def span_agreement(one, other, blocks, rule) -> tuple:
    """Return the columns from `n_one` to `exact_f1` for two tables of spans."""
    pairs = pair(one, other, rule)
    left, right = one.iloc[[i for i, _ in pairs]], other.iloc[[j for _, j in pairs]]
    counted = np.zeros((len(blocks), 2))
    for column, tables in enumerate([[left, left], [one, other]]):
        for table in tables:
            np.add.at(counted[:, column], accuracy.block_rows(table, blocks), 1)
    f1 = accuracy.ratio(*counted.sum(axis=0)[:, None])[0]
    low, high = np.nan, np.nan
    if len(counted) > 1:
        low, high = accuracy.percentile(accuracy.ratio(*resampling.replicates(counted).T))
    exact = left[["start", "end"]].to_numpy() == right[["start", "end"]].to_numpy()
    exact_f1 = accuracy.ratio(
        np.array([2 * exact.all(axis=1).sum()]), counted[:, 1].sum(keepdims=True)
    )
    return len(one), len(other), len(pairs), float(f1), low, high, float(exact_f1[0])


def sentence_kappa(one, other, sentences, blocks) -> tuple[float, float, float]:
    """Return Cohen's kappa of "this sentence holds a span" and its interval over blocks."""
    held = [shared(sentences, table).any(axis=1) for table in (one, other)]
    cells = [held[0] & held[1], held[0] & ~held[1], ~held[0] & held[1], ~held[0] & ~held[1]]
    counted = np.zeros((len(blocks), 4))
    np.add.at(counted, accuracy.block_rows(sentences, blocks), np.column_stack(cells).astype(float))
    low, high = np.nan, np.nan
    if len(counted) > 1:
        low, high = accuracy.percentile(kappa(resampling.replicates(counted)))
    return float(kappa(counted.sum(axis=0)[None, :])[0]), low, high


def kappa(cells: np.ndarray) -> np.ndarray:
    """Return Cohen's kappa of each row of both, first only, second only, neither.

    (observed - expected agreement) / (1 - expected): 1 is full agreement, 0 is chance; NaN where
    chance alone agrees on everything.
    """
    total = cells.sum(axis=1)
    share = cells / np.where(total > 0, total, np.nan)[:, None]
    both, first, second, neither = share.T
    expected = (both + first) * (both + second) + (neither + second) * (neither + first)
    return accuracy.ratio(both + neither - expected, 1 - expected)


def same_attributes(given: Labels) -> pd.DataFrame:
    """Return how often the passes give a span that both marked the same attribute; see `SAME`."""
    rows = []
    for layer, name in ATTRIBUTES.items():
        if not twice(given, layer):
            continue
        first, second = passes(given, layer)
        pairs = pair(first, second, RULES.get(layer))
        one, other = (passed[name].tolist() for passed in (first, second))
        same, n = sum(one[i] == other[j] for i, j in pairs), len(pairs)
        share = same / n if n else np.nan
        rows.append((layer, name, n, same, share, *intervals.wilson(same, n)))
    return pd.DataFrame(rows, columns=SAME)
