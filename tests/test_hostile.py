"""Hostile files and hostile words: nothing is run, nothing outside is read, text stays text."""

import csv
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import zipfile
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import nbformat
import pandas as pd
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from helpers import analysis, corpus, display, export, paths, report
from helpers.charts import frame
from helpers.problems import StoryError
from helpers.publishing import workbook
from helpers.texts import files

TEXT = "The café paid $5 billion for its rival on Monday, and it was not the first to do so."
EVIL = (
    '<script>alert(1)</script><img src=x onerror="alert(2)"> [x](javascript:alert(3)) $\\alpha$ '
    "\x1b[31mred\x1b[0m \u202egnp.exe \u2066x\u2069 `code` **bold** | cell | =1+1"
)


def evil_story(folder: Path) -> Path:
    """Make a story in which title, text, label, outlet and file name are hostile."""
    folder.mkdir()
    name = "=<script>alert(1)<\\script> $x$ \u202e\x1b[31m"
    body = f"# {EVIL}\n\n{TEXT} {EVIL} is the best deal ever, said Anna Berg, 41.\n\n=cmd|' /C calc'!A1"
    (folder / f"{name}.txt").write_text(body, encoding="utf-8")
    (folder / "b.txt").write_text("A calm title\n\nThe café paid $6 billion for its rival.\n")
    (folder / "story.toml").write_text(
        f"title = '''{EVIL.replace(chr(27), '').replace(chr(0x202E), '')}'''\n"
        "[sources.'b.txt']\nlabel = '''<img src=x onerror=alert(1)> $\\beta$ =2+2'''\n"
        "outlet = '@SUM(1)'\nurl = 'javascript:alert(4)'\n",
        encoding="utf-8",
    )
    return folder


@pytest.fixture(scope="module")
def evil(tmp_path_factory) -> analysis.Tables:
    return analysis.load(evil_story(tmp_path_factory.mktemp("evil") / "s"), cached=False)


def test_a_hostile_story_is_analysed_and_quoted_as_it_is(evil):
    for name in ("blocks", "hype", "superlatives", "sentences", "facts"):
        for row in evil.frames[name].itertuples():
            assert evil.text(row.source)[row.start : row.end] == row.quote
    assert evil.blocks["quote"].str.contains("<script>").sum() >= 2


def test_no_table_shown_in_a_notebook_holds_markup_or_mathematics(evil):
    for name, table in evil.frames.items():
        shown = display.table(table.head(50), caption=EVIL)._repr_html_()
        assert "<script" not in shown and "<img" not in shown, name
        assert "mathjax_ignore" in shown
        assert not re.search("[\x1b\u202e\u2066\u2069]", shown), name


def test_no_cell_of_a_csv_file_is_a_formula(evil, tmp_path):
    for name, table in evil.frames.items():
        export.write_table(table, tmp_path / "t.csv")
        with (tmp_path / "t.csv").open(encoding="utf-8", newline="") as file:
            for cell in (cell for row in csv.reader(file) for cell in row):
                if cell[:1] in ("=", "@", "\t", "\r") or cell[:1] in "+-" and cell[:1]:
                    float(cell)  # a number may begin with a sign
        assert (tmp_path / "t.csv").stat().st_size, name


def test_no_cell_of_the_workbook_is_a_formula_or_a_link(evil):
    made = workbook.build(evil.frames, title=EVIL, cite=EVIL)
    with zipfile.ZipFile(BytesIO(made)) as book:
        for name in book.namelist():
            content = book.read(name).decode("utf-8", "replace")
            assert "<f>" not in content and "<hyperlink" not in content, name
            assert "\x1b" not in content, name


def test_words_in_a_figure_are_drawn_as_they_are(tmp_path, monkeypatch):
    monkeypatch.setenv("OUT", str(tmp_path))
    figure, axes = frame.canvas(1.0)
    axes.plot([0, 1], [0, 1])
    axes.set_yticks([0], [frame.label(EVIL)])
    words = dict.fromkeys(("title", "subtitle", "source", "alt", "caption"), EVIL)
    frame.export(frame.frame(figure, name="evil", data=pd.DataFrame({"a": [EVIL]}), **words))
    drawn = (tmp_path / "evil.svg").read_text(encoding="utf-8")
    assert "<script" not in drawn and "<img" not in drawn and "javascript:" in drawn
    assert not re.search("[\x1b\u202e\u2066]", drawn)
    assert (tmp_path / "evil.png").stat().st_size and (tmp_path / "evil.pdf").stat().st_size


