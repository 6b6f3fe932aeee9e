"""Compare marked spans: two passes of labels with each other, a detector with both.

What both passes marked is settled. What one of them marked is open: a hit there is neither right
nor wrong. Where an article has one pass only, that pass settles.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from helpers.scoring.labels import PASSES, Labels

SPAN = ["source", "start", "end"]
OTHER = "other_"

Same = Callable[[pd.DataFrame, pd.DataFrame], np.ndarray]


@dataclass(frozen=True)
class Judged:
    """Hits and settled labels, each with what the comparison says of it.

    `sources` are the articles with labels, `marked` is the table of `settle`. `hits` has the hits
    in these articles, in the order given, and `verdict` (right, wrong, open), `exact` (its span is
    that of a settled label), `credit` (the share of its characters inside settled labels of its
    own category, at most 1). `labels` has the settled labels and `found`, `exact`, `credit` alike,
    and `hit`: the row of the hit that shares most with it, -1 where there is none.
    """

    sources: list[str]
    marked: pd.DataFrame
    hits: pd.DataFrame
    labels: pd.DataFrame


def shared(first: pd.DataFrame, second: pd.DataFrame) -> np.ndarray:
    """Return how many characters each row of `first` shares with each row of `second`."""
    ends = np.minimum.outer(first["end"].to_numpy(int), second["end"].to_numpy(int))
    starts = np.maximum.outer(first["start"].to_numpy(int), second["start"].to_numpy(int))
    return np.maximum(ends - starts, 0) * equal(first, second, ["source"])


def equal(first: pd.DataFrame, second: pd.DataFrame, columns: list[str]) -> np.ndarray:
    """Return which row of `first` has the values of which row of `second` in all `columns`."""
    same = np.ones((len(first), len(second)), bool)
    for name in columns:
        codes, _ = pd.factorize(pd.concat([first[name], second[name]]))
        same &= np.equal.outer(codes[: len(first)], codes[len(first) :])
    return same


def pair(first: pd.DataFrame, second: pd.DataFrame, same: Same | None = None) -> list[tuple]:
    """Return pairs of row numbers, one to one, that overlap; the largest overlap goes first.

    Spans may lie inside each other (a praise word in a rhetorical question), so the order of the
    text would pair the wrong ones. `same` says which rows may be paired at all.
    """
    overlap = shared(first, second)
    if same:
        overlap = overlap * same(first, second)
    rows, columns = np.nonzero(overlap)
    # Among equal overlaps the closer length, then the order of the text.
    lengths = (
        (first["end"] - first["start"]).to_numpy(),
        (second["end"] - second["start"]).to_numpy(),
    )
    unlike = np.abs(lengths[0][rows] - lengths[1][columns])
    order = np.lexsort((columns, rows, unlike, -overlap[rows, columns]))
    pairs, taken, other_taken = [], set(), set()
    for i, j in zip(rows[order].tolist(), columns[order].tolist(), strict=True):
        if i not in taken and j not in other_taken:
            pairs.append((i, j))
            taken.add(i)
            other_taken.add(j)
    return sorted(pairs)


def sources(given: Labels, layer: str) -> list[str]:
    """Return the articles that have labels of a layer, also those where nothing was marked."""
    covered = given.covered
    return sorted(covered.loc[covered["layer"] == layer, "source"].unique())


def twice(given: Labels, layer: str) -> list[str]:
    """Return the articles that both passes cover in a layer."""
    return [one for one in sources(given, layer) if len(given.labellers(layer, one)) > 1]


def passes(given: Labels, layer: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the labels of the first and of the second pass on the articles that both cover."""
    table = given.layers[layer]
    table = table[table["source"].isin(twice(given, layer))]
    first, second = (table[table["labeller"] == labeller] for labeller in PASSES)
    return first.reset_index(drop=True), second.reset_index(drop=True)


