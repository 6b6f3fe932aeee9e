"""Say what the article gives in support of a claim: evidence, a voice, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from helpers import attribution, cues
from helpers.extreme import UNIQUENESS, Extreme
from helpers.quantities import find_quantities
from helpers.speakers import NAMED, NONE, VAGUE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from helpers.attribution import Attribution
    from helpers.claim_span import Extent
    from helpers.language import ParsedBlock
    from helpers.quantities import Quantity

EVIDENCE = "evidence"
# Which quantities can prove an amount of whatever the noun says: the largest deal, city, share.
AMOUNTS = frozenset({"money", "count", "percent", "measure", "number", "score"})
BASES = {
    "metre": "length", "gram": "weight", "metre per second": "speed", "square metre": "area",
}  # fmt: skip
# These fit one property only, so that a number of that kind hardly ever means another thing.
SPECIFIC = frozenset("age length weight speed temperature duration".split())
PRONOUNS = frozenset("it he she they this that these those which who".split())
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
CLAUSES = frozenset({"ROOT", "ccomp", "relcl", "advcl", "acl", "parataxis", "conj", "pcomp"})
LISTING = frozenset({"like", "including", "as", "for", "to", "with", "of", "by", "include"})
FEWEST_NAMES = 2
FARTHEST = 60  # tokens behind a claim in which a comparison is looked for


@dataclass(frozen=True)
class Support:
    """The best support of a claim, all kinds that apply, and where its words are."""

    support: str
    place: tuple[int, int] | None
    all: tuple[str, ...]


@dataclass(frozen=True)
class Sighting:
    """A quantity in a parsed block with the token that carries it."""

    quantity: Quantity
    token: Token


def quantities_of(parsed: ParsedBlock) -> list[Sighting]:
    """Return the quantities of a block, each with its token."""
    found = []
    for quantity in find_quantities(parsed.doc.text, doc=parsed.doc):
        span = parsed.doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
        if span is not None and not quantity.vague:
            found.append(Sighting(quantity, span.root))
    return found


def support_of(
    parsed: ParsedBlock,
    extreme: Extreme,
    extent: Extent,
    attributions: Iterable[Attribution],
    sightings: list[Sighting],
) -> Support:
    """Return what stands behind a claim: evidence before a named voice before a vague one."""
    found: list[tuple[str, tuple[int, int] | None]] = []
    evidence = evidence_for(parsed.doc, extreme, extent, sightings)
    if evidence is not None:
        found.append((EVIDENCE, parsed.locate(evidence)[1:3]))
    _, start, end, _ = parsed.locate(parsed.doc[extreme.first : extreme.last + 1])
    holding = [a for a in attributions if a.start <= start and end <= a.end]
    for firmness in (NAMED, VAGUE):
        voice = attribution.covering([a for a in holding if voices(a) == firmness], start, end)
        if voice is not None:
            place = (voice.cue_start, voice.cue_end) if voice.cue_start >= 0 else None
            found.append((firmness, place))
    if not found:
        return Support(NONE, None, ())
    return Support(*found[0], tuple(name for name, _ in found))


def voices(found: Attribution) -> str:
    """Return how firmly somebody vouches; a quotation from nobody counts as vague."""
    if found.firmness == NONE and found.form != attribution.IMPUTED:
        return VAGUE
    return found.firmness


def evidence_for(
    doc: Doc, extreme: Extreme, extent: Extent, sightings: list[Sighting]
) -> tuple[int, int] | None:
    """Return the offsets of the words that bear on the property claimed, or None."""
    if "clients" in extreme.dimension:
        return names_listed(doc, extreme, extent)
    bearing = [s for s in sightings if bears(doc, extreme, extent, s)]
    if bearing:
        here = doc[extent.first]
        nearest = min(bearing, key=lambda s: (s.token.sent != here.sent, abs(s.token.i - here.i)))
        return nearest.quantity.start, nearest.quantity.end
    return named_comparison(doc, extent)


def bears(doc: Doc, extreme: Extreme, extent: Extent, sighting: Sighting) -> bool:
    """Tell whether a quantity has the dimension of the claim and is said of the same thing."""
    dimensions = (dimensions_of(sighting.quantity) | read_as(sighting)) & wanted(extreme)
    if not dimensions:
        return False
    token = sighting.token
    specific = bool(dimensions & SPECIFIC)
    if token.sent == doc[extent.first].sent:
        return in_sentence(extreme, extent, token, specific, "date" in dimensions)
    first, last = doc[extent.first].sent.start, doc[extent.first].sent.end
    if token.sent.end != first and token.sent.start != last:
        return False
    return "date" not in dimensions and in_neighbour(extreme, token, specific)


def wanted(extreme: Extreme) -> frozenset[str]:
    """Return the dimensions that could prove the claim."""
    if extreme.form == "record":
        return extreme.dimension | {"duration", "length", "weight", "speed", "temperature"}
    return extreme.dimension


def dimensions_of(quantity: Quantity) -> frozenset[str]:
    """Return which dimensions a quantity measures."""
    found = {quantity.kind}
    if quantity.kind in AMOUNTS:
        found.add("amount")
    if quantity.kind == "number":
        found.add("count")
    if quantity.kind == "percent":
        found.add("share")
    if quantity.kind == "measure":
        found.add(BASES.get(base_of(quantity.unit), "other"))
        if "degree" in quantity.unit:
            found.add("temperature")
    return frozenset(found)


def read_as(sighting: Sighting) -> frozenset[str]:
    """Return what a plain number or duration means by its neighbours: "at 42", "years ago"."""
    doc, quantity = sighting.token.doc, sighting.quantity
    words = doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    before = doc[words.start - 1].lower_ if words.start else ""
    after = doc[words.end].lower_ if words.end < len(doc) else ""
    if quantity.kind == "duration" and (after in {"ago", "old"} or before in {"at", "aged"}):
        return frozenset({"age"})
    if quantity.kind in {"number", "count"} and quantity.value.isdigit():
        plausible = 10 <= int(quantity.value) <= 120
        if plausible and not quantity.unit and before in {"at", "aged", "age", "just", "only"}:
            return frozenset({"age"})
        if before == "in" and 1000 <= int(quantity.value) <= 2100 and len(words.text) == 4:
            return frozenset({"date"})
    return frozenset()


def base_of(unit: str) -> str:
    """Return the base unit of a unit of measure."""
    rows = cues.read_cues("units")
    return next((row["base"] for row in rows if row["unit"] == unit), "")


def clause(token: Token) -> Token:
    """Return the head of the clause that a token stands in."""
    node = token
    while node.head != node:
        if node.dep_ in CLAUSES and (node.pos_ in {"VERB", "AUX"} or node.dep_ == "relcl"):
            return node
        node = node.head
    return node


def place_in(token: Token, root: Token) -> tuple[str, Token]:
    """Return the relation, and its token, by which `token` hangs under the clause `root`."""
    node = token
    while node.head != node and node.head.i != root.i:
        node = node.head
    return node.dep_, node


def in_sentence(
    extreme: Extreme, extent: Extent, token: Token, specific: bool, is_date: bool
) -> bool:
    """Tell whether a quantity in the claim's own sentence is said of what the claim is about."""
    doc = token.doc
    if is_date and token.i and doc[token.i - 1].lower_ in {"since", "until", "by"}:
        return False
    if extent.first <= token.i <= extent.last:
        if is_date:
            return extreme.kind == UNIQUENESS and clause(token).dep_ in {"relcl", "acl"}
        return carries(token, extreme) or (
            clause(token).head.i == extreme.head.i and measures(clause(token))
        )
    if token.i < extent.first and extent.first - token.i <= 3 and doc[extent.first - 1].text == ",":
        return not is_date
    ours, theirs = clause(extreme.head), clause(token)
    if follows_closely(extent, token):
        return not is_date and (token.dep_ not in SUBJECTS or measures(theirs))
    if extreme.head.dep_ == "appos" and ours.i == theirs.i:
        return specific or measures(theirs)
    if ours.i == theirs.i:
        return same_clause(extreme, token, ours, specific, is_date)
    if is_date:
        return theirs.lemma_ in verbs("origin") and related(extreme, ours, theirs)
    return related(extreme, ours, theirs) and (specific or measures(theirs))


