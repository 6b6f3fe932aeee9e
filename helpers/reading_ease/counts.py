"""Count what readability formulas need: our own counts by sentence, textstat's by text."""

from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import accumulate, chain, repeat
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from helpers.language import word_spans
from helpers.reading_ease import syllables
from helpers.texts.datelines import dateline_end

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.strings import StringStore

    from helpers.language import ParsedArticle, ParsedBlock

LONG = 6  # a long word has more letters than this
POLYSYLLABLE = 3
ENDINGS = ("es", "ed", "ing")
SHOUTED = 3  # from so many words on, a sentence all in capitals is shouted, not full of acronyms
DISTINCT_WORDS = 2**17

# What is asked of spaCy for each token.
ASKED = ["IDX", "LENGTH", "SENT_START", "HEAD", "IS_PUNCT", "IS_SPACE", "POS", "LEMMA"]

PLACE = ["source", "line", "start", "end", "quote"]
COUNTED = ["n_letters", "n_syllables", "n_dictionary_syllables", "n_polysyllables", "n_complex"]
COUNTED += ["n_long", "n_hard", "n_estimated"]
SENTENCES = [*PLACE, "sentence_id", "block", "block_kind", "n_words", *COUNTED]
SENTENCES += ["n_dependencies", "dependency_distance"]
WORDS = [*PLACE, "n", "n_syllables", "estimated", "adds"]
COSTLIEST = 15
FLESCH_KINCAID_SYLLABLES = 11.8


class Tokens(NamedTuple):
    """The tokens of an article, a row each: number of the block, offset and length in the text.

    `opens` tells the first of a sentence, `head` how many tokens on the head is; `is_word` that
    it is neither a mark nor white space; `pos` and `lemma` are spaCy's numbers.
    """

    block: np.ndarray
    start: np.ndarray
    length: np.ndarray
    opens: np.ndarray
    head: np.ndarray
    is_word: np.ndarray
    pos: np.ndarray
    lemma: np.ndarray


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
        found = _article_rows(article.blocks) if article.blocks else ()
        for number, (block, row) in enumerate(found, 1):
            place, counts = row[:4], row[4:]
            rows.append((article.source, *place, number, block.line, block.kind, *counts))
    # By columns: from rows it takes three times as long.
    columns = zip(*rows, strict=True) if rows else [()] * len(SENTENCES)
    return pd.DataFrame(dict(zip(SENTENCES, columns, strict=True)))


def costliest_words(parsed: "Iterable[ParsedArticle]", *, n: int = COSTLIEST) -> pd.DataFrame:
    """Return the `n` words of each article's paragraphs that raise Flesch-Kincaid most; `WORDS`.

    One row per word form with the place where it first stands; `n` says how often. `adds` is in
    grades: how far the text's grade would fall if the word had one syllable each time.
    """
    rows = []
    for article in parsed:
        first: dict[str, tuple] = {}
        times: Counter[str] = Counter()
        for block in (block for block in article.blocks if block.block.kind == "paragraph"):
            text = _straight(block.readable)
            spans = word_spans(text)
            words = [text[start:end].lower() for start, end in spans]
            times.update(words)
            for word, span in zip(words, spans, strict=True):
                if word not in first:
                    first[word] = (block, *span)
        rows += _costs(article.source, first, times)[:n]
    return pd.DataFrame(rows, columns=WORDS)


def _costs(source: str, first: dict[str, tuple], times: Counter[str]) -> list[tuple]:
    rows = []
    total = times.total()
    for key, (block, start, end) in first.items():
        word = _straight(block.readable[start:end])
        counted = syllables.count(word)
        adds = FLESCH_KINCAID_SYLLABLES * times[key] * (counted.n - 1) / total
        if counted.n >= POLYSYLLABLE:
            place = block.locate((start, end))
            rows.append((source, *place, times[key], counted.n, counted.estimated, adds))
    return sorted(rows, key=lambda row: (-row[-1], row[2]))


def _article_rows(blocks: "Sequence[ParsedBlock]") -> "Iterator[tuple]":
    """Yield block, place and counts of each sentence of an article."""
    texts = [_straight(block.readable) for block in blocks]
    text = "\n".join(texts)
    openings = [dateline_end(text) for text in texts]
    bases = list(accumulate((len(text) + 1 for text in texts), initial=0))[:-1]
    tokens = _tokens(blocks, bases)
    firsts = np.flatnonzero(tokens.opens)
    places = _places(text, tokens, firsts)
    counts = _count_words(text, places, tokens, blocks[0].doc.vocab.strings)
    linked = _count_links(tokens, firsts)
    owners = tokens.block[firsts].tolist()
    for owner, (start, end), own, links in zip(owners, places, counts, linked, strict=True):
        start, end = start - bases[owner], end - bases[owner]
        if max(start, openings[owner]) < end:
            block = blocks[owner]
            yield block.block, (*block.locate((start, end)), *own, *links)


