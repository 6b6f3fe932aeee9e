"""Where the story and the outputs live."""

import hashlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LEXICONS = Path(__file__).parent / "lexicons"
SEEDS = ROOT / "seeds"
FIGURES = ROOT / "figures"
# The results of the seeds take these places in figures/, beside files with an ending.
FOLDERS = ("tables", "texts", "notebooks")
ENDINGS = {".png", ".svg", ".pdf", ".csv", ".txt", ".md", ".html", ".docx", ".xlsx", ".json"}
NOTE = ".story"
HALF_WRITTEN = ".half-written"
NOTEBOOKS = ROOT / "notebooks"
SETTINGS = "story.toml"  # in the folder of a story


def story() -> Path:
    """Return the folder of the story: the environment variable STORY, or the seeds.

    A relative path counts from the working directory, and from the project if it is not there.
    """
    folder = Path(os.environ.get("STORY") or SEEDS)
    if not folder.is_absolute() and not folder.exists() and (ROOT / folder).exists():
        folder = ROOT / folder
    return folder.resolve()


def output(folder: Path | None = None) -> Path:
    """Return where the outputs of the story in `folder` go: OUT, or a place in `figures/`.

    It is `figures/` for the seeds and `figures/<folder name>/` for another story. Where results
    of the seeds or of another folder of that name are, a few characters more tell them apart.
    """
    if os.environ.get("OUT"):
        return Path(os.environ["OUT"]).resolve()
    folder = folder or story()
    if folder == SEEDS:
        return FIGURES
    plain = FIGURES / folder.name
    free = folder.name not in ("", *FOLDERS) and plain.suffix.lower() not in ENDINGS
    if free and owner(plain) in (None, folder):
        return plain
    digest = hashlib.sha256(os.fsencode(folder)).hexdigest()
    return FIGURES / f"{folder.name[:40]}-{digest[:6]}"


def owner(place: Path) -> Path | None:
    """Return the folder of the story whose results are in `place`, if it still exists."""
    try:
        folder = Path(os.fsdecode((place / NOTE).read_bytes()))
        return folder if folder.is_dir() else None
    except (OSError, ValueError):
        return None


def claim(folder: Path | None = None) -> Path:
    """Return `output(folder)`, and note in it whose results it holds if that is not plain."""
    folder, place = folder or story(), output(folder)
    if place.parent == FIGURES and owner(place) != folder and not os.environ.get("OUT"):
        write_whole(place / NOTE, os.fsencode(folder))
    return place


def cache() -> Path:
    """Return the folder of the caches, which may be deleted at any time."""
    return Path(os.environ.get("STORY_CACHE") or ROOT / ".cache")


def write_whole(file: Path, content: bytes | Iterable[bytes]) -> None:
    """Write `content`, or its pieces, to a temporary name beside `file` and move it into place."""
    file.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{file.name[:40]}-"
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=prefix, suffix=HALF_WRITTEN)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines([content] if isinstance(content, bytes) else content)
        Path(name).chmod(0o644)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def sweep(place: Path) -> None:
    """Delete what a process that was killed had half written into the results in `place`."""
    for folder in (place, *(place / name for name in FOLDERS)):
        for file in folder.glob(f".*{HALF_WRITTEN}"):
            file.unlink(missing_ok=True)
