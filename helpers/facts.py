"""Read what each article says about whom, and settle over the story what it is called.

`find_statements` reads one article and leaves names open: a subject is a place where a name, a
description or a pronoun stands. `settle` puts the names in, says which deal and which event a
statement is about, and leaves the numbers that no rule used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from itertools import chain
from operator import attrgetter

import pandas as pd

from helpers import plain
from helpers.attribution import by_block
from helpers.language import ParsedArticle
from helpers.settings import Settings
from helpers.settling.alignment import MAX_SOURCES
from helpers.settling.disputes import SLOTS
from helpers.settling.leftovers import leftovers
from helpers.settling.subjects import SENTENCE, Story
from helpers.statements.acts import ACT
from helpers.statements.causes import causes
from helpers.statements.changes import changes
from helpers.statements.context import Context, Statement
from helpers.statements.effects import effects_in
from helpers.statements.failures import failures
from helpers.statements.introductions import introduced
from helpers.statements.kinds import kinds
from helpers.statements.numbered import numbered_things
from helpers.statements.numbers import number_facts
from helpers.statements.origins import origins
from helpers.statements.outcomes import outcomes
from helpers.statements.roles import role_facts
from helpers.statements.sayings import sayings
from helpers.statements.status import NEGATED
from helpers.statements.tables import heads, table_facts
from helpers.statements.words import word_facts

PLACE = ["source", "line", "start", "end", "quote"]
OPEN = [field.name for field in fields(Statement)][2:]
open_fields = attrgetter(*OPEN)
STATEMENT_COLUMNS = [*PLACE, *OPEN]
FACT_COLUMNS = [
    *PLACE,
    *("subject", "attribute", "value", "unit", "low", "high", "status", "attribution", "rule"),
    "kind",
]
LEFTOVER_COLUMNS = [*PLACE, "value", "unit", "reason"]
# What tells the occasion of an act: the days of its sentence.
OCCASION = ["source", "start", "rule", "kind", "value", "unit"]


def find_statements(parsed: Iterable[ParsedArticle], *, paired: bool = True) -> pd.DataFrame:
    """Return one row per statement, per number left over and per sentence, by source and start.

    A row with `rule` "sentence" holds a sentence, where questions of the reader's own are looked
    for later; one with "left over" holds a number that no rule used. The other columns are those
    of `statements.context.Statement`. Without `paired`, what `settling.disputes` would set against
    each other in words is not looked for.
    """
    rows = [row for article in parsed for row in article_statements(article, paired)]
    table = pd.DataFrame(rows, columns=STATEMENT_COLUMNS)
    return table.sort_values(
        ["source", "start", "end", "attribute"], ignore_index=True, kind="stable"
    )


def article_statements(article: ParsedArticle, paired: bool) -> Iterator[tuple]:
    """Yield the rows of one article."""
    columns: tuple[str, ...] | None = None
    for block, attributions in by_block(article):
        context = Context(block, attributions, article.article.date)
        statements = block_statements(context, paired)
        if block.block.kind != "table_row":
            columns = None
        elif columns is None:
            columns = heads(block)
        else:
            statements = chain(table_facts(context, columns), statements)
        for statement in statements:
            place = block.locate((statement.start, statement.end))
            yield (article.source, *place, *open_fields(statement))


def block_statements(context: Context, paired: bool) -> Iterator[Statement]:
    """Yield the statements of one block, then its sentences."""
    yield from number_facts(context)
    yield from word_facts(context)
    yield from role_facts(context)
    yield from sayings(context)
    if paired:
        yield from outcomes(context)
        yield from kinds(context)
        yield from changes(context)
        yield from numbered_things(context)
        yield from failures(context)
        yield from causes(context)
        yield from introduced(context)
        yield from origins(context)
    for sentence in context.doc.sents:
        yield Statement(
            *(sentence.start_char, sentence.end_char, "", "", "sentence", "sentence"),
            around=" ".join(sorted(effects_in(context, sentence))) if paired else "",
        )


def settle(
    statements: pd.DataFrame | Iterable[pd.DataFrame],
    names: pd.DataFrame,
    settings: Settings | None = None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return `facts` and `leftovers` of the whole story; `statements` may come in parts.

    `facts`: one row per place where a value is stated; money in units of the currency in `unit`,
    percent 0 to 100, ages in years, dates as ISO values with `low` and `high` as YYYYMMDD;
    `status` is asserted, reported, hedged or negated. `leftovers`: the numbers that no fact
    used, with the reason.
    """
    parts = [statements] if isinstance(statements, pd.DataFrame) else statements
    settings = settings or Settings()
    story = Story(*sorted_out(parts, whole=bool(settings.attributes)), names, settings)
    plain.release()
    numbers, facts = story.numbers, plain.frame(story.facts(), FACT_COLUMNS)
    del story  # the statements of a large one take more memory than its facts
    plain.release()
    facts = facts.drop_duplicates(["source", "start", "end", "subject", "attribute", "value"])
    left = plain.frame(leftovers(numbers, facts), LEFTOVER_COLUMNS)
    order = ["source", "start", "end", "attribute"]
    return (
        facts.sort_values(order, ignore_index=True, kind="stable"),
        left.sort_values(order[:3], ignore_index=True, kind="stable"),
    )


def sorted_out(
    parts: Iterable[pd.DataFrame], *, whole: bool
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return the statements of rules, those of slots, and what is asked of the whole story.

    That is, if not `whole`, its sentences and days; of more articles than are set against each
    other only where days are. Acts that no article denies are left out: of some stories they are
    most statements.
    """
    denied: set[str] = set()
    for part in parts:
        denied.update(part["attribute"][(part["rule"] == ACT) & (part["status"] == NEGATED)])
    told, slots, asked = [], [], []
    for part in parts:
        kept = part[(part["rule"] != ACT) | part["attribute"].isin(denied)]
        slot = kept["rule"].isin(SLOTS)
        ruled = ~(slot | (kept["rule"] == SENTENCE))
        told.append(kept[ruled])
        slots.append(kept[slot])
        asked.append(kept if whole else kept[~ruled | (kept["kind"] == "date")])
    sources = {source for part in asked for source in part["source"].unique()}
    if not whole and len(sources) > MAX_SOURCES:
        asked = [part[OCCASION] for part in asked]
    return plain.join(told), plain.join(slots), plain.join(asked)
