"""Writes values into a workbook's bytes and changes nothing else: all of them, or none with the reason.

Every other part stays byte for byte and in its order; in a changed sheet every letter outside the squares
written stays, but for the row's spans and the sheet's dimension. What may change besides, and only when needed:
the style sheet (a date style), a table's part (a row added below it), all that points at rows which had to make room
for a new one (`room`), workbook.xml (a sheet of ours; a full
calculation at the next opening where there are formulas), and the parts of notes. Pure: no file, no clock; same input, same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.core.places import Place
from addin.core.records import dataclass
from addin.hosts.closed.guard.xml_events import is_well_formed
from addin.hosts.closed.patch.like_sheet import add_sheets_like
from addin.hosts.closed.patch.notes.applying import Texts, gathered, replace_notes
from addin.hosts.closed.patch.own_sheets import replace_sheet
from addin.hosts.closed.patch.package import Archive
from addin.hosts.closed.patch.room.making_room import Room, make_room
from addin.hosts.closed.patch.sheet_edit import SheetEdit
from addin.hosts.closed.patch.sheet_xml import SheetText
from addin.hosts.closed.patch.whole_book import refuse_whole_book
from addin.hosts.closed.patch.working_book import WorkingBook
from addin.hosts.closed.patch.xml_text import XmlText
from addin.hosts.refusal import refuse

if TYPE_CHECKING:
    from addin.core.writes import Note, Writes
    from addin.hosts.closed.patch.workbook_parts import SheetEntry


@dataclass(frozen=True, slots=True)
class Patched:
    """The new bytes, how many squares were set, and what the user should be told (Vietnamese sentences)."""

    data: bytes
    square_count: int
    remarks: tuple[str, ...] = ()


def patch(data: bytes, writes: Writes) -> bytes:
    """The workbook with the writes made; RefusedWrite names the square, the reason and the way out."""
    return patch_with_remarks(data, writes).data


def patch_with_remarks(data: bytes, writes: Writes) -> Patched:
    """As `patch`, and what else the user should know."""
    archive = Archive(data)
    book = WorkingBook(archive)
    refuse_whole_book(book.parts)
    for new in writes.sheets:
        replace_sheet(book, new)
    count = sum(len(row) for new in writes.sheets for row in new.rows)
    remarks: list[str] = []
    writes, made = add_sheets_like(book, writes)
    room = make_room(book, writes, made)
    writes = room.writes
    for edit in _edits(book, room):
        edit.apply()
        count += edit.square_count
        remarks += edit.remarks
    if writes.notes is not None:
        remarks += replace_notes(book, _notes(book, writes.notes))
    book.finish()
    for name in archive.changed_names:
        _refuse_ill_formed(name, archive.read(name))
    return Patched(archive.data(), count, tuple(remarks))


def _edits(book: WorkingBook, room: Room) -> list[SheetEdit]:
    """What is to be done to each sheet, gathered; nothing is changed yet."""
    writes = room.writes
    edits: dict[str, SheetEdit] = {}

    def edit_of(place: Place) -> SheetEdit:
        entry = _worksheet(book, place)
        if entry.part not in edits:
            edits[entry.part] = SheetEdit(book, entry, frozenset(row for name, row in room.made if name == entry.name))
        return edits[entry.part]

    for row in writes.appends:
        edit_of(Place(row.sheet, row.after_row + 1)).append(row)
    for write in writes.squares:
        edit_of(write.place).set(write.place, write.value, write.beside)
    return list(edits.values())


def _notes(book: WorkingBook, notes: tuple[Note, ...]) -> dict[str, Texts]:
    """The texts of notes by their sheet's part, then by square."""
    by_sheet: dict[str, list[tuple[Place, str]]] = {}
    for note in notes:
        by_sheet.setdefault(_worksheet(book, note.place).part, []).append((note.place, note.text))
    return {
        part: gathered(texts, SheetText(texts[0][0].sheet, XmlText.of(book.archive.read(part))))
        for part, texts in by_sheet.items()
    }


def _worksheet(book: WorkingBook, place: Place) -> SheetEntry:
    entry = book.parts.sheet(place.sheet)
    if entry is None or entry.part not in book.archive:
        names = "; ".join(sheet.name for sheet in book.parts.sheets)
        refuse("sổ không có trang tính này", f"Chọn một trong các trang tính: {names}.", place)
    if entry.kind != "worksheet":
        refuse("đây là trang biểu đồ, hộp thoại hoặc macro, không có ô để ghi", "Chọn một trang tính thường.", place)
    return entry


def _refuse_ill_formed(name: str, data: bytes) -> None:
    """The last look before anything leaves: a part that was broken before stays unwritten."""
    if not is_well_formed(data):
        refuse(f"phần {name} của tệp không đúng XML", "Mở sổ bằng Excel, lưu lại rồi chạy lại.")
