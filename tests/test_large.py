"""A large story comes in parts, which are never all in memory: the tables are those of the whole."""

import math

import numpy as np
import pandas as pd
import pytest

from helpers import export, facts, names, plain, store
from helpers.language import parse_text

TEXTS = (
    "Ruth Kellan, 51, runs Orbel. She bought Tarvin for $3 million on Monday.\n\nNo crew was hurt.",
    "Ms Kellan paid $4 million for Tarvin. A storm hurt the crew, and Orbel issued no warning.",
    "Orbel said that Kellan is 52. The firm issued a warning.",
)


@pytest.fixture(scope="module")
def parsed():
    return [parse_text(text, f"{n}.txt") for n, text in enumerate(TEXTS)]


def test_names_and_facts_of_parts_are_those_of_the_whole(parsed):
    mentions, statements = names.find_mentions(parsed), facts.find_statements(parsed)
    whole = names.resolve(mentions)
    in_parts = names.resolve([names.find_mentions([one]) for one in parsed])
    pd.testing.assert_frame_equal(in_parts, whole)
    made = facts.settle(statements, whole)
    again = facts.settle([facts.find_statements([one]) for one in parsed], whole)
    assert "negated" in set(made[0]["status"])
    for one, other in zip(made, again, strict=True):
        pd.testing.assert_frame_equal(one, other)


def folders(tmp_path, *tables):
    for number, table in enumerate(tables):
        store.write_tables({"t": table}, tmp_path / str(number))
    return store.Stored([tmp_path / str(number) for number in range(len(tables))])


@pytest.mark.parametrize(
    "others",
    [
        pd.DataFrame({"a": ["z"], "b": [0.5]}),
        pd.DataFrame({"a": ["z"], "b": [1]}),  # of another type
        pd.DataFrame({"a": [None], "b": [0.5]}),
        pd.DataFrame({"a": [], "b": []}),
    ],
)
def test_a_joined_table_is_kept_as_it_comes_joined(tmp_path, others):
    parts = folders(tmp_path, others, pd.DataFrame({"a": ["x", "y"], "b": [1.5, math.nan]}))
    store.write_tables({"u": others}, tmp_path / "whole", parts=parts)
    whole = store.Stored([tmp_path / "whole"])
    assert sorted(whole) == ["t", "u"]
    assert whole["t"].to_csv() == parts["t"].to_csv()


def test_a_table_in_pieces_is_written_as_a_whole_one(tmp_path, monkeypatch):
    monkeypatch.setattr(store, "PIECE", 2)
    table = pd.DataFrame({"a": ["x", "=y", None, "é", "z"], "b": [1, 2, 3, 4, 5]})
    store.write_tables({"t": table}, tmp_path / "whole")
    pieces = list(store.pieces(store.Stored([tmp_path / "whole"]), "t"))
    assert [len(piece) for piece in pieces] == [2, 2, 1]
    export.write_pieces(pieces, tmp_path / "pieces.csv")
    export.write_table(table, tmp_path / "whole.csv")
    assert (tmp_path / "pieces.csv").read_bytes() == (tmp_path / "whole.csv").read_bytes()


def test_plain_columns_hold_a_string_once_and_numbers_as_they_are():
    words = pd.Series(["first word", "second", "first word", None])
    found = plain.values(words)
    assert found[0] is found[2] and found[1] == "second" and pd.isna(found[3])
    assert plain.values(pd.Series([1, 2])).dtype == np.int64


def test_rows_made_one_after_the_other_are_one_table(monkeypatch):
    monkeypatch.setattr(plain, "ROWS", 2)
    rows = [("a", 1.0), ("b", math.nan), ("c", 2.0)]
    made = plain.frame(iter(rows), ["word", "n"])
    pd.testing.assert_frame_equal(made, pd.DataFrame(rows, columns=["word", "n"]))
    assert list(plain.frame(iter([]), ["word", "n"]).columns) == ["word", "n"]
