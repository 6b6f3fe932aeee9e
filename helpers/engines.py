"""Run the analysis of many partitions: here, or in several processes."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.problems import StoryError

if TYPE_CHECKING:
    from helpers.files import TextFile

Task = tuple[Path, list["TextFile"]]

# Two processes with as many numeric threads each as there are cores get in each other's way.
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def run(
    make: Callable[[Path, list[TextFile]], int],
    tasks: list[Task],
    *,
    jobs: int,
    tell: Callable[[str], None],
) -> None:
    """Call `make(place, files)` for every task, in `jobs` processes, and tell of the progress.

    Each task writes its own tables and moves them into place, so what is done stays done.
    Raises `StoryError` if a process dies.
    """
    total, done = sum(len(files) for _, files in tasks), 0
    finished = here(make, tasks) if jobs == 1 or len(tasks) < 2 else processes(make, tasks, jobs)
    for n in finished:
        done += n
        tell(f"{done} of {total} articles")


def here(make, tasks: list[Task]):
    """Yield the size of each task as it is done, in this process."""
    for task in tasks:
        yield make(*task)


def processes(make, tasks: list[Task], jobs: int):
    """Yield the size of each task as it is done, in `jobs` new processes.

    The standard library's executor notices a process that dies; `multiprocessing.Pool` and
    `nlp.pipe(n_process=…)` would wait for it for ever.
    """
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    os.environ.update(ONE_THREAD)
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        futures = [pool.submit(make, *task) for task in tasks]
        try:
            for future in as_completed(futures):
                yield future.result()
        except BrokenProcessPool:
            raise StoryError(
                "a process was stopped (short of memory?): run the same command again, with "
                "fewer --jobs; what was finished is kept"
            ) from None
        finally:
            for future in futures:
                future.cancel()
