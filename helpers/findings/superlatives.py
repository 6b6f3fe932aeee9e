"""State what stands behind the claims of a story, and who is quoted."""

import pandas as pd

from helpers.findings.finding import Finding

MIN_CLAIMS = 5  # below this in a source, one claim more or less would turn the order


def nothing_behind(superlatives: pd.DataFrame) -> Finding:
    """State how many claims a number could prove, and for how many of them nothing is given."""
    total = len(superlatives)
    if not total:
        return Finding("No claim to an extreme was found.", {"claims": 0})
    checkable = superlatives[superlatives["kind"] != "evaluative"]
    bare = checkable[checkable["support"] == "none"]
    evidence = {"claims": total, "checkable": len(checkable), "unsupported": len(bare)}
    if checkable.empty:
        text = f"All {total} claims to an extreme are opinions; no number could prove them."
        if total == 1:
            text = "The one claim to an extreme is an opinion; no number could prove it."
        return Finding(text, evidence, "Every claim found is an opinion")
    text = (
        f"{len(bare)} of {len(checkable)} claims that could be checked have nothing behind them in "
        f"their article"
    )
    if len(checkable) == 1:
        behind = "nothing" if len(bare) else "something"
        text = f"The one claim that could be checked has {behind} behind it in its article"
    opinions = total - len(checkable)
    more = "1 more claim is an opinion" if opinions == 1 else f"{opinions} more claims are opinions"
    text += f"; {more}." if opinions else "."
    return Finding(text, evidence, f"{len(bare)} of {len(checkable)} checkable claims lack support")


def sources_apart(counts: pd.DataFrame, labels: dict[str, str]) -> Finding:
    """State whether the shares of unsupported claims set two sources apart."""
    bare = counts[(counts["support"] == "none") & (counts["n_claims"] > 0)]
    shown = {labels.get(row.source, row.source): row.n for row in bare.itertuples()}
    if len(bare) < 2:
        return Finding("Fewer than two sources make claims: nothing to compare.", shown)
    ranked = bare.sort_values("share", ascending=False, kind="stable")
    enough = ranked[ranked["n_claims"] >= MIN_CLAIMS]
    if len(enough) < 2:
        few = f"{int(ranked['n_claims'].min())} to {int(ranked['n_claims'].max())} claims each"
        return Finding(
            f"Too few claims to rank the sources by support ({few}).",
            shown,
            "Too few claims to rank",
        )
    high, low = enough.iloc[0], enough.iloc[-1]
    first, second = (labels.get(row["source"], row["source"]) for row in (high, low))
    counted = (
        f"{high['n']} of {high['n_claims']} in {first}, {low['n']} of {low['n_claims']} in {second}"
    )
    if high["low"] <= low["high"]:
        text = f"The sources do not differ clearly in unsupported claims ({counted})."
        return Finding(text, shown, "No clear difference in unsupported claims")
    text = f"{first} leaves more of its claims without support than {second} ({counted})."
    return Finding(text, shown, "Sources differ in unsupported claims")


def from_nobody(quotations: pd.DataFrame, nobody: pd.DataFrame) -> Finding:
    """State how many quotations have no named speaker."""
    direct = quotations[quotations["form"] != "indirect"]
    evidence = {"quotations": len(direct), "from nobody": len(nobody)}
    if direct.empty:
        return Finding("No article quotes anybody directly.", evidence)
    if nobody.empty:
        headline = "Every quotation has a named speaker"
        all_of_them = (
            "The one quotation has" if len(direct) == 1 else f"All {len(direct)} quotations have"
        )
        return Finding(f"{all_of_them} a named speaker.", evidence, headline)
    imputed = int((nobody["form"] == "imputed").sum())
    come = "comes" if len(nobody) == 1 else "come"
    text = (
        f"{len(nobody)} of {len(direct)} quotations {come} from nobody who can be asked; "
        f"in {imputed} of them the author puts words into a mouth."
    )
    return Finding(text, evidence, f"{len(nobody)} of {len(direct)} quotations come from nobody")


def disputed(linked: pd.DataFrame) -> Finding:
    """State how many claims rest on a value that other sources contradict."""
    evidence = {"disputed": len(linked)}
    if linked.empty:
        return Finding("No claim rests on a value that another source contradicts.", evidence)
    text = f"The evidence of {len(linked)} claims is a value that other sources contradict."
    if len(linked) == 1:
        row = linked.iloc[0]
        rivals = len({source for source, _, _ in row["disputed_by"]})
        text = (
            f"“{row['quote']}” rests on {row['evidence']}; "
            f"{rivals} other sources state another value for it."
        )
        if rivals == 1:
            text = f"“{row['quote']}” rests on {row['evidence']}; one other source contradicts it."
    return Finding(text, evidence, "Disputed values serve as evidence")
