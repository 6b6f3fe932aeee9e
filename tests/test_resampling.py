import numpy as np
import pytest
from scipy import stats

from helpers import resampling


def test_paragraph_interval_equals_scipys_bootstrap():
    found, words = (
        [3, 0, 1, 4, 0, 2, 1, 0, 5, 0, 0, 1],
        [40, 55, 30, 61, 48, 35, 52, 44, 70, 38, 41, 66],
    )
    sums = resampling.replicates(np.column_stack([words, found]).astype(float))
    mine = resampling.percentile(sums[:, 1] / sums[:, 0])
    theirs = stats.bootstrap(
        (found, words),
        lambda h, w, axis: h.sum(axis=axis) / w.sum(axis=axis),
        paired=True,
        vectorized=True,
        method="percentile",
        n_resamples=4000,
        rng=np.random.default_rng(1),
    ).confidence_interval
    assert mine == pytest.approx(tuple(theirs), rel=0.08)


def test_five_hundred_units_are_joined_without_losing_a_count():
    counts = np.ones((1001, 2))
    assert resampling.replicates(counts)[:, 0].mean() == pytest.approx(1001, rel=0.01)
