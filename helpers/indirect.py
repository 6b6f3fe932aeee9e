"""Find the cues of attribution in a parse: who says, what they say, in which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from helpers import cues, quotes, speakers
from helpers.speakers import NAMED, NONE, VAGUE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

REACH = 12  # tokens between a quotation and the verb that reports it
FARTHEST = 60  # tokens around a quotation or phrase that are looked at, in endless sentences
NEAR = 3  # the same for a fragment that is no utterance by itself
DASHES = frozenset({"-", "–", "—"})  # "rivals—think Google"
NEGATIONS = frozenset({"not", "n't", "never"})
IMAGINED = frozenset({"would", "could", "might"})
EXTREMES = frozenset({"JJS", "RBS"})
OWNED = frozenset({"view", "opinion", "words", "eyes", "estimation"})  # "in her view"
UNSPOKEN = frozenset({"this", "that", "which", "what", "these", "those", "there"})
CONTRASTS = frozenset({"but", "yet", "while", "whereas", "although", "though", ";"})
COMPLEMENTS = frozenset({"oprd", "attr", "acomp", "dobj", "ccomp", "xcomp", "dative"})


@dataclass(frozen=True)
class Cue:
    """A cue of attribution; all places are offsets in the block.

    `start` to `end` is what is attributed, `words` the speaker with the cue, `cue` the cue alone.
    """

    start: int
    end: int
    words: tuple[int, int]
    cue: tuple[int, int]
    speaker: tuple[int, int] | None
    firmness: str
    imputed: bool = False


def inside_quotes(doc: Doc, quoted: Iterable[quotes.Quote]) -> frozenset[int]:
    """Return the indices of the tokens that stand in quotation marks."""
    return frozenset(token.i for quote in quoted for token in quotes.tokens_of(doc, quote))


def cue_of_quote(doc: Doc, quote: quotes.Quote, inside: frozenset[int]) -> Cue | None:
    """Return the cue that reports a quotation, or None.

    The nearest verb of speech outside quotation marks in the sentences that the quotation
    touches; else "according to"; else a noun such as "his view that", whose words are imputed.
    """
    span = quotes.tokens_of(doc, quote)
    first = max(span[0].sent.start, span.start - FARTHEST)
    last = min(span[-1].sent.end, span.end + FARTHEST)
    outside = [token for token in doc[first:last] if token.i not in inside]
    reach = REACH if quotes.is_utterance(span) else NEAR
    verbs = [token for token in outside if reports(token, span, reach)]
    if verbs:
        nearest = min(verbs, key=lambda token: (distance(token, span), token.i))
        return verb_cue(nearest, quote)
    for token in outside:
        if is_according(token):
            return according(token, (quote.start, quote.end))
    if (named := name_before(doc, quote)) is not None:
        return named
    for token in outside:
        if is_cue_noun(token) and 0 < span.start - token.i <= NEAR + 1:
            return noun_cue(token, (quote.start, quote.end))
    return None


def name_before(doc: Doc, quote: quotes.Quote) -> Cue | None:
    """Return the cue of a name with a colon: "Ada, 37, Turku: '...'"."""
    first = quotes.tokens_of(doc, quote)[0]
    before = doc[first.sent.start : first.i]
    if len(before) > REACH:
        return None
    colon = next((t for t in before[-2:] if t.text == ":"), None)
    name = next((t for t in before if not t.is_punct and not t.like_num), None)
    if colon is None or name is None or name.pos_ != "PROPN":
        return None
    last = name
    while last.nbor(1).pos_ == "PROPN":
        last = last.nbor(1)
    place = (name.idx, last.idx + len(last))
    return Cue(quote.start, quote.end, place, (colon.idx, colon.idx + 1), place, NAMED)


def find_cues(doc: Doc, inside: frozenset[int]) -> Iterator[Cue]:
    """Yield the cues of what is reported without quotation marks."""
    words, lemmas = cue_words()
    for token in doc:
        if token.lower_ not in words and token.lemma_.lower() not in lemmas or token.i in inside:
            continue
        found = (
            phrase_cue(token)
            or clause_cue(token)
            or label_cue(token)
            or adverb_cue(token)
            or (noun_cue(token) if is_cue_noun(token) else None)
        )
        if found is not None and found.start < found.end:
            yield found


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


def reports(token: Token, span: Span, reach: int) -> bool:
    """Tell whether the verb `token` reports the quoted words `span`."""
    kinds = uses(token) - {"aside"}
    if not kinds or any(child.dep_ == "neg" for child in token.children):
        return False
    gap = distance(token, span)
    governs = token in span.root.ancestors or token in span[0].ancestors
    if kinds <= {"opinion", "award", "belief", "finding"}:
        return governs and reach == REACH and gap <= REACH
    if kinds <= {"label"}:
        return governs and gap <= REACH
    return gap <= reach or (governs and gap <= 2 * REACH)


def distance(token: Token, span: Span) -> int:
    """Return how many tokens lie between a token and quoted words."""
    return span.start - token.i if token.i < span.start else token.i - span.end


def verb_cue(verb: Token, quote: quotes.Quote) -> Cue:
    """Return the cue of a quotation whose verb of speech is `verb`."""
    head = speakers.subject(verb)
    imagined = is_imagined(verb)
    if head is None and imagined:
        head = imagined_speaker(verb)
    firm = NONE if imagined or head is None else speakers.firmness(head)
    if head is None and speakers.is_passive(verb):
        firm = VAGUE
    return make((quote.start, quote.end), verb, head, firm, imputed=imagined)


def is_imagined(verb: Token) -> bool:
    """Tell whether the words are the author's: "her way of saying", "as if to say", "would say"."""
    if any(child.lower_ in IMAGINED and child.dep_ == "aux" for child in verb.children):
        return True
    if verb.dep_ == "pcomp" and verb.head.head.lemma_ in {"way", "equivalent", "version"}:
        return True
    before = [token.lower_ for token in verb.doc[max(verb.sent.start, verb.i - 3) : verb.i]]
    return "if" in before and "as" in before or before[-1:] == ["to"] and "though" in before


