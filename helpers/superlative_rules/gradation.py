"""Find superlatives by form: in -est, with most or least."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from helpers import cues
from helpers.language import english
from helpers.superlative_rules.extreme import (
    ANALYTIC,
    EVALUATIVE,
    MEASURABLE,
    MODIFIERS,
    MORPHOLOGICAL,
    Extreme,
    is_name,
    modified,
)
from helpers.superlative_rules.prizes import names_prize

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MOST = frozenset({"most", "least"})
IRREGULAR = {"best": "good", "worst": "bad", "furthest": "far", "farthest": "far", "eldest": "old"}
# How something is done is no count of it: "most closely watched" is a judgement.
MANNER = frozenset("closely eagerly hotly keenly bitterly fiercely warmly".split())
NOT_EXTREME = frozenset("latest honest modest earnest west east interest rest test least".split())
# "the best practices", "best man": fixed expressions without a comparison.
# "most likely in May" says how sure, not what is most so.
SENTENCE_ADVERBS = frozenset("likely probably notably importantly recently certainly".split())
FIXED_AFTER = {
    "best": frozenset({"practice", "practices", "man", "before", "buy", "western", "wishes"}),
    "least": frozenset({"squares", "square"}),
    "most": frozenset({"everyone", "everybody", "everything", "anyone"}),
    "worst": frozenset(),
}


@cache
def properties() -> dict[str, dict[str, frozenset[str]]]:
    """Return the row of each adjective that can be measured: its quantities and its nouns."""
    rows = cues.read_cues("superlative_properties")
    return {
        row["word"]: {
            column: frozenset(row[column].split("|")) - {""}
            for column in ("dimension", "only_of", "not_of")
        }
        for row in rows
    }


def noun_of(head: Token) -> Token:
    """Return the noun that a claim is about, the subject where it has none of its own."""
    if head.pos_ in {"NOUN", "PROPN"} or head.dep_ not in {"attr", "acomp", "oprd"}:
        return head
    return next((c for c in head.head.children if c.dep_ == "nsubj"), head)


def measured(word: str, head: Token | None = None) -> tuple[str, frozenset[str]]:
    """Return the kind of claim that a word in the superlative makes of `head`, and its dimension.

    Some properties are measured of some nouns only: the strongest quake, not argument.
    """
    row = properties().get(word)
    noun = noun_of(head).lemma_.lower() if head is not None else ""
    if row is None or noun in row["not_of"] or row["only_of"] and noun not in row["only_of"]:
        return EVALUATIVE, frozenset()
    return MEASURABLE, row["dimension"]


def morphological(token: Token) -> Extreme | None:
    """Return the claim of a word in -est, of best or worst."""
    word = token.lower_
    if word in MOST or word.endswith("most") or not is_superlative_form(token):
        return None
    if word == "latest" and not is_limit(token):
        return None
    if is_fixed(token):
        return None
    compound = hyphenated(token)
    last = compound if compound is not None else token
    base = IRREGULAR.get(word) or base_form(token)
    head = modified(token)
    kind, dimension = measured(last.lower_, head) if compound is not None else ("", frozenset())
    if not dimension:
        kind, dimension = measured(base, head)
    following = token.nbor(1) if token.i + 1 < len(token.doc) else token
    if following.tag_ in {"VBN", "VBG"} and following.lower_ not in {"known"} and following != head:
        last = following if compound is None else last
        kind, dimension = measured(following.lower_, head) if not dimension else (kind, dimension)
    return Extreme(token.i, last.i, head, MORPHOLOGICAL, kind, dimension)


def is_superlative_form(token: Token) -> bool:
    """Tell whether the word is a superlative, by its tag or, where that fails, by its form."""
    word = token.lower_
    if word in NOT_EXTREME - {"latest"} or not word.endswith(("est", "st")):
        return False
    if is_name(token):
        return False
    if token.tag_ in {"JJS", "RBS"}:
        return word in IRREGULAR or word.endswith("est")
    if word in {"best", "worst"}:
        opens = token.i == token.sent.start or token.text.isupper()
        return token.tag_ not in {"VB", "VBP", "VBD", "MD"} and (opens or token.pos_ != "PROPN")
    return token.pos_ in {"ADJ", "PROPN", "NOUN", "ADV", "X"} and derives(word)


@cache
def adjectives() -> frozenset[str]:
    """Return the adjectives that the lemmatizer knows."""
    index = english().get_pipe("lemmatizer").lookups.get_table("lemma_index")
    return frozenset(index.get("adj", ()))


@cache
def nouns() -> frozenset[str]:
    """Return the nouns that the lemmatizer knows."""
    index = english().get_pipe("lemmatizer").lookups.get_table("lemma_index")
    return frozenset(index.get("noun", ()))


def is_adjective_only(word: str) -> bool:
    """Tell whether a word that is tagged as a noun can be none: brazen, not gold."""
    return word in adjectives() and word not in nouns()


def bases(word: str) -> list[str]:
    """Return what a word in -est may be the superlative of, by English spelling."""
    stem = word.removesuffix("est")
    found = [stem, stem + "e"]
    if stem.endswith("i"):
        found.append(stem[:-1] + "y")
    if len(stem) > 2 and stem[-1] == stem[-2]:
        found.append(stem[:-1])
    return found


def derives(word: str) -> bool:
    """Tell whether the word is an adjective with -est, and no word of its own."""
    if not word.endswith("est") or word in adjectives() or len(word) < 6:
        return False
    # "forest" is no superlative of "fore"; "dearest" is one of "dear", though a noun too.
    if word in nouns() and word.removesuffix("est") not in adjectives():
        return False
    return any(base in adjectives() for base in bases(word) if len(base) > 2)


def base_form(token: Token) -> str:
    """Return the adjective that the superlative is formed from."""
    lemma = token.lemma_.lower()
    if not lemma.endswith("est"):
        return lemma
    return next((base for base in bases(lemma) if base in adjectives()), lemma)


def hyphenated(token: Token) -> Token | None:
    """Return the last part of a compound such as "best-selling", if the token begins one."""
    if token.i + 2 < len(token.doc) and token.nbor(1).text == "-":
        after = token.nbor(2)
        if after.is_alpha and not token.whitespace_:
            return after
    return None


def at_its(token: Token) -> bool:
    """Tell whether the word compares something with itself: "at its best", "at his most modest".

    A noun behind it ("at its best hotel") or a time ("at its most crowded since 1990") claims more.
    """
    doc, i = token.doc, token.i
    before = [t for t in doc[max(token.sent.start, i - 3) : i] if t.lower_ != "very"]
    if len(before) < 2 or before[-1].tag_ != "PRP$" or before[-2].lower_ != "at":
        return False
    last = i + 1 if token.lower_ in MOST else i
    base = IRREGULAR.get(token.lower_) or base_form(token)
    if token.lower_ not in MOST and measured(base)[1]:
        return False
    after = doc[last + 1] if last + 1 < len(doc) else None
    noun = after is not None and (after.pos_ in {"NOUN", "PROPN", "ADJ"} or after.text == "-")
    return not noun and (after is None or after.lower_ not in {"since", "ever", "yet"})


def is_fixed(token: Token) -> bool:
    """Tell whether the word stands in a fixed expression that claims nothing."""
    doc, i, word = token.doc, token.i, token.lower_
    if at_its(token) or word in {"best", "most"} and names_prize(token):
        return True
    before = doc[i - 1].lower_ if i else ""
    after = doc[i + 1].lower_ if i + 1 < len(doc) else ""
    after = doc[i + 2].lower_ if after == "-" and i + 2 < len(doc) else after
    if before == "at" and word in {"best", "worst", "most", "least", "latest", "earliest"}:
        return not (i + 1 < len(doc) and doc[i + 1].pos_ in {"ADJ", "ADV", "NOUN", "VERB"})
    if word == "best" and after == "known":
        return any(t.lower_ in {"as", "for"} for t in doc[i + 2 : i + 4])
    if before == "the" and hopes(doc, i) or word == "best" and after == "of" and lucky(doc, i):
        return True
    if word == "most" and after in SENTENCE_ADVERBS:
        return not determined(token)
    if after == "case" and word in {"best", "worst"}:
        plain = not determined(token) or doc[max(i - 2, 0) : i].text.lower() == "in the"
        behind = [t.lower_ for t in doc[i + 2 : i + 5]]
        return "scenario" in behind or plain and behind[:1] != ["of"]
    return after in FIXED_AFTER.get(word, ())


def hopes(doc: Doc, i: int) -> bool:
    """Tell whether "the best" or "the worst" alone is hoped for or feared."""
    alone = i + 1 >= len(doc) or doc[i + 1].pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"}
    governors = {token.lemma_.lower() for token in doc[max(i - 3, 0) : i - 1]}
    of = i + 1 < len(doc) and doc[i + 1].lower_ == "of"
    return alone and not of and bool(governors & {"fear", "expect", "hope", "assume", "prepare"})


def lucky(doc: Doc, i: int) -> bool:
    """Tell whether "best" begins a wish or a set phrase: of luck, of both worlds, of times."""
    return bool({"luck", "worlds", "times"} & {token.lower_ for token in doc[i + 2 : i + 4]})


def is_limit(token: Token) -> bool:
    """Tell whether "latest" compares times, not only means new: the latest train that arrives."""
    head = modified(token)
    if token.i and token.nbor(-1).lower_ not in {"the"}:
        return False
    bare = head == token and any(c.dep_ in {"relcl", "acl"} for c in head.children)
    return bare or any(c.lower_ == "possible" for c in head.children)


def analytic(token: Token) -> Extreme | None:
    """Return the claim of most or least with an adjective, an adverb, a noun or a verb."""
    if token.lower_ not in MOST or is_name(token) or is_quantifier_phrase(token):
        return None
    doc = token.doc
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    compound = hyphenated(token)
    if compound is not None:
        return of_most(token, compound)
    if after is None or after.is_punct or after.pos_ == "VERB" and after.tag_ not in {"VBN", "VBG"}:
        return of_most(token, token) if closes_clause(token) else None
    if after.pos_ in {"ADJ", "ADV"} or after.tag_ in {"VBN", "VBG", "JJ", "RB"}:
        if determined(token) or is_degree(token, after):
            last = participle_after(after)
            return of_most(token, last)
        return None
    if determined(token) and after.pos_ in {"NOUN", "PROPN"} and token.head.i > token.i:
        describes = after.dep_ in MODIFIERS and is_adjective_only(after.lower_)
        return of_most(token, after) if describes else of_most(token, token, counted=True)
    if after.lower_ == "of" and doc[token.i + 2 : token.i + 3].text.lower() == "all":
        return of_most(token, token)
    return of_most(token, token) if closes_clause(token) else None


def of_most(token: Token, last: Token, *, counted: bool = False) -> Extreme:
    """Return the claim of most or least that ends with `last`; `counted` for a number of things."""
    head = modified(token)
    if head.i < last.i:
        head = modified(last)
    kind, dimension = MEASURABLE, frozenset({"count", "amount"})
    if last.i > token.i + 1 and last.nbor(-1).lower_ in MANNER:
        kind, dimension = EVALUATIVE, frozenset()
    elif not counted:
        kind, dimension = measured(last.lower_, head)
    return Extreme(token.i, max(last.i, token.i), head, ANALYTIC, kind, dimension)


def participle_after(word: Token) -> Token:
    """Return the participle that an adverb modifies: "most widely used" claims use."""
    after = word.nbor(1) if word.i + 1 < len(word.doc) else word
    return after if word.pos_ == "ADV" and after.tag_ in {"VBN", "VBG", "JJ"} else word


def determined(token: Token) -> bool:
    """Tell whether a determiner, possessive or number stands before: the, its, world's, five."""
    if not token.i:
        return False
    before = token.nbor(-1)
    if before.lower_ in {"second", "third", "fourth", "fifth", "next", "-", "very", "single"}:
        before = before.nbor(-1) if before.i else before
    if before.tag_ == "IN":  # "says that most of them left"
        return False
    return before.lower_ in {"the", "a", "this", "that", "'s", "'"} or before.tag_ in {
        "PRP$",
        "POS",
        "CD",
    }


