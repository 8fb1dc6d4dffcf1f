"""Whole sheets of ours in the live workbook; the cell's own are never touched.

A sheet of ours carries the hidden name `_sochibo`, as in a closed file, so each host knows the other's sheets.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from addin.core.grids import Range
from addin.core.places import Place
from addin.hosts.excel.calls import unless_refused
from addin.hosts.excel.comparing import holds
from addin.hosts.excel.list_looks import dress, has_arrows, set_page, set_widths
from addin.hosts.excel.reaching import found_sheet, is_protected, square_at
from addin.hosts.excel.seen import put_rows, show_all
from addin.hosts.excel.state import active_sheet_kept
from addin.hosts.excel.taking_back import SheetBefore
from addin.hosts.excel.values import DATE_FORMAT, handed, sent
from addin.hosts.own_sheets import MARK, refuse_name
from addin.hosts.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from addin.core.grids import Grid, Raw
    from addin.core.writes import SheetReplace, Value
    from addin.hosts.excel.calls import Calls


def is_ours(sheet: Calls) -> bool:
    """Whether the sheet carries our mark."""
    return unless_refused(lambda: bool(sheet.get("Names").get("Item", MARK)), otherwise=False)


def sheet_before(book: Calls, new: SheetReplace, read: Callable[[Calls], Grid]) -> SheetBefore:
    """What stands there now; RefusedWrite where a sheet must not be added or replaced."""
    refuse_name(new.sheet)
    sheet = found_sheet(book, new.sheet)
    if sheet is None:
        if book.get("ProtectStructure"):
            refuse(
                "cấu trúc sổ đang khoá nên không thêm trang tính được",
                "Trong Excel vào Xem lại, bỏ Bảo vệ sổ làm việc, rồi chạy lại.",
            )
        return SheetBefore(new.sheet, None, new.rows, new.widths, *_looks(new))
    name = str(sheet.get("Name"))
    if not is_ours(sheet):
        refuse(
            "trang tính này là của sổ, không phải do chương trình tạo ra",
            "Đổi tên trang tính đang có trong Excel, hoặc chọn tên khác cho bảng kết quả.",
            Place(name),
        )
    if is_protected(sheet):
        refuse("trang tính này đang được bảo vệ", "Bỏ bảo vệ trang tính trong Excel rồi chạy lại.", Place(name))
    return SheetBefore(name, rows_with_formulas(sheet, read(sheet)), new.rows, new.widths, *_looks(new, is_filtered=has_arrows(sheet)))


def _looks(new: SheetReplace, *, is_filtered: bool = False) -> tuple[int, int, int, bool]:
    return new.header_rows, new.titles, new.link_column, is_filtered


def rows_with_formulas(sheet: Calls, grid: Grid) -> tuple[tuple[Raw, ...], ...]:
    """The sheet's values, formulas as their text, so that putting it back brings them back."""
    rows = [list(row) for row in grid.values]
    for row, column in grid.formulas:
        rows[row - 1][column - 1] = str(square_at(sheet, row, column).get("Formula"))
    return tuple(map(tuple, rows))


def replace_sheet(book: Calls, new: SheetReplace, read: Callable[[Calls], Grid]) -> None:
    """Add the sheet behind the last one, or put new content into the sheet of ours; RefusedWrite where it does not stand.

    The sheet in front stays there.
    """
    with active_sheet_kept(book):
        sheet = found_sheet(book, new.sheet)
        is_filtered = new.is_filtered or (sheet is not None and has_arrows(sheet))
        if sheet is None:
            sheet = _added(book, new)
        else:
            _empty(sheet)
        if new.rows and any(new.rows):
            set_widths(sheet, new)
            _fill(sheet, new)
            dress(sheet, new, is_filtered=is_filtered)
    if not holds(read(sheet), new.rows):
        refuse("Excel không giữ đúng nội dung cần ghi", "Xoá trang tính ấy rồi bấm lại nút.", Place(new.sheet))


def _added(book: Calls, new: SheetReplace) -> Calls:
    """Put in before the last sheet, which then goes before it: Excel's way of adding behind fails on some PCs."""
    sheets = book.get("Worksheets")
    last = sheets.get("Item", int(sheets.get("Count")))
    sheet: Calls = sheets.get("Add", last)
    last.get("Move", sheet)
    sheet.put("Name", new.sheet)
    sheet.get("Names").get("Add", MARK, '="sochibo"').put("Visible", False)
    if new.header_rows:
        sheet.get("Activate")
        window = book.get("Windows").get("Item", 1)
        window.put("SplitRow", new.header_rows)
        window.put("FreezePanes", True)
    set_page(sheet, new)
    return sheet


def _empty(sheet: Calls) -> None:
    """Values, looks, links and arrows go; a person's notes stay, as in the other hosts."""
    show_all(sheet)
    if has_arrows(sheet):
        sheet.put("AutoFilterMode", False)
    sheet.get("Hyperlinks").get("Delete")
    sheet.get("Cells").get("ClearContents")
    sheet.get("Cells").get("ClearFormats")


def _fill(sheet: Calls, new: SheetReplace) -> None:
    width = max(len(row) for row in new.rows)
    whole = Range(1, 1, len(new.rows), width)
    for row, column in _days(new.rows):
        square_at(sheet, row, column).put("NumberFormat", DATE_FORMAT)
    put_rows(sheet, whole, [[_content(new, value) for value in (*row, *(None,) * (width - len(row)))] for row in new.rows])


def _content(new: SheetReplace, value: Value) -> Value:
    is_formula = new.formulas and isinstance(value, str) and value.startswith("=")
    return value if is_formula else handed(sent(value))


def _days(rows: Sequence[Sequence[Value]]) -> Iterator[tuple[int, int]]:
    for row, line in enumerate(rows, 1):
        for column, value in enumerate(line, 1):
            if isinstance(value, date):
                yield row, column


def remove_sheet(book: Calls, name: str) -> None:
    """Take a sheet of ours away again."""
    sheet = found_sheet(book, name)
    if sheet is not None and is_ours(sheet):
        take_away(sheet)


def take_away(sheet: Calls) -> None:
    """The sheet goes; emptied before: of an empty sheet Excel does not ask whether it may go."""
    show_all(sheet)
    sheet.get("Cells").get("Clear")
    sheet.get("Delete")
