"""What a row is known by, taken down before we write: enough to find it again after a person sorted or put rows in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.hosts.excel.taking_back import KnownRow
from addin.hosts.live_room import made_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from addin.core.grids import Grid
    from addin.hosts.excel.notes import HeldNote
    from addin.hosts.excel.planning import SheetPlan
    from addin.hosts.live_room import Gap


def known_rows(plan: SheetPlan) -> Iterator[KnownRow]:
    """Every row that is written, as it will stand; the row above new ones, the row below those put in between."""
    grid, name = plan.grid, plan.grid.sheet
    written = {row for row, _ in plan.values}
    beside = {plan.last_old_row} if plan.new_rows else set()
    made = made_rows(plan.gaps, name)
    beside |= {row + step for row in made for step in (-1, 1)} - made
    for row in sorted(written | beside):
        if row < 1:
            continue
        columns = [column for number, column in plan.values if number == row]
        values = list(grid.row(row)) + [None] * (max(columns, default=0) - len(grid.row(row)))
        for column in columns:
            values[column - 1] = plan.values[row, column]
        yield KnownRow(name, row, tuple(values), _formulas(grid, row), row in plan.new_rows)


def rows_with_notes(held: Iterable[HeldNote], grids: Mapping[str, Grid], known: Iterable[KnownRow]) -> Iterator[KnownRow]:
    """The rows our notes hang on, where they are not known already."""
    seen = {(row.sheet, row.row) for row in known}
    for place in dict.fromkeys((one.place.sheet, one.place.row) for one in held if one.is_ours):
        grid = grids.get(place[0])
        if grid is not None and place not in seen:
            yield KnownRow(*place, grid.row(place[1]), _formulas(grid, place[1]))


def rows_beside(gaps: Sequence[Gap], grids: Mapping[str, Grid]) -> Iterator[KnownRow]:
    """Above and below each gap, where they will stand; `grids` are the sheets before."""
    for sheet in dict.fromkeys(gap.sheet for gap in gaps):
        own = [gap for gap in gaps if gap.sheet == sheet]
        grid = grids[sheet]
        for row in sorted({row for gap in own for row in (gap.after, gap.after + 1)}):
            stands = row
            for gap in own:
                stands = gap.row(stands) if row > gap.after else stands
            yield KnownRow(sheet, stands, grid.row(row), _formulas(grid, row))


def _formulas(grid: Grid, row: int) -> tuple[int, ...]:
    return tuple(sorted(column for number, column in grid.formulas if number == row))
