"""Draw how long the sentences are, how hard the texts, and what the tools make of them."""

import numpy as np
import pandas as pd

from helpers.charts.frame import (
    BLUE,
    GREY,
    INK,
    RULE,
    SECOND,
    SERIES,
    SMALL_SIZE,
    Chart,
    canvas,
    frame,
    label,
    narrow,
)
from helpers.charts.rows import MAX_ROWS, between, ends, name_rows, others
from helpers.findings.finding import Finding
from helpers.reading_ease.formulas import FORMULAS, GRADES

GRADE = "flesch_kincaid"
MARKS = {"gunning_fog": "^", "smog": "v", "automated_readability": "s", "coleman_liau": "D"}
LINES = ((BLUE, "o", "-"), (SERIES[1], "s", "--"), (SERIES[2], "^", "-."))
LINES += ((SERIES[3], "D", ":"), (SERIES[4], "v", (0, (6, 2))))
ENDS = 26  # characters of a label at the end of a line


def sentence_lengths(sentences: pd.DataFrame, articles: pd.DataFrame, finding: Finding) -> Chart:
    """Draw every sentence of the paragraphs as a dot at its number of words, one row a source.

    Past twelve sources: the six with the shortest and the six with the longest mean, and one row
    for the distribution of all the others.
    """
    prose = sentences[(sentences["block_kind"] == "paragraph") & (sentences["n_words"] > 0)]
    lengths = {source: own["n_words"].to_numpy() for source, own in prose.groupby("source")}
    ranked = sorted(lengths, key=lambda source: -lengths[source].mean())
    order = ends(ranked)
    names = _labels(articles) | {None: between(ranked)}
    figure, axes = canvas(max(0.62 * len(order), 1.2) + 0.4)
    for row, source in enumerate(reversed(order)):
        if source is None:
            rest = np.concatenate([lengths[name] for name in others(ranked)])
            _draw_quartiles(axes, rest, row)
            continue
        x, y = stacked(lengths[source])
        axes.plot(x, row - 0.32 + y, "o", color=BLUE, markersize=3, markeredgewidth=0, alpha=0.8)
        mean = lengths[source].mean()
        axes.plot([mean, mean], [row - 0.4, row + 0.4], color=INK, linewidth=1.2)
        axes.annotate(f"{mean:.1f}", (mean, row + 0.4), (3, -2), textcoords="offset points",
                      fontsize=SMALL_SIZE, color=INK, va="top")  # fmt: skip
    name_rows(axes, [names.get(source, source) for source in reversed(order)])
    axes.set_xlim(left=0)
    _plain(axes, grid="x")
    data = prose[["source", "line", "start", "end", "n_words"]].reset_index(drop=True)
    return frame(
        figure,
        name="sentence-lengths",
        title=finding.title,
        subtitle=f"Words per sentence; each dot is one of {len(prose):,} sentences, the line the mean",
        source="Source: sentences of paragraphs; headings, lists and quotes set apart are left out.",
        alt=f"Dots, one row per article: the length of every sentence. {finding.text}",
        caption=f"{finding.text} Sentences never cross a line of the file.",
        data=data,
    )


def grades(scores: pd.DataFrame, articles: pd.DataFrame, finding: Finding) -> Chart:
    """Draw the Flesch-Kincaid grade of each source with its interval, and the other formulas.

    A value that is not available is said in words. Past twelve sources: the six lowest and the
    six highest of those with a value, and one row for the distribution of the others.
    """
    data = scores[scores["measure"].isin(GRADES)].reset_index(drop=True)
    own = data[data["measure"] == GRADE].sort_values("value", ascending=False, na_position="last")
    if len(own) > MAX_ROWS:
        own = own.dropna(subset="value")
    ranked = own["source"].tolist()
    order = ends(ranked)
    names = _labels(articles) | {None: between(ranked)}
    figure, axes = canvas(max(0.42 * len(order), 1) + 0.6)
    table = own.set_index("source")
    for row, source in enumerate(reversed(order)):
        if source is None:
            rest = table.loc[others(ranked), "value"].dropna()
            _draw_quartiles(axes, rest.to_numpy(), row)
        elif pd.isna(table.loc[source, "value"]):
            axes.annotate(f"not available: {table.loc[source, 'note']}", (0, row), (4, 0),
                          xycoords=("axes fraction", "data"), textcoords="offset points",
                          fontsize=SMALL_SIZE, color=SECOND, va="center")  # fmt: skip
        else:
            _draw_grade(axes, data[data["source"] == source].set_index("measure"), row)
    name_rows(axes, [names.get(source, source) for source in reversed(order)])
    _plain(axes, grid="x")
    _key(axes)
    if own["value"].isna().all():
        axes.set_xticks([])
    return frame(
        figure,
        name="grade-by-source",
        title=finding.title,
        subtitle="School grade by five formulas; higher is harder. "
        "Bar: 95% interval of Flesch-Kincaid",
        source="Source: paragraphs; interval by resampling them. SMOG only from 30 sentences on.",
        alt=f"Dots with intervals, one row per article. {finding.text}",
        caption=f"{finding.text} The interval says how far the grade would move had the author "
        "written comparable paragraphs; the other marks say how far the formulas disagree.",
        data=data,
    )


