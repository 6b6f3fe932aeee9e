"""Say who speaks: the subject of a verb of speech, and whether it is anybody in particular."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers import cues

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

NAMED, VAGUE, NONE = "named", "vague", "none"

FIRST_PERSON = frozenset({"i", "we"})
THIRD_PERSON = frozenset({"he", "she", "him", "her", "his", "its", "their"})
# Where "X experts" names no organisation.
PLACES = frozenset("us u.s. uk u.k. eu u.n. un western american british european".split())
PLACES_OF_TRADE = frozenset({"street", "valley", "westminster", "washington", "wall", "silicon"})
MEMBERSHIP = frozenset({"at", "of", "from", "for"})


def subject(verb: Token) -> Token | None:
    """Return the head of the noun phrase that does what `verb` says, found in its sentence.

    Passive verbs have the noun after "by"; participles and coordinated verbs take the subject of
    the verb they hang on; a relative pronoun stands for its antecedent.
    """
    for child in verb.children:
        if child.dep_ == "nsubj":
            return antecedent(child, verb)
    if is_passive(verb):
        return agent(verb)
    if verb.dep_ in {"conj", "xcomp", "advcl"} and verb.head.pos_ in {"VERB", "AUX"}:
        return subject(verb.head) if verb.head.i != verb.i else None
    if verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VBG":
        return verb.head
    return None


def antecedent(child: Token, verb: Token) -> Token:
    """Return the noun that a relative pronoun stands for, or the token itself."""
    if child.tag_ in {"WP", "WDT"} and verb.dep_ == "relcl":
        return verb.head
    return child


def is_passive(verb: Token) -> bool:
    """Tell whether `verb` is a passive, finite ("is called") or not ("hailed as")."""
    children = {child.dep_ for child in verb.children}
    if "auxpass" in children or "nsubjpass" in children:
        return True
    if verb.tag_ not in {"VBN", "VBD"} or "aux" in children or "dobj" in children:
        return False
    following = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    bare = verb.tag_ == "VBN" and "nsubj" not in children
    return bare or (following is not None and following.lower_ in {"as", "by"})


def agent(verb: Token) -> Token | None:
    """Return the noun after the "by" of a passive verb, also where it hangs on the complement."""
    nodes = [verb, *(child for child in verb.rights if child.dep_ != "conj")]
    nodes += [grandchild for node in nodes[1:] for grandchild in node.rights]
    for child in [c for head in nodes for c in head.rights]:
        if child.lower_ == "by" and child.dep_ in {"agent", "prep"}:
            return next(child.children, None)
    return None


def phrase(head: Token) -> Span:
    """Return the name or noun phrase around `head`, without relative clauses and appositions."""
    left = head.left_edge.i
    right = head.i
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in MEMBERSHIP:
            right = max(right, child.right_edge.i)
        elif child.dep_ in {"flat", "nummod"}:
            right = max(right, child.i)
    if head.dep_ == "poss":
        right = head.i
    span = head.doc[left : right + 1]
    clause = [t.i for t in span if t.dep_ in {"relcl", "acl", "appos"} and t.i > head.i]
    while clause and span.end > min(t.left_edge.i for t in head.doc[clause[0] : clause[0] + 1]):
        span = head.doc[left : head.doc[clause[0]].left_edge.i]
    return span if span.end > span.start else head.doc[head.i : head.i + 1]


def name_after(head: Token) -> Span | None:
    """Return the name right behind a role that the parse did not join to it: "geologist Dr. Ana Paz"."""
    last = head.i
    while last + 1 < head.sent.end and head.doc[last + 1].pos_ == "PROPN":
        last += 1
    named = head.pos_ == "NOUN" and last > head.i and not is_body(head)
    return head.doc[head.i + 1 : last + 1] if named else None


def is_body(head: Token) -> bool:
    """Tell whether the noun means a body or a document that speaks: office, report."""
    return head.lemma_.lower() in cues.words("attribution_speakers", "firmness", "body", "document")


def firmness(head: Token) -> str:
    """Return whether the speaker is somebody in particular: `named` or `vague`.

    A name, a definite person or body and a document are; "analysts", "many" and "a source" are
    not, unless they belong to a named organisation.
    """
    if is_body(head) or is_named_behind(head):
        return VAGUE if is_any_of(head) else NAMED
    if head.pos_ == "PRON" or head.lower_ in THIRD_PERSON | FIRST_PERSON:
        return NAMED if head.lower_ in THIRD_PERSON | FIRST_PERSON | {"it", "who"} else VAGUE
    if is_vague(head):
        return NAMED if names_organisation(head) else VAGUE
    if head.pos_ == "PROPN" or any(t.pos_ == "PROPN" for t in head.subtree if t.i < head.i):
        return NAMED
    definite = any(c.dep_ == "poss" or c.lower_ in {"the", "this", "that"} for c in head.children)
    return NAMED if definite else VAGUE


def is_any_of(head: Token) -> bool:
    """Tell whether a plural means whoever of its kind: "mining companies", not "both companies"."""
    bodies = cues.words("attribution_speakers", "firmness", "body")
    bare = not any(c.dep_ in {"det", "poss", "nummod"} or c.pos_ == "PROPN" for c in head.children)
    return bare and head.tag_ == "NNS" and head.lower_ not in bodies and head.lemma_ in bodies


def is_named_behind(head: Token) -> bool:
    """Tell whether a name in apposition says who it is: "one passenger, nurse Ana Paz, said"."""
    appositions = (child for child in head.children if child.dep_ == "appos")
    return any(one.pos_ == "PROPN" for one in appositions)


def is_vague(head: Token) -> bool:
    """Tell whether the noun means nobody in particular: a role, a crowd, a rumour."""
    vague = cues.words("attribution_speakers", "firmness", "vague")
    if head.lower_ in vague or head.lemma_.lower() in vague:
        singular_definite = head.tag_ == "NN" and any(
            child.lower_ in {"the", "this", "his", "her"} for child in head.children
        )
        crowd = head.lower_ in {"public", "world", "industry", "community", "media", "press"}
        return crowd or not singular_definite
    return False


def names_organisation(head: Token) -> bool:
    """Tell whether "X's", "X" or "at X" before or after a role names an organisation."""
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in MEMBERSHIP:
            owners = list(child.children)
        else:
            owners = [child] if child.dep_ in {"compound", "poss", "nmod"} else []
        names = [owner for owner in owners if owner.pos_ == "PROPN"]
        if any(name.lower_ not in PLACES | PLACES_OF_TRADE for name in names):
            return True
    return False


def signature(text: str) -> tuple[str, str]:
    """Return speaker and firmness of a line under a pull quote: "– Tech industry analyst".

    A role without a name is nobody in particular: it has one capital at most, its first.
    """
    speaker = text.strip().lstrip("-‐‑–—―~ ").strip()
    if not speaker:
        return "", NONE
    first = speaker.split(",")[0].split()
    vague = cues.words("attribution_speakers", "firmness", "vague")
    last = first[-1].lower() if first else ""
    is_role = last in vague or last.removesuffix("s") in vague
    inside = [word for word in first[1:-1] if word[:1].isupper() and word.lower() not in PLACES]
    named_role = is_role and any(word.endswith(("'s", "’s")) for word in first) and inside
    if is_role and not named_role:
        return speaker, VAGUE
    capitals = [word for word in first if word[:1].isupper()]
    return speaker, NAMED if len(capitals) > 1 or len(first) == 1 == len(capitals) else VAGUE
