"""Count what readability formulas need: our own counts by sentence, textstat's by text."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from helpers import syllables
from helpers.datelines import dateline_end
from helpers.language import word_spans

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

    from helpers.language import ParsedArticle, ParsedBlock

APOSTROPHES = str.maketrans("‘’", "''")
LONG = 6  # a long word has more letters than this
POLYSYLLABLE = 3
ENDINGS = ("es", "ed", "ing")
SHOUTED = 3  # from so many words on, a sentence all in capitals is shouted, not full of acronyms
DISTINCT_WORDS = 2**17

LINKS = ["HEAD", "IS_PUNCT", "IS_SPACE"]
TOKEN = ["IDX", "POS", "LEMMA", "LENGTH", *LINKS]  # what is asked of spaCy for each token
NO_TOKEN = (0, 0, 0)  # where a word does not begin with a token

PLACE = ["source", "line", "start", "end", "quote"]
COUNTED = ["n_letters", "n_syllables", "n_dictionary_syllables", "n_polysyllables", "n_complex"]
COUNTED += ["n_long", "n_hard", "n_estimated"]
SENTENCES = [*PLACE, "sentence_id", "block", "block_kind", "n_words", *COUNTED]
SENTENCES += ["n_dependencies", "dependency_distance"]
WORDS = [*PLACE, "n", "n_syllables", "estimated", "adds"]
COSTLIEST = 15
FLESCH_KINCAID_SYLLABLES = 11.8


class Word(NamedTuple):
    """What one word adds to the counts, in the order of `COUNTED`."""

    letters: int
    syllables: int
    dictionary_syllables: int
    polysyllable: bool
    complex_word: bool
    long_word: bool
    hard_word: bool
    estimated: bool


def count_sentences(parsed: "Iterable[ParsedArticle]") -> pd.DataFrame:
    """Return one row per sentence of article text, with its counts; see `SENTENCES`.

    `block` is the line its block begins on, `sentence_id` counts from 1 in each article.
    `n_words` are those of `language.word_spans`; `n_syllables` are counted as read aloud,
    `n_dictionary_syllables` as textstat counts the same words; `n_polysyllables` have three
    syllables or more and `n_complex` are those that Fog counts; `n_long` have more than six
    letters; `n_hard` are off the Dale-Chall list; `n_estimated` are words with guessed syllables.
    `dependency_distance` is the mean over `n_dependencies`.
    """
    rows = []
    for article in parsed:
        number = 0
        for block in article.blocks:
            for row in _block_rows(block):
                number += 1
                place, counts = row[:4], row[4:]
                kind = block.block
                rows.append((article.source, *place, number, kind.line, kind.kind, *counts))
    return pd.DataFrame(rows, columns=SENTENCES)


def costliest_words(parsed: "Iterable[ParsedArticle]", *, n: int = COSTLIEST) -> pd.DataFrame:
    """Return the `n` words of each article's paragraphs that raise Flesch-Kincaid most; `WORDS`.

    One row per word form with the place where it first stands; `n` says how often. `adds` is in
    grades: how far the text's grade would fall if the word had one syllable each time.
    """
    rows = []
    for article in parsed:
        first: dict[str, tuple] = {}
        times: dict[str, int] = {}
        total = 0
        for block in (block for block in article.blocks if block.block.kind == "paragraph"):
            for start, end in word_spans(block.readable):
                total += 1
                key = block.readable[start:end].translate(APOSTROPHES).lower()
                times[key] = times.get(key, 0) + 1
                if key not in first:
                    first[key] = (block, start, end)
        rows += _costs(article.source, first, times, total)[:n]
    return pd.DataFrame(rows, columns=WORDS)


def _costs(source: str, first: dict, times: dict, total: int) -> list[tuple]:
    rows = []
    for key, (block, start, end) in first.items():
        word = block.readable[start:end].translate(APOSTROPHES)
        counted = syllables.count(word)
        adds = FLESCH_KINCAID_SYLLABLES * times[key] * (counted.n - 1) / total
        if counted.n >= POLYSYLLABLE:
            place = block.locate((start, end))
            rows.append((source, *place, times[key], counted.n, counted.estimated, adds))
    return sorted(rows, key=lambda row: (-row[-1], row[2]))


def _block_rows(block: "ParsedBlock"):
    """Yield place and counts of each sentence of a block."""
    doc = block.doc
    text = block.readable.replace("‘", "'").replace("’", "'")  # translate is slower
    # All tokens at once: one by one they take longer than the counting.
    columns = doc.to_array(TOKEN)
    starts, *kinds = columns[:, : len(TOKEN) - len(LINKS)].T.tolist()
    tokens = dict(zip(starts, zip(*kinds, strict=True), strict=True))
    spans = word_spans(text)
    begins = [begin for begin, _ in spans]
    distances = _distances(columns[:, -len(LINKS) :])
    at, opening = 0, dateline_end(text)
    for sentence in doc.sents:
        start, end = _stripped(text, sentence.start_char, sentence.end_char)
        first, at = at, bisect_left(begins, end, at)
        if max(start, opening) < end:
            own = spans[first:at]
            counts = _sum_words(text, own, tokens, doc, shouted=text[start:end].isupper())
            linked = distances[sentence.start : sentence.end]
            linked = linked[linked > 0]
            mean = float(linked.sum() / len(linked)) if len(linked) else 0.0
            yield (*block.locate((start, end)), len(own), *counts, len(linked), mean)


def _sum_words(
    text: str, spans: list, tokens: dict[int, tuple], doc: "Doc", *, shouted: bool
) -> list[int]:
    """Return the sums of what the words at `spans` add; `tokens` has `TOKEN` by offset."""
    shouted = shouted and len(spans) >= SHOUTED
    strings, propn = doc.vocab.strings, _proper_noun()
    judged = []
    for position, (start, end) in enumerate(spans):
        word = text[start:end]
        kind, lemma_id, length = tokens.get(start, NO_TOKEN)
        is_name = not shouted and (kind == propn or (position > 0 and word[0].isupper()))
        lemma = _in_lower_case(lemma_id, strings) if length == len(word) else ""
        judged.append(judge(word.lower() if shouted else word, lemma, is_name))
    return [sum(column) for column in zip(*judged, strict=True)] or [0] * len(COUNTED)


@lru_cache(maxsize=DISTINCT_WORDS)
def _in_lower_case(number: int, strings: "StringStore") -> str:
    return strings[number].lower()


@cache
def _proper_noun() -> int:
    from spacy.symbols import PROPN

    return PROPN


@lru_cache(maxsize=DISTINCT_WORDS)
def judge(word: str, lemma: str, is_name: bool) -> Word:
    """Return what a word adds to the counts, given its lemma and whether it is a name.

    Names, numbers and acronyms are neither complex (Fog) nor hard (Dale-Chall); a word that only
    reaches three syllables by -es, -ed or -ing is not complex; one whose lemma is on the
    Dale-Chall list is not hard.
    """
    counted = syllables.count(word)
    lower = word.lower()
    letters = sum(c.isalnum() for c in word)
    plain = not is_name and not any(c.isdigit() for c in word) and not word[1:].isupper()
    polysyllable = counted.n >= POLYSYLLABLE
    inflected = bool(lemma) and lemma != lower and lower.endswith(ENDINGS)
    reached = inflected and syllables.count(lemma).n < POLYSYLLABLE
    stem = lower.removesuffix("'s").removesuffix("'")
    familiar = any(syllables.is_familiar(form) for form in (lower, stem, lemma))
    return Word(
        letters,
        counted.n,
        counted.dictionary,
        polysyllable,
        polysyllable and plain and not reached,
        letters > LONG,
        plain and not familiar,
        counted.estimated,
    )


def _distances(links: np.ndarray) -> np.ndarray:
    """Return for each token the words between it and its head, 0 for roots and punctuation.

    `links` has a row a token: how far on its head is, and whether it is a mark or white space.
    """
    heads = np.arange(len(links)) + links[:, 0].astype(np.int64)
    is_word = ~links[:, 1:].any(axis=1)
    rank = np.cumsum(is_word)
    return np.where(is_word, np.abs(rank - rank[heads]), 0) if len(links) else rank


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return end - len(piece.lstrip()), start + len(piece.rstrip())
