"""Puts back what our write changed, looks whether it stands there, and tells what does not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from addin.core.grids import SquareError
from addin.core.places import Place
from addin.core.writes import Note, SheetReplace
from addin.hosts.excel.areas import blocks
from addin.hosts.excel.looks import unframe
from addin.hosts.excel.notes import as_before, notes_in, replace_notes
from addin.hosts.excel.own_sheets import remove_sheet, replace_sheet, rows_with_formulas, take_away
from addin.hosts.excel.reaching import found_sheet, square_at
from addin.hosts.excel.room import take_out
from addin.hosts.excel.tables import resize, shrunk
from addin.hosts.excel.undoing import rows_put_in
from addin.hosts.excel.values import same
from addin.hosts.excel.writing import formats_of, put
from addin.hosts.live import TakenBack
from addin.hosts.live_room import made_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from addin.core.grids import Grid, Raw
    from addin.core.writes import Value
    from addin.hosts.excel.calls import Calls
    from addin.hosts.excel.standing import Standing
    from addin.hosts.excel.taking_back import Record, SheetBefore, SquareBefore

class NotBackError(Exception):
    """Squares, rows or sheets that do not hold what stood there before."""

    def __init__(self, places: Sequence[str]) -> None:
        super().__init__(", ".join(places))
        self.places = places


def restore(book: Calls, record: Record, standing: Standing, read: Callable[[Calls], Grid]) -> TakenBack:
    """Everything that holds what we wrote; what was never reached is left alone. NotBackError where Excel keeps another.

    Rows go last: until then every square is where it was looked for.
    """
    for table in record.tables:
        sheet = book.get("Worksheets").get("Item", table.sheet)
        area = shrunk(sheet, table)
        if area is not None:
            resize(sheet, table.table, area)
    count = sum(_squares_back(book, record, standing, name, read) for name in dict.fromkeys(one.sheet for one in record.squares))
    sheets = tuple(kept.sheet for kept in record.sheets if _sheet_back(book, kept, read))
    has_notes, left_out = _notes_back(book, record, standing)
    _rows_out(book, record, standing, read)
    made = tuple(one.sheet for one in record.made if found_sheet(book, one.sheet) is not None)
    _made_out(book, made)
    remarks = (f"{left_out} ghi chú cũ của Sổ Chi bộ không đặt lại được.",) if left_out else ()
    return TakenBack(count, (*sheets, *made), has_notes, remarks)


def _made_out(book: Calls, names: Sequence[str]) -> None:
    """New years' sheets go whole."""
    for name in names:
        sheet = found_sheet(book, name)
        if sheet is not None:
            take_away(sheet)
        if found_sheet(book, name) is not None:
            raise NotBackError([f"sheet «{name}»"])


def _squares_back(book: Calls, record: Record, standing: Standing, name: str, read: Callable[[Calls], Grid]) -> int:
    """How many held something else, squares of rows put in among them, which go with their rows."""
    sheet = book.get("Worksheets").get("Item", name)
    held, made = read(sheet), made_rows(record.rows, name)
    stands = [
        replace(one, row=row) if one.row not in made else replace(one, row=-row)
        for one in record.squares
        if one.sheet == name and (row := standing.row(name, one.row)) is not None
    ]
    changed = [one for one in stands if not same(held.at(abs(one.row), one.column), one.before)]
    staying = [one for one in stands if one.row > 0]
    _put_back(sheet, staying, [one for one in changed if one.row > 0])
    now = read(sheet)
    unlike = [str(Place(name, one.row, one.column)) for one in staying if not same(now.at(one.row, one.column), one.before)]
    if unlike:
        raise NotBackError(unlike)
    return len(changed)


def _put_back(sheet: Calls, squares: Sequence[SquareBefore], changed: Sequence[SquareBefore]) -> None:
    """Looks and formats before values, so that a day or a text is not read as something else again; no value that stands there."""
    unframe(sheet, [(square.row, square.column) for square in squares if square.is_bare])
    for square in squares:
        if square.number_format is not None:
            square_at(sheet, square.row, square.column).put("NumberFormat", square.number_format)
    for square in changed:
        if isinstance(square.before, SquareError):
            square_at(sheet, square.row, square.column).put("Value", square.before.code)
    values: dict[tuple[int, int], Value] = {
        (square.row, square.column): square.before  # type: ignore[misc]
        for square in changed
        if not isinstance(square.before, SquareError)
    }
    put(sheet, values, {square: text for area in blocks(values) for square, text in formats_of(sheet, area)})


def _sheet_back(book: Calls, kept: SheetBefore, read: Callable[[Calls], Grid]) -> bool:
    """Whether a sheet of ours was there to be taken away or filled anew; one that holds what it held was never reached."""
    sheet = found_sheet(book, kept.sheet)
    if sheet is None or (kept.before is not None and rows_with_formulas(sheet, read(sheet)) == kept.before):
        return False
    if kept.before is None:
        remove_sheet(book, kept.sheet)
        if found_sheet(book, kept.sheet) is not None:
            raise NotBackError([f"sheet «{kept.sheet}»"])
        return True
    rows: tuple[tuple[Value, ...], ...] = kept.before  # type: ignore[assignment]
    has_formulas = any(isinstance(value, str) and value.startswith("=") for row in rows for value in row)
    looks = (kept.widths, kept.header_rows, "", has_formulas, kept.link_column, kept.is_filtered, kept.titles)
    replace_sheet(book, SheetReplace(kept.sheet, rows, *looks), read)
    return True


def _notes_back(book: Calls, record: Record, standing: Standing) -> tuple[bool, int]:
    """Whether any note of ours was another one, and how many old ones found no place any more."""
    if record.notes is None:
        return False, 0
    held = notes_in(book)
    places = [(note, standing.row(note.sheet, note.row)) for note in record.notes]
    notes = [Note(Place(note.sheet, row, note.column), note.text) for note, row in places if row is not None]
    ours = {(note.sheet, note.row, note.column): note.text for note in as_before(held)}
    is_changed = ours != {(note.place.sheet, note.place.row, note.place.column): note.text for note in notes}
    return is_changed, len(record.notes) - len(notes) + replace_notes(book, held, notes)


def _rows_out(book: Calls, record: Record, standing: Standing, read: Callable[[Calls], Grid]) -> None:
    """The rows put in go, and nothing else does."""
    going = rows_put_in(record, standing)
    before = {name: read(book.get("Worksheets").get("Item", name)) for name, _ in going}
    take_out(book, going)
    for name, grid in before.items():
        gone = {row for sheet, row in going if sheet == name}
        wanted = [grid.row(row) for row in range(1, grid.row_count + 1) if row not in gone]
        now = read(book.get("Worksheets").get("Item", name))
        unlike = [number for number, row in enumerate(wanted, 1) if not _is_entered(row, now, number)]
        if unlike:
            raise NotBackError([f"dòng {number} của sheet «{name}»" for number in unlike])


def _is_entered(row: Sequence[Raw], now: Grid, number: int) -> bool:
    """Whether a row holds these values, results of formulas apart."""
    held = now.row(number)
    columns = range(1, max(len(row), len(held)) + 1)
    values = ((column, row[column - 1] if column <= len(row) else None) for column in columns)
    return all(same(now.at(number, column), value) or (number, column) in now.formulas for column, value in values)
