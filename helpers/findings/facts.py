"""Say where the articles contradict one another, and when that cannot be said.

No value is called the true one and no majority right: a finding says who says what.
"""

import pandas as pd

from helpers.findings.finding import Finding
from helpers.grid import attribute_name, question_name

_NAMED = 3  # sources or questions that a sentence names before it counts the rest


def overview(divergence: pd.DataFrame) -> Finding:
    """State how many questions the articles answer in ways that cannot all be true."""
    shared = divergence[divergence["n_sources"] > 1]
    n = {verdict: int((shared["verdict"] == verdict).sum()) for verdict in _VERDICTS}
    n_single = int((divergence["n_sources"] == 1).sum())
    evidence = {"questions": len(shared), **n, "single": n_single}
    if shared.empty:
        alone = f" ({n_single} answered by one article each)" if n_single else ""
        text = f"No question is answered by two articles{alone}, so nothing can diverge."
        return Finding(text, evidence, "No question is answered by two articles")
    asked = _count(len(shared), "question")
    if not n["conflict"]:
        text = f"Of {asked} that at least two articles answer, none has answers that exclude one another."
        return Finding(text, evidence, f"No contradiction on {asked} answered twice or more")
    names = [question_name(row.subject, row.attribute) for row in shared.itertuples()]
    contradicted = [
        name for name, v in zip(names, shared["verdict"], strict=True) if v == "conflict"
    ]
    verb = "has" if n["conflict"] == 1 else "have"
    others = [f"on {n['compatible']} the answers differ but fit together"] * bool(n["compatible"])
    others += [f"on {n['agree']} they agree"] * bool(n["agree"])
    text = (
        f"Of {asked} that at least two articles answer, {n['conflict']} {verb} answers that "
        f"cannot all be true ({_list(contradicted)}){'; ' * bool(others)}{', '.join(others)}."
    )
    return Finding(text, evidence, f"Articles contradict one another on {n['conflict']} of {asked}")


_VERDICTS = ("conflict", "compatible", "agree")


def conflict(groups: pd.DataFrame, question: str) -> Finding:
    """State which values exclude one another on one question of `grid.groups`."""
    own = groups[(groups["question"] == question) & (groups["group"].str.len() == 1)]
    if len(own) < 2:
        return Finding(f"No two answers to “{question}” exclude one another.", {"groups": len(own)})
    values = [f"{row.shown} ({_count(row.n_sources, 'article')})" for row in own.itertuples()]
    evidence = {row.shown: int(row.n_sources) for row in own.itertuples()}
    rest = groups[(groups["question"] == question) & (groups["group"].str.len() > 1)]
    fits = int(rest["n_sources"].sum())
    text = f"{question}: the articles give values that exclude one another, {_list(values)}"
    tail = f"; {_count(fits, 'article')} can be read with more than one of them." if fits else "."
    return Finding(
        text + tail, evidence, f"{question}: {len(own)} answers that exclude one another"
    )


def conflicts(groups: pd.DataFrame, verdicts: pd.DataFrame) -> list[Finding]:
    """State each question on which articles exclude one another; one sentence if there is none."""
    asked = groups["question"].unique()
    return [conflict(groups, question) for question in asked] or [overview(verdicts)]


def silent(silence: pd.DataFrame, articles: pd.DataFrame) -> Finding:
    """State which article leaves open the largest number of the questions others answer."""
    if silence.empty or not silence["n_questions"].iloc[0]:
        text = "No question is answered by two articles, so no silence can be told."
        return Finding(text, {"questions": 0}, "No silence can be told")
    labels = _labels(articles)
    ranked = silence.sort_values(["n_silent", "source"], ascending=[False, True])
    top = ranked[ranked["n_silent"] == ranked["n_silent"].iloc[0]]
    n, asked = int(top["n_silent"].iloc[0]), int(top["n_questions"].iloc[0])
    evidence = {"sources": top["source"].tolist(), "n_silent": n, "n_questions": asked}
    if n == 0:
        text = f"Every article answers all {asked} questions that at least two articles answer."
        return Finding(text, evidence, f"Every article answers all {asked} questions")
    who = _list([labels[source] for source in top["source"]])
    verb = "leaves" if len(top) == 1 else "each leave"
    text = (
        f"{who} {verb} open {n} of the {asked} questions that at least two articles answer. "
        f"Silence is not disagreement."
    )
    return Finding(text, evidence, f"Up to {n} of {asked} questions are left open by an article")


