"""Tell whether a quantity is said of what a claim is about, by where both stand in the parse."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from helpers import cues
from helpers.superlative_rules.claim_span import is_finite
from helpers.superlative_rules.extreme import COMPARISON, UNIQUENESS, Extreme

if TYPE_CHECKING:
    from spacy.tokens import Token

    from helpers.superlative_rules.claim_span import Extent

PRONOUNS = frozenset("it he she they this that these those which who".split())
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
STEM = 5  # letters that a verb and the noun made from it share: reduce, reduction
# Words between a claim and the figure that it is given: "..., with more than 6,000 votes".
GIVING = frozenset("with at more less fewer over than about around some nearly almost".split())
APPOSED = 4  # words between the comma and the superlative of an apposition
PLACES = frozenset("in at across on near from to through around along over".split())
CLAUSES = frozenset({"ROOT", "ccomp", "relcl", "advcl", "acl", "parataxis", "conj", "pcomp"})


def clause(token: Token) -> Token:
    """Return the head of the clause that a token stands in."""
    node = token
    while node.head != node:
        if node.dep_ in CLAUSES and (node.pos_ in {"VERB", "AUX"} or node.dep_ == "relcl"):
            return node
        node = node.head
    return node


def place_in(token: Token, root: Token) -> tuple[str, Token]:
    """Return the relation, and its token, by which `token` hangs under the clause `root`."""
    node = token
    while node.head != node and node.head.i != root.i:
        node = node.head
    return node.dep_, node


def in_sentence(
    extreme: Extreme, extent: Extent, token: Token, specific: bool, is_date: bool
) -> bool:
    """Tell whether a quantity in the claim's own sentence is said of what the claim is about."""
    doc = token.doc
    if is_date and token.i and doc[token.i - 1].lower_ in {"since", "until", "by"}:
        return False
    if extent.first <= token.i <= extent.last:
        if is_date:
            return extreme.kind == UNIQUENESS and clause(token).dep_ in {"relcl", "acl"}
        return carries(token, extreme) or (
            clause(token).head.i == extreme.head.i and measures(clause(token))
        )
    if not is_date and (follows_from(extreme, token) or sums_up(extreme, extent, token)):
        return True
    if extreme.form == COMPARISON and not is_date and leads_to(extent, token):
        return True
    if token.i < extent.first and extent.first - token.i <= 3 and doc[extent.first - 1].text == ",":
        return not is_date
    ours, theirs = clause(extreme.head), clause(token)
    if follows_closely(extent, token):
        return not is_date and (token.dep_ not in SUBJECTS or measures(theirs))
    if extreme.head.dep_ == "appos" and ours.i == theirs.i:
        counts_others = token.dep_ == "nummod" and extreme.head.head.dep_ not in SUBJECTS
        return specific or measures(theirs) and not counts_others
    if ours.i == theirs.i:
        return same_clause(extreme, token, ours, specific, is_date)
    if is_date:
        own = theirs.dep_ in {"relcl", "acl"} and theirs.head.i == extreme.head.i
        origin = theirs.lemma_ in verbs("origin") and related(extreme, ours, theirs)
        return origin or own and extreme.kind == UNIQUENESS
    # "found in 9 percent of them", "reported by 9 percent"
    by = place_in(token, theirs)[0] == "agent"
    # "Built for $9 million, it is the cheapest": what opens the sentence is of its subject.
    by |= theirs.dep_ == "advcl" and theirs.tag_ == "VBN" and theirs.i < ours.i
    shared = by or theirs.dep_ == "acl" and theirs.tag_ in {"VBN", "VBD"}
    return related(extreme, ours, theirs) and (specific or shared or measures(theirs))


def follows_from(extreme: Extreme, token: Token) -> bool:
    """Tell whether the claim is drawn from what is said before: "which makes it the largest".

    "That makes it the largest" and "This is the largest" draw it from the sentence before.
    """
    verb = clause(extreme.head)
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    word = subject.lower_ if subject is not None else ""
    if verb.lemma_ not in verbs("equate") or token.i >= verb.i or extreme.head.i < verb.i:
        return False
    if token.sent == verb.sent:
        return verb.lemma_ == "make" and (word == "which" or not word and verb.tag_ == "VBG")
    return word in {"that", "this"} or word == "it" and verb.lemma_ == "make"


