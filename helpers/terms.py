"""Find the terms of a lexicon in parsed text, and ask the guards whether they mean it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from itertools import chain, starmap
from typing import TYPE_CHECKING

from helpers import language
from helpers.lexicons import Entry, Guard, Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from helpers.language import ParsedArticle

SLOT = "<its>"
SLOT_WORDS = "its his her their our my your the a an".split()
# Up to five tokens, so that a hyphenated word has room; no mark that ends a phrase.
ENDS = list(',.;:!?()"–—')
GAP = {"TEXT": {"NOT_IN": ENDS}, "OP": "{1,5}"}
NEAR = 4
# An article is about a topic when it has this many different words of it.
TOPIC_WORDS = 3
ARTICLES = frozenset({"a", "an"})
NOUNS = frozenset({"NOUN", "PROPN"})
KINDS = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
JOINERS = frozenset({"-", '"', "'", "(", ")", "*"})
OPENERS = frozenset({":", ";", "-", "–", "—", '"', "'", "(", "•", "*", "...", "…", "/", "|"})


class Surroundings:
    """The words of an article, gathered once, when the first guard asks for them."""

    def __init__(self, article: ParsedArticle) -> None:
        """Remember the article."""
        self.article = article

    @cached_property
    def words(self) -> frozenset[str]:
        """Return the lower-case words and lemmas of the article."""
        docs = (parsed.doc for parsed in self.article.blocks)
        kinds = chain.from_iterable(doc.to_array(["ORTH", "LEMMA", "POS"]).tolist() for doc in docs)
        return frozenset(chain.from_iterable(starmap(called, kinds)))

    @cached_property
    def sentences(self) -> dict[tuple[int, int], frozenset[str]]:
        """Return the words of the sentences that were asked for."""
        return {}

    def sentence(self, sent: Span) -> frozenset[str]:
        """Return the lower-case words and lemmas of a sentence."""
        key = (id(sent.doc), sent.start)
        if key not in self.sentences:
            self.sentences[key] = frozenset(word for token in sent for word in names(token))
        return self.sentences[key]


def vocabulary(doc: Doc) -> Iterator[str]:
    """Yield the different words and lemmas of a parse in lower case."""
    strings = doc.vocab.strings
    yield from (strings[key] for key in set(doc.to_array("LOWER").tolist()))
    yield from (strings[key].lower() for key in set(doc.to_array("LEMMA").tolist()))


def names(token: Token) -> tuple[str, ...]:
    """Return what a guard may call a token."""
    return called(token.orth, token.lemma, token.pos)


@lru_cache(maxsize=2**16)
def called(orth: int, lemma: int, pos: int) -> tuple[str, ...]:
    """Return what a guard may call a word with this lemma and part of speech, by spaCy's numbers."""
    vocab = language.shared_vocab()
    word, kind = vocab[orth], vocab.strings[pos]
    kinds = ["NUM"] if word.like_num or word.is_currency or word.text == "%" else []
    kinds += [kind] if kind in KINDS else []
    return (word.lower_, vocab.strings[lemma].lower(), *kinds)


