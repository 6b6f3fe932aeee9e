"""Find predictions given as sure: "will transform", "is certain to sweep", "has the power to change"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from helpers import cues
from helpers.attribution import VAGUE
from helpers.hype_rules import places
from helpers.hype_rules.constructions import LIMITERS, Construction, is_question

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from helpers.language import ParsedBlock

FUTURES = frozenset({"will", "'ll", "wo", "shall"})
VOWING = frozenset({"i", "we"})
RELATIVES = frozenset("who which that whom what how when where why whether".split())
# What many have the power to do.
EVERYDAY = frozenset({"change", "shape", "define", "win", "rule"})
# Subject, "will", verb and the mark at the end, and one word more.
VERDICT = 5
SEVERAL = 2
# Of these what comes is told: "the future", "the next few years".
AHEAD = frozenset("future era age".split())
SPANS = frozenset("year decade century generation".split())
COMING = frozenset({"next", "coming"})
AMOUNTS = frozenset("more less fewer later earlier further".split())


def futures(
    parsed: ParsedBlock,
    vouched: Callable[[int, int], str],
    is_hype: Callable[[int, int], bool],
    *,
    promotional: bool,
) -> Iterator[Construction]:
    """Yield predictions given as sure: the cue with its verb, as in "will redefine".

    A future counts if its verb promises change, its clause holds other hype (`is_hype`) or it is a
    whole sentence in three words ("Crops will fail."); in a `promotional` article any does that
    is no plan or that is said of times ahead. It is neither hedged, conditional, scheduled nor somebody else's word (`vouched`
    tells how firmly, "" for nobody's).
    """
    for token in places.standing(parsed.doc, cue_words()):
        verb = future_verb(token)
        if verb is None or is_question(token.sent.text):
            continue
        span = cue_with_verb(token, verb)
        ahead = foretells(verb) or is_of_times_ahead(verb)
        foretold = promotional and token.lower_ in FUTURES | {"going"} and ahead
        counts = foretold or is_worded_up(token, verb)
        if not (counts or not is_plain(verb) and any(is_hype(*part) for part in clause(verb))):
            continue
        # "Campaigners say" vouches for nothing that is sure where everything is worded up.
        firmness = vouched(span.start_char, span.end_char)
        excused = firmness == VAGUE and promotional and is_sure(token)
        if is_open(verb) or firmness and not excused:
            continue
        term = f"{token.lower_} {verb.lemma_}".replace("'ll", "will").replace("wo ", "will not ")
        yield Construction(span.start_char, span.end_char, "future", "certainty", term)


@cache
def cue_words() -> frozenset[str]:
    """Return the words that a prediction begins with."""
    return FUTURES | cues.words("certainty_cues", "use", "to", "sure", "noun")


def is_worded_up(cue: Token, verb: Token) -> bool:
    """Tell whether a prediction says by itself that something great is sure to happen."""
    if cue.lower_ in cues.words("certainty_cues", "use", "noun"):
        return promises(verb) and verb.lemma_ not in EVERYDAY
    sure = is_sure(cue) and not is_official(verb)
    return sure or promises(verb) or insists(verb) or is_verdict(cue.sent, verb) or outdoes(verb)


def is_sure(cue: Token) -> bool:
    """Tell whether a cue promises by itself: "is certain to"."""
    return cue.lower_ in cues.words("certainty_cues", "use", "sure")


def foretells(verb: Token) -> bool:
    """Tell whether a future says what will happen, not what somebody plans or may look at."""
    if verb.dep_ == "relcl" or verb.tag_ == "VBN" and any(map(is_passive, verb.children)):
        return False
    if any(child.dep_ == "expl" for child in verb.children):
        return False
    before = {child.lower_ for child in verb.children if child.i < verb.i}
    if before & (VOWING | RELATIVES):
        return False
    return "never" in before or not is_plain(verb)


def is_of_times_ahead(verb: Token) -> bool:
    """Tell whether a verb is said of times to come: "the next few years will be decided by"."""
    subjects = [child for child in verb.children if is_subject(child)]
    return any(
        one.lemma_ in AHEAD
        or one.lemma_ in SPANS
        and any(child.lower_ in COMING for child in one.children)
        for one in subjects
    )


def is_passive(token: Token) -> bool:
    """Tell whether a word makes a passive with "be": "will be held", not "will get destroyed"."""
    return token.dep_ == "auxpass" and token.lemma_ == "be"


def clause(verb: Token) -> Iterator[tuple[int, int]]:
    """Yield the offsets of a verb and of what hangs on it, without clauses of time or reason."""
    yield verb.idx, verb.idx + len(verb)
    for child in verb.children:
        if child.dep_ != "advcl" or not any(one.dep_ == "mark" for one in child.children):
            yield child.left_edge.idx, child.right_edge.idx + len(child.right_edge)


def future_verb(token: Token) -> Token | None:
    """Return the verb that a cue of the future makes certain: "will X", "is set to X"."""
    if token.lower_ in FUTURES and token.tag_ == "MD" and token.dep_ == "aux":
        return token.head
    if token.lower_ in cues.words("certainty_cues", "use", "to", "sure") and not is_past(token):
        commanded = token.dep_ == "acomp" and not any(map(is_subject, token.head.children))
        verbs = (c for c in token.children if c.dep_ == "xcomp" and has_to(c))
        return None if commanded else next(verbs, None)
    if token.lower_ in cues.words("certainty_cues", "use", "noun") and token.pos_ == "NOUN":
        return next((c for c in token.children if c.dep_ == "acl" and has_to(c)), None)
    return None


def is_past(cue: Token) -> bool:
    """Tell whether a cue looks ahead from the past: "was about to collapse"."""
    around = (*cue.children, cue.head)
    return any(token.tag_ == "VBD" and token.lemma_ == "be" for token in around)


def has_to(verb: Token) -> bool:
    """Tell whether a verb is an infinitive with "to"."""
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def cue_with_verb(cue: Token, verb: Token) -> Span:
    """Return the words from the cue, or the "is" before it, to its verb or predicate."""
    first, last = min(cue.i, verb.i), max(cue.i, verb.i)
    before = cue.doc[first - 1] if first > cue.sent.start else None
    if cue.lower_ not in FUTURES and before is not None and before.lemma_ == "be":
        first -= 1
    after = cue.doc[last + 1] if last + 1 < cue.sent.end else None
    if verb.lemma_ == "be" and after is not None and after.dep_ == "acomp":
        last += 1
    return cue.doc[first : last + 1]


def promises(verb: Token) -> bool:
    """Tell whether a verb, or the predicate after "be", says that something great will happen."""
    if verb.lemma_ in cues.words("certainty_cues", "use", "verb"):
        return True
    predicates = cues.words("certainty_cues", "use", "predicate")
    return verb.lemma_ in {"be", "become", "prove"} and any(
        child.lemma_ in predicates for child in verb.children if child.dep_ in {"acomp", "oprd"}
    )


def insists(verb: Token) -> bool:
    """Tell whether an adverb stresses that it is sure: "will never", "will undoubtedly".

    What a speaker says of himself is a vow: "we will never give in". So is "it will never sell".
    """
    adverbs = cues.words("certainty_cues", "use", "adverb")
    vowed = any(child.lower_ in VOWING for child in verb.children if is_subject(child))
    sworn = {child.lower_ for child in verb.children} & adverbs
    return not vowed and bool(sworn - {"never"} if is_plain(verb) else sworn)


def outdoes(verb: Token) -> bool:
    """Tell whether a future promises more of several things, or more than is said.

    "Will train safer, more useful models"; "won't just be flashier, they'll be cheap".
    """
    following = verb.doc[verb.i + 1 : verb.sent.end]
    graded = [t for t in following if t.tag_ in {"JJR", "RBR"} and t.lower_ not in AMOUNTS]
    linked = (child for child in verb.children if child.dep_ == "ccomp")
    more = any(map(is_only_the_least, (verb, *linked)))
    return not is_plain(verb) and (more or len(graded) >= SEVERAL)


def is_only_the_least(verb: Token) -> bool:
    """Tell whether a verb says what is not all that will happen: "won't just be flashier"."""
    words = {child.lower_ for child in verb.children if child.i < verb.i}
    return bool(words & {"not", "n't"} and words & LIMITERS)


def is_verdict(sent: Span, verb: Token) -> bool:
    """Tell whether a sentence says no more than what will happen to all of a kind."""
    if len(sent) > VERDICT or is_plain(verb) or verb.tag_ != "VB":
        return False
    subjects = [child for child in verb.children if is_subject(child)]
    return any(one.tag_ == "NNS" and next(one.children, None) is None for one in subjects)


def is_subject(token: Token) -> bool:
    """Tell whether a word is the subject of its verb."""
    return token.dep_ in {"nsubj", "nsubjpass"}


def is_plain(verb: Token) -> bool:
    """Tell whether a verb is one of schedules and routine: "will meet", "will be held"."""
    return verb.lemma_ in cues.words("certainty_cues", "use", "plain", "official")


def is_official(verb: Token) -> bool:
    """Tell whether a verb is one of authorities and tables: "is poised to suspend"."""
    return verb.lemma_ in cues.words("certainty_cues", "use", "official")


def is_open(verb: Token) -> bool:
    """Tell whether a future is hedged, conditional, hoped for or a date in the calendar."""
    governor = verb.head if verb.dep_ in {"ccomp", "conj", "advcl"} else verb
    # What is bolstered may be plans: a noun leaves nothing open.
    words = {governor.lower_, *(t.lower_ for t in verb.subtree if t.pos_ != "NOUN" or is_time(t))}
    return bool(words & cues.words("certainty_cues", "use", "hedge", "schedule"))


def is_time(noun: Token) -> bool:
    """Tell whether a noun is of the calendar or clock, and does not say whose: "tomorrow's city"."""
    return noun.dep_ != "poss" and noun.lower_ in cues.words("certainty_cues", "use", "schedule")
