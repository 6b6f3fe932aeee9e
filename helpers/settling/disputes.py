"""Bring together what articles say of one matter in words, where they exclude one another.

An act that one article tells and another denies, a vote that is held or put off: two slots answer
one question if they are said of the same thing and their sentences share rare words. An article
that says both is set against nobody.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

import pandas as pd

from helpers import plain
from helpers.settling.alignment import MAX_SOURCES
from helpers.settling.changes import contested_changes
from helpers.settling.circumstances import Circumstances
from helpers.settling.exclusions import agreeing, exclusive, only_one_outcome
from helpers.settling.explanations import contested_causes
from helpers.settling.likely_kinds import contested_kinds
from helpers.settling.named_answers import named_answers
from helpers.settling.numbered import contested_numbers
from helpers.settling.sameness import (
    ALIKE,
    DESCRIBED,
    NAMED,
    UNTOLD,
    asked_once,
    is_one_name,
    joined,
    may_be_one,
    thing_of,
)
from helpers.settling.tenures import Post, contested_posts, post
from helpers.statements.acts import ACT
from helpers.statements.causes import CAUSE
from helpers.statements.changes import CHANGE
from helpers.statements.kinds import KIND
from helpers.statements.nouns import is_people
from helpers.statements.numbered import NUMBERED
from helpers.statements.outcomes import (
    DISPUTED,
    DOING,
    HE,
    MANY,
    NOBODY,
    OF_BEFORE,
    OUTCOME,
    SUCH,
    UNTIL_NOW,
)
from helpers.statements.phrases import needs
from helpers.statements.slots import Sentences, Slot, fact, opposed
from helpers.statements.titles import TITLE

# Characters between a place and what it lies in: ", ", " in eastern ".
BESIDE = 14
MAIN = 2  # who is told of so many times as often as anybody else is whom the article is about
PEOPLE = frozenset(["person", "other"])
KNOWN = ("outcome: ", "an appeal")  # rules that say of an act what they think of it
ENTERED = "new_role"
SLOTS = frozenset([OUTCOME, CAUSE, TITLE, KIND, CHANGE, NUMBERED])
ENOUGH = {True: 1.4, False: 1.2}  # for an act told or denied; for outcomes of a list
MOST_SHARED = 3.0
# What the title and the first sentences tell is mostly of the story's own matter.
TOP, LEAD = "top", 3
AT_TOP = {"": 0.8, "once": 0.8, "thing": 0.8, TOP: 1.2}
# What more is needed where the same can be said of one thing on many days, or of many of a kind.
MORE = {"words": 1.0, "kind": 0.3}
SHARED = 0.8
# One says that it is denied, one that it is admitted: they answer one charge.
ANSWERED = 0.5
# Articles that differ on it tell different days, too: it closes in 2031, or runs until 2041.
DATED = frozenset(["closure"])
# "Nobody was killed" answers for all.
OF_ANYBODY = frozenset(["fate", "harm", "custody", "charge"])
ORDINALS = frozenset("first second third fourth fifth next other earlier previous".split())


class Disputes:
    """The slots of a story; yields facts for what its articles contradict each other on."""

    def __init__(
        self,
        slots: pd.DataFrame,
        statements: pd.DataFrame,
        names: pd.DataFrame,
        sentences: Sentences,
    ) -> None:
        """Keep the tables; nothing is compared before it is asked for."""
        self.table, self.statements, self.names = slots, statements, names
        self.sentences = sentences
        self.places: dict[tuple[str, int], tuple[str, str]] = {}
        self.types: dict[str, str] = {}
        self.rows: dict[str, list[tuple]] = defaultdict(list)
        self.described: dict[str, set[str]] = defaultdict(set)

    @cached_property
    def occasions(self) -> Circumstances:
        """Return the days and places of each sentence."""
        return Circumstances(self.statements, self.names)

    def facts(self, known: Iterable[tuple]) -> Iterator[tuple]:
        """Yield the facts that articles contradict each other on, but for those of `known` rules."""
        if not 1 < self.statements["source"].nunique() <= MAX_SOURCES:
            return
        known = list(known)
        self.entered: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for made in known:
            if made[6] == ENTERED:
                self.entered[made[0]].append((made[2], made[3]))
        self.known = [
            (made[0], made[2], made[3], made[6])
            for made in known
            if made[13].startswith((ACT, *KNOWN))
        ]
        for row in plain.rows(self.names):
            self.places[row.source, row.end] = row.name, row.form
            self.types[row.name] = row.type
        for row in self.table.itertuples(index=False):
            if not row.earlier:
                self.rows[row.rule].append(row)
            name, form = self.name_at(row, row.subject)
            if form == "name":
                self.described[name].update(row.around.split())
        told = list(self.by_rules())
        yield from told
        yield from named_answers(self.names, self.sentences, self.joined, [*known, *told])

    def by_rules(self) -> Iterator[tuple]:
        """Yield what rules know to be told of one matter."""
        yield from self.outcomes()
        yield from contested_causes(self.rows[CAUSE], self.sentences)
        yield from contested_posts(self.posts())
        yield from contested_kinds(self.rows[KIND], self.sentences)
        yield from contested_changes(self.rows[CHANGE], self.name_at, self.occasions.agree)
        yield from contested_numbers(self.rows[NUMBERED], self.sentences, self.occasions.agree)

    def name_at(self, row: tuple, end: int) -> tuple[str, str]:
        """Return the resolved name of a mention and its form; empty if there is none."""
        return self.places.get((row.source, end), ("", ""))

    @cached_property
    def joined(self) -> set[frozenset[str]]:
        """Return the names of which one lies in the other: "Bursa, Turkey", "Kelmar in Norway"."""
        found, before = set(), None
        told = self.names[self.names["form"] == "name"]
        for row in told.sort_values(["source", "start"]).itertuples(index=False):
            if before is not None and (before.source, before.line) == (row.source, row.line):
                gap = row.start - before.end
                if 0 < gap <= BESIDE:
                    found.add(frozenset([before.name, row.name]))
            before = row
        return found

    def posts(self) -> Iterator[Post]:
        """Yield the posts of people."""
        for row in self.rows[TITLE]:
            person = self.name_at(row, row.subject)[0] if row.subject >= 0 else self.meant(row)
            if self.types.get(person) in PEOPLE:
                known = any(self.touches(row, place) for place in self.entered[row.source])
                yield post(row, person, self.name_at(row, row.other)[0], known=known)

    @staticmethod
    def touches(row: tuple, place: tuple[int, int]) -> bool:
        """Tell whether a row and a place of its article overlap."""
        return row.start < place[1] and place[0] < row.end

    def meant(self, row: tuple) -> str:
        """Return whom a post without a name stands for: who is told of most, named last or next."""
        told = self.people.get(row.source, [])
        at = bisect_left(told, (row.start, ""))
        near = told[max(0, at - 1)][1] if told else ""
        return near if near == self.main(row.source) else ""

    def main(self, source: str) -> str:
        """Return whom an article names much more often than anybody else, or ""."""
        return self.mains.get(source, "")

    @cached_property
    def mains(self) -> dict[str, str]:
        """Return by source whom it names much more often than anybody else with a full name."""
        found = {}
        for source, told in self.people.items():
            (first, n), *others = Counter(name for _, name in told).most_common()
            if all(n >= MAIN * other for name, other in others if " " in name):
                found[source] = first
        return found

    @cached_property
    def people(self) -> dict[str, list[tuple[int, str]]]:
        """Return by source where people are named, in order."""
        found: dict[str, list[tuple[int, str]]] = defaultdict(list)
        people = self.names[(self.names["type"] == "person") & (self.names["form"] == "name")]
        for row in people.sort_values(["source", "start"]).itertuples(index=False):
            found[row.source].append((row.start, row.name))
        return found

    def slot(self, row: tuple) -> Slot:
        """Return the slot of a row."""
        name, form = self.name_at(row, row.subject)
        if not name and HE in row.around.split():
            name = self.main(row.source)
        return Slot(
            row,
            row.source,
            row.attribute,
            row.value,
            row.status == "negated",
            name,
            form == "name",
            row.noun,
            frozenset(row.around.split()),
            self.name_at(row, row.other)[0],
            self.words(row),
        )

    def words(self, row: tuple) -> frozenset[str]:
        """Return the words of the sentence, and of the one before where that tells what is meant."""
        own = self.sentences.words_at(row.source, row.start)
        such = SUCH in row.around.split() or needs().get(row.attribute) in {"once", "person"}
        return own | self.sentences.before(row.source, row.start) if such else own

    def outcomes(self) -> Iterator[tuple]:
        """Yield what is told and denied, or ended in two ways."""
        found: dict[str, list[tuple]] = defaultdict(list)
        for row in self.rows[OUTCOME]:
            found[row.attribute].append(row)
        for matter, rows in sorted(found.items()):
            several = len({row.source for row in rows}) > 1
            disputed = len({row.status for row in rows}) > 1 or not matter.startswith(DOING)
            if several and disputed:
                yield from self.of_matter(matter, [self.slot(row) for row in rows])

    def of_matter(self, matter: str, slots: list[Slot]) -> Iterator[tuple]:
        """Yield the facts of one matter."""
        doing = matter.startswith(DOING)
        slots = [slot for slot in slots if not (doing and self.is_known(slot))]
        enough = ENOUGH[doing]
        self.single = set() if doing else only_one_outcome(slots)
        pairs = [
            pair
            for pair in opposed(slots, exclusive, self.likeness, enough, agreeing)
            if not all(map(self.is_known, pair))
        ]
        for sides in joined(pairs):
            thing = min(sides, key=lambda slot: (not slot.called, not slot.name, not slot.noun))
            subject = thing.name or thing.noun or "event"
            attribute = f"other:{matter.removeprefix(DOING)}"
            if doing:
                noun = next((slot.noun for slot in sides if slot.noun), "")
                attribute = f"{attribute} {noun}".rstrip()
            for slot in sides:
                value = matter.removeprefix(DOING) if doing else slot.value
                yield fact(slot.row, subject, attribute, value, denied=slot.denied)

    def same_thing(self, one: Slot, two: Slot) -> float | None:
        """Return how surely two slots are said of one thing, None if they are not."""
        if (MANY in one.kinds) != (MANY in two.kinds) and is_people(one.noun) and two.noun:
            return None
        for many, other in ((one, two), (two, one)):
            person = other.called and self.types.get(other.name) == "person"
            if person and MANY in many.kinds and not many.called and is_people(many.noun):
                return None
        if (one.kinds & ORDINALS) != (two.kinds & ORDINALS):
            return None
        if one.called and two.called:
            return NAMED if is_one_name(one.name, two.name) else None
        if one.name and one.name == two.name:
            return DESCRIBED
        if one.noun and two.noun:
            return ALIKE if thing_of(one.noun) == thing_of(two.noun) else None
        for named, other in ((one, two), (two, one)):
            if named.called and other.noun in self.described[named.name]:
                return DESCRIBED
        return UNTOLD

    def of_one_time(self, one: Slot, two: Slot) -> bool:
        """Tell whether two slots can be of one occasion; "has not been" is said of any day."""
        lasting = UNTIL_NOW in one.kinds | two.kinds or one.matter in OF_BEFORE | DATED
        return lasting or self.occasions.agree(one.row, two.row)

    def at_top(self, one: Slot, two: Slot, need: str) -> bool:
        """Tell whether each is the only outcome of its article, told where that tells its matter."""
        nouns = {one.noun, two.noun} - {""}
        if need not in AT_TOP or nouns and (need == "thing" or any(map(is_people, nouns))):
            return False
        return all(
            side.source in self.single and self.sentences.rank(side.source, side.row.start) <= LEAD
            for side in (one, two)
        )

    def is_known(self, slot: Slot) -> bool:
        """Tell whether a fact of another rule already says what a slot does."""
        row, asked = slot.row, f"other:{slot.matter}"
        for source, start, end, attribute in self.known:
            inside = start <= row.start and row.end <= end
            touching = attribute == asked and start < row.end and row.start < end
            if source == row.source and (inside or touching):
                return True
        return False

    def likeness(self, one: Slot, two: Slot) -> float:
        """Return how much speaks for two slots being of one thing; 0 if they are not."""
        thing, need = self.same_thing(one, two), needs().get(one.matter, "")
        if NOBODY in one.kinds | two.kinds and one.matter in OF_ANYBODY:
            thing = ALIKE
        above = self.at_top(one, two, need)
        if thing is None and not (one.called and two.called):
            may_be = need == "once" or need == "person" and may_be_one(one, two)
            thing = UNTOLD if above or may_be else None
        if thing == UNTOLD and need:
            thing = asked_once(one, two, need)
        if not above and (need == TOP or not thing and need == "thing"):
            return 0.0
        if thing is None or (one.actor and two.actor and one.actor != two.actor):
            return 0.0
        if not self.of_one_time(one, two):
            return 0.0
        shared = one.words & two.words
        thing += AT_TOP.get(need, 0.0) * above - MORE.get(need, 0.0)
        thing += ANSWERED * (DISPUTED in one.kinds & two.kinds)
        return thing + SHARED * min(MOST_SHARED, self.sentences.rareness(shared))
