"""Let a reader label ten sentences and compare the answers with the labels and the detector."""

import hashlib
import re
from collections.abc import Sequence

import numpy as np
import pandas as pd

from helpers import accuracy
from helpers.scoring.agreement import kappa
from helpers.scoring.errors import errors
from helpers.scoring.matching import Judged, pair, shared

N_SENTENCES = 10
N_MISTAKEN, N_MARKED = 4, 3
WORDS = (6, 45)
NOTHING = "-"
SEPARATOR = ";"
STRAIGHT = str.maketrans("‘’“”", "''\"\"")  # what a keyboard writes
SENTENCES = ["number", "source", "line", "start", "end", "quote"]
SPANS = ["source", "line", "start", "end", "quote", "number"]
MARKED = ["number", "yours", "both_passes", "one_pass", "detector", "note"]
COMPARED = ["one", "other", "n_sentences", "n_one", "n_other", "n_both", "f1", "kappa"]


def ten_sentences(tables, judged: dict[str, Judged]) -> pd.DataFrame:
    """Return ten sentences to label, always the same ones of a story; see `SENTENCES`.

    Where there are labels, four are sentences in which the hype detector made a mistake and three
    in which it was right, else those in which it found something; the rest it left alone. Within
    these groups, and in the order shown, a digest of the sentence decides: neither place nor
    length gives the answer away.
    """
    sentences = tables.sentences
    fits = sentences["n_words"].between(*WORDS) & (sentences["block_kind"] == "paragraph")
    sentences = sentences[fits] if fits.sum() >= N_SENTENCES else sentences
    sentences = sentences.assign(order=sentences["quote"].map(digest)).sort_values("order")
    sentences = sentences.drop_duplicates("quote")
    compared = {name: judged[name] for name in [accuracy.HYPE] if name in judged}
    mistaken = shared(sentences, errors(compared, tables.blocks)).any(axis=1)
    marked = shared(sentences, tables.hype).any(axis=1) & ~mistaken
    rows = np.arange(len(sentences))
    chosen = [*rows[mistaken][:N_MISTAKEN], *rows[marked][:N_MARKED]]
    chosen += [*rows[~mistaken & ~marked][: N_SENTENCES - len(chosen)]]
    chosen += [row for row in rows if row not in chosen][: N_SENTENCES - len(chosen)]
    ten = sentences.iloc[sorted(chosen)].reset_index(drop=True)
    return ten.assign(number=range(1, len(ten) + 1))[SENTENCES]


def digest(text: str) -> str:
    """Return a digest of a text, to order texts by."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def read_answers(ten: pd.DataFrame, answers: Sequence[str]) -> tuple[pd.DataFrame, dict[int, str]]:
    """Return the spans that the answers mark (`SPANS`) and a note on each answer in need of one.

    An answer holds the words to strike, with semicolons between them; "-" says that the
    sentence has none, and an empty answer that it is not answered.
    """
    rows, notes = [], {}
    if any(str(answer).strip() for answer in answers[len(ten) :]):
        notes[0] = f"there are {len(ten)} sentences: remove the answers beyond them"
    for sentence, answer in zip(ten.itertuples(), answers, strict=False):
        for part in str(answer).split(SEPARATOR):
            words = part.strip()
            if words in ("", NOTHING):
                continue
            pattern = re.escape(words.translate(STRAIGHT))
            match = re.search(pattern, sentence.quote.translate(STRAIGHT), re.IGNORECASE)
            if not match:
                notes[sentence.number] = f"not in the sentence: {words}"
                continue
            start, end = (sentence.start + at for at in match.span())
            quote = sentence.quote[slice(*match.span())]
            rows.append((sentence.source, sentence.line, start, end, quote, sentence.number))
    return pd.DataFrame(rows, columns=SPANS), notes


def answered(ten: pd.DataFrame, answers: Sequence[str]) -> pd.DataFrame:
    """Return the sentences that have an answer."""
    given = [bool(str(answer).strip()) for answer in answers][: len(ten)]
    return ten[np.array([*given, *[False] * (len(ten) - len(given))], bool)]


def compare_answers(ten, answers: Sequence[str], hype, marked: pd.DataFrame) -> pd.DataFrame:
    """Return one row per answered sentence: who marked which words; see `MARKED`.

    `marked` is that of `marked_hype`.

    Sentences without an answer stay hidden, so that nobody reads the solution first.
    """
    yours, notes = read_answers(ten, answers)
    settled, open_ = labelled_spans(marked)
    parts = {"yours": yours, "both_passes": settled, "one_pass": open_, "detector": hype}
    rows = []
    for sentence in answered(ten, answers).itertuples():
        own = ten[ten["number"] == sentence.number]
        quotes = ["; ".join(inside(part, own)["quote"]) for part in parts.values()]
        rows.append((sentence.number, *quotes, notes.get(sentence.number, "")))
    if 0 in notes:
        rows.append((0, "", "", "", "", notes[0]))
    return pd.DataFrame(rows, columns=MARKED)


def agreement(ten, answers: Sequence[str], hype, marked: pd.DataFrame) -> pd.DataFrame:
    """Return how far you, the labels and the detector agree on the answered sentences.

    `n_one n_other n_both` count spans, paired when they overlap; `f1` is twice the pairs over all
    spans; `kappa` (Cohen) asks of each sentence whether it holds a span. See `COMPARED`.
    """
    own = answered(ten, answers)
    yours, _ = read_answers(ten, answers)
    spans = {"you": inside(yours, own), "detector": inside(hype, own)}
    if "settled" in marked:
        spans["labels"] = inside(labelled_spans(marked)[0], own)
    rows = []
    for one, other in (("you", "labels"), ("detector", "labels"), ("you", "detector")):
        if one in spans and other in spans:
            pairs = len(pair(spans[one], spans[other]))
            sizes = len(spans[one]), len(spans[other])
            f1 = 2 * pairs / sum(sizes) if sum(sizes) else np.nan
            rows.append(
                (one, other, len(own), *sizes, pairs, f1, agreed(spans[one], spans[other], own))
            )
    return pd.DataFrame(rows, columns=COMPARED)


def agreed(one: pd.DataFrame, other: pd.DataFrame, sentences: pd.DataFrame) -> float:
    """Return Cohen's kappa of "this sentence holds a span"."""
    a, b = (shared(sentences, table).any(axis=1) for table in (one, other))
    cells = np.array([[(a & b).sum(), (a & ~b).sum(), (~a & b).sum(), (~a & ~b).sum()]], float)
    return float(kappa(cells)[0])


def marked_hype(judged: dict[str, Judged]) -> pd.DataFrame:
    """Return the labels of hype as of `matching.settle`; a table without columns if nobody looked."""
    return judged[accuracy.HYPE].marked if accuracy.HYPE in judged else pd.DataFrame()


def labelled_spans(marked: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the spans of hype that both passes marked, and those that one did."""
    if "settled" not in marked:
        empty = pd.DataFrame(columns=SPANS)
        return empty, empty
    return marked[marked["settled"]], marked[~marked["settled"]]


def inside(spans: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return the spans that lie in one of the sentences, at least in part."""
    return spans[shared(spans, sentences).any(axis=1)].reset_index(drop=True)
