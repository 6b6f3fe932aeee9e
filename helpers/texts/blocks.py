"""Classify the lines of a pasted web page: what is the article, and what is not."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz

from helpers.texts import furniture
from helpers.texts.lines import NUMBERED, Line, split_lines

ARTICLE_KINDS = ("title", "heading", "paragraph", "list_item", "quote", "table_row")
KINDS = (*ARTICLE_KINDS, "metadata", "advert")

HEADING_WORDS = 16
TITLE_WORDS = 30
TITLE_CASE = 0.6
SAME_TITLE = 90
# A longer line is cut into pieces, so that the time for an article grows with its length only.
LONGEST = 4_000

LINE_BREAK = re.compile(r"\r\n|\r|\n")
DASH_NAME = re.compile(r"[–—―-]{1,2}\s*\w")
QUOTED = re.compile(r"[\"“‘'][^\"“”]*[\"”’']$")
LABEL = re.compile(r"\w+(?: \w+)?: \S")
DEFINITION = re.compile(r"(\w+) (?:is|are) (?:an?|the) \S")


@dataclass(frozen=True)
class Block:
    """A stretch of the text of one kind: `text[start:end]`, from line `line` on (from 1).

    It is one line, or the lines of one paragraph where the file is hard-wrapped; of a line
    longer than `LONGEST` characters it is a piece.
    """

    line: int
    start: int
    end: int
    kind: str


def classify(text: str, overrules: Mapping[int, str] | None = None) -> tuple[Block, ...]:
    """Return the blocks of `text` in order; `overrules` maps a line number to its kind.

    The rules look at form (marks, case, length, end), at a line's neighbours and at a short
    list of phrases that web pages put around an article (`lexicons/furniture.csv`).
    """
    lines = split_lines(text)
    if is_hard_wrapped(lines):
        lines = join_wrapped(lines)
    kinds = classify_lines(lines)
    return tuple(
        Block(number, start, end, (overrules or {}).get(line.number, kind))
        for line, kind in zip(lines, kinds, strict=True)
        for number, start, end in pieces(text, line)
    )


def pieces(text: str, line: Line) -> Iterator[tuple[int, int, int]]:
    """Yield line number, start and end of the pieces of a line of at most `LONGEST` characters.

    A line is cut after the last sentence of a piece, else at white space, else anywhere.
    """
    number, start = line.number, line.start
    while line.end - start > LONGEST:
        window = text[start : start + LONGEST]
        ends = [window.rfind(mark, LONGEST // 2) + 1 for mark in (". ", "? ", "! ")]
        cut = max(ends) or window.rfind(" ", LONGEST // 2) + 1 or LONGEST
        yield number, start, start + len(window[:cut].rstrip())
        rest = text[start + cut : line.end]
        following = start + cut + len(rest) - len(rest.lstrip())
        number += len(LINE_BREAK.findall(text, start, following))
        start = following
    yield number, start, line.end


def classify_lines(lines: list[Line]) -> list[str]:
    """Return one kind a line, by rules of form first and of neighbourhood after."""
    kinds = [kind_by_form(line) for line in lines]
    mark_titles(lines, kinds)
    mark_quotes(lines, kinds)
    mark_sections(lines, kinds)
    mark_teasers(lines, kinds)
    mark_product_texts(lines, kinds)
    mark_repeats(lines, kinds)
    mark_signatures(lines, kinds)
    mark_footer(lines, kinds)
    mark_tail(kinds)
    return kinds


def kind_by_form(line: Line) -> str:
    """Return what a line looks like when nothing is known of the lines around it."""
    if kind := furniture.kind_of(line):
        return "metadata" if kind == furniture.FOOTER else kind
    if line.text.count("|") >= 2 or line.text.count("\t") >= 2:
        return "table_row"
    if re.match(r"#{1,6}\s", line.text):
        return "heading"
    if line.text.startswith("> "):
        return "quote"
    if line.is_marked:
        return "list_item"
    return "heading" if looks_like_heading(line) else "paragraph"


def looks_like_heading(line: Line) -> bool:
    """A short line that no full stop ends, or a short Title Case line that asks or calls."""
    if len(line.words) > HEADING_WORDS:
        return False
    if not line.is_terminated:
        return True
    if line.text.endswith((":", "?", "!")):
        return line.capitals >= TITLE_CASE and len(line.words) > 1
    return False


def mark_titles(lines: list[Line], kinds: list[str]) -> None:
    """Make the first heading-like line before any paragraph the title, and its repeats."""
    first = next((i for i, kind in enumerate(kinds) if kind not in ("metadata", "advert")), None)
    if first is None:
        return
    line = lines[first]
    like_title = len(line.words) <= TITLE_WORDS and not line.text.endswith((".", ":", ";"))
    if kinds[first] not in ("heading", "paragraph") or not like_title or len(lines) == 1:
        return
    for i, other in enumerate(lines):
        if len(other.words) <= TITLE_WORDS and fuzz.ratio(other.text, line.text) >= SAME_TITLE:
            kinds[i] = "title"


def mark_quotes(lines: list[Line], kinds: list[str]) -> None:
    """Make a line that is one quotation, with a dash and a name under it, a pull quote."""
    for i, (line, after) in enumerate(pairwise(lines)):
        named = DASH_NAME.match(after.text) and len(after.words) <= 10 and not after.is_terminated
        if QUOTED.match(line.text) and named:
            kinds[i] = kinds[i + 1] = "quote"
        elif QUOTED.match(line.text) and kinds[i] == "heading" and len(line.words) > 4:
            kinds[i] = "quote"


def mark_sections(lines: list[Line], kinds: list[str]) -> None:
    """Make a short bulleted or numbered line that stands alone above a paragraph a heading."""
    for i, line in enumerate(lines):
        if kinds[i] != "list_item" or len(line.words) > HEADING_WORDS or line.is_terminated:
            continue
        after = kinds[i + 1] if i + 1 < len(lines) else ""
        continues = i and kinds[i - 1] == "list_item" and same_mark(line, lines[i - 1])
        if after == "paragraph" and not continues:
            kinds[i] = "heading"
    if kinds and kinds[-1] == "heading" and lines[-1].text.endswith((".", "?", "!")):
        kinds[-1] = "paragraph"


def same_mark(line: Line, other: Line) -> bool:
    """Tell whether both are numbered or both start with the same bullet."""
    numbered = bool(NUMBERED.match(line.text)), bool(NUMBERED.match(other.text))
    return all(numbered) or (not any(numbered) and line.text[0] == other.text[0])


def mark_teasers(lines: list[Line], kinds: list[str]) -> None:
    """Make headlines of other pages adverts: what stands like a heading and heads nothing.

    Three forms: a trailing dash; a label with a colon before a headline in sentence case, in
    an article whose own headings are in Title Case; a long heading right above another
    heading of the same form.
    """
    headings = [line for line, kind in zip(lines, kinds, strict=True) if kind == "heading"]
    title_case = sum(line.capitals >= TITLE_CASE for line in headings) * 2 >= len(headings)
    for i, line in enumerate(lines):
        if kinds[i] != "heading" or line.text.startswith("#"):
            continue
        after = i + 1 < len(lines) and kinds[i + 1] == "heading" and lines[i + 1]
        dangling = line.text.endswith((" -", " –", " —", " |", "...", "…"))
        labelled = LABEL.match(line.text) and len(line.words) >= 7 and not line.is_terminated
        sentence_case = line.capitals < TITLE_CASE
        heads_nothing = (
            after
            and len(line.words) >= 9
            and line.bare == line.text
            and after.bare == after.text
            and not line.is_terminated
        )
        if dangling or (labelled and sentence_case and title_case) or heads_nothing:
            kinds[i] = "advert"


def mark_product_texts(lines: list[Line], kinds: list[str]) -> None:
    """Make a paragraph an advert that defines a product the article names nowhere else."""
    counts = Counter(word for line in lines for word in line.words)
    for i, line in enumerate(lines):
        match = DEFINITION.match(line.text)
        if kinds[i] == "paragraph" and match and match[1][0].isupper() and i:
            alone = counts[match[1]] == line.words.count(match[1])
            if alone and len(line.words) <= 40 and not is_common_start(match[1]):
                kinds[i] = "advert"


def is_common_start(word: str) -> bool:
    """Words that begin ordinary sentences of the form "It is a …"."""
    return word.lower() in {
        "he", "she", "it", "this", "that", "they", "there", "here", "what", "who", "we", "you",
        "these", "those", "one", "i", "which", "another", "such", "both", "each",
    }  # fmt: skip


def mark_repeats(lines: list[Line], kinds: list[str]) -> None:
    """Make a short line that comes again and again, and is no title, page furniture."""
    counts = Counter(line.text for line in lines if len(line.words) <= 6)
    for i, line in enumerate(lines):
        if kinds[i] == "heading" and counts[line.text] > 1:
            kinds[i] = "metadata"


def mark_signatures(lines: list[Line], kinds: list[str]) -> None:
    """Make short lines between title and first paragraph metadata: who wrote, for whom.

    A line that ends in "by" and a name is one, and so are two or more such lines in a row; a
    single line is left to be a standfirst.
    """
    if "title" not in kinds or "paragraph" not in kinds:
        return
    first, end = kinds.index("title") + 1, kinds.index("paragraph")
    under = [i for i in range(first, end) if kinds[i] == "heading"]
    several = len([i for i in range(first, end) if kinds[i] in ("heading", "metadata")]) > 1
    for i in under:
        followed = i + 1 < end and kinds[i + 1] in ("heading", "metadata")
        if furniture.is_signature(lines[i]) or (several and followed):
            kinds[i] = "metadata"


def mark_tail(kinds: list[str]) -> None:
    """Make short lines metadata that follow furniture after the last text of the article."""
    texts = ("title", "paragraph", "quote", "list_item", "table_row")
    last = max((i for i, kind in enumerate(kinds) if kind in texts), default=len(kinds))
    for i in range(last + 2, len(kinds)):
        if kinds[i] == "heading" and kinds[i - 1] in ("metadata", "advert"):
            kinds[i] = "metadata"


def mark_footer(lines: list[Line], kinds: list[str]) -> None:
    """Make all lines from the first footer mark on metadata, if little prose follows it."""
    for i, line in enumerate(lines):
        if kinds[i] != "metadata" or furniture.kind_of(line) != furniture.FOOTER:
            continue
        rest = kinds[i + 1 :]
        if rest.count("paragraph") <= 2 and sum(kinds[:i].count(k) for k in ARTICLE_KINDS):
            kinds[i:] = ["advert" if kind == "advert" else "metadata" for kind in kinds[i:]]
            return


def is_hard_wrapped(lines: list[Line]) -> bool:
    """Tell whether paragraphs run over lines: most lines end mid-sentence at one width."""
    if len(lines) < 4:
        return False
    pairs = pairwise(lines)
    adjoining = [(a, b) for a, b in pairs if b.number == a.number + 1 and 40 <= len(a.text) <= 100]
    broken = [a for a, b in adjoining if not a.is_terminated and not b.is_marked]
    return len(broken) * 2 > len(lines) and max(len(line.text) for line in lines) <= 120


def join_wrapped(lines: list[Line]) -> list[Line]:
    """Return one line a paragraph: adjoining lines joined up to a blank line or a list mark."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and line.number == groups[-1][-1].number + 1 and not line.is_marked:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [
        Line(group[0].number, group[0].start, group[-1].end, " ".join(g.text for g in group))
        for group in groups
    ]
