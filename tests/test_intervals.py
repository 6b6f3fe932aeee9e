import numpy as np
import pandas as pd
import pytest
from scipy import stats

from helpers import intervals


def sentences(**words):
    """One sentence a block: `a=[10, 20]` is a source with blocks of 10 and 20 words."""
    rows = [
        (source, block + 1, 1000 * block, 1000 * block + 999, n)
        for source, counts in words.items()
        for block, n in enumerate(counts)
    ]
    return pd.DataFrame(rows, columns=["source", "block", "start", "end", "n_words"])


def hits(**blocks):
    """Hits by block: `a=[2, 0, 1]` is a source with two in its first block and one in the third."""
    rows = [
        (source, 1000 * block + i, "loud" if i % 2 == 0 else "new")
        for source, counts in blocks.items()
        for block, n in enumerate(counts)
        for i in range(n)
    ]
    return pd.DataFrame(rows, columns=["source", "start", "category"]).astype({"start": int})


def test_poisson_interval_equals_the_published_table_for_ten_events():
    low, high = intervals.poisson([0, 10], [1000, 1000])
    assert low.round(3).tolist() == [0, 4.795]
    assert high.round(3).tolist() == [3.689, 18.390]


def test_poisson_interval_of_no_words_is_not_available():
    low, high = intervals.poisson(0, 0)
    assert np.isnan(low)
    assert np.isnan(high)


def test_wilson_interval_by_hand():
    # 0 of 3: the upper end is z^2 / (3 + z^2) with z = 1.96, so 3.8415 / 6.8415.
    assert intervals.wilson(0, 3) == pytest.approx((0, 3.841459 / 6.841459), abs=1e-6)
    assert all(np.isnan(intervals.wilson(0, 0)))


def test_holm_by_hand():
    # 0.01 x 3, then 0.02 x 2 = 0.04, then 0.03 x 1 raised to the 0.04 before it.
    assert intervals.holm([0.03, 0.01, 0.02]).tolist() == pytest.approx([0.04, 0.03, 0.04])
    assert intervals.holm([0.9, 0.8]).tolist() == [1, 1]


def test_ratio_interval_by_hand():
    # One hit against none in equal texts: p = 1 has the interval 0.025 to 1.
    low, high = intervals.ratio_interval(1, 0, 100, 100)
    assert (low, high) == (pytest.approx(0.025 / 0.975), np.inf)


def test_ratio_interval_scales_with_the_lengths():
    same = np.array(intervals.ratio_interval(8, 4, 100, 100))
    assert np.array(intervals.ratio_interval(8, 4, 100, 50)) == pytest.approx(same / 2)


def test_rates_keep_sources_and_categories_without_a_hit():
    table = intervals.rates(
        hits(a=[2, 0]),
        sentences(a=[60, 40], b=[50]),
        measure="hype",
        by="category",
        categories=["loud", "new", "vague"],
    )
    assert table[["source", "category", "n", "n_words", "per_1000"]].to_numpy().tolist() == [
        ["a", "all", 2, 100, 20.0],
        ["a", "loud", 1, 100, 10.0],
        ["a", "new", 1, 100, 10.0],
        ["a", "vague", 0, 100, 0.0],
        ["b", "all", 0, 50, 0.0],
        ["b", "loud", 0, 50, 0.0],
        ["b", "new", 0, 50, 0.0],
        ["b", "vague", 0, 50, 0.0],
    ]
    assert table.columns.tolist() == intervals.RATES


def test_rates_show_the_wider_interval_and_say_which():
    even = intervals.rates(hits(a=[1] * 8), sentences(a=[50] * 8), measure="m").iloc[0]
    assert even["interval"] == "exact"
    assert (even["low"], even["high"]) == pytest.approx(
        tuple(float(end) for end in intervals.poisson(8, 400))
    )
    heap = intervals.rates(hits(a=[40] + [0] * 7), sentences(a=[50] * 8), measure="m").iloc[0]
    assert heap["interval"] == "paragraphs"
    assert heap["high"] > intervals.poisson(40, 400)[1]


def test_a_source_without_words_has_a_row_without_a_rate():
    table = intervals.rates(hits(), sentences(a=[10]), measure="m", sources=["a", "silent"])
    assert table["source"].tolist() == ["a", "silent"]
    assert table.loc[1, ["per_1000", "low", "high"]].isna().all()


def test_rates_of_nothing_are_an_empty_table():
    assert intervals.rates(hits(), sentences(), measure="m").columns.tolist() == intervals.RATES


