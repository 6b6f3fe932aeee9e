"""Find the cues of words reported without quotation marks: who says, believes or calls it what."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from helpers import cues
from helpers.language import shared_vocab
from helpers.quoting import speakers
from helpers.quoting.speakers import NAMED, VAGUE
from helpers.quoting.vouching import (
    FARTHEST,
    Cue,
    clause_around,
    extent,
    make,
    span_of,
    subtree_span,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

DASHES = frozenset({"-", "–", "—"})  # "rivals—think Google"
NEGATIONS = frozenset({"not", "n't", "never"})
EXTREMES = frozenset({"JJS", "RBS"})
CROWDS = frozenset(
    {"many", "some", "most", "few", "others", "several", "critics", "fans", "experts"}
)
OWNED = frozenset({"view", "opinion", "words", "eyes", "estimation"})  # "in her view"
UNSPOKEN = frozenset({"this", "that", "which", "what", "these", "those", "there"})
COMPLEMENTS = frozenset({"oprd", "attr", "acomp", "dobj", "ccomp", "xcomp", "dative"})


def find_cues(doc: Doc, inside: frozenset[int]) -> Iterator[Cue]:
    """Yield the cues of what is reported without quotation marks."""
    kinds = doc.to_array(["LOWER", "LEMMA"]).tolist()
    for token in (doc[i] for i, kind in enumerate(kinds) if may_cue(*kind) and i not in inside):
        found = (
            phrase_cue(token)
            or clause_cue(token)
            or label_cue(token)
            or crowd_cue(token)
            or adverb_cue(token)
            or (noun_cue(token) if is_cue_noun(token) else None)
        )
        if found is not None and found.start < found.end:
            yield found


@lru_cache(maxsize=2**16)
def may_cue(word: int, lemma: int) -> bool:
    """Tell whether a word in small letters or its lemma, by spaCy's numbers, can be a cue."""
    words, lemmas = cue_words()
    strings = shared_vocab().strings
    return strings[word] in words or strings[lemma].lower() in lemmas


