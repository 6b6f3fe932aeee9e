"""Read what is given as the cause of something, for the story to set causes against each other.

Which words join a cause to its effect, and on which side of them each stands, is data
(`lexicons/fact_causes.csv`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from helpers.cues import read_cues
from helpers.fact_context import (
    NOUNS,
    VERBS,
    Context,
    Statement,
    clause_subject,
    clause_verb,
)
from helpers.fact_cues import earlier_time
from helpers.fact_outcomes import is_told, object_of
from helpers.fact_phrases import is_of
from helpers.fact_polarity import SO, firmness
from helpers.fact_posts import end_of_phrase
from helpers.units import unit_factors

if TYPE_CHECKING:
    from spacy.tokens import Token

CAUSE = "cause"
LINKING = frozenset(["be", "become", "remain"])
MARKS = frozenset(["because", "after", "when", "while", "that"])
MOST_WORDS = 14
MOST_STEPS = 4
# What is done over something: "sacked over a leak".
REASONED = frozenset(
    "close shut resign quit sack dismiss fire oust suspend fine sue strike arrest ban recall cancel "
    "postpone scrap axe jail boycott evacuate withdraw disqualify expel delay reject".split()
)
# What is held up for a reason, and what tells of it.
HELD_UP = frozenset(
    "delay halt postpone hold pause suspend stop abandon ground divert scrub".split()
)
PUT_OFF = ("call off", "put back", "put off", "push back", "hold up", "break off", "set back")
# Harm to people is told of what happened as a whole.
HARMING = frozenset(
    "kill die injure hurt wound trap bury perish rescue pull haul death fatality casualty".split()
)
ACCIDENT = "accident"
# What follows something else because of it.
HARM = frozenset(
    "flood flooding crash collapse fire blaze blackout outage explosion blast death outbreak closure "
    "resignation dismissal delay recall suspension leak spill derailment accident".split()
)
OF_HARM = frozenset(["follow", "start", "force"])  # tell the cause of harm alone
DELAYED = frozenset(["delay", "late", "later", "postponement", "hold-up", "stoppage"])
# What goes wrong, and what follows is its effect: "after a pipe burst".
TROUBLE = "trouble"
BREAKING = frozenset(
    "burst leak fail break crack collapse explode jam snap rupture overheat flood freeze crumble "
    "malfunction stall buckle ignite breach short-circuit".split()
)
WRONG = ("give way", "catch fire", "come loose", "come off", "break down", "go wrong")
# What burns or blows up: what sets it off is the cause of all that follows.
FUELS = frozenset("vapour vapor gas fuel dust powder fume chemical methane petrol".split())
SIGNS = frozenset(
    "sign evidence finding mark clue indication datum investigation inquiry image footage".split()
)
BEFALLING = frozenset(["come", "happen", "occur", "begin", "start"])
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
            yield from caused(context, token, cause, effect, held=is_held_up(verb))
            break


def is_held_up(verb: Token | None) -> bool:
    """Tell whether a verb says that something did not take place when it should have."""
    if verb is None:
        return False
    return verb.lemma_ in HELD_UP or any(is_told(verb, words) for words in of_lemma(PUT_OFF, verb))


def of_lemma(phrases: tuple[str, ...], verb: Token) -> list[str]:
    """Return the phrases that begin with the lemma of a verb."""
    return [words for words in phrases if words.split()[0] == verb.lemma_]


def goes_wrong(node: Token) -> bool:
    """Tell whether a noun or a clause tells of trouble: "a gas leak", "when a valve failed"."""
    if node.pos_ in NOUNS:
        return is_of(node, node.lemma_.lower(), TROUBLE)
    inner = [c for c in node.children if c.dep_ == "xcomp"]
    if any(
        verb.lemma_ in BREAKING or any(is_told(verb, words) for words in of_lemma(WRONG, verb))
        for verb in (node, *inner)
    ):
        return True
    told = (clause_subject(node), object_of(node))
    return any(is_of(t, t.lemma_.lower(), TROUBLE) for t in told if t is not None)


def of_verb(verb: Token, row: dict[str, str]) -> tuple | None:
    """Return cause, effect and verb of "a wheel caused the crash", "blamed the crash on ice"."""
    if verb.pos_ != "VERB":
        return None
    further = row["word"].split()[1:]
    if further and not any(c.lower_ == further[0] for c in verb.children):
        return None
    acting = verb.dep_ == "acl" and any(c.dep_ == "dobj" for c in verb.children)
    passive = any(c.dep_ == "nsubjpass" for c in verb.children)
    passive = passive or (verb.dep_ == "acl" and not acting)
    cause = side(verb, row["cause"], passive)
    if cause is None or not row["effect"]:
        return None if cause is None else (cause, cited(verb), verb)
    inner = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i), None)
    if inner is not None and not passive and row["cause"] == "subject":
        return cause, inner, verb  # "led them to close the school"
    effect = side(verb, row["effect"], passive)
    if effect is None or row["word"] in OF_HARM and effect.lemma_.lower() not in HARM:
        return None
    told = row["effect"] != "sign" and effect.lemma_.lower() not in FUELS
    return cause, effect if told else None, verb


def cited(verb: Token) -> Token | None:
    """Return what is done "citing illness"."""
    joined = verb.lemma_ == "cite" and verb.tag_ == "VBG" and verb.dep_ in {"advcl", "acl", "conj"}
    return verb.head if joined and verb.head.pos_ in VERBS else None


def side(verb: Token, where: str, passive: bool) -> Token | None:
    """Return what stands on one side of a verb: its subject, its object or after a preposition."""
    if where == "object":
        thing = object_of(verb)
        if thing is not None and thing.tag_ == "WDT":
            return verb.head
        return verb.head if thing is None and verb.dep_ == "acl" and passive else thing
    if where == "subject" and not passive:
        return whole(clause_subject(verb))
    if where == "sign":
        subject = clause_subject(verb)
        return subject if subject is not None and subject.lemma_.lower() in SIGNS else None
    links = {"by"} if where in {"subject", "by"} else {where}
    for child in verb.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in links:
            return next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)
        if child.dep_ == "prt" and where == "to" and child.i + 1 < len(verb.doc):
            link = verb.doc[child.i + 1]
            if link.lower_ == "to":
                return next((c for c in link.children if c.dep_ == "pobj"), None)
    return None


def whole(thing: Token | None) -> Token | None:
    """Return what a thing is part of, as far as it is read: "a spark from a truck"."""
    while thing is not None and thing.dep_ == "pobj" and thing.head.head.pos_ == "NOUN":
        thing = thing.head.head
    return thing


def of_blame(word: Token, row: dict[str, str]) -> tuple | None:
    """Return cause, effect and verb of "ice was to blame", "fog was the cause of the crash"."""
    verb = word.head
    if verb.lemma_ not in LINKING or word.dep_ not in {"acomp", "xcomp", "attr"}:
        return None
    if word.pos_ == "VERB" and word.nbor(-1).lower_ != "to":
        return None
    links = [c for c in word.children if c.dep_ == "prep" and c.lower_ in {"for", "of"}]
    effect = next((c for link in links for c in link.children if c.dep_ == "pobj"), None)
    cause = clause_subject(verb)
    return None if cause is None or cause.pos_ not in NOUNS else (cause, effect, verb)


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

    "After" and "while" tell a cause of what is held up: "halted while engineers replaced a valve";
    "after" and "when" tell one where something goes wrong: "closed after a pipe burst".
    """
    clause = token.head
    if token.dep_ not in {"mark", "advmod"} or clause.dep_ != "advcl" or clause.pos_ not in VERBS:
        return None
    main = clause.head
    if row["effect"]:
        return of_time(clause, row) if main.pos_ in VERBS and main.i < token.i else None
    if main.pos_ not in NOUNS | VERBS:
        return None
    if main.lemma_ in SAID_OF_CAUSES:
        main = next((c for c in main.children if c.dep_ == "ccomp"), None)
    return None if main is None else (clause, main, main)


