"""What is meant for each square of each sheet, before anything is written: rows added become squares here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from addin.core.grids import Grid
from addin.core.places import Place
from addin.core.writes import RowAppend, Value, Writes
from addin.errors import ChangedMeanwhile
from addin.hosts.closed.xml_text import refuse
from addin.hosts.libreoffice.refusing import refuse_filled_row, refuse_squares

Square = tuple[int, int]


@dataclass(slots=True)
class SheetPlan:
    """One sheet of the cell's own as it is now: values by square, and the rows that are new."""

    grid: Grid
    values: dict[Square, Value] = field(default_factory=dict)
    new_rows: dict[int, tuple[int, int]] = field(default_factory=dict)
    last_old_row: int = 0

    def set(self, row: int, column: int, value: Value) -> None:
        """Mean a value; RefusedWrite where another is meant already."""
        if self.values.setdefault((row, column), value) != value:
            refuse("có hai giá trị khác nhau cho cùng một ô", "Chọn một giá trị.", Place(self.grid.sheet, row, column))

    def append(self, row: RowAppend) -> None:
        """Mean a new row below; several after the same row go one below the other."""
        number = row.after_row + 1
        while number in self.new_rows:
            number += 1
        columns = [column for column, _ in row.values]
        if not columns:
            return
        refuse_filled_row(self.grid, number, columns)
        self.new_rows[number] = (min(columns), max(columns))
        self.last_old_row = min(self.new_rows) - 1
        for column, value in row.values:
            self.set(number, column, value)


def plans_of(writes: Writes, read: Callable[[str], Grid], known: Mapping[str, Grid]) -> list[SheetPlan]:
    """The sheets to be written, each read anew; RefusedWrite or ChangedMeanwhile where one may not be."""
    plans: dict[str, SheetPlan] = {}

    def plan_of(sheet: str) -> SheetPlan:
        if sheet not in plans:
            plans[sheet] = SheetPlan(read(sheet))
        return plans[sheet]

    for row in writes.appends:
        plan_of(row.sheet).append(row)
    for write in writes.squares:
        plan_of(write.place.sheet).set(write.place.row, write.place.column, write.value)
    for plan in plans.values():
        refuse_squares(plan.grid, plan.values)
        if plan.grid.sheet in known:
            _refuse_changed(plan, known[plan.grid.sheet])
    return list(plans.values())


def _refuse_changed(plan: SheetPlan, known: Grid) -> None:
    """What was read for the job must still be there: a square edited meanwhile is somebody's work."""
    for row, column in sorted(plan.values):
        if plan.grid.at(row, column) != known.at(row, column):
            raise ChangedMeanwhile(
                f"Ô {Place(known.sheet, row, column)} đã đổi sau khi chương trình đọc sổ; chưa ghi gì.",
                "Xem lại ô ấy rồi bấm lại nút.",
            )
