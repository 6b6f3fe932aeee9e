"""A place of an article names what the mention that ends there was resolved to."""

import pandas as pd

from helpers.settling.named import Mentions, Named

NAMES = pd.DataFrame(
    [
        ("b.txt", 30, "Meta", "organisation", "name"),
        ("a.txt", 12, "Meta", "organisation", "name"),
        ("a.txt", 40, "Ann Lee", "person", "antecedent"),
        ("a.txt", 20, "Ann Lee", "person", "name"),
    ],
    columns=["source", "end", "name", "type", "how"],
)


def test_a_mention_is_found_by_where_it_ends():
    mentions = Mentions(NAMES)
    assert mentions.at("a.txt", 20) == Named("Ann Lee", "person", "name")
    assert mentions.at("a.txt", 40) == Named("Ann Lee", "person", "antecedent")
    assert (
        mentions.at("b.txt", 30)
        == mentions.at("a.txt", 12)
        == Named("Meta", "organisation", "name")
    )


def test_where_no_mention_ends_nothing_is_named():
    mentions = Mentions(NAMES)
    for source, end in (("a.txt", 30), ("a.txt", 41), ("a.txt", -1), ("c.txt", 12)):
        assert mentions.at(source, end) is None
    assert Mentions(NAMES[:0]).at("a.txt", 12) is None


def test_of_two_mentions_that_end_together_the_later_row_counts():
    two = pd.concat([NAMES, NAMES[:1].assign(name="Meta Platforms")])
    assert Mentions(two).at("b.txt", 30).name == "Meta Platforms"
