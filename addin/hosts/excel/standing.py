"""Where the rows of our last write stand now: a person may have sorted the sheet, or put rows in and taken some out.

A row that is as we left it is where it was; else the one row like it is looked for. What cannot be told for certain
is never guessed: then nothing is taken back.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from addin.core.grids import Grid
from addin.hosts.excel.values import key_of, same

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from addin.core.grids import Raw
    from addin.hosts.excel.taking_back import KnownRow, Record, SquareBefore

Index = dict[tuple["Hashable", ...], list[int]]


@dataclass(slots=True)
class Standing:
    """Rows of the record by where they are now; those that are not found are lost."""

    now: dict[tuple[str, int], int] = field(default_factory=dict)

    def row(self, sheet: str, row: int) -> int | None:
        """The row's number now."""
        return self.now.get((sheet, row))


def as_written(record: Record) -> Standing:
    """Nobody came between: every row is where it was written."""
    rows = [*((row.sheet, row.row) for row in record.known), *((one.sheet, one.row) for one in record.squares)]
    return Standing({place: place[1] for place in rows})


def found_rows(record: Record, grids: Mapping[str, Grid]) -> Standing:
    """Looked for on the sheets as they are now."""
    found = Standing()
    for sheet in dict.fromkeys(row.sheet for row in record.known):
        if sheet in grids:
            rows = [row for row in record.known if row.sheet == sheet]
            found.now.update(_Search(rows, record, grids[sheet]).found())
    return found


class _Search:
    """The rows of one sheet, each to be found once."""

    def __init__(self, rows: list[KnownRow], record: Record, grid: Grid) -> None:
        self._rows, self._grid = rows, grid
        self._ours: dict[int, dict[int, SquareBefore]] = defaultdict(dict)
        for square in record.squares:
            if square.sheet == grid.sheet:
                self._ours[square.row][square.column] = square
        self._indexes: dict[frozenset[int], Index] = {}
        self._formulas: dict[int, set[int]] = defaultdict(set)
        for row, column in grid.formulas:
            self._formulas[row].add(column)

    def found(self) -> dict[tuple[str, int], int]:
        """In place first, then as they were elsewhere, then the one that is likest."""
        now = {row.row: row.row for row in self._rows if self._unlike(row, row.row) == 0}
        for look in (self._same_elsewhere, self._likest):
            for row in self._rows:
                if row.row not in now:
                    rows = look(row, set(now.values()))
                    if len(rows) == 1:
                        now[row.row] = rows[0]
        return {(self._grid.sheet, row): at for row, at in now.items()}

    def _same_elsewhere(self, row: KnownRow, taken: set[int]) -> list[int]:
        left_out = frozenset({*row.formulas, *self._ours[row.row]})
        if left_out not in self._indexes:
            index: Index = defaultdict(list)
            for number in range(1, self._grid.row_count + 1):
                index[_key(self._grid.row(number), left_out)].append(number)
            self._indexes[left_out] = index
        alike = self._indexes[left_out].get(_key(row.values, left_out), [])
        return [number for number in alike if number not in taken and self._unlike(row, number) == 0]

    def _likest(self, row: KnownRow, taken: set[int]) -> list[int]:
        """At most half of what stands in it may differ."""
        most = sum(value is not None for value in row.values) // 2
        likest: list[int] = []
        for number in range(1, self._grid.row_count + 1):
            unlike = self._unlike(row, number) if number not in taken else most + 1
            if unlike <= most:
                likest = [*(likest if unlike == most else ()), number]
                most = unlike
        return likest

    def _unlike(self, row: KnownRow, number: int) -> int:
        """How many squares of a row are not those of the known one.

        In its place ours may hold what was there before, too: a write that was stopped half way. Elsewhere they may
        not: what was blank before would be like any blank row.
        """
        held, ours = self._grid.row(number), self._ours[row.row]
        count = 0
        for column in range(1, max(len(held), len(row.values)) + 1):
            value = held[column - 1] if column <= len(held) else None
            square = ours.get(column)
            meant = row.values[column - 1] if column <= len(row.values) else None
            is_filled_down = meant is None and column in self._formulas[number]  # as tables do in new rows
            if column in row.formulas or is_filled_down:
                continue
            is_like = same(value, square.after if square else meant)
            count += not (is_like or (square is not None and number == row.row and same(value, square.before)))
        return count


def _key(values: tuple[Raw, ...], left_out: frozenset[int]) -> tuple[Hashable, ...]:
    keys = [key_of(value) for column, value in enumerate(values, 1) if column not in left_out]
    while keys and keys[-1][1] is None:
        keys.pop()
    return tuple(keys)
