"""Find who says what: quotations and reported words, with speaker, cue and firmness.

Hype, superlatives and facts ask it whether words stand in quotation marks, whether somebody
else than the author vouches for them, and how firmly that somebody is named.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

import pandas as pd

from helpers.quoting import indirect, quotes, reporting, speakers
from helpers.quoting.speakers import NAMED, NONE, VAGUE
from helpers.texts import datelines

if TYPE_CHECKING:
    from helpers.language import ParsedArticle, ParsedBlock
    from helpers.quoting.vouching import Cue

COLUMNS = "source line start end quote speaker cue attribution form".split()

QUOTATION, PULL_QUOTE, IMPUTED, INDIRECT = "quotation", "pull quote", "imputed", "indirect"
ORDER = {NAMED: 0, VAGUE: 1, NONE: 2}
DASHES = "-‐‑–—―~"


@dataclass(frozen=True)
class Attribution:
    """Words of an article that somebody else is made to vouch for.

    `start` and `end` are offsets in the article. `form` is "quotation" (in quotation marks),
    "pull quote" (set apart, signed on the next line), "imputed" (put into a mouth without a
    verb of speech) or "indirect" (no quotation marks). `firmness` is "named", "vague"
    (nobody in particular) or "none" (no speaker). The words that say who speaks lie at `cue_start`
    to `cue_end`, both -1 when there are none.
    """

    line: int
    start: int
    end: int
    form: str
    speaker: str
    cue: str
    firmness: str
    cue_start: int = -1
    cue_end: int = -1


# More than a partition: hype, superlatives and facts ask for the same articles, one after another.
@lru_cache(maxsize=32)
def attribute(article: ParsedArticle) -> tuple[Attribution, ...]:
    """Return the attributions of an article in reading order."""
    found: list[Attribution] = []
    before: list[Attribution] = []
    for i, parsed in enumerate(article.blocks):
        following = article.blocks[i + 1] if i + 1 < len(article.blocks) else None
        quoted = quotes.find_quotes(parsed.readable)
        if parsed.block.kind == "quote":
            here = list(pull_quotes(parsed, following, quoted))
        else:
            reported = list(reported_words(parsed, quoted))
            running = last_speaker(article, i, before)
            here = reported + list(direct_quotations(parsed, quoted, reported, running))
        found += here
        before = here
    return tuple(sorted(found, key=lambda a: (a.start, a.end, a.form)))


def by_block(article: ParsedArticle) -> Iterator[tuple[ParsedBlock, tuple[Attribution, ...]]]:
    """Yield each block of an article with the attributions in it."""
    found = attribute(article)
    starts = [one.start for one in found]
    for parsed in article.blocks:
        first, last = (bisect_left(starts, at) for at in (parsed.block.start, parsed.block.end))
        yield parsed, found[first:last]


def last_speaker(article: ParsedArticle, i: int, before: list[Attribution]) -> Attribution | None:
    """Return who speaks at the end of the paragraph before block `i`, if anybody does.

    A paragraph that is nothing but a quotation goes on with that speaker.
    """
    if not i or article.blocks[i - 1].block.kind != "paragraph":
        return None
    last = list(article.blocks[i - 1].doc.sents)[-1:]
    edge = article.blocks[i - 1].block.start + (last[0].start_char if last else 0)
    speaking = [a for a in before if max(a.end, a.cue_end) > edge and a.firmness != NONE]
    return max(speaking, key=lambda a: a.end, default=None)


def covering(attributions: Iterable[Attribution], start: int, end: int) -> Attribution | None:
    """Return the firmest attribution that holds all of `start` to `end`, or None.

    Of two equally firm ones the shorter is returned: it is the nearer.
    """
    holding = [a for a in attributions if a.start <= start and end <= a.end]
    return min(holding, key=lambda a: (ORDER[a.firmness], a.end - a.start), default=None)


def is_quoted(attributions: Iterable[Attribution], start: int, end: int) -> bool:
    """Tell whether `start` to `end` lies in a quotation: somebody else's words, not the author's.

    Scare quotes, quoted names and words the author imagines do not count.
    """
    return any(
        a.form in (QUOTATION, PULL_QUOTE) and a.start <= start and end <= a.end
        for a in attributions
    )


def find_quotations(parsed: Iterable[ParsedArticle]) -> pd.DataFrame:
    """Return one row per quotation or indirect attribution, with speaker, cue and firmness.

    `attribution` is named, vague or none; `form` as in `Attribution`. `quote` is what is
    attributed; for indirect ones that is the clause. Sorted by source and place.
    """
    rows = [
        (article.source, a.line, a.start, a.end, article.article.text[a.start : a.end])
        + (a.speaker, a.cue, a.firmness, a.form)
        for article in parsed
        for a in without_repeats(attribute(article))
    ]
    table = pd.DataFrame(rows, columns=COLUMNS)
    return table.sort_values(["source", "start", "end"], ignore_index=True, kind="stable")


def without_repeats(attributions: Iterable[Attribution]) -> list[Attribution]:
    """Leave out the indirect attributions whose cue already reports a quotation."""
    attributions = list(attributions)
    spoken = {a.cue_start for a in attributions if a.form != INDIRECT}
    return [a for a in attributions if a.form != INDIRECT or a.cue_start not in spoken]


def pull_quotes(
    parsed: ParsedBlock, following: ParsedBlock | None, quoted: list[quotes.Quote]
) -> Iterator[Attribution]:
    """Yield the quotation of a block set apart, signed in the same or the next block."""
    text = parsed.readable
    if text[:1] in DASHES and not quoted:
        return
    start, end = (quoted[0].start, quoted[-1].end) if quoted else (0, len(text))
    rest = text[end + 1 :] if quoted else ""
    signed, offset, tail = parsed, end + 1, rest
    unsigned = not rest.strip(" .\"'”’") and following is not None
    if unsigned and following.block.kind == "quote" and following.text[:1] in DASHES:
        signed, offset, tail = following, 0, following.readable
    speaker, firmness = speakers.signature(tail)
    line, first, last, _ = parsed.locate((start, end))
    place = cue_end = -1
    if speaker:
        offset += tail.find(speaker)
        _, place, cue_end, speaker = signed.locate((offset, offset + len(speaker)))
    yield Attribution(line, first, last, PULL_QUOTE, speaker, "", firmness, place, cue_end)


def direct_quotations(
    parsed: ParsedBlock,
    quoted: list[quotes.Quote],
    reported: list[Attribution],
    running: Attribution | None,
) -> Iterator[Attribution]:
    """Yield the quotations of a block; scare quotes and quoted names are left out.

    A quotation without a cue of its own has the speaker of what was said before it in the block,
    with or without quotation marks; one that opens the block that of `running`.
    """
    inside = reporting.inside_quotes(parsed.doc, quoted)
    spoken = [a for a in reported if a.speaker]
    for quote in quoted:
        span = quotes.tokens_of(parsed.doc, quote)
        cue = reporting.cue_of_quote(parsed.doc, quote, inside)
        if cue is None and not quotes.is_utterance(span):
            continue
        line, start, end, _ = parsed.locate((quote.start, quote.end))
        if cue is not None:
            form = IMPUTED if cue.imputed else QUOTATION
            attribution = of_cue(parsed, cue, line, start, end, form)
        else:
            earlier = [a for a in spoken if max(a.end, a.cue_end) <= start and a.form != IMPUTED]
            opening = not parsed.readable[: quote.start - 1].strip()
            heir = max(earlier, key=lambda a: a.end, default=running if opening else None)
            attribution = inherited(line, start, end, heir)
        spoken.append(attribution)
        yield attribution


def inherited(line: int, start: int, end: int, heir: Attribution | None) -> Attribution:
    """Return a quotation that has the speaker of an attribution before it, or nobody's."""
    if heir is None:
        return Attribution(line, start, end, QUOTATION, "", "", NONE)
    return replace(heir, line=line, start=start, end=end, form=QUOTATION)


