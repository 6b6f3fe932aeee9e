"""Read how matters ended and what was or was not done, for the story to set against each other.

A matter has outcomes that exclude one another: somebody is under arrest or free to go, a vote is
held, postponed or called off. Which words tell which outcome of which matter is data
(`lexicons/fact_outcomes.csv`); of all other verbs only whether they are affirmed or denied counts.
The story keeps what articles contradict each other on (`fact_disputes`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from helpers.cues import read_cues
from helpers.fact_acts import UNTOLD, verb_class
from helpers.fact_context import (
    NOUNS,
    VERBS,
    Context,
    Mention,
    Statement,
    clause_subject,
    mention_at,
)
from helpers.fact_cues import earlier_time
from helpers.fact_nouns import verb_name
from helpers.fact_polarity import DENYING, GRANTING, NOT_SO, OPEN, SO, firmness

if TYPE_CHECKING:
    from spacy.tokens import Token

OUTCOME = "outcome"
DOING = "do "
PARTS = frozenset(["prt", "advmod", "acomp", "oprd", "dobj", "prep", "npadvmod"])
OBJECTS = frozenset(["dobj", "nsubjpass"])
LONG = 5  # letters; shorter words end in "ing" by chance
STATES = frozenset(["be", "remain", "stay"])
MANY, SUCH, UNTIL_NOW, DISPUTED = "many", "such", "until-now", "disputed"


@cache
def told() -> tuple[dict[str, list[dict]], dict[str, list[tuple[tuple[str, ...], dict]]]]:
    """Return the rows by verb, and those of phrases by their first word."""
    verbs: dict[str, list[dict]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], dict]]] = {}
    for row in read_cues("fact_outcomes"):
        words = tuple(row["word"].split())
        if row["pos"] == "verb":
            verbs.setdefault(words[0], []).append(row)
        else:
            phrases.setdefault(words[0], []).append((words, row))
    return verbs, phrases


def outcomes(context: Context) -> Iterator[Statement]:
    """Yield what each verb and phrase says of an outcome, with its polarity."""
    verbs, phrases = told()
    named = {i for m in context.names for i in range(m.first, m.last)}
    for token, lemma in zip(context.tokens, context.lemmas, strict=True):
        if token.i in named or token.pos_ not in VERBS:
            continue
        rows = [row for row in verbs.get(lemma, ()) if is_told(token, row["word"])]
        longest = max((len(row["word"]) for row in rows), default=0)
        for row in rows:
            if len(row["word"]) == longest:
                yield from of_verb(context, token, row)
        if not rows:
            yield from done(context, token, lemma)
        yield from happened(context, token, lemma)
    for token in context.where(phrases):
        for words, row in phrases[token.lower_]:
            last = token.i + len(words)
            if tuple(t.lower_ for t in context.tokens[token.i : last]) == words:
                yield from of_phrase(context, token, last, row)


def is_told(verb: Token, phrase: str) -> bool:
    """Tell whether a verb stands with the further words of a phrase: "call off", "leave the board"."""
    further = phrase.split()[1:]
    if not further:
        return True
    doc = verb.doc
    for child in verb.children:
        if child.i > verb.i and child.dep_ in PARTS | {"xcomp", "ccomp", "attr", "neg"}:
            first = child.left_edge.i
            if [t.lower_ for t in doc[first : first + len(further)]] == further:
                return True
            if child.lower_ == further[-1] and len(further) == 1:
                return True
    return [t.lower_ for t in doc[verb.i + 1 : verb.i + 1 + len(further)]] == further


def of_verb(context: Context, verb: Token, row: dict[str, str]) -> Iterator[Statement]:
    """Yield the outcome that a verb tells."""
    thing = object_of(verb) if row["on"] == "object" else clause_subject(verb)
    linked = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == row["word"].split()[-1]]
    if row["on"] == "object" and thing is None and linked:
        thing = next((c for c in linked[0].children if c.dep_ == "pobj"), None)
    if row["on"] == "object" and thing is None and verb.dep_ == "acl":
        thing = verb.head
    passive = thing is not None and thing.dep_ != "dobj"
    actor = clause_subject(verb) if row["on"] == "object" and not passive else None
    yield from made(context, verb, verb.i, verb.i + 1, row["matter"], row["value"], thing, actor)


def object_of(verb: Token) -> Token | None:
    """Return what a verb acts on: its object, or its subject in the passive."""
    found = [c for c in verb.children if c.dep_ in OBJECTS]
    if not found:
        # "found him guilty", where "him guilty" is read as a clause
        small = [c for c in verb.children if c.dep_ in {"ccomp", "oprd"} and c.pos_ == "ADJ"]
        found = [c for clause in small for c in clause.lefts if c.pos_ in NOUNS]
    if not found and verb.dep_ == "conj" and verb.head.pos_ in VERBS and verb.tag_ == "VBN":
        return object_of(verb.head)
    if not found and verb.dep_ == "relcl":
        return verb.head
    return found[-1] if found else None


def of_phrase(
    context: Context, token: Token, last: int, row: dict[str, str]
) -> Iterator[Statement]:
    """Yield the outcome that a phrase tells: of the subject, or of an object before it."""
    node = next((t for t in context.tokens[token.i : last] if t.pos_ in {"NOUN"}), token)
    node = token if node.dep_ in {"attr", "ROOT"} else node
    while node.head != node and node.pos_ not in VERBS:
        if node.pos_ in {"NOUN", "PROPN"} and node.i < token.i:
            break
        node = node.head
    if node.pos_ in VERBS:
        before = [c for c in node.children if c.dep_ == "dobj" and c.i < token.i]
        before += [c for c in token.children if c.dep_ == "nsubj"]
        thing = before[0] if before else clause_subject(node)
        if thing is None and node.dep_ in {"acl", "relcl"}:
            thing = node.head
        yield from made(context, node, token.i, last, row["matter"], row["value"], thing, None)
    elif node.i < token.i:
        yield from made(context, token, token.i, last, row["matter"], row["value"], node, None)


def done(context: Context, verb: Token, lemma: str) -> Iterator[Statement]:
    """Yield that something is done or not, or that something is so or not."""
    inner = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i), None)
    if verb.pos_ == "AUX" or lemma in STATES:
        yield from state(context, verb)
        return
    if lemma in UNTOLD and inner is None:
        return
    thing = object_of(verb)
    name = verb_class(verb)[0]
    if inner is not None and inner.pos_ == "VERB":
        name, thing = f"{name} {verb_class(inner)[0]}", object_of(inner)
    subject = clause_subject(verb)
    passive = any(c.dep_ == "nsubjpass" for c in verb.children)
    if thing is None:
        thing, passive = subject, True
    if thing is not None:
        actor = None if passive else subject
        value = verb.lower_
        yield from made(context, verb, verb.i, verb.i + 1, DOING + name, value, thing, actor)


def named_at(context: Context, thing: Token | None) -> Mention | None:
    """Return the name or pronoun of a thing, also one that follows it: "the rover Pixie"."""
    mention = mention_at(context, thing)
    if thing is not None and (mention is None or mention.form == "nominal"):
        after = context.by_token.get(thing.i + 1)
        named = after is not None and after.first == thing.i + 1 and after.form == "name"
        return after if named and thing.pos_ == "NOUN" else mention
    return mention


def happened(context: Context, verb: Token, lemma: str) -> Iterator[Statement]:
    """Yield the act that a noun names: "the meeting took place", "she ruled out a run"."""
    if lemma in {"take", "happen", "occur", "hold"}:
        if lemma == "take" and not is_told(verb, "take place"):
            return
        event = clause_subject(verb) if lemma != "hold" else object_of(verb)
        subject = None
    elif lemma == "rule" and is_told(verb, "rule out"):
        event, subject = object_of(verb), clause_subject(verb)
    else:
        return
    if event is None or event.pos_ != "NOUN":
        return
    name = verb_name(act_named(event.lemma_.lower()))
    denied = lemma == "rule"
    for made_ in made(
        context, verb, verb.i, verb.i + 1, DOING + name, name, subject or event, None
    ):
        turned = {SO: NOT_SO, NOT_SO: SO}[made_.status] if denied else made_.status
        yield replace(made_, status=turned, noun="" if subject is None else made_.noun)


def act_named(noun: str) -> str:
    """Return the verb of what a noun says is done: "meet" of "meeting"."""
    verb = noun.removesuffix("ing") if noun.endswith("ing") and len(noun) > LONG else noun
    return verb[:-1] if len(verb) > LONG and verb[-1] == verb[-2] not in "ls" else verb


def state(context: Context, verb: Token) -> Iterator[Statement]:
    """Yield that something is of a kind, on a list or the like, or that it is not."""
    for child in verb.children:
        if child.i < verb.i:
            continue
        name = ""
        if child.dep_ == "acomp":
            name = child.lemma_.lower()
        elif child.dep_ == "prep":
            name = next(
                (
                    f"{child.lower_} {c.lemma_.lower()}"
                    for c in child.children
                    if c.dep_ == "pobj" and c.pos_ == "NOUN"
                ),
                "",
            )
        if name:
            yield from made(
                context, verb, verb.i, child.i + 1, f"{DOING}be {name}", name,
                clause_subject(verb), None,
            )  # fmt: skip


def made(
    context: Context,
    verb: Token,
    first: int,
    last: int,
    matter: str,
    value: str,
    thing: Token | None,
    actor: Token | None,
) -> Iterator[Statement]:
    """Yield the statement, with what it is said of in `noun` and `around`."""
    firm = firmness(context, verb)
    if firm == OPEN:
        return
    mention, who = named_at(context, thing), mention_at(context, actor)
    noun, words = "", []
    if thing is not None and thing.pos_ in {"NOUN", "PROPN"}:
        noun = thing.lemma_.lower() if mention is None or mention.form == "nominal" else ""
        words = [thing.lemma_.lower()] if thing.pos_ == "NOUN" and not noun else []
        words += [c.lemma_.lower() for c in thing.children if c.dep_ in {"compound", "amod"}]
        words += [SUCH for c in thing.children if c.lower_ in {"such", "this", "that"}]
        if thing.tag_ in {"NNS", "NNPS"}:
            words.append(MANY)
    elif thing is not None and thing.pos_ == "PRON":
        words.append("they" if thing.lower_ in {"they", "them", "we", "us"} else "it")
    if actor is not None and actor.pos_ == "NOUN":
        words.append(f"by:{actor.lemma_.lower()}")
    doc = context.doc
    later = any(c.dep_ == "aux" and c.lower_ in {"will", "'ll"} for c in verb.children)
    if verb.dep_ == "ccomp" and verb.head.lemma_ in DENYING | GRANTING:
        words.append(DISPUTED)
    if firm == NOT_SO and any(c.lower_ in {"has", "have", "yet"} for c in verb.children):
        words.append(UNTIL_NOW)
    yield Statement(
        doc[first].idx,
        doc[first:last].end_char,
        matter,
        value,
        "words",
        OUTCOME,
        status=firm,
        subject=context.end_of(mention),
        other=context.end_of(who),
        noun=noun,
        earlier="" if later else earlier_time(context, doc[verb.i : verb.i + 1]),
        around=" ".join(words),
    )
