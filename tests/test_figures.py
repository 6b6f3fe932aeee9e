"""The figures that the notebooks make: fit to print as they are, on stories of any size."""

import json
import struct
import warnings
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from helpers import paths, report
from helpers.charts import frame, legibility
from helpers.publishing import execute, figures

HEADLINE_WORDS = 14
SIZES = {"the seeds": None, "one article": 1, "many articles": 15}


def pieces():
    """Return runs of some paragraphs of the seeds, each an article of its own."""
    found = []
    for file in sorted(paths.SEEDS.glob("*.txt")):
        lines = [line for line in file.read_text().splitlines() if len(line) > 200]
        found += [lines[start : start + 4] for start in range(0, len(lines) - 3, 4)]
    return found


@pytest.fixture(scope="module", params=SIZES)
def story(request, tmp_path_factory):
    """Return the folder of a story."""
    if SIZES[request.param] is None:
        return paths.SEEDS
    folder = tmp_path_factory.mktemp("story")
    for number, lines in enumerate(pieces()[: SIZES[request.param]]):
        title = f"A headline of more words than a label has room for, {number}"
        (folder / f"{number:02d}.txt").write_text("\n\n".join([title, *lines]))
    return folder


def charts(file: Path, story: Path, monkeypatch):
    """Run the code of a notebook on a story and return the charts that it exports."""
    made = []
    monkeypatch.setenv("STORY", str(story))
    monkeypatch.setattr(frame, "export", lambda chart: made.append(chart) or chart)
    if story != paths.SEEDS:
        monkeypatch.setenv("STORY_CACHE", str(story.with_name("cache")))
    names: dict = {}
    for cell in json.loads(file.read_text())["cells"]:
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), names)  # noqa: S102  the collection's own code
    return [chart for chart in made if len(chart.data)]  # no others are written


@pytest.mark.parametrize("file", execute.notebooks(), ids=lambda file: file.stem)
def test_figures_are_fit_to_print(file, story, monkeypatch):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        made = charts(file, story, monkeypatch)
    assert made or story != paths.SEEDS
    for chart in made:
        assert legibility.faults(chart) == [], chart.name
        assert len(chart.title.split()) <= HEADLINE_WORDS, chart.title
        assert chart.name == chart.name.lower() and " " not in chart.name
        assert len(chart.alt.split()) >= 8 and len(chart.caption.split()) >= 4
        assert chart.figure.get_figwidth() <= frame.WIDTH_DOUBLE + 0.001
        assert chart.figure.get_figheight() <= 10, "higher than a page"


@pytest.mark.parametrize("file", execute.notebooks(), ids=lambda file: file.stem)
def test_figures_fit_one_column_of_print(file, monkeypatch):
    monkeypatch.setenv("FIGURE_WIDTH", "89")
    for chart in charts(file, paths.SEEDS, monkeypatch):
        assert chart.figure.get_figwidth() == pytest.approx(89 / 25.4)
        assert legibility.faults(chart) == [], chart.name
        assert chart.figure.get_figheight() <= 10, "higher than a page"


DRAWN = """
import pandas as pd
from helpers.charts import frame
words = dict.fromkeys(["title", "subtitle", "source", "alt", "caption"], "Words")
figure, axes = frame.canvas(1.0)
axes.text(0, 0, {label!r})
frame.export(frame.frame(figure, name={name!r}, data=pd.DataFrame({{"a": [1]}}), **words))
"""


def test_figures_are_drawn_for_one_column_on_request(tmp_path, monkeypatch, capsys):
    cells = [
        DRAWN.format(name="fits", label="short"),
        DRAWN.format(name="wide", label="long " * 40),
    ]
    file = tmp_path / "00-x.ipynb"
    nbformat.write(new_notebook(cells=[new_code_cell(cell) for cell in cells]), file)
    monkeypatch.setattr(execute, "notebooks", lambda: [file])
    before = file.read_bytes()
    assert report.main(["--out", str(tmp_path / "out"), "--figures", "89"]) == 0
    names = {
        made.relative_to(tmp_path / "out").as_posix() for made in (tmp_path / "out").rglob("*.*")
    }
    assert names == {f"89mm/fits{ending}" for ending in figures.ENDINGS}
    png = (tmp_path / "out" / "89mm" / "fits.png").read_bytes()
    assert struct.unpack(">I", png[16:20])[0] == pytest.approx(89 / 25.4 * 300, abs=2)
    assert "wide has no room for its words at 89 mm" in capsys.readouterr().err
    assert file.read_bytes() == before


@pytest.mark.parametrize("width", ["88", "184", "wide"])
def test_a_width_that_no_figure_is_made_for_is_refused(width, capsys):
    with pytest.raises(SystemExit):
        report.main(["--figures", width])
    assert "--figures" in capsys.readouterr().err