def is_degree(token: Token, after: Token) -> bool:
    """Tell whether a bare "most" is a degree of the word after it, not a number of things."""
    if token.tag_ != "RBS" and token.pos_ != "ADV":
        return False
    if token.head.i != after.i and not (after.pos_ == "ADV" and token.head.i > token.i):
        return False
    noun = after.head if after.dep_ == "amod" and after.head.i > after.i else None
    if noun is None or after.pos_ == "ADV":
        return True
    short = len(after) < 6 and not after.lower_.endswith(("ed", "al", "ic", "ous"))
    return not short and after.lower_ not in {"other", "modern", "american", "european"}


def is_quantifier_phrase(token: Token) -> bool:
    """Tell whether most or least stands in at most, most of, not least, for the most part."""
    doc, i = token.doc, token.i
    before = [t.lower_ for t in doc[max(0, i - 3) : i]]
    after = [t.lower_ for t in doc[i + 1 : i + 3]]
    if is_fixed(token) or after[:1] == ["part"]:
        return True
    if after[:1] == ["of"] and after[1:] != ["all"]:
        return True
    if before[-1:] == ["the"] and (after[:1] == ["out"] or before[-2:-1] == ["say"]):
        return True
    if before[-2:] == ["at", "the"]:
        return not (i + 1 < len(doc) and doc[i + 1].pos_ in {"ADJ", "ADV"})
    if token.lower_ == "least" and before[-1:] == ["not"]:
        return True
    return token.lower_ == "least" and before[-2:] == ["but", "not"]


def closes_clause(token: Token) -> bool:
    """Tell whether most or least alone compares: "what it needs most", "hurt the least"."""
    before = token.nbor(-1).lower_ if token.i else ""
    if before == "the":
        return token.head.pos_ in {"VERB", "AUX", "ADJ"} or token.dep_ in {"npadvmod", "advmod"}
    return token.dep_ == "advmod" and token.head.pos_ in {"VERB", "AUX"} and token.tag_ == "RBS"
