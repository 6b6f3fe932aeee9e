"""Say what the story consists of."""

import pandas as pd

from helpers.findings.finding import Finding


def extent(articles: pd.DataFrame, skipped: pd.DataFrame) -> Finding:
    """State how many articles there are, how long, and how many files were left out.

    Takes the tables `articles` and `skipped`.
    """
    n, words = len(articles), articles["n_words"]
    left_out = int((skipped["action"] == "skipped").sum())
    evidence = {"articles": n, "words": int(words.sum()), "left_out": left_out}
    if n == 1:
        length = f"One article of {words.iloc[0]:,} words; there is nothing to compare it with."
    else:
        span = f"{words.min():,} to {words.max():,} words"
        span = span if words.min() < words.max() else f"{words.max():,} words each"
        length = f"{n} articles of {span}, {words.sum():,} in all."
    files = {0: "No file was", 1: "One file was"}.get(left_out, f"{left_out} files were")
    files += " left out."
    return Finding(f"{length} {files}", evidence, length.rstrip("."))


def boilerplate(articles: pd.DataFrame) -> Finding:
    """State in how many files text that is not the article was found, and how much at most.

    Takes the table `articles`, with `share_boilerplate` from 0 to 1.
    """
    with_some = articles[articles["share_boilerplate"] > 0]
    n, total = len(with_some), len(articles)
    if not n:
        text = f"None of the {total} files holds text that is not the article."
        if total == 1:
            text = "The file holds no text that is not the article."
        return Finding(text, {"files": 0}, "Every line belongs to an article")
    largest = with_some.loc[with_some["share_boilerplate"].idxmax()]
    share = largest["share_boilerplate"]
    hold = "holds" if n == 1 else "hold"
    return Finding(
        f"{n} of {total} files {hold} text that is not the article; in {largest['label']} it is "
        f"{share:.0%} of the characters. It is left out of every count.",
        {"files": n, "largest": largest["source"], "share": round(float(share), 3)},
        f"{n} of {total} files {hold} text that is not the article",
    )
