"""Give every figure the same look: sizes, colours, headline, source line, words for the eye.

A chart module draws between two calls: `canvas` hands out empty axes and `frame` closes the
figure. A notebook ends a cell with `frame.export(chart)`, which writes the files and shows the
chart; that is the one call it needs (`export` lives in `helpers.export`).
"""

import os
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property
from textwrap import shorten

import matplotlib as mpl
import pandas as pd
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.ticker import FixedLocator

from helpers.display import visible
from helpers.export import HINTING, draw_shown, draw_vector, export

__all__ = ["Chart", "canvas", "export", "frame", "label"]

BLUE = "#0072B2"  # what the headline is about
GREY = "#8C8C8C"  # all other marks
INK = "#1A1A1A"  # text, labels, values
SECOND = "#595959"  # subtitle, source line: 7.0 to 1 on white
RULE = "#D9D9D9"  # grid, guide lines
# When all sources must be told apart: Okabe and Ito's colours that reach 3 to 1 on white, in a
# fixed order and never without a label, a shape or a hatch.
SERIES = (BLUE, "#D55E00", "#009E73", "#CC79A7", "#000000")

WIDTH_SINGLE = 89 / 25.4  # one column of a journal, in inches
WIDTH_DOUBLE = 183 / 25.4  # its full width

TITLE_SIZE, SUBTITLE_SIZE, LABEL_SIZE, SMALL_SIZE, SOURCE_SIZE = 12, 9, 8.5, 7.5, 7.5  # points
STYLE = {
    "font.family": "DejaVu Sans",  # ships with matplotlib: the same everywhere
    "font.size": LABEL_SIZE,
    "text.hinting": HINTING,
    "text.color": INK,
    "axes.edgecolor": RULE,
    "axes.labelcolor": SECOND,
    "axes.labelsize": LABEL_SIZE,
    "axes.titlesize": SUBTITLE_SIZE,
    "axes.titlelocation": "left",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "grid.color": RULE,
    "grid.linewidth": 0.6,
    "hatch.linewidth": 0.6,
    "figure.facecolor": "white",
    "savefig.facecolor": "white",
}

DPI = 200  # at which words are measured
POINT = 1 / 72  # inches
MARGIN = 0.06  # inches left free at every edge
LABEL_SHARE = 0.36  # of the figure's width that row labels may take before they are broken
LABEL_LINES = 2
MISSING = "\N{WHITE SQUARE}"
FIXED = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Chart:
    """A finished figure with the words that stand in for it and the table it was drawn from."""

    figure: Figure
    name: str
    title: str
    subtitle: str
    source: str
    alt: str
    caption: str
    data: pd.DataFrame

    def __repr__(self) -> str:
        return f"Chart: {self.alt}"

    @cached_property
    def drawing(self) -> bytes:
        """The chart as .svg, drawn once."""
        return draw_vector(self)

    def _repr_png_(self) -> bytes:
        return draw_shown(self)

    def _repr_mimebundle_(self, include=None, exclude=None):
        """Return picture and alt text; the picture's metadata name the chart for the report."""
        words = {"name": self.name, "title": self.title, "alt": self.alt, "caption": self.caption}
        bundle = {"image/png": self._repr_png_(), "text/plain": repr(self)}
        return bundle, {"image/png": words}


def page_width() -> float:
    """Return how wide charts are drawn, in inches: two columns of print, unless the environment
    variable FIGURE_WIDTH says otherwise, in millimetres.
    """
    asked = os.environ.get("FIGURE_WIDTH")
    return float(asked) / 25.4 if asked else WIDTH_DOUBLE


def narrow() -> bool:
    """Tell whether charts are drawn for one column of print, where heads and keys need more lines."""
    return page_width() < (WIDTH_SINGLE + WIDTH_DOUBLE) / 2


