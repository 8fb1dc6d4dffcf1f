"""Grids from values and facts: calamine's values, with what it loses put back in its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from addin.core.grids import Grid, Raw, SquareError, Uncached
from addin.hosts.closed.read.scan import ScannedSheet, Square

if TYPE_CHECKING:
    from python_calamine import CalamineSheet


def grid_of(scanned: ScannedSheet, sheet: CalamineSheet, *, epoch_1904: bool) -> Grid:
    """One sheet, from A1 to the last value, error or formula."""
    facts = scanned.facts
    values = _values(sheet.to_python(skip_empty_area=False))
    lost: dict[Square, Raw] = {square: Uncached() for square in facts.uncached}
    lost.update((square, SquareError(code)) for square, code in facts.errors.items())
    return Grid(
        sheet=scanned.name,
        values=_with(values, lost) if lost else values,
        merged=facts.merged,
        formulas=facts.formulas,
        hidden_rows=facts.hidden_rows,
        state=scanned.state,
        fonts=dict(facts.fonts),
        epoch_1904=epoch_1904,
    )


def _values(rows: Sequence[Sequence[Raw]]) -> tuple[tuple[Raw, ...], ...]:
    """Empty text is a blank; 0 and False are not."""
    return tuple(
        tuple([value if value or type(value) is not str else None for value in row]) if "" in row else tuple(row)
        for row in rows
    )


def _with(values: tuple[tuple[Raw, ...], ...], lost: Mapping[Square, Raw]) -> tuple[tuple[Raw, ...], ...]:
    """The values with some squares set, the rows lengthened where a square lies beyond."""
    rows = [list(line) for line in values]
    for (row, column), value in lost.items():
        rows.extend([] for _missing in range(row - len(rows)))
        line = rows[row - 1]
        line.extend([None] * (column - len(line)))
        line[column - 1] = value
    return tuple(map(tuple, rows))
