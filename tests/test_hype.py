"""The hype detector: spans, reasons, voices and constructions."""

import pytest

from helpers import hype, language
from helpers.lexicons import COLUMNS, read_lexicon
from tests.promoted import PROMOTING, SOBER

PROMOTIONAL = """A Game-Changing Deal

The visionary founder made a truly stunning, bold bet. "We will crush the competition," she said.
"""


def find(text, **options):
    return hype.find_hype([language.parse_text(text)], **options)


def quotes(text, column="quote", category=None):
    hits = find(text)
    return hits.loc[hits["category"] == (category or hits["category"]), column].tolist()


def test_find_hype_quotes_the_article_and_overlaps_nowhere():
    parsed = language.parse_text("“Truly visionary”, they called the ‘game-changing’ plan 🚀🚀.\n")
    hits = hype.find_hype([parsed])
    text = parsed.article.text
    assert [text[a:b] for a, b in zip(hits["start"], hits["end"], strict=True)] == list(
        hits["quote"]
    )
    assert (hits["start"].to_numpy()[1:] >= hits["end"].to_numpy()[:-1]).all()
    assert hits["quote"].tolist() == ["Truly visionary", "game-changing", "🚀🚀"]


def test_find_hype_has_its_columns_when_it_finds_nothing():
    hits = find("The bridge was opened in 1932.")
    assert hits.columns.tolist() == hype.COLUMNS
    assert hits.empty
    assert hype.find_hype([]).columns.tolist() == hype.COLUMNS


def test_find_hype_takes_the_longest_match_once():
    hits = find("It was a seismic shift in retail.")
    assert hits["quote"].tolist() == ["seismic shift"]


@pytest.mark.parametrize(
    "text, quote, rationale",
    [
        ("Demand skyrocketed.", "skyrocketed", "hyperbolic"),
        ("It is a truly impressive plan.", "truly impressive", "amplified"),
        ("It was the boldest plan of all.", "boldest", "amplified"),
        ("They praised the renowned and acclaimed writer.", "renowned", "coordinated"),
        ("They paid the renowned writer.", "renowned", "gratuitous"),
        ("The robust plan, visionary and groundbreaking, came in May.", "robust", "context"),
    ],
)
def test_find_hype_says_why_a_term_counts(text, quote, rationale):
    hits = find(text).set_index("quote")
    assert hits.loc[quote, "rationale"] == rationale


def test_find_hype_leaves_a_sober_word_alone_without_promotional_company():
    assert quotes("The plan is robust.") == []


@pytest.mark.parametrize(
    "text, expected",
    [
        ("The brand needs a tireless leader.", ["tireless"]),
        ("Our fearless founder left.", ["fearless"]),
        ("The band signed a monster contract.", ["monster"]),
        ("The monster lives in the lake.", []),
        ("It was a landmark trial of the drug.", ["landmark"]),
        ("The church is a city landmark.", []),
        ("She left world-class rivals for dead.", ["left world-class rivals for dead"]),
        ("The screen is gorgeous.", ["gorgeous"]),
        ("Army explosive experts came.", []),
        ("They call it a Masterpiece of the Alps.", ["Masterpiece"]),
        ("They sold it to a Masterpiece Hotel.", []),
    ],
)
def test_find_hype_takes_a_word_by_its_place_in_the_sentence(text, expected):
    assert quotes(text) == expected


def test_find_hype_tells_own_voice_from_quoted():
    hits = find(PROMOTIONAL).set_index("quote")
    assert hits.loc["visionary", "voice"] == "own"
    assert hits.loc["crush the competition", "voice"] == "quoted"
    assert hits.loc["Game-Changing", "block_kind"] == "title"


