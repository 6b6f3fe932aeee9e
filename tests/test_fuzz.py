"""No text makes a detector fail, misquote or take more than a few seconds."""

import random

import pytest

from helpers import paths
from tests.detectors import check_places, run

SIZE = 4_000
SECONDS = 4.0  # of processor time, for one step over SIZE characters
UNITS = (
    "a", "(", '"', "“a” ", "$", "1,", "one ", "$3 million ", "the most ", "- ", ". ", "Wang ",
    "Wang said that ", "a\n", "49% stake of ", 'he said "it is the best" ', "🚀", "\u202e", "!",
    "Is it? ", "#a ", "|a", "'", "a, ", "a-", "â€™", "June 13, 2025, ", "X acquired Y and ",
    "not just a, it is b; ", "will be the best ", "as X said, ", "\u00a0", "\x0b", "a\r", "=1+1\n",
    "according to the ", "1.", "U.S. ", "’s ", "A&B ", "$$", "e\u0301", "ﬁ", "İ", "2025 ", "12 ",
    "“‘", "a; ", "https://a.example/b?c=d&e ", "state-of-the-", "_ ", "between 3 and ", "Anna B. ",
    "41-year-old ", "– ", "a/b/", "\ufeff", "\u200b", "1, 2, ", "best ", "more than 5 ",
)  # fmt: skip
FRAGMENTS = ("\r\n", "\r", "\0", "“", "”", '"', "'", "$", "(", "—", "\u202e", "🚀", "İ", "9" * 40)


@pytest.fixture(scope="module", autouse=True)
def loaded():
    run("The firm said so on Monday. It paid $5 million.")  # the libraries load once


@pytest.mark.parametrize("unit", UNITS, ids=[ascii(unit) for unit in UNITS])
def test_no_repeated_text_is_slow_or_misquoted(unit):
    text = f"Title\nThe firm said so on Monday.\n{unit * (SIZE // len(unit))}\nIt is done."
    tables, seconds = run(text)
    assert check_places(text, tables).total() > 2
    slow = {step: taken for step, taken in seconds.items() if taken > SECONDS}
    assert not slow


def mutant(seed: int) -> str:
    """Return a stretch of the seeds with pieces deleted, doubled, swapped and broken into."""
    chance = random.Random(seed)
    text = chance.choice(sorted(paths.SEEDS.glob("*.txt"))).read_text(encoding="utf-8")
    start = chance.randrange(max(1, len(text) - SIZE))
    pieces = list(text[start : start + SIZE])
    for _ in range(chance.randrange(20, 200)):
        at, to = sorted((chance.randrange(len(pieces)), chance.randrange(len(pieces))))
        to = min(to, at + 60)
        change = chance.randrange(4)
        if change == 0:
            del pieces[at:to]
        elif change == 1:
            pieces[at:at] = pieces[at:to]
        elif change == 2:
            pieces.insert(at, chance.choice(FRAGMENTS))
        else:
            pieces[at:to] = pieces[at:to][::-1]
    return "".join(pieces)


@pytest.mark.parametrize("seed", range(8))
def test_mutated_articles_are_analysed(seed):
    text = mutant(seed)
    tables, seconds = run(text)
    assert check_places(text, tables).total() > 10
    assert max(seconds.values()) < SECONDS


@pytest.mark.parametrize("seed", range(4))
def test_random_characters_are_analysed(seed):
    chance = random.Random(seed)
    ranges = [(32, 127), (0x80, 0x2FF), (0x2000, 0x2BFF), (0x1F300, 0x1F6FF), (0, 32)]
    text = "".join(chr(chance.randrange(*chance.choice(ranges))) for _ in range(SIZE))
    tables, seconds = run(text)
    check_places(text, tables)
    assert max(seconds.values()) < SECONDS


def numbered(words: str, n: int) -> str:
    """Return words with another name and number in each place, up to `n` characters."""
    return "".join(f"{words.format(chr(65 + i % 26) + hex(i)[2:], i)} " for i in range(n // 9))[:n]


GROWING = {
    "line": lambda n: (
        "Wang said the deal of $3 million is the most “amazing” of 2025, and " * (n // 68)
    ),
    "years": lambda n: "2025 " * (n // 5),
    "numbers": lambda n: "12 " * (n // 3),
    "quotes": lambda n: "“a” 'b' " * (n // 8),
    "names": lambda n: numbered("Ms {0}son said so.", n),
    "facts": lambda n: numbered("{0}son is {1}.\n", n),
    "lines": lambda n: "The best deal.\n\n" * (n // 16),
}


@pytest.mark.parametrize("name", GROWING)
def test_twice_the_text_takes_about_twice_the_time(name):
    n = 5_000
    shorter, longer = ("Title\n" + GROWING[name](size) for size in (n, 2 * n))
    assert 1.8 * len(shorter) < len(longer) < 2.2 * len(shorter)
    once, twice = (sum(run(text)[1].values()) for text in (shorter, longer))
    if twice > 3 * once + 0.2:  # something else was in the way: measure again
        once, twice = (sum(run(text)[1].values()) for text in (shorter, longer))
    assert twice < 3 * once + 0.2
