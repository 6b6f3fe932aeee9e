"""Find cause and effect in turns of phrase: a heading, a question with its answer, "too wet to play".

"App failure: criminals flooded servers", "Why? Rents.", "with gas costing twice as much, it closes",
"it was a fox that cut the power". Each form returns cause, effect and the verb that says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.statements.cause_links import DECIDED, LASTING, breaks, goes_wrong, is_time, verb_of
from helpers.statements.cause_verbs import LINKING, is_bad, is_hazard, is_thing
from helpers.statements.context import NOUNS, VERBS, clause_subject
from helpers.statements.effects import effects_among, effects_of, effects_told, is_heading
from helpers.statements.nouns import is_people
from helpers.statements.outcomes import object_of
from helpers.statements.polarity import own_turns

if TYPE_CHECKING:
    from spacy.tokens import Token

ASKED = frozenset("how why what who where when watch live".split())
REPLYING = frozenset(["say", "believe", "think", "blame", "suspect", "reckon"])
MOST_ANSWER = 30  # words of a sentence that answers a question
SAYING = frozenset("say tell claim warn report hear reveal call urge vow admit insist ask".split())
UNABLE = frozenset(["can", "could", "ca"])
# What leaves or withdraws somebody "with a broken ankle".
AILING = frozenset(["leave", "stop", "ban", "loss"])
FELT = frozenset(["it", "this", "that"])


def of_head(mark: Token, row: dict[str, str]) -> tuple | None:
    """Return cause and effect of "App failure: criminals flooded servers" at its colon."""
    doc = mark.doc
    if not is_heading(doc) or not 0 < mark.i < len(doc) - 1:
        return None
    if not effects_among(doc[: mark.i]):
        return None
    right = doc[mark.i + 1 :]
    if right[0].lower_ in ASKED:
        return None  # "Closed: what we know"
    verb = next((t for t in right if t.pos_ == "VERB" and t.tag_ in {"VBD", "VBZ", "VBN"}), None)
    if verb is not None and verb.lemma_ not in SAYING | LASTING and verb.i > right.start:
        if effects_of(verb) and any(is_hazard(t) for t in doc[right.start : verb.i]):
            return None  # "Diversion: leaking oil line forced shutdown", told by its verb
        return (verb, None, None) if clause_subject(verb) is not None else None
    noun = next((t for t in reversed(right) if t.pos_ in NOUNS), None)
    if verb is None and noun is not None and (is_bad(noun) or is_hazard(noun)):
        return noun, None, None
    return None


def of_heading(link: Token, row: dict[str, str]) -> tuple | None:
    """Return cause and effect of "Town in darkness after diggers hit cable" in a heading."""
    if not is_heading(link.doc) or link.i < 1:
        return None
    before = link.doc[: link.i]
    told = effects_among(before)
    if not told:
        return None
    above = next((t for t in before if effects_of(t)), None)
    clause = link.head if link.dep_ in {"mark", "advmod"} else None
    if clause is None:
        clause = next((c for c in link.children if c.dep_ in {"pobj", "pcomp"}), None)
    if clause is None or clause.i < link.i:
        return None
    if link.lower_ == "as" and not goes_wrong(clause):
        return None
    if clause.pos_ in NOUNS:
        fits = not is_time(clause) and not is_people(clause.lemma_.lower())
        fits &= clause.pos_ != "PROPN" and not effects_of(clause) & told
        return (clause, above, None) if fits else None
    return None if clause.lemma_ in LASTING or clause.pos_ not in VERBS else (clause, above, None)


def of_question(word: Token, row: dict[str, str]) -> tuple | None:
    """Return cause and effect of "What started it? A cigarette.", "Why? Rents."."""
    sent = word.sent
    if sent[-1].text != "?" or word.i > sent.start + 1 or sent.end >= len(word.doc):
        return None
    answer = word.doc[sent.end].sent
    if len(answer) > MOST_ANSWER:
        return None
    asked = next((t for t in sent if t.pos_ == "VERB"), None)
    if word.lower_ == "what" and not is_asked(word, asked):
        return None
    said = answer.root
    if said.lemma_ in REPLYING:
        said = next(
            (c for c in said.children if c.dep_ in {"dobj", "ccomp"} and c.i > said.i), None
        )
    elif said.lemma_ in LINKING and clause_subject(said) is not None:
        bare = clause_subject(said).lower_ in FELT
        said = next((c for c in said.children if c.dep_ == "attr"), None) if bare else said
    if said is None or said.pos_ == "PRON":
        return None
    because = any(c.lower_ == "because" for c in said.children)
    if said.pos_ not in NOUNS and not (because or said.pos_ in VERBS and goes_wrong(said)):
        return None
    return said, object_of(asked) if asked is not None and object_of(asked) else asked, None


def is_asked(word: Token, verb: Token | None) -> bool:
    """Tell whether a question asks what brought something about: "what sank her", "what went wrong"."""
    if verb is None or clause_subject(verb) != word:
        return False
    wrong = verb.lemma_ == "go" and any(c.lower_ == "wrong" for c in verb.children)
    thing = object_of(verb)
    harmed = thing is not None and effects_of(thing)
    return bool(wrong or harmed or effects_of(verb) or verb.lemma_ in {"cause", "start", "happen"})


def of_absolute(token: Token, row: dict[str, str]) -> tuple | None:
    """Return cause, effect and verb of "with gas costing twice as much, it could not go on"."""
    clause = next((c for c in token.children if c.dep_ == "pcomp"), None)
    noun = next((c for c in token.children if c.dep_ == "pobj"), None)
    if clause is None and noun is not None:
        told = any(c.dep_ in {"acl", "amod"} for c in noun.children)
        clause = noun if told and (is_bad(noun) or is_hazard(noun)) else None
    main = token.head
    if clause is None or main.pos_ not in VERBS or token.dep_ != "prep":
        return None
    subject = clause_subject(clause) if clause.pos_ in VERBS else clause
    if subject is None or not is_thing(subject):
        return None
    helping = {c.lower_ for c in main.children if c.dep_ == "aux"}
    unable = own_turns(main) and bool(helping & UNABLE)
    return (clause, main, None) if unable or effects_of(main) & DECIDED else None


def of_ailing(token: Token, row: dict[str, str]) -> tuple | None:
    """Return cause, effect and verb of "withdrew with a broken ankle"."""
    cause = next((c for c in token.children if c.dep_ == "pobj"), None)
    main = token.head
    if main.pos_ in NOUNS and main.head.pos_ == "ADP":
        main = main.head.head
    if cause is None or not effects_told(main) & AILING or cause.i < main.i:
        return None
    return (cause, main, verb_of(main)) if is_bad(cause) else None


def of_excess(word: Token, row: dict[str, str]) -> tuple | None:
    """Return cause, effect and verb of "the pitch was too wet to play on"."""
    state = word.head
    verb = state.head
    hindered = [c for c in state.children if c.dep_ in {"xcomp", "advcl"} and c.i > state.i]
    if state.dep_ != "acomp" or verb.lemma_ not in LINKING or not hindered:
        return None
    subject = clause_subject(verb)
    if subject is None or not is_thing(subject):
        return None
    return verb, hindered[0], None


def of_aim(word: Token, row: dict[str, str]) -> tuple | None:
    """Return cause, effect and verb of "shut in order to save money", "felled so that it can grow"."""
    if row["cause"] == "that":
        aim = word.head
        after = word.doc[word.i + 1].lower_ if word.i + 1 < len(word.doc) else ""
        if word.dep_ not in {"mark", "advmod"} or after != "that" or aim.dep_ != "advcl":
            return None
        verb = aim.head
    else:
        aim = next((c for c in word.children if c.dep_ in {"acl", "advcl"}), None)
        verb = word.head.head
        if aim is None or word.dep_ != "pobj" or word.head.lower_ != "in":
            return None
    return (aim, verb, verb_of(verb)) if effects_of(verb) & DECIDED else None


def of_being(verb: Token, row: dict[str, str]) -> tuple | None:
    """Return cause and verb of "it was a propulsion failure", "this was a hack"."""
    subject = clause_subject(verb)
    cause = next((c for c in verb.children if c.dep_ == "attr"), None)
    if subject is None or cause is None or subject.lower_ not in FELT or cause.i < verb.i:
        return None
    told = (*cause.children, *verb.children)
    plain = not any(c.dep_ in {"relcl", "ccomp", "poss"} for c in told)
    return (cause, None, verb) if plain and is_bad(cause) and cause.pos_ == "NOUN" else None


def of_choice(noun: Token, row: dict[str, str]) -> tuple | None:
    """Return cause, effect and verb of "the loss left them with no choice but to close"."""
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head
    cause = clause_subject(verb) if verb.lemma_ == "leave" else None
    if cause is None or not is_thing(cause):
        return None
    done = next((t for t in noun.subtree if t.pos_ == "VERB"), None)
    return cause, done, verb


def of_fault(verb: Token, row: dict[str, str]) -> tuple | None:
    """Return cause, effect and verb of "the fault lay with a valve", "blame rests with the pilot"."""
    subject = clause_subject(verb)
    if subject is None or subject.lemma_.lower() not in BLAMED:
        return None
    links = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"with", "in"}]
    cause = next((c for link in links for c in link.children if c.dep_ == "pobj"), None)
    return None if cause is None else (cause, None, verb)


BLAMED = frozenset("fault blame trouble problem cause responsibility reason explanation".split())


def of_finding(verb: Token, row: dict[str, str]) -> tuple | None:
    """Return cause and verb of "bacteria were detected in the water", told after what they did."""
    thing = object_of(verb)
    passive = any(c.dep_ == "nsubjpass" for c in verb.children)
    main = verb.dep_ in {"ROOT", "ccomp", "conj"}
    told = thing is not None and passive and main and (is_bad(thing) or is_hazard(thing))
    return (thing, None, verb) if told else None


def of_breaking(verb: Token, row: dict[str, str]) -> tuple | None:
    """Return a clause that tells what broke: "her rudder jammed as she turned"."""
    subject = clause_subject(verb)
    main = verb.dep_ in {"ROOT", "ccomp"} and verb.tag_ == "VBD" and subject is not None
    if not main or not breaks(verb) or subject.pos_ != "NOUN" or not is_thing(subject):
        return None
    return verb, None, verb
