"""Cluster the names of a story by surface form: which of them are ways to write one name.

The steps only ever join: what `story.toml` says, the same letters, two spellings of one name, an
acronym, a surname and the full name, a company with and without its second word. Two spellings
are one somebody, and their difference is a divergence of its own. The cost is linear in the
mentions; only distinct names that share a word are compared with one another.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, combinations, pairwise

import numpy as np
import pandas as pd

from helpers import plain
from helpers.accents import without_accents
from helpers.language import is_dictionary_word
from helpers.name_rules.cues import TYPES, cues
from helpers.name_rules.genders import pronouns
from helpers.name_rules.spellings import (
    is_one_name,
    is_one_word,
    is_proper,
    is_short_form,
    is_slip,
    near_keys,
)
from helpers.settings import Settings

MAX_BUCKET = 200
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


def collect(parts: Iterable[pd.DataFrame]) -> dict[str, Candidate]:
    """Return the distinct names with counts and votes, without those that are none."""
    candidates: dict[str, Candidate] = {}
    for key, weak, source, *votes in chain.from_iterable(map(named, parts)):
        candidate = candidates.setdefault(key, Candidate(key))
        candidate.n += 1
        candidate.strong += not weak
        candidate.sources.add(source)
        for kind, vote in zip(TYPES, votes, strict=True):
            if vote:
                candidate.votes[kind] += vote
    parts = {word for c in candidates.values() if c.strong for word in c.key.split()}
    return {key: c for key, c in sorted(candidates.items()) if c.strong or key in parts}


def named(mentions: pd.DataFrame) -> Iterator[tuple]:
    """Return what tells of each name: as written, weak or not, the source, the votes."""
    names = mentions[mentions["form"] == "name"]
    return plain.columns(names, ("key", "weak", "source", *TYPES))


def peel(mentions: pd.DataFrame, candidates: dict[str, Candidate]) -> pd.DataFrame:
    """Return the mentions with names freed from a common word that opens a sentence.

    "Enter Wang" is a mention of Wang, if the story names a Wang elsewhere and "Enter Wang"
    only where a sentence or a heading begins.
    """
    mentions = plain.table(mentions)
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
    peeled = {name: np.array(values, object) for name, values in columns.items()}
    return mentions.assign(**peeled, end=ends)


def cluster(candidates: dict[str, Candidate], settings: Settings) -> Groups:
    """Join the names that are ways to write one name."""
    groups = Groups(list(candidates))
    join_aliases(groups, candidates, settings)
    join_same_letters(groups, candidates)
    join_spellings(groups, candidates)
    join_single_words(groups, candidates)
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
    """Join names that differ only in case, points, spaces, hyphens or a final number.

    Full names may also differ in a letter that is doubled: "Dana Weller", "Dana Weler".
    """
    seen: dict[str, str] = {}
    for key, candidate in candidates.items():
        letters = re.sub(r"[\W_]", "", "".join(candidate.words))
        if len(candidate.words) > 1:
            letters = re.sub(r"([a-z])\1", r"\1", letters)
        groups.join(seen.setdefault(letters, key), key)


def join_spellings(groups: Groups, candidates: dict[str, Candidate]) -> None:
    """Join two spellings of a person's full name: one word the same, the other nearly, or both nearly.

    Two that one article uses side by side are two people. Where the whole story has two people of
    a surname, each in other articles, one given name may have been put for the other.
    """
    buckets: dict[tuple[str, int], list[str]] = defaultdict(list)
    for key, candidate in candidates.items():
        if 2 <= len(candidate.words) <= 4:
            buckets[candidate.words[-1], 0].append(key)
            buckets[candidate.words[0], 1].append(key)
            buckets[" ".join(word[:2] for word in candidate.words), 2].append(key)
    for bucket in sorted(buckets):
        keys = buckets[bucket]
        namesakes = len(keys) == 2 and bucket[1] == 0
        if 1 < len(keys) <= MAX_BUCKET:
            for one, other in combinations(keys, 2):
                if may_be_one(candidates[one], candidates[other], namesakes=namesakes):
                    groups.join(one, other)


def join_single_words(groups: Groups, candidates: dict[str, Candidate]) -> None:
    """Join two spellings of the one word that names a place or a company: "Kelmar", "Kelmor".

    A surname is joined through its full name.
    """
    buckets: dict[str, list[str]] = defaultdict(list)
    for key, candidate in candidates.items():
        known = candidate.key.lower() in cues()["whole"]
        if len(proper(candidate)) == 1 and not known and not speaks_for(candidate, "person"):
            for near in near_keys(proper(candidate)[0]):
                buckets[near].append(key)
    for near in sorted(buckets):
        for one, other in combinations(buckets[near][:MAX_BUCKET], 2):
            pair = candidates[one], candidates[other]
            same = {kind for kind in TYPES if all(speaks_for(c, kind) for c in pair)}
            untold = not all(any(c.votes.values()) for c in pair)
            apart = not pair[0].sources & pair[1].sources
            if (same or untold) and apart and is_one_word(proper(pair[0])[0], proper(pair[1])[0]):
                groups.join(one, other)


def proper(candidate: Candidate) -> list[str]:
    """Return the words of a name without the noun of a place: "River Sarn", "Lake Sarn"."""
    return [word for word in candidate.words if is_proper(word)]


def speaks_for(candidate: Candidate, kind: str) -> bool:
    """Tell whether the votes of a name speak for a type and for no other."""
    votes = candidate.votes
    return votes[kind] > 0 and votes[kind] == max(votes.values())


def may_be_one(one: Candidate, other: Candidate, *, namesakes: bool) -> bool:
    """Tell whether two names may be two spellings of one; no article uses both.

    `namesakes` are all that the story has of a surname.
    """
    if one.sources & other.sources:
        return False
    people = [speaks_for(c, "person") or reads_as_person(c) for c in (one, other)]
    slip = all(people) and namesakes and is_slip(one.words, other.words)
    # "Rob" and "Ron" are words as well: of one name nothing need be known.
    unknown = [not any(c.votes.values()) for c in (one, other)]
    people = any(people) and all(a or b for a, b in zip(people, unknown, strict=True))
    short = people and is_short_form(one.words, other.words)
    return slip or short or is_one_name(one.words, other.words)


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
    """Join a surname or given name with its one full name, a first word with its organisation."""
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
        given = [k for k in by_first[word] if is_given_name(candidate, candidates[k])]
        for longer in (people, others, clubs, given):
            if len({groups.find(k) for k in longer}) == 1:
                groups.join(key, longer[0])
                break


def is_surname(short: Candidate, longer: Candidate) -> bool:
    """Tell whether `short` may be the surname of `longer`: more speaks for a person than not."""
    votes = short.votes + longer.votes
    other = max(votes["organisation"], votes["place"], votes["product"])
    return votes["person"] > other or (other < 2 and reads_as_person(longer))


def is_given_name(short: Candidate, longer: Candidate) -> bool:
    """Tell whether `short` is the given name, known as one, of the person `longer`."""
    known = short.words[0] in pronouns() and len(longer.words) == 2
    return known and speaks_for(longer, "person") and not speaks_for(short, "place")


def reads_as_person(candidate: Candidate) -> bool:
    """Tell whether a name nothing is known of has the form of somebody's: "Tesfaye Bekelo"."""
    words, titled = candidate.words, candidate.key.istitle()
    return (
        titled
        and len(words) == 2
        and all(
            word.isalpha() and not is_dictionary_word(word) and word not in cues()["inside"]
            for word in words
        )
    )


def is_longer_name(longer: Candidate, short: Candidate) -> bool:
    """Tell whether `longer` is an organisation that `short` names by its first word."""
    last = longer.words[-1]
    business = last in SUFFIXES or cues()["inside"].get(last, ("", 0))[0] == "organisation"
    votes = longer.votes
    return business or (
        votes["organisation"] > max(votes["person"], votes["product"], votes["place"])
        and short.votes["organisation"] > 0
    )
