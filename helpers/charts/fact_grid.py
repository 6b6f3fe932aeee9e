"""Draw the fact grid: questions against articles, each cell what the article states."""

import math
from dataclasses import dataclass
from textwrap import wrap

import pandas as pd
from matplotlib.patches import Rectangle

from helpers.charts.facts import SMALL, SOURCE, STATUS_WORDS, bare
from helpers.charts.frame import (
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
    page_width,
)
from helpers.findings.finding import Finding

MAX_SOURCES = 12  # past it sources are counted by answer
PACKED = 7  # past so many sources the cells hold letters and the row head the answers
NUMBERED = 6  # past so many the columns are numbered and named under the grid
FEW = 3  # past so many both holds in one column of print
MAX_QUESTIONS, MAX_NARROW = 18, 8
VERDICT_SIGNS = {"conflict": "≠", "compatible": "≈", "agree": "=", "single": "1"}
HATCHES = {"A": "", "B": "////", "C": "....", "D": "xxxx", "E": "----"}
SHADES = {"A": "#BFDDEE", "B": "#E3E3E3", "C": "#FFFFFF", "D": "#E3E3E3", "E": "#FFFFFF"}
STATUS_MARKS = {"asserted": "", "reported": "r", "hedged": "e", "negated": "d"}
MARGINS = 0.14  # inches, both together
CELL, HEAD, STRIP, KEY_LINE = 0.36, 1.75, 0.13, 0.16  # inches: row, row heads, letter, key
ABOVE = 0.34  # inches, a row's head that stands above its cells, in one column of print
WIDE_HEAD = 2.9  # inches, row heads that hold the answers
WIDEST, WIDEST_PACKED = 2.2, 0.5  # inches, a column of a grid of few sources
# Between the heads of two columns, whose letters may be wider than most.
GUTTER = 0.12  # inches
CHARACTER = 0.056  # inches, a character of the smallest size


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
    packed = _Plan(0, n_sources).packed and n_sources <= MAX_SOURCES
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
    most = MAX_NARROW if narrow() else MAX_QUESTIONS
    names = list(dict.fromkeys(ranked["question"]))[:most]
    kept = ranked[ranked["question"].isin(names)]
    return kept.drop(columns=["n", "agreed"])


@dataclass(frozen=True)
class _Plan:
    """Where the parts of a grid lie, in inches."""

    n_questions: int
    n_sources: int

    @property
    def packed(self) -> bool:
        """Whether cells hold letters only, and the row heads the answers."""
        return self.n_sources > (FEW if narrow() else PACKED)

    @property
    def numbered(self) -> bool:
        """Whether the columns have numbers, named under the grid."""
        return self.n_sources > (FEW if narrow() else NUMBERED)

    @property
    def above(self) -> float:
        """The room in a row above its cells: for its head, in one column of print."""
        return ABOVE if narrow() else 0.0

    @property
    def head(self) -> float:
        """Where the cells begin."""
        return 0.2 if narrow() else WIDE_HEAD if self.packed else HEAD

    @property
    def wide(self) -> float:
        """The width of a cell."""
        room = (_width() - self.head) / max(self.n_sources, 1)
        return min(room, WIDEST_PACKED if self.packed else WIDEST)

    @property
    def top(self) -> float:
        """Where the first row begins, under the heads of the columns."""
        return 0.22 if self.numbered else 0.36

    @property
    def key_columns(self) -> int:
        """In how many columns the names of the sources stand under the grid."""
        return 1 if narrow() else 2

    @property
    def key(self) -> float:
        """The height of the names of the sources under the grid."""
        lines = math.ceil(self.n_sources / self.key_columns)
        return KEY_LINE * lines + 0.1 if self.numbered else 0.0

    @property
    def height(self) -> float:
        """The height of the whole."""
        return max(self.top + (self.above + CELL) * self.n_questions + self.key, 0.8)


def _width() -> float:
    """Return the width within the margins, in inches."""
    return page_width() - MARGINS


def _draw_cells(cells: pd.DataFrame, sources: list[str]):
    """Draw the grid on axes whose units are inches."""
    names = list(dict.fromkeys(cells["question"]))
    plan = _Plan(len(names), len(sources))
    figure, axes = canvas(plan.height)
    axes.set_xlim(0, _width())
    axes.set_ylim(plan.height, 0)
    axes.axis("off")
    if not names:
        axes.text(0, 0.3, "No article states anything that can be compared.", fontsize=SMALL_SIZE)
    labels = cells.drop_duplicates("source").set_index("source")["label"]
    lefts = [plan.head + plan.wide * place for place in range(len(sources))]
    for place, source in enumerate(sources if names else ()):
        text = (
            str(place + 1)
            if plan.numbered
            else _in_lines(labels[source], _room(plan.wide - GUTTER), 2)
        )
        axes.text(lefts[place] + 0.05, plan.top - 0.05, text, va="bottom", color=INK,
                  fontsize=SMALL_SIZE, linespacing=1.1)  # fmt: skip
    for row, name in enumerate(names):
        own = cells[cells["question"] == name].set_index("source")
        y = plan.top + (plan.above + CELL) * row
        _draw_row_head(axes, own.iloc[0], y, _legend(own) if plan.packed else "")
        draw = _draw_packed_cell if plan.packed else _draw_cell
        for left, source in zip(lefts, sources, strict=True):
            draw(axes, own.loc[source], left, y + plan.above, plan.wide)
    if plan.numbered and names:
        _draw_key(axes, [labels[source] for source in sources], plan)
    return figure


def _draw_key(axes, labels: list[str], plan: _Plan) -> None:
    """Write under the grid which source each number stands for."""
    lines = math.ceil(len(labels) / plan.key_columns)
    y = plan.height - plan.key + 0.15
    for place, text in enumerate(labels):
        x = _width() / plan.key_columns * (place // lines)
        axes.text(x, y + KEY_LINE * (place % lines), f"{place + 1}  {label(text, limit=52)}",
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
    axes.plot([0, _width()], [y, y], color=RULE, linewidth=0.6, zorder=0)
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
            room = int(n / len(sources) * 10 * _width())
            text = label(f"{group} {shown} · {n}".strip(), limit=room) if room >= 4 else "…"
            if text != "…":
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
    bare(axes)
    return figure
