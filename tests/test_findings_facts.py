import pandas as pd

from helpers import contradictions, divergence, grid
from helpers.findings import facts as findings

ARTICLES = pd.DataFrame(
    {"source": ["a.txt", "b.txt", "c.txt"], "label": ["Ant", "Bee", "Cat"], "date": ["", "", ""]}
)


def facts(*rows):
    """Build facts about one subject from (source, attribute, number)."""
    columns = "source line start end quote subject attribute value unit low high status".split()
    made = [
        (
            f"{source}.txt",
            n + 1,
            n,
            n + 2,
            "words",
            "Quake",
            attribute,
            str(value),
            "",
            value,
            value,
        )
        + ("asserted",)
        for n, (source, attribute, value) in enumerate(rows)
    ]
    return pd.DataFrame(made, columns=columns).assign(attribution="", rule="r")


STORY = facts(
    ("a", "killed", 41), ("b", "killed", 47), ("c", "killed", 47), ("a", "aid", 5), ("b", "aid", 5)
)
VERDICTS = divergence.compare(STORY, ARTICLES)


def test_overview_counts_the_questions_by_verdict():
    finding = findings.overview(VERDICTS)
    assert finding.evidence == {
        "questions": 2,
        "conflict": 1,
        "compatible": 0,
        "agree": 1,
        "single": 0,
    }
    assert "Quake: killed" in finding.text
    assert finding.headline == "Articles contradict one another on 1 of 2 questions"


def test_overview_declines_when_no_two_articles_answer_one_question():
    alone = divergence.compare(facts(("a", "killed", 41)), ARTICLES)
    assert "nothing can diverge" in findings.overview(alone).text
    agreed = divergence.compare(facts(("a", "aid", 5), ("b", "aid", 5)), ARTICLES)
    assert findings.overview(agreed).evidence["conflict"] == 0


def test_a_conflict_names_values_and_counts_articles():
    groups = grid.groups(divergence.claims(STORY, ARTICLES), VERDICTS)
    finding = findings.conflict(groups, "Quake: killed")
    assert finding.evidence == {"41": 1, "47": 2}
    assert "41 (1 article) and 47 (2 articles)" in finding.text
    assert "exclude one another." in findings.conflict(groups, "Quake: aid").text


def test_silence_names_who_leaves_questions_open():
    finding = findings.silent(divergence.silence(VERDICTS, ARTICLES), ARTICLES)
    assert finding.text.startswith("Cat leaves open 1 of the 2 questions")
    assert finding.evidence["n_silent"] == 1


def test_disputes_name_the_pairs():
    finding = findings.disputes(contradictions.disputes(STORY, ARTICLES), ARTICLES)
    assert finding.evidence["pairs"] == ["Ant and Cat", "Ant and Bee"]
    none = contradictions.disputes(facts(("a", "aid", 5), ("b", "aid", 5)), ARTICLES)
    assert findings.disputes(none, ARTICLES).evidence == {"pairs": 1}


def test_internal_conflicts_are_told_apart():
    story = facts(("a", "killed", 41), ("a", "killed", 47))
    finding = findings.internal(contradictions.internal(story, ARTICLES), ARTICLES)
    assert "Ant on killed of Quake (41, 47)" in finding.text
    nothing = contradictions.internal(facts(("a", "killed", 41)), ARTICLES)
    assert findings.internal(nothing, ARTICLES).evidence == {"conflicts": 0}


def test_numbers_left_over_are_counted_against_all():
    leftovers = pd.DataFrame({"source": ["a.txt"], "start": [9], "end": [11]})
    assert findings.left_over(leftovers, STORY).evidence == {"left_over": 1, "numbers": 6}
    assert findings.left_over(leftovers[:0], STORY[:0]).text == "The articles state no number."


def test_headlines_have_at_most_fourteen_words():
    groups = grid.groups(divergence.claims(STORY, ARTICLES), VERDICTS)
    made = [
        findings.overview(VERDICTS),
        findings.conflict(groups, "Quake: killed"),
        findings.silent(divergence.silence(VERDICTS, ARTICLES), ARTICLES),
        findings.disputes(contradictions.disputes(STORY, ARTICLES), ARTICLES),
    ]
    assert all(0 < len(finding.title.split()) <= 14 for finding in made)


def test_where_nothing_conflicts_one_sentence_says_so():
    calm = facts(("a", "aid", 5), ("b", "aid", 5))
    verdicts = divergence.compare(calm, ARTICLES)
    told = findings.conflicts(grid.groups(divergence.claims(calm, ARTICLES), verdicts), verdicts)
    assert [finding.text for finding in told] == [findings.overview(verdicts).text]
    groups = grid.groups(divergence.claims(STORY, ARTICLES), VERDICTS)
    assert len(findings.conflicts(groups, VERDICTS)) == groups["question"].nunique() > 0
