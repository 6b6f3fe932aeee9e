"""Find the words that claim an extreme or uniqueness: the grammar of superlatives.

Morphological (largest), analytic (most influential), uniqueness (only, unmatched, first to),
rank (leading, top, number one), record, and comparison with everything (more than ever).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from helpers import cues
from helpers.language import english

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc, Span, Token

EVALUATIVE, MEASURABLE, UNIQUENESS = "evaluative", "measurable", "uniqueness"
MORPHOLOGICAL, ANALYTIC, UNIQUE = "morphological", "analytic", "uniqueness"
RANK, RECORD, COMPARISON = "rank", "record", "comparison"

MOST = frozenset({"most", "least"})
IRREGULAR = {"best": "good", "worst": "bad", "furthest": "far", "farthest": "far", "eldest": "old"}
NOT_EXTREME = frozenset("latest honest modest earnest west east interest rest test least".split())
MODIFIERS = frozenset("amod compound nmod advmod npadvmod nummod quantmod poss".split())
LINKING = frozenset({"be", "become", "remain", "rank", "stay", "prove"})
# What comes first, second and third: a sequence, not a claim.
SEQUENCES = frozenset(
    "quarter half step time glance aid lady name year month week day night round place hand class "
    "thing person stage phase part chapter episode season set leg period attempt draft impression "
    "language instance degree minister world floor base gear look part batch edition volume "
    "paragraph sentence line page aider responder trimester lesson letter sight love baby child "
    "choice date amendment".split()
)
PIONEERS = frozenset(
    "person woman man human country nation company firm state city team player club artist "
    "athlete african american european asian briton australian president black".split()
)
ONLY_NOT = frozenset({"child", "children", "parent"})
UNIVERSAL = frozenset({"ever", "any", "anyone", "anybody", "anything", "all", "anywhere"})
EXPECTING = frozenset("expect anticipate think imagine predict guess hope could can".split())
# "the best practices", "best man": fixed expressions without a comparison.
FIXED_AFTER = {
    "best": frozenset({"practice", "practices", "man", "before", "buy", "western", "wishes"}),
    "least": frozenset({"squares", "square"}),
    "most": frozenset({"everyone", "everybody", "everything", "anyone"}),
    "worst": frozenset(),
}


@dataclass(frozen=True)
class Extreme:
    """A claim to an extreme as found: its words, what it is said of, and what would prove it.

    `first` and `last` are the indices of the claiming words, `head` the noun they modify, or the
    last of themselves. `dimension` names the kinds of quantity that bear on it.
    """

    first: int
    last: int
    head: Token
    form: str
    kind: str
    dimension: frozenset[str]


def find_extremes(doc: Doc) -> list[Extreme]:
    """Return the claims in `doc`, one a noun phrase, in order."""
    terms = term_spans(doc)
    taken = {i for span in terms for i in range(span.start, span.end)}
    found = [e for span in terms if (e := term_extreme(span)) is not None]
    for token in doc:
        if token.i not in taken:
            extreme = (
                analytic(token)
                or morphological(token)
                or first(token)
                or only(token)
                or no_other(token)
            )
            if extreme is not None:
                found.append(extreme)
    found += [e for token in doc if (e := comparison(token)) is not None]
    return merged(found)


def merged(found: list[Extreme]) -> list[Extreme]:
    """Join claims about the same noun: "the largest, most modern plant" is one."""
    groups: dict[int, list[Extreme]] = {}
    for extreme in sorted(found, key=lambda e: (e.first, e.last)):
        groups.setdefault(extreme.head.i, []).append(extreme)
    joined = []
    for group in groups.values():
        lead = min(group, key=lambda e: (e.kind == EVALUATIVE, e.first))
        dimension = frozenset().union(*(e.dimension for e in group))
        last = max(e.last for e in group)
        joined.append(Extreme(group[0].first, last, lead.head, lead.form, lead.kind, dimension))
    return sorted(joined, key=lambda e: e.first)


@cache
def properties() -> dict[str, frozenset[str]]:
    """Return which quantities measure each adjective that can be measured."""
    rows = cues.read_cues("superlative_properties")
    return {row["word"]: frozenset(row["dimension"].split("|")) for row in rows}


def measured(word: str) -> tuple[str, frozenset[str]]:
    """Return the kind of claim that a word in the superlative makes, and its dimension."""
    dimension = properties().get(word)
    return (MEASURABLE, dimension) if dimension else (EVALUATIVE, frozenset())


def modified(token: Token) -> Token:
    """Return the noun that a superlative word modifies, or the word itself if there is none."""
    head = token
    for _ in range(4):
        if head.dep_ not in MODIFIERS or head.head.i <= head.i or head.head.sent != head.sent:
            break
        if head.head.pos_ in {"VERB", "AUX"} and head.head.dep_ not in MODIFIERS:
            break
        head = head.head
    return head if head.pos_ in {"NOUN", "PROPN", "PRON", "NUM"} or head == token else token


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
    kind, dimension = measured(last.lower_) if compound is not None else ("", frozenset())
    if not dimension:
        kind, dimension = measured(base)
    following = token.nbor(1) if token.i + 1 < len(token.doc) else token
    if following.tag_ in {"VBN", "VBG"} and following.lower_ not in {"known"}:
        last = following if compound is None else last
        kind, dimension = measured(following.lower_) if not dimension else (kind, dimension)
    return Extreme(token.i, last.i, modified(token), MORPHOLOGICAL, kind, dimension)


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
    return token.pos_ in {"ADJ", "PROPN", "NOUN", "ADV"} and derives(word)


def is_name(token: Token) -> bool:
    """Tell whether a capital makes the word part of a name: George Best, the Best Picture."""
    if not token.text[0].isupper() or token.i == token.sent.start:
        return False
    if token.text.isupper() and len(token) > 1:
        return False
    longer = [t for t in token.sent if len(t) > 3 and t.is_alpha]
    if token.nbor(-1).is_punct or sum(t.text[0].isupper() for t in longer) > 0.6 * len(longer):
        return False
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return token.pos_ == "PROPN" or (after is not None and after.text[:1].isupper())


@cache
def adjectives() -> frozenset[str]:
    """Return the adjectives that the lemmatizer knows."""
    index = english().get_pipe("lemmatizer").lookups.get_table("lemma_index")
    return frozenset(index.get("adj", ()))


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


def is_fixed(token: Token) -> bool:
    """Tell whether the word stands in a fixed expression that claims nothing."""
    doc, i, word = token.doc, token.i, token.lower_
    before = doc[i - 1].lower_ if i else ""
    after = doc[i + 1].lower_ if i + 1 < len(doc) else ""
    after = doc[i + 2].lower_ if after == "-" and i + 2 < len(doc) else after
    if before == "at" and word in {"best", "worst", "most", "least", "latest", "earliest"}:
        return not (i + 1 < len(doc) and doc[i + 1].pos_ in {"ADJ", "ADV", "NOUN", "VERB"})
    if word == "best" and after == "known" and any(t.lower_ == "as" for t in doc[i + 2 : i + 4]):
        return True
    return after in FIXED_AFTER.get(word, ())


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
        return of_most(token, compound, *measured(compound.lower_))
    if after is None or after.is_punct or after.pos_ == "VERB" and after.tag_ not in {"VBN", "VBG"}:
        return of_most(token, token, EVALUATIVE, frozenset()) if closes_clause(token) else None
    if after.pos_ in {"ADJ", "ADV"} or after.tag_ in {"VBN", "VBG", "JJ", "RB"}:
        if determined(token) or is_degree(token, after):
            last = participle_after(after)
            return of_most(token, last, *measured(last.lower_))
        return None
    if determined(token) and after.pos_ in {"NOUN", "PROPN"} and token.head.i > token.i:
        return of_most(token, token, MEASURABLE, frozenset({"count", "amount"}))
    if after.lower_ == "of" and doc[token.i + 2 : token.i + 3].text.lower() == "all":
        return of_most(token, token, EVALUATIVE, frozenset())
    return of_most(token, token, EVALUATIVE, frozenset()) if closes_clause(token) else None


def of_most(token: Token, last: Token, kind: str, dimension: frozenset[str]) -> Extreme:
    """Return the claim of most or least that ends with `last`."""
    head = modified(token)
    if head.i < last.i:
        head = modified(last)
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
    if before[-1:] == ["the"] and (after[:1] == ["out"] or "say" in before or "make" in before):
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


def first(token: Token) -> Extreme | None:
    """Return the claim of "first" where it means before all others, not first of a sequence."""
    if token.lower_ != "first" or is_name(token):
        return None
    head = modified(token)
    if head == token and token.tag_ in {"RB"} and not determined_by_the(token):
        return None
    words = [t.lower_ for t in token.doc[token.i + 1 : token.i + 4]]
    ever = "ever" in [t.lower_ for t in token.doc[head.i : head.i + 3]] or words[:1] == ["ever"]
    if ever or limited(head, token):
        return Extreme(token.i, token.i, head, UNIQUE, UNIQUENESS, frozenset({"date"}))
    if head.lemma_.lower() in SEQUENCES or not determined_by_the(token):
        return None
    doing = any(c.dep_ in {"relcl", "acl"} and c.i > head.i for c in head.children)
    became = head.dep_ == "attr" and head.head.lemma_ == "become"
    pioneer = head.lemma_.lower() in PIONEERS
    if doing and (pioneer or to_do(head) or head.dep_ in {"attr", "appos"}) or became:
        return Extreme(token.i, token.i, head, UNIQUE, UNIQUENESS, frozenset({"date"}))
    return None


def determined_by_the(token: Token) -> bool:
    """Tell whether "the" stands before the word."""
    return token.i > 0 and token.nbor(-1).lower_ == "the"


def to_do(head: Token) -> bool:
    """Tell whether an infinitive follows: the first bank to open."""
    return any(
        grandchild.lower_ == "to" and grandchild.dep_ == "aux"
        for child in head.children
        if child.dep_ in {"relcl", "acl", "xcomp"}
        for grandchild in child.children
    )


def limited(head: Token, token: Token) -> bool:
    """Tell whether a scope makes it a claim: the world's first, the first in Europe, since 1990."""
    scopes = cues.words("superlative_scopes", "word")
    owners = [c for c in head.lefts if c.dep_ == "poss" and c.i < token.i]
    if any(owner.lower_ in scopes for owner in owners):
        return True
    if not determined_by_the(token):
        return False
    for child in [*head.rights, *(token.rights if token != head else ())]:
        if child.lower_ in {"in", "of", "on"}:
            objects = [c for c in child.children if c.dep_ == "pobj"]
            if any(o.lemma_.lower() in scopes or o.lower_ in scopes for o in objects):
                return True
        if child.lower_ == "since":
            return True
    return False


