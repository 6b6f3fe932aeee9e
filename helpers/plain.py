"""Turn the columns of a table into plain Python values, each distinct string held once.

Row by row Arrow's strings take long to read, and a Python string for each cell takes much memory.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import numpy as np
import pandas as pd
import pyarrow as pa

ROWS = 2**15

# What is freed goes back to the system when `release` asks for it; Arrow's own pool would keep it.
pa.set_memory_pool(pa.system_memory_pool())


def values(column: pd.Series) -> np.ndarray:
    """Return the values of a column; of strings and fractions, equal ones are one object."""
    if pd.api.types.is_integer_dtype(column.dtype) or pd.api.types.is_bool_dtype(column.dtype):
        return column.to_numpy()
    codes, distinct = pd.factorize(column)
    # The last place stands for a missing value, whose code is -1.
    return np.append(distinct.astype(object), [np.nan])[codes]


def table(known: pd.DataFrame) -> pd.DataFrame:
    """Return a table with such columns."""
    columns = {name: values(known[name]) for name in known.columns}
    return pd.DataFrame(
        {name: pd.Series(column, known.index, column.dtype) for name, column in columns.items()},
        columns=known.columns,
    )


def rows(known: pd.DataFrame, *, index: bool = False) -> Iterator[tuple]:
    """Yield the rows of a table with such values, as `DataFrame.itertuples` does."""
    for first in range(0, len(known), ROWS):
        yield from table(known.iloc[first : first + ROWS]).itertuples(index=index)


def columns(known: pd.DataFrame, names: Iterable[str]) -> Iterator[tuple]:
    """Return the values of some columns, row by row."""
    return zip(*(values(known[name]).tolist() for name in names), strict=True)


def join(parts: list[pd.DataFrame]) -> pd.DataFrame:
    """Return tables as one and empty the list, so that they go."""
    joined = pd.concat(parts, ignore_index=True)
    parts.clear()
    return joined


def release() -> None:
    """Give back to the system the memory of tables that are gone."""
    pa.default_memory_pool().release_unused()


def frame(rows: Iterable[tuple], columns: Sequence[str]) -> pd.DataFrame:
    """Return a table of rows that are made one after the other, never all in memory at once."""
    rows = iter(rows)
    parts = [pd.DataFrame(columns=columns)]
    while some := list(islice(rows, ROWS)):
        parts.append(pd.DataFrame(some, columns=columns))
    return pd.concat(parts[1:] or parts, ignore_index=True)
