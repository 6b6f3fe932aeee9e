import os
import time
from contextlib import suppress

import pytest

from helpers import analysis, corpus
from helpers.problems import StoryError, Unusable
from helpers.texts import files

TEXT = "The café paid $5 billion for its rival on Monday, and it was not the first to do so."


@pytest.mark.parametrize(
    "codec, name",
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf_16_le"),
        ("cp1252", "cp1252"),
    ],
)
def test_decode_reads_what_editors_write(codec, name):
    assert files.decode(TEXT.encode(codec)) == (TEXT, name)


@pytest.mark.parametrize(
    "content, reason",
    [
        (b"\xff\xfe\x41", "damaged utf-16"),
        (b"A\x00 word and another one in the text", "NUL|no encoding"),
        (bytes(range(256)) * 20, "no encoding|binary"),
        (b"\x01\x02\x03\x04 text", "binary"),
        ("\u2003\n".encode(), "white space"),
    ],
)
def test_decode_refuses_with_a_reason(content, reason):
    with pytest.raises(Unusable, match=reason):
        files.decode(content)


@pytest.mark.parametrize(
    "text, reason", [("a" * 300_000, "longer than"), ("a\n" * 30_000, "more than 20,000 lines")]
)
def test_a_text_beyond_the_limits_is_refused(text, reason):
    with pytest.raises(Unusable, match=reason):
        files.check_size(text)


PAGE = "<html><head>{}</head><body><article><h1>Ž</h1>{}</article></body></html>"
SAID = "<p>The firm of Dvořák paid for its rival on Monday, it said, and so did Žižek.</p>"


