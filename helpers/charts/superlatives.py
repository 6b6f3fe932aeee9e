"""Draw the claims by what stands behind them, and the share of each source that nothing supports."""

import pandas as pd

from helpers.charts.frame import (
    BLUE,
    GREY,
    INK,
    LABEL_SIZE,
    RULE,
    SMALL_SIZE,
    Chart,
    canvas,
    frame,
    narrow,
)
from helpers.charts.rows import MAX_ROWS, chosen, name_rows
from helpers.findings.finding import Finding

SUPPORTS = ("evidence", "named", "vague", "none")
HEADS = {
    "evidence": "evidence",
    "named": "a named voice",
    "vague": "nobody\nin particular",
    "none": "nothing",
}
# Kind by shape, so that the chart reads without colour.
SHAPES = {"measurable": "s", "uniqueness": "^", "evaluative": "o"}
A_LINE, NARROW_LINE = 9, 4  # marks side by side in a cell
LINES = 3  # lines of marks in a cell; more are counted in words
OTHERS = "all others"


def by_support(superlatives: pd.DataFrame, articles: pd.DataFrame, finding: Finding) -> Chart:
    """Draw one mark per claim, rows by source, columns by support, shape by kind.

    Past twelve sources: the eleven with most claims, and the others in one row.
    """
    rows = _rows(superlatives, articles)
    placed = superlatives.assign(row=superlatives["source"].map(dict(rows)))
    names = list(dict.fromkeys(name for _, name in rows))
    figure, axes = canvas(max(0.5 * len(names), 1.0) + 0.5)
    for i, name in enumerate(reversed(names)):
        for column, support in enumerate(SUPPORTS):
            cell = placed[(placed["row"] == name) & (placed["support"] == support)]
            _draw_cell(axes, cell["kind"].tolist(), column, i)
        axes.axhline(i + 0.5, color=RULE, linewidth=0.6, zorder=0)
    name_rows(axes, names[::-1])
    axes.set_xlim(-0.05, len(SUPPORTS))
    heads = [head.replace(" ", "\n") if narrow() else head for head in HEADS.values()]
    axes.set_xticks([column + 0.02 for column in range(len(SUPPORTS))], heads)
    axes.xaxis.tick_top()
    axes.tick_params(axis="x", labelsize=SMALL_SIZE if narrow() else LABEL_SIZE)
    for tick in axes.get_xticklabels():
        tick.set_horizontalalignment("left")
    data = placed.drop(columns="row")[["source", "line", "quote", "kind", "hedged", "support"]]
    return frame(
        figure,
        name="claims-by-support",
        title=finding.title,
        subtitle="Claims to an extreme by what the article puts behind them: "
        "■\u00a0measurable, ▲\u00a0uniqueness, ●\u00a0opinion",
        source="Source: superlatives and claims to uniqueness in article text; one mark a claim.",
        alt=f"Grid of marks, rows by article, columns by support. {finding.text}",
        caption=f"{finding.text} Blue marks claims that could be checked and have no support.",
        data=data.reset_index(drop=True),
    )


def unsupported_shares(counts: pd.DataFrame, articles: pd.DataFrame, finding: Finding) -> Chart:
    """Draw the share of claims without support per source as a dot on its Wilson interval.

    Past twelve sources: those with most claims.
    """
    bare = counts[counts["support"] == "none"].merge(articles[["source", "label"]], on="source")
    known = bare[bare["n_claims"] > 0].sort_values("n_claims", ascending=False, kind="stable")
    shown = known.head(MAX_ROWS).sort_values("share", kind="stable")
    figure, axes = canvas(max(0.32 * len(shown), 0.6) + 0.4)
    for i, row in enumerate(shown.itertuples()):
        axes.plot([row.low, row.high], [i, i], color=GREY, linewidth=2, solid_capstyle="butt")
        axes.plot(row.share, i, "o", color=BLUE, markersize=7)
        words = f"{row.n} of {row.n_claims}"
        axes.annotate(words, (1, i), (9, 0), textcoords="offset points", va="center",
                      fontsize=SMALL_SIZE, color=INK)  # fmt: skip
    name_rows(axes, shown["label"].tolist())
    axes.set_xlim(-0.02, 1.16)
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0%", "25%", "50%", "75%", "100%"])
    axes.grid(axis="x")
    return frame(
        figure,
        name="unsupported-share",
        title=finding.title,
        subtitle="Share of claims with nothing behind them; the bar is the 95% interval (Wilson)"
        + chosen(len(shown), len(known), "with most claims"),
        source="Source: superlatives and claims to uniqueness in article text.",
        alt=f"Dots with intervals, one row per article. {finding.text}",
        caption=f"{finding.text} Few claims make wide intervals.",
        data=shown[["source", "n", "n_claims", "share", "low", "high"]].reset_index(drop=True),
    )


def _rows(superlatives: pd.DataFrame, articles: pd.DataFrame) -> list[tuple[str, str]]:
    """Return source and row name, in the articles' order, or by number of claims when many."""
    pairs = list(zip(articles["source"], articles["label"], strict=True))
    if len(pairs) <= MAX_ROWS:
        return pairs
    n = superlatives["source"].value_counts()
    ranked = sorted(pairs, key=lambda pair: -n.get(pair[0], 0))
    rest = f"{OTHERS} ({len(pairs) - MAX_ROWS + 1})"
    return [*ranked[: MAX_ROWS - 1], *((source, rest) for source, _ in ranked[MAX_ROWS - 1 :])]


def _draw_cell(axes, kinds: list[str], column: int, row: int) -> None:
    """Draw a mark per claim, at most `LINES` lines of them; the rest as a number."""
    ordered = sorted(kinds, key=list(SHAPES).index)
    a_line = NARROW_LINE if narrow() else A_LINE
    room = a_line * LINES
    lines = min(-(-len(ordered) // a_line), LINES)
    for i, kind in enumerate(ordered[:room]):
        line, place = divmod(i, a_line)
        x, y = column + 0.05 + place * 0.855 / a_line, row + (lines - 1) * 0.13 - line * 0.26
        open_claim = column == SUPPORTS.index("none") and kind != "evaluative"
        colour = BLUE if open_claim else GREY
        axes.plot(x, y, SHAPES[kind], color=colour, markersize=6, markeredgewidth=0)
    if len(ordered) > room:
        axes.annotate(f"+ {len(ordered) - room}", (column + 0.9, row - 0.26), va="center",
                      fontsize=SMALL_SIZE, color=INK)  # fmt: skip
