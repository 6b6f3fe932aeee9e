"""Read who did what only one can have done, and in which place a thing or an act is.

The acts that have one author are data (`lexicons/fact_authors.csv`). A place stands after "in",
"at", "near" or "to"; what it is asked of is the noun or the verb that governs it.
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
    Mention,
    Statement,
    clause_subject,
    clause_verb,
    mention_at,
)
from helpers.fact_cues import earlier_time
from helpers.fact_outcomes import is_told, object_of
from helpers.fact_phrases import PERSON, is_of, things
from helpers.fact_polarity import OPEN, SO, firmness
from helpers.fact_posts import end_of_phrase
from helpers.fact_slots import class_of

if TYPE_CHECKING:
    from spacy.tokens import Token

AUTHOR, PLACE = "author", "place"
INSIDE = {"in": "in", "at": "in", "near": "in", "outside": "in", "to": "to", "into": "to"}
SETTLEMENTS = frozenset("village town city port suburb district resort hamlet".split())
# What is given to its author, and that author stands after "to".
GIVEN = frozenset(["go", "award", "give", "hand"])
PRIZES = frozenset(
    "prize award medal title trophy cup honour honor oscar contract order seat role best".split()
)
NAMING = frozenset("name vote crown judge declare".split())
WINNING = frozenset("win take receive get claim scoop collect land".split())
PRIZED = frozenset(["take", "claim", "receive", "go", "give", "hand"])
DIRECTIONS = frozenset(
    "northern southern eastern western central northeastern northwestern southeastern "
    "southwestern north south east west".split()
)
KINDS = frozenset(["compound", "amod", "nmod", "nummod", "poss"])
MOST_STEPS = 4
MOST_PARTS = 6
# Verbs that only say where something is: the place is asked of their subject or object.
STANDING = frozenset(
    "build construct open stand locate base site hold take stage host happen occur place be stay "
    "remain play perform give do".split()
)
# Of these a person can be said too: then they say where somebody is.
LIGHT = frozenset("be stay remain play perform give do".split())
MOVING = frozenset("move transfer relocate shift switch".split())
BUILT = ("factory", "plant", "station", "centre", "center", "office", "base")
MADE = frozenset(["output", "manufacturing", "manufacture"])
# Whose author may be told by a noun: "a night guard", "her late father".
NOUN_TOLD = frozenset(
    "dedicate discover write expose alarm attack drive film give found invent design".split()
)
# Bodies that act as one.
COLLECTIVE = frozenset(
    "committee board jury council government ministry court police union company club federation "
    "association party parliament senate army navy church university family crew".split()
)
SOME = frozenset("most some many all part half several both".split())
# "Made in Kelmar" and "born in Kelmar" say where; "make" and "bear" alone do not.
MADE_THERE = {"make": "make", "bear": "birth"}
# Where somebody speaks or is says nothing of what is spoken of.
UNPLACED = frozenset("say tell speak have make call ask live work bear grow see".split())
VENUE = "venue"
PERFORMED = frozenset("gig concert recital performance show".split())


@cache
def authors() -> dict[str, list[dict[str, str]]]:
    """Return the rows of acts by the first word of the verb."""
    table: dict[str, list[dict[str, str]]] = {}
    for row in read_cues("fact_authors"):
        table.setdefault(row["word"].split()[0], []).append(row)
    return table


def naming(context: Context) -> Iterator[Statement]:
    """Yield authors and places."""
    for token, lemma in zip(context.tokens, context.lemmas, strict=True):
        if lemma in authors() and token.pos_ == "VERB":
            for row in authors()[lemma]:
                if is_told(token, row["word"]):
                    yield from authored(context, token, row)
    for token in context.where(["best"]):
        yield from awarded(context, token)
    named = {i for mention in context.names for i in range(mention.first, mention.last)}
    for mention in context.names:
        yield from placed(context, mention.first, mention.last, mention)
    for token in context.where(venues()):
        if token.i not in named and token.dep_ == "pobj":
            yield from placed(context, token.left_edge.i, token.i + 1, None)


def authored(context: Context, verb: Token, row: dict[str, str]) -> Iterator[Statement]:
    """Yield who did what a verb tells, one statement a name."""
    thing = clause_subject(verb) if row["thing"] == "subject" else object_of(verb)
    if thing is None and verb.dep_ == "acl":
        thing = verb.head
    if row["thing"] == "act":
        thing = done_for(verb)
    if thing is None and " " in row["word"]:
        links = [c for c in verb.children if c.lower_ == row["word"].split()[-1]]
        thing = next((c for link in links for c in link.children if c.dep_ == "pobj"), None)
    if thing is None or firmness(context, verb) != SO:
        return
    about = ["dedication"] if row["act"] == "dedicate" else key_of(thing)
    if row["act"] == "win" and verb.lemma_ in PRIZED and not PRIZES & set(about):
        return
    for who in doers(verb, row):
        mention = mention_at(context, who)
        if who in thing.subtree and who not in verb.subtree:
            continue
        called = next((c for c in who.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
        if (mention is None or mention.form == "nominal") and called is not None:
            mention = mention_at(context, called)
        if mention is not None and mention.form != "nominal":
            yield slot(context, mention, verb, row["act"], about, who)
        elif (
            (row["act"] in NOUN_TOLD or who.lemma_ in COLLECTIVE)
            and who.pos_ == "NOUN"
            and who.dep_ in {"pobj", "nsubj", "attr"}
        ):
            yield told_by_noun(context, who, verb, row["act"], about)


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


def doers(verb: Token, row: dict[str, str]) -> list[Token]:
    """Return the words for who does something: subject, "by X", or "to X" of what is given."""
    links = {"by"}
    if row["act"] in {"win", "dedicate"} and verb.lemma_ in GIVEN | {"dedicate"}:
        links = {"to"}
    elif row["act"] == "name":
        links = {"after"}
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
    elif not found and not passive:
        subject = clause_subject(verb)
        found = [] if subject is None else [subject]
    return found + [c for who in found for c in who.children if c.dep_ == "conj"]


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


@cache
def venues() -> frozenset[str]:
    """Return the nouns for houses and grounds where something takes place."""
    return frozenset(noun for noun, classes in things().items() if VENUE in classes)


def placed(context: Context, first: int, last: int, mention: Mention | None) -> Iterator[Statement]:
    """Yield the place that a name or a noun gives, with the nouns and verbs that govern it."""
    link = link_before(context, first)
    for _ in range(2):
        if link is None:
            return
        above = link.head
        if above == link or above.pos_ not in NOUNS | VERBS:
            return
        verb = above if above.pos_ in VERBS else clause_verb(above)
        firm = SO if verb is None else firmness(context, verb)
        # What stands in a place stands there, whatever is denied of it.
        if firm == OPEN or (firm != SO and above == verb):
            return
        asked = governed(above)
        if asked is not None:
            name, words = asked
            matter = f"{INSIDE[link.lower_]} {name}"
            yield located(context, (first, last), link, matter, words, mention)
        # "held at a house in Porto" tells where somebody was held
        inside = above.dep_ == "pobj" and above.head.lower_ in INSIDE
        link = above.head if inside and above.lemma_.lower() in venues() else None


def link_before(context: Context, first: int) -> Token | None:
    """Return the preposition that a place stands after."""
    doc, at = context.doc, first - 1
    while at > 0 and (doc[at].dep_ == "det" or doc[at].lower_ in DIRECTIONS):
        at -= 1
    if at > 1 and doc[at].lower_ == "of" and doc[at - 1].lemma_ in SETTLEMENTS:
        at -= 2
        at -= doc[at].dep_ in {"det", "amod"} and at > 0
    fits = at > 0 and doc[at].lower_ in INSIDE and doc[at].pos_ == "ADP"
    return doc[at] if fits else None


def governed(above: Token) -> tuple[str, list[str]] | None:
    """Return the noun or verb that a place is asked of, and the words for it."""
    if above.pos_ in NOUNS:
        return class_of(common(above)), key_of(above)
    lemma = above.lemma_.lower()
    thing = object_of(above) or clause_subject(above)
    if lemma == "take":
        thing = clause_subject(above) or thing
    if lemma == "put" and is_told(above, "put name to"):
        linked = [c for c in above.children if c.lower_ == "to"]
        thing = next((c for link in linked for c in link.children), thing)
        lemma = "sign"
    made = lemma in MADE_THERE and above.tag_ == "VBN"
    if thing is not None and (thing.pos_ == "NUM" or thing.lemma_.lower() in SOME):
        links = [c for c in thing.children if c.lower_ == "of"]
        thing = next((c for link in links for c in link.children), thing)
    told = thing is not None and (thing.pos_ in NOUNS or thing.tag_ in {"JJ", "VBN"})
    if not told or (lemma in UNPLACED and not made):
        return None
    if made:
        return MADE_THERE[lemma], list(dict.fromkeys(w for t in whole(thing) for w in key_of(t)))
    if lemma in LIGHT and is_of(thing, thing.lemma_.lower(), PERSON):
        return None
    if lemma in STANDING:
        return class_of(common(thing)), key_of(thing)
    moved = MADE & {thing.lemma_.lower()}
    words = [*key_of(thing), *(["production"] * bool(moved))]
    return ("move" if lemma in MOVING else class_of(lemma)), words


def whole(thing: Token) -> list[Token]:
    """Return a thing and what it is a part or another name of: "the Swan, a jewel of gold made in"."""
    found = [thing]
    for _ in range(MOST_PARTS):
        node = found[-1]
        above = node.head.head if node.dep_ == "pobj" and node.head.lower_ == "of" else node.head
        if node.dep_ not in {"pobj", "appos", "conj"} or above.pos_ not in NOUNS or above == node:
            break
        found.append(above)
    return found


def common(noun: Token) -> str:
    """Return the lemma of a noun, of "gigafactory" that of "factory", of "gig" that of "show"."""
    lemma = noun.lemma_.lower()
    if lemma in PERFORMED:
        return "show"
    return next((word for word in BUILT if lemma.endswith(word)), lemma)


def told_by_noun(
    context: Context, who: Token, verb: Token, matter: str, about: list[str]
) -> Statement:
    """Return the statement of an author whom a noun tells: "dedicated to her grandmother"."""
    span = context.doc[who.left_edge.i : end_of_phrase(who)]
    return Statement(
        span.start_char, span.end_char, matter, who.lemma_.lower(), "words", AUTHOR,
        noun=who.lemma_.lower(),
        earlier=earlier_time(context, context.doc[verb.i : verb.i + 1]),
        around=" ".join(dict.fromkeys(about)),
    )  # fmt: skip


def located(
    context: Context,
    place: tuple[int, int],
    link: Token,
    matter: str,
    about: list[str],
    mention: Mention | None,
) -> Statement:
    """Return the statement of a place that a name or, without one, its last word tells."""
    first = link.i if place[1] - link.i <= MOST_STEPS * 3 else place[0]
    span = context.doc[first : place[1]]
    return Statement(
        span.start_char, span.end_char, matter, span.text, "words", PLACE,
        named=context.end_of(mention),
        noun=span[-1].lemma_.lower() if mention is None else "",
        earlier=earlier_time(context, context.doc[link.i : link.i + 1]),
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
        earlier=earlier_time(context, context.doc[word.i : word.i + 1]),
        around=" ".join(dict.fromkeys(about)),
    )  # fmt: skip
