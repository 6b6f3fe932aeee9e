"""What holds for any text: quotes, line numbers, and folders that equal their files."""

import html
import re

import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from helpers import analysis, corpus
from tests.detectors import check_places, run

PIECES = (
    "The firm paid $2.5 billion for its rival on Monday.", "It is the largest deal ever!",
    "“It is the best,” said Anna Berg, 41, the chief executive.", "Could this be the end?",
    "Harbour Firm Buys Rival", "- a game-changing deal", "> She said it wasnâ€™t so.", "🚀🚀",
    "Subscribe now", "According to analysts, 49 percent of it is hers", "\u202eevil", "$x$", "#",
    "| a | b |", "i\u0307İ", "\x85", "\u2028", "\x0b", "\t", "  ", "a" * 300, "¿Qué?", "№ 5",
    "On June 13, 2025, 300 of 1,000 workers left, he said.", '"not just a tool, it\'s a way"',
)  # fmt: skip
BREAKS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\r\r\n", " "])
PROSE = st.lists(
    st.tuples(st.sampled_from(PIECES) | st.text(max_size=20), BREAKS), min_size=1, max_size=8
).map(lambda parts: "".join(piece + end for piece, end in parts))
PER_ARTICLE = (
    "blocks",
    "sentences",
    "hype",
    "superlatives",
    "quotations",
    "mentions",
    "statements",
)
SLOW = {"deadline": None, "derandomize": True, "suppress_health_check": list(HealthCheck)}


@settings(max_examples=40, **SLOW)
@given(PROSE)
def test_each_quote_is_the_text_at_its_place_and_line(text):
    tables, _ = run(text)
    check_places(text, tables)


SAYS_MUCH = (
    "Ely Ships paid $2.5 billion for Norsea on Monday, it said. Anna Berg, 41, will lead the firm.",
    "Ely Ships bought Norsea for $3 billion. Anna Berg, 43, becomes chief executive.",
    "The groundbreaking deal is worth $2.5 billion and is the largest deal in history, she said.",
    "“It is the best,” said Anna Berg. It is not just a deal, it is a way of life.",
    "It was in the afternoon. Norsea wasnâ€™t the first to say â€œnoâ€\x9d.",
    "He sat there for the 17 and left 3 of it.",
)
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
# Everything but what names no words of an article.
WITHOUT_QUOTES = {"articles", "skipped", "divergence", "rates", "readability", "textstat", "words"}


def as_page(text: str) -> str:
    """Return text as an HTML page, one paragraph a line."""
    lines = "".join(f"<p>{html.escape(line)}</p>\n" for line in text.splitlines())
    return (
        f"<html><head><meta charset='utf-8'></head><body><article>{lines}</article></body></html>"
    )


@settings(max_examples=3, phases=[Phase.generate], **SLOW)  # to shrink takes minutes
@given(st.lists(PROSE, min_size=3, max_size=3), st.sampled_from(["\n", "\r\n", "\r"]))
def test_each_table_of_a_folder_quotes_its_texts(tmp_path_factory, texts, end):
    folder = tmp_path_factory.mktemp("story") / "s"
    folder.mkdir()
    for number, (name, text) in enumerate(zip(("a.txt", "b.md", "c.html"), texts, strict=True)):
        text = CONTROLS.sub("", text)  # with many of them a file counts as binary
        said = end.join([f"Title {number}", *SAYS_MUCH, text, f"It has {number + 300} men."])
        page = as_page(said) if name.endswith("html") else said
        (folder / name).write_bytes(page.encode("utf-8", "replace"))
    tables = analysis.load(folder, cached=False)
    found = {source: tables.text(source) for source in tables.articles["source"]}
    assert found.keys() == {"a.txt", "b.md", "c.html"}
    checked = check_places(found, tables.frames)
    assert checked.keys() | {"leftovers"} == set(tables.frames) - WITHOUT_QUOTES


@settings(max_examples=60, **SLOW)
@given(st.lists(st.tuples(st.sampled_from(PIECES[:8]), BREAKS), min_size=1, max_size=12))
def test_lines_are_those_of_an_editor_whatever_ends_them(parts):
    text = "".join(piece + end for piece, end in parts)
    lines = re.split(r"\r\n|\r|\n", text)
    for row in corpus.blocks_table([corpus.article_from_text(text, "a.txt")]).itertuples():
        assert row.quote.split("\r")[0].split("\n")[0] in lines[row.line - 1]


@settings(max_examples=20, **SLOW)
@given(st.integers(0, 3), st.sampled_from([" ", "", "\n"]))
def test_a_long_line_is_cut_without_a_loss(spaces, joint):
    text = joint.join(["The firm paid for it." + " " * spaces] * 900)
    blocks = corpus.article_from_text(text, "a.txt").blocks
    kept = "".join(text[block.start : block.end] for block in blocks)
    assert re.sub(r"\s", "", kept) == re.sub(r"\s", "", text)
    assert max(block.end - block.start for block in blocks) <= 4_000


TEXTS = {
    "a": "Ely Ships buys Norsea\n\nEly Ships paid $2.5 billion for Norsea on Monday, it said. It is "
    "the largest deal of the harbour.\n\nAnna Berg, 41, will lead the firm.",
    "b": "Norsea is sold\n\nEly Ships bought Norsea for $3 billion. Anna Berg, 43, becomes chief "
    "executive. “This is a groundbreaking day,” said Berg.",
    "c": "A day at the harbour\n\nThe ships left at dawn. Nobody said where they went, and 300 "
    "workers went home.",
}


def tables_of(folder, texts: dict[str, str]) -> analysis.Tables:
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    return analysis.load(folder, cached=False)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    return tables_of(tmp_path_factory.mktemp("story") / "whole", TEXTS)


@pytest.mark.parametrize("name", TEXTS)
def test_a_folder_equals_its_files_one_by_one(tmp_path, whole, name):
    alone = tables_of(tmp_path / "alone", {name: TEXTS[name]})
    for table in PER_ARTICLE:
        part = whole.frames[table]
        part = part[part["source"] == f"{name}.txt"].reset_index(drop=True)
        pd.testing.assert_frame_equal(alone.frames[table], part, obj=table, check_dtype=False)


@pytest.mark.parametrize("order", ["cab", "bca"])
def test_the_order_of_the_files_does_not_matter(tmp_path, whole, order):
    renamed = {f"{place}{name}": TEXTS[name] for place, name in enumerate(order)}
    other = tables_of(tmp_path / "other", renamed)
    for table in ("hype", "superlatives", "facts", "leftovers", "readability", "rates"):
        first, second = whole.frames[table], other.frames[table]
        second = second.assign(source=second["source"].str[1:])
        columns = [c for c in first.columns if c != "cluster"]
        order_of = {"by": columns, "ignore_index": True, "key": lambda c: c.astype(str)}
        pd.testing.assert_frame_equal(
            first[columns].sort_values(**order_of),
            second[columns].sort_values(**order_of),
            obj=table,
        )
    verdicts = ["subject", "attribute", "type", "verdict", "n_sources"]
    first, second = (t.divergence[verdicts].sort_values(verdicts) for t in (whole, other))
    assert first.values.tolist() == second.values.tolist()
