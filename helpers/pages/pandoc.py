"""Call pandoc, and build the few nodes of its document tree that the report needs."""

import json
import os
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

from helpers.display import visible

Node = dict | list | str | int | float | None

HERE = Path(__file__).parent
MARKDOWN = "commonmark_x-tex_math_dollars"  # dollars are dollars
HTML = "html"


def read(parts: Iterable[tuple[str, str]]) -> list[list[dict]]:
    """Return the blocks of each (format, text), all read in one process."""
    request = [{"format": kind, "text": text} for kind, text in parts]
    answer = _run(["lua", str(HERE / "read.lua")], json.dumps(request).encode())
    # Lua has one empty table for both: an empty part comes back as an object.
    return [blocks or [] for blocks in json.loads(answer)]


def write(
    blocks: list[dict], kind: str, *options: str, meta: dict[str, str], folder: Path = HERE
) -> bytes:
    """Return a document of these blocks in one of pandoc's formats; pictures lie in `folder`."""
    document = {
        "pandoc-api-version": [1, 23],
        "meta": {key: {"t": "MetaInlines", "c": words(text)} for key, text in meta.items()},
        "blocks": blocks,
    }
    return _run(["-f", "json", "-t", kind, *options], json.dumps(document).encode(), folder)


def words(text: object) -> list[dict]:
    """Return plain text as inlines: white space is a space, nothing is markup or invisible."""
    inlines: list[dict] = []
    for word in visible(str(text)).split():
        inlines += [{"t": "Space"}] * bool(inlines) + [{"t": "Str", "c": word}]
    return inlines


def paragraph(text: object) -> dict:
    """Return a paragraph of plain text."""
    return {"t": "Para", "c": words(text)}


def heading(level: int, text: str, name: str) -> dict:
    """Return a heading that links can point to by its name."""
    return {"t": "Header", "c": [level, attributes(name), words(text)]}


def box(kind: str, blocks: list[dict]) -> dict:
    """Return blocks in a division of a class."""
    return {"t": "Div", "c": [attributes("", kind), blocks]}


def within(kind: str, before: str, blocks: list[dict], after: str) -> list[dict]:
    """Return blocks between two pieces that only one format prints."""
    return [raw(kind, before), *blocks, raw(kind, after)]


def raw(kind: str, text: str) -> dict:
    """Return a block that only one format prints."""
    return {"t": "RawBlock", "c": [kind, text]}


def attributes(name: str = "", *classes: str, **pairs: str) -> list:
    """Return identifier, classes and pairs as pandoc writes them."""
    return [name, list(classes), [list(pair) for pair in pairs.items()]]


def table(head: list[str], rows: Iterable[Iterable[object]], caption: str) -> dict:
    """Return a table of plain text."""
    none = attributes()

    def cell(text: object) -> list:
        return [none, {"t": "AlignDefault"}, 1, 1, [{"t": "Plain", "c": words(text)}]]

    def row(cells: Iterable[object]) -> list:
        return [none, [cell(text) for text in cells]]

    columns = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}] for _ in head]
    body = [none, 0, [], [row(cells) for cells in rows]]
    title = [None, [{"t": "Plain", "c": words(caption)}]]
    return {"t": "Table", "c": [none, title, columns, [none, [row(head)]], [body], [none, []]]}


def change(node: Node, visit: Callable[[dict], list[dict] | None]) -> Node:
    """Return the tree with every node replaced by what `visit` makes of it (None: kept).

    Nodes inside are visited first. A node may be replaced by none, one or several.
    """
    if isinstance(node, dict):
        content = node.get("c")
        return node | {"c": change(content, visit)} if isinstance(content, list) else node
    if not isinstance(node, list):
        return node
    changed: list = []
    for item in node:
        if not isinstance(item, dict | list):
            changed.append(item)
            continue
        new = change(item, visit)
        kept = visit(new) if isinstance(new, dict) and "t" in new else None
        changed += [new] if kept is None else kept
    return changed


def plain(node: Node) -> str:
    """Return the words of a tree as one line."""
    if isinstance(node, list):
        return "".join(plain(item) for item in node)
    if not isinstance(node, dict):
        return ""
    kind, content = node.get("t"), node.get("c")
    if kind in {"Str", "Code"}:
        return content if kind == "Str" else content[1]
    if kind in {"Space", "SoftBreak", "LineBreak"}:
        return " "
    return plain(content) + ("\n" if kind in {"Para", "Plain", "Header"} else "")


def _run(arguments: list[str], content: bytes, folder: Path = HERE) -> bytes:
    import pypandoc

    # The date in a .docx comes from this variable: no date, the same bytes.
    environment = os.environ | {"SOURCE_DATE_EPOCH": "0"}
    done = subprocess.run(
        [pypandoc.get_pandoc_path(), *arguments],
        input=content,
        capture_output=True,
        cwd=folder,
        env=environment,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"pandoc could not convert the report: {done.stderr.decode().strip()}")
    return done.stdout
