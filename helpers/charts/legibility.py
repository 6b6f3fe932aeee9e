"""Look at a finished figure as a printer would: text cut, text on text, text too small."""

from itertools import combinations

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from helpers.charts.frame import STYLE, Chart

SMALLEST = 7  # points, at print size
TOUCH = 1.5  # points that two boxes may lie in each other: a box has white space around its letters


def faults(chart: Chart) -> list[str]:
    """Return what is wrong with the text of a figure as rendered, one line a fault; [] if nothing.

    A text is faulty if it runs over the edge of the figure, lies on another text, or is set
    smaller than `SMALLEST`. Clipped texts count by the part that is drawn.
    """
    with mpl.rc_context(STYLE):
        chart.figure.draw_without_rendering()  # keys have no place before
        return _faults(chart.figure)


def _faults(figure: Figure) -> list[str]:
    point = figure.dpi / 72
    texts = [(_words(text), _box(text, figure), text.get_fontsize()) for text in _drawn(figure)]
    found = [f"{words!r} is {size:g} pt" for words, _, size in texts if size < SMALLEST - 0.01]
    found += [f"{words!r} is cut" for words, box, _ in texts if _beyond(box, figure.bbox) > point]
    for (words, box, _), (others, other, _) in combinations(texts, 2):
        if _depth(box, other) > TOUCH * point:
            found.append(f"{words!r} lies on {others!r}")
    return found


def _drawn(figure) -> list[Text]:
    """Return the texts that a reader sees."""
    unseen = {id(label) for axes in figure.axes for label in _unseen_labels(axes)}
    return [
        text
        for text in figure.findobj(Text)
        if text.get_visible()
        and text.get_text().strip()
        and id(text) not in unseen
        and _box(text, figure).width > 0
    ]


def _unseen_labels(axes) -> list[Text]:
    """Return the labels of ticks that are not drawn: beyond the limits, or of hidden axes."""
    found = []
    for axis in (axes.xaxis, axes.yaxis):
        seen = axes.get_visible() and axes.axison and axis.get_visible()
        drawn = {id(tick) for tick in axis._update_ticks()} if seen else set()  # no public way
        ticks = [*axis.get_major_ticks(), *axis.get_minor_ticks()]
        found += [label for t in ticks if id(t) not in drawn for label in (t.label1, t.label2)]
    return found


def _box(text: Text, figure) -> Bbox:
    box = text.get_window_extent(figure.canvas.get_renderer())
    clip = text.get_clip_box() if text.get_clip_on() else None
    return box if clip is None else Bbox.intersection(box, clip) or Bbox.null()


def _words(text: Text) -> str:
    return " ".join(text.get_text().split())


def _beyond(box: Bbox, page: Bbox) -> float:
    return max(page.x0 - box.x0, page.y0 - box.y0, box.x1 - page.x1, box.y1 - page.y1)


def _depth(one: Bbox, other: Bbox) -> float:
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    return min(across, min(one.y1, other.y1) - max(one.y0, other.y0))
