"""Set the posts that articles give one person against each other, and the houses a person is of.

Offices of one group exclude one another, as chief executive and finance director do; so do one
office of two fields, as two ministries, and an office and its deputy's. What is of the past is set
against the past alone, what somebody enters against the like. General words ("boss", "official") are no office.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from helpers.statements.slots import fact, opposed, stem
from helpers.statements.titles import HOUSES, NEXT, OFFICES, PAST, titles

# Offices of which each field has its own holder.
FIELDED = frozenset(["minister", "officer", "director", "professor", "editor"])
# Who is head of sales is its director, and its chief officer.
HEADED = {"officer", "director"}
SMALL = HOUSES | frozenset("of the at and for bank research group capital partners".split())
# Two offices that one person often holds.
TOGETHER = frozenset(
    frozenset(["president", office]) for office in ("CEO", "chairman", "COO", "general counsel")
)
SERVING = frozenset(["researcher", "professor", "analyst"])
MOST_WORDS = 3  # words of the longest name of an office


@dataclass(frozen=True)
class Post:
    """A post of a person: its office with group, fields and ranks, or a house without an office.

    It is `known` if another rule tells that the person enters it, and compares that.
    """

    row: tuple
    source: str
    person: str
    office: str
    groups: frozenset[str]
    fields: frozenset[str]
    ranks: frozenset[str]
    time: str
    house: frozenset[str]
    known: bool


@cache
def offices() -> dict[tuple[str, ...], tuple[str, frozenset[str]]]:
    """Return by words the office and the groups that it is of."""
    found: dict[tuple[str, ...], tuple[str, frozenset[str]]] = {}
    for use in OFFICES:
        for words, value in titles()[use].items():
            found[words] = value, found.get(words, ("", frozenset()))[1] | {use}
    return found


def post(row: tuple, person: str, house: str, *, known: bool) -> Post:
    """Return the post that a row tells of."""
    words = row.noun.split()
    lengths = (n for n in range(MOST_WORDS, 0, -1) if tuple(words[-n:]) in offices())
    n = next(lengths, 0)
    office, groups = offices()[tuple(words[-n:])] if n else ("", frozenset())
    before = words[:-n] if n else []
    ranks = {titles()["rank"][w,] for w in before if (w,) in titles()["rank"]}
    fields = {w for w in before if (w,) not in titles()["rank"] | titles()["time"].keys()}
    told = row.around.split()
    fields |= {word.removeprefix("of:") for word in told if word.startswith("of:")}
    return Post(
        row, row.source, person, office, groups,
        frozenset(map(stem, fields - {"chief", "general"})), frozenset(ranks),
        next((time for time in (PAST, NEXT) if time in told), ""),
        frozenset(map(stem, house.lower().split())) - set(map(stem, SMALL)), known,
    )  # fmt: skip


def exclusive(one: Post, two: Post) -> bool:
    """Tell whether somebody cannot hold both posts at one time."""
    if one.person != two.person or not (one.office and two.office):
        return False
    acting = ("acting" in one.ranks) != ("acting" in two.ranks)
    deputy = ("deputy" in one.ranks) != ("deputy" in two.ranks)
    if one.office == two.office and acting and not deputy:
        if one.known and two.known:
            return False
        return (one.time == PAST) == (two.time == PAST)  # for a time or for good
    if one.time != two.time:
        return False
    if one.office == two.office or {one.office, two.office} == HEADED:
        apart = one.office in FIELDED and one.fields and two.fields
        return deputy or (bool(apart) and not one.fields & two.fields)
    return are_two_offices(one, two)


def are_two_offices(one: Post, two: Post) -> bool:
    """Tell whether nobody holds two offices of these names at one time, or enters both at once."""
    if frozenset([one.office, two.office]) in TOGETHER or (one.known and two.known):
        return False
    if (one.office in SERVING) != (two.office in SERVING) and one.house & two.house:
        return True  # who leads a house is none of its staff
    return one.time == NEXT or bool(one.groups & two.groups - {"field", "other"})


def at_two_houses(one: Post, two: Post) -> bool:
    """Tell whether somebody is said to be of two houses."""
    of_house = all("field" in side.groups or not side.office for side in (one, two))
    apart = of_house and bool(one.house) and bool(two.house) and not one.house & two.house
    return one.person == two.person and one.time == two.time and apart


def contested_posts(found: Iterable[Post]) -> Iterator[tuple]:
    """Yield the posts and houses on which articles differ."""
    by_person: dict[str, list[Post]] = defaultdict(list)
    for one in found:
        by_person[one.person].append(one)
    for person, posts in sorted(by_person.items()):
        agree = lambda a, b: (a.office, a.time) == (b.office, b.time) and not exclusive(a, b)
        yield from told(person, posts, "other:post", exclusive, agree)
        same = lambda a, b: bool(a.house & b.house)
        yield from told(person, posts, "other:affiliation", at_two_houses, same)


def told(person: str, posts: list[Post], attribute: str, apart, agree) -> Iterator[tuple]:
    """Yield the facts of a question; posts that fit together are shown in one wording."""
    shown: list[Post] = []
    for pair in opposed(posts, apart, lambda a, b: float(a.person == b.person), 1.0, agree):
        for side in pair:
            alike = next((known for known in shown if not apart(known, side)), side)
            shown += [side] if alike is side else []
            yield fact(side.row, person, attribute, alike.row.value)
