"""All writes of a job into the live workbook, or none: what went wrong half way is taken back at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.hosts.excel.notes import HeldNote, as_before, notes_in, replace_notes
from addin.hosts.excel.own_sheets import replace_sheet, sheet_before
from addin.hosts.excel.planning import plans_of
from addin.hosts.excel.room import put_in
from addin.hosts.excel.state import quiet
from addin.hosts.excel.tables import Growth, growths, resize
from addin.hosts.excel.taking_back import Record
from addin.hosts.excel.undoing import restore
from addin.hosts.excel.writing import squares_before, write_plan
from addin.hosts.live_room import moved_writes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import xlwings

    from addin.core.grids import Grid
    from addin.core.writes import Writes
    from addin.hosts.excel.planning import Plans, SheetPlan


def apply_writes(
    book: xlwings.Book,
    writes: Writes,
    read: Callable[[xlwings.Sheet], Grid],
    known: Mapping[str, Grid],
    keep: Callable[[Record | None], None],
) -> tuple[str, ...]:
    """Remarks for the person. `keep` puts the record for taking back away before anything is touched; None forgets it."""
    plans = plans_of(book, writes, read, known)
    with quiet(book.app):
        if plans.gaps:
            _make_room(book, plans, keep)
        try:
            grown = [growth for plan in plans.sheets for growth in growths(plan)]
            held = notes_in(book) if writes.notes is not None else []
            record = _record(book, writes, read, plans, (grown, held))
        except Exception:
            if plans.gaps:
                restore(book, Record(rows=tuple(plans.gaps)))
                keep(None)
            raise
        keep(record)
        try:
            return _write(book, moved_writes(writes, plans.gaps), plans.sheets, grown, held)
        except Exception:
            restore(book, record)
            keep(None)
            raise


def _make_room(book: xlwings.Book, plans: Plans, keep: Callable[[Record | None], None]) -> None:
    """Rows before anything else, so that every square is met where it stands from then on."""
    keep(Record(rows=tuple(plans.gaps)))
    try:
        put_in(book, plans.gaps, plans.before)
    except Exception:
        keep(None)
        raise


def _record(
    book: xlwings.Book,
    writes: Writes,
    read: Callable[[xlwings.Sheet], Grid],
    plans: Plans,
    found: tuple[list[Growth], list[HeldNote]],
) -> Record:
    """What taking back needs, known before any square is written."""
    grown, held = found
    return Record(
        tuple(square for plan in plans.sheets for square in squares_before(plan)),
        tuple(sheet_before(book, new, read) for new in writes.sheets),
        as_before(held) if writes.notes is not None else None,
        tuple((growth.sheet, growth.table, growth.before) for growth in grown),
        tuple(plans.gaps),
    )


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
