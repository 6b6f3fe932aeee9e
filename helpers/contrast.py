"""Find the words by which each article differs from the others of its story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from helpers.language import ParsedArticle

WORDS = ["source", "word", "n"]
COLUMNS = "source word n n_others delta z p_corrected survives".split()
PRIOR = 500
LEVEL = 0.05
LEAST = 2


def count_words(parsed: Iterable[ParsedArticle]) -> pd.DataFrame:
    """Return one row per source and word (lower case, letters only): `source word n`."""
    rows = [
        (article.source, word, n)
        for article in parsed
        for word, n in Counter(
            token.lower_ for block in article.blocks for token in block.doc if token.is_alpha
        ).items()
    ]
    table = pd.DataFrame(rows, columns=WORDS)
    return table.sort_values(["source", "word"], ignore_index=True)


def log_odds(words: pd.DataFrame, *, prior: float = PRIOR) -> pd.DataFrame:
    """Return the contrast of each word in each source with the other sources; see `COLUMNS`.

    `delta` is the log odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn
    2008): the pooled texts weigh as `prior` words. `z` is delta over its standard error, above 0
    for words that the source uses more. `p_corrected` is the two-sided p of z times the number of
    tests (Bonferroni), `survives` is p_corrected < 0.05. Words are treated as independent draws,
    which they are not: the z values are too large rather than too small. Only words that a source
    has at least twice are listed; all are counted as tests. With one source the table is empty.
    """
    from scipy.special import ndtr

    counts = words.pivot(index="source", columns="word", values="n").fillna(0)
    if len(counts) < 2:
        return pd.DataFrame(columns=COLUMNS)
    own = counts.to_numpy(float)
    rest = own.sum(axis=0) - own
    alpha = prior * own.sum(axis=0) / own.sum()
    odds = [
        np.log((y + alpha) / (y.sum(axis=1, keepdims=True) + prior - y - alpha))
        for y in (own, rest)
    ]
    delta = odds[0] - odds[1]
    z = delta / np.sqrt(1 / (own + alpha) + 1 / (rest + alpha))
    corrected = np.minimum(2 * ndtr(-np.abs(z)) * z.size, 1)
    i, j = np.nonzero(own >= LEAST)
    table = pd.DataFrame(
        {
            "source": counts.index[i],
            "word": counts.columns[j],
            "n": own[i, j].astype(int),
            "n_others": rest[i, j].astype(int),
            "delta": delta[i, j],
            "z": z[i, j],
            "p_corrected": corrected[i, j],
            "survives": corrected[i, j] < LEVEL,
        }
    )
    return table.sort_values(
        ["source", "z", "word"], ascending=[True, False, True], ignore_index=True
    )


def top_words(contrasts: pd.DataFrame, *, count: int = 8) -> pd.DataFrame:
    """Return the `count` words of each source with the largest z above 0."""
    above = contrasts[contrasts["z"] > 0]
    return above.groupby("source", sort=True).head(count).reset_index(drop=True)
