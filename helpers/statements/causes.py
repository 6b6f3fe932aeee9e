"""Read what is given as the cause of something, for the story to set causes against each other.

Which words join a cause to its effect, and on which side of them each stands, is data
(`lexicons/fact_causes.csv`); so is which words speak of one kind of effect.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from helpers.cues import read_cues
from helpers.numbers.units import unit_factors
from helpers.statements.cause_links import (
    GOING_WRONG,
    HARMING,
    LASTING,
    SAID_OF_CAUSES,
    breaks,
    is_held_up,
    of_charge,
    of_clause,
    of_fate,
    of_ground,
    of_link,
    of_matter,
    of_purpose,
    of_quarrel,
    of_topic,
    of_trouble,
)
from helpers.statements.cause_turns import (
    of_absolute,
    of_ailing,
    of_aim,
    of_being,
    of_breaking,
    of_choice,
    of_excess,
    of_fault,
    of_finding,
    of_head,
    of_heading,
    of_question,
)
from helpers.statements.cause_verbs import (
    EVENTS,
    FUELS,
    LINKING,
    TROUBLE,
    is_thing,
    of_blame,
    of_cleft,
    of_harm,
    of_noun,
    of_verb,
)
from helpers.statements.context import NOUNS, VERBS, Context, Statement, clause_subject
from helpers.statements.cues import earlier_time
from helpers.statements.effects import (
    BACK,
    KIND,
    NEAR,
    effects_among,
    effects_of,
    effects_told,
    is_undone,
)
from helpers.statements.nouns import is_people
from helpers.statements.outcomes import object_of
from helpers.statements.phrases import is_of
from helpers.statements.polarity import MODALS, SO, WISHING, firmness

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

CAUSE = "cause"
MARKS = frozenset("because after when while that as since over for by from".split())
MOST_WORDS = 14
MOMENTS = frozenset(["time", "day", "moment"])
FORMED = ("owing", "thanks")  # forms of verbs elsewhere
JOINING = frozenset("that which to is was were be been being".split())
TOPIC, BARE = "topic", {"word": "", "form": "", "effect": ""}
EXCESS = "too"  # stands in the clause that tells the cause
BLANK = frozenset(["do", "happen", "occur", "blame"])  # tell no effect: "you did it because"
BLAMING = frozenset(["blame", "fault"])  # people are at fault, too
# "Any fault" need not be one; what the other words only point at tells no cause.
ANY = frozenset(["any", "no", "some", "whatever", "which", "what"])
GENERAL = frozenset("number way thing fact case situation circumstance".split())
TELLING = frozenset(["NOUN", "PROPN", "VERB", "AUX", "ADJ"])
ACCIDENT = "accident"
HARM = frozenset(["death", "harm"])
SEEMING = frozenset(["appear", "seem"])
FINDING = frozenset("find conclude establish determine rule believe think suspect".split())
INQUIRING = frozenset(
    "inquiry enquiry inquest report investigator investigation inspector coroner board panel jury "
    "judge police tribunal detective engineer expert commission auditor".split()
)
HAPPENING = frozenset("fire blast crash collapse outage stop closure death spill flood".split())
DELAYED = frozenset(["delay", "late", "later", "postponement", "hold-up", "stoppage"])
ENDING = frozenset([",", ";", ":", "-", "–", "—", "(", '"'])
# Who cites these names where it is known from.
SOURCES = frozenset(
    "conversation report source study datum figure document official survey interview statement "
    "inspection review analyst expert witness person".split()
)
PAPERS = frozenset("paper email letter law article research record".split())


@cache
def cues() -> dict[str, list[dict[str, str]]]:
    """Return the rows by their first word."""
    table: dict[str, list[dict[str, str]]] = {}
    for row in read_cues("fact_causes"):
        table.setdefault(row["word"].split()[0], []).append(row)
    return table


def causes(context: Context) -> Iterator[Statement]:
    """Yield each cause with the words for its effect in `around`."""
    told: set[int] = set()
    table = cues()
    owing = {i: word for word in FORMED for i in context.places.get(word, ())}
    words = [owing.get(i, lemma) for i, lemma in enumerate(context.lemmas)] if owing else None
    for token, word in zip(context.tokens, words or context.lemmas, strict=True):
        for row in table.get(word, ()):
            found = FORMS[row["form"]](token, row)
            if found is None:
                continue
            cause, effect, verb = found
            not_that = token.i and token.nbor(-1).lower_ in {"not", "than"}
            if cause.i in told or not_that or not is_so(context, verb):
                continue
            told.add(cause.i)
            yield from caused(context, token, row, cause, effect, held=is_held_up(verb))
            break
    helped = {had.head.i for had in context.where(["had"])}
    broken = {i for i, lemma in enumerate(context.lemmas) if lemma in GOING_WRONG}
    for verb in [context.tokens[i] for i in sorted(helped | broken)]:
        if verb.i not in told and explains(verb) and firmness(context, verb) == SO:
            before = context.tokens[max(0, verb.sent.start - 1)].sent
            yield from caused(context, verb, BARE, verb, None, held=False, before=before)


def is_so(context: Context, verb: Token | None) -> bool:
    """Tell whether the verb that joins a cause to its effect is neither denied nor open."""
    seems = verb is not None and verb.dep_ == "xcomp" and verb.head.lemma_ in SEEMING
    asked = verb.head if seems else verb
    return asked is None or is_undone(asked) or firmness(context, asked) == SO


def explains(verb: Token) -> bool:
    """Tell whether a clause tells what had gone wrong before what was told last.

    "The house fell down. Builders had taken out a wall." In a quotation the past will do.
    """
    if verb.pos_ != "VERB" or verb.dep_ not in {"ROOT", "ccomp", "conj"}:
        return False
    own = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    first = verb.sent.start
    if own & MODALS or verb.lemma_ in WISHING | LASTING | SAID_OF_CAUSES:
        return False
    if "had" in own and is_found(verb):
        return True
    if "had" in own:
        subject = clause_subject(verb)
        named = subject is not None and subject.pos_ == "PROPN"
        fails = breaks(verb) and not named
        return fails or first > 0 and has_happened(verb, verb.doc[first - 1].sent)
    told = verb.doc[first].text == '"' or verb.dep_ == "ccomp" and verb.head.lemma_ == "say"
    return breaks(verb) and verb.tag_ == "VBD" and told


def is_found(verb: Token) -> bool:
    """Tell whether a clause is what an inquiry found: "the board found that he had slept"."""
    above = verb.head
    who = clause_subject(above) if verb.dep_ == "ccomp" and above.lemma_ in FINDING else None
    return who is not None and who.lemma_.lower() in INQUIRING


def has_happened(verb: Token, before: Span) -> bool:
    """Tell whether something happened in the sentence before that what a thing did explains."""
    subject = clause_subject(verb)
    acts = any(c.dep_ in {"dobj", "ccomp"} for c in verb.children) and verb.lemma_ not in LINKING
    told = subject is not None and subject.pos_ == "NOUN" and subject.dep_ == "nsubj" and acts
    return told and bool(effects_among(before) & HAPPENING)


FORMS = {
    "head": of_head, "heading": of_heading, "question": of_question, "absolute": of_absolute,
    "ailing": of_ailing, "excess": of_excess, "aim": of_aim, "being": of_being,
    "choice": of_choice, "fault": of_fault, "found": of_finding, "broken": of_breaking,
    "verb": of_verb, "harm": of_harm, "noun": of_noun, "link": of_link, "clause": of_clause,
    "matter": of_matter, "blame": of_blame, "trouble": of_trouble, "charge": of_charge,
    "ground": of_ground, "quarrel": of_quarrel, "topic": of_topic, "fate": of_fate, "purpose": of_purpose, "cleft": of_cleft,
}  # fmt: skip


def caused(
    context: Context,
    token: Token,
    row: dict[str, str],
    cause: Token,
    effect: Token | None,
    *,
    held: bool,
    before: Span | None = None,
) -> Iterator[Statement]:
    """Yield a cause with the words that stand for its effect."""
    if not is_cause(cause, row, alone=effect is None):
        return
    doc, (first, last) = context.doc, edges(cause, token, effect)
    phrase = doc[first:last]
    kinds = explained(effect, phrase) or frozenset([row["effect"]] * (row["form"] == TOPIC))
    own = effects_of(cause) & EVENTS
    if own and (not kinds or own & kinds - HARM):
        return  # "the fire was caused by the blaze", "the blaze forced him to move"
    yield Statement(
        phrase.start_char,
        phrase.end_char,
        CAUSE,
        phrase.text,
        "words",
        CAUSE,
        earlier=earlier_time(context, doc[token.i : token.i + 1]),
        around=" ".join(dict.fromkeys([*around(effect, kinds, phrase, before), *["delay"] * held])),
    )


def is_cause(cause: Token, row: dict[str, str], *, alone: bool) -> bool:
    """Tell whether a word can be a cause: not "it", nor a person alone, nor what is only said."""
    owned = any(c.tag_ in {"WP$", "WDT"} or c.lower_ in ANY for c in cause.lefts)
    if owned or cause.lemma_ in unit_factors() or cause.lemma_.lower() in MOMENTS:
        return False  # "delayed by an hour"
    told = SOURCES | GENERAL | (PAPERS if row["word"] == "cite" else frozenset())
    undone = any(c.dep_ == "nsubjpass" for c in cause.children)  # "as asbestos was found"
    told = told if undone else told | SAID_OF_CAUSES
    if cause.pos_ not in TELLING or cause.lemma_ in told or is_name(cause):
        return False
    whose = row["form"] not in BLAMING and cause.pos_ == "NOUN" and alone
    return not (whose and is_people(cause.lemma_.lower()))


def is_name(cause: Token) -> bool:
    """Tell whether a cause is only named, unless it is a storm or the like."""
    words = {token.lower_ for token in cause.subtree}
    named = cause.pos_ == "PROPN" and cause.text[0].isupper() and not is_thing(cause)
    return named and not any(is_of(None, word, TROUBLE) for word in words)


def edges(cause: Token, token: Token, effect: Token | None) -> tuple[int, int]:
    """Return first and last token of the words for a cause, without what joins it to its effect."""
    doc, first, last = cause.doc, cause.left_edge.i, cause.right_edge.i + 1
    joints = [token.i] if token.lower_ != EXCESS else []
    clauses = (effect, effect.head) if effect is not None else ()
    joints += [clause.left_edge.i for clause in clauses if clause.dep_ == "relcl"]
    after = [at for at in joints if cause.i < at < last]
    if after:
        last = min(after)
        while last > cause.i + 1 and doc[last - 1].lower_ in JOINING:
            last -= 1
    elif first <= token.i < cause.i and token.lower_ != "to":
        first = token.i + 1
    if cause.pos_ in VERBS:
        first = max([first, *(i + 1 for i in range(first, cause.i) if doc[i].text in ':"')])
    last = next((i for i in range(cause.i + 1, last) if doc[i].text in ENDING), last)
    first = min(first + (doc[first].lower_ in MARKS), last - 1)
    last = min(last, first + MOST_WORDS)
    while last > first + 1 and doc[last - 1].is_punct:
        last -= 1
    return first, last


def explained(effect: Token | None, phrase: Span) -> frozenset[str]:
    """Return the kinds of effect of a word, or of what a verb is said of but for the cause."""
    if effect is None:
        return frozenset()
    heads = (clause_subject(effect), object_of(effect)) if effect.pos_ in VERBS else ()
    apart = [t for t in heads if t is not None and not phrase.start <= t.i < phrase.end]
    return effects_told(effect) or effects_among(apart)


def around(
    effect: Token | None, kinds: frozenset[str], phrase: Span, before: Span | None
) -> list[str]:
    """Return the words for an effect and its kinds; of one not told there, the kinds near it."""
    near = effects_among(t for t in phrase.sent if not phrase.start <= t.i < phrase.end)
    if before is not None:
        near, mark = effects_among(before), BACK
    else:
        mark = NEAR
    marked = [KIND + kind for kind in sorted(kinds)] or [mark + kind for kind in sorted(near)]
    return effect_words(effect) + marked


def effect_words(effect: Token | None) -> list[str]:
    """Return the words for an effect: a noun with what belongs to it, or a verb with its thing."""
    if effect is None or effect.pos_ == "PRON" or effect.lemma_ in BLANK:
        return []
    if effect.lemma_.lower() in HARMING and not effects_of(effect) - HARM:
        return [ACCIDENT]
    heads = [effect]
    if effect.pos_ in VERBS:
        burning = object_of(effect)
        if burning is not None and burning.lemma_.lower() in FUELS:
            return [ACCIDENT]
        told = (clause_subject(effect), object_of(effect))
        heads += [c for c in told if c is not None and c.pos_ != "PRON"]
    below = [
        c
        for head in heads
        if head.pos_ in NOUNS
        for c in (*head.lefts, *(b for p in head.rights if p.lower_ == "of" for b in p.children))
        if c.pos_ in NOUNS | {"ADJ"}
    ]
    words = [word.lower_ for word in heads + below]
    beside = {t.lower_ for t in (*effect.lefts, *effect.rights)} | {effect.head.lower_}
    above = effect.head.head.lower_ if effect.lemma_ in unit_factors() else ""
    waits = is_held_up(effect) and "stop" in effects_of(effect)
    if waits or (beside | {effect.lower_, above}) & DELAYED:
        words.append("delay")
    return list(dict.fromkeys(words))
