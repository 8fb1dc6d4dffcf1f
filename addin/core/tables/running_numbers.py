"""The running number (STT, TT) that a new row goes on with."""

from __future__ import annotations

from addin import glossary
from addin.core.grids import Grid
from addin.core.tables.rows.book import FoundTable
from addin.core.writes import Value


def running_number(grid: Grid | None, found: FoundTable, ahead: int) -> tuple[tuple[int, Value], ...]:
    """Column and number of the new row `ahead` rows behind the last record; nothing where that one carries none."""
    column = _column(grid, found) if grid is not None else None
    if grid is None or column is None or found.last_row < found.first_row:
        return ()
    last = grid.at(found.last_row, column)
    if isinstance(last, str) and last.strip().isdecimal():
        return ((column, str(int(last) + ahead).zfill(len(last.strip()))),)
    if isinstance(last, int | float) and not isinstance(last, bool) and float(last).is_integer():
        return ((column, int(last) + ahead),)
    return ()


def _column(grid: Grid, found: FoundTable) -> int | None:
    """The numbering column nearest to the table, in its heading rows."""
    last = max(found.columns.values(), default=0)
    numbering = [
        column
        for row in found.heading_rows
        for column, raw in enumerate(grid.row(row), 1)
        if column <= last
        and column not in found.columns.values()
        and isinstance(raw, str)
        and glossary.fold(raw) in glossary.ignored_headings()
    ]
    first = min(found.columns.values(), default=0)
    return min(numbering, key=lambda column: abs(column - first), default=None)
