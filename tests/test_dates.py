"""Which words of a line are a date, to the letter."""

import pytest

from helpers.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The inquest opens in July.", "July"),
        ("The inquest opened in May.", "May"),
        ("The inquest opened on 3 June.", "3 June"),
        ("The inquest opens at 5pm.", "5pm"),
        # what is cut short has its own dot
        ("The inquest opened on Sept. 3, 2024, in Leeds", "Sept. 3, 2024"),
        ("The inquest opened on 3 Jan. in Leeds", "3 Jan."),
        ("The inquest opens at 5 p.m. in Leeds", "5 p.m."),
    ],
)
def test_the_dot_of_a_sentence_is_no_part_of_a_date(text, quote):
    (found,) = find_quantities(text, date="2025-06-20")
    assert text[found.start : found.end] == quote
