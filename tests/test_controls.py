"""The control words: as frequent as the hype words, none of them hype."""

from helpers import controls, hype, language
from helpers.lexicons import read_table
from helpers.paths import LEXICONS

ROWS = read_table(LEXICONS / "neutral.csv", controls.LEXICON)


def test_find_controls_finds_words_by_dictionary_form():
    parsed = language.parse_text("Two pencils and a pencil lay by his elbow.")
    found = controls.find_controls([parsed])
    assert found["term"].tolist() == ["pencil", "pencil", "elbow"]
    assert found["quote"].tolist() == ["pencils", "pencil", "elbow"]


def test_control_words_are_as_frequent_as_their_hype_words():
    gaps = [abs(float(row["zipf"]) - float(row["hype_zipf"])) for row in ROWS]
    assert len(ROWS) >= 150
    assert max(gaps) <= 0.25


def test_control_words_are_no_hype():
    entries = hype.default_lexicon().entries
    forms = {form for entry in entries for form in entry.forms}
    assert not forms & {row["word"] for row in ROWS}
    # A word of a family ("groundbreaking") has no row of its own.
    assert {row["hype_id"] for row in ROWS} <= {entry.id for entry in entries} | forms
