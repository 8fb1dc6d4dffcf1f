"""All writes of a job into the live workbook, or none: what went wrong half way is taken back at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.hosts.excel.notes import HeldNote, as_before, notes_in, replace_notes
from addin.hosts.excel.own_sheets import replace_sheet, sheet_before
from addin.hosts.excel.planning import plans_of
from addin.hosts.excel.state import quiet
from addin.hosts.excel.tables import Growth, growths, resize
from addin.hosts.excel.taking_back import Record
from addin.hosts.excel.undoing import restore
from addin.hosts.excel.writing import squares_before, write_plan

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import xlwings

    from addin.core.grids import Grid
    from addin.core.writes import Writes
    from addin.hosts.excel.planning import SheetPlan


def apply_writes(
    book: xlwings.Book,
    writes: Writes,
    read: Callable[[xlwings.Sheet], Grid],
    known: Mapping[str, Grid],
    keep: Callable[[Record | None], None],
) -> tuple[str, ...]:
    """Remarks for the person. `keep` puts the record for taking back away before anything is touched; None forgets it."""
    plans = plans_of(book, writes, read, known)
    grown = [growth for plan in plans for growth in growths(plan)]
    held = notes_in(book) if writes.notes is not None else []
    record = Record(
        tuple(square for plan in plans for square in squares_before(plan)),
        tuple(sheet_before(book, new, read) for new in writes.sheets),
        as_before(held) if writes.notes is not None else None,
        tuple((growth.sheet, growth.table, growth.before) for growth in grown),
    )
    keep(record)
    with quiet(book.app):
        try:
            return _write(book, writes, plans, grown, held)
        except Exception:
            restore(book, record)
            keep(None)
            raise


def _write(
    book: xlwings.Book, writes: Writes, plans: list[SheetPlan], grown: list[Growth], held: list[HeldNote]
) -> tuple[str, ...]:
    """Notes before sheets of ours: a sheet replaced whole takes the notes on it along."""
    for plan in plans:
        write_plan(plan)
    for growth in grown:
        resize(book, growth.sheet, growth.table, growth.after)
    left_out = replace_notes(book, held, writes.notes) if writes.notes is not None else 0
    for new in writes.sheets:
        replace_sheet(book, new)
    return (f"{left_out} ô không thêm được ghi chú (đã có ghi chú khác, hoặc sheet được bảo vệ).",) if left_out else ()
