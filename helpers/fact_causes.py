"""Read what is given as the cause of something, for the story to set causes against each other.

Which words join a cause to its effect, and on which side of them each stands, is data
(`lexicons/fact_causes.csv`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from helpers.cues import read_cues
from helpers.fact_context import NOUNS, VERBS, Context, Statement, clause_subject
from helpers.fact_cues import earlier_time
from helpers.fact_outcomes import object_of
from helpers.fact_polarity import SO, firmness
from helpers.fact_posts import end_of_phrase
from helpers.units import unit_factors

if TYPE_CHECKING:
    from spacy.tokens import Token

CAUSE = "cause"
LINKING = frozenset(["be", "become", "remain"])
MOST_WORDS = 14
# What is done over something: "sacked over a leak".
REASONED = frozenset(
    "close shut resign quit sack dismiss fire oust suspend fine sue strike arrest ban recall cancel "
    "postpone scrap axe jail boycott evacuate withdraw disqualify expel delay reject".split()
)
# What is held up for a reason, and what tells of it.
HELD_UP = frozenset("delay halt postpone hold pause suspend stop abandon ground divert".split())
# What follows something else because of it.
HARM = frozenset(
    "flood flooding crash collapse fire blaze blackout outage explosion blast death outbreak closure "
    "resignation dismissal delay recall suspension leak spill derailment accident".split()
)
DELAYED = frozenset(["delay", "late", "later", "postponement", "hold-up", "stoppage"])
SAID_OF_CAUSES = frozenset(["say", "tell", "know", "find", "think", "believe", "describe"])

# Who cites these names where it is known from.
SOURCES = frozenset(
    "conversation report source study datum figure document official survey interview statement "
    "paper email letter law article research analyst expert witness record person".split()
)


@cache
def cues() -> dict[str, list[dict[str, str]]]:
    """Return the rows by their first word."""
    table: dict[str, list[dict[str, str]]] = {}
    for row in read_cues("fact_causes"):
        table.setdefault(row["word"].split()[0], []).append(row)
    return table


def causes(context: Context) -> Iterator[Statement]:
    """Yield each cause with the words for its effect in `around`."""
    for token, lemma in zip(context.tokens, context.lemmas, strict=True):
        for row in cues().get(lemma, ()):
            found = FORMS[row["form"]](token, row)
            if found is None:
                continue
            cause, effect, verb = found
            if verb is not None and firmness(context, verb) != SO:
                continue
            held = verb is not None and verb.lemma_ in HELD_UP
            yield from caused(context, token, cause, effect, held=held)
            break


def of_verb(verb: Token, row: dict[str, str]) -> tuple | None:
    """Return cause, effect and verb of "a wheel caused the crash", "blamed the crash on ice"."""
    if verb.pos_ != "VERB":
        return None
    further = row["word"].split()[1:]
    if further and not any(c.lower_ == further[0] for c in verb.children):
        return None
    passive = any(c.dep_ == "nsubjpass" for c in verb.children) or verb.dep_ == "acl"
    cause = side(verb, row["cause"], passive)
    effect = side(verb, row["effect"], passive) if row["effect"] else None
    if cause is None or (row["effect"] and effect is None):
        return None
    if row["word"] == "follow" and effect.lemma_.lower() not in HARM:
        return None
    if row["effect"] == "" and effect is None and verb.lemma_ == "cite":
        main = verb.head if verb.dep_ in {"advcl", "acl", "conj"} and verb.tag_ == "VBG" else None
        effect = main if main is not None and main.pos_ in VERBS else None
    return cause, effect, verb


def side(verb: Token, where: str, passive: bool) -> Token | None:
    """Return what stands on one side of a verb: its subject, its object or after a preposition."""
    if where == "object":
        thing = object_of(verb)
        if thing is not None and thing.tag_ == "WDT":
            return verb.head
        return verb.head if thing is None and verb.dep_ == "acl" and passive else thing
    if where == "subject" and not passive:
        return clause_subject(verb)
    links = {"by"} if where in {"subject", "by"} else {where}
    for child in verb.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in links:
            return next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)
        if child.dep_ == "prt" and where == "to" and child.i + 1 < len(verb.doc):
            link = verb.doc[child.i + 1]
            if link.lower_ == "to":
                return next((c for c in link.children if c.dep_ == "pobj"), None)
    return None


def of_noun(noun: Token, row: dict[str, str]) -> tuple | None:
    """Return cause, effect and verb of "the cause of the fire was a cable"."""
    if noun.pos_ != "NOUN" or noun.tag_ == "NNS":
        return None
    link = {"be": row["effect"]}.get(row["cause"], row["cause"])
    after = [c for c in noun.children if c.dep_ == "prep" and c.lower_ in {link, "of", "for"}]
    linked = next((c for prep in after for c in prep.children if c.dep_ == "pobj"), None)
    verb = noun.head
    if verb.lemma_ not in LINKING:
        return None
    if row["cause"] == "be":
        told = next((c for c in verb.children if c.dep_ == "attr" and c.i > verb.i), None)
        first = noun.dep_ == "nsubj" and told is not None
        return (told, linked, verb) if first and told.pos_ in NOUNS else None
    subject = clause_subject(verb)
    return (linked, subject, verb) if linked is not None and noun.dep_ == "attr" else None


def of_link(token: Token, row: dict[str, str]) -> tuple | None:
    """Return cause, effect and verb of "was due to snow", "came because of snow"."""
    doc = token.doc
    after = doc[token.i + 1 : token.i + 2]
    if after.text.lower() != row["cause"]:
        return None
    if token.lower_ == "account" and doc[token.i - 1].lower_ != "on":
        return None
    if token.lower_ == "down" and token.head.lemma_ not in LINKING:
        return None
    inner = [c for c in (*token.children, *after[0].children) if c.dep_ in {"pobj", "pcomp"}]
    cause = next((c for c in inner if c.i > after[0].i and c.pos_ in NOUNS | VERBS), None)
    node = token
    while node.head != node and node.pos_ not in NOUNS | VERBS:
        node = node.head
    if cause is None or node.i > token.i:
        return None
    if node.lemma_ in LINKING:
        return cause, clause_subject(node), node
    return cause, node, node if node.pos_ in VERBS else None


def of_clause(token: Token, row: dict[str, str]) -> tuple | None:
    """Return cause, effect and verb of "called off because the pitch was frozen".

    "After" and "while" tell a cause of what is held up: "halted while engineers replaced a valve".
    """
    clause = token.head
    if token.dep_ not in {"mark", "advmod"} or clause.dep_ != "advcl" or clause.pos_ not in VERBS:
        return None
    main = clause.head
    if row["effect"] == "held up" and (main.lemma_ not in HELD_UP or token.i < main.i):
        return None
    if main.lemma_ in SAID_OF_CAUSES:
        main = next((c for c in main.children if c.dep_ == "ccomp"), main)
    return clause, main, main


def of_matter(token: Token, row: dict[str, str]) -> tuple | None:
    """Return cause, effect and verb of "closed over an unsafe roof", "costs are behind the cut"."""
    verb = token.head
    cause = next((c for c in token.children if c.dep_ == "pobj" and c.pos_ in NOUNS), None)
    if token.dep_ != "prep" or cause is None or verb.pos_ not in VERBS:
        return None
    if row["effect"] == "be":
        subject = clause_subject(verb) if verb.lemma_ in LINKING else None
        return None if subject is None or subject.pos_ not in NOUNS else (subject, cause, verb)
    return (cause, verb, verb) if verb.lemma_ in REASONED else None


FORMS = {
    "verb": of_verb, "noun": of_noun, "link": of_link, "clause": of_clause, "matter": of_matter,
}  # fmt: skip


def caused(
    context: Context, token: Token, cause: Token, effect: Token | None, *, held: bool
) -> Iterator[Statement]:
    """Yield a cause; a person or "it" is none, nor is what is only said."""
    # "delayed by an hour"
    owned = any(c.tag_ in {"WP$", "WDT"} for c in cause.lefts) or cause.lemma_ in unit_factors()
    if cause.pos_ == "PRON" or owned or cause.lemma_ in SAID_OF_CAUSES | SOURCES:
        return
    if cause.pos_ == "VERB" or cause.pos_ == "AUX":
        first, last = cause.left_edge.i, cause.right_edge.i + 1
        first = min(first + (context.doc[first].lower_ == "because"), last - 1)
    else:
        first, last = cause.left_edge.i, end_of_phrase(cause)
    last = min(last, first + MOST_WORDS)
    doc = context.doc
    yield Statement(
        doc[first].idx,
        doc[first:last].end_char,
        CAUSE,
        doc[first:last].text,
        "words",
        CAUSE,
        earlier=earlier_time(context, doc[token.i : token.i + 1]),
        around=" ".join(dict.fromkeys([*effect_words(effect), *["delay"] * held])),
    )


def effect_words(effect: Token | None) -> list[str]:
    """Return the words for an effect: a noun with what belongs to it, or a verb with its thing."""
    if effect is None:
        return []
    heads = [effect]
    if effect.pos_ in VERBS:
        heads += [c for c in (clause_subject(effect), object_of(effect)) if c is not None]
    below = [
        c
        for head in heads
        if head.pos_ in NOUNS
        for c in (*head.lefts, *(b for p in head.rights if p.lower_ == "of" for b in p.children))
        if c.pos_ in NOUNS | {"ADJ"}
    ]
    words = [word.lower_ for word in heads + below]
    beside = {t.lower_ for t in (*effect.lefts, *effect.rights)} | {effect.head.lower_}
    above = effect.head.head.lower_ if effect.lemma_ in unit_factors() else ""
    if effect.lemma_ in HELD_UP or (beside | {effect.lower_, above}) & DELAYED:
        words.append("delay")
    return list(dict.fromkeys(words))
