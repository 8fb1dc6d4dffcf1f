"""How far a sheet is read: beyond it no table of a cell ever goes."""

from __future__ import annotations

from addin.core.places import Place
from addin.errors import CannotRead

MOST_ROWS = 20_000
MOST_COLUMNS = 200


def is_far(row: int, column: int) -> bool:
    """Beyond the caps: a table of a cell never goes there, and a stray square there exhausts the reader."""
    return row > MOST_ROWS or column > MOST_COLUMNS


def far_square(file_name: str, place: Place) -> CannotRead:
    """One stray square at XFD1048576 makes readers run out of memory."""
    return CannotRead(
        f"Sheet «{place.sheet}» của tệp «{file_name}» có dữ liệu ở ô {place.cell}, ngoài giới hạn "
        f"{MOST_ROWS} dòng và {MOST_COLUMNS} cột.",
        f"Bấm Ctrl+G, gõ {place.cell}, xoá dòng và cột chứa ô ấy, lưu lại rồi chạy lại.",
    )
