"""Time our own jobs like those of the peers; prints one line of JSON."""

import json
import sys
import time
from pathlib import Path

from jobs_peers import ADDED, QUANTITIES, READABILITY, WORDING

from helpers import corpus, hype, language, quantities, readability
from helpers.reading_ease import counts
from helpers.reading_ease.formulas import FORMULAS, Counts

OURS = "this collection"
MORE = "this collection, with intervals"


def main(folder: Path) -> list[tuple[str, str, float]]:
    """Return job, package and words a second of processor time.

    The like job is counts and formulas of each text; our tables also hold their intervals.
    """
    files = sorted(folder.glob("*.txt"))
    articles = [corpus.article_from_text(file.read_text(), file.name) for file in files]
    words = sum(len(article.text.split()) for article in articles)
    parsed = parse(articles)
    rows = []

    def clock(job, name, call, given):
        call(given)
        started = time.process_time()
        call(given)
        rows.append((job, name, words / (time.process_time() - started)))

    clock(READABILITY, OURS, lambda some: values(parse(some)), articles)
    clock(READABILITY, MORE, lambda some: with_intervals(parse(some)), articles)
    clock(ADDED, OURS, values, parsed)
    clock(ADDED, MORE, with_intervals, parsed)
    texts = [article.text for article in articles]
    clock(QUANTITIES, OURS, lambda some: [quantities.find_quantities(text) for text in some], texts)
    clock(WORDING, OURS, hype.find_hype, parsed)
    return rows


def parse(articles):
    return list(language.parse(articles, cached=False))


def values(parsed):
    """Return every formula of every text."""
    totals = readability.totals(counts.count_sentences(parsed))
    of_texts = Counts(*totals[list(Counts._fields)].to_numpy().T)
    return [formula.compute(of_texts) for formula in FORMULAS.values()]


def with_intervals(parsed):
    return readability.score(counts.count_sentences(parsed))


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]))) + "\n")
