"""Pair quotation marks and tell quotations from scare quotes and quoted names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

OPENING, CLOSING, STRAIGHT = "“«„", "”»‟", '"'
SINGLE_OPENING, SINGLE_CLOSING = "‘'", "’'"
MARK = re.compile(f"[{OPENING}{CLOSING}{STRAIGHT}{SINGLE_OPENING}]")
BEFORE_OPENING = ' \t\n\r\u00a0([{—–-:/“"«'
INTRODUCING = ("", ":", ",")
LONGEST_SINGLE = 400  # characters searched for the partner of a single quotation mark
FEWEST_WORDS = 4  # a shorter fragment is a quotation only if somebody is said to have said it


@dataclass(frozen=True)
class Quote:
    """Quoted words: `start` and `end` as offsets in the block, marks left out.

    `closed` is false where the quotation runs on into the next paragraph.
    """

    start: int
    end: int
    closed: bool = True


def find_quotes(text: str) -> list[Quote]:
    """Return the quoted passages of one block, outermost only, in order.

    A mark without a partner is dropped, unless it opens the block or follows a colon or comma:
    a quotation of several paragraphs closes only in the last one.
    """
    quotes: list[Quote] = []
    opened = after = -1
    for mark in MARK.finditer(text):
        i = mark.start()
        if i <= after:
            continue
        if opens(text, i, opened >= 0):
            opened = i
        elif opened >= 0 and (text[i] in CLOSING or text[i] == STRAIGHT):
            quotes.append(Quote(opened + 1, i))
            opened = -1
        elif opened < 0 and text[i] in SINGLE_OPENING:
            end = single_end(text, i)
            if end > 0:
                quotes.append(Quote(i + 1, end))
                after = end
    if opened >= 0 and text[:opened].rstrip()[-1:] in INTRODUCING:
        quotes.append(Quote(opened + 1, len(text), closed=False))
    return [quote for quote in quotes if text[quote.start : quote.end].strip()]


def opens(text: str, i: int, is_open: bool) -> bool:
    """Tell whether the character at `i` is a double mark that opens a quotation."""
    if text[i] in OPENING:
        return True
    if text[i] != STRAIGHT or (i + 1 < len(text) and text[i + 1].isspace()) or i + 1 == len(text):
        return False
    free = i == 0 or text[i - 1] in BEFORE_OPENING
    return free or (not is_open and not text[i - 1].isdigit())


def single_end(text: str, start: int) -> int:
    """Return the offset of the single mark that closes the one at `start`, or -1.

    An apostrophe stands between letters or after a plural s, and opens a word such as
    'tis or a decade such as '90s.
    """
    if start and text[start - 1] not in BEFORE_OPENING:
        return -1
    if start + 1 >= len(text) or not (text[start + 1].isalpha() or text[start + 1] in "$£€"):
        return -1
    fallback = -1
    for i in range(start + 2, min(len(text), start + LONGEST_SINGLE)):
        if text[i] not in SINGLE_CLOSING or (i + 1 < len(text) and text[i + 1].isalnum()):
            continue
        if text[i - 1].isspace():
            return fallback
        after = text[i + 1 : i + 2]
        if text[i - 1] != "s" or after in ("", ".", ",", ";", ":", ")", "?", "!"):
            return i
        fallback = i if fallback < 0 else fallback
    return fallback


def tokens_of(doc: Doc, quote: Quote) -> Span:
    """Return the tokens of the quoted words."""
    return doc.char_span(quote.start, quote.end, alignment_mode="expand")


def is_utterance(span: Span) -> bool:
    """Tell whether quoted words read as speech by themselves, not as a name or a scare quote.

    They do if they hold a finite verb and at least four words, or end like a sentence or follow a
    colon, and are not a title (every longer word capitalised).
    """
    words = [token for token in span if any(c.isalnum() for c in token.text)]
    longer = [token for token in words if len(token) > 3]
    if len(words) > 1 and longer and all(token.text[0].isupper() for token in longer):
        return False
    ends = span.text.rstrip()[-1:] in {".", "!", "?", "…"} or span.text.rstrip().endswith(",")
    ends = ends or any(t.text == ":" for t in span.doc[max(0, span.start - 2) : span.start])
    finite = any(t.tag_ in {"VBZ", "VBP", "VBD", "MD"} or t.pos_ == "AUX" for t in span)
    return finite and (len(words) >= FEWEST_WORDS or ends)