def _tokens(blocks: "Sequence[ParsedBlock]", bases: list[int]) -> Tokens:
    """Return the tokens of an article whose blocks begin at `bases` in its joined text."""
    columns = np.concatenate([block.doc.to_array(ASKED) for block in blocks])
    sizes = [len(block.doc) for block in blocks]
    starts, lengths, opens, heads = columns[:, :4].astype(np.int64).T
    owners = np.repeat(np.arange(len(blocks)), sizes)
    return Tokens(
        owners,
        starts + np.repeat(bases, sizes),
        lengths,
        (opens == 1) | (np.diff(owners, prepend=-1) > 0),
        heads,
        ~columns[:, 4:6].any(axis=1),
        *columns[:, 6:].T,
    )


def _places(text: str, tokens: Tokens, firsts: np.ndarray) -> list[tuple[int, int]]:
    """Return the offsets of the sentences that begin with the tokens `firsts`, without margins."""
    lasts = np.append(firsts[1:], len(tokens.start)) - 1
    ends = tokens.start[lasts] + tokens.length[lasts]
    bounds = zip(tokens.start[firsts].tolist(), ends.tolist(), strict=True)
    return [_stripped(text, start, end) for start, end in bounds]


def _count_words(
    text: str, places: list[tuple[int, int]], tokens: Tokens, strings: "StringStore"
) -> list[list[int]]:
    """Return for each sentence the number of its words and the sums of what they add.

    All words of the article at once: sentence by sentence it takes longer than the counting.
    """
    spans = word_spans(text)
    begins, ends = np.fromiter(chain.from_iterable(spans), np.int64).reshape(-1, 2).T
    lasts = np.searchsorted(begins, [end for _, end in places])
    firsts = np.append(0, lasts[:-1])
    words = [text[start:end] for start, end in spans]
    at = np.searchsorted(tokens.start, begins).clip(max=len(tokens.start) - 1)
    found = tokens.start[at] == begins  # else the word does not begin with a token
    whole = found & (tokens.length[at] == ends - begins)
    capital = np.fromiter((word[0].isupper() for word in words), bool, len(words))
    capital[firsts[firsts < lasts]] = False
    names = (capital | (found & (tokens.pos[at] == _proper_noun()))).tolist()
    for (start, end), first, last in zip(places, firsts, lasts, strict=True):
        if last - first >= SHOUTED and text[start:end].isupper():
            words[first:last] = map(str.lower, words[first:last])
            names[first:last] = [False] * (last - first)
    lemmas = map(_in_lower_case, np.where(whole, tokens.lemma[at], 0).tolist(), repeat(strings))
    sums = np.zeros((len(words) + 1, len(COUNTED)), np.int64)
    judged = chain.from_iterable(map(judge, words, lemmas, names))
    flat = np.fromiter(judged, np.int64, len(words) * len(COUNTED))
    np.cumsum(flat.reshape(-1, len(COUNTED)), axis=0, out=sums[1:])
    return np.column_stack([lasts - firsts, sums[lasts] - sums[firsts]]).tolist()


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


def _count_links(tokens: Tokens, firsts: np.ndarray) -> list[tuple[int, float]]:
    """Return for each sentence how many of its words have a head, and how far on it is in words.

    Marks and white space neither count nor make a distance longer.
    """
    rank = np.cumsum(tokens.is_word)
    distances = np.where(tokens.is_word, np.abs(rank - rank[np.arange(len(rank)) + tokens.head]), 0)
    number = np.add.reduceat(distances > 0, firsts, dtype=np.int64)
    total = np.add.reduceat(distances, firsts)
    means = np.divide(total, number, out=np.zeros(len(number)), where=number > 0)
    return list(zip(number.tolist(), means.tolist(), strict=True))


def _straight(text: str) -> str:
    """Return `text` with straight apostrophes."""
    return text.replace("‘", "'").replace("’", "'")  # translate is slower


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return end - len(piece.lstrip()), start + len(piece.rstrip())
