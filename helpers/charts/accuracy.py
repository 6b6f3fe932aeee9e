"""Draw the scores of the detectors: dots with intervals, with what people reach beside them."""

import pandas as pd

from helpers.charts import frame
from helpers.charts.frame import BLUE, GREY, INK, RULE, SECOND
from helpers.charts.rows import MAX_ROWS, name_rows

ROW = 0.34
SIZE = 6
NAMES = {
    "lines": "lines of the right kind",
    "sentences": "sentences with both ends",
    "hype": "hype",
    "hype, held out": "hype, held out",
    "hype, held out, published kept": "hype, held out, published words kept",
    "superlatives": "superlatives",
    "facts": "facts with their value",
}
LAYERS = {"hype, held out": "hype", "hype, held out, published kept": "hype", "lines": "blocks"}
SOURCE = "Source: labels of the story, first and second pass; "


def score_dots(summary: pd.DataFrame, agreement: pd.DataFrame, finding) -> frame.Chart:
    """Draw each detector's score as a dot with its interval, and the passes' agreement beside it.

    `summary` and `agreement` are tables of `accuracy.summary` and `agreement.agreement`.
    """
    passes = agreement[(agreement["one"] == "first") & (agreement["other"] == "second")]
    reached = passes.set_index("layer")["f1"].to_dict()
    data = summary.assign(
        passes=[reached.get(LAYERS.get(name, name)) for name in summary["detector"]]
    ).astype({"passes": float})
    figure, axes = frame.canvas(0.4 + ROW * max(len(data), 1))
    for row, one in enumerate(data.itertuples()):
        axes.hlines(row, one.low, one.high, color=BLUE, linewidth=2, clip_on=False)
        mark(axes, one.passes, row, "D", GREY, filled=False)
        mark(axes, one.score, row, "o", BLUE)
        beside(axes, row, f"{one.score:.2f}  ({one.n_labels} labels)")
    rows_of(axes, [NAMES.get(name, name) for name in data["detector"]])
    spoken = [
        f"{one.detector} {one.score:.2f} ({one.low:.2f} to {one.high:.2f})"
        for one in data.itertuples()
    ]
    return frame.frame(
        figure,
        name="detector-scores",
        title=finding.title,
        subtitle="F1 of hype and superlatives, share found of the rest, 0 to 1, with 95% "
        "intervals. Filled dot: detector. Open diamond: one pass against the other.",
        source=f"{SOURCE}intervals by resampling paragraphs.",
        alt=f"Dots with intervals, one row a detector: {listed(spoken)}. {finding.text}",
        caption="Score of each detector on what both passes labelled. A span that one pass "
        "labelled counts neither way. Held out: each article is scored without the lexicon "
        "entries that only its own labels support; published words kept: but for entries whose "
        "word stands in a published list.",
        data=data,
    )


def category_dots(scores: pd.DataFrame, finding, *, detector: str = "hype") -> frame.Chart:
    """Draw precision and recall of each category; `scores` is `accuracy.score(by="category")`."""
    data = scores[(scores["detector"] == detector) & (scores["n_labels"] > 0)]
    data = data.sort_values(["n_labels", "group"], ascending=[False, True]).head(MAX_ROWS)
    figure, axes = frame.canvas(0.4 + ROW * 1.25 * max(len(data), 1))
    for row, one in enumerate(data.itertuples()):
        for name, up, shape, colour in (
            ("recall", -0.14, "o", BLUE),
            ("precision", 0.14, "s", GREY),
        ):
            low, high = getattr(one, f"{name}_low"), getattr(one, f"{name}_high")
            axes.hlines(row + up, low, high, color=colour, linewidth=1.5, clip_on=False)
            value = getattr(one, name)
            mark(axes, value, row + up, shape, colour, filled=name == "recall")
        beside(axes, row, f"{one.found} of {one.n_labels} found, {one.right} of {one.n_hits} right")
    rows_of(axes, list(data["group"]))
    spoken = [f"{one.group} {one.found} of {one.n_labels}" for one in data.itertuples()]
    return frame.frame(
        figure,
        name=f"{detector}-scores-by-category",
        title=finding.title,
        subtitle="Filled dot: share of the labels found (recall). Open square: share of the hits "
        "that are right (precision). Category must agree; 95% intervals.",
        source=f"{SOURCE}intervals by resampling paragraphs.",
        alt=f"Two marks with intervals for each category. Labels found: {listed(spoken)}. "
        f"{finding.text}",
        caption=f"Precision and recall of the {detector} detector by category, rows by number of "
        "labels. A hit in another category than the label's counts as missed and as wrong.",
        data=data,
    )


