"""Find hype that is no word of a list: questions, certain futures, emoji, "not just X, it's Y"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from helpers import cues, quotes

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from helpers.language import ParsedArticle, ParsedBlock

# Pictographs, flags and dingbats that are drawn in colour; no ticks, stars of a rating or arrows.
PICTOGRAPHS = (
    "\U0001f000-\U0001f9ff\U0001fa70-\U0001faff☀-☄☎☔☕☘☝☠☢☣☮☯☸-☺♈-♓♠♣♥♦♨♻♿⚒-⚗⚙⚛⚜⚠⚡⚪⚫⚰⚱⚽⚾⛄⛅⛈⛎⛏⛑⛓⛔⛩⛪⛰-⛵"
    "⛷-⛺⛽✂✅✈-✍✏✒✨❄❌❎❓-❕❗❣❤➕-➗⭐⭕⌚⌛⏩-⏳"
)
EMOJI = re.compile(f"[{PICTOGRAPHS}][{PICTOGRAPHS}\ufe0f\u200d\u20e3]*|[0-9#*]\ufe0f?\u20e3")
COUNTER = re.compile(
    r"[ \u00a0]?[0-9][0-9.,]*[KkMm]?(?=[ \u00a0]{2}|$| (?:comments|likes|shares|views)\b)"
)
PROSE = ("paragraph", "list_item")
CLOSERS = "\"')]*_ "
QUESTION_WORDS = frozenset(
    "who whom whose what which when where why how is are was were do does did has have had can "
    "could will would should may might must am".split()
)
# From this many paragraphs that are one question each, they are an interviewer's or an explainer's.
INTERVIEW = 3

FUTURES = frozenset({"will", "'ll", "wo", "shall"})
VOWING = frozenset({"i", "we"})
# Subject, "will", verb and the mark at the end, and one word more.
VERDICT = 5
SEVERAL = 2
AMOUNTS = frozenset("more less fewer later earlier further".split())
ADVERBIAL = frozenset({"neg", "advmod", "aux", "auxpass"})
LIMITERS = frozenset({"just", "only", "merely", "simply", "solely"})
JOINING = frozenset("so but and now because then".split())
PIVOTS = frozenset({"it", "they", "this", "that", "he", "she", "we", "you", "these", "those"})
BE = frozenset({"is", "'s", "are", "'re", "was", "were", "'m", "am"})
PIVOT_REACH = 30


@dataclass(frozen=True)
class Construction:
    """A place in a block: offsets in `doc`, what it is, and the word that gave it away."""

    start: int
    end: int
    id: str
    category: str
    term: str


def questions(parsed: ParsedBlock, *, interview: bool) -> Iterator[Construction]:
    """Yield the questions to the reader: each whole, or what of it follows a colon.

    Only running prose asks its reader. Where an article has several paragraphs that are a question
    each (`interview`), these are headings of an explainer or an interviewer's.
    """
    if "?" not in parsed.text or parsed.block.kind not in PROSE:
        return
    if interview and is_lone_question(parsed):
        return
    quoted = quotes.find_quotes(parsed.doc.text)
    for sent in parsed.doc.sents:
        start, end = sent.start_char, sent.end_char
        mark = sent.text.rfind("?") + start
        if not is_question(sent.text) or any(one.start <= mark < one.end for one in quoted):
            continue
        for token in sent:
            follows = token.text == ":" and token.i + 1 < sent.end
            if follows and token.nbor(1).lower_ in QUESTION_WORDS:
                start = token.nbor(1).idx
        yield Construction(start, end, "question", "engagement", "question")


def is_question(text: str) -> bool:
    """Tell whether a sentence ends with a question mark, closing marks and emoji aside."""
    return EMOJI.sub("", text).rstrip(CLOSERS).endswith(("?", "?!"))


def is_lone_question(parsed: ParsedBlock) -> bool:
    """Tell whether a paragraph is one question and nothing else."""
    asks = parsed.block.kind in PROSE and "?" in parsed.text and is_question(parsed.text)
    return asks and one_sentence(parsed.doc)


def one_sentence(doc: Doc) -> bool:
    """Tell whether a block is one sentence."""
    sents = doc.sents
    return next(sents, None) is not None and next(sents, None) is None


def is_interview(article: ParsedArticle) -> bool:
    """Tell whether lone questions structure an article."""
    return sum(map(is_lone_question, article.blocks)) >= INTERVIEW


def emoji(parsed: ParsedBlock) -> Iterator[Construction]:
    """Yield each run of emoji, unless it is the label of a counter, as in a thumb and "3.4K"."""
    for match in EMOJI.finditer(parsed.readable):
        if COUNTER.match(parsed.readable, match.end()):
            continue
        yield Construction(match.start(), match.end(), "emoji", "engagement", "emoji")


def futures(
    parsed: ParsedBlock, vouched: Callable[[int, int], bool], is_hype: Callable[[int, int], bool]
) -> Iterator[Construction]:
    """Yield predictions given as sure: the cue with its verb, as in "will redefine".

    A future counts if its verb promises change, its clause holds other hype (`is_hype`) or it is a
    whole sentence in three words ("Crops will fail."), and if it is neither hedged, conditional, scheduled nor somebody else's word (`vouched`).
    """
    for token in parsed.doc:
        verb = future_verb(token)
        if verb is None or is_question(token.sent.text):
            continue
        span = cue_with_verb(token, verb)
        sure = token.lower_ in cues.words("certainty_cues", "use", "sure")
        worded_up = promises(verb) or insists(verb) or sure and not is_official(verb)
        worded_up = worded_up or is_verdict(token.sent, verb) or outdoes(verb)
        if not (worded_up or not is_plain(verb) and any(is_hype(*part) for part in clause(verb))):
            continue
        if is_open(verb) or vouched(span.start_char, span.end_char):
            continue
        term = f"{token.lower_} {verb.lemma_}".replace("'ll", "will").replace("wo ", "will not ")
        yield Construction(span.start_char, span.end_char, "future", "certainty", term)


def clause(verb: Token) -> Iterator[tuple[int, int]]:
    """Yield the offsets of a verb and of what hangs on it, without clauses of time or reason."""
    yield verb.idx, verb.idx + len(verb)
    for child in verb.children:
        if child.dep_ != "advcl" or not any(one.dep_ == "mark" for one in child.children):
            yield child.left_edge.idx, child.right_edge.idx + len(child.right_edge)


def future_verb(token: Token) -> Token | None:
    """Return the verb that a cue of the future makes certain: "will X", "is set to X"."""
    if token.lower_ in FUTURES and token.tag_ == "MD" and token.dep_ == "aux":
        return token.head
    if token.lower_ in cues.words("certainty_cues", "use", "to", "sure"):
        commanded = token.dep_ == "acomp" and not any(map(is_subject, token.head.children))
        verbs = (c for c in token.children if c.dep_ == "xcomp" and has_to(c))
        return None if commanded else next(verbs, None)
    return None


def has_to(verb: Token) -> bool:
    """Tell whether a verb is an infinitive with "to"."""
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def cue_with_verb(cue: Token, verb: Token) -> Span:
    """Return the words from the cue, or the "is" before it, to its verb or predicate."""
    first, last = min(cue.i, verb.i), max(cue.i, verb.i)
    before = cue.doc[first - 1] if first > cue.sent.start else None
    if cue.lower_ not in FUTURES and before is not None and before.lemma_ == "be":
        first -= 1
    after = cue.doc[last + 1] if last + 1 < cue.sent.end else None
    if verb.lemma_ == "be" and after is not None and after.dep_ == "acomp":
        last += 1
    return cue.doc[first : last + 1]


def promises(verb: Token) -> bool:
    """Tell whether a verb, or the predicate after "be", says that something great will happen."""
    if verb.lemma_ in cues.words("certainty_cues", "use", "verb"):
        return True
    predicates = cues.words("certainty_cues", "use", "predicate")
    return verb.lemma_ in {"be", "become", "prove"} and any(
        child.lemma_ in predicates for child in verb.children if child.dep_ in {"acomp", "oprd"}
    )


def insists(verb: Token) -> bool:
    """Tell whether an adverb stresses that it is sure: "will never", "will undoubtedly".

    What a speaker says of himself is a vow: "we will never give in". So is "it will never sell".
    """
    adverbs = cues.words("certainty_cues", "use", "adverb")
    vowed = any(child.lower_ in VOWING for child in verb.children if is_subject(child))
    sworn = {child.lower_ for child in verb.children} & adverbs
    return not vowed and bool(sworn - {"never"} if is_plain(verb) else sworn)


def outdoes(verb: Token) -> bool:
    """Tell whether a future promises more of several things, or more than is said.

    "Will train safer, more useful models"; "won't just be flashier".
    """
    following = verb.doc[verb.i + 1 : verb.sent.end]
    graded = [t for t in following if t.tag_ in {"JJR", "RBR"} and t.lower_ not in AMOUNTS]
    words = {child.lower_ for child in verb.children if child.i < verb.i}
    more = bool(words & {"not", "n't"} and words & LIMITERS)
    return not is_plain(verb) and (more or len(graded) >= SEVERAL)


def is_verdict(sent: Span, verb: Token) -> bool:
    """Tell whether a sentence says no more than what will happen to all of a kind."""
    if len(sent) > VERDICT or is_plain(verb) or verb.tag_ != "VB":
        return False
    subjects = [child for child in verb.children if is_subject(child)]
    return any(one.tag_ == "NNS" and next(one.children, None) is None for one in subjects)


def is_subject(token: Token) -> bool:
    """Tell whether a word is the subject of its verb."""
    return token.dep_ in {"nsubj", "nsubjpass"}


def is_plain(verb: Token) -> bool:
    """Tell whether a verb is one of schedules and routine: "will meet", "will be held"."""
    return verb.lemma_ in cues.words("certainty_cues", "use", "plain", "official")


def is_official(verb: Token) -> bool:
    """Tell whether a verb is one of authorities and tables: "is poised to suspend"."""
    return verb.lemma_ in cues.words("certainty_cues", "use", "official")


def is_open(verb: Token) -> bool:
    """Tell whether a future is hedged, conditional, hoped for or a date in the calendar."""
    governor = verb.head if verb.dep_ in {"ccomp", "conj", "advcl"} else verb
    # What is bolstered may be plans: a noun leaves nothing open.
    words = {governor.lower_, *(t.lower_ for t in verb.subtree if t.pos_ != "NOUN" or is_time(t))}
    return bool(words & cues.words("certainty_cues", "use", "hedge", "schedule"))


def is_time(noun: Token) -> bool:
    """Tell whether a noun is of the calendar or clock."""
    return noun.lower_ in cues.words("certainty_cues", "use", "schedule")


def expectations(parsed: ParsedBlock) -> Iterator[Construction]:
    """Yield "expect" as a command to the reader."""
    if "expect" not in parsed.text.lower():
        return
    for token in parsed.doc:
        if token.lower_ != "expect" or token.pos_ != "VERB":
            continue
        kinds = {child.dep_ for child in (*token.children, *joined_to(token))}
        first = token.i == token.sent.start or token.nbor(-1).lower_ in {"and", "so", ",", ":", "—"}
        if first and not kinds & {"nsubj", "nsubjpass", "aux"}:
            end = token.idx + len(token)
            yield Construction(token.idx, end, "expect", "certainty", "expect")


def joined_to(verb: Token) -> Iterator[Token]:
    """Yield what hangs on the verb that a verb is joined to, and whose subject it shares."""
    if verb.dep_ == "conj":
        yield from (child for child in verb.head.children if child.i < verb.i)


def hortatives(parsed: ParsedBlock) -> Iterator[Construction]:
    """Yield "let's" with its verb, said to the reader, not to somebody who is quoted."""
    if "let" not in parsed.text.lower():
        return
    quoted = quotes.find_quotes(parsed.doc.text)
    for token in parsed.doc[:-2]:
        us, verb = token.nbor(1), token.nbor(2)
        if verb.lower_ == "not" and verb.i + 1 < len(parsed.doc):
            verb = verb.nbor(1)
        if token.lower_ != "let" or us.lower_ not in {"'s", "us"} or verb.tag_ != "VB":
            continue
        first = token.i == token.sent.start or not token.nbor(-1).is_alpha
        joined = not first and token.nbor(-1).lower_ in JOINING
        if (first or joined) and not any(one.start <= token.idx < one.end for one in quoted):
            end = reach(verb)
            yield Construction(token.idx, end, "hortative", "engagement", f"let's {verb.lemma_}")


def reach(verb: Token) -> int:
    """Return where a verb with its particle or predicate ends: "let's dive in", "let's be real"."""
    after = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    last = after if after.dep_ in {"prt", "acomp", "neg"} and after.is_alpha else verb
    return last.idx + len(last)


def contrasts(parsed: ParsedBlock) -> Iterator[Construction]:
    """Yield "not just X, it's Y": from the negation to the words that bring Y.

    A habit of style, listed apart and never counted as hype.
    """
    doc = parsed.doc
    for token in doc[:-1]:
        if token.lower_ in {"not", "n't"} and token.nbor(1).lower_ in LIMITERS:
            pivot = find_pivot(doc, token.i + 2)
            if pivot:
                end = doc[pivot].idx + len(doc[pivot])
                yield Construction(token.idx, end, "not_just", "contrast", "not just")


def find_pivot(doc: Doc, start: int) -> int:
    """Return the index of the last word of "but", "it's" or the like after `start`, or 0."""
    for i in range(start, min(start + PIVOT_REACH, len(doc) - 1)):
        token, following = doc[i], doc[i + 1]
        breaks = doc[i - 1].is_punct or doc[i - 1].lower_ in {"but", "-"}
        if breaks and token.lower_ in PIVOTS and following.lower_ in BE:
            return i + 1
        if token.lower_ == "but" and following.lower_ not in {"for"}:
            return i
    return 0
