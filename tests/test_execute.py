"""Notebooks run side by side, end whole or not at all, and nobody waits for a dead kernel."""

import logging
import sys

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from helpers.publishing import execute

METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def write(folder, name, *cells):
    """Write a notebook of code cells."""
    notebook = new_notebook(cells=[new_markdown_cell("# Title", id="title")])
    notebook.cells += [new_code_cell(cell, id=f"cell-{n}") for n, cell in enumerate(cells)]
    folder.mkdir(exist_ok=True)
    nbformat.write(notebook, folder / name)
    return folder / name


def run(files, tmp_path, **options):
    return execute.execute(
        files, tmp_path / "done", story=tmp_path / "story", out=tmp_path / "out", **options
    )


def test_executed_copies_are_whole_and_the_same_again(tmp_path):
    source = "import os\nprint(os.environ['STORY'], os.environ['OUT'])"
    files = [write(tmp_path / "nb", f"0{n}-x.ipynb", source, f"{n} + 1") for n in range(3)]
    before = [file.read_bytes() for file in files]
    written = run(files, tmp_path, jobs=2)
    assert [file.name for file in written] == [file.name for file in files]
    first = [file.read_bytes() for file in written]
    notebook = nbformat.read(written[1], as_version=4)
    assert notebook.metadata == METADATA
    assert [cell.id for cell in notebook.cells] == ["title", "cell-0", "cell-1"]
    assert notebook.cells[1].outputs[0].text == f"{tmp_path / 'story'} {tmp_path / 'out'}\n"
    assert notebook.cells[2].outputs[0].data["text/plain"] == "2"
    assert [cell.get("execution_count") for cell in notebook.cells[1:]] == [1, 2]
    assert [cell.metadata for cell in notebook.cells] == [{}, {}, {}]
    run(files, tmp_path, jobs=1)
    assert [file.read_bytes() for file in written] == first
    assert [file.read_bytes() for file in files] == before


def test_a_failing_notebook_is_named_and_the_others_are_kept(tmp_path, capsys):
    files = [
        write(tmp_path / "nb", "00-good.ipynb", "1"),
        write(tmp_path / "nb", "01-wrong.ipynb", "1 / 0"),
        write(tmp_path / "nb", "02-dead.ipynb", "import os, signal\nos.kill(os.getpid(), 9)"),
    ]
    with pytest.raises(execute.NotebookError) as caught:
        run(files, tmp_path)
    lines = str(caught.value).splitlines()
    assert lines[0] == "01-wrong.ipynb: ZeroDivisionError: division by zero"
    assert lines[1].startswith("02-dead.ipynb: ") and "died" in lines[1]
    assert [file.name for file in (tmp_path / "done").iterdir()] == ["00-good.ipynb"]
    progress = capsys.readouterr().err
    assert "00-good" in progress and "01-wrong  failed" in progress


def test_an_earlier_copy_outlives_a_failure(tmp_path):
    file = write(tmp_path / "nb", "00-x.ipynb", "1")
    (kept,) = run([file], tmp_path)
    before = kept.read_bytes()
    write(tmp_path / "nb", "00-x.ipynb", "raise ValueError('no')")
    with pytest.raises(execute.NotebookError):
        run([file], tmp_path)
    assert kept.read_bytes() == before


def test_the_collection_is_found_in_reading_order():
    names = [file.name for file in execute.notebooks()]
    assert names == sorted(names) and "01-corpus.ipynb" in names


def test_after_a_stop_nothing_is_said_of_what_is_cleared_away(monkeypatch, capsys):
    class Loop:
        def __del__(self):
            raise AssertionError

    level = logging.getLogger("asyncio").level
    # The interpreter's own hook, which writes to standard error; pytest has put another there.
    monkeypatch.setattr(sys, "unraisablehook", sys.__unraisablehook__)
    Loop()
    assert "AssertionError" in capsys.readouterr().err
    execute._stop([], [])
    logging.getLogger("asyncio").setLevel(level)
    Loop()
    assert capsys.readouterr().err == ""
