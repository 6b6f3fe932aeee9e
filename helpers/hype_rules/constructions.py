"""Find hype that is no word of a list: questions, commands, emoji, "not just X, it's Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from helpers.quoting import quotes

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

LIMITERS = frozenset({"just", "only", "merely", "simply", "solely"})
JOINING = frozenset("so but and now because then".split())
PIVOTS = frozenset({"it", "they", "this", "that", "he", "she", "we", "you", "these", "those"})
BE = frozenset({"is", "'s", "are", "'re", "was", "were", "'m", "am"})
PIVOT_REACH = 30
COMMAND = 14  # words at most
DUE = (3, 4)
NOW = frozenset({"now", "today", "here", "tonight"})


@dataclass(frozen=True)
class Construction:
    """A place in a block: offsets in `doc`, what it is, and the word that gave it away.

    One that counts in promotional company only has a `span`.
    """

    start: int
    end: int
    id: str
    category: str
    term: str
    span: Span | None = None


def commands(parsed: ParsedBlock) -> Iterator[Construction]:
    """Yield commands that are shouted at the reader, "Grab yours now!", and "it ends now".

    They are for promotional articles, and not in a quotation.
    """
    text = parsed.text.lower()
    shouted, now = "!" in text, "now" in text or "today" in text
    if not (shouted or now) or parsed.block.kind not in PROSE:
        return
    quoted = quotes.find_quotes(parsed.doc.text)
    for sent in parsed.doc.sents:
        bait = shouted and is_shouted(sent) and "engagement" or now and is_due(sent) and "certainty"
        if bait and not any(one.start <= sent.start_char < one.end for one in quoted):
            yield Construction(sent.start_char, sent.end_char, "command", bait, sent.root.lemma_)


def is_shouted(sent: Span) -> bool:
    """Tell whether a sentence is a command with an exclamation mark."""
    ends = sent.text.rstrip(CLOSERS).endswith("!")
    return ends and len(sent) <= COMMAND and sent[0].tag_ == "VB" and sent[0].dep_ == "ROOT"


def is_due(sent: Span) -> bool:
    """Tell whether a sentence says no more than that something happens now: "This ends today."."""
    words = [token for token in sent if token.is_alpha]
    if not DUE[0] <= len(words) <= DUE[1] or words[0].lower_ not in PIVOTS:
        return False
    return words[1].tag_ == "VBZ" and words[1].lemma_ != "be" and words[-1].lower_ in NOW


def questions(parsed: ParsedBlock, *, interview: bool) -> Iterator[Construction]:
    """Yield the questions to the reader: each whole, or what of it follows a colon.

    Only running prose asks its reader. Where an article has several paragraphs that are a question
    each (`interview`), these are headings of an explainer or an interviewer's.
    """
    if "?" not in parsed.text or parsed.block.kind not in PROSE and not asks_you(parsed):
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


def asks_you(parsed: ParsedBlock) -> bool:
    """Tell whether a title speaks to its reader; headings that ask are those of an explainer."""
    addressed = {"you", "your"}.intersection(parsed.text.lower().replace("?", " ").split())
    return parsed.block.kind == "title" and bool(addressed)


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
