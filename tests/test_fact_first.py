"""What an article says first in answer to a question is of the story itself."""

from helpers.settling import alignment

ALIKE = "magnitude shock institute valley expert"


def joined(*rows):
    """Align facts from (source, place, value, words) of one question that a rule knows."""
    facts, around = [], {}
    for source, start, value, words in rows:
        said = ("magnitude", value, "", float(value), float(value), "asserted", "", "rule", "count")
        facts.append((source, 1, start, start + 3, value, "event", *said))
        around[source, start, start + 3] = words
    found = alignment.join_numbers(facts, around, {})
    return {(fact[0], fact[7]): fact[6] for fact in found}


def test_the_first_value_of_an_article_answers_though_a_later_one_is_told_in_like_words():
    named = joined(
        ("a.txt", 10, "6.8", ALIKE),
        ("b.txt", 10, "7.4", "monster street family"),
        ("b.txt", 90, "6.8", ALIKE),
        ("b.txt", 190, "8.4", "history memory century"),
    )
    assert named["a.txt", "6.8"] == named["b.txt", "6.8"] == "magnitude"
    assert named["b.txt", "7.4"] == "magnitude"
    assert named["b.txt", "8.4"] == "magnitude (8.4)"
