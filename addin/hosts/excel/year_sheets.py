"""A new year's sheet in the live workbook, copied by Excel from the last one and emptied; taken away whole again.

Excel copies all that is on a sheet. Names of the workbook that mean the pattern come along as names of the copy alone,
which mean the copy; charts, pictures, notes and links stay with the pattern, as in a closed file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.core.grids import Range
from addin.core.places import Place
from addin.errors import CannotWrite
from addin.hosts.excel.areas import blocks
from addin.hosts.excel.calls import each, unless_refused
from addin.hosts.excel.comparing import holds, strange_squares
from addin.hosts.excel.own_sheets import is_ours, take_away
from addin.hosts.excel.reaching import found_sheet, is_protected, sheets_in, square_at, squares_at
from addin.hosts.excel.reading import formula_texts
from addin.hosts.excel.refusing import refuse_arrays
from addin.hosts.excel.state import active_sheet_kept
from addin.hosts.excel.writing import formats_of, put
from addin.hosts.live_likes import (
    NewSheet,
    cleared,
    grid_like,
    names_sheet,
    refuse_changed_pattern,
    refuse_copying,
    refuse_pattern,
    refuse_taken_names,
    rows_meant,
    turned,
)
from addin.hosts.marks import is_marked
from addin.hosts.own_sheets import MARK
from addin.hosts.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from addin.core.grids import Grid, Raw
    from addin.core.writes import SheetLike, Value
    from addin.hosts.excel.calls import Calls

_VISIBLE, _VERY_HIDDEN = -1, 2
_NOTE, _CONTROL, _ARROW = 4, 8, 2


def refuse_like(book: Calls, new: NewSheet, read: Callable[[Calls], Grid], known: Mapping[str, Grid]) -> Grid:
    """The pattern as it is now; RefusedWrite or ChangedMeanwhile where no sheet can be made after it."""
    like = new.like
    if book.get("ProtectStructure"):
        unlock = "Vào Xem lại, bỏ Bảo vệ sổ làm việc, rồi bấm lại nút."
        refuse("cấu trúc sổ đang khoá nên không thêm trang tính được", unlock)
    refuse_taken_names(like, [str(sheet.get("Name")) for sheet in sheets_in(book)])
    pattern = book.get("Worksheets").get("Item", like.pattern)
    bound = sum(int(pattern.get(kind).get("Count")) for kind in ("ListObjects", "PivotTables", "QueryTables"))
    refuse_pattern(like, has_tables=bool(bound), is_protected=is_protected(pattern))
    if pattern.get("Visible") == _VERY_HIDDEN:
        refuse_copying(like, "trang tính mẫu đang ẩn hẳn nên Excel không chép được")
    grid = read(pattern)
    refuse_changed_pattern(grid, known.get(str(pattern.get("Name"))))
    refuse_arrays(pattern, grid, [square for square in cleared(new, grid) if square in grid.formulas])
    return grid


def make_sheet(book: Calls, new: NewSheet, pattern: Grid, read: Callable[[Calls], Grid]) -> None:
    """The sheet behind the last one, as it was planned; the sheet in front stays there. All of it, or none."""
    with active_sheet_kept(book):
        sheet = _copied(book, new.like)
        try:
            _strip(sheet, new)
            _fill(sheet, new, pattern)
            if not holds(read(sheet), rows_meant(grid_like(new, pattern))):
                refuse("Excel không chép đúng trang tính mẫu", "Chép tay trang tính ấy rồi bấm lại nút.", Place(new.like.pattern))
        except Exception:
            take_away(sheet)
            raise


def _copied(book: Calls, like: SheetLike) -> Calls:
    """Copied to before the last sheet, which then goes before it: Excel's way of putting behind fails on some PCs."""
    sheets = book.get("Worksheets")
    names = {str(sheet.get("Name")) for sheet in sheets_in(book)}
    last = sheets.get("Item", int(sheets.get("Count")))
    sheets.get("Item", like.pattern).get("Copy", last)
    found = next((sheet for sheet in sheets_in(book) if str(sheet.get("Name")) not in names), None)
    if found is None:
        raise CannotWrite(f"Excel không chép được sheet «{like.pattern}»; chưa ghi gì.", "Chép tay sheet ấy rồi bấm lại nút.")
    try:
        last.get("Move", found)
        found.put("Name", like.sheet)
        found.put("Visible", _VISIBLE)
    except Exception:
        take_away(found)
        raise
    return found


def _strip(sheet: Calls, new: NewSheet) -> None:
    """Nothing filtered away before anything is cleared, for clearing spares what is hidden; then what hung on the old sheet."""
    if sheet.get("FilterMode"):
        sheet.get("ShowAllData")
    rows = Range(new.like.first_row, 1, new.like.last_row, 1)
    squares_at(sheet, rows).get("EntireRow").put("Hidden", False)
    squares = sheet.get("Cells")
    squares.get("ClearComments")
    unless_refused(lambda: squares.get("ClearHyperlinks"), None)  # unknown to an Excel before 2010
    shapes = sheet.get("Shapes")
    for number in range(int(shapes.get("Count")), 0, -1):
        _without(shapes.get("Item", number))
    if is_ours(sheet):
        sheet.get("Names").get("Item", MARK).get("Delete")


def _without(shape: Calls) -> None:
    """The arrows of filters and lists are shapes too; taken away they never come back."""
    kind = shape.get("Type")
    if kind != _NOTE and not (kind == _CONTROL and shape.get("FormControlType") == _ARROW):
        shape.get("Delete")


def _fill(sheet: Calls, new: NewSheet, pattern: Grid) -> None:
    """Records go, words that name the year change, formulas that name the pattern mean the new sheet."""
    values: dict[tuple[int, int], Value] = dict.fromkeys(cleared(new, pattern))
    values |= {(row, column): words for row, column, words in new.like.texts}
    put(sheet, values, {square: text for area in blocks(values) for square, text in formats_of(sheet, area)})
    for square, text in turned(new, formula_texts(sheet)).items():
        if not square_at(sheet, *square).get("HasArray"):
            square_at(sheet, *square).put("Formula", text)


def strangers(book: Calls, name: str, rows: Sequence[Sequence[Raw]], read: Callable[[Calls], Grid]) -> Iterator[str]:
    """What is on the sheet, or points at it, that was not when we left it: it would be lost with the sheet."""
    sheet = found_sheet(book, name)
    if sheet is None:
        return
    yield from (str(Place(name, *square)) for square in strange_squares(read(sheet), rows))
    has_notes = any(not is_marked(str(note.get("Text"))) for note in each(sheet.get("Comments")))
    if has_notes or int(sheet.get("ChartObjects").get("Count")):
        yield f"sheet «{name}»"
    for other in sheets_in(book):
        own = str(other.get("Name"))
        texts = formula_texts(other) if own != name else {}
        yield from (str(Place(own, *square)) for square, text in texts.items() if names_sheet(text, name))
