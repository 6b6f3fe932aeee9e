"""Label files: offsets, and a message with file, row and remedy for each mistake."""

import json

import pytest

from helpers.scoring import labels

TEXT = "A title\r\n\r\n  “Huge” news: a huge deal, huge.\nLast line"
SOURCE = "one.txt"


def write(folder, layer, *rows, labeller="first", stem="one"):
    file = folder / "labels" / labeller / layer / f"{stem}.jsonl"
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    file.write_bytes("\n".join(lines).encode("utf-8", "surrogateescape"))
    return file


def hype(quote, line=3, **more):
    return {"quote": quote, "line": line, "category": "magnitude"} | more


def problems(folder, texts=None):
    given = labels.read_labels(folder, texts or {SOURCE: TEXT})
    return given.problems[["path", "row", "problem", "remedy"]].values.tolist()


def test_a_quote_gets_its_offsets_in_the_text_as_decoded(tmp_path):
    write(tmp_path, "hype", hype("huge", nth=2), hype("“Huge”"), hype("huge", nth=1))
    table = labels.read_labels(tmp_path, {SOURCE: TEXT}).layers["hype"]
    assert [TEXT[a:b] for a, b in zip(table["start"], table["end"], strict=True)] == [
        "“Huge”",
        "huge",
        "huge",
    ]
    assert table["start"].tolist() == [13, TEXT.index("huge"), TEXT.rindex("huge")]
    assert table["line"].tolist() == [3, 3, 3]


def test_a_line_label_covers_the_line_without_outer_space(tmp_path):
    write(tmp_path, "blocks", {"line": 3, "label": "paragraph"}, {"line": 4, "label": "metadata"})
    table = labels.read_labels(tmp_path, {SOURCE: TEXT}).layers["blocks"]
    assert table["quote"].tolist() == ["“Huge” news: a huge deal, huge.", "Last line"]
    assert table["label"].tolist() == ["paragraph", "metadata"]


def test_own_columns_of_superlatives_and_facts(tmp_path):
    claim = {"quote": "a huge deal", "line": 3, "kind": "measurable", "hedged": True}
    write(tmp_path, "superlatives", claim | {"support": "named", "evidence": "x", "note": "kept"})
    fact = {"quote": "deal", "line": 3, "subject": "Deal", "attribute": "deal_value"}
    write(tmp_path, "facts", fact | {"value": 14300000000, "status": "reported"})
    given = labels.read_labels(tmp_path, {SOURCE: TEXT})
    own = given.layers["superlatives"][["kind", "hedged", "support", "evidence"]]
    assert own.values.tolist() == [["measurable", True, "named", "x"]]
    assert given.layers["facts"]["value"].tolist() == ["14300000000"]
    assert given.problems.empty


@pytest.mark.parametrize(
    "row, problem, remedy",
    [
        ("{", "not JSON", "write one JSON object a row"),
        ("[" * 100_000, "not JSON", "write one JSON object a row"),
        ("[1]", "not a JSON object", "write one JSON object a row"),
        (hype("huge", category="loud"), "category", "correct the value of category"),
        ({"quote": "huge", "line": 3}, "category: field required", "correct the value"),
        (hype("huge", line="3"), "line", "correct the value of line"),
        (hype("huge", line=2), "line 2 of the article is empty", "count the lines"),
        (hype("huge", line=99), "line 99 of the article is empty or missing", "count the lines"),
        (hype("huge", nth=3), "'huge' occurs 2 times in line 3, not 3", "set nth to at most 2"),
        (hype("“Huge”", nth=2), "'“Huge”' occurs once in line 3, not 2", "set nth to at most 1"),
        (hype("huge", nth=0), "nth", "correct the value of nth"),
        (hype(""), "quote", "correct the value of quote"),
        (hype("Last"), "'Last' does not occur in line 3", "set line to 4"),
        (hype('"Huge"'), "does not occur in line 3", "the file's own capitals, quotation marks"),
        (hype("tiny"), "'tiny' does not occur in line 3", "copy the words exactly"),
        (hype("\ud800"), "quote", "correct the value of quote"),
    ],
)
def test_a_broken_row_is_told_and_the_others_are_read(tmp_path, row, problem, remedy):
    write(tmp_path, "hype", hype("huge"), "", row)
    given = labels.read_labels(tmp_path, {SOURCE: TEXT})
    assert len(given.layers["hype"]) == 1
    [(path, number, said, advice)] = given.problems.values.tolist()
    assert (path, number) == ("labels/first/hype/one.jsonl", 3)
    assert problem in said and remedy in advice
    given.problems.to_string().encode("utf-8")


def test_the_same_label_twice_counts_once(tmp_path):
    write(tmp_path, "hype", hype("huge"), hype("huge"))
    given = labels.read_labels(tmp_path, {SOURCE: TEXT})
    assert given.covered["n_labels"].tolist() == [1]
    assert given.problems["problem"].tolist() == ["the same label twice"]


def test_a_file_that_is_no_text_does_not_count_as_an_article_without_hype(tmp_path):
    write(tmp_path, "hype", "\udcff\udcfe")
    write(tmp_path, "hype", "", labeller="second")
    given = labels.read_labels(tmp_path, {SOURCE: TEXT})
    assert given.labellers("hype", SOURCE) == ["second"]
    assert given.problems["remedy"].tolist() == ["save it as UTF-8 text"]


def test_a_file_of_mistakes_alone_covers_nothing(tmp_path):
    write(tmp_path, "hype", hype("tiny"))
    assert labels.read_labels(tmp_path, {SOURCE: TEXT}).covered.empty


def test_a_byte_order_mark_is_no_part_of_the_first_row(tmp_path):
    file = write(tmp_path, "hype", hype("huge"))
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert not problems(tmp_path)


def test_files_and_folders_that_nobody_reads_are_told(tmp_path):
    write(tmp_path, "hype", hype("huge"), stem="two")
    write(tmp_path, "hype", hype("huge"), labeller="third")
    write(tmp_path, "hipe", hype("huge"), labeller="second")
    told = {(path, problem) for path, _, problem, _ in problems(tmp_path)}
    assert told == {
        ("labels/first/hype/two.jsonl", "no article has this name"),
        ("labels/third", "this folder is not read"),
        ("labels/second/hipe", "this folder is not read"),
    }


def test_a_story_without_labels_has_empty_tables(tmp_path):
    given = labels.read_labels(tmp_path, {SOURCE: TEXT})
    assert given.covered.empty and given.problems.empty
    assert {layer: len(table) for layer, table in given.layers.items()} == dict.fromkeys(
        ["blocks", "hype", "superlatives", "facts", "sentences"], 0
    )
    assert "category" in given.layers["hype"].columns
