"""Time the tables against spaCy as it comes, and print a Markdown table: `make bench`.

Every figure is a ratio of runs of this machine in this run, one process after another. `--large`
takes the full sizes, which need hours on two cores; `--peers` also times other packages, in an
environment of their own that it makes first.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import peers
import synthetic

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
# Articles in the runs of the yardstick, of linearity, and of memory.
SIZES = {"yardstick": 100, "linear": (100, 400), "memory": (100, 400)}
LARGE = {"yardstick": 500, "linear": (500, 10_000), "memory": (1_000, 10_000)}
PEER_ARTICLES = 24
NOTEBOOKS = 7
MEBIBYTE = 1024


@dataclass(frozen=True)
class Run:
    """What one process took: wall and processor seconds, and its peak memory in MiB.

    Memory is that of the largest process, without the processes it started.
    """

    wall: float
    cpu: float
    memory: float


Rows = list[tuple[str, str, str, str]]


class Bench:
    """A scratch folder with texts, caches and outputs, and the runs in it."""

    def __init__(self, scratch: Path) -> None:
        """Work in `scratch`."""
        self.scratch = scratch
        self.words: dict[int, int] = {}

    def story(self, n: int) -> Path:
        """Return a folder of `n` articles, made at the first call."""
        folder = self.scratch / f"story-{n}"
        if n not in self.words:
            self.words[n] = synthetic.write(folder, n)
        return folder

    def run(self, *command: str | Path, **environment: str) -> Run:
        """Run a command of this environment's Python and return what it took."""
        cache = {"STORY_CACHE": str(self.scratch / "cache")}
        started = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, *map(str, command)],
            cwd=ROOT,
            env=os.environ | ONE_THREAD | cache | environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        errors = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{' '.join(map(str, command))}:\n{errors}")
        cpu = used.ru_utime + used.ru_stime
        return Run(time.perf_counter() - started, cpu, used.ru_maxrss / MEBIBYTE)

    def tables(self, n: int, *options: str, out: str = "out", **environment: str) -> Run:
        """Run the analysis of `n` articles."""
        place = self.scratch / out
        return self.run("-m", "helpers", self.story(n), "--out", place, *options, **environment)

    def yardstick(self, n: int) -> Run:
        """Load spaCy's model and parse `n` articles with its default settings."""
        return self.run(HERE / "yardstick.py", self.story(n))


def row(what: str, run: Run, base: Run, limit: str = "") -> tuple[str, str, str, str]:
    """Return a row of the table: seconds, and the ratio to `base` by the wall and by processor."""
    ratio = f"{run.wall / base.wall:.2f} ({run.cpu / base.cpu:.2f})"
    return what, f"{run.wall:.1f} s, {run.memory:,.0f} MiB", ratio, limit


def against_yardstick(bench: Bench, sizes: dict) -> Rows:
    """Time all tables, cold, warm, in two processes, on Dask and with the other kernel."""
    n = sizes["yardstick"]
    base = bench.yardstick(n)
    words = f"{n:,} articles, {bench.words[n]:,} words"
    cold = bench.tables(n, "--no-cache", out="cold")
    rows = [
        row(f"spaCy as it comes, {words}", base, base),
        row("all tables, --no-cache", cold, base, "1.0"),
    ]
    bench.tables(n)
    rows.append(row("all tables, warm cache", bench.tables(n), base, "0.2"))
    for name, options in (
        ("--jobs 2", ("--jobs", "2")),
        ("--engine dask --jobs 2", ("--engine", "dask", "--jobs", "2")),
    ):
        run = bench.tables(n, "--no-cache", *options, out="other")
        same(bench.scratch / "cold", bench.scratch / "other", name)
        rows.append(row(f"all tables, {name}, against one process", run, cold))
    kernel = bench.tables(n, "--no-cache", out="other", STORY_KERNEL="numpy")
    same(bench.scratch / "cold", bench.scratch / "other", "STORY_KERNEL=numpy")
    rows.append(row("all tables, STORY_KERNEL=numpy, against the default kernel", kernel, cold))
    return rows


