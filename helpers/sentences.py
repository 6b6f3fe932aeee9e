"""Set sentence boundaries by rule, before the parser: a spaCy pipeline component.

The parser alone splits after "U.S.", joins a heading to what follows and breaks quotations.
The rules decide every place but one, a full stop that both ends an abbreviation and may end
the sentence before a capital; there the parser decides.
"""

from functools import cache

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from helpers.cues import read_cues
from helpers.texts.datelines import dateline_end

NAME = "sentence_rules"

CLOSERS = frozenset("\"')]}»")
TERMINALS = frozenset(".!?…")
# Words that begin a sentence and hardly ever a name.
STARTERS = frozenset(
    "a after also although an and as at because but by did do does for he her here his how however "
    "i if in is it its many more most my no not on our she since so some such that the their then "
    "there these they this those to we what when where which while who why with yet you your".split()
)
# Beyond these a text is no prose; the limits keep the time linear in its length.
CODES = {True: 1, False: -1, None: 0}  # spaCy's for `SENT_START`
LONGEST_SENTENCE = 250  # tokens; a longer one is cut
MOST_MARKS = 30  # punctuation tokens in a row that are looked through
SPEECH = frozenset("said says asked told replied added wrote asks writes adds shouted".split())


@cache
def abbreviations() -> dict[str, str]:
    """Return how a full stop after an abbreviation ends a sentence: never, number or may.

    "number" means never before a number, and always elsewhere ("No. 10", "He said no.").
    """
    return {row["abbreviation"]: row["ends"] for row in read_cues("abbreviations")}


@Language.component(NAME)
def sentence_rules(doc: Doc) -> Doc:
    """Set `is_sent_start` of every token but those the parser shall decide."""
    last, opening = 0, dateline_end(doc.text)
    words = [token.text for token in doc]
    starts: list[bool | None] = [None] * len(doc)
    for i in range(1, len(doc)):
        if i - last >= LONGEST_SENTENCE or (opening and opens(doc, i, opening)):
            starts[i] = True
        elif words[i - 1][-1] not in TERMINALS and words[i - 1] not in CLOSERS:
            # Nearly every token is such a one; `starts_sentence` would say the same.
            starts[i] = False
        else:
            starts[i] = starts_sentence(doc, i, starts)
        last = i if starts[i] else last
    # All at once: one by one each asks whether the whole text is parsed already.
    codes = np.array([CODES[start] for start in starts], np.int64)
    return doc.from_array(("SENT_START",), codes.astype(np.uint64))


def opens(doc: Doc, i: int, opening: int) -> bool:
    """Tell whether token `i` is the first one behind a dateline that ends at `opening`."""
    return doc[i - 1].idx < opening <= doc[i].idx


def starts_sentence(doc: Doc, i: int, starts: list[bool | None]) -> bool | None:
    """Tell whether token `i` starts a sentence; None where the rules do not know."""
    end = i - 1
    while end > max(0, i - MOST_MARKS) and doc[end].text in CLOSERS and is_closing(doc, end):
        end -= 1
    if doc[end].text[-1] not in TERMINALS or is_closing(doc, i) or is_stop(doc[i]):
        return False
    if is_list_mark(doc, end, starts):
        return False
    first = first_word(doc, i)
    if first is None or not can_start(first):
        return False
    if not doc[i - 1].whitespace_:
        return glued_sentence(doc, end, i)
    if end < i - 1 and is_reporting_clause(doc, first.i):
        return False
    return after_stop(doc, end, first)


def is_stop(token: Token) -> bool:
    """Tell whether the token is full stops and the like alone, as in a spaced ellipsis."""
    return TERMINALS.issuperset(token.text)


def is_list_mark(doc: Doc, end: int, starts: list[bool | None]) -> bool:
    """Tell whether the full stop belongs to a number or letter that opens the sentence: "1."."""
    first = doc[end] if len(doc[end].text) > 1 or end == 0 else doc[end - 1]
    opens = first.i == 0 or starts[first.i] or first.i == 1 and not doc[0].is_alpha
    return bool(
        opens
        and first.i >= end - 1
        and len(first.text.rstrip(".")) <= 2
        and first.text != "I"
        and (first.is_digit or len(first.text.rstrip(".")) == 1)
        and first.text[0].isalnum()
    )


def is_closing(doc: Doc, i: int) -> bool:
    """Tell whether a quotation mark or bracket closes: nothing but space comes after it."""
    if doc[i].text not in CLOSERS:
        return False
    glued_left = i > 0 and not doc[i - 1].whitespace_
    return glued_left or doc[i].text in ")]}»"


def first_word(doc: Doc, i: int) -> Token | None:
    """Return the first token from `i` on that holds a letter or digit, if one is near."""
    near = doc[i : i + MOST_MARKS]
    return next((token for token in near if any(c.isalnum() for c in token.text)), None)


def can_start(word: Token) -> bool:
    """A sentence starts with a capital, a digit, or a name such as "iPhone"."""
    return not word.text[0].islower() or any(c.isupper() for c in word.text[1:3])


def glued_sentence(doc: Doc, end: int, i: int) -> bool:
    """Two sentences without a space between: "the end.Then", but not "Node.JS"."""
    before, word = doc[end - 1] if end else None, doc[i]
    return bool(
        before is not None
        and doc[end].text == "."
        and before.is_alpha
        and before.text.islower()
        and len(before.text) > 2
        and word.lower_ in STARTERS
        and word.is_title
    )


def is_reporting_clause(doc: Doc, i: int) -> bool:
    """The quotation just closed is reported by what follows: "Why?" Smith asked."""
    return any(token.lower_ in SPEECH for token in doc[i + 1 : i + 3])


def after_stop(doc: Doc, end: int, first: Token) -> bool | None:
    """Judge a full stop: it ends the sentence unless it belongs to an abbreviation."""
    stop = doc[end]
    if stop.text[-1] != "." or set(stop.text) == {"."} and len(stop.text) > 1:
        return True
    word = stop.text[:-1] or (doc[end - 1].text if end and not doc[end - 1].whitespace_ else "")
    if len(word) == 1 and word.isupper():
        return first.lower_ in STARTERS and (word == "I" or first.lower_ not in {"a", "i"})
    ends = abbreviations().get(word.lower(), "")
    if ends == "never":
        return False
    if ends == "number":
        return not first.text[0].isdigit() and (stop.text == "." or first.lower_ in STARTERS)
    if ends == "may" or (len(stop.text) > 2 and "." in word):
        return True if first.lower_ in STARTERS else None
    return True
