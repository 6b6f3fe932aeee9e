"""Apply the model's attribute rules once per kind of token: a spaCy pipeline component.

The model's `attribute_ruler` matches 179 patterns at every token to give parts of speech and
morphology, a tenth of the time of a parse. All but a few look at one token, and only at its tag,
its dependency and whether it is one of some words: what they make of it is remembered. A text in
which another pattern matches goes to the ruler itself. The outcome is the same.
"""

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, MorphAnalysis

NAME = "remembered_attribute_rules"
LOOKED_AT = ("TAG", "DEP", "LOWER", "IS_SPACE")
GIVEN = frozenset({"TAG", "POS", "DEP", "LEMMA", "MORPH"})


class RememberedRules:
    """The rules of an attribute ruler, with what they made of each kind of token so far."""

    def __init__(self, ruler: AttributeRuler) -> None:
        """Sort the patterns of the ruler by what they look at."""
        self.ruler = ruler
        self.known: dict[tuple[int, ...], tuple[tuple[int, ...], MorphAnalysis | None]] = {}
        self.others = Matcher(ruler.vocab)
        self.words: set[int] = set()
        for number, rule in enumerate(ruler.patterns):
            for pattern in rule["patterns"]:
                words = words_of(pattern) if rule["attrs"].keys() <= GIVEN else None
                if words is None:
                    self.others.add(str(number), [pattern])
                else:
                    self.words.update(ruler.vocab.strings.add(word) for word in words)

    def __call__(self, doc: Doc) -> Doc:
        """Give each token what its kind was given before, or ask the ruler and remember it."""
        if self.others(doc, allow_missing=True):
            return self.ruler(doc)
        kinds = [
            (tag, dep, word if word in self.words else 0, space)
            for tag, dep, word, space in doc.to_array(LOOKED_AT).tolist()
        ]
        if not all(kind in self.known for kind in kinds):
            doc = self.ruler(doc)
            for kind, token in zip(kinds, doc, strict=True):
                morph = token.morph if token.has_morph() else None
                self.known[kind] = (token.tag, token.pos, token.dep, token.lemma), morph
            return doc
        for kind, token in zip(kinds, doc, strict=True):
            (token.tag, token.pos, token.dep, token.lemma), morph = self.known[kind]
            if morph is not None:
                token.morph = morph
        return doc


def words_of(pattern: list[dict]) -> list[str] | None:
    """Return the words that a pattern asks for, or None if it looks at more than `LOOKED_AT`."""
    if len(pattern) > 1 or not pattern[0].keys() <= set(LOOKED_AT):
        return None
    words = pattern[0].get("LOWER", [])
    if isinstance(words, str):
        return [words]
    if isinstance(words, dict) and not words.keys() <= {"IN", "NOT_IN"}:
        return None
    return [word for listed in dict(words).values() for word in listed]


@Language.factory(NAME)
def create(nlp: Language, name: str) -> RememberedRules:
    """Return the component for the ruler of `nlp`."""
    return RememberedRules(nlp.get_pipe("attribute_ruler"))
