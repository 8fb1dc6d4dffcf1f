"""Rows put in between in the live workbook, and taken out again.

Excel moves all that points at rows below, and the new rows take the looks, conditions and lists of the row above. It
does not fill formulas down nor make a range longer that ended with the last record; that is done here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.core.grids import Range
from addin.core.places import Place
from addin.hosts.excel.areas import LAST_COLUMN, areas_at
from addin.hosts.excel.calls import each
from addin.hosts.excel.reaching import is_protected, sheets_in, square_at, squares_at
from addin.hosts.excel.reaching_over import lengthen_charts, lengthen_names
from addin.hosts.excel.reading import formula_texts
from addin.hosts.live_room import Gap, grown
from addin.hosts.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from addin.core.grids import Grid
    from addin.hosts.excel.calls import Calls

_DOWN, _LIKE_ABOVE, _UP = -4121, 0, -4162


def refuse_gap(sheet: Calls, gap: Gap, columns: set[int]) -> None:
    """RefusedWrite where rows must not come in: a protected sheet, a table beside."""
    place = Place(gap.sheet, gap.after + 1)
    if is_protected(sheet):
        refuse("trang tính đang được bảo vệ nên không chèn dòng được", "Bỏ bảo vệ trang tính trong Excel rồi bấm lại nút.", place)
    for table in each(sheet.get("ListObjects")):
        area = next(areas_at(table.get("Range").get("Address")))
        is_own = bool(columns & set(range(area.first_column, area.last_column + 1)))
        if not is_own and area.first_row <= gap.after < area.last_row:
            way_out = "Chèn một dòng trống dưới dòng cuối rồi bấm lại nút."
            refuse(f"bên cạnh là bảng {table.get('Name')}, chèn dòng sẽ xen vào bảng ấy", way_out, place)


def put_in(book: Calls, gaps: Iterable[Gap], grids: Mapping[str, Grid]) -> int:
    """The rows of each gap, as the row above where that is a record; `grids` are the sheets as they were. All of them, or none.

    How many series of charts do not reach over them.

    One row after the other: of several, a filter leaves out what it hides.
    """
    done: list[tuple[str, int]] = []
    short = 0
    try:
        for gap in gaps:
            sheet = book.get("Worksheets").get("Item", gap.sheet)
            for _ in gap.made:
                _row(sheet, gap.after + 1).get("Insert", _DOWN, _LIKE_ABOVE)
                done.append((gap.sheet, gap.after + 1))
            if gap.grows:
                _fill_down(sheet, gap, grids[gap.sheet])
                for home, (row, column), text in list(_too_short(book, gap)):
                    square_at(book.get("Worksheets").get("Item", home), row, column).put("Formula", text)
                lengthen_names(book, gap)
                short += lengthen_charts(book, gap)
    except Exception:
        take_out(book, reversed(done))
        raise
    return short


def _row(sheet: Calls, number: int) -> Calls:
    found: Calls = squares_at(sheet, Range(number, 1, number, LAST_COLUMN)).get("EntireRow")
    return found


def _fill_down(sheet: Calls, gap: Gap, grid: Grid) -> None:
    """Formulas as Excel fills them, merges across, the height."""
    for column in sorted(column for row, column in grid.formulas if row == gap.after):
        above = square_at(sheet, gap.after, column)
        if above.get("HasArray"):
            continue
        formula = above.get("FormulaR1C1")
        for row in gap.made:
            square_at(sheet, row, column).put("FormulaR1C1", formula)
    for area in grid.merged:
        if area.first_row == area.last_row == gap.after:
            for row in gap.made:
                squares_at(sheet, Range(row, area.first_column, row, area.last_column)).get("Merge")
    height = square_at(sheet, gap.after, 1).get("RowHeight")
    for row in gap.made if height else ():  # a hidden row has none
        square_at(sheet, row, 1).put("RowHeight", height)


def _too_short(book: Calls, gap: Gap) -> Iterator[tuple[str, tuple[int, int], str]]:
    """Formulas that end a range with the last record, each as it reaches over the new rows; shares of arrays stay."""
    for sheet in sheets_in(book):
        name = str(sheet.get("Name"))
        for (row, column), text in formula_texts(sheet).items():
            longer = grown(text, gap, name, row)
            if longer != text and not square_at(sheet, row, column).get("HasArray"):
                yield name, (row, column), longer


def take_out(book: Calls, rows: Iterable[tuple[str, int]]) -> None:
    """These rows go again, in this order, one by one; Excel makes what reached over them short again."""
    for sheet, row in rows:
        _row(book.get("Worksheets").get("Item", sheet), row).get("Delete", _UP)