@cache
def cue_words() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words, and the lemmas, without one of which a token is no cue: most have none."""
    words = cues.words("attribution_cues", "use", "adverb", "adjective", "self")
    nouns = cues.words("attribution_cues", "use", "noun", "imputed")
    return words | OWNED | {"according", "per"}, nouns | verb_uses().keys()


def uses(token: Token) -> frozenset[str]:
    """Return how the cue list uses a verb: speech, quote, belief, finding, label, opinion, award.

    Beliefs that only count with a subject ("active") or without one ("passive") become beliefs.
    """
    if token.pos_ not in {"VERB", "AUX"}:
        return frozenset()
    kinds = verb_uses().get(token.lemma_.lower(), frozenset())
    voice = {"active", "passive"} & kinds
    if voice and ("passive" in voice) == speakers.is_passive(token):
        kinds |= {"belief"}
    return kinds - voice


@cache
def verb_uses() -> dict[str, frozenset[str]]:
    """Return the uses of each verb in the cue list."""
    uses: dict[str, set[str]] = {}
    for row in cues.read_cues("attribution_verbs"):
        uses.setdefault(row["verb"], set()).add(row["use"])
    return {verb: frozenset(kinds) for verb, kinds in uses.items()}


def is_according(token: Token) -> bool:
    """Tell whether "according to", "in the words of" or "per" begins here."""
    doc, i = token.doc, token.i
    if token.lower_ == "according" and i + 1 < len(doc):
        return doc[i + 1].lower_ == "to"
    named = token.lower_ == "per" and any(c.pos_ == "PROPN" for c in token.children)
    return named and (token.text == "per" or token.i == token.sent.start and ends_aside(token))


def ends_aside(token: Token) -> bool:
    """Tell whether a comma ends the phrase: "Per Reuters, it rained", not "Per Holm resigned"."""
    last = token.right_edge.i
    return token.doc[last + 1 : last + 2].text == ","


def according(token: Token, target: tuple[int, int] | None = None) -> Cue | None:
    """Return the cue "according to X"; it vouches for `target`, else for its clause."""
    last = token if token.lower_ == "per" else token.nbor(1)
    head = next((child for child in last.children if child.dep_ in {"pobj", "pcomp"}), None)
    if head is None:
        return None
    name = speakers.name_after(head)
    firm = speakers.firmness(head) if name is None else NAMED
    name = name or speakers.phrase(head)
    end = max(last.i, head.right_edge.i, name.end - 1)
    covered = target or clause_around(token.doc[token.i : end + 1])
    words = (token.idx, name.end_char)
    cue = (token.idx, last.idx + len(last))
    return Cue(*covered, words, cue, (name.start_char, name.end_char), firm)


def phrase_cue(token: Token) -> Cue | None:
    """Return the cue of a phrase that vouches for its clause: according to, as X reported."""
    if is_according(token):
        return according(token)
    if token.lower_ in OWNED:
        owner = owner_of(token)
        if owner is not None and owner.lower_ != "my" and token.head.lower_ == "in":
            covered = clause_around(token.doc[token.head.i : token.right_edge.i + 1])
            return make(covered, token, owner, speakers.firmness(owner))
    if not uses(token) & {"speech", "aside"} or not is_as_clause(token):
        return None
    head = speakers.subject(token)
    if head is None:
        return None
    return make(clause_around(subtree_span(token)), token, head, speakers.firmness(head))


def is_as_clause(verb: Token) -> bool:
    """Tell whether the verb stands in "as X says" or "as reported by X"."""
    return verb.left_edge.lower_ == "as" and verb.dep_ in {"advcl", "prep", "acl", "parataxis"}


def clause_cue(verb: Token) -> Cue | None:
    """Return the cue of a verb with a clause: X said that, it is believed to, X claims to."""
    kinds = uses(verb) & {"speech", "belief", "finding"}
    if not kinds or any(child.lower_ in NEGATIONS for child in verb.children):
        return None
    head = speakers.subject(verb)
    if not may_speak(verb, head, kinds) or verb.doc[max(verb.i - 1, 0)].text in DASHES:
        return None
    clauses = [c for c in verb.children if is_statement(c) or is_infinitive(c, verb)]
    if clauses and (is_parted(clauses[-1], verb) or is_moved(verb, clauses[-1])):
        return None
    if clauses:
        covered = extent(subtree_span(clauses[-1]), verb)
    elif verb.dep_ == "parataxis":
        covered = clause_around(subtree_span(verb))
    else:
        return None
    firm = VAGUE if head is None else speakers.firmness(head)
    return make(covered, verb, head, firm)


def is_parted(clause: Token, verb: Token) -> bool:
    """Tell whether a semicolon parts the clause from the verb: "Okafor wins; Ruiz concedes"."""
    return clause.i < verb.i and any(t.text == ";" for t in verb.doc[clause.i : verb.i])


def is_moved(verb: Token, clause: Token) -> bool:
    """Tell whether the verb means a move to a place or person: admitted to a ward, reported to him."""
    after = verb.doc[verb.i + 1 : verb.i + 3]
    to_noun = len(after) == 2 and after[0].lower_ == "to" and after[1].tag_ not in {"VBG", "VB"}
    return verb.lemma_ in {"admit", "report", "post"} and to_noun and not marks(clause)


def is_statement(child: Token) -> bool:
    """Tell whether `child` is a clause that states; "asked who", "says whether" do not."""
    opens = child.left_edge
    asks = opens.tag_ in {"WP", "WRB", "WP$"} or opens.lower_ in {"whether", "if"}
    return child.dep_ == "ccomp" and not asks


def is_infinitive(child: Token, verb: Token) -> bool:
    """Tell whether `child` is a reported infinitive: claims to be, is said to be."""
    return child.dep_ == "xcomp" and (
        speakers.is_passive(verb) or verb.lemma_ in {"claim", "boast", "allege"}
    )


def may_speak(verb: Token, head: Token | None, kinds: frozenset[str]) -> bool:
    """Tell whether the subject can be a speaker other than the author."""
    if head is None:
        return speakers.is_passive(verb) and verb.dep_ != "amod"
    if head.lower_ in speakers.FIRST_PERSON | UNSPOKEN | {"you"}:
        return False
    if kinds == {"finding"}:
        known = cues.words("attribution_speakers", "firmness", "document", "body", "vague")
        return head.lemma_.lower() in known
    return True


def label_cue(verb: Token) -> Cue | None:
    """Return the cue of a verb that names what something is: called it the, hailed as the."""
    kinds = uses(verb) & {"label", "opinion", "award"}
    if not kinds or any(child.dep_ == "neg" for child in verb.children):
        return None
    passive = speakers.is_passive(verb)
    head = speakers.agent(verb) if passive else speakers.subject(verb)
    if not passive and (head is None or head.lower_ in speakers.FIRST_PERSON | UNSPOKEN | {"you"}):
        return None
    rights = [c for c in verb.rights if is_complement(c) or c.lower_ == "as"]
    if not rights or not names_something(verb, rights, passive):
        return None
    covered = extent(span_of(rights), verb)
    tokens = verb.doc.char_span(*covered, alignment_mode="expand")
    if kinds == {"award"} and not any(token.tag_ in EXTREMES for token in tokens):
        return None
    return make(covered, verb, head, VAGUE if head is None else speakers.firmness(head))


def crowd_cue(token: Token) -> Cue | None:
    """Return the cue of "a manager many regard as the best", where the parse sees no verb."""
    kinds = verb_uses().get(token.lower_, frozenset()) & {"label", "opinion"}
    before, after = token.doc[max(0, token.i - 1)], token.doc[token.i + 1 : token.i + 2]
    crowd = before.i < token.i and before.lower_ in CROWDS
    if not kinds or not crowd or uses(token) or not after or after[0].is_punct:
        return None
    end = token.i + 1
    while end < min(token.sent.end, token.i + FARTHEST) and not token.doc[end].is_punct:
        end += 1
    start = token.i + 1 + (after[0].lower_ == "as")
    covered = extent(token.doc[start:end], None)
    name = (before.idx, before.idx + len(before))
    words, cue = (before.idx, token.idx + len(token)), (token.idx, token.idx + len(token))
    return Cue(*covered, words, cue, name, VAGUE)


def is_complement(child: Token) -> bool:
    """Tell whether `child` is an object or what it is called; a finite clause is neither."""
    finite = child.dep_ == "ccomp" and child.pos_ in {"VERB", "AUX"}
    return child.dep_ in COMPLEMENTS and not finite


def names_something(verb: Token, rights: list[Token], passive: bool) -> bool:
    """Tell whether the verb has a thing and what it is called, not only an object."""
    if any(child.lower_ == "as" for child in rights):
        return True
    deps = [child.dep_ for child in rights]
    if verb.lemma_ in {"see", "know", "view", "regard", "list", "acknowledge", "celebrate"}:
        return False
    if passive:
        return bool(deps)
    relative = verb.dep_ in {"relcl", "acl"} and verb.tag_ != "VBG"
    asked = relative or any(c.tag_ in {"WP", "WDT"} for c in verb.lefts)
    return bool(deps) and (asked or "oprd" in deps or "ccomp" in deps or len(deps) > 1)


def adverb_cue(token: Token) -> Cue | None:
    """Return the cue of reportedly, a reported ..., the self-proclaimed ..."""
    word = token.lower_
    if word in cues.words("attribution_cues", "use", "adverb") and token.dep_ == "advmod":
        return make(extent(subtree_span(token.head), token), token, None, VAGUE)
    if word in cues.words("attribution_cues", "use", "adjective") and token.dep_ == "amod":
        return make(extent(subtree_span(token.head), None), token, None, VAGUE)
    selfs = cues.words("attribution_cues", "use", "self")
    before = [t.lower_ for t in token.doc[max(0, token.i - 2) : token.i]]
    if word in selfs and before == ["self", "-"]:
        end = token.head.right_edge if token.head.i > token.i else token
        return make((token.nbor(-2).idx, end.idx + len(end)), token, None, NAMED)
    return None


def is_cue_noun(token: Token) -> bool:
    """Tell whether the noun introduces what somebody holds: view, claim, slogan."""
    nouns = cues.words("attribution_cues", "use", "noun", "imputed")
    return token.pos_ == "NOUN" and token.lemma_.lower() in nouns


def noun_cue(noun: Token, target: tuple[int, int] | None = None) -> Cue | None:
    """Return the cue "X's claim that ..." or "its claim to be ..."; None without a clause."""
    if target is None:
        clause = next((c for c in noun.rights if c.dep_ in {"acl", "ccomp"} and marks(c)), None)
        if clause is None:
            return None
        target = extent(subtree_span(clause), noun)
    owner = owner_of(noun)
    firm = VAGUE if owner is None else speakers.firmness(owner)
    if owner is not None and owner.lower_ in {"my", "our"}:
        return None
    imputed = noun.lemma_.lower() in cues.words("attribution_cues", "use", "imputed")
    return make(target, noun, owner, firm, imputed=imputed)


def owner_of(noun: Token) -> Token | None:
    """Return whose view or words they are: "his view", "the words of Churchill"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.rights:
        if child.lower_ in {"of", "by"}:
            return next(child.children, None)
    return None


def marks(clause: Token) -> bool:
    """Tell whether the clause begins with "that" or "to"."""
    return any(c.lower_ in {"that", "to"} and c.dep_ in {"mark", "aux"} for c in clause.children)
