"""Which ways to write a name spell one name, and which name another."""

import pandas as pd
import pytest

from helpers import divergence, facts, names
from helpers.language import parse_text
from helpers.name_rules import spellings
from tests.settled import conflicts


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ruth kellan", "ruth kellen", True),
        ("alexandr orlow", "alexander orlow", True),
        ("ruth kellan", "rita kellen", False),
        ("rosa holm", "rose hollm", True),
        ("bertram dane", "bertrand dane", True),
        ("tomas dane", "tommy dane", False),
        ("marguerite dane", "margarete dane", True),
        ("christina dane", "christopher dane", False),
        ("ann pike", "dan pike", False),
        ("ruth kellan", "ruth anna kellan", False),
        ("ruth grood", "ruth grode", True),
        ("ruth grood", "anna grode", False),
        ("ruth grood", "ruth greve", False),
        ("ruth meyer", "ruth maier", True),
        ("tomas reel", "thomas riehl", True),
        ("tomas reel", "thomas rool", False),
        ("ana osk", "ana osk-lind", True),
        ("ana osk", "eva osk-lind", False),
        ("colm brady", "calum brady", True),
        ("tobias brady", "thomas brady", True),
        ("ruth hasselt", "ruth hassling", True),
        ("jon brady", "jan brady", True),
        ("tremlow foods", "tremlowe foods", True),
        # a short form, another sex, other people
        ("alex brady", "alexander brady", False),
        ("kate brady", "katherine brady", False),
        ("paul brady", "paula brady", False),
        ("anna brady", "anders brady", False),
        ("ruth brandt", "ruth brenner", False),
    ],
)
def test_full_names_may_differ_in_one_word(one, other, same):
    assert spellings.is_one_name(one.split(), other.split()) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("kelmaro", "kelmoro", True),
        ("brightway", "brigthway", True),
        ("austria", "austrian", False),
        ("kelmaro", "delmaro", False),
        ("kelmar", "kolmer", False),
        ("lima", "lema", False),
        ("brightwork", "brightwerc", True),
        ("carlton", "carlisle", False),
        ("kelmaro", "kolmero", False),
    ],
)
def test_a_name_of_one_word_may_have_one_letter_wrong(one, other, same):
    assert spellings.is_one_word(one, other) is same
    assert bool(spellings.near_keys(one) & spellings.near_keys(other)) >= same


@pytest.mark.parametrize(
    ("forms", "apart"),
    [
        ({"Ruth Kellan", "Ruth Kellen"}, True),
        ({"José Marín", "Jose Marin"}, True),
        ({"Ada Van der Loo", "Ada Vanderloo"}, True),
        ({"Ruth Kellan", "RUTH KELLAN"}, False),
        ({"Ruth Kellan", "Kellan"}, False),
        ({"Ruth Meyer", "Ruth Maier"}, True),
    ],
)
def test_forms_are_spelled_apart(forms, apart):
    assert (spellings.spelled_apart(forms) == forms) is apart


def spelled(*texts):
    parsed = [parse_text(text, f"{n}.txt") for n, text in enumerate(texts)]
    named = names.resolve(names.find_mentions(parsed))
    table, _ = facts.settle(facts.find_statements(parsed), named)
    rows = table[table["attribute"] == "name_spelling"]
    articles = pd.DataFrame({"source": ["0.txt", "1.txt"], "date": ""})
    verdicts = divergence.compare(rows, articles)["verdict"].tolist()
    return sorted(set(rows["value"])), verdicts


def test_a_place_spelled_in_two_ways_is_a_conflict_of_its_own():
    values, verdicts = spelled(
        "People in Kelmaro slept outside. The mayor of Kelmaro came.",
        "Houses in Kelmoro fell. Roads near Kelmoro were closed.",
    )
    assert (values, verdicts) == (["Kelmaro", "Kelmoro"], ["conflict"])


def test_a_name_without_its_accents_is_no_conflict():
    values, verdicts = spelled("José Marín, 40, spoke.", "Jose Marin, 40, was there.")
    assert (values, verdicts) == (["Jose Marin", "José Marín"], ["compatible"])


def test_a_name_written_in_more_words_is_spelled_in_another_way():
    values, verdicts = spelled("Ada Van der Loo, 40, spoke.", "Ada Vanderloo, 40, was there.")
    assert (values, verdicts) == (["Ada Van der Loo", "Ada Vanderloo"], ["conflict"])


