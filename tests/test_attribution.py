"""Quotations and reported words: who speaks, by which cue, and how firmly."""

import pytest

from helpers import attribution
from helpers.language import parse_text


def rows(text):
    table = attribution.find_quotations([parse_text(text)])
    return [
        (row.quote, row.form, row.speaker, row.cue, row.attribution) for row in table.itertuples()
    ]


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "“We won because we trained,” said Anna Meyer, the head coach.",
            ("We won because we trained,", "quotation", "Anna Meyer", "said", "named"),
        ),
        (
            "Meyer called the win “a small miracle”.",
            ("a small miracle", "quotation", "Meyer", "called", "named"),
        ),
        (
            "“We expect a slow year for the sector,” one analyst said.",
            ("We expect a slow year for the sector,", "quotation", "one analyst", "said", "vague"),
        ),
        (
            "'We expect a slow year,' the minister told reporters.",
            ("We expect a slow year,", "quotation", "the minister", "told", "named"),
        ),
        (
            "“The river had never risen so quickly before.”",
            ("The river had never risen so quickly before.", "quotation", "", "", "none"),
        ),
        (
            "The cut is the board's way of saying, “We were wrong about this.”",
            ("We were wrong about this.", "imputed", "the board", "saying", "none"),
        ),
        (
            "Her view that “rivers have a right to be left alone” has spread.",
            ("rivers have a right to be left alone", "imputed", "Her", "view", "named"),
        ),
        (
            "According to the harbour police, two boats sank.",
            ("two boats sank", "indirect", "the harbour police", "According to", "named"),
        ),
        (
            "Two boats sank, as reported by The Herald.",
            ("Two boats sank", "indirect", "The Herald", "reported", "named"),
        ),
        (
            "Two boats sank, according to sources.",
            ("Two boats sank", "indirect", "sources", "according to", "vague"),
        ),
        (
            "Researchers at Leiden University say the dam is safe.",
            (
                "the dam is safe",
                "indirect",
                "Researchers at Leiden University",
                "say",
                "named",
            ),
        ),
        (
            "Western officials say the dam is safe.",
            ("the dam is safe", "indirect", "Western officials", "say", "vague"),
        ),
        (
            "The dam is reportedly safe.",
            ("The dam is reportedly safe", "indirect", "", "reportedly", "vague"),
        ),
        (
            "The novel was hailed as a return to form.",
            ("as a return to form", "indirect", "", "hailed", "vague"),
        ),
        (
            "The novel was hailed by The Times as a return to form.",
            ("as a return to form", "indirect", "The Times", "hailed", "named"),
        ),
    ],
)
def test_find_quotations_gives_words_speaker_cue_and_firmness(text, expected):
    assert expected in rows(text)


@pytest.mark.parametrize(
    "text",
    [
        "The project “superintelligence” starts in May.",
        "The so-called “dark fleet” sails at night.",
        "The band played “Songs Without Any Words” twice.",
        "The delay shows that sales fell, and we say so.",
        "She did not say that the dam is safe.",
        "I think the dam is safe.",
        "Smith was named interim director.",
        "The screen is 5\" wide and the film '70s in style.",
        "The company's rivals—think Northwind and Contoso—are watching.",
    ],
)
def test_scare_quotes_names_and_the_authors_own_words_are_no_quotations(text):
    assert rows(text) == []


def test_a_pull_quote_is_signed_on_the_next_line():
    text = (
        "The council met for the third time on Tuesday evening to talk about the bridge.\n"
        "“Bridges outlive the people who quarrel about them.”\n– Urban planner\n"
        "The council will meet again in spring to vote on the plan and its price."
    )
    table = attribution.find_quotations([parse_text(text)])
    assert table["quote"].tolist() == ["Bridges outlive the people who quarrel about them."]
    assert table["speaker"].tolist() == ["Urban planner"]
    assert table["attribution"].tolist() == ["vague"]
    assert table["line"].tolist() == [2]


def test_a_second_quotation_in_a_paragraph_keeps_the_speaker():
    text = "“It was hard to watch,” said Meyer. “We never gave up on them.”"
    assert [row[2] for row in rows(text)] == ["Meyer", "Meyer"]


def test_a_quotation_of_two_paragraphs_keeps_the_speaker():
    text = "Meyer said: “It was hard to watch the second half.\n“We never gave up on them.”"
    assert [row[2] for row in rows(text)] == ["Meyer", "Meyer"]


def test_quotes_are_the_articles_own_characters():
    parsed = parse_text("“It’s safe to cross,” said Meyer. The ‘old bridge’, Smith says, is not.")
    table = attribution.find_quotations([parsed])
    assert len(table) == 2
    for row in table.itertuples():
        assert parsed.article.text[row.start : row.end] == row.quote


def test_attribution_ends_where_a_contrast_begins():
    parsed = parse_text("Two boats sank, the police said, but the harbour stayed open.")
    (only,) = attribution.attribute(parsed)
    assert parsed.article.text[only.start : only.end] == "Two boats sank"


def test_covering_prefers_the_firmer_attribution():
    parsed = parse_text("Many say the dam is safe, according to Anna Meyer.")
    start = parsed.article.text.index("safe")
    found = attribution.covering(attribution.attribute(parsed), start, start + 4)
    assert (found.speaker, found.firmness) == ("Anna Meyer", "named")


def test_only_quotation_marks_make_words_quoted():
    parsed = parse_text("Meyer said “the bridge is safe”. Meyer said the dam is safe.")
    attributions = attribution.attribute(parsed)
    text = parsed.article.text
    first, second = text.index("bridge"), text.index("dam")
    assert attribution.is_quoted(attributions, first, first + 6)
    assert not attribution.is_quoted(attributions, second, second + 3)
    assert attribution.covering(attributions, second, second + 3).speaker == "Meyer"


def test_no_quotations_give_an_empty_table_with_all_columns():
    table = attribution.find_quotations([parse_text("The bridge opened.")])
    assert table.empty
    assert table.columns.tolist() == attribution.COLUMNS
