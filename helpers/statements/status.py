"""Say how a statement is made: asserted, reported, hedged or negated."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from helpers.attribution import covering
from helpers.cues import words
from helpers.statements.context import SUBJECTS, VERBS, Context

if TYPE_CHECKING:
    from spacy.tokens import Token

ASSERTED, REPORTED, HEDGED, NEGATED = "asserted", "reported", "hedged", "negated"
# "instead of a full acquisition", "short of a takeover"
DENIALS = (("instead", "of"), ("rather", "than"), ("short", "of"), ("stop", "short"), ("without",))
DENYING = frozenset(["deny", "reject", "dismiss", "refuse", "decline", "fail", "rule"])
# "It will not reopen before Friday": the day is not denied.
UNTIL = frozenset(["before", "until", "till"])
IMPUTING = frozenset(["reported", "alleged", "supposed", "rumoured", "rumored", "reportedly"])
FORESEEING = frozenset(["expect", "forecast", "project", "predict", "foresee"])
UNCERTAIN = frozenset(["possible", "likely", "probable", "conceivable", "imaginable"])


def status_of(context: Context, first: int, last: int) -> tuple[str, str]:
    """Return status and attribution (the speaker, or "") of tokens `first` to `last`."""
    tokens = context.doc[first:last]
    verb = None if is_presupposed(tokens.root) else governing_verb(tokens.root)
    start = context.parsed.block.start + tokens.start_char
    spoken = covering(context.attributions, start, context.parsed.block.start + tokens.end_char)
    speaker = spoken.speaker if spoken else ""
    if is_negated(context, first, verb) and not is_owned(tokens.root):
        return NEGATED, speaker
    if is_hedged(context, first, last, verb):
        return HEDGED, speaker
    before = {token.lower_ for token in context.doc[max(0, first - 3) : last]}
    if spoken or before & IMPUTING:
        return REPORTED, speaker
    return ASSERTED, ""


def governing_verb(root: Token) -> Token | None:
    """Return the verb that makes the statement around a word."""
    if root.pos_ in VERBS:
        return root
    return next((above for above in root.ancestors if above.pos_ in VERBS), None)


def is_presupposed(root: Token) -> bool:
    """Tell whether a definite subject holds the words: "The $5 million deal may help" is a deal."""
    node = root
    while node.head != node and node.pos_ not in VERBS and node.dep_ not in SUBJECTS:
        node = node.head
    definite = {"the", "this", "that", "these", "those"}
    return node.dep_ in SUBJECTS and any(
        child.dep_ == "poss" or child.lower_ in definite for child in node.children
    )


def is_owned(root: Token) -> bool:
    """Tell whether the words describe what somebody has: "did not add to their 3-0 lead"."""
    above = root.head
    described = root.dep_ in {"compound", "nummod", "amod"} and above.pos_ == "NOUN"
    return described and any(c.dep_ == "poss" for c in above.children)


def is_negated(context: Context, first: int, verb: Token | None) -> bool:
    """Tell whether the words are denied: by the verb, "no", "instead of" or the like."""
    doc = context.doc
    before = [token.lower_ for token in doc[max(doc[first].sent.start, first - 5) : first]]
    for denial in DENIALS:
        for i in range(len(before) - len(denial) + 1):
            between = before[i + len(denial) :]
            if tuple(before[i : i + len(denial)]) == denial and not {",", "and", "but"} & {
                *between
            }:
                return True
    if before and before[-1] in UNTIL:
        return False
    chain = [] if verb is None else [verb]
    if verb is not None and verb.dep_ in {"xcomp", "ccomp"} and verb.head.i < verb.i:
        chain.append(verb.head)
    for word in chain:
        if any(child.dep_ == "neg" for child in word.children):
            return not is_no_more_than(word)
        if word != verb and word.lemma_ in DENYING:
            return True
    return False


def is_no_more_than(verb: Token) -> bool:
    """Tell "not just", "not only", "not more than", which deny nothing."""
    negation = next(child for child in verb.children if child.dep_ == "neg")
    after = verb.doc[negation.i + 1 : negation.i + 4]
    return any(token.lower_ in {"just", "only", "merely", "simply", "more"} for token in after)


def is_hedged(context: Context, first: int, last: int, verb: Token | None) -> bool:
    """Tell whether the statement is a possibility, a plan or a forecast."""
    doc = context.doc
    if any(token.lower_ in hedges("phrase") for token in doc[max(0, first - 3) : last]):
        return True
    steps = 0
    while verb is not None and steps < 4:
        if hedges_verb(verb):
            return True
        if verb.dep_ not in {"xcomp", "ccomp", "advcl", "conj"} or verb.head == verb:
            return False
        if verb.dep_ == "ccomp" and verb.head.lemma_ not in {"mean", "believe", "hope", "expect"}:
            return False
        if verb.dep_ in {"advcl", "conj"}:
            return False
        verb, steps = verb.head, steps + 1
    return False


@cache
def hedges(*scopes: str) -> frozenset[str]:
    """Return the words that hedge a phrase, a verb or a clause."""
    kinds = words("modality_cues", "kind", "hedge")
    sure = {"once", "almost", "nearly"} if "clause" in scopes else set()
    return (words("modality_cues", "scope", *scopes) & kinds) - sure


def hedges_verb(verb: Token) -> bool:
    """Tell whether the verb itself, its auxiliaries or its adverbs make it uncertain."""
    raising = words("modality_cues", "scope", "raising") - {"seem", "appear"}
    passive = words("modality_cues", "scope", "passive")
    children = list(verb.children)
    for child in children:
        if child.i < verb.i and child.lower_ in hedges("verb", "clause"):
            return child.dep_ != "prep"
        if child.dep_ == "mark" and child.lower_ == "if":
            return True
    if any(c.dep_ == "acomp" and c.lower_ in UNCERTAIN for c in children):
        return True
    if verb.lemma_ in FORESEEING and verb.tag_ != "VBN":
        return True
    followed = any(child.dep_ == "xcomp" for child in children)
    return followed and (verb.lemma_ in raising or (verb.tag_ == "VBN" and verb.lemma_ in passive))
