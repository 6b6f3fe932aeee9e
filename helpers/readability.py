"""Score how hard the prose of each article is to read, with what the score rests on.

Only paragraphs are scored: a heading or a bullet is no sentence. Counts come first, one row a
sentence; every formula is a function of their sums (`formulas`), so that paragraphs can be
resampled and a reader can add the numbers up again.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations

import numpy as np
import pandas as pd

from helpers import intervals, resampling
from helpers.reading_ease.formulas import FORMULAS, Counts

PROSE = "paragraph"
FEW_PARAGRAPHS = 10
KEY = ["source", "block"]
# The columns of `sentences` that the fields of `Counts` sum up.
SUMMED = {
    "words": "n_words",
    "letters": "n_letters",
    "syllables": "n_syllables",
    "polysyllables": "n_polysyllables",
    "complex_words": "n_complex",
    "long_words": "n_long",
    "hard_words": "n_hard",
    "dependencies": "n_dependencies",
}
SCORES = ["source", "measure", "value", "low", "high", "n_words", "n_sentences", "note"]
BASIS = ["source", "n_paragraphs", "n_sentences", "n_words", "share_estimated"]
DIFFERENCES = ["measure", "first", "second", "difference", "low", "high"]
DIFFERENCES += ["p_permutation", "p_holm", "holds"]
HARDEST = ["source", "line", "start", "end", "quote", "n_words", "n_syllables", "adds"]


def score(sentences: pd.DataFrame, *, sources: Iterable[str] | None = None) -> pd.DataFrame:
    """Return each measure of `formulas.FORMULAS` for each source; see `SCORES`.

    `low high` is the 95 % interval from resampled paragraphs; with fewer than ten of them the
    wider of that and the one from resampled sentences, and `note` says so. Below the floor of a
    formula (30 sentences for SMOG; 10 sentences and 100 words for the rest) the value is missing
    and `note` gives the reason. `sources` adds those without any sentence.
    """
    rows = []
    for source, units in _units(sentences, sources):
        total = Counts(*units["paragraphs"].sum(axis=0))
        words, n_sentences, n_paragraphs = total.words, total.sentences, len(units["paragraphs"])
        bounds = _bounds(units)
        few = f"{n_paragraphs} paragraphs: the interval may be too narrow"
        for column, (measure, formula) in enumerate(FORMULAS.items()):
            note = formula.missing(words, n_sentences)
            value, low, high = np.nan, np.nan, np.nan
            if not note:
                value, (low, high) = float(formula.compute(total)), bounds[:, column]
                note = few if n_paragraphs < FEW_PARAGRAPHS else ""
            rows.append((source, measure, value, low, high, int(words), int(n_sentences), note))
    return pd.DataFrame(rows, columns=SCORES)


def with_intervals(scores: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the scores for reading: a row per measure, a column per article, "8.9 (8.0 to 9.9)".

    `higher` says whether a higher value is harder or easier; a missing value is None.
    """
    rows = [
        {"measure": formula.title, "unit": formula.unit, "higher": formula.higher}
        for formula in FORMULAS.values()
    ]
    table = pd.DataFrame(rows, index=list(FORMULAS))
    for article in articles.itertuples():
        own = scores[scores["source"] == article.source].set_index("measure")
        table[article.label] = [_shown(own.loc[measure]) for measure in FORMULAS]
    return table.reset_index(drop=True)


def basis(sentences: pd.DataFrame, *, sources: Iterable[str] | None = None) -> pd.DataFrame:
    """Return what each source's scores rest on; see `BASIS`.

    `share_estimated` is the share of words, 0 to 1, whose syllables are not in the dictionary.
    """
    prose = _prose(sentences)
    grouped = prose.groupby("source")
    counts = pd.DataFrame(
        {
            "n_paragraphs": grouped["block"].nunique(),
            "n_sentences": grouped.size(),
            "n_words": grouped["n_words"].sum(),
            "n_estimated": grouped["n_estimated"].sum(),
        }
    )
    counts = counts.reindex(_sources(sentences, sources), fill_value=0)
    counts["share_estimated"] = counts["n_estimated"] / counts["n_words"].where(lambda n: n > 0)
    return counts.rename_axis("source").reset_index()[BASIS]


def differences(sentences: pd.DataFrame, *, measures: Sequence[str]) -> pd.DataFrame:
    """Return how far every two sources are apart in each measure; see `DIFFERENCES`.

    `difference` is first minus second, `low high` its 95 % interval from resampled paragraphs.
    `p_permutation` comes from dealing the pooled paragraphs out again, `p_holm` corrects it over
    the pairs of the measure, `holds` is `p_holm` < 0.05. Sources below a formula's floor are left
    out. With more than `intervals.MAX_PAIRED` sources each is compared with all the others
    together, by the spread of its own resamples.
    """
    units = {source: own["paragraphs"] for source, own in _units(sentences, None)}
    scored = {
        measure: [
            source
            for source, counts in units.items()
            if not FORMULAS[measure].missing(*Counts(*counts.sum(axis=0))[:2])
        ]
        for measure in measures
    }
    rows = _pairs(units, scored) if len(units) <= intervals.MAX_PAIRED else _others(units, scored)
    table = pd.DataFrame(rows, columns=DIFFERENCES[:-2])
    parts = [pd.DataFrame(columns=DIFFERENCES)]
    for measure in measures:
        own = table[table["measure"] == measure]
        p_holm = intervals.holm(own["p_permutation"])
        parts.append(own.assign(p_holm=p_holm, holds=p_holm < 1 - resampling.LEVEL))
    filled = [part for part in parts if len(part)]
    return pd.concat(filled, ignore_index=True) if filled else parts[0]