def only(token: Token) -> Extreme | None:
    """Return the claim of the adjective "only": the only bank, its only rival."""
    if token.lower_ != "only" or not token.i or token.i + 1 >= len(token.doc):
        return None
    before, after = token.nbor(-1), token.nbor(1)
    owned = before.lower_ in {"the", "'s", "'"} or before.tag_ in {"PRP$", "POS"}
    if not owned or after.pos_ in {"VERB", "AUX", "ADP", "ADV"} or after.is_punct:
        return None
    head = modified(token)
    if head == token and after.pos_ in {"NOUN", "PROPN", "NUM", "ADJ"}:
        head = modified(after)
    if head.lower_ in ONLY_NOT:
        return None
    return Extreme(token.i, token.i, head, UNIQUE, UNIQUENESS, frozenset({"compare"}))


def no_other(token: Token) -> Extreme | None:
    """Return the claim of "no other bank"."""
    if token.lower_ != "other" or not token.i or token.nbor(-1).lower_ != "no":
        return None
    head = modified(token)
    if head == token or head.lemma_ in {"choice", "option", "way", "detail", "reason"}:
        return None
    return Extreme(token.i - 1, token.i, head, UNIQUE, UNIQUENESS, frozenset({"compare"}))


def comparison(token: Token) -> Extreme | None:
    """Return the claim of a comparative with a universal: more than ever, than any other."""
    if token.lower_ != "than" or token.i + 1 >= len(token.doc):
        return None
    after = token.doc[token.i + 1 : token.i + 4]
    if after[0].lower_ not in UNIVERSAL and after.text.lower() != "at any time":
        return None
    if any(t.lemma_.lower() in EXPECTING for t in token.doc[token.i + 2 : token.i + 4]):
        return None
    start = max(token.sent.start, token.i - 12)
    grades = [t for t in token.doc[start : token.i] if t.tag_ in {"JJR", "RBR"}]
    if not grades or grades[-1].lower_ in {"rather", "other"}:
        return None
    grade = grades[-1]
    end = token.i + 1
    while end < token.right_edge.i and not token.doc[end + 1].is_punct:
        end += 1
    return Extreme(
        grade.i, end, token.doc[end], COMPARISON, UNIQUENESS, frozenset({"amount", "compare"})
    )


