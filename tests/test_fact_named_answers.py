"""Names that two articles give in answer to one question, told in any words."""

import pandas as pd
import pytest

from helpers import facts, names
from helpers.cues import read_weights
from helpers.language import parse_text
from helpers.settling.bearers import bearers, content, is_speaking
from helpers.settling.named_answers import named_answers
from helpers.settling.named_likeness import WEIGHTS, Likeness
from helpers.statements.slots import Sentences
from tests.settled import contradicted

# Each article says more, and names somebody whom the other names as well.
FIRST = """The valley waited for years. Its old mill had fallen silent. Snow lay on the roofs.
Kelmar has a market on Fridays. Bo Amsel sells honey there."""
SECOND = """Bo Amsel keeps bees near Kelmar. The river froze in winter. A choir sang old hymns.
Apples ripen late on the slopes. Carts carried stone uphill."""


def conflicts(one, other, *more):
    """Return attribute and both names on which articles contradict each other."""
    fillings = [FIRST, SECOND, SECOND, SECOND]
    texts = [f"{t}\n\n{f}\n" for t, f in zip((one, other, *more), fillings, strict=False)]
    pairs = contradicted(*texts)
    return set(zip(pairs["attribute"], pairs["value_a"], pairs["value_b"], strict=True))


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("The honey feast was thought up by Ana Lind.",
         "It was Piet Oster who thought up the honey feast.",
         ("other:name for thought", "Ana Lind", "Piet Oster")),
        ("Villagers owe the new bridge to Ana Lind.",
         "Villagers owe the new bridge to Piet Oster.",
         ("other:name for owe", "Ana Lind", "Piet Oster")),
        ("Five pups shuffled over the sand at Gull Point.", "Five pups shuffled over Tern Rock.",
         ("other:place of shuffled", "Gull Point", "Tern Rock")),
        ("For nine lambs, Ana Lind sang.", "For nine lambs, Piet Oster danced.",
         ("other:name for lambs", "Ana Lind", "Piet Oster")),
        # the other article has a place for the name, too
        ("Villagers owe the new bridge to Ana Lind.",
         "Villagers owe the new bridge to Piet Oster. Ana Lind paid the toll.", None),
        ("Villagers owe the new bridge to Ana Lind. Piet Oster paid the toll.",
         "Villagers owe the new bridge to Piet Oster.", None),
        ("Villagers never owed it to Ana Lind.", "Villagers owe it to Piet Oster.", None),
        ("Villagers owe the new bridge to Ana Lind.",
         "Villagers might owe it to Piet Oster.", None),
        ("Nobody in the village owes the bridge to Ana Lind.",
         "Villagers in the village owe the bridge to Piet Oster.", None),
        # one lies in the other
        ("The pups swam off at Gull Point.", "The pups swam off in Norway.", None),
        ("The pups swam off at Gull Point.", "The pups swam off in Europe.", None),
        # neither is told with a word of the other
        ("Ana Lind sleeps late.", "Bees came home. Piet Oster plays chess.", None),
    ],
)  # fmt: skip
def test_names_told_alike(one, other, found):
    assert conflicts(one, other) == ({found} if found else set())


def test_two_people_need_no_word_in_common_if_the_sentences_beside_them_have_one():
    one = "Old gold came to light on the moor. Ana Lind had dug there."
    assert conflicts(one, "Piet Oster stopped his plough. He saw gold on the moor.")
    assert not conflicts(one, "Piet Oster stopped his plough. He saw a hare.")


def test_who_speaks_in_each_article_is_no_answer():
    one = '"It was cold," said villager Ana Lind. Villager Ana Lind said it was dark.'
    other = 'Villager Piet Oster said it was late. "I froze," said villager Piet Oster.'
    assert not conflicts(one, other)


def test_two_names_that_a_third_article_gives_both_are_less_likely_to_contradict():
    one, two = "The lamb was carried by Ana Lind.", "The lamb was carried by Piet Oster."
    assert conflicts(one, two, two)
    assert not conflicts(one, two, "Ana Lind met Piet Oster.")


def story(*texts):
    """Return what each article tells around each name."""
    parsed = [parse_text(text, source=f"{n}.txt") for n, text in enumerate(texts)]
    sentences = Sentences(facts.find_statements(parsed))
    return names.resolve(names.find_mentions(parsed)), sentences


