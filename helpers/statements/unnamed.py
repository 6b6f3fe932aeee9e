"""Name a number that no rule asks for after what it counts or measures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from helpers.quantities import Quantity
from helpers.statements.context import Context, Statement, clause_verb
from helpers.statements.nouns import common_noun, verb_name
from helpers.statements.parties import with_subject
from helpers.statements.status import ASSERTED, NEGATED
from helpers.statements.values import base

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

VAGUE_NOUNS = frozenset(["time", "thing", "way", "part", "reason", "step", "one", "kind", "side"])


def fallback(
    context: Context, quantity: Quantity, span: Span, words: list[tuple[str, float, Token]]
) -> Statement:
    """Return a statement named after the governing noun or verb, or a number left over."""
    noun = common_noun(quantity.unit) if quantity.kind == "count" else ""
    if quantity.kind in {"money", "measure", "duration", "percent"}:
        heads = {span.root.head.i} | {c.i for t in span for p in t.children for c in p.children}
        nouns = [w for w, d, t in words if t.pos_ == "NOUN" and d < 2 and t.i in heads]
        verb = clause_verb(span.root)
        acted = verb is not None and verb.lemma_ not in {"be", "have", "say", "do"}
        did = verb_name(verb.lemma_.lower()) if acted and close_to(verb, span) else ""
        noun = nouns[0] if nouns else did
        changed = changed_thing(verb, span) if quantity.kind == "percent" else ""
        noun = changed or noun
    if not noun or noun in VAGUE_NOUNS or quantity.vague:
        return base(context, quantity, span)
    before = context.doc[max(0, span.start - 2) : span.start]
    if quantity.kind == "count" and [t.lower_ for t in before] == ["of", "the"]:
        noun = f"all {noun}"
    attribute = f"other:{noun}" if quantity.kind == "count" else f"other:{noun} {quantity.kind}"
    made = base(context, quantity, span, attribute=attribute, about="subject", rule="fallback")
    made = with_subject(context, made, span, None)
    if made.status == NEGATED and not is_denied(context, span):
        made = replace(made, status=ASSERTED)
    return replace(made, noun="") if quantity.kind == "count" else made


def is_denied(context: Context, span: Span) -> bool:
    """Tell whether a number itself is denied, "not 40 ships", not what is said of it."""
    before = context.doc[max(0, span.start - 2) : span.start]
    return any(token.dep_ == "neg" or token.lower_ == "not" for token in before)


def changed_thing(verb: Token | None, span: Span) -> str:
    """Return what is changed by how much: "reduce of hospitalisation" for "cut stays by 4 %"."""
    node = span.root
    if verb is None or verb_name(verb.lemma_.lower()) not in {"reduce", "increase"}:
        return ""
    if node.dep_ != "pobj" or node.head.lower_ != "by":
        return ""
    thing = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    if thing is None or thing.pos_ != "NOUN":
        return ""
    kinds = [c.lemma_.lower() for c in thing.children if c.dep_ in {"compound", "amod"}]
    noun = common_noun(" ".join([*kinds, thing.lemma_.lower()]))
    return f"{verb_name(verb.lemma_.lower())} of {noun}"


def close_to(verb: Token, span: Span) -> bool:
    """Tell whether a verb stands near a quantity and governs it directly or by a preposition."""
    root = span.root
    direct = root.head == verb or (root.head.dep_ == "prep" and root.head.head == verb)
    return direct and abs(verb.i - span.start) <= 6
