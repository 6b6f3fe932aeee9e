"""Run notebooks side by side, each in a kernel of its own, and keep what they show."""

import logging
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from pathlib import Path

from tqdm import tqdm

from helpers import paths

CELL_SECONDS = 900  # a cell that takes longer counts as failed
KERNELSPEC = {"display_name": "Python 3", "language": "python", "name": "python3"}
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


class NotebookError(RuntimeError):
    """One or more notebooks stopped at a cell; the message names each with its error."""


def notebooks() -> list[Path]:
    """Return the notebooks of the collection in reading order."""
    return sorted(paths.NOTEBOOKS.glob("[0-9][0-9]-*.ipynb"))


def execute(
    files: Sequence[Path],
    folder: Path,
    *,
    story: Path,
    out: Path,
    jobs: int | None = None,
    width: float | None = None,
) -> list[Path]:
    """Run notebooks on a story and write the executed copies to `folder`; return their paths.

    Figures go to `out`, `width` millimetres wide (default: that of a page). At most `jobs`
    kernels run at a time (default: one a core). A notebook is replaced as a whole and only when
    it ran to its end, with the same bytes for the same results. Progress goes to standard error.
    Raises `NotebookError` after all have had their turn; a kernel that dies counts as an error
    and is not waited for.
    """
    environment = _environment(story, out)
    if width is not None:
        environment["FIGURE_WIDTH"] = str(width)
    running: list = []
    errors, written = [], []
    jobs = jobs or _cores()
    with (
        tqdm(total=len(files), desc="notebooks", file=sys.stderr, disable=None) as bar,
        ThreadPoolExecutor(max_workers=jobs) as pool,
    ):
        # Those with much to show take longest: they begin first.
        order = sorted(files, key=lambda file: -file.stat().st_size)
        runs = {pool.submit(_run, file, environment, running): file for file in order}
        try:
            for run in as_completed(runs):
                file, error = runs[run], run.exception()
                if error is None:
                    seconds, content = run.result()
                    bar.write(f"{file.stem}  {seconds:.1f} s", file=sys.stderr)
                    written.append(_keep(folder / file.name, content))
                else:
                    bar.write(f"{file.stem}  failed", file=sys.stderr)
                    errors.append(f"{file.name}: {_reason(error)}")
                bar.update()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            _stop(running, runs)
            raise
    if errors:
        raise NotebookError("\n".join(sorted(errors)))
    return sorted(written)


def _run(file: Path, environment: dict[str, str], running: list) -> tuple[float, bytes]:
    """Run one notebook; return the seconds it took and its content with the new outputs."""
    import nbformat
    from nbclient import NotebookClient

    started = time.perf_counter()
    notebook = nbformat.read(file, as_version=4)
    client = NotebookClient(
        notebook,
        kernel_name=KERNELSPEC["name"],
        record_timing=False,
        timeout=CELL_SECONDS,
        resources={"metadata": {"path": str(file.parent)}},
    )
    running.append(client)
    try:
        # The kernel's own words on standard error (a note on TCP) are no output of a cell.
        client.execute(env=environment, stderr=subprocess.DEVNULL)
    finally:
        running.remove(client)
    notebook.metadata = {"kernelspec": KERNELSPEC, "language_info": {"name": "python"}}
    content = nbformat.writes(notebook).rstrip("\n") + "\n"
    return time.perf_counter() - started, content.encode()


def _keep(file: Path, content: bytes) -> Path:
    """Write a notebook unless it is there already: an open JupyterLab need not reload it."""
    if not file.exists() or file.read_bytes() != content:
        paths.write_whole(file, content)
    return file


def _environment(story: Path, out: Path) -> dict[str, str]:
    own = {"STORY": str(story), "OUT": str(out), "JUPYTER_PREFER_ENV_PATH": "1"}
    return dict.fromkeys(ONE_THREAD, "1") | os.environ | own


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _reason(error: BaseException) -> str:
    """Return the name and the message of an error in a cell, or else its last line."""
    if name := getattr(error, "ename", ""):
        return f"{name}: {error.evalue}"
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[-1] if lines else type(error).__name__


def _stop(running: list, runs: Iterable[Future]) -> None:
    """End the kernels of an interrupted run, those too that are just starting.

    The threads that wait for them then end by themselves; what their event loops make of a dead
    kernel, also while they are cleared away, is of no use to the reader.
    """
    logging.getLogger("asyncio").setLevel(logging.CRITICAL + 1)
    sys.unraisablehook = lambda _: None
    while not all(run.done() for run in runs):
        for client in list(running):
            process = getattr(getattr(client.km, "provisioner", None), "process", None)
            if process is not None:
                process.kill()
        time.sleep(0.05)
