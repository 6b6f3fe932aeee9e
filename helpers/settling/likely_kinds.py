"""Set against each other the kinds of thing that articles tell: a hammer here, a knife there.

An article contradicts another on a class where it tells of a thing that the other never tells of,
nor of anything that is a kind of it, and the other way round. Whether two such things answer one
question is weighed: by where they stand, by the words around both, by how many of the class each
article tells of. The weights (`lexicons/kind_weights.csv`) are those of a logistic regression on 291
pairs of terms of 246 labelled stories and short pairs of articles that are not part of the
project, by several authors, each held out once.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from helpers.cues import read_weights
from helpers.statements.kinds import BELOW, MARKS, PREPOSITION, SEVERAL
from helpers.statements.polarity import NOT_SO, SO
from helpers.statements.slots import MOST_SIDES, Sentences, fact, stem, stems
from helpers.statements.taxonomy import lineage, needs_one_thing, related, told_of

WEIGHTS = "kind_weights"
FIRST = 3  # sentences, the title among them, that tell of what an article is about
MOST_NEAR, MOST_SHARED = 2.0, 3.0


@dataclass(frozen=True)
class Kind:
    """A thing of a class that an article tells of, with the words around it by their stems."""

    row: tuple
    source: str
    group: str
    name: str
    thing: str
    near: frozenset[str]
    marks: frozenset[str]
    words: frozenset[str]
    own: frozenset[str]
    rank: int


@dataclass(frozen=True)
class Told:
    """What the articles of a story tell of one class: the things of each, and those it denies."""

    counts: dict[str, Counter[str]]
    denied: dict[str, set[str]]
    n_sources: int
    lengths: dict[str, int]

    def lacks(self, source: str, kind: Kind) -> bool:
        """Tell whether an article never tells of a thing, nor of a kind of it."""
        return not any(related(kind.group, kind.name, name) for name in self.counts[source])

    def denies(self, source: str, kind: Kind) -> bool:
        """Tell whether an article says that something is not of a kind."""
        return any(related(kind.group, kind.name, name) for name in self.denied[source])


def contested_kinds(rows: Iterable[tuple], sentences: Sentences) -> Iterator[tuple]:
    """Yield facts for the kinds of thing that articles contradict each other on."""
    groups: dict[str, list[tuple]] = defaultdict(list)
    for row in rows:
        groups[row.attribute].append(row)
    for group, told in sorted(groups.items()):
        if len({row.source for row in told}) > 1:
            pairs = chosen(of_class(told, sentences))
            for sides in joined(pairs):
                yield from facts_of(group, sides)


def of_class(rows: list[tuple], sentences: Sentences) -> Iterator[tuple[float, Kind, Kind]]:
    """Yield the pairs of one class that likely answer one question, and how likely."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    denied: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.status == NOT_SO:
            denied[row.source].add(row.value)
        else:
            counts[row.source][row.value] += 1
    lengths = {source: len(starts) for source, starts in sentences.starts.items()}
    told = Told(counts, denied, len(lengths), lengths)
    kinds = [kind_of(row, sentences) for row in rows if row.status == SO][:MOST_SIDES]
    for one, two in combinations(kinds, 2):
        if one.source != two.source and may_differ(one, two, told):
            likely = likeness(one, two, told, sentences)
            if likely > 0:
                yield likely, one, two


def kind_of(row: tuple, sentences: Sentences) -> Kind:
    """Return the thing that a row tells of."""
    words = row.around.split()
    marks = frozenset(word for word in words if word.startswith(MARKS))
    near = {stem(word) for word in (*words, row.noun) if word and word not in marks}
    return Kind(
        row,
        row.source,
        row.attribute,
        row.value,
        stem(row.noun) if row.noun else "",
        frozenset(near),
        marks,
        sentences.words_at(row.source, row.start),
        stems(row.quote),
        sentences.rank(row.source, row.start),
    )


def may_differ(one: Kind, two: Kind, told: Told) -> bool:
    """Tell whether each of two articles never tells of what the other does."""
    if needs_one_thing(one.group) and not one.thing == two.thing != "":
        return False
    return told.lacks(two.source, one) and told.lacks(one.source, two)


