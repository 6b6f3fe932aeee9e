"""Draw how often, where and with what the articles inflate."""

import numpy as np
import pandas as pd

from helpers.charts.frame import (
    BLUE,
    GREY,
    INK,
    RULE,
    SECOND,
    SMALL_SIZE,
    Chart,
    canvas,
    frame,
    label,
    narrow,
)
from helpers.charts.rows import MAX_ROWS, between, chosen, ends, name_rows, others
from helpers.findings.finding import Finding

# Shape by category, so that the strip reads without colour.
SHAPES = {
    "magnitude": "^",
    "novelty": "*",
    "praise": "o",
    "conflict": "X",
    "metaphor": "D",
    "certainty": "s",
    "intensifier": "P",
    "engagement": "v",
}
SOURCE = "Source: article text without boilerplate; terms of lexicons/hype.csv and constructions."


def rate_dots(
    rates: pd.DataFrame, control: pd.DataFrame, articles: pd.DataFrame, finding: Finding
) -> Chart:
    """Draw the rate of each source as a dot on its interval, its count beside it, sorted.

    Small diamonds are the rates of neutral words. Past twelve sources: the six highest, the six
    lowest and one row with the range of the others.
    """
    ranked = with_labels(rates, articles).dropna(subset="per_1000")
    ranked = ranked.sort_values(["per_1000", "source"], ignore_index=True)
    by_source, order = ranked.set_index("source"), ranked["source"].tolist()
    rest = by_source.loc[others(order), "per_1000"]
    neutral = control.set_index("source")["per_1000"]
    figure, axes = canvas(max(0.36 * len(ends(order)), 0.7) + 0.4)
    for y, source in enumerate(ends(order)):
        if source is None:
            low, high = rest.min(), rest.max()
            axes.plot([low, high], [y, y], color=INK, linewidth=5, solid_capstyle="butt")
        else:
            draw_rate(axes, by_source.loc[source], neutral.get(source, np.nan), y)
    names = {**by_source["label"], None: between(order)}
    name_rows(axes, [names[source] for source in ends(order)])
    shown = ranked[ranked["source"].isin(ends(order))]
    axes.set_xlim(0, max(shown["high"].max() * 1.35, 1) if len(shown) else 1)
    axes.grid(axis="x")
    columns = ["source", "n", "n_words", "per_1000", "low", "high", "interval"]
    return frame(
        figure,
        name="hype-rate",
        title=finding.title,
        subtitle="Inflated words and phrases per 1,000 words, 95% interval (the wider of exact and "
        "resampled paragraphs); ◇ neutral words of like frequency",
        source=SOURCE,
        alt=f"Dots with intervals, one row per article, sorted. {finding.text}",
        caption=f"{finding.text} In brackets: hits and words.",
        data=ranked[columns],
    )


def draw_rate(axes, row: pd.Series, neutral: float, y: int) -> None:
    """Draw a rate on its interval, the rate of neutral words, and the counts behind the rate."""
    axes.plot([row["low"], row["high"]], [y, y], color=GREY, linewidth=2, solid_capstyle="butt")
    axes.plot(row["per_1000"], y, "o", color=BLUE, markersize=7)
    axes.plot(neutral, y, "D", color="white", markeredgecolor=SECOND, markersize=4)
    words = f"{row['per_1000']:.1f} ({row['n']} in {row['n_words']:,})"
    axes.annotate(words, (np.nanmax([row["high"], neutral]), y), (7, 0), va="center",
                  textcoords="offset points", fontsize=SMALL_SIZE, color=INK)  # fmt: skip


def by_category(
    rates: pd.DataFrame, articles: pd.DataFrame, categories: tuple[str, ...], finding: Finding
) -> Chart:
    """Draw hits by category (columns) and source (rows): area is the rate, the number the count.

    Past twelve sources: those with most hits.
    """
    order = rates.groupby("source", sort=False)["n"].sum().sort_values(kind="stable")
    kept = order.index[-MAX_ROWS:]
    known = with_labels(rates[rates["source"].isin(kept)], articles).dropna(subset="per_1000")
    sources = [source for source in articles["source"][::-1] if source in set(known["source"])]
    figure, axes = canvas(max(0.42 * len(sources), 0.7) + 0.5)
    largest = max(known["per_1000"].max(), 1) if len(known) else 1
    for row in known.itertuples():
        x, y = categories.index(row.category), sources.index(row.source)
        if row.n:
            axes.scatter(x, y, s=420 * row.per_1000 / largest, color=BLUE, alpha=0.35, linewidths=0)
        axes.annotate(str(row.n), (x, y), ha="center", va="center", fontsize=SMALL_SIZE,
                      color=INK if row.n else SECOND)  # fmt: skip
    names = dict(zip(known["source"], known["label"], strict=True))
    name_rows(axes, [names[source] for source in sources])
    # Every other head stands a line higher: the longest are wider than a column.
    heads = [name + "\n" * (place % 2 and not narrow()) for place, name in enumerate(categories)]
    axes.set_xticks(range(len(categories)), heads)
    axes.set_xlim(-0.5, len(categories) - 0.5)
    axes.xaxis.tick_top()
    axes.tick_params(axis="x", labelsize=SMALL_SIZE, labelrotation=90 if narrow() else 0)
    return frame(
        figure,
        name="hype-categories",
        title=finding.title,
        subtitle="Number of hits by category; the area of a disc is the rate per 1,000 words"
        + chosen(len(sources), len(articles), "with most hits"),
        source=SOURCE,
        alt=f"Table of discs and counts, rows by article, columns by category. {finding.text}",
        caption=finding.text,
        data=known[["source", "category", "n", "n_words", "per_1000", "low", "high"]],
    )