def imagined_speaker(verb: Token) -> Token | None:
    """Return whose way of saying it is said to be."""
    for noun in list(verb.ancestors)[:2]:
        for child in noun.children:
            if child.dep_ == "poss":
                return child
    return None


def is_according(token: Token) -> bool:
    """Tell whether "according to", "in the words of" or "per" begins here."""
    doc, i = token.doc, token.i
    if token.lower_ == "according" and i + 1 < len(doc):
        return doc[i + 1].lower_ == "to"
    return token.lower_ == "per" and any(c.pos_ == "PROPN" for c in token.children)


def according(token: Token, target: tuple[int, int] | None = None) -> Cue | None:
    """Return the cue "according to X"; it vouches for `target`, else for its clause."""
    last = token if token.lower_ == "per" else token.nbor(1)
    head = next((child for child in last.children if child.dep_ == "pobj"), None)
    if head is None:
        return None
    end = max(last.i, head.right_edge.i)
    doc = token.doc
    covered = target or clause_around(doc[token.i : end + 1])
    name = speakers.phrase(head)
    words = (token.idx, name.end_char)
    cue = (token.idx, last.idx + len(last))
    return Cue(*covered, words, cue, (name.start_char, name.end_char), speakers.firmness(head))


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
    if clauses:
        covered = extent(subtree_span(clauses[-1]), verb)
    elif verb.dep_ == "parataxis":
        covered = clause_around(subtree_span(verb))
    else:
        return None
    firm = VAGUE if head is None else speakers.firmness(head)
    return make(covered, verb, head, firm)


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
    asked = any(child.tag_ in {"WP", "WDT"} for child in verb.lefts)
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


def make(
    covered: tuple[int, int], cue: Token, head: Token | None, firm: str, *, imputed: bool = False
) -> Cue:
    """Return a cue from its parts; the supporting words run from the speaker to the cue."""
    first = cue
    while first.i > cue.sent.start and first.nbor(-1).dep_ in {"advmod", "neg"}:
        if first.nbor(-1).head.i != cue.i:
            break
        first = first.nbor(-1)
    last = cue.nbor(1) if cue.i + 1 < len(cue.doc) and cue.nbor(1).lower_ == "as" else cue
    place = (cue.idx, cue.idx + len(cue))
    start, end = first.idx, last.idx + len(last)
    if head is None:
        return Cue(*covered, (start, end), place, None, firm, imputed)
    name = speakers.phrase(head)
    speaker = (name.start_char, name.end_char)
    if abs(head.i - cue.i) <= REACH:
        start, end = min(start, speaker[0]), max(end, speaker[1])
    return Cue(*covered, (start, end), place, speaker, firm, imputed)


def extent(span: Span, cue: Token | None) -> tuple[int, int]:
    """Return the offsets of a span, punctuation and the cue at its edges left out."""
    doc, first, last = span.doc, span.start, span.end - 1
    while first <= last and (doc[first].is_punct or doc[first] == cue):
        first += 1
    while last > first and (doc[last].is_punct or doc[last] == cue):
        last -= 1
    return (doc[first].idx, doc[last].idx + len(doc[last])) if first <= last else (0, 0)


def subtree_span(token: Token) -> Span:
    """Return the span that a token's subtree covers."""
    return token.doc[token.left_edge.i : token.right_edge.i + 1]


def span_of(heads: list[Token]) -> Span:
    """Return the span from the first to the last of the subtrees of several tokens."""
    first = min(head.left_edge.i for head in heads)
    return heads[0].doc[first : max(head.right_edge.i for head in heads) + 1]


def clause_around(phrase: Span) -> tuple[int, int]:
    """Return the offsets of the clause that a phrase such as "according to X" vouches for.

    At either end of a sentence it vouches for all of it, up to a contrast ("but", ";"); in the
    middle also no further than an "and" with a subject of its own.
    """
    sentence = phrase.sent
    sentence = sentence.doc[
        max(sentence.start, phrase.start - 4 * FARTHEST) : min(
            sentence.end, phrase.end + 4 * FARTHEST
        )
    ]
    before = [t for t in sentence.doc[sentence.start : phrase.start] if not t.is_punct]
    after = [t for t in sentence.doc[phrase.end : sentence.end] if not t.is_punct]
    stops = CONTRASTS | {"and"} if before and after else CONTRASTS
    start, end = phrase.start, phrase.end
    while start > sentence.start and not parts(sentence.doc[start - 1], stops):
        start -= 1
    while end < sentence.end and not parts(sentence.doc[end], stops):
        end += 1
    if all(token.is_punct for token in sentence.doc[start : phrase.start]):
        start = phrase.end
    elif all(token.is_punct for token in sentence.doc[phrase.end : end]):
        end = phrase.start
    return extent(sentence.doc[start:end], None)


def parts(token: Token, stops: frozenset[str]) -> bool:
    """Tell whether a new statement begins at `token`."""
    if token.lower_ not in stops:
        return False
    if token.lower_ == ";" or token.dep_ == "mark":
        return True
    following = [t for t in token.head.children if t.dep_ == "conj" and t.i > token.i]
    return any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for t in following for c in t.children)
