"""report.html: one file for the screen, with navigation, code folded, nothing from outside."""

import base64
import re
from pathlib import Path

from helpers.pages import pandoc
from helpers.pages.tree import SCREEN_DPI, Content


def render(content: Content, meta: dict[str, str], figures: Path) -> bytes:
    """Return the report as one page that asks for no other file and runs no script.

    Pictures are those of `figures`, sharp on any screen, shown in the size they were drawn in.
    They are put in after pandoc, which would read millions of characters for nothing.
    """
    pictures: dict[bytes, bytes] = {}

    def visit(node: dict) -> list[dict] | None:
        if node["t"] == "Image":
            png, inches = content.pictures[node["c"][2][0]].printed(figures)
            address = f"picture-{len(pictures)}"
            # Quotation marks in a text are written as entities: this is no text.
            place, data = f'src="{address}"'.encode(), base64.b64encode(png)
            pictures[place] = b'src="data:image/png;base64,' + data + b'"'
            size = pandoc.attributes(width=f"{inches * SCREEN_DPI:.0f}")
            return [node | {"c": [size, node["c"][1], [address, ""]]}]
        if node["t"] in {"Figure", "Table"}:
            return _numbered(node)
        if node["t"] == "Div" and node["c"][0][1] == ["code"]:
            fold = '<details class="code"><summary>Code</summary>'
            return pandoc.within("html", fold, node["c"][1], "</details>")
        return None

    blocks = pandoc.change(content.blocks, visit)
    template = f"--template={pandoc.HERE / 'report.html'}"
    options = ("--standalone", template, "--toc", "--toc-depth=2", "--section-divs", "--wrap=none")
    page = pandoc.write(blocks, "html5", *options, "--syntax-highlighting=none", meta=meta)
    pieces = re.split(b'(src="picture-[0-9]+")', page)
    return b"".join(pictures.get(piece, piece) for piece in pieces)


def _numbered(node: dict) -> list[dict]:
    """Put the number before the caption; let a wide table scroll by itself."""
    attributes, caption, *rest = node["c"]
    pairs = dict(attributes[2])
    lead = {"t": "Strong", "c": pandoc.words(f"{node['t']} {pairs.pop('number')}.")}
    inlines = [lead, {"t": "Space"}, *caption[1][0]["c"]]
    attributes = [attributes[0], attributes[1], [list(pair) for pair in pairs.items()]]
    caption = [None, [{"t": "Plain", "c": inlines}]]
    if node["t"] == "Figure":
        return [node | {"c": [attributes, caption, *rest]}]
    # A browser finds better widths than the ones made for paper.
    free = [[align, {"t": "ColWidthDefault"}] for align, _ in rest[0]]
    return [pandoc.box("wide", [node | {"c": [attributes, caption, free, *rest[1:]]}])]