def of_time(clause: Token, row: dict[str, str]) -> tuple | None:
    """Return cause, effect and verb of "halted while they replaced a valve", "hurt when it burst"."""
    main = affected(clause.head)
    wrong = row["effect"] == TROUBLE and goes_wrong(clause)
    if not (wrong or is_held_up(main)):
        return None
    subject = clause_subject(main)
    befell = main.lemma_ in BEFALLING and subject is not None and subject.lemma_ in HARM
    return clause, subject if befell else main, clause if wrong else main


def affected(verb: Token) -> Token:
    """Return the verb that a time is told of: "called off with minutes to go when a valve broke"."""
    told = [c for c in verb.children if c.dep_ == "attr" and verb.pos_ == "AUX"]
    below = [c for t in told for c in t.subtree if c.dep_ in {"acl", "relcl"}]
    node = next((c for c in below if c.lemma_ in HARMING), verb)
    for _ in range(MOST_STEPS):
        if is_held_up(node) or node.lemma_ in HARMING:
            return node
        if node.dep_ not in {"acl", "conj", "xcomp", "pcomp", "advcl"}:
            break
        node = node.head if node.head.pos_ == "VERB" else clause_verb(node)
        if node is None:
            break
    return verb


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


def of_trouble(token: Token, row: dict[str, str]) -> tuple | None:
    """Return cause, effect and verb of "closed after a gas leak", "killed following a blast"."""
    if token.dep_ != "prep":
        return None
    verb = token.head
    cause = next((c for c in token.children if c.dep_ == "pobj" and c.pos_ in NOUNS), None)
    if cause is None or verb.pos_ != "VERB" or token.i < verb.i or not goes_wrong(cause):
        return None
    return cause, affected(verb), None


FORMS = {
    "verb": of_verb, "noun": of_noun, "link": of_link, "clause": of_clause, "matter": of_matter,
    "blame": of_blame, "trouble": of_trouble,
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
    else:
        first, last = cause.left_edge.i, end_of_phrase(cause)
    first = min(first + (context.doc[first].lower_ in MARKS), last - 1)
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
    if effect.lemma_.lower() in HARMING:
        return [ACCIDENT]
    heads = [effect]
    if effect.pos_ in VERBS:
        told = (clause_subject(effect), object_of(effect))
        heads += [c for c in told if c is not None and c.pos_ != "PRON"]
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
    if is_held_up(effect) or (beside | {effect.lower_, above}) & DELAYED:
        words.append("delay")
    return list(dict.fromkeys(words))