@cache
def term_matcher() -> tuple[PhraseMatcher, dict[str, dict[str, str]]]:
    """Return a matcher of the listed terms, and the row of each."""
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc

    nlp = english()
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    rows = {}
    for row in cues.read_cues("superlative_terms"):
        rows[row["term"]] = row
        words = row["term"].split(" ")
        matcher.add(row["term"], [Doc(nlp.vocab, words=words)])
    return matcher, rows


def term_spans(doc: Doc) -> list[Span]:
    """Return the listed terms in `doc`, the longest where they overlap."""
    from spacy.util import filter_spans

    matcher, _ = term_matcher()
    return filter_spans(matcher(doc, as_spans=True))


def term_extreme(span: Span) -> Extreme | None:
    """Return the claim of a listed term, unless its use or its neighbours speak against it."""
    row = term_matcher()[1][span.label_]
    last = span[-1]
    head = modified(last)
    if head == last and span.root.i != last.i:
        head = modified(span.root) if modified(span.root).i > last.i else last
    doc = span.doc
    if head == last and row["dimension"] == "clients" and doc[span.end :][:1].text:
        head = doc[span.end] if doc[span.end].pos_ in {"NOUN", "PROPN", "VERB"} else last
    before = doc[max(0, span.start - 2) : span.start].text.lower()
    after = doc[span.end] if span.end < len(doc) else None
    stops = row["not_before"].split("|") if row["not_before"] else []
    if after is not None and (after.lower_ in stops or after.lemma_.lower() in stops):
        return None
    if head.lemma_.lower() in stops or is_name(span[0]) and row["form"] != RANK:
        return None
    barred = row["not_after"].split("|") if row["not_after"] else []
    if any(before == word or before.endswith(" " + word) for word in barred):
        return None
    if not fits(span, head, row["use"], after):
        return None
    dimension = frozenset(row["dimension"].split("|"))
    return Extreme(span.start, span.end - 1, head, row["form"], row["kind"], dimension)


def fits(span: Span, head: Token, use: str, after: Token | None) -> bool:
    """Tell whether the term is used as its row demands."""
    last = span[-1]
    if use == "any":
        return True
    if use == "adjective":
        return last.pos_ in {"ADJ", "VERB", "ADV"} or last.dep_ in {"amod", "acomp", "attr"}
    if use == "record":
        return head.i > last.i or (after is not None and (after.pos_ == "NUM" or after.is_currency))
    if head.i > last.i:
        return last.pos_ != "PROPN" and not (last.tag_ == "VBG" and last.dep_ not in MODIFIERS)
    return len(span) > 1
