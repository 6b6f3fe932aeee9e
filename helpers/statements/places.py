"""Read in which place a thing is, or something is done or happens.

A place is a name, or a noun of a site (`lexicons/fact_sites.csv`), after a preposition. What it is
asked of is the noun or the verb that governs it; verbs of one kind of scene, of what was found or
of who was arrested, ask one question (`lexicons/fact_scenes.csv`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from helpers.cues import read_cues
from helpers.statements.context import (
    NOUNS,
    SUBJECTS,
    VERBS,
    Context,
    Mention,
    Statement,
    clause_subject,
    clause_verb,
)
from helpers.statements.cues import earlier_time
from helpers.statements.naming import common, key_of
from helpers.statements.outcomes import YEAR, is_told, object_of
from helpers.statements.phrases import PERSON, is_of, referred
from helpers.statements.polarity import OPEN, SO, firmness
from helpers.statements.slots import class_of

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACE = "place"
INSIDE = {link: "in" for link in ("in", "at", "near", "outside")}
INSIDE |= {"to": "to", "into": "to"}
# Before the noun of a site these say where, too; before a name they say much else.
BEFORE_SITES = {
    link: "in"
    for link in "inside within on behind under underneath beneath below above aboard off beside "
    "along across over beyond through around".split()
}
BEFORE_SITES |= {"from": "from", "onto": "to"}
LINKS = INSIDE | BEFORE_SITES
DIRECTIONS = frozenset(
    "northern southern eastern western central northeastern northwestern southeastern "
    "southwestern north south east west".split()
)
# What a place is only a part of, or the name of: "the foot of the cliff", "the town of Kelmar".
ENDS = frozenset(
    "foot edge outskirts bottom top back front middle heart floor side end corner shore bank "
    "steps depths vicinity outside part area region village town city port suburb district resort "
    "hamlet".split()
)
VENUES = frozenset("venue location setting site home".split())
HOSTING = frozenset(["host", "stage", "house"])
MOST_STEPS = 4
MOST_PARTS = 6
# Verbs that only say where something is: the place is asked of their subject or object.
STANDING = frozenset(
    "build construct open stand locate base site hold take stage host happen occur place be stay "
    "remain play perform give do".split()
)
# Of these a person can be said too: then they say where somebody is.
LIGHT = frozenset("be stay remain play perform give do".split())
MADE = frozenset(["output", "manufacturing", "manufacture"])
SOME = frozenset("most some many all part half several both".split())
# "Made in Kelmar" and "born in Kelmar" say where; "make" and "bear" alone do not.
MADE_THERE = {"make": "make", "bear": "birth"}
# Where somebody speaks or is says nothing of what is spoken of.
UNPLACED = frozenset("say tell speak have make call ask live work bear grow see".split())
# What is chosen is asked of what it is for; a spot is asked of what is told to have happened there.
CHOOSE, STAND = "choose", "stand"
SPOTS = frozenset("spot place site scene point".split())
ASIDE = frozenset(["advcl", "acl"])


@cache
def sites() -> dict[str, dict[str, str]]:
    """Return for each noun of a site its level (venue, part of one, ground...), its kind, and the
    kinds of venues that it may lie in.
    """
    return {row["noun"]: row for row in read_cues("fact_sites")}


@cache
def scenes(pos: str) -> dict[str, list[tuple[str, str]]]:
    """Return by its first word each verb, with its particle, or noun and the scene it is of."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in read_cues("fact_scenes"):
        if row["pos"] == pos:
            found.setdefault(row["word"].split()[0], []).append((row["word"], row["scene"]))
    return {word: sorted(rows, key=lambda row: -len(row[0])) for word, rows in found.items()}


def scene_of(verb: Token) -> tuple[str, str]:
    """Return the phrase and the kind of scene that a verb tells, "" if none; the longest phrase."""
    known = scenes("verb").get(verb.lemma_.lower(), ())
    return next((row for row in known if is_told(verb, row[0])), ("", ""))


def places(context: Context) -> Iterator[Statement]:
    """Yield the places of a block."""
    named = {i for mention in context.names for i in range(mention.first, mention.last)}
    for mention in context.names:
        yield from placed(context, mention.first, mention.last, mention)
        yield from hosting(context, mention)
    for token in context.where(["where", "which"]):
        yield from where(context, token)
    told = set(context.lemmas) & sites().keys()
    for token, lemma in zip(context.tokens, context.lemmas, strict=True) if told else ():
        if lemma in told and token.dep_ == "pobj" and token.i not in named:
            yield from placed(context, token.left_edge.i, token.i + 1, None)


