"""Ten sentences for a reader: always the same ones, and answers that are checked."""

from types import SimpleNamespace

import pandas as pd
import pytest

from helpers import exercise
from helpers.findings import accuracy as findings
from helpers.scoring.matching import Judged

SOURCE = "a.txt"
WORDS = [f"Sentence {n} has “massive” words and a bold claim number {n}." for n in range(14)]


def table(rows, **columns):
    names = ["source", "line", "start", "end", "quote"]
    return pd.DataFrame(rows, columns=names).assign(**columns)


@pytest.fixture
def sentences():
    rows, start = [], 0
    for line, text in enumerate(WORDS, start=1):
        rows.append((SOURCE, line, start, start + len(text), text))
        start += len(text) + 1
    return table(rows, n_words=10, block_kind="paragraph")


def spans(sentences, word, numbers, **columns):
    rows = []
    for number in numbers:
        row = sentences.iloc[number]
        start = row["start"] + row["quote"].index(word)
        rows.append((SOURCE, row["line"], start, start + len(word), word))
    return table(rows, **columns)


@pytest.fixture
def tables(sentences):
    hype = spans(sentences, "massive", range(5), category="magnitude")
    return SimpleNamespace(sentences=sentences, hype=hype, blocks=sentences)


@pytest.fixture
def judged(tables):
    labels = spans(tables.sentences, "massive", [0, 5], category="magnitude")
    second = labels.drop(columns=["source", "line"]).add_prefix("other_")
    marked = pd.concat([labels, second], axis=1).assign(settled=True)
    hits = tables.hype.assign(verdict=["right", "wrong", "wrong", "wrong", "wrong"])
    found = marked.assign(found=[True, False], hit=[0, -1])
    return {"hype": Judged([SOURCE], marked, hits, found)}


def test_the_ten_are_the_same_in_any_order_of_the_table(tables, judged):
    ten = exercise.ten_sentences(tables, judged)
    tables.sentences = tables.sentences.iloc[::-1]
    again = exercise.ten_sentences(tables, judged)
    assert ten["quote"].tolist() == again["quote"].tolist()
    assert ten["number"].tolist() == list(range(1, 11))


def test_four_of_the_ten_hold_a_mistake_of_the_detector(tables, judged):
    ten = exercise.ten_sentences(tables, judged)
    mistaken = tables.sentences["quote"].iloc[1:6]
    assert ten["quote"].isin(mistaken).sum() == 4
    assert ten["quote"].isin(tables.sentences["quote"].iloc[:1]).sum() == 1


def test_a_short_story_gives_fewer_sentences(tables):
    tables.sentences = tables.sentences.head(3)
    ten = exercise.ten_sentences(tables, {})
    assert len(ten) == 3
    assert exercise.compare_answers(ten, [""] * 10, tables.hype, exercise.marked_hype({})).empty


def test_answers_become_spans_of_the_article(sentences):
    ten = sentences.head(3).assign(number=[1, 2, 3])
    answers = ['"MASSIVE"; bold claim', "-", ""]
    yours, notes = exercise.read_answers(ten, answers)
    assert yours["quote"].tolist() == ["“massive”", "bold claim"]
    text = "\n".join(WORDS)
    assert [text[a:b] for a, b in zip(yours["start"], yours["end"], strict=True)] == [
        "“massive”",
        "bold claim",
    ]
    assert notes == {}
    assert exercise.answered(ten, answers)["number"].tolist() == [1, 2]


def test_words_that_are_not_in_the_sentence_are_told(tables, judged):
    ten = tables.sentences.head(2).assign(number=[1, 2])
    marked = exercise.compare_answers(
        ten, ["tiny", "", "more"], tables.hype, exercise.marked_hype(judged)
    )
    assert marked["note"].tolist() == [
        "not in the sentence: tiny",
        "there are 2 sentences: remove the answers beyond them",
    ]


def test_solutions_stay_hidden_until_the_sentence_is_answered(tables, judged):
    ten = tables.sentences.head(3).assign(number=[1, 2, 3])
    assert exercise.compare_answers(
        ten, ["", "", ""], tables.hype, exercise.marked_hype(judged)
    ).empty
    marked = exercise.compare_answers(
        ten, ["massive", "", "-"], tables.hype, exercise.marked_hype(judged)
    )
    assert marked[["number", "yours", "both_passes", "detector"]].values.tolist() == [
        [1, "massive", "massive", "massive"],
        [3, "", "", "massive"],
    ]


def test_agreement_counts_answered_sentences_only(tables, judged):
    ten = tables.sentences.head(3).assign(number=[1, 2, 3])
    compared = exercise.agreement(
        ten, ["massive", "", "-"], tables.hype, exercise.marked_hype(judged)
    )
    columns = ["one", "other", "n_sentences", "n_one", "n_other", "n_both"]
    assert compared[columns].values.tolist() == [
        ["you", "labels", 2, 1, 1, 1],
        ["detector", "labels", 2, 2, 1, 1],
        ["you", "detector", 2, 1, 2, 1],
    ]
    assert compared["f1"].tolist() == pytest.approx([1, 2 / 3, 2 / 3])
    assert compared["kappa"].tolist() == pytest.approx([1, 0, 0])
    text = findings.answers(compared).text
    assert text.startswith("On 2 answered sentences: you and the labels share 1 of 1 and 1 spans")


def test_without_answers_the_finding_says_what_to_do(tables, judged):
    ten = exercise.ten_sentences(tables, judged)
    compared = exercise.agreement(ten, [""] * 10, tables.hype, exercise.marked_hype(judged))
    assert findings.answers(compared).text.startswith("No sentence is answered yet")
