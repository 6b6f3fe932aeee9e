"""Find promotional and inflated language: where, of what kind, why, and in whose voice.

Terms come from `lexicons/hype.csv`; questions, emoji, certain futures, degrees and pictures are
found by their grammar.
Why a term counts follows the questions of Batalo et al. (2026): is it hyperbolic? Could it go
without loss? Is it amplified, or coordinated with another? Is what surrounds it promotional?
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pandas as pd

from helpers import attribution, cues, terms
from helpers.attribution import INDIRECT
from helpers.hype_rules import constructions, context, degrees, figures, futures, images, unabating
from helpers.lexicons import CATEGORIES, Lexicon, default_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from helpers.attribution import Attribution
    from helpers.hype_rules.constructions import Construction
    from helpers.language import ParsedArticle, ParsedBlock

RATIONALES = ("hyperbolic", "gratuitous", "amplified", "coordinated", "context")
COLUMNS = (
    "source line start end quote category term rationale voice lexicon_id block_kind"
).split()
CONSTRUCTIONS = "source line start end quote construction block_kind".split()
# A word that can be meant soberly counts beside this many other hits in its sentence.
ASKED = 2
# A word of feeling counts beside fewer where its article has so many hits in 1,000 words; the
# articles of news agencies have up to two.
LEAST = ((40.0, 0), (12.0, 1), (0.0, ASKED))
WEAK = frozenset({"tone", "context"})
FEWEST_WORDS = 100
# From this rate on an article promotes throughout.
PROMOTIONAL = 25.0
EMOJI = "emoji"
MODIFIERS = frozenset({"amod", "compound"})
# What is called so is praised or dramatised, so "not a miracle" is no hype.
DENIABLE = frozenset({"magnitude", "novelty", "praise", "conflict", "metaphor"})
SIZED = frozenset({"praise", "conflict", "metaphor"})
COMPARISONS = frozenset({"more", "most", "ever", "even"})


# What finds constructions in a block without asking what else stands there.
FINDERS = (
    constructions.expectations, constructions.hortatives, figures.figures,
    degrees.degrees, degrees.surpassing, images.images, unabating.unabating,
)  # fmt: skip


@dataclass(frozen=True)
class Hit:
    """A place in a block that may be hype; `span` is its term's, None for most constructions.

    `listed` is false for a construction, which needs no entry of the lexicon.
    """

    start: int
    end: int
    category: str
    term: str
    lexicon_id: str
    base: str
    span: Span | None = None
    listed: bool = True


def find_hype(parsed: Iterable[ParsedArticle], lexicon: Lexicon | None = None) -> pd.DataFrame:
    """Return one row per piece of inflated language; see `COLUMNS`.

    `category` is one of `CATEGORIES`, `rationale` one of `RATIONALES`, `voice` "quoted" inside
    a quotation with a speaker, else "own". `lexicon_id` names the row of the lexicon or the
    construction. No character belongs to two rows: the longer hit wins, then the category that
    stands first; a question keeps the longest stretch that no other hit holds. Sorted by source
    and place.
    """
    matchers = terms.compiled(lexicon or default_lexicon())
    rows = [row for article in parsed for row in article_rows(article, matchers)]
    table = pd.DataFrame(rows, columns=COLUMNS)
    return table.sort_values(["source", "start"], ignore_index=True, kind="stable")


def find_constructions(parsed: Iterable[ParsedArticle]) -> pd.DataFrame:
    """Return one row per "not just X, it's Y", a habit of style that is not counted as hype."""
    rows = [
        (article.source, *block.locate((found.start, found.end)), found.id, block.block.kind)
        for article in parsed
        for block in article.blocks
        for found in constructions.contrasts(block)
    ]
    table = pd.DataFrame(rows, columns=CONSTRUCTIONS)
    return table.sort_values(["source", "start"], ignore_index=True, kind="stable")


def article_rows(article: ParsedArticle, matchers: terms.Terms) -> Iterator[tuple]:
    """Yield the rows of one article in reading order."""
    surroundings = terms.Surroundings(article)
    interview = constructions.is_interview(article)
    found = [block_terms(parsed, matchers, surroundings) for parsed in article.blocks]
    rate = strong_rate(article, sum(len(strong) for strong, _ in found))
    company = next(asked for least, asked in LEAST if rate >= least)
    blocks = zip(attribution.by_block(article), found, strict=True)
    for (parsed, said), (strong, weak) in blocks:
        kept = disjoint([*strong, *(hit for hit in weak if in_context(hit, strong, company))])
        hits = block_hits(parsed, kept, said, interview=interview, promotional=rate >= PROMOTIONAL)
        why = rationales(hits)
        for hit in hits:
            line, start, end, quote = parsed.locate((hit.start, hit.end))
            voice = "quoted" if attribution.is_quoted(said, start, end) else "own"
            reason = why.get(hit, hit.base)
            yield (
                (article.source, line, start, end, quote, hit.category, hit.term)
                + (reason, voice, hit.lexicon_id, parsed.block.kind)
            )  # fmt: skip


def block_terms(
    parsed: ParsedBlock, matchers: terms.Terms, surroundings: terms.Surroundings
) -> tuple[list[Hit], list[Hit]]:
    """Return the hits of a block that count by themselves, and those that count in company."""
    found = [
        term_hit(entry, span)
        for entry, span in matchers.find(parsed.doc, surroundings)
        if entry.category not in DENIABLE or not context.is_denied(span)
    ]
    found += (plain_hit(one) for finder in FINDERS for one in finder(parsed))
    strong = [hit for hit in found if hit.base not in WEAK or is_worded_up(hit)]
    weak = [hit for hit in found if hit.base in WEAK and not is_worded_up(hit)]
    return disjoint(strong), weak


def strong_rate(article: ParsedArticle, n_strong: int) -> float:
    """Return the hits in 1,000 words that count by themselves.

    The more an article promotes, the less a word of feeling or a prediction asks for beside it:
    the context of a word is its article too.
    """
    n_words = sum(len(parsed.text.split()) for parsed in article.blocks)
    return 1000 * n_strong / max(n_words, FEWEST_WORDS)


def block_hits(
    parsed: ParsedBlock,
    kept: list[Hit],
    said: tuple[Attribution, ...],
    *,
    interview: bool,
    promotional: bool,
) -> list[Hit]:
    """Return the hits of a block, disjoint, in reading order: its terms with its constructions."""

    def is_hype(start: int, end: int) -> bool:
        return any(start <= hit.start < end for hit in kept)

    def vouched(start: int, end: int) -> str:
        _, first, last, _ = parsed.locate((start, end))
        one = attribution.covering(said, first, last)
        reported = one is not None and one.form == INDIRECT
        # What stands in quotation marks is the article's choice to quote.
        return one.firmness if reported and not attribution.is_quoted(said, first, last) else ""

    predicted = [
        plain_hit(one) for one in futures.futures(parsed, vouched, is_hype, promotional=promotional)
    ]
    emoji = [plain_hit(one) for one in constructions.emoji(parsed)]
    kept = disjoint([*kept, *predicted, *emoji])
    asked = [
        plain_hit(one)
        for one in constructions.questions(parsed, interview=interview)
        if not quoted(parsed, said, one)
    ]
    if promotional:
        asked += (plain_hit(one) for one in constructions.commands(parsed))
    # A question to the reader is one piece of bait, whatever it opens with.
    kept = [hit for hit in kept if hit.lexicon_id == EMOJI or not baits(hit, asked)]
    text = parsed.doc.text
    rest = (free_stretch(hit, kept, text) for hit in asked)
    return sorted([*kept, *filter(None, rest)], key=lambda hit: hit.start)


def baits(hit: Hit, asked: list[Hit]) -> bool:
    """Tell whether a hit is bait for the reader in a question that is bait as a whole."""
    return hit.category == "engagement" and within(hit, asked)


def within(hit: Hit, others: list[Hit]) -> bool:
    """Tell whether a hit lies in one of `others`."""
    return any(one.start <= hit.start and hit.end <= one.end for one in others)


def quoted(parsed: ParsedBlock, said: tuple[Attribution, ...], one: Construction) -> bool:
    """Tell whether a construction is somebody else's words."""
    _, start, end, _ = parsed.locate((one.start, one.end))
    return attribution.is_quoted(said, start + 1, end - 1)


