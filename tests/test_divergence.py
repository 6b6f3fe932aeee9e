import json

import pandas as pd
import pytest

from helpers import contradictions, divergence
from helpers.settings import Settings

ARTICLES = pd.DataFrame({"source": ["a.txt", "b.txt", "c.txt"], "date": ["", "", ""]})
WHOLE = "Bridge collapse"


def facts(*rows):
    """Build a facts table from (source, attribute, value, low, high, status)."""
    made = [
        {"source": f"{source}.txt", "line": place + 1, "start": 10 * place, "end": 10 * place + 5}
        | {"quote": "words", "subject": WHOLE, "attribute": attribute, "value": value}
        | {"unit": "", "low": low, "high": high, "status": status, "attribution": "", "rule": "r"}
        for place, (source, attribute, value, low, high, status) in enumerate(rows)
    ]
    columns = "source line start end quote subject attribute value unit low high status attribution"
    return pd.DataFrame(made, columns=[*columns.split(), "rule"])


NAN = float("nan")
STORY = facts(
    ("a", "killed", "41", 41, 41, "asserted"),
    ("b", "killed", "47", 47, 47, "reported"),
    ("c", "killed", "40", 40, float("inf"), "asserted"),
    ("a", "injured", "12", 12, 12, "asserted"),
    ("b", "injured", "dozen", 10, 14, "asserted"),
    ("a", "length", "300", 295, 305, "asserted"),
    ("b", "length", "300", 295, 305, "asserted"),
    ("c", "other:cause", "corrosion", NAN, NAN, "hedged"),
    ("c", "founded_year", "1961", 19610101, 19611231, "asserted"),
    ("c", "founded_year", "1967", 19670101, 19671231, "asserted"),
)


def verdicts(table):
    return dict(zip(table["attribute"], table["verdict"], strict=True))


def test_every_verdict_occurs_in_one_story():
    table = divergence.compare(STORY, ARTICLES)
    assert verdicts(table) == {
        "killed": "conflict",
        "injured": "compatible",
        "length": "agree",
        "founded_year": "single",
        "other:cause": "single",
    }
    assert table["verdict"].tolist()[0] == "conflict"


def test_values_and_statuses_are_kept_by_source():
    table = divergence.compare(STORY, ARTICLES).set_index("attribute")
    assert json.loads(table.loc["killed", "values"]) == {
        "a.txt": ["41"],
        "b.txt": ["47"],
        "c.txt": ["40"],
    }
    assert json.loads(table.loc["killed", "statuses"])["b.txt"] == ["reported"]
    assert table.loc["killed", "n_sources"] == 3


def test_silence_is_no_disagreement():
    one_silent = STORY[(STORY["attribute"] == "length")]
    table = divergence.compare(one_silent, ARTICLES)
    assert verdicts(table) == {"length": "agree"}
    silent = divergence.silence(table, ARTICLES).set_index("source")
    assert silent["n_silent"].to_dict() == {"a.txt": 0, "b.txt": 0, "c.txt": 1}
    assert silent.loc["c.txt", "silent_on"] == f"{WHOLE}: length"


def test_groups_are_sets_of_values_that_can_be_true_together():
    claims = divergence.claims(STORY[STORY["attribute"] == "killed"], ARTICLES)
    assert dict(zip(claims["source"], claims["group"], strict=True)) == {
        "a.txt": "A",
        "b.txt": "B",
        "c.txt": "AB",
    }


def test_a_shared_value_settles_a_number_and_a_repeated_one_is_one_claim():
    story = facts(
        ("a", "price", "5", 5, 5, "asserted"),
        ("a", "price", "5", 5, 5, "hedged"),
        ("a", "price", "9", 9, 9, "asserted"),
        ("b", "price", "5", 5, 5, "reported"),
    )
    assert verdicts(divergence.compare(story, ARTICLES)) == {"price": "agree"}
    claims = divergence.claims(story, ARTICLES)
    assert claims[["source", "value", "status", "n"]].values.tolist() == [
        ["a.txt", "5", "asserted", 2],
        ["a.txt", "9", "asserted", 1],
        ["b.txt", "5", "reported", 1],
    ]


