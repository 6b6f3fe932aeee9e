"""Say which words stand around a number, so that two articles' numbers can be told for one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from helpers.statements.context import VERBS

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from helpers.statements.context import Context

WINDOW = 25  # tokens to each side, inside the sentence
NEXT = 3  # tokens to each side
FEW = 3  # words
MOST_ABOVE = 6
MOST_CHILDREN = 30  # of one word; a line that is a list of numbers has thousands
MOST_BESIDE = 12
CONTENT = frozenset(["NOUN", "PROPN", "VERB", "ADJ", "ADV"])
# Words that stand with any number.
EMPTY = frozenset(
    "say tell add report be have do make more less than about around nearly almost over up least "
    "most some total number early late last next this that also still just only other new first "
    "one two take get go come give per cent percent percentage point million billion thousand "
    "hundred dozen year month week day hour minute time people person accord so then now ever "
    "very too not cent second metre kilometre mile euro dollar pound kilo degree point monday "
    "tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december ago".split()
)
# What is shut until a day is open again then.
UNTIL = frozenset(["until", "till"])
SHUT = frozenset("close shut closed suspend halt cancel ban stop".split())
# "Two years ago" is a date, told as a length of time.
AGO = "=ago"
# "The first since 1982" is when something was last so.
SINCE = "=since"
# A verb that shares its form with a noun of another meaning.
FIRED = {"fire": "dismiss"}
DIRECTIONS = {"up": "rise", "down": "fall", "higher": "rise", "lower": "fall"}


def surroundings(context: Context, span: Span) -> str:
    """Return the content words around a number in its sentence, each once: "court fine* order".

    A star marks those that govern it or stand next to it. Other numbers of the sentence are words
    too, "#14786": articles that tell the same often tell it of the same numbers. A sentence of
    very few words is read with the one beside it.
    """
    doc, sentence = span.doc, span.sent
    low, high = max(sentence.start, span.start - WINDOW), min(sentence.end, span.end + WINDOW)
    near = governing(span)
    words: dict[str, bool] = {}
    for token in doc[low:high]:
        if span.start <= token.i < span.end:
            continue
        word = "".join(name_of(token).split())
        if word:
            beside = token.i in near or -NEXT <= token.i - span.start <= len(span) + NEXT
            words[word] = words.get(word, False) or beside
    if len(words) < FEW:
        for word in neighbours(sentence):
            words.setdefault(word, False)
    if span.start and doc[span.start - 1].lower_ in UNTIL and SHUT & {doc[i].lemma_ for i in near}:
        words["reopen"] = True
    if doc[span.end : span.end + 1].text.lower() == "ago":
        words[AGO] = False
    for value in numbers_beside(context, doc[low:high], span):
        words.setdefault(f"#{value}", False)
    return " ".join(f"{word}*" if beside else word for word, beside in words.items())


def acted(verb: Token, lemma: str) -> str:
    """Return a verb with its particle, "put off"; "reopen" for what is done again."""
    for child in islice(verb.rights, MOST_CHILDREN):
        if child.dep_ == "prt" or (child.lower_ == "off" and child.i == verb.i + 1):
            return f"{lemma}{child.lower_}"
        if child.lower_ == "again":
            return "reopen"
    return lemma


def neighbours(sentence: Span) -> Iterator[str]:
    """Yield the words of the sentence before one, of the one after it where none is before."""
    doc, first = sentence.doc, sentence.start
    beside = doc[first - 1].sent if first else doc[sentence.end - 1 : sentence.end + 1][-1].sent
    if beside.start != first:
        tokens = doc[max(beside.start, first - WINDOW) : beside.end] if first else beside[:WINDOW]
        words = ("".join(name_of(token).split()) for token in tokens)
        yield from (word for word in words if word)


def governing(span: Span) -> set[int]:
    """Return the words above a number up to its verb, and what they govern besides."""
    found: set[int] = set()
    node = span.root
    for _ in range(MOST_ABOVE):
        if node.head == node:
            break
        node = node.head
        found.add(node.i)
        found.update(child.i for child in islice(node.children, MOST_CHILDREN))
        if node.pos_ in VERBS and node.dep_ not in {"xcomp", "pcomp"}:
            break
    return found


def numbers_beside(context: Context, window: Span, span: Span) -> list[str]:
    """Return the other numbers of a run of tokens, dates left out."""
    first, last = window.start_char, window.end_char
    at = bisect_left(context.quantity_starts, first)
    found = []
    for quantity in context.quantities[at : at + MOST_BESIDE]:
        if quantity.start >= last:
            break
        if (
            quantity.kind not in {"date", "time"}
            and not quantity.vague
            and not (quantity.start < span.end_char and span.start_char < quantity.end)
        ):
            found.append(quantity.value)
    return found


def name_of(token: Token) -> str:
    """Return the word that stands for all that say the same as a token; "" for an empty one."""
    word = token.lower_
    if word in DIRECTIONS and token.pos_ in {"ADV", "ADP", "ADJ"}:
        return DIRECTIONS[word]
    if token.pos_ not in CONTENT or not token.is_alpha:
        return ""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        lemma = acted(token, FIRED.get(lemma, lemma))
    stop = token.is_stop and token.pos_ != "NOUN" and lemma == token.lemma_.lower()
    if stop or lemma in EMPTY:
        return ""
    return lemma
