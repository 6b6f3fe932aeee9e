"""Time our own jobs like those of the peers; prints one line of JSON."""

import json
import sys
import time
from pathlib import Path

from jobs_peers import ADDED, QUANTITIES, READABILITY, WORDING

from helpers import corpus, hype, language, quantities, readability, reading_counts

OURS = "this collection"


def main(folder: Path) -> list[tuple[str, str, float]]:
    """Return job, package and words a second."""
    files = sorted(folder.glob("*.txt"))
    articles = [corpus.article_from_text(file.read_text(), file.name) for file in files]
    words = sum(len(article.text.split()) for article in articles)
    parsed = list(language.parse(articles, cached=False))
    known = {article.source: article for article in parsed}
    rows = []

    def clock(job, call):
        call(articles[:1])
        started = time.process_time()
        call(articles)
        rows.append((job, OURS, words / (time.process_time() - started)))

    def of(some):
        return [known[article.source] for article in some]

    def read(docs):
        return readability.score(reading_counts.count_sentences(docs))

    clock(READABILITY, lambda some: read(list(language.parse(some, cached=False))))
    clock(ADDED, lambda some: read(of(some)))
    clock(QUANTITIES, lambda some: [quantities.find_quantities(a.text) for a in some])
    clock(WORDING, lambda some: hype.find_hype(of(some)))
    return rows


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]))) + "\n")
