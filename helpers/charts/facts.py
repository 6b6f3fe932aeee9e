"""Draw numbers with their intervals, who leaves what open, and who contradicts whom."""

import json
import math
from textwrap import wrap

import pandas as pd

from helpers.charts.frame import (
    BLUE,
    GREY,
    INK,
    RULE,
    SECOND,
    SMALL_SIZE,
    Chart,
    canvas,
    frame,
    label,
    narrow,
)
from helpers.findings.finding import Finding

MAX_SOURCES = 12  # rows; past it the extremes and the range of the rest
MAX_PANELS = 6
MAX_VALUES = 8  # of a question; past it those of most sources
NARROW_TITLE = 24  # characters of a panel's title in one column of print
ROW, HEAD, HIGHEST = 0.26, 0.62, 8.2  # inches: a row, a panel's title and ticks, all panels
MAX_NAMED = 20  # characters of the sources named in a row
EXTREMES = 4
NARROW_TICKS = 2  # labelled places of an axis in one column of print
SMALL = 7  # points, the least that is readable in print
MARKERS = {"A": "o", "B": "s", "C": "^", "D": "D", "E": "v"}
STATUS_WORDS = {"asserted": "", "reported": "reported", "hedged": "expected", "negated": "denied"}
SOURCE = "Source: the articles' own words; every value can be traced to its sentence."


def number_lines(lines: pd.DataFrame, finding: Finding) -> Chart:
    """Draw the interval that each number's words allow, one panel a question.

    Takes `grid.number_lines`. A bar is the interval, an arrow an open end, the mark its group.
    """
    names = list(dict.fromkeys(lines["question"]))
    drawn = [_commonest(lines[lines["question"] == name]) for name in names[:MAX_PANELS]]
    while _height(drawn) > HIGHEST:
        drawn.pop()
    kept, sizes = names[: len(drawn)], [len(own) for own in drawn] or [1]
    figure, axes = canvas(
        max(_height(drawn), ROW), rows=len(sizes), height_ratios=sizes, hspace=0.1
    )
    panels = [axes] if len(sizes) == 1 else list(axes)
    for panel, own in zip(panels, drawn, strict=False):
        _draw_panel(panel, own)
    if not kept:
        panels[0].axis("off")
        panels[0].text(
            0, 0.5, "No number is stated by two articles.", transform=panels[0].transAxes
        )
    some = f"the first {len(kept)} of {len(names)}" if len(kept) < len(names) else f"{len(names)}"
    return frame(
        figure,
        name="fact-number-lines",
        title=finding.title,
        subtitle=f"Numbers that at least two articles state ({some} questions); bar: what the "
        "printed form allows; arrow: no bound; one mark and letter for values that fit together"
        f"{_left_out(lines, drawn)}",
        source=SOURCE,
        alt=f"Number lines of {len(kept)} questions with intervals. {finding.text}",
        caption="Intervals follow from the printed precision: 14.3 billion is 14.25 to 14.35.",
        data=lines[lines["question"].isin(kept)].reset_index(drop=True),
    )


def _height(drawn: list[pd.DataFrame]) -> float:
    """Return the height of panels in inches, with their titles and ticks."""
    return ROW * sum(map(len, drawn)) + HEAD * len(drawn)


def _left_out(lines: pd.DataFrame, drawn: list[pd.DataFrame]) -> str:
    """Say that not all values of a question are drawn."""
    names = [own["question"].iloc[0] for own in drawn]
    n = int(lines["question"].isin(names).sum()) - sum(map(len, drawn))
    return f"; {n} values of fewer sources not shown" if n else ""


def _commonest(own: pd.DataFrame) -> pd.DataFrame:
    """Return the values that most sources give, in rising order."""
    ranked = own.sort_values("n_sources", ascending=False, kind="stable").head(MAX_VALUES)
    return ranked.sort_index().reset_index(drop=True)