def sums_up(extreme: Extreme, extent: Extent, token: Token) -> bool:
    """Tell whether the claim sums up the clause before its comma: "by 38 percent, the largest cut".

    Its noun means an amount, or what the verb of that clause does: reduced, the reduction.
    """
    between = token.doc[token.i + 1 : extent.first]
    commas = [t.i for t in between if t.text in {",", "—", "–"}]
    if not commas or extreme.head.dep_ in SUBJECTS:
        return False
    after = token.doc[commas[-1] : extent.first]
    # "sending its shares to their lowest level" tells of another thing, "making it the" does not.
    other = (t.tag_ == "VBG" and t.lemma_ not in verbs("equate") for t in after)
    if any(map(is_finite, after)) or any(other):
        return False
    noun = extreme.head.lemma_.lower()
    verb = clause(token).lemma_.lower()
    same_stem = len(verb) > STEM and noun[:STEM] == verb[:STEM]
    return same_stem or noun in verbs("amount")


def leads_to(extent: Extent, token: Token) -> bool:
    """Tell whether only a comma parts the claim from the figure: "$9m raised, more than any other"."""
    between = token.doc[token.i + 1 : extent.first]
    return between[-1:].text == "," and not any(map(is_finite, between))


def is_own_figure(extreme: Extreme, token: Token) -> bool:
    """Tell whether a figure is given right behind the noun: "unrivalled efficiency of 97%"."""
    link = token.head if token.dep_ == "pobj" else token.head.head
    return link.dep_ == "prep" and link.lower_ in {"of", "at"} and link.head.i == extreme.head.i


def follows_closely(extent: Extent, token: Token) -> bool:
    """Tell whether a quantity stands behind the claim as its gloss: "its largest fine, $3bn"."""
    doc = token.doc
    if not extent.last < token.i <= extent.last + 5:
        return False
    between = doc[extent.last + 1 : token.i]
    if between[:1].text in {":", "(", "—", "–"}:
        return True
    close = between[:1].text == "," and all(
        t.is_punct or t.is_currency or t.like_num or t.lower_ in GIVING for t in between
    )
    return close and token.dep_ not in SUBJECTS


def leads_in(extent: Extent, token: Token) -> bool:
    """Tell whether a colon leads from the quantity to the claim: "9,400 patients: the largest trial"."""
    doc = token.doc
    before = doc[token.sent.start : extent.first]
    return (
        before[-1:].text == ":"
        and not any(is_finite(t) and t.is_alpha for t in before)
        and token in before
    )


def happens_in(extreme: Extreme, extent: Extent, token: Token) -> bool:
    """Tell whether the quantity is told of the very event: "the worst shock, when prices rose 9%"."""
    event = clause(token)
    told = event.dep_ == "relcl" and event.head.i == extreme.head.i
    follows = event.dep_ == "advcl" and 0 < event.left_edge.i - extent.last <= 2
    return (told or follows) and measures(event) and any(t.tag_ == "WRB" for t in event.children)


def carries(token: Token, extreme: Extreme) -> bool:
    """Tell whether a quantity inside the claim is its amount: "a record profit of $5bn"."""
    head = token.head
    while token.dep_ in {"nummod", "quantmod", "compound"} and head.i != extreme.head.i:
        token, head = head, head.head
    if head.i == extreme.head.i or token.i == extreme.head.i:
        return True
    return (
        head.dep_ == "prep"
        and head.lower_ in {"of", "at", "with"}
        and (head.head.i == extreme.head.i)
    )


def same_clause(extreme: Extreme, token: Token, root: Token, specific: bool, is_date: bool) -> bool:
    """Tell whether claim and quantity, parts of one clause, are said of the same thing."""
    ours, _ = place_in(extreme.head, root)
    theirs, node = place_in(token, root)
    if extreme.head.i in {t.i for t in token.ancestors}:
        return True
    equates = root.lemma_ in verbs("equate") or extreme.head.i == root.i
    if is_date:
        return ours not in SUBJECTS and theirs not in SUBJECTS and (equates or ours == "dobj")
    if ours == "prep" and not (node.lower_ == "as" or equates):
        return specific and theirs in SUBJECTS | {"dobj", "prep"} and near(extreme, token)
    if equates:
        return specific or theirs in SUBJECTS or attached(node) or measures(root)
    if ours in SUBJECTS:
        return measures(root)
    follows = node.lower_ in {"with", "at"} and node.i > extreme.head.i
    return (specific or follows) and theirs not in SUBJECTS


def near(extreme: Extreme, token: Token) -> bool:
    """Tell whether a quantity stands close to the claim."""
    return abs(token.i - extreme.head.i) <= 6


