"""The live cap: a sheet of ours whose few formulas recompute in Excel as results are typed, without us (F29).

Counts are taken from the rating sheet's year and result columns; the formula is that of design.md §4a.
Products are rounded to nine places before they are cut, because 0,2·30/1,2 is not exactly 5 in binary.
"""

from __future__ import annotations

from addin.core.places import column_letters
from addin.core.ratings import YearRatings
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.ratings import RatingRow
from addin.core.writes import SheetReplace, Value

SHEET = "Giới hạn xuất sắc"
_CUT = {"floor": "INT(ROUND({0},9))", "round": "INT(ROUND({0},9)+0.5)", "ceil": "-INT(-ROUND({0},9))"}
_EXACT = {"HTT": "B8*B6/(1+B8)", "HTT+": "B8*B6", "rated": "B8*B5"}
_BASES = {"HTT": "số Hoàn thành tốt", "HTT+": "số từ Hoàn thành tốt trở lên", "rated": "số được xếp loại"}


def cap_sheet(book: Book, ratings: YearRatings) -> tuple[SheetReplace, ...]:
    """One sheet, or none where the year's rows lie on several sheets or the needed columns are missing."""
    rows = [row for row in book.ratings if row.year == ratings.year]
    if len({row.source.sheet for row in rows}) != 1 or not (rows[0].has("year") and rows[0].has("cell_level")):
        return ()
    quota = ratings.quota
    if quota.rate is None or quota.base not in _EXACT or quota.rounding not in _CUT:
        return ()
    allocated = book.settings.htxs_allocated.get(ratings.year)
    lines: tuple[tuple[Value, ...], ...] = (
        (f"Giới hạn Hoàn thành xuất sắc nhiệm vụ năm {ratings.year}", ""),
        ("Số liệu tự tính lại khi sửa cột kết quả của sheet xếp loại; chi bộ lựa chọn và quyết định.", ""),
        ("", ""),
        ("Nội dung", "Số"),
        ("Được xếp loại", f"={_count(rows[0], ratings.year, '<>')}"),
        ("Từ Hoàn thành tốt trở lên", f"=B7+{_level(rows[0], ratings.year, '*hoàn thành tốt*', 'HTT*')}"),
        ("Hoàn thành xuất sắc", f"={_level(rows[0], ratings.year, '*xuất sắc*', 'HTXS*')}"),
        ("Tỷ lệ tối đa", float(quota.rate)),
        ("Số được cấp trên phân bổ (nếu có)", allocated),
        (
            f"Giới hạn (mẫu số: {_BASES[quota.base]})",
            f'=IF(B9<>"",B9,{_CUT[quota.rounding].format(_EXACT[quota.base])})',
        ),
        ("Còn có thể thêm", "=B10-B7"),
        ("Tình trạng", '=IF(B7>B10,"Vượt giới hạn",IF(B10=0,"Xin ý kiến cấp trên","Trong giới hạn"))'),
    )
    return (SheetReplace(SHEET, lines, (60, 22), because=f"giới hạn xuất sắc năm {ratings.year}", formulas=True),)


def _count(row: RatingRow, year: int, pattern: str) -> str:
    sheet = row.source.sheet.replace("'", "''")
    years, levels = (column_letters(row.source.columns[key]) for key in ("year", "cell_level"))
    return f"COUNTIFS('{sheet}'!${years}:${years},{year},'{sheet}'!${levels}:${levels},\"{pattern}\")"


def _level(row: RatingRow, year: int, words: str, code: str) -> str:
    """Written in words or as a code."""
    return f"{_count(row, year, words)}+{_count(row, year, code)}"
