"""Find articles that are copies of one another but for small changes."""

import numpy as np
import pandas as pd

from helpers.corpus import Article
from helpers.texts.blocks import ARTICLE_KINDS

SHINGLE = 5
HASHES = 128
SEED = 1
SCHEME = "affine32"
NEAR = 0.8


def signature(article: Article) -> str:
    """Return a digest of the article's runs of five words that is alike for like articles.

    It is a MinHash (Broder 1997) of the article's own text, in hexadecimal; the share of equal
    hashes estimates the share of common runs.
    """
    from datasketch import MinHash

    kept = (block for block in article.blocks if block.kind in ARTICLE_KINDS)
    words = " ".join(article.text[b.start : b.end] for b in kept).lower().split()
    runs = [" ".join(words[i : i + SHINGLE]) for i in range(max(len(words) - SHINGLE + 1, 1))]
    found = MinHash(num_perm=HASHES, seed=SEED, scheme=SCHEME)
    found.update_batch([run.encode("utf-8", "replace") for run in runs])
    return found.hashvalues.astype(">u4").tobytes().hex()


def with_originals(articles: pd.DataFrame) -> pd.DataFrame:
    """Return `articles` with `duplicate_of` in place of `signature`.

    `duplicate_of` names the first source, in the table's order, with which the article shares
    at least 80 % of its runs of five words, or is empty.
    """
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=NEAR - 0.1, num_perm=HASHES)
    originals: dict[str, MinHash] = {}
    order = {source: place for place, source in enumerate(articles["source"])}
    duplicate_of = []
    for row in articles.itertuples():
        hashes = np.frombuffer(bytes.fromhex(row.signature), ">u4").astype(np.uint32)
        own = MinHash(num_perm=HASHES, seed=SEED, hashvalues=hashes, scheme=SCHEME)
        alike = [name for name in index.query(own) if originals[name].jaccard(own) >= NEAR]
        first = min(alike, key=order.__getitem__, default="")
        duplicate_of.append(first)
        if not first:
            originals[row.source] = own
            index.insert(row.source, own)
    return articles.drop(columns="signature").assign(duplicate_of=duplicate_of)


def warnings(articles: pd.DataFrame) -> pd.DataFrame:
    """Return one `skipped` row (`path action reason`) per near duplicate in `articles`."""
    rows = [
        (
            row.source,
            "warning",
            f"nearly the same text as {row.duplicate_of}: counted as one source",
        )
        for row in articles.itertuples()
        if row.duplicate_of
    ]
    return pd.DataFrame(rows, columns=["path", "action", "reason"])
