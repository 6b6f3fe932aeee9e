"""Read that none are counted, "nobody was hurt", "without a single job loss", or that some are."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from helpers.statements.context import SUBJECTS, VERBS, Context, Statement, clause_verb
from helpers.statements.cues import earlier_time
from helpers.statements.nouns import is_people
from helpers.statements.polarity import GRAVELY, NOT_SO, SO, firmness
from helpers.statements.status import ASSERTED, HEDGED, NEGATED, status_of
from helpers.statements.values import HARM, triggers

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

NONE, SOME = "nobody", "somebody"
COUNTED = HARM | {"complaints", "crashes"}
JOBS_CUT = "jobs cut"
JOBS = frozenset("job post position role".split())
LAYOFFS = frozenset("redundancy layoff lay-off dismissal sacking".split())
LOST = frozenset("lose cut go axe shed eliminate scrap slash disappear".split())
ALONE = frozenset(["nobody", "none"])
# "No further deaths" leaves open how many there were before.
FURTHER = frozenset(
    "further more other additional new another extra fewer less longer immediate confirmed known "
    "official compulsory forced such major serious".split()
)
# What is not brought about: "will not lead to job losses".
BRINGING = frozenset(
    "lead mean involve result bring cause entail require include expect see".split()
)
# What happens to one person alone, and the question that counts all to whom it happens.
ONE_OF = {"arrest": "arrested", "detain": "arrested", "injure": "injured", "hurt": "injured"}
ONE_OF |= {"kill": "killed"}
NOT_ONE = frozenset(["it", "they", "we", "nobody", "none", "one", "anyone", "everyone", "people"])
# Who are counted nowhere, but are some: "several passengers were hurt".
SEVERAL = frozenset(["some", "several", "many", "numerous"])
QUANTITIES = frozenset("hundred thousand dozen score number handful".split())


def nobody(context: Context) -> Iterator[Statement]:
    """Yield that none are counted, left to right in each way of saying it."""
    for token in context.where(["no", "nobody", "none"]):
        noun = token.head if token.lower_ == "no" and token.dep_ == "det" else token
        if noun is token and token.lower_ not in ALONE:
            continue
        yield from none_of(context, token, noun)
    for token in context.where(["without", "single"]):
        noun = left_without(token)
        if noun is not None:
            first = token if token.lower_ == "without" else token.nbor(-2)
            yield from none_of(context, first, noun)
    for token, lemma in zip(context.tokens, context.lemmas, strict=True):
        if (lemma in LAYOFFS or lemma in {"loss", "cut"}) and is_averted(context, token):
            yield made(context, token, token.i, token.i + 1, JOBS_CUT)


def left_without(token: Token) -> Token | None:
    """Return what there is none of: "without casualties", "not a single arrest"."""
    if token.lower_ == "without":
        noun = next((c for c in token.children if c.dep_ == "pobj"), None)
        # "The driver got out without injury" is said of one alone.
        alone = noun is not None and noun.tag_ == "NN" and noun.n_lefts == noun.n_rights == 0
        return None if alone else noun
    before = [t.lower_ for t in token.doc[max(0, token.i - 2) : token.i]]
    return token.head if before == ["not", "a"] and token.dep_ == "amod" else None


def none_of(context: Context, first: Token, noun: Token) -> Iterator[Statement]:
    """Yield that none of a noun are counted, by the noun or by what would happen to them."""
    if any(c.lower_ in FURTHER for c in noun.children):
        return
    verb = noun.head if noun.dep_ in SUBJECTS else None
    people = noun.lower_ in {"one", *ALONE} or is_people(noun.lemma_.lower())
    if verb is not None and any(c.lower_ in GRAVELY for c in verb.children):
        return  # who is not badly hurt may be hurt
    behind = noun.nbor() if noun.i + 1 < len(noun.doc) else None
    if verb is None and people and behind is not None and behind.tag_ == "VBN":
        verb = behind  # "left nobody injured"
    words = [noun] + ([verb] if verb is not None and people else [])
    found = [triggers().get(("count", word.lemma_.lower())) for word in words]
    attributes = [row[0] for row in found if row and row[0] in COUNTED]
    if keeps_jobs(noun) or (verb is not None and people and is_dismissal(verb)):
        attributes = [JOBS_CUT]
    elif noun.lemma_ == "loss" and any(t.lemma_.lower() == "life" for t in noun.subtree):
        attributes = ["killed"]
    if attributes:
        last = max(noun.i, *(w.i for w in words)) + 1
        yield made(context, noun, min(first.i, noun.i), last, attributes[-1])


def made(context: Context, noun: Token, first: int, last: int, attribute: str) -> Statement:
    """Return the statement that none are counted."""
    span = context.doc[first:last]
    status, speaker = status_of(context, noun.i, noun.i + 1)
    return Statement(
        span.start_char, span.end_char, attribute, "0", "count", NONE, unit="people", low=0.0,
        high=0.0, status=ASSERTED if status == NEGATED else status, attribution=speaker,
        earlier=earlier_time(context, span),
    )  # fmt: skip


def keeps_jobs(noun: Token) -> bool:
    """Tell "no job losses", "no redundancies" and "no jobs will be lost" of a noun behind "no"."""
    lemma, above = noun.lemma_.lower(), noun.head.lemma_.lower()
    lost = above in LOST or any(c.lower_ == "lost" for c in noun.children)
    return lemma in LAYOFFS or is_job_loss(noun) or (lemma in JOBS and lost)


def is_job_loss(noun: Token) -> bool:
    """Tell "job losses" and "job cuts" from other losses."""
    worked = any(c.dep_ == "compound" and c.lemma_.lower() in JOBS for c in noun.children)
    return noun.lemma_.lower() in {"loss", "cut"} and worked


def is_dismissal(verb: Token) -> bool:
    """Tell whether somebody loses a job: "made redundant", "laid off", "dismissed"."""
    words = {c.lower_ for c in verb.children}
    lemma = verb.lemma_.lower()
    return (
        (lemma == "make" and "redundant" in words)
        or (lemma == "lay" and "off" in words)
        or lemma in {"sack", "dismiss"}
    )


def is_averted(context: Context, noun: Token) -> bool:
    """Tell that there will be none: "ruled out job cuts", "will not lead to redundancies"."""
    if not (noun.lemma_.lower() in LAYOFFS or is_job_loss(noun)):
        return False
    if any(c.lower_ in FURTHER or c.lower_ == "no" for c in noun.children):
        return False
    verb = clause_verb(noun)
    if verb is None or noun.dep_ not in {"dobj", "pobj", "attr"}:
        return False
    out = verb.lemma_ == "rule" and any(c.lower_ == "out" for c in verb.children)
    firm = firmness(context, verb)
    return (out and firm == SO) or (verb.lemma_.lower() in BRINGING and firm == NOT_SO)


def somebody(context: Context) -> Iterator[Statement]:
    """Yield that one at least is counted: "the captain was arrested", "some jobs will go".

    The story keeps those that another article denies.
    """
    for verb, lemma in zip(context.tokens, context.lemmas, strict=True):
        attribute = ONE_OF.get(lemma)
        if attribute is not None and verb.tag_ == "VBN" and (who := suffers(verb)) is not None:
            several = who.tag_ in {"NNS", "NNPS"}
            yield from some(context, context.doc[verb.i : verb.i + 1], attribute, several)
        elif (
            lemma in JOBS and verb.tag_ == "NNS" and (above := job_verb(context, verb)) is not None
        ):
            first, last = sorted((verb.i, above.i))
            yield from some(context, context.doc[first : last + 1], JOBS_CUT, True)


def suffers(verb: Token) -> Token | None:
    """Return to whom it happens: one person, or several that are not counted."""
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if subject is None:
        return None
    counted = any(c.dep_ in {"nummod", "det"} and c.lower_ == "no" for c in subject.children)
    if subject.tag_ in {"NNS", "NNPS"}:
        return subject if any(c.lower_ in SEVERAL for c in subject.children) else None
    one = subject.lower_ == "one" and subject.n_rights > 0
    if counted or not (one or subject.tag_ in {"NN", "NNP", "PRP"}):
        return None
    return None if subject.lower_ in NOT_ONE and not one else subject


def job_verb(context: Context, noun: Token) -> Token | None:
    """Return by what verb jobs go that are not counted: "hundreds of jobs will be lost"."""
    top = noun
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in QUANTITIES:
        top = noun.head.head
    if any(
        c.dep_ == "nummod" or c.lower_ in {"no", "any"} for t in (noun, top) for c in t.children
    ):
        return None
    verb = top.head
    if verb.lemma_.lower() not in LOST or top.dep_ not in {*SUBJECTS, "dobj"}:
        return None
    return verb if verb.pos_ in VERBS and firmness(context, verb) == SO else None


def some(context: Context, span: Span, attribute: str, several: bool) -> Iterator[Statement]:
    """Yield the statement that one at least is counted, or several."""
    status, speaker = status_of(context, span.start, span.end)
    if status not in {NEGATED, HEDGED}:
        yield Statement(
            span.start_char, span.end_char, attribute, "some" if several else "1", "count", SOME,
            unit="people", low=1.0, high=math.inf, status=status, attribution=speaker,
            earlier=earlier_time(context, span),
        )  # fmt: skip
