import pandas as pd
import pytest

from helpers import corpus, divergence
from helpers.texts import duplicates

STORY = "The ship left the harbour on Monday with a crew of nine people and came back on Friday. "
LONG = " ".join(f"{STORY}It carried {n} crates of the goods that day." for n in range(20))


def table(**texts: str):
    articles = [corpus.article_from_text(text, name) for name, text in texts.items()]
    signatures = [duplicates.signature(article) for article in articles]
    return corpus.articles_table(articles).assign(signature=signatures)


def test_a_copy_with_small_changes_is_traced_to_the_first():
    changed = LONG.replace("It carried 7 crates", "It bore 7 crates")
    other = "A bridge over the river was opened by the mayor. It is long. " * 5
    found = duplicates.with_originals(table(a=LONG, b=other, c=changed, d=LONG + " More."))
    assert found["duplicate_of"].tolist() == ["", "", "a", "a"]
    assert duplicates.warnings(found)["path"].tolist() == ["c", "d"]


def test_articles_on_one_event_are_no_duplicates():
    found = duplicates.with_originals(
        table(a="The ship left on Monday with nine. It was late.", b="The ship left on Monday.")
    )
    assert found["duplicate_of"].tolist() == ["", ""]
    assert duplicates.warnings(found).empty


@pytest.mark.parametrize(
    "copied, verdict, n_sources",
    [("27", "single", 1), ("31", "conflict", 2)],
)
def test_a_near_duplicate_is_no_second_source_unless_it_says_otherwise(copied, verdict, n_sources):
    rows = [("a.txt", "27"), ("b.txt", copied)]
    stated = pd.DataFrame(
        [
            (source, 1, 0, 2, value, "Wang", "age", value, "years", float(value), float(value))
            + ("asserted", "", "age")
            for source, value in rows
        ],
        columns="source line start end quote subject attribute value unit low high status "
        "attribution rule".split(),
    )
    articles = pd.DataFrame(
        {"source": ["a.txt", "b.txt"], "date": "", "duplicate_of": ["", "a.txt"]}
    )
    (row,) = divergence.compare(stated, articles).itertuples()
    assert (row.verdict, row.n_sources) == (verdict, n_sources)
