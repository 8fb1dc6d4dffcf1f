"""What is meant for each square of each sheet, before anything is written: rows added become squares here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from addin.core.places import Place
from addin.hosts.excel.own_sheets import found_sheet
from addin.hosts.excel.reading import sheets_in
from addin.hosts.excel.refusing import refuse_filled_row, refuse_squares
from addin.hosts.live_plan import LivePlan, refuse_sheets_like
from addin.hosts.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import xlwings

    from addin.core.grids import Grid
    from addin.core.writes import Writes

@dataclass(slots=True)
class SheetPlan(LivePlan):
    """One sheet of the cell's own, and what is meant for it."""

    sheet: xlwings.Sheet = field(kw_only=True)


def plans_of(
    book: xlwings.Book, writes: Writes, read: Callable[[xlwings.Sheet], Grid], known: Mapping[str, Grid]
) -> list[SheetPlan]:
    """The sheets to be written, each read anew; RefusedWrite or ChangedMeanwhile before anything is touched."""
    refuse_sheets_like(writes)
    plans: dict[str, SheetPlan] = {}

    def plan_of(place: Place) -> SheetPlan:
        if place.sheet not in plans:
            sheet = sheet_named(book, place)
            plans[place.sheet] = SheetPlan(read(sheet), sheet=sheet)
        return plans[place.sheet]

    for row in writes.appends:
        plan_of(Place(row.sheet, row.after_row + 1)).append(row, refuse_filled_row)
    for write in writes.squares:
        plan_of(write.place).set(write.place.row, write.place.column, write.value)
    for name, plan in plans.items():
        refuse_squares(plan.sheet, plan.grid, plan.values)
        if name in known:
            plan.refuse_changed(known[name])
    return list(plans.values())


def sheet_named(book: xlwings.Book, place: Place) -> xlwings.Sheet:
    """The sheet of that name; RefusedWrite names those there are."""
    found = found_sheet(book, place.sheet)
    if found is None:
        names = [str(sheet.get("Name")) for sheet in sheets_in(book)]
        refuse("sổ không có trang tính này", f"Chọn một trong các trang tính: {'; '.join(names)}.", place)
    return found
