"""Find what reports a quotation: the verb of speech near it, "according to", a name and a colon."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from helpers.quoting import quotes, speakers
from helpers.quoting.indirect import according, is_according, is_cue_noun, noun_cue, uses
from helpers.quoting.speakers import NAMED, NONE, VAGUE
from helpers.quoting.vouching import FARTHEST, REACH, Cue, make

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

NEAR = 3  # REACH for a fragment that is no utterance by itself
IMAGINED = frozenset({"would", "could", "might"})


def inside_quotes(doc: Doc, quoted: Iterable[quotes.Quote]) -> frozenset[int]:
    """Return the indices of the tokens that stand in quotation marks."""
    return frozenset(token.i for quote in quoted for token in quotes.tokens_of(doc, quote))


def cue_of_quote(doc: Doc, quote: quotes.Quote, inside: frozenset[int]) -> Cue | None:
    """Return the cue that reports a quotation, or None.

    The nearest verb of speech outside quotation marks in the sentences that the quotation
    touches; else "according to"; else a noun such as "his view that", whose words are imputed.
    """
    span = quotes.tokens_of(doc, quote)
    first = max(span[0].sent.start, span.start - FARTHEST)
    last = min(span[-1].sent.end, span.end + FARTHEST)
    outside = [token for token in doc[first:last] if token.i not in inside]
    reach = REACH if quotes.is_utterance(span) else NEAR
    verbs = [token for token in outside if reports(token, span, reach)]
    if verbs:
        nearest = min(verbs, key=lambda token: (distance(token, span), token.i))
        return verb_cue(nearest, quote)
    for token in outside:
        if is_according(token):
            return according(token, (quote.start, quote.end))
    if (named := name_before(doc, quote)) is not None:
        return named
    for token in outside:
        if is_cue_noun(token) and 0 < span.start - token.i <= NEAR + 1:
            return noun_cue(token, (quote.start, quote.end))
    return None


def name_before(doc: Doc, quote: quotes.Quote) -> Cue | None:
    """Return the cue of a name with a colon: "Ada, 37, Turku: '...'"."""
    first = quotes.tokens_of(doc, quote)[0]
    before = doc[first.sent.start : first.i]
    if len(before) > REACH:
        return None
    colon = next((t for t in before[-2:] if t.text == ":"), None)
    name = next((t for t in before if not t.is_punct and not t.like_num), None)
    if colon is None or name is None or name.pos_ != "PROPN":
        return None
    last = name
    while last.nbor(1).pos_ == "PROPN":
        last = last.nbor(1)
    if last.nbor(1).text not in {":", ",", "("}:
        return None
    place = (name.idx, last.idx + len(last))
    return Cue(quote.start, quote.end, place, (colon.idx, colon.idx + 1), place, NAMED)


def reports(token: Token, span: Span, reach: int) -> bool:
    """Tell whether the verb `token` reports the quoted words `span`."""
    kinds = uses(token) - {"aside"}
    if not kinds or any(child.dep_ == "neg" for child in token.children):
        return False
    gap = distance(token, span)
    governs = token in span.root.ancestors or token in span[0].ancestors
    if kinds <= {"opinion", "award", "belief", "finding"}:
        return governs and reach == REACH and gap <= REACH
    if kinds <= {"label"}:
        return governs and gap <= REACH
    return gap <= reach or (governs and gap <= 2 * REACH)


def distance(token: Token, span: Span) -> int:
    """Return how many tokens lie between a token and quoted words."""
    return span.start - token.i if token.i < span.start else token.i - span.end


def verb_cue(verb: Token, quote: quotes.Quote) -> Cue:
    """Return the cue of a quotation whose verb of speech is `verb`."""
    head = speakers.subject(verb)
    imagined = is_imagined(verb)
    if head is None and imagined:
        head = imagined_speaker(verb)
    firm = NONE if imagined or head is None else speakers.firmness(head)
    if head is None and speakers.is_passive(verb):
        firm = VAGUE
    return make((quote.start, quote.end), verb, head, firm, imputed=imagined)


def is_imagined(verb: Token) -> bool:
    """Tell whether the words are the author's: "her way of saying", "as if to say", "would say"."""
    if any(child.lower_ in IMAGINED and child.dep_ == "aux" for child in verb.children):
        return True
    if verb.dep_ == "pcomp" and verb.head.head.lemma_ in {"way", "equivalent", "version"}:
        return True
    before = [token.lower_ for token in verb.doc[max(verb.sent.start, verb.i - 3) : verb.i]]
    return "if" in before and "as" in before or before[-1:] == ["to"] and "though" in before


def imagined_speaker(verb: Token) -> Token | None:
    """Return whose way of saying it is said to be."""
    for noun in list(verb.ancestors)[:2]:
        for child in noun.children:
            if child.dep_ == "poss":
                return child
    return None
