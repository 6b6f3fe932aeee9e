"""Say what the article gives in support of a claim: evidence, a voice, or nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from helpers import attribution, cues
from helpers.quantities import find_quantities
from helpers.quoting.speakers import NAMED, NONE, VAGUE
from helpers.superlative_rules.bearing import (
    happens_in,
    in_neighbour,
    in_sentence,
    is_own_figure,
    leads_in,
    sums_up,
)
from helpers.superlative_rules.comparisons import named_comparison, names_listed, runner_up
from helpers.superlative_rules.extreme import MEASURABLE, RECORD, UNIQUE, UNIQUENESS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from helpers.attribution import Attribution
    from helpers.language import ParsedBlock
    from helpers.quantities import Quantity
    from helpers.superlative_rules.claim_span import Extent
    from helpers.superlative_rules.extreme import Extreme

EVIDENCE = "evidence"
# Which quantities can prove an amount of whatever the noun says: the largest deal, city, share.
AMOUNTS = frozenset({"money", "count", "percent", "measure", "number", "score"})
RATES = frozenset({"percent", "score"})  # what can prove a judgement, right behind a colon
FIGURES = frozenset({"percent", "score", "measure", "duration"})
BASES = {
    "metre": "length", "gram": "weight", "metre per second": "speed", "square metre": "area",
}  # fmt: skip
# These fit one property only, so that a number of that kind hardly ever means another thing.
SPECIFIC = frozenset("age length weight speed temperature duration".split())


@dataclass(frozen=True)
class Support:
    """The best support of a claim, all kinds that apply, and where its words are."""

    support: str
    place: tuple[int, int] | None
    all: tuple[str, ...]


@dataclass(frozen=True)
class Sighting:
    """A quantity in a parsed block with the token that carries it."""

    quantity: Quantity
    token: Token


def quantities_of(parsed: ParsedBlock) -> list[Sighting]:
    """Return the quantities of a block, each with its token."""
    found = []
    for quantity in find_quantities(parsed.doc.text, doc=parsed.doc):
        span = parsed.doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
        if span is not None and not quantity.vague:
            found.append(Sighting(quantity, span.root))
    return found


def support_of(
    parsed: ParsedBlock,
    extreme: Extreme,
    extent: Extent,
    attributions: Iterable[Attribution],
    sightings: list[Sighting],
) -> Support:
    """Return what stands behind a claim: evidence before a named voice before a vague one."""
    found: list[tuple[str, tuple[int, int] | None]] = []
    evidence = evidence_for(parsed.doc, extreme, extent, sightings)
    if evidence is not None:
        found.append((EVIDENCE, parsed.locate(evidence)[1:3]))
    _, start, end, _ = parsed.locate(parsed.doc[extreme.first : extreme.last + 1])
    holding = [a for a in attributions if a.start <= start and end <= a.end]
    for firmness in (NAMED, VAGUE):
        voice = attribution.covering([a for a in holding if voices(a) == firmness], start, end)
        if voice is not None:
            place = (voice.cue_start, voice.cue_end) if voice.cue_start >= 0 else None
            found.append((firmness, place))
    if not found:
        return Support(NONE, None, ())
    return Support(*found[0], tuple(name for name, _ in found))


def voices(found: Attribution) -> str:
    """Return how firmly somebody vouches; a quotation from nobody counts as vague."""
    if found.firmness == NONE and found.form != attribution.IMPUTED:
        return VAGUE
    return found.firmness


def evidence_for(
    doc: Doc, extreme: Extreme, extent: Extent, sightings: list[Sighting]
) -> tuple[int, int] | None:
    """Return the offsets of the words that bear on the property claimed, or None."""
    if "clients" in extreme.dimension:
        return names_listed(doc, extreme, extent) or named_comparison(doc, extent)
    sentence = doc[extent.first].sent
    first = doc[sentence.start - 1].sent.start if sentence.start else 0
    last = doc[sentence.end].sent.end if sentence.end < len(doc) else sentence.end
    places = [bisect_left(sightings, i, key=lambda s: s.token.i) for i in (first, last)]
    bearing = [s for s in sightings[slice(*places)] if bears(doc, extreme, extent, s)]
    if bearing:
        here = doc[extent.first]
        nearest = min(bearing, key=lambda s: (s.token.sent != here.sent, abs(s.token.i - here.i)))
        return nearest.quantity.start, nearest.quantity.end
    ranked = extreme.dimension - {"date", "compare"}
    return named_comparison(doc, extent) or (runner_up(doc, extent) if ranked else None)


def bears(doc: Doc, extreme: Extreme, extent: Extent, sighting: Sighting) -> bool:
    """Tell whether a quantity has the dimension of the claim and is said of the same thing."""
    token = sighting.token
    dimensions = dimensions_of(sighting.quantity) | read_as(sighting)
    tells = is_gloss(doc, extent, token) or happens_in(extreme, extent, token)
    if tells and dimensions & (wanted(extreme) | RATES):
        return True
    if dimensions & AMOUNTS and leads_in(extent, token):
        return True
    if dimensions & FIGURES and (is_own_figure(extreme, token) or tells and unique(extreme)):
        return True
    if extreme.form == RECORD and sighting.quantity.start == start_behind(doc, extent):
        return True
    here = token.sent == doc[extent.first].sent
    dated = bool(dimensions & {"date", "age"})
    if here and extreme.kind == MEASURABLE and not dated and sums_up(extreme, extent, token):
        return True
    dimensions &= wanted(extreme)
    if not dimensions:
        return False
    specific = bool(dimensions & SPECIFIC)
    if token.sent == doc[extent.first].sent:
        return in_sentence(extreme, extent, token, specific, "date" in dimensions)
    first, last = doc[extent.first].sent.start, doc[extent.first].sent.end
    if token.sent.end != first and token.sent.start != last:
        return False
    return "date" not in dimensions and in_neighbour(extreme, token, specific)


def unique(extreme: Extreme) -> bool:
    """Tell whether a claim is one to uniqueness by its word, so that any figure may show it."""
    return extreme.kind == UNIQUENESS and extreme.form == UNIQUE


def start_behind(doc: Doc, extent: Extent) -> int:
    """Return where the word right behind a claim begins: "a record €48 billion"."""
    return doc[extent.last + 1].idx if extent.last + 1 < len(doc) else -1


def is_gloss(doc: Doc, extent: Extent, token: Token) -> bool:
    """Tell whether a colon or dash leads from claim to quantity: "the safest: 2 percent failed"."""
    colon = doc[extent.last + 1 : extent.last + 2].text in {":", "–", "—"}
    return colon and token.i > extent.last and token.sent == doc[extent.first].sent


def wanted(extreme: Extreme) -> frozenset[str]:
    """Return the dimensions that could prove the claim."""
    if extreme.form == "record":
        return extreme.dimension | {"duration", "length", "weight", "speed", "temperature"}
    return extreme.dimension


def dimensions_of(quantity: Quantity) -> frozenset[str]:
    """Return which dimensions a quantity measures."""
    found = {quantity.kind}
    if quantity.kind in AMOUNTS:
        found.add("amount")
    if quantity.kind == "number":
        found.add("count")
    if quantity.kind == "percent":
        found.add("share")
    if quantity.kind == "measure":
        found.add(BASES.get(base_of(quantity.unit), "other"))
        if "degree" in quantity.unit:
            found.add("temperature")
    return frozenset(found)


def read_as(sighting: Sighting) -> frozenset[str]:
    """Return what a plain number or duration means by its neighbours: "at 42", "years ago"."""
    doc, quantity = sighting.token.doc, sighting.quantity
    words = doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    before = doc[words.start - 1].lower_ if words.start else ""
    after = doc[words.end].lower_ if words.end < len(doc) else ""
    if quantity.kind == "duration" and (after in {"ago", "old"} or before in {"at", "aged"}):
        return frozenset({"age"})
    if quantity.kind in {"number", "count"} and quantity.value.isdigit():
        plausible = 0 < int(quantity.value) <= 120
        if plausible and not quantity.unit and before in {"at", "aged", "age", "just", "only"}:
            return frozenset({"age"})
        if before == "in" and 1000 <= int(quantity.value) <= 2100 and len(words.text) == 4:
            return frozenset({"date"})
    return frozenset()


def base_of(unit: str) -> str:
    """Return the base unit of a unit of measure."""
    rows = cues.read_cues("units")
    return next((row["base"] for row in rows if row["unit"] == unit), "")