def ablation_slopes(ablation: pd.DataFrame, articles: pd.DataFrame, finding: Finding) -> Chart:
    """Draw the grade of each source after each step from textstat's score to ours.

    Past five sources one line each for the highest and the lowest, the rest in grey.
    """
    data = ablation[ablation["measure"] == GRADE].reset_index(drop=True)
    wide = data.pivot(index="source", columns="step", values="value").dropna()
    wide = wide.loc[wide.iloc[:, -1].sort_values(kind="stable").index] if len(wide) else wide
    figure, axes = canvas(3.1)
    steps = data.drop_duplicates("step").sort_values("step")["text"].tolist()
    few = len(wide) <= len(LINES)
    marked = list(wide.index) if few else [wide.index[0], wide.index[-1]]
    for source in wide.index.difference(marked, sort=False):
        axes.plot(wide.columns, wide.loc[source], color=GREY, linewidth=0.8)
    for source, (colour, marker, line) in zip(marked, LINES, strict=False):
        axes.plot(wide.columns, wide.loc[source], color=colour, marker=marker, linestyle=line,
                  linewidth=1.4, markersize=4.5)  # fmt: skip
    _name_ends(axes, wide.loc[marked].iloc[:, -1] if marked else pd.Series(dtype=float), articles)
    axes.set_xticks(range(len(steps)), [step.replace(" ", "\n", 1) for step in steps])
    axes.tick_params(axis="x", labelrotation=90 if narrow() else 0)
    axes.set_xlim(-0.2, max(len(steps), 1) - 0.9)
    _plain(axes, grid="y")
    return frame(
        figure,
        name="textstat-to-ours",
        title=finding.title,
        subtitle="Flesch-Kincaid grade after each step, from textstat on the raw file (left) to ours",
        source="Source: textstat 0.7.8 with its own counts; from “right sentences” on, ours.",
        alt=f"Lines, one per article, over {len(steps)} steps of preparation. {finding.text}",
        caption=f"{finding.text} Nothing about the articles changes from left to right: "
        "only what is counted, and how.",
        data=data,
    )


def stacked(lengths: np.ndarray, *, height: float = 0.64) -> tuple[np.ndarray, np.ndarray]:
    """Return x and y of dots that hide none another: equal values stand on one another."""
    x = np.sort(lengths)
    starts = np.searchsorted(x, x)
    level = np.arange(len(x)) - starts
    return x, level * min(0.1, height / max(level.max(initial=0), 1))


def _draw_grade(axes, own: pd.DataFrame, row: int) -> None:
    main = own.loc[GRADE]
    axes.plot([main["low"], main["high"]], [row, row], color=BLUE, linewidth=4, alpha=0.35)
    axes.plot(main["value"], row, "o", color=BLUE, markersize=7)
    axes.annotate(f"{main['value']:.1f}", (main["value"], row), (0, 6), textcoords="offset points",
                  fontsize=SMALL_SIZE, color=INK, ha="center")  # fmt: skip
    for measure, marker in MARKS.items():
        if measure in own.index and pd.notna(own.loc[measure, "value"]):
            axes.plot(own.loc[measure, "value"], row, marker, color="white", markersize=5,
                      markeredgecolor=INK, markeredgewidth=0.9)  # fmt: skip


def _draw_quartiles(axes, values: np.ndarray, row: int) -> None:
    if len(values) == 0:
        return
    low, first, middle, third, high = np.quantile(values, [0, 0.25, 0.5, 0.75, 1])
    axes.plot([low, high], [row, row], color=GREY, linewidth=1)
    axes.plot([first, third], [row, row], color=GREY, linewidth=6, solid_capstyle="butt")
    axes.plot([middle, middle], [row - 0.2, row + 0.2], color=INK, linewidth=1.2)


def _plain(axes, *, grid: str) -> None:
    axes.grid(axis=grid, color=RULE, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.spines[["top", "right", "left", "bottom"]].set_visible(False)


def _key(axes) -> None:
    handles = [axes.plot([], [], "o", color=BLUE, markersize=7, label=FORMULAS[GRADE].title)[0]]
    for measure, marker in MARKS.items():
        (handle,) = axes.plot([], [], marker, color="white", markersize=5, markeredgecolor=INK,
                              markeredgewidth=0.9, label=FORMULAS[measure].title)  # fmt: skip
        handles.append(handle)
    axes.legend(handles=handles, loc="lower left", bbox_to_anchor=(0, 1), ncols=2 if narrow() else len(handles),
                frameon=False, fontsize=SMALL_SIZE, borderaxespad=0, handletextpad=0.3,
                columnspacing=1.2)  # fmt: skip


def _name_ends(axes, values: pd.Series, articles: pd.DataFrame) -> None:
    """Write value and label of each source at the end of its line, at least one line of text apart.

    The value is a text of its own: after a label from right to left it would stand inside it.
    """
    low, high = axes.get_ylim()
    gap = (high - low) * 0.075
    names = _labels(articles)
    place = -np.inf
    for source, value in values.items():
        place = max(value, place + gap)
        for words, offset in ((f"{value:.1f}", 4), (label(names[source], limit=ENDS), 30)):
            axes.annotate(words, (1, place), (offset, 0), xycoords=("axes fraction", "data"),
                          textcoords="offset points", va="center", fontsize=SMALL_SIZE,
                          color=INK, annotation_clip=False)  # fmt: skip


def _labels(articles: pd.DataFrame) -> dict[str, str]:
    return dict(zip(articles["source"], articles["label"], strict=True))
