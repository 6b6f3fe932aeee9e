"""Find figures of speech by their form: "like a tin can", "as cool as a cucumber", "snowpocalypse"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from helpers.hype_rules import places
from helpers.hype_rules.constructions import Construction

if TYPE_CHECKING:
    from spacy.tokens import Token

    from helpers.language import ParsedBlock

# After these "like" compares soberly or gives an example: "looks like a bird", "has a job like".
# After "be" one thing may be much like another ("it was like a spa"), many hardly ("like towers").
SOBER_VERBS = frozenset(
    "act appear ask behave build call choose cost design do dress feel find function get give have hear"
    " hire include know look make need offer operate play see seem sell serve smell sound speak"
    " taste think treat use want weigh work".split()
)
SOBER_NOUNS = frozenset(
    "bit case child city company country day family game group home house job kind lot man number"
    " one other people person place problem question story team thing time town way woman world"
    " year".split()
)
# What is measured may be as large as a house.
MEASURES = frozenset(
    "big bright close cold deep early far fast few good hard heavy high hot large late little long"
    " low many much near old short small soon tall thick thin wide young".split()
)
# With these before it the picture is an example: "flew like a normal plane".
ORDINARY = frozenset("conventional normal ordinary regular similar standard typical usual".split())
ARTICLES = frozenset({"a", "an"})
LIKE, AS = frozenset({"like"}), frozenset({"as"})
# "Is like watching paint dry"; what is like losing a friend may be as bad.
SEEING = frozenset("driving riding staring stepping trying walking watching".split())
STANDING_IN = frozenset({"it", "they"})
FEWEST = 4  # words behind "like" that make a clause
# Ends of words that headlines glue to another: "snowpocalypse", "Swiftmageddon".
BLENDS = ("pocalypse", "mageddon", "palooza", "tastrophe", "tastic", "licious", "zilla")
PLAIN_WORDS = frozenset({"apocalypse", "catastrophe", "fantastic", "delicious"})


def figures(parsed: ParsedBlock) -> Iterator[Construction]:
    """Yield the similes and blended words of a block."""
    words = {word.strip("\"'.,;:!?").lower() for word in parsed.text.split()}
    if "like" in words:
        yield from similes(parsed)
    if "as" in words:
        yield from equatives(parsed)
    if any(end in parsed.text.lower() for end in BLENDS):
        yield from blends(parsed)


def similes(parsed: ParsedBlock) -> Iterator[Construction]:
    """Yield "like a N" and "like Ns" after a verb of doing or being."""
    for token in places.standing(parsed.doc, LIKE):
        if (last := acted_out(token)) is not None:
            yield figure(token, last, "simile", "like")
        if token.head.i >= token.i:
            continue
        if token.head.pos_ not in {"VERB", "AUX"} or token.head.lemma_ in SOBER_VERBS:
            continue
        picture = next((child for child in token.rights if child.dep_ == "pobj"), None)
        sober = token.head.lemma_ == "be" and picture is not None and picture.tag_ != "NNS"
        if picture is not None and is_picture(picture) and not sober:
            yield figure(token, picture, "simile", "like")


def acted_out(like: Token) -> Token | None:
    """Return the last word of "like it's a buffet" or "is like watching a race", or None."""
    after = like.doc[like.i + 1 : like.sent.end]
    if len(after) < FEWEST or like.i == like.sent.start:
        return None
    before = like.nbor(-1)
    if after[0].lower_ in SEEING and (before.lemma_ == "be" or before.lower_ == "more"):
        return after[0]
    playing = after[0].lower_ in STANDING_IN and after[1].lemma_ == "be" and after[2].tag_ == "DT"
    governors = (token.lemma_ for token in like.doc[max(like.i - 3, like.sent.start) : like.i])
    if not playing or SOBER_VERBS.intersection(governors):
        return None
    return next((token for token in after[3:8] if is_last(token)), None)


def is_picture(noun: Token) -> bool:
    """Tell whether a noun names any one of its kind: "a tin can", "skyscrapers"."""
    if noun.pos_ != "NOUN" or noun.lemma_ in SOBER_NOUNS:
        return False
    if any(child.lower_ in ORDINARY for child in noun.lefts):
        return False
    before = [child for child in noun.lefts if child.dep_ in {"det", "poss", "nummod"}]
    if noun.tag_ == "NNS":
        return not before
    return [child.lower_ for child in before] in (["a"], ["an"])


def equatives(parsed: ParsedBlock) -> Iterator[Construction]:
    """Yield "as cool as a cucumber": a quality that is no measure, as in any one of a kind."""
    doc = parsed.doc
    for token in places.standing(doc, AS):
        if token.i + 4 >= len(doc):
            return
        quality, second, article = doc[token.i + 1], doc[token.i + 2], doc[token.i + 3]
        if second.lower_ != "as" or article.lower_ not in ARTICLES:
            continue
        picture = next((one for one in doc[article.i + 1 : article.i + 4] if is_last(one)), None)
        sober = quality.lemma_.lower() in MEASURES or quality.pos_ != "ADJ"
        if picture is not None and not sober and picture.lemma_ not in SOBER_NOUNS:
            yield figure(token, picture, "degree_simile", "as")


def is_last(token: Token) -> bool:
    """Tell whether a noun ends its compound."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return token.pos_ == "NOUN" and (following is None or following.pos_ != "NOUN")


def blends(parsed: ParsedBlock) -> Iterator[Construction]:
    """Yield words glued to the end of another for effect, with what a hyphen joins to them."""
    doc = parsed.doc
    for token in doc:
        if not token.lower_.endswith(BLENDS) or token.lower_ in PLAIN_WORDS:
            continue
        hyphenated = token.i > 1 and doc[token.i - 1].text == "-"
        first = doc[token.i - 2] if hyphenated else token
        yield figure(first, token, "blend", token.lower_, category="magnitude")


def figure(
    first: Token, last: Token, name: str, term: str, *, category: str = "metaphor"
) -> Construction:
    """Return the construction from one token to another."""
    return Construction(first.idx, last.idx + len(last), name, category, term)
