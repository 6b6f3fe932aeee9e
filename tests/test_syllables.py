import pytest

from helpers.reading_ease import spoken, syllables


@pytest.mark.parametrize(
    "digits, words",
    [
        ("0", "zero"),
        ("14.3", "fourteen point three"),
        ("1,200", "one thousand two hundred"),
        ("1200", "twelve hundred"),
        ("2016", "twenty sixteen"),
        ("2005", "two thousand five"),
        ("1905", "nineteen oh five"),
        ("342", "three hundred forty two"),
        ("5,000,001", "five million one"),
        ("007", "zero zero seven"),
        ("1.2.3", "one two three"),
        ("3,5", "three five"),
    ],
)
def test_numbers_are_said_in_words(digits, words):
    assert spoken.number(digits) == words.split()


@pytest.mark.parametrize(
    "word, n",
    [
        ("$14.3", 6),  # fourteen point three dollars
        ("billion", 2),
        ("49%", 5),  # forty nine percent
        ("$10B", 5),  # ten billion dollars
        ("15bn", 4),
        ("2016", 4),
        ("1990s", 4),
        ("20s", 2),
        ("21st", 3),  # twenty first
        ("20th", 3),
        ("200mph", 7),  # two hundred miles per hour
        ("AI", 2),
        ("AI's", 2),
        ("AIs", 2),
        ("CEOs", 3),
        ("RLHF", 4),
        ("WWW", 9),
        ("U.S", 2),
        ("e.g", 2),
        ("GPT", 3),
        ("4o", 2),
        ("B2B", 3),
        ("ChatGPT", 4),
        ("OpenAI", 4),
        ("LLaMA", 2),
        ("NASA", 2),
        ("NATO", 2),
        ("US", 2),
        ("us", 1),
        ("NOT", 1),
        ("Dr", 2),
        ("it's", 1),
        ("Sasha's", 2),
        ("boss's", 2),
        ("readability", 5),
        ("metadata", 4),
        ("café", 2),
        ("ofﬁce", 2),  # with a ligature
        ("IV", 1),  # read as a number
        ("PRISM", 2),
    ],
)
def test_words_have_the_syllables_they_are_read_with(word, n):
    assert syllables.count(word).n == n


def test_textstats_own_count_stands_beside_the_spoken_one():
    assert syllables.count("AI") == (2, 1, False)
    assert syllables.count("$14.3") == (6, 1, False)


def test_a_word_out_of_the_dictionary_is_reported_as_estimated():
    assert syllables.count("Alexandr").estimated
    assert not syllables.count("Alexander").estimated


@pytest.mark.parametrize("word", ["x" * 100_000, "1" * 100_000, "A." * 50_000, "aB" * 50_000])
def test_pasted_data_is_counted_in_no_time(word):
    assert 0 < syllables.count(word).n < 500