@pytest.mark.parametrize(
    "declared, codec, name",
    [
        ("iso-8859-2", "iso-8859-2", "iso8859-2"),
        ("iso-8859-1", "cp1252", "cp1252"),  # as browsers do
        ("bogus", "utf-8", "utf-8"),
        ("unicode_escape", "cp1252", "cp1252"),
        ("utf-16", "utf-8", "utf-8"),
        ("", "utf-16", "utf-16"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_fits_it(tmp_path, declared, codec, name):
    said = SAID if codec != "cp1252" else SAID.replace("ř", "r")
    page = PAGE.format(f"<meta charset='{declared}'>", said * 4)
    (tmp_path / "a.html").write_bytes(page.encode(codec))
    (article,) = corpus.read_story(tmp_path).articles
    assert article.encoding == name
    assert ("Dvořák" in article.text) == (codec != "cp1252") and "Žižek" in article.text


def test_the_size_of_a_page_is_that_of_its_article(tmp_path):
    scripts = f"<script>{'var a = 1; ' * 50_000}</script>"
    (tmp_path / "a.html").write_text(PAGE.format(scripts, SAID * 4))
    (tmp_path / "b.html").write_text(PAGE.format("", "<p>%s</p>" % ("The ship left. " * 20_000)))
    read = corpus.read_story(tmp_path)
    assert [article.source for article in read.articles] == ["a.html"]
    assert "longer than 250,000 characters" in reasons(tmp_path)["b.html"]


@pytest.mark.parametrize("unit", ["<div>", "<tr><td>a", "<a href='x'>a</a> ", "<li><p>"])
def test_a_page_of_tags_takes_no_minutes(unit):
    n = (files.MAX_TAGS - 50) // unit.count("<")
    started = time.process_time()
    for text in (unit * n, unit * (2 * n)):
        with suppress(Unusable):
            files.page_text(PAGE.format("", text + SAID * 4))
    assert time.process_time() - started < 30


def reasons(folder) -> dict[str, str]:
    story = corpus.read_story(folder)
    _, late = corpus.read_articles(story.files, story.folder, story.settings)
    rows = [*story.skipped.itertuples(), *late.itertuples()]
    return {row.path: f"{row.action}: {row.reason}" for row in rows}


def test_each_bad_file_is_named_with_its_remedy_and_the_good_one_is_read(tmp_path):
    (tmp_path / "good.txt").write_text(TEXT)
    (tmp_path / "copy.txt").write_text(TEXT)
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "page.pdf").write_bytes(b"%PDF")
    (tmp_path / "huge.txt").write_bytes(b"a" * 2_500_000)
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "word.txt").write_text("word")
    (tmp_path / "menu.txt").write_text("Share this\nLeave a reply")
    (tmp_path / "lois.txt").write_text("Le gouvernement a annoncé que la loi serait votée " * 5)
    (tmp_path / "old.txt").write_bytes((TEXT + " Again.").encode("cp1252"))
    (tmp_path / "out.txt").symlink_to("/etc/hostname")
    (tmp_path / ".hidden.txt").write_text(TEXT)
    found = reasons(tmp_path)
    assert found.keys() == {
        "good.txt", "empty.txt", "page.pdf", "huge.txt", "folder.txt", "word.txt",
        "menu.txt", "lois.txt", "old.txt", "out.txt",
    }  # fmt: skip
    assert "the same bytes as copy.txt" in found["good.txt"]
    assert found["old.txt"] == "warning: read as cp1252: save it as UTF-8 to be sure"
    assert "not in English" in found["lois.txt"]
    assert "out of the folder" in found["out.txt"]
    assert [a.source for a in corpus.read_story(tmp_path).articles] == ["copy.txt", "old.txt"]


def test_a_name_that_is_not_utf8_is_refused_and_shown_by_its_bytes(tmp_path):
    (tmp_path / "good.txt").write_text(TEXT)
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(TEXT + " Again.")
    assert reasons(tmp_path) == {"caf\\xe9.txt": "skipped: its name is not in UTF-8: rename it"}
    odd = tmp_path / os.fsdecode(b"caf\xe9")
    odd.mkdir()
    (odd / "a.txt").write_text(TEXT)
    assert corpus.read_story(odd).title == "caf\\xe9"


def test_a_file_that_changed_since_is_not_misquoted(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT + " Again.")
    story = corpus.read_story(tmp_path)
    (tmp_path / "a.txt").write_text("Another text altogether, of the same ship.")
    articles, skipped = corpus.read_articles(story.files, story.folder, story.settings)
    assert [article.source for article in articles] == ["b.txt"]
    assert skipped["reason"].tolist() == ["changed since it was first read: run again"]
    tables = analysis.load(tmp_path, cached=False)
    (tmp_path / "b.txt").write_text(TEXT)
    assert tables.text("a.txt").startswith("Another")
    with pytest.raises(Unusable, match="run again"):
        tables.text("b.txt")


def test_a_file_that_is_gone_or_a_pipe_by_now_is_left_out(tmp_path):
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(f"{TEXT} {name}")
    story = corpus.read_story(tmp_path)
    (tmp_path / "a.txt").unlink()
    (tmp_path / "b.txt").unlink()
    os.mkfifo(tmp_path / "b.txt")
    articles, skipped = corpus.read_articles(story.files, story.folder, story.settings)
    assert [article.source for article in articles] == ["c.txt"]
    assert skipped["path"].tolist() == ["a.txt", "b.txt"]
    with pytest.raises(Unusable, match="not a file"):
        files.read_plain(tmp_path / "b.txt")


def test_a_file_left_out_later_is_told_of(tmp_path, monkeypatch):
    monkeypatch.setenv("STORY_CACHE", str(tmp_path / "cache"))
    story = tmp_path / "story"
    story.mkdir()
    (story / "a.txt").write_text(TEXT)
    assert analysis.load(story).skipped.empty
    (story / "b.txt").write_bytes(b"")
    assert analysis.load(story).skipped["path"].tolist() == ["b.txt"]


def test_garbled_characters_are_reported(tmp_path):
    (tmp_path / "a.txt").write_text("The firm said it wasnâ€™t the largest deal of the year.")
    assert "mojibake" in reasons(tmp_path)["a.txt"]


def test_articles_of_sub_folders_are_named_by_their_path(tmp_path):
    (tmp_path / "north").mkdir()
    (tmp_path / "north" / "a.txt").write_text(TEXT)
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels" / "b.txt").write_text(TEXT)
    assert [a.source for a in corpus.read_story(tmp_path).articles] == ["north/a.txt"]


def test_results_inside_the_folder_are_not_read_as_articles(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "run.json").write_text("{}")
    (tmp_path / "out" / "figure.txt").write_text(TEXT + " Caption.")
    assert [a.source for a in corpus.read_story(tmp_path).articles] == ["a.txt"]


def test_the_article_is_taken_out_of_a_page(tmp_path):
    paragraph = "<p>The firm paid for its rival on Monday, it said, and it was not the first.</p>"
    (tmp_path / "page.html").write_text(
        "<html><body><nav><a href='/'>Home</a></nav><article><h1>Firm buys rival</h1>"
        f"{paragraph * 4}<script>alert(1)</script></article><footer>© Firm</footer></body></html>"
    )
    (article,) = corpus.read_story(tmp_path).articles
    assert article.title == "Firm buys rival"
    assert "alert" not in article.text and "Home" not in article.text


@pytest.mark.parametrize("name", ["missing", "empty"])
def test_a_folder_without_articles_is_a_mistake_told_in_one_line(tmp_path, name):
    (tmp_path / "empty").mkdir()
    with pytest.raises(StoryError, match=name):
        corpus.read_story(tmp_path / name)
