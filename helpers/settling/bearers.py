"""Read from the sentences of a story what each article tells around each name.

A name counts that can be an answer: no adjective of a nation, no title in quotation marks, no
continent. What its own words are, and whom else they may be of, is asked of whole articles.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

import pandas as pd

from helpers import plain
from helpers.cues import read_cues
from helpers.name_rules.cues import cues, nation_words
from helpers.settling.sites import level_of
from helpers.statements.slots import EMPTY, WORD, Sentences, stem

TOKEN = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?|[^\w\s]")
LETTERS = re.compile(r"[^\W_]+")
# Tokens to each side of a name, the words of these that stand with it, and the next words.
WINDOW, BEFORE, AFTER = 8, 5, 6
NEXT_BEFORE, NEXT_AFTER = 2, 3
CHARACTERS = 120  # that hold a window
# Of more mentions of a name in an article the first say what it is told of.
MOST_MENTIONS = 8
SMALL = frozenset("the of and for de del da van von st saint".split())
ARTICLES = frozenset(["the", "a", "an"])
INSIDE = frozenset(["in", "at", "near", "outside"])
MEMBERS = re.compile(r"[A-Z]{2,}s")  # "MPs"
NATIONAL = re.compile(r"(?:ish|ian|ese)s?$")
QUOTES = frozenset("\"“‘'")
SHORT = 4  # letters of a name in capitals alone that is no line of a place
# Verbs of speech that also tell of what is done, or are nouns.
ACTS = frozenset(
    "recall post report estimate forecast note claim state comment promise pledge joke answer".split()
)
IRREGULAR = frozenset(["said", "told", "adding", "wrote", "spoke", "speaks"])
HEARD = frozenset(["told", "tells", "asked", "asks"])
ENDS = frozenset([",", ".", "that"])
# "X did not sign it" says nothing of who did, "another plant in X" nothing of the first.
MARKS = frozenset("not never nor neither without another could might may would".split())
MARKED = 4  # tokens on either side
NOTHING = frozenset(["no", "none", "nobody"])  # that open a sentence
SOURCE = 5  # tokens before a name that tell that it speaks


@dataclass(frozen=True)
class Mention:
    """A place where an article gives a name.

    `words` are the stems of its sentence without the name, `near` those around it, `tight` the
    next ones; `link` is the word before it, `speaks` says whether it says something there, `marks`
    are words beside it that tell of something else, as "not" and "another" do.
    """

    row: tuple
    number: int
    words: frozenset[str]
    near: frozenset[str]
    tight: frozenset[str]
    link: str
    speaks: bool
    marks: frozenset[str]


@dataclass(frozen=True)
class Bearer:
    """A name as one article tells of it; `own` are its words, `length` the article's sentences."""

    source: str
    name: str
    kind: str
    own: frozenset[str]
    mentions: tuple[Mention, ...]
    length: int

    @property
    def stems(self) -> frozenset[str]:
        """Return its words as those of sentences are."""
        return frozenset(map(stem, self.own))

    @property
    def first(self) -> int:
        """Return the number of the first sentence that names it."""
        return self.mentions[0].number

    @property
    def speaking(self) -> float:
        """Return the part of its mentions in which it says something."""
        return sum(m.speaks for m in self.mentions) / len(self.mentions)


def bearers(names: pd.DataFrame, sentences: Sentences) -> dict[str, dict[str, Bearer]]:
    """Return by name, and by source, what each article tells around it; names of no use left out."""
    rows: dict[str, dict[str, list[tuple]]] = defaultdict(lambda: defaultdict(list))
    types: dict[str, str] = {}
    named = names[names["form"] == "name"].sort_values(["source", "start"])
    for row in plain.rows(named):
        types[row.name] = row.type
        if len(rows[row.name][row.source]) < MOST_MENTIONS:
            rows[row.name][row.source].append(row)
    found = {}
    for name in sorted(rows):
        own = own_words(name)
        told = {
            source: [mention(row, own, sentences) for row in places]
            for source, places in rows[name].items()
        }
        mentions = [one for several in told.values() for one in several]
        if own and is_answer(name, mentions, sentences):
            kind = kind_of(name, types[name], mentions)
            found[name] = {
                source: Bearer(
                    source, name, kind, own, tuple(several), len(sentences.starts[source])
                )
                for source, several in told.items()
            }
    return found


def own_words(name: str) -> frozenset[str]:
    """Return the words of a name in small letters, without the small ones."""
    return frozenset(w for w in LETTERS.findall(name.lower()) if len(w) > 1 and w not in SMALL)


