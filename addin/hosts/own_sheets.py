"""A sheet of ours in somebody's workbook: the mark it is known by, and the names Excel takes.

The mark is a hidden name of the sheet itself, `_sochibo` = "sochibo". Excel, LibreOffice and openpyxl keep it
when they save, it follows the sheet when it is renamed or moved, and a sheet copied by hand into the cell's own
place can be freed by deleting the name. A sheet without the mark is the cell's own and is never replaced.
"""

from __future__ import annotations

import re

from addin.core.places import Place
from addin.hosts.refusal import refuse

MARK = "_sochibo"
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_NAME_LIMIT = 31


def link_target(place: Place) -> str:
    """`'Đảng viên'!F12`: a square of the workbook as a link names it; of a whole row or sheet its first square."""
    name = place.sheet.replace("'", "''")
    return f"'{name}'!{Place(place.sheet, place.row or 1, place.column or 1).cell}"


def link_words(place: Place) -> str:
    """Where a link leads, as a screen reader says it and a pointer shows it."""
    square = f"ô {place.cell}, " if place.row and place.column else f"dòng {place.row}, " if place.row else ""
    return f"Đến {square}sheet “{place.sheet}”"


def refuse_name(name: str) -> None:
    """RefusedWrite for a name Excel does not take."""
    length = len(name.encode("utf-16-le", "surrogatepass")) // 2
    if not 1 <= length <= _NAME_LIMIT or _FORBIDDEN.search(name) or name.strip("'") != name:
        refuse("tên trang tính không hợp lệ", f"Đặt tên từ 1 đến {_NAME_LIMIT} ký tự, không có : \\ / ? * [ ].", Place(name))
