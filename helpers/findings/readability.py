"""Say which articles are harder to read, and when that cannot be said."""

from dataclasses import dataclass

import pandas as pd

from helpers.findings.finding import Finding
from helpers.reading_ease.formulas import FORMULAS, GRADES

GRADE = "flesch_kincaid"
SMALLEST_STEP = 0.05  # grades: what is shown as 0.0


@dataclass(frozen=True)
class Scale:
    """A measure as a sentence names it."""

    measure: str
    name: str
    unit: str


GRADES_OF_SCHOOL = Scale("flesch_kincaid", "Flesch-Kincaid grade", "grades")
LENGTH = Scale("sentence_length", "words per sentence", "words")


def harder(scores: pd.DataFrame, differences: pd.DataFrame, articles: pd.DataFrame) -> Finding:
    """State which articles differ clearly in Flesch-Kincaid grade, if any two do.

    Takes the tables `readability` and `articles` and that of `readability.differences`.
    """
    return _comparison(scores, differences, _labels(articles), GRADES_OF_SCHOOL)


def longer(scores: pd.DataFrame, differences: pd.DataFrame, articles: pd.DataFrame) -> Finding:
    """State which articles differ clearly in words per sentence, if any two do."""
    return _comparison(scores, differences, _labels(articles), LENGTH)


def spread(scores: pd.DataFrame, articles: pd.DataFrame) -> Finding:
    """State how far the formulas that give a school grade are apart on one text."""
    grades = scores[scores["measure"].isin(GRADES)].dropna(subset="value")
    range_of = grades.groupby("source")["value"].agg(lambda values: values.max() - values.min())
    if range_of.empty:
        return Finding("No article is long enough for a school grade.", {"sources": 0})
    source = range_of.idxmax()
    own = grades[grades["source"] == source].set_index("measure")["value"]
    low, high = own.idxmin(), own.idxmax()
    label = _labels(articles)[source]
    text = (
        f"The formulas give one text different grades: {label} has {own[low]:.1f} by "
        f"{FORMULAS[low].title} and {own[high]:.1f} by {FORMULAS[high].title}. "
        f"No single one of them is a fact about the text."
    )
    evidence = {"source": source, "low": float(own[low]), "high": float(own[high])}
    apart = own[high] - own[low]
    return Finding(text, evidence, f"Formulas put one text up to {apart:.1f} grades apart")


def tools(ablation: pd.DataFrame, articles: pd.DataFrame) -> Finding:
    """State what moves the grade between textstat on the raw file and ours.

    Takes the table of `textstat_compared.ablation`.
    """
    wide = ablation[ablation["measure"] == GRADE].pivot(
        index="source", columns="step", values="value"
    )
    wide = wide.dropna()
    if wide.empty:
        return Finding("No article has paragraphs, so there is no grade to compare.", {})
    names = ablation.drop_duplicates("step").set_index("step")["text"]
    steps = wide.diff(axis=1).iloc[:, 1:]
    means = steps.mean()
    top = means.abs().idxmax()
    moved = wide.iloc[:, -1] - wide.iloc[:, 0]
    if steps.abs().max().max() < SMALLEST_STEP:
        return Finding("No step from textstat's grade to ours moves it.", {"steps": len(means)})
    span = f"{_signed(moved.min())} to {_signed(moved.max())}"
    if len(moved) == 1:
        span = _signed(moved.iloc[0])
    text = (
        f"From textstat's grade for the raw file to ours it is {span} grades. The step that moves it most on average is "
        f"“{names[top]}” ({_signed(means[top])}); a single text moves by {steps.abs().max().max():.1f} "
        f"at most in one step."
    )
    evidence = {
        "step": names[top],
        "mean": float(means[top]),
        "low": float(moved.min()),
        "high": float(moved.max()),
    }
    headline = f"Preparing the text moves its grade by {span}"
    return Finding(text, evidence, headline)


def drivers(words: pd.DataFrame, articles: pd.DataFrame) -> Finding:
    """Name the word of each article that adds most to its Flesch-Kincaid grade, for up to five.

    Takes the table of `reading_counts.costliest_words`.
    """
    if words.empty:
        return Finding("No paragraph holds a word of three syllables or more.", {"words": 0})
    top = words.sort_values(["adds", "source"], ascending=[False, True]).groupby("source").head(1)
    labels = _labels(articles)
    parts = [
        f"“{row.quote}” in {labels[row.source]} ({_times(row.n)}, {row.adds:.1f} grades)"
        for row in top.head(5).itertuples()
    ]
    text = f"The words that add most to the Flesch-Kincaid grade: {'; '.join(parts)}."
    evidence = {row.source: row.quote for row in top.itertuples()}
    return Finding(text, evidence, f"“{top['quote'].iloc[0]}” is the word that costs most")