def term_hit(entry, span: Span) -> Hit:
    """Return the hit of a lexicon entry, with the amplifier before it and what it amplifies."""
    doc, start, end = span.doc, span.start, span.end
    amplifiers = cues.words("amplifiers", "use", "before")
    while start > span.sent.start and doc[start - 1].lower_ in amplifiers:
        start -= 1
    if entry.category == "intensifier" and end < span.sent.end and amplifies(span[-1], doc[end]):
        end += 1
    whole = doc[start:end]
    # Of two categories that fit the guide takes the first: said of an amount, praise is size.
    sized = entry.category in SIZED and context.sizes(span)
    category = CATEGORIES[0] if sized else entry.category
    return Hit(
        whole.start_char, whole.end_char, category, span.text.lower(), entry.id, entry.base, span
    )  # fmt: skip


def amplifies(adverb: Token, following: Token) -> bool:
    """Tell whether an adverb strengthens the adjective or adverb after it."""
    return adverb.pos_ == "ADV" and following.pos_ in {"ADJ", "ADV"} and adverb.head == following


def plain_hit(one: Construction) -> Hit:
    """Return a construction as a hit."""
    base = BASES[one.category] if one.span is None else "tone"
    return Hit(one.start, one.end, one.category, one.term, one.id, base, one.span, listed=False)


