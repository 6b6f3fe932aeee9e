"""Tell whether a clause says that something is so, that it is not, or leaves it open.

Denials nest: who "rejected claims that repairs had been put off" says that they were not, who
"did not deny" something says it. A condition, a question, a wish and a possibility say nothing
firm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.statements.context import NOUNS, SUBJECTS, VERBS, Context

if TYPE_CHECKING:
    from spacy.tokens import Token

SO, NOT_SO, OPEN = "asserted", "negated", "hedged"
NEGATIONS = frozenset(["not", "n't", "never", "neither"])
# "Not only" denies nothing.
ADDING = frozenset(["only", "just", "merely", "simply"])
# Verbs that turn what they govern into its opposite: a clause, and an act.
DENYING = frozenset("deny reject dispute refute dismiss contradict rebut disprove".split())
UNDONE = frozenset("fail refuse decline neglect cease stop avoid forget".split())
GRANTING = frozenset(["confirm", "accept", "acknowledge", "admit"])
# What is told of what need not have happened.
WISHING = frozenset(
    "want hope expect plan ask urge consider threaten wish like intend aim try seek demand "
    "call propose suggest recommend advise press pledge promise vow offer fear doubt wonder "
    "decide examine discuss prepare need allow help seem appear allege "
    "accuse ponder weigh mull".split()
)
MODALS = frozenset("may might could can should must ca cannot ought".split())
OPENING = frozenset("if unless whether until lest".split())
ANYBODY = frozenset("nobody everybody everyone anybody anyone".split())
# What is denied with one of these may be so, less gravely or in part.
GRAVELY = frozenset("seriously badly critically gravely severely fully completely wholly".split())
NOBODY = frozenset(["no", "none", "nobody", "nothing", "neither", "not"])
# A denial that holds only from then on: "no refunds after that".
BOUNDS = frozenset(["after", "before", "beyond", "until", "till"])
THEN = frozenset("that then this date deadline point time".split())
CLAUSES = frozenset(["xcomp", "ccomp", "acl", "pcomp"])
MOST_STEPS = 4


def firmness(context: Context, verb: Token) -> str:
    """Return the polarity of a verb, found once for all rules."""
    if verb.i not in context.polarities:
        told = polarity(verb)
        loose = told == NOT_SO and (is_bounded(verb) or is_contrast(verb))
        context.polarities[verb.i] = OPEN if loose else told
    return context.polarities[verb.i]


def polarity(verb: Token) -> str:
    """Return what the words say of the act of a verb: that it is so, not so, or nothing firm."""
    if is_open(verb, first=True):
        return OPEN
    turns, node = own_turns(verb), verb
    if {"neg", "agent"} <= {child.dep_ for child in verb.children}:
        return OPEN  # what was "not caused by ice" may have been caused
    for _ in range(MOST_STEPS):
        above, joined = node.head, node.dep_ == "conj"
        if above == node or not (joined or node.dep_ in CLAUSES):
            break
        if joined:
            told = any(child.dep_ in SUBJECTS for child in node.children)
            if told or above.pos_ not in VERBS or is_denying(above):
                break
        elif above.pos_ in NOUNS:
            turn = noun_turns(above, verb)
            return OPEN if turn is None else NOT_SO if (turns + turn) % 2 else SO
        elif denies(above, node):
            turns += 1 + own_turns(above)
            break
        elif above.pos_ not in VERBS or is_wish(above, node):
            return OPEN if above.pos_ in VERBS else NOT_SO if turns % 2 else SO
        elif node.dep_ == "xcomp":
            turns += own_turns(above)
        if is_open(above, first=False):
            return OPEN
        node = above
    return NOT_SO if turns % 2 else SO


def is_bounded(verb: Token) -> bool:
    """Tell whether what is denied is denied for a time alone: "not after that", "until then"."""
    return any(
        c.lower_ in THEN
        for link in verb.children
        if link.lower_ in BOUNDS and link.dep_ == "prep"
        for c in link.children
    )


def is_contrast(verb: Token) -> bool:
    """Tell whether a denial only leads to what is so: "not buying walls, we are buying people"."""
    if verb.pos_ != "VERB":
        return False
    return any(t.lemma_ == verb.lemma_ and t.tag_ == verb.tag_ and t != verb for t in verb.sent)


def is_denying(verb: Token) -> bool:
    """Tell whether a verb denies what it governs."""
    return verb.lemma_.lower() in DENYING | UNDONE


def is_wish(above: Token, clause: Token) -> bool:
    """Tell whether what a verb governs need not have happened; what is decided on will be done."""
    told_before = clause.dep_ == "ccomp" and clause.i < above.i  # "it will be sold, they decided"
    settled = clause.dep_ == "xcomp" or told_before
    decided = above.lemma_ == "decide" and above.tag_ in {"VBN", "VBD"} and settled
    return above.lemma_.lower() in WISHING and not decided


def denies(above: Token, clause: Token) -> bool:
    """Tell whether what stands above a clause denies it: "denied that", "without doing"."""
    lemma = above.lemma_.lower()
    if lemma in UNDONE:
        return clause.dep_ in {"xcomp", "pcomp"}
    out = lemma == "rule" and any(child.lower_ == "out" for child in above.children)
    return lemma in DENYING or lemma == "without" or out


def noun_turns(noun: Token, verb: Token) -> int | None:
    """Return 1 if a noun denies the clause on it, 0 if not, None if it leaves it open.

    "Denied a report that it was sold", "no sign that it was sold", "a plan to sell it".
    """
    if any(child.lower_ == "no" for child in noun.children):
        return 1
    above = noun.head.lemma_.lower()
    if noun.dep_ == "dobj" and above in DENYING:
        return 1 + own_turns(noun.head)
    participle = verb.tag_ in {"VBG", "VBN"} and not any(c.dep_ == "mark" for c in verb.children)
    return 0 if participle or (noun.dep_ == "dobj" and above in GRANTING) else None


def own_turns(verb: Token) -> int:
    """Return 1 if the verb itself is negated, else 0."""
    words = [token.lower_ for token in verb.doc[max(0, verb.i - 3) : verb.i]]
    if words[-2:] == ["yet", "to"] or words[-3:-1] == ["yet", "to"]:
        return 1
    return int(any(is_negation(child, verb) for child in verb.children))


def is_negation(child: Token, verb: Token) -> bool:
    """Tell whether a word below a verb denies it: "not", "no longer", "none of them"."""
    doc = verb.doc
    if child.dep_ == "neg" or child.lower_ in NEGATIONS:
        after = doc[child.i + 1].lower_ if child.i + 1 < len(doc) else ""
        apart = child.i > verb.i + 2 and verb.pos_ != "AUX"
        return not apart and after not in ADDING
    if child.lower_ == "longer":
        return child.i > 0 and doc[child.i - 1].lower_ == "no"
    return child.dep_ in SUBJECTS and is_nobody(child)


def is_nobody(subject: Token) -> bool:
    """Tell "no train", "none of the trains", "not a single train", "neither side"."""
    if subject.lower_ in NOBODY:
        return True
    first = subject.left_edge
    alone = first.lower_ == "not" and first.nbor().lower_ in {"a", "one"}
    return alone or first.lower_ in {"no", "neither"}


def is_open(verb: Token, *, first: bool) -> bool:
    """Tell whether a verb stands under a condition, a question or a modal that says nothing firm.

    Nor is firm what holds at any time: "Nobody buys a farm to close it."
    """
    for child in verb.children:
        if child.lower_ in ANYBODY and child.dep_ in SUBJECTS and verb.tag_ == "VBZ":
            return True
        if child.dep_ == "advcl" and any(c.lower_ in OPENING - {"until"} for c in child.children):
            return first
        if child.i > verb.i:
            continue
        if child.dep_ == "aux" and child.lower_ in MODALS:
            return True
        if child.dep_ in {"mark", "advmod"} and child.lower_ in OPENING:
            return True
    return first and verb.sent[-1].text == "?"