def attached(node: Token) -> bool:
    """Tell whether an adjunct gives a measure: "with 40 million customers", "at $5bn"."""
    return node.dep_ in {"prep", "npadvmod", "advcl", "punct"} and node.lower_ in {
        "with", "at", "by", "to", "valued", "worth", "having", "for",
    }  # fmt: skip


def related(extreme: Extreme, ours: Token, theirs: Token) -> bool:
    """Tell whether two clauses of a sentence have the same subject."""
    if theirs.dep_ in {"relcl", "acl"}:
        noun = theirs.head
        equates = ours.lemma_ in verbs("equate")
        subject = subject_of(ours) if equates else None
        return (
            noun.i == extreme.head.i
            or (subject is not None and noun.i == subject.i)
            or (equates and subject == extreme.head and is_complement(noun, ours))
        )
    if ours.dep_ == "advcl" and ours.tag_ == "VBG" and ours.lemma_ in verbs("equate"):
        return ours.head.i == theirs.i
    if ours.dep_ in {"relcl", "acl", "appos"} or extreme.head.dep_ == "appos":
        noun = ours.head if ours.dep_ != "ROOT" else extreme.head.head
        subject = subject_of(theirs)
        return subject is not None and noun.i == subject.i
    subject = next((c for c in theirs.children if c.dep_ in SUBJECTS), None)
    linked = theirs.head.i == ours.i or ours.head.i == theirs.i
    return linked and (subject is None or subject.lower_ in PRONOUNS)


def is_complement(noun: Token, verb: Token) -> bool:
    """Tell whether a verb says that its subject is `noun`, or one of several with it."""
    while noun.dep_ == "conj":
        noun = noun.head
    return noun.head == verb and noun.dep_ in {"attr", "acomp", "oprd"}


def subject_of(root: Token) -> Token | None:
    """Return the subject of a clause, that of the clause before for a coordinated verb."""
    for child in root.children:
        if child.dep_ in SUBJECTS:
            return child
    return subject_of(root.head) if root.dep_ == "conj" and root.head is not root else None


def in_neighbour(extreme: Extreme, token: Token, specific: bool) -> bool:
    """Tell whether a quantity in the sentence before or after is said of the same thing."""
    if follows_from(extreme, token):
        return True
    root = clause(token)
    subject = subject_of(root)
    if subject is not None and is_predecessor(subject):
        return True
    if subject is not None and subject.tag_ in {"WP", "WDT"} and root.dep_ == "relcl":
        subject = root.head
    if subject is None:
        return specific
    ours = subject_of(clause(extreme.head))
    same = {extreme.head.lemma_.lower()} | ({ours.lemma_.lower()} if ours is not None else set())
    if extreme.head.i < token.i:
        same |= {noun.lemma_.lower() for noun in called_so(extreme)}
    if ours is not None and ours.lower_ in PRONOUNS and token.i < ours.i:
        same.add(subject.lemma_.lower())
    if subject.lower_ not in PRONOUNS and subject.lemma_.lower() not in same:
        return False
    if subject in token.ancestors:
        return True
    return specific or measures(root) and place_in(token, root)[0] not in {"advmod"}


def called_so(extreme: Extreme) -> Iterator[Token]:
    """Yield the nouns before the comma of an apposition: "a plan for a line in town, the largest"."""
    before = extreme.first - 1
    while before > extreme.head.sent.start and extreme.head.doc[before].text != ",":
        if extreme.first - before > APPOSED:
            return
        before -= 1
    noun = extreme.head.doc[max(before - 1, 0)]
    while before > extreme.head.sent.start and noun.pos_ in {"NOUN", "PROPN"}:
        located = noun.dep_ == "pobj" and noun.head.lower_ in PLACES
        if not located:
            yield noun
        if noun.dep_ != "pobj" or noun.head.head == noun.head:
            return
        noun = noun.head.head


def is_predecessor(subject: Token) -> bool:
    """Tell whether a subject is what held the extreme before: "the previous highest was $11m"."""
    words = {token.lower_ for token in subject.subtree}
    ranked = subject.lower_ in {"record", "mark", "best", "high"} or any(
        token.tag_ in {"JJS", "RBS"} for token in subject.subtree
    )
    return ranked and bool(words & {"previous", "earlier", "old", "former"})


def measures(root: Token) -> bool:
    """Tell whether a verb can state a measure: has, reaches, costs."""
    return root.lemma_.lower() in verbs("measure") or root.pos_ not in {"VERB", "AUX"}


def verbs(use: str) -> frozenset[str]:
    """Return the verbs that measure, that equate, or that tell of an origin."""
    return cues.words("superlative_evidence", "use", use)
