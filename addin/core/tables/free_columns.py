"""Where our two columns of proposals may go in a sheet of the cell's own: right of the table, in columns nobody uses.

Never between columns. Where the two columns next to the table hold anything at all, there is no room.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from addin.core.grids import Grid
from addin.core.tables.rows.book import FoundTable

_PROPOSED_IN: Final = frozenset({"ratings", "cell_years"})
_WIDTH: Final = 2
_LAST_COLUMN: Final = 16_384


def with_room(grid: Grid, table: FoundTable) -> FoundTable:
    """The table with the first of its two free columns, where proposals have no column in it yet and there is room."""
    if table.table not in _PROPOSED_IN or "proposed_level" in table.columns or table.is_year_column:
        return table
    first = _right_of(table)
    wanted = range(first, first + _WIDTH)
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