def likeness(one: Kind, two: Kind, told: Told, sentences: Sentences) -> float:
    """Return how much speaks for two things answering one question, as a logarithm of odds."""
    weight = read_weights(WEIGHTS)
    return math.fsum(weight[name] * value for name, value in features(one, two, told, sentences))


def features(one: Kind, two: Kind, told: Told, sentences: Sentences) -> Iterator[tuple[str, float]]:
    """Yield what speaks for and against one question behind two things."""
    own = one.own | two.own
    yield "start", 1
    yield "two articles", told.n_sources == 2
    yield "once in a story", told_of(one.group) == "once"
    yield "many in a story", told_of(one.group) == "many"
    near = (one.near & two.near) - own
    yield "near", min(MOST_NEAR, sentences.rareness(near))
    yield "shared", min(MOST_SHARED, sentences.rareness((one.words & two.words) - own - near))
    yield "preposition", any(mark.startswith(PREPOSITION) for mark in one.marks & two.marks)
    thing = one.thing == two.thing != ""
    yield "thing", thing
    yield "one describes", not thing and (BELOW in one.marks) != (BELOW in two.marks)
    yield "other thing", "" not in (one.thing, two.thing) and one.thing != two.thing
    yield "one of several", (SEVERAL in one.marks) != (SEVERAL in two.marks)
    first = sum(side.rank <= FIRST < told.lengths[side.source] for side in (one, two))
    yield "both first", first == 2
    yield "one first", first == 1
    places = [side.rank / told.lengths[side.source] for side in (one, two)]
    yield "apart", abs(places[0] - places[1])
    several = [told.counts[side.source] for side in (one, two)]
    # A story has many colours, of one thing one.
    n_told = 1 if needs_one_thing(one.group) else len(several[0]) * len(several[1])
    yield "several", math.log(n_told)
    own_kind, their_kind = (lineage(side.group, side.name)[1:2] for side in (one, two))
    yield "kinds of one", own_kind == their_kind != ()
    yield "denied", told.denies(two.source, one) or told.denies(one.source, two)


def chosen(pairs: Iterable[tuple[float, Kind, Kind]]) -> list[tuple[Kind, Kind]]:
    """Return the likeliest pairs: a thing is set against one thing of each other article."""
    against: dict[tuple[str, str, str], str] = {}
    found = []
    for _, one, two in sorted(pairs, key=lambda p: (-p[0], p[1].row.start, p[2].row.start)):
        sides = (one.source, one.name, two.source), (two.source, two.name, one.source)
        if all(against.get(a, b.name) == b.name for a, b in zip(sides, (two, one), strict=True)):
            against.update(zip(sides, (two.name, one.name), strict=True))
            found.append((one, two))
    return found


def joined(pairs: list[tuple[Kind, Kind]]) -> list[list[Kind]]:
    """Return the things of pairs, those together that share a thing of an article."""
    found: list[list[Kind]] = []
    for pair in pairs:
        told = {(side.source, side.name) for side in pair}
        linked = [g for g in found if told & {(side.source, side.name) for side in g}]
        found = [group for group in found if all(group is not other for other in linked)]
        merged = [side for group in linked for side in group]
        found.append(merged + [side for side in pair if all(side is not m for m in merged)])
    return found


def facts_of(group: str, sides: list[Kind]) -> Iterator[tuple]:
    """Yield the facts of one question; what is a kind of what another article says is called so."""
    names = {side.name for side in sides}
    things = Counter(side.row.noun for side in sides if side.row.noun)
    noun = min(things, key=lambda thing: (-things[thing], thing), default="")
    several = noun and things[noun] > 1
    asked = f"other:which {group} ({noun})" if several else f"other:which {group}"
    for side in sorted(sides, key=lambda side: (side.source, side.row.start)):
        widest = [kind for kind in lineage(group, side.name) if kind in names]
        yield fact(side.row, "event", asked, widest[-1])
