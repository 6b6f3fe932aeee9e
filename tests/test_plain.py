"""Large tables are read row by row in little memory."""

import pandas as pd

from helpers import plain

TABLE = pd.DataFrame(
    {
        "word": ["so", "on", "so", None],
        "n": [3, 1, 3, 2],
        "low": [0.5, float("nan"), 0.5, float("nan")],
        "sure": [True, False, True, True],
    }
)


def test_rows_are_those_of_the_table():
    found = list(plain.rows(TABLE, index=True))
    assert [row.Index for row in found] == [0, 1, 2, 3]
    assert [(row.word, row.n, row.sure) for row in found[:3]] == [
        ("so", 3, True),
        ("on", 1, False),
        ("so", 3, True),
    ]
    assert pd.isna(found[3].word) and [row.low for row in found[::2]] == [0.5, 0.5]


def test_equal_words_and_fractions_are_one_object():
    first, second, third, fourth = plain.rows(TABLE)
    assert first.word is third.word and first.low is third.low
    assert second.low is fourth.low  # what is missing, too


def test_a_frame_holds_what_was_made_row_by_row(monkeypatch):
    monkeypatch.setattr(plain, "ROWS", 2)
    made = plain.frame(((n, str(n)) for n in range(5)), ["n", "word"])
    assert made["n"].tolist() == [0, 1, 2, 3, 4] and list(made) == ["n", "word"]
    assert list(plain.frame(iter([]), ["n", "word"])) == ["n", "word"]