def follows_closely(extent: Extent, token: Token) -> bool:
    """Tell whether a quantity stands behind the claim as its gloss: "its largest fine, $3bn"."""
    doc = token.doc
    if not extent.last < token.i <= extent.last + 5:
        return False
    between = doc[extent.last + 1 : token.i]
    if between[:1].text in {":", "(", "—", "–"}:
        return True
    close = between[:1].text == "," and all(
        t.is_punct or t.is_currency or t.like_num for t in between
    )
    return close and token.dep_ not in SUBJECTS


def carries(token: Token, extreme: Extreme) -> bool:
    """Tell whether a quantity inside the claim is its amount: "a record profit of $5bn"."""
    head = token.head
    if head.i == extreme.head.i or token.i == extreme.head.i:
        return True
    return (
        head.dep_ == "prep"
        and head.lower_ in {"of", "at", "with"}
        and (head.head.i == extreme.head.i)
    )


def same_clause(extreme: Extreme, token: Token, root: Token, specific: bool, is_date: bool) -> bool:
    """Tell whether claim and quantity, parts of one clause, are said of the same thing."""
    ours, _ = place_in(extreme.head, root)
    theirs, node = place_in(token, root)
    if extreme.head.i in {t.i for t in token.ancestors}:
        return True
    equates = root.lemma_ in verbs("equate") or extreme.head.i == root.i
    if is_date:
        return ours not in SUBJECTS and theirs not in SUBJECTS and (equates or ours == "dobj")
    if ours == "prep" and not (node.lower_ == "as" or equates):
        return specific and theirs in SUBJECTS | {"dobj", "prep"} and near(extreme, token)
    if equates:
        return specific or theirs in SUBJECTS or attached(node) or measures(root)
    if ours in SUBJECTS:
        return measures(root)
    follows = node.lower_ in {"with", "at"} and node.i > extreme.head.i
    return (specific or follows) and theirs not in SUBJECTS


