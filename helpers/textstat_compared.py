"""Set textstat's own scores beside ours, and show what each step between the two moves.

textstat 0.7.8 takes a text as it comes: menus and headings run into sentences, a decimal point
ends one, a dash joins two words, and "AI" has one syllable. Here its counts are taken with its
own functions, a word at a time, since they remember only 128 words; the scores are the same.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from helpers.readability import totals
from helpers.reading_ease import syllables
from helpers.reading_ease.formulas import FORMULAS, Counts, automated_readability, coleman_liau
from helpers.texts.blocks import ARTICLE_KINDS

if TYPE_CHECKING:
    from helpers.corpus import Article
    from helpers.language import ParsedArticle

RAW, ARTICLE, PARAGRAPHS = "raw file", "article text", "paragraphs"
SENTENCES, WORDS, SPOKEN = "right sentences", "right words", "as spoken"
STEPS = (RAW, ARTICLE, PARAGRAPHS, SENTENCES, WORDS, SPOKEN)
ABLATED = ("flesch_kincaid", "flesch_reading_ease")
NOT_COUNTED = "dependency_distance"
PER_LETTER = 0.058  # textstat's coefficient of Coleman-Liau; the published one is 0.0588
FOG_SYLLABLES = 3
DISTINCT_WORDS = 2**17

COUNTED = ["n_words", "n_sentences", "n_letters", "n_characters", "n_pieces", "n_syllables"]
COUNTED += ["n_polysyllables", "n_complex", "n_long", "n_hard"]
COUNTS = ["source", "text", *COUNTED]
SCORES = ["source", "measure", "value"]
ABLATION = ["source", "step", "text", "measure", "value"]


class Word(NamedTuple):
    """What textstat makes of one word: syllables, length, on its lists or not."""

    syllables: int
    polysyllable: bool
    complex_word: bool
    long_word: bool
    hard_word: bool


def count_by_textstat(parsed: "Iterable[ParsedArticle]") -> pd.DataFrame:
    """Return textstat's counts of each article's raw file, article text and paragraphs; `COUNTS`.

    `n_characters` are all but white space and `n_pieces` what white space divides, as textstat's
    ARI takes letters and words; `n_complex` are the words its Fog counts, `n_hard` those its
    Dale-Chall counts.
    """
    rows = [
        (article.source, name, *textstat_counts(text))
        for article in parsed
        for name, text in _texts(article.article).items()
    ]
    return pd.DataFrame(rows, columns=COUNTS)


def textstat_counts(text: str) -> tuple[int, ...]:
    """Return textstat's counts of a text, in the order of `COUNTED`."""
    from textstat import textstat
    from textstat.backend.selections._list_words import list_words

    words = list_words(text)
    judged = [_judge(word) for word in words]
    sums = [sum(column) for column in zip(*judged, strict=True)] or [0] * len(Word._fields)
    n_syllables, n_polysyllables, n_complex, n_long, n_hard = sums
    pieces = text.split()
    n_characters = sum(map(len, pieces))
    lengths = textstat.letter_count(text), n_characters, len(pieces)
    counted = (len(words), textstat.sentence_count(text), *lengths, n_syllables)
    return (*counted, n_polysyllables, n_complex, n_long, n_hard)


def textstat_scores(counts: pd.DataFrame, *, text: str = RAW) -> pd.DataFrame:
    """Return the scores textstat itself gives to one of the texts; see `SCORES`.

    Equal to the results of its functions, whatever the length of the text: it has no floor.
    """
    own = counts[counts["text"] == text]
    counted = _counts(own)
    values = {name: formula.compute(counted) for name, formula in FORMULAS.items()}
    per_piece = own["n_characters"] / own["n_pieces"].where(own["n_pieces"] > 0)
    letters = (per_piece * own["n_words"]).to_numpy(float)
    values["automated_readability"] = automated_readability(counted._replace(letters=letters))
    values["coleman_liau"] = coleman_liau(counted, per_letter=PER_LETTER)
    del values[NOT_COUNTED]
    rows = [
        (source, measure, float(value[place]))
        for place, source in enumerate(own["source"])
        for measure, value in values.items()
    ]
    return pd.DataFrame(rows, columns=SCORES)


def ablation(counts: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return Flesch-Kincaid and Reading Ease on the way from textstat to ours; see `ABLATION`.

    `step` 0 is the raw file as textstat scores it; then boilerplate goes (1), headings and lists
    go (2), sentences are ours (3), words joined by dashes are split (4), and numbers and acronyms
    are read aloud (5): the value that `readability.score` shows. No floor is applied.
    """
    ours = totals(sentences)
    by_text = {name: own.set_index("source") for name, own in counts.groupby("text")}
    rows = []
    for source in sorted(counts["source"].unique()):
        steps = [by_text[name].loc[source] for name in STEPS[:3]]
        values = [(row["n_words"], row["n_sentences"], row["n_syllables"]) for row in steps]
        own = ours.loc[source] if source in ours.index else dict.fromkeys(ours.columns, 0)
        values.append((values[-1][0], own["sentences"], values[-1][2]))
        values.append((own["words"], own["sentences"], own["dictionary_syllables"]))
        values.append((own["words"], own["sentences"], own["syllables"]))
        for step, (name, (words, n_sentences, n_syllables)) in enumerate(
            zip(STEPS, values, strict=True)
        ):
            counted = Counts(words, n_sentences, 0, n_syllables, *[0] * 6)
            for measure in ABLATED:
                value = float(FORMULAS[measure].compute(counted))
                rows.append((source, step, name, measure, value))
    return pd.DataFrame(rows, columns=ABLATION)


@lru_cache(maxsize=DISTINCT_WORDS)
def _judge(word: str) -> Word:
    lower = word.lower()[: syllables.LONGEST_WORD]
    n = syllables.by_textstat(lower)
    hard = not syllables.is_familiar(word.lower())
    return Word(
        n, n >= FOG_SYLLABLES, hard and n >= FOG_SYLLABLES, len(word.replace("'", "")) > 6, hard
    )


def _texts(article: "Article") -> dict[str, str]:
    kept = {ARTICLE: ARTICLE_KINDS, PARAGRAPHS: ("paragraph",)}
    pieces = {
        name: "\n\n".join(article.text[b.start : b.end] for b in article.blocks if b.kind in kinds)
        for name, kinds in kept.items()
    }
    return {RAW: article.text, **pieces}


def _counts(table: pd.DataFrame) -> Counts:
    names = ["n_words", "n_sentences", "n_letters", "n_syllables", "n_polysyllables"]
    names += ["n_complex", "n_long", "n_hard"]
    columns = [table[name].to_numpy(float) for name in names]
    return Counts(*columns, columns[0], columns[0])
