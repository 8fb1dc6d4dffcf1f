"""What is meant for the squares of one sheet of a live workbook, before anything is written.

Shared by Excel and LibreOffice; each says in its own words why a new row may not stand where it is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from addin.core.grids import Grid
from addin.core.places import Place
from addin.core.writes import RowAppend, Value
from addin.errors import ChangedMeanwhile
from addin.hosts.live_room import Gap, made_rows, row_before
from addin.hosts.refusal import refuse

Square = tuple[int, int]
RefuseFilledRow = Callable[[Grid, int, Collection[int]], None]


@dataclass(slots=True)
class LivePlan:
    """The sheet as it is now, values by square, and the new rows with their first and last column.

    Where rows must come in between, the sheet is meant as it is once they are in; `gaps` says which. Rows of a sheet
    made for the write that stand `ready` take new records beside the formulas they have.
    """

    grid: Grid
    values: dict[Square, Value] = field(default_factory=dict)
    new_rows: dict[int, tuple[int, int]] = field(default_factory=dict)
    gaps: tuple[Gap, ...] = ()
    ready: frozenset[int] = frozenset()
    beside: dict[Square, int] = field(default_factory=dict)

    def set(self, row: int, column: int, value: Value, beside: int | None = None) -> None:
        """Mean a value; RefusedWrite where another is meant already."""
        if beside is not None:
            self.beside[row, column] = beside
        if self.values.setdefault((row, column), value) != value:
            refuse("có hai giá trị khác nhau cho cùng một ô", "Chọn một giá trị.", Place(self.grid.sheet, row, column))

    def append(self, row: RowAppend, refuse_filled_row: RefuseFilledRow) -> None:
        """Mean a new row below; several after the same row go one below the other."""
        number = row.after_row + 1
        while number in self.new_rows:
            number += 1
        columns = [column for column, _ in row.values]
        if not columns:
            return
        is_made = number in self.ready or number in made_rows(self.gaps, self.grid.sheet)
        if not is_made:
            refuse_filled_row(self.grid, number, columns)
        self.new_rows[number] = (min(columns), max(columns))
        for column, value in row.values:
            if not (is_made and (number, column) in self.grid.formulas):
                self.set(number, column, value)

    def before(self, square: Square) -> Square:
        """The square as it can be asked about before the rows are in: one of a new row as the one above."""
        return row_before(square[0], self.gaps, self.grid.sheet), square[1]

    @property
    def last_old_row(self) -> int:
        """The row above the new ones, whose formats they take; 0 where there are none, or they have their own."""
        return 0 if self.ready else min(self.new_rows, default=1) - 1

    def refuse_changed(self, known: Grid) -> None:
        """What was read for the job must still be there: a square edited meanwhile is somebody's work."""
        for row, column in sorted(self.values):
            if self.grid.at(row, column) != known.at(row, column):
                raise ChangedMeanwhile(
                    f"Ô {Place(known.sheet, row, column)} đã đổi sau khi chương trình đọc sổ; chưa ghi gì.",
                    "Xem lại ô ấy rồi bấm lại nút.",
                )

