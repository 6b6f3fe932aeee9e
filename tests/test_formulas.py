import numpy as np
import pytest

from helpers.reading_ease.formulas import FORMULAS, Counts

# 100 words in 5 sentences with 150 syllables and 480 letters: lengths 20, 1.5 and 4.8.
TEXT = Counts(
    words=100,
    sentences=5,
    letters=480,
    syllables=150,
    polysyllables=12,
    complex_words=10,
    long_words=25,
    hard_words=8,
    dependencies=90,
    distance=225,
)


@pytest.mark.parametrize(
    "measure, value",
    [
        ("sentence_length", 20),
        ("flesch_reading_ease", 206.835 - 20.3 - 126.9),
        ("flesch_kincaid", 7.8 + 17.7 - 15.59),
        ("gunning_fog", 0.4 * (20 + 10)),
        ("smog", 1.043 * 72**0.5 + 3.1291),
        ("automated_readability", 22.608 + 10 - 21.43),
        ("coleman_liau", 28.224 - 1.48 - 15.8),
        ("lix", 20 + 25),
        ("rix", 5),
        ("dale_chall", 1.2632 + 0.992 + 3.6365),
        ("dependency_distance", 2.5),
    ],
)
def test_formulas_by_hand(measure, value):
    assert FORMULAS[measure].compute(TEXT) == pytest.approx(value, abs=1e-9)


def test_dale_chall_adds_its_constant_only_above_five_percent():
    compute = FORMULAS["dale_chall"].compute
    assert compute(TEXT._replace(hard_words=5)) == pytest.approx(0.7895 + 0.992)
    assert compute(TEXT._replace(hard_words=6)) == pytest.approx(0.9474 + 0.992 + 3.6365)


def test_formulas_take_arrays_as_they_take_numbers():
    two = Counts(*(np.array([count, 2 * count]) for count in TEXT))
    for formula in FORMULAS.values():
        assert formula.compute(two) == pytest.approx([formula.compute(TEXT)] * 2)


def test_nothing_has_no_value():
    nothing = Counts(*[0] * len(Counts._fields))
    assert all(np.isnan(formula.compute(nothing)) for formula in FORMULAS.values())


@pytest.mark.parametrize(
    "measure, words, sentences, reason",
    [
        ("smog", 500, 29, "29 of the 30 sentences it needs"),
        ("smog", 500, 30, ""),
        ("flesch_kincaid", 500, 9, "9 of the 10 sentences it needs"),
        ("flesch_kincaid", 99, 10, "99 of the 100 words it needs"),
        ("flesch_kincaid", 100, 10, ""),
        ("lix", 0, 0, "no paragraphs"),
    ],
)
def test_a_formula_says_what_a_short_text_lacks(measure, words, sentences, reason):
    assert FORMULAS[measure].missing(words, sentences) == reason
