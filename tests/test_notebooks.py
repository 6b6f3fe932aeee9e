"""What nbval does not see: notebooks that were never run, machine paths, typed results."""

import re

import nbformat
import pytest

from helpers import paths

NOTEBOOKS = sorted(paths.NOTEBOOKS.glob("*.ipynb"))
NAMES = "00-summary 01-corpus 02-hype-language 03-readability 04-superlatives 05-facts 06-accuracy"
CELL_LINES = 15


def cells(path, kind):
    return [c for c in nbformat.read(path, as_version=4).cells if c.cell_type == kind]


def outputs(path):
    return [output for cell in cells(path, "code") for output in cell.outputs]


every = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def test_the_seven_notebooks_are_there():
    assert [path.stem for path in NOTEBOOKS] == NAMES.split()


@every
def test_cells_were_run_once_from_top_to_bottom(path):
    counts = [cell.execution_count for cell in cells(path, "code")]
    assert counts == list(range(1, len(counts) + 1))


@every
def test_no_error_no_warning_no_machine_path_is_stored(path):
    text = path.read_text(encoding="utf-8")
    assert str(paths.ROOT) not in text and str(paths.ROOT.home()) + "/" not in text
    assert all(output.output_type not in ("error", "stream") for output in outputs(path))
    assert " at 0x" not in text


@every
def test_cells_are_short_define_nothing_and_end_without_a_semicolon(path):
    for cell in cells(path, "code"):
        lines = cell.source.splitlines()
        assert len(lines) <= CELL_LINES, cell.source
        assert not re.search(r"^\s*(def|class|for|while|%|!) ?", cell.source, re.MULTILINE), (
            cell.source
        )
        assert not cell.source.rstrip().endswith(";"), cell.source
        assert "spacy" not in cell.source and "sys.path" not in cell.source


@every
def test_every_notebook_asks_a_question_shows_a_figure_and_ends_in_a_finding_and_limits(path):
    headings = re.findall(
        r"^#+ .*", "\n".join(c.source for c in cells(path, "markdown")), re.MULTILINE
    )
    assert "?" in headings[0]
    assert any("Limits" in heading for heading in headings)
    assert any("image/png" in output.get("data", {}) for output in outputs(path))
    assert any(
        "Finding:" in output.get("data", {}).get("text/plain", "") for output in outputs(path)
    )


@every
def test_every_picture_has_its_words(path):
    for output in outputs(path):
        if "image/png" in output.get("data", {}):
            assert output.data["text/plain"].startswith("Chart: ")
            assert output.metadata["image/png"]["alt"]


@every
def test_markdown_states_no_result(path):
    # Two dollar signs become mathematics.
    assert sum(c.source.count("$") for c in cells(path, "markdown")) < 2
    assert numbers("\n".join(c.source for c in cells(path, "markdown"))) == []


def numbers(text):
    """Return the numbers of a text that can be results.

    None are: the name of a notebook, the level of an interval, the unit of a rate, a scale from
    0 to 1, the place of an item in a list, and what stands in code.
    """
    plain = re.sub(r"`[^`]*`|\]\([^)]*\)|(?m:^\d+\. )", " ", text)
    method = r"\b0[0-6]( ·|\b(?!%))|95% intervals?|per 1,000 words|from 0 \(\w+\) towards 1\b"
    return re.findall(r"\d(?:[\d.,]*\d)?(?: ?%)?", re.sub(method, " ", plain))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Hits per 1,000 words, with 95% intervals; see notebook 06 and [05 · Facts](05-facts.ipynb).",
            [],
        ),
        ("The first of 1,000 words.", ["1,000"]),
        ("In 95 % of the texts", ["95 %"]),
        ("95% of hits are praise", ["95%"]),
        ("The gap is 3.2 and 7 of 12.", ["3.2", "7", "12"]),
    ],
)
def test_numbers_that_can_be_results_are_found(text, found):
    assert numbers(text) == found
