"""report.docx: a text to go on writing in, with real headings, captions and tables."""

import re
import tempfile
import zipfile
from html import escape
from io import BytesIO
from pathlib import Path

from helpers.pages import pandoc
from helpers.pages.tree import Content

WIDTH = 6.69  # inches between the margins of A4
PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1304" w:right="1134" '
    'w:bottom="1304" w:left="1134" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
)
SHORT = 12  # rows of a table that stays on one page
ROW, HEAD = "<w:tr><w:trPr><w:cantSplit/></w:trPr>", '<w:tblHeader w:val="on" />'
STYLE = re.compile(r'<w:style\b[^>]*w:styleId="(\w+)"[^>]*>.*?</w:style>\s*', re.DOTALL)
TABLE = re.compile(r"<w:tbl>.*?</w:tbl>", re.DOTALL)
SECTION = re.compile(r"<w:sectPr>.*?</w:sectPr>", re.DOTALL)
SPAN = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def render(content: Content, meta: dict[str, str], figures: Path) -> bytes:
    """Return the report as a Word file; pictures are those of `figures`, at print resolution."""
    with tempfile.TemporaryDirectory() as folder:
        widths = {}
        for name, picture in content.pictures.items():
            png, inches = picture.printed(figures)
            widths[name] = min(WIDTH, inches)
            (Path(folder) / f"{name}.png").write_bytes(png)
        blocks = pandoc.change(content.blocks, lambda node: _laid_out(node, widths))
        blocks = [pandoc.raw("openxml", _contents(blocks)), *blocks]
        made = pandoc.write(
            blocks, "docx+native_numbering", "-o", "-", meta=meta, folder=Path(folder)
        )
    return _finished(made)


def _laid_out(node: dict, widths: dict[str, float]) -> list[dict] | None:
    if node["t"] == "Image":
        attributes, alt, (name, _) = node["c"]
        size = [["width", f"{widths[name]:.2f}in"]]
        return [node | {"c": [[attributes[0], attributes[1], size], alt, [f"{name}.png", ""]]}]
    if node["t"] == "Div" and node["c"][0][1] == ["code"]:
        return []
    if node["t"] == "Div" and node["c"][0][1] == ["finding"]:
        return [node | {"c": [_styled("Finding"), node["c"][1]]}]
    if node["t"] == "Span" and "mark" in node["c"][0][1]:
        return [node | {"c": [_styled("Marked"), node["c"][1]]}]
    return None


def _styled(style: str) -> list:
    return ["", [], [["custom-style", style]]]


def _contents(blocks: list[dict]) -> str:
    """Return a table of contents that is there at once, and that Word can update.

    A field alone stays empty until someone updates it.
    """
    lines = [
        f'<w:p><w:pPr><w:pStyle w:val="TOC{level}"/></w:pPr>'
        f'<w:hyperlink w:anchor="{name}"><w:r><w:t>{escape(pandoc.plain(inlines).strip())}</w:t></w:r>'
        "</w:hyperlink></w:p>"
        for level, (name, _, _), inlines in (b["c"] for b in blocks if b["t"] == "Header")
        if level == 1
    ]
    field = '<w:r><w:instrText xml:space="preserve">TOC \\o "1-1" \\h \\n</w:instrText></w:r>'
    start = f"<w:p>{SPAN.format('begin')}{field}{SPAN.format('separate')}</w:p>"
    return start + "".join(lines) + f"<w:p>{SPAN.format('end')}</w:p>"


def _finished(made: bytes) -> bytes:
    """Give pandoc's file the report's styles, page and small text in tables."""
    changes = {
        "word/styles.xml": _restyled,
        "word/document.xml": _paged,
        "word/theme/theme1.xml": lambda xml: re.sub(r"Aptos( Display)?", "Arial", xml),
    }
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(made)) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename in changes:
                data = changes[item.filename](data.decode()).encode()
            entry = zipfile.ZipInfo(item.filename)  # no date but that of the format's beginning
            new.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _restyled(xml: str) -> str:
    own = (pandoc.HERE / "styles.xml").read_text(encoding="utf-8")
    styles = {match[1]: match[0] for match in STYLE.finditer(own)}
    kept = STYLE.sub(lambda match: "" if match[1] in styles else match[0], xml)
    kept = kept.replace('<w:sz w:val="24" />', '<w:sz w:val="21" />', 1)
    return kept.replace("</w:styles>", "".join(styles.values()) + "</w:styles>")


def _paged(xml: str) -> str:
    return SECTION.sub(PAGE, TABLE.sub(lambda match: _small(match[0]), xml))


def _small(table: str) -> str:
    """Set a table in small type; rows stay whole, and a short table stays on one page."""
    whole = table.replace("<w:trPr>", "").replace("</w:trPr>", "").replace("<w:tr>", ROW)
    moved = whole.replace(f"{ROW}{HEAD}", f"{ROW.removesuffix('</w:trPr>')}{HEAD}</w:trPr>")
    small = moved.replace('"Compact"', '"TableText"')
    rows = small.split("</w:tr>")  # the last piece is the end of the table
    if len(rows) > SHORT + 2:
        return small
    style = '<w:pStyle w:val="TableText" />'
    kept = [row.replace(style, f"{style}<w:keepNext/>") for row in rows[:-2]]
    return "</w:tr>".join([*kept, *rows[-2:]])