def test_an_interval_depends_on_neither_name_nor_company():
    found, words = [0, 3, 1, 0, 2], [30, 40, 50, 60, 70]
    alone = intervals.rates(hits(z=found), sentences(z=words), measure="m")
    joined = intervals.rates(hits(b=[1, 1], a=found), sentences(b=[20, 20], a=words), measure="m")
    columns = ["n", "per_1000", "low", "high"]
    own = joined.loc[joined["source"] == "a", columns]
    assert own.to_numpy().tolist() == alone[columns].to_numpy().tolist()


def test_a_hit_outside_the_sentences_is_an_error():
    with pytest.raises(ValueError, match="in no sentence"):
        intervals.rates(hits(a=[0, 1]), sentences(a=[10]), measure="m")


def test_a_hit_of_an_unlisted_category_is_an_error():
    with pytest.raises(ValueError, match="'loud'"):
        intervals.rates(
            hits(a=[1]), sentences(a=[10]), measure="m", by="category", categories=["new"]
        )


def test_a_clear_difference_holds_and_a_small_one_does_not():
    found, words = (
        hits(a=[4] * 20, b=[1] * 20, c=[1] * 19 + [2]),
        sentences(a=[50] * 20, b=[50] * 20, c=[50] * 20),
    )
    table = intervals.differences(found, words, measure="m")
    assert table["first"].tolist() == ["a", "a", "b"]
    assert table["ratio"].tolist() == pytest.approx([4, 80 / 21, 20 / 21])
    assert table["holds"].tolist() == [True, True, False]
    assert (table["low_corrected"] < table["low"]).all()
    assert (table["high_corrected"] > table["high"]).all()


def test_exact_p_by_hand():
    # Five hits against none in texts of equal length: 2 x 1/2^5.
    table = intervals.differences(hits(a=[5], b=[0]), sentences(a=[50], b=[50]), measure="m")
    assert table.loc[0, "p_exact"] == pytest.approx(2 / 32)


def test_permutation_p_equals_scipys():
    first, second = [3, 0, 1, 4, 2, 2, 1, 0], [0, 1, 0, 0, 2, 0, 1, 0, 0]
    table = intervals.differences(
        hits(a=first, b=second), sentences(a=[50] * 8, b=[50] * 9), measure="m"
    )

    def log_ratio(x, y, axis):
        with np.errstate(divide="ignore"):
            return np.abs(np.log(x.mean(axis=axis) / y.mean(axis=axis)))

    theirs = stats.permutation_test(
        (np.array(first), np.array(second)),
        log_ratio,
        vectorized=True,
        alternative="greater",
        n_resamples=4999,
        rng=np.random.default_rng(1),
    )
    assert table.loc[0, "p_permutation"] == pytest.approx(theirs.pvalue, abs=0.015)


def test_many_sources_meet_all_the_others_instead_of_every_pair():
    names = [f"s{i:02}" for i in range(21)]
    table = intervals.differences(
        hits(**{name: [1, 2] for name in names}),
        sentences(**{name: [50, 60] for name in names}),
        measure="m",
    )
    assert table["first"].tolist() == names
    assert table["second"].unique().tolist() == [intervals.OTHERS]
    assert table["ratio"].tolist() == pytest.approx([1.0] * 21)


def test_one_source_has_no_differences():
    assert intervals.differences(hits(a=[1]), sentences(a=[10]), measure="m").empty


def test_detectable_ratio_is_found_four_times_in_five():
    ratio = intervals.detectable_ratio(1200, 1200, 25)
    rng = np.random.default_rng(1)
    first, second = rng.poisson(30 * ratio, 2000), rng.poisson(30, 2000)
    low, high = intervals.ratio_interval(first, second, 1200, 1200)
    assert np.mean((low > 1) | (high < 1)) == pytest.approx(intervals.POWER, abs=0.05)


def test_dispersion_by_hand():
    # Equal blocks. Two hits in one block of two: 1/2 (|1 - 1/2| + |0 - 1/2|) = 0.5; at random the
    # two lie together half of the time, so 0.25 is expected.
    table = intervals.dispersion(
        hits(a=[2, 0], b=[1, 1], c=[0]), sentences(a=[9, 9], b=[9, 9], c=[9])
    )
    assert table["dp"].tolist() == pytest.approx([0.5, 0, np.nan], nan_ok=True)
    assert table["expected"].tolist() == pytest.approx([0.25, 0.25, np.nan], nan_ok=True)


def test_sentence_shares_count_a_sentence_once():
    table = intervals.sentence_shares(hits(a=[3, 0, 1, 0]), sentences(a=[9] * 4), measure="m")
    assert table.loc[0, ["n", "n_sentences", "share"]].tolist() == [2, 4, 0.5]
    assert table.loc[0, "low"] <= intervals.wilson(2, 4)[0]
