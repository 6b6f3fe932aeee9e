"""One content in three forms: complete, in order, inert, the same bytes every time."""

import base64
import html as entities
import re
import shutil
import subprocess
import zipfile
from io import BytesIO

import nbformat
import pandas as pd
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from helpers import display, paths, report
from helpers.charts import frame
from helpers.findings.finding import Finding
from helpers.marked_text import marked_text
from helpers.pages import docx, html, method, pdf, tables, tree
from helpers.publishing import gallery, provenance

EVIL = (
    '<script>alert(1)</script> #import "x" *bold* $a$ [link](http://evil.example) \\ =1+1 <b>b</b>'
)
META = {"title": "A deal of $14.3 billion & <i>more</i>", "subtitle": "What 2 articles say"}
RUN = {
    "title": META["title"],
    "version": "1.0.0",
    "corpus": "c" * 12,
    "files": [{"source": "a.txt", "label": "Outlet A", "sha256": "a" * 64}],
    "skipped": [{"path": "b.pdf", "action": "skipped", "reason": "not text"}],
    "lexicon": "d" * 12,
    "lexicons": {"hype.csv": "e" * 64},
    "seed": 1,
    "software": {"python": "3.11", "spacy": "3.8.18", "en_core_web_sm": "3.8.0"},
}


def chart(name, **words):
    data = pd.DataFrame({"source": ["a", "b"], "value": [1.0, 2.0]})
    figure, axes = frame.canvas(1.0, width=frame.WIDTH_SINGLE)
    axes.scatter(data["value"], [0, 1])
    given = {"title": "B says more than A", "subtitle": "Per 1,000 words", "source": "Source: two"}
    given |= {"alt": f"Dots of {name}: A 1.0, B 2.0.", "caption": f"Caption of {name}."}
    return frame.frame(figure, name=name, data=data, **given | words)


def shown(value):
    """Return a cell's output as Jupyter stores it."""
    data, about = {"text/plain": repr(value)}, {}
    if hasattr(value, "_repr_mimebundle_"):
        data, about = value._repr_mimebundle_()
        data = data | {"image/png": base64.b64encode(data["image/png"]).decode()}
    elif hasattr(value, "_repr_html_"):
        data["text/html"] = value._repr_html_()
    return new_output("execute_result", data=data, metadata=about, execution_count=1)


MARKED = marked_text(
    "A massive deal of $1 and $2.",
    pd.DataFrame({"start": [0], "end": [28], "kind": ["paragraph"]}),
    pd.DataFrame({"start": [2], "end": [9], "category": ["magnitude"]}),
    title="An article",
    categories=["magnitude"],
)


def write(folder, name, *cells):
    """Write an executed notebook; a cell is Markdown, or code with what it shows."""
    notebook = new_notebook()
    for number, cell in enumerate(cells):
        if isinstance(cell, str):
            made = new_markdown_cell(cell)
        else:
            source, value = cell
            outputs = [] if value is None else [shown(value)]
            made = new_code_cell(source, outputs=outputs, execution_count=1)
        made.id = f"c{number}"
        notebook.cells.append(made)
    folder.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, folder / f"{name}.ipynb")
    return folder / f"{name}.ipynb"


TABLE = pd.DataFrame({"source": ["a.txt", "b.txt"], "quote": [EVIL, "plain"], "n": [1200, 3]})


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Return notebooks, figures' folder and content of a small report."""
    folder = tmp_path_factory.mktemp("report")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OUT", str(folder))
        grid, rates = frame.export(chart("fact-grid")), frame.export(chart("rates", caption=EVIL))
    files = [
        write(
            folder / "notebooks",
            "00-summary",
            "# 00 · What the articles say\n\nSee [hype](02-hype-language.ipynb) and [README](../README.md)."
            "\n\n![A picture](http://evil.example/y.png)\n\n<iframe src='http://evil.example'></iframe>"
            " and <img src='http://evil.example/x.png'>",
            ("import pandas", None),
            "## Findings",
            ("findings", Finding("A boosts 3.2 times as often: $14.3 and $29.")),
            "## The fact grid",
            ("grid", grid),
        ),
        write(
            folder / "notebooks",
            "01-corpus",
            "# 01 · Which texts?",
            "## Load",
            ("t", display.table(TABLE.head(0), caption="Left out")),
        ),
        write(
            folder / "notebooks",
            "02-hype-language",
            "# 02 · Who pushes hardest?\n\n**Question.** Who?\n**Input.** `seeds/`\n**Runs in** 2 s",
            ("secret_code()", None),
            "## Matches",
            ("table", display.table(TABLE)),
            ("marked", MARKED),
            "## Figure",
            ("rates", rates),
            "## Finding",
            ("finding", Finding(EVIL)),
            ("again", Finding(EVIL)),
            "## Empty",
            "## Limits\n\n- Few words.\n\n**Next:** [03](03-readability.ipynb)",
        ),
    ]
    closing = method.section(RUN, provenance.cite(RUN))
    return files, folder, tree.build(files, closing, {"a.txt": "Outlet A"})


