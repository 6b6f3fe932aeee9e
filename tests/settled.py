"""Read the facts of a text, or of several articles, for tests of the rules."""

import pandas as pd

from helpers import contradictions, facts, names
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


def contradicted(*texts):
    """Return the pairs of places on which texts contradict each other."""
    articles = pd.DataFrame({"source": [f"{n}.txt" for n in range(len(texts))], "date": ""})
    return contradictions.pairs(settled(*texts), articles)


def conflicts(*texts):
    """Return the attributes on which texts contradict each other."""
    return set(contradicted(*texts)["attribute"])
