"""The content of the report: executed notebooks in, one list of pandoc blocks out.

Findings, tables, figures and marked-up articles are taken from the stored outputs, words from the
Markdown cells. What only helps to run a notebook (input, output, the next one) is left out; code
is kept in divisions of the class `code`, which a form of the report may fold or drop.
"""

import base64
import json
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from helpers.pages import pandoc, tables

PRINT_DPI, SCREEN_DPI = 300, 110  # of an exported picture, and of one kept in a notebook
FIRST = "00"  # the summary has its own order
NOTEBOOK_ONLY = "remove-cell"  # Jupyter Book's tag: an exercise, for example
LAST = "01"  # the texts come after the findings that were made from them
ASIDE = {"input", "output", "outputs", "runs in", "next"}  # lines for who runs the notebook
READ = 99  # below every heading: something to read
PASSAGE = 14  # lines of an article with marked words that stand in the report
# Headings that help in a notebook and say nothing in a report: the figure has its own headline.
STEPS = {"load", "figure", "figures", "finding", "findings", "check", "checks"}


@dataclass(frozen=True)
class Picture:
    """A figure as a notebook shows it."""

    name: str
    alt: str
    caption: str
    png: bytes
    title: str

    def printed(self, figures: Path) -> tuple[bytes, float]:
        """Return the picture as exported to `figures`, else as shown, and its width in inches."""
        kept = figures / f"{self.name}.png"
        png = kept.read_bytes() if kept.exists() else self.png
        dpi = PRINT_DPI if kept.exists() else SCREEN_DPI
        return png, struct.unpack(">I", png[16:20])[0] / dpi


@dataclass(frozen=True)
class Part:
    """One piece of a notebook: text in a format, or a picture, or code."""

    kind: str  # words, finding, html, picture, code
    text: str = ""
    picture: Picture | None = None


@dataclass(frozen=True)
class Content:
    """What all forms of the report hold: numbered blocks, and the pictures by name."""

    blocks: list[dict]
    pictures: dict[str, Picture]


def build(notebooks: list[Path], closing: list[dict], labels: dict[str, str]) -> Content:
    """Return the content of a report: a section a notebook, then the closing blocks.

    `labels` maps the files' names to the labels that stand for them in tables.
    """
    files = sorted(notebooks, key=lambda file: (file.name.startswith(LAST), file.name))
    sections = [list(_parts(file)) for file in files]
    texts = [part for parts in sections for part in parts if part.kind in _FORMATS]
    read = iter(pandoc.read((_FORMATS[part.kind], part.text) for part in texts))
    blocks: list[dict] = []
    for file, parts in zip(files, sections, strict=True):
        section = _section(file.stem, parts, read)
        blocks += pandoc.change(section, tables.fitting(labels, file.stem))
    pictures = {
        part.picture.name: part.picture for parts in sections for part in parts if part.picture
    }
    return Content(_number(blocks + closing), pictures)


_FORMATS = {"words": pandoc.MARKDOWN, "finding": pandoc.HTML, "html": pandoc.HTML}


def _parts(file: Path) -> Iterator[Part]:
    """Yield the pieces of a notebook in order."""
    for number, cell in enumerate(json.loads(file.read_text(encoding="utf-8"))["cells"]):
        source = "".join(cell["source"])
        if NOTEBOOK_ONLY in cell["metadata"].get("tags", []):
            continue
        if cell["cell_type"] == "markdown":
            yield Part("words", source)
        elif cell["cell_type"] == "code" and source.strip():
            yield Part("code", source)
            for place, output in enumerate(cell.get("outputs", [])):
                yield from _shown(output, f"{file.stem}-{number}-{place}")


def _shown(output: dict, name: str) -> Iterator[Part]:
    """Yield what a reader without code understands: a picture, a table, a sentence."""
    data = output.get("data", {})
    shown = _joined(data.get("text/plain", ""))
    if "image/png" in data:
        about = output.get("metadata", {}).get("image/png", {})
        alt = about.get("alt") or shown
        png = base64.b64decode(_joined(data["image/png"]))
        name = about.get("name") or name
        yield Part("picture", picture=_picture(name, alt, png, about))
    elif "text/html" in data:
        kind = "finding" if shown.startswith("Finding:") else "html"
        yield Part(kind, _joined(data["text/html"]))