def test_find_hype_counts_scare_quotes_as_own_voice():
    assert quotes('The "game-changing" tool costs 5 euros.', "voice") == ["own"]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("The app will redefine banking.", ["will redefine"]),
        ("The app will undoubtedly please them.", ["will undoubtedly please"]),
        ("The firm is poised to make progress.", ["is poised to make"]),
        ("The rules are set to change for good.", ["are set to change"]),
        ("It will be vital for schools.", ["will be vital"]),
        ("Expect more of this in May.", ["Expect"]),
        ("It is certain to sweep the awards.", ["is certain to sweep"]),
        ("The cup is surely coming home.", ["surely"]),
        ("The strength of the data leaves no doubt.", ["leaves no doubt"]),
        ("The plan is as good as dead.", ["as good as dead"]),
        ("They expect more of this.", []),
        ("The firm will redefine the term on Monday.", []),
        ("The app may redefine banking.", []),
        ("If it works, the app will change lives.", []),
        ("The shop will open in May.", []),
        ("The union said the plan will change everything for its members.", []),
        ("It is guaranteed to come back three times over.", ["is guaranteed to come"]),
        ("The judge is poised to suspend the club.", []),
        ("She will tour the dazzling, glorious south.", ["will tour"]),
        ("She will tour the south because her brilliant rival left.", []),
        ("Our bowlers work hard and expect others to do so.", []),
    ],
)
def test_find_hype_finds_certain_futures_with_their_verb(text, expected):
    assert quotes(text, category="certainty") == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("But can he deliver?", ["But can he deliver?"]),
        ("It leaves one thing open: who will pay?", ["who will pay?"]),
        ('"Can he deliver?" she asked the board.', []),
        ("She asked whether he can deliver.", []),
        ("Imagine: a bus that never stops.", ["Imagine"]),
        ("I cannot imagine it.", []),
        ("Let's unpack the offer.", ["Let's unpack"]),
        ("Let's Encrypt is a service for certificates.", []),
        ("Sales are up 🎉 🎉🎉.", ["🎉", "🎉🎉"]),
        ("Rated ★★★★☆ by 40 users, © 2024, 5 ✓.", []),
    ],
)
def test_find_hype_finds_bait_for_the_reader(text, expected):
    text = "The firm sells buses in nine towns.\n\nIt was founded in 1990 in Ghent. " + text
    assert quotes(text, category="engagement") == expected


@pytest.mark.parametrize(
    "text, category",
    [
        ("The film has a breathtaking score by Ames.", "praise"),
        ("The firm posted breathtaking growth.", "magnitude"),
        ("A stunning 81 seats changed hands.", "magnitude"),
        ("A stunning 31-year-old sang.", "praise"),
        ("She was a stunning third.", "praise"),
        ("The growth was incredible.", "magnitude"),
        ("The singer was incredible.", "praise"),
        ("The team won a brutal, visionary, glorious fight.", "praise"),
    ],
)
def test_find_hype_counts_praise_of_an_amount_as_size(text, category):
    assert category in find(text)["category"].tolist()
    assert ("magnitude" in find(text)["category"].tolist()) == (category == "magnitude")


@pytest.mark.parametrize(
    "text, expected",
    [
        ("It is a miracle cure.", ["miracle cure"]),
        ("It is not a miracle cure.", []),
        ("There is no miracle cure.", []),
        ("It is not just a miracle cure.", ["miracle cure"]),
        ("The critics would not call it a masterpiece.", []),
        ("The critics call it a masterpiece.", ["masterpiece"]),
        ("They did not expect the masterpiece to sell.", ["masterpiece"]),
    ],
)
def test_find_hype_leaves_alone_what_is_denied(text, expected):
    assert quotes(text) == expected


def test_find_hype_takes_an_amplifier_with_a_word_that_needs_company():
    hits = find("Sales went into absolute freefall.")
    assert hits["quote"].tolist() == ["absolute freefall"]
    assert hits["rationale"].tolist() == ["amplified"]
    assert quotes("Sales went into freefall.") == []


@pytest.mark.parametrize(
    "text, expected",
    [
        ("👍 3.4K   💬 812 comments", []),
        ("We did it 🎉 3 goals!", ["🎉"]),
        ("🎉 What fun.", ["🎉"]),
    ],
)
def test_find_hype_leaves_the_labels_of_counters_alone(text, expected):
    text = "The firm sells buses in nine towns.\n\nIt was founded in 1990 in Ghent. " + text
    assert quotes(text, category="engagement") == expected


