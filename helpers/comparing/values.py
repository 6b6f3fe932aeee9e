"""Tell whether two values of a fact, written in two ways, are the same."""

import math
import re
from functools import lru_cache

import numpy as np
import pandas as pd

NUMBER = re.compile(r"[$€£]?(-?\d+(?:\.\d+)?)\s?%?")
RANGE = re.compile(r"(\d+(?:\.\d+)?)\s?[-–]\s?(\d+(?:\.\d+)?)")
WORD = re.compile(r"[^\W_]+")
SMALL_WORDS = frozenset("a an the of at in for and s its his her their".split())
MIN_WORDS = 2
OTHER = "other"


@lru_cache(maxsize=65_536)
def number(value: str) -> tuple[float, float] | None:
    """Return a number, or the ends of a range such as "20-29", and None for words."""
    text = value.strip().replace(",", "")
    if match := NUMBER.fullmatch(text):
        return float(match[1]), float(match[1])
    if match := RANGE.fullmatch(text):
        return float(match[1]), float(match[2])
    return None


@lru_cache(maxsize=65_536)
def words(value: str) -> frozenset[str]:
    """Return the words of a value that carry its meaning, without their order."""
    return frozenset(WORD.findall(value.casefold().replace(".", ""))) - SMALL_WORDS


def same_value(value: str, other: str) -> bool:
    """Tell whether two values are the same.

    Numbers and ranges by their size. Words without regard to order, capitals and small words; of
    two longer values one may say more ("head of a new AI lab", "head of a new AI lab at Meta"),
    of short ones none ("CEO" is not "interim CEO").
    """
    first, second = number(value), number(other)
    if first and second:
        return all(map(math.isclose, first, second))
    own, others = words(value), words(other)
    shorter, longer = sorted((own, others), key=len)
    return own == others or (len(shorter) >= MIN_WORDS and shorter <= longer)


def same_name(name: str, other: str) -> bool:
    """Tell whether one name is the other or a part of it ("Meta", "Meta Platforms")."""
    shorter, longer = sorted((words(name), words(other)), key=len)
    return shorter == longer or (bool(shorter) and shorter <= longer)


def same_attribute(attribute: str, other: str) -> bool:
    """Tell whether two attributes are the same; what the guide does not name is all "other"."""
    return attribute == other or attribute.split(":")[0] == other.split(":")[0] == OTHER


def compare(first: pd.Series, second: pd.Series, same) -> np.ndarray:
    """Return `same(one, other)` for each value of `first` with each of `second`."""
    (codes, values), (other_codes, others) = pd.factorize(first), pd.factorize(second)
    table = np.array([[same(str(a), str(b)) for b in others] for a in values], bool)
    return table.reshape(len(values), len(others))[np.ix_(codes, other_codes)]
