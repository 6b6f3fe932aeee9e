"""Find what strengthens by its place: "achingly sad", "a measly 12 pounds", "bolder than ever"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from helpers import cues
from helpers.hype_rules import places
from helpers.hype_rules.constructions import Construction

if TYPE_CHECKING:
    from spacy.tokens import Token

    from helpers.language import ParsedBlock

ARTICLES = frozenset({"a", "an"})
BEYOND = frozenset({"beyond"})
FIELDS = "ically"
# Verbs as adjectives: "totally obsessed", "an absolutely shattered crew".
STATES = frozenset({"VBN", "VBD", "VBG", "VB"})
TIMES = frozenset("seconds minutes hours days nights weeks weekends months years decades".split())
SHARES = frozenset({"percent", "per", "%"})
# "Measly" is taken for an adverb.
DESCRIBING = frozenset({"JJ", "VBG", "NN", "RB"})
# Comparative, "more" with an adjective, and an adverb between: "more than ever" is a term.
REACH = 3


def degrees(parsed: ParsedBlock) -> Iterator[Construction]:
    """Yield what strengthens an adjective, a figure or a comparison in a block."""
    for token in places.of_kind(parsed.doc, "ADV", "NUM", "SYM"):
        if token.pos_ != "ADV":
            found = dramatised(token)
        elif token.lower_ == "ever":
            found = outbid(token)
        else:
            found = strengthened(token) if token.lower_.endswith("ly") else None
        if found is not None:
            yield found


def surpassing(parsed: ParsedBlock) -> Iterator[Construction]:
    """Yield "beyond" before a quality: "beyond thrilled", not "beyond repair"."""
    if "eyond " not in parsed.text:
        return
    for token in places.standing(parsed.doc, BEYOND):
        after = token.nbor(1) if token.i + 1 < len(parsed.doc) else token
        last = after.nbor(1) if after.i + 1 < len(parsed.doc) else after
        if after.tag_ in {"JJ", "VBN"} and last.pos_ not in {"NOUN", "PROPN", "ADJ"}:
            yield strong_word(token, after, "beyond")


def uses(use: str) -> frozenset[str]:
    """Return the words of one use."""
    return cues.words("degree_words", "use", use)


def strengthened(adverb: Token) -> Construction | None:
    """Return an adverb of degree before an adjective or verb, or None.

    An adverb that only strengthens counts by itself before an adjective; before a verb, and like
    any adverb that is not one of time, field, manner or evidence, it counts in company.
    """
    word = adverb.lower_
    after = adverb.nbor(1) if adverb.i + 1 < adverb.sent.end else None
    if after is None:
        return None
    if after.text == "," and adverb.i == adverb.sent.start and word in uses("stance"):
        return strong_word(adverb, adverb, "stance", weak=True)
    if adverb.head != after or is_sober(word):
        return None
    boosts = word in uses("boost")
    if after.pos_ == "ADJ":
        return strong_word(adverb, adverb, "degree", weak=not boosts)
    if after.tag_ in STATES:
        return strong_word(adverb, adverb, "degree", weak=True)
    return None


def is_sober(word: str) -> bool:
    """Tell whether an adverb names a time, field, manner or measure: "medically", "jointly"."""
    named = word.endswith(FIELDS) and word not in uses("boost")
    return named or word in uses("sober")


def dramatised(figure: Token) -> Construction | None:
    """Return what colours a figure, "a measly 12 pounds", or a time, "two agonising hours"."""
    doc, i = figure.doc, figure.i
    if i >= 2 and doc[i - 1].tag_ in DESCRIBING and is_number(figure):
        first = describing(doc[i - 1])
        if first is not None and first.i and doc[first.i - 1].lower_ in ARTICLES:
            return strong_word(first, doc[i - 1], "coloured_figure", category="magnitude")
    if i + 2 < len(doc) and doc[i + 2].lower_ in TIMES:
        last = doc[i + 1]
        if describing(last) == last and last.tag_ != "NN":
            return strong_word(last, last, "coloured_time", category="magnitude")
    return None


def is_number(figure: Token) -> bool:
    """Tell whether a figure is an amount: "a cool 12 pounds", not "a cheap 3 bedroom flat"."""
    if figure.is_currency:
        return True
    after = figure.nbor(1) if figure.i + 1 < len(figure.doc) else None
    if after is None:
        return False
    # "It is a human one."
    if figure.lower_ == "one" and after.lower_ not in SHARES:
        return False
    singular = after.tag_ == "NN" and after.lower_ not in SHARES
    return figure.tag_ == "CD" and not singular and after.text not in {"-", "–", "/", ":"}


def describing(last: Token) -> Token | None:
    """Return the first token of an adjective that colours what follows, or None."""
    first = last
    while first.i >= 2 and first.nbor(-1).text == "-":
        first = first.nbor(-2)
    hyphened = first.i < last.i
    if last.tag_ not in DESCRIBING or last.tag_ == "NN" and not hyphened:
        return None
    if last.tag_ == "RB" and not last.lower_.endswith("ly"):
        return None
    whole = last.doc[first.i : last.i + 1].text.lower()
    sober = uses("figure") | uses("sober")
    # "An alleged 12 pounds", "an estimated 12": so does whatever is said or counted.
    dated = first.tag_ == "CD" or not last.is_alpha or last.lower_.endswith("ed")
    return None if dated or last.lower_ in sober or whole in sober else first


def outbid(ever: Token) -> Construction | None:
    """Return a comparison with all times: "bolder than ever", "more relevant than ever"."""
    if ever.i - 2 < ever.sent.start or ever.nbor(-1).lower_ != "than":
        return None
    before = ever.doc[max(ever.sent.start, ever.i - 1 - REACH) : ever.i - 1]
    graded = [token for token in before if token.tag_ in {"JJR", "RBR"}]
    if not graded or before[-1].pos_ not in {"ADJ", "ADV"} or before[-1].lower_ == "more":
        return None
    return strong_word(graded[-1], ever, "than_ever")


def strong_word(
    first: Token,
    last: Token,
    name: str,
    *,
    weak: bool = False,
    category: str = "intensifier",
) -> Construction:
    """Return the construction from one token to another; a `weak` one counts in company."""
    span = first.doc[first.i : last.i + 1]
    return Construction(
        span.start_char, span.end_char, name, category, span.text.lower(), span if weak else None
    )  # fmt: skip
