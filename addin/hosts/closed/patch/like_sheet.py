"""A new sheet after the pattern of one of the cell's own: all of it but its records and what hangs on the old sheet alone.

Pictures, notes, buttons and links stay with the old sheet; a table (ListObject) or a pivot on it cannot be copied in a
file, and that is refused.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from addin.core.places import Place
from addin.hosts.closed.patch.room.changing import moved_texts
from addin.hosts.closed.patch.room.formulas import renamed
from addin.hosts.closed.patch.room.sheet_formulas import formulas_of
from addin.hosts.closed.patch.sheet_list import add_sheet
from addin.hosts.closed.patch.sheet_rules import is_protected
from addin.hosts.closed.patch.sheet_xml import Setting, SheetText
from addin.hosts.closed.patch.strings import content_of
from addin.hosts.closed.patch.whole_book import refuse_new_sheet
from addin.hosts.closed.patch.workbook_parts import relations_of
from addin.hosts.closed.patch.xml_text import (
    Edit,
    XmlText,
    any_tag_pattern,
    attributes_of,
    closing_pattern,
    quoted,
    unescape,
)
from addin.hosts.own_sheets import refuse_name
from addin.hosts.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from addin.core.writes import SheetLike, Writes
    from addin.hosts.closed.patch.workbook_parts import SheetEntry
    from addin.hosts.closed.patch.working_book import WorkingBook

_BOUND = frozenset({"table", "pivotTable", "queryTable"})
_LEFT_BEHIND = (
    "(?:sheetProtection|filterColumn|sortState|customSheetViews|hyperlinks|drawing|legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|"
    "webPublishItems|tableParts|AlternateContent)"
)
_OF_THE_OLD = re.compile(r"\s(?:tabSelected|codeName|[\w]+:id)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_UNSEEN = re.compile(r"\s(?:hidden|collapsed)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_KEPT_NAMES = frozenset({"_xlnm.Print_Area", "_xlnm.Print_Titles"})


def add_sheets_like(book: WorkingBook, writes: Writes) -> tuple[Writes, frozenset[tuple[str, int]]]:
    """All sheets that new rows need, and which of their rows stand ready; rows beyond those come behind the last of them."""
    ready: set[tuple[str, int]] = set()
    for like in writes.likes:
        rows = [row for row in writes.appends if row.like == like]
        room = like.last_row - like.first_row + 1
        _add_like(book, like, min(len(rows), room))
        ready |= {(like.sheet, number) for number in range(like.first_row, like.last_row + 1)}
        beyond = {id(row): replace(row, after_row=like.last_row, like=None, makes_room=True, grows=True) for row in rows[room:]}
        writes = replace(writes, appends=tuple(beyond.get(id(row), row) for row in writes.appends))
    return writes, frozenset(ready)


def _add_like(book: WorkingBook, like: SheetLike, record_count: int) -> None:
    """Add the sheet behind the last one; formulas stand in as many rows as records are to come."""
    refuse_name(like.sheet)
    refuse_new_sheet(book.parts)
    pattern = _pattern(book, like)
    held = SheetText(like.sheet, XmlText.of(book.archive.read(pattern.part)))
    if is_protected(held):
        refuse("trang tính mẫu đang được bảo vệ nên không lập trang tính mới theo nó được", _by_hand(like), Place(like.pattern))
    edits = [*_rows(held, like, record_count), *_surroundings(held, like)]
    text = SheetText(like.sheet, held.xml.spliced(edits))
    places = {(row, column): Place(like.sheet, row, column) for row, column, _ in like.texts}
    titles = {
        (row, column): Setting(content_of(words, places[row, column], text.prefix, is_1904=book.parts.is_1904))
        for row, column, words in like.texts
    }
    add_sheet(book.parts, like.sheet, text.with_squares(titles).data, _own_names(book, pattern, like))
    book.look_again()
    book.has_new_values()


def _pattern(book: WorkingBook, like: SheetLike) -> SheetEntry:
    entry = book.parts.sheet(like.pattern)
    if entry is None or entry.kind != "worksheet" or entry.part not in book.archive:
        refuse("sổ không có trang tính này", "Đọc lại sổ rồi chạy lại.", Place(like.pattern))
    if book.parts.sheet(like.sheet) is not None:
        refuse("sổ đã có trang tính này", "Đổi tên trang tính đang có trong Excel rồi chạy lại.", Place(like.sheet))
    if {relation.kind for relation in relations_of(book.archive, entry.part)} & _BOUND:
        refuse("trang tính mẫu có bảng (Table) hoặc bảng tổng hợp (Pivot)", _by_hand(like), Place(like.pattern))
    return entry


def _by_hand(like: SheetLike) -> str:
    return f"Trong Excel chép sheet «{like.pattern}» thành «{like.sheet}», xoá các dòng cũ, sửa năm ở tiêu đề, rồi chạy lại."


def _rows(sheet: SheetText, like: SheetLike, record_count: int) -> Iterator[Edit]:
    """Records lose their values and, where none is to come, their formulas, and are seen; other formulas mean the new sheet."""
    formulas = {(one.row, one.column): one for one in formulas_of(sheet)}
    for row in sheet.rows:
        is_record = like.first_row <= row.number <= like.last_row
        for found in _UNSEEN.finditer(row.attributes) if is_record else ():
            place = row.start + sheet.xml.shadow[row.start : row.tag_end].index(row.attributes)
            yield Edit(place + found.start(), place + found.end(), "")
        for square in () if row.is_empty else sheet.squares(row.number):
            formula = formulas.get((row.number, square.column))
            inside = ""
            if formula is not None and not (is_record and row.number >= like.first_row + record_count):
                tag = "" if formula.kind == "shared" else formula.tag.rstrip()
                text = escape(renamed(formula.formula, like.pattern, like.sheet))
                inside = f"<{sheet.prefix}f{tag}>{text}</{sheet.prefix}f>"
            elif not is_record:
                continue
            if square.tag_end != square.end:
                attributes = re.sub(r"\s(?:t|cm|vm|ph)\s*=\s*\"[^\"]*\"", "", square.attributes).rstrip()
                name = f"{sheet.prefix}c"
                yield Edit(square.start, square.end, f"<{name}{attributes}>{inside}</{name}>" if inside else f"<{name}{attributes}/>")


def _surroundings(sheet: SheetText, like: SheetLike) -> Iterator[Edit]:
    """What hangs on the old sheet alone goes; conditions and lists mean the new one."""
    shadow = sheet.xml.shadow
    gone: list[tuple[int, int]] = []
    for tag in any_tag_pattern(_LEFT_BEHIND).finditer(shadow, sheet.tail_start):
        name = tag[0][1:].split(None, 1)[0].rstrip("/>")
        closing = None if tag[3] else closing_pattern(name).search(shadow, tag.end())
        if not any(start <= tag.start() < end for start, end in gone):
            gone.append((tag.start(), closing.end() if closing else tag.end()))
    yield from (Edit(start, end, "") for start, end in gone)
    for tag in any_tag_pattern("(?:sheetView|sheetPr|pageSetup)").finditer(shadow):
        if not any(start <= tag.start() < end for start, end in gone):
            place = tag.start() + len(tag[0]) - len(tag[3]) - 1 - len(tag[2])
            for found in _OF_THE_OLD.finditer(tag[2]):
                yield Edit(place + found.start(), place + found.end(), "")
    own = (sheet.tail_start, len(shadow))
    yield from moved_texts(sheet.xml, "(?:formula|formula1|formula2)", lambda text: renamed(text, like.pattern, like.sheet), own)


def _own_names(book: WorkingBook, pattern: SheetEntry, like: SheetLike) -> str:
    """The old sheet's print area and titles, for the new one."""
    text, names = book.parts.workbook_text, ""
    for tag in any_tag_pattern("definedName").finditer(text.shadow):
        attributes = attributes_of(tag[2])
        if attributes.get("localSheetId") != str(pattern.position) or attributes.get("name") not in _KEPT_NAMES:
            continue
        after = text.shadow.find("<", tag.end())
        area = escape(renamed(unescape(text.text[tag.end() : after]), like.pattern, like.sheet)).replace("{", "&#123;")
        position = len(book.parts.sheets)
        names += f"<{{p}}definedName name={quoted(attributes['name'])} localSheetId=\"{position}\">{area}</{{p}}definedName>"
    return names
