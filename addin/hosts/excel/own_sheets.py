"""Whole sheets of ours in the live workbook; the cell's own are never touched.

A sheet of ours carries the hidden name `_sochibo`, as in a closed file, so each host knows the other's sheets.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from addin.core.grids import Range
from addin.core.places import Place
from addin.hosts.excel.faults import engine_errors
from addin.hosts.excel.reading import block, sheets_in, square, worksheets
from addin.hosts.excel.refusing import is_protected
from addin.hosts.excel.state import active_sheet_kept
from addin.hosts.excel.taking_back import SheetBefore
from addin.hosts.excel.values import DATE_FORMAT, handed, sent
from addin.hosts.own_sheets import MARK, refuse_name
from addin.hosts.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import xlwings

    from addin.core.grids import Grid, Raw
    from addin.core.writes import SheetReplace, Value

_WIDEST = 255.0


def found_sheet(book: xlwings.Book, name: str) -> xlwings.Sheet | None:
    """The sheet of that name; Excel does not tell capitals apart. Where it finds none, each sheet is asked, to be sure."""
    try:
        worksheets(book).get("Item", name)
    except engine_errors():
        names = [str(sheet.get("Name")).casefold() for sheet in sheets_in(book)]
        return book.sheets[names.index(name.casefold())] if name.casefold() in names else None
    return book.sheets[name]


def is_ours(sheet: xlwings.Sheet) -> bool:
    """Whether the sheet carries our mark."""
    return bool(sheet.names.contains(MARK))


def sheet_before(book: xlwings.Book, new: SheetReplace, read: Callable[[xlwings.Sheet], Grid]) -> SheetBefore:
    """What stands there now; RefusedWrite where a sheet must not be added or replaced."""
    refuse_name(new.sheet)
    sheet = found_sheet(book, new.sheet)
    if sheet is None:
        if book.api.ProtectStructure:
            refuse(
                "cấu trúc sổ đang khoá nên không thêm trang tính được",
                "Trong Excel vào Xem lại, bỏ Bảo vệ sổ làm việc, rồi chạy lại.",
            )
        return SheetBefore(new.sheet, None, new.rows, new.widths)
    if not is_ours(sheet):
        refuse(
            "trang tính này là của sổ, không phải do chương trình tạo ra",
            "Đổi tên trang tính đang có trong Excel, hoặc chọn tên khác cho bảng kết quả.",
            Place(sheet.name),
        )
    if is_protected(sheet):
        refuse("trang tính này đang được bảo vệ", "Bỏ bảo vệ trang tính trong Excel rồi chạy lại.", Place(sheet.name))
    return SheetBefore(sheet.name, _rows_with_formulas(sheet, read(sheet)), new.rows, new.widths)


def _rows_with_formulas(sheet: xlwings.Sheet, grid: Grid) -> tuple[tuple[Raw, ...], ...]:
    """The sheet's values, formulas as their text, so that putting it back brings them back."""
    rows = [list(row) for row in grid.values]
    for row, column in grid.formulas:
        rows[row - 1][column - 1] = str(square(sheet, row, column).formula)
    return tuple(map(tuple, rows))


def replace_sheet(book: xlwings.Book, new: SheetReplace) -> None:
    """Add the sheet behind the last one, or put new content into the sheet of ours; the sheet in front stays there."""
    with active_sheet_kept(book):
        sheet = found_sheet(book, new.sheet)
        if sheet is None:
            sheet = book.sheets.add(new.sheet, after=book.sheets[-1])
            sheet.names.add(MARK, '="sochibo"').api.Visible = False
            _freeze(book, new.header_rows)
        else:
            sheet.clear()
        _fill(sheet, new)


def _freeze(book: xlwings.Book, header_rows: int) -> None:
    """Keep the headings of the sheet in front in view; xlwings has no word for it on Windows."""
    if header_rows:
        window = book.api.Windows(1)
        window.SplitRow = header_rows
        window.FreezePanes = True


def _fill(sheet: xlwings.Sheet, new: SheetReplace) -> None:
    width = max((len(row) for row in new.rows), default=0)
    if not width:
        return
    whole = Range(1, 1, len(new.rows), width)
    for row, column in _days(new.rows):
        square(sheet, row, column).number_format = DATE_FORMAT
    rows = [[_content(new, value) for value in (*row, *(None,) * (width - len(row)))] for row in new.rows]
    target = block(sheet, whole)
    target.raw_value = rows
    target.wrap_text = True
    target.api.VerticalAlignment = -4160
    if new.header_rows:
        block(sheet, Range(1, 1, new.header_rows, width)).font.bold = True
    for column, characters in enumerate(new.widths, 1):
        square(sheet, 1, column).column_width = min(max(characters, 1.0), _WIDEST)


def _content(new: SheetReplace, value: Value) -> Value:
    is_formula = new.formulas and isinstance(value, str) and value.startswith("=")
    return value if is_formula else handed(sent(value))


def _days(rows: Sequence[Sequence[Value]]) -> Iterator[tuple[int, int]]:
    for row, line in enumerate(rows, 1):
        for column, value in enumerate(line, 1):
            if isinstance(value, date):
                yield row, column


def remove_sheet(book: xlwings.Book, name: str) -> None:
    """Take a sheet of ours away again."""
    sheet = found_sheet(book, name)
    if sheet is not None and is_ours(sheet):
        sheet.delete()
