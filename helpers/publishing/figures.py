"""Draw a story's figures at another width than two columns of print."""

import json
import tempfile
from collections.abc import Callable
from pathlib import Path

from helpers import paths
from helpers.publishing import execute

NARROWEST, WIDEST = 89, 183  # millimetres: one column of print, and two
ENDINGS = (".png", ".svg", ".pdf", ".csv", ".txt")


def draw(
    story: Path | None,
    out: Path | None,
    *,
    width: float,
    tell: Callable[[str], None],
    jobs: int | None = None,
) -> list[Path]:
    """Draw all figures `width` millimetres wide into a folder of their own; return the files.

    It is `89mm` (or what the width is) in `out`, the folder of the story's results (default:
    `paths.output`). A figure whose words have no room at this width is not written; `tell` says
    so. Notebooks and reports stay as they are. Raises `StoryError` and `NotebookError`.
    """
    story = (story or paths.story()).resolve()
    folder = (out.resolve() if out else paths.output(story)) / f"{width:g}mm"
    for former in folder.glob("*.*"):
        former.unlink()
    with tempfile.TemporaryDirectory() as copies:
        files = execute.execute(
            execute.notebooks(), Path(copies), story=story, out=folder, jobs=jobs, width=width
        )
        names = dict.fromkeys(name for file in files for name in shown(file))
    written = []
    for name in names:
        files = [folder / f"{name}{ending}" for ending in ENDINGS]
        made = [file for file in files if file.exists()]
        if not made:
            tell(f"{name} has no room for its words at {width:g} mm: use the one at {WIDEST} mm")
        written += made
    return written


def shown(notebook: Path) -> list[str]:
    """Return the names of the figures that an executed notebook shows."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    pictures = [output.get("metadata", {}).get("image/png", {}) for output in outputs]
    return [picture["name"] for picture in pictures if "name" in picture]
