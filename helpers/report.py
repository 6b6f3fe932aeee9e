"""Run the notebooks on a story and build its report: `python -m helpers.report STORY --out OUT`."""

import argparse
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path

from helpers import paths
from helpers.publishing import stopping

FAILED = 1


def build(
    story: Path | None = None, out: Path | None = None, jobs: int | None = None
) -> list[Path]:
    """Write tables, notebooks, figures and the report of a story; return what was written.

    `story` is a folder of texts (default: the seeds), `out` the folder of the results (default:
    `paths.output`), `jobs` how many notebooks run at a time. The seeds' notebooks are executed in
    place; those of another story go to `out`/notebooks. What an earlier run wrote to `out` and
    this one did not is deleted. Progress goes to standard error. Raises `StoryError` without an
    article to analyse and `NotebookError` when a notebook fails; then the report of an earlier
    run stays as it was.
    """
    from helpers import analysis
    from helpers.publishing import execute, outputs, provenance

    story = (story or paths.story()).resolve()
    tables = analysis.load(story, progress=tell)
    out = out.resolve() if out else outputs.place(story, tell)
    run = provenance.describe(tables)
    try:
        former = outputs.begin(out, run)
        written = _write_tables(tables, run, out)
        own = story == paths.SEEDS and out == paths.FIGURES
        folder = paths.NOTEBOOKS if own else out / "notebooks"
        executed = execute.execute(execute.notebooks(), folder, story=story, out=out, jobs=jobs)
        report, figures = _write_report(executed, run, out)
        kept = [] if own else executed  # the seeds' are not among the results
        outputs.finish(out, run, [*written, *kept, *report, *figures], former)
    finally:
        paths.sweep(out)
    return [*written, *executed, *report, out / outputs.RECORD]


def main(arguments: list[str] | None = None) -> int:
    """Build the report and return the exit status.

    0 done, 1 a notebook or the story failed, 2 wrong use, 130 stopped by Ctrl-C, 143 by SIGTERM.
    """
    given = _parser().parse_args(arguments)
    with stopping.on_signals():
        return _run(given)


def _run(given: argparse.Namespace) -> int:
    from helpers.problems import StoryError, explain
    from helpers.publishing.execute import NotebookError

    started = time.perf_counter()
    try:
        written = _asked(given)
    except (StoryError, NotebookError) as problem:
        tell(f"Error: {problem}")
        return FAILED
    except OSError as error:
        tell(f"Error: {explain(error)}")
        return FAILED
    except stopping.Stopped as stop:
        tell("Stopped; what was finished is kept.")
        return stop.status
    for file in written:
        if file.suffix != ".csv":
            tell(f"wrote {_short(file)}".replace("\n", " "))
    tell(f"done in {time.perf_counter() - started:.0f} s")
    return 0


def _asked(given: argparse.Namespace) -> list[Path]:
    story, out = (Path(place) if place else None for place in (given.story, given.out))
    if given.figures is None:
        return build(story, out, given.jobs)
    from helpers.publishing import figures

    return figures.draw(story, out, width=given.figures, tell=tell, jobs=given.jobs)


def tell(line: str) -> None:
    """Write a line of progress to the error stream, with nothing that a terminal would obey."""
    from helpers.display import visible

    sys.stderr.write(visible(line) + "\n")


def _parser() -> argparse.ArgumentParser:
    found = argparse.ArgumentParser(
        prog="python -m helpers.report",
        description="Run the notebooks on a story and write figures, tables and the report.",
    )
    found.add_argument("story", nargs="?", help="folder of articles (default: seeds)")
    found.add_argument("--out", help="folder of the results (default: figures/<folder name>)")
    found.add_argument("--jobs", type=int, help="notebooks to run at a time (default: one a core)")
    found.add_argument(
        "--figures", type=_width, metavar="MM", help="draw only the figures, so wide"
    )
    return found


def _width(text: str) -> float:
    """Return a width of figures in millimetres: from one column of print to two."""
    from helpers.publishing.figures import NARROWEST, WIDEST

    if not NARROWEST <= float(text) <= WIDEST:
        raise argparse.ArgumentTypeError(f"a width is from {NARROWEST} to {WIDEST} mm, not {text}")
    return float(text)


def _write_tables(tables, run: dict, out: Path) -> list[Path]:
    """Write the tables as CSV and as one workbook, and the texts of pages."""
    from helpers.publishing import outputs, provenance, workbook

    written = [*outputs.write_csv(tables, out), *outputs.write_texts(tables, out)]
    book = workbook.build(tables.frames, title=run["title"], cite=provenance.cite(run))
    paths.write_whole(out / "tables.xlsx", book)
    return [*written, out / "tables.xlsx"]


def _write_report(notebooks: list[Path], run: dict, out: Path) -> tuple[list[Path], list[Path]]:
    """Write the report in its three forms and the page of the figures; return them, and those."""
    from helpers.pages import docx, html, method, pdf, tree
    from helpers.publishing import gallery, provenance

    cite = provenance.cite(run)
    labels = {row["source"]: row["label"] for row in run["files"]}
    content = tree.build(notebooks, method.section(run, cite), labels)
    articles = "one article says" if len(run["files"]) == 1 else f"{len(run['files'])} articles say"
    meta = {"title": run["title"], "subtitle": f"What {articles}, and how they say it"}
    forms = {"report.html": html, "report.pdf": pdf, "report.docx": docx}
    with ThreadPoolExecutor() as pool:  # most of it is done by pandoc and typst, side by side
        runs = {name: pool.submit(form.render, content, meta, out) for name, form in forms.items()}
        made = {name: run.result() for name, run in runs.items()}
    shown = {name: kept for name in content.pictures if (kept := _figure_files(out, name))}
    pictures = [content.pictures[name] for name in shown]
    page = gallery.build(pictures, shown, title=run["title"], cite=cite)
    made["README.md"] = page.encode("utf-8", "replace")
    for name, data in made.items():
        paths.write_whole(out / name, data)
    figures = chain.from_iterable(shown.values())
    return [out / name for name in made], [out / name for name in figures]


def _figure_files(out: Path, name: str) -> list[str]:
    endings = (".png", ".svg", ".pdf", ".csv", ".txt")
    return [f"{name}{ending}" for ending in endings if (out / f"{name}{ending}").exists()]


def _short(file: Path) -> str:
    return str(file.relative_to(Path.cwd())) if file.is_relative_to(Path.cwd()) else str(file)


if __name__ == "__main__":
    sys.exit(main())