@pytest.fixture(scope="module")
def page(made):
    return html.render(made[2], META, made[1]).decode()


@pytest.fixture(scope="module")
def typeset(made):
    return pdf.typeset(made[2], META, made[1]).decode()


@pytest.fixture(scope="module")
def word(made):
    """Return the parts of the Word file."""
    with zipfile.ZipFile(BytesIO(docx.render(made[2], META, made[1]))) as book:
        return {name: book.read(name) for name in book.namelist()}


def words_of_page(page):
    body = re.sub(r"<details.*?</details>", "", page.partition("<main")[2], flags=re.DOTALL)
    return squeezed(entities.unescape(re.sub(r"<[^>]+>", " ", body)))


def words_of_docx(word):
    xml = word["word/document.xml"].decode()
    xml = re.sub(r"</w:p>", " ", xml.partition("</w:sdt>")[2] or xml)
    return squeezed(entities.unescape(re.sub(r"<[^>]+>", "", xml)))


def squeezed(text):
    return " ".join(text.split())


IN_ORDER = [
    "What the articles say",
    "Findings",
    "A boosts 3.2 times as often: $14.3 and $29.",
    "The fact grid",
    "Caption of fact-grid.",
    "Who pushes hardest?",
    "Question. Who?",
    EVIL,
    "Matches",
    "massive",
    "Limits",
    "Few words.",
    "Which texts?",
    "Left out: nothing to list.",
    "Method and what ran",
    "How to cite",
]


def positions(text, words=IN_ORDER):
    """Return where each passage stands, searched one after the other."""
    found, start = [], 0
    for passage in words:
        start = text.find(passage, start)
        assert start >= 0, passage
        found.append(start)
    return found


def test_html_and_docx_hold_the_same_passages_in_order(page, word):
    assert positions(words_of_page(page)) and positions(words_of_docx(word))


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
def test_pdf_holds_the_same_passages_in_order(made, tmp_path):
    (tmp_path / "report.pdf").write_bytes(pdf.render(made[2], META, made[1]))
    done = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "report.pdf", "-"], capture_output=True, check=True
    )
    text = squeezed(done.stdout.decode())
    outside = [passage for passage in IN_ORDER if passage != EVIL]
    assert positions(text, outside)
    assert "<script>alert(1)</script> #import" in text
    assert "Figure 1. Caption of fact-grid." in text


def test_figures_and_tables_are_numbered_alike(page, word, typeset):
    for text in (words_of_page(page).replace(".", ":"), words_of_docx(word).replace(".", ":")):
        assert text.index("Figure 1: Caption of fact-grid") < text.index("Table 1: Matches")
        assert text.index("Table 1: Matches") < text.index("Figure 2: ")
        assert text.index("Table 2: The texts that were counted") < text.index("Table 3: Files")
    assert typeset.count("#figure(picture(") == 2
    assert typeset.partition("outline(title")[2].count("kind: table") == 3


def test_what_helps_only_to_run_is_left_out(page, word, typeset):
    for text in (words_of_page(page), words_of_docx(word), typeset):
        for aside in ("Runs in", "Next:", "Input", "seeds/", "Empty"):
            assert aside not in text
        assert "secret_code" not in text
    assert "secret_code()" in page


def test_a_finding_is_said_once(page):
    assert page.count('<div class="finding">') == 2


def test_code_is_folded_in_html(page):
    folds = re.findall(r"<details class=\"code\">.*?</details>", page, re.DOTALL)
    assert len(folds) >= 3
    assert "secret_code()" in "".join(folds)
    assert "<details open" not in page


