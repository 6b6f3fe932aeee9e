"""Find claims to uniqueness, to a rank, to a record, and comparisons with everything."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from helpers import cues
from helpers.language import english
from helpers.superlative_rules.extreme import (
    COMPARISON,
    MEASURABLE,
    MODIFIERS,
    RANK,
    UNIQUE,
    UNIQUENESS,
    Extreme,
    is_name,
    modified,
)

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc, Span, Token

# "their only child" counts nothing; "the only child in the hall" does.
ONLY_NOT = frozenset({"child", "children", "parent"})
LIMITING = frozenset(
    {"in", "on", "at", "among", "aboard", "with", "who", "that", "to", "alive", "left"}
)
# Comparatives of time and quantity that say nothing of rank after "no": "no train leaves later".
NO_RANK = frozenset("more less later sooner earlier further farther other rather".split())
STANDING = frozenset({"attr", "appos", "oprd", "ROOT", "conj", "acomp"})
UNIVERSAL = frozenset({"ever", "any", "anyone", "anybody", "anything", "all", "anywhere"})
# "Had never seen the like", "like nothing we have witnessed".
MEETING = frozenset("see hear know witness experience encounter meet feel read have".split())
STANDARDS = frozenset("it this that them him her these those".split())
LIKENED = 20  # words within which the likeness stands
SUCH = frozenset({"so", "this", "that", "such"})
FORMER = frozenset({"previous", "old", "former", "existing"})
EXPECTING = frozenset("expect anticipate think imagine predict guess hope could can".split())


def first(token: Token) -> Extreme | None:
    """Return the claim of "first" where it means before all others, not first of a sequence."""
    if token.lower_ != "first" or is_name(token):
        return None
    if is_noun(token):
        return Extreme(token.i, token.i, token, UNIQUE, UNIQUENESS, frozenset({"date"}))
    head = modified(token)
    if head == token and token.tag_ in {"RB"} and not determined_by_the(token):
        return None
    words = [t.lower_ for t in token.doc[token.i + 1 : token.i + 4]]
    sequence = head.lemma_.lower() in cues.words("superlative_firsts", "use", "sequence")
    ever = "ever" in [t.lower_ for t in token.doc[head.i : head.i + 3]] or words[:1] == ["ever"]
    if ever or (limited(head, token) and not sequence):
        return Extreme(token.i, token.i, head, UNIQUE, UNIQUENESS, frozenset({"date"}))
    if is_first_time(head) and determined_by_the(token):
        return Extreme(token.i, token.i, head, UNIQUE, UNIQUENESS, frozenset({"date"}))
    if sequence or not determined_by_the(token):
        return None
    clauses = any(c.dep_ in {"relcl", "acl"} and c.i > head.i for c in head.children)
    doing = clauses or to_do(head)
    became = head.dep_ == "attr" and head.head.lemma_ == "become"
    pioneer = head.lemma_.lower() in cues.words("superlative_firsts", "use", "pioneer")
    if doing and (pioneer or to_do(head) or head.dep_ in {"attr", "appos"}) or became:
        return Extreme(token.i, token.i, head, UNIQUE, UNIQUENESS, frozenset({"date"}))
    return None


def is_noun(token: Token) -> bool:
    """Tell whether something is called a first: "which is a first in this field"."""
    if not token.i or token.i + 1 >= len(token.doc) or token.dep_ not in {"attr", "appos", "ROOT"}:
        return False
    owned = any(child.lower_ == "a" and child.dep_ == "det" for child in token.lefts)
    return owned and token.nbor(1).lower_ in {"for", "in"}


def is_first_time(head: Token) -> bool:
    """Tell whether it is "the first time a woman has led it", not a first time in somebody's life."""
    clauses = [c for c in head.rights if c.dep_ in {"relcl", "acl", "ccomp"}]
    subjects = [t for c in clauses for t in c.children if t.dep_ in {"nsubj", "nsubjpass"}]
    personal = any(t.pos_ == "PRON" for t in subjects)
    return head.lower_ == "time" and head.dep_ == "attr" and bool(subjects) and not personal


def determined_by_the(token: Token) -> bool:
    """Tell whether "the" or "the very" stands before the word."""
    before = token.doc[max(token.sent.start, token.i - 2) : token.i].text.lower()
    return before.endswith(("the", "the very"))


def to_do(head: Token) -> bool:
    """Tell whether an infinitive follows: the first bank to open."""
    after = head.doc[head.i + 1 : head.i + 3]
    if len(after) == 2 and after[0].lower_ == "to" and after[1].tag_ == "VB":
        return True
    return any(
        grandchild.lower_ == "to" and grandchild.dep_ == "aux"
        for child in head.children
        if child.dep_ in {"relcl", "acl", "xcomp"}
        for grandchild in child.children
    )


