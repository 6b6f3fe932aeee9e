"""The lexicons: every row's own examples, and mistakes named by row and column."""

import csv

import pytest

from helpers import hype, language, lexicons
from helpers.corpus import article_from_text
from helpers.language import ParsedArticle, ParsedBlock
from helpers.lexicons import COLUMNS, LexiconError, read_lexicon, read_table
from helpers.paths import LEXICONS
from helpers.texts.blocks import Block

ENTRIES = hype.default_lexicon().entries
ROW = {
    "id": "massive",
    "pattern": "massive",
    "match": "lemma",
    "pos": "ADJ",
    "category": "magnitude",
    "base": "promotional",
    "guards": "head!=star",
    "exceptions": "",
    "example": "A massive plan.",
    "counterexample": "A massive star.",
    "provenance": "own",
    "listed_in": "",
}


def paragraphs(texts):
    """Yield each text as an article of one paragraph; all are parsed in one go."""
    docs = language.english().pipe(text.translate(language.STRAIGHT) for text in texts)
    for number, (text, doc) in enumerate(zip(texts, docs, strict=True)):
        block = ParsedBlock(Block(1, 0, len(text), "paragraph"), doc, text)
        yield ParsedArticle(article_from_text(text, f"{number:05}"), (block,))


@pytest.fixture(scope="module")
def found():
    """Return the ids found in every example and counterexample."""
    texts = [text for entry in ENTRIES for text in (entry.example, entry.counterexample)]
    hits = hype.find_hype(paragraphs(texts)).groupby("source")["lexicon_id"].agg(set)
    return {text: hits.get(f"{number:05}", set()) for number, text in enumerate(texts)}


def written(path, *rows, columns=COLUMNS):
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, columns)
        table.writeheader()
        table.writerows(rows)
    return path


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_lexicon_row_matches_its_example_and_not_its_counterexample(entry, found):
    assert entry.id in found[entry.example]
    assert entry.id not in found[entry.counterexample]


def test_lexicon_is_broad_and_covers_every_category():
    assert len(ENTRIES) >= 700
    assert {entry.category for entry in ENTRIES} == set(hype.CATEGORIES)


@pytest.mark.parametrize(
    "change, place",
    [
        ({"category": "praize"}, "row 2, column category: 'praize' is none of"),
        ({"match": "regex"}, "row 2, column match: 'regex' is none of"),
        ({"base": ""}, "row 2, column base: empty"),
        ({"pos": "ADJ|NOUNS"}, "row 2, column pos: 'NOUNS' is no part of speech"),
        ({"guards": "beside!=star"}, "row 2, column guards: 'beside!=star' is not a guard"),
        ({"guards": "head=@starz"}, "row 2, column guards: @starz is none of the lists"),
        ({"guards": "head!="}, "row 2, column guards: 'head!=' is not a guard"),
        ({"pattern": "a * b"}, "row 2, column pattern: a template needs"),
        ({"pattern": "@bodies-popping"}, "row 2, column pattern: @bodies is none of the lists of"),
        ({"pattern": "big|massive|big"}, "row 2, column pattern: 'big' stands in row 2 already"),
        ({"example": " "}, "row 2, column example: empty"),
        (
            {"listed_in": "vinkers_2015|somewhere"},
            "row 2, column listed_in: 'somewhere' is none of",
        ),
    ],
)
def test_read_lexicon_names_row_and_column_of_a_mistake(tmp_path, change, place):
    path = written(tmp_path / "toy.csv", ROW | change)
    with pytest.raises(LexiconError, match="toy.csv") as caught:
        read_lexicon(path)
    assert place in str(caught.value)


def test_read_lexicon_names_the_second_of_two_rows_with_one_id(tmp_path):
    path = written(tmp_path / "toy.csv", ROW, ROW | {"pattern": "vast"})
    with pytest.raises(LexiconError, match="row 3, column id: 'massive' stands in row 2 already"):
        read_lexicon(path)


def test_read_lexicon_names_a_pattern_that_another_row_has(tmp_path):
    path = written(tmp_path / "toy.csv", ROW, ROW | {"id": "second"})
    with pytest.raises(LexiconError, match="row 3, column pattern"):
        read_lexicon(path)


def test_read_table_names_a_row_with_too_many_values(tmp_path):
    path = tmp_path / "toy.csv"
    path.write_text("word,use\nvery,before\nso,before,again\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="row 3: 3 values for 2 columns"):
        read_table(path, ["word", "use"])


def test_read_table_asks_for_its_columns(tmp_path):
    path = tmp_path / "toy.csv"
    path.write_text("word\nvery\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="row 1: the columns must be word, use; found word"):
        read_table(path, ["word", "use"])


def test_read_table_asks_for_utf8(tmp_path):
    path = tmp_path / "toy.csv"
    path.write_bytes("word\ncrème\n".encode("latin-1"))
    with pytest.raises(LexiconError, match="save the file as UTF-8"):
        read_table(path, ["word"])


def test_read_lexicon_takes_a_file_with_a_byte_order_mark(tmp_path):
    path = written(tmp_path / "toy.csv", ROW)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert [entry.id for entry in read_lexicon(path).entries] == ["massive"]


def test_lexicon_without_ids_leaves_these_out():
    lexicon = hype.default_lexicon()
    assert "massive" not in {entry.id for entry in lexicon.without(["massive"]).entries}
    assert len(lexicon.without(["massive"]).entries) == len(lexicon.entries) - 1


def test_read_lexicon_spells_a_family_out(tmp_path):
    row = ROW | {"pattern": "@size-@packed", "match": "phrase"}
    (entry,) = read_lexicon(written(tmp_path / "toy.csv", row)).entries
    classes = lexicons.read_classes()
    assert len(entry.forms) == len(classes["size"]) * len(classes["packed"])
    assert {"giant-packed", "real-filled"} <= set(entry.forms)


def test_every_class_stands_in_a_pattern():
    patterns = (LEXICONS / "hype.csv").read_text(encoding="utf-8")
    assert not [name for name in lexicons.read_classes() if f"@{name}" not in patterns]


def test_topics_are_lists_of_single_words():
    topics = lexicons.read_topics()
    assert topics
    assert not [word for words in topics.values() for word in words if " " in word]
    assert (LEXICONS / "topics.csv").is_file()