def test_the_log_cannot_steer_a_terminal(tmp_path):
    story = evil_story(tmp_path / "s")
    (story / "\x1b[2Jempty\u202e.txt").write_bytes(b"")
    done = command(story, tmp_path / "out", tmp_path)
    assert done.returncode == 0, done.stderr
    assert not re.search("[\x1b\u202e]", done.stderr)


SHOWN = f"""
from helpers import analysis, display
from helpers.charts import frame
from helpers.findings.finding import Finding
EVIL = {EVIL!r}
tables = analysis.load()
figure, axes = frame.canvas(1.0)
axes.barh([frame.label(name) for name in tables.articles["label"]], [1.0, 2.0])
words = dict.fromkeys(("title", "subtitle", "source", "alt", "caption"), EVIL)
"""
CELLS = (
    SHOWN,
    "frame.export(frame.frame(figure, name='evil', data=tables.articles, **words))",
    "Finding(EVIL)",
    "display.table(tables.blocks, caption=EVIL)",
)
ADDRESSES = (
    "href",
    "src",
    "action",
    "data",
    "poster",
    "formaction",
    "srcset",
    "cite",
    "background",
)
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


class Page(HTMLParser):
    """The tags of a page, what its attributes point to, and the handlers among them."""

    def __init__(self):
        super().__init__()
        self.tags, self.addresses, self.handlers = set(), set(), []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on") or name == "srcdoc"]
        self.addresses |= {text for name, text in attrs if name in ADDRESSES}


@pytest.fixture(scope="module")
def reported(tmp_path_factory):
    """Return the report of the hostile story, of one notebook that shows all there is to show."""
    folder = tmp_path_factory.mktemp("reported")
    notebook = new_notebook()
    for number, source in enumerate(CELLS):
        notebook.cells.append(new_code_cell(source, id=f"c{number}"))
    (folder / "notebooks").mkdir()
    nbformat.write(notebook, folder / "notebooks" / "00-evil.ipynb")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "NOTEBOOKS", folder / "notebooks")
        patch.setenv("STORY_CACHE", str(folder / "cache"))
        story, out = evil_story(folder / "s"), folder / "out"
        assert report.main([str(story), "--out", str(out)]) == 0
    return out


def test_the_report_runs_nothing_and_points_nowhere(reported):
    page = Page()
    page.feed((reported / "report.html").read_text(encoding="utf-8"))
    assert not page.handlers and not page.tags & {"script", "iframe", "object", "embed", "svg"}
    assert page.addresses
    assert {a[:1] for a in page.addresses if not a.startswith("data:image/png;base64,")} <= {"#"}
    assert not re.search(
        rb"/(URI|JavaScript|JS|Launch|OpenAction|AA)\b", (reported / "report.pdf").read_bytes()
    )
    with zipfile.ZipFile(reported / "report.docx") as book:
        for name in book.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(book.read(name))  # a control character is no XML
                assert b'TargetMode="External"' not in book.read(name)
                assert not UNSEEN.search(book.read(name).decode())


def test_what_is_read_on_a_screen_has_no_unseen_characters_or_markup(reported):
    for name in ("report.html", "README.md", "evil.txt", "evil.svg", "notebooks/00-evil.ipynb"):
        text = (reported / name).read_text(encoding="utf-8")
        assert not UNSEEN.search(text), name
        assert "<script" not in text or name.endswith((".txt", ".ipynb")), name
    readme = (reported / "README.md").read_text(encoding="utf-8")
    assert (
        not re.search(r"(?<!\\)\]\(javascript", readme)
        and "<img" not in readme
        and "$" not in readme
    )
    for cell in nbformat.read(reported / "notebooks/00-evil.ipynb", as_version=4).cells:
        for output in cell.outputs:
            data = output.get("data", {})
            assert not UNSEEN.search("".join(map(str, data.values()))), data
            assert "<script" not in data.get("text/html", "")
            assert "<img" not in data.get("text/html", "")


