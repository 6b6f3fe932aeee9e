import pytest
import spacy

from helpers import attribute_rules, language, paths, sentences

TEXTS = [
    "There's no one\there  . I'm gonna go, y'all ain't.",
    "   ",
    "WHAT?! He'd've done it; let's not. :) #tag @name 3.5% - 14.3bn",
    "The best that they have is that which it was, and you know it. Nothin' there.",
]


@pytest.fixture(scope="module")
def plain():
    """Return the pipeline with the model's own ruler."""
    nlp = spacy.load(
        language.model_package(), vocab=language.shared_vocab(), exclude=list(language.EXCLUDED)
    )
    nlp.add_pipe(sentences.NAME, before="parser")
    return nlp


def annotations(doc):
    return [(t.text, t.tag_, t.pos_, t.lemma_, str(t.morph), t.dep_, t.head.i) for t in doc]


def seeds() -> list[str]:
    texts = (file.read_text() for file in sorted(paths.SEEDS.glob("*.txt")))
    return [line for text in texts for line in text.splitlines() if line.strip()]


def test_what_is_remembered_is_what_the_ruler_gives(plain):
    texts = [*TEXTS, *seeds(), *TEXTS]
    own, reference = language.english().pipe(texts), plain.pipe(texts)
    for one, other in zip(own, reference, strict=True):
        assert annotations(one) == annotations(other)


@pytest.mark.parametrize("text", ["She bought the old mill.", "There was a mill. Let's go!"])
def test_the_ruler_is_asked_less_the_more_is_known(plain, monkeypatch, text):
    component = attribute_rules.RememberedRules(plain.get_pipe("attribute_ruler"))
    with plain.select_pipes(disable=["attribute_ruler", "lemmatizer"]):
        docs = list(plain.pipe([text] * 2))
    component(docs[0])
    monkeypatch.setattr(component, "ruler", None)
    assert annotations(component(docs[1])) == annotations(docs[0])


def test_a_word_of_two_parts_of_speech_has_two_lemmas(plain):
    component = attribute_rules.RememberedLemmas(plain.get_pipe("lemmatizer"))
    with plain.select_pipes(disable=["lemmatizer"]):
        doc = component(plain("She left her left glove."))
    assert [token.lemma_ for token in doc if token.text == "left"] == ["leave", "left"]


def test_a_rule_that_looks_at_more_is_left_to_the_ruler():
    assert attribute_rules.words_of([{"TAG": "NN", "LOWER": {"IN": ["a", "b"]}}]) == ["a", "b"]
    assert attribute_rules.words_of([{"LOWER": {"REGEX": "^n"}}]) is None
    assert attribute_rules.words_of([{"ORTH": "May"}]) is None
    assert attribute_rules.words_of([{"LOWER": "got"}, {"LOWER": "ta"}]) is None