def count_marks(counts: pd.DataFrame, labels: dict[str, str], finding) -> frame.Chart:
    """Draw how much hype each pass, both, and the detector count in each article.

    `counts` is the table of `correction.corrected_counts`, `labels` maps source to short name.
    """
    data = counts.sort_values(["both", "source"], ascending=[False, True]).head(MAX_ROWS)
    figure, axes = frame.canvas(0.5 + ROW * 1.1 * max(len(data), 1))
    for row, one in enumerate(data.itertuples()):
        axes.hlines(row + 0.17, one.low, one.high, color=BLUE, linewidth=5, alpha=0.35)
        mark(axes, one.detected, row + 0.17, "o", BLUE)
        mark(axes, one.first, row - 0.17, "<", INK, filled=False)
        mark(axes, one.second, row - 0.17, ">", INK, filled=False)
        mark(axes, one.both, row - 0.17, "D", INK)
    rows_of(axes, [labels.get(source, source) for source in data["source"]], limit=None)
    shown = f" {MAX_ROWS} of {len(counts)} articles." if len(counts) > MAX_ROWS else ""
    spoken = [
        f"{labels.get(one.source, one.source)}: both {one.both}, detector {one.detected}"
        for one in data.itertuples()
    ]
    return frame.frame(
        figure,
        name="hype-counts-by-counter",
        title=finding.title,
        subtitle="Hype spans an article. Triangles: first pass (left), second pass (right). "
        "Diamond: both passes. Dot: detector. Band: corrected count, 95% interval." + shown,
        source=f"{SOURCE}correction by the scores on the other articles.",
        alt=f"Marks for each counter, one row an article: {listed(spoken)}. {finding.text}",
        caption="The same articles counted by each pass of labels, by what both marked and by the "
        "detector. The band is hits x precision / recall, with both taken from the other articles.",
        data=data,
    )


def listed(parts: list[str]) -> str:
    """Return the rows of a chart in words."""
    return "; ".join(parts) or "nothing to score"


def mark(axes, value: float, row: float, shape: str, colour: str, *, filled: bool = True) -> None:
    """Draw one mark, whole also at the edge of the axes; NaN draws nothing."""
    face = colour if filled else "white"
    axes.plot(
        value,
        row,
        shape,
        color=colour,
        markerfacecolor=face,
        markersize=SIZE,
        clip_on=False,
        zorder=3,
    )


def beside(axes, row: float, words: str) -> None:
    """Write words to the right of a row."""
    axes.annotate(words, (1, row), (9, 0), textcoords="offset points", va="center", color=INK,
                  fontsize=frame.LABEL_SIZE, annotation_clip=False)  # fmt: skip


def rows_of(axes, names: list[str], *, limit: float | None = 1.0) -> None:
    """Name the rows from top to bottom and give the value axis its light grid."""
    if not names:
        axes.text(0.5, 0, "nothing to score", ha="center", va="center", color=SECOND)
    name_rows(axes, names, downwards=True)
    axes.set_xlim(0, limit if names else 1)
    axes.grid(axis="x", color=RULE, linewidth=0.6)
    axes.tick_params(axis="x", labelcolor=SECOND, labelsize=frame.SMALL_SIZE)
