"""A run that is told to end: whole files only, no process left behind, one line and a status."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import psutil
import pytest
from nbformat.v4 import new_code_cell, new_notebook

ROOT = Path(__file__).resolve().parents[1]
TEXT = "The firm paid $5 billion for its rival on Monday, and it was not the first to do so.\n"
# The programs with small partitions, and with notebooks of the test's own.
TABLES = "from helpers import __main__ as program, analysis\nanalysis.PARTITION = 1\n"
REPORT = "from helpers import paths, report as program\npaths.NOTEBOOKS = paths.Path({!r})\n"
MAIN = "import sys\nif __name__ == '__main__':\n    sys.exit(program.main())\n"
# A notebook that is caught while it writes a picture.
STUCK = """import os, time
from helpers import paths
def stuck(*arguments):
    paths.Path(os.environ["OUT"], "started").write_text(str(os.getpid()))
    time.sleep(600)
paths.Path.replace = stuck
paths.write_whole(paths.output() / "picture.png", b"half of it")"""


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    """Return a folder of articles, and what to run the programs with."""
    folder = tmp_path_factory.mktemp("stopped") / "story"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number}.txt").write_text(f"Deal {number}\n\n{TEXT * (number + 1)}")
    environment = {"STORY_CACHE": str(folder.parent / "cache"), "PYTHONPATH": str(ROOT)}
    return folder, os.environ | environment


def start(program, story, out, *options):
    """Start a program in a process of its own."""
    file = out.parent / "program.py"
    file.write_text(program + MAIN)
    return subprocess.Popen(
        [sys.executable, str(file), str(story[0]), "--out", str(out), *options],
        stderr=subprocess.PIPE, text=True, env=story[1],
    )  # fmt: skip


def gone(processes):
    """Tell whether the processes end within some seconds."""
    return not psutil.wait_procs(processes, timeout=10)[1]


def check_end(process, number):
    """Send a signal; assert that everything ends, in one line and with its status."""
    children = psutil.Process(process.pid).children(recursive=True)
    process.send_signal(number)
    said = process.communicate(timeout=60)[1]
    assert process.returncode == 128 + number, said
    assert said.splitlines()[-1].startswith("Stopped; ") and "Traceback" not in said
    assert "Error" not in said
    assert gone(children), children


def test_a_report_that_is_stopped_leaves_whole_files_and_no_kernel(story, tmp_path):
    notebooks, out = tmp_path / "notebooks", tmp_path / "out"
    for folder in (notebooks, out):
        folder.mkdir()
    (out / "report.html").write_text("of an earlier run")
    for name in ("00-a.ipynb", "01-b.ipynb", "02-c.ipynb"):
        notebook = new_notebook(cells=[new_code_cell(STUCK, id="a")])
        nbformat.write(notebook, notebooks / name)
    before = {file: file.read_bytes() for file in notebooks.iterdir()}
    process = start(REPORT.format(str(notebooks)), story, out, "--jobs", "2")
    wait_for(out / "started", process)
    assert list(out.glob(".picture.png*"))
    kernel = psutil.Process(int((out / "started").read_text()))
    check_end(process, signal.SIGINT)
    assert gone([kernel])
    assert not list(out.rglob(".*")) and not (out / "picture.png").exists()
    assert (out / "report.html").read_text() == "of an earlier run"
    assert {file: file.read_bytes() for file in notebooks.iterdir()} == before


def wait_for(file, process):
    """Wait until a file is there and says something."""
    for _ in range(1200):
        if file.exists() and file.read_text():
            return
        assert process.poll() is None, process.communicate()[1]
        time.sleep(0.1)
    pytest.fail(f"no {file.name}")


@pytest.mark.parametrize(("jobs", "number"), [("1", signal.SIGTERM), ("2", signal.SIGINT)])
def test_tables_that_are_stopped_leave_no_process_and_keep_what_is_done(
    story, tmp_path, jobs, number
):
    environment = story[1] | {"STORY_CACHE": str(tmp_path / "cache")}
    process = start(TABLES, (story[0], environment), tmp_path / "out", "--jobs", jobs)
    assert process.stderr.readline() == "1 of 12 articles\n"
    check_end(process, number)
    assert not list((tmp_path / "out").rglob("*"))
    kept = [file for file in (tmp_path / "cache/tables").iterdir() if file.name[0] != "."]
    assert 1 <= len(kept) < 12


def test_a_signal_that_is_ignored_stays_so():
    code = (
        "import os, signal\nfrom helpers.publishing import stopping\n"
        "signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
        "with stopping.on_signals():\n    os.kill(os.getpid(), signal.SIGHUP)\n"
        "print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout == "True\n", done.stderr


def test_a_second_signal_ends_at_once():
    code = (
        "import os, signal, time\nfrom helpers.publishing import stopping\n"
        "with stopping.on_signals():\n    try:\n        os.kill(os.getpid(), signal.SIGINT)\n"
        "        time.sleep(60)\n    except stopping.Stopped as stop:\n"
        "        assert stop.status == 130\n        os.kill(os.getpid(), signal.SIGTERM)\n"
        "        time.sleep(60)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], timeout=30, check=False).returncode == 143