def _picture(name: str, alt: str, png: bytes, about: dict) -> Picture:
    return Picture(name, alt, about.get("caption", ""), png, about.get("title") or name)


def _joined(text: str | list[str]) -> str:
    return text if isinstance(text, str) else "".join(text)


def _section(stem: str, parts: list[Part], read: Iterator[list[dict]]) -> list[dict]:
    """Return the blocks of one notebook, its code gathered at the end of each subsection."""
    blocks: list[dict] = []
    code: list[str] = []
    topic = ""
    for part in parts:
        if part.kind == "code":
            code.append(part.text)
        elif part.kind == "picture":
            blocks.append(_figure(part.picture, topic))
        else:
            for block in _tidy(next(read), part.kind):
                if block["t"] == "Header":
                    heading = pandoc.plain(block["c"][2]).strip()
                    blocks += _folded(code)
                    step = heading.lower().partition(":")[0] in STEPS
                    if step and not stem.startswith(FIRST):
                        continue
                    topic = heading
                blocks.append(_captioned(_shortened(block, stem), topic))
    blocks = _without_empty(blocks + _folded(code))
    if not stem.startswith(FIRST):
        blocks = _findings_first(blocks)
    return _named(blocks, f"section-{stem[:2]}")


def _findings_first(blocks: list[dict]) -> list[dict]:
    """Put the findings of a section, each once, under its question."""
    findings: list[dict] = []
    for block in blocks:
        if _is_box(block, "finding") and block not in findings:
            findings.append(block)
    others = [block for block in blocks if not _is_box(block, "finding")]
    start = 1
    while start < len(others) and others[start]["t"] in {"Para", "BulletList"}:
        start += 1
    return [*others[:start], *findings, *others[start:]]


def _is_box(block: dict, kind: str) -> bool:
    return block["t"] == "Div" and kind in block["c"][0][1]


def _named(blocks: list[dict], name: str) -> list[dict]:
    """Give headings the names that links point to: section-02, section-02-1 and so on."""
    headings = [block for block in blocks if block["t"] == "Header"]
    for place, block in enumerate(headings):
        block["c"][1] = pandoc.attributes(f"{name}-{place}" if place else name)
    return blocks


def _folded(code: list[str]) -> list[dict]:
    """Return the code collected so far as one division and forget it."""
    text = "\n\n".join(code)
    code.clear()
    if not text:
        return []
    return [pandoc.box("code", [{"t": "CodeBlock", "c": [pandoc.attributes(), text]}])]


def _figure(picture: Picture, topic: str) -> dict:
    caption = [None, [{"t": "Plain", "c": pandoc.words(picture.caption or topic)}]]
    image = [pandoc.attributes(), pandoc.words(picture.alt), [picture.name, ""]]
    body = [{"t": "Plain", "c": [{"t": "Image", "c": image}]}]
    return {"t": "Figure", "c": [pandoc.attributes(f"figure-{picture.name}"), caption, body]}


def _tidy(blocks: list[dict], kind: str) -> list[dict]:
    """Return blocks without asides, raw markup, pictures from elsewhere and links to files."""
    blocks = [kept for block in blocks for kept in _without_asides(block)]
    blocks = pandoc.change(blocks, _cleaned)
    return [pandoc.box("finding", _opened(blocks))] if kind == "finding" and blocks else blocks


def _opened(blocks: list[dict]) -> list[dict]:
    """Take a finding out of the quotation that a notebook shows it in, without the word."""
    opened = [
        inner
        for block in blocks
        for inner in (block["c"] if block["t"] == "BlockQuote" else [block])
    ]
    first = opened[0].get("c", [])
    if first and isinstance(first[0], dict) and pandoc.plain(first[0]).strip() == "Finding.":
        opened[0] = {"t": "Para", "c": first[2:]}
    return opened


def _cleaned(node: dict) -> list[dict] | None:
    kind, content = node["t"], node.get("c")
    if kind in {"RawBlock", "RawInline"}:
        return []
    if kind == "Image":
        return content[1]
    if kind == "Str":
        return [node | {"c": content.replace("\\$", "$")}]  # JupyterLab needs the backslash
    if kind == "Link":
        return _link(content)
    if kind == "Header":
        return [_header(content)]
    if kind == "Span" and "vertical-align:super" in dict(content[0][2]).get("style", ""):
        return [{"t": "Superscript", "c": content[1]}]  # a style that paper does not know
    return None


