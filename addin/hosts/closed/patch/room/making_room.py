"""Room for rows that come between rows which are there, made before anything is written.

Where the row below the last record is free, nothing moves. Where something stands there (a total, a signature, the
next table), or a total further down must reach over the new row, rows are put in; the writes then mean their squares
where those stand afterwards. What cannot follow is refused, and then nothing is changed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from addin.core.places import Place
from addin.core.records import dataclass
from addin.hosts.closed.patch.calculation import drop_calculation_chain
from addin.hosts.closed.patch.room.inserted import Inserted
from addin.hosts.closed.patch.room.other_parts import move_other_parts
from addin.hosts.closed.patch.room.sheet_formulas import is_summed, moved_formulas
from addin.hosts.closed.patch.room.sheet_rows import moved_rows, new_rows
from addin.hosts.closed.patch.room.sheet_tail import moved_tail, with_new_merges
from addin.hosts.closed.patch.sheet_rules import is_protected
from addin.hosts.closed.patch.sheet_xml import SheetText
from addin.hosts.closed.patch.tables_xml import Table
from addin.hosts.closed.patch.workbook_parts import same_name
from addin.hosts.closed.patch.xml_text import XmlText
from addin.hosts.refusal import refuse

if TYPE_CHECKING:
    from typing import TypeVar

    from addin.core.writes import Note, RowAppend, Write, Writes
    from addin.hosts.closed.patch.workbook_parts import SheetEntry
    from addin.hosts.closed.patch.working_book import WorkingBook

    Square = TypeVar("Square", Write, Note)

_BY_HAND = "Chèn một dòng trống dưới dòng cuối trong Excel rồi chạy lại."


@dataclass(frozen=True, slots=True)
class Room:
    """The writes as they are meant after room was made, and the rows that were put in, by sheet."""

    writes: Writes
    made: frozenset[tuple[str, int]] = frozenset()


def make_room(book: WorkingBook, writes: Writes, ready: frozenset[tuple[str, int]] = frozenset()) -> Room:
    """Put rows in wherever an append needs them; RefusedWrite where something could not follow.

    `ready` are rows of new sheets, empty but for looks and formulas as those that are put in.
    """
    counts = Counter((row.sheet, row.after_row, row.grows) for row in writes.appends if row.makes_room and row.values and row.like is None)
    made = set(ready)
    for (name, after, grows), count in sorted(counts.items(), key=lambda one: (one[0][0], -one[0][1])):
        entry = book.parts.sheet(name)
        if entry is None or entry.kind != "worksheet" or entry.part not in book.archive:
            continue
        columns = {column for row in writes.appends if (row.sheet, row.after_row) == (name, after) for column, _ in row.values}
        sheet = _text_of(book, entry)
        if not _is_needed(sheet, after, count, columns):
            continue
        inserted = Inserted(entry.name, after, count, grows)
        _refuse_unsafe(book, sheet, entry, inserted, columns)
        _insert(book, entry, inserted)
        writes = _moved(writes, inserted)
        made = {(one, inserted.row(row) if same_name(one, entry.name) else row) for one, row in made}
        made |= {(entry.name, row) for row in range(after + 1, after + count + 1)}
    return Room(writes, frozenset(made))


def _is_needed(sheet: SheetText, after: int, count: int, columns: set[int]) -> bool:
    """Whether something stands where the rows are to go, or a total just below would not reach over them."""
    above = {square.column for square in sheet.squares(after) if sheet.has_value(square)}
    first, last = min(columns | above), max(columns | above)
    for number in range(after + 1, after + count + 1):
        if any(first <= square.column <= last and sheet.has_value(square) for square in sheet.squares(number)):
            return True
    return is_summed(sheet, after)


def _refuse_unsafe(book: WorkingBook, sheet: SheetText, entry: SheetEntry, inserted: Inserted, columns: set[int]) -> None:
    place = Place(entry.name, inserted.after + 1)
    if is_protected(sheet):
        refuse("trang tính đang được bảo vệ nên không chèn dòng được", "Bỏ bảo vệ trang tính trong Excel rồi chạy lại.", place)
    for part in book.parts.tables(entry):
        table = Table.of(part, book.archive.read(part))
        if table is None or not (inserted.crosses(table.area) or table.area.last_row == inserted.after):
            continue
        is_own = any(table.area.first_column <= column <= table.area.last_column for column in columns)
        if not is_own and inserted.crosses(table.area):
            refuse(f"bên cạnh là bảng {table.name}, chèn dòng sẽ xen vào bảng ấy", _BY_HAND, place)
        if is_own and table.is_fed:
            refuse(f"bảng {table.name} lấy dữ liệu từ nguồn ngoài", "Thêm dòng ở nguồn dữ liệu của bảng.", place)


def _insert(book: WorkingBook, entry: SheetEntry, inserted: Inserted) -> None:
    """The sheet itself, then what other sheets and parts say of it."""
    for other in book.parts.sheets:
        if other.kind != "worksheet" or other.part not in book.archive:
            continue
        sheet = _text_of(book, other)
        edits = [*moved_formulas(sheet, inserted), *moved_tail(sheet, inserted)]
        if other.part == entry.part:
            edits += [*moved_rows(sheet, inserted), *with_new_merges(sheet, inserted), *new_rows(sheet, inserted)]
        book.put_sheet(other.part, sheet.xml.spliced(edits))
    move_other_parts(book, entry, inserted)
    drop_calculation_chain(book.parts)
    book.look_again()


def _text_of(book: WorkingBook, entry: SheetEntry) -> SheetText:
    return SheetText(entry.name, XmlText.of(book.archive.read(entry.part)))


def _moved(writes: Writes, inserted: Inserted) -> Writes:
    """The same squares where they stand now; rows for this very gap stay where they are meant."""
    return replace(
        writes,
        squares=tuple(_at(write, inserted) for write in writes.squares),
        appends=tuple(_below(row, inserted) for row in writes.appends),
        notes=None if writes.notes is None else tuple(_at(note, inserted) for note in writes.notes),
    )


def _at(write: Square, inserted: Inserted) -> Square:
    place = write.place
    if not same_name(place.sheet, inserted.sheet) or place.row <= inserted.after:
        return write
    return replace(write, place=Place(place.sheet, inserted.row(place.row), place.column))


def _below(row: RowAppend, inserted: Inserted) -> RowAppend:
    if not same_name(row.sheet, inserted.sheet) or row.after_row <= inserted.after:
        return row
    return replace(row, after_row=inserted.row(row.after_row))