def test_html_asks_for_nothing_and_runs_nothing(page):
    assert "<script" not in page and "<iframe" not in page and "javascript:" not in page
    addresses = re.findall(r"""(?:src|href|action|data|poster)=["']([^"']*)""", page)
    assert addresses
    for address in addresses:
        assert address.startswith(("#", "data:image/png;base64,")), address
    assert "@import" not in page and "url(" not in page
    assert "default-src 'none'" in page


def test_links_lead_to_sections_that_are_there(page):
    names = set(re.findall(r'id="([^"]+)"', page))
    links = set(re.findall(r'href="#([^"]+)"', page))
    assert "section-02" in links
    assert links <= names
    assert ">README<" not in page and "README" in page


def test_navigation_names_the_sections(page):
    navigation = page.partition("<nav")[2].partition("</nav>")[0]
    for heading in ("What the articles say", "The fact grid", "Who pushes hardest?", "Limits"):
        assert heading in navigation


def test_every_picture_has_words(page, word, typeset):
    alts = re.findall(r'<img [^>]*alt="([^"]+)"', page)
    assert alts == ["Dots of fact-grid: A 1.0, B 2.0.", "Dots of rates: A 1.0, B 2.0."]
    assert len(re.findall("<img", page)) == 2
    document = word["word/document.xml"].decode()
    assert re.findall(r'<wp:docPr descr="([^"]+)"', document) == alts
    assert all(f'"{alt}"' in typeset for alt in alts)


def test_text_of_an_article_is_never_markup(page, typeset, word):
    assert page.count("&lt;script&gt;alert(1)") >= 3
    assert re.search(r"\\#import", typeset)
    assert "evil.example" not in word["word/_rels/document.xml.rels"].decode()


def test_tables_are_tables_in_word(word):
    document = word["word/document.xml"].decode()
    table = re.findall(r"<w:tbl>.*?</w:tbl>", document, re.DOTALL)[0]
    assert len(re.findall("<w:tr>", table)) == 3
    assert "Outlet A" in table and ">a.txt<" not in table
    assert '<w:tblHeader w:val="on" />' in table
    assert document.count('w:val="Heading1"') == 4
    assert 'w:val="ImageCaption"' in document and 'w:val="TableCaption"' in document


