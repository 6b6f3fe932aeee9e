"""Make the tables of a story as CSV files, without running notebooks."""

import argparse
import os
import sys
from pathlib import Path

NOTHING_ANALYSED = 1


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    found = argparse.ArgumentParser(
        prog="python -m helpers",
        description="Write the tables of a story as CSV files to OUT/tables/.",
    )
    found.add_argument("story", nargs="?", help="folder of articles (default: seeds)")
    found.add_argument("--out", help="folder for the results (default: figures/<folder name>)")
    found.add_argument("--jobs", type=positive, default=1, help="processes to use (default: 1)")
    found.add_argument(
        "--engine",
        choices=("processes", "dask"),
        default="processes",
        help="what runs the jobs: processes of this machine (default), or workers of Dask",
    )
    found.add_argument("--scheduler", help="address of a running Dask scheduler: tcp://host:8786")
    found.add_argument("--no-cache", action="store_true", help="compute everything anew")
    return found


def positive(text: str) -> int:
    """Return a whole number from 1 on; argparse turns the error into a message."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a whole number from 1 on")
    return number


def main(arguments: list[str] | None = None) -> int:
    """Write the tables and return the exit status.

    0 done, 1 nothing to analyse, 2 wrong use, 130 stopped by Ctrl-C, 143 by SIGTERM.
    """
    given = parser().parse_args(arguments)
    if given.scheduler and given.engine != "dask":
        parser().error("--scheduler needs --engine dask")
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(name, "1")  # before numpy is imported
    from helpers.publishing import stopping

    with stopping.on_signals():
        from helpers.problems import StoryError, explain

        try:
            return run(given)
        except StoryError as problem:
            tell(f"Error: {problem}")
        except OSError as error:
            tell(f"Error: {explain(error)}")
        except stopping.Stopped as stop:
            tell("Stopped; what was finished is kept and need not be done again.")
            return stop.status
    return NOTHING_ANALYSED


def run(given: argparse.Namespace) -> int:
    """Write the tables as the arguments say."""
    from helpers import analysis, paths
    from helpers.publishing import outputs

    folder = Path(given.story).resolve() if given.story else paths.story()
    tables = analysis.load(
        folder,
        cached=not given.no_cache,
        jobs=given.jobs,
        engine=given.engine,
        scheduler=given.scheduler,
        progress=tell,
    )
    out = Path(given.out).resolve() if given.out else outputs.place(folder, tell)
    outputs.write_tables(tables, out)
    for row in tables.skipped.itertuples():
        tell(f"{row.action}: {row.path}: {row.reason}")
    tell(f"{len(tables.articles)} articles, {len(tables.frames)} tables in {out / 'tables'}")
    return 0


def tell(line: str) -> None:
    """Write a line for the reader to the error stream, with nothing a terminal would obey."""
    from helpers.display import visible

    sys.stderr.write(visible(line).replace("\n", " ") + "\n")


if __name__ == "__main__":
    sys.exit(main())
