"""Real processes, real kills: nothing hangs, nothing is lost, nothing is counted twice."""

import gc
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import psutil
import pytest

from helpers import analysis, engines, language
from helpers.__main__ import main
from helpers.problems import StoryError

TITLE = "{name} Ships Buys Norsea"
BODY = """

{name} Ships paid ${n}.5 billion for its rival Norsea on Monday, a spokesman said. It is the
largest deal in the history of the harbour, and the revolutionary plan of Anna {name}, {n}.

"We have the best crew in the world," said Ms. {name}, who will lead {n}00 workers.
"""
NAMES = ["Ely", "Moor", "Tarn", "Wold", "Holm", "Firth", "Combe", "Strand", "Glen", "Dale"]
PARAGRAPHS = 5  # long enough to be killed in
SMALL_PARTITIONS = """
from helpers import analysis
analysis.PARTITION = 1
from helpers.__main__ import main
if __name__ == "__main__":
    raise SystemExit(main())
"""
SECONDS = 120


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    folder = tmp_path_factory.mktemp("story")
    for n, name in enumerate(NAMES, start=21):
        text = TITLE + "".join(BODY for _ in range(PARAGRAPHS))
        (folder / f"{name}.txt").write_text(text.format(name=name, n=n))
    return folder


def start(story: Path, place: Path, *options: str) -> subprocess.Popen:
    """Start `python -m helpers` with partitions of one article; its cache and output in `place`."""
    place.mkdir(exist_ok=True)
    script = place / "small.py"
    script.write_text(SMALL_PARTITIONS)
    return subprocess.Popen(
        [sys.executable, script, story, "--out", place / "out", *options],
        env=os.environ | {"STORY_CACHE": str(place / "cache")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def csvs(place: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in (place / "out" / "tables").glob("*.csv")}


def finish(running: subprocess.Popen) -> list[str]:
    """Return the lines of a run that must end with status 0."""
    _, errors = running.communicate(timeout=SECONDS)
    assert running.returncode == 0, errors
    return errors.splitlines()


@pytest.fixture(scope="module")
def alone(story, tmp_path_factory):
    """Return the tables of one undisturbed process."""
    place = tmp_path_factory.mktemp("alone")
    finish(start(story, place))
    return csvs(place)


def workers(parent: int) -> list[psutil.Process]:
    """Return the worker processes of a run, without the standard library's resource tracker."""
    children = psutil.Process(parent).children(recursive=True)
    return [child for child in children if "spawn_main" in " ".join(child.cmdline())]


def partitions(place: Path) -> dict[str, int]:
    """Return the finished partitions with the time when they were written."""
    whole = (place / "cache" / "tables").glob("[!.]*/digests.json")
    return {file.parent.name: file.stat().st_mtime_ns for file in whole}


def test_a_run_goes_on_after_a_killed_worker_and_a_killed_parent(story, tmp_path, alone):
    running = start(story, tmp_path, "--jobs", "2")
    assert running.stderr.readline() == f"1 of {len(NAMES)} articles\n"
    workers(running.pid)[0].kill()
    _, errors = running.communicate(timeout=SECONDS)
    assert running.returncode == 1
    assert errors.splitlines()[-1].startswith("Error: a process was stopped")
    assert "Traceback" not in errors
    first = partitions(tmp_path)
    assert 1 <= len(first) < len(NAMES)

    running = start(story, tmp_path, "--jobs", "2")
    assert running.stderr.readline() == f"1 of {len(NAMES) - len(first)} articles\n"
    left = workers(running.pid)
    running.kill()
    running.communicate()
    assert left
    assert not psutil.wait_procs(left, timeout=20)[1]
    second = partitions(tmp_path)
    assert first.items() < second.items()

    finish(start(story, tmp_path))
    assert second.items() <= partitions(tmp_path).items()
    assert csvs(tmp_path) == alone


def test_an_interrupted_run_says_so_in_one_line(story, tmp_path):
    running = start(story, tmp_path, "--jobs", "2")
    running.stderr.readline()
    os.killpg(running.pid, signal.SIGINT)
    _, errors = running.communicate(timeout=SECONDS)
    assert running.returncode == 130
    assert "Traceback" not in errors
    assert errors.splitlines()[-1].startswith("Stopped;")


@pytest.fixture
def cluster(tmp_path, monkeypatch):
    """Return a Dask cluster of two worker processes on this machine."""
    from distributed import LocalCluster

    monkeypatch.setenv("STORY_CACHE", str(tmp_path / "cache"))
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0") as running:
        yield running


def one_process(story: Path) -> analysis.Tables:
    return analysis.load(story, cached=False)


def same(first: analysis.Tables, second: analysis.Tables) -> None:
    assert first.frames.keys() == second.frames.keys()
    for name, table in first.frames.items():
        pd.testing.assert_frame_equal(table, second.frames[name], obj=name)


def test_a_killed_dask_worker_loses_and_doubles_nothing(story, cluster, monkeypatch):
    from distributed import Client

    monkeypatch.setattr(analysis, "PARTITION", 1)
    killed = []

    def kill_once(line: str) -> None:
        if not killed:
            killed.append(line)
            with Client(cluster.scheduler_address) as client:
                pid = next(iter(client.run(os.getpid).values()))
            os.kill(pid, signal.SIGKILL)

    address = cluster.scheduler_address
    tables = analysis.load(story, engine="dask", scheduler=address, progress=kill_once)
    assert killed
    assert tables.articles["source"].tolist() == sorted(f"{name}.txt" for name in NAMES)
    same(one_process(story), tables)
    with Client(address) as client:
        deadline = time.monotonic() + SECONDS
        while len(client.run(os.getpid)) < 2 and time.monotonic() < deadline:
            time.sleep(0.2)
        loads = [info.misses for info in client.run(language.english.cache_info).values()]
        assert max(loads) == 1


def test_dask_on_this_machine_gives_the_same_tables(story, tmp_path, alone):
    finish(start(story, tmp_path, "--engine", "dask", "--jobs", "2"))
    assert csvs(tmp_path) == alone


def test_a_worker_with_other_code_is_refused(story):
    with pytest.raises(StoryError, match="another version of this package"):
        engines.on_worker(lambda place, files: 1, "another digest", story, [])


@pytest.fixture
def out(tmp_path, monkeypatch):
    monkeypatch.setenv("STORY_CACHE", str(tmp_path / "cache"))
    return str(tmp_path / "out")


def test_without_dask_the_remedy_is_named_in_one_line(story, out, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert main([str(story), "--out", out, "--engine", "dask"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("Error: --engine dask needs Dask: run pip install")


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "no address at all", "127.0.0.1:x"])
def test_a_scheduler_that_does_not_answer_is_named_in_one_line(
    story, out, capsys, monkeypatch, address
):
    from distributed import Client

    monkeypatch.setattr(engines, "CONNECT_SECONDS", 2)
    gc.disable()
    try:
        assert main([str(story), "--out", out, "--engine", "dask", "--scheduler", address]) == 1
        assert not [one for one in gc.get_objects() if type(one) is Client], "left half made"
    finally:
        gc.enable()
    (line,) = capsys.readouterr().err.splitlines()
    assert line == f"Error: {address}: no Dask scheduler with a worker answers there"


def test_a_scheduler_without_dask_is_wrong_use(story, out, capsys):
    with pytest.raises(SystemExit) as stop:
        main([str(story), "--out", out, "--scheduler", "tcp://127.0.0.1:8786"])
    assert stop.value.code == 2
    assert "--scheduler needs --engine dask" in capsys.readouterr().err


def test_one_process_is_this_one_so_that_a_script_needs_no_main_guard(monkeypatch):
    made = []
    monkeypatch.setattr(engines, "in_processes", lambda *_: pytest.fail("another process"))
    tasks = [(Path(name), ["a.txt", "b.txt"]) for name in "xyz"]
    engines.run(lambda place, files: made.append(place) or len(files), tasks, jobs=1)
    assert made == [place for place, _ in tasks]
