"""Read who is quoted with which words, and find words that articles give to different people."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from helpers.attribution import QUOTATION
from helpers.statements.context import Context, Statement

if TYPE_CHECKING:
    from helpers.attribution import Attribution
    from helpers.statements.context import Mention

SAYING = "saying"
WORD = re.compile(r"[^\W_]+")
RUN = 5  # so many words in a row are not said by two people by chance
MAX_REACH = 400  # characters from the quotation to the words that say who speaks


def sayings(context: Context) -> Iterator[Statement]:
    """Yield each quotation of some length with the place where its speaker is named."""
    offset = context.parsed.block.start
    last_cue = -1
    for one in context.attributions:
        words = WORD.findall(context.text[one.start - offset : one.end - offset].lower())
        speaker = speaker_of(context, one) if one.form == QUOTATION else None
        if speaker is None or len(words) < RUN or one.cue_start == last_cue:
            continue
        last_cue = one.cue_start
        first, last = min(one.start, one.cue_start), max(one.end, one.cue_end)
        if last - first > MAX_REACH:
            first, last = one.start, one.end
        yield Statement(
            first - offset, last - offset, "said by", speaker.key, "words", SAYING,
            named=context.end_of(speaker), around=" ".join(words),
        )  # fmt: skip


def speaker_of(context: Context, one: Attribution) -> Mention | None:
    """Return the mention in the words that say who speaks."""
    if one.cue_start < 0:
        return None
    offset = context.parsed.block.start
    first, last = one.cue_start - offset, one.cue_end - offset
    inside = [
        m for m in context.mentions if first <= context.doc[m.first].idx and m.end_char <= last
    ]
    named = [m for m in inside if m.form == "name"]
    return named[-1] if named else inside[0] if inside else None


def shared_sayings(rows: Iterable[tuple]) -> Iterator[tuple[str, tuple]]:
    """Yield name and row of the quotations whose words stand in another article too."""
    rows = list(rows)
    places: dict[tuple, set[int]] = defaultdict(set)
    for i, row in enumerate(rows):
        words = row.around.split()
        for k in range(len(words) - RUN + 1):
            places[tuple(words[k : k + RUN])].add(i)
    group = list(range(len(rows)))

    def root(i: int) -> int:
        while group[i] != i:
            group[i] = i = group[group[i]]
        return i

    for found in places.values():
        low = min(map(root, found))
        for i in found:
            group[root(i)] = low
    members: dict[int, list[int]] = defaultdict(list)
    for i in range(len(rows)):
        members[root(i)].append(i)
    for found in members.values():
        if len({rows[i].source for i in found}) > 1:
            name = common_words([rows[i].around.split() for i in found])
            yield from ((name, rows[i]) for i in found)


def common_words(texts: list[list[str]]) -> str:
    """Return the first words of the shortest of some quotations."""
    return " ".join(min(texts, key=lambda words: (len(words), words))[: RUN + 1])