def _draw_panel(axes, own: pd.DataFrame) -> None:
    low, high = _extent(own)
    for place, row in own.iterrows():
        y = len(own) - 1 - place
        group = row["group"] if row["verdict"] == "conflict" else ""
        first, last = max(row["low"], low), min(row["high"], high)
        colour = BLUE if group in ("", "A") else GREY
        axes.plot([first, last], [y, y], color=colour, linewidth=5, alpha=0.45,
                  solid_capstyle="butt")  # fmt: skip
        if row["high"] == math.inf:
            axes.annotate(
                "", (high, y), (first, y), arrowprops={"arrowstyle": "->", "color": colour}
            )
        middle = first if row["high"] == math.inf else (first + last) / 2
        axes.plot(middle, y, MARKERS.get(group, "o" if not group else "|"), color=colour, markersize=6,
                  markeredgecolor=INK, markeredgewidth=0.5)  # fmt: skip
        status = STATUS_WORDS[row["status"]]
        text = "  ".join(filter(None, (group, row["shown"], f"({status})" if status else "")))
        axes.annotate(label(text), (1, y), (4, 0), xycoords=("axes fraction", "data"),
                      textcoords="offset points", fontsize=SMALL_SIZE, color=INK, va="center",
                      annotation_clip=False)  # fmt: skip
    ticks = [_who(row) for row in own.itertuples()]
    axes.set_yticks(range(len(own)), ticks[::-1])
    axes.set_xlim(low, high)
    axes.set_ylim(-0.7, len(own) - 0.3)
    question = label(own["question"].iloc[0])
    lines = wrap(question, NARROW_TITLE) if narrow() else [question]
    axes.set_title("\n".join(lines), fontsize=8.5, color=INK, loc="left", weight="bold")
    bare(axes)
    axes.axhline(-0.7, color=RULE, linewidth=0.8)
    _draw_ticks(axes, json.loads(own["ticks"].iloc[0]))


def _draw_ticks(axes, ticks: list) -> None:
    """Label the places of an axis that are within its ends."""
    low, high = axes.get_xlim()
    inside = [(place, text) for place, text in ticks if low <= place <= high]
    if narrow() and len(inside) > NARROW_TICKS:
        inside = inside[:: math.ceil(len(inside) / NARROW_TICKS)]
    axes.set_xticks([place for place, _ in inside], [label(text) for _, text in inside])
    axes.tick_params(axis="x", length=3, color=GREY, labelsize=SMALL, labelcolor=SECOND, pad=2)


def _extent(own: pd.DataFrame) -> tuple[float, float]:
    """Return the ends of a panel: all finite ends of intervals with room on both sides."""
    ends = [end for end in (*own["low"], *own["high"]) if math.isfinite(end)]
    low, high = min(ends), max(ends)
    room = (high - low) * 0.12 or abs(high) * 0.05 or 1
    return low - room, high + room


def _who(row) -> str:
    """Name the sources of a row in one line, as far as there is room."""
    names = json.loads(row.sources)
    room = MAX_NAMED // 2 if narrow() else MAX_NAMED
    named = names[:2] if sum(map(len, names[:2])) <= room else names[:1]
    n = len(names) - len(named)
    more = "" if not n else f" +{n}" if narrow() else f" and {n} more"
    return f"{label(', '.join(named), limit=room + 8 - len(more))}{more}"


