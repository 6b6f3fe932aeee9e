"""Decide over the whole story who is who: name the clusters, type them, resolve the rest."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter

import pandas as pd

from helpers import plain
from helpers.name_rules.clusters import Candidate, Groups, cluster, collect, peel
from helpers.name_rules.cues import TYPES, cues
from helpers.name_rules.genders import can_mean
from helpers.name_rules.mentions import find_mentions
from helpers.name_rules.spellings import unnumbered
from helpers.settings import Settings

__all__ = ["find_mentions", "resolve", "roster"]

NAMES_COLUMNS = ["source", "line", "start", "end", "quote", "form", "key", "name", "type", "how"]
ROSTER_COLUMNS = ["name", "type", "n_mentions", "n_sources", "forms"]
# A name in apposition starts so few characters after its description.
MAX_APPOSITION = 7


def resolve(
    mentions: pd.DataFrame | Iterable[pd.DataFrame], settings: Settings | None = None
) -> pd.DataFrame:
    """Return the mentions that could be told, with `name` (canonical), `type` and `how`.

    `mentions` may come in parts, each with all of an article's; they are gone through three times.

    `how` is name, or antecedent for a description or pronoun that was resolved to the nearest
    fitting name of its article. `type` is person, organisation, place, product, event or other.
    """
    settings = settings or Settings()
    parts = [mentions] if isinstance(mentions, pd.DataFrame) else mentions
    written = collect(parts)
    candidates = collect(peel(part, written) for part in parts)
    groups = cluster(candidates, settings)
    canonical = canonical_names(candidates, groups, settings)
    types = cluster_types(candidates, canonical, settings)
    ambiguous = shared_surnames(candidates, canonical, types)
    rows = (
        row
        for part in parts
        for _, article in groupby(peel(part, written).itertuples(), key=attrgetter("source"))
        for row in resolve_article(list(article), canonical, types, ambiguous)
    )
    return plain.frame(rows, NAMES_COLUMNS)


def roster(names: pd.DataFrame) -> pd.DataFrame:
    """Return one row per somebody or something: `name type n_mentions n_sources forms`.

    `forms` lists the ways the name is written, most frequent first, separated by "; ".
    """
    rows = []
    for (name, kind), group in names[names["form"] == "name"].groupby(["name", "type"]):
        forms = sorted(Counter(group["key"]).items(), key=lambda item: (-item[1], item[0]))
        written = "; ".join(form for form, _ in forms)
        rows.append((name, kind, len(group), group["source"].nunique(), written))
    table = pd.DataFrame(rows, columns=ROSTER_COLUMNS)
    return table.sort_values(["n_mentions", "name"], ascending=[False, True], ignore_index=True)


def canonical_names(
    candidates: dict[str, Candidate], groups: Groups, settings: Settings
) -> dict[str, str]:
    """Return for each name as written the canonical one of its set.

    The reader's name counts first; then, of a person, the most frequent full name; of
    others, the most frequent form.
    """
    members: dict[str, list[Candidate]] = defaultdict(list)
    for key, candidate in candidates.items():
        members[groups.find(key)].append(candidate)
    given = {
        form.lower(): name
        for name, entity in settings.entities.items()
        for form in (name, *entity.aliases)
    }
    canonical = {}
    for group in members.values():
        chosen = next((given[c.key.lower()] for c in group if c.key.lower() in given), None)
        name = chosen or best_form(group)
        canonical.update((candidate.key, name) for candidate in group)
    return canonical


def best_form(group: list[Candidate]) -> str:
    """Return the form that stands for a set of names."""
    votes = sum((c.votes for c in group), Counter())
    full = [c for c in group if len(c.words) > 1]
    person = votes["person"] > max(votes["organisation"], votes["place"], votes["product"])
    pool = full if full and (person or is_person_group(group)) else group
    written: dict[str, tuple[set[str], int]] = {}
    for candidate in pool:
        form = unnumbered(candidate.key)
        sources, n = written.get(form, (set(), 0))
        written[form] = sources | candidate.sources, n + candidate.n
    return min(written, key=lambda form: (-len(written[form][0]), -written[form][1], form))


def is_person_group(group: list[Candidate]) -> bool:
    """Tell whether a set holds a full name and its last word alone, as only people are named."""
    lasts = {c.words[-1] for c in group if len(c.words) > 1}
    return any(len(c.words) == 1 and c.words[0] in lasts for c in group)


def cluster_types(
    candidates: dict[str, Candidate], canonical: dict[str, str], settings: Settings
) -> dict[str, str]:
    """Return the type of each canonical name, by the votes of all its mentions."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    members: dict[str, list[Candidate]] = defaultdict(list)
    for key, name in canonical.items():
        votes[name].update(candidates[key].votes)
        members[name].append(candidates[key])
    types = {}
    for name, count in votes.items():
        if is_person_group(members[name]):
            count["person"] += 2
        best = max(TYPES, key=lambda kind: (count[kind], -TYPES.index(kind)))
        types[name] = best if count[best] > 0 else "other"
        if name in settings.entities and settings.entities[name].type != "other":
            types[name] = settings.entities[name].type
    return types


