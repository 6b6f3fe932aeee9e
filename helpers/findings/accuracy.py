"""Say in a sentence how far the detectors can be trusted."""

import pandas as pd

from helpers.findings.finding import Finding

MIN_LABELS = 5
HYPE, HELD_OUT = "hype", "hype, held out"
LISTED = "hype, held out, published kept"
NONE = Finding(
    "No article of this story has labels, so no detector can be scored on it.",
    headline="No labels, no score",
)


def coverage(overview: pd.DataFrame, n_articles: int) -> Finding:
    """State how many articles have labels, layer by layer."""
    own = overview[(overview["articles_first"] > 0) | (overview["articles_second"] > 0)]
    if own.empty:
        return NONE
    parts = [
        f"{row.layer} {row.articles_first} and {row.articles_second}" for row in own.itertuples()
    ]
    return Finding(
        f"Of {n_articles} articles the first and the second pass cover: {', '.join(parts)}.",
        {"articles": n_articles, "layers": len(own)},
    )


def held_out(summary: pd.DataFrame, agreement: pd.DataFrame) -> Finding:
    """State the score of the hype detector that may be quoted, and what people reach."""
    if summary.empty:
        return NONE
    scores = summary.set_index("detector")
    if HYPE not in scores.index or scores.loc[HYPE, "n_labels"] < MIN_LABELS:
        n = int(scores["n_labels"].get(HYPE, 0))
        return Finding(
            f"Too few labels to score the hype detector ({n} spans).",
            {"n_labels": n},
            "Too few labels to score the hype detector",
        )
    full = scores.loc[HYPE]
    if HELD_OUT not in scores.index:
        return Finding(
            f"With labels on one article nothing can be held out: the hype detector reaches an F1 "
            f"of {full['score']:.2f} ({full['low']:.2f} to {full['high']:.2f}) on it.",
            rounded({"f1": full["score"], "n_labels": int(full["n_labels"])}),
            f"Hype detector: F1 {full['score']:.2f} on one labelled article",
        )
    own = scores.loc[HELD_OUT]
    evidence = {"f1": own["score"], "low": own["low"], "high": own["high"]}
    evidence |= {"f1_all_entries": full["score"], "n_labels": int(full["n_labels"])}
    text = (
        f"On {int(full['n_labels'])} labelled spans the hype detector reaches an F1 of "
        f"{own['score']:.2f} ({own['low']:.2f} to {own['high']:.2f}) when each article is scored "
        f"without the lexicon entries that only its own labels support, and of "
        f"{full['score']:.2f} ({full['low']:.2f} to {full['high']:.2f}) with all entries."
    )
    if LISTED in scores.index:
        listed = scores.loc[LISTED]
        evidence["f1_published_kept"] = listed["score"]
        text += (
            f" It is {listed['score']:.2f} ({listed['low']:.2f} to {listed['high']:.2f}) when "
            "entries that stand in a published word list are kept as well."
        )
    passes = agreement.query("layer == 'hype' and one == 'first' and other == 'second'")
    if len(passes):
        evidence["f1_passes"] = passes["f1"].iloc[0]
        text += f" The two passes of labels agree with each other at {passes['f1'].iloc[0]:.2f}."
    headline = (
        f"Hype detector: F1 {own['score']:.2f} held out, {full['score']:.2f} with all entries"
    )
    return Finding(text, rounded(evidence), headline)


def categories(scores: pd.DataFrame, *, detector: str = HYPE) -> Finding:
    """State in which category of hype labels are found most and least often."""
    own = scores[(scores["detector"] == detector) & (scores["n_labels"] >= MIN_LABELS)]
    if len(own) < 2:
        return Finding(
            f"Too few labels to compare the categories of {detector}.",
            headline=f"Too few labels to compare categories of {detector}",
        )
    ranked = own.sort_values(["recall", "group"], ascending=[False, True])
    high, low = ranked.iloc[0], ranked.iloc[-1]
    evidence = {"high": high["group"], "high_recall": high["recall"]}
    evidence |= {"low": low["group"], "low_recall": low["recall"]}
    counts = [f"{row['found']} of {row['n_labels']}" for row in (high, low)]
    if high["recall_low"] <= low["recall_high"]:
        return Finding(
            f"No clear difference between the categories: {counts[0]} labels of {high['group']} "
            f"are found in their category and {counts[1]} of {low['group']}.",
            rounded(evidence),
            f"No clear difference between categories of {detector}",
        )
    return Finding(
        f"Of {high['group']} the detector finds {counts[0]} labels in their category, of "
        f"{low['group']} {counts[1]}.",
        rounded(evidence),
        f"{high['group'].capitalize()}: {counts[0]} found; {low['group']}: {counts[1]}",
    )


def correction(counts: pd.DataFrame) -> Finding:
    """State in how many articles the corrected count comes to what both passes marked."""
    own = counts.dropna(subset=["corrected"])
    if own.empty:
        return Finding(
            "With labels on fewer than two articles no count can be corrected from the others.",
            headline="No count can be corrected without labels elsewhere",
        )
    held = int(own["both"].between(own["low"], own["high"]).sum())
    evidence = {"articles": len(own), "held": held}
    return Finding(
        f"In {held} of {len(own)} articles the count that both passes marked lies within the "
        "interval corrected by the scores on the other articles.",
        evidence,
        f"Corrected counts hold the labelled count in {held} of {len(own)} articles",
    )


def answers(compared: pd.DataFrame) -> Finding:
    """State how far a reader's own labels agree with the labels and with the detector."""
    rows = compared[compared["n_sentences"] > 0]
    if rows.empty:
        return Finding("No sentence is answered yet: write into the list and run the cell again.")
    parts = [
        f"{row['one']} and the {row['other']} share {row['n_both']} of "
        f"{row['n_one']} and {row['n_other']} spans"
        for _, row in rows.iterrows()
    ]
    n = int(rows["n_sentences"].iloc[0])
    text = "; ".join(parts).replace("detector and", "the detector and")
    return Finding(f"On {n} answered sentences: {text}.", {"n_sentences": n})


def rounded(evidence: dict[str, object]) -> dict[str, object]:
    """Return the numbers of a finding as they are shown."""
    return {key: round(float(v), 2) if isinstance(v, float) else v for key, v in evidence.items()}
