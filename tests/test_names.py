"""Who is who: candidates, clusters, types, descriptions and pronouns."""

import pytest

from helpers import names
from helpers.language import parse_text
from helpers.name_rules import cues
from helpers.settings import Entity, Settings


def resolved(*texts, settings=None):
    parsed = [parse_text(text, f"{n}.txt") for n, text in enumerate(texts)]
    return names.resolve(names.find_mentions(parsed), settings)


def named(table):
    return dict(zip(table["quote"], table["name"], strict=True))


def typed(table):
    return dict(zip(table["name"], table["type"], strict=True))


def test_a_surname_stands_for_its_one_full_name():
    table = resolved("Ruth Kellan, 51, spoke to reporters. Later Kellan said that she was tired.")
    assert named(table) == {
        "Ruth Kellan": "Ruth Kellan",
        "Kellan": "Ruth Kellan",
        "she": "Ruth Kellan",
    }


def test_a_given_name_stands_for_its_one_full_name():
    table = resolved("Ruth Kellan, 51, spoke to reporters. Everybody likes Ruth, who sings.")
    assert named(table)["Ruth"] == "Ruth Kellan"
    table = resolved("Ruth Kellan and Ruth Holm spoke. Everybody likes Ruth, who sings.")
    assert named(table)["Ruth"] == "Ruth"


def test_two_spellings_of_one_name_are_one_person_with_two_forms():
    table = resolved("The mayor, Ruth Kellan, spoke.", "Mayor Ruth Kellen spoke.")
    roster = names.roster(table)
    assert roster[["name", "type", "forms"]].values.tolist() == [
        ["Ruth Kellan", "person", "Ruth Kellan; Ruth Kellen"]
    ]


def test_two_spellings_side_by_side_in_one_article_are_two_people():
    table = resolved("The brothers Erik Holm and Eric Holm said that they would sell the farm.")
    assert {"Erik Holm", "Eric Holm"} <= set(table["name"])


def test_people_of_one_surname_are_told_apart_by_the_last_one_named():
    text = "Judge Ann Pike spoke. Pike was calm. Her son, Harlan Pike, wept. Pike was led away."
    pikes = resolved(text).query("quote == 'Pike'")["name"].tolist()
    assert pikes == ["Ann Pike", "Harlan Pike"]


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        (
            "Corvane Group grew. Shares of Corvane rose, and Corvane hired people.",
            "Corvane",
            "Corvane",
        ),
        ("Northgate Rovers won. Later Rovers sold the ground.", "Rovers", "Northgate Rovers"),
        (
            "The World Food Board met. The WFB said that prices fell.",
            "WFB",
            "WFB",
        ),
    ],
)
def test_short_and_long_names_of_an_organisation_are_one(text, short, name):
    table = resolved(text)
    assert named(table)[short] == name
    assert len(names.roster(table)) == 1


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Dana Whitlock, the chief executive, apologised.", "Dana Whitlock", "person"),
        ("Brightway Inc. recalled the strollers.", "Brightway Inc.", "organisation"),
        ("People in Kelmar and near Kelmar slept outside.", "Kelmar", "place"),
        ("They launched the Aurora rocket at night.", "Aurora", "product"),
    ],
)
def test_the_words_around_a_name_tell_its_type(text, name, kind):
    assert typed(resolved(text))[name] == kind


@pytest.mark.parametrize(
    "text", ["On Monday it rained.", "The CEO left in May.", "AI is everywhere."]
)
def test_days_months_offices_and_field_terms_are_no_names(text):
    assert resolved(text).query("form == 'name'").empty


def test_a_capital_that_opens_a_sentence_is_not_a_part_of_the_name():
    table = resolved("Enter Silvano, the striker. Fans love Silvano.")
    assert set(table.query("form == 'name'")["quote"]) == {"Silvano"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norwegian Jan Oster spoke.", "Jan Oster"),
        ("Swedish Water Board staff spoke.", "Swedish Water Board"),
        ("Anwar al-Hadi spoke.", "Anwar al-Hadi"),
        ("Lt Col Jan Oster spoke.", "Jan Oster"),
    ],
)
def test_a_nation_or_a_rank_is_not_a_part_of_the_name_and_a_small_prefix_is(text, name):
    assert resolved(text).query("form == 'name'")["key"].tolist() == [name]


