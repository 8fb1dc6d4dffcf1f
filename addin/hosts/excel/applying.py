"""All writes of a job into the live workbook, or none: what went wrong half way is taken back at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.hosts.excel.own_sheets import notes_of_ours, replace_notes, replace_sheet, sheet_before
from addin.hosts.excel.planning import plans_of
from addin.hosts.excel.state import quiet
from addin.hosts.excel.taking_back import Record
from addin.hosts.excel.undoing import restore
from addin.hosts.excel.writing import extend_tables, squares_before, write_plan

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
    record = Record(
        tuple(square for plan in plans for square in squares_before(plan)),
        tuple(sheet_before(book, new, read) for new in writes.sheets),
        notes_of_ours(book) if writes.notes is not None else None,
    )
    keep(record)
    with quiet(book.app):
        try:
            return _write(book, writes, plans, record, keep)
        except Exception:
            restore(book, record)
            keep(None)
            raise


def _write(
    book: xlwings.Book, writes: Writes, plans: list[SheetPlan], record: Record, keep: Callable[[Record | None], None]
) -> tuple[str, ...]:
    tables = []
    for plan in plans:
        write_plan(plan)
        tables += extend_tables(plan)
    if tables:
        keep(Record(record.squares, record.sheets, record.notes, tuple(tables)))
    for new in writes.sheets:
        replace_sheet(book, new)
    if writes.notes is None:
        return ()
    left_out = replace_notes(book, writes.notes)
    return (f"{left_out} ô không thêm được ghi chú (đã có ghi chú khác, hoặc sheet được bảo vệ).",) if left_out else ()
