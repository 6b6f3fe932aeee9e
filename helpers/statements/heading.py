"""Read who leads, chairs, runs or defends what, told by a verb or "in charge of".

"The inquiry, chaired by X", "X, who manages it", "the panel under X", "to lead it, ministers have
turned to X", "X, for the defence".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from helpers.statements.called import HELD, set_off
from helpers.statements.context import (
    NOUNS,
    Context,
    Mention,
    Statement,
    clause_subject,
    mention_at,
)
from helpers.statements.holders import FOLLOWING, HEAD, held
from helpers.statements.naming import doers, key_of
from helpers.statements.outcomes import object_of
from helpers.statements.phrases import appointing, named_before_who, referred
from helpers.statements.polarity import SO, firmness
from helpers.statements.titles import NEXT, PAST, titles

if TYPE_CHECKING:
    from spacy.tokens import Token

CHOSEN = frozenset("turn pick choose ask tap select bring call".split())
# What one may be "under" who leads it.
BODIES = frozenset(
    "jury inquiry enquiry panel committee commission tribunal inquest hearing review investigation "
    "probe talks summit conference meeting delegation mission session team group project".split()
)
SIDES = {"defence": "lawyer", "defense": "lawyer", "prosecution": "prosecutor"}
PLEADING = frozenset(["acting", "appearing", "prosecuting"])
HANDING = frozenset(["hand", "give", "make", "pass"])
REINS = frozenset("reins baton keys torch way".split())
BEFORE = frozenset("once formerly previously earlier until used".split())
PASSING = frozenset("way race table poll protest chase attack charge lap game match show".split())


def heading(context: Context) -> Iterator[Statement]:
    """Yield who does what the holder of a post does."""
    roles = titles()["verb"]
    for token, lemma in zip(context.tokens, context.lemmas, strict=True):
        if token.pos_ == "VERB" and (lemma,) in roles:
            yield from by_verb(context, token, roles[lemma,])
    for token in context.where(["over"]):
        if token.head.lemma_ == "preside":
            verb = token.head
            who = named_before_who(context, verb) or clause_subject(verb)
            yield from told(context, mention_at(context, who), HEAD, governed(token))
    for token in context.where(["under"]):
        before = token.nbor(-2) if token.i > 1 and token.nbor(-1).text == "," else token.head
        if before.lemma_.lower() in BODIES:
            yield from told(context, mention_at(context, governed(token)), HEAD, before)
    for token in context.where(["charge", "hands"]):
        yield from in_charge(context, token)
    for token in context.where(PLEADING):
        yield from pleading(context, token)
    for token in context.where(["to", "for"]):
        yield from handed(context, token)
    for token in context.where(SIDES):
        link = token.head
        person = set_off(context, link.i, token.sent.start) if link.lower_ == "for" else None
        if person is not None:
            yield held(context, person, SIDES[token.lower_], [token.lower_], "")


def by_verb(context: Context, verb: Token, role: str) -> Iterator[Statement]:
    """Yield who leads what a verb governs."""
    passive = [c for c in verb.children if c.dep_ == "nsubjpass"]
    thing = passive[0] if passive else object_of(verb)
    if thing is None and verb.dep_ == "acl":
        thing = verb.head
    if thing is None or firmness(context, verb) != SO or thing.lemma_.lower() in PASSING:
        return
    if role == FOLLOWING and thing.pos_ == "NOUN" and thing.tag_ != "NN":
        return  # who replaces four ministers names others
    later = any(c.lower_ in {"will", "to"} for c in verb.children if c.dep_ == "aux")
    who = chosen(verb) if later else None
    who = who or named_before_who(context, verb)
    if who is None and verb.dep_ == "acl" and verb.tag_ == "VBG":
        who = verb.head  # "X, representing the families"
    found = (
        [who]
        if who is not None
        else doers(verb, {"word": "lead", "act": "lead", "thing": "object"})
    )
    before = any(c.lower_ in BEFORE for c in verb.children)
    for one in found[:1]:
        time = PAST if before else NEXT if later else ""
        yield from told(context, mention_at(context, one), role, thing, time)


def chosen(verb: Token) -> Token | None:
    """Return who is chosen to do what a verb says: "to lead it, they have turned to X"."""
    above = verb.head
    if verb.dep_ not in {"advcl", "xcomp"} or above.lemma_ not in CHOSEN | appointing():
        return None
    links = [c for c in above.children if c.lower_ in {"to", "on", "in"}]
    found = [c for link in links for c in link.children if c.dep_ == "pobj"]
    found += [c for c in above.children if c.dep_ in {"dobj", "nsubjpass"}]
    return next((c for c in found if c.pos_ in NOUNS), None)


def in_charge(context: Context, charge: Token) -> Iterator[Statement]:
    """Yield who is "in charge of" something: "X, in charge of the mill", "X is in charge of it"."""
    link = charge.head
    of = next((c for c in charge.children if c.lower_ == "of"), None)
    if charge.lower_ == "hands" and link.lower_ == "in" and of is not None:
        verb = link.head
        who = mention_at(context, governed(of))
        if verb.lemma_ in HELD:
            yield from told(context, who, HEAD, clause_subject(verb))
        return
    if charge.dep_ == "dobj" and link.lemma_ == "take" and of is not None:
        who = mention_at(context, clause_subject(link))
        yield from told(context, who, HEAD, governed(of), NEXT)
        return
    if link.lower_ != "in" or of is None:
        return
    person = set_off(context, link.i, charge.sent.start)
    if person is None and link.head.lemma_ in {"be", "put", "place"}:
        verb = link.head
        who = named_before_who(context, verb) or clause_subject(verb)
        person = mention_at(context, who) if firmness(context, verb) == SO else None
    yield from told(context, person, HEAD, governed(of))


def pleading(context: Context, verb: Token) -> Iterator[Statement]:
    """Yield who pleads: "X, acting for Y", "X, prosecuting"."""
    person = set_off(context, verb.i, verb.sent.start) or mention_at(context, clause_subject(verb))
    if verb.lower_ == "prosecuting":
        if object_of(verb) is None and person is not None and person.form == "name":
            yield held(context, person, "prosecutor", ["prosecution"], "")
        return
    link = next((c for c in verb.children if c.lower_ == "for"), None)
    client = governed(link) if link is not None else None
    if client is not None and client.pos_ == "PROPN":
        yield from told(context, person, "lawyer", client)


def handed(context: Context, link: Token) -> Iterator[Statement]:
    """Yield who follows somebody: "hands over to X", "makes way for X", "gave him the reins"."""
    verb = link.head
    over = any(c.lower_ in {"over"} | REINS for c in verb.children)
    if verb.lemma_ in HANDING and over and firmness(context, verb) == SO:
        who = mention_at(context, governed(link))
        yield from told(context, who, FOLLOWING, clause_subject(verb), NEXT)


def governed(link: Token) -> Token | None:
    """Return what a preposition governs."""
    return next((child for child in link.children if child.dep_ == "pobj"), None)


def told(
    context: Context, person: Mention | None, role: str, thing: Token | None, time: str = ""
) -> Iterator[Statement]:
    """Yield the statement of who leads a thing, if a name tells it."""
    if person is None or person.form != "name" or thing is None:
        return
    own = context.by_token.get(thing.i)
    meant = referred(context, thing) or thing
    words = [] if meant.pos_ == "PRON" else key_of(meant)
    time = NEXT if role == FOLLOWING else time
    words += ["defence"] * (role == "lawyer")
    owner = own if own is not None and own.form == "pronoun" else None
    yield held(context, person, role, words, time, owner)
