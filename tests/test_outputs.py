"""Where results go, and what a second run leaves of those of a first."""

import json
from types import SimpleNamespace

import pandas as pd
import pytest

from helpers import analysis, paths
from helpers.publishing import outputs

RUN = {"title": "A deal"}


@pytest.fixture
def figures(tmp_path, monkeypatch):
    """Return a folder that stands for `figures/`, with no OUT to overrule it."""
    monkeypatch.delenv("OUT")
    monkeypatch.setattr(paths, "FIGURES", tmp_path / "figures")
    return tmp_path / "figures"


def folder(place, name):
    (place / name).mkdir(parents=True)
    return place / name


def test_a_story_has_the_place_of_its_name_and_keeps_it(figures, tmp_path):
    news, told = folder(tmp_path, "my news é"), []
    assert outputs.place(news, told.append) == figures / "my news é"
    assert outputs.place(news, told.append) == figures / "my news é"
    assert paths.output(paths.SEEDS) == figures
    assert not told


def test_two_folders_of_one_name_have_two_places(figures, tmp_path):
    one, two, told = folder(tmp_path / "a", "news"), folder(tmp_path / "b", "news"), []
    assert outputs.place(one, told.append) == figures / "news"
    other = outputs.place(two, told.append)
    assert other.parent == figures and other.name.startswith("news-") and other != figures / "news"
    assert told == [f"{figures / 'news'} is for other results: these go to {other}"]
    assert [paths.output(one), paths.output(two)] == [figures / "news", other]


def test_the_place_of_a_folder_that_is_gone_is_free_again(figures, tmp_path):
    one, two = folder(tmp_path / "a", "news"), folder(tmp_path / "b", "news")
    assert paths.claim(one) == figures / "news"
    one.rmdir()
    assert paths.claim(two) == figures / "news" == paths.claim(two)


@pytest.mark.parametrize("name", ["tables", "texts", "notebooks", "fact-grid.png", "README.md"])
def test_no_story_takes_a_place_of_the_seeds(figures, tmp_path, name):
    place = paths.claim(folder(tmp_path / "a", name))
    assert place.parent == figures and place.name != name


def test_a_name_as_long_as_a_file_system_takes_has_a_place(figures, tmp_path):
    one, two = (folder(tmp_path / where, "é" * 127) for where in "ab")
    assert (paths.claim(one) / paths.NOTE).exists() and (paths.claim(two) / paths.NOTE).exists()
    assert paths.claim(one) != paths.claim(two)


def test_out_overrules_and_is_not_marked(figures, tmp_path, monkeypatch):
    monkeypatch.setenv("OUT", str(tmp_path / "out"))
    assert paths.claim(folder(tmp_path, "news")) == tmp_path / "out"
    assert not (tmp_path / "out").exists() and not figures.exists()


def write(out, run, **texts):
    """Write files as a run does, one after the other; return what it began from."""
    former = outputs.begin(out, run)
    files = [out / name.replace("__", "/").replace("_", ".") for name in texts]
    for file, text in zip(files, texts.values(), strict=True):
        paths.write_whole(file, text.encode())
    return former, files


def test_a_second_run_takes_away_what_only_the_first_one_wrote(tmp_path):
    former, files = write(tmp_path, RUN, old_png="1", kept_png="2", tables__old_csv="3")
    outputs.finish(tmp_path, RUN, files, former)
    (tmp_path / "notes.txt").write_text("of the reader")
    former, files = write(tmp_path, RUN, kept_png="2", new_png="4")
    outputs.finish(tmp_path, RUN, files, former)
    left = {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*.*")}
    assert left == {"kept.png", "new.png", "notes.txt", "run.json"}
    assert json.loads((tmp_path / "run.json").read_text())["written"].keys() == {
        "kept.png",
        "new.png",
    }


def test_what_was_changed_or_lies_elsewhere_is_not_deleted(tmp_path):
    out, outside = folder(tmp_path, "out"), tmp_path / "outside.txt"
    outside.write_text("mine")
    former, files = write(out, RUN, a_txt="1", b_txt="2")
    outputs.finish(out, RUN, files, former)
    (out / "a.txt").write_text("the reader's own words")
    record = json.loads((out / "run.json").read_text())
    record["written"] |= {"../outside.txt": outputs.digest(b"mine"), "b.txt/c": "", "\0": ""}
    (out / "run.json").write_text(json.dumps(record))
    outputs.finish(out, RUN, [], outputs.recorded(out))
    assert outside.exists() and (out / "a.txt").exists() and not (out / "b.txt").exists()


def test_a_run_that_failed_forgets_nothing(tmp_path):
    former, files = write(tmp_path, RUN, old_png="1")
    outputs.finish(tmp_path, RUN, files, former)
    write(tmp_path, RUN, new_png="2")  # and then it fails
    former, files = write(tmp_path, RUN, new_png="2")
    outputs.finish(tmp_path, RUN, files, former)
    assert not (tmp_path / "old.png").exists()


@pytest.mark.parametrize("content", ["", "[]", '{"written": 3}', '{"title": "older"}', "\0"])
def test_another_run_json_is_no_record(tmp_path, content):
    (tmp_path / "run.json").write_text(content)
    assert outputs.recorded(tmp_path) == {}


def test_tables_alone_leave_a_report_in_place(tmp_path):
    former, files = write(tmp_path, RUN, report_html="1", tables__old_csv="2")
    outputs.finish(tmp_path, RUN, files, former)
    former, files = write(tmp_path, RUN, tables__new_csv="3")
    outputs.finish(tmp_path, RUN, files, former, within=("tables/", "texts/"))
    assert (tmp_path / "report.html").exists() and not (tmp_path / "tables/old.csv").exists()
    assert outputs.recorded(tmp_path).keys() == {"report.html", "tables/new.csv"}


def test_the_text_of_a_page_lies_where_its_warning_says(tmp_path, monkeypatch):
    monkeypatch.setenv("STORY_CACHE", str(tmp_path / "cache"))
    story = folder(tmp_path, "story")
    said = "<p>The firm paid for its rival on Monday, it said, and it is the best deal ever.</p>"
    names = ["a.html", "sub/a.html", "b" * 250 + ".html"]
    for number, name in enumerate(names):
        (story / name).parent.mkdir(exist_ok=True)
        page = f"<article><h1>Deal {number}</h1>{said * 4}</article>"
        (story / name).write_text(f"<html><body>{page}</body></html>")
    tables = analysis.load(story)
    outputs.write_tables(tables, tmp_path / "out")
    assert {"texts/a.html.txt", "texts/sub/a.html.txt"} < outputs.recorded(tmp_path / "out").keys()
    for row in tables.superlatives.itertuples():
        file = tmp_path / "out" / "texts" / outputs.text_name(row.source)
        assert file.read_bytes().decode()[row.start : row.end] == row.quote
    assert set(tables.superlatives["source"]) == set(names)


def test_only_pages_have_a_text_of_their_own(tmp_path):
    tables = SimpleNamespace(articles=pd.DataFrame({"source": ["a.txt", "b.md"]}))
    assert outputs.write_texts(tables, tmp_path) == []
