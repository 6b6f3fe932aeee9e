"""Draw the fact grid: questions against articles, each cell what the article states."""

import math
from textwrap import wrap

import pandas as pd
from matplotlib.patches import Rectangle

from helpers.charts.frame import (
    GREY,
    INK,
    RULE,
    SECOND,
    SMALL_SIZE,
    WIDTH_DOUBLE,
    Chart,
    canvas,
    frame,
    label,
)
from helpers.findings.finding import Finding

MAX_SOURCES = 12  # past it sources are counted by answer
PACKED = 7  # past so many sources the cells hold letters and the row head the answers
NUMBERED = 6  # past so many the columns are numbered and named under the grid
MAX_QUESTIONS = 18
SMALL = 7  # points, the least that is readable in print
VERDICT_SIGNS = {"conflict": "≠", "compatible": "≈", "agree": "=", "single": "1"}
HATCHES = {"A": "", "B": "////", "C": "....", "D": "xxxx", "E": "----"}
SHADES = {"A": "#BFDDEE", "B": "#E3E3E3", "C": "#FFFFFF", "D": "#E3E3E3", "E": "#FFFFFF"}
STATUS_WORDS = {"asserted": "", "reported": "reported", "hedged": "expected", "negated": "denied"}
STATUS_MARKS = {"asserted": "", "reported": "r", "hedged": "e", "negated": "d"}
WIDTH = WIDTH_DOUBLE - 0.14  # inches within the margins
CELL, HEAD, STRIP, KEY_LINE = 0.36, 1.75, 0.13, 0.16  # inches: row, row heads, letter, key
WIDE_HEAD = 2.9  # inches, row heads that hold the answers
WIDEST = 2.2  # inches, a column of a grid of few sources
CHARACTER = 0.056  # inches, a character of the smallest size
SOURCE = "Source: the articles' own words; every value can be traced to its sentence."


def fact_grid(cells: pd.DataFrame, finding: Finding) -> Chart:
    """Draw questions against sources, each cell the value that the source states.

    Takes `grid.cells`. In a conflict every set of values that can be true together has a letter
    and a pattern; silence is an empty slot. Past twelve sources each row counts the sources by
    answer.
    """
    shown = _first_questions(cells)
    sources = list(dict.fromkeys(cells["source"]))
    draw = _draw_cells if len(sources) <= MAX_SOURCES else _draw_counts
    figure = draw(shown, sources)
    n = shown["question"].nunique()
    return frame(
        figure,
        name="fact-grid",
        title=finding.title,
        subtitle=f"{_which(shown, cells)}. ≠ cannot all be true, ≈ differ but fit together, = agree; "
        f"answers with one letter fit together; empty slot: silent{_marks(len(sources))}",
        source=SOURCE,
        alt=f"Grid of {n} questions and {len(sources)} articles. {finding.text}",
        caption="What each article states. Letters and patterns mark answers that exclude one "
        "another; an empty slot is silence, not disagreement; no answer is called the true one.",
        data=shown.reset_index(drop=True),
    )


def _marks(n_sources: int) -> str:
    """Explain the letters of a grid whose cells have no room for the status in words."""
    packed = PACKED < n_sources <= MAX_SOURCES
    return "; r reported, e expected, d denied" if packed else ""


def _which(shown: pd.DataFrame, cells: pd.DataFrame) -> str:
    """Say which questions are drawn."""
    n, answered = shown["question"].nunique(), cells.groupby("question")["stated"].sum()
    several = int((answered > 1).sum())
    if not several:
        return f"{n} of {len(answered)} questions that one article answers"
    return f"{n} of {several} questions that at least two articles answer"


def _first_questions(cells: pd.DataFrame) -> pd.DataFrame:
    """Keep the questions that several sources answer, else all, up to a readable number."""
    stated = cells.groupby("question")["stated"].transform("sum")
    several = cells[stated > 1] if (stated > 1).any() else cells
    ranked = several.assign(n=stated, agreed=several["verdict"] != "conflict")
    ranked = ranked.sort_values(["agreed", "n"], ascending=[True, False], kind="stable")
    names = list(dict.fromkeys(ranked["question"]))[:MAX_QUESTIONS]
    kept = ranked[ranked["question"].isin(names)]
    return kept.drop(columns=["n", "agreed"])