def _comparison(scores, differences, labels: dict[str, str], scale: Scale) -> Finding:
    values = scores[scores["measure"] == scale.measure].dropna(subset="value")
    values = values.sort_values(["value", "source"]).set_index("source")
    if values.empty:
        return Finding(f"No article is long enough to measure {scale.name}.", {"sources": 0})
    if len(values) == 1:
        (source,), shown = values.index, _interval(values.iloc[0])
        text = f"{labels[source]}: {scale.name} {shown}. There is nothing to compare it with."
        headline = f"{scale.name[0].upper()}{scale.name[1:]}: {shown}"
        return Finding(text, {"value": float(values["value"].iloc[0])}, headline)
    pairs = differences[differences["measure"] == scale.measure]
    held = pairs[pairs["holds"].astype(bool)]
    evidence = {"pairs": len(pairs), "hold": len(held), "values": values["value"].to_dict()}
    if held.empty:
        spanned = f"{values['value'].iloc[0]:.1f} to {values['value'].iloc[-1]:.1f}"
        text = f"No clear difference in {scale.name} between the {len(values)} articles ({spanned})"
        text += f": none of the {len(pairs)} comparisons holds." if len(pairs) > 1 else "."
        return Finding(text, evidence, f"No clear difference in {scale.name}")
    apart = _stands_apart(values.index, pairs, held)
    if apart:
        return _outlier(apart, values, pairs, held, labels, scale, evidence)
    return _widest(pairs, held, labels, scale, evidence)


def _widest(pairs, held, labels, scale: Scale, evidence) -> Finding:
    top = held.loc[held["difference"].abs().idxmax()]
    first, second = (labels.get(top[side], top[side]) for side in ("first", "second"))
    side = "above" if top["difference"] > 0 else "below"
    size = f"{abs(top['difference']):.1f} {scale.unit} {side}"
    text = f"{first} lies {size} {second} in {scale.name} ({_ends(top)})."
    if len(pairs) == 1:
        return Finding(text, evidence, f"{first} lies {side} {second} in {scale.name}")
    holds = "holds" if len(held) == 1 else "hold"
    text += (
        f" {len(held)} of {len(pairs)} comparisons {holds}; in the other "
        f"{len(pairs) - len(held)} there is no clear difference."
    )
    headline = f"{len(held)} of {len(pairs)} comparisons in {scale.name} hold"
    if len(held) == 1:
        headline = f"Only {first} and {second} differ clearly in {scale.name}"
    return Finding(text, evidence, headline)


def _outlier(source, values, pairs, held, labels, scale: Scale, evidence) -> Finding:
    own = held[(held["first"] == source) | (held["second"] == source)]
    sizes = own["difference"].abs()
    lower = source == values.index[0]
    rest, among = len(held) - len(own), len(pairs) - len(own)
    count = "the one comparison" if among == 1 else f"any of {among} comparisons"
    text = (
        f"{labels[source]} ({_interval(values.loc[source])}) lies {sizes.min():.1f} to "
        f"{sizes.max():.1f} {scale.unit} {'below' if lower else 'above'} each of the other "
        f"{len(values) - 1} articles in {scale.name}. Among the others "
    )
    text += (
        f"{rest} of {among} comparisons hold."
        if rest
        else f"there is no clear difference in {count}."
    )
    headline = (
        f"{labels[source]} is {'lower' if lower else 'higher'} in {scale.name} than the others"
    )
    return Finding(text, evidence | {"source": source}, headline)


def _stands_apart(order, pairs: pd.DataFrame, held: pd.DataFrame) -> str:
    """Return the lowest or highest source if each of its comparisons holds, or nothing."""
    if len(order) < 3 or not set(pairs["second"]) <= set(order):
        return ""
    for source in (order[0], order[-1]):
        own = held[(held["first"] == source) | (held["second"] == source)]
        if len(own) == len(order) - 1:
            return source
    return ""


def _signed(number: float) -> str:
    return f"{number:+.1f}".replace("-", "\N{MINUS SIGN}")


def _times(n: int) -> str:
    return f"{n} times" if n > 1 else "once"


def _interval(row: pd.Series) -> str:
    if pd.isna(row["low"]):
        return f"{row['value']:.1f}, no interval"
    return f"{row['value']:.1f}, {row['low']:.1f} to {row['high']:.1f}"


def _ends(row: pd.Series) -> str:
    sign = 1 if row["difference"] > 0 else -1
    ends = sorted(sign * row[side] for side in ("low", "high"))
    return f"95% interval {ends[0]:.1f} to {ends[1]:.1f}"


def _labels(articles: pd.DataFrame) -> dict[str, str]:
    return dict(zip(articles["source"], articles["label"], strict=True))
