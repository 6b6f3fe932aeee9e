"""Read how old somebody is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from helpers.quantities import Quantity
from helpers.statements.beginnings import made_things
from helpers.statements.context import (
    SUBJECTS,
    VERBS,
    Context,
    Mention,
    Statement,
    clause_subject,
    clause_verb,
    mention_at,
)
from helpers.statements.nouns import is_people
from helpers.statements.status import ASSERTED, NEGATED
from helpers.statements.values import COUNTING, base

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


# The subject of an age where nobody is told: the story may know who it is.
UNNAMED = "year-old"
ALONE = frozenset(["nsubj", "nsubjpass", "dobj", "pobj", "attr", "ROOT"])
MIN_AGE, MAX_AGE = 3, 115
AGE_OF_A_THING = "other:age"
# What is old, besides what somebody made.
OLD = frozenset(
    "tree oak yew beech elm cedar pine chestnut sequoia redwood olive fossil skeleton mummy skull "
    "bone rock meteorite glacier forest".split()
)
ONLY = frozenset(["just", "only", "still", "now", "barely", "already"])
BEING = frozenset(["is", "was", "'s", "be", "turned", "turns", "turn"])
WHEN = frozenset(["in", "on", "next", "this"])  # "will be 64 in June"
ENDS = frozenset([",", ".", ")", ";", "!", "?"])
FEW = 4  # tokens to each side
AGED = re.compile(
    r"\b(?:aged?|ages?|(?:adults|children|people|patients|those|anyone|women|men|voters|girls|boys)"
    r"(?: of| aged)?) $",
    re.IGNORECASE,
)
AND_OVER = re.compile(r"(?: years?(?: old)?)? (?:and|or) (?:over|older|above|up|upwards)\b")
AND_UNDER = re.compile(r"(?: years?(?: old)?)? (?:and|or) (?:under|younger|below)\b")
FROM_AGE = re.compile(r"\b(?:from|over|above|at least) the age of $", re.IGNORECASE)
# Somebody of an age: "a woman of 84".
SOMEONE = frozenset("man woman boy girl child person".split())
# Many in one: "a crew of 12" is no age.
COLLECTIVE = frozenset(
    "crew team family group staff panel jury squad party crowd couple board cast congregation "
    "population membership workforce household people public majority minority number order".split()
)


def age_limit(context: Context, quantity: Quantity, span: Span) -> Statement | None:
    """Return from or up to which age something is for: "aged 12 and over", "children under five"."""
    whole = quantity.value.isdigit() and quantity.kind in {*COUNTING, "age"}
    if not whole or not 1 <= int(quantity.value) <= MAX_AGE:
        return None
    before, after = context.text[: quantity.start], context.text[quantity.end :]
    told = AGED.search(before) is not None or quantity.kind == "age"
    if (told and AND_OVER.match(after)) or FROM_AGE.search(before):
        attribute = "minimum age"
    elif told and AND_UNDER.match(after):
        attribute = "maximum age"
    else:
        return None
    n = float(quantity.value)
    return base(
        context, quantity, span, attribute=attribute, about="event", unit="year", kind="age",
        rule="age limit", low=n, high=n,
    )  # fmt: skip


def age_fact(context: Context, quantity: Quantity, span: Span) -> Statement | None:
    """Return the statement of somebody's age, or None."""
    doc = context.doc
    plain = quantity.kind in COUNTING and quantity.value.isdigit() and is_bare_age(context, span)
    if quantity.kind != "age" and not plain:
        return None
    if plain and not MIN_AGE <= int(quantity.value) <= MAX_AGE:
        return None
    who = described_person(context, span)
    noun = aged_noun(span) or spoken_of(context, who)
    if is_averaged(span):
        return None
    if who is None and plain and not is_of(span) and not is_people(noun or "thing"):
        return None
    start = quantity.start
    if quantity.kind == "age" and doc.text[max(0, start - 8) : start].lower() == "at just ":
        start -= 8
    aged_thing = (noun in OLD or noun in made_things()) and not is_named(who)
    made = base(
        context,
        quantity,
        span,
        start=start,
        noun=noun,
        attribute=AGE_OF_A_THING if aged_thing else "age",
        kind="age",
        unit="year",
        low=float(quantity.value) if plain else quantity.low,
        high=float(quantity.value) if plain else quantity.high,
        rule="age",
        about="subject" if aged_thing else "person",
        subject=-1 if noun not in {"", UNNAMED} and not is_named(who) else context.end_of(who),
        earlier="",
    )
    if quantity.low == quantity.high and is_to_come(span):
        made = replace(made, low=made.low - 1)  # until then, a year less
    denied = made.status == NEGATED and not is_asked_of(span)
    return replace(made, status=ASSERTED) if denied else made


