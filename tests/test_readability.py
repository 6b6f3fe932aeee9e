import numpy as np
import pandas as pd
import pytest

from helpers import intervals, readability
from helpers.language import parse_text
from helpers.reading_ease.counts import SENTENCES, count_sentences
from helpers.reading_ease.formulas import FORMULAS

COUNTS = [column for column in SENTENCES if column.startswith("n_")]


def sentences(kind="paragraph", **sources):
    """Sentences as (words, syllables), one list a block: `a=[[(5, 8), (6, 9)], [(7, 7)]]`."""
    rows = []
    for source, blocks in sources.items():
        at = 0
        for block, lengths in enumerate(blocks, 1):
            for words, syllables in lengths:
                row = dict.fromkeys(COUNTS, 0)
                row |= {"n_words": words, "n_syllables": syllables, "n_dependencies": words - 1}
                row |= {"n_letters": 5 * words, "n_dictionary_syllables": syllables}
                row |= {"source": source, "line": block, "block": block, "block_kind": kind}
                row |= {"start": at, "end": at + 9, "quote": f"sentence {at}", "sentence_id": at}
                rows.append(row | {"dependency_distance": 2.0})
                at += 10
    return pd.DataFrame(rows, columns=SENTENCES)


EASY = [[(8 + i % 3, 10 + i % 4), (9, 11)] for i in range(20)]
HARD = [[(20 + i % 3, 38 + i % 4), (21, 40)] for i in range(20)]


def value(table, measure, source="a"):
    rows = table[(table["measure"] == measure) & (table["source"] == source)]
    return rows.iloc[0]


def test_a_score_is_the_formula_of_the_summed_counts():
    table = readability.score(sentences(a=[[(10, 15)] * 5, [(20, 30)] * 5]))
    # 150 words in 10 sentences, 225 syllables.
    row = value(table, "flesch_kincaid")
    assert row["value"] == pytest.approx(0.39 * 15 + 11.8 * 1.5 - 15.59)
    assert (row["n_words"], row["n_sentences"]) == (150, 10)
    assert table.columns.tolist() == readability.SCORES
    assert table["measure"].tolist() == list(FORMULAS)


def test_only_paragraphs_are_scored():
    prose = sentences(a=EASY)
    lists = sentences("list_item", a=HARD)
    assert readability.score(pd.concat([prose, lists])).equals(readability.score(prose))


def test_below_the_floor_the_value_is_missing_with_the_reason():
    table = readability.score(sentences(a=[[(12, 18)] * 10] * 2))
    assert value(table, "smog")["note"] == "20 of the 30 sentences it needs"
    assert np.isnan(value(table, "smog")["value"])
    assert not np.isnan(value(table, "lix")["value"])


def test_a_source_without_paragraphs_is_kept_with_the_reason():
    table = readability.score(sentences(a=EASY), sources=["a", "b"])
    assert value(table, "lix", "b")["note"] == "no paragraphs"
    assert readability.basis(sentences(), sources=["b"])["n_words"].tolist() == [0]


@pytest.mark.parametrize("text", ["Meta", "• one\n• two\n• three\n", "A Heading For The Day\n"])
def test_texts_too_small_to_score_are_not_scored(text):
    table = count_sentences([parse_text(text)])
    scores = readability.score(table, sources=["text.txt"])
    assert scores["value"].isna().all()
    assert (scores["note"] != "").all()


def test_the_interval_holds_the_value_and_is_repeatable():
    first, second = (readability.score(sentences(a=HARD, b=EASY)) for _ in range(2))
    assert first.equals(second)
    row = value(first, "flesch_kincaid")
    assert row["low"] < row["value"] < row["high"]


def test_the_interval_of_mean_length_by_hand():
    # Half of the paragraphs have two sentences of 10 words, half two of 20: the mean of n draws has
    # a standard error of 5 / sqrt(n).
    table = readability.score(sentences(a=[[(10, 15)] * 2, [(20, 30)] * 2] * 50))
    row = value(table, "sentence_length")
    assert row["value"] == 15
    assert (row["high"] - row["low"]) / 2 == pytest.approx(1.96 * 0.5, rel=0.1)


def test_few_paragraphs_are_noted_and_widen_the_interval():
    blocks = [[(5, 7), (25, 40)] * 3 for _ in range(4)]
    row = value(readability.score(sentences(a=blocks)), "sentence_length")
    assert row["note"] == "4 paragraphs: the interval may be too narrow"
    # All paragraphs are alike, so only the sentences can vary.
    assert row["low"] < 13
    assert row["high"] > 17


def test_clear_differences_hold_and_others_do_not():
    table = readability.differences(
        sentences(a=EASY, b=HARD, c=HARD[::-1]), measures=["flesch_kincaid"]
    )
    assert table[["first", "second", "holds"]].to_numpy().tolist() == [
        ["a", "b", True],
        ["a", "c", True],
        ["b", "c", False],
    ]
    assert (table["difference"] < 0).tolist()[:2] == [True, True]
    assert table["p_holm"].tolist() == pytest.approx(
        intervals.holm(table["p_permutation"]).tolist()
    )


def test_sources_below_the_floor_are_not_compared():
    table = readability.differences(sentences(a=EASY, b=[[(5, 5)]]), measures=["lix"])
    assert table.empty
    assert table.columns.tolist() == readability.DIFFERENCES


def test_many_sources_are_compared_with_all_the_others():
    many = {f"s{i:02}": EASY for i in range(20)}
    table = readability.differences(sentences(**many, s20=HARD), measures=["flesch_kincaid"])
    assert table["second"].unique().tolist() == [intervals.OTHERS]
    assert table.loc[table["holds"] & (table["difference"] > 0), "first"].tolist() == ["s20"]


def test_the_hardest_sentence_is_what_the_grade_falls_by_without_it():
    plain = [[(10, 14)] * 6] * 2
    table = readability.hardest_sentences(sentences(a=[*plain, [(40, 90)]]), n=1)
    with_it, without = (
        0.39 * words / n + 11.8 * syllables / words
        for words, n, syllables in [(160, 13, 258), (120, 12, 168)]
    )
    assert table["n_words"].tolist() == [40]
    assert table.loc[0, "adds"] == pytest.approx(with_it - without)


def test_scores_for_reading_have_a_column_per_article():
    articles = pd.DataFrame([("a", "Alpha"), ("b", "Beta")], columns=["source", "label"])
    scores = readability.score(sentences(a=HARD, b=[[(9, 11)]]))
    table = readability.with_intervals(scores, articles)
    assert table.columns.tolist() == ["measure", "unit", "higher", "Alpha", "Beta"]
    row = value(scores, "lix")
    shown = table.set_index("measure").loc["LIX"]
    assert shown["Alpha"] == f"{row['value']:.1f} ({row['low']:.1f} to {row['high']:.1f})"
    assert table["Beta"].isna().all()
    assert table.set_index("measure").loc["Flesch Reading Ease", "higher"] == "easier"
