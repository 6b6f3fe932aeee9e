"""Files of a figure: all there, the same bytes every time, harmless in a spreadsheet."""

import re
import struct
from dataclasses import replace

import pandas as pd
import pytest

from helpers import export, paths
from helpers.charts import frame

TITLE = "The $14.3 billion article boosts more often than the $29 billion one"
ENDINGS = ["csv", "pdf", "png", "svg", "txt"]


def dots(*, width=frame.WIDTH_DOUBLE, labels=tuple("abcde"), **words):
    """Draw one dot a row and frame it."""
    data = pd.DataFrame({"source": labels, "per_1000": [9.0, 7.0, 5.5, 3.0, 1.0]})
    figure, axes = frame.canvas(1.5, width=width)
    axes.scatter(data["per_1000"], range(5), color=frame.BLUE)
    axes.set_yticks(range(5), [frame.label(name) for name in labels])
    given = {"name": "dots", "title": TITLE, "subtitle": "Boosters per 1,000 words of own text"}
    given |= {"source": "Source: five articles", "alt": "Dot chart.", "caption": "Boosters."}
    return frame.frame(figure, data=data, **given | words)


@pytest.fixture
def out(tmp_path, monkeypatch):
    monkeypatch.setenv("OUT", str(tmp_path / "out"))
    return tmp_path / "out"


def test_export_writes_five_files_and_returns_the_chart(out):
    chart = dots()
    assert frame.export(chart) is chart
    assert sorted(file.name for file in out.iterdir()) == [f"dots.{ending}" for ending in ENDINGS]


def test_a_chart_without_data_is_a_sentence(out):
    chart = dots()
    words = export.export(replace(chart, data=chart.data.head(0), title="Nothing to draw"))
    assert words.text == "Nothing to draw." and not out.exists()


def test_export_writes_the_same_bytes_again(out):
    export.export(dots())
    first = {file.name: file.read_bytes() for file in out.iterdir()}
    export.export(dots())
    assert {file.name: file.read_bytes() for file in out.iterdir()} == first


def test_pictures_are_drawn_again_only_if_needed(out, monkeypatch):
    export.export(dots())
    before = {file.name: file.read_bytes() for file in out.iterdir()}
    drawn = []
    draw = export.draw
    monkeypatch.setattr(export, "draw", lambda c, e, o: drawn.append(e) or draw(c, e, o))
    export.export(dots())
    assert drawn == []
    (out / "dots.png").write_bytes(before["dots.png"][:-1])
    export.export(dots())
    assert drawn == ["png", "pdf"]
    assert {file.name: file.read_bytes() for file in out.iterdir()} == before
    export.export(dots(title="Another headline"))
    assert all((out / name).read_bytes() != before[name] for name in ("dots.png", "dots.pdf"))


def test_what_a_notebook_shows_is_drawn_once(monkeypatch, tmp_path):
    monkeypatch.setenv("STORY_CACHE", str(tmp_path))
    first, other = dots()._repr_png_(), dots(title="Another headline")._repr_png_()
    assert first != other and first.startswith(b"\x89PNG")
    drawn = []
    draw = export.draw
    monkeypatch.setattr(export, "draw", lambda c, e, o: drawn.append(e) or draw(c, e, o))
    assert dots()._repr_png_() == first
    assert drawn == []
    for file in (tmp_path / "pictures").iterdir():
        file.write_bytes(first[:100])  # damaged
    assert dots()._repr_png_() == first and "png" in drawn


def test_files_hold_no_date_and_no_place(out):
    export.export(dots())
    for file in out.iterdir():
        content = file.read_bytes()
        assert not re.search(rb"20[2-9]\d-\d\d-\d\d|D:20\d{6}", content), file.name
        assert str(out).encode() not in content


def test_png_is_for_print(out):
    export.export(dots(width=frame.WIDTH_SINGLE))
    png = (out / "dots.png").read_bytes()
    assert struct.unpack(">I", png[16:20])[0] == pytest.approx(89 / 25.4 * 300, abs=2)
    assert b"pHYs" in png


def test_text_stays_text_in_svg_and_pdf(out):
    export.export(dots())
    svg = (out / "dots.svg").read_text()
    assert "Boosters per 1,000 words of own text" in svg
    assert "$14.3 billion article boosts" in svg
    pdf = (out / "dots.pdf").read_bytes()
    assert b"/CIDFontType2" in pdf and b"/Type3" not in pdf


def test_words_stand_beside_the_picture(out):
    export.export(dots(alt="Dots of five.", caption="What the dots are."))
    words = (out / "dots.txt").read_text()
    assert "Alt text: Dots of five.\n" in words
    assert "Caption: What the dots are.\n" in words
    assert words.count("Source:") == 1


def test_csv_holds_what_is_plotted(out):
    chart = export.export(dots(labels=["=cmd|' /C calc'!A0", "b", "c", "d", "e"]))
    read = pd.read_csv(out / "dots.csv")
    assert read["per_1000"].tolist() == chart.data["per_1000"].tolist()
    assert read["source"].tolist() == ["'=cmd|' /C calc'!A0", "b", "c", "d", "e"]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "＝1"])
def test_a_cell_that_looks_like_a_formula_is_quoted(cell):
    table = pd.DataFrame({"=head": [cell, "plain", None], "n": [-1.5, 2, 3]})
    made = export.harmless(table)
    assert list(made.columns) == ["'=head", "n"]
    assert made["'=head"].tolist()[:2] == [f"'{cell}", "plain"]
    assert made["'=head"].isna().tolist() == [False, False, True]
    assert made["n"].tolist() == [-1.5, 2, 3]
    assert table["=head"].iloc[0] == cell


def test_a_file_is_replaced_whole_or_not_at_all(out, monkeypatch):
    export.export(dots())
    before = (out / "dots.png").read_bytes()

    def full(*_):
        raise OSError("disk full")

    monkeypatch.setattr(paths.Path, "replace", full)
    with pytest.raises(OSError, match="disk full"):
        export.export(dots(title="Another headline"))
    assert (out / "dots.png").read_bytes() == before
    assert len(list(out.iterdir())) == len(ENDINGS)