def positions(hits: pd.DataFrame, articles: pd.DataFrame, finding: Finding) -> Chart:
    """Draw each hit at its place along its article, from 0 (first character) to 100 %.

    Shape is the category; filled marks are the author's own words, hollow ones quoted. Past
    twelve sources: those with most hits.
    """
    n = articles["source"].map(hits["source"].value_counts()).fillna(0)
    most = n.sort_values(ascending=False, kind="stable").index[:MAX_ROWS]
    shown = articles.loc[sorted(most)]
    sources = shown["source"].tolist()[::-1]
    length = articles.set_index("source")["n_characters"]
    placed = hits[hits["source"].isin(sources)].copy()
    placed["place"] = 100 * placed["start"] / placed["source"].map(length).astype(float)
    figure, axes = canvas(max(0.45 * len(sources), 0.7) + 0.6)
    for category, shape in SHAPES.items():
        own = placed[placed["category"] == category]
        for voice, fill in (("own", BLUE), ("quoted", "white")):
            one = own[own["voice"] == voice]
            axes.scatter(one["place"], one["source"].map(sources.index), marker=shape, s=26,
                         color=fill, edgecolors=BLUE, linewidths=0.7, alpha=0.85)  # fmt: skip
    for y in range(len(sources)):
        axes.axhline(y, color=RULE, linewidth=0.8, zorder=0)
    name_rows(axes, shown["label"].tolist()[::-1])
    axes.set_xlim(-1, 101)
    axes.set_xticks([0, 25, 50, 75, 100], ["start", "25%", "50%", "75%", "end"])
    signs = dict(zip("^*oXDsPv", "▲★●✖◆■✚▼", strict=True))
    key = ", ".join(f"{signs[shape]}\u00a0{name}" for name, shape in SHAPES.items())
    return frame(
        figure,
        name="hype-positions",
        title=finding.title,
        subtitle=f"Each mark is a hit at its place in the file; hollow: quoted. {key}"
        + chosen(len(sources), len(articles), "with most hits"),
        source=SOURCE,
        alt=f"Marks along one line per article. {finding.text}",
        caption=finding.text,
        data=placed[["source", "line", "start", "quote", "category", "voice", "place"]],
    )


def contrast_words(top: pd.DataFrame, articles: pd.DataFrame, finding: Finding) -> Chart:
    """Draw the words that each source uses more than the others, in a row each, by z.

    A word in bold survives correction. Past five sources: the first five in the articles' order.
    """
    shown = articles[articles["source"].isin(top["source"])].head(5)
    largest = max(top["z"].max() if len(top) else 0, 4.8)
    figure, axes = canvas(max(1.25 * len(shown), 0.8) + 0.4)
    for i, article in enumerate(shown.iloc[::-1].itertuples()):
        own = top[top["source"] == article.source].sort_values("z", kind="stable")
        for k, row in enumerate(own.itertuples()):
            y = i + ((k + 0.5) / max(len(own), 1) - 0.5) * 0.84
            axes.plot([0, row.z], [y, y], color=RULE, linewidth=0.8)
            axes.plot(row.z, y, "o", color=BLUE if row.survives else GREY, markersize=4)
            words = f"{row.word} ({row.n} : {row.n_others})"
            axes.annotate(label(words), (row.z, y), (5, 0), textcoords="offset points", va="center",
                          fontsize=7, weight="bold" if row.survives else "normal")  # fmt: skip
        axes.axhline(i + 0.5, color=RULE, linewidth=0.6)
    name_rows(axes, shown["label"].tolist()[::-1])
    axes.axvline(1.96, color=SECOND, linewidth=0.8, linestyle=":", zorder=0)
    axes.set_xlim(0, largest * 1.25)
    return frame(
        figure,
        name="contrast-words",
        title=finding.title,
        subtitle="Words that each article uses more than the others: z of the log odds (dotted: 1.96, "
        "before correction); in brackets its count and that of the others"
        + chosen(len(shown), len(articles), "that come first"),
        source="Source: all words of article text; log odds with an informative Dirichlet prior.",
        alt=f"Dots with words, a group of rows per article. {finding.text}",
        caption=f"{finding.text} Bold: survives correction.",
        data=top,
    )


def with_labels(rates: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return rates with the label of each source."""
    return rates.merge(articles[["source", "label"]], on="source", how="left")
