"""Set against one another the articles that contradict each other, and themselves."""

from itertools import combinations

import pandas as pd

from helpers.comparing.comparison import relate
from helpers.comparing.questions import MAX_ANSWERS, Places, Question, gather, shown
from helpers.comparing.verdicts import BEYOND, DIFFERENT, Claim

_SIDE = ("source", "value", "status", "line", "start", "end", "quote")
PAIR_COLUMNS = [
    *("subject", "attribute", "type", "reason"),
    *(f"{name}_{side}" for side in ("a", "b") for name in _SIDE),
]
DISPUTE_COLUMNS = ["source_a", "source_b", "n_shared", "n_conflicts", "questions"]
# Values in one line no more characters apart are not one value told in two ways.
SIDE_BY_SIDE = 100
# Past this many sources, `disputes` has those that contradict most others.
MAX_DISPUTED = 40


def pairs(facts: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return one row per question and pair of sources that contradict each other, with the words.

    Columns `…_a` and `…_b` hold the two sides: source, value, status, line, start, end, quote.
    A question that more than `MAX_PAIRED` sources answer has a row per pair of its commonest
    answers instead, each shown by the first source that gives it.
    """
    rows, stated = [], Places(facts)
    for question in gather(facts, articles):
        about = (question.subject, question.attribute, question.kind)
        for source, other in combinations(question.paired(), 2):
            relation, one, two = question.between(source, other)
            if relation.verdict == DIFFERENT:
                found = stated[question.row(source, one)], stated[question.row(other, two)]
                sides = (*_side(source, one, found[0]), *_side(other, two, found[1]))
                rows.append((*about, relation.reason, *sides))
    return pd.DataFrame(rows, columns=PAIR_COLUMNS)


def internal(facts: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the conflicts inside one article, in the columns of `pairs`.

    Two values side by side in one line are taken for values of two things; so are a lower bound
    and a value far beyond it: an article knows its own numbers. A score runs while a match lasts.
    """
    rows, stated = [], Places(facts)
    for question in gather(facts, articles):
        if question.kind == "score":
            continue
        about = (question.subject, question.attribute, question.kind)
        for source, entries in question.claims.items():
            for (one, at, _), (two, below, _) in combinations(entries[:MAX_ANSWERS], 2):
                relation = relate(question.attribute, question.kind, one, two)
                if relation.verdict != DIFFERENT or relation.reason == BEYOND:
                    continue
                if not side_by_side(stated[at], stated[below]):
                    sides = (*_side(source, one, stated[at]), *_side(source, two, stated[below]))
                    rows.append((*about, relation.reason, *sides))
    return pd.DataFrame(rows, columns=PAIR_COLUMNS)


def side_by_side(one: tuple, two: tuple) -> bool:
    """Tell whether two values stand so near in a line that they are of two things: "5 of 7"."""
    (_, line, start, end, _), (_, other, begin, last, _) = one, two
    return line == other and max(start - last, begin - end) < SIDE_BY_SIDE


def _side(source: str, claim: Claim, place: tuple) -> tuple:
    """Return of a source's claim: source, value, status, line, start, end, quote."""
    return (source, *shown((claim,)), claim.status, *place[1:])


def disputes(facts: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return one row per pair of sources, those that contradict each other most first.

    `n_shared` counts the questions that both answer, `n_conflicts` those they answer in ways
    that cannot both be true, `questions` names these. Of more than `MAX_DISPUTED` sources the
    table has the pairs of those that contradict most others, so that it stays within
    `MAX_DISPUTED` squared rows.
    """
    shared: dict[tuple[str, str], list[str]] = {}
    asked = list(gather(facts, articles))
    chosen = _quarrelsome(asked, articles)
    for question in asked:
        for pair in combinations([s for s in question.claims if s in chosen], 2):
            entry = shared.setdefault(pair, [])
            differ = question.between(*pair)[0].verdict == DIFFERENT
            entry.append(f"{question.subject}: {question.attribute}" if differ else "")
    rows = [
        (*pair, len(entry), len([name for name in entry if name]), "; ".join(filter(None, entry)))
        for pair, entry in shared.items()
    ]
    table = pd.DataFrame(rows, columns=DISPUTE_COLUMNS)
    by = ["n_conflicts", "n_shared", "source_a", "source_b"]
    return table.sort_values(by, ascending=[False, True, True, True], ignore_index=True)


def _quarrelsome(asked: list[Question], articles: pd.DataFrame) -> frozenset[str]:
    """Return the `MAX_DISPUTED` sources that contradict most others, all if they are no more."""
    sources = articles["source"].tolist()
    if len(sources) <= MAX_DISPUTED:
        return frozenset(sources)
    count = dict.fromkeys(sources, 0)
    for question in asked:
        for own, others in combinations(question.common, 2):
            if question.opposed(own, others):
                for side, against in ((own, others), (others, own)):
                    for source in question.signatures[side]:
                        count[source] = count.get(source, 0) + len(question.signatures[against])
    most = sorted(count, key=lambda source: -count[source])
    return frozenset(most[:MAX_DISPUTED])