def disputes(disputes: pd.DataFrame, articles: pd.DataFrame) -> Finding:
    """State which pair of articles contradicts each other on the largest number of questions."""
    found = disputes[disputes["n_conflicts"] > 0]
    if found.empty:
        text = "No two articles contradict each other on a question that both answer."
        return Finding(text, {"pairs": len(disputes)}, "No two articles contradict each other")
    labels = _labels(articles)
    n = int(found["n_conflicts"].iloc[0])
    top = found[found["n_conflicts"] == n]
    pairs = [f"{labels[row.source_a]} and {labels[row.source_b]}" for row in top.itertuples()]
    evidence = {"n_conflicts": n, "pairs": pairs, "n_shared": int(top["n_shared"].iloc[0])}
    if len(pairs) > 1:
        text = f"{len(pairs)} pairs of articles contradict each other on {_count(n, 'question')}: "
        text += f"{_list(pairs)}; no pair does on more."
        return Finding(
            text, evidence, f"{len(pairs)} pairs contradict each other on {_count(n, 'question')}"
        )
    shared = evidence["n_shared"]
    asked = f"{n} of the {shared} questions" if shared > 1 else "the one question"
    text = f"{pairs[0]} contradict each other on {asked} that both answer"
    text += "; no other pair does on as many." if len(articles) > 2 else "."
    return Finding(text, evidence, f"Two articles contradict each other on {_count(n, 'question')}")


def internal(internal: pd.DataFrame, articles: pd.DataFrame) -> Finding:
    """State which articles contradict themselves."""
    if internal.empty:
        text = "No article gives two values for one question that exclude one another."
        return Finding(text, {"conflicts": 0}, "No article contradicts itself")
    labels = _labels(articles)
    told = [
        f"{labels[row.source_a]} on {attribute_name(row.attribute)} of {row.subject} "
        f"({row.value_a}, {row.value_b})"
        for row in internal.itertuples()
    ]
    n = internal["source_a"].nunique()
    who = "One article gives" if n == 1 else f"{n} articles give"
    text = f"{who} two values for one question that exclude one another: {_list(told)}."
    evidence = {"conflicts": len(internal), "sources": sorted(set(internal["source_a"]))}
    return Finding(text, evidence, f"{_count(n, 'article')} with answers that exclude one another")


def left_over(leftovers: pd.DataFrame, facts: pd.DataFrame) -> Finding:
    """State how many numbers no rule could use."""
    used = facts.dropna(subset="low").drop_duplicates(["source", "start", "end"])
    total = len(used) + len(leftovers)
    evidence = {"left_over": len(leftovers), "numbers": total}
    if not total:
        return Finding("The articles state no number.", evidence, "No number is stated")
    fit = "fits no rule and is" if len(leftovers) == 1 else "fit no rule and are"
    text = f"{len(leftovers)} of {_count(total, 'number')} in the articles {fit} listed."
    if leftovers.empty:
        text = "Every number in the articles fits a rule."
    return Finding(text, evidence, f"{len(leftovers)} of {total} numbers fit no rule")


def _labels(articles: pd.DataFrame) -> dict[str, str]:
    return dict(zip(articles["source"], articles["label"], strict=True))


def _count(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def _list(names: list[str]) -> str:
    """Join names; past three the rest is counted."""
    if len(names) > _NAMED:
        names = [*names[:_NAMED], f"{len(names) - _NAMED} more"]
    return " and ".join(names) if len(names) < 3 else f"{', '.join(names[:-1])} and {names[-1]}"
