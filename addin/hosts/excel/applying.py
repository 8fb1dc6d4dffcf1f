"""All writes of a job into the live workbook, or none: what went wrong half way is taken back at once, and looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from addin.errors import CannotWrite
from addin.hosts.excel.finding import is_open
from addin.hosts.excel.knowing import known_rows, rows_beside, rows_with_notes
from addin.hosts.excel.notes import HeldNote, as_before, notes_in, replace_notes
from addin.hosts.excel.own_sheets import replace_sheet, sheet_before
from addin.hosts.excel.planning import plans_of
from addin.hosts.excel.restoring import NotBackError, restore
from addin.hosts.excel.room import put_in
from addin.hosts.excel.standing import as_written
from addin.hosts.excel.state import quiet
from addin.hosts.excel.tables import growths, resize
from addin.hosts.excel.taking_back import Record, SheetMade
from addin.hosts.excel.writing import squares_before, write_plan
from addin.hosts.excel.year_sheets import make_sheet
from addin.hosts.live_likes import grid_like, rows_meant
from addin.hosts.live_room import moved_grid, moved_writes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from addin.core.grids import Grid, Range
    from addin.core.writes import Writes
    from addin.hosts.excel.calls import Calls
    from addin.hosts.excel.planning import Plans
    from addin.hosts.excel.taking_back import TableBefore
    from addin.hosts.live_room import Gap

_SHOWN = 3


class Applying:
    """One write into one workbook. `keep` puts the record for taking back away before anything is touched; None forgets it."""

    def __init__(self, book: Calls, read: Callable[[Calls], Grid], keep: Callable[[Record | None], None]) -> None:
        self._book, self._read, self._keep = book, read, keep

    def apply(self, writes: Writes, known: Mapping[str, Grid]) -> tuple[str, ...]:
        """Remarks for the person; an error where nothing was written, or where Excel did not let it be taken back."""
        plans = plans_of(self._book, writes, self._read, known)
        with quiet(self._book.get("Application")) as not_back:
            self._make_sheets(plans)
            room = self._room(plans)
            room_remarks = self._make_room(plans, room) if plans.gaps else ()
            try:
                grown = [growth for plan in plans.sheets for growth in growths(plan)]
                held = notes_in(self._book) if writes.notes is not None else []
                record = self._record(plans.writes, plans, [table for table, _ in grown], held)
                self._keep(record)
            except Exception as error:  # noqa: BLE001 - whatever it is, the rows go again and it is raised
                self._take_back(room, error)
            try:
                remarks = self._write(moved_writes(plans.writes, plans.gaps), plans, grown, held)
            except Exception as error:  # noqa: BLE001 - whatever it is, all goes back and it is raised
                self._take_back(record, error)
        return (*room_remarks, *remarks, *not_back)

    def _make_sheets(self, plans: Plans) -> None:
        """New years' sheets first of all; where one fails those made before it go again."""
        if plans.new:
            self._keep(Record(made=tuple(SheetMade(one.like.sheet, rows_meant(grid_like(one, pattern))) for one, pattern in plans.new)))
        for number, (new, pattern) in enumerate(plans.new):
            try:
                make_sheet(self._book, new, pattern, self._read)
            except Exception as error:  # noqa: BLE001 - whatever it is, the sheets go again and it is raised
                self._take_back(Record(made=tuple(SheetMade(one.like.sheet) for one, _ in plans.new[:number])), error)
        sheets = self._book.get("Worksheets")
        for plan in plans.sheets:
            if plan.ready:
                plan.sheet = sheets.get("Item", plan.grid.sheet)

    def _room(self, plans: Plans) -> Record:
        """What taking back needs while only sheets and rows have come in."""
        gaps = _on_old(plans.gaps, plans)
        return Record(rows=tuple(gaps), known=tuple(rows_beside(gaps, plans.before)), made=_made(plans))

    def _make_room(self, plans: Plans, room: Record) -> tuple[str, ...]:
        """Rows before anything else, so that every square is met where it stands from then on."""
        self._keep(room)
        try:
            short = put_in(self._book, plans.gaps, plans.before)
        except Exception as error:  # noqa: BLE001 - the rows are out again; whatever it is, new sheets go and it is raised
            self._take_back(Record(made=room.made), error)
        return (f"{short} dãy số liệu của biểu đồ chưa tới được các dòng mới: kéo vùng dữ liệu của biểu đồ xuống.",) if short else ()

    def _record(self, writes: Writes, plans: Plans, tables: list[TableBefore], held: list[HeldNote]) -> Record:
        """What taking back needs, known before any square is written."""
        old = [plan for plan in plans.sheets if not plan.ready]
        rows = [row for plan in old for row in known_rows(plan)]
        grids = {name: moved_grid(grid, plans.gaps) for name, grid in self._grids_with_notes(plans.before, held).items()}
        return Record(
            tuple(square for plan in old for square in squares_before(plan)),
            tuple(sheet_before(self._book, new, self._read) for new in writes.sheets),
            as_before(held) if writes.notes is not None else None,
            tuple(tables),
            tuple(_on_old(plans.gaps, plans)),
            (*rows, *rows_with_notes(held, grids, rows)),
            _made(plans),
        )

    def _grids_with_notes(self, before: Mapping[str, Grid], held: list[HeldNote]) -> dict[str, Grid]:
        """The sheets as they were read; those with notes of ours that were not are read for them."""
        sheets = self._book.get("Worksheets")
        names = dict.fromkeys(one.place.sheet for one in held if one.is_ours)
        return {**{name: self._read(sheets.get("Item", name)) for name in names if name not in before}, **before}

    def _write(
        self, writes: Writes, plans: Plans, grown: list[tuple[TableBefore, Range]], held: list[HeldNote]
    ) -> tuple[str, ...]:
        """Notes before sheets of ours: a sheet replaced whole takes the notes on it along."""
        for plan in plans.sheets:
            write_plan(plan)
        for table, area in grown:
            resize(self._book.get("Worksheets").get("Item", table.sheet), table.table, area)
        left_out = replace_notes(self._book, held, writes.notes) if writes.notes is not None else 0
        for new in writes.sheets:
            replace_sheet(self._book, new, self._read)
        reasons = "đã có ghi chú hay trao đổi khác, hoặc sheet được bảo vệ"
        return (f"{left_out} ô không thêm được ghi chú ({reasons}).",) if left_out else ()

    def _take_back(self, record: Record, error: Exception) -> NoReturn:
        """The record is forgotten only when all stands as it was; else the undo button can still take back."""
        try:
            restore(self._book, record, as_written(record), self._read)
        except Exception as failed:
            if not is_open(self._book):
                raise error from failed
            raise half_written(failed) from error
        self._keep(None)
        raise error