def is_to_come(span: Span) -> bool:
    """Tell whether an age is that of a birthday to come: "will be 64", "turns 64 in June"."""
    verb = span.root.head
    will = any(child.lower_ in {"will", "'ll"} for child in verb.children)
    return (will and verb.lemma_ in {"be", "turn"}) or verb.lower_ == "turns"


def is_asked_of(span: Span) -> bool:
    """Tell whether a verb says the age itself: "is not 44", but not "At 44, he is not tired"."""
    above = span.root.head
    return above.lemma_ in {"be", "turn"} and span.root.dep_ in {
        "attr",
        "acomp",
        "dobj",
        "npadvmod",
    }


def is_named(who: Mention | None) -> bool:
    """Tell whether somebody is named, and not called by what they are."""
    return who is not None and who.form == "name"


def spoken_of(context: Context, who: Mention | None) -> str:
    """Return the noun that "he" or "she" stands for where nobody is named: "The runner fell. He"."""
    if who is None or who.form != "pronoun" or any(m.first < who.first for m in context.names):
        return ""
    before = context.tokens[: who.first]
    told = [t for t in before if t.dep_ in SUBJECTS and t.tag_ == "NN" and is_person(t)]
    return told[-1].lemma_.lower() if told else ""


def aged_noun(span: Span) -> str:
    """Return the common noun of somebody unnamed: "the 39-year-old driver"; "" for "man".

    "The 24-year-old" alone may be anybody that the article names.
    """
    head = span.root.head if span.root.pos_ != "NOUN" or span.root.dep_ != "appos" else span.root
    for _ in range(3):
        if head.dep_ == "appos" and head.head.pos_ == "NOUN":
            head = head.head
    if head.pos_ in VERBS:
        subject = clause_subject(head)
        head = subject if subject is not None else head
    if span.start <= head.i < span.end and span.root.dep_ in ALONE:
        return UNNAMED
    if is_of(span):
        head = head.head
    known = any(child.lower_ in {"the", "this"} for child in head.children)
    plain = head.lemma_ == "year" or (known and head.lemma_ in {"man", "woman", "boy", "girl"})
    return head.lemma_.lower() if head.tag_ == "NN" and not plain else ""


def average_age(context: Context, quantity: Quantity, span: Span) -> Statement | None:
    """Return the average age of those spoken of: "on average 62 years old", "mean age was 66"."""
    near = span.doc[max(span.sent.start, span.start - FEW) : min(span.sent.end, span.end + FEW)]
    aged = quantity.kind == "age" or any(t.lemma_.lower() in {"age", "aged"} for t in near)
    if not (aged and is_averaged(span) and quantity.kind in {*COUNTING, "age", "duration"}):
        return None
    return base(
        context, quantity, span, attribute="other:average age", about="event", unit="year",
        kind="age", rule="average age",
    )  # fmt: skip


def is_averaged(span: Span) -> bool:
    """Tell whether a number is said to be an average."""
    near = span.doc[max(span.sent.start, span.start - FEW) : min(span.sent.end, span.end + FEW)]
    return any(token.lower_ in {"average", "mean", "median"} for token in near)


def is_of(span: Span) -> bool:
    """Tell "a girl of six" and "a retired fisherman of 71"."""
    head = span.root.head
    return head.lower_ == "of" and is_somebody(head.head)


def is_somebody(token: Token) -> bool:
    """Tell whether a noun, in the singular, is somebody."""
    word = token.lemma_.lower()
    one = token.tag_ == "NN" and word not in COLLECTIVE
    return word in SOMEONE or (one and is_person(token))


def is_bare_age(context: Context, span: Span) -> bool:
    """Tell ", 49," after a name, "She is 56.", "(who is only 36!" and "a woman of 84"."""
    doc = context.doc
    first = span.start
    while first > 0 and doc[first - 1].lower_ in ONLY:
        first -= 1
    before, after = doc[max(0, first - 2) : first], doc[span.end : span.end + 1].text
    if len(before) < 2 or len(span) > 1:
        return False
    if before[1].lower_ == "of" and is_somebody(before[0]):
        verb = any(token.pos_ in VERBS for token in doc[span.end : span.end + 1])
        ends = verb or after in {*ENDS, "who", "and", "from"}
        return ends or before[0].lemma_.lower() in SOMEONE
    if told_age(span) is not None and before[1].lower_ in {"as", "is", "was"}:
        return True
    told = before[1].lower_ in BEING
    if after not in ENDS and after != "and" and not (told and after in WHEN):
        return False
    if before[1].text in {",", "("}:
        return before[0].i in context.by_token or is_person(before[0])
    who = before[0] if before[0].lower_ != "will" else doc[max(0, first - 3)]
    named = context.by_token.get(who.i)
    by_name = named is not None and named.form == "name"
    return told and (by_name or who.lower_ in {"he", "she", "who"} or is_told_of(before[1]))


