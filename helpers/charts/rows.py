"""Rows of a chart, one a source: which are drawn when there are many, and their names."""

from collections.abc import Sequence

from helpers.charts.frame import label

MAX_ROWS = 12  # more are no rows to be read one by one
EXTREMES = 6  # drawn at each end when there are more
NAME = 36  # characters of a name


def ends(order: Sequence[str]) -> list[str | None]:
    """Return the sources to draw, in order; None is the row for all between, past `MAX_ROWS`."""
    if len(order) <= MAX_ROWS:
        return list(order)
    return [*order[:EXTREMES], None, *order[-EXTREMES:]]


def others(order: Sequence[str]) -> list[str]:
    """Return the sources that `ends` puts into one row."""
    return list(order[EXTREMES:-EXTREMES]) if len(order) > MAX_ROWS else []


def between(order: Sequence[str]) -> str:
    """Return the name of the row of `others`."""
    return f"the {len(others(order))} between"


def chosen(shown: int, of: int, by: str) -> str:
    """Return the end of a subtitle that says which sources are drawn; "" if all are."""
    return f"; the {shown} of {of:,} sources {by}" if shown < of else ""


def name_rows(axes, names: Sequence[str], *, downwards: bool = False) -> None:
    """Name the rows at 0, 1, 2 …, from the bottom or `downwards`; take away the frame."""
    axes.set_yticks(range(len(names)), [label(name, limit=NAME) for name in names])
    limits = (-0.6, max(len(names), 1) - 0.4)
    axes.set_ylim(*(reversed(limits) if downwards else limits))
    axes.spines[["left", "bottom"]].set_visible(False)