def coverage(silence: pd.DataFrame, articles: pd.DataFrame, finding: Finding) -> Chart:
    """Draw how many of the questions each source answers; the rest of the bar is its silence.

    Takes `divergence.silence`. Past twelve sources: those that answer the smallest and the
    largest number, and one row for the range of all others.
    """
    labels = dict(zip(articles["source"], articles["label"], strict=True))
    ranked = silence.sort_values(["n_stated", "source"]).reset_index(drop=True)
    rows = _with_rest(ranked)
    figure, axes = canvas(max(0.3 * len(rows), 0.6) + 0.2)
    asked = max(int(silence["n_questions"].max()) if len(silence) else 0, 1)
    for place, row in enumerate(rows):
        if isinstance(row, pd.DataFrame):
            low, high = int(row["n_stated"].min()), int(row["n_stated"].max())
            axes.plot([low, high], [place, place], color=GREY, linewidth=4)
            axes.plot(row["n_stated"].median(), place, "|", color=INK, markersize=10)
            _end_label(axes, place, f"{low} to {high}")
            continue
        axes.barh(place, row["n_stated"], height=0.55, color=BLUE)
        axes.barh(place, row["n_silent"], left=row["n_stated"], height=0.55, color="white",
                  edgecolor=GREY, linewidth=0.5, hatch="....")  # fmt: skip
        _end_label(axes, place, f"{row['n_stated']} of {row['n_questions']}")
    names = [
        f"{len(row)} others" if isinstance(row, pd.DataFrame) else label(labels[row["source"]])
        for row in rows
    ]
    axes.set_yticks(range(len(rows)), names)
    axes.set_xlim(0, 1.005 * asked)
    bare(axes)
    return frame(
        figure,
        name="fact-coverage",
        title=finding.title,
        subtitle="Questions that at least two articles answer; filled: answered, dotted: left open",
        source=SOURCE,
        alt=f"Bars of answered and open questions per article. {finding.text}",
        caption="Silence is not disagreement: an article may leave out what it does not dispute.",
        data=ranked,
    )


def _with_rest(ranked: pd.DataFrame) -> list:
    rows = [row for _, row in ranked.iterrows()]
    if len(rows) <= MAX_SOURCES:
        return rows
    return [*rows[:EXTREMES], ranked.iloc[EXTREMES:-EXTREMES], *rows[-EXTREMES:]]


def dispute_bars(disputes: pd.DataFrame, articles: pd.DataFrame, finding: Finding) -> Chart:
    """Draw the pairs of sources by the number of questions on which they contradict each other.

    Takes `contradictions.disputes`; the first twelve pairs are drawn.
    """
    labels = dict(zip(articles["source"], articles["label"], strict=True))
    kept = disputes[disputes["n_conflicts"] > 0].head(MAX_SOURCES)[::-1].reset_index(drop=True)
    figure, axes = canvas(max(0.3 * len(kept), 0.5) + 0.2)
    for place, row in kept.iterrows():
        axes.barh(place, row["n_shared"], height=0.55, color="white", edgecolor=GREY, linewidth=0.5)
        axes.barh(place, row["n_conflicts"], height=0.55, color=BLUE)
        _end_label(axes, place, f"{row['n_conflicts']} of {row['n_shared']}")
    names = [
        f"{label(labels[r.source_a])} / {label(labels[r.source_b])}" for r in kept.itertuples()
    ]
    axes.set_yticks(range(len(names)), names)
    if kept.empty:
        axes.text(0, 0.5, "No pair contradicts each other.", transform=axes.transAxes)
    axes.set_xlim(0, 1.005 * max(kept["n_shared"].max() if len(kept) else 1, 1))
    bare(axes)
    n_more = int((disputes["n_conflicts"] > 0).sum()) - len(kept)
    more = f" ({n_more} more pairs not shown)" if n_more else ""
    return frame(
        figure,
        name="fact-disputes",
        title=finding.title,
        subtitle=f"Questions both articles answer; filled: answers exclude one another{more}",
        source=SOURCE,
        alt=f"Bars of pairs of articles. {finding.text}",
        caption="Pairs of articles by the questions on which both cannot be right.",
        data=kept,
    )


def _end_label(axes, y: float, text: str) -> None:
    axes.annotate(text, (1, y), (4, 0), xycoords=("axes fraction", "data"),
                  textcoords="offset points", fontsize=SMALL_SIZE, color=INK, va="center",
                  annotation_clip=False)  # fmt: skip


def bare(axes) -> None:
    """Take away the ticks below the axes and the lines around it."""
    axes.set_xticks([])
    for spine in axes.spines.values():
        spine.set_visible(False)