@lru_cache(maxsize=2**12)
def telling(own: frozenset[str]) -> frozenset[str]:
    """Return the words of a name that tell it from others of its kind: no "hotel", no "street"."""
    return frozenset(word for word in own if not level_of(word)) or own


def mention(row: tuple, own: frozenset[str], sentences: Sentences) -> Mention:
    """Return what stands around a name in its sentence."""
    number = sentences.number(row.source, row.start)
    text = sentences.text_at(row.source, row.start)
    at = row.start - sentences.starts[row.source][number]
    before = TOKEN.findall(text[max(0, at - CHARACTERS) : at])[-WINDOW:]
    after = TOKEN.findall(text[at + len(row.quote) :][:CHARACTERS])[:WINDOW]
    named = frozenset(map(stem, own))
    link = next((t.lower() for t in reversed(before) if t.lower() not in ARTICLES), "")
    tight = [*of_clause(reversed(before))[:NEXT_BEFORE], *of_clause(after)[:NEXT_AFTER]]
    opening = TOKEN.findall(text[:CHARACTERS])[:1]
    small = [[t.lower() for t in side] for side in (before, after)]
    beside = [*small[0][-MARKED:], *small[1][:MARKED]]
    beside += ["not" for token in opening if token.lower() in NOTHING]
    return Mention(
        row,
        number,
        sentences.words_at(row.source, row.start) - named,
        content([*before[-BEFORE:], *after[:AFTER]]) - named,
        content(tight) - named,
        link,
        is_speaking(*small),
        frozenset("not" if t.endswith(("n't", "n’t")) else t for t in beside) & MARKS,
    )


def of_clause(tokens: Iterable[str]) -> list[str]:
    """Return the content words up to the next mark that ends a sentence or a clause of its own."""
    found = []
    for token in tokens:
        if token in ".;:!?":
            break
        if content([token]):
            found.append(token)
    return found


def content(tokens: Iterable[str]) -> frozenset[str]:
    """Return the stems of the words that say something."""
    words = (token.lower() for token in tokens)
    return frozenset(stem(w) for w in words if WORD.fullmatch(w) and w not in EMPTY)


@cache
def speech() -> frozenset[str]:
    """Return the forms of the verbs that tell that somebody says something."""
    verbs = {row["verb"] for row in read_cues("attribution_verbs") if row["use"] == "speech"}
    forms = set(IRREGULAR)
    for verb in verbs - ACTS:
        past = verb[:-1] + "ied" if verb.endswith("y") else verb.removesuffix("e") + "ed"
        forms |= {verb, f"{verb}s", past}
    return frozenset(forms)


def is_speaking(before: list[str], after: list[str]) -> bool:
    """Tell whether who is named between two runs of tokens says something: "said X", "X, 40, said"."""
    verbs = speech()
    if after[:1] == [","] and "," in after[1:]:
        after = after[after.index(",", 1) + 1 :]
    if any(token in verbs for token in after[:1]):
        return True
    for token in reversed(before[-SOURCE:]):
        if token in verbs - HEARD or (token == "to" and "according" in before):
            return True
        if token in ENDS:
            return False
    return False


def is_answer(name: str, mentions: list[Mention], sentences: Sentences) -> bool:
    """Tell whether a name can answer a question: "Danish", "LONDON" and "Europe" do not."""
    words = name.lower().split()
    if levels().get(name.casefold()) == "continent" or MEMBERS.fullmatch(name):
        return False
    known = name.casefold() in levels()
    if not known and (words[0] in nation_words() or (len(words) == 1 and NATIONAL.search(name))):
        return False
    if all(m.row.quote.isupper() and len(m.row.quote) > SHORT for m in mentions):
        return False
    return not all(is_quoted(m, sentences) for m in mentions)


def is_quoted(one: Mention, sentences: Sentences) -> bool:
    """Tell whether a quotation mark opens right before a name, as before a title."""
    at = one.row.start - sentences.starts[one.row.source][one.number]
    return sentences.text_at(one.row.source, one.row.start)[max(0, at - 1) : at] in QUOTES


@cache
def levels() -> dict[str, str]:
    """Return of known places, in small letters, of what level they are."""
    return {row["place"].casefold(): row["level"] for row in read_cues("places")}


def kind_of(name: str, kind: str, mentions: list[Mention]) -> str:
    """Return the type of a name; of one that is not known, what the words around it tell."""
    words = name.lower().split()
    if kind != "other":
        return kind
    called = len(words) > 1 and words[0] in cues()["first"]
    if called or (len(words) == 2 and any(m.speaks for m in mentions)):
        return "person"
    return "place" if any(m.link in INSIDE for m in mentions) else kind
