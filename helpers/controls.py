"""Find neutral words of like frequency: what a rate looks like when nothing is being sold."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pandas as pd

from helpers import language
from helpers.lexicons import read_table
from helpers.paths import LEXICONS

if TYPE_CHECKING:
    from helpers.language import ParsedArticle

COLUMNS = "source line start end quote term block_kind".split()
LEXICON = "word zipf hype_id hype_zipf provenance".split()


def find_controls(parsed: Iterable[ParsedArticle]) -> pd.DataFrame:
    """Return one row per neutral word of `lexicons/neutral.csv`, by dictionary form.

    Each of these words is about as frequent in English as one word of the hype lexicon (Zipf
    frequency within 0.25). Where length or topic alone moves a rate, it moves this one too.
    """
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc

    vocab = language.shared_vocab()
    matcher = PhraseMatcher(vocab, attr="LEMMA")
    words = [row["word"] for row in read_table(LEXICONS / "neutral.csv", LEXICON, unique=["word"])]
    matcher.add("neutral", [Doc(vocab, words=[word], lemmas=[word]) for word in words])
    rows = [
        (article.source, *block.locate(span), span.root.lemma_, block.block.kind)
        for article in parsed
        for block in article.blocks
        for span in matcher(block.doc, as_spans=True)
    ]
    table = pd.DataFrame(rows, columns=COLUMNS)
    return table.sort_values(["source", "start"], ignore_index=True, kind="stable")
