"""Find claims to an extreme or to uniqueness, and say what stands behind each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from helpers import attribution
from helpers.quoting import modality
from helpers.superlative_rules import extremes, support
from helpers.superlative_rules.claim_span import Extent, extent_of
from helpers.superlative_rules.extreme import EVALUATIVE, MEASURABLE, RANK, Extreme

if TYPE_CHECKING:
    from spacy.tokens import Token

    from helpers.attribution import Attribution
    from helpers.language import ParsedArticle, ParsedBlock

COLUMNS = (
    "source line start end quote kind hedged support evidence evidence_start evidence_end "
    "comparison_set explicit_set form polarity hedge supports block_kind"
).split()
MINIMUM = frozenset(
    "least worst lowest smallest fewest youngest shortest cheapest slowest poorest tiniest "
    "weakest narrowest nearest closest".split()
)


@dataclass(frozen=True)
class Claim:
    """A claim in one block: the words found, how far they reach, and what softens them."""

    extreme: Extreme
    extent: Extent
    hedge: str


def find_superlatives(parsed: Iterable[ParsedArticle]) -> pd.DataFrame:
    """Return one row per claim to an extreme or to uniqueness, sorted by source and place.

    `kind` is measurable (a number could prove it), uniqueness or evaluative (an opinion).
    `hedged` tells whether it is softened, `hedge` by which word. `support` is the best that the
    article gives: evidence, named, vague or none; `supports` lists all that apply, and `evidence`
    with its offsets holds the supporting words (empty and missing for none). `comparison_set` is
    what the claim ranges over, `explicit_set` whether the article says it. `form` is the
    grammatical class, `polarity` max or min.
    """
    rows = [row for article in parsed for row in rows_of(article)]
    table = pd.DataFrame(rows, columns=COLUMNS)
    table = table.astype({"evidence_start": "Int64", "evidence_end": "Int64"})
    table = table.astype({"hedged": bool, "explicit_set": bool, "line": int})
    return table.sort_values(["source", "start", "end"], ignore_index=True, kind="stable")


def rows_of(article: ParsedArticle) -> Iterator[tuple]:
    """Yield the rows of one article."""
    for parsed, attributions in attribution.by_block(article):
        found = claims(parsed)
        quantities = support.quantities_of(parsed) if found else []
        for claim in found:
            yield row_of(article, parsed, claim, attributions, quantities)


def claims(parsed: ParsedBlock) -> list[Claim]:
    """Return the claims of one block; denied ranks and "even the most" are none."""
    found: list[Claim] = []
    extremes_here = extremes.find_extremes(parsed.doc)
    triggers = [extreme.first for extreme in extremes_here]
    for extreme in extremes_here:
        extent = extent_of(parsed.doc, extreme, triggers)
        first = parsed.doc[extent.first]
        if is_concessive(first, extreme) or modality.is_denied(first, extreme.head):
            continue
        if found and extent.first <= found[-1].extent.last:
            continue
        softener = modality.hedge(first, extreme.head)
        hedge = extent.partitive or (softener.text if softener is not None else "")
        found.append(Claim(extreme, extent, hedge))
    return found


def is_concessive(first: Token, extreme: Extreme) -> bool:
    """Tell whether "even" makes an evaluative claim mean any: "even the most careful fail"."""
    even = first.i > first.sent.start and first.nbor(-1).lower_ == "even"
    return even and extreme.kind == EVALUATIVE


def row_of(
    article: ParsedArticle,
    parsed: ParsedBlock,
    claim: Claim,
    attributions: tuple[Attribution, ...],
    quantities: list,
) -> tuple:
    """Return the row of a claim."""
    doc, extent = parsed.doc, claim.extent
    line, start, end, quote = parsed.locate(doc[extent.first : extent.last + 1])
    found = support.support_of(parsed, claim.extreme, extent, attributions, quantities)
    evidence_start, evidence_end = found.place if found.place else (pd.NA, pd.NA)
    evidence = article.article.text[slice(*found.place)] if found.place else ""
    scope = parsed.locate(extent.scope)[3] if extent.scope else ""
    word = doc[claim.extreme.first].lower_
    counted = claim.extreme.form == RANK and found.support == support.EVIDENCE
    kind = MEASURABLE if counted and claim.extreme.kind == EVALUATIVE else claim.extreme.kind
    return (
        article.source, line, start, end, quote, kind, bool(claim.hedge),
        found.support, evidence, evidence_start, evidence_end, scope, bool(scope),
        claim.extreme.form, "min" if word in MINIMUM else "max", claim.hedge,
        ";".join(found.all), parsed.block.kind,
    )  # fmt: skip
