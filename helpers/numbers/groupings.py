"""Read how many stand together by what they are called: "the trio", "a pair of mopeds"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from helpers.quantities import Quantity

SIZES = {"pair": 2, "duo": 2, "trio": 3, "threesome": 3, "quartet": 4, "foursome": 4, "quintet": 5}
# Two people are called a pair wherever two are named, more of them only as those of the story.
FEW = 2
GROUPED = re.compile(
    rf"\b(?:the|this|that|an?)(?: [a-z]+)? (?P<word>{'|'.join(SIZES)})\b(?P<of> of (?!the\b))?",
    re.IGNORECASE,
)


def groupings(line: str, make: Callable[..., Quantity]) -> Iterator[Quantity]:
    """Yield a count for each group that its name gives the size of, of people if of nothing else."""
    for match in GROUPED.finditer(line):
        size = SIZES[match["word"].lower()]
        if match["of"] or size > FEW:
            unit = "" if match["of"] else "people"
            yield make(*match.span("word"), "count", str(size), float(size), float(size), unit)
