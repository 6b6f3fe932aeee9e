"""Say how far a rate, a share or a difference can be trusted.

There is no sample of newspapers here. Every interval answers one question: how much would the
figure move if the author had written comparable paragraphs? So the unit that is resampled is the
paragraph (a block of the file), and beside it stands the exact interval for a count.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations

import numpy as np
import pandas as pd

from helpers.resampling import LEVEL, deal, percentile, permutation_p, replicates

POWER = 0.8
# Past this many sources every pair is too many to test or to read: each meets all the others.
MAX_PAIRED = 20
ALL = "all"
OTHERS = "all others"

INTERVAL = ["low", "high", "n_blocks", "interval"]
RATES = ["source", "measure", "category", "n", "n_words", "per_1000", *INTERVAL]
SHARES = ["source", "measure", "n", "n_sentences", "share", *INTERVAL]
DIFFERENCES = ["measure", "category", "first", "second", "n_first", "n_second", "ratio"]
DIFFERENCES += ["low", "high", "low_corrected", "high_corrected"]
DIFFERENCES += ["p_exact", "p_permutation", "p_holm", "holds", "detectable_ratio"]
DISPERSION = ["source", "n", "n_blocks", "dp", "expected"]


def poisson(n, n_words, *, level: float = LEVEL) -> tuple[np.ndarray, np.ndarray]:
    """Return the exact interval (Garwood 1936) of a rate per 1,000 words.

    low = chi2(a/2; 2n) / 2w and high = chi2(1-a/2; 2n+2) / 2w with a = 1 - level; low is 0
    without a hit. Without words there is no interval (NaN).
    """
    from scipy import special

    n, n_words = np.asarray(n, float), np.asarray(n_words, float)
    alpha = 1 - level
    per = 1000 / np.where(n_words > 0, 2 * n_words, np.nan)
    low = np.where(n > 0, 2 * special.gammaincinv(np.maximum(n, 1), alpha / 2), 0.0)
    return low * per, 2 * special.gammaincinv(n + 1, 1 - alpha / 2) * per


def wilson(n: int, total: int, *, level: float = LEVEL) -> tuple[float, float]:
    """Return the Wilson (1927) score interval of the share `n / total`; 0 of 3 gives 0 to 0.56.

    (n + z**2 / 2 -+ z * sqrt(n (total - n) / total + z**2 / 4)) / (total + z**2).
    Nothing out of nothing has no interval (NaN).
    """
    from scipy import special

    if total == 0:
        return float("nan"), float("nan")
    z = special.ndtri((1 + level) / 2)
    centre = (n + z**2 / 2) / (total + z**2)
    half = z / (total + z**2) * np.sqrt(n * (total - n) / total + z**2 / 4)
    return float(centre - half) if n else 0.0, float(centre + half) if n < total else 1.0


def holm(p_values: Sequence[float]) -> np.ndarray:
    """Return p values corrected for their number (Holm 1979), in the order given."""
    p = np.asarray(p_values, float)
    order = np.argsort(p, kind="stable")
    stepped = np.maximum.accumulate(p[order] * (len(p) - np.arange(len(p))))
    corrected = np.empty_like(p)
    corrected[order] = np.minimum(stepped, 1)
    return corrected


def rates(
    hits: pd.DataFrame,
    sentences: pd.DataFrame,
    *,
    measure: str,
    by: str | None = None,
    categories: Iterable[str] | None = None,
    sources: Iterable[str] | None = None,
) -> pd.DataFrame:
    """Return hits per 1,000 words of each source with a 95 % interval; see `RATES`.

    `hits` needs `source start` (and the column `by`); `sentences` gives the words, block by block:
    filter both alike for a rate within one kind of block. The first category is "all".
    Every source of `sentences` (or of `sources`) and every one of `categories` has its row, with
    0 where nothing was found; a source without words has no rate (NaN). The interval shown is the
    wider of the exact one and the one from resampled paragraphs; `interval` says which.
    """
    categories = _categories(hits, by, categories)
    rows = []
    for source, counts in _units(hits, sentences, by, categories, sources):
        if by:
            counts = np.insert(counts, 1, counts[:, 1:].sum(axis=1), axis=1)
        words, found = counts[:, 0].sum(), counts[:, 1:].sum(axis=0)
        exact = np.array(poisson(found, words))
        drawn = np.full_like(exact, np.nan)
        if len(counts) > 1:
            sums = replicates(counts)
            drawn = np.array(percentile(1000 * sums[:, 1:] / _positive(sums[:, :1])))
        shown, basis = _wider(exact, drawn)
        for column, category in enumerate([ALL, *categories] if by else categories):
            n = int(found[column])
            rate = 1000 * n / words if words else np.nan
            low, high = shown[:, column]
            row = (n, int(words), rate, low, high, len(counts), basis[column])
            rows.append((source, measure, category, *row))
    return pd.DataFrame(rows, columns=RATES)


def sentence_shares(
    hits: pd.DataFrame, sentences: pd.DataFrame, *, measure: str, sources=None
) -> pd.DataFrame:
    """Return the share of sentences that hold at least one hit, 0 to 1; see `SHARES`.

    `hits` needs `source start`. The interval is the wider of Wilson's and the one from resampled
    paragraphs. One dense sentence cannot move this measure, unlike the rate per 1,000 words.
    """
    with_words = sentences["n_words"].to_numpy() > 0
    holds_hit = np.zeros(len(sentences), bool)
    holds_hit[_sentence_of(hits, sentences)] = True
    marked = np.column_stack([with_words, with_words & holds_hit]).astype(float)
    rows = []
    for source, counts in _by_block(marked, sentences, sources):
        total, found = counts.sum(axis=0)
        exact = np.array(wilson(found, total))[:, None]
        drawn = np.full_like(exact, np.nan)
        if len(counts) > 1:
            sums = replicates(counts)
            drawn = np.array(percentile(sums[:, 1:] / _positive(sums[:, :1])))
        shown, basis = _wider(exact, drawn)
        share = found / total if total else np.nan
        row = (int(found), int(total), share, *shown[:, 0], len(counts), basis[0])
        rows.append((source, measure, *row))
    return pd.DataFrame(rows, columns=SHARES)


def differences(
    hits: pd.DataFrame,
    sentences: pd.DataFrame,
    *,
    measure: str,
    by: str | None = None,
    categories: Iterable[str] | None = None,
    sources: Iterable[str] | None = None,
) -> pd.DataFrame:
    """Return the ratio of the rates of every two sources and whether it holds; see `DIFFERENCES`.

    `ratio` is first over second (infinite when the second has no hit, NaN when neither has one),
    `low high` its 95 % interval, conditional binomial (Clopper-Pearson); `low_corrected
    high_corrected` the same at the level that covers all rows of this table at once (Bonferroni).
    `p_exact` is the test that belongs to the interval, `p_permutation` comes from dealing the
    pooled paragraphs out again. The larger of the two is corrected over all rows (`p_holm`, Holm);
    `holds` is `p_holm` < 0.05. `detectable_ratio` is the smallest ratio these two texts could have
    shown four times in five, at the rate they have together. With more than `MAX_PAIRED` sources
    each is compared with all the others together, and by the exact test alone.
    """
    categories = _categories(hits, by, categories)
    units = dict(_units(hits, sentences, by, categories, sources))
    units = {source: counts for source, counts in units.items() if counts[:, 0].sum() > 0}
    rows = []
    for first, second, p_permutation, sums in _pairs(units):
        words, other_words = sums[0][0], sums[1][0]
        for column, category in enumerate(categories):
            n, other = sums[0][1 + column], sums[1][1 + column]
            exact = _conditional_test(n, other, words / (words + other_words))
            row = (n, other, words, other_words, exact, p_permutation[column])
            rows.append((measure, category, first, second, *row))
    return _difference_table(rows)


def _difference_table(rows: list[tuple]) -> pd.DataFrame:
    names = "measure category first second n_first n_second words_first words_second p_exact"
    table = pd.DataFrame(rows, columns=[*names.split(), "p_permutation"])
    n, other = table["n_first"].to_numpy(float), table["n_second"].to_numpy(float)
    words, other_words = (table[f"words_{side}"].to_numpy(float) for side in ("first", "second"))
    with np.errstate(divide="ignore", invalid="ignore"):
        table["ratio"] = (n / words) / (other / other_words)
    corrected = 1 - (1 - LEVEL) / max(len(table), 1)
    table["low"], table["high"] = ratio_interval(n, other, words, other_words)
    bounds = ratio_interval(n, other, words, other_words, level=corrected)
    table["low_corrected"], table["high_corrected"] = bounds
    table["p_holm"] = holm(table[["p_exact", "p_permutation"]].max(axis=1))
    table["holds"] = table["p_holm"] < 1 - LEVEL
    pooled = 1000 * (n + other) / (words + other_words)
    table["detectable_ratio"] = detectable_ratio(words, other_words, pooled)
    return table[DIFFERENCES].astype({"n_first": int, "n_second": int})


def ratio_interval(n, other, words, other_words, *, level: float = LEVEL):
    """Return the exact interval of the ratio of two rates, given the sum of their counts.

    Under a ratio R the first count is binomial with p = R w1 / (R w1 + w2); the Clopper-Pearson
    ends of p give those of R = p / (1 - p) * w2 / w1. Without a hit on either side: 0 to infinity.
    """
    from scipy import special

    n, other = np.asarray(n, float), np.asarray(other, float)
    alpha = 1 - level
    low = np.where(n > 0, special.betaincinv(np.maximum(n, 1), other + 1, alpha / 2), 0.0)
    high = np.where(other > 0, special.betaincinv(n + 1, np.maximum(other, 1), 1 - alpha / 2), 1.0)
    with np.errstate(divide="ignore"):
        return tuple(p / (1 - p) * other_words / words for p in (low, high))


def detectable_ratio(words, other_words, per_1000) -> np.ndarray:
    """Return the smallest ratio of two rates that the test finds with power 0.8.

    R = (1 + c / sqrt(r))**2 with c = (z(0.975) + z(0.8)) / 2 * sqrt(1/w1 + 1/w2), the square-root
    approximation (Huffman 1984), where r is the lower rate per word. Without a hit: infinity.
    """
    from scipy import special

    z = special.ndtri((1 + LEVEL) / 2) + special.ndtri(POWER)
    rate = np.asarray(per_1000, float) / 1000
    with np.errstate(divide="ignore"):
        step = z / 2 * np.sqrt((1 / np.asarray(words) + 1 / np.asarray(other_words)) / rate)
    return (1 + step) ** 2


def dispersion(hits: pd.DataFrame, sentences: pd.DataFrame, *, sources=None) -> pd.DataFrame:
    """Return how unevenly the hits of each source lie over its paragraphs; see `DISPERSION`.

    `dp` is Gries' deviation of proportions, half the sum of |hits_i / hits - words_i / words|: 0 is
    even, towards 1 all in one place. Few hits cannot lie evenly, so `expected` is the mean `dp` of
    as many hits strewn over the words at random: read `dp` against it. Without a hit: NaN.
    """
    rows = []
    for source, counts in _units(hits, sentences, None, [ALL], sources):
        words, found = counts[:, 0], counts[:, 1]
        n = int(found.sum())
        dp = expected = np.nan
        if n and words.sum():
            share = words / words.sum()
            dp = np.abs(found / n - share).sum() / 2
            expected = _mean_deviation(n, share).sum() / (2 * n)
        rows.append((source, n, len(counts), dp, expected))
    return pd.DataFrame(rows, columns=DISPERSION)


def _mean_deviation(n: int, share: np.ndarray) -> np.ndarray:
    """Return E|X - np| of a binomial count, in closed form (De Moivre)."""
    from scipy import special

    mode = np.floor(n * share)
    above = np.minimum(mode + 1, n)  # with all words in one unit, no count lies above its mode
    next_to_mode = special.bdtr(above, n, share) - special.bdtr(mode, n, share)
    return 2 * (mode + 1) * (1 - share) * next_to_mode


def _conditional_test(n: float, other: float, share: float) -> float:
    """Return the two-sided exact p of equal rates: twice the smaller tail, as the interval's."""
    from scipy import special

    total = int(n + other)
    tails = special.bdtr(n, total, share), special.bdtrc(n - 1, total, share)
    return float(min(1.0, 2 * min(tails)))


