"""Scores worked by hand on two short articles, and the agreement of the seeds' two passes."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from helpers import accuracy, paths
from helpers.comparing import values
from helpers.scoring import agreement, correction, errors, labels

A, B = "a.txt", "b.txt"
TEXTS = {
    A: "The massive deal is a gold mine\nA truly bold bet and a huge win\nPlain words here",
    B: "A massive sum\nThe huge fund is a gold mine",
}


def spans(source, *quotes, text=None, **columns):
    text = text or TEXTS[source]
    rows = []
    for quote in quotes:
        start = text.index(quote)
        line = 1 + text[:start].count("\n")
        rows.append((source, line, start, start + len(quote), quote))
    return pd.DataFrame(rows, columns=["source", "line", "start", "end", "quote"]).assign(**columns)


def blocks():
    parts = [spans(source, *text.split("\n")) for source, text in TEXTS.items()]
    return pd.concat(parts, ignore_index=True).assign(kind="paragraph")


def given(layer, **passes):
    tables = [pd.concat(parts).assign(labeller=name) for name, parts in passes.items()]
    whole = pd.concat(tables, ignore_index=True)
    covered = [(layer, name, source, 0) for name in passes for source in TEXTS]
    columns = ["layer", "labeller", "source", "n_labels"]
    empty = labels.read_labels(paths.ROOT / "nowhere", TEXTS).layers
    return labels.Labels(empty | {layer: whole}, pd.DataFrame(covered, columns=columns), empty)


def tables(**frames):
    none = pd.DataFrame(columns=["source", "line", "start", "end", "quote"])
    base = {name: none for name in ("sentences", "hype", "superlatives", "facts")}
    base["hype"] = none.assign(category="", lexicon_id="")
    base["facts"] = none.assign(subject="", attribute="", value="", status="")
    return SimpleNamespace(**(base | {"blocks": blocks()} | frames))


@pytest.fixture
def marked():
    # Settled: massive, gold mine, truly bold/bold; massive, gold mine. Open: huge win, huge fund.
    first = [
        spans(
            A, "massive", "gold mine", "truly bold", category=["magnitude", "metaphor", "praise"]
        ),
        spans(B, "massive", "gold mine", "huge fund", category=["magnitude", "praise", "praise"]),
    ]
    second = [
        spans(A, "massive", "gold mine", "bold", category=["magnitude", "metaphor", "praise"]),
        spans(A, "huge win", category="magnitude"),
        spans(B, "massive", "gold mine", category=["magnitude", "metaphor"]),
    ]
    return given("hype", first=first, second=second)


@pytest.fixture
def hype():
    a = spans(A, "massive", "a gold", "huge", "Plain", lexicon_id=["massive", "gold", "huge", "x"])
    b = spans(B, "massive", "sum", lexicon_id=["massive", "x"])
    table = pd.concat([a, b], ignore_index=True)
    return table.assign(category=["magnitude", "praise", "magnitude", "praise", "praise", "praise"])


def test_scores_by_hand(marked, hype):
    judged = accuracy.compare(tables(hype=hype), marked)
    row = accuracy.score(judged, blocks()).set_index("detector").loc["hype"]
    # Right: massive, a gold, massive. Wrong: Plain, sum. Open: huge. Found 3 of 5 labels.
    assert row[["n_labels", "found", "n_hits", "right"]].tolist() == [5, 3, 5, 3]
    assert row[["precision", "recall", "f1"]].tolist() == pytest.approx([0.6, 0.6, 0.6])
    # Exact: massive twice, of 5 and 5.
    assert row["exact_f1"] == pytest.approx(0.4)
    # Partial: category agrees for massive in A only.
    assert row["partial_f1"] == pytest.approx(0.2)
    assert 0 <= row["f1_low"] < 0.6 < row["f1_high"] <= 1


def test_scores_by_article_keep_both_articles(marked, hype):
    judged = accuracy.compare(tables(hype=hype), marked)
    table = accuracy.score(judged, blocks(), by="source").query("detector == 'hype'")
    assert table[["group", "n_labels", "found", "n_hits", "right"]].values.tolist() == [
        [A, 3, 2, 3, 2],
        [B, 2, 1, 2, 1],
    ]


def test_scores_by_category_ask_for_the_category(marked, hype):
    judged = accuracy.compare(tables(hype=hype), marked)
    table = accuracy.score(judged, blocks(), by="category").query("detector == 'hype'")
    counted = table.set_index("group")[["n_labels", "found", "n_hits", "right"]]
    assert counted.loc["magnitude"].tolist() == [2, 1, 1, 1]  # huge is open
    # The passes call the gold mine of B praise and metaphor: it is neither's, and settles nothing.
    assert counted.loc["metaphor"].tolist() == [1, 0, 0, 0]
    assert counted.loc["praise"].tolist() == [1, 0, 4, 0]


def test_a_score_of_one_on_few_labels_does_not_look_certain(marked):
    both = marked.layers["hype"]
    hits = both[both["labeller"] == "first"].assign(lexicon_id="x")
    row = accuracy.score(accuracy.compare(tables(hype=hits), marked), blocks()).iloc[0]
    assert row["f1"] == 1 and row["f1_low"] < 0.8 and row["f1_high"] == 1


def test_without_hits_precision_is_unknown_and_f1_is_zero(marked):
    row = accuracy.score(accuracy.compare(tables(), marked), blocks()).iloc[0]
    assert np.isnan(row["precision"]) and row["recall"] == 0 and row["f1"] == 0


def test_held_out_drops_entries_that_only_this_article_supports(marked, hype):
    kept = accuracy.without_own_entries(hype, marked.layers["hype"])
    # "massive" is supported by both articles, "gold" and "huge" by A alone, "x" by none.
    assert kept["quote"].tolist() == ["massive", "Plain", "massive", "sum"]


def test_held_out_keeps_the_hits_of_an_entry_in_other_articles(marked):
    hits = pd.concat([spans(A, "huge"), spans(B, "sum")]).assign(lexicon_id="e", category="praise")
    kept = accuracy.without_own_entries(hits, marked.layers["hype"])
    assert kept["quote"].tolist() == ["sum"]


def test_held_out_keeps_constructions_without_words(marked):
    hits = spans(A, "huge").assign(lexicon_id="emoji", category="engagement")
    assert len(accuracy.without_own_entries(hits, marked.layers["hype"])) == 1
    hits = hits.assign(lexicon_id="huge")
    assert accuracy.without_own_entries(hits, marked.layers["hype"]).empty


def test_held_out_keeps_the_entries_that_are_asked_for(marked, hype):
    ids = frozenset(hype.loc[hype["quote"] == "huge", "lexicon_id"])
    kept = accuracy.without_own_entries(hype, marked.layers["hype"], kept=ids)
    assert "huge" in kept["quote"].tolist() and "gold" not in kept["quote"].tolist()


def test_published_entries_are_those_that_name_a_list():
    published = accuracy.published_entries()
    assert {"brilliance", "renowned", "visionary"} <= published
    assert not {"jet_fuel", "lifeblood", "no_small_feat"} & published


def test_with_one_labelled_article_nothing_is_held_out(marked, hype):
    of_a = marked.covered[marked.covered["source"] == A]
    one = labels.Labels(marked.layers, of_a, marked.problems)
    assert "hype, held out" not in accuracy.compare(tables(hype=hype), one)
    assert "hype, held out" in accuracy.compare(tables(hype=hype), marked)


def test_lines_and_sentences_count_what_came_out_as_labelled():
    lines = given("blocks", first=[blocks().rename(columns={"kind": "label"})])
    found = blocks().assign(kind=["paragraph", "heading", "paragraph", "paragraph", "paragraph"])
    judged = accuracy.compare(tables(blocks=found), lines)
    row = accuracy.summary(accuracy.score(judged, found)).iloc[0]
    assert (row["detector"], row["n_labels"], row["score"]) == ("lines", 5, 0.8)
    sentences = given("sentences", first=[spans(A, "The massive deal", "Plain words here")])
    detected = pd.concat([spans(A, "The massive deal", "Plain words"), spans(B, "A massive sum")])
    judged = accuracy.compare(tables(sentences=detected), sentences)
    row = accuracy.summary(accuracy.score(judged, blocks())).iloc[0]
    assert (row["detector"], row["measure"], row["score"]) == ("sentences", "share found", 0.5)


def facts(values_, *, attribute="deal_value", subject="Deal", status="asserted"):
    own = {"attribute": attribute, "subject": subject, "status": status}
    return spans(A, "The massive deal", "gold mine", value=values_, **own)


def test_facts_are_found_when_the_value_is_the_same():
    labelled = given("facts", first=[facts(["14300000000", "CEO"])])
    hits = facts(["14300000000.0", "interim CEO"], subject="The Deal", status="reported")
    judged = accuracy.compare(tables(facts=hits), labelled)
    assert judged["facts"].labels["found"].tolist() == [True, False]
    levels = accuracy.fact_levels(hits.assign(attribute=["deal_value", "x"]), labelled)
    assert levels[["asked", "found"]].values.tolist() == [
        ["the place", 2],
        ["and the value", 1],
        ["and the attribute", 1],
        ["and the subject", 1],
    ]
    same = accuracy.same_attributes(judged).set_index("attribute")
    assert same["n"].tolist() == [1, 1, 1]
    assert same["same"].to_dict() == {"attribute": 1, "subject": 1, "status": 0}


@pytest.mark.parametrize(
    "value, other, same",
    [
        ("14300000000", "14300000000.0", True),
        ("$14,300,000,000", "14300000000", True),
        ("49", "49%", True),
        ("49", "50", False),
        ("20-29", "20–29", True),
        ("20-29", "21", False),
        ("OpenAI", "openai", True),
        ("U.S. government", "US Government", True),
        ("CEO", "interim CEO", False),
        ("head of new AI lab at Meta", "head of a new AI lab at Meta", True),
        ("head of a new AI lab", "head of a new AI lab at Meta", True),
        ("Alexandr Wang", "Alexander Wang", False),
        ("none", "", False),
    ],
)
def test_same_value(value, other, same):
    assert values.same_value(value, other) is same
    assert values.same_value(other, value) is same


def test_attributes_the_guide_does_not_name_are_all_other():
    assert values.same_attribute("other:wealth", "other:billionaire_status")
    assert not values.same_attribute("age", "other:age")
    assert values.same_name("Meta", "Meta Platforms") and not values.same_name("Meta", "Scale AI")


def test_errors_quote_what_is_missed_wrong_and_in_another_category(marked, hype):
    table = errors.errors(accuracy.compare(tables(hype=hype), marked), blocks())
    columns = ["error", "line", "left", "quote", "right", "labelled", "detected"]
    assert table[table["source"] == A][columns].values.tolist() == [
        ["category", 1, "The massive deal is a ", "gold mine", "", "metaphor", "praise"],
        ["missed", 2, "A ", "truly bold", " bet and a huge win", "praise", ""],
        ["wrong", 3, "", "Plain", " words here", "", "praise"],
    ]
    assert table[table["source"] == B]["error"].tolist() == ["category", "wrong", "missed"]


def test_corrected_counts_use_the_scores_of_the_other_articles(marked, hype):
    more = pd.concat([hype, spans(A, "here", lexicon_id="x", category="praise")])
    table = correction.corrected_counts(accuracy.compare(tables(hype=more), marked), marked)
    rows = table.set_index("source")
    counted = rows[["first", "second", "both", "detected"]].values.tolist()
    assert counted == [[3, 4, 3, 5], [3, 2, 2, 2]]
    # Held out, A has 3 hits, 1 right, and 1 of 3 labels found; B 2 hits, 1 right, and 1 of 2.
    assert rows["corrected"].tolist() == pytest.approx(
        [3 * (1 / 2) / (1 / 2), 2 * (1 / 3) / (1 / 3)]
    )
    assert (rows["low"] < rows["corrected"]).all() and (rows["corrected"] < rows["high"]).all()


def test_kappa_by_hand():
    # Observed 0.7; expected 0.5 * 0.6 + 0.5 * 0.4 = 0.5.
    assert agreement.kappa(np.array([[40, 10, 20, 30]])) == pytest.approx([0.4])
    assert np.isnan(agreement.kappa(np.array([[0, 0, 0, 5]]))).all()


def test_agreement_by_hand(marked, hype):
    sentences = blocks()
    table = agreement.agreement(tables(hype=hype, sentences=sentences), marked)
    assert table[["one", "other", "n_one", "n_other", "n_both"]].values.tolist() == [
        ["first", "second", 6, 6, 5],
        ["first", "detector", 6, 6, 3],
        ["second", "detector", 6, 6, 4],
    ]
    assert table["f1"].tolist() == pytest.approx([10 / 12, 6 / 12, 8 / 12])
    assert table["exact_f1"].iloc[0] == pytest.approx(8 / 12)
    # Sentences with a span: both passes all but "Plain words here".
    assert table["kappa"].iloc[0] == 1


@pytest.fixture(scope="module")
def seeds():
    files = sorted(paths.SEEDS.glob("*.txt"))
    texts = {file.name: file.read_bytes().decode("utf-8") for file in files}
    return labels.read_labels(paths.SEEDS, texts), texts


def test_the_labels_of_the_seeds_are_whole(seeds):
    given_, texts = seeds
    assert given_.problems.empty
    totals = given_.covered.groupby(["layer", "labeller"])["n_labels"].sum()
    assert totals.to_dict() == {
        ("blocks", "first"): 168,
        ("blocks", "second"): 168,
        ("hype", "first"): 191,
        ("hype", "second"): 234,
        ("superlatives", "first"): 19,
        ("superlatives", "second"): 20,
        ("facts", "first"): 191,
        ("facts", "second"): 213,
        ("sentences", "first"): 19,
        ("sentences", "second"): 19,
    }
    for table in given_.layers.values():
        for row in table.itertuples():
            assert texts[row.source][row.start : row.end] == row.quote


def test_the_passes_over_the_seeds_agree_as_the_guide_says(seeds):
    given_, _ = seeds
    lines = given_.layers["blocks"].query("labeller == 'first'").rename(columns={"label": "kind"})
    one = tables(blocks=lines.reset_index(drop=True))
    table = agreement.agreement(one, given_).query("one == 'first' and other == 'second'")
    found = table.set_index("layer")
    assert found["n_both"].to_dict()["blocks"] == 168
    assert round(found["f1"], 3)[["hype", "superlatives"]].tolist() == [0.885, 0.974]
    assert agreement.same_attributes(given_).set_index("layer")["share"]["superlatives"] == 1