def near(extreme: Extreme, token: Token) -> bool:
    """Tell whether a quantity stands close to the claim."""
    return abs(token.i - extreme.head.i) <= 6


def attached(node: Token) -> bool:
    """Tell whether an adjunct gives a measure: "with 40 million customers", "at $5bn"."""
    return node.dep_ in {"prep", "npadvmod", "advcl", "punct"} and node.lower_ in {
        "with", "at", "by", "to", "valued", "worth", "having", "for",
    }  # fmt: skip


def related(extreme: Extreme, ours: Token, theirs: Token) -> bool:
    """Tell whether two clauses of a sentence have the same subject."""
    if theirs.dep_ in {"relcl", "acl"}:
        noun = theirs.head
        subject = subject_of(ours) if ours.lemma_ in verbs("equate") else None
        return noun.i == extreme.head.i or (subject is not None and noun.i == subject.i)
    if ours.dep_ == "advcl" and ours.tag_ == "VBG" and ours.lemma_ in verbs("equate"):
        return ours.head.i == theirs.i
    if ours.dep_ in {"relcl", "acl", "appos"} or extreme.head.dep_ == "appos":
        noun = ours.head if ours.dep_ != "ROOT" else extreme.head.head
        subject = subject_of(theirs)
        return subject is not None and noun.i == subject.i
    subject = next((c for c in theirs.children if c.dep_ in SUBJECTS), None)
    linked = theirs.head.i == ours.i or ours.head.i == theirs.i
    return linked and (subject is None or subject.lower_ in PRONOUNS)


