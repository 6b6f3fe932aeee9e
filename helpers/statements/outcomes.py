"""Read how matters ended and what was or was not done, for the story to set against each other.

A matter has outcomes that exclude one another: somebody is under arrest or free to go, a vote is
held, postponed or called off. Which words tell which outcome of which matter is data
(`lexicons/fact_outcomes.csv`); of all other verbs only whether they are affirmed or denied counts.
The story keeps what articles contradict each other on (`settling.disputes`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from helpers.cues import read_cues
from helpers.statements.acts import UNTOLD, verb_class
from helpers.statements.context import (
    NOUNS,
    SUBJECTS,
    VERBS,
    Context,
    Mention,
    Statement,
    clause_subject,
    clause_verb,
    mention_at,
)
from helpers.statements.cues import earlier_time
from helpers.statements.effects import is_heading
from helpers.statements.nouns import verb_name
from helpers.statements.phrases import (
    DENIALS,
    PERSON,
    counted,
    is_of,
    needs,
    node_of,
    person_of,
    referred,
    said_of,
    stance,
    told_phrases,
)
from helpers.statements.polarity import (
    DENYING,
    GRANTING,
    GRAVELY,
    NOT_SO,
    OPEN,
    SO,
    firmness,
    is_nobody,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

OUTCOME = "outcome"
DOING = "do "
PARTS = frozenset(["prt", "advmod", "acomp", "oprd", "dobj", "prep", "npadvmod"])
OBJECTS = frozenset(["dobj", "nsubjpass"])
LONG = 5  # letters; shorter words end in "ing" by chance
AGO_REACH = 40  # words between a verb and the "ago" that dates it
# Asked of what was before the event.
OF_BEFORE = frozenset(["debut", "insurance"])
# What was so "last month" still is.
LATELY = frozenset(["last month", "earlier this", "previous", "previously"])
UP_TO = r"\b(?:to|until|till|through|by) (?:the \w+ of )?"  # a year that something lasts to
YEAR = re.compile(r"[0-9]{4}")
STATES = frozenset(["be", "remain", "stay"])
STAYS, ENDING = "stays", frozenset(["until", "till"])
NEAR = 6  # words between a phrase and the "until" that ends what it tells
MANY, SUCH, UNTIL_NOW, DISPUTED, OF = "many", "such", "until-now", "disputed", "of:"
HE, NOBODY = "he", "nobody"


@cache
def told() -> dict[str, list[dict[str, str]]]:
    """Return the rows of verbs by their first word."""
    verbs: dict[str, list[dict[str, str]]] = {}
    for row in read_cues("fact_outcomes"):
        if row["pos"] == "verb":
            verbs.setdefault(row["word"].split()[0], []).append(row)
    return verbs


def outcomes(context: Context) -> Iterator[Statement]:
    """Yield what each verb and phrase says of an outcome, with its polarity."""
    named = {i for m in context.names for i in range(m.first, m.last)}
    # A word alone has a capital for that: "Disqualified."
    named -= {t.i for t in context.tokens if t.is_sent_start and t.i + 1 in ends(context)}
    for token, lemma in zip(context.tokens, context.lemmas, strict=True):
        if token.i in named or token.pos_ not in VERBS:
            continue
        told_by = [one for row in told().get(lemma, ()) for one in fitting(context, token, row)]
        special = [one for one in told_by if one[0]["thing"]]
        longest = max((len(row["word"]) for row, _ in special or told_by), default=0)
        for row, thing in special or told_by:
            if len(row["word"]) == longest:
                yield from of_verb(context, token, row, thing)
        if not told_by:
            yield from done(context, token, lemma)
        yield from happened(context, token, lemma)
    for first, last, row in told_phrases(context):
        # A capital at the head of a heading makes no name: "Green light for tower".
        opening = first == 0 and 1 not in named and is_heading(context.doc)
        if opening or first not in named:
            yield from of_phrase(context, first, last, row)


def ends(context: Context) -> set[int]:
    """Return the tokens that end a sentence: marks."""
    return {token.i for token in context.where([".", "!", "?"])}


def fitting(
    context: Context, verb: Token, row: dict[str, str]
) -> Iterator[tuple[dict[str, str], Token | None]]:
    """Yield a row with what its verb is said of, if the row tells it of such things."""
    if not stands(context, row["word"]) or not is_told(verb, row["word"]):
        return
    thing = said_of_verb(verb, row)
    if thing is None and row["on"] == "object" and not is_fragment(verb):
        return
    if not row["thing"] or is_of(thing, noun_at(context, thing), row["thing"]):
        yield row, thing


def stands(context: Context, phrase: str) -> bool:
    """Tell whether the block has all further words of a phrase, as few do."""
    return " " not in phrase or all(word in context.places for word in phrase.split()[1:])


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


def is_fragment(verb: Token) -> bool:
    """Tell whether a participle stands alone: "The sequel? Cancelled."."""
    return verb.dep_ == "ROOT" and verb.tag_ == "VBN" and clause_subject(verb) is None


def said_of_verb(verb: Token, row: dict[str, str]) -> Token | None:
    """Return what a verb is said of: its subject, its object, or what its preposition governs."""
    if row["on"] != "object":
        return counted(clause_subject(verb))
    thing = object_of(verb)
    last = row["word"].split()[-1]
    below = [c for child in verb.children for c in (child, *child.children)]
    linked = [c for c in below if c.dep_ == "prep" and c.lower_ == last]
    if linked and (thing is None or thing.lower_ in row["word"].split()):
        thing = next((c for c in linked[0].children if c.dep_ == "pobj"), None)
    return verb.head if thing is None and verb.dep_ == "acl" else counted(thing)


def of_verb(
    context: Context, verb: Token, row: dict[str, str], thing: Token | None
) -> Iterator[Statement]:
    """Yield the outcome that a verb tells."""
    passive = thing is not None and thing.dep_ != "dobj"
    actor = clause_subject(verb) if row["on"] == "object" and not passive else None
    yield from made(context, verb, verb.i, verb.i + 1, row, thing, actor)


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


def of_phrase(context: Context, first: int, last: int, row: dict[str, str]) -> Iterator[Statement]:
    """Yield the outcome that a phrase tells: of the subject, or of an object before it."""
    node = node_of(context, first, last)
    thing = said_of(context.tokens[first:last], node, row["on"])
    if row["on"] == "subject" and needs().get(row["matter"]) == PERSON:
        thing = person_of(context, thing, node)
    if not row["thing"] or is_of(thing, noun_at(context, thing), row["thing"]):
        firm = stance(context, node, first, last)
        yield from made(
            context, node, first, last, until_when(context, row, last), thing, None, firm
        )


def until_when(context: Context, row: dict[str, str], last: int) -> dict[str, str]:
    """Return the row of a phrase; who stays until a day of these months leaves, and not at once.

    "Until June she will continue to lead it" says so too.
    """
    sentence = context.tokens[last - 1].sent
    end = min(last + NEAR, sentence.end)
    first = sentence.start if sentence[0].lower_ in ENDING else last - 1
    after = [token.lower_ for token in context.tokens[first:end]]
    ending = next((i for i, word in enumerate(after) if word in ENDING), None)
    if ending is None or row["value"] != STAYS:
        return row
    long = any(word == "least" or YEAR.fullmatch(word) for word in after[ending:])
    return row if long else row | {"matter": "leaving", "value": "later"}


def noun_at(context: Context, thing: Token | None) -> str:
    """Return the noun of a thing, of "it" the one that it stands for."""
    noun = referred(context, thing) or thing
    return noun.lemma_.lower() if noun is not None and noun.pos_ in {"NOUN", "PROPN"} else ""


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
        act = {"matter": DOING + name, "value": value, "thing": ""}
        yield from made(context, verb, verb.i, verb.i + 1, act, thing, actor)


def is_anyone(subject: Token) -> bool:
    """Tell "one" that stands for anybody from "one of the arrays"."""
    return subject.lower_ == "one" and counted(subject) == subject


def past_time(context: Context, verb: Token) -> str:
    """Return the words that put a verb into another time, but for a year that is not over."""
    told = earlier_time(context, verb.doc[verb.i : verb.i + 1])
    year = YEAR.search(told)
    over = year is None or not context.date or year.group() < context.date[:4]
    if told in LATELY or (told.endswith("ago") and not is_then(context, verb)):
        return ""
    ending = year and re.search(rf"{UP_TO}{year.group()}", context.text)
    return told if over and not ending else ""


def is_then(context: Context, verb: Token) -> bool:
    """Tell whether "ago" stands in the clause of a verb: "the record set a year ago still stands"."""
    near = context.tokens[max(0, verb.i - AGO_REACH) : verb.i + AGO_REACH]
    return any(token.lower_ == "ago" and clause_verb(token) == verb for token in near)


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
    act = {"matter": DOING + name, "value": name, "thing": ""}
    for made_ in made(context, verb, verb.i, verb.i + 1, act, subject or event, None):
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
            act = {"matter": f"{DOING}be {name}", "value": name, "thing": ""}
            yield from made(context, verb, verb.i, child.i + 1, act, clause_subject(verb), None)


def is_denied_in_part(verb: Token, first: int, last: int, firm: str) -> bool:
    """Tell whether only the worst is denied: who is not badly hurt may be hurt."""
    told = {*(t.lower_ for t in verb.doc[first:last]), *(c.lower_ for c in verb.children)}
    return bool((firm == NOT_SO or told & DENIALS) and told & GRAVELY)


def made(
    context: Context,
    verb: Token,
    first: int,
    last: int,
    row: dict[str, str],
    thing: Token | None,
    actor: Token | None,
    firm: str = "",
) -> Iterator[Statement]:
    """Yield the statement, with what it is said of in `noun` and `around`."""
    firm = firm or firmness(context, verb)
    if GRAVELY & context.places.keys() and is_denied_in_part(verb, first, last, firm):
        return
    if firm == OPEN or any(c.dep_ in SUBJECTS and is_anyone(c) for c in verb.children):
        return
    if row["matter"] == "access" and ENDING & {t.lower_ for t in verb.subtree}:
        return  # what is closed until Thursday reopens on Thursday
    mention, who = named_at(context, thing), mention_at(context, actor)
    noun, words = "", [f"{OF}{row['thing']}"] * bool(row["thing"])
    stands_for = referred(context, thing)
    if thing is None:
        words.append(SUCH)
    elif stands_for is not None:
        noun, words = stands_for.lemma_.lower(), [*words, SUCH]
    elif thing.pos_ in {"NOUN", "PROPN"}:
        noun = thing.lemma_.lower() if mention is None or mention.form == "nominal" else ""
        words += [thing.lemma_.lower()] if thing.pos_ == "NOUN" and not noun else []
        words += [c.lemma_.lower() for c in thing.children if c.dep_ in {"compound", "amod"}]
        words += [SUCH for c in thing.children if c.lower_ in {"such", "this", "that"}]
        if thing.tag_ in {"NNS", "NNPS"}:
            words.append(MANY)
    elif thing.pos_ == "PRON":
        words.append("they" if thing.lower_ in {"they", "them", "we", "us"} else "it")
        words += [HE] * (thing.lower_ in {"he", "him", "she", "her"})
    if thing is not None and is_nobody(thing):
        words.append(NOBODY)
    if actor is not None and actor.pos_ == "NOUN":
        words.append(f"by:{actor.lemma_.lower()}")
    doc = context.doc
    later = any(c.dep_ == "aux" and c.lower_ in {"will", "'ll"} for c in verb.children)
    later |= verb.tag_ == "VBZ" and verb.pos_ == "VERB"  # "closes in 2031"
    later |= verb.dep_ == "pcomp" and verb.head.lower_ == "to"  # "committed to closing it in 2031"
    if verb.dep_ == "ccomp" and verb.head.lemma_ in DENYING | GRANTING:
        words.append(DISPUTED)
    if firm == NOT_SO and any(c.lower_ in {"has", "have", "yet"} for c in verb.children):
        words.append(UNTIL_NOW)
    yield Statement(
        doc[first].idx,
        doc[first:last].end_char,
        row["matter"],
        row["value"],
        "words",
        OUTCOME,
        status=firm,
        subject=context.end_of(mention),
        other=context.end_of(who),
        noun=noun,
        earlier="" if later or row["matter"] in OF_BEFORE else past_time(context, verb),
        around=" ".join(words),
    )