def reported_words(parsed: ParsedBlock, quoted: list[quotes.Quote]) -> Iterator[Attribution]:
    """Yield what is reported without quotation marks: according to X, many consider, hailed as."""
    inside = reporting.inside_quotes(parsed.doc, quoted)
    for cue in indirect.find_cues(parsed.doc, inside):
        line, start, end, _ = parsed.locate((cue.start, cue.end))
        yield of_cue(parsed, cue, line, start, end, INDIRECT)


def behind(place: tuple[int, int], opening: int) -> tuple[int, int]:
    """Return the part of a place that lies behind a dateline that ends at `opening`."""
    return (max(place[0], opening), place[1]) if opening < place[1] else place


def of_cue(
    parsed: ParsedBlock, cue: Cue, line: int, start: int, end: int, form: str
) -> Attribution:
    """Return the attribution that a cue makes of the article's words from `start` to `end`."""
    opening = datelines.dateline_end(parsed.text)
    start = max(start, parsed.block.start + opening)
    _, cue_start, cue_end, _ = parsed.locate(behind(cue.words, opening))
    speaker = parsed.locate(behind(cue.speaker, opening))[3] if cue.speaker else ""
    word = parsed.locate(cue.cue)[3]
    return Attribution(line, start, end, form, speaker, word, cue.firmness, cue_start, cue_end)
