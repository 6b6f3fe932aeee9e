"""report.pdf: pages for print, with contents, running head, numbered figures and tables."""

import json
import re
import tempfile
import unicodedata
from importlib.util import find_spec
from pathlib import Path

from helpers.pages import pandoc
from helpers.pages.tree import Content

LONG = 20  # characters that a word in a table may have before it may break
BREAK = re.compile(r"[_/.:-]|[^_/.:-]{12}")
PICTOGRAM = re.compile("[\U0001f000-\U0001faff]")  # no font for print has them
MARK = "#d6e9f5"


def render(content: Content, meta: dict[str, str], figures: Path) -> bytes:
    """Return the report as a PDF; figures are taken as vectors from `figures` where they are."""
    import typst

    with tempfile.TemporaryDirectory() as folder:
        for name, picture in content.pictures.items():
            file = _file(name, figures)
            data = (figures / file).read_bytes() if file.endswith(".pdf") else picture.png
            (Path(folder) / file).write_bytes(data)
        main = Path(folder) / "report.typ"
        main.write_bytes(typeset(content, meta, figures))
        return typst.compile(
            main, root=folder, font_paths=[_fonts()], ignore_system_fonts=True, timestamp=0
        )


def _fonts() -> Path:
    """Return the folder of the fonts of the figures, without the second that an import takes."""
    return Path(find_spec("matplotlib").origin).parent / "mpl-data" / "fonts" / "ttf"


def typeset(content: Content, meta: dict[str, str], figures: Path) -> bytes:
    """Return the report as the source text that typst makes pages of."""
    blocks = pandoc.change(content.blocks, lambda node: _typeset(node, figures))
    template = f"--template={pandoc.HERE / 'report.typ'}"
    return pandoc.write(blocks, "typst", "--standalone", template, "--wrap=none", meta=meta)


def _file(name: str, figures: Path) -> str:
    return f"{name}.pdf" if (figures / f"{name}.pdf").exists() else f"{name}.png"


def _typeset(node: dict, figures: Path) -> list[dict] | None:
    if node["t"] == "Figure":
        return [_figure(node, figures)]
    if node["t"] == "Div" and node["c"][0][1] == ["code"]:
        return []
    if node["t"] == "Div" and node["c"][0][1] == ["finding"]:
        return pandoc.within("typst", "#finding[", node["c"][1], "]")
    if node["t"] == "Str" and PICTOGRAM.search(node["c"]):
        return [node | {"c": PICTOGRAM.sub(_named, node["c"])}]
    if node["t"] == "Table":
        return [pandoc.change([node], _breakable)[0]]
    if node["t"] == "Span" and "mark" in node["c"][0][1]:
        return _marked(node["c"][1])
    return None


def _named(pictogram: re.Match) -> str:
    """Return the name of a pictogram, which a page would show as an empty box."""
    return f"[{unicodedata.name(pictogram[0], 'pictogram').lower()}]"


def _breakable(node: dict) -> list[dict] | None:
    """Let a long name in a narrow column break after a mark, or else every few characters."""
    if node["t"] != "Str" or len(node["c"]) <= LONG:
        return None
    return [node | {"c": BREAK.sub("\\g<0>\N{ZERO WIDTH SPACE}", node["c"])}]


def _marked(inlines: list[dict]) -> list[dict]:
    """Return highlighted words; on paper one colour does, for the category stands behind them."""
    before = {"t": "RawInline", "c": ["typst", f'#highlight(fill: rgb("{MARK}"))[']}
    return [before, *inlines, {"t": "RawInline", "c": ["typst", "]"]}]


def _figure(node: dict, figures: Path) -> dict:
    """Return a figure with its words as strings: a text from an article is never markup."""
    image = node["c"][2][0]["c"][0]["c"]
    name, alt = image[2][0], pandoc.plain(image[1])
    caption = pandoc.plain(node["c"][1][1]).strip()
    return pandoc.raw(
        "typst",
        f"#figure(picture({_text(_file(name, figures))}, {_text(alt)}), kind: image, "
        f"supplement: [Figure], caption: text({_text(caption)})) <{node['c'][0][0]}>",
    )


def _text(words: str) -> str:
    """Return words as a string literal of typst, whose escapes are those of JSON but for \\u."""
    return json.dumps(" ".join(words.split()), ensure_ascii=False)
