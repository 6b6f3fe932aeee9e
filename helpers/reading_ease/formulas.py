"""The readability formulas, as pure functions of counts.

Each takes `Counts` of numbers or of arrays, so that one expression scores a text, a table of
texts, or thousands of resamples of one. A text without words or sentences has no value (NaN).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

MIN_WORDS = 100
MIN_SENTENCES = 10
MIN_SENTENCES_SMOG = 30
DALE_CHALL_STEP = 0.05  # share of hard words above which the constant is added


class Counts(NamedTuple):
    """What the formulas need of a text: numbers, or arrays of one shape.

    `letters` are letters and digits; `polysyllables` have three syllables or more, `complex_words`
    those of them that Fog counts; `long_words` have more than six letters, `hard_words` are off
    the Dale-Chall list; `distance` is the sum over `dependencies` of words between head and
    dependent, neighbours being 1 apart.
    """

    words: float | np.ndarray
    sentences: float | np.ndarray
    letters: float | np.ndarray
    syllables: float | np.ndarray
    polysyllables: float | np.ndarray
    complex_words: float | np.ndarray
    long_words: float | np.ndarray
    hard_words: float | np.ndarray
    dependencies: float | np.ndarray
    distance: float | np.ndarray


def ratio(a, b):
    """Return a / b, NaN where b is 0."""
    b = np.asarray(b, float)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(b > 0, np.asarray(a, float) / b, np.nan)[()]


def sentence_length(c: Counts):
    """Return words per sentence. Higher is harder. It needs no dictionary and no syllables."""
    return ratio(c.words, c.sentences)


def flesch_reading_ease(c: Counts):
    """Return 206.835 - 1.015 W/S - 84.6 Y/W: about 0 to 100, higher is EASIER (Flesch 1948)."""
    return 206.835 - 1.015 * sentence_length(c) - 84.6 * ratio(c.syllables, c.words)


def flesch_kincaid(c: Counts):
    """Return 0.39 W/S + 11.8 Y/W - 15.59: US school grade, higher is harder.

    Kincaid, Fishburne, Rogers, Chissom 1975. A tenth of a syllable per word is 1.2 grades.
    """
    return 0.39 * sentence_length(c) + 11.8 * ratio(c.syllables, c.words) - 15.59


def gunning_fog(c: Counts):
    """Return 0.4 (W/S + 100 X/W): school grade, higher is harder (Gunning 1952).

    X are words of three syllables or more without names, numbers, and words that reach three
    only by -es, -ed or -ing; parts of a compound are judged one by one.
    """
    return 0.4 * (sentence_length(c) + 100 * ratio(c.complex_words, c.words))


def smog(c: Counts):
    """Return 1.0430 sqrt(30 P/S) + 3.1291: school grade, higher is harder (McLaughlin 1969).

    Made for 30 sentences; below that it is not shown. All words of three syllables or more
    count, names and numbers as they are spoken.
    """
    return 1.0430 * np.sqrt(30 * ratio(c.polysyllables, c.sentences)) + 3.1291


def automated_readability(c: Counts):
    """Return 4.71 C/W + 0.5 W/S - 21.43: school grade, higher is harder (Smith, Senter 1967)."""
    return 4.71 * ratio(c.letters, c.words) + 0.5 * sentence_length(c) - 21.43


def coleman_liau(c: Counts, *, per_letter: float = 0.0588):
    """Return 0.0588 L - 0.296 S - 15.8 per 100 words: school grade, higher is harder.

    Coleman, Liau 1975. textstat 0.7.8 has 0.058 in place of 0.0588, which takes about 0.4 grades
    off; `per_letter` is there to reproduce it.
    """
    letters, sentences = ratio(c.letters, c.words), ratio(c.sentences, c.words)
    return per_letter * 100 * letters - 0.296 * 100 * sentences - 15.8


def lix(c: Counts):
    """Return W/S + 100 L/W: about 20 to 60, higher is harder (Björnsson 1968).

    It needs no syllables and no dictionary, so it is the easiest to reproduce.
    """
    return sentence_length(c) + 100 * ratio(c.long_words, c.words)


def rix(c: Counts):
    """Return long words per sentence: about 0 to 8, higher is harder (Anderson 1983)."""
    return ratio(c.long_words, c.sentences)


def dale_chall(c: Counts):
    """Return 15.79 D/W + 0.0496 W/S, plus 3.6365 where D/W is over 0.05; higher is harder.

    Dale, Chall 1948; 4.9 and below is grade 4, 9.0 to 9.9 college. A word is familiar if it or
    its lemma is on the list of 3,000; names, numbers and acronyms are not hard.
    """
    share = ratio(c.hard_words, c.words)
    step = np.where(share > DALE_CHALL_STEP, 3.6365, 0.0)
    return 15.79 * share + 0.0496 * sentence_length(c) + step


def dependency_distance(c: Counts):
    """Return the mean distance in words from a word to its head; higher is harder (Liu 2008).

    Neighbours are 1 apart; punctuation is left out. It is measured on the parse.
    """
    return ratio(c.distance, c.dependencies)


@dataclass(frozen=True)
class Formula:
    """A measure with its name for tables and people, its unit, direction and floor."""

    measure: str
    title: str
    unit: str
    higher: str
    compute: Callable[[Counts], float | np.ndarray]
    min_sentences: int = MIN_SENTENCES

    def missing(self, words: float, sentences: float) -> str:
        """Return why a text is too short for the formula, or nothing."""
        if words == 0 or sentences == 0:
            return "no paragraphs"
        if sentences < self.min_sentences:
            return f"{sentences:.0f} of the {self.min_sentences} sentences it needs"
        if words < MIN_WORDS:
            return f"{words:.0f} of the {MIN_WORDS} words it needs"
        return ""


FORMULAS = {
    formula.measure: formula
    for formula in (
        Formula("sentence_length", "Words per sentence", "words", "harder", sentence_length),
        Formula("flesch_kincaid", "Flesch-Kincaid", "grade", "harder", flesch_kincaid),
        Formula(
            "flesch_reading_ease", "Flesch Reading Ease", "0-100", "easier", flesch_reading_ease
        ),
        Formula("gunning_fog", "Gunning Fog", "grade", "harder", gunning_fog),
        Formula("smog", "SMOG", "grade", "harder", smog, MIN_SENTENCES_SMOG),
        Formula("automated_readability", "ARI", "grade", "harder", automated_readability),
        Formula("coleman_liau", "Coleman-Liau", "grade", "harder", coleman_liau),
        Formula("lix", "LIX", "points", "harder", lix),
        Formula("rix", "RIX", "points", "harder", rix),
        Formula("dale_chall", "Dale-Chall", "points", "harder", dale_chall),
        Formula(
            "dependency_distance", "Dependency distance", "words", "harder", dependency_distance
        ),
    )
}
GRADES = tuple(name for name, formula in FORMULAS.items() if formula.unit == "grade")