def test_find_hype_leaves_the_questions_of_an_explainer_alone():
    asked = ["Who owns it?", "What did it cost?", "When does it start?"]
    text = "The deal, explained\n\n" + "\n\n".join(f"{one}\n\nThe firm has." for one in asked)
    assert quotes(text, category="engagement") == []


def test_find_hype_gives_a_question_what_the_hype_inside_it_leaves():
    hits = find("The firm sells buses. But what does a prodigy like her do when buses go?")
    assert hits["quote"].tolist() == ["prodigy", "like her do when buses go?"]
    assert hits["category"].tolist() == ["praise", "engagement"]


def test_find_hype_reads_headings_in_title_case():
    assert quotes("A New Era Dawns for Skyrocketing Sales\n\nSales rose.") == [
        "New Era",
        "Skyrocketing",
    ]


def test_find_hype_takes_another_lexicon(tmp_path):
    path = tmp_path / "toy.csv"
    header = ",".join(COLUMNS)
    path.write_text(f"{header}\nbus,bus,lemma,,praise,promotional,,,a bus,a car,own,\n")
    lexicon = read_lexicon(path)
    assert find("Two visionary buses.", lexicon=lexicon)["lexicon_id"].tolist() == ["bus"]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("This isn't just a deal—it's a moment.", ["n't just a deal—it's"]),
        ("It is not only fast but cheap.", ["not only fast but"]),
        ("It is not only Paris that waits.", []),
        ("It is just a deal.", []),
    ],
)
def test_find_constructions_lists_not_just_but(text, expected):
    parsed = [language.parse_text(text)]
    assert hype.find_constructions(parsed)["quote"].tolist() == expected
    assert "n't just" not in " ".join(hype.find_hype(parsed)["quote"])


def test_find_hype_does_not_depend_on_the_other_articles():
    one = language.parse_text("A visionary plan for retail.", "a.txt")
    other = language.parse_text("Troops, artillery and missiles in a war.", "b.txt")
    alone, together = hype.find_hype([one]), hype.find_hype([other, one])
    own = together[together["source"] == "a.txt"].reset_index(drop=True)
    assert alone.equals(own)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("The hull was torn open like a paper bag.", ["like a paper bag"]),
        ("The waves were like skyscrapers.", ["like skyscrapers"]),
        ("She stayed as cool as a cucumber.", ["as cool as a cucumber"]),
        ("The city prepared for snow-pocalypse on Monday.", ["snow-pocalypse"]),
        ("Swiftmageddon has begun.", ["Swiftmageddon"]),
        ("Firms spend cash like it is the last bottle of beer.", ["like it is the last bottle"]),
        ("The debate was like watching paint dry.", ["like watching"]),
        ("It looks like it is a bird of the coast.", []),
        ("They like watching the boats go out.", []),
        ("It looks like a bird and sounds like a horn.", []),
        ("It was like a spa.", []),
        ("The park is as large as a football field.", []),
        ("Firms like a quick answer.", []),
        ("They were treated like children.", []),
        ("The book of the apocalypse is fantastic.", ["fantastic"]),
    ],
)
def test_find_hype_finds_figures_by_their_form(text, expected):
    assert quotes(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Crops will fail.", ["will fail"]),
        ("The plant will fail.", []),
        ("Schools will open.", []),
        ("The town will never recover.", ["will never recover"]),
        ("We will never surrender.", []),
        ("The ministry will never sell the land.", []),
        ("Jobs are sure to go.", ["are sure to go"]),
        ("The pumps will yield cheaper, cleaner and safer heat.", ["will yield"]),
        ("The pumps will yield cheaper heat.", []),
        ("The cars won't just be quick.", ["won't just be quick"]),
        ("The law is set to bolster its plans.", ["is set to bolster"]),
        ("The law is set to bolster trade as planned.", []),
        ("Be sure to lock the door.", []),
        ("It is going to dominate the market.", ["is going to dominate"]),
        ("It is going to rain.", []),
    ],
)
def test_find_hype_finds_verdicts_and_vows_apart(text, expected):
    assert quotes(text, category="certainty") == expected


