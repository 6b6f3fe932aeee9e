"""Say how much the articles inflate, how far they can be told apart, and where they cannot."""

import pandas as pd

from helpers.findings.finding import Finding

MIN_HITS = 5  # below this in a source, one hit more or less would turn the order
OTHERS = "all others"


def ranking(rates: pd.DataFrame, differences: pd.DataFrame, labels: dict[str, str]) -> Finding:
    """State which sources differ in hits per 1,000 words after correction, if any do.

    Takes the total rates (category "all") and the table of `intervals.differences` for them.
    """
    known = rates.dropna(subset="per_1000")
    total = int(known["n"].sum())
    evidence = {"hits": total, "sources": len(known)}
    if known.empty or not total:
        return Finding("No inflated language was found.", evidence)
    spans = f"{known['per_1000'].min():.1f} to {known['per_1000'].max():.1f} per 1,000 words"
    if len(known) < 2:
        counted = "1 inflated word or phrase"
        counted = counted if total == 1 else f"{total} inflated words and phrases"
        rate = f"{known['per_1000'].iloc[0]:.1f} per 1,000 words"
        return Finding(f"{counted}, {rate}.", evidence, counted)
    counted = differences[
        (differences["n_first"] >= MIN_HITS) & (differences["n_second"] >= MIN_HITS)
    ]
    if counted.empty:
        text = f"Too few hits to rank the sources ({known['n'].min()} to {known['n'].max()} each)."
        return Finding(text, evidence, "Too few hits to rank")
    clear = counted[counted["holds"].astype(bool)]
    evidence |= {"pairs": len(counted), "clear": len(clear)}
    if clear.empty:
        closest = next(counted.sort_values("p_holm", kind="stable").itertuples())
        evidence |= {"p_holm": round(float(closest.p_holm), 3)}
        text = (
            f"The sources show no clear difference in hype ({spans}). Of {len(counted)} pairs, "
            f"{pair_words(closest, labels)} comes nearest to one: p = {closest.p_holm:.2f} after "
            "correction for the number of pairs, where less than 0.05 is asked for."
        )
        return Finding(text, evidence, "No clear difference in hype between the sources")
    pairs = [pair_words(row, labels) for row in clear.head(3).itertuples()]
    rest = f" and {len(clear) - 3} more pairs" if len(clear) > 3 else ""
    text = f"Hype runs from {spans}; clearly different: {'; '.join(pairs)}{rest}."
    headline = f"{len(clear)} of {len(counted)} pairs of sources differ clearly in hype"
    return Finding(text, evidence, headline)


def pair_words(row, labels: dict[str, str]) -> str:
    """Return the words for one pair that differs: the higher first, with its ratio."""
    first, second = (labels.get(name, name) for name in (row.first, row.second))
    ratio = row.ratio
    if ratio < 1:
        first, second, ratio = second, first, 1 / ratio if ratio else float("inf")
    return f"{first} above {second} (ratio {ratio:.1f})"


def kinds(hits: pd.DataFrame) -> Finding:
    """State which category is the commonest and how many sources use it."""
    if hits.empty:
        return Finding("No inflated language was found.", {"hits": 0})
    counts = (
        hits["category"].value_counts().sort_index().sort_values(ascending=False, kind="stable")
    )
    top, n = counts.index[0], int(counts.iloc[0])
    evidence = {"category": top, "n": n, "hits": len(hits)}
    if n < MIN_HITS:
        return Finding(f"Too few hits to say which kind prevails ({len(hits)} in all).", evidence)
    sources = hits.loc[hits["category"] == top, "source"].nunique()
    text = (
        f"{n:,} of {len(hits):,} hits are of the kind {top}, in {sources} of "
        f"{hits['source'].nunique()} articles with hits."
    )
    return Finding(text, evidence, f"{n:,} of {len(hits):,} hits are of the kind {top}")


def voices(hits: pd.DataFrame) -> Finding:
    """State how much of the hype stands in quotations and how much in the author's own words."""
    quoted = int((hits["voice"] == "quoted").sum())
    evidence = {"quoted": quoted, "own": len(hits) - quoted}
    if hits.empty:
        return Finding("No inflated language was found.", evidence)
    if len(hits) == 1:
        return Finding(
            f"The one hit is {'quoted' if quoted else 'the author’s own word'}.", evidence
        )
    if not quoted:
        return Finding(f"All {len(hits):,} hits are the authors' own words.", evidence)
    text = f"{len(hits) - quoted:,} of {len(hits):,} hits are the authors' own words, {quoted:,} "
    return Finding(f"{text}{'is' if quoted == 1 else 'are'} quoted.", evidence)


def spread(dispersion: pd.DataFrame, labels: dict[str, str]) -> Finding:
    """State whether the hits of a source lie more unevenly over its text than chance would."""
    known = dispersion[dispersion["n"] >= MIN_HITS]
    if known.empty:
        return Finding("Too few hits to say where they lie.", {"sources": 0})
    excess = (known["dp"] - known["expected"]).sort_values(ascending=False, kind="stable")
    row = known.loc[excess.index[0]]
    evidence = {"source": row["source"], "dp": float(row["dp"]), "expected": float(row["expected"])}
    name = labels.get(row["source"], row["source"])
    text = (
        f"The hits lie most unevenly in {name}: dispersion {row['dp']:.2f}, against "
        f"{row['expected']:.2f} for as many hits strewn at random."
    )
    return Finding(text, evidence, "Where the hits lie along each article")


def contrast(contrasts: pd.DataFrame) -> Finding:
    """State how many words set one source apart from the others after correction."""
    above = contrasts[contrasts["z"] > 0] if len(contrasts) else contrasts
    evidence = {"words": len(above), "survive": int(above["survives"].sum()) if len(above) else 0}
    if above.empty:
        return Finding("One article has no others to be contrasted with.", evidence)
    left = above[above["survives"].astype(bool)]
    if left.empty:
        text = (
            "No word sets an article clearly apart from the others once corrected for the number of "
            "words tested; the words shown describe and prove nothing."
        )
        return Finding(text, evidence, "No word sets an article clearly apart")
    words = ", ".join(f"“{word}”" for word in left["word"].drop_duplicates().head(5))
    start = "1 word sets" if len(left) == 1 else f"{len(left):,} words set"
    among = "" if len(left) == 1 else "among them "
    text = f"{start} an article apart after correction: {among}{words}."
    return Finding(text, evidence, f"{start} an article apart from the others")


def against_control(hype: pd.DataFrame, control: pd.DataFrame) -> Finding:
    """State how the spread of the hype rates compares with that of neutral words.

    Takes the total rates of both; ratios of the highest to the lowest source with enough hits.
    """
    ratios = {}
    for name, rates in (("hype", hype), ("neutral", control)):
        enough = rates[rates["n"] >= MIN_HITS]["per_1000"]
        if len(enough) < 2:
            return Finding("Too few hits to set hype beside neutral words.", ratios)
        ratios[name] = float(enough.max() / enough.min())
    text = (
        f"From the lowest to the highest source the rate of hype grows {ratios['hype']:.1f}-fold, that "
        f"of neutral words of like frequency {ratios['neutral']:.1f}-fold."
    )
    return Finding(text, ratios)
