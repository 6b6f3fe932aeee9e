"""Find cause and effect where a preposition, a conjunction or mere order joins them.

"Due to snow", "closed because a pipe burst", "sacked for lying", "closed after complaints",
"stopped on safety fears". Each form returns cause, effect and the verb that says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.numbers.units import unit_factors
from helpers.statements.cause_verbs import BACKWARD, LINKING, TROUBLE
from helpers.statements.context import NOUNS, VERBS, clause_subject, clause_verb
from helpers.statements.effects import effects_of, effects_told, is_heading
from helpers.statements.nouns import is_people
from helpers.statements.outcomes import is_told, object_of
from helpers.statements.phrases import is_of

if TYPE_CHECKING:
    from spacy.tokens import Token

MOST_STEPS = 4
# What something is above: "turned back over the sea".
BELOW = frozenset(
    "sea ocean land city town river lake forest field mountain hill border bridge road wall edge "
    "line top side cliff gulf channel bay coast island desert shoulder head".split()
)
LYING = frozenset(["lie", "lay", "stand"])
# Kinds of effect that somebody brings about to some end, and what tells of none.
MEANT = frozenset(["leave", "closure", "strike"])
AIMLESS = frozenset(["leave", "depart", "retire", "replace"])
# Kinds of effect that somebody decides on, for a reason; and those that punish or honour a deed.
DECIDED = frozenset(
    "stop closure leave strike penalty ban arrest convict recall rejection eviction sale move".split()
)
OF_DEEDS = frozenset(["penalty", "ban", "arrest", "convict", "award"])
BROKEN = frozenset(["outage", "crash", "fire", "collapse", "blast", "spill", "illness"])
HARMED = BROKEN | {"death", "harm"}
# What takes time merely comes before: "closed after serving the town for 90 years".
LASTING = frozenset(
    "serve spend lead work run play hold meet return finish complete announce say tell talk "
    "consider see visit stay live leave arrive reach win launch open begin start join vote decide rule agree "
    "approve hear learn ask order tell draw become".split()
)
TIMES = frozenset(
    "weekend night christmas easter summer winter spring autumn season moment time day lunch "
    "dinner breakfast morning evening afternoon life good talk meeting career spell stint "
    "hearing trial game match tenure launch take-off takeoff liftoff departure kick-off start half-time "
    "break interval".split()
)
# What is held up for a reason, and what tells of it.
PUT_OFF = ("call off", "put back", "put off", "push back", "hold up", "break off", "set back")
HELD_UP = frozenset(
    "delay halt postpone hold pause suspend stop abandon ground divert scrub".split()
)
# Harm to people is told of what happened as a whole.
HARMING = frozenset(
    "kill die injure hurt wound trap bury perish rescue pull haul death fatality casualty".split()
)
# What goes wrong, and what follows is its effect: "after a pipe burst".
BREAKING = frozenset(
    "burst leak fail break crack collapse explode jam snap rupture overheat flood freeze crumble "
    "malfunction stall buckle ignite breach short-circuit damage tear seize stick overflow clog "
    "rust corrode rot snag blister splinter sever".split()
)
# What breaks does so of itself; who "breaks a record" tells something else.
ALONE = frozenset(["seize", "stick", "break", "snap"])
STRIKING = frozenset(["strike", "hit", "ram", "clip"])
WRONG = (
    "give way", "catch fire", "come loose", "come off", "break down", "go wrong", "fall ill",
    "wash away", "stick open", "come undone", "fall in", "run out", "fall off", "blow up", "run dry", "fall through",
    "give out", "pack up", "work loose", "come away", "go dead", "doze off", "fall asleep", "come apart",
    "lose power", "lose steering", "lose control", "lose balance", "lose pressure", "lose grip",
    "lose contact", "lose consciousness", "lose voice", "short out", "burn out", "wear out",
)  # fmt: skip
GOING_WRONG = BREAKING | {words.split()[0] for words in WRONG}
MEASURES = frozenset("run series string spate number wave spell raft succession rash".split())
BEFALLING = frozenset(["come", "happen", "occur", "begin", "start"])
SAID_OF_CAUSES = frozenset(["say", "tell", "know", "find", "think", "believe", "describe"])
UNTOLD = frozenset(["offence", "offense", "crime", "charge", "count", "part", "role"])
PERFECT = frozenset(["have", "be"])


def is_held_up(verb: Token | None) -> bool:
    """Tell whether a verb says that something did not take place when it should have."""
    if verb is None:
        return False
    return verb.lemma_ in HELD_UP or any(is_told(verb, words) for words in of_lemma(PUT_OFF, verb))


def of_lemma(phrases: tuple[str, ...], verb: Token) -> list[str]:
    """Return the phrases that begin with the lemma of a verb."""
    return [words for words in phrases if words.split()[0] == verb.lemma_]


def goes_wrong(node: Token) -> bool:
    """Tell whether a noun or a clause tells of trouble: "a gas leak", "when a valve failed"."""
    if node.pos_ in NOUNS:
        return is_trouble(measured(node))
    inner = [c for c in node.children if c.dep_ == "xcomp"]
    if any(breaks(verb) for verb in (node, *inner)):
        return True
    told = (clause_subject(node), object_of(node))
    hit = node.lemma_ in STRIKING and told[1] is not None
    return hit or any(is_trouble(t) for t in told if t is not None)


def breaks(verb: Token) -> bool:
    """Tell whether a verb says that something breaks."""
    if verb.lemma_ in ALONE and object_of(verb) is not None:
        return False  # "police seized papers"
    return verb.lemma_ in BREAKING or any(is_told(verb, words) for words in of_lemma(WRONG, verb))


def is_trouble(noun: Token) -> bool:
    """Tell whether a noun is of trouble."""
    return is_of(noun, noun.lemma_.lower(), TROUBLE)


def measured(noun: Token) -> Token:
    """Return what there is a run of: "a run of eight defeats"."""
    if noun.lemma_ not in MEASURES:
        return noun
    links = [c for c in noun.children if c.lower_ == "of"]
    return next((c for link in links for c in link.children if c.dep_ == "pobj"), noun)


def of_link(token: Token, row: dict[str, str]) -> tuple | None:
    """Return cause, effect and verb of "was due to snow", "left in protest at the plan"."""
    doc = token.doc
    after = doc[token.i + 1 : token.i + 2]
    if after.text.lower() != row["cause"]:
        return None
    if row["effect"] and doc[token.i - 1].lower_ != row["effect"]:
        return None
    if token.lower_ == "down" and token.head.lemma_ not in LINKING:
        return None
    inner = [c for c in (*token.children, *after[0].children) if c.dep_ in {"pobj", "pcomp"}]
    cause = next((c for c in inner if c.i > after[0].i and c.pos_ in NOUNS | VERBS), None)
    node = token.head if token.dep_ == "pobj" else token
    while node.head != node and (node == token or node.pos_ not in NOUNS | VERBS):
        node = node.head
    if cause is None or node.i == cause.i or cause.tag_ == "VB":
        return None  # "due to end at noon"
    if node.lemma_ in LINKING:
        return cause, clause_subject(node), node
    return cause, node, node if node.pos_ in VERBS else None


def of_clause(token: Token, row: dict[str, str]) -> tuple | None:
    """Return cause, effect and verb of "called off because the pitch was frozen".

    "After" and "while" tell a cause of what is held up: "halted while engineers replaced a valve";
    "after" and "when" tell one where something goes wrong, "as" and "since" of another tense.
    """
    clause = token.head
    if token.dep_ not in {"mark", "advmod"} or clause.dep_ != "advcl" or clause.pos_ not in VERBS:
        return None
    if token.lower_ == "while" and token.i and token.nbor(-1).text == ",":
        return None  # "operations are off, while the casualty ward stays open"
    main = clause.head
    if row["effect"]:
        return of_time(clause, row, token) if main.pos_ in VERBS else None
    if main.pos_ not in NOUNS | VERBS:
        return None
    if main.lemma_ in SAID_OF_CAUSES:
        main = next((c for c in main.children if c.dep_ == "ccomp"), None)
    return None if main is None else (clause, main, main)


def of_time(clause: Token, row: dict[str, str], token: Token) -> tuple | None:
    """Return cause, effect and verb of "halted while they replaced a valve", "hurt when it burst"."""
    main = affected(clause.head)
    before = token.i < clause.head.i
    is_dated = token.nbor(-1).lemma_ in unit_factors() if token.i else False  # "two days after"
    wrong = goes_wrong(clause) and not before
    if row["effect"] == "state":
        reason = effects_told(main) and (wrong or is_state(clause))
        return (clause, main, main) if reason else None
    wrong &= not is_dated
    if row["effect"] == TROUBLE and not wrong and not before and not is_dated:
        explained = BROKEN | DECIDED if token.lower_ == "after" else BROKEN
        wrong = bool(effects_befallen(main) & explained) and clause.lemma_ not in LASTING
    held = is_held_up(main) and not before
    if not ((wrong and row["effect"] == TROUBLE) or held):
        return None
    befell = main.lemma_ in BEFALLING and bool(effects_befallen(main))
    return clause, clause_subject(main) if befell else main, clause if wrong else main


def effects_befallen(verb: Token) -> frozenset[str]:
    """Return the kinds of effect that a verb tells of, or its subject: "the crash came when"."""
    subject = clause_subject(verb) if verb.lemma_ in BEFALLING else None
    return effects_of(verb) or (frozenset() if subject is None else effects_of(subject))


def is_state(clause: Token) -> bool:
    """Tell whether a clause tells how things stood, not what happened then: "as it had no money"."""
    helping = {c.lemma_ for c in clause.children if c.dep_ in {"aux", "auxpass"}}
    return clause.lemma_ in PERFECT or bool(helping & PERFECT)


def affected(verb: Token) -> Token:
    """Return the verb that a time is told of: "called off with minutes to go when a valve broke"."""
    told = [c for c in verb.children if c.dep_ == "attr" and verb.pos_ == "AUX"]
    below = [c for t in told for c in t.subtree if c.dep_ in {"acl", "relcl"}]
    node = next((c for c in below if c.lemma_ in HARMING), verb)
    for _ in range(MOST_STEPS):
        if is_held_up(node) or node.lemma_ in HARMING or effects_of(node) & BROKEN:
            return node
        if node.dep_ not in {"acl", "conj", "xcomp", "pcomp", "advcl"}:
            break
        node = node.head if node.head.pos_ == "VERB" else clause_verb(node)
        if node is None:
            break
    return verb


def of_matter(token: Token, row: dict[str, str]) -> tuple | None:
    """Return cause, effect and verb of "closed over an unsafe roof", "costs are behind the cut"."""
    above = token.head
    cause = next((c for c in token.children if c.dep_ == "pobj" and c.pos_ in NOUNS), None)
    if token.dep_ != "prep" or cause is None:
        return None
    if row["effect"] == "be" and is_heading(token.doc) and above.pos_ in NOUNS:
        return above, cause, None  # "Rent, not falling sales, behind closure"
    if row["effect"] == "be":
        subject = clause_subject(above) if above.lemma_ in LINKING | LYING else None
        lies = above.lemma_ in LYING and not effects_of(cause)
        bare = subject is None or subject.pos_ not in NOUNS or lies
        return None if bare else (subject, cause, above)
    effect = decided(above, DECIDED)
    return (
        None
        if effect is None or is_time(cause) or cause.lemma_ in BELOW
        else (cause, effect, verb_of(effect))
    )


def decided(node: Token, among: frozenset[str]) -> Token | None:
    """Return what is done for a reason: the verb or noun above a link, or the verb above that."""
    if effects_of(node) & among:
        return node
    verb = node if node.pos_ in VERBS else clause_verb(node)
    whose = node.pos_ in {"PROPN", "VERB"} or is_people(node.lemma_.lower())
    return verb if verb is not None and whose and effects_of(verb) & among else None


def verb_of(effect: Token) -> Token | None:
    """Return the effect if it is a verb, for what it says may be denied."""
    return effect if effect.pos_ in VERBS else None


def is_time(noun: Token) -> bool:
    """Tell whether a noun says when or how long, not why: "closed over the weekend"."""
    counted = any(c.dep_ == "nummod" for c in noun.children)
    return noun.lemma_.lower() in TIMES or noun.lemma_ in unit_factors() or counted


def of_charge(token: Token, row: dict[str, str]) -> tuple | None:
    """Return cause, effect and verb of "sacked for lying", "a red card for a trip"."""
    cause = next((c for c in token.children if c.dep_ in {"pcomp", "pobj"}), None)
    if token.dep_ != "prep" or cause is None or token.head.i > token.i:
        return None
    deed = cause.dep_ == "pcomp" and cause.tag_ == "VBG"
    effect = decided(token.head, DECIDED | OF_DEEDS if deed else OF_DEEDS)
    whom = cause.pos_ != "NOUN" or is_people(cause.lemma_.lower()) or cause.lemma_ in UNTOLD
    if effect is None or not deed and (whom or is_time(cause)):
        return None
    return cause, effect, verb_of(effect)


def of_ground(noun: Token, row: dict[str, str]) -> tuple | None:
    """Return cause, effect and verb of "stopped on safety fears", "quit for health reasons"."""
    link = noun.head
    told = any(c.dep_ in {"amod", "compound", "prep", "acl"} for c in noun.children)
    out = row["effect"] and link.head.lower_ == row["effect"]
    if noun.dep_ != "pobj" or link.lower_ != row["cause"] or not (told or out):
        return None
    effect = link.head.head if out else link.head
    return (noun, effect, verb_of(effect)) if effect.pos_ in NOUNS | VERBS else None


def of_trouble(token: Token, row: dict[str, str]) -> tuple | None:
    """Return cause, effect and verb of "closed after a gas leak", "killed following a blast"."""
    if token.dep_ not in {"prep", "advcl"}:
        return None
    above = token.head
    cause = next((c for c in token.children if c.dep_ in {"pobj", "dobj", "pcomp"}), None)
    if cause is None or above.pos_ not in NOUNS | VERBS or token.i < above.i:
        return None
    if cause.dep_ == "pcomp":
        done = effects_of(above) & (DECIDED | HARMED) and cause.lemma_ not in LASTING
        return (cause, above, verb_of(above)) if done else None
    if (
        cause.pos_ not in NOUNS
        or not goes_wrong(cause)
        or above.pos_ in NOUNS
        and not effects_of(above)
    ):
        return None
    return cause, affected(above) if above.pos_ in VERBS else above, None


def of_fate(token: Token, row: dict[str, str]) -> tuple | None:
    """Return cause, effect and verb of "died of a fever", "death by drowning"."""
    above = token.head
    fatal = above.lemma_ == "die" or above.lemma_ == "death" and row["cause"] == "noun"
    if not fatal:
        return None
    cause = next((c for c in token.children if c.dep_ in {"pobj", "pcomp"}), None)
    if cause is None or cause.pos_ == "PROPN" or is_time(cause):
        return None
    return cause, above, verb_of(above)


def of_quarrel(noun: Token, row: dict[str, str]) -> tuple | None:
    """Return cause, effect and verb of "walked out in a dispute over pay"."""
    links = [c for c in noun.children if c.dep_ == "prep" and c.lower_ in {"over", "about"}]
    cause = next((c for link in links for c in link.children if c.dep_ in {"pobj", "pcomp"}), None)
    if noun.pos_ != "NOUN" or cause is None:
        return None
    return cause, decided(noun, DECIDED) or clause_verb(noun), None


def of_purpose(token: Token, row: dict[str, str]) -> tuple | None:
    """Return cause, effect and verb of "quit to spend time at home", "walked out to demand pay"."""
    aim = token.head
    verb = aim.head
    if token.dep_ != "aux" or aim.dep_ not in {"xcomp", "advcl"} or aim.i < verb.i:
        return None
    meant = verb.lemma_ not in AIMLESS and effects_of(verb) & MEANT
    return (aim, verb, verb) if meant else None


def of_topic(token: Token, row: dict[str, str]) -> tuple | None:
    """Return cause, effect and verb of "the strike is about rosters"."""
    verb = token.head
    cause = next((c for c in token.children if c.dep_ in {"pobj", "pcomp"}), None)
    subject = clause_subject(verb) if verb.lemma_ in LINKING else None
    if cause is None or subject is None:
        return None
    if subject.lower_ not in BACKWARD and not effects_of(subject) & DECIDED:
        return None
    return cause, subject, verb