def canvas(height: float, *, width: float | None = None, rows: int = 1, columns: int = 1, **grid):
    """Return a styled figure and its axes (one, or an array as of `Figure.subplots`).

    `height` in inches is that of the plot with its tick labels; `frame` adds room for headline and
    source line on top of it, so that a long headline never squeezes the plot. `width` in inches is
    `page_width()` unless given. `grid` goes to
    the grid of axes (`width_ratios`, `height_ratios`, `hspace`, `wspace`). Draw into the axes
    only: words belong in `frame`, labels beyond the edge of an axes are given room.
    """
    sharing = {key: grid.pop(key) for key in ("sharex", "sharey") if key in grid}
    with mpl.rc_context(STYLE):
        figure = Figure(figsize=(width or page_width(), height), dpi=DPI, layout="constrained")
        FigureCanvasAgg(figure)
        axes = figure.subplots(rows, columns, gridspec_kw=grid, **sharing)
        for one in figure.axes:
            one.tick_params(length=0, labelsize=LABEL_SIZE, labelcolor=INK, pad=4)
    return figure, axes


def frame(figure: Figure, *, name, title, subtitle, source, alt, caption, data) -> Chart:
    """Put headline, subtitle and source line on a drawn figure and return the finished chart.

    `name` is a kebab-case noun and becomes the file name. `title` states the finding, `subtitle`
    the measure and its unit, `source` where the numbers come from. `alt` says what the picture
    shows to a reader who cannot see it, `caption` is printed under it. `data` holds what is plotted.
    Words are wrapped to the width as rendered and the figure grows by what they need.
    Raises `ValueError` when a text is empty.
    """
    words = {"name": name, "title": title, "subtitle": subtitle, "source": source}
    words |= {"alt": alt, "caption": caption}
    for key, text in words.items():
        if not str(text).strip():
            raise ValueError(f"The chart {name!r} needs a text for {key!r}.")
    words = {key: visible(str(text)) for key, text in words.items()}
    with mpl.rc_context(STYLE):
        _break_row_labels(figure)
        head = [_block(figure, title, TITLE_SIZE, INK, "bold")]
        head.append(_block(figure, subtitle, SUBTITLE_SIZE, SECOND, "normal"))
        foot = _block(figure, source, SOURCE_SIZE, SECOND, "normal")
        _lay_out(figure, head, foot)
    return Chart(figure=figure, data=data, **words)


def label(text: object, *, limit: int | None = None) -> str:
    """Return text as matplotlib can draw it: one line, no mathematics, no invisible characters.

    `$` is escaped (two of them would become a formula), control and bidirectional characters are
    taken out, and a character that DejaVu Sans lacks becomes a white square. `limit` shortens at
    a word to so many characters. Applying it twice changes nothing.
    """
    visible = "".join(" " if c.isspace() and c != FIXED else c for c in str(text) if _is_visible(c))
    line = " ".join(_words(visible))
    if limit is not None:
        line = shorten(line, limit, placeholder="…") if " " in line else line[:limit]
    drawn = "".join(c if _has_glyph(c) else MISSING for c in line)
    return drawn.replace("\\$", "$").replace("$", "\\$")


