"""Find who and what is named: candidates in one article, without knowing the others.

A candidate is a run of capitalised words. The small model's entity tags are not used. Every
candidate carries votes for its type (person, organisation, place, product; see `name_rules.votes`);
they are counted over the whole story in `names`, because one sentence
seldom tells whether "Wang" is a person. Definite descriptions ("the company", "the 28-year-old")
and personal pronouns are mentions too, resolved there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from helpers.language import ParsedArticle, ParsedBlock, english, is_dictionary_word
from helpers.name_rules.cues import TYPES, cues, nation_words
from helpers.name_rules.votes import NAME_TAGS, SUBJECTS, votes_for
from helpers.texts.datelines import dateline_end

if TYPE_CHECKING:
    from spacy.tokens import Doc

COLUMNS = [
    *("source", "line", "start", "end", "quote"),
    *("block", "sentence", "form", "key", "subject", "weak"),
    *TYPES,
]
CONNECTORS = frozenset(
    ["of", "for", "de", "del", "da", "van", "von", "der", "bin", "al", "la", "&"]
)
# Of surnames: "El-Hadidi", "Al-Amin".
PREFIXES = frozenset("al el ben bin abu abd ibn ould".split())
SYLLABLES = frozenset("ho min jin hun won sun hee woo seo eun".split())  # words as well
SYLLABLE = 4  # letters of the second half of a Korean given name
PARTICLES = CONNECTORS - {"of", "for", "&"}
DEMONYM = re.compile(r"^[A-Z]\w+(?:ian|ean|ese|ish|ine|can)$")
DASH = re.compile(r"[—–/|]")
AGE_NOUN = re.compile(r"\d{1,3}-year-olds?", re.ASCII)
POSSESSIVES = frozenset(["his", "her", "its"])
DEFINITE = frozenset(["the", "this"])
MAX_WORDS = 7
FULL = 3  # words of a full name with the nation before it
FOUND = "mentions"  # where a parse keeps its mentions


def find_mentions(parsed: Iterable[ParsedArticle]) -> pd.DataFrame:
    """Return one row per mention of somebody or something, by source and start.

    `form` is name, nominal or pronoun; `key` is the name as clustered (one space between
    words, no leading article), the head noun of a nominal, or the pronoun; `block` and
    `sentence` number its place in the article; `subject` tells whether it is the subject of its
    clause; `weak` marks a capital that only the start of a sentence explains. The columns
    `person organisation place product` hold votes, whole numbers from 0.
    """
    rows = [row for article in parsed for row in article_mentions(article)]
    return pd.DataFrame(rows, columns=COLUMNS).sort_values(["source", "start"], ignore_index=True)


def article_mentions(article: ParsedArticle) -> Iterator[tuple]:
    """Yield the mentions of one article as tuples in the order of `COLUMNS`."""
    for number, block in enumerate(article.blocks):
        sentences = sentence_numbers(block.doc)
        for first, last, form, key in block_mentions(block.doc):
            span = block.doc[first:last]
            votes = votes_for(block.doc, first, last, form, key)
            end_char = span.end_char - dangling(span.text)
            yield (
                article.source,
                *block.locate((span.start_char, end_char)),
                number,
                sentences[first],
                form,
                key,
                span.root.dep_ in SUBJECTS,
                form == "name" and is_weak(block, first, last),
                *(votes.get(kind, 0) for kind in TYPES),
            )


def dangling(text: str) -> int:
    """Return how many characters at the end a dash or slash inside the last word cuts off."""
    cut = DASH.search(text)
    return len(text) - cut.start() if cut else 0


def sentence_numbers(doc: Doc) -> list[int]:
    """Return for each token the number of its sentence."""
    starts = doc.to_array("SENT_START") == 1
    starts[:1] = True
    return (np.cumsum(starts) - 1).tolist()


def block_mentions(doc: Doc) -> tuple[tuple[int, int, str, str], ...]:
    """Return `first`, `last` (token numbers, last excluded), `form`, `key`, left to right.

    They stay with the parse: names and facts ask for the same ones.
    """
    if FOUND not in doc.user_data:
        opening = dateline_end(doc.text)
        doc.user_data[FOUND] = tuple(m for m in scan(doc) if doc[m[0]].idx >= opening)
    return doc.user_data[FOUND]


def scan(doc: Doc) -> Iterator[tuple[int, int, str, str]]:
    """Yield the mentions of a block as `block_mentions` returns them."""
    words = [token.text for token in doc]
    lowers = [word.lower() for word in words]
    nominal = cues()["pronoun"].keys() | DEFINITE
    i = 0
    while i < len(doc):
        # Most tokens open no mention: they are passed over without asking spaCy.
        possessed = i > 0 and lowers[i - 1] in POSSESSIVES
        other = nominal_at(doc, i) if possessed or lowers[i] in nominal else None
        if other:
            yield other
            i += 1
            continue
        last = run_end(doc, i) if is_capital(words[i]) else i
        if last > i:
            for first, end in split_run(doc, i, last):
                key = name_key(doc, first, end)
                if is_demonym(doc, first, end):
                    yield first, end, "nominal", "demonym"
                elif key:
                    yield first, end, "name", key
            i = last
        else:
            i += 1


def is_demonym(doc: Doc, first: int, end: int) -> bool:
    """Tell whether a capital belongs to somebody's origin: "the Argentine", "a Dane"."""
    token = doc[first]
    if end - first > 1 or not DEMONYM.search(token.text) or token.dep_ in {"compound", "amod"}:
        return False
    before = [t.lower_ for t in doc[max(0, first - 5) : first]]
    return bool(before) and (before[-1] in {"the", "a", "an"} or before[-1] == "old")


