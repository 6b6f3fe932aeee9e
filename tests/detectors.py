"""What the property tests and the fuzz tests run: every detector over one text."""

import re
import time
from collections import Counter
from collections.abc import Iterator, Mapping

import pandas as pd

from helpers import (
    attribution,
    contradictions,
    contrast,
    controls,
    corpus,
    divergence,
    facts,
    hype,
    language,
    names,
    superlatives,
    textstat_compared,
)
from helpers.name_rules import mentions
from helpers.reading_ease import counts
from helpers.settings import Settings

DETECTORS = {
    "sentences": counts.count_sentences,
    "costly_words": counts.costliest_words,
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
    tables["names"] = known
    articles = corpus.articles_table([article]).assign(n_words=1)
    tables["divergence"] = timed("divergence", divergence.compare, settled, articles, Settings())
    tables["internal_conflicts"] = timed("internal", contradictions.internal, settled, articles)
    return tables, seconds


def check_places(texts: str | dict[str, str], tables: Mapping[str, pd.DataFrame]) -> Counter[str]:
    """Assert that each quote is the text at its offsets and line; count them by table.

    `texts` is the text of all sources, or maps each source to its own.
    """
    checked: Counter[str] = Counter()
    for name, table in tables.items():
        for source, line, start, end, quote in quotes(table):
            text = texts if isinstance(texts, str) else texts[source]
            assert text[start:end] == quote and quote, (name, source, start, end, quote)
            if line is not None:
                breaks = LINE_BREAK.findall(text, 0, start + 1)
                assert line == 1 + len(breaks), (name, source, line, quote)
            checked[name] += 1
    return checked


def quotes(table: pd.DataFrame) -> Iterator[tuple[str, int | None, int, int, str]]:
    """Yield source, line, start, end and quote of all words that a table quotes."""
    for end in ("", "_a", "_b"):
        columns = [f"{name}{end}" for name in ("source", "line", "start", "end", "quote")]
        if columns[-1] in table:
            yield from table[columns].itertuples(index=False)
    if "evidence_start" in table:
        found = table[table["evidence"] != ""]
        for row in found.itertuples():
            yield row.source, None, int(row.evidence_start), int(row.evidence_end), row.evidence
