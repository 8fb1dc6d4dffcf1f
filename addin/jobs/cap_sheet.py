"""The live cap: a sheet of ours whose few formulas recompute in Excel as results are typed, without us (F29).

A row counts by the superior's decision, else what the cell entered, else what was voted, also above the ceiling, else
our proposal; the formula is that of design.md §4a. How many are rated and the votes a majority needs are numbers.
Products are rounded to nine places before they are cut, because 0,2·30/1,2 is not exactly 5 in binary.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from addin.core.persons.reading import Reading
from addin.core.places import column_letters
from addin.core.ratings import YearRatings
from addin.core.ratings.votes import Ballots, ballot_row, base_for
from addin.core.records import dataclass
from addin.core.tables.rows.ratings import RatingRow
from addin.core.writes import SheetReplace, Value

SHEET = "Giới hạn xuất sắc"
_CUT = {"floor": "INT(ROUND({0},9))", "round": "INT(ROUND({0},9)+0.5)", "ceil": "-INT(-ROUND({0},9))"}
_EXACT = {"HTT": "B8*B6/(1+B8)", "HTT+": "B8*B6", "rated": "B8*B5"}
_VOTES = ("votes_htxs", "votes_htt", "votes_htn", "votes_kht")
_HALF = Decimal("0.5")
_MAJORITY = "Số phiếu của một mức phải quá"
_BLANK = '""'
_ABOVE = '">"&$B$13'
_BASES = {"HTT": "số Hoàn thành tốt", "HTT+": "số từ Hoàn thành tốt trở lên", "rated": "số được xếp loại"}


def cap_sheet(reading: Reading, ratings: YearRatings, proposed: Mapping[str, int]) -> tuple[SheetReplace, ...]:
    """One sheet, or none where the year's rows lie on several sheets or on one without a year or room for proposals.

    `proposed` gives the column of our proposals by sheet.
    """
    rows = [row for row in reading.book.ratings if row.year == ratings.year]
    if len({row.source.sheet for row in rows}) != 1 or not rows[0].has("year") or rows[0].source.sheet not in proposed:
        return ()
    needed = _needed(reading, ratings)
    year = _Year(rows[0], ratings.year, proposed[rows[0].source.sheet], needed is not None)
    quota = ratings.quota
    if quota.rate is None or quota.base not in _EXACT or quota.rounding not in _CUT:
        return ()
    allocated = reading.book.settings.htxs_allocated.get(ratings.year)
    lines: tuple[tuple[Value, ...], ...] = (
        (f"Giới hạn Hoàn thành xuất sắc nhiệm vụ năm {ratings.year}", ""),
        ("Số liệu tự tính lại khi sửa cột kết quả của sheet xếp loại; chi bộ lựa chọn và quyết định.", ""),
        ("", ""),
        ("Nội dung", "Số"),
        ("Được xếp loại", sum(1 for one in ratings.members if one.is_rated and one.member is not None)),
        ("Từ Hoàn thành tốt trở lên", f"=B7+{year.level('*hoàn thành tốt*', 'HTT*', 'votes_htt')}"),
        ("Hoàn thành xuất sắc", f"={year.level('*xuất sắc*', 'HTXS*', 'votes_htxs')}"),
        ("Tỷ lệ tối đa", float(quota.rate)),
        ("Số được cấp trên phân bổ (nếu có)", allocated),
        (
            f"Giới hạn (mẫu số: {_BASES[quota.base]})",
            f'=IF(B9<>"",B9,{_CUT[quota.rounding].format(_EXACT[quota.base])})',
        ),
        ("Còn có thể thêm", "=B10-B7"),
        ("Tình trạng", '=IF(B7>B10,"Vượt giới hạn",IF(B10=0,"Xin ý kiến cấp trên","Trong giới hạn"))'),
        *(((_MAJORITY, needed),) if needed is not None else ()),
    )
    return (SheetReplace(SHEET, lines, (60, 22), because=f"giới hạn xuất sắc năm {ratings.year}", formulas=True),)


def _needed(reading: Reading, ratings: YearRatings) -> int | None:
    """More votes than this make a majority; None where two levels could have one, or nobody knows of how many."""
    row, threshold = ballot_row(reading.book.ballot_counts, ratings.year, None, reading.roster), reading.book.settings.ballot_threshold
    base = base_for(reading.book, row, Ballots({}, 0, ()), reading.roll(ratings.judged_on))
    return int(threshold * base.count) if base.count and threshold >= _HALF else None


@dataclass(frozen=True, slots=True)
class _Year:
    """The rows of one year on one sheet; `proposed` is the column of our proposals; `counts_votes` where B13 says of how many."""

    row: RatingRow
    year: int
    proposed: int
    counts_votes: bool

    def level(self, words: str, code: str, votes: str) -> str:
        """How many rows are at the level, in words or as a code: by the first that says any of decision, entry, vote, proposal."""
        source = self.row.source
        entered = [source.columns[key] for key in ("final_level", "cell_level") if key in source.columns]
        counts = [
            self._count([*((one, _BLANK) for one in entered[:at]), (column, f'"{pattern}"')])
            for at, column in enumerate(entered)
            for pattern in (words, code)
        ]
        unsaid = [(one, _BLANK) for one in entered]
        voted = [(source.columns[key], _ABOVE) for key in _VOTES if key in source.columns] if self.counts_votes else []
        if self.counts_votes and votes in source.columns:
            counts.append(self._count([*unsaid, (source.columns[votes], _ABOVE)]))
        for pattern in (words, code):
            proposed = [*unsaid, (self.proposed, f'"{pattern}"')]
            counts.append(self._count(proposed) + "".join(f"-{self._count([*proposed, one])}" for one in voted))
        return "+".join(counts)

    def _count(self, asked: list[tuple[int, str]]) -> str:
        sheet = self.row.source.sheet.replace("'", "''")
        pairs = [(self.row.source.columns["year"], str(self.year)), *asked]
        said = (f"'{sheet}'!${letters}:${letters},{value}" for column, value in pairs if (letters := column_letters(column)))
        return f"COUNTIFS({','.join(said)})"
