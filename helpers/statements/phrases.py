"""Find the phrases that tell how a matter stands, and what each is said of.

A phrase is a run of words or lemmas; "_" in it stands for a few words that only describe: "hand
over _ job" is "hands over the chief executive's job". Which phrases tell what is data
(`lexicons/fact_outcomes.csv`), and of which things some of them are told
(`lexicons/fact_things.csv`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from helpers.cues import read_cues
from helpers.statements.context import NOUNS, SUBJECTS, VERBS, Context, clause_subject, clause_verb
from helpers.statements.cues import cues
from helpers.statements.nouns import common_noun, is_people
from helpers.statements.polarity import MODALS, NOT_SO, OPEN, SO, firmness, is_bounded
from helpers.statements.titles import heads

if TYPE_CHECKING:
    from spacy.tokens import Token

ANY, OFFICE = "_", "@office"
# Words for who leads, besides the names of offices.
LEADERS = frozenset(["boss", "leader", "chief"])
MOST_BETWEEN = 4  # words that "_" stands for
DESCRIBING = frozenset(["DET", "PRON", "ADJ", "NOUN", "PROPN", "NUM", "PART", "ADV"])
ADVERBS = frozenset("now already still also once even just ever since then again".split())
DENIALS = frozenset(
    "no not n't cannot never none nobody nothing without zero neither nor hardly".split()
)
NONE_OF = frozenset(["no", "without", "zero"])
OF_MANY = frozenset(["both", "all", "most", "each", "one"])  # before "of" and those who are meant
SPELLS = frozenset("spell stint period time year month".split())
SOUGHT = frozenset("search look hunt seek wait need want recruit".split())
PERSON = "person"
PERSONAL = frozenset("he she him her they them who i we you".split())
REFERRING = frozenset(["it", "they", "them"])


class Phrase(NamedTuple):
    """A phrase with its row; `told` are the words that have to stand in a text that has it."""

    words: tuple[str, ...]
    told: frozenset[str]
    row: dict[str, str]


@cache
def phrases() -> dict[str, list[Phrase]]:
    """Return the phrases by their longest word, which few texts have."""
    found: dict[str, list[Phrase]] = {}
    for row in read_cues("fact_outcomes"):
        if row["pos"] == "phrase":
            words = tuple(word for word in row["word"].split() if word != "-")
            told = [word for word in words if word not in {ANY, OFFICE}]
            found.setdefault(max(told, key=len), []).append(Phrase(words, frozenset(told), row))
    return found


def possible(context: Context) -> dict[str, list[Phrase]]:
    """Return the phrases all words of which the block has, by their first word, longest first."""
    present = {*context.places, *context.lemmas}
    found: dict[str, list[Phrase]] = {}
    for word in present & phrases().keys():
        for phrase in phrases()[word]:
            if phrase.told <= present:
                found.setdefault(phrase.words[0], []).append(phrase)
    for some in found.values():
        some.sort(key=lambda phrase: (-len(phrase.words), phrase.row["word"], phrase.row["matter"]))
    return found


@cache
def things() -> dict[str, frozenset[str]]:
    """Return for each noun the classes of things that it is of."""
    found: dict[str, set[str]] = {}
    for row in read_cues("fact_things"):
        found.setdefault(row["noun"], set()).add(row["thing"])
    return {noun: frozenset(classes) for noun, classes in found.items()}


def phrase_end(context: Context, first: int, words: tuple[str, ...]) -> int:
    """Return where a phrase that begins at a token ends, 0 if it does not stand there."""
    tokens, lemmas, at, gap = context.tokens, context.lemmas, first + 1, 0
    for word in words[1:]:
        if word == ANY:
            gap = MOST_BETWEEN
            continue
        while at < len(tokens) and not is_word(tokens[at], lemmas[at], word):
            hyphen = tokens[at].text == "-"
            if tokens[at].lower_ in DENIALS or not (hyphen or gap and describes(tokens[at])):
                adverb = not gap and is_adverb(tokens[at])
                if not adverb:
                    return 0
                gap = 1  # a single adverb may stand between two words
            gap -= not hyphen
            at += 1
        if at >= len(tokens):
            return 0
        at, gap = at + 1, 0
    return at


def is_word(token: Token, lemma: str, word: str) -> bool:
    """Tell whether a token is a word of a phrase, or an office where the phrase asks for one."""
    if word == OFFICE:
        return token.lower_ in heads() or token.lower_ in LEADERS
    return word in (token.lower_, lemma)


def is_adverb(token: Token) -> bool:
    """Tell whether a word can stand between any two of a phrase: "is now free", "badly hurt"."""
    return token.lower_ in ADVERBS or (token.pos_ == "ADV" and token.lower_.endswith("ly"))


def describes(token: Token) -> bool:
    """Tell whether a word can stand between a verb and the noun that it governs."""
    return token.pos_ in DESCRIBING or token.tag_ == "VBN"


def told_phrases(context: Context) -> Iterator[tuple[int, int, dict[str, str]]]:
    """Yield first and last token of each phrase with its row; of one matter the longest alone."""
    taken: dict[str, int] = {}
    known = possible(context)
    for token, lemma in zip(context.tokens, context.lemmas, strict=True) if known else ():
        here = known.get(token.lower_, [])
        if lemma != token.lower_ and lemma in known:
            here = [*here, *known[lemma]]
        for words, _, row in here:
            if taken.get(row["matter"], 0) > token.i:
                continue
            last = phrase_end(context, token.i, words)
            if last:
                taken[row["matter"]] = last
                yield token.i, last, row


def node_of(context: Context, first: int, last: int) -> Token | None:
    """Return the verb that a phrase hangs on, or the noun before it that it is said of."""
    inside = context.tokens[first:last]
    verb = next((t for t in inside if t.pos_ in VERBS and t.dep_ not in {"amod", "compound"}), None)
    if verb is not None:
        return verb.head if verb.dep_ in {"aux", "auxpass"} else verb
    node = next((t for t in inside if t.pos_ == "NOUN"), inside[0])
    node = inside[0] if node.dep_ in {"attr", "ROOT"} else node
    while node.head != node and node.pos_ not in VERBS:
        if node.pos_ in {"NOUN", "PROPN"} and node.i < first:
            break
        node = node.head
    return node


def said_of(words: list[Token], node: Token, on: str) -> Token | None:
    """Return what a phrase is said of: the subject of its verb, or an object before it.

    What is done to somebody is said of the name or pronoun that stands in the phrase.
    """
    token, first = words[0], words[0].i
    if node.pos_ not in VERBS:
        return node if node.i < first else None
    if on == "object":
        passive = [c for c in node.children if c.dep_ == "nsubjpass"]
        inside = [t for t in words if t.pos_ in {"PROPN", "PRON"} and t.lower_ != "its"]
        objects = [c for c in node.children if c.dep_ in {"dative", "dobj"}]
        return next(iter(passive + inside[-1:] + objects), None)
    before = [c for c in node.children if c.dep_ == "dobj" and c.i < token.i]
    before += [c for c in token.children if c.dep_ == "nsubj"]
    thing = before[0] if before else clause_subject(node)
    if thing is None and node.dep_ in {"acl", "relcl"}:
        thing = node.head
    return counted(thing)


def counted(thing: Token | None) -> Token | None:
    """Return what a word of number is said of: the arrays in "both of the arrays"."""
    if thing is None or thing.lower_ not in OF_MANY:
        return thing
    links = [c for c in thing.children if c.lower_ == "of"]
    meant = next((c for link in links for c in link.children if c.dep_ == "pobj"), thing)
    return thing if thing.lower_ == "one" and is_people(meant.lemma_.lower()) else meant


def person_of(context: Context, thing: Token | None, node: Token) -> Token | None:
    """Return whom a phrase is said of that is said of people, rather than a thing.

    That is who is appointed, who does what is done ("is run for now by X"), or the subject; of a
    clause that only says until when, that of the clause above: "while the board looks for a chief".
    """
    verb = node if node.pos_ in VERBS else clause_verb(node)
    while verb is not None and is_while(verb):
        verb = verb.head
    if verb is None:
        return thing
    objects = [c for c in verb.children if c.dep_ == "dobj"] if verb.lemma_ in appointing() else []
    agents = [c for by in verb.children if by.dep_ == "agent" for c in by.children]
    for who in (*objects, *agents, named_before_who(context, verb), clause_subject(verb)):
        if who is not None and is_of(who, who.lemma_, PERSON):
            return who
    return thing


def named_before_who(context: Context, verb: Token) -> Token | None:
    """Return the name that "who" stands for: "Ana Lind, once of the navy, who runs it"."""
    who = next((child for child in verb.children if child.lower_ == "who"), None)
    if who is None or context.tokens[who.i - 1].text != "," or verb.head.pos_ == "PROPN":
        return None
    closed = [m for m in context.names if who.sent.start <= m.first and m.last < who.i]
    closed = [m for m in closed if context.tokens[m.last].text == ","]
    return context.tokens[closed[-1].last - 1] if closed else None


@cache
def appointing() -> frozenset[str]:
    """Return the verbs whose object gets an office."""
    rows = cues("verb").items()
    return frozenset(verb for verb, uses in rows if any(row["rule"] == "takes" for row in uses))


def is_while(verb: Token) -> bool:
    """Tell whether a clause says until when something lasts, and of nobody known what he does."""
    marks = {child.lower_ for child in verb.children if child.dep_ in {"mark", "prep"}}
    own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    known = own is not None and (own.pos_ in {"PROPN", "PRON"})
    return verb.dep_ == "advcl" and bool(marks & {"until", "till", "while"}) and not known


@cache
def needs() -> dict[str, str]:
    """Return by matter what two answers to it need besides what they say."""
    return {row["matter"]: row["needs"] for row in read_cues("fact_matters")}


def stance(context: Context, node: Token, first: int, last: int) -> str:
    """Return the polarity of a phrase; what its own words deny is denied in its value."""
    firm = firmness(context, node)
    words = context.tokens[first:last]
    if is_sought(words):
        return OPEN
    inside = any(token.lower_ in DENIALS for token in words)
    if inside and is_bounded(node):
        return OPEN
    told = {token.lower_ for token in words}
    if told & MODALS or inside and ("by" in told or firm == NOT_SO):
        return SO  # "must apply for it" and "not covered by a policy" say it themselves
    if inside:
        return firm
    before = context.tokens[max(0, first - 2) : first]
    own = {token.i for token in words}
    for token in before:
        governed = token.head.i in own or any(c.i in own for c in token.children)
        if token.lower_ in NONE_OF and governed and firm != NOT_SO:
            return NOT_SO if firm == SO else firm
    return firm


def is_sought(words: list[Token]) -> bool:
    """Tell whether a phrase names what is only looked for, or is over.

    "Search for a permanent successor", "after a spell as caretaker".
    """
    for token in words:
        above = token.head
        if token.lower_ == "as" and above.lemma_ in SPELLS:
            return True
        if above in words:
            continue
        if token.dep_ == "pobj" and above.lower_ == "for" and above.head.lemma_ in SOUGHT:
            return True
        if token.dep_ == "dobj" and above.lemma_ in SOUGHT:
            return True
    return False


def is_of(thing: Token | None, noun: str, kind: str) -> bool:
    """Tell whether a thing is of a class: one of its nouns, or a person."""
    if kind == PERSON:
        if thing is None:
            return False
        return thing.lower_ in PERSONAL or thing.pos_ == "PROPN" or is_people(noun or "?")
    return kind in things().get(noun, ()) or kind in things().get(common_noun(noun), ())


def referred(context: Context, thing: Token | None) -> Token | None:
    """Return the noun that "it" or "they" stands for: what the sentence before speaks of."""
    if thing is None or thing.lower_ not in REFERRING:
        return None
    start = thing.sent.start
    if not start:
        return None
    before = context.tokens[start - 1].sent
    told = [t for t in before if t.dep_ in SUBJECTS and t.head.dep_ == "ROOT"]
    noun = told[0] if told else before.root
    many = thing.lower_ != "it"
    fits = noun.pos_ == "NOUN" and (noun.tag_ == "NNS") == many
    return noun if fits and noun.pos_ in NOUNS else None
