import pytest
from ftfy.badness import is_bad

from helpers import language
from helpers.texts import mojibake

GARBLED = "The firmâ€™s deal wasnâ€™t â€œhugeâ€\u009d, it said, and Zoé left."


def test_the_copy_is_repaired_and_leads_back_to_the_text():
    copy, origin = mojibake.repair(GARBLED)
    assert copy == "The firm’s deal wasn’t “huge”, it said, and Zoé left."
    start = copy.index("wasn’t")
    assert GARBLED[origin[start] : origin[start + 6]] == "wasnâ€™t"
    assert len(origin) == len(copy) + 1 and origin[-1] == len(GARBLED)


def test_a_sound_text_is_left_alone():
    assert mojibake.repair("Zoé’s “deal”") == ("Zoé’s “deal”", ())


def test_a_hit_is_found_in_the_copy_and_quoted_from_the_text():
    (block,) = language.parse_text(GARBLED).blocks
    assert [token.text for token in block.doc][4:6] == ["was", "n't"]
    _, start, end, quote = block.locate(block.doc[4:6])
    assert quote == GARBLED[start:end] == "wasnâ€™t"


@pytest.mark.parametrize("margin", ["", "a", "a b c", "1 2 3 4 5 6 7 8 9 ", "a long run of text"])
@pytest.mark.parametrize("text", ["â€™", "Zoé", "aÃ ", "é", "œ,", "Â", "a Ã b", "ГўВЂВ.a", "’ “"])
def test_plain_text_far_from_other_characters_does_not_matter(text, margin):
    whole = f"{margin}{text}{margin}"
    assert mojibake.is_garbled(whole) == (not whole.isascii() and is_bad(whole))
    assert mojibake.is_garbled(f"{whole} and so on {whole}") == is_bad(f"{whole} and so on {whole}")