def subject_of(root: Token) -> Token | None:
    """Return the subject of a clause, that of the clause before for a coordinated verb."""
    for child in root.children:
        if child.dep_ in SUBJECTS:
            return child
    return subject_of(root.head) if root.dep_ == "conj" and root.head is not root else None


def in_neighbour(extreme: Extreme, token: Token, specific: bool) -> bool:
    """Tell whether a quantity in the sentence before or after is said of the same thing."""
    root = clause(token)
    subject = subject_of(root)
    if subject is None:
        return specific
    ours = subject_of(clause(extreme.head))
    same = {extreme.head.lemma_.lower()} | ({ours.lemma_.lower()} if ours is not None else set())
    if ours is not None and ours.lower_ in PRONOUNS and token.i < ours.i:
        same.add(subject.lemma_.lower())
    if subject.lower_ not in PRONOUNS and subject.lemma_.lower() not in same:
        return False
    return specific or measures(root) and place_in(token, root)[0] not in {"advmod"}


def measures(root: Token) -> bool:
    """Tell whether a verb can state a measure: has, reaches, costs."""
    return root.lemma_.lower() in verbs("measure") or root.pos_ not in {"VERB", "AUX"}


def verbs(use: str) -> frozenset[str]:
    """Return the verbs that measure, that equate, or that tell of an origin."""
    return cues.words("superlative_evidence", "use", use)


def named_comparison(doc: Doc, extent: Extent) -> tuple[int, int] | None:
    """Return the words that compare with something named or measured: "rivalling Microsoft"."""
    sentence = doc[extent.first].sent
    phrases = cues.words("superlative_evidence", "use", "comparison")
    for i in range(extent.first, min(sentence.end, extent.last + FARTHEST)):
        for length in (4, 3, 2, 1):
            if doc[i : i + length].text.lower() in phrases and i + length < sentence.end:
                end = compared(doc[i + length : min(i + length + 6, sentence.end)])
                if end is not None:
                    return doc[i].idx, end
    return None


def compared(after: Span) -> int | None:
    """Return the end of the name or number that a comparison is made with."""
    for token in after:
        if token.text in {",", ";", "."}:
            return None
        if token.text[0].isupper() or token.like_num:
            end = token
            while end.i + 1 < len(end.doc) and end.nbor(1).pos_ in {"PROPN", "NUM"}:
                end = end.nbor(1)
            return end.idx + len(end)
    return None


def names_listed(doc: Doc, extreme: Extreme, extent: Extent) -> tuple[int, int] | None:
    """Return the clients, at least two names in a row, listed in the claim or next to it."""
    here = doc[extent.first].sent
    sentences = [here]
    sentences += [s for s in doc.sents if s.end == here.start or s.start == here.end]
    for sentence in sentences:
        for first, last in name_lists(sentence):
            if first.i and introduces(first.nbor(-1)):
                return first.idx, last.idx + len(last)
    return None


def introduces(token: Token) -> bool:
    """Tell whether a list of clients may follow the word: like, including, for."""
    return token.lower_ in LISTING


def name_lists(sentence: Span) -> Iterator[tuple[Token, Token]]:
    """Yield first and last token of each run of names joined by commas and "and"."""
    run: list[Token] = []
    names = 0
    joined = True
    for token in [*sentence, None]:
        if token is not None and token.pos_ == "PROPN":
            names += joined
            joined = False
            run.append(token)
        elif token is not None and run and token.lower_ in {",", "and", "&", "even", "the", "of"}:
            joined = joined or token.lower_ in {",", "and", "&"}
        else:
            if names >= FEWEST_NAMES:
                yield run[0], run[-1]
            run, names, joined = [], 0, True
