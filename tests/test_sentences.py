import json

import pytest

from helpers import corpus, language, paths


def sentences(text: str) -> list[str]:
    doc = language.english()(text.translate(language.STRAIGHT))
    return [text[sentence.start_char : sentence.end_char].strip() for sentence in doc.sents]


@pytest.mark.parametrize(
    "expected",
    [
        ["The deal of $14.3 billion was struck.", "It is large."],
        ["The U.S. Department of Defense paid $1.5 billion.", "Nobody knew."],
        ["He lives in the U.S. He likes it."[:20], "He likes it."],
        ["Dr. J. R. Smith met Mr. Wang at Meta Inc. in May.", "They talked."],
        ["It works.", "He said no.", "Stop!", "That's no small feat.", "Why?"],
        ["“We are done.”", "She left."],
        ["“Why now?” Smith asked."],
        ["He called it “the greatest pleasure” of his life."],
        ["She said: “It is over.”"],
        ["Three things: time, money and people."],
        ["It began at 5 a.m. on Monday and ended at 6 p.m."],
        ["The firm (it was founded in 1999.) is old.", "It sells ships."],
        ["1. The first of the points is here."],
        ["They left.... Nobody came."[:13], "Nobody came."],
        ["The iPhone is out.", "iPhone sales rose."],
        ["See No. 10 for more.", "He said no.", "Ten came."],
        ["Great news 🚀"],
        ["The end came.", "🚀 Ships left."],
        ["OSLO, March 4 (Wireline) -", "Two ships sank on Monday."],
        ["OSLO –", "Two ships sank on Monday."],
        ["Two ships - both old - sank on Monday."],
    ],
)
def test_sentences_end_where_a_reader_would_end_them(expected):
    assert sentences(" ".join(expected)) == expected


@pytest.mark.parametrize("pass_name", ["first", "second"])
def test_labelled_sentences_of_the_seeds(pass_name):
    for parsed in language.parse(corpus.read_story(paths.SEEDS).articles):
        found = {
            (block.block.line, block.locate(sentence)[3].strip())
            for block in parsed.blocks
            for sentence in block.doc.sents
        }
        stem = parsed.source.removesuffix(".txt")
        labels = paths.SEEDS / "labels" / pass_name / "sentences" / f"{stem}.jsonl"
        for row in map(json.loads, labels.read_text(encoding="utf-8").splitlines()):
            assert (row["line"], row["quote"]) in found