def limited(head: Token, token: Token) -> bool:
    """Tell whether a scope makes it a claim: the world's first, the first in Europe, since 1990."""
    scopes = cues.words("superlative_scopes", "use", "scope")
    owners = [c for c in head.lefts if c.dep_ == "poss" and c.i < token.i]
    if any(owner.lower_ in scopes for owner in owners):
        return True
    if not determined_by_the(token):
        return False
    stated = head.head.rights if head.dep_ == "attr" else ()
    for child in [*head.rights, *(token.rights if token != head else ()), *stated]:
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
    if (partner := coordinated(token)) is not None:
        head = modified(partner)
        return Extreme(token.i, token.i, head, UNIQUE, UNIQUENESS, frozenset({"compare"}))
    owned = before.lower_ in {"the", "'s", "'"} or before.tag_ in {"PRP$", "POS"}
    if not owned or after.pos_ in {"VERB", "AUX", "ADP", "ADV"} or after.is_punct:
        return None
    head = modified(token)
    if head == token and after.pos_ in {"NOUN", "PROPN", "NUM", "ADJ"}:
        head = modified(after)
    if head.lower_ in ONLY_NOT and not is_limited(head, before):
        return None
    return Extreme(token.i, token.i, head, UNIQUE, UNIQUENESS, frozenset({"compare"}))


def coordinated(token: Token) -> Token | None:
    """Return the adjective that "only" is joined to: "the first and only", "the one and only"."""
    if token.i < 3 or token.nbor(-1).lower_ not in {"and", "&", "or"}:
        return None
    partner, before = token.nbor(-2), token.nbor(-3)
    owned = before.lower_ == "the" or before.tag_ in {"PRP$", "POS"}
    noun = modified(partner)
    fits = partner.tag_ in {"JJ", "JJS", "CD", "RB"} and noun.i > token.i
    return partner if owned and fits else None


def is_limited(head: Token, before: Token) -> bool:
    """Tell whether words behind a noun say of whom it is the only one, other than of its family."""
    after = head.nbor(1) if head.i + 1 < len(head.doc) else head
    return before.lower_ == "the" and (after.lower_ in LIMITING or after.tag_ in {"VBN", "VBG"})


def no_better(token: Token) -> Extreme | None:
    """Return the claim of a negative with a comparative: "no keeper in Spain has a better record".

    The comparative stands in the predicate; "than" with a number compares with that alone.
    """
    if token.lower_ not in {"no", "nobody", "none", "nothing"}:
        return None
    head = token.head if token.lower_ == "no" else token
    if head.dep_ != "nsubj" or token.lower_ == "no" and head.left_edge.i != token.i:
        return None
    verb = head.head
    if is_beyond_all(head, verb):
        last = head.right_edge
        return Extreme(token.i, last.i, head, UNIQUE, UNIQUENESS, frozenset({"compare"}))
    near = [t for t in verb.subtree if verb.i <= t.i <= verb.i + 12]
    grade = next((t for t in near if t.tag_ in {"JJR", "RBR"} and is_rank(t, verb)), None)
    if grade is None or is_measured_against(grade):
        return None
    return Extreme(token.i, head.i, head, COMPARISON, UNIQUENESS, frozenset({"amount", "compare"}))


def unseen(token: Token) -> Extreme | None:
    """Return what is said never to have been met: "had never seen a rate like it", "so early"."""
    verb = token.head
    perfect = any(child.lemma_ == "have" and child.dep_ == "aux" for child in verb.children)
    if token.lower_ != "never" or verb.lemma_ not in MEETING or not perfect:
        return None
    for word in token.doc[verb.i + 1 : min(verb.i + LIKENED, token.sent.end - 1)]:
        after = word.nbor(1)
        alike = word.lower_ == "like" and after.lower_ in STANDARDS
        graded = word.lower_ in SUCH and after.pos_ in {"ADV", "ADJ"} and after.dep_ != "amod"
        if alike or graded:
            return Extreme(token.i, after.i, after, UNIQUE, UNIQUENESS, frozenset({"compare"}))
    return None


def like_nothing(token: Token) -> Extreme | None:
    """Return a likeness to nothing that anybody knows: "like nothing we have witnessed"."""
    if token.lower_ != "nothing" or not token.i or token.nbor(-1).lower_ != "like":
        return None
    clause = next((c for c in token.rights if c.dep_ == "relcl" and c.lemma_ in MEETING), None)
    if clause is None:
        return None
    first = token.i - 1
    return Extreme(first, clause.i, clause, UNIQUE, UNIQUENESS, frozenset({"compare"}))