def test_word_contents_are_there_before_an_update(word):
    document = word["word/document.xml"].decode()
    contents = document.partition("separate")[2].partition('"end"')[0]
    anchors = re.findall(r'w:anchor="([^"]+)"', contents)
    assert anchors[:2] == ["section-00", "section-02"] and "The fact grid" not in contents
    assert set(anchors) <= set(re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', document))


def test_marked_words_keep_their_mark(page, typeset, word):
    assert re.search(r"<mark[^>]*>massive</mark>", page)
    assert f'#highlight(fill: rgb("{pdf.MARK}"))[massive' in typeset
    assert "#super[magnitude]" in typeset and "<sup>magnitude</sup>" in page
    assert re.search(r'"Marked" ?/></w:rPr><w:t[^>]*>massive', word["word/document.xml"].decode())


def test_every_form_has_the_same_bytes_again(made):
    files, folder, content = made
    again = tree.build(files, method.section(RUN, provenance.cite(RUN)), {"a.txt": "Outlet A"})
    assert again == content
    for form in (html, pdf, docx):
        assert form.render(content, META, folder) == form.render(again, META, folder)


def test_no_place_of_this_machine_is_in_the_report(made, page, word, typeset):
    place = str(made[1]).encode()
    for data in (page.encode(), typeset.encode(), *word.values()):
        assert place not in data and b"/tmp/" not in data


def test_long_tables_end(tmp_path):
    long = pd.DataFrame({"n": range(500)})
    file = write(tmp_path, "00-x", "# X", ("t", display.table(long, caption="Long")))
    page = html.render(tree.build([file], [], {}), META, tmp_path).decode()
    assert page.count("<tr") == 1 + tables.BEGINNING
    assert f"{tables.BEGINNING} of 500 rows; the others are in notebook 00-x" in page


def test_a_table_ends_by_its_printed_lines(tmp_path):
    words = pd.DataFrame({"a": ["word " * 90] * 8, "b": ["short"] * 8})
    file = write(tmp_path, "00-x", "# X", ("t", display.table(words)))
    page = html.render(tree.build([file], [], {}), META, tmp_path).decode()
    rows = page.count("<tr") - 1
    assert 1 <= rows < 8 and f"{rows} of 8 rows" in page


def pages_of(file, folder):
    """Return the words of each page of a report made from one notebook."""
    (folder / "report.pdf").write_bytes(pdf.render(tree.build([file], [], {}), META, folder))
    command = ["pdftotext", "-layout", folder / "report.pdf", "-"]
    text = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    return [squeezed(page) for page in text.split("\f")]


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
@pytest.mark.parametrize(
    ("lines", "rows", "pages"), [(26, 8, 1), (30, 8, 1), (32, 28, 1), (24, 28, 2)]
)
def test_on_paper_a_short_table_stays_whole_and_a_long_one_repeats_its_head(
    tmp_path, lines, rows, pages
):
    numbered = pd.DataFrame({"Quoted": [f"row {n}." for n in range(rows)]})
    lead = "# X\n\n" + "A line.\n\n" * lines
    file = write(tmp_path, "00-x", lead, ("t", display.table(numbered, caption="Numbered")))
    found = [page for page in pages_of(file, tmp_path) if "row " in page]
    assert len(found) == pages
    assert all("Quoted" in page for page in found)
    assert "Numbered" in found[0] and "row 0." in found[0] and f"row {rows - 1}." in found[-1]


def test_a_short_table_keeps_together_in_word(word):
    tables = re.findall(r"<w:tbl>.*?</w:tbl>", word["word/document.xml"].decode(), re.DOTALL)
    *rows, last, _ = tables[0].split("</w:tr>")
    assert all("<w:keepNext/>" in row for row in rows) and "<w:keepNext/>" not in last


def test_a_pictogram_is_named_on_paper(tmp_path):
    file = write(tmp_path, "00-x", "# X\n\nUp \U0001f680 and away.")
    content = tree.build([file], [], {})
    assert "\\[rocket\\]" in pdf.typeset(content, META, tmp_path).decode()
    assert "\U0001f680" in html.render(content, META, tmp_path).decode()


def test_columns_keep_words_whole_before_they_give_room_to_long_cells():
    heads, rows = (
        [["source", "quote", "unsupported"]],
        [["News digest", "word " * 40, "1 of 2"]] * 3,
    )
    source, quote, last = (width * tables.LINE for width in tables._widths(heads, rows, 3))
    assert source >= len("News digest") and last >= len("unsupported") and quote > 60


def test_a_table_without_rows_is_one_sentence(tmp_path):
    file = write(tmp_path, "00-x", "# X", ("t", display.table(TABLE.head(0), caption="Left out")))
    page = words_of_page(html.render(tree.build([file], [], {}), META, tmp_path).decode())
    assert "Left out: nothing to list." in page and display.EMPTY not in page


def test_a_caption_that_counts_nothing_says_all(tmp_path):
    table = display.table(TABLE.head(0), caption="0 files left out")
    page = html.render(
        tree.build([write(tmp_path, "00-x", "# X", ("t", table))], [], {}), META, tmp_path
    )
    assert "<p>0 files left out.</p>" in page.decode()


def test_a_marked_article_ends_after_its_beginning(tmp_path):
    class Article:
        def _repr_html_(self):
            lines = "".join(f"<p>Line {n} <mark>bold</mark></p>" for n in range(40))
            return f'<div class="mathjax_ignore">{lines}</div>'

    file = write(tmp_path, "02-x", "# X", ("a", Article()))
    page = words_of_page(html.render(tree.build([file], [], {}), META, tmp_path).decode())
    assert f"Line {tree.PASSAGE - 1} " in page and f"Line {tree.PASSAGE} " not in page
    assert "The rest of the article is in notebook 02-x." in page


def test_a_cell_for_the_notebook_alone_is_left_out(tmp_path):
    file = write(tmp_path, "00-x", "# X\n\nKept.", "Left out.")
    notebook = nbformat.read(file, as_version=4)
    notebook.cells[1].metadata["tags"] = ["remove-cell"]
    nbformat.write(notebook, file)
    page = html.render(tree.build([file], [], {}), META, tmp_path).decode()
    assert "Kept." in page and "Left out." not in page


def test_a_figure_shown_again_is_a_link_to_the_first(tmp_path):
    twice = chart("twice")
    file = write(tmp_path, "00-x", "# X", ("a", twice), ("b", twice), ("c", chart("other")))
    content = tree.build([file], [], {})
    page = html.render(content, META, tmp_path).decode()
    assert page.count("<img") == 2 and "Figure 2." in page and "Figure 3." not in page
    assert '<a href="#figure-twice">Figure 1</a>' in page and 'id="figure-twice"' in page
    assert pdf.render(content, META, tmp_path).startswith(b"%PDF")
    with zipfile.ZipFile(BytesIO(docx.render(content, META, tmp_path))) as book:
        document = book.read("word/document.xml").decode()
    assert 'w:anchor="figure-twice"' in document and 'w:name="figure-twice"' in document


def test_gallery_shows_each_figure_with_words_and_data(made):
    pictures = made[2].pictures.values()
    files = {name: [f"{name}.png", f"{name}.csv"] for name in made[2].pictures}
    page = gallery.build(pictures, files, title=EVIL, cite="Cite.")
    assert page.count("![") == 2 and page.count("## B says more than A") == 2
    assert "](rates.csv)" in page and "](rates.png)" in page
    assert "<script" not in page and "$" not in page
    assert "](http" not in page.replace("\\](http", "") and "://" not in page


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("5.5 of 8 (1 to 9), p = 0.08: “a-b”!", "5.5 of 8 (1 to 9), p = 0.08: “a-b”!"),
        ("*bold* _a_ `b` [c](d) ~e~", "\\*bold\\* \\_a\\_ \\`b\\` \\[c\\](d) \\~e\\~"),
        ("http://evil.example www.evil.example", "http:\\//evil.example www\\.evil.example"),
        ("# no heading", "\\# no heading"),
        ("1. no list", "1\\. no list"),
        ("$1 and $2 <b> & c", "&#36;1 and &#36;2 &lt;b&gt; &amp; c"),
    ],
)
def test_only_markup_is_escaped_in_the_gallery(text, shown):
    assert gallery.escape(text) == shown