def _on_old(gaps: Iterable[Gap], plans: Plans) -> list[Gap]:
    """Rows put in on sheets that were there: a new sheet goes with all its rows."""
    return [gap for gap in gaps if gap.sheet not in {new.like.sheet for new, _ in plans.new}]


def _made(plans: Plans) -> tuple[SheetMade, ...]:
    """The new sheets as they hold the new rows."""
    by_name = {plan.grid.sheet: plan for plan in plans.sheets}
    found = ((new.like.sheet, by_name.get(new.like.sheet), grid_like(new, pattern)) for new, pattern in plans.new)
    return tuple(SheetMade(name, rows_meant(plan.grid, plan.values) if plan else rows_meant(grid)) for name, plan, grid in found)


def half_written(failed: Exception) -> CannotWrite:
    """Some of it stands in the workbook: which squares, where Excel said so."""
    places = failed.places if isinstance(failed, NotBackError) else ()
    more = f" và {len(places) - _SHOWN} chỗ nữa" if len(places) > _SHOWN else ""
    where = f" (còn khác trước: {', '.join(places[:_SHOWN])}{more})" if places else ""
    return CannotWrite(
        f"Excel dừng giữa chừng và chưa trả lại hết các ô như trước{where}.",
        "Nhấn Esc nếu đang sửa một ô, bỏ lọc, bấm Hoàn tác để trả lại; xem lại sổ trước khi lưu.",
    )
