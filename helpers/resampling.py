"""Draw the units of a text again: with replacement for an interval, dealt out for a test.

A unit is a row of counts, of one paragraph as a rule. The seed comes from the counts themselves,
so that a result depends neither on a source's name nor on the other sources.
"""

import zlib

import numpy as np

LEVEL = 0.95
RESAMPLES = 4_000
AT_ONCE = 1_000  # arrays that stay small are twice as fast
PERMUTATIONS = 4_999
SEED = 4_078
# More units than this are joined with their neighbours: time and memory stay bounded, and runs of
# neighbouring paragraphs are as good a unit as single ones once there are hundreds.
MAX_UNITS = 400


def replicates(counts: np.ndarray) -> np.ndarray:
    """Resample units with replacement and return the column sums of each resample.

    `counts` has one row a unit (a paragraph) and one column a count; the result has `RESAMPLES`
    rows and the same columns, so any statistic of summed counts follows in one expression. The
    seed is taken from the counts themselves: a source's interval depends neither on its name nor
    on the other sources.
    """
    counts = _joined(counts)
    n = len(counts)
    generator, rows = _generator(counts), np.arange(AT_ONCE)[:, None] * n
    parts = []
    for _ in range(RESAMPLES // AT_ONCE):
        drawn = generator.integers(n, size=(AT_ONCE, n)) + rows
        weights = np.bincount(drawn.ravel(), minlength=AT_ONCE * n).reshape(AT_ONCE, n)
        parts.append(weights.astype(float) @ counts)
    return np.concatenate(parts)


def percentile(values: np.ndarray, *, level: float = LEVEL) -> tuple[np.ndarray, np.ndarray]:
    """Return the percentile interval of replicated values, column by column.

    Replicates without a value (a resample without words) are left out.
    """
    ends = [(1 - level) / 2, (1 + level) / 2]
    quantile = np.nanquantile if np.isnan(values).any() else np.quantile
    low, high = quantile(values, ends, axis=0)
    return low, high


def deal(counts: np.ndarray, other: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pool the units of two sources, deal them out again, and return the column sums of both.

    Each side keeps its number of units; there are `PERMUTATIONS` rows.
    """
    counts, other = _joined(counts), _joined(other)
    pooled = np.vstack([counts, other])
    member = np.arange(len(pooled)) < len(counts)
    dealt = np.broadcast_to(member, (PERMUTATIONS, len(pooled)))
    sums = _generator(pooled).permuted(dealt, axis=1).astype(float) @ pooled
    return sums, pooled.sum(axis=0) - sums


def permutation_p(dealt: np.ndarray, observed) -> np.ndarray:
    """Return the two-sided p of an observed statistic among dealt ones, column by column."""
    extreme = np.abs(dealt) >= np.abs(observed) - 1e-12
    return (1 + extreme.sum(axis=0)) / (1 + PERMUTATIONS)


def _joined(counts: np.ndarray) -> np.ndarray:
    if len(counts) <= MAX_UNITS:
        return counts
    return np.add.reduceat(counts, np.arange(MAX_UNITS) * len(counts) // MAX_UNITS, axis=0)


def _generator(counts: np.ndarray) -> np.random.Generator:
    return np.random.default_rng([SEED, zlib.crc32(np.ascontiguousarray(counts, float).tobytes())])
