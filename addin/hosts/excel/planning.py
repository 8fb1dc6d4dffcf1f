"""What is meant for each square of each sheet, before anything is written: rows added become squares here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from addin.core.places import Place
from addin.errors import ChangedMeanwhile
from addin.hosts.closed.xml_text import refuse
from addin.hosts.excel.refusing import refuse_filled_row, refuse_squares

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import xlwings

    from addin.core.grids import Grid
    from addin.core.writes import RowAppend, Value, Writes

Square = tuple[int, int]


@dataclass(slots=True)
class SheetPlan:
    """One sheet of the cell's own: values by square, the rows that are new, and the sheet as it is now."""

    sheet: xlwings.Sheet
    grid: Grid
    values: dict[Square, Value] = field(default_factory=dict)
    new_rows: set[int] = field(default_factory=set)

    def set(self, row: int, column: int, value: Value) -> None:
        """Mean a value; RefusedWrite where another is meant already."""
        if self.values.setdefault((row, column), value) != value:
            refuse("có hai giá trị khác nhau cho cùng một ô", "Chọn một giá trị.", Place(self.grid.sheet, row, column))

    def append(self, row: RowAppend) -> None:
        """Mean a new row below; several after the same row go one below the other."""
        number = row.after_row + 1
        while number in self.new_rows:
            number += 1
        if not row.values:
            return
        refuse_filled_row(self.grid, number, [column for column, _ in row.values])
        self.new_rows.add(number)
        for column, value in row.values:
            self.set(number, column, value)

    @property
    def last_old_row(self) -> int:
        """The row above the new ones, whose formats they take."""
        return min(self.new_rows, default=1) - 1


def plans_of(
    book: xlwings.Book, writes: Writes, read: Callable[[xlwings.Sheet], Grid], known: Mapping[str, Grid]
) -> list[SheetPlan]:
    """The sheets to be written, each read anew; RefusedWrite or ChangedMeanwhile before anything is touched."""
    plans: dict[str, SheetPlan] = {}

    def plan_of(place: Place) -> SheetPlan:
        if place.sheet not in plans:
            sheet = sheet_named(book, place)
            plans[place.sheet] = SheetPlan(sheet, read(sheet))
        return plans[place.sheet]

    for row in writes.appends:
        plan_of(Place(row.sheet, row.after_row + 1)).append(row)
    for write in writes.squares:
        plan_of(write.place).set(write.place.row, write.place.column, write.value)
    for name, plan in plans.items():
        refuse_squares(plan.sheet, plan.grid, plan.values)
        if name in known:
            _refuse_changed(plan, known[name])
    return list(plans.values())


def sheet_named(book: xlwings.Book, place: Place) -> xlwings.Sheet:
    """The sheet of that name; RefusedWrite names those there are."""
    names = [sheet.name for sheet in book.sheets]
    found = next((name for name in names if name.casefold() == place.sheet.casefold()), None)
    if found is None:
        refuse("sổ không có trang tính này", f"Chọn một trong các trang tính: {'; '.join(names)}.", place)
    return book.sheets[found]


def _refuse_changed(plan: SheetPlan, known: Grid) -> None:
    """What was read for the job must still be there: a square edited meanwhile is somebody's work."""
    for row, column in sorted(plan.values):
        if plan.grid.at(row, column) != known.at(row, column):
            raise ChangedMeanwhile(
                f"Ô {Place(known.sheet, row, column)} đã đổi sau khi chương trình đọc sổ; chưa ghi gì.",
                "Xem lại ô ấy rồi bấm lại nút.",
            )
