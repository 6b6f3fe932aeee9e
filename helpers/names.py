"""Decide over the whole story who is who: cluster the names, type them, resolve the rest.

Names are clustered by surface form, in steps that only ever join: what `story.toml` says, the
same letters, a surname and the full name, a company with and without its second word, an
acronym, and two spellings of one name. Two spellings are one somebody, and their difference is
a divergence of its own. The cost is linear in the mentions; only distinct names that share a
word are compared with one another.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import combinations, groupby, pairwise
from operator import attrgetter

import pandas as pd

from helpers.mentions import TYPES, cues, find_mentions
from helpers.settings import Settings

__all__ = ["find_mentions", "resolve", "roster"]

NAMES_COLUMNS = ["source", "line", "start", "end", "quote", "form", "key", "name", "type", "how"]
ROSTER_COLUMNS = ["name", "type", "n_mentions", "n_sources", "forms"]
# Two words of one name may differ by this share of their letters (rapidfuzz, normalised).
SPELLING = 0.8
MIN_SPELLING_LETTERS = 4
MAX_BUCKET = 200
# A name in apposition starts so few characters after its description.
MAX_APPOSITION = 7
# An organisation may be written without these last words.
SUFFIXES = frozenset(["ai", "space", "home", "news", "gmbh", "the"])


@dataclass
class Candidate:
    """A distinct name as written, with all that the story says of it."""

    key: str
    n: int = 0
    strong: int = 0
    sources: set[str] = field(default_factory=set)
    votes: Counter[str] = field(default_factory=Counter)

    @property
    def words(self) -> list[str]:
        """Return the words of the name in lower case, without a final number."""
        words = without_accents(self.key).replace(".", "").lower().split()
        return words[:-1] if len(words) > 1 and words[-1].isdigit() else words


def without_accents(text: str) -> str:
    """Return a text without the marks on its letters."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


class Groups:
    """Disjoint sets of names (union-find); a joined pair stays joined."""

    def __init__(self, keys: list[str]) -> None:
        """Start with each key on its own."""
        self.parent = {key: key for key in keys}

    def find(self, key: str) -> str:
        """Return the representative of the set of `key`."""
        while self.parent[key] != key:
            self.parent[key] = self.parent[self.parent[key]]
            key = self.parent[key]
        return key

    def join(self, one: str, other: str) -> None:
        """Make one set of the two; the smaller string represents it."""
        low, high = sorted((self.find(one), self.find(other)))
        self.parent[high] = low


def resolve(mentions: pd.DataFrame, settings: Settings | None = None) -> pd.DataFrame:
    """Return the mentions that could be told, with `name` (canonical), `type` and `how`.

    `how` is name, or antecedent for a description or pronoun that was resolved to the nearest
    fitting name of its article. `type` is person, organisation, place, product, event or other.
    """
    settings = settings or Settings()
    # Plain strings: row by row they are much faster to read than Arrow's.
    mentions = mentions.astype(object)
    candidates = collect(mentions)
    mentions = peel(mentions, candidates)
    candidates = collect(mentions)
    groups = cluster(candidates, settings)
    canonical = canonical_names(candidates, groups, settings)
    types = cluster_types(candidates, canonical, settings)
    ambiguous = shared_surnames(candidates, canonical, types)
    rows = []
    for _, article in groupby(mentions.itertuples(), key=attrgetter("source")):
        rows.extend(resolve_article(list(article), canonical, types, ambiguous))
    return pd.DataFrame(rows, columns=NAMES_COLUMNS).reset_index(drop=True)


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


def collect(mentions: pd.DataFrame) -> dict[str, Candidate]:
    """Return the distinct names with counts and votes, without those that are none."""
    candidates: dict[str, Candidate] = {}
    named = mentions[mentions["form"] == "name"]
    columns = (named[name].tolist() for name in ("key", "weak", "source", *TYPES))
    for key, weak, source, *votes in zip(*columns, strict=True):
        candidate = candidates.setdefault(key, Candidate(key))
        candidate.n += 1
        candidate.strong += not weak
        candidate.sources.add(source)
        for kind, vote in zip(TYPES, votes, strict=True):
            if vote:
                candidate.votes[kind] += vote
    parts = {word for c in candidates.values() if c.strong for word in c.key.split()}
    return {key: c for key, c in sorted(candidates.items()) if c.strong or key in parts}


def peel(mentions: pd.DataFrame, candidates: dict[str, Candidate]) -> pd.DataFrame:
    """Return the mentions with names freed from a common word that opens a sentence.

    "Enter Wang" is a mention of Wang, if the story names a Wang elsewhere and "Enter Wang"
    only where a sentence or a heading begins.
    """
    columns = {name: mentions[name].tolist() for name in ("form", "weak", "key", "start", "quote")}
    for i, (form, weak, key) in enumerate(
        zip(columns["form"], columns["weak"], columns["key"], strict=True)
    ):
        if form != "name" or not weak or key in candidates:
            continue
        words = key.split()
        tails = (" ".join(words[i:]) for i in range(1, len(words)))
        tail = next((tail for tail in tails if tail in candidates), None)
        if tail is None and len(words) > 1:
            columns["weak"][i] = False
        elif tail and tail in columns["quote"][i]:
            columns["key"][i] = tail
            columns["start"][i] += columns["quote"][i].index(tail)
            columns["quote"][i] = tail
    ends = [s + len(quote) for s, quote in zip(columns["start"], columns["quote"], strict=True)]
    mentions = mentions.assign(**columns, end=ends).astype(object)
    return mentions


