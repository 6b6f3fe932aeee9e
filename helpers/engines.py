"""Run the analysis of many partitions: here, in several processes, or on a Dask cluster.

Each partition writes its own tables and moves them into place, so what is done stays done: after
a killed process or a power cut the same command goes on from there.
"""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from helpers.problems import StoryError

if TYPE_CHECKING:
    from distributed import Client

    from helpers.texts.files import TextFile

    Task = tuple[Path, list[TextFile]]
    Make = Callable[[Path, list[TextFile]], int]

ENGINES = ("processes", "dask")
# Two processes with as many numeric threads each as there are cores get in each other's way.
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
CONNECT_SECONDS = 30
ONE_AT_A_TIME = Lock()
KEPT = "run the same command again; what was finished is kept"


def run(
    make: Make,
    tasks: list[Task],
    *,
    jobs: int = 1,
    engine: str = "processes",
    scheduler: str | None = None,
    tell: Callable[[str], None] | None = None,
) -> None:
    """Call `make(place, files)` for every task and show the progress, if there is a `tell`.

    `engine` is one of `ENGINES`; `jobs` is the number of processes, or of local Dask workers if
    no `scheduler` is named; one is this very process, so that a script needs no main guard.
    Progress is a bar on a terminal, else a line a partition.

    Raises `StoryError` if a process dies, or if Dask is not there or not reachable.
    """
    from tqdm import tqdm

    if engine == "dask" and tasks:
        finished = on_dask(make, tasks, jobs, scheduler)
    elif jobs == 1 or len(tasks) < 2:
        finished = (make(*task) for task in tasks)
    else:
        finished = in_processes(make, tasks, jobs)
    total, done = sum(len(files) for _, files in tasks), 0
    # None: a bar on a terminal only.
    with tqdm(total=total, unit=" articles", leave=False, disable=None if tell else True) as bar:
        for n in finished:
            done += n
            bar.update(n)
            if tell and bar.disable:
                tell(f"{done} of {total} articles")


def in_processes(make: Make, tasks: list[Task], jobs: int) -> Iterator[int]:
    """Yield the size of each task as it is done, in `jobs` new processes.

    The standard library's executor notices a process that dies; `multiprocessing.Pool` and
    `nlp.pipe(n_process=…)` would wait for it for ever.
    """
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import active_children, get_context

    os.environ.update(ONE_THREAD)
    workers = min(jobs, len(tasks))
    with ProcessPoolExecutor(workers, get_context("spawn"), initializer=follow_parent) as pool:
        futures = [pool.submit(make, *task) for task in tasks]
        try:
            for future in as_completed(futures):
                yield future.result()
        except BrokenProcessPool:
            raise StoryError(
                f"a process was stopped (short of memory? use fewer --jobs): {KEPT}"
            ) from None
        except BaseException:  # Ctrl-C: what is begun is not waited for
            for child in active_children():
                child.terminate()
            raise


def follow_parent() -> None:
    """Let this worker process end when its parent does, and without a traceback on Ctrl-C."""
    import signal
    from multiprocessing import parent_process
    from multiprocessing.connection import wait
    from threading import Thread

    def watch() -> None:
        wait([parent_process().sentinel])
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    Thread(target=watch, daemon=True).start()


def on_dask(make: Make, tasks: list[Task], jobs: int, scheduler: str | None) -> Iterator[int]:
    """Yield the size of each task as it is done, on the workers of `scheduler` or on `jobs` here.

    Workers read the articles and write the tables themselves: they must see the story and the
    cache under the same paths. A worker loads the model once. What a dead worker had not
    finished goes to another.
    """
    try:
        from distributed import as_completed
        from distributed.client import CancelledError
        from distributed.scheduler import KilledWorker
    except ImportError:
        remedy = 'run pip install "dask==2026.8.0" "distributed==2026.8.0"'
        raise StoryError(f"--engine dask needs Dask: {remedy}") from None
    from helpers.store import code_digest

    with dask_client(jobs, scheduler) as client:
        code = code_digest()
        futures = [
            client.submit(on_worker, make, code, *task, key=f"story-{task[0].name}", pure=False)
            for task in tasks
        ]
        try:
            for future in as_completed(futures):
                yield future.result()
        except (KilledWorker, CancelledError):
            raise StoryError(f"workers died, or the scheduler did: {KEPT}") from None


def dask_client(jobs: int, scheduler: str | None) -> Client:
    """Return a client of the scheduler at this address, or of `jobs` workers of its own."""
    from distributed import Client

    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    if scheduler is None:
        os.environ.update(ONE_THREAD)
        return Client(
            n_workers=jobs,
            threads_per_worker=1,
            dashboard_address=":0",
            silence_logs=logging.CRITICAL,
        )
    client = None
    with suppress(OSError, ValueError, TimeoutError):
        client = Client(scheduler, timeout=CONNECT_SECONDS)
        client.wait_for_workers(1, timeout=CONNECT_SECONDS)
        return client
    # A client that did not get ready closes itself when it is collected. Left to chance, that is
    # in the thread of a later client, which then waits for a lock that its maker holds.
    del client
    gc.collect()
    raise StoryError(f"{scheduler}: no Dask scheduler with a worker answers there")


def on_worker(make: Make, code: str, place: Path, files: list[TextFile]) -> int:
    """Call `make` on a worker: one task at a time, and only with the code of the asking side."""
    from helpers.store import code_digest

    if code_digest() != code:
        raise StoryError("a worker has another version of this package: install the same there")
    with ONE_AT_A_TIME:
        return make(place, files)
