"""Apply the model's attribute rules and lemmatizer once per kind of token: spaCy components.

The model's `attribute_ruler` matches 179 patterns at every token to give parts of speech and
morphology, a tenth of the time of a parse. All but a few look at one token, and only at its tag,
its dependency and whether it is one of some words; the place of a token in a match of another
pattern tells the rest. What the rules make of it is remembered, and so is what the lemmatizer makes
of a word, its part of speech and its morphology. The outcome is the same.
"""

import re
from functools import cache

import numpy as np
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

NAME = "remembered_attribute_rules"
LEMMAS = "remembered_lemmas"
LOOKED_AT = ("TAG", "DEP", "LOWER", "IS_SPACE")
GIVEN = frozenset(["TAG", "POS", "DEP", "LEMMA", "MORPH"])


class RememberedRules:
    """The rules of an attribute ruler, with what they made of each kind of token so far."""

    def __init__(self, ruler: AttributeRuler) -> None:
        """Sort the patterns of the ruler by what they look at."""
        self.ruler = ruler
        self.strings = ruler.vocab.strings
        self.given = sorted(GIVEN.union(*(rule["attrs"] for rule in ruler.patterns)))
        self.known: dict[tuple, list[int]] = {}
        self.words: set[int] = set()
        self.others = Matcher(ruler.vocab)
        self.openers: list[dict] = []
        self.can_open = cache(self.is_opening)
        for number, rule in enumerate(ruler.patterns):
            for pattern in rule["patterns"]:
                words = words_of(pattern)
                if words is None:
                    self.others.add(str(number), [pattern])
                    self.openers.append(pattern[0])
                else:
                    self.words.update(map(self.strings.add, words))

    def __call__(self, doc: Doc) -> Doc:
        """Give each token what its kind was given before, or ask the ruler and remember it."""
        kinds = self.kinds(doc)
        if not all(kind in self.known for kind in kinds):
            doc = self.ruler(doc)
            self.known.update(zip(kinds, doc.to_array(self.given).tolist(), strict=True))
            return doc
        given = np.array([self.known[kind] for kind in kinds], np.uint64)
        return doc.from_array(self.given, given)

    def kinds(self, doc: Doc) -> list[tuple]:
        """Return for each token all that the rules see of it: itself, and its place in a match."""
        tags, deps, words, spaces = doc.to_array(LOOKED_AT).T.tolist()
        places: list[tuple] = [()] * len(doc)
        if any(map(self.can_open, tags, deps, words)):
            for rule, start, end in self.others(doc, allow_missing=True):
                for i in range(start, end):
                    places[i] += ((rule, i - start),)
        words = [word if word in self.words else 0 for word in words]
        return list(zip(tags, deps, words, spaces, places, strict=True))

    def is_opening(self, *kind: int) -> bool:
        """Tell whether a pattern of the others may begin at a token of this TAG, DEP and LOWER."""
        told = {key: self.strings[number] for key, number in zip(LOOKED_AT, kind, strict=False)}
        return any(
            all(may_be(first.get(key), value) for key, value in told.items())
            for first in self.openers
        )


class RememberedLemmas:
    """A lemmatizer, with what it made of each kind of token so far."""

    def __init__(self, lemmatizer: Lemmatizer) -> None:
        """Remember nothing yet."""
        self.lemmatizer = lemmatizer
        self.known: dict[tuple[int, ...], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Give each token without a lemma that of its kind."""
        strings = doc.vocab.strings
        *kinds, lemmas = doc.to_array(("ORTH", "POS", "MORPH", "LEMMA")).T.tolist()
        for i, kind in enumerate(zip(*kinds, strict=True)):
            if not lemmas[i]:
                if kind not in self.known:
                    self.known[kind] = strings.add(self.lemmatizer.lemmatize(doc[i])[0])
                lemmas[i] = self.known[kind]
        return doc.from_array(("LEMMA",), np.array(lemmas, np.uint64))


def words_of(pattern: list[dict]) -> list[str] | None:
    """Return the words that a pattern asks for, or None if it looks at more than `LOOKED_AT`."""
    if len(pattern) > 1 or not pattern[0].keys() <= set(LOOKED_AT):
        return None
    words = pattern[0].get("LOWER", [])
    if isinstance(words, str):
        return [words]
    if isinstance(words, dict) and not words.keys() <= {"IN", "NOT_IN"}:
        return None
    return [word for listed in dict(words).values() for word in listed]


def may_be(asked: str | dict | None, value: str) -> bool:
    """Tell whether a value may be what a pattern asks for, as far as that is easy to see."""
    if isinstance(asked, str):
        return value == asked
    if isinstance(asked, dict) and asked.keys() == {"IN"}:
        return value in asked["IN"]
    if isinstance(asked, dict) and asked.keys() == {"REGEX"}:
        return bool(re.search(asked["REGEX"], value))
    return True


@Language.factory(NAME)
def create(nlp: Language, name: str) -> RememberedRules:
    """Return the component for the ruler of `nlp`."""
    return RememberedRules(nlp.get_pipe("attribute_ruler"))


@Language.factory(LEMMAS)
def create_lemmas(nlp: Language, name: str) -> RememberedLemmas:
    """Return the component for the lemmatizer of `nlp`."""
    return RememberedLemmas(nlp.get_pipe("lemmatizer"))
