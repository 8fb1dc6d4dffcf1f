"""A `Grid` is what a host read from one sheet: raw values with their places, and what a reader loses.

Hosts make grids; `tables` turns them into rows. Nothing else looks at raw values.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date, datetime, time, timedelta

from addin.core.places import Place
from addin.core.records import dataclass


@dataclass(frozen=True, slots=True)
class SquareError:
    """`#REF!`, `#N/A`…: an error value, never to be read as blank."""

    code: str


@dataclass(frozen=True, slots=True)
class Uncached:
    """A formula without a stored result: it must be recalculated and saved before it can be read."""


Raw = str | int | float | bool | date | datetime | time | timedelta | SquareError | Uncached | None


@dataclass(frozen=True, slots=True)
class Range:
    """A rectangle of squares, counted from 1, ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    def holds(self, row: int, column: int) -> bool:
        """Whether the square lies inside."""
        return self.first_row <= row <= self.last_row and self.first_column <= column <= self.last_column


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: `values[r][c]` is row r+1, column c+1; rows may differ in length; blank text is None.

    `fonts` names, by column number, the fonts seen there when any is of a legacy encoding. `far` is the last row and
    column of a sheet beyond the limits: nothing else of it was read.
    """

    sheet: str
    values: tuple[tuple[Raw, ...], ...]
    merged: tuple[Range, ...] = ()
    formulas: frozenset[tuple[int, int]] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    state: str = "visible"
    fonts: dict[int, frozenset[str]] = field(default_factory=dict)
    epoch_1904: bool = False
    far: tuple[int, int] | None = None

    @property
    def row_count(self) -> int:
        """Rows down to the last value."""
        return len(self.values)

    def at(self, row: int, column: int) -> Raw:
        """The raw value of a square; None outside."""
        if 1 <= row <= len(self.values):
            line = self.values[row - 1]
            if 1 <= column <= len(line):
                return line[column - 1]
        return None

    def row(self, row: int) -> tuple[Raw, ...]:
        """All raw values of a row; empty outside."""
        return self.values[row - 1] if 1 <= row <= len(self.values) else ()

    def place(self, row: int, column: int = 0) -> Place:
        """The address of a square of this sheet."""
        return Place(self.sheet, row, column)