def _link(content: list) -> list[dict] | None:
    """Point a link to a notebook at its section; leave only the words of one to another file."""
    target = content[2][0]
    if target.startswith(("https://", "http://")):
        return None
    name = Path(target.partition("#")[0]).name
    if not name.endswith(".ipynb"):
        return content[1]
    return [{"t": "Link", "c": [content[0], content[1], [f"#section-{name[:2]}", ""]]}]


def _header(content: list) -> dict:
    """Return a heading without the notebook's number and without a name."""
    level, _, inlines = content
    if level == 1:
        inlines = pandoc.words(re.sub(r"^\d\d\s*[·:.–-]\s*", "", pandoc.plain(inlines)))
    return {"t": "Header", "c": [level, pandoc.attributes(), inlines]}


def _without_asides(block: dict) -> list[dict]:
    """Drop lines that begin with a bold word for who runs the notebook (Input, Runs in, Next)."""
    if block["t"] == "Para":
        lines = [line for line in _lines(block["c"]) if not _is_aside(line)]
        breaks = [[*line, {"t": "SoftBreak"}] for line in lines[:-1]]
        inlines = [node for line in [*breaks, *lines[-1:]] for node in line]
        return [block | {"c": inlines}] if inlines else []
    if block["t"] == "BulletList":
        items = [item for item in block["c"] if not (item and _is_aside(item[0].get("c", [])))]
        return [block | {"c": items}] if items else []
    return [block]


def _lines(inlines: list[dict]) -> list[list[dict]]:
    """Split a paragraph where a line begins with bold words."""
    lines: list[list[dict]] = [[]]
    for place, node in enumerate(inlines):
        follower = inlines[place + 1] if place + 1 < len(inlines) else {}
        if node["t"] in {"SoftBreak", "LineBreak"} and follower.get("t") == "Strong":
            lines.append([])
        else:
            lines[-1].append(node)
    return lines


def _is_aside(line: list) -> bool:
    if not line or not isinstance(line[0], dict) or line[0].get("t") != "Strong":
        return False
    return pandoc.plain(line[0]).strip(" .:").lower() in ASIDE


def _shortened(block: dict, stem: str) -> dict:
    """Return an article with marked words as its beginning; anything else as it is."""
    if block["t"] != "Div" or len(block["c"][1]) <= PASSAGE:
        return block
    told = pandoc.paragraph(f"The rest of the article is in notebook {stem}.")
    return pandoc.box(" ".join(block["c"][0][1]), [*block["c"][1][:PASSAGE], told])


def _captioned(block: dict, topic: str) -> dict:
    """Give a table without a caption the heading that it stands under."""

    def visit(node: dict) -> list[dict] | None:
        if node["t"] != "Table" or pandoc.plain(node["c"][1][1:]).strip():
            return None
        title = [None, [{"t": "Plain", "c": pandoc.words(topic)}]]
        return [node | {"c": [node["c"][0], title, *node["c"][2:]]}]

    return pandoc.change([block], visit)[0]


def _without_empty(blocks: list[dict]) -> list[dict]:
    """Drop headings under which nothing but code is left."""
    kept: list[dict] = []
    following = 0  # level of the heading that comes next; 0 is the end
    for block in reversed(blocks):
        level = block["c"][0] if block["t"] == "Header" else READ
        if level != READ and following <= level:
            continue
        if not _is_box(block, "code"):
            following = level
        kept.append(block)
    return kept[::-1]


def _number(blocks: list[dict]) -> list[dict]:
    """Give figures and tables their numbers, from 1 in reading order."""
    counts = {"Figure": 0, "Table": 0}
    figures: dict[str, int] = {}

    def visit(node: dict) -> list[dict] | None:
        if node["t"] not in counts:
            return None
        name, classes, pairs = node["c"][0]
        if name in figures:
            return [_shown_before(name, figures[name])]
        counts[node["t"]] += 1
        if name:
            figures[name] = counts[node["t"]]
        named = [name, classes, [*pairs, ["number", str(counts[node["t"]])]]]
        return [node | {"c": [named, *node["c"][1:]]}]

    return pandoc.change(blocks, visit)


def _shown_before(name: str, number: int) -> dict:
    link = [pandoc.attributes(), pandoc.words(f"Figure {number}"), [f"#{name}", ""]]
    return {"t": "Para", "c": [*pandoc.words("See"), {"t": "Space"}, {"t": "Link", "c": link}]}