def command(story: Path, out: Path, cache: Path) -> subprocess.CompletedProcess:
    """Run `python -m helpers` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "helpers", str(story), "--out", str(out)],
        capture_output=True, text=True, timeout=120, check=False,
        env=os.environ | {"STORY_CACHE": str(cache / "cache")},
    )  # fmt: skip


def reasons(folder: Path) -> dict[str, str]:
    return {row.path: row.reason for row in corpus.read_story(folder).skipped.itertuples()}


def test_pipes_sockets_devices_and_loops_do_not_block(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # the path of a socket must be short
    (tmp_path / "good.txt").write_text(TEXT)
    os.mkfifo("pipe.txt")
    os.mkfifo("story.toml")
    (tmp_path / "labels/gold/hype").mkdir(parents=True)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.txt")
        Path("device.txt").symlink_to("/dev/zero")
        Path("loop.txt").symlink_to("loop.txt")
        Path("broken.md").symlink_to("nowhere.md")
        found = reasons(tmp_path)
        assert analysis.load(tmp_path, cached=False).articles["source"].tolist() == ["good.txt"]
        assert analysis.fingerprint(tmp_path)
    assert found.keys() == {"pipe.txt", "socket.txt", "device.txt", "loop.txt", "broken.md"}
    assert "out of the folder" in found["device.txt"]
    assert "not a file" in found["pipe.txt"] and "not a file" in found["socket.txt"]


def test_links_lead_to_nothing_outside_the_folder(tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text(TEXT)
    (outside / "story.toml").write_text('title = "secret"')
    story = tmp_path / "story"
    story.mkdir()
    (story / "good.txt").write_text("The ship left on Monday, it was said.")
    (story / "linked").symlink_to(outside)
    (story / "back").symlink_to(story)
    (story / "linked.txt").symlink_to(outside / "secret.txt")
    read = corpus.read_story(story)
    assert [file.source for file in read.files] == ["good.txt"]
    assert read.skipped["path"].tolist() == ["linked.txt"]
    (story / "story.toml").symlink_to(outside / "story.toml")
    with pytest.raises(StoryError, match="link out of the folder"):
        corpus.read_story(story)


READER = """
import sys
from pathlib import Path
from helpers import corpus
for row in corpus.read_story(Path(sys.argv[1])).skipped.itertuples():
    print(row.path, row.reason, sep="|")
"""


def test_what_may_not_be_read_is_named(tmp_path):
    (tmp_path / "good.txt").write_text(TEXT)
    (tmp_path / "closed.txt").write_text(TEXT + " Again.")
    (tmp_path / "closed.txt").chmod(0)
    (tmp_path / "shut").mkdir(mode=0)
    found = dict(line.split("|") for line in as_nobody(READER, tmp_path).splitlines())
    (tmp_path / "shut").chmod(0o700)
    assert found.keys() == {"closed.txt", "shut"}
    assert "permissions" in found["closed.txt"] and "permissions" in found["shut"]


def as_nobody(program: str, folder: Path) -> str:
    """Run a program that reads `folder` and may not read everything: root would.

    What it needs is imported first, as another user may not see where it lies.
    """
    code = "import sys, pandas, os\nfrom helpers import corpus\n"
    if os.geteuid() == 0:
        code += "os.setgroups([])\nos.setgid(65534)\nos.setuid(65534)\n"
        for parent in (folder, *folder.parents):
            if parent.stat().st_uid == 0 and parent.is_relative_to(Path(tempfile.gettempdir())):
                parent.chmod(parent.stat().st_mode | 0o055)
    done = subprocess.run(
        [sys.executable, "-c", code + program, str(folder)],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_folders_deeper_than_python_recurses_are_searched(tmp_path):
    depth = 1_200
    here = os.open(tmp_path, os.O_RDONLY)
    for _ in range(depth):
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    file = os.open("a.txt", os.O_CREAT | os.O_WRONLY, dir_fd=here)
    os.write(file, TEXT.encode())
    os.close(file)
    os.close(here)
    try:
        found = [name for name, _ in files.find_files(tmp_path)]
        assert found == ["d/" * depth + "a.txt"]
        assert [file.source for file in corpus.read_story(tmp_path).files] == found
    finally:
        # pytest's own clean-up recurses, and would fail in a later run.
        subprocess.run(["rm", "-rf", str(tmp_path / "d")], check=True)


def test_ten_thousand_files_are_listed_in_seconds(tmp_path):
    for i in range(10_000):
        (tmp_path / f"{i:05}.txt").write_bytes(b"The ship left port %d." % i)
    started = time.process_time()
    assert len(corpus.read_story(tmp_path).files) == 10_000
    assert time.process_time() - started < 8


def test_an_output_folder_that_cannot_be_written_is_one_line(tmp_path):
    (tmp_path / "s").mkdir()
    (tmp_path / "s" / "a.txt").write_text(TEXT)
    (tmp_path / "out").write_text("a file, not a folder")
    done = command(tmp_path / "s", tmp_path / "out", tmp_path)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("Error:") and "Traceback" not in done.stderr