class Terms:
    """The matchers of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Compile the lexicon with spaCy's matchers; a word is a token of our pipeline."""
        from spacy.matcher import Matcher, PhraseMatcher
        from spacy.tokens import Doc

        self.entries = lexicon.entries
        vocab = language.shared_vocab()
        tokenizer = language.english().tokenizer
        self.lower = PhraseMatcher(vocab, attr="LOWER")
        self.lemma = PhraseMatcher(vocab, attr="LEMMA")
        self.templates = Matcher(vocab)
        self.keywords: set[int] = set()
        self.exceptions = PhraseMatcher(vocab, attr="LOWER")
        for number, entry in enumerate(self.entries):
            key = str(number)
            if entry.match == "template":
                self.templates.add(key, [template(form) for form in entry.forms], greedy="LONGEST")
                self.keywords |= {vocab.strings.add(keyword(form)) for form in entry.forms}
                continue
            forms = entry.forms
            if entry.match == "idiom":
                forms = [inflected for form in forms for inflected in with_verb_forms(form)]
            phrases = [tokenizer(words) for form in forms for words in spellings(form)]
            self.lower.add(key, phrases)
            if entry.match == "lemma":
                tokenized = [[token.lower_ for token in phrase] for phrase in phrases]
                docs = [Doc(vocab, words=words, lemmas=words) for words in tokenized]
                self.lemma.add(key, docs)
            if entry.exceptions:
                self.exceptions.add(key, [tokenizer(text) for text in entry.exceptions])

    def find(self, doc: Doc, surroundings: Surroundings) -> Iterator[tuple[Entry, Span]]:
        """Yield the entries found in `doc` with their spans, where all conditions hold."""
        found = {*self.lower(doc), *self.lemma(doc)}
        # The templates are slow: only where the longest word of one is there.
        if self.keywords and not self.keywords.isdisjoint(doc.to_array("LEMMA").tolist()):
            found |= set(self.templates(doc))
        if not found:
            return
        excepted = self.exceptions(doc)
        strings = doc.vocab.strings
        for key, start, end in sorted(found, key=lambda match: (match[1], -match[2], match[0])):
            entry, span = self.entries[int(strings[key])], doc[start:end]
            if any(key == k and s < end and start < e for k, s, e in excepted):
                continue
            if fits(entry, span) and all(holds(g, span, surroundings) for g in entry.guards):
                yield entry, span


@cache
def compiled(lexicon: Lexicon) -> Terms:
    """Return the matchers of a lexicon, compiled once a process."""
    return Terms(lexicon)


@cache
def verbs() -> frozenset[str]:
    """Return the verbs that the lemmatizer knows."""
    table = language.english().get_pipe("lemmatizer").lookups.get_table("lemma_index")
    return frozenset(table.get("verb", ()))


@cache
def irregular_forms() -> dict[str, frozenset[str]]:
    """Return the irregular forms of verbs, those that the lemmatizer takes for exceptions."""
    table = language.english().get_pipe("lemmatizer").lookups.get_table("lemma_exc")
    found: dict[str, set[str]] = {}
    for form, lemmas in table.get("verb", {}).items():
        for lemma in lemmas:
            found.setdefault(lemma, set()).add(form)
    return {lemma: frozenset(forms) for lemma, forms in found.items()}


def with_verb_forms(form: str) -> list[str]:
    """Return an idiom with its first word, if a verb, in every form: take, takes, took, taking."""
    verb, _, rest = form.partition(" ")
    if not rest or verb not in verbs():
        return [form]
    stem = verb.removesuffix("e")
    ends_in_y = verb.endswith("y") and verb[-2:-1] not in set("aeiou")
    regular = {verb, verb + "s", stem + "ed", stem + "ing"}
    if verb[-1] not in "aeiouwxy" and verb[-2:-1] in set("aeiou"):
        regular |= {verb + verb[-1] + "ed", verb + verb[-1] + "ing"}
    if verb.endswith(("s", "x", "ch", "sh", "o")):
        regular.add(verb + "es")
    if ends_in_y:
        regular |= {verb[:-1] + "ies", verb[:-1] + "ied"}
    return [f"{word} {rest}" for word in sorted(regular | irregular_forms().get(verb, frozenset()))]


def spellings(form: str) -> list[str]:
    """Return a form with its slot filled and its `_` written as hyphens and as spaces."""
    filled = [form.replace(SLOT, word) for word in SLOT_WORDS] if SLOT in form else [form]
    joined = [text.replace("_", "-") for text in filled]
    return [*joined, *(text.replace("_", " ") for text in filled if "_" in text)]


def keyword(form: str) -> str:
    """Return the longest word of a template, which `template` compares by its dictionary form."""
    return max(filter(str.isalpha, form.split()), key=len)


def template(form: str) -> list[dict]:
    """Return the pattern of a form with gaps for spaCy's `Matcher`."""
    return [
        GAP if word == "*" else {"LEMMA": word} if word.isalpha() else {"LOWER": word}
        for word in form.split()
    ]


