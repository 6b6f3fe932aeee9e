"""Tell which outcomes of a matter exclude one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from helpers.lattice import lattice
from helpers.statements.outcomes import DOING
from helpers.statements.slots import Slot


def exclusive(one: Slot, two: Slot) -> bool:
    """Tell whether two outcomes of a matter exclude one another, or one is denied."""
    if one.matter.startswith(DOING):
        return one.denied != two.denied
    tree = lattice(f"other:{one.matter}")
    if one.denied != two.denied:
        said, denial = (two, one) if one.denied else (one, two)
        return tree.name(denial.value) in tree.implied(said.value)
    return not one.denied and tree.excludes_each_other(one.value, two.value)


def agreeing(one: Slot, two: Slot) -> bool:
    """Tell whether two outcomes of a matter say the same, or one follows from the other.

    That somebody was released says neither that he was arrested nor that he was not.
    """
    if one.denied != two.denied:
        return False
    tree = lattice(f"other:{one.matter}")
    follows = tree.name(one.value) in tree.implied(two.value)
    return (
        one.matter.startswith(DOING) or follows or tree.name(two.value) in tree.implied(one.value)
    )


def only_one_outcome(slots: Iterable[Slot]) -> set[str]:
    """Return the sources that tell no two outcomes of a matter."""
    told: dict[str, set[tuple[str, bool]]] = defaultdict(set)
    for slot in slots:
        told[slot.source].add((slot.value, slot.denied))
    return {source for source, values in told.items() if len(values) == 1}
