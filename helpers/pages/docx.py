"""report.docx: a text to go on writing in, with real headings, captions and tables."""

import tempfile
from pathlib import Path

from helpers.pages import pandoc
from helpers.pages.tree import Content

WIDTH = "6.3in"  # between the margins


def render(content: Content, meta: dict[str, str], figures: Path) -> bytes:
    """Return the report as a Word file; pictures are those of `figures`, at print resolution."""
    with tempfile.TemporaryDirectory() as folder:
        blocks = pandoc.change(content.blocks, lambda node: _laid_out(node, Path(folder)))
        for name, picture in content.pictures.items():
            kept = figures / f"{name}.png"
            png = kept.read_bytes() if kept.exists() else picture.png
            (Path(folder) / f"{name}.png").write_bytes(png)
        return pandoc.write(
            blocks, "docx+native_numbering", "--toc", "--toc-depth=2", "-o", "-", meta=meta
        )


def _laid_out(node: dict, folder: Path) -> list[dict] | None:
    if node["t"] == "Image":
        attributes, alt, (name, _) = node["c"]
        attributes = [attributes[0], attributes[1], [["width", WIDTH]]]
        return [node | {"c": [attributes, alt, [str(folder / f"{name}.png"), ""]]}]
    if node["t"] == "Div" and node["c"][0][1] == ["code"]:
        return []
    if node["t"] == "Div" and node["c"][0][1] == ["finding"]:
        style = ["", [], [["custom-style", "Finding"]]]
        return [node | {"c": [style, node["c"][1]]}]
    return None
