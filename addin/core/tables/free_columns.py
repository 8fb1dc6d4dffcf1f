"""Where columns of ours may go in a sheet of the cell's own: right of the table, in columns nobody uses.

Two of proposals beside ratings, one for why a number is void in the register. Never between columns. Where the columns
next to the table hold anything at all, there is no room.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from addin.core.grids import Grid
from addin.core.tables.rows.book import FoundTable

_OURS: Final[Mapping[str, tuple[str, int]]] = MappingProxyType(
    {"ratings": ("proposed_level", 2), "cell_years": ("proposed_level", 2), "documents": ("void_reason", 1)}
)
"""By table the first key of ours and how many columns it takes."""
_LAST_COLUMN: Final = 16_384


def with_room(grid: Grid, table: FoundTable) -> FoundTable:
    """The table with the first of its free columns, where ours are not in it yet and there is room."""
    key, width = _OURS.get(table.table, ("", 0))
    if not key or key in table.columns or table.is_year_column:
        return table
    first = _right_of(table)
    wanted = range(first, first + width)
    return replace(table, free_column=first) if _is_free(grid, table, wanted) else table


def _right_of(table: FoundTable) -> int:
    """The column behind the last that has a key or a heading of its own."""
    known = [*table.columns.values(), *(number for number, _ in table.unknown)]
    return max(known, default=0) + 1


def _is_free(grid: Grid, table: FoundTable, wanted: range) -> bool:
    if wanted[-1] > _LAST_COLUMN or any(value is not None for line in grid.values for value in line[wanted[0] - 1 : wanted[-1]]):
        return False
    first, last = table.heading_rows[0], table.last_row
    return not any(
        one.first_row <= last and one.last_row >= first and one.first_column <= wanted[-1] and one.last_column >= wanted[0]
        for one in grid.merged
    )
