"""What a proposal of the cell's level rests on, as a superior reads it: the numbers and opinions entered, and the vote.

Nothing here argues: why a higher level was not reached, and how the rules were tried, is `rate`'s to tell.
"""

from __future__ import annotations

from decimal import Decimal

from addin.core.numerals import exact_percent, number_text, padded
from addin.core.ratings import CellRating, YearRatings
from addin.core.tables.rows.ratings import CellYear
from addin.documents.parts import prose
from addin.documents.parts.cell_levels import cell_words

_TASKS = (("tasks_done_pct", "hoàn thành"), ("tasks_over_pct", "vượt mức"), ("tasks_late_pct", "chậm tiến độ"))
_GRADES = (("grade_building", "xây dựng Đảng"), ("grade_political", "nhiệm vụ chính trị"), ("grade_other", "tiêu chí khác"))
_ASIDE = ", đếm từ danh sách đảng viên"
_OPINIONS = (("agency_level", "chính quyền"), ("unions_level", "đoàn thể"))


def cell_grounds(ratings: YearRatings, minutes: str) -> tuple[str, ...]:
    """One line a ground, what nobody entered left out; `minutes` is the paper of the vote as it is cited."""
    cell = ratings.party_cell
    entered = _entered(cell.row, ratings.year) if cell.row else []
    return prose.listed([*entered, *_vote(cell, minutes)])


def _entered(row: CellYear, year: int) -> list[str]:
    tasks = [f"{words} {_percent(value)}" for key, words in _TASKS if (value := getattr(row, key)) is not None]
    grades = [f"{words}: {prose.lower_first(grade)}" for key, words in _GRADES if (grade := getattr(row, key))]
    opinions = [f"{who}: {prose.lower_first(cell_words(level, year))}" for key, who in _OPINIONS if (level := getattr(row, key))]
    return [
        *([f"Tổng điểm đánh giá: {number_text(row.points)}/100 điểm"] if row.points is not None else []),
        *([f"Nhiệm vụ trong năm: {', '.join(tasks)}"] if tasks else []),
        *([f"Kết quả theo tiêu chí: {'; '.join(grades)}"] if grades else []),
        *_remedied(row),
        *([f"Ý kiến xếp loại của {'; '.join(opinions)}"] if opinions else []),
    ]


def _percent(value: Decimal) -> str:
    """The sheet may hold 0.2 or 20 for a fifth."""
    return exact_percent(value if value <= 1 else value / 100)


def _remedied(row: CellYear) -> list[str]:
    if row.shortcomings_total is None or row.shortcomings_fixed is None:
        return []
    return [f"Hạn chế đã chỉ ra ở kỳ trước: {padded(row.shortcomings_total)}, đã khắc phục: {padded(row.shortcomings_fixed)}"]


def _vote(cell: CellRating, minutes: str) -> list[str]:
    """The count as the rules read it, by which minutes."""
    counted = [reason.text.rstrip(" .").removesuffix(_ASIDE) for reason in cell.because if reason.rule == "vote.majority"]
    return [f"Kết quả biểu quyết: {counted[0]}{f' ({minutes})' if minutes else ''}"] if counted else []
