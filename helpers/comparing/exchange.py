"""Tell whether sums in two currencies can be one sum, at any rate of exchange since 2000."""

from __future__ import annotations

from functools import cache

from helpers.cues import read_cues


@cache
def rates() -> dict[str, tuple[float, float]]:
    """Return by currency the fewest and the most US dollars that one of it was worth."""
    rows = read_cues("exchange_rates")
    return {row["unit"]: (float(row["least"]), float(row["most"])) for row in rows}


def apart(one: tuple[float, float, str], two: tuple[float, float, str]) -> bool:
    """Tell whether two sums, each low, high and currency, are no one sum at any rate.

    "£9 million" may be what another article calls "€12 million", and cannot be "€4 million".
    """
    if one[2] not in rates() or two[2] not in rates():
        return False
    (least, most), (fewest, largest) = rates()[one[2]], rates()[two[2]]
    return max(one[0] * least, two[0] * fewest) > min(one[1] * most, two[1] * largest)
