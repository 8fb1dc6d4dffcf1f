"""Excel tables that end right above new rows: a row added below belongs to the table, as when a person types it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from addin.core.grids import Range
from addin.core.places import Place
from addin.hosts.excel.areas import address_of, areas_at
from addin.hosts.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Iterator

    import xlwings

    from addin.hosts.excel.planning import SheetPlan


@dataclass(frozen=True, slots=True)
class Growth:
    """A table, its address now, and the address it is to have."""

    sheet: str
    table: str
    before: str
    after: str


def growths(plan: SheetPlan) -> Iterator[Growth]:
    """The tables that new rows make longer; RefusedWrite where a totals row is in the way."""
    touched = {column for row, column in plan.values if row in plan.new_rows}
    for table in plan.sheet.tables if plan.new_rows else ():
        address = table.range.address
        now = next(areas_at(address))
        if now.last_row != plan.last_old_row or not touched & set(range(now.first_column, now.last_column + 1)):
            continue
        if table.show_totals:
            first = Place(plan.grid.sheet, now.last_row + 1, now.first_column)
            refuse(f"bảng {table.name} có dòng tổng ngay bên dưới", "Trong Excel chèn thêm dòng trống dưới bảng rồi chạy lại.", first)
        longer = Range(now.first_row, now.first_column, max(plan.new_rows), now.last_column)
        yield Growth(plan.grid.sheet, table.name, address, address_of(longer))


def resize(book: xlwings.Book, sheet: str, table: str, address: str) -> None:
    """Give a table this size."""
    of = book.sheets[sheet]
    of.tables[table].resize(of.range(address))
