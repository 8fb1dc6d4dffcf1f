"""Two tables side by side on one sheet, a wholly blank column between them, are read as two.

A blank column inside one table divides nothing: each side must have all the columns some table requires, and one
of them be sure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from addin.core.grids import Grid
from addin.core.tables.recognition.choosing import Choice, choose
from addin.core.tables.squares.values import is_blank


def side_by_side(grid: Grid, choice: Choice, start: int) -> tuple[Grid, Grid] | None:
    """The sheet with only the columns left of a gap, and with only those right of it; None where it is one table."""
    for gap in _gaps(grid, choice):
        sides = only_columns(grid, 1, gap - 1), only_columns(grid, gap + 1, None)
        left, right = found = [choose(side, start) for side in sides]
        if left is None or right is None or left.table == right.table or _are_one(choice, gap, found):
            continue
        if all(map(_is_whole, found)) and not (left.is_weak and right.is_weak):
            return sides
    return None


def _are_one(choice: Choice, gap: int, sides: Sequence[Choice | None]) -> bool:
    """Whether all columns together explain as many beside the gap as a side that alone proves little."""
    if choice.is_weak or choice.rivals:
        return False
    used = [{column for column in choice.columns.places.values() if (column > gap) == is_right} for is_right in (False, True)]
    return any(side is not None and side.is_weak and len(here) >= len(set(side.columns.places.values())) for side, here in zip(sides, used, strict=True))


def outside(grid: Grid, choice: Choice) -> Grid | None:
    """What stands right of a table behind a blank column, its headings not beside the table's own; None where nothing does."""
    right = _right(choice)
    rows = grid.values[choice.block.first - 1 :]
    width = max(map(len, rows), default=0)
    if width <= right + 2 or not _is_empty(grid, right + 1, choice.block.first):
        return None
    holds = any(not is_blank(raw) for line in rows for raw in line[right + 1 :])
    return only_columns(grid, right + 2, None) if holds else None


def inside(grid: Grid, choice: Choice) -> Grid:
    """The sheet as far as the table's own columns go: what stands beside it ends none of its rows."""
    return only_columns(grid, 1, _right(choice))


def _right(choice: Choice) -> int:
    return max((heading.column for heading in choice.block.headings), default=0)


def _gaps(grid: Grid, choice: Choice) -> list[int]:
    """Columns between headings that hold nothing from the headings down and lie under no merged heading."""
    titled = {heading.column for heading in choice.block.headings}
    covered = {
        column
        for merged in grid.merged
        if merged.first_row <= choice.block.last and merged.last_row >= choice.block.first
        for column in range(merged.first_column, merged.last_column + 1)
    }
    between = range(min(titled, default=1), max(titled, default=0))
    return [column for column in between if column not in titled | covered and _is_empty(grid, column, choice.block.first)]


def _is_empty(grid: Grid, column: int, first: int) -> bool:
    return all(is_blank(grid.at(row, column)) for row in range(first, grid.row_count + 1))


def only_columns(grid: Grid, first: int, last: int | None) -> Grid:
    """The same sheet, squares in their places, with nothing outside the columns."""
    rows = tuple((*(None for _raw in line[: first - 1]), *line[first - 1 : last]) for line in grid.values)
    merged = tuple(one for one in grid.merged if one.first_column >= first and (last is None or one.last_column <= last))
    return replace(grid, values=rows, merged=merged)


def _is_whole(found: Choice | None) -> bool:
    """Whether it is a table of its own: nothing else it may be, and proof enough."""
    return found is not None and not found.rivals
