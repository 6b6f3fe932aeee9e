import pytest

from helpers.language import parse_text
from helpers.reading_ease import counts
from helpers.reading_ease.counts import count_sentences

MONEY = "Meta paid $14.3 billion for a 49% stake. The U.S. Department of Justice said nothing."


def counted(text, *columns):
    return count_sentences([parse_text(text)])[list(columns)].to_numpy().tolist()


def test_money_and_abbreviations_end_no_sentence():
    assert counted(MONEY, "quote", "n_words") == [
        ["Meta paid $14.3 billion for a 49% stake.", 8],
        ["The U.S. Department of Justice said nothing.", 7],
    ]


def test_a_dateline_is_no_sentence():
    table = count_sentences([parse_text("OSLO, March 4 (Wireline) - Two ships sank on Monday.")])
    assert table[["quote", "n_words"]].to_numpy().tolist() == [["Two ships sank on Monday.", 5]]


def test_syllables_are_counted_as_read_aloud():
    # Me-ta paid four-teen point three dol-lars bil-lion for a for-ty nine per-cent stake.
    # The U S De-part-ment of Jus-tice said no-thing.
    assert counted(MONEY, "n_syllables") == [[2 + 1 + 6 + 2 + 1 + 1 + 5 + 1], [12]]


def test_quotes_are_the_articles_own_words():
    text = "A “new” plan—a good one. It’s here!\n\n“Why not?” he said.\n"
    table = count_sentences([parse_text(text)])
    assert [text[row.start : row.end] for row in table.itertuples()] == table["quote"].tolist()
    assert table["sentence_id"].tolist() == [1, 2, 3]
    assert table["n_words"].sum() == 12


def test_every_word_of_a_block_is_in_one_sentence():
    text = "One two. Three four! Five (six). Seven"
    assert sum(n for (n,) in counted(text, "n_words")) == 7


def test_words_are_judged_one_by_one():
    # Long: extraordinary, machine (7), analysis; not simple (6). Three syllables: the outer two.
    (row,) = counted(
        "We saw extraordinary simple machine analysis.",
        "n_words",
        "n_letters",
        "n_long",
        "n_polysyllables",
        "n_complex",
        "n_estimated",
    )
    assert row == [6, 2 + 3 + 13 + 6 + 7 + 8, 3, 2, 2, 0]


@pytest.mark.parametrize(
    "word, lemma, is_name, complex_word, hard_word",
    [
        ("company", "company", False, True, False),
        ("imagination", "imagination", False, True, True),
        ("created", "create", False, False, True),
        ("businesses", "business", False, False, False),
        ("Alexander", "Alexander", True, False, False),
        ("14,300,000", "14,300,000", False, False, False),
        ("RLHF", "rlhf", False, False, False),
        ("helped", "help", False, False, False),
    ],
)
def test_names_numbers_and_endings_make_no_word_hard(word, lemma, is_name, complex_word, hard_word):
    judged = counts.judge(word, lemma, is_name)
    assert (judged.complex_word, judged.hard_word) == (complex_word, hard_word)


def test_a_shouted_sentence_is_not_read_letter_by_letter():
    shouted, plain = "AN ELK ATE OUR IVY NOW.", "An elk ate our ivy now."
    assert counted(shouted, "n_syllables") == counted(plain, "n_syllables")


def test_dependency_distance_by_hand():
    # "Dogs chase cats." both hang on the verb next to them; punctuation does not count.
    assert counted("Dogs chase cats.", "n_dependencies", "dependency_distance") == [[2, 1.0]]


def test_bullets_and_headings_keep_their_kind():
    text = "A Heading For The Story\n\nThis is a whole sentence of the text.\n\n• One thing\n• Another\n"
    kinds = [kind for (kind,) in counted(text, "block_kind")]
    assert kinds[1:] == ["paragraph", "list_item", "list_item"]
    assert kinds[0] != "paragraph"


@pytest.mark.parametrize("text", ["word", "\N{ROCKET}", "…"])
def test_the_smallest_texts_are_counted(text):
    assert sum(n for (n,) in counted(text, "n_words")) == (text == "word")


def test_nothing_gives_an_empty_table_with_all_columns():
    assert count_sentences([]).columns.tolist() == counts.SENTENCES
    assert counts.costliest_words([]).columns.tolist() == counts.WORDS


def test_the_costliest_word_is_where_it_first_stands():
    text = "The infrastructure is here. We like infrastructure a lot, all of us."
    table = counts.costliest_words([parse_text(text)])
    assert table.loc[0, ["quote", "start", "n", "n_syllables"]].tolist() == [
        "infrastructure",
        4,
        2,
        4,
    ]
    # Two times three syllables too many over twelve words.
    assert table.loc[0, "adds"] == pytest.approx(11.8 * 2 * 3 / 12)