def test_a_question_that_a_rule_found_is_not_asked_again():
    one = f"The lamb was carried by Ana Lind.\n\n{FIRST}\n"
    told, sentences = story(one, f"The lamb was carried by Piet Oster.\n\n{SECOND}\n")
    found = list(named_answers(told, sentences, set(), []))
    assert [row[7] for row in found] == ["Ana Lind", "Piet Oster"]
    of_rule = [(*row[:6], "other:carrier", *row[7:]) for row in found]
    assert not list(named_answers(told, sentences, set(), of_rule))


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Ana Lind met Danish sailors.", ["Ana Lind"]),
        ("Ana Lind toured Europe.", ["Ana Lind"]),
        ("Ana Lind will lead it, the secretary told MPs on Thursday.", ["Ana Lind"]),
        ('Ana Lind wrote "Harbour Lights" here.', ["Ana Lind"]),
        ("KELMAR, Tuesday.\n\nAna Lind slept.", ["Ana Lind"]),
        ("Ana Lind left Kelmar.", ["Ana Lind", "Kelmar"]),
    ],
)
def test_only_some_names_can_be_answers(text, known):
    assert [name for name in bearers(*story(text)) if name in {"Ana Lind", "Kelmar"}] == known
    assert set(bearers(*story(text))) <= {"Ana Lind", "Kelmar"}


@pytest.mark.parametrize(
    ("before", "after", "speaking"),
    [
        ("", ", 40, said it was late", True),
        ("", "added that it rained", True),
        ("it is late , said villager", "", True),
        ("according to", "", True),
        ("", "opened the gate", False),
        ("he said that", "opened the gate", False),
        ("they told", "to leave", False),
    ],
)
def test_who_says_something(before, after, speaking):
    after = after.replace(",", " , ")
    assert is_speaking(before.split(), after.split()) is speaking


def test_small_words_say_nothing():
    assert content(["The", "gate", "was", "opened", "for", "them"]) == content(["gate", "opened"])


def test_the_more_names_one_article_has_alone_the_less_likely_two_answer_one_question():
    one, two = "The lamb pleased Ana Lind.", "The lamb pleased Piet Oster."
    assert likeliest(one, f"{two} Ida Holm met Jan Velm.") < likeliest(one, two)


def likeliest(*texts):
    """Return how likely the likest two names of two texts are to answer one question."""
    like = Likeness(*story(*texts), set())
    return max(like.score(*found) for found in like.pairs())


def test_each_feature_has_a_weight_and_counts_with_it():
    texts = "The lamb was carried by Ana Lind.", "The lamb was found by Piet Oster."
    named, sentences = story(*texts)
    like = Likeness(named, sentences, set())
    ((pair, pairs),) = like.pairs()
    told = like.features(pair, pairs)
    assert told.keys() | {"start"} == read_weights(WEIGHTS).keys()
    assert told["by"] and told["same link"] and told["two articles"] and told["people"]
    assert not told["rivals"] and not told["speak"] and not told["apart"]
    total = read_weights(WEIGHTS)["start"] + sum(
        read_weights(WEIGHTS)[name] * value for name, value in told.items()
    )
    assert like.score(pair, pairs) == pytest.approx(total)


@pytest.mark.parametrize("known", ["Ana Lind", "Piet Oster", "Lind", "Oster"])
def test_a_name_of_which_the_other_article_has_a_word_makes_no_pair(known):
    one, two = "The lamb followed Ana Lind.", "The lamb followed Piet Oster."
    assert list(Likeness(*story(one, two), set()).pairs())
    both = f"{one} It ran from {known}.", f"{two} It ran from {known}."
    assert not list(Likeness(*story(*both), set()).pairs())


def test_names_of_which_one_lies_in_the_other_make_no_pair():
    named, sentences = story("The lamb slept in Oster.", "The lamb slept in Kelmar.")
    assert list(Likeness(named, sentences, set()).pairs())
    joined = {frozenset(["Oster", "Kelmar"])}
    assert not list(Likeness(named, sentences, joined).pairs())


def test_nothing_is_compared_without_names():
    nothing = pd.DataFrame(columns=["source", "start", "form", "name", "type"])
    _, sentences = story("It rained.", "It snowed.")
    assert not list(Likeness(nothing, sentences, set()).pairs())
