from pathlib import Path

import pandas as pd

from helpers import summary
from helpers.analysis import Tables

ARTICLES = pd.DataFrame({"source": ["a", "b"], "label": ["A", "B"], "n_words": [100, 200]})
RATES = pd.DataFrame(
    {"source": ["a"], "measure": "hype", "category": "all", "per_1000": 20, "low": 5.04, "high": 41}
)
SCORES = pd.DataFrame(
    {"source": ["a", "b"], "measure": "flesch_kincaid", "value": [9, None], "low": 8, "high": 10}
)
CLAIMS = pd.DataFrame(
    {
        "source": ["a", "a", "a", "b"],
        "kind": ["measurable", "uniqueness", "evaluative", "measurable"],
        "support": ["none", "named", "none", "evidence"],
    }
)
QUESTIONS = pd.DataFrame(
    {"n_sources": [2, 1], "values": ['{"a": ["1"], "b": ["2"]}', '{"a": ["3"]}']}
)
PAIRS = pd.DataFrame(
    {"source_a": ["a"], "source_b": ["b"], "subject": ["Ship"], "attribute": ["length"]}
)


def test_each_source_has_its_measures_with_intervals():
    frames = {"articles": ARTICLES, "rates": RATES, "readability": SCORES, "superlatives": CLAIMS}
    frames |= {"divergence": QUESTIONS, "contradictions": PAIRS}
    table = summary.by_source(Tables("Ships", Path(), frames))
    assert table.to_numpy().tolist() == [
        ["A", 100, "20.0 (5.0 to 41.0)", "9.0 (8.0 to 10.0)", "1 of 2", 1, 1],
        ["B", 200, "n/a", "n/a", "0 of 1", 1, 1],
    ]