def _draw_cells(cells: pd.DataFrame, sources: list[str]):
    """Draw the grid on axes whose units are inches."""
    names = list(dict.fromkeys(cells["question"]))
    numbered, packed = len(sources) > NUMBERED, len(sources) > PACKED
    key = KEY_LINE * math.ceil(len(sources) / 2) + 0.1 if numbered else 0.0
    top = 0.22 if numbered else 0.36
    height = top + CELL * len(names) + key
    figure, axes = canvas(max(height, 0.8))
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(max(height, 0.8), 0)
    axes.axis("off")
    head = WIDE_HEAD if packed else HEAD
    wide = min((WIDTH - head) / max(len(sources), 1), WIDEST)
    lefts = [head + wide * place for place in range(len(sources))]
    if not names:
        axes.text(0, 0.3, "No article states anything that can be compared.", fontsize=SMALL_SIZE)
    labels = cells.drop_duplicates("source").set_index("source")["label"]
    for place, source in enumerate(sources):
        text = str(place + 1) if numbered else _in_lines(labels[source], _room(wide), 2)
        axes.text(lefts[place] + 0.05, top - 0.05, text, va="bottom", color=INK,
                  fontsize=SMALL_SIZE, linespacing=1.1)  # fmt: skip
    for row, name in enumerate(names):
        own = cells[cells["question"] == name].set_index("source")
        y = top + CELL * row
        _draw_row_head(axes, own.iloc[0], y, _legend(own) if packed else "")
        draw = _draw_packed_cell if packed else _draw_cell
        for left, source in zip(lefts, sources, strict=True):
            draw(axes, own.loc[source], left, y, wide)
    if numbered:
        _draw_key(axes, [labels[source] for source in sources], height - key + 0.15)
    return figure


def _draw_key(axes, labels: list[str], y: float) -> None:
    """Write under the grid which source each number stands for."""
    half = math.ceil(len(labels) / 2)
    for place, text in enumerate(labels):
        x = WIDTH / 2 * (place // half)
        axes.text(x, y + KEY_LINE * (place % half), f"{place + 1}  {label(text, limit=52)}",
                  fontsize=SMALL, color=INK, va="center")  # fmt: skip


def _legend(own: pd.DataFrame) -> str:
    """Return the answers of a row with their letters, for cells too narrow to hold them."""
    answers = own[own["stated"]].drop_duplicates(["group", "shown"])
    answers = answers.sort_values("group", key=lambda groups: groups.str.len(), kind="stable")
    parts = dict.fromkeys(f"{a.group} {a.shown}".strip() for a in answers.itertuples())
    return "; ".join(parts)


def _draw_packed_cell(axes, cell, left: float, y: float, wide: float) -> None:
    """Draw a cell that holds only the letter of its answer, or a dot."""
    if not cell["stated"]:
        _draw_cell(axes, cell, left, y, wide)
        return
    group = cell["group"]
    single = group if len(group) == 1 else ""
    if group:
        _draw_strip(axes, left, y, wide - 0.08, group)
    else:
        axes.text(left + wide / 2 - 0.01, y + CELL / 2, "●", fontsize=SMALL, ha="center",
                  va="center", color=GREY)  # fmt: skip
    if cell["status"] != "asserted" and (single or not group):
        axes.text(left + wide - 0.07, y + CELL - 0.04, STATUS_MARKS[cell["status"]], ha="right",
                  va="bottom", fontsize=SMALL, color=INK, style="italic")  # fmt: skip


def _draw_strip(axes, left: float, y: float, width: float, group: str) -> None:
    """Draw the letter of an answer on the pattern of its group."""
    single = group if len(group) == 1 else ""
    axes.add_patch(Rectangle((left + 0.03, y + 0.08 * CELL), width, 0.84 * CELL,
                   facecolor=SHADES.get(single, "white"), edgecolor=SECOND, linewidth=0.5,
                   hatch=HATCHES.get(single, "")))  # fmt: skip
    letters = group if single or width > 0.3 else "\n".join(group[:3])
    axes.text(left + 0.03 + width / 2, y + CELL / 2, letters, fontsize=SMALL, ha="center",
              va="center", color=INK, weight="bold", linespacing=0.85, in_layout=False,
              bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.5})  # fmt: skip