def shared_surnames(
    candidates: dict[str, Candidate], canonical: dict[str, str], types: dict[str, str]
) -> dict[str, list[str]]:
    """Return the surnames that stand for several people, with these people."""
    people: dict[str, set[str]] = defaultdict(set)
    for key, candidate in candidates.items():
        if len(candidate.words) > 1 and types[canonical[key]] in {"person", "other"}:
            people[candidate.words[-1]].add(canonical[key])
    return {surname: sorted(names) for surname, names in people.items() if len(names) > 1}


def resolve_article(
    mentions: list[tuple],
    canonical: dict[str, str],
    types: dict[str, str],
    ambiguous: dict[str, list[str]],
) -> list[tuple]:
    """Return the rows of `resolve` for one article, reading it from first to last mention."""
    rows, trail = [], []
    for row, following in zip(mentions, [*mentions[1:], None], strict=True):
        if row.form == "name":
            name = canonical.get(row.key)
            options = ambiguous.get(row.key.lower())
            if options:
                name = next((n for n, *_ in reversed(trail) if n in options), name)
            how = "name"
        else:
            kind = max(TYPES, key=lambda k: getattr(row, k))
            name, how = antecedent(row, kind, trail), "antecedent"
            if row.form == "nominal" and is_named_next(row, following):
                named = canonical.get(following.key)
                name = named if types.get(named) == kind else name
        if name is None:
            continue
        trail.append((name, types.get(name, "other"), row.block, row.sentence, row.subject))
        place = (row.source, row.line, row.start, row.end, row.quote)
        rows.append((*place, row.form, row.key, name, types.get(name, "other"), how))
    return rows


def is_named_next(row: tuple, following: tuple | None) -> bool:
    """Tell whether a name follows a description in apposition: "her party, the Green Alliance"."""
    if following is None or following.form != "name":
        return False
    same = (following.block, following.sentence) == (row.block, row.sentence)
    return same and 0 < following.start - row.end <= MAX_APPOSITION


def antecedent(row: tuple, kind: str, trail: list[tuple]) -> str | None:
    """Return the nearest fitting name before a description or pronoun, or None.

    The subject of the same or the previous sentence goes before the nearest name. A pronoun
    reaches back one paragraph, a description over the article. "She" is no Peter.
    """
    recent = [item for item in trail[-60:] if item[1] != "person" or can_mean(row.key, item[0])]
    fitting = [item for item in recent if item[1] == kind]
    fitting = fitting or [item for item in recent if item[1] == "other"]
    if row.form == "nominal":
        called = [item for item in fitting if item[0].lower().split()[-1] == row.key]
        if called or cues()["nominal"].get(row.key, ("", 1))[1] > 1:
            return called[-1][0] if called else None
    near = [item for item in fitting if item[2] == row.block and row.sentence - item[3] <= 1]
    subjects = [item for item in near if item[4]]
    if subjects:
        return subjects[-1][0]
    reach = row.block - (1 if row.form == "pronoun" else row.block)
    reachable = [item for item in fitting if item[2] >= reach]
    return reachable[-1][0] if reachable else None