def placed(context: Context, first: int, last: int, mention: Mention | None) -> Iterator[Statement]:
    """Yield the place that a name or a noun gives, with the nouns and verbs that govern it."""
    bare = mention is not None and end_of_site(context, last) == last
    link = link_before(context, first, bare=bare)
    for _ in range(MOST_STEPS):
        if link is None:
            return
        above = link.head
        if above == link or above.pos_ not in NOUNS | VERBS:
            return
        for asked in governors_of(context, link, above):
            matter, words = asked
            yield located(context, (first, last), link, matter, words, mention)
        # "held at a house in Porto" tells where somebody was held
        inside = above.dep_ == "pobj" and above.head.lower_ in LINKS
        link = above.head if inside and above.lemma_.lower() in sites() else None


def hosting(context: Context, mention: Mention) -> Iterator[Statement]:
    """Yield what a place is said to host, or to be the venue of."""
    name = context.tokens[mention.last - 1]
    verb, side = name.head, {"nsubj", "attr"}
    thing = None
    if name.dep_ == "nsubj" and verb.lemma_ in HOSTING:
        thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    elif name.dep_ in side and verb.lemma_ == "be":
        nouns = [c for c in verb.children if c.dep_ in side and c.lemma_ in VENUES]
        links = [c for noun in nouns for c in noun.children if c.lower_ in {"of", "for"}]
        thing = next((c for link in links for c in link.children if c.dep_ == "pobj"), None)
    if thing is not None and firmness(context, verb) == SO:
        place = mention.first, mention.last
        yield located(context, place, name, f"in {matter_of(thing)}", key_of(thing), mention)


def where(context: Context, token: Token) -> Iterator[Statement]:
    """Yield the site of which a clause tells what happens there: "the barn where it was hidden"."""
    verb = token.head if token.dep_ != "pobj" else token.head.head
    site = verb.head
    fits = token.dep_ != "pobj" or token.head.lower_ in INSIDE
    known = site.lemma_.lower() in sites() and site.pos_ == "NOUN" and verb.pos_ in VERBS
    if not (fits and known and verb.dep_ == "relcl" and firmness(context, verb) == SO):
        return
    asked = governed(context, verb) if scene_of(verb)[1] or verb.lemma_ in STANDING else None
    if asked is not None:
        place = site.left_edge.i, site.i + 1
        yield located(context, place, site, f"in {asked[0]}", asked[1], None)


def governors_of(context: Context, link: Token, above: Token) -> Iterator[tuple[str, list[str]]]:
    """Yield what a place after a link is asked of: a matter and the words for its thing."""
    verb = above if above.pos_ in VERBS else clause_verb(above)
    firm = SO if verb is None else firmness(context, verb)
    # What stands in a place stands there, whatever is denied of it.
    if firm == OPEN or (firm != SO and above == verb):
        return
    inside = LINKS[link.lower_]
    told = governed(context, above)
    if told is not None:
        yield f"{inside} {told[0]}", told[1]
    scene = verb if above == verb or of_scene(above, verb) else None
    scene = spot(scene) or pointed(scene, link) or scene
    while scene is not None and not scene_of(scene)[1] and scene.dep_ in ASIDE:
        scene = scene.head if scene.head.pos_ in VERBS else None
    if scene is not None and scene_of(scene)[1] and (scene != above or told is None):
        again = governed(context, scene)
        if again is not None:
            yield f"{inside} {again[0]}", again[1]


def spot(verb: Token | None) -> Token | None:
    """Return the verb of what happened at a spot: "flowers lay outside the bank where he died"."""
    links = [c for c in verb.children if c.dep_ == "prep"] if verb is not None else []
    spots = [c for link in links for c in link.children if c.lemma_ in SPOTS]
    return next((c for noun in spots for c in noun.children if c.dep_ == "relcl"), None)


def pointed(verb: Token | None, link: Token) -> Token | None:
    """Return the verb of "it was in a barn that they found it"."""
    if verb is None or verb.lemma_ != "be" or not any(c.lower_ == "it" for c in verb.lefts):
        return None
    after = [c for c in (*verb.children, *link.subtree) if c.i > link.i]
    return next((c for c in after if c.dep_ in {"ccomp", "relcl", "advcl"}), None)


def of_scene(noun: Token, verb: Token | None) -> bool:
    """Tell whether a place after a noun is where the verb above is done: "hit a van in Kelmar"."""
    if verb is None or noun.i < verb.i:
        return False
    return (noun.dep_ == "dobj" and noun.head == verb) or noun.head.dep_ == "agent"


