"""Say how far a claim reaches: from its determiner to the end of its comparison set."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from helpers import cues

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from helpers.superlative_rules.extreme import Extreme

ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth next".split())
PARTS = frozenset("one some many several few two three four five most both each any".split())
SCOPING = frozenset(
    "of in on at for since among within across over from between under to with against about".split()
)
TRAILING = frozenset(
    "ever yet possible available alive imaginable before anywhere worldwide nationwide".split()
)
ROUGHLY = frozenset("about around some nearly almost over roughly".split())
BREAKS = frozenset({",", ";", ":", "—", "–", "(", ")", "--"})


@dataclass(frozen=True)
class Extent:
    """The tokens of a claim, and its comparison set as offsets in the block (None if implicit).

    `partitive` holds the words that make it one of several: "one of", "among".
    """

    first: int
    last: int
    scope: tuple[int, int] | None
    partitive: str


def extent_of(doc: Doc, extreme: Extreme, triggers: list[int]) -> Extent:
    """Return the extent of a claim; `triggers` are the first words of all claims in the block."""
    start = phrase_start(doc, extreme)
    first, partitive = with_partitive(doc, start)
    base = max(extreme.last, extreme.head.i)
    stop = next((i for i in triggers if i > base), len(doc))
    last, scope_start = phrase_end(doc, extreme, base, stop)
    if scope_start is not None:
        scope = (doc[scope_start].idx, doc[last].idx + len(doc[last]))
    else:
        scope = owner(doc, extreme, start)
    return Extent(first, last, scope, partitive)


def phrase_start(doc: Doc, extreme: Extreme) -> int:
    """Return the index of the determiner, possessive or first modifier of the claim."""
    start = extreme.first
    for child in extreme.head.lefts:
        limiting = child.dep_ in {"det", "poss", "nummod"} or child.lower_ in {"very", "single"}
        between = doc[child.i : extreme.first]
        if child.i < extreme.first and limiting and not any(is_finite(t) for t in between):
            start = min(start, child.left_edge.i)
    while start and reaches_back(doc, start):
        start -= 1
    while start < extreme.first and doc[start].pos_ == "ADV" and doc[start + 1].text != "-":
        start += 1
    return start


def is_finite(token: Token) -> bool:
    """Tell whether a token is a finite verb: no noun phrase reaches across it."""
    return token.tag_ in {"VBD", "VBZ", "VBP", "MD"}


def reaches_back(doc: Doc, start: int) -> bool:
    """Tell whether the word before belongs to the claim: "the", "world's", "second", "very"."""
    before = doc[start - 1]
    if before.sent.start != doc[start].sent.start:
        return False
    if before.lower_ in {"the", "a", "an"} | ORDINALS or before.tag_ in {"PRP$", "POS"}:
        return True
    if before.lower_ in {"very", "single", "by", "far"}:
        return start > 1 and doc[start - 2].lower_ in {"the", "his", "her", "its", "their"}
    if before.text == "-" and start > 1:
        return doc[start - 2].lower_ in ORDINALS
    return doc[start].tag_ == "POS" and before.pos_ in {"NOUN", "PROPN"}


def with_partitive(doc: Doc, start: int) -> tuple[int, str]:
    """Return where the claim starts with "one of" or "among" before it, and these words."""
    if start and doc[start - 1].lower_ in {"among", "amongst"}:
        return start - 1, doc[start - 1].text
    if start > 1 and doc[start - 1].lower_ == "of":
        part = doc[start - 2]
        if part.lower_ in PARTS:
            return start - 2, doc[start - 2 : start].text
        if part.lower_ in {"number", "handful", "couple"} and start > 2:
            return start - 3, doc[start - 3 : start].text
    return start, ""


def phrase_end(doc: Doc, extreme: Extreme, base: int, stop: int) -> tuple[int, int | None]:
    """Return the last token of the claim and the first of its comparison set, if it has one."""
    last, scope = base, None
    limit = min(stop - 1, doc[base].sent.end - 1)
    places = frozenset(range(extreme.first, base + 1))
    while last < limit:
        following = doc[last + 1]
        if following.text in "\"'" and last + 2 <= limit and doc[last + 2].lower_ == "of":
            following = doc[last + 2]
        child = top_within(following, places)
        if child is not None and ranges_over(child, following):
            edge = child.right_edge.i
            end = cut(doc, following.i, min(edge, limit), child)
        else:
            end = edge = loose_end(doc, extreme, following, limit)
        if end <= last:
            break
        scope = scope if scope is not None else following.i
        last = end
        if end < edge:
            break
    if last > base and stop <= doc[base].sent.end:
        last = before_nested(doc, base, last, stop)
        scope = scope if scope is not None and scope <= last else None
    return last, scope


def loose_end(doc: Doc, extreme: Extreme, following: Token, limit: int) -> int:
    """Return the end of a comparison set that the parse does not tie to the claim's noun, or -1.

    "... anywhere", "... this year", "... since 2007", "the worst flood Peru has ever seen".
    """
    if following.lower_ in TRAILING:
        after = doc[following.i + 1] if following.i < limit else following
        joined = following.lower_ in {"ever", "yet"} and after.tag_ in {"VBN", "VBD"}
        return after.i if joined else following.i
    if following.lower_ == "since" and following.dep_ in {"prep", "mark"} and is_stated(extreme):
        whole = following.head if following.dep_ == "mark" else following
        return cut(doc, following.i, min(whole.right_edge.i, limit), following)
    if is_stated(extreme) and is_this_time(following):
        last = following if following.lower_ == "today" else following.nbor(1)
        clause = next((c for c in last.rights if c.dep_ == "relcl"), None)
        return (
            last.i if clause is None else cut(doc, last.i, min(clause.right_edge.i, limit), clause)
        )
    return reduced_clause(doc, following.i, limit)


def is_stated(extreme: Extreme) -> bool:
    """Tell whether the claim is what its sentence says of something: "it is the only game"."""
    node = extreme.head
    for _ in range(6):
        if node.dep_ in {"attr", "acomp", "oprd", "appos", "ROOT"}:
            return True
        if node.dep_ not in {"pobj", "prep", "conj"} or node.head == node:
            return False
        node = node.head
    return False


def is_this_time(token: Token) -> bool:
    """Tell whether "this" and a time, or "today", begins here: this year, this season."""
    if token.lower_ == "today":
        return True
    times = cues.words("superlative_scopes", "use", "time")
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    return token.lower_ == "this" and after.lower_ in times


def reduced_clause(doc: Doc, start: int, limit: int) -> int:
    """Return the end of a clause without its "that": "Peru has ever seen"; -1 if none begins here.

    A noun phrase, a form of "have", perhaps an adverb, and a participle or infinitive.
    """
    i = start
    while i <= limit and i - start < 6 and doc[i].pos_ in {"DET", "ADJ", "NOUN", "PROPN", "PRON"}:
        i += 1
    if (
        i == start
        or i + 1 > limit
        or doc[i].lower_ not in {"has", "have", "had", "'ve", "'s", "'d"}
    ):
        return -1
    i += 1
    while i < limit and doc[i].lower_ in {"ever", "yet", "never", "previously", "to"}:
        i += 1
    if doc[i].tag_ not in {"VBN", "VB"} or doc[i].lemma_ == "have":
        return -1
    while i < limit and doc[i + 1].pos_ in {"ADP", "PART"} and i + 2 <= limit + 1:
        if i + 2 < len(doc) and not doc[i + 2].is_punct:
            break
        i += 1
    return i


def before_nested(doc: Doc, base: int, last: int, stop: int) -> int:
    """Return the end of a claim whose comparison set would run into the next claim."""
    if last + 1 < stop:
        following = doc[last + 1 : stop]
        if any(token.pos_ not in {"DET", "PRON", "ADP"} for token in following):
            return last
    while last > base and doc[last].pos_ in {"DET", "ADP", "PRON", "PART", "CCONJ", "PUNCT"}:
        last -= 1
    return last


def top_within(token: Token, places: frozenset[int]) -> Token | None:
    """Return the phrase after the claim's words that `token` begins, or None.

    It hangs on one of these words, or, where the claim is a predicate, on its verb.
    """
    claimed = [token.doc[i] for i in places]
    predicates = {c.head.i for c in claimed if c.dep_ in {"attr", "acomp", "oprd"}}
    node = token
    while node.head.i not in places:
        if node.head == node:
            return None
        if node.head.i in predicates and node.dep_ == "prep":
            return node if node.i == token.i and node.lower_ in {"in", "of", "among"} else None
        if node.i == token.i and node.dep_ == "prep" and is_scope(node):
            return node
        node = node.head
    return node if node.left_edge.i == token.i or node.i == token.i else None


def ranges_over(child: Token, following: Token) -> bool:
    """Tell whether a phrase after the noun says what the claim ranges over."""
    if child.dep_ in {"relcl", "acl", "ccomp"}:
        return True
    if child.dep_ == "prep":
        # "with 11 million visits a year" and "of 97%" measure; they are no set to be first of.
        measured = child.lower_ == "with" and any(t.like_num for t in child.subtree)
        measured |= child.lower_ in {"at", "of"} and is_amount(child)
        return child.lower_ in SCOPING and not measured
    return following.lower_ in SCOPING and child.dep_ in {"xcomp", "advcl", "advmod"}


def is_amount(link: Token) -> bool:
    """Tell whether a number with a unit follows a preposition: "at about 65 kilometres"."""
    thing = next((child for child in link.children if child.dep_ == "pobj"), link)
    counted = [child for child in thing.lefts if child.like_num and child.dep_ == "nummod"]
    unit = thing.text == "%" or thing.lemma_.lower() in units()
    return unit and bool(counted) and not any(c.dep_ in {"det", "poss"} for c in thing.lefts)


@cache
def units() -> frozenset[str]:
    """Return the words for units of measure."""
    return frozenset(word for row in cues.read_cues("units") for word in row["unit"].split("|"))


def cut(doc: Doc, start: int, end: int, child: Token) -> int:
    """Return where a phrase ends: a clause at its first comma, an enumeration with its last item.

    A measure behind it is no part of it: "in South America at about 65 kilometres".
    """
    for i in range(start, end + 1):
        if i > start and doc[i].lower_ in {"at", "with"} and is_figure(doc, i + 1):
            return i - 1
        if doc[i].text in BREAKS and not (child.dep_ == "prep" and enumerates(doc, i, end)):
            return i - 1
    while end > start and doc[end].is_punct:
        end -= 1
    return end


def is_figure(doc: Doc, i: int) -> bool:
    """Tell whether a number or a sum of money begins at `i`, "about" aside."""
    first = i + 1 if i < len(doc) and doc[i].lower_ in ROUGHLY else i
    return first < len(doc) and (doc[first].like_num or doc[first].is_currency)


def enumerates(doc: Doc, i: int, end: int) -> bool:
    """Tell whether the comma at `i` separates items of a list."""
    if doc[i].text != "," or i >= end:
        return False
    head = doc[i].head
    after = doc[i + 1 : end + 1]
    listed = any(t.dep_ in {"conj", "cc"} for t in after[:4])
    return listed and head.pos_ in {"NOUN", "PROPN", "ADJ", "ADP"}


def owner(doc: Doc, extreme: Extreme, start: int) -> tuple[int, int] | None:
    """Return the possessive that limits the claim: the world's, its; None without one."""
    for i in range(start, extreme.first):
        if doc[i].tag_ == "PRP$":
            return doc[i].idx, doc[i].idx + len(doc[i])
        if doc[i].tag_ == "POS":
            return doc[start].idx, doc[i].idx + len(doc[i])
    return None


def is_scope(prep: Token) -> bool:
    """Tell whether a preposition leads to what claims range over: in the world, of the decade."""
    scopes = cues.words("superlative_scopes", "use")
    objects = [child for child in prep.children if child.dep_ == "pobj"]
    return prep.lower_ in {"in", "of"} and any(o.lemma_.lower() in scopes for o in objects)
