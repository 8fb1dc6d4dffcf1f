"""The live cap: a sheet of ours whose few formulas recompute in Excel as results are typed, without us (F29).

A row counts by the superior's decision, else what the cell entered, else our proposal; the formula is that of
design.md §4a. How many are rated is known from the roll and is a number.
Products are rounded to nine places before they are cut, because 0,2·30/1,2 is not exactly 5 in binary.
"""

from __future__ import annotations

from collections.abc import Mapping

from addin.core.places import column_letters
from addin.core.ratings import YearRatings
from addin.core.records import dataclass
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.ratings import RatingRow
from addin.core.writes import SheetReplace, Value

SHEET = "Giới hạn xuất sắc"
_CUT = {"floor": "INT(ROUND({0},9))", "round": "INT(ROUND({0},9)+0.5)", "ceil": "-INT(-ROUND({0},9))"}
_EXACT = {"HTT": "B8*B6/(1+B8)", "HTT+": "B8*B6", "rated": "B8*B5"}
_BASES = {"HTT": "số Hoàn thành tốt", "HTT+": "số từ Hoàn thành tốt trở lên", "rated": "số được xếp loại"}


def cap_sheet(book: Book, ratings: YearRatings, proposed: Mapping[str, int]) -> tuple[SheetReplace, ...]:
    """One sheet, or none where the year's rows lie on several sheets or on one without a year or room for proposals.

    `proposed` gives the column of our proposals by sheet.
    """
    rows = [row for row in book.ratings if row.year == ratings.year]
    if len({row.source.sheet for row in rows}) != 1 or not rows[0].has("year") or rows[0].source.sheet not in proposed:
        return ()
    year = _Year(rows[0], ratings.year, proposed[rows[0].source.sheet])
    quota = ratings.quota
    if quota.rate is None or quota.base not in _EXACT or quota.rounding not in _CUT:
        return ()
    allocated = book.settings.htxs_allocated.get(ratings.year)
    lines: tuple[tuple[Value, ...], ...] = (
        (f"Giới hạn Hoàn thành xuất sắc nhiệm vụ năm {ratings.year}", ""),
        ("Số liệu tự tính lại khi sửa cột kết quả của sheet xếp loại; chi bộ lựa chọn và quyết định.", ""),
        ("", ""),
        ("Nội dung", "Số"),
        ("Được xếp loại", sum(1 for one in ratings.members if one.is_rated and one.member is not None)),
        ("Từ Hoàn thành tốt trở lên", f"=B7+{year.level('*hoàn thành tốt*', 'HTT*')}"),
        ("Hoàn thành xuất sắc", f"={year.level('*xuất sắc*', 'HTXS*')}"),
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


@dataclass(frozen=True, slots=True)
class _Year:
    """The rows of one year on one sheet; `proposed` is the column of our proposals."""

    row: RatingRow
    year: int
    proposed: int

    def level(self, words: str, code: str) -> str:
        """How many rows are at the level, written in words or as a code: by the first column of three that says any."""
        source = self.row.source
        columns = [source.columns[key] for key in ("final_level", "cell_level") if key in source.columns] + [self.proposed]
        return "+".join(
            self._count([*((one, "") for one in columns[:at]), (column, pattern)])
            for at, column in enumerate(columns)
            for pattern in (words, code)
        )

    def _count(self, asked: list[tuple[int, str]]) -> str:
        sheet = self.row.source.sheet.replace("'", "''")
        pairs = [(self.row.source.columns["year"], str(self.year)), *((column, f'"{text}"') for column, text in asked)]
        said = (f"'{sheet}'!${letters}:${letters},{value}" for column, value in pairs if (letters := column_letters(column)))
        return f"COUNTIFS({','.join(said)})"
