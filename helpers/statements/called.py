"""Find whom the words for a post or a part are said of: beside a name, after "is", "as" or "named".

"Mill manager X", "X, its manager", "X is the manager", "the manager is X", "works as manager", "was
named manager", "took the post of manager", "her successor as manager is X".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from helpers.statements.context import NOUNS, VERBS, Context, Mention, clause_subject, mention_at
from helpers.statements.phrases import appointing, named_before_who
from helpers.statements.polarity import SO, firmness
from helpers.statements.titles import ARTICLES, NEXT, PAST, end_of_title, heads, start_of

if TYPE_CHECKING:
    from spacy.tokens import Token

HELD = frozenset(["be", "become", "remain", "stay"])
ENTERING = frozenset(
    "become take start begin join move return install follow succeed confirm unveil present "
    "announce".split()
)
STEPS = frozenset(["in", "into", "up"])  # "steps up as manager", not "steps down"
NAMING = frozenset(["name", "identify", "introduce", "reveal", "announce"])
GIVEN = frozenset(["go", "pass", "fall", "give", "hand", "award", "offer"])
POSTS = frozenset("post role job position rank title".split())
# Nouns for a time that is over: "after her years as manager".
SPENT = frozenset("time tenure stint spell year term reign".split())
FOLLOWERS = frozenset(["successor", "replacement"])
RISING = frozenset("promote elevate rise raise upgrade move".split())
# What may stand before a title that a comma parts from a name.
WHEN = frozenset(
    "now currently once formerly previously until then also both herself himself".split()
)
MARKS = frozenset([",", ".", "("])
NEAR = 3  # words between a title and the name that explains it


class Called(NamedTuple):
    """Who is called what a noun says, where its words begin, and of which time it is."""

    person: Mention
    first: int
    time: str = ""


def called(context: Context, head: Token) -> Called | None:
    """Return who is called what a noun says, None if nobody is."""
    found = beside(context, head) or joined(context, head)
    if found is not None:
        above = head.head.head
        follows = head.dep_ == "pobj" and head.head.lower_ == "as" and above.lemma_ in FOLLOWERS
        return Called(*found, NEXT if follows else "")
    for way in (by_being, by_naming, by_link):
        told = way(context, head)
        if told is not None and told[0] is not None:
            return Called(told[0], start_of(context, head), told[1])
    return None


def beside(context: Context, head: Token) -> tuple[Mention, int] | None:
    """Return the person whom a title stands right before or after, and where it begins."""
    first = start_of(context, head)
    for end in dict.fromkeys([head.i + 1, end_of_title(context, head)]):
        person = named_after(context, head, end)
        if person is not None:
            return person, first
    person = set_off(context, first, head.sent.start)
    return (person, first) if person is not None else None


def named_after(context: Context, head: Token, end: int) -> Mention | None:
    """Return the name that stands right behind a title that ends at a token, or behind its comma."""
    after = context.doc[end : end + 1].text
    if after not in MARKS and end > head.i + 1:
        return None
    at = end + (after in MARKS)
    person = next((m for m in context.names if m.first == at < head.sent.end), None)
    if after == "," and (person is None or opens_title(context, person)):
        person = explained(context, head, at)
    listed = after == "," and person is not None and is_listed(context, person, head)
    return None if listed else person


def opens_title(context: Context, person: Mention) -> bool:
    """Tell whether a capital only opens the words before a name: "Italian director X"."""
    after = context.doc[person.last : person.last + 1]
    return len(after) > 0 and after[0].pos_ in {"NOUN", "ADJ"}


def explained(context: Context, head: Token, first: int) -> Mention | None:
    """Return the name that explains a title: "the jury president, Italian director Paolo Ferrini"."""
    doc = context.doc
    near = [m for m in context.names if first <= m.first <= first + NEAR]
    near = [m for m in near if m.last - m.first > 1]
    between = doc[first : near[0].first] if near else ()
    plain = all(t.pos_ in {"ADJ", "NOUN", "PROPN", "DET", "PRON"} for t in between)
    return near[0] if near and plain and near[0].last <= head.sent.end else None


def set_off(context: Context, first: int, opening: int) -> Mention | None:
    """Return the name that a comma parts from a title: "X, its", "X, the firm's", "X, 48, now the"."""
    doc = context.doc
    while first > opening and doc[first - 1].lower_ in ARTICLES | {"'s", "s'"}:
        owner = context.by_token.get(first - 2)
        owned = doc[first - 1].lower_ not in ARTICLES and first > 1
        first = (owner.first if owner is not None else first - 2) if owned else first - 1
        if owned and owner is None and doc[first - 1 : first].text.lower() in ARTICLES:
            first -= 1
    while first > opening and doc[first - 1].lower_ in WHEN:
        first -= 1
    aged = doc[max(opening, first - 3) : first]
    if len(aged) == 3 and aged[1].like_num and aged[0].text == aged[2].text == ",":
        first -= 2
    if first - 1 <= opening or doc[first - 1].text not in {",", "("}:
        return None
    person = context.by_token.get(first - 2)
    return person if person is not None and person.form == "name" else None


def is_listed(context: Context, person: Mention, head: Token) -> bool:
    """Tell "the coach, Ana Lind, " from "the coach, Ana Lind and Piet Oster"."""
    after = context.doc[person.last : person.last + 1].text.lower()
    return after in {"and", "or"} or head.dep_ == "conj"


def joined(context: Context, head: Token) -> tuple[Mention, int] | None:
    """Return who is called one of two titles: "founder and manager X", "X, founder and manager"."""
    others = [head.head] if head.dep_ == "conj" else []
    others += [child for child in head.children if child.dep_ == "conj"]
    for other in others:
        near = context.doc[min(head.i, other.i) : max(head.i, other.i)]
        found = beside(context, other) if other.lower_ in heads() else None
        if found is not None and not any(t.text == "," for t in near):
            return found[0], start_of(context, head)
    return None


def by_being(context: Context, head: Token) -> tuple[Mention | None, str] | None:
    """Return who "is", "was" or "becomes" what a title says, or is what it is: "the winner is X"."""
    verb = head.head
    if verb.pos_ not in VERBS or firmness(context, verb) != SO:
        return None
    if verb.lemma_ in NAMING and head.dep_ == "nsubjpass":  # "the winner was named as X"
        links = [c for c in verb.children if c.lower_ == "as"]
        found = [c for link in links for c in link.children]
        found += [c for c in verb.children if c.dep_ == "oprd"]
        return (mention_at(context, found[0]), "") if found else None
    if verb.lemma_ not in HELD:
        return None
    later = any(c.lower_ in {"will", "to"} for c in verb.children if c.dep_ == "aux")
    time = NEXT if later or verb.lemma_ == "become" else ""
    if head.dep_ in {"attr", "acomp", "oprd", "dobj"}:
        who = named_before_who(context, verb) or clause_subject(verb)
        return person_at(context, who), time
    if head.dep_ == "nsubj":
        told = next((c for c in verb.children if c.dep_ == "attr" and c.i > verb.i), None)
        mention = context.by_token.get(told.i) if told is not None else None
        return (mention, time) if mention is not None and mention.form == "name" else None
    return None


def by_naming(context: Context, head: Token) -> tuple[Mention | None, str] | None:
    """Return who is appointed, elected or made what a title says."""
    verb = head.head
    if verb.lemma_ not in appointing() | {"make"} or head.dep_ not in {
        "oprd",
        "attr",
        "dobj",
        "ccomp",
    }:
        return None
    if verb.lemma_ in {"join", "rejoin"} or head.i < verb.i:
        return None
    passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if passive is not None or verb.dep_ == "acl":
        return mention_at(context, passive if passive is not None else verb.head), NEXT
    named = next((m for m in context.names if m.first == verb.i + 1 and m.last <= head.i), None)
    return named, NEXT


def by_link(context: Context, head: Token) -> tuple[Mention | None, str] | None:
    """Return who works, is named or follows "as" a title, or takes the post "of" it."""
    link = head.head
    if head.dep_ != "pobj":
        return None
    above = link.head
    if link.lower_ in {"of", "to"} and above.lemma_ in POSTS:
        link, above = above, above.head
        if link.dep_ == "pobj":
            link, above = above, above.head
        if link.dep_ in {"nsubj", "nsubjpass"} and above.lemma_ in GIVEN:
            return given_to(context, above), NEXT
        return at_verb(context, link, above) if above.pos_ in VERBS else None
    if link.lower_ == "to" and above.lemma_ in RISING:
        return at_verb(context, link, above)
    if link.lower_ != "as":
        return None
    own = context.by_token.get(above.i)
    if own is not None and own.form == "name":
        return own, ""
    if above.lemma_ in FOLLOWERS:
        told = [c for c in above.head.children if c.dep_ == "attr" and above.head.lemma_ == "be"]
        told = told or [c for c in above.children if c.dep_ == "appos"]
        person = named_after(context, above, end_of_title(context, head))
        return person or mention_at(context, next(iter(told), None)), NEXT
    if above.pos_ == "NOUN":
        owner = next((c for c in above.children if c.dep_ == "poss"), None)
        return mention_at(context, owner), PAST if above.lemma_ in SPENT else ""
    return at_verb(context, link, above) if above.pos_ in VERBS else None


def person_at(context: Context, word: Token | None) -> Mention | None:
    """Return whom a word stands for, also a title that is told with another: "founder and CEO X"."""
    mention = mention_at(context, word)
    if word is None or (mention is not None and mention.form != "nominal"):
        return mention
    near = [m for m in context.names if word.i < m.first <= word.i + NEAR + 1]
    between = context.doc[word.i : near[0].first] if near else ()
    titles_only = all(t.pos_ in {"NOUN", "PROPN", "ADJ"} or t.lower_ == "and" for t in between)
    return near[0] if near and titles_only else mention


def given_to(context: Context, verb: Token) -> Mention | None:
    """Return whom something goes or is given to."""
    links = [c for c in verb.children if c.lower_ == "to"]
    return mention_at(context, next((c for link in links for c in link.children), None))


def at_verb(context: Context, link: Token, verb: Token) -> tuple[Mention | None, str] | None:
    """Return whom a verb gives a post to: its object if it appoints, else its subject."""
    if firmness(context, verb) != SO:
        return None
    stepping = verb.lemma_ == "step" and verb.nbor().lower_ in STEPS
    entering = stepping or verb.lemma_ in ENTERING or verb.lemma_ in appointing() | RISING
    time = NEXT if entering else ""
    passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if verb.lemma_ in appointing() and verb.lemma_ not in {"join", "rejoin"} and passive is None:
        objects = [c for c in verb.children if c.dep_ in {"dobj", "dative"} and c.pos_ in NOUNS]
        who = next((c for c in objects if c != link), None)
        if who is not None or verb.dep_ not in {"acl", "relcl"}:
            return mention_at(context, who), time
    who = named_before_who(context, verb) or passive or clause_subject(verb)
    return person_at(context, who), time
