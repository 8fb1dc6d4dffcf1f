"""The running number (STT, TT) that a new row goes on with."""

from __future__ import annotations

from addin import glossary
from addin.core.grids import Grid, Raw
from addin.core.tables.rows.book import FoundTable
from addin.core.writes import Value


def running_number(grid: Grid | None, found: FoundTable, ahead: int) -> tuple[tuple[int, Value], ...]:
    """Column and number of the new row `ahead` rows behind the last record; nothing where that one carries none.

    A sheet that is to be made after this one begins at one, in the manner of its first record.
    """
    column = _column(grid, found) if grid is not None else None
    if grid is None or column is None:
        return ()
    is_empty = found.last_row < found.first_row
    shown = grid.at(found.first_row if is_empty else found.last_row, column)
    before = 0 if is_empty else _count(shown)
    if _count(shown) is None or before is None:
        return ()
    number = before + ahead
    return ((column, str(number).zfill(len(shown.strip())) if isinstance(shown, str) else number),)


def _count(raw: Raw) -> int | None:
    """The running number a square shows; None where it is none."""
    if isinstance(raw, str):
        return int(raw) if raw.strip().isdecimal() else None
    is_whole = isinstance(raw, int | float) and not isinstance(raw, bool) and float(raw).is_integer()
    return int(raw) if is_whole and isinstance(raw, int | float) else None


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
