"""Read the facts of a text, or of several articles, for tests of the rules."""

from helpers import facts, names
from helpers.language import parse_text


def settled(*texts):
    parsed = [parse_text(text, source=f"{n}.txt") for n, text in enumerate(texts)]
    named = names.resolve(names.find_mentions(parsed))
    return facts.settle(facts.find_statements(parsed), named)[0]


def triples(text):
    table = settled(text)
    return set(zip(table["subject"], table["attribute"], table["value"], strict=True))


def values(text, attribute):
    table = settled(text)
    return sorted(table.loc[table["attribute"] == attribute, "value"])