def link_before(context: Context, first: int, *, bare: bool) -> Token | None:
    """Return the preposition that a place stands after."""
    doc, at = context.tokens, first - 1
    while at > 0 and (doc[at].dep_ == "det" or doc[at].lower_ in DIRECTIONS):
        at -= 1
    if at > 1 and doc[at].lower_ == "of":
        whole = doc[at - 1].lemma_.lower()
        if whole in ENDS or whole in sites():
            at, bare = doc[at - 1].left_edge.i - 1, False
    if at < 1 or doc[at].pos_ != "ADP":
        return None
    return doc[at] if doc[at].lower_ in (INSIDE if bare else LINKS) else None


def governed(context: Context, above: Token) -> tuple[str, list[str]] | None:
    """Return the noun or verb that a place is asked of, and the words for it."""
    if above.pos_ in NOUNS:
        return matter_of(above), key_of(above)
    lemma, (phrase, scene) = above.lemma_.lower(), scene_of(above)
    thing = met_with(above, phrase) or object_of(above) or clause_subject(above)
    if thing is not None and thing.lower_ in phrase.split():
        thing = clause_subject(above)  # "lost her life"
    thing = referred(context, thing) or thing
    if thing is not None and thing.tag_ == "VBN":
        thing = next((c for c in thing.lefts if c.dep_ in SUBJECTS), thing)
    if lemma == "take" and not scene:
        thing = clause_subject(above) or thing
    if lemma == "put" and is_told(above, "put name to"):
        linked = [c for c in above.children if c.lower_ == "to"]
        thing = next((c for link in linked for c in link.children), thing)
        lemma = "sign"
    made = lemma in MADE_THERE and above.tag_ == "VBN"
    if thing is not None and (thing.pos_ == "NUM" or thing.lemma_.lower() in SOME):
        links = [c for c in thing.children if c.lower_ == "of"]
        thing = next((c for link in links for c in link.children), thing)
    if scene == CHOOSE:
        links = [c for site in (above, thing) for c in site.children if c.lower_ == "for"]
        thing = next((c for link in links for c in link.children if c.dep_ == "pobj"), None)
        return None if thing is None else (matter_of(thing), key_of(thing))
    told = thing is not None and (thing.pos_ in NOUNS or thing.tag_ in {"JJ", "VBN"})
    if not told or (lemma in UNPLACED and not made):
        return None
    if made:
        return MADE_THERE[lemma], list(dict.fromkeys(w for t in whole(thing) for w in key_of(t)))
    if lemma in LIGHT and is_of(thing, thing.lemma_.lower(), PERSON):
        return None
    if scene == STAND or (lemma in STANDING and not scene):
        return matter_of(thing), key_of(thing)
    moved = MADE & {thing.lemma_.lower()}
    words = [*key_of(thing), *(["production"] * bool(moved))]
    return scene or class_of(lemma), words


def met_with(verb: Token, phrase: str) -> Token | None:
    """Return what the preposition of a phrase governs: "came upon him"."""
    last = phrase.split()[-1] if " " in phrase else ""
    links = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == last != "from"]
    return next((c for link in links for c in link.children if c.dep_ == "pobj"), None)


def matter_of(noun: Token) -> str:
    """Return what stands for a noun that a place is asked of: its scene, or all that say the same."""
    known = dict(scenes("noun").get(noun.lemma_.lower(), ()))
    return known.get(noun.lemma_.lower()) or class_of(common(noun))


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


def located(
    context: Context,
    place: tuple[int, int],
    link: Token,
    matter: str,
    about: list[str],
    mention: Mention | None,
) -> Statement:
    """Return the statement of a place that a name or, without one, its last word tells."""
    before = link.i < place[0] and place[1] - link.i <= MOST_STEPS * 3
    first = link.i if before else place[0]
    span = context.doc[first : end_of_site(context, place[1])]
    site = span[-1].lemma_.lower()
    return Statement(
        span.start_char, span.end_char, matter, span.text, "words", PLACE,
        named=context.end_of(mention),
        noun=site if mention is None or site in sites() else "",
        earlier=time_of(context, link),
        around=" ".join(dict.fromkeys(about)),
    )  # fmt: skip


def end_of_site(context: Context, last: int) -> int:
    """Return where a place ends of which a name is only the first part: "the Kelmar airfield"."""
    after = context.tokens[last : last + 1]
    return last + any(t.pos_ == "NOUN" and t.lemma_.lower() in sites() for t in after)


def time_of(context: Context, link: Token) -> str:
    """Return the words for another time; the year of a make is none: "the 1954 car was found"."""
    told = earlier_time(context, context.doc[link.i : link.i + 1])
    if not YEAR.fullmatch(told):
        return told
    years = [token for token in link.sent if token.text == told]
    made = [year for year in years if year.head.pos_ in {"NOUN", "PROPN"} and year.i < year.head.i]
    return "" if len(made) == len(years) else told