def test_a_company_may_be_named_with_its_legal_form():
    one, two = "The stove is made by Tervane, a firm in Leeds.", "Tervaine Ltd makes the stove."
    assert spelled(one, two) == (["Tervaine Ltd", "Tervane"], ["conflict"])
    assert spelled(one, "Tervane Ltd makes the stove.") == ([], [])


def test_two_places_of_one_article_are_two_places():
    text = "People in Kelmaro slept outside. Houses in Kelmoro fell."
    assert spelled(text, "It rained in Kelmaro.") == ([], [])


def test_two_first_names_that_sound_alike_spell_one_person():
    values, verdicts = spelled(
        "Sofie Marchand spoke. Marchand, 40, left.", "Sophie Marchand spoke. Marchand left."
    )
    assert (values, verdicts) == (["Sofie Marchand", "Sophie Marchand"], ["conflict"])


def test_a_place_and_its_adjective_are_two_words():
    assert spellings.spelled_apart({"North America", "North American"}) == set()


def test_a_day_of_a_shortened_month_is_no_name():
    parsed = parse_text("Vittorio Salce withdrew the film on Sept. 4. The fair ends on Oct. 12.")
    assert names.find_mentions([parsed])["quote"].tolist() == ["Vittorio Salce"]


@pytest.mark.parametrize(
    ("one", "other", "forms"),
    [
        ("Doctor Annelie Verholt led it.", "Doctor Annika Verhold spoke.", 0),
        ("Doctor Annika Verhold led it.", "Doctor Anneke Verholdt spoke.", 2),
        ("The Sarmelle burst its banks near Elm.", "The River Sarmele rose near Elm.", 2),
        ("The Sarmelle burst its banks near Elm.", "The River Sarmelle rose near Elm.", 0),
        ("It was made in Argentina by Velm.", "It was an Argentine ship of Velm.", 0),
    ],
)
def test_two_words_may_be_spelled_otherwise_and_a_river_is_one(one, other, forms):
    assert len(spelled(one, other)[0]) == forms


def test_a_plural_is_no_other_spelling_but_of_a_person():
    one = "The Social Brannock group met. It rained on the Social Brannock group."
    assert spelled(one, "Social Brannocks met. All Social Brannocks voted.") == ([], [])
    assert spellings.without_plurals({"Ann Robert", "Ann Roberts"}) == {"Ann Robert"}
    values, verdicts = spelled("Ann Robert, 40, won.", "Ann Roberts, 40, won.")
    assert (values, verdicts) == (["Ann Robert", "Ann Roberts"], ["conflict"])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("darren cole", "dennis cole", True),
        ("siobhan kerr", "sinead kerr", True),
        ("darren cole", "martin cole", False),
        ("thomas cole", "tommy cole", False),
        ("peter cole", "petra cole", False),
        ("daniel cole", "danielle cole", True),
        ("joseph cole", "josephine cole", True),
        ("darren cole", "dennis hale", False),
    ],
)
def test_a_given_name_put_for_another_begins_like_it(one, other, same):
    assert spellings.is_slip(one.split(), other.split()) == same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("dan cole", "daniel cole", True),
        ("terry cole", "terence cole", True),
        ("tommy cole", "tomas cole", True),
        ("daniel cole", "danielle cole", False),
        ("dan cole", "daniel hale", False),
        ("jan cole", "jana cole", False),
    ],
)
def test_a_given_name_can_be_short_for_another(one, other, same):
    assert spellings.is_short_form(one.split(), other.split()) == same


def test_who_is_called_by_a_short_name_is_one_person_not_spelled_in_two_ways():
    assert spelled("Dan Cole, 40, was jailed.", "Daniel Cole, 40, went to prison.") == ([], [])
    assert conflicts("Dan Cole, 40, was jailed.", "Daniel Cole, 43, left.") == {"age"}
    # "ron" is a word as well, and nothing else tells that this is somebody
    assert conflicts("Ron Cole was kind. He was 40.", "Ronald Cole, 43, left.") == {"age"}


def test_the_two_bearers_of_a_surname_in_two_articles_can_be_one():
    one, two = "Darren Cole, 40, was jailed. Cole wept.", "Dennis Cole, 40, went to prison."
    assert spelled(one, two) == (["Darren Cole", "Dennis Cole"], ["conflict"])
    assert spelled(f"{one} His brother Dennis Cole, 38, wept.", two) == ([], [])
    assert spelled(one, f"{two} Martin Cole, 60, wept.") == ([], [])
