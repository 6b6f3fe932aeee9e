"""What a rule may ask about a block: its names, its quantities and the words that govern them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from helpers.attribution import Attribution
from helpers.language import ParsedBlock
from helpers.name_rules.cues import cues
from helpers.name_rules.mentions import block_mentions, dangling
from helpers.numbers.proportions import as_percent
from helpers.quantities import Quantity, find_quantities
from helpers.texts.datelines import dateline_end

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

# Whoever has one of these does what it is "to" do.
PLANS = frozenset(
    "agreement deal plan offer bid decision move pledge proposal contract pact".split()
)
SUBJECTS = frozenset(["nsubj", "nsubjpass"])
NOUNS = frozenset(["NOUN", "PROPN", "PRON"])
VERBS = frozenset(["VERB", "AUX"])
# What a verb governs besides its subject.
GOVERNED = SUBJECTS | {"dobj", "attr", "oprd", "acomp", "xcomp"}
MAX_STEPS = 7


@dataclass(frozen=True)
class Mention:
    """A name, description or pronoun in a block: tokens `first` to `last` (excluded)."""

    first: int
    last: int
    form: str
    key: str
    end_char: int


class Sentence:
    """What many numbers of one sentence ask of it, found once."""

    def __init__(self, span: Span, text: str, years: list[Quantity]) -> None:
        """Keep the sentence, its text in small letters and its years; `text` is the block's."""
        self.span, self.first = span, span.start_char
        self.text = text[self.first : span.end_char].lower()
        self.years = [q for q in years if self.first <= q.start and q.end <= span.end_char]
        self.found: dict[object, object] = {}

    def find(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Return the first match of a pattern."""
        if pattern not in self.found:
            self.found[pattern] = pattern.search(self.text)
        return self.found[pattern]

    def nouns(self, lemmas: frozenset[str]) -> list[Token]:
        """Return the nouns that are one of these."""
        if lemmas not in self.found:
            self.found[lemmas] = [
                token
                for token in self.span
                if token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in lemmas
            ]
        return self.found[lemmas]


@dataclass(frozen=True)
class Context:
    """One block with all that rules ask about."""

    parsed: ParsedBlock
    attributions: tuple[Attribution, ...]
    date: str

    @property
    def doc(self) -> Doc:
        """Return the parse of the block."""
        return self.parsed.doc

    @cached_property
    def text(self) -> str:
        """Return the matching copy of the block; spaCy puts it together at each request."""
        return self.doc.text

    @cached_property
    def tokens(self) -> list[Token]:
        """Return the tokens of the block; spaCy makes them anew at each request."""
        return list(self.doc)

    @cached_property
    def lemmas(self) -> list[str]:
        """Return the lemma of each token in small letters."""
        return [token.lemma_.lower() for token in self.tokens]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Return for each word, in small letters, the tokens that are it."""
        found: dict[str, list[int]] = {}
        for token in self.tokens:
            found.setdefault(token.lower_, []).append(token.i)
        return found

    def where(self, words: Iterable[str]) -> list[Token]:
        """Return the tokens that are one of these words, left to right."""
        found = [i for word in words for i in self.places.get(word, ())]
        return [self.tokens[i] for i in sorted(found)]

    @cached_property
    def mentions(self) -> list[Mention]:
        """Return the mentions of the block, left to right."""
        return [
            Mention(first, last, form, key, self.doc[first:last].end_char - cut)
            for first, last, form, key in block_mentions(self.doc)
            for cut in [dangling(self.doc[first:last].text) if form == "name" else 0]
        ]

    @cached_property
    def quantities(self) -> list[Quantity]:
        """Return the quantities behind a dateline, left to right, shares in percent."""
        found = find_quantities(self.text, doc=self.doc, date=self.date)
        opening = dateline_end(self.text)
        found = [quantity for quantity in found if quantity.start >= opening]
        return [q if "." in self.text[q.start : q.end] else as_percent(q) for q in found]

    @cached_property
    def quantity_starts(self) -> list[int]:
        """Return where the quantities begin."""
        return [quantity.start for quantity in self.quantities]

    @cached_property
    def years(self) -> list[Quantity]:
        """Return the years among the quantities."""
        return [q for q in self.quantities if q.kind == "date" and q.unit == "year"]

    @cached_property
    def names(self) -> list[Mention]:
        """Return the names alone."""
        return [mention for mention in self.mentions if mention.form == "name"]

    @cached_property
    def by_token(self) -> dict[int, Mention]:
        """Return for each token the mention that it is part of."""
        return {i: m for m in self.mentions for i in range(m.first, m.last)}

    @cached_property
    def sentences(self) -> dict[int, Sentence]:
        """Return the sentences that were asked for, by their first token."""
        return {}

    def sentence(self, span: Span) -> Sentence:
        """Return the sentence that holds a run of tokens."""
        sent = span.sent
        if sent.start not in self.sentences:
            self.sentences[sent.start] = Sentence(sent, self.text, self.years)
        return self.sentences[sent.start]

    @cached_property
    def polarities(self) -> dict[int, str]:
        """Return the polarity of the verbs that were asked for, by token."""
        return {}

    @cached_property
    def earlier(self) -> dict[tuple[int, int], str]:
        """Return the words for another time that were found, by first and last token."""
        return {}

    @cached_property
    def spans(self) -> dict[tuple[int, int], Span]:
        """Return the tokens of the quantities that were asked for, by place."""
        return {}

    def span(self, quantity: Quantity) -> Span:
        """Return the tokens of a quantity."""
        place = quantity.start, quantity.end
        if place not in self.spans:
            self.spans[place] = self.doc.char_span(*place, alignment_mode="expand")
        return self.spans[place]

    def within(self, first: int, last: int) -> list[Mention]:
        """Return the mentions inside a run of tokens."""
        return [m for m in self.mentions if first <= m.first and m.last <= last]

    def end_of(self, mention: Mention | None) -> int:
        """Return the place in the article that stands for a mention, -1 for none."""
        return -1 if mention is None else self.parsed.block.start + mention.end_char


def governors(span: Span) -> list[tuple[str, float, Token]]:
    """Return the words that govern a quantity, nearest first: lemma, distance, token.

    "a deal valued at $5 million" is governed by value and deal; "the toll rose to 5" by rise and
    toll; "5 per cent of voters turned out" by voter and turn out.
    """
    found: list[tuple[str, float, Token]] = []
    node = span.root
    for token in span:
        if token.i != node.i and token.pos_ in NOUNS:
            found.append((token.lemma_.lower(), 0.8, token))
    for child in node.children:
        if child.lower_ in {"of", "in", "for", "on"} and child.i >= span.end:
            reach = 1.2 if child.lower_ == "of" else 2.6
            found += [(c.lemma_.lower(), reach, c) for c in child.children if c.dep_ == "pobj"]
    noun = node.head if node.dep_ == "nummod" else node
    for child in noun.children:
        if child.lower_ == "on" and child.dep_ == "prep":
            found += [(c.lemma_.lower(), 1.3, c) for c in child.children if c.dep_ == "pobj"]
        if child.dep_ in {"acl", "advmod"} and child.i > node.i:
            found.append((child.lemma_.lower(), 1.3, child))
    verbs = 0
    for step in range(1, MAX_STEPS):
        if node.head == node:
            break
        below, node = node, node.head
        if below.dep_ in SUBJECTS:
            found += [word for verb in awaited(node) for word in words_at(verb, step + 0.5)]
        named = [w for w in words_at(node, float(step)) if step > 1 or w[2].dep_ != "compound"]
        found += named
        verbs += node.pos_ in VERBS and node.dep_ != "prep"
        if verbs == 2 or (verbs and not continues(node)):
            break
    return sorted(found, key=lambda item: item[1])


def awaited(verb: Token) -> Iterator[Token]:
    """Yield what its subject is due, set or expected to do or undergo: "jobs are set to go"."""
    for child in verb.children:
        if child.dep_ == "xcomp" and child.pos_ in VERBS:
            yield child
        elif child.dep_ in {"acomp", "oprd"}:
            yield from (c for c in child.children if c.dep_ == "xcomp" and c.pos_ in VERBS)


def continues(verb: Token) -> bool:
    """Tell whether the words above a verb still speak of what it governs."""
    own = any(child.dep_ in SUBJECTS and child.tag_ not in {"WDT", "WP"} for child in verb.children)
    return verb.dep_ in {"acl", "relcl", "xcomp"} or (verb.dep_ in {"conj", "ccomp"} and not own)


def words_at(node: Token, step: float) -> Iterator[tuple[str, float, Token]]:
    """Yield what one word on the way up contributes: itself, its particle, subject and object."""
    yield node.lemma_.lower(), step, node
    if node.lower_ != node.lemma_.lower():
        yield node.lower_, step + 0.05, node
    for child in node.children:
        if child.dep_ == "prt" or (child.lower_ in {"out", "off", "up"} and child.i == node.i + 1):
            yield f"{node.lemma_.lower()} {child.lower_}", step - 0.1, node
        elif child.dep_ in {"compound", "amod"} and node.pos_ in NOUNS:
            yield child.lemma_.lower(), step + 0.1, child
        elif any(below.dep_ == "nummod" for below in child.children):
            continue
        elif node.pos_ in VERBS and child.dep_ in GOVERNED:
            yield child.lemma_.lower(), step + 0.5, child
            if child.lemma_ == "number" and child.dep_ in SUBJECTS:
                # "the number of people killed rose to 5"
                for below in child.doc[child.i : min(child.right_edge.i + 1, child.i + 6)]:
                    if below.pos_ in VERBS or below.pos_ == "ADJ":
                        yield below.lemma_.lower(), step + 0.6, below
            for below in child.children:
                if below.dep_ in {"compound", "amod"}:
                    yield below.lemma_.lower(), step + 0.7, below
        elif node.pos_ in VERBS and child.dep_ == "prep":
            for below in child.children:
                if below.dep_ == "pobj" and (below.pos_ == "PROPN" or is_described(below)):
                    yield f"{node.lemma_.lower()} {child.lower_}", step - 0.1, node
                if below.dep_ == "pobj":
                    yield below.lemma_.lower(), step + 1.0, below


def is_described(noun: Token) -> bool:
    """Tell whether a noun is a definite description of a name: "the retailer"."""
    known = cues()["nominal"].keys() | cues()["before"].keys()
    return noun.lemma_.lower() in known


def noun_of(span: Span) -> Token | None:
    """Return the noun that says what an amount is: "a loan of 300 million", "savings of over 2m"."""
    above = span.root.head
    said = span.root.dep_ == "pobj" and above.lower_ == "of" and above.head.pos_ == "NOUN"
    return above.head if said else None


def clause_verb(token: Token) -> Token | None:
    """Return the nearest verb above a word, or None."""
    for above in token.ancestors:
        if above.pos_ in VERBS:
            return above
    return None


def clause_subject(verb: Token | None) -> Token | None:
    """Return the subject of a verb, also of one that it is joined to or depends on."""
    seen = 0
    while verb is not None and seen < 4:
        for child in verb.children:
            if child.dep_ in SUBJECTS:
                relative = child.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl"
                return verb.head if relative else child
        planned = verb.dep_ == "acl" and verb.head.lemma_.lower() in PLANS  # "a deal to buy"
        if verb.dep_ in {"acl", "relcl"} and verb.head.pos_ in NOUNS and not planned:
            return verb.head
        joined = {"conj", "xcomp", "advcl", "ccomp", "pcomp"}
        if not planned and verb.dep_ not in joined or verb.head == verb:
            return None
        verb, seen = verb.head, seen + 1
        if verb.pos_ not in VERBS:
            verb = clause_verb(verb)
    return None


def names_below(context: Context, token: Token | None) -> Iterable[Mention]:
    """Return the mentions inside the phrase that a word heads, left to right."""
    if token is None:
        return []
    edges = (token.left_edge.i, token.right_edge.i + 1)
    return context.within(*edges)


def name_before(context: Context, token: Token) -> Mention | None:
    """Return the name that a phrase explains between commas: "Oakley, the group from Leeds, is"."""
    left, right = token.left_edge, token.right_edge.i + 1
    doc, end = context.doc, left.i - 1
    if (
        left.dep_ != "det"
        or end < 1
        or doc[end].text != ","
        or doc[right - 1 : right + 1].text == ""
    ):
        return None
    closed = "," in {doc[right - 1].text, doc[right : right + 1].text}
    mention = context.by_token.get(end - 1)
    named = mention is not None and mention.form == "name" and mention.last == end
    return mention if named and closed and mention.first == token.sent.start else None


def mention_at(context: Context, token: Token | None) -> Mention | None:
    """Return the mention that a word stands for: itself, or what follows it in apposition."""
    if token is None:
        return None
    own = context.by_token.get(token.i)
    if own is not None and own.form != "nominal":
        return own
    before = name_before(context, token)
    if before is not None:
        return before
    appositions = [c for c in token.children if c.dep_ in {"appos", "compound", "nmod"}]
    return next((context.by_token[c.i] for c in appositions if c.i in context.by_token), own)


def actor(context: Context, verb: Token | None) -> Mention | None:
    """Return who does what a verb says: its subject, or whose the subject is."""
    subject = clause_subject(verb)
    mention = mention_at(context, subject)
    if mention is None and subject is not None:
        owners = [child for child in subject.children if child.dep_ == "poss"]
        mention = mention_at(context, owners[0]) if owners else None
    return mention


@dataclass(frozen=True)
class Statement:
    """What a block says, before the story has told who is who.

    `first` to `last` are the tokens that say it. `about` is the kind of subject (person, org,
    deal, event, subject, thing); `subject`, `other` and `named` are places in the article where
    mentions of the subject, of a deal's other party and of the value end, -1 for none;
    `noun` is the common noun that the subject is called, or the time of another event;
    `around` has the words around a number (`statements.surroundings`).
    """

    start: int
    end: int
    attribute: str
    value: str
    kind: str
    rule: str
    about: str = "event"
    unit: str = ""
    low: float = float("nan")
    high: float = float("nan")
    status: str = "asserted"
    attribution: str = ""
    subject: int = -1
    other: int = -1
    named: int = -1
    noun: str = ""
    earlier: str = ""
    around: str = ""
