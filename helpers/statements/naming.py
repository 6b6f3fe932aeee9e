"""Read who did what only one can have done: the acts are data (`lexicons/fact_authors.csv`)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from helpers.cues import read_cues
from helpers.statements.context import (
    NOUNS,
    VERBS,
    Context,
    Mention,
    Statement,
    clause_subject,
    clause_verb,
    mention_at,
)
from helpers.statements.cues import earlier_time
from helpers.statements.outcomes import is_told, object_of, stands
from helpers.statements.phrases import referred
from helpers.statements.polarity import SO, firmness
from helpers.statements.posts import end_of_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

AUTHOR = "author"
# What is given to its author, and that author stands after "to".
GIVEN = frozenset(["go", "award", "give", "hand"])
GOALS = frozenset(
    "goal winner equaliser equalizer opener penalty header try hat-trick volley".split()
)
PRIZES = frozenset(
    "prize award medal title trophy cup honour honor oscar contract order seat role best".split()
)
NAMING = frozenset("name vote crown judge declare".split())
WINNING = frozenset("win take receive get claim scoop collect land".split())
PRIZED = frozenset(["take", "claim", "receive", "go", "give", "hand"])
KINDS = frozenset(["compound", "amod", "nmod", "nummod", "poss"])
BUILT = ("factory", "plant", "station", "centre", "center", "office", "base")
# Whose author may be told by a noun: "a night guard", "her late father".
NOUN_TOLD = frozenset(
    "dedicate discover write expose alarm attack drive film give found invent design order "
    "organise oppose rescue sign propose identify own leak steal request overpower claim veto "
    "host restore present pay complain conduct".split()
)
# What is done is told by the act alone.
ABOUT = {"dedicate": ["dedication"], "oppose": ["vote"]}
AUTHORITY, TROUBLE = "authority", "trouble"
AUTHORITIES = frozenset(
    "police officer inspector inspectorate regulator authority coastguard service 999 911 112 "
    "brigade firefighter ambulance watchdog council detective ranger ministry bureau agency".split()
)
# What is reported to those in charge; a loss or a profit is to others.
TROUBLES = frozenset(
    "fire blaze smoke smell leak gas theft robbery burglary break-in crime assault gap incident "
    "intruder crash accident crack".split()
)
ANYONE = frozenset("one man woman person first people boy girl hero somebody".split())
# Bodies that act as one.
COLLECTIVE = frozenset(
    "committee board jury council government ministry court police union company club federation "
    "association party parliament senate army navy church university family crew".split()
)
# They tell nothing of who is in them: "a gang of hackers".
GROUPS = frozenset("gang group team band pair couple trio number bunch member people".split())
PERFORMED = frozenset("gig concert recital performance show".split())


@cache
def authors() -> dict[str, list[dict[str, str]]]:
    """Return the rows of acts by the first word of the verb."""
    table: dict[str, list[dict[str, str]]] = {}
    for row in read_cues("fact_authors"):
        table.setdefault(row["word"].split()[0], []).append(row)
    return table


def naming(context: Context) -> Iterator[Statement]:
    """Yield authors."""
    for token, lemma in zip(context.tokens, context.lemmas, strict=True):
        if lemma in authors() and token.pos_ in VERBS:
            for row in authors()[lemma]:
                if told_so(context, token, row["word"]):
                    yield from authored(context, token, row)
    for token in context.where(["best"]):
        yield from awarded(context, token)


def told_so(context: Context, verb: Token, phrase: str) -> bool:
    """Tell whether a verb stands with the words of a phrase, in the passive too: "alarm raised"."""
    if not stands(context, phrase):
        return False
    if is_told(verb, phrase):
        return True
    last = phrase.split()[-1]
    passive = (c.lower_ for c in verb.children if c.dep_ == "nsubjpass")
    return (" the " in phrase and last in passive) or stands_before(verb, phrase)


def stands_before(verb: Token, phrase: str) -> bool:
    """Tell whether a sentence begins with the preposition of a phrase: "Behind it stands X"."""
    last = phrase.split()[-1]
    return " " in phrase and any(
        c.dep_ == "prep" and c.lower_ == last and c.is_sent_start for c in verb.children
    )


def authored(context: Context, verb: Token, row: dict[str, str]) -> Iterator[Statement]:
    """Yield who did what a verb tells, one statement a name."""
    thing = thing_done(verb, row)
    if thing is None or firmness(context, verb) != SO:
        return
    about = [*ABOUT.get(row["act"], ())] or key_of(referred(context, thing) or thing)
    if row["thing"] == "state":
        about = ["it"]
    about += [c.lemma_.lower() for c in (*verb.children, *thing.children) if is_infinitive(c)]
    if row["thing"] == TROUBLE:
        about = ["police"] if thing.lemma_.lower() in TROUBLES else []
    if row["thing"] == AUTHORITY:
        about = ["police"] if thing.lemma_.lower() in AUTHORITIES else []
    if row["act"] == "win" and verb.lemma_ in PRIZED and not PRIZES & set(about):
        return
    if row["act"] == "score" and not GOALS & set(about):
        return  # a ship that hits the quay scores nothing
    for who in doers(verb, row) if about else ():
        if who not in thing.subtree or who in verb.subtree:
            yield from authors_at(context, who, verb, row["act"], about)


def thing_of_phrase(verb: Token, noun: Token) -> Token:
    """Return what a phrase with a noun of its own is about: "footed the bill for the boat"."""
    links = [c for side in (noun, verb) for c in side.children if c.lower_ in {"for", "of", "at"}]
    return next((c for link in links for c in link.children if c.dep_ == "pobj"), noun)


def is_infinitive(clause: Token) -> bool:
    """Tell whether a clause says what is to be done: "ordered them to leave"."""
    return clause.dep_ in {"xcomp", "ccomp", "acl"} and any(c.tag_ == "TO" for c in clause.lefts)


def thing_done(verb: Token, row: dict[str, str]) -> Token | None:
    """Return what an act is done to."""
    if row["thing"] in {"act", "vote", "state"}:
        return done_for(verb)
    if row["thing"] in {"subject", "belong"}:
        return clause_subject(verb)
    last = row["word"].split()[-1]
    links = [c for c in verb.children if c.lower_ == last and " " in row["word"]]
    linked = next((c for link in links for c in link.children if c.dep_ == "pobj"), None)
    called = [c for c in verb.children if c.dep_ == "npadvmod" and c.lower_ in AUTHORITIES]
    if row["thing"] == AUTHORITY and called:
        return called[0]
    if linked is not None and (row["thing"] == AUTHORITY or stands_before(verb, row["word"])):
        return linked
    thing = object_of(verb)
    if thing is not None and thing.lower_ in row["word"].split():
        return thing_of_phrase(verb, thing)
    if verb.dep_ == "acl" or thing is not None and thing.tag_ in {"WDT", "WP"}:
        return verb.head if thing is None or verb.dep_ == "relcl" else thing
    opening = clause_subject(verb) if verb.dep_ == "advcl" and verb.tag_ == "VBN" else None
    return thing or linked or opening


def authors_at(
    context: Context, who: Token, word: Token, act: str, about: list[str]
) -> Iterator[Statement]:
    """Yield the statement of a word for an author: a name, or a noun for people or a body."""
    mention = mention_at(context, who)
    called = next((c for c in who.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
    if (mention is None or mention.form == "nominal") and called is not None:
        mention = mention_at(context, called)
    if mention is not None and mention.form != "nominal":
        yield slot(context, mention, word, act, about, who)
    elif (
        (act in NOUN_TOLD or who.lemma_ in COLLECTIVE)
        and who.pos_ == "NOUN"
        and who.dep_ in {"pobj", "nsubj", "attr", "dobj"}
    ):
        yield told_by_noun(context, who, word, act, about)


def awarded(context: Context, best: Token) -> Iterator[Statement]:
    """Yield who is the best of a kind: "Best actor was X", "X was named best actor"."""
    title = best.head
    if best.dep_ != "amod" or title.pos_ not in NOUNS or title.head == title:
        return
    who = titled(title)
    mention = mention_at(context, who)
    verb = title.head if title.head.pos_ in VERBS else clause_verb(title)
    if mention is None or mention.form == "nominal" or verb is None:
        return
    if firmness(context, verb) == SO:
        yield slot(context, mention, verb, "win", key_of(title), who)


def titled(title: Token) -> Token | None:
    """Return who is given a title: is it, is named it, or wins a prize for it."""
    above = title.head
    if above.lemma_ == "be" and title.dep_ in {"nsubj", "attr"}:
        sides = [c for c in above.children if c.dep_ in {"nsubj", "attr"} and c != title]
        return next(iter(sides), None)
    if above.lemma_ in NAMING and title.dep_ in {"oprd", "attr", "dobj"}:
        return object_of(above) if title.dep_ == "oprd" else clause_subject(above)
    if title.dep_ == "pobj" and above.lower_ == "for":
        given = above.head if above.head.pos_ == "VERB" else above.head.head
        prize = any(c.dep_ == "dobj" and c.lemma_ in PRIZES for c in given.children)
        passive = any(c.dep_ == "nsubjpass" for c in given.children)
        if prize and (passive or given.lemma_ in WINNING):
            return clause_subject(given)
    return None


def done_for(verb: Token) -> Token:
    """Return what an act is of: "a round in which X took the lead", "X took the helm of the ship"."""
    if verb.dep_ == "relcl" and verb.head.pos_ in NOUNS and verb.head != clause_subject(verb):
        above = verb.head
        while above.dep_ == "pobj" and above.head.lower_ == "of" and above.head.head.pos_ in NOUNS:
            above = above.head.head
        return above
    thing = object_of(verb)
    links = [c for c in thing.children if c.dep_ == "prep"] if thing is not None else []
    of = [c for link in links for c in link.children if c.dep_ == "pobj"]
    return of[0] if of else verb


def sides(noun: Token) -> list[Token]:
    """Return what "be" sets beside a noun: "the finder was X", "X was the finder"."""
    return [c for c in noun.head.children if c.dep_ in {"nsubj", "attr"} and c != noun]


def meant(who: Token, verb: Token) -> Token:
    """Return who is meant by "it was X who", "the one who" or "the first to"."""
    root = who.sent.root
    pointed = [c for c in root.children if c.dep_ == "attr" and who in c.subtree]
    if (
        who == verb.head
        and pointed
        and root.lemma_ == "be"
        and any(c.lower_ == "it" for c in root.lefts)
    ):
        return pointed[0]
    if who.head.lemma_ not in {"be", "become"} or who.lemma_.lower() not in ANYONE:
        return who
    return next((c for c in sides(who) if c.lower_ not in {"it", "that", "this"}), who)


def doers(verb: Token, row: dict[str, str]) -> list[Token]:
    """Return the words for who does something: subject, "by X", or "to X" of what is given."""
    links = {"by"}
    if row["act"] in {"win", "dedicate"} and verb.lemma_ in GIVEN | {"dedicate"}:
        links = {"to"}
    elif row["act"] == "name":
        links = {"after"}
    elif row["thing"] == "belong":
        links = {"to"}
    found = [
        c
        for child in verb.children
        if child.dep_ in {"prep", "agent", "dative"} and child.lower_ in links
        for c in child.children
        if c.dep_ == "pobj"
    ]
    passive = any(c.dep_ == "nsubjpass" for c in verb.children) or verb.dep_ == "acl"
    if row["act"] in {"win", "dedicate", "name"} and verb.lemma_ in GIVEN | {"dedicate", "name"}:
        found += [c for c in verb.children if c.dep_ == "dative" and c.pos_ in NOUNS]
    elif stands_before(verb, row["word"]):
        found = [c for c in verb.rights if c.dep_ in {"nsubj", "dobj", "attr"}]
    elif not found and not passive and links == {"by"}:
        subject = credited(verb) or clause_subject(verb)
        found = [] if subject is None else [meant(subject, verb)]
    return found + [c for who in found for c in who.children if c.dep_ == "conj"]


def credited(verb: Token) -> Token | None:
    """Return who did what somebody is thanked or blamed for: "credited X with raising the alarm"."""
    link = verb.head
    if verb.dep_ != "pcomp" or link.lower_ not in {"with", "for", "of"}:
        return None
    above = link.head
    return next((c for c in above.children if c.dep_ in {"dobj", "nsubjpass"}), None)


def key_of(thing: Token) -> list[str]:
    """Return the words for a thing: its noun, what describes it and what it is of or for."""
    words = [common(thing) if thing.pos_ in {"NOUN", "VERB"} else thing.lower_]
    for child in (*thing.lefts, *thing.rights):
        hyphened = child.i + 1 < len(child.doc) and child.nbor().text == "-"
        if child.dep_ in KINDS or child.lower_ == "another":
            words += [child.lower_] * (not hyphened)
        elif child.dep_ == "prep" and child.lower_ in {"of", "for"}:
            words += [w for c in child.children if c.dep_ == "pobj" for w in key_of(c)]
        elif child.dep_ == "appos" and child.pos_ == "PROPN":
            words += key_of(child)
    return words


def common(noun: Token) -> str:
    """Return the lemma of a noun, of "gigafactory" that of "factory", of "gig" that of "show"."""
    lemma = noun.lemma_.lower()
    if noun.lower_ == "works":
        return "works"  # a factory, not what is done
    if lemma in PERFORMED:
        return "show"
    return next((word for word in BUILT if lemma.endswith(word)), lemma)


def told_by_noun(
    context: Context, who: Token, verb: Token, matter: str, about: list[str]
) -> Statement:
    """Return the statement of an author whom a noun tells: "dedicated to her grandmother"."""
    span = context.doc[who.left_edge.i : end_of_phrase(who)]
    links = [c for c in who.children if c.lower_ == "of" and who.lemma_ in GROUPS]
    noun = next((c for link in links for c in link.children), who).lemma_.lower()
    return Statement(
        span.start_char, span.end_char, matter, noun, "words", AUTHOR,
        noun=noun,
        earlier=time_of(context, verb, matter),
        around=" ".join(dict.fromkeys(about)),
    )  # fmt: skip


def slot(
    context: Context, mention: Mention, word: Token, matter: str, about: list[str], who: Token
) -> Statement:
    """Return the statement of an author whom a name tells, and the noun before the name."""
    span = context.doc[mention.first : mention.last]
    return Statement(
        span.start_char, span.end_char, matter, span.text, "words", AUTHOR,
        named=context.end_of(mention),
        noun=who.lemma_.lower() if who.pos_ == "NOUN" else "",
        earlier=time_of(context, word, matter),
        around=" ".join(dict.fromkeys(about)),
    )  # fmt: skip


def time_of(context: Context, word: Token, act: str) -> str:
    """Return the words for another time; a vote against is no comparison."""
    return "" if act == "oppose" else earlier_time(context, context.doc[word.i : word.i + 1])