def test_build_writes_all_and_leaves_the_collection_alone(tmp_path, monkeypatch, capsys):
    notebooks = tmp_path / "nb"
    source = (
        "from helpers import analysis, display\ndisplay.table(analysis.load().articles[['label']])"
    )
    write(notebooks, "00-summary", "# 00 · Summary", (source, None))
    before = (notebooks / "00-summary.ipynb").read_bytes()
    monkeypatch.setattr(paths, "NOTEBOOKS", notebooks)
    monkeypatch.setenv("STORY_CACHE", str(tmp_path / "cache"))
    story = tmp_path / "story"
    story.mkdir()
    body = (
        "The council said on Monday that it would build a new bridge for 12 million dollars. " * 4
    )
    (story / "one.txt").write_text(f"A bridge\n\n{body}\n\n{body}\n")
    (story / "photo.jpg").write_bytes(b"\xff\xd8")
    assert report.main([str(story), "--out", str(tmp_path / "out")]) == 0
    out = tmp_path / "out"
    names = {file.relative_to(out).as_posix() for file in out.rglob("*") if file.is_file()}
    wanted = {"report.html", "report.pdf", "report.docx", "run.json", "tables.xlsx", "README.md"}
    assert wanted | {"notebooks/00-summary.ipynb", "tables/articles.csv"} <= names
    assert (notebooks / "00-summary.ipynb").read_bytes() == before
    assert "photo.jpg" in (out / "run.json").read_text()
    assert "photo.jpg" in (out / "report.html").read_text()
    progress = capsys.readouterr().err
    assert "00-summary  " in progress and "report.pdf" in progress
    first = {name: (out / name).read_bytes() for name in names}
    assert report.main([str(story), "--out", str(out)]) == 0
    assert {name: (out / name).read_bytes() for name in names} == first
    assert str(tmp_path).encode() not in first["run.json"] + first["report.html"]


def test_build_says_what_is_wrong(tmp_path, capsys):
    assert report.main([str(tmp_path / "nowhere"), "--out", str(tmp_path / "out")]) == 1
    assert "nowhere" in capsys.readouterr().err