def told_age(span: Span) -> Token | None:
    """Return the word "age" of "gives his age as 26", or None."""
    near = span.doc[max(span.sent.start, span.start - FEW) : span.start]
    return next((token for token in near if token.lower_ == "age"), None)


def is_person(token: Token) -> bool:
    """Tell whether a noun is what somebody does: "the flight director, just 31,"."""
    noun = token.pos_ == "NOUN" or (token.pos_ == "PROPN" and token.text.islower())
    return noun and is_people(token.lemma_.lower())


def is_told_of(verb: Token) -> bool:
    """Tell whether a verb is said of a person: "the boy who died was 9;"."""
    subject = clause_subject(verb)
    return subject is not None and (subject.lemma_.lower() in SOMEONE or is_person(subject))


def described_person(context: Context, span: Span) -> Mention | None:
    """Return the mention of the person whose age is told, "of 54" after what they are too."""
    if not is_of(span):
        return aged_person(context, span)
    noun = span.root.head.head
    return mention_at(context, noun.head) if noun.dep_ == "appos" else None


def aged_person(context: Context, span: Span) -> Mention | None:
    """Return the mention of the person whose age is told."""
    doc, mentions = context.doc, context.mentions
    age = told_age(span)
    owners = [] if age is None else [c for c in age.children if c.dep_ == "poss"]
    if owners:
        return mention_at(context, owners[0])
    apposed = named_before(context, span)
    if apposed is not None:
        return apposed
    around = [m for m in mentions if m.first < span.end and span.start < m.last]
    if around and around[0].form == "nominal":
        described = [
            m for m in context.names if around[0].last - 1 <= m.first <= around[0].last + 3
        ]
        described = [m for m in described if not modifies(context, m)]
        linked = [m for m in described if doc[m.last - 1].head.i < around[0].last + 4]
        return (
            linked[0]
            if linked and not has_verb(doc[around[0].last : linked[0].first])
            else around[0]
        )
    gap = doc[max(0, span.start - 2) : span.start]
    just_before = [m for m in mentions if 0 <= span.start - m.last <= 1]
    if just_before and (not gap or gap[-1].text in {",", "("}) and just_before[0].form == "name":
        return just_before[0]
    if len(gap) == 2 and gap[-1].text == "," and is_somebody(gap[0]):
        return mention_at(context, gap[0])
    after = [m for m in context.names if 0 <= m.first - span.end <= 6]
    after = [m for m in after if m.last <= span.sent.end and not modifies(context, m)]
    close = [m for m in after if not has_verb(doc[span.end : m.first])]
    close = [m for m in close if not has_preposition(doc[span.end : m.first])]
    if close and (is_attached(span, close[0]) or doc[span.end : close[0].first].text == ","):
        return close[0]
    whose = clause_subject(clause_verb(span.root))
    subject = mention_at(context, whose)
    if subject is not None and subject.form != "nominal":
        return subject
    if subject is None and whose is not None and whose.pos_ == "NOUN":
        return None
    before = [m for m in mentions if m.last <= span.start and span.sent.start <= m.first]
    return subject or (before[-1] if before else None)


def named_before(context: Context, span: Span) -> Mention | None:
    """Return the name that "a 34-year-old" stands in apposition to: "Ana Riva, a 34-year-old"."""
    doc, first = context.doc, span.start
    if first < 3 or doc[first - 1].lower_ not in {"a", "an", "the"} or doc[first - 2].text != ",":
        return None
    return next((m for m in context.names if m.last == first - 2), None)


def has_preposition(span: Span) -> bool:
    """Tell whether a name after these words is not the one described: "a 34-year-old from X"."""
    return any(token.dep_ == "prep" for token in span)


def modifies(context: Context, mention: Mention) -> bool:
    """Tell whether a name only says which: "the 24-year-old Real Sociedad striker"."""
    word = context.doc[mention.last - 1]
    noun = word.head
    return (
        word.dep_ in {"compound", "nmod", "amod"} and noun.pos_ == "NOUN" and noun.i >= mention.last
    )


def is_attached(span: Span, mention: Mention) -> bool:
    """Tell whether a name follows an age without a comma: "28-year-old Alexandr Wang"."""
    between = span.doc[span.end : mention.first]
    return all(token.text not in {",", ";", ":"} for token in between)


def has_verb(span: Span) -> bool:
    """Tell whether a finite verb stands in a run of tokens."""
    return any(token.pos_ in VERBS and token.tag_ != "VBN" for token in span)
