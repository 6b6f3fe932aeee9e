"""The figures that the notebooks make: fit to print as they are, on stories of any size."""

import json
import warnings
from pathlib import Path

import pytest

from helpers import execute, paths
from helpers.charts import frame, legibility

HEADLINE_WORDS = 14
SIZES = {"the seeds": None, "one article": 1, "many articles": 15}
# A column an article, or sentences side by side: these have no room in one column of print.
FULL_WIDTH = {"fact-grid", "fact-evidence"}


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
    with frame.at_width(frame.WIDTH_SINGLE):
        made = charts(file, paths.SEEDS, monkeypatch)
    for chart in made:
        assert chart.figure.get_figwidth() == pytest.approx(89 / 25.4)
        if chart.name not in FULL_WIDTH:
            assert legibility.faults(chart) == [], chart.name