def _is_visible(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co"}


@cache
def _has_glyph(character: str) -> bool:
    return bool(
        get_font(findfont(FontProperties(family="DejaVu Sans"))).get_char_index(ord(character))
    )


@cache
def _inches(text: str, font: FontProperties) -> float:
    """Return how wide a piece of text is when rendered."""
    plain = text.replace("\\$", "$")
    return _renderer().get_text_width_height_descent(plain, font, ismath=False)[0] / DPI


@cache
def _renderer() -> RendererAgg:
    return RendererAgg(1, 1, DPI)


def _wrap(text: str, font: FontProperties, width: float) -> list[str]:
    """Break a text into lines that are at most `width` inches wide when rendered."""
    lines, used = [""], 0.0
    space = _inches("a b", font) - _inches("ab", font)
    for word in (piece for long in _words(text) for piece in _pieces(long, font, width)):
        size = _inches(word, font)
        if lines[-1] and used + space + size > width:
            lines, used = [*lines, ""], 0.0
        used += size + space * bool(lines[-1])
        lines[-1] = f"{lines[-1]} {word}".strip(" ")
    return lines


def _words(text: str) -> list[str]:
    """Split at spaces, but not at those that hold two words together."""
    return [word for word in text.split(" ") if word]


def _pieces(word: str, font: FontProperties, width: float) -> list[str]:
    """Cut a word that is wider than a line; an escaped `$` is not cut in two."""
    pieces = []
    while _inches(word, font) > width:
        cut = next(
            n for n in range(len(word) - 1, 0, -1) if _inches(word[:n], font) <= width or n == 1
        )
        cut += word[cut - 1] == "\\"
        pieces.append(word[:cut])
        word = word[cut:]
    return [*pieces, word]


def _balance(text: str, font: FontProperties, width: float) -> list[str]:
    """Break a text into as few lines as fit, of about the same length: no single word is left."""
    fewest = len(_wrap(text, font, width))
    tries = (_wrap(text, font, width * share / 20) for share in range(11, 21))
    return next(lines for lines in tries if len(lines) <= fewest)


def _block(figure: Figure, text: str, size: float, colour: str, weight: str):
    """Add a wrapped text at the left edge; `_lay_out` gives it its height."""
    font = FontProperties(family="DejaVu Sans", size=size, weight=weight)
    # A little less than the width: on a screen letters are rounded up to whole pixels.
    lines = _balance(label(text), font, 0.97 * (figure.get_figwidth() - 2 * MARGIN))
    left = MARGIN / figure.get_figwidth()
    return figure.text(
        left, 0, "\n".join(lines), font=font, color=colour, va="top", ha="left", linespacing=1.2
    )


def _lay_out(figure: Figure, head, foot) -> None:
    """Stack headline, subtitle, plot and source line from top to bottom and freeze the places."""
    gaps = (3 * POINT, 9 * POINT)  # under the headline, under the subtitle
    plot = figure.get_figheight()
    top, bottom = [_height(figure, text) for text in head], _height(figure, foot)
    above = MARGIN + sum(top) + sum(gaps)
    below = MARGIN + bottom + 7 * POINT
    total = above + plot + below
    figure.set_figheight(total)
    inset = MARGIN / figure.get_figwidth()
    figure.get_layout_engine().set(
        rect=(inset, below / total, 1 - 2 * inset, plot / total), w_pad=0, h_pad=0
    )
    figure.get_layout_engine().execute(figure)
    figure.set_layout_engine("none")  # the same places at every resolution
    place = MARGIN
    for text, height, gap in zip(head, top, gaps, strict=True):
        text.set_y(1 - place / total)
        place += height + gap
    foot.set_y((MARGIN + bottom) / total)


def _height(figure: Figure, text) -> float:
    return text.get_window_extent(figure.canvas.get_renderer()).height / figure.dpi


def _break_row_labels(figure: Figure) -> None:
    """Wrap row labels that would leave too little room for the marks."""
    width = figure.get_figwidth() * LABEL_SHARE
    for axes in figure.axes:
        if not isinstance(axes.yaxis.get_major_locator(), FixedLocator):
            continue
        ticks = axes.yaxis.get_ticklabels()
        if not ticks:
            continue
        font = ticks[0].get_fontproperties()
        rows = [_wrap(tick.get_text(), font, width) for tick in ticks]
        if any(len(lines) > 1 for lines in rows):
            axes.set_yticks(axes.get_yticks(), ["\n".join(_at_most(lines)) for lines in rows])


def _at_most(lines: list[str]) -> list[str]:
    if len(lines) <= LABEL_LINES:
        return lines
    return [*lines[: LABEL_LINES - 1], lines[LABEL_LINES - 1].rstrip(" ,;:.") + "…"]