def _pairs(units: dict[str, np.ndarray]):
    """Yield first, second, permutation p values and the summed counts of both."""
    if len(units) <= MAX_PAIRED:
        for first, second in combinations(units, 2):
            counts, other = units[first], units[second]
            sums = counts.sum(axis=0), other.sum(axis=0)
            yield first, second, _permutation_test(counts, other), sums
        return
    sums = {source: counts.sum(axis=0) for source, counts in units.items()}
    total = sum(sums.values())
    for source, own in sums.items():
        yield source, OTHERS, np.full(len(own) - 1, np.nan), (own, total - own)


def _permutation_test(counts: np.ndarray, other: np.ndarray) -> np.ndarray:
    observed = _log_ratio(counts.sum(axis=0), other.sum(axis=0))
    return permutation_p(_log_ratio(*deal(counts, other)), observed)


def _log_ratio(sums: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return the log ratio of the rates; 0 where neither side has a hit."""
    with np.errstate(divide="ignore", invalid="ignore"):
        rates = sums[..., 1:] / sums[..., :1], other[..., 1:] / other[..., :1]
        ratio = np.log(rates[0] / rates[1])
    return np.nan_to_num(ratio, nan=0.0, posinf=np.inf, neginf=-np.inf)


def _units(hits, sentences, by, categories, sources):
    """Yield each source with its units: an array of words, then hits by category, per block."""
    kinds = hits[by] if by else pd.Series(ALL, index=hits.index)
    column = pd.Index(categories).get_indexer(kinds)
    if (column < 0).any():
        unknown = kinds[column < 0].iloc[0]
        raise ValueError(f"A hit has a category that is not listed: {unknown!r}.")
    counts = np.zeros((len(sentences), 1 + len(categories)))
    counts[:, 0] = sentences["n_words"]
    np.add.at(counts, (_sentence_of(hits, sentences), 1 + column), 1)
    yield from _by_block(counts, sentences, sources)


def _by_block(counts: np.ndarray, sentences: pd.DataFrame, sources: Iterable[str] | None):
    """Yield each source with the counts of its sentences summed over blocks."""
    sums = pd.DataFrame(counts).groupby([sentences[key].to_numpy() for key in ("source", "block")])
    table = sums.sum()
    places, values = table.groupby(level=0).indices, table.to_numpy()
    for source in _sources(sentences, sources):
        yield source, values[places.get(source, [])]


def _sources(sentences: pd.DataFrame, sources: Iterable[str] | None) -> list[str]:
    return sorted(sentences["source"].unique()) if sources is None else list(sources)


def _categories(hits, by, categories) -> list[str]:
    if by is None:
        return [ALL]
    return sorted(hits[by].unique()) if categories is None else list(categories)


def _sentence_of(hits: pd.DataFrame, sentences: pd.DataFrame) -> np.ndarray:
    """Return for each hit the position of the sentence it starts in."""
    places = sentences.groupby("source").indices
    starts, ends = sentences["start"].to_numpy(), sentences["end"].to_numpy()
    begin = hits["start"].to_numpy()
    found = np.full(len(hits), -1)
    for source, rows in hits.groupby("source").indices.items():
        own = places.get(source, np.array([], int))
        own = own[np.argsort(starts[own], kind="stable")]
        nearest = np.searchsorted(starts[own], begin[rows], side="right") - 1
        inside = nearest >= 0
        inside[inside] = begin[rows][inside] < ends[own[nearest[inside]]]
        found[rows[inside]] = own[nearest[inside]]
    if (found < 0).any():
        lost = hits.loc[found < 0, ["source", "start"]].iloc[0].tolist()
        raise ValueError(f"A hit lies in no sentence of the table: {lost}.")
    return found


def _wider(exact: np.ndarray, drawn: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    wider = (drawn[1] - drawn[0]) > (exact[1] - exact[0])
    return np.where(wider, drawn, exact), np.where(wider, "paragraphs", "exact")


def _positive(values: np.ndarray) -> np.ndarray:
    return np.where(values > 0, values, np.nan)
