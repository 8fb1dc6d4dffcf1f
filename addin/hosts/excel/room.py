"""Rows put in between in the live workbook, and taken out again.

Excel moves all that points at rows below, and the new rows take the looks, conditions and lists of the row above. It
does not fill formulas down nor make a range longer that ended with the last record; that is done here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.core.grids import Range
from addin.core.places import Place
from addin.hosts.excel.areas import LAST_COLUMN, areas_at
from addin.hosts.excel.own_sheets import found_sheet
from addin.hosts.excel.reading import block, formula_texts, sheets_in, square
from addin.hosts.excel.refusing import is_protected
from addin.hosts.live_room import Gap, grown, made_rows
from addin.hosts.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import xlwings

    from addin.core.grids import Grid
    from addin.hosts.excel.taking_back import Record

_DOWN, _LIKE_ABOVE, _UP = -4121, 0, -4162


def refuse_gap(sheet: xlwings.Sheet, gap: Gap, columns: set[int]) -> None:
    """RefusedWrite where rows must not come in: a protected sheet, a table beside."""
    place = Place(gap.sheet, gap.after + 1)
    if is_protected(sheet):
        refuse("trang tính đang được bảo vệ nên không chèn dòng được", "Bỏ bảo vệ trang tính trong Excel rồi bấm lại nút.", place)
    for table in sheet.tables:
        area = next(areas_at(table.range.address))
        is_own = bool(columns & set(range(area.first_column, area.last_column + 1)))
        if not is_own and area.first_row <= gap.after < area.last_row:
            way_out = "Chèn một dòng trống dưới dòng cuối rồi bấm lại nút."
            refuse(f"bên cạnh là bảng {table.name}, chèn dòng sẽ xen vào bảng ấy", way_out, place)


def put_in(book: xlwings.Book, gaps: Iterable[Gap], grids: Mapping[str, Grid]) -> None:
    """The rows of each gap, as the row above where that is a record; `grids` are the sheets as they were. All of them, or none."""
    done: list[Gap] = []
    try:
        for gap in gaps:
            sheet = book.sheets[gap.sheet]
            _rows(sheet, gap).api.EntireRow.Insert(_DOWN, _LIKE_ABOVE)
            done.append(gap)
            if gap.grows:
                _fill_down(sheet, gap, grids[gap.sheet])
                for home, (row, column), text in list(_too_short(book, gap)):
                    square(book.sheets[home], row, column).formula = text
    except Exception:
        taken_out(book, done)
        raise


def _rows(sheet: xlwings.Sheet, gap: Gap) -> xlwings.Range:
    return block(sheet, Range(gap.after + 1, 1, gap.after + gap.count, LAST_COLUMN))


def _fill_down(sheet: xlwings.Sheet, gap: Gap, grid: Grid) -> None:
    """Formulas as Excel fills them, merges across, the height."""
    for column in sorted(column for row, column in grid.formulas if row == gap.after):
        above = square(sheet, gap.after, column)
        if above.api.HasArray:
            continue
        block(sheet, Range(gap.after + 1, column, gap.after + gap.count, column)).api.FormulaR1C1 = above.api.FormulaR1C1
    for area in grid.merged:
        if area.first_row == area.last_row == gap.after:
            for row in gap.made:
                block(sheet, Range(row, area.first_column, row, area.last_column)).api.Merge()
    _rows(sheet, gap).api.RowHeight = square(sheet, gap.after, 1).api.RowHeight


def _too_short(book: xlwings.Book, gap: Gap) -> Iterator[tuple[str, tuple[int, int], str]]:
    """Formulas that end a range with the last record, each as it reaches over the new rows; shares of arrays stay."""
    for sheet in sheets_in(book):
        name = str(sheet.get("Name"))
        for (row, column), text in formula_texts(sheet).items():
            longer = grown(text, gap, name, row)
            if longer != text and not square(book.sheets[name], row, column).api.HasArray:
                yield name, (row, column), longer


def taken_out(book: xlwings.Book, gaps: Sequence[Gap]) -> None:
    """The rows go again; Excel makes what reached over them short again."""
    for gap in reversed(gaps):
        _rows(book.sheets[gap.sheet], gap).api.EntireRow.Delete(_UP)


def strange_squares(book: xlwings.Book, record: Record, grids: Mapping[str, Grid]) -> Iterator[str]:
    """Squares of new rows that hold what neither we nor a formula put there: they would go with the rows."""
    ours = {(one.sheet, one.row, one.column) for one in record.squares}
    for sheet in {gap.sheet for gap in record.rows}:
        grid = grids.get(sheet)
        if grid is None or found_sheet(book, sheet) is None:
            continue
        for row in sorted(made_rows(record.rows, sheet)):
            for column, value in enumerate(grid.row(row), 1):
                if value is not None and (row, column) not in grid.formulas and (sheet, row, column) not in ours:
                    yield str(Place(sheet, row, column))
