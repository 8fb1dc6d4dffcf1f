"""Whether a sheet holds what it is meant to hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import TYPE_CHECKING

from addin.hosts.excel.values import key_of, same

if TYPE_CHECKING:
    from addin.core.grids import Grid, Raw


def holds(grid: Grid, rows: Sequence[Sequence[Raw]]) -> bool:
    """Exactly these rows: what a person added beside or below counts as changed; a formula may give what it likes."""
    height = max(len(rows), grid.row_count)
    return all(_is_row(grid.row(row), rows[row - 1] if row <= len(rows) else ()) for row in range(1, height + 1))


def _is_row(held: Sequence[Raw], meant: Sequence[Raw]) -> bool:
    for column in range(max(len(held), len(meant))):
        wanted = meant[column] if column < len(meant) else None
        is_formula = isinstance(wanted, str) and wanted.startswith("=")
        if not is_formula and not same(held[column] if column < len(held) else None, wanted):
            return False
    return True


def strange_squares(grid: Grid, rows: Sequence[Sequence[Raw]]) -> Iterator[tuple[int, int]]:
    """Squares that hold something else than these rows have there; what was emptied is no stranger."""
    for row, line in enumerate(grid.values, 1):
        meant = rows[row - 1] if row <= len(rows) else ()
        for column, value in enumerate(line, 1):
            wanted = meant[column - 1] if column <= len(meant) else None
            if (row, column) in grid.formulas:
                is_like = wanted == "="
            else:
                is_like = value is None or same(value, wanted)
            if not is_like:
                yield row, column


def holds_sorted(grid: Grid, rows: Sequence[Sequence[Raw]]) -> bool:
    """The same rows in any order: a person sorted the sheet, which loses nothing."""
    return Counter(map(_row_key, grid.values)) == Counter(map(_row_key, rows))


def _row_key(row: Sequence[Raw]) -> tuple[Hashable, ...]:
    keys = [key_of(value) for value in row]
    while keys and keys[-1] == key_of(None):
        keys.pop()
    return tuple(keys)