def test_descriptions_take_the_nearest_name_that_fits():
    table = resolved(
        "Brightway Inc. hired Dana Whitlock. The company is glad.\n\nHer plan is bold."
    )
    assert named(table)["The company"] == "Brightway Inc."
    assert named(table)["Her"] == "Dana Whitlock"


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Gareth Lind met Maxine Orr. He was late.", "He", "Gareth Lind"),
        ("Gareth Lind met Maxine Orr. She was late.", "She", "Maxine Orr"),
        ("Maxine Orr met Gareth Lind. She was late.", "She", "Maxine Orr"),
        ("Dana Holt met Robin Fell. He was late.", "He", "Robin Fell"),
    ],
)
def test_she_and_he_are_those_whose_given_names_allow_it(text, word, name):
    table = resolved(text)
    assert table.loc[table["quote"] == word, "name"].tolist() == [name]


def test_a_description_before_its_name_is_that_name():
    table = resolved("Her party, the Green Alliance, won.")
    assert named(table)["party"] == "Green Alliance"


def test_the_reader_knows_better():
    settings = Settings(
        entities={"Ilse Brandt": Entity(type="person", aliases=("Frau Doktor", "Brandtova"))}
    )
    table = resolved("Brandtova spoke. Then Brandtova left.", settings=settings)
    assert set(table["name"]) == {"Ilse Brandt"}
    assert set(table["type"]) == {"person"}


def test_quotes_are_the_articles_own_words():
    text = "“Enter Wang,” said Meta’s boss — Meta Platforms’ Ann Lee. Wang thanked Meta."
    table = resolved(text)
    assert all(text[row.start : row.end] == row.quote for row in table.itertuples())


@pytest.mark.parametrize(
    "text", ["", "a", "!!! ??? 12 12 12", "(((" * 200, "A" * 5000, "Ab " * 500]
)
def test_odd_text_gives_a_table(text):
    assert list(resolved(text).columns) == names.NAMES_COLUMNS


@pytest.mark.parametrize(
    ("text", "form", "name", "kind"),
    [
        (
            "Wilson Kepkorir lost. It was close for Kepkorir.",
            "Kepkorir",
            "Wilson Kepkorir",
            "person",
        ),
        ("Tesfaye Bekelo lost. It was close for Bekelo.", "Bekelo", "Tesfaye Bekelo", "person"),
        ("The Silver Arrow lost. It was close for Arrow.", "Arrow", "Arrow", "other"),
        ("The race went to Kenya.", "Kenya", "Kenya", "place"),
        ("It was a win for Amina Yusri.", "Amina Yusri", "Amina Yusri", "person"),
        (
            "Ironwell fell. The share of Ironwell Interactive fell.",
            "Ironwell",
            "Ironwell",
            "organisation",
        ),
    ],
)
def test_what_is_known_of_names_and_how_people_are_named(text, form, name, kind):
    table = resolved(text)
    found = table[table["key"] == form].iloc[-1]
    assert (found["name"], found["type"]) == (name, kind)


def test_a_place_that_is_also_a_given_name_is_a_country_but_tells_no_type():
    known = cues.cues()["whole"]
    assert {"france", "new york"} <= known.keys() and "jordan" not in known
    assert {"france", "jordan"} <= cues.countries()
    assert "new york" not in cues.countries()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Jean-Luc Sauter will lead it.", {"Jean-Luc Sauter"}),
        ("Noor El-Hadidi spoke.", {"Noor El-Hadidi"}),
        ("The crowd met Ana Lind-Oster.", {"Ana Lind-Oster"}),
        ("Director Baek Joon-ho won.", {"Baek Joon-ho"}),
        ("The Brama-Pellman deal failed.", {"Brama", "Pellman"}),
        ("A Paris-Brussels train stopped.", {"Paris", "Brussels"}),
        ("It is an Ana Lind-led group.", {"Ana Lind"}),
        ("Eastmarch MP Declan Halloran resigned.", {"Eastmarch", "Declan Halloran"}),
        ("Chief executive Ysolde Parr-Holm spoke.", {"Ysolde Parr-Holm"}),
        ("Ysolde Parr-Holm spoke. Parr-Holm left.", {"Ysolde Parr-Holm", "Parr-Holm"}),
    ],
)
def test_a_hyphen_is_a_part_of_peoples_names(text, found):
    table = resolved(text)
    assert set(table.loc[table["form"] == "name", "quote"]) == found
