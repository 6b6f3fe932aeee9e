"""Where the story and the outputs live."""

import os
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds"
NOTEBOOKS = ROOT / "notebooks"


def story() -> Path:
    """Return the folder of the story: the environment variable STORY, or the seeds.

    A relative path counts from the working directory, and from the project if it is not there.
    """
    folder = Path(os.environ.get("STORY") or SEEDS)
    if not folder.is_absolute() and not folder.exists() and (ROOT / folder).exists():
        folder = ROOT / folder
    return folder.resolve()


def output(folder: Path | None = None) -> Path:
    """Return where the outputs of the story in `folder` go: OUT, or a place in `figures/`."""
    if os.environ.get("OUT"):
        return Path(os.environ["OUT"]).resolve()
    folder = folder or story()
    return ROOT / "figures" if folder == SEEDS else ROOT / "figures" / folder.name


def cache() -> Path:
    """Return the folder of the caches, which may be deleted at any time."""
    return Path(os.environ.get("STORY_CACHE") or ROOT / ".cache")


def write_whole(file: Path, content: bytes) -> None:
    """Write `content` to a temporary name beside `file` and move it into place."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name[:40]}-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