def settle(given: Labels, layer: str, same: Same | None = None) -> pd.DataFrame:
    """Return one row per marked span: both passes' versions and whether it is settled.

    `source line start end quote` and the layer's own columns are the first pass's version, those
    with `other_` before the name the second's; a span that one pass marked has it twice.
    """
    first, second = passes(given, layer)
    pairs = pair(first, second, same)
    left, right = [i for i, _ in pairs], [j for _, j in pairs]
    alone = pd.concat([first.drop(index=left), second.drop(index=right)])
    table = given.layers[layer]
    single = table[~table["source"].isin(twice(given, layer))]
    parts = [
        twofold(first.loc[left], second.loc[right], settled=True),
        twofold(alone, alone, settled=False),
        twofold(single, single, settled=True),
    ]
    order = [*SPAN, "other_start", "other_end"]
    whole = pd.concat(parts, ignore_index=True)
    return whole.sort_values(order, kind="stable", ignore_index=True)


def twofold(table: pd.DataFrame, other: pd.DataFrame, *, settled: bool) -> pd.DataFrame:
    """Put two versions of the same labels side by side."""
    table = table.drop(columns="labeller").reset_index(drop=True)
    other = other.drop(columns=["labeller", "source", "line"]).reset_index(drop=True)
    return pd.concat([table, other.add_prefix(OTHER)], axis=1).assign(settled=settled)


def versions(table: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the first and the second pass's version of settled labels, columns named alike."""
    own = [name for name in table if name.startswith(OTHER)]
    plain = [name.removeprefix(OTHER) for name in own]
    second = table[["source", "line", *own]].set_axis(["source", "line", *plain], axis=1)
    return table[["source", "line", *plain]], second


def judge(
    hits: pd.DataFrame,
    marked: pd.DataFrame,
    labelled: list[str],
    *,
    same: Same | None = None,
    category: str = "",
) -> Judged:
    """Compare the hits in the `labelled` articles with their labels, a table from `settle`.

    A hit is right when it overlaps a settled label, open when it overlaps others only, else
    wrong; a label is found when a hit overlaps it. `same` narrows which hit may stand for which
    label. With `category`, the column of that name must agree for `credit`.
    """
    hits = hits[hits["source"].isin(labelled)].reset_index(drop=True)
    both = versions(marked)
    allowed = [same(hits, version) if same else True for version in both]
    overlap = np.maximum(*(shared(hits, one) * ok for one, ok in zip(both, allowed, strict=True)))
    settled = marked["settled"].to_numpy(bool)
    right, touched = overlap[:, settled].any(axis=1), overlap.any(axis=1)
    exact = np.logical_or(*(equal(hits, version, SPAN) for version in both)) & (overlap > 0)
    credit, label_credit = partial(hits, both, category, settled)
    labels = marked[settled].reset_index(drop=True)
    verdict = np.select([right, touched], ["right", "open"], "wrong")
    return Judged(
        sources=labelled,
        marked=marked,
        hits=hits.assign(verdict=verdict, exact=exact[:, settled].any(axis=1), credit=credit),
        labels=labels.assign(
            found=overlap[:, settled].any(axis=0),
            exact=exact[:, settled].any(axis=0),
            credit=label_credit,
            hit=best(overlap[:, settled], hits),
        ),
    )


def partial(hits, both, category, settled) -> tuple[np.ndarray, np.ndarray]:
    """Return the shares of hits and of labels that the other side covers, 0 to 1.

    C(s, t, h) = |s and t| / h where the categories agree (Da San Martino et al. 2019, the partial
    match of SemEval-2020 task 11); of two versions of a label the better one counts.
    """
    by_hit, by_label = np.zeros((2, len(hits), int(settled.sum())))
    for version in both:
        version = version[settled]
        overlap = shared(hits, version)
        if category:
            overlap = overlap * equal(hits, version, [category])
        by_hit = np.maximum(by_hit, overlap / lengths(hits)[:, None])
        by_label = np.maximum(by_label, overlap / lengths(version)[None, :])
    return np.minimum(by_hit.sum(axis=1), 1), np.minimum(by_label.sum(axis=0), 1)


def lengths(table: pd.DataFrame) -> np.ndarray:
    """Return the number of characters of each span."""
    return np.maximum((table["end"] - table["start"]).to_numpy(float), 1)


def best(overlap: np.ndarray, hits: pd.DataFrame) -> np.ndarray:
    """Return for each label the hit that shares most with it, the shorter of equals; else -1."""
    if not overlap.size:
        return np.full(overlap.shape[1], -1)
    rank = overlap - lengths(hits)[:, None] / (1 + lengths(hits).max())
    return np.where(overlap.any(axis=0), np.where(overlap > 0, rank, -np.inf).argmax(axis=0), -1)