def run_end(doc: Doc, i: int) -> int:
    """Return the end of the run of capitalised words that starts with the one at `i`."""
    end = i + 1
    while end < len(doc) and end - i < MAX_WORDS and not doc[end].is_sent_start:
        if is_capital(doc[end].text) or is_version(doc, end):
            end += 1
        elif joins(doc, i, end) or hyphened(doc, i, end):
            end += 2
        elif prefixed(doc, end):
            end += 3
        else:
            break
    return end


def is_capital(word: str) -> bool:
    """Tell whether the word has a capital that can be a name's."""
    return word[0].isalpha() and not word.islower() and any(map(str.isupper, word))


def is_version(doc: Doc, i: int) -> bool:
    """Tell whether token `i` is the number of a thing's name: "Llama 4", not "May 4"."""
    text = doc[i].text
    if not (text.isdigit() and len(text) <= 2) or doc[i - 1].lower_.rstrip(".") in cues()["stop"]:
        return False
    after = doc[i + 1].text if i + 1 < len(doc) else ""
    return not (after.startswith("%") or after in {"-", ":"}) and doc[i - 1].tag_ in NAME_TAGS


def joins(doc: Doc, start: int, i: int) -> bool:
    """Tell whether the small word at `i` joins two parts of one name."""
    word = doc[i].lower_
    if word not in CONNECTORS or i + 1 >= len(doc) or not is_capital(doc[i + 1].text):
        return False
    if word in PARTICLES:
        return i > start
    return word == "&" or any(token.lower_ in cues()["joins_of"] for token in doc[start:i])


def hyphened(doc: Doc, start: int, i: int) -> bool:
    """Tell whether the hyphen at `i` is inside a person's name: "Jean-Luc", "Ana Lind-Oster".

    Two firms or places that a hyphen joins stay two names: "the Brama-Pellman deal".
    """
    if doc[i].text != "-" or i + 1 >= len(doc) or doc[i].whitespace_ or doc[i - 1].whitespace_:
        return False
    after, given = doc[i + 1], cues()["first"]
    if not after.is_alpha or after.is_sent_start:
        return False
    if not is_capital(after.text):  # "Baek Joon-ho"
        short = len(after.text) <= SYLLABLE and not is_dictionary_word(after.lower_)
        return (short or after.lower_ in SYLLABLES) and i - start > 1
    hyphens = any(token.text == "-" for token in doc[start:i])
    if hyphens or doc[i - 1].lower_ in PREFIXES:
        return doc[i - 1].lower_ in PREFIXES
    if doc[start].lower_ in given and (i - start > 1 or after.lower_ in given):
        return True
    if follows_name(doc, i + 2):
        return doc[start].lower_ in given
    return not describes(doc, start, i + 1)


def describes(doc: Doc, start: int, last: int) -> bool:
    """Tell whether a pair of names with a hyphen says of what kind something is, or of which two."""
    the = doc[start - 1 : start].text.lower() in DEFINITE
    after = doc[last + 1 : last + 2]
    return (
        the
        or doc[last].dep_ in {"compound", "amod", "nmod"}
        or (
            len(after) == 1
            and after[0].pos_ in {"NOUN", "PROPN", "ADJ"}
            and not after[0].is_sent_start
        )
    )


def prefixed(doc: Doc, i: int) -> bool:
    """Tell whether a surname with a small prefix begins at `i`: "Anwar al-Hadi"."""
    return (
        doc[i].lower_ in PREFIXES
        and doc[i + 1 : i + 2].text == "-"
        and i + 2 < len(doc)
        and is_capital(doc[i + 2].text)
    )


def follows_name(doc: Doc, i: int) -> bool:
    """Tell whether a surname follows: "Anne-Sofie Berg"."""
    return i < len(doc) and is_capital(doc[i].text) and not doc[i].is_sent_start


def split_run(doc: Doc, start: int, end: int) -> list[tuple[int, int]]:
    """Return the names inside a run: offices ("Meta CEO Mark Zuckerberg") part them."""
    pieces, first = [], start
    for i in range(start, end):
        word = doc[i].lower_.rstrip(".")
        if (
            is_office(doc, i, start, end)
            or is_nation(doc, i, start, end)
            or word in cues()["stop"]
            and end - start == 1
        ):
            pieces.append((first, i))
            first = i + 1
    pieces.append((first, end))
    trimmed = (trim(doc, piece) for piece in pieces)
    return [(low, high) for low, high in trimmed if low < high]


