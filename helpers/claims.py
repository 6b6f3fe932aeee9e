"""Sum up the claims of a story: what lacks support, shares with intervals, disputed evidence."""

import pandas as pd

from helpers import intervals

SUPPORTS = ("evidence", "named", "vague", "none")
KINDS = ("measurable", "uniqueness", "evaluative")
CHECKABLE = ("measurable", "uniqueness")
COUNTS = ["source", "support", "n", "n_claims", "share", "low", "high"]
DIRECT = ("quotation", "pull quote", "imputed")


def unsupported(superlatives: pd.DataFrame) -> pd.DataFrame:
    """Return the claims that could be checked and for which the article gives nothing or nobody.

    Measurable claims come first, then uniqueness; without support before a vague voice.
    """
    open_claims = superlatives[
        superlatives["kind"].isin(CHECKABLE) & superlatives["support"].isin(("none", "vague"))
    ]
    order = open_claims["kind"].map(KINDS.index).astype(int) * 2 + (
        open_claims["support"] == "vague"
    )
    ranked = open_claims.assign(order=order).sort_values(["order", "source", "start"])
    return ranked.drop(columns="order").reset_index(drop=True)


def count_support(superlatives: pd.DataFrame, sources: pd.Series) -> pd.DataFrame:
    """Return one row per source and support, zeros kept: `n` of `n_claims`, `share` with interval.

    `low high` is the Wilson interval at 95 %; a source without claims has no share (NaN).
    """
    counts = superlatives.groupby(["source", "support"]).size()
    rows = []
    for source in sources:
        found = [int(counts.get((source, support), 0)) for support in SUPPORTS]
        total = sum(found)
        for support, n in zip(SUPPORTS, found, strict=True):
            low, high = intervals.wilson(n, total) if total else (float("nan"),) * 2
            share = n / total if total else float("nan")
            rows.append((source, support, n, total, share, low, high))
    return pd.DataFrame(rows, columns=COUNTS)


def cross_kinds(superlatives: pd.DataFrame) -> pd.DataFrame:
    """Return the number of claims by kind (rows) and support (columns), zeros kept."""
    table = pd.crosstab(superlatives["kind"], superlatives["support"])
    table = table.reindex(index=list(KINDS), columns=list(SUPPORTS), fill_value=0)
    return table.rename_axis(index="kind", columns=None).reset_index()


def quotes_from_nobody(quotations: pd.DataFrame) -> pd.DataFrame:
    """Return the quotations whose speaker is nobody in particular, or whose words are imputed."""
    direct = quotations[quotations["form"].isin(DIRECT)]
    nobody = (direct["attribution"] != "named") | (direct["form"] == "imputed")
    return direct[nobody].reset_index(drop=True)


def link(
    superlatives: pd.DataFrame, facts: pd.DataFrame, contradictions: pd.DataFrame
) -> pd.DataFrame:
    """Return the claims whose evidence is a value that other sources contradict.

    To the columns of `superlatives` come `subject`, `attribute` and `value` of the fact that the
    evidence states (the shortest, where facts overlap), and `disputed_by`, a tuple of (source, value, quote) of those who say otherwise.
    """
    backed = superlatives[superlatives["support"] == "evidence"]
    joined = backed.merge(facts, on="source", suffixes=("", "_fact"))
    meets = (joined["start_fact"] < joined["evidence_end"]) & (
        joined["evidence_start"] < joined["end_fact"]
    )
    keys = ["source", "subject", "attribute", "value"]
    nearest = joined[meets].assign(length=joined["end_fact"] - joined["start_fact"])
    linked = nearest.sort_values(["source", "start", "length"]).drop_duplicates(["source", "start"])
    rivals = both_ways(contradictions).groupby(keys)["rival"].agg(tuple).rename("disputed_by")
    columns = [*superlatives.columns, *keys[1:], "disputed_by"]
    return linked.merge(rivals, on=keys)[columns].reset_index(drop=True)


def both_ways(contradictions: pd.DataFrame) -> pd.DataFrame:
    """Return each contradiction twice, once from either side, with the other side as `rival`."""
    about = ["subject", "attribute"]
    sides = []
    for own, other in (("a", "b"), ("b", "a")):
        side = contradictions[[*about, f"source_{own}", f"value_{own}"]]
        side = side.set_axis([*about, "source", "value"], axis=1)
        parts = (contradictions[f"{name}_{other}"] for name in ("source", "value", "quote"))
        sides.append(side.assign(rival=list(zip(*parts, strict=True))))
    return pd.concat(sides, ignore_index=True)


def with_disputes(linked: pd.DataFrame, labels: dict[str, str]) -> pd.DataFrame:
    """Return the linked claims with `disputed_by` in words: who states which value instead."""
    words = [
        "; ".join(f"{labels.get(source, source)}: {quote}" for source, _, quote in rivals)
        for rivals in linked["disputed_by"]
    ]
    return linked.assign(disputed_by=words)
