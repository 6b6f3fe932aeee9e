"""Settle over the whole story what each statement is about.

The deal of the story is the pair of names most often called its parties, with those that the
same deal joins in two sources or more; a statement about other parties is about another deal.
The event of the story is the happening its articles name most often; a statement set in another
year is about another event.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property

import pandas as pd

from helpers import plain
from helpers.name_rules.spellings import spelled_apart, unnumbered, without_plurals
from helpers.settings import Settings
from helpers.settling.alignment import MAX_SOURCES, join_numbers
from helpers.settling.changes import without_told_changes
from helpers.settling.circumstances import Circumstances
from helpers.settling.counted_none import with_counts
from helpers.settling.disputes import Disputes
from helpers.settling.dollars import in_story_dollars
from helpers.settling.made_things import COUNTED_BACK, of_made_things
from helpers.settling.named import Mentions, Named
from helpers.settling.people import (
    REFERRED,
    with_named_ages,
    without_bare_posts,
    without_lone_people,
    without_past_ages,
)
from helpers.settling.questions import own_answers
from helpers.settling.same_age import with_shared_ages
from helpers.settling.unify import EVENT, unify
from helpers.statements.acts import ACT
from helpers.statements.cues import MEASURED
from helpers.statements.deals import without_loose_purchases
from helpers.statements.sayings import SAYING, shared_sayings
from helpers.statements.slots import Sentences

VALUE, RULE, KIND = 7, 13, 14
SENTENCE = "sentence"
# What is told of a post, with the word that the organisation begins with.
POSTS = {
    "role_kept": "{}role_kept",
    "founder_role": "other:{}role",
    "role_left": "other:{}role_left",
}


class Story:
    """The statements of a story with its names; makes facts."""

    def __init__(
        self,
        statements: pd.DataFrame,
        slots: pd.DataFrame,
        asked: pd.DataFrame,
        names: pd.DataFrame,
        settings: Settings,
    ) -> None:
        """Keep the tables; nothing is computed before it is asked for."""
        self.statements, self.slots, self.all, self.names = statements, slots, asked, names
        self.settings = settings

    @cached_property
    def mentions(self) -> Mentions:
        """Return the resolved mentions by place."""
        return Mentions(self.names)

    def at(self, source: str, end: int) -> Named | None:
        """Return the resolved mention that ends at `end`, or None."""
        return self.mentions.at(source, end)

    def parties(self, row: tuple) -> list[Named]:
        """Return the resolved parties of a deal statement, places left out."""
        found = [self.at(row.source, row.subject), self.at(row.source, row.other)]
        return [n for n in found if n is not None and n.type not in {"place", "product"}]

    @cached_property
    def main_deal(self) -> tuple[str, frozenset[str]]:
        """Return the name of the story's deal and all that take part in it."""
        pairs: Counter[tuple[str, str]] = Counter()
        sources: dict[frozenset[str], set[str]] = defaultdict(set)
        for row in plain.rows(self.statements[self.statements["about"] == "deal"]):
            names = [party.name for party in self.parties(row)]
            if len(set(names)) == 2:
                pairs[names[0], names[1]] += 1
                sources[frozenset(names)].add(row.source)
        if not pairs:
            return "deal", frozenset()
        weight = Counter()
        for pair, n in pairs.items():
            weight[frozenset(pair)] += n
        top = min(sources, key=lambda p: (-len(sources[p]), -weight[p], sorted(p)))
        one, other = sorted(top)
        if (pairs[other, one], other) > (pairs[one, other], one):
            one, other = other, one
        joined = set(top)
        for pair, where in sorted(sources.items(), key=lambda item: sorted(item[0])):
            if len(where) > 1 and pair & top:
                joined |= pair
        return f"{one}–{other} deal", frozenset(joined)

    def deal(self, row: tuple) -> str:
        """Return which deal a statement is about."""
        name, members = self.main_deal
        parties = [party.name for party in self.parties(row)]
        outside = [party for party in parties if party not in members]
        if not parties or not outside:
            return name
        inside = [p for p in self.parties(row) if p.name in members]
        if any(party.type == "person" for party in inside):
            return name
        if len(parties) == 1:
            return f"{parties[0]} deal"
        return f"{parties[0]}–{parties[1]} deal" if parties[0] != parties[1] else name

    @cached_property
    def nouns(self) -> dict[str, str]:
        """Return the names that common nouns of the story stand for: "rocket" for Aurora 2."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for row in plain.rows(self.statements[self.statements["noun"] != ""]):
            named = self.at(row.source, row.subject)
            if named is not None:
                found[row.noun][named.name] += 1
        return {
            noun: names.most_common(1)[0][0] for noun, names in found.items() if len(names) == 1
        }

    def subject(self, row: tuple) -> str:
        """Return the canonical subject of a statement, "" if it cannot be told."""
        if row.about == "deal":
            return self.deal(row)
        if row.about == "event":
            return EVENT
        named = self.at(row.source, row.subject)
        if row.about == "person":
            person = named is not None and named.type in {"person", "other"}
            return named.name if person else self.nouns.get(row.noun, row.noun)
        counted = row.rule == "fallback" and row.kind in {"count", "number"}
        if (row.about == "thing" or counted) and named is not None and named.type == "person":
            named = None
        if named is not None and (row.about != "org" or named.type not in {"person", "place"}):
            return named.name
        return self.nouns.get(row.noun, row.noun) or ("" if row.about == "org" else EVENT)

    def facts(self) -> Iterator[tuple]:
        """Yield the facts of the story."""
        yield from self.spellings()
        yield from self.sayings()
        made = list(self.ruled())
        made += self.known_products(made)
        own = list(own_answers(self.all, self.names, self.settings))
        asked = {(fact[0], fact[2], fact[3]) for fact in own}
        yield from own
        types = dict(zip(self.names["name"], self.names["type"], strict=True))
        made = with_named_ages(without_lone_people(without_bare_posts(made)), self.people)
        made = of_made_things(without_loose_purchases(without_past_ages(made)))
        if self.sentences is not None:
            made = with_shared_ages(made, self.people, self.sentences)
        made = [f for f in made if (f[0], f[2], f[3]) not in asked]
        # An order of magnitude has no value by which it could be joined to others.
        yield from (fact for fact in made if fact[KIND] == "vague")
        back = [fact for fact in made if fact[RULE] in COUNTED_BACK]
        made = [fact for fact in made if fact[KIND] != "vague" and fact[RULE] not in COUNTED_BACK]
        made += self.unnamed(made, asked)
        joined = join_numbers(in_story_dollars(made), self.around, types)
        joined = [*with_counts(joined, made, self.past), *back]
        disputed = list(self.disputed(made))
        yield from without_told_changes(unify(joined, frozenset(types)), disputed)
        yield from disputed

    def disputed(self, made: list[tuple]) -> Iterator[tuple]:
        """Yield what articles contradict each other on in words."""
        if self.sentences is not None:
            yield from Disputes(self.slots, self.all, self.names, self.sentences).facts(made)

    @cached_property
    def sentences(self) -> Sentences | None:
        """Return the words of each sentence, None of more articles than are compared in words."""
        return Sentences(self.all) if self.all["source"].nunique() <= MAX_SOURCES else None

    @cached_property
    def people(self) -> dict[str, set[str]]:
        """Return the people that each article names."""
        found: dict[str, set[str]] = defaultdict(set)
        people = self.names[self.names["type"].isin(["person", "other"])]
        for row in plain.rows(people):
            found[row.source].add(row.name)
        return found

    def ruled(self) -> Iterator[tuple]:
        """Yield the facts that the rules found."""
        acts, index = self.statements["rule"] == ACT, self.statements.index
        told = (self.statements["attribute"] != "") & (self.statements["rule"] != SAYING)
        chosen = index.isin(self.disputed_acts(self.statements[told & acts]))
        rows = self.statements[told & (~acts | chosen)]
        successors = self.holders(rows, "successor_status")
        founders = self.holders(rows, "founder_role")
        for row in plain.rows(rows):
            subject = self.subject(row)
            value = row.value
            named = self.at(row.source, row.named)
            if row.named >= 0:
                value = full_value(row.value, named) if named is not None else value
            attribute = row.attribute
            other = self.at(row.source, row.other)
            rule = row.rule
            if attribute == "age" and row.about == "person":
                who = self.at(row.source, row.subject)
                sure = who is None or (who.how == "name" and who.type == "person")
                rule = rule if sure else REFERRED
            if attribute == "background":
                attribute = (
                    "successor_background"
                    if subject in successors
                    else "founder_background"
                    if subject in founders
                    else "other:background"
                )
            if attribute == "led_by":
                attribute = "successor" if value in successors else ""
            if attribute in POSTS:
                known = other is not None and other.type != "person"
                word = re.sub(r"\W.*", "", other.name).lower() + "_" if known else ""
                attribute = POSTS[attribute].format(word)
            somebody = named is not None and named.type == "person" and attribute == "product"
            if not subject or not attribute or somebody:  # "the union's Ann Velm"
                continue
            owned = row.about == "org" and MEASURED.match(row.earlier)
            if row.earlier and (row.about in {"event", "deal", "subject", "thing"} or owned):
                subject = f"{subject} ({row.earlier})"
            yield (
                row.source,
                row.line,
                row.start,
                row.end,
                row.quote,
                subject,
                attribute,
                value,
                row.unit,
                row.low,
                row.high,
                row.status,
                row.attribution,
                rule,
                row.kind,
            )

    def sayings(self) -> Iterator[tuple]:
        """Yield who said what several articles quote."""
        rows = self.statements[self.statements["rule"] == SAYING]
        for words, row in shared_sayings(plain.rows(rows)):
            named = self.at(row.source, row.named)
            if named is not None and named.type not in {"place", "product"}:
                yield (
                    *(row.source, row.line, row.start, row.end, row.quote, f"“{words} …”"),
                    *(row.attribute, named.name, "", float("nan"), float("nan")),
                    *("asserted", "", "quoted in several", "words"),
                )

    def unnamed(self, made: list[tuple], asked: set[tuple]) -> Iterator[tuple]:
        """Yield the numbers that no rule used or could give a subject, without an attribute."""
        used = asked | {(fact[0], fact[2], fact[3]) for fact in made}
        told = {(fact[0], fact[3], fact[VALUE]) for fact in made}  # "founded in 1988"
        for row in plain.rows(self.numbers[self.numbers["around"] != ""]):
            known = (row.source, row.end, row.value) in told
            if not known and (row.source, row.start, row.end) not in used:
                earlier = row.earlier and row.kind != "date"
                subject = f"{EVENT} ({row.earlier})" if earlier else EVENT
                yield (
                    *(row.source, row.line, row.start, row.end, row.quote, subject, "", row.value),
                    *(row.unit, row.low, row.high, row.status, row.attribution, "left over"),
                    row.kind,
                )

    @cached_property
    def past(self) -> set[tuple]:
        """Return the places of what was at another time."""
        rows = self.statements[self.statements["earlier"] != ""]
        return set(zip(rows["source"], rows["start"], rows["end"], strict=True))

    @cached_property
    def numbers(self) -> pd.DataFrame:
        """Return the statements of numbers that words stand around or that no rule used."""
        rows = self.statements
        around = (rows["around"] != "") & (rows["rule"] != SAYING)
        return rows[around | (rows["rule"] == "left over")]

    @cached_property
    def around(self) -> dict[tuple, str]:
        """Return the words around the numbers, by place."""
        rows = plain.rows(self.numbers)
        return {(row.source, row.start, row.end): row.around for row in rows}

    def disputed_acts(self, told: pd.DataFrame) -> set[int]:
        """Return the rows of acts that one article denies and another states.

        Acts of different people are different acts; one told in the passive may be anybody's.
        So are acts of different days or places.
        """
        actors: dict[str, set[str]] = defaultdict(set)
        for row in plain.rows(told[told["status"] == "negated"]):
            actors[row.attribute].add(self.actor(row))
        kept: dict[str, list[tuple]] = defaultdict(list)
        for row in plain.rows(told[told["attribute"].isin(actors)], index=True):
            actor, known = self.actor(row), actors[row.attribute]
            if not row.earlier and (not actor or "" in known or actor in known):
                kept[row.attribute].append(row)
        if not kept:
            return set()
        sources = {row.source for acts in kept.values() for row in acts}
        own, names = (t[t["source"].isin(sources)] for t in (self.all, self.names))
        occasions = Circumstances(own, names)
        return {index for acts in kept.values() for index in occasions.disputed(acts)}

    def actor(self, row: tuple) -> str:
        """Return the name of who acts, "" if none is named."""
        named = self.at(row.source, row.subject)
        return "" if named is None else named.name

    def holders(self, rows: pd.DataFrame, attribute: str) -> frozenset[str]:
        """Return the people of whom some article states an attribute."""
        chosen = rows[rows["attribute"] == attribute]
        found = (self.at(row.source, row.subject) for row in plain.rows(chosen))
        return frozenset(named.name for named in found if named is not None)

    def known_products(self, made: list[tuple]) -> Iterator[tuple]:
        """Yield each mention of a product whose owner some article names."""
        owners: dict[str, Counter[str]] = defaultdict(Counter)
        for fact in made:
            if fact[13] == "product of":
                owners[unnumbered(fact[7])][fact[5]] += 1
        taken = {(fact[0], fact[3]) for fact in made if fact[13] == "product of"}
        products = self.names[(self.names["type"] == "product") & (self.names["form"] == "name")]
        for row in plain.rows(products):
            if row.name in owners and (row.source, row.end) not in taken:
                owner = min(owners[row.name], key=lambda name: (-owners[row.name][name], name))
                yield (
                    row.source,
                    row.line,
                    row.start,
                    row.end,
                    row.quote,
                    owner,
                    "product",
                    full_value(row.key, Named(row.name, row.type)),
                    "",
                    float("nan"),
                    float("nan"),
                    "asserted",
                    "",
                    "known product",
                    "words",
                )

    def spellings(self) -> Iterator[tuple]:
        """Yield every mention of a name that the story spells in more than one way."""
        named = self.names["form"] == "name"
        forms = self.names.loc[named, ["name", "type", "key"]].drop_duplicates()
        written = forms["key"].map(unnumbered).groupby([forms["name"], forms["type"]]).agg(set)
        variants = {
            name: spelled_apart(known if kind == "person" else without_plurals(known))
            for (name, kind), known in written.items()
        }
        several = [name for name, known in variants.items() if known]
        for row in plain.rows(self.names[named & self.names["name"].isin(several)]):
            form = unnumbered(row.key)
            if form in variants[row.name]:
                at = max(row.quote.find(form.split()[0]), 0)
                quote = row.quote[at : at + len(form)]
                start = row.start + at
                yield (
                    *(row.source, row.line, start, start + len(quote), quote, row.name),
                    *("name_spelling", form, "", float("nan"), float("nan"), "asserted", ""),
                    *("spelling", "name"),
                )


def full_value(written: str, named: Named) -> str:
    """Return the canonical name, with the number or noun that follows it in the text."""
    version = re.search(r" \d{1,2}$", written)
    noun = re.search(r" [a-z]+$", written)
    tail = version or noun
    return (
        f"{named.name}{tail.group()}"
        if tail and not named.name.endswith(tail.group())
        else named.name
    )
