"""What a run wrote into a folder of results, and what of an earlier run has to go from it."""

import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath

from helpers import export, paths, store
from helpers.analysis import Tables
from helpers.publishing import provenance
from helpers.texts.files import PAGE_SUFFIXES

RECORD = "run.json"
LONGEST_NAME = 200  # bytes; file systems take 255


def place(story: Path, tell: Callable[[str], None]) -> Path:
    """Return the folder for the results of a story, and say so if it is not named like it."""
    out = paths.claim(story)
    plain = out.parent / story.name
    if out.parent == paths.FIGURES and out != plain:
        tell(f"{plain} is for other results: these go to {out}")
    return out


def write_tables(tables: Tables, out: Path) -> None:
    """Write the tables as CSV to `out`/tables, the texts of pages, and run.json.

    Tables and texts that an earlier run wrote and this one did not are deleted; a report stays.
    """
    run = provenance.describe(tables)
    try:
        former = begin(out, run)
        written = [*write_csv(tables, out), *write_texts(tables, out)]
        finish(out, run, written, former, within=("tables/", "texts/"))
    finally:
        paths.sweep(out)


def write_csv(tables: Tables, out: Path) -> list[Path]:
    """Write each table as a CSV file and return the files."""
    written = [out / "tables" / f"{name}.csv" for name in sorted(tables.frames)]
    for file in written:
        export.write_pieces(store.pieces(tables.frames, file.stem), file)
    return written


def write_texts(tables: Tables, out: Path) -> list[Path]:
    """Write the text taken out of each HTML page, in which its lines and offsets count."""
    written = []
    for source in tables.articles["source"]:
        if source.lower().endswith(PAGE_SUFFIXES):
            file = out / "texts" / text_name(source)
            paths.write_whole(file, tables.text(source).encode("utf-8", "replace"))
            written.append(file)
    return written


def text_name(source: str) -> PurePosixPath:
    """Return the name of the text of a page: that of the page and `.txt`, if it is not too long."""
    page = PurePosixPath(source)
    if len(page.name.encode()) <= LONGEST_NAME:
        return page.with_name(f"{page.name}.txt")
    return page.with_name(f"{page.name[:40]}-{digest(source.encode())[:12]}.txt")


def recorded(out: Path) -> dict[str, str]:
    """Return what the last complete run wrote into `out`: names and SHA-256."""
    try:
        found = json.loads((out / RECORD).read_text(encoding="utf-8"))["written"]
        return {str(name): str(value) for name, value in found.items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}


def begin(out: Path, run: dict) -> dict[str, str]:
    """Write run.json, still with what the last complete run wrote; return that."""
    former = recorded(out)
    paths.write_whole(out / RECORD, provenance.as_json(run | {"written": former}))
    return former


def finish(
    out: Path,
    run: dict,
    written: Iterable[Path],
    former: dict[str, str],
    *,
    within: tuple[str, ...] = ("",),
) -> None:
    """Write run.json with what this run wrote, and delete what only the former one did.

    A file that was changed since is not ours any more, and stays; so does what does not begin
    with one of `within`.
    """
    names = {file.relative_to(out).as_posix(): file for file in written}
    made = {name: digest(file.read_bytes()) for name, file in sorted(names.items())}
    kept = {name: value for name, value in former.items() if not name.startswith(within)}
    for name in former.keys() - made.keys() - kept.keys():
        if is_as_written(out / name, out, former[name]):
            (out / name).unlink()
    paths.write_whole(out / RECORD, provenance.as_json(run | {"written": kept | made}))


def is_as_written(file: Path, out: Path, value: str) -> bool:
    """Tell whether `file` is a plain file in `out` with this SHA-256."""
    try:
        inside = file.resolve().is_relative_to(out.resolve()) and not file.is_symlink()
        return inside and file.is_file() and digest(file.read_bytes()) == value
    except (OSError, ValueError, RuntimeError):
        return False


def digest(content: bytes) -> str:
    """Return the SHA-256 of `content`."""
    return hashlib.sha256(content).hexdigest()
