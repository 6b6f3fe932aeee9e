"""What the tables on disk depend on: the code that makes them, all of it and nothing else."""

import ast
from pathlib import Path

import pytest

import helpers
from helpers import store

PACKAGE = Path(helpers.__file__).parent


def imports(file):
    """Return the modules of the package that a module imports, as its syntax tree has them."""
    names = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "helpers":
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    parts = [name.split(".")[1:] for name in names if name.startswith("helpers.")]
    files = [PACKAGE.joinpath(*path).with_suffix(".py") for path in parts]
    return {file for file in files if file.exists()}


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("*.py")), ids=lambda file: file.stem)
def test_no_import_is_overlooked(file):
    names = [name.split(".") for name in store.imported(file.read_text())]
    found = {PACKAGE.joinpath(*path).with_suffix(".py") for path in names}
    assert imports(file) <= found
    assert not any(
        isinstance(node, ast.ImportFrom) and node.level
        for node in ast.walk(ast.parse(file.read_text()))
    ), "a relative import would be overlooked"


def test_tables_depend_on_every_module_that_makes_them():
    found = store.modules()
    assert all(imports(file) <= set(found) for file in found)
    names = {file.stem for file in found}
    assert {
        "analysis",
        "blocks",
        "hype",
        "numbers",
        "divergence",
        "intervals",
        "store",
    } <= names


def test_tables_do_not_depend_on_what_shows_them():
    found = store.modules()
    assert not {file.stem for file in found} & {"report", "export", "execute", "display", "summary"}
    shown = {PACKAGE / name for name in ("charts", "findings", "pages", "publishing")}
    assert not shown & {file.parent for file in found}


def test_another_module_gives_another_digest(tmp_path, monkeypatch):
    before = store.code_digest()
    assert store.code_digest.__wrapped__() == before
    copies = []
    for number, file in enumerate(store.modules()):
        copies.append(tmp_path / f"{number:03}" / file.name)
        copies[-1].parent.mkdir()
        copies[-1].write_bytes(file.read_bytes())
    monkeypatch.setattr(store, "modules", lambda start: copies)
    assert store.code_digest.__wrapped__() == before
    copies[-1].write_text(copies[-1].read_text() + "\n# changed\n")
    assert store.code_digest.__wrapped__() != before