def cluster(candidates: dict[str, Candidate], settings: Settings) -> Groups:
    """Join the names that are ways to write one name."""
    groups = Groups(list(candidates))
    join_aliases(groups, candidates, settings)
    join_same_letters(groups, candidates)
    join_spellings(groups, candidates)
    join_acronyms(groups, candidates)
    join_parts(groups, candidates)
    return groups


def join_aliases(groups: Groups, candidates: dict[str, Candidate], settings: Settings) -> None:
    """Join what the reader's `story.toml` says is one."""
    lower = {key.lower(): key for key in candidates}
    for name, entity in settings.entities.items():
        known = [lower[form.lower()] for form in (name, *entity.aliases) if form.lower() in lower]
        for one, other in pairwise(known):
            groups.join(one, other)


def join_same_letters(groups: Groups, candidates: dict[str, Candidate]) -> None:
    """Join names that differ only in case, points, a final number or a plural."""
    seen: dict[str, str] = {}
    for key, candidate in candidates.items():
        letters = re.sub(r"[^\w ]", "", " ".join(candidate.words))
        groups.join(seen.setdefault(letters, key), key)


def join_spellings(groups: Groups, candidates: dict[str, Candidate]) -> None:
    """Join two spellings of a person's full name: one word the same, the other nearly.

    Two that one article uses side by side are two people.
    """
    buckets: dict[tuple[str, int], list[str]] = defaultdict(list)
    for key, candidate in candidates.items():
        if 2 <= len(candidate.words) <= 4:
            buckets[candidate.words[-1], 0].append(key)
            buckets[candidate.words[0], 1].append(key)
    for bucket in sorted(buckets):
        keys = buckets[bucket]
        if 1 < len(keys) <= MAX_BUCKET:
            for one, other in combinations(keys, 2):
                if is_one_name(candidates[one], candidates[other]):
                    groups.join(one, other)


def is_one_name(one: Candidate, other: Candidate) -> bool:
    """Tell whether two full names differ in the spelling of one word only."""
    from rapidfuzz.distance import DamerauLevenshtein

    if len(one.words) != len(other.words) or one.sources & other.sources:
        return False
    pairs = [(a, b) for a, b in zip(one.words, other.words, strict=True) if a != b]
    if len(pairs) != 1 or min(map(len, pairs[0])) < MIN_SPELLING_LETTERS:
        return False
    distance = DamerauLevenshtein.distance(*pairs[0])
    alike = DamerauLevenshtein.normalized_similarity(*pairs[0]) >= SPELLING
    return distance == 1 or (distance == 2 and alike)


def join_acronyms(groups: Groups, candidates: dict[str, Candidate]) -> None:
    """Join an acronym with the one name of the story that it abbreviates."""
    initials: dict[str, list[str]] = defaultdict(list)
    for key, candidate in candidates.items():
        if len(candidate.words) > 1:
            letters = [
                word[0] for word in candidate.words if word not in {"of", "the", "for", "and"}
            ]
            initials["".join(letters)].append(key)
    for key, candidate in candidates.items():
        if key.isupper() and len(candidate.words) == 1 and len(key) > 2:
            longer = {groups.find(long) for long in initials.get(key.lower(), [])}
            if len(longer) == 1:
                groups.join(key, longer.pop())


def join_parts(groups: Groups, candidates: dict[str, Candidate]) -> None:
    """Join a surname with its one full name, and a first word with its one organisation."""
    by_last: dict[str, list[str]] = defaultdict(list)
    by_first: dict[str, list[str]] = defaultdict(list)
    for key, candidate in candidates.items():
        if len(candidate.words) > 1:
            by_last[candidate.words[-1]].append(key)
            by_first[candidate.words[0]].append(key)
    for key, candidate in candidates.items():
        if len(candidate.words) > 1:
            continue
        word = candidate.words[0]
        people = [k for k in by_last[word] if is_surname(candidate, candidates[k])]
        others = [k for k in by_first[word] if is_longer_name(candidates[k], candidate)]
        clubs = [k for k in by_last[word] if is_longer_name(candidates[k], candidate)]
        for longer in (people, others, clubs):
            if len({groups.find(k) for k in longer}) == 1:
                groups.join(key, longer[0])
                break


def is_surname(short: Candidate, longer: Candidate) -> bool:
    """Tell whether `short` may be the surname of `longer`: more speaks for a person than not."""
    votes = short.votes + longer.votes
    return votes["person"] > max(votes["organisation"], votes["place"], votes["product"])


def is_longer_name(longer: Candidate, short: Candidate) -> bool:
    """Tell whether `longer` is an organisation that `short` names by its first word."""
    last = longer.words[-1]
    business = last in SUFFIXES or cues()["inside"].get(last, ("", 0))[0] == "organisation"
    votes = longer.votes
    return business or (
        votes["organisation"] > max(votes["person"], votes["product"], votes["place"])
        and short.votes["organisation"] > 0
    )


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


def unnumbered(name: str) -> str:
    """Return a name without the number that may end it: "Llama 4" names Llama."""
    return re.sub(r"(?<=\w) \d{1,2}$", "", name)


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
    reaches back one paragraph, a description over the article.
    """
    recent = trail[-60:]
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
