"""Read which words call a kind of thing, and what each is said of.

"Attacked with a hammer", "a bronze statue", "the van was white": the class of the thing is what is
asked, the thing the answer (`statements.taxonomy`). What articles contradict each other on is told over
the story (`settling.likely_kinds`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from helpers.statements.context import VERBS, Context, Statement, clause_subject
from helpers.statements.polarity import NOT_SO, OPEN, SO, firmness
from helpers.statements.taxonomy import Term, governors, terms

if TYPE_CHECKING:
    from spacy.tokens import Token

KIND = "kind"
CALLING = frozenset(["NOUN", "ADJ", "PROPN"])
# Only of these may an adjective tell.
DESCRIPTIVE = frozenset(
    "colour,side,direction,shape,how often,material,art technique,religion,alert level,weather,"
    "wind,conservation status,kind of contract,injury,language,period,hair,handedness,diet".split(
        ","
    )
)
THINGS = frozenset(["NOUN", "PROPN"])
PARTICIPLES = frozenset(["VBN", "VBD"])
# These are parts of names, "a Boeing 737"; of others, what a name has in it tells nothing.
NAMED = frozenset("maker of aircraft,maker of vehicle,rank of police,rank of army".split(","))
DENYING = frozenset("no not n't without neither nor rather instead".split())
DENIED_WITHIN = 3  # words before a term
JOINED = frozenset(["conj", "appos"])
DESCRIBING = frozenset(["amod", "compound", "nmod", "poss"])
PREDICATES = frozenset(["attr", "acomp", "oprd"])
MOST_ABOVE = 5
MOST_CHILDREN = 30  # of one verb; a line that is a list has thousands
# Marks among the words around a term: the prepositions above it, that it only describes, that it
# stands for several things.
PREPOSITION, BELOW, SEVERAL = "prep:", "below:", "several:"
MARKS = (PREPOSITION, BELOW, SEVERAL)


def kinds(context: Context) -> Iterator[Statement]:
    """Yield a statement for each term of the vocabulary, left to right."""
    known, lemmas = possible(context), context.lemmas
    found = {i for word in context.places.keys() & known.keys() for i in context.places[word]}
    found |= {i for i, lemma in enumerate(lemmas) if lemma in known}
    named = {i for m in context.names for i in range(m.first, m.last)} if found else set()
    taken = 0
    for token in (context.tokens[i] for i in sorted(found)):
        if token.i < taken:
            continue
        words = dict.fromkeys((token.lower_, lemmas[token.i]))
        here = [term for word in words for term in sorted(known.get(word, ()))]
        last, called = longest(context, token.i, here)
        for term in called:
            allowed = named.isdisjoint(range(token.i, last)) or term.group in NAMED
            if allowed and (last > token.i + 1 or can_call(token, term)):
                taken = last
                yield from told(context, token.i, last, term)


def can_call(token: Token, term: Term) -> bool:
    """Tell whether a word calls something here: a noun, an adjective of some, a participle."""
    if token.pos_ == "ADJ":
        return term.group in DESCRIPTIVE
    participle = token.tag_ in PARTICIPLES and token.lower_ == term.words[0]
    return token.pos_ in THINGS or participle


def possible(context: Context) -> dict[str, list[Term]]:
    """Return by their first word the terms the longest word of which the block has."""
    found: dict[str, list[Term]] = {}
    for word in {*context.places, *context.lemmas} & terms().keys():
        for term in terms()[word]:
            found.setdefault(term.words[0], []).append(term)
    return found


def longest(context: Context, first: int, terms: list[Term]) -> tuple[int, list[Term]]:
    """Return where the longest term that begins at a token ends, and what it can call."""
    end, found = 0, {}
    for term in terms:
        last = term_end(context, first, term.words)
        if last > end:
            end, found = last, {}
        if last and last == end:
            found.setdefault(term.group, term)
    return end, [found[group] for group in sorted(found)]


def term_end(context: Context, first: int, words: tuple[str, ...]) -> int:
    """Return where a term that begins at a token ends, 0 if it does not stand there."""
    tokens, at = context.tokens, first + 1
    for word in words[1:]:
        at += at < len(tokens) and tokens[at].text == "-"
        if at >= len(tokens):
            return 0
        if word not in (tokens[at].lower_, context.lemmas[at]):
            return 0
        at += 1
    return at


def told(context: Context, first: int, last: int, term: Term) -> Iterator[Statement]:
    """Yield what a term says, with the words that govern it in `around`."""
    span = context.doc[first:last]
    root = span.root if len(span) > 1 else context.tokens[first]
    node = root
    for _ in range(MOST_ABOVE):
        node = node.head if node.dep_ in JOINED else node
    above, marks, verb = governing(node)
    marks += [SEVERAL] * (root.tag_ in {"NNS", "NNPS"})
    thing = above[0] if above else None
    if thing is None and verb is not None and node.dep_ in PREDICATES:
        thing = clause_subject(verb)
    noun = thing.lemma_.lower() if thing is not None and thing.pos_ in THINGS else ""
    own = [c for c in root.children if c.dep_ in DESCRIBING]
    near = [*above, *own, *(governed(verb) if verb is not None else ())]
    words = [t.lemma_.lower() for t in near if not first <= t.i < last]
    needed = governors(term.group)
    if needed and needed.isdisjoint((*words, noun, *term.words)):
        return
    yield Statement(
        span.start_char, span.end_char, term.group, term.name, "words",
        KIND, status=stance(context, first, verb), noun=noun,
        around=" ".join(["".join(word.split()) for word in words] + marks),
    )  # fmt: skip


def governing(node: Token) -> tuple[list[Token], list[str], Token | None]:
    """Return the nouns above a word up to its verb, the marks of its place, and the verb."""
    nouns, marks = [], [BELOW] * (node.dep_ in DESCRIBING)
    for above in islice(node.ancestors, MOST_ABOVE):
        if above.pos_ in VERBS:
            return nouns, marks, above
        if above.pos_ == "ADP":
            marks.append(f"{PREPOSITION}{above.lower_}")
        elif above.pos_ in THINGS:
            nouns.append(above)
    return nouns, marks, None


def governed(verb: Token) -> Iterator[Token]:
    """Yield a verb and what it governs, also by a preposition."""
    yield verb
    for child in islice(verb.children, MOST_CHILDREN):
        if child.pos_ in CALLING:
            yield child
        elif child.dep_ in {"prep", "agent"}:
            yield from (c for c in islice(child.children, MOST_CHILDREN) if c.pos_ in THINGS)


def stance(context: Context, first: int, verb: Token | None) -> str:
    """Return whether a thing is told of, denied, or only part of what is denied.

    "No gun was used" denies the gun, "they did not find the gun" does not.
    """
    before = context.tokens[max(0, first - DENIED_WITHIN) : first]
    verbs = [i for i, t in enumerate(before) if t.pos_ in VERBS]
    words = {t.lower_ for t in before[verbs[-1] + 1 if verbs else 0 :]}
    if words & DENYING and "only" not in words:
        return NOT_SO
    return OPEN if verb is not None and firmness(context, verb) == NOT_SO else SO
