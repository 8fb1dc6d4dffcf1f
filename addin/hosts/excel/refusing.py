"""Squares of the live workbook that must not be written, and why: the same as in a closed file.

Excel would let a program overwrite a formula without a word; what it would forbid or ask a person is refused
here before anything is written. The sentences are those of `closed`, so a user meets one wording.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.core.places import Place
from addin.hosts.excel.areas import LAST_COLUMN, LAST_ROW, blocks, squares_of, uniform
from addin.hosts.excel.calls import unless_refused
from addin.hosts.excel.reaching import is_protected, squares_at
from addin.hosts.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from addin.core.grids import Grid, Range
    from addin.hosts.excel.calls import Calls

Square = tuple[int, int]


def refuse_squares(
    sheet: Calls, grid: Grid, squares: Collection[Square], before: Callable[[Square], Square] = lambda square: square
) -> None:
    """RefusedWrite for the first square, in the sheet's order, that may not be written.

    `before` says where to ask Excel about a square while rows that come in between are not in yet.
    """
    for row, column in sorted(squares):
        place = Place(grid.sheet, row, column)
        if not (1 <= row <= LAST_ROW and 1 <= column <= LAST_COLUMN):
            refuse("địa chỉ không phải một ô của trang tính", "Ghi địa chỉ dạng F12.", place)
        if (row, column) in grid.formulas:
            refuse("ô này có công thức", "Sửa công thức trong Excel, hoặc xoá công thức rồi chạy lại.", place)
    _refuse_merges(grid, squares)
    asked = {before(square) for square in squares}
    refuse_arrays(sheet, grid, asked)
    if is_protected(sheet):
        refuse_locked(sheet, grid, asked)


def _refuse_merges(grid: Grid, squares: Collection[Square]) -> None:
    """Only the first square of a merge shows its value."""
    for square in sorted(squares):
        for area in grid.merged:
            first = (area.first_row, area.first_column)
            if area.holds(*square) and square != first:
                cell = Place(grid.sheet, *first).cell
                refuse(
                    f"ô này nằm trong vùng gộp của ô {cell}",
                    f"Ghi vào ô {cell}, hoặc bỏ gộp ô trong Excel.",
                    Place(grid.sheet, *square),
                )


def refuse_arrays(sheet: Calls, grid: Grid, squares: Collection[Square]) -> None:
    """The squares an array formula fills, or one that spills, hold values, but they are the formula's."""
    for asked in blocks(squares) if grid.formulas else ():
        for part, is_filled in uniform(asked, lambda area: _is_of_an_array(sheet, area)):
            if is_filled is not False:
                refuse(
                    "ô này thuộc vùng kết quả của một công thức mảng hoặc bảng dữ liệu (What-If)",
                    "Sửa công thức của cả vùng trong Excel.",
                    Place(grid.sheet, part.first_row, part.first_column),
                )


def _is_of_an_array(sheet: Calls, area: Range) -> bool | None:
    """None where only some squares are; an Excel before 2021 knows nothing of spilling."""
    squares = squares_at(sheet, area)
    answers = squares.get("HasArray"), unless_refused(lambda: squares.get("HasSpill"), otherwise=False)
    return True if True in answers else None if None in answers else False


def refuse_locked(sheet: Calls, grid: Grid, squares: Collection[Square]) -> None:
    """RefusedWrite for the first locked square of a protected sheet."""
    for asked in blocks(squares):
        for part, is_locked in uniform(asked, lambda area: squares_at(sheet, area).get("Locked")):
            if is_locked is not False:
                refuse(
                    "ô này bị khoá vì trang tính đang được bảo vệ",
                    "Bỏ bảo vệ trang tính trong Excel (Xem lại, Bỏ bảo vệ trang tính), rồi chạy lại.",
                    Place(grid.sheet, *next(squares_of(part))),
                )


def refuse_filled_row(grid: Grid, row: int, columns: Collection[int]) -> None:
    """A new row must be empty as far as the row above it reaches."""
    above = [number for number, value in enumerate(grid.row(row - 1), 1) if value is not None]
    first, last = min(*columns, *above, 2**15), max(*columns, *above, 0)
    for column in range(first, last + 1):
        if grid.at(row, column) is not None or (row, column) in grid.formulas:
            refuse(
                "dòng này đã có dữ liệu nên không thêm dòng mới vào đây được",
                "Trong Excel chèn thêm dòng trống dưới bảng rồi chạy lại.",
                Place(grid.sheet, row, column),
            )