def fits(entry: Entry, span: Span) -> bool:
    """Tell whether a match has the part of speech asked for, in one sentence, and is no name."""
    if entry.pos and span.root.pos_ not in entry.pos:
        # A capitalised common word in a heading or list item is often tagged as a name.
        plain = span.start == span.sent.start or span[0].is_lower or is_indefinite(span)
        capital = span.root.pos_ == "PROPN" and plain
        if not (capital or "ADJ" in entry.pos and is_attributive(span.root)):
            return False
    return span.end <= span.sent.end and not is_name(span)


def is_attributive(token: Token) -> bool:
    """Tell whether a word that is tagged as a noun describes a noun: "a tireless leader"."""
    describes = token.dep_ in {"amod", "compound", "nmod"} and token.head.i > token.i
    return describes and token.pos_ in NOUNS and token.head.pos_ in NOUNS


def is_name(span: Span) -> bool:
    """Tell whether a match is a name inside a sentence: "the Brilliant Earth shop"."""
    if starts(span) or is_indefinite(span):
        return False
    if not all(token.is_title for token in span if token.is_alpha):
        return False
    return all(token.pos_ == "PROPN" for token in span if token.is_alpha)


def is_indefinite(span: Span) -> bool:
    """Tell whether "a" stands before a match and no name behind it: "A Lifeline for Millions"."""
    before = span.doc[span.start - 1].lower_ if span.start else ""
    named = span.end < len(span.doc) and span.doc[span.end].pos_ == "PROPN"
    return before in ARTICLES and not named


def starts(span: Span) -> bool:
    """Tell whether a match begins a sentence or what follows a colon, a dash or a quotation mark."""
    return span.start == span.sent.start or span.doc[span.start - 1].text in OPENERS


def holds(guard: Guard, span: Span, surroundings: Surroundings) -> bool:
    """Tell whether the words around a match are as the guard wants them."""
    return guard.wanted == has(guard, span, surroundings)


def has(guard: Guard, span: Span, surroundings: Surroundings) -> bool:
    """Tell whether one of the guard's words stands in its place."""
    if guard.place == "article":
        words = surroundings.words
        about = any(len(topic & words) >= TOPIC_WORDS for topic in guard.topics)
        return about or bool(guard.words & words)
    if guard.place == "sentence":
        own = frozenset(word for token in span for word in names(token))
        words = surroundings.sentence(span.sent) - own
    else:
        tokens = PLACES[guard.place](span)
        words = frozenset(word for token in tokens for word in names(token))
    if guard.place == "prev" and "START" in guard.words and starts(span):
        return True
    return bool(guard.words & words) or any(topic & words for topic in guard.topics)


def neighbours(span: Span, step: int, count: int) -> list[Token]:
    """Return the `count` tokens before (-1) or after (1) a match; hyphens and quotes not counted."""
    found: list[Token] = []
    i = span.start - 1 if step < 0 else span.end
    while span.sent.start <= i < span.sent.end and len(found) < count:
        if span.doc[i].text not in JOINERS:
            found.append(span.doc[i])
        i += step
    return found


def head(span: Span) -> list[Token]:
    """Return the word that a match modifies or, after "is", describes, with its compounds."""
    governor = span.root.head
    if governor.lemma_ in {"be", "become", "seem", "look", "remain"} and span.root.i != governor.i:
        return [child for child in governor.children if child.dep_ in {"nsubj", "nsubjpass"}]
    if span.start <= governor.i < span.end:
        return [child for child in span.root.children if child.dep_ in {"nsubj", "nsubjpass"}]
    return [governor, *(child for child in governor.lefts if child.dep_ == "compound")]


PLACES = {
    "prev": lambda span: neighbours(span, -1, 1),
    "next": lambda span: neighbours(span, 1, 1),
    "before": lambda span: neighbours(span, -1, NEAR),
    "after": lambda span: neighbours(span, 1, NEAR),
    "head": head,
}
