"""Read the cue lists under `helpers/lexicons`: words with the use of each, features with their weights."""

import csv
from functools import cache
from importlib.resources import files


@cache
def read_cues(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of `lexicons/NAME.csv`, in the file's order."""
    with files("helpers").joinpath(f"lexicons/{name}.csv").open(encoding="utf-8") as file:
        return tuple(csv.DictReader(file))


@cache
def read_weights(name: str) -> dict[str, float]:
    """Return by feature the weights of a regression, from `lexicons/NAME.csv`."""
    return {row["feature"]: float(row["weight"]) for row in read_cues(name)}


@cache
def words(name: str, column: str, *uses: str) -> frozenset[str]:
    """Return the first column of a cue list, where `column` holds one of `uses`."""
    rows = read_cues(name)
    return frozenset(next(iter(row.values())) for row in rows if not uses or row[column] in uses)
