"""Write charts and tables to files: the same bytes on every run, whole or not at all."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from helpers import paths
from helpers.findings.finding import Finding

if TYPE_CHECKING:
    from helpers.charts.frame import Chart

# No date and no random identifiers in a file.
PICTURES = {
    "png": {"dpi": 300, "metadata": {"Software": None}},
    "pdf": {"metadata": {"CreationDate": None, "Creator": None, "Producer": None}},
}
SCREEN_DPI = 110
HINTING = "none"  # words are equally wide at every resolution: what has room has it everywhere
DIGESTS = "digests-of-the-pictures"  # in a .svg, until they are known
PNG_END = b"IEND\xaeB`\x82"
# What a spreadsheet may read as the start of a formula, at the start of a cell.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def export(chart: Chart) -> Chart | Finding:
    """Write a chart as NAME.png .svg .pdf .csv .txt into the story's output folder; return it.

    The folder is `paths.output()`: `OUT` if set, else `figures/`. Text in .svg and .pdf stays
    text. The .csv holds the plotted data, the .txt headline, caption and alt text. Pictures
    that are there already, of the same drawing and undamaged, are not drawn again. A chart
    without data is not written: its title comes back as a sentence, to be shown in its place.
    Nor is one written that was to be narrower than a page and has no room for its words.
    """
    if chart.data.empty:
        return Finding(f"{chart.title.rstrip('.')}.")
    if os.environ.get("FIGURE_WIDTH") and not _has_room(chart):
        return chart
    folder = paths.output()
    drawing = chart.drawing
    files = [folder / f"{chart.name}.{ending}" for ending in PICTURES]
    vector = folder / f"{chart.name}.svg"
    if not (vector.exists() and vector.read_bytes() == _vector(drawing, files)):
        for file, (ending, options) in zip(files, PICTURES.items(), strict=True):
            paths.write_whole(file, draw(chart, ending, options))
        paths.write_whole(vector, _vector(drawing, files))
    write_table(chart.data, folder / f"{chart.name}.csv")
    paths.write_whole(folder / f"{chart.name}.txt", _words(chart).encode())
    return chart


def _has_room(chart: Chart) -> bool:
    from helpers.charts import legibility

    return not legibility.faults(chart)


def write_table(table: pd.DataFrame, path: Path) -> None:
    """Write a table as CSV (UTF-8, without an index) in which no cell is taken for a formula."""
    write_pieces([table], path)


def write_pieces(pieces: Iterable[pd.DataFrame], path: Path) -> None:
    """Write a table that comes in pieces, as `write_table` would write it whole."""
    texts = (
        harmless(piece).to_csv(index=False, header=not number, lineterminator="\n")
        for number, piece in enumerate(pieces)
    )
    paths.write_whole(path, (text.encode("utf-8", "replace") for text in texts))


def harmless(table: pd.DataFrame) -> pd.DataFrame:
    """Return a copy whose strings a spreadsheet shows and never calculates.

    A string that begins like a formula (`=`, `+`, `-`, `@`, a tab, a line break) gets an
    apostrophe in front, which is what a spreadsheet's own user would type. Numbers stay numbers.
    """
    copy = table.rename(columns=_quoted)
    for place, kind in enumerate(copy.dtypes):
        if not (pd.api.types.is_numeric_dtype(kind) or pd.api.types.is_bool_dtype(kind)):
            copy.isetitem(place, copy.iloc[:, place].map(_quoted, na_action="ignore"))
    return copy


def _quoted(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip(" ").startswith(FORMULA) else cell


def draw(chart: Chart, ending: str, options: dict) -> bytes:
    """Return a chart in one of the formats of matplotlib."""
    import matplotlib as mpl

    buffer = BytesIO()
    with mpl.rc_context(style(chart)):
        chart.figure.savefig(buffer, format=ending, **options)
    return buffer.getvalue()


def style(chart: Chart) -> dict[str, str | int]:
    """Return the settings under which the same chart gives the same file, its text kept as text."""
    return {
        "svg.fonttype": "none",
        "svg.hashsalt": chart.name,
        "pdf.fonttype": 42,
        "text.hinting": HINTING,
    }


def draw_vector(chart: Chart) -> bytes:
    """Return a chart as .svg: quick to draw, and it says all of the drawing.

    Straight to the canvas: `savefig` draws once more to lay out what is laid out already.
    """
    import matplotlib as mpl
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    made = f"matplotlib {mpl.__version__}, {PICTURES}, hinting {HINTING}"
    about = {"Date": None, "Creator": made, "Identifier": DIGESTS}
    figure, buffer = chart.figure, BytesIO()
    canvas, dpi = figure.canvas, figure.dpi
    with mpl.rc_context(style(chart)):
        FigureCanvasSVG(figure).print_svg(buffer, metadata=about)
    figure.set_canvas(canvas)
    figure.dpi = dpi
    return buffer.getvalue()


def draw_shown(chart: Chart) -> bytes:
    """Return a chart as .png for the screen; one that was drawn before comes from the cache."""
    file = paths.cache() / "pictures" / f"{hashlib.sha256(chart.drawing).hexdigest()}.png"
    if file.exists() and (kept := file.read_bytes()).endswith(PNG_END):
        return kept
    drawn = draw(chart, "png", {"dpi": SCREEN_DPI, "metadata": {"Software": None}})
    paths.write_whole(file, drawn)
    return drawn


def _vector(drawing: bytes, files: list[Path]) -> bytes:
    """Return a .svg that names the digests of the pictures that were drawn with it.

    An equal one that is there already tells that they are up to date.
    """
    kept = [hashlib.sha256(file.read_bytes()).hexdigest() for file in files if file.exists()]
    return drawing.replace(DIGESTS.encode(), " ".join(kept).encode())


def _words(chart: Chart) -> str:
    parts = {"Title": chart.title, "Measure": chart.subtitle, "Caption": chart.caption}
    parts |= {"Alt text": chart.alt, "Source": chart.source.removeprefix("Source:")}
    return "".join(f"{key}: {' '.join(str(text).split())}\n" for key, text in parts.items())
