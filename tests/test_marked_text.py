"""The marked article: hostile text stays text, marks can be told apart without colour."""

import pandas as pd

from helpers.marked_text import marked_text

TEXT = "A <b>massive</b> $5 deal\nThe visionary $6 plan"


def shown(hits, text=TEXT):
    blocks = pd.DataFrame(
        [(0, text.index("\n"), "title"), (text.index("\n") + 1, len(text), "paragraph")],
        columns=["start", "end", "kind"],
    )
    rows = [(text.index(w), text.index(w) + len(w), c) for w, c in hits]
    table = pd.DataFrame(rows, columns=["start", "end", "category"])
    return marked_text(text, blocks, table, title="A & B", categories=("magnitude", "praise"))


def test_marked_text_escapes_the_article_and_keeps_dollars_from_becoming_formulas():
    html = shown([("massive", "magnitude")])._repr_html_()
    assert "&lt;b&gt;<span" in html
    assert "<b>massive" not in html
    assert html.startswith('<div class="mathjax_ignore">')
    assert "A &amp; B" in html


def test_marked_text_names_and_draws_each_category_differently():
    html = shown([("massive", "magnitude"), ("visionary", "praise")])._repr_html_()
    assert 'solid">massive</span>' in html and 'dashed">visionary</span>' in html
    assert "color" not in html and "background" not in html and "<mark" not in html
    assert ">praise</span>" in html


def test_headings_of_the_article_are_none_of_the_page():
    html = shown([])._repr_html_()
    assert "<p><b>A &lt;b&gt;massive" in html and "<h" not in html


def test_marked_text_reads_as_plain_text_too():
    text = shown([("massive", "magnitude"), ("visionary", "praise")])
    assert repr(text) == (
        "A & B\nA <b>[massive: magnitude]</b> $5 deal\nThe [visionary: praise] $6 plan"
    )


def test_marked_text_says_when_there_is_no_hit():
    assert "No hit in this article." in shown([])._repr_html_()