@pytest.mark.parametrize(
    "text, term",
    [
        ("It is a brain-melting sum.", "body_effect"),
        ("They want a convention-defying rulebook.", "field_effect"),
        ("He is a category shaper.", "field_effect"),
        ("The flat is brimming over and oozes glamour.", "oozes_charm"),
        ("It was a nostalgia-soaked evening.", "packed_with"),
        ("Hero plumber saves three.", "hero_person"),
    ],
)
def test_find_hype_finds_a_family_of_words_by_one_row(text, term):
    assert term in quotes(text, "lexicon_id")


@pytest.mark.parametrize(
    "promoting, sentence, expected",
    [
        (True, "Guests saw a horrific storm scene.", ["horrific"]),
        (False, "Guests saw a horrific storm scene.", []),
        (True, "The plan is robust.", []),
    ],
)
def test_find_hype_asks_the_article_of_a_word_of_feeling(promoting, sentence, expected):
    text = f"{PROMOTING if promoting else SOBER}\n\n{sentence}\n"
    (parsed,) = [language.parse_text(text)]
    hits = hype.find_hype([parsed])
    last = parsed.blocks[-1].block.start
    assert hits.loc[hits["start"] >= last, "quote"].tolist() == expected
    if expected:
        assert hits["rationale"].iloc[-1] == "context"


@pytest.mark.parametrize(
    "text, expected",
    [
        ("The group shocked the world.", ["shocked the world"]),
        ("It is shattering barriers.", ["shattering barriers"]),
        ("They stole the show.", ["stole the show"]),
        ("She is holding her breath.", ["holding her breath"]),
        ("Thieves stole the shoes.", []),
    ],
)
def test_find_hype_finds_an_idiom_with_its_verb_in_every_form(text, expected):
    assert quotes(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Let's dive in.", ["Let's dive"]),
        ("But let's be real.", ["let's be real"]),
        ("Now, let's not forget the price.", ["let's not forget"]),
        ("“Let's go,” said the captain.", []),
        ("They let us sleep in the hall.", []),
    ],
)
def test_find_hype_finds_what_the_writer_would_do_with_the_reader(text, expected):
    assert quotes(text) == expected


@pytest.mark.parametrize(
    "promoting, sentence, expected",
    [
        (True, "Grab yours at the shop!", ["Grab yours at the shop!"]),
        (True, "Grab yours at the shop.", []),
        (True, "They grab them at the shop!", []),
        (True, '"Stop the bus!" she said.', []),
        (False, "Grab yours at the shop!", []),
    ],
)
def test_find_hype_finds_commands_to_the_reader_where_the_article_promotes(
    promoting, sentence, expected
):
    hits = find(f"{PROMOTING if promoting else SOBER}\n\n{sentence} It has two doors.\n")
    assert hits.loc[hits["category"] == "engagement", "quote"].tolist() == expected


def test_find_hype_takes_what_happens_now_for_certain_where_the_article_promotes():
    text = f"{PROMOTING}\n\nThe rules were soft. That changes now.\n"
    assert quotes(text, category="certainty") == ["That changes now."]
    assert quotes(f"{SOBER}\n\nThe rules were soft. That changes now.\n") == []


def test_find_hype_counts_the_emoji_of_a_question_apart():
    text = "The firm sells buses in nine towns.\n\nIt was founded in Ghent. Can he deliver? 🚀\n"
    assert quotes(text) == ["Can he deliver?", "🚀"]


def test_find_hype_finds_the_question_of_a_title_that_asks_its_reader():
    body = "\n\nThe dam broke on Friday at noon. Nine people were hurt in the village below it.\n"
    assert quotes("Could It Happen to You?" + body) == ["Could It Happen to You?"]
    assert quotes("Could It Happen Again?" + body) == []
