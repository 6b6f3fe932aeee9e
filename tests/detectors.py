"""What the property tests and the fuzz tests run: every detector over one text."""

import re
import time

import pandas as pd

from helpers import (
    attribution,
    contrast,
    controls,
    corpus,
    divergence,
    facts,
    hype,
    language,
    mentions,
    names,
    reading_counts,
    superlatives,
    textstat_compared,
)
from helpers.settings import Settings

DETECTORS = {
    "sentences": reading_counts.count_sentences,
    "costly_words": reading_counts.costliest_words,
    "textstat": textstat_compared.count_by_textstat,
    "hype": hype.find_hype,
    "constructions": hype.find_constructions,
    "controls": controls.find_controls,
    "words": contrast.count_words,
    "quotations": attribution.find_quotations,
    "superlatives": superlatives.find_superlatives,
    "mentions": mentions.find_mentions,
    "statements": facts.find_statements,
}
LINE_BREAK = re.compile(r"\r\n|\r|\n")


def run(text: str, source: str = "x.txt") -> tuple[dict[str, pd.DataFrame], dict[str, float]]:
    """Return all tables of one text, and the processor seconds that each step took."""
    seconds: dict[str, float] = {}

    def timed(step: str, function, *arguments):
        started = time.process_time()
        made = function(*arguments)
        seconds[step] = time.process_time() - started
        return made

    article = timed("blocks", corpus.article_from_text, text, source)
    parsed = timed("parse", lambda: list(language.parse([article], cached=False)))
    tables = {name: timed(name, find, parsed) for name, find in DETECTORS.items()}
    known = timed("names", names.resolve, tables["mentions"], Settings())
    settled, left = timed("settle", facts.settle, tables["statements"], known, Settings())
    tables |= {"blocks": corpus.blocks_table([article]), "facts": settled, "leftovers": left}
    articles = corpus.articles_table([article]).assign(n_words=1)
    tables["divergence"] = timed("divergence", divergence.compare, settled, articles, Settings())
    return tables, seconds


def check_places(text: str, tables: dict[str, pd.DataFrame]) -> int:
    """Assert that each quote is the text at its offsets and line; return how many there were."""
    starts = [0, *(match.end() for match in LINE_BREAK.finditer(text))]
    checked = 0
    for name, table in tables.items():
        if "quote" not in table:
            continue
        for row in table.itertuples():
            assert text[row.start : row.end] == row.quote, (name, row)
            assert row.quote, (name, row)
            assert starts[row.line - 1] <= row.start, (name, row)
            assert row.line == len(starts) or row.start < starts[row.line], (name, row)
            checked += 1
    return checked