def hardest_sentences(sentences: pd.DataFrame, *, n: int = 5) -> pd.DataFrame:
    """Return the `n` sentences of each source that raise Flesch-Kincaid most; see `HARDEST`.

    `adds` is in grades: how far the text's grade falls when the sentence is taken out.
    """
    prose = _prose(sentences)
    counts = _array(prose)
    totals = pd.DataFrame(counts).groupby(prose["source"].to_numpy()).transform("sum").to_numpy()
    grade = FORMULAS["flesch_kincaid"].compute
    adds = grade(Counts(*totals.T)) - grade(Counts(*(totals - counts).T))
    table = prose.assign(adds=adds).sort_values(
        ["source", "adds", "start"], ascending=[True, False, True]
    )
    return table.groupby("source").head(n)[HARDEST].reset_index(drop=True)


def totals(sentences: pd.DataFrame) -> pd.DataFrame:
    """Return the counts of each source's paragraphs, by source: the fields of `Counts`.

    `dictionary_syllables` stands beside `syllables`.
    """
    prose = _prose(sentences)
    table = pd.DataFrame(_array(prose), columns=Counts._fields)
    table["dictionary_syllables"] = prose["n_dictionary_syllables"].astype(float)
    return table.groupby(prose["source"].array).sum()


def _shown(row: pd.Series) -> str | None:
    if pd.isna(row["value"]):
        return None
    interval = f" ({row['low']:.1f} to {row['high']:.1f})" if pd.notna(row["low"]) else ""
    return f"{row['value']:.1f}{interval}"


def _pairs(units: dict[str, np.ndarray], scored: dict[str, list[str]]) -> list[tuple]:
    """Return the rows of every two sources; each pair is dealt out once for all measures."""
    some = [source for source in units if any(source in known for known in scored.values())]
    drawn = {source: _counts(resampling.replicates(units[source])) for source in some}
    rows = []
    for first, second in combinations(some, 2):
        dealt = [_counts(sums) for sums in resampling.deal(units[first], units[second])]
        for measure, known in scored.items():
            if not {first, second} <= set(known):
                continue
            compute = FORMULAS[measure].compute
            difference = _value(units[first], compute) - _value(units[second], compute)
            ends = resampling.percentile(compute(drawn[first]) - compute(drawn[second]))
            p = resampling.permutation_p(compute(dealt[0]) - compute(dealt[1]), difference)
            rows.append((measure, first, second, difference, *ends, p))
    return rows


def _others(units: dict[str, np.ndarray], scored: dict[str, list[str]]) -> list[tuple]:
    """Return the rows of every source against all others that have the measure."""
    from scipy import special

    rows = []
    for measure, sources in scored.items():
        compute = FORMULAS[measure].compute
        total = sum(units[source].sum(axis=0) for source in sources)
        for source in sources:
            own = units[source]
            others = float(compute(Counts(*(total - own.sum(axis=0)))))
            drawn = compute(_counts(resampling.replicates(own))) - others
            difference = _value(own, compute) - others
            p = float(2 * special.ndtr(-abs(difference) / max(np.nanstd(drawn), 1e-12)))
            ends = resampling.percentile(drawn)
            rows.append((measure, source, intervals.OTHERS, difference, *ends, p))
    return rows


def _bounds(units: dict[str, np.ndarray]) -> np.ndarray:
    """Return the low and the high end of the interval of every formula, as columns."""
    bounds = np.full((2, len(FORMULAS)), np.nan)
    kinds = ["paragraphs"] if len(units["paragraphs"]) >= FEW_PARAGRAPHS else list(units)
    for kind in kinds:
        if len(units[kind]) < 2:
            continue
        counts = _counts(resampling.replicates(units[kind]))
        drawn = np.column_stack([formula.compute(counts) for formula in FORMULAS.values()])
        ends = np.array(resampling.percentile(drawn))
        wider = ~((ends[1] - ends[0]) <= (bounds[1] - bounds[0]))
        bounds = np.where(wider, ends, bounds)
    return bounds


def _units(sentences: pd.DataFrame, sources: Iterable[str] | None):
    """Yield each source with its counts by paragraph and by sentence."""
    prose = _prose(sentences)
    counts = _array(prose)
    by_block = pd.DataFrame(counts).groupby([prose[key].to_numpy() for key in KEY]).sum()
    rows, blocks = prose.groupby("source").indices, by_block.groupby(level=0).indices
    summed = by_block.to_numpy()
    for source in _sources(sentences, sources):
        yield (
            source,
            {
                "paragraphs": summed[blocks.get(source, [])],
                "sentences": counts[rows.get(source, [])],
            },
        )


def _prose(sentences: pd.DataFrame) -> pd.DataFrame:
    kept = (sentences["block_kind"] == PROSE) & (sentences["n_words"] > 0)
    return sentences[kept].reset_index(drop=True)


def _array(prose: pd.DataFrame) -> np.ndarray:
    """Return one row a sentence, one column a field of `Counts`."""
    table = prose[list(SUMMED.values())].set_axis(list(SUMMED), axis=1).astype(float)
    table["sentences"] = 1.0
    table["distance"] = prose["dependency_distance"] * prose["n_dependencies"]
    return table[list(Counts._fields)].to_numpy(float)


def _counts(sums: np.ndarray) -> Counts:
    return Counts(*sums.T)


def _value(units: np.ndarray, compute) -> float:
    return float(compute(Counts(*units.sum(axis=0))))


def _sources(sentences: pd.DataFrame, sources: Iterable[str] | None) -> list[str]:
    return sorted(sentences["source"].unique()) if sources is None else list(sources)
