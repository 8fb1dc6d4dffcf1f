"""How far a sheet is read: beyond it no table of a cell ever goes, and the sheet is left out."""

from __future__ import annotations

from addin.core.grids import Grid
from addin.core.places import Place
from addin.errors import CannotRead

MOST_ROWS = 20_000
MOST_COLUMNS = 200
_MOST_SQUARES = 2 * MOST_ROWS * MOST_COLUMNS


def is_far(row: int, column: int) -> bool:
    """Beyond the caps: a table of a cell never goes there, and a stray square there exhausts the reader."""
    return row > MOST_ROWS or column > MOST_COLUMNS


def farther(far: tuple[int, int] | None, square: tuple[int, int]) -> tuple[int, int]:
    """The last row and the last column of both."""
    return (max(far[0], square[0]), max(far[1], square[1])) if far else square


def left_out(sheet: str, state: str, far: tuple[int, int]) -> Grid:
    """A sheet beyond the caps: known by name, its squares not read; the rest of the workbook is."""
    return Grid(sheet, (), state=state, far=far)


def is_too_large(far: tuple[int, int]) -> bool:
    """Whether a reader that takes a workbook whole would run out of memory on a sheet that reaches so far."""
    return far[0] * far[1] > _MOST_SQUARES


def far_square(file_name: str, place: Place) -> CannotRead:
    """One stray square at XFD1048576 makes readers run out of memory."""
    return CannotRead(
        f"Sheet «{place.sheet}» của tệp «{file_name}» có dữ liệu đến ô {place.cell}, ngoài giới hạn "
        f"{MOST_ROWS} dòng và {MOST_COLUMNS} cột.",
        f"Bấm Ctrl+G, gõ {place.cell}, xoá dòng và cột chứa ô ấy, lưu lại rồi chạy lại.",
    )
