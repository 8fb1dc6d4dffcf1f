"""A whole sheet of ours, added or replaced; a sheet of the cell's own is never replaced.

How ours are known: `sheet_list.MARK`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.core.places import Place, column_letters
from addin.hosts.closed.patch.calculation import drop_calculation_chain
from addin.hosts.closed.patch.new_sheet import filtered_area, sheet_xml
from addin.hosts.closed.patch.plain_styles import PlainStyles
from addin.hosts.closed.patch.sheet_list import (
    FILTER_NAME,
    TITLES_NAME,
    add_sheet,
    is_ours,
    namespaces,
    set_own_name,
)
from addin.hosts.closed.patch.sheet_rules import is_protected
from addin.hosts.closed.patch.sheet_xml import SheetText
from addin.hosts.closed.patch.whole_book import refuse_new_sheet
from addin.hosts.closed.patch.workbook_parts import SheetEntry, relations_of
from addin.hosts.closed.patch.xml_text import XmlText, any_tag_pattern, quoted
from addin.hosts.own_sheets import refuse_name
from addin.hosts.refusal import refuse

if TYPE_CHECKING:
    from addin.core.grids import Range
    from addin.core.writes import SheetReplace
    from addin.hosts.closed.patch.working_book import WorkingBook

_OWN_FIX = "Đổi tên trang tính đang có trong Excel, hoặc chọn tên khác cho bảng kết quả."
_BOUND = frozenset({"table", "pivotTable", "queryTable"})


def replace_sheet(book: WorkingBook, new: SheetReplace) -> None:
    """Add the sheet behind the last one, or put new content into the sheet of ours of that name."""
    refuse_name(new.sheet)
    known = book.parts.sheet(new.sheet)
    styles = PlainStyles(book.needed_styles())
    is_1904 = book.parts.is_1904
    if known is None:
        refuse_new_sheet(book.parts)
        main, relations = namespaces(book.parts)
        root = f" xmlns={quoted(main)} xmlns:r={quoted(relations)}"
        text = sheet_xml(new, styles, root, "", None, is_1904=is_1904)
        add_sheet(book.parts, new.sheet, text.encode())
        book.look_again()
        book.has_new_values()
        _name_areas(book, new, None)
        return
    old = _ours(book, known)
    root_tag = any_tag_pattern("worksheet").search(old.xml.shadow)
    prefix, root = (root_tag[1], root_tag[2]) if root_tag else ("", "")
    if any_tag_pattern("f").search(old.xml.shadow, old.data_tag_end, old.data_end):
        drop_calculation_chain(book.parts)
        book.look_again()
    text = sheet_xml(new, styles, root, prefix, old, is_1904=is_1904)
    book.put_sheet(known.part, XmlText.holding(text, "utf-8", b""))
    _name_areas(book, new, old)


def _name_areas(book: WorkingBook, new: SheetReplace, old: SheetText | None) -> None:
    """The names Excel keeps beside a filter and beside headings printed on every page; one that meant other rows would spoil them."""
    sheet = book.parts.sheet(new.sheet)
    if sheet is None:
        return
    quoted_name = new.sheet.replace("'", "''")
    area = filtered_area(new, old)
    filtered = f"'{quoted_name}'!{_absolute(area)}" if area else ""
    headings = f"'{quoted_name}'!${max(new.titles + 1, 1)}:${new.header_rows}" if new.header_rows > new.titles else ""
    for name, meaning in ((FILTER_NAME, filtered), (TITLES_NAME, headings)):
        set_own_name(book.parts, sheet, name, meaning, is_hidden=name == FILTER_NAME)
        book.look_again()


def _absolute(area: Range) -> str:
    return f"${column_letters(area.first_column)}${area.first_row}:${column_letters(area.last_column)}${area.last_row}"


def _ours(book: WorkingBook, known: SheetEntry) -> SheetText:
    """The text of the sheet to be replaced; RefusedWrite where it is not ours or has grown things of its own."""
    place = Place(known.name)
    if known.kind != "worksheet" or known.part not in book.archive or not is_ours(book.parts, known):
        refuse("trang tính này là của sổ, không phải do chương trình tạo ra", _OWN_FIX, place)
    if {relation.kind for relation in relations_of(book.archive, known.part)} & _BOUND:
        refuse("trên trang tính này đã có bảng (Table) hoặc bảng tổng hợp (Pivot) do người dùng thêm", _OWN_FIX, place)
    old = SheetText(known.name, XmlText.of(book.archive.read(known.part)))
    if is_protected(old):
        refuse("trang tính này đang được bảo vệ", "Bỏ bảo vệ trang tính trong Excel rồi chạy lại.", place)
    return old