def _draw_row_head(axes, cell, y: float, legend: str) -> None:
    sign = VERDICT_SIGNS[cell["verdict"]]
    weight = "bold" if cell["verdict"] == "conflict" else "normal"
    attribute = label(cell["question"].removeprefix(f"{cell['subject']}: "), limit=24)
    axes.plot([0, WIDTH], [y, y], color=RULE, linewidth=0.6, zorder=0)
    # Inside for certain: the layout need not measure them.
    style = {"va": "center", "in_layout": False}
    axes.text(0.02, y + CELL / 2, sign, fontsize=11, color=INK, weight=weight, **style)
    if legend:
        attribute = label(f"{attribute} · {cell['subject']}", limit=40)
    below = label(legend, limit=46) if legend else label(cell["subject"], limit=27)
    axes.text(0.2, y + 0.33 * CELL, attribute, fontsize=8, color=INK, weight=weight, **style)
    axes.text(0.2, y + 0.72 * CELL, below, fontsize=SMALL, color=SECOND, **style)


def _draw_cell(axes, cell, left: float, y: float, wide: float) -> None:
    """Draw one cell: an empty slot for silence, else letter and pattern, value and status."""
    if not cell["stated"]:
        slot = (left + 0.03, y + 0.3 * CELL)
        axes.add_patch(Rectangle(slot, wide - 0.08, 0.4 * CELL, facecolor="none", edgecolor=RULE,
                                 linewidth=0.6))  # fmt: skip
        return
    group, begin = cell["group"], left + 0.05
    if group:
        _draw_strip(axes, left, y, STRIP, group)
        begin = left + 0.03 + STRIP + 0.03
    room = _room(left + wide - begin)
    status = STATUS_WORDS[cell["status"]]
    lines = _in_lines(cell["shown"], room, 1 if status else 2)
    text = "\n".join(filter(None, (lines, status if len(status) <= room else f"{status[:3]}.")))
    axes.text(begin, y + CELL / 2, text, fontsize=SMALL, va="center", ha="left", color=INK,
              linespacing=1.15, style="normal" if cell["status"] == "asserted" else "italic")  # fmt: skip


def _room(inches: float) -> int:
    """Return how many characters of the smallest size fit."""
    return max(3, int(inches / CHARACTER))


def _in_lines(text: str, width: int, lines: int) -> str:
    """Break a text at spaces into so many lines of about this many characters; the rest is cut."""
    words = label(text).replace("\\$", "$")
    parts = wrap(words, width, break_long_words=False, break_on_hyphens=False) or [""]
    rest = len(parts) > lines
    parts = [part if len(part) <= width + 1 else f"{part[: width - 1]}…" for part in parts[:lines]]
    if rest and not parts[-1].endswith("…"):
        parts[-1] = f"{parts[-1][: width - 1].rstrip(' ,')}…"
    return "\n".join(label(part) for part in parts)


def _draw_counts(cells: pd.DataFrame, sources: list[str]):
    """Draw one bar a question: how many sources give which answer, and how many none."""
    names = list(dict.fromkeys(cells["question"]))
    figure, axes = canvas(0.46 * len(names) + 0.3)
    for row, name in enumerate(reversed(names)):
        own = cells[(cells["question"] == name) & cells["stated"]]
        parts = own.groupby(["group", "shown"]).size().sort_values(ascending=False)
        left = 0
        for (group, shown), n in parts.items():
            single = group if len(group) == 1 else ""
            axes.barh(row, n, left=left, height=0.5, color=SHADES.get(single, "white"),
                      edgecolor=SECOND, linewidth=0.6, hatch=HATCHES.get(single, ""))  # fmt: skip
            room = int(n / len(sources) * 75)
            if room >= 4:
                text = label(f"{group} {shown} · {n}".strip(), limit=room)
                axes.text(left + n / 2, row, text, fontsize=SMALL, ha="center", va="center",
                          color=INK, bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.8},
                          clip_on=True)  # fmt: skip
            left += n
        if left < len(sources):
            axes.text(left + 0.2, row, f"{len(sources) - left} silent", fontsize=SMALL,
                      color=SECOND, va="center")  # fmt: skip
    verdicts = cells.drop_duplicates("question").set_index("question")["verdict"]
    ticks = [f"{VERDICT_SIGNS[verdicts[name]]} {label(name)}" for name in reversed(names)]
    axes.set_yticks(range(len(names)), ticks)
    axes.set_xlim(0, 1.005 * len(sources))
    _bare(axes)
    return figure


def _bare(axes) -> None:
    axes.set_xticks([])
    for spine in axes.spines.values():
        spine.set_visible(False)
