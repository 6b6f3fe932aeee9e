"""Set places and authors that different articles name against each other.

Two answers are set against each other where they differ and what they are said of is alike: what
stands in a place, what somebody did.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from helpers.statements.slots import Sentences, fact, opposed, stem, stems

MOST_SHARED = 3.0
# What the words for the thing weigh, and the other words of the sentences.
EFFECT, CONTEXT = 1.2, 0.6
# That one act is asked of, and how much is asked for in all.
ACT, ENOUGH_NAMED = 0.6, 1.3
# What rare words have to stand around two things that share a single word.
FEW, LEAD = 0.7, 0.6
# What is moved or dedicated says enough with one word.
DIRECTED = ("to ", "dedicate")
# What happens once happens in one place and has one author.
ONCE = frozenset(
    [f"in {name}" for name in ("=agree", "=arrest", "=die", "=marry", "=burial", "birth", "make")]
) | frozenset(
    "open complain expose found invent design discover order organise oppose sign alarm "
    "rescue propose identify drive leak veto overpower claim "
    "conduct pay".split()
)
# These are done to many things in a story: two need a word for the thing in common.
NAMED_ONCE = frozenset(
    "open complain expose found invent design discover rescue sign leak veto identify propose "
    "claim conduct pay".split()
)
ONE_ACT = 1.0
LEAST_BARE = 3  # words that two sentences share that call what they speak of "it"
CROSSED = 0.8  # what a word weighs that only one calls the thing by
PRONOUNS = frozenset("it he she him her they them itself himself herself this that one".split())
# Scenes that a thing has one of.
SCENES = frozenset(
    "found happen arrest film free carry origin hide bury land marry begin birth treat".split()
)
ROUND = stem("round")  # of money: it has one leader
# Words that part one thing from another of its kind.
OTHERS = frozenset(
    map(stem, "first second third fourth fifth other another further previous earlier".split())
)
ORDINALS = frozenset(map(stem, "first second third fourth fifth".split()))


class Named(NamedTuple):
    """Who or what answers: a name of some type, a noun, or a name with the noun before it."""

    name: str
    noun: str
    type: str

    @property
    def text(self) -> str:
        """Return what it is shown by."""
        return self.name or self.noun

    @property
    def whole(self) -> str:
        """Return name and noun."""
        return f"{self.name} {self.noun}".strip()


@dataclass(frozen=True)
class Answer:
    """A value with the stems of what it is said of, and those around both."""

    row: tuple
    source: str
    value: frozenset
    asked: frozenset[str]
    words: frozenset[str]


def contested_names(
    named: Iterable[tuple[tuple, Named]],
    sentences: Sentences,
    apart: Callable[[frozenset[Named], frozenset[Named]], bool],
    alike: Callable[[Named, Named], bool],
    matter: str,
) -> Iterator[tuple]:
    """Yield the authors or places that articles name for one thing, where they differ.

    `named` has rows with the names they give; `apart` tells whether what two sentences name
    excludes each other, `alike` whether two names say the same.
    """

    def likeness(one: Answer, two: Answer) -> float:
        once = is_once(one.row.attribute, one.asked & two.asked)
        told = told_of(one, two)
        if not told or are_others(one.asked, two.asked):
            return 0.0
        around = sentences.rareness(((one.words | one.asked) & (two.words | two.asked)) - told)
        once |= bool(one.row.unit or two.row.unit)  # "the driver of the bus"
        enough = once or one.row.attribute.startswith(DIRECTED)
        if len(told) < 2 and around < FEW and not enough:
            return 0.0
        weight = EFFECT if told & one.asked & two.asked else CROSSED
        return (
            (ONE_ACT if once else ACT)
            + weight * sentences.rareness(told)
            + CONTEXT * min(MOST_SHARED, around)
        )

    def exclusive(one: Answer, two: Answer) -> bool:
        return apart(one.value, two.value)

    def agree(one: Answer, two: Answer) -> bool:
        return any(alike(a, b) for a in one.value for b in two.value)

    for (act, _), answers in sorted(by_act(named, sentences).items()):
        for one, two in opposed(answers, exclusive, likeness, ENOUGH_NAMED, agree, lead=LEAD):
            told = told_of(one, two)
            words = [*one.row.around.split(), *two.row.around.split()]
            verb = act.split()[-1]
            thing = next((word for word in words if stem(word) in told), verb)
            base = stem(thing)
            thing = base[1:] if base[0] == "=" else thing
            told = "" if verb.startswith("=") or verb == thing else f" ({verb})"
            for side in (one, two):
                name = min(side.value).text
                yield fact(side.row, "event", f"other:{matter} {thing}{told}", name)


def by_act(
    named: Iterable[tuple[tuple, Named]], sentences: Sentences
) -> dict[tuple[str, str], list[Answer]]:
    """Return the answers by act and time; what a sentence says of one thing is one answer."""
    found: dict[tuple, list[tuple[tuple, Named]]] = defaultdict(list)
    for row, told in named:
        at = sentences.number(row.source, row.start)
        found[row.attribute, row.earlier, row.source, at, row.around].append((row, told))
    answers: dict[tuple[str, str], list[Answer]] = defaultdict(list)
    for (act, earlier, source, *_), rows in found.items():
        row = min((row for row, _ in rows), key=lambda row: (row.start, -row.end))
        value = frozenset(told for _, told in rows)
        asked = frozenset(stem(w) for w in row.around.split() if w not in PRONOUNS)
        words = sentences.words_at(source, row.start)
        if is_once(act, asked):
            words |= sentences.before(source, row.start)
        named_by = frozenset().union(*(stems(told.text) for told in value))
        past = "" if act in ONCE and earlier.endswith("ago") else earlier
        answers[act, past].append(Answer(row, source, value, asked, words - named_by - asked))
    return answers


def is_once(act: str, shared: frozenset[str]) -> bool:
    """Tell whether an act is asked of one thing once."""
    return act in ONCE or act.split()[-1] in SCENES or ROUND in shared and act == "lead"


def told_of(one: Answer, two: Answer) -> frozenset[str]:
    """Return the words that tell that two answers are about one thing; none if too few do.

    What is asked once may be called otherwise in one answer, if its sentence has the word.
    """
    act = frozenset(one.row.attribute.split()[-1:])  # "they meet" and "their meeting"
    shared = (one.asked | act) & (two.asked | act) - (act - (one.asked | two.asked))
    fewer = min(len(one.asked), len(two.asked))
    if shared and not (2 * len(shared) < fewer or len(shared) < 2 <= fewer):
        return shared
    if not is_once(one.row.attribute, shared):
        return frozenset()
    known = bool(one.asked) + bool(two.asked)
    if known == 2 and not shared and one.row.attribute in NAMED_ONCE:
        return frozenset()
    if not known:
        both = one.words & two.words
        return both if len(both) >= LEAST_BARE else frozenset()
    return shared | (one.asked & two.words) | (two.asked & one.words)


def are_others(one: frozenset[str], two: frozenset[str]) -> bool:
    """Tell "another plant" from a plant, and the first of several from the second."""
    own, theirs = one & OTHERS, two & OTHERS
    return own != theirs and (bool(own and theirs) or bool((own | theirs) - ORDINALS))