def is_beyond_all(head: Token, verb: Token) -> bool:
    """Tell whether nobody anywhere is said to be able: "no actress on Earth can do what she does"."""
    behind = head.doc[head.i + 1 : head.i + 4].text.lower()
    able = any(c.lower_ in {"can", "could"} for c in verb.children if c.dep_ == "aux")
    return able and behind.startswith(("on earth", "in the world", "alive", "on the planet"))


def is_rank(grade: Token, verb: Token) -> bool:
    """Tell whether a comparative ranks the subject of `verb`: has a better ratio, is faster."""
    owner = grade
    while owner.dep_ in {"amod", "advmod"} and owner.head.i > owner.i:
        owner = owner.head
    perfect = any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children)
    states = verb.lemma_ in {"have", "be"} or perfect
    of_verb = owner.head == verb and owner.dep_ in {"dobj", "attr", "acomp", "advmod", "npadvmod"}
    if not states and grade.dep_ == "advmod" and grade.head == verb and closes(grade):
        return grade.lower_ not in NO_RANK - {"more"}
    amount = grade.lower_ in {"more", "fewer", "less"} and owner != grade
    return states and of_verb and (amount or grade.lower_ not in NO_RANK)


def closes(grade: Token) -> bool:
    """Tell whether a comparative ends its clause: "nobody deserves it more"."""
    after = grade.nbor(1) if grade.i + 1 < len(grade.doc) else grade
    return after.is_punct or after.lower_ in {"than", "and"}


def is_measured_against(grade: Token) -> bool:
    """Tell whether "than" and a number, or a clause of expectation, follow the comparative."""
    after = grade.doc[grade.i + 1 : min(grade.i + 8, grade.sent.end)]
    than = next((t for t in after if t.lower_ == "than"), None)
    if than is None:
        return False
    following = grade.doc[than.i + 1 : min(than.i + 5, grade.sent.end)]
    return any(t.like_num or t.is_currency or t.lemma_ in EXPECTING for t in following)


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
    if after.text.lower().startswith("all right"):
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
    if row["use"] == "chosen":
        head = span[0].head
    if not fits(span, head, row["use"], after):
        return None
    dimension = frozenset(row["dimension"].split("|"))
    kind = MEASURABLE if is_counted(head, row) else row["kind"]
    start = head.i if row["use"] == "chosen" else span.start
    return Extreme(start, span.end - 1, head, row["form"], kind, dimension)


def is_counted(head: Token, row: dict[str, str]) -> bool:
    """Tell whether the leading or top one of these is a matter of count: cause, scorer, exporter."""
    counted = cues.words("superlative_firsts", "use", "counted")
    return row["form"] == RANK and "share" in row["dimension"] and head.lemma_.lower() in counted


def fits(span: Span, head: Token, use: str, after: Token | None) -> bool:
    """Tell whether the term is used as its row demands."""
    last = span[-1]
    if use == "any":
        return True
    if use in {"standard", "throne", "definite", "chosen"}:
        return fits_title(span, head, use, after)
    if use == "adjective":
        return last.pos_ in {"ADJ", "VERB", "ADV"} or last.dep_ in {"amod", "acomp", "attr"}
    if use == "record":
        numbered = after is not None and (after.pos_ == "NUM" or after.is_currency)
        verbs = cues.words("superlative_evidence", "use", "set_record")
        broken = last.dep_ == "dobj" and last.head.lemma_ in verbs
        broken |= any(child.lower_ in FORMER for child in head.lefts)
        return head.i > last.i or numbered or broken
    if head.i > last.i:
        return last.pos_ != "PROPN" and not (last.tag_ == "VBG" and last.dep_ not in MODIFIERS)
    return len(span) > 1


def fits_title(span: Span, head: Token, use: str, after: Token | None) -> bool:
    """Tell whether words rank as a title does: the gold standard in, the undisputed queen of."""
    if not is_definite(head, span):
        return False
    if use == "throne":
        return head.lemma_.lower() in cues.words("superlative_firsts", "use", "throne")
    if use == "definite":
        return head.i > span[-1].i
    follows = after.lower_ if after is not None else ""
    stands = head.dep_ in STANDING or head.dep_ == "pobj" and head.head.lower_ == "as"
    return stands or follows in {"for", "of"}


def is_definite(head: Token, span: Span) -> bool:
    """Tell whether "the" or a possessive stands before the words or the noun they modify."""
    before = span.doc[span.start - 1] if span.start else span[0]
    left = [c for c in head.lefts if c.dep_ in {"det", "poss"}]
    owned = any(c.lower_ == "the" or c.dep_ == "poss" for c in left)
    return owned or before.lower_ == "the" or before.tag_ in {"PRP$", "POS"}
