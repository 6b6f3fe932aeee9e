"""Draw what each file is made of."""

import numpy as np
import pandas as pd

from helpers.charts.frame import BLUE, GREY, INK, RULE, Chart, canvas, frame, narrow
from helpers.charts.rows import MAX_ROWS, chosen, name_rows
from helpers.findings.finding import Finding
from helpers.texts.blocks import ARTICLE_KINDS

ROW_HEIGHT = 0.34
PROSE = ("paragraph", "quote")
PARTS = {
    "running text": {"facecolor": BLUE, "edgecolor": "white"},
    "titles, lists, tables": {"facecolor": "white", "edgecolor": BLUE, "hatch": "////"},
    "not the article": {"facecolor": GREY, "edgecolor": "white"},
}


def characters_by_part(blocks: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return one row per source: its label and the characters of each of the three parts."""
    part = np.select(
        [blocks["kind"].isin(PROSE), blocks["kind"].isin(ARTICLE_KINDS)], list(PARTS)[:2], "x"
    )
    parts = pd.Series(part, index=blocks.index).replace("x", "not the article")
    sizes = (blocks["end"] - blocks["start"]).groupby([blocks["source"], parts]).sum()
    wide = sizes.unstack(fill_value=0).reindex(columns=list(PARTS), fill_value=0)
    return articles[["source", "label"]].join(wide, on="source").fillna(0)


def what_files_hold(blocks: pd.DataFrame, articles: pd.DataFrame, finding: Finding) -> Chart:
    """Draw one bar per source: characters of running text, of other article text, of the rest.

    Past 12 sources the longest are drawn; the data of the chart hold all.
    """
    data = characters_by_part(blocks, articles)
    order = data[list(PARTS)].sum(axis=1).sort_values(ascending=False, kind="stable").index
    drawn = data.loc[order].head(MAX_ROWS).iloc[::-1]
    figure, axes = canvas(max(len(drawn) * ROW_HEIGHT + 0.5, 1))
    left = np.zeros(len(drawn))
    for part, style in PARTS.items():
        width = drawn[part].to_numpy(float)
        axes.barh(range(len(drawn)), width, left=left, height=0.62, linewidth=0.8, **style)
        left += width
    name_rows(axes, drawn["label"].tolist())
    for place, total in enumerate(left):
        axes.annotate(f"{total:,.0f}", (total, place), (4, 0), textcoords="offset points",
                      va="center", color=INK, fontsize=7.5)  # fmt: skip
    axes.set_xlim(0, max(left.max(), 1) * 1.1)
    axes.set_xticks([])
    handles = [axes.barh([0], [0], label=part, **style) for part, style in PARTS.items()]
    axes.legend(handles=handles, loc="lower left", bbox_to_anchor=(0, 1),
                ncols=1 if narrow() else 3, frameon=False, fontsize=8, borderaxespad=0, handlelength=1.2)  # fmt: skip
    axes.axvline(0, color=RULE, linewidth=0.8)
    return frame(
        figure,
        name="what-files-hold",
        title=finding.title,
        subtitle="Characters per file by kind of line"
        + chosen(len(drawn), len(data), "that are longest"),
        source="Source: the files of the story; lines classified by rules (notebook 01).",
        alt=f"Stacked bars, one per file. {finding.text}",
        caption=f"{finding.text} Only running text is scored for readability; titles, lists "
        "and tables are searched for hype, superlatives and facts as well.",
        data=data,
    )
