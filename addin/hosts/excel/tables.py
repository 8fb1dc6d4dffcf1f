"""Excel tables that end right above new rows: a row added below belongs to the table, as when a person types it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.core.grids import Range
from addin.core.places import Place
from addin.hosts.excel.areas import address_of, areas_at
from addin.hosts.excel.calls import each, unless_refused
from addin.hosts.excel.reaching import squares_at
from addin.hosts.excel.taking_back import TableBefore
from addin.hosts.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from addin.hosts.excel.calls import Calls
    from addin.hosts.excel.planning import SheetPlan


def growths(plan: SheetPlan) -> Iterator[tuple[TableBefore, Range]]:
    """The tables that new rows make longer, each with its new area; RefusedWrite where a totals row is in the way."""
    touched = {column for row, column in plan.values if row in plan.new_rows}
    for table in each(plan.sheet.get("ListObjects")) if plan.new_rows else ():
        address, name = table.get("Range").get("Address"), str(table.get("Name"))
        now = next(areas_at(address))
        if now.last_row != plan.last_old_row or not touched & set(range(now.first_column, now.last_column + 1)):
            continue
        if table.get("ShowTotals"):
            first = Place(plan.grid.sheet, now.last_row + 1, now.first_column)
            refuse(f"bảng {name} có dòng tổng ngay bên dưới", "Trong Excel chèn thêm dòng trống dưới bảng rồi chạy lại.", first)
        longer = Range(now.first_row, now.first_column, max(plan.new_rows), now.last_column)
        yield TableBefore(plan.grid.sheet, name, address, address_of(longer)), longer


def resize(sheet: Calls, table: str, area: Range) -> None:
    """Give a table this size."""
    sheet.get("ListObjects").get("Item", table).get("Resize", squares_at(sheet, area))


def shrunk(sheet: Calls, table: TableBefore) -> Range | None:
    """The area a table had before it grew, where its rows stand now; None where a person gave it another size since."""
    found = unless_refused(lambda: sheet.get("ListObjects").get("Item", table.table).get("Range").get("Address"), None)
    if found is None:
        return None
    now, before, after = (next(areas_at(address)) for address in (found, table.before, table.after))
    by = now.first_row - after.first_row
    for known in (after, before):
        moved = Range(known.first_row + by, known.first_column, known.last_row + by, known.last_column)
        if moved == now:
            return Range(before.first_row + by, before.first_column, before.last_row + by, before.last_column)
    return None
