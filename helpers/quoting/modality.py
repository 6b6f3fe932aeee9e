"""Tell whether a claim is softened or denied, and by which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers import cues

if TYPE_CHECKING:
    from spacy.tokens import Token

# Positions in which a noun phrase says what something is or what a verb brings about. A noun
# phrase elsewhere is taken for granted: "the largest bank could fail" claims the rank all the same.
PREDICATES = frozenset({"attr", "acomp", "oprd", "dobj", "xcomp", "ccomp", "conj", "pobj"})
LINKING = frozenset({"be", "become", "remain", "rank", "stay", "prove", "make", "represent"})
ADDING = frozenset({"only", "just", "merely", "simply", "solely"})
# What follows a cause is taken for granted: "perhaps because of the highest wages".
CAUSAL = frozenset({"because", "due", "owing", "thanks", "given", "despite", "since"})
DENYING = frozenset({"deny", "dispute", "reject", "doubt"})
THINKING = frozenset({"think", "believe", "say", "claim", "suggest", "expect"})
DENIED_BEFORE = (
    ("not",), ("n't",), ("never",), ("hardly",), ("scarcely",), ("no", "longer"), ("far", "from"),
    ("nowhere", "near"), ("anything", "but"), ("rather", "than"), ("neither",), ("nor",),
    ("not", "necessarily"), ("not", "even"), ("not", "exactly"), ("not", "quite"),
    ("short", "of"), ("instead", "of"), ("not", "always"),
)  # fmt: skip


def hedge(first: Token, head: Token) -> Token | None:
    """Return the word that softens the claim from `first` to `head`, or None.

    Modal verbs count where they govern the claim ("could become the largest"), adverbs where
    they stand in the clause or a clause above it ("Maybe the boldest moves come from").
    """
    if (word := close_hedge(first)) is not None:
        return word
    opening = first.sent[0]
    softens = opening.lower_ in cues.words("modality_cues", "scope", "clause") - {"once"}
    taken = opening.head.lower_ in CAUSAL
    if opening.i < first.i and softens and opening.dep_ == "advmod" and not taken:
        return opening
    node, below, predicate = head, head, True
    for _ in range(12):
        if node.lower_ in CAUSAL:
            return None
        if node != head or node.pos_ in {"VERB", "AUX"}:
            found = adverb_of(node, first) or (verb_hedge(node, below) if predicate else None)
            if found is not None:
                return found
        if node.head == node:
            return None
        below, node = node, node.head
        predicate = predicate and below.dep_ in PREDICATES | {"prep", "relcl", "parataxis"}
        if below.dep_ == "prep" and node.pos_ in {"VERB", "AUX"} and below.lower_ != "as":
            predicate = predicate and node.lemma_ in LINKING
        if below.dep_ in {"relcl", "acl"} and node.pos_ not in {"VERB", "AUX"}:
            predicate = False
    return None


def close_hedge(first: Token) -> Token | None:
    """Return the hedge among the words right before the claim: "arguably the largest"."""
    softeners = cues.words("modality_cues", "kind", "hedge")
    for token in reversed(first.doc[max(first.sent.start, first.i - 3) : first.i]):
        if token.is_punct or token.lower_ in CAUSAL:
            return None
        if token.lower_ in softeners and token.pos_ not in {"VERB", "AUX", "PROPN", "NOUN"}:
            return token
    return None


def adverb_of(node: Token, first: Token) -> Token | None:
    """Return the adverb that softens a clause, if it stands before the claim."""
    softeners = cues.words("modality_cues", "scope", "clause")
    for child in node.children:
        if child.i < first.i and child.lower_ in softeners and child.pos_ in {"ADV", "ADJ"}:
            return child
    return None


def verb_hedge(node: Token, below: Token) -> Token | None:
    """Return the modal, or the verb itself, that softens what it governs."""
    if below.dep_ in {"nsubj", "nsubjpass", "csubj"}:
        return None
    modals = cues.words("modality_cues", "scope", "verb")
    for child in node.children:
        if child.dep_ == "aux" and child.lower_ in modals and child.tag_ == "MD":
            return child
    lemma = node.lemma_.lower()
    if below.dep_ in {"xcomp", "oprd", "acomp", "prep", "attr"} and below != node:
        if lemma in cues.words("modality_cues", "scope", "raising"):
            return node
        if lemma in cues.words("modality_cues", "scope", "passive") and node.tag_ == "VBN":
            return node
    return None


def is_denied(first: Token, head: Token) -> bool:
    """Tell whether a claim of rank is denied: "not the largest", "never been the best".

    "Not only the largest" and "if not the largest" are no denials, "not the slightest" neither.
    """
    if "slightest" in {token.lower_ for token in head.doc[first.i : head.i]}:
        return False
    if (before := denied_before(first)) is not None:
        return before
    if any(
        child.dep_ == "det" and child.lower_ == "no" and child.i < first.i
        for child in head.children
    ):
        return True
    node = head
    while node.dep_ in {"pobj", "prep"} and node.head.pos_ not in {"VERB", "AUX"}:
        node = node.head
    verb = node.head
    if any(child.dep_ == "expl" for child in verb.children):
        return False
    if node.dep_ in {"attr", "acomp", "oprd"} or node.dep_ == "prep" and verb.lemma_ in LINKING:
        if negated(verb):
            return True
        if verb.dep_ == "ccomp":
            above = verb.head
            return above.lemma_ in DENYING or (above.lemma_ in THINKING and negated(above))
    return False


def denied_before(first: Token) -> bool | None:
    """Tell whether the words before the claim deny it; None if they do not say."""
    words = [t.lower_ for t in first.doc[max(first.sent.start, first.i - 3) : first.i]]
    if words[-1:] and words[-1] in ADDING or words[-2:] == ["if", "not"]:
        return False
    return True if any(tuple(words[-len(d) :]) == d for d in DENIED_BEFORE) else None


def negated(verb: Token) -> bool:
    """Tell whether a verb is negated, "not only" left out."""
    for child in verb.children:
        if child.dep_ == "neg":
            after = child.nbor(1) if child.i + 1 < len(child.doc) else child
            return after.lower_ not in ADDING
    return False