def is_office(doc: Doc, i: int, start: int, end: int) -> bool:
    """Tell whether token `i` of a run is an office or form of address and no part of a name."""
    word = doc[i].lower_.rstrip(".")
    if word not in cues()["before"] or cues()["before"][word][0] != "person":
        return False
    return end - start > 1 or doc[i].tag_ not in NAME_TAGS or doc[i].text.isupper()


def is_nation(doc: Doc, i: int, start: int, end: int) -> bool:
    """Tell whether token `i` only says of which nation somebody named is: "Norwegian Jan Berg"."""
    if i != start or end - i != FULL or doc[i].lower_ not in nation_words():
        return False
    given = doc[i + 1].lower_
    known = given in cues()["first"]
    return known or not (is_dictionary_word(given) or given in cues()["inside"])


def trim(doc: Doc, piece: tuple[int, int]) -> tuple[int, int]:
    """Cut words off a piece that only the start of a sentence or a list made capital."""
    first, end = piece
    while first < end and is_opening(doc, first, end):
        first += 1
    while first < end and doc[end - 1].lower_ in CONNECTORS:
        end -= 1
    return first, end


def is_opening(doc: Doc, i: int, end: int) -> bool:
    """Tell whether token `i` opens a sentence with a word that is not part of the name."""
    token = doc[i]
    if token.lower_ in CONNECTORS or (token.lower_ == "the"):
        return True
    if not opens_sentence(doc, i) or doc[i + 1 : i + 2].text == "-":
        return False
    named = token.tag_ in NAME_TAGS and end - i > 1
    return (token.is_stop and not named) or (end - i > 1 and token.tag_ not in NAME_TAGS)


def opens_sentence(doc: Doc, i: int) -> bool:
    """Tell whether only marks stand between token `i` and the start of its sentence."""
    while i > 0 and not doc[i].is_sent_start:
        i -= 1
        if doc[i].is_alpha and doc[i].text != "s":
            return False
    return True


def name_key(doc: Doc, first: int, end: int) -> str:
    """Return the name of a candidate, empty if it is none."""
    words = [token.text for token in doc[first:end]]
    if all(word.lower().rstrip(".") in cues()["stop"] for word in words):
        return ""
    key = DASH.split(doc[first:end].text, maxsplit=1)[0]
    return " ".join(key.split()) if any(map(str.isalpha, key)) else ""


def is_weak(block: ParsedBlock, first: int, end: int) -> bool:
    """Tell whether a capital may be there only because a sentence or a title starts so."""
    doc = block.doc
    opens = block.block.kind in ("title", "heading") or opens_sentence(doc, first)
    if end - first > 1:
        common = any(is_common(token.lower_) for token in doc[first:end])
        described = end - first > 2 and is_dictionary_word(doc[first].lower_)
        return opens and (common or described)
    token = doc[first]
    if token.tag_ not in NAME_TAGS:
        return True
    return opens and (is_dictionary_word(token.lower_) or is_common(token.lower_))


@cache
def is_common(word: str) -> bool:
    """Tell whether the lemmatizer knows the word as a verb or an adverb.

    Nouns do not count: its tables hold first names ("jason", "thomas") among them.
    """
    lookups = english().get_pipe("lemmatizer").lookups
    tables = [lookups.get_table(name) for name in ("lemma_index", "lemma_exc")]
    stems = {word} | {word.removesuffix(end) + tail for end in ("ing", "s") for tail in ("", "e")}
    return any(
        stem in table.get(pos, ()) for table in tables for pos in ("verb", "adv") for stem in stems
    )


def nominal_at(doc: Doc, i: int) -> tuple[int, int, str, str] | None:
    """Return the pronoun or definite description that starts at token `i`, or None."""
    token = doc[i]
    if token.lower_ in cues()["pronoun"] and not token.text.isupper():
        if token.lower_ == "it" and token.head.lemma_ == "be":
            return None
        return i, i + 1, "pronoun", token.lower_
    possessed = i > 0 and doc[i - 1].lower_ in POSSESSIVES
    if not possessed and token.lower_ not in DEFINITE:
        return None
    end = i if possessed else i + 1
    while end < min(len(doc), i + 7) and doc[end].dep_ in {"amod", "compound", "nummod", "punct"}:
        end += 1
    age = AGE_NOUN.match(doc[i + 1 : i + 8].text)
    if age:
        stop = doc[i + 1].idx + age.end()
        after = next(
            (k for k in range(i + 1, min(i + 9, len(doc))) if doc[k].idx >= stop), len(doc)
        )
        return i, after, "nominal", "N-year-old"
    if end < len(doc) and doc[end].lower_ in cues()["nominal"]:
        return i, end + 1, "nominal", doc[end].lower_
    return None