# Bait for the reader can go without loss; a prediction is worded up; a figure is not meant so.
BASES = {
    "engagement": "gratuitous",
    "certainty": "amplified",
    "metaphor": "hyperbolic",
    "magnitude": "hyperbolic",
    "intensifier": "amplified",
}


def disjoint(hits: Iterable[Hit]) -> list[Hit]:
    """Return hits of which no two share a character: longest first, then by category."""
    order = sorted(
        hits,
        key=lambda h: (
            (h.start - h.end, CATEGORIES.index(h.category), h.start) + (h.listed, h.lexicon_id)
        ),
    )
    kept: list[Hit] = []
    taken: set[int] = set()
    for hit in order:
        places = range(hit.start, hit.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


def free_stretch(hit: Hit, others: list[Hit], text: str) -> Hit | None:
    """Return `hit` cut to its longest stretch that none of `others` holds, or None."""
    inside = [one for one in others if one.start < hit.end and hit.start < one.end]
    edges = [hit.start, *(edge for one in inside for edge in (one.start, one.end)), hit.end]
    stretches = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        words = text[start:end]
        start += len(words) - len(words.lstrip(" ,;:-"))
        end = start + len(words.strip(" ,;:-"))
        if any(c.isalpha() for c in text[start:end]):
            stretches.append((start - end, start, end))
    if not stretches:
        return None
    _, start, end = min(stretches)
    return replace(hit, start=start, end=end)


def is_worded_up(hit: Hit) -> bool:
    """Tell whether an amplifier stands before a term: "sheer wizardry"."""
    return hit.start < hit.span.start_char


def in_context(hit: Hit, strong: list[Hit], asked: int) -> bool:
    """Tell whether a word that is hype in promotional company only stands in such company.

    That is: coordinated with other hype, or in a sentence with two hits; for a word of feeling
    with as many as `asked`.
    """
    asked = asked if hit.base == "tone" else ASKED
    sent = hit.span.sent
    company = [one for one in strong if sent.start_char <= one.start < sent.end_char]
    joined = {token.i for token in coordinated(hit.span.root)}
    beside = any(one.span is not None and one.span.root.i in joined for one in company)
    return len(company) >= asked or beside


def rationales(hits: list[Hit]) -> dict[Hit, str]:
    """Return why each hit counts: the first of the questions that says yes."""
    roots = {hit.span.root.i for hit in hits if hit.span is not None}
    return {hit: rationale(hit, roots) for hit in hits}


def rationale(hit: Hit, roots: set[int]) -> str:
    """Return why a hit counts, `roots` being the tokens that head the terms of the block."""
    if hit.span is None or hit.base == "hyperbolic":
        return hit.base
    if is_worded_up(hit) or is_amplified(hit.span):
        return "amplified"
    if any(token.i in roots for token in coordinated(hit.span.root)):
        return "coordinated"
    return "context" if hit.base in WEAK else "gratuitous"


def is_amplified(span: Span) -> bool:
    """Tell whether a term is compared or strengthened: "bolder", "most ambitious"."""
    if span.root.morph.get("Degree") in (["Cmp"], ["Sup"]):
        return True
    amplifiers = cues.words("amplifiers", "use", "before") | COMPARISONS
    return any(
        child.lower_ in amplifiers for child in span.root.lefts if child.dep_ in {"advmod", "amod"}
    )


def coordinated(token: Token) -> Iterator[Token]:
    """Yield the words that a word is joined to by "and" or a comma, or by one noun they describe."""
    if token.dep_ == "conj":
        yield token.head
    yield from (child for child in token.children if child.dep_ == "conj")
    if token.dep_ in MODIFIERS:
        yield from (
            child for child in token.head.lefts if child.dep_ in MODIFIERS and child != token
        )
    yield from (child for child in token.lefts if child.dep_ in MODIFIERS)