def same(one: Path, other: Path, name: str) -> None:
    """Stop unless two runs wrote the same bytes."""
    for file in sorted((one / "tables").iterdir()):
        if file.read_bytes() != (other / "tables" / file.name).read_bytes():
            raise SystemExit(f"{name}: {file.name} differs from the tables of one process")


def growth(bench: Bench, sizes: dict) -> Rows:
    """Time and weigh few and many articles."""
    rows = []
    few, many = sizes["linear"]
    short, long = (bench.tables(n, "--no-cache") for n in (few, many))
    each = [(run.wall / n, run.cpu / n) for run, n in ((short, few), (long, many))]
    ratios = [large / small for small, large in zip(*each, strict=True)]
    seconds = f"{long.wall:.1f} s"
    told = f"{ratios[0]:.2f} ({ratios[1]:.2f})"
    rows.append((f"time an article, {many:,} against {few:,} articles", seconds, told, "1.1"))
    weights = {few: short, many: long}
    light, heavy = (
        weights[n] if n in weights else bench.tables(n, "--no-cache") for n in sizes["memory"]
    )
    what = f"peak memory, {sizes['memory'][1]:,} against {sizes['memory'][0]:,} articles"
    ratio = f"{heavy.memory / light.memory:.2f}"
    rows.append((what, f"{heavy.memory:,.0f} MiB", ratio, "1.3"))
    return rows


def across(bench: Bench, sizes: dict) -> Rows:
    """Time and weigh the steps over all articles, and the writing, when each article is done."""
    runs = {}
    for n in sizes["linear"]:
        bench.tables(n)
        for file in (bench.scratch / "cache" / "tables").glob("*/facts.parquet"):
            shutil.rmtree(file.parent)  # the tables of the whole story
        runs[n] = bench.tables(n)
    few, many = sizes["linear"]
    wall = runs[many].wall / many / (runs[few].wall / few)
    cpu = runs[many].cpu / many / (runs[few].cpu / few)
    took = "; ".join(f"{n:,}: {run.wall:.1f} s, {run.memory:,.0f} MiB" for n, run in runs.items())
    what = f"steps over all articles, time an article, {many:,} against {few:,} articles"
    return [(what, took, f"{wall:.2f} ({cpu:.2f})", "1.1")]


def start_up(bench: Bench, sizes: dict) -> Rows:
    """Time --help against the tables of the seeds."""
    seeds = bench.run("-m", "helpers", synthetic.SEEDS, "--out", bench.scratch / "o", "--no-cache")
    helped = bench.run("-m", "helpers", "--help")
    return [row("--help against the tables of the seeds", helped, seeds, "0.1")]


def report(bench: Bench, sizes: dict) -> Rows:
    """Time the warm report of the seeds against as many notebooks that only import."""
    empty = bench.run(HERE / "empty.py", bench.scratch / "empty", str(NOTEBOOKS))
    command = ("-m", "helpers.report", synthetic.SEEDS, "--out", bench.scratch / "report")
    bench.run(*command)
    what = f"report of the seeds, warm, against {NOTEBOOKS} empty notebooks"
    return [row(what, bench.run(*command), empty, "2.0")]


PARTS: dict[str, Callable[[Bench, dict], Rows]] = {
    "yardstick": against_yardstick,
    "growth": growth,
    "across": across,
    "start": start_up,
    "report": report,
}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], help="default: all")
    parser.add_argument("--large", action="store_true", help="the full sizes: hours")
    parser.add_argument("--peers", action="store_true", help="also time other packages")
    parser.add_argument("--articles", type=int, help="articles of the yardstick")
    given = parser.parse_args()
    sizes = dict(LARGE if given.large else SIZES)
    sizes["yardstick"] = given.articles or sizes["yardstick"]
    write("| what | took | ratio, wall (processor) | at most |\n|---|---|---|---|\n")
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(Path(scratch))
        for part in given.parts or PARTS:
            for cells in PARTS[part](bench, sizes):
                write(f"| {' | '.join(cells)} |\n")
        if given.peers:
            texts = bench.story(PEER_ARTICLES)
            write("\n| job | package | words a second |\n|---|---|---|\n")
            for cells in peers.compare(texts, Path(scratch) / "peers"):
                write(f"| {' | '.join(cells)} |\n")


def write(text: str) -> None:
    """Write to the standard output at once."""
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