def test_a_reference_of_the_reader_is_shown_and_judges_nothing():
    one = {"words": ["killed"], "unit": "count"}
    settings = Settings.model_validate(
        {"attributes": {"killed": one | {"reference": {"value": "43", "source": "the coroner"}}}}
    )
    table = divergence.compare(STORY, ARTICLES, settings).set_index("attribute")
    assert table.loc["killed", ["reference", "reference_source"]].tolist() == ["43", "the coroner"]
    assert table.loc["injured", "reference"] == ""
    assert table["verdict"].equals(
        divergence.compare(STORY, ARTICLES).set_index("attribute")["verdict"]
    )


@pytest.mark.parametrize(
    ("make", "columns"),
    [
        (divergence.compare, divergence.COLUMNS),
        (divergence.claims, divergence.CLAIM_COLUMNS),
        (contradictions.pairs, contradictions.PAIR_COLUMNS),
        (contradictions.internal, contradictions.PAIR_COLUMNS),
        (contradictions.disputes, contradictions.DISPUTE_COLUMNS),
    ],
)
def test_no_facts_give_empty_tables_with_all_columns(make, columns):
    table = make(facts(), ARTICLES)
    assert table.columns.tolist() == columns
    assert table.empty


def test_a_later_article_may_report_a_higher_toll():
    dated = ARTICLES.assign(date=["2025-06-13", "2025-06-14", ""])
    story = STORY[(STORY["attribute"] == "killed") & (STORY["source"] != "c.txt")]
    table = divergence.compare(story, dated)
    assert table.loc[0, ["verdict", "reason"]].tolist() == ["compatible", "later in time"]


def test_a_forecast_beside_a_number_is_no_second_value():
    rows = [("a", "sales", "9", 9, 9, "asserted"), ("a", "sales", "30", 30, 30, "hedged")]
    table = facts(*rows, ("b", "sales", "9", 9, 9, "asserted"))
    assert contradictions.internal(table, ARTICLES).empty
    assert divergence.compare(table, ARTICLES)["verdict"].tolist() == ["agree"]


def test_two_times_of_day_are_a_conflict():
    table = facts(
        ("a", "time of day", "04:12", NAN, NAN, "asserted"),
        ("b", "time of day", "05:12", NAN, NAN, "asserted"),
    ).assign(unit="time")
    assert divergence.compare(table, ARTICLES)["verdict"].tolist() == ["conflict"]


def test_convicted_of_one_charge_and_acquitted_of_another_is_no_conflict():
    said = [("a", "guilty"), ("a", "not guilty"), ("b", "guilty")]
    table = facts(*[(s, "other:verdict", value, NAN, NAN, "asserted") for s, value in said])
    assert divergence.compare(table, ARTICLES)["verdict"].tolist() == ["compatible"]
    table = table[table.index != 0]
    assert divergence.compare(table, ARTICLES)["verdict"].tolist() == ["conflict"]


def test_a_surname_beside_the_full_name_is_no_second_spelling():
    spelled = [("a", "Rut Kalma"), ("a", "Kalma"), ("b", "Rut Kallma"), ("b", "Kallma")]
    table = divergence.compare(
        facts(*((source, "name_spelling", form, NAN, NAN, "asserted") for source, form in spelled)),
        ARTICLES,
    )
    assert verdicts(table) == {"name_spelling": "conflict"}


def test_days_are_set_against_days_where_an_article_also_gives_a_year():
    days = facts(
        ("a", "date of release", "2017", 20170101, 20171231, "asserted"),
        ("a", "date of release", "--10-10", NAN, NAN, "asserted"),
        ("b", "date of release", "--10-08", NAN, NAN, "asserted"),
    ).assign(unit=["year", "day of year", "day of year"])
    assert verdicts(divergence.compare(days, ARTICLES)) == {"date of release": "conflict"}
    same = days.assign(value=["2017", "--10-08", "--10-08"])
    assert verdicts(divergence.compare(same, ARTICLES)) == {"date of release": "agree"}
    year = days.iloc[[0, 2]]
    assert verdicts(divergence.compare(year, ARTICLES)) == {"date of release": "compatible"}
