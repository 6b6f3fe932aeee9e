import pandas as pd
import pytest

from helpers import readability, textstat_compared
from helpers.language import parse_text
from helpers.reading_ease.counts import count_sentences
from helpers.reading_ease.formulas import FORMULAS

# Plain prose, made up: no decimals, abbreviations, acronyms.
PLAIN = (
    "The old harbour lay quiet in the morning. A few gulls argued over a fish that somebody had "
    "dropped near the steps. Margaret watched them from her window and considered the day. "
    "Her grandmother had always said that patience was a kind of courage. She did not agree, "
    "but she remembered the sentence whenever the boats were late. The newspaper on the table "
    "described an extraordinary investigation into the municipal accounts. Nobody in the village "
    "believed a word of it. Everybody read it twice, and then discussed it over breakfast.\n\n"
    "In the afternoon the weather turned. Heavy clouds came over the hills, and the fishermen "
    "secured their equipment with considerable care. The youngest of them, who had never seen a "
    "real storm, asked whether they should leave the harbour. His uncle laughed and shook his "
    "head. By the evening the wind had gone, and the water was as smooth as glass."
)
AWKWARD = (
    "Skip to content\n\nIt's a “new” deal—a big one: $14.3 billion, says the U.S. Department's own "
    "Mr. O'Brien. 'Tis the students' choice, isn't it?\n\n• AI-first\n• GPT-4o\n\n#AI #Meta\n"
)


@pytest.mark.parametrize("text", [PLAIN, AWKWARD, "Meta wins."])
def test_formulas_over_its_counts_are_textstats_own_scores(text):
    from textstat import textstat

    counts = pd.DataFrame(
        [("a", textstat_compared.RAW, *textstat_compared.textstat_counts(text))],
        columns=textstat_compared.COUNTS,
    )
    scores = textstat_compared.textstat_scores(counts).set_index("measure")["value"].to_dict()
    assert scores == pytest.approx(
        {
            "sentence_length": textstat.words_per_sentence(text),
            "flesch_kincaid": textstat.flesch_kincaid_grade(text),
            "flesch_reading_ease": textstat.flesch_reading_ease(text),
            "gunning_fog": textstat.gunning_fog(text),
            "smog": textstat.smog_index(text),
            "automated_readability": textstat.automated_readability_index(text),
            "coleman_liau": textstat.coleman_liau_index(text),
            "lix": textstat.lix(text),
            "rix": textstat.rix(text),
            "dale_chall": textstat.dale_chall_readability_score(text),
        },
        abs=1e-9,
    )


def test_on_plain_prose_our_own_grade_is_textstats():
    from textstat import textstat

    scores = readability.score(count_sentences([parse_text(PLAIN)])).set_index("measure")["value"]
    assert scores["flesch_kincaid"] == pytest.approx(textstat.flesch_kincaid_grade(PLAIN), abs=1e-9)
    assert scores["flesch_reading_ease"] == pytest.approx(
        textstat.flesch_reading_ease(PLAIN), abs=1e-9
    )
    assert scores["lix"] == pytest.approx(textstat.lix(PLAIN), abs=1e-9)


def test_the_ablation_begins_at_textstats_grade_and_ends_at_ours():
    from textstat import textstat

    text = AWKWARD + "\n" + PLAIN
    parsed = [parse_text(text)]
    sentences = count_sentences(parsed)
    table = textstat_compared.ablation(textstat_compared.count_by_textstat(parsed), sentences)
    grades = table[table["measure"] == "flesch_kincaid"]
    assert grades["text"].tolist() == list(textstat_compared.STEPS)
    assert grades["value"].iloc[0] == pytest.approx(textstat.flesch_kincaid_grade(text), abs=1e-9)
    ours = readability.score(sentences).set_index("measure")["value"]
    assert grades["value"].iloc[-1] == pytest.approx(ours["flesch_kincaid"], abs=1e-9)


def test_the_last_step_adds_the_syllables_of_reading_aloud():
    parsed = [parse_text("Meta paid $14.3 billion for AI. It said so.")]
    table = textstat_compared.ablation(
        textstat_compared.count_by_textstat(parsed), count_sentences(parsed)
    )
    *_, words, spoken = table[table["measure"] == "flesch_kincaid"]["value"]
    # "$14.3" has six syllables in place of one, "AI" two in place of one; there are nine words.
    assert spoken - words == pytest.approx(11.8 * (5 + 1) / 9)


def test_textstat_splits_a_decimal_and_an_abbreviation():
    text = "Meta paid $14.3 billion for a stake. The U.S. Department of Justice said nothing more."
    n_sentences = textstat_compared.COUNTED.index("n_sentences")
    assert textstat_compared.textstat_counts(text)[n_sentences] == 3
    assert len(count_sentences([parse_text(text)])) == 2


def test_a_text_without_paragraphs_has_no_grade_of_ours():
    parsed = [parse_text("• one\n• two\n")]
    table = textstat_compared.ablation(
        textstat_compared.count_by_textstat(parsed), count_sentences(parsed)
    )
    assert (
        table.groupby("step")["value"].apply(lambda own: own.isna().all()).tolist()[2:]
        == [True] * 4
    )


def test_every_formula_but_the_parse_has_a_score_of_textstats():
    counts = textstat_compared.count_by_textstat([parse_text(PLAIN)])
    measures = textstat_compared.textstat_scores(counts)["measure"].tolist()
    assert measures == [name for name in FORMULAS if name != "dependency_distance"]
