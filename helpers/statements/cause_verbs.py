"""Find cause and effect where a verb or a noun joins them.

"A wheel caused the crash", "they blamed the crash on ice", "high winds grounded the rocket", "the
cause was a cable", "what sank the deal was its price". Each form returns cause, effect and the
verb that says so, None for an effect that is not told there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.statements.context import NOUNS, VERBS, clause_subject
from helpers.statements.effects import effects_among, effects_of, is_heading, kinds
from helpers.statements.nouns import is_people
from helpers.statements.outcomes import object_of
from helpers.statements.phrases import is_of

if TYPE_CHECKING:
    from spacy.tokens import Token

LINKING = frozenset(["be", "become", "remain"])
# Tell the cause of harm alone: people start and follow much else.
OF_HARM = frozenset(
    ["follow", "start", "force", "begin", "bring", "come", "spring", "reflect", "concern"]
)
BACKWARD = frozenset("it this that they blow move decision news step incident".split())
PROVING = frozenset(["prove", "find", "turn"])
ANSWERED = frozenset(["acomp", "xcomp", "attr", "oprd"])
# Somebody starts and forces much; what a thing starts is its effect.
BY_THINGS = frozenset("start force lead prompt drive bring follow begin".split())
TROUBLE = "trouble"
HAZARD = "hazard"  # what harm comes of: a pump, a candle, a rat, a debt
FAULTY = frozenset(
    "faulty broken leaky leaking defective burst cracked unsafe poor frozen rotten corroded worn "
    "flaking peeling failed severe heavy lack loose wrong damaged contaminated excessive".split()
)
# What burns or blows up: what sets it off is the cause of all that follows.
FUELS = frozenset("vapour vapor gas fuel dust powder fume chemical methane petrol".split())
SIGNS = frozenset(
    "sign evidence finding mark clue indication datum investigation inquiry image footage sample "
    "test owner company firm group report".split()
)
# What happens to things and people: it kills, but it is what has to be explained.
EVENTS = frozenset(["fire", "blast", "crash", "collapse", "flood", "strike", "death"])
OF_PEOPLE = frozenset(["death", "harm"])
# Bodies that act as one.
COLLECTIVE = frozenset(
    "committee board jury council government ministry court police union company club federation "
    "association party parliament senate army navy church university family crew".split()
)
ACTING = COLLECTIVE | frozenset(
    "regulator watchdog authority agency bank team side club board firm group opposition minister "
    "management owner operator airline carrier maker mp lawmaker protester police parent striker "
    "department office ministry city town country nation state court judge hospital school rebel "
    "force troop army referee organiser promoter label studio network channel gunman man woman "
    "ferry plane train jet ship boat bus coach helicopter aircraft boy girl child woman people investor shareholder voter captain coach star singer".split()
)
ANSWERS = frozenset(["attr", "acomp", "ccomp", "xcomp"])
MARKED = frozenset([":", "?", "-", "–", "—"])
FEW = 9  # words between a noun and the mark that its answer follows


def of_verb(verb: Token, row: dict[str, str]) -> tuple | None:
    """Return cause, effect and verb of "a wheel caused the crash", "blamed the crash on ice"."""
    if verb.pos_ != "VERB" or not has_particle(verb, row):
        return None
    acting = verb.dep_ == "acl" and any(c.dep_ == "dobj" for c in verb.children)
    passive = any(c.dep_ == "nsubjpass" for c in verb.children)
    passive = passive or (verb.dep_ == "acl" and verb.tag_ == "VBN" and not acting)
    cause = side(verb, row["cause"], passive)
    if cause is None or not row["effect"]:
        above = cited(verb)
        loose = cause is None or row["cause"] == "by" and above is None
        return None if loose else (cause, above, verb)
    inner = next((c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.i > verb.i), None)
    if inner is not None and not passive and row["cause"] == "subject":
        told = is_thing(cause) or cause.pos_ == "NOUN" and effects_of(inner)
        return (cause, inner, verb) if told else None  # "led them to close the school"
    effect = side(verb, row["effect"], passive)
    if effect is None and row["cause"] == "by":
        effect = cited(verb)  # "sales rose, lifted by a cold spring"
    first = row["word"].split()[0]
    if effect is None or first in OF_HARM and not (is_harm(effect) or is_started(verb, cause)):
        return None
    if row["cause"] == "subject" and first in BY_THINGS and not is_thing(cause):
        return None
    if first == "drive" and effects_of(effect) & EVENTS:
        return None  # "a fire driven by winds"
    if effect.lemma_.lower() in FUELS:
        return cause, verb, verb
    return cause, effect if row["effect"] != "sign" else None, verb


def has_particle(verb: Token, row: dict[str, str]) -> bool:
    """Tell whether the further words of a row stand below its verb: "set off", "brought down"."""
    below = {c.lower_ for c in verb.children if c.i > verb.i}
    return all(word in below for word in row["word"].split()[1:])


def is_harm(effect: Token) -> bool:
    """Tell whether what is started or follows is harm, or stands for what was told before."""
    return bool(effects_of(effect)) or effect.lemma_.lower() in BACKWARD


def is_started(verb: Token, cause: Token) -> bool:
    """Tell whether harm stands before a passive: "a blaze at the works was started by a spark"."""
    before = verb.doc[verb.sent.start : verb.i]
    return cause.head.dep_ == "agent" and bool(effects_among(before))


def of_harm(verb: Token, row: dict[str, str]) -> tuple | None:
    """Return cause, effect and verb of "winds grounded the jet", "a mite killed the bees".

    What people and firms do is no cause; a crash kills, but is what has to be explained.
    """
    if verb.tag_ == "NNS" and is_heading(verb.doc):
        return misread(verb)
    parts = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in row["word"].split()]
    below = (c for part in parts for c in part.children if c.dep_ == "pobj")
    thing = object_of(verb) or next(below, None)  # "shuts down the plant"
    if thing is None and any(c.dep_ == "agent" for c in verb.children):
        thing = verb.head if verb.dep_ == "acl" else subject_below(verb)
    if verb.pos_ != "VERB" or not has_particle(verb, row) or thing is None:
        return None
    by = [c for c in verb.children if c.dep_ == "agent" and verb.tag_ == "VBN"]
    agents = [c for link in by for c in link.children]
    passive = any(c.dep_ == "nsubjpass" for c in verb.children) or verb.dep_ == "acl"
    passive |= bool(agents)
    subject = next(iter(agents), None) if passive else clause_subject(verb)
    cause = whole(subject)
    if cause is None or not is_thing(cause) or cause == thing:
        return None
    told = is_bad(cause) or is_phrase(verb) or row["effect"] == HAZARD and is_hazard(cause)
    if row["effect"] in {TROUBLE, HAZARD} and not told:
        return None
    told = effects_of(verb) | effects_of(thing)
    explained = effects_of(cause) & EVENTS
    if explained and (not told or told & OF_PEOPLE or told & explained):
        return None
    return cause, verb, verb


def misread(verb: Token) -> tuple | None:
    """Return the cause before a verb of a heading that is read as a noun: "Fees row sinks show"."""
    cause = verb.doc[verb.i - 1] if verb.i else verb
    fits = cause.pos_ == "NOUN" and (is_bad(cause) or is_hazard(cause))
    return (cause, None, None) if fits else None


def subject_below(verb: Token) -> Token | None:
    """Return the subject of a passive, also where it is read as that of its "was"."""
    below = [c for aux in verb.children if aux.dep_ == "auxpass" for c in aux.children]
    return next((c for c in below if c.dep_ == "nsubj"), clause_subject(verb))


def is_bad(noun: Token) -> bool:
    """Tell whether a noun or what stands before it tells of trouble: "a gas leak", "a leaky valve"."""
    before = [c.lemma_.lower() for c in noun.lefts]
    return any(
        is_of(None, word, TROUBLE) or word in FAULTY for word in [noun.lemma_.lower(), *before]
    )


def is_hazard(noun: Token) -> bool:
    """Tell whether harm comes of a thing: "a candle", "rust", "the rent"."""
    return is_of(None, noun.lemma_.lower(), HAZARD)


def is_phrase(verb: Token) -> bool:
    """Tell whether a verb tells of an effect together with further words: "throw off the track"."""
    alone = {effect for further, effect in kinds().get((verb.lemma_, "verb"), ()) if not further}
    return bool(effects_of(verb) - alone)


def is_thing(noun: Token) -> bool:
    """Tell whether a noun is of something that acts without meaning to."""
    lemma = noun.lemma_.lower()
    if noun.pos_ == "PROPN":  # "Hail ruined the crops" has a capital for its place alone
        return noun.is_sent_start and (is_bad(noun) or is_hazard(noun))
    acts = is_people(lemma) or lemma in ACTING
    return noun.pos_ == "NOUN" and (not acts or is_bad(noun) or is_hazard(noun))


def cited(verb: Token) -> Token | None:
    """Return what is done "citing illness", "blaming poor sales"."""
    joined = verb.tag_ in {"VBG", "VBN"} and verb.dep_ in {"advcl", "acl", "conj"}
    return verb.head if joined and verb.head.pos_ in VERBS else None


def side(verb: Token, where: str, passive: bool) -> Token | None:
    """Return what stands on one side of a verb: its subject, its object or after a preposition."""
    if where == "object":
        thing = object_of(verb)
        if thing is not None and thing.tag_ == "WDT":
            return verb.head
        return verb.head if thing is None and verb.dep_ == "acl" and passive else thing
    if where == "subject" and not passive:
        return whole(clause_subject(verb))
    if where == "sign":
        subject = clause_subject(verb)
        signs = subject is not None and (subject.lemma_.lower() in SIGNS or subject.pos_ == "PROPN")
        return subject if signs else None
    links = {"by"} if where in {"subject", "by"} else {where}
    thing = object_of(verb) if where == "for" else None
    below = thing.children if thing is not None else ()  # "blamed the driver for the crash"
    told = [c for c in below if any(effects_of(noun) for noun in c.children)]
    for child in (*verb.children, *told):
        if child.dep_ in {"prep", "agent"} and child.lower_ in links:
            return next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)
        if child.dep_ in {"prt", "advmod"} and where == "to" and child.i + 1 < len(verb.doc):
            link = verb.doc[child.i + 1]
            if link.lower_ == "to":
                return next((c for c in link.children if c.dep_ == "pobj"), None)
    return None


def whole(thing: Token | None) -> Token | None:
    """Return what a thing is part of, as far as it is read: "a spark from a truck"."""
    while thing is not None and thing.dep_ == "pobj" and thing.head.head.pos_ == "NOUN":
        thing = thing.head.head
    return thing


def of_blame(word: Token, row: dict[str, str]) -> tuple | None:
    """Return cause, effect and verb of "ice was to blame", "fog was the cause of the crash"."""
    verb = word.head
    if word.dep_ == "pobj" and verb.lower_ == "as" and word.pos_ == "NOUN":
        return named_as(verb.head, word)
    if word.dep_ == "relcl" and word.i and word.nbor(-1).lower_ == "to":  # "Campers to blame"
        return verb, told_of(word), None
    if word.dep_ == "pobj" and verb.lower_ == "at":  # "the signalman was at fault"
        verb = verb.head
    elif word.dep_ not in ANSWERED | ({"dobj"} if verb.lemma_ in PROVING else set()):
        return None
    if verb.lemma_ not in LINKING | PROVING:
        return None
    if word.pos_ == "VERB" and word.nbor(-1).lower_ != "to":
        return None
    cause = clause_subject(verb)
    return None if cause is None or cause.pos_ not in NOUNS else (cause, told_of(word), verb)


def named_as(verb: Token, word: Token) -> tuple | None:
    """Return cause, effect and verb of "gave ill health as the reason"."""
    cause = object_of(verb) if verb.pos_ == "VERB" else None
    return None if cause is None else (cause, told_of(word), verb)


def told_of(noun: Token) -> Token | None:
    """Return what a cause is said to be the cause of."""
    links = [
        c for c in noun.children if c.dep_ == "prep" and c.lower_ in {"for", "of", "behind", "in"}
    ]
    return next((c for link in links for c in link.children if c.dep_ in {"pobj", "pcomp"}), None)


def of_noun(noun: Token, row: dict[str, str]) -> tuple | None:
    """Return cause, effect and verb of "the cause of the fire was a cable", "its cause: a cable"."""
    if noun.pos_ != "NOUN" or noun.tag_ == "NNS":
        return None
    if row["cause"] == "be":
        return None if noun.dep_ == "attr" else after_mark(noun) or after_be(noun)
    verb = noun.head
    after = [c for c in noun.children if c.dep_ == "prep" and c.lower_ == row["cause"]]
    linked = next((c for prep in after for c in prep.children if c.dep_ == "pobj"), None)
    if verb.lemma_ not in LINKING or linked is None or noun.dep_ != "attr":
        return None
    return linked, clause_subject(verb), verb


def after_be(noun: Token) -> tuple | None:
    """Return cause, effect and verb of "the reason for it was snow", "the aim is to save money"."""
    verb = noun.head
    if verb.lemma_ not in LINKING or noun.dep_ != "nsubj":
        return None
    told = [c for c in verb.children if c.i > verb.i and c.dep_ in ANSWERS]
    cause = next((c for c in told if c.pos_ in NOUNS | VERBS or c.dep_ == "acomp"), None)
    return None if cause is None else (cause, told_of(noun), verb)


def after_mark(noun: Token) -> tuple | None:
    """Return cause and effect of "the cause: a burst pipe", "The reason? Money."."""
    doc = noun.doc
    for at in range(noun.i + 1, min(noun.i + FEW, len(doc) - 1)):
        if doc[at].pos_ in VERBS and doc[at].dep_ != "prep":
            return None
        if doc[at].text in MARKED:
            rest = doc[at + 1 : max(doc[at].sent.end, doc[at + 1].sent.end)]
            return rest.root, told_of(noun), None
    return None


def of_cleft(verb: Token, row: dict[str, str]) -> tuple | None:
    """Return cause, effect and verb of "what sank the deal was its price", "it was ice that did"."""
    cause = next((c for c in verb.children if c.dep_ == "attr" and c.pos_ in NOUNS), None)
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    below = (*verb.children, *(cause.children if cause is not None else ()))
    clauses = [c for c in below if c.dep_ in {"csubj", "ccomp", "relcl"} and c.pos_ == "VERB"]
    for clause in clauses:
        asked = {c.lower_ for c in clause.children if c.dep_ == "nsubj"}
        if "what" in asked:
            told = cause if clause.dep_ == "csubj" else subject
            return None if told is None else (told, clause, verb)
        it = subject is not None and subject.lower_ == "it" and asked & {"that", "which"}
        if it and cause is not None and is_thing(cause):
            thing = object_of(clause)
            plain = effects_of(clause) or thing is None or not effects_of(thing)
            return cause, clause if plain else thing, verb
    return None
