"""Find pictures by their grammar: "an angry river", "the patience of a saint", "a gem of a film"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from helpers import cues
from helpers.hype_rules import places
from helpers.hype_rules.constructions import Construction
from helpers.lexicons import read_classes

if TYPE_CHECKING:
    from spacy.tokens import Token

    from helpers.language import ParsedBlock

Rule = Callable[["Token"], Construction | None]

ARTICLES = frozenset({"a", "an"})
BEFORE_MARVELS = frozenset("a an this that such one".split())
# "The next Mozart", "a modern-day Robin Hood".
SUCCESSION = frozenset("next new another modern modern-day latter-day day".split())
# "Is a", "serves as the": what links a thing to its picture.
LINKS = frozenset({"be", "become", "remain", "serve", "act"})
ROLES = frozenset({"serve", "act"})
# Words behind the link in which its picture stands.
REACH = 8
# "A religion of peace", "a circus for children" may be so.
FIELDS = frozenset({"for", "of", "on", "that"})
DENIALS = frozenset({"not", "n't", "never", "no"})
# What may be a picture of something shown before: "it is a maze".
STANDING_IN = frozenset({"it", "this", "that", "there", "these", "those", "which"})
PREDICATES = frozenset({"attr", "oprd"})
BODY = (
    "faced hearted eyed tongued headed blooded fisted handed footed nosed skinned willed mouthed"
    " fingered limbed lipped jawed spirited throated bellied"
)
# With these before it a part of the body is described: "blue-eyed", "left-handed".
PLAIN_PARTS = frozenset(
    "red blue green brown black white grey gray pink yellow dark fair pale left right one two three"
    " four single double open cold warm bare empty clean bald curly level even light heavy able long"
    " short thick thin high low wide narrow flat round square under over back"
    " many multi same".split()
)


def images(parsed: ParsedBlock) -> Iterator[Construction]:
    """Yield what is drawn in a block as alive, as one of a famous kind, or as a part of a body."""
    for token, rule in places.ruled(parsed.doc, *rules()):
        found = rule(token)
        if found is not None:
            yield found


@cache
def rules() -> tuple[dict[int, Rule], dict[int, Rule]]:
    """Return the rule that each word opens, and each lemma."""
    by_word = [(frozenset({"of"}), likened), (uses("part"), bodily)]
    by_word += [(uses("paragon"), paragon), (uses("mood"), moody)]
    by_lemma = [(uses("living"), enlivened), (LINKS, called)]
    return tuple(
        {key: rule for words, rule in listed for key in places.keys(words)}
        for listed in (by_word, by_lemma)
    )


@cache
def uses(use: str) -> frozenset[str]:
    """Return the words of one use."""
    return frozenset(BODY.split()) if use == "part" else cues.words("figure_words", "use", use)


def moody(mood: Token) -> Construction | None:
    """Return a thing with the mood of somebody: "the merciless sea"."""
    noun = mood.head
    if mood.dep_ not in {"amod", "compound"} or noun.i <= mood.i or noun.i - mood.i > 2:
        return None
    # "The angry River Severn" is a river.
    kinds = {noun.lower_, *(c.lower_ for c in noun.lefts if c.dep_ == "compound" and c.i > mood.i)}
    if kinds.isdisjoint(uses("inanimate")):
        return None
    return picture(mood, noun, "personified")


def enlivened(verb: Token) -> Construction | None:
    """Return what a thing does as if it lived: "prices bite", "the wall of water swallowed"."""
    if verb.pos_ != "VERB":
        return None
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ not in uses("inanimate"):
        return None
    return picture(verb, verb, "enlivened")


def called(verb: Token) -> Construction | None:
    """Return what a thing is said to be and is not: "data is the fuel of the industry"."""
    if last_words().isdisjoint(t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 1 + REACH]):
        return None
    if any(child.lower_ in DENIALS for child in verb.children):
        return None
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if subject is None:
        return None
    for child in verb.rights:
        named = next(child.children, None) if is_role(child) else child
        if named is None or child.dep_ != "attr" and not is_role(child):
            continue
        if (first := drawn(named, subject)) is not None:
            return picture(first, named, "called")
    return None


@cache
def pictures() -> tuple[frozenset[str], frozenset[str]]:
    """Return the pictures of one word, and those of two."""
    spectacles = frozenset(read_classes()["spectacle"])
    singles = uses("picture") | {word for word in spectacles if " " not in word}
    pairs = uses("pair") | {word for word in spectacles if word.count(" ") == 1}
    return singles - uses("literal"), pairs - uses("literal")


@cache
def last_words() -> frozenset[str]:
    """Return the nouns that a picture ends with."""
    singles, pairs = pictures()
    return singles | {pair.split()[-1] for pair in pairs}


def drawn(noun: Token, subject: Token) -> Token | None:
    """Return the first word of the picture that `noun` draws of `subject`, or None.

    What "it" is may be so; what it is called in two words, or after a spectacle, is not.
    """
    singles, pairs = pictures()
    before = noun.doc[noun.i - 1]
    if f"{before.lower_} {noun.lower_}" in pairs:
        return before
    if noun.pos_ != "NOUN" or noun.lower_ not in singles or not is_lone(noun):
        return None
    if noun.lower_ in read_classes()["spectacle"]:
        return None if followed(noun) in FIELDS else noun
    plain = subject.lower_ in STANDING_IN or subject.lower_ in uses("inanimate")
    return None if plain else noun


def followed(noun: Token) -> str:
    """Return the word behind a noun, in lower case."""
    return noun.nbor(1).lower_ if noun.i + 1 < len(noun.doc) else ""


def is_role(word: Token) -> bool:
    """Tell whether a word brings what something serves as."""
    return word.lower_ == "as" and word.head.lemma_ in ROLES


def is_lone(noun: Token) -> bool:
    """Tell whether no noun before it says what kind it is: "the engine", not "the jet engine"."""
    return not any(child.dep_ == "compound" for child in noun.lefts)


def likened(of: Token) -> Construction | None:
    """Return "the patience of a saint", "a gem of a film" or "the Rolls-Royce of kettles"."""
    doc = of.doc
    if of.i < 2 or of.i + 2 >= len(doc):
        return None
    before, after, named = doc[of.i - 1], doc[of.i + 1], doc[of.i + 2]
    if after.lower_ in ARTICLES:
        if before.lemma_ in uses("quality") and named.lower_ in uses("exemplar"):
            return picture(before, named, "likened")
        if is_marvel(before) and named.pos_ in {"NOUN", "ADJ"}:
            return picture(before, named, "marvel")
    elif before.lower_ in uses("mass") and after.lower_ in uses("stuff"):
        return picture(before, after, "heap")
    elif before.lower_ in uses("paragon") and before.is_title and article(before) == "the":
        return picture(before, after, "paragon")
    return None


def is_marvel(noun: Token) -> bool:
    """Tell whether a noun is a marvel or a name with an article: "a gem", "a Ferrari"."""
    named = noun.pos_ == "PROPN" and noun.is_title
    return (named or noun.lower_ in uses("marvel")) and article(noun) in BEFORE_MARVELS


def article(noun: Token) -> str:
    """Return the article of a noun, "" if it has none."""
    return next((child.lower_ for child in noun.lefts if child.dep_ in {"det", "predet"}), "")


def paragon(name: Token) -> Construction | None:
    """Return a famous name that stands for its kind: "that was our Titanic", "the next Mozart"."""
    after = name.nbor(1) if name.i + 1 < name.sent.end else None
    if not name.is_title or after is not None and after.pos_ in {"NOUN", "PROPN"}:
        return None
    before = [child for child in name.lefts if child.dep_ in {"poss", "amod", "compound"}]
    owned = name.dep_ in PREDICATES and any(child.dep_ == "poss" for child in before)
    succeeds = any(child.lower_ in SUCCESSION for child in before)
    if not owned and not succeeds:
        return None
    return picture(before[0].left_edge, name, "paragon")


def bodily(part: Token) -> Construction | None:
    """Return a person told by a part of the body: "eagle-eyed", not "blue-eyed"; in company."""
    if part.i - 2 < part.sent.start or part.nbor(-1).text != "-":
        return None
    first = part.nbor(-2)
    if first.lower_ in PLAIN_PARTS or not first.is_alpha:
        return None
    span = part.doc[first.i : part.i + 1]
    return Construction(
        span.start_char, span.end_char, "bodily", "praise", span.text.lower(), span
    )  # fmt: skip


def picture(first: Token, last: Token, name: str) -> Construction:
    """Return the construction from one token to another."""
    span = first.doc[first.i : last.i + 1]
    return Construction(span.start_char, span.end_char, name, "metaphor", span.text.lower())
