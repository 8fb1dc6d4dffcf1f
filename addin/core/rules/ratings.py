"""Xếp loại: each row against itself and the regime of its year. The law of a rating is that of 31/12.

What needs a computed rating (ceiling, vote, cap) is not here: its headings stand in `core/computed.py`, codes
RAT320–RAT339, and the jobs raise them.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from addin.core.dates import year_end
from addin.core.findings import Severity
from addin.core.numerals import exact_percent, number_text
from addin.core.persons.quarters import QUARTERS, quarters_of
from addin.core.rules.context import Context
from addin.core.rules.rule import Flag, Rule, flag, rule
from addin.core.rules.shapes import (
    level_of_the_year,
    out_of_range,
    outside_the_year,
    part_of,
    required,
    year_in_the_future,
)
from addin.core.tables.rows.ratings import RatingRow

GRADES = ("grade_politics", "grade_ethics", "grade_discipline", "grade_style", "grade_tasks", "grade_remedy")
LEVELS = ("self_level", "agency_level", "union_level", "committee_level", "cell_level", "final_level")
POINTS = (("points_general", "rating.points.general_max"), ("points_tasks", "rating.points.tasks_max"))
VOTES = ("votes_htxs", "votes_htt", "votes_htn", "votes_kht")
MONTHS_IN_A_YEAR = 12
_LEADERS_ONLY = (
    "unit_done_pct", "unit_over_pct", "unit_late_pct", "low_confidence_pct", "units_kht_pct", "subordinate_corruption", "targets_missed",
)  # fmt: skip


@rule(
    "RAT201",
    Severity.WARNING,
    title="Chấm điểm trong năm chưa dùng thang điểm",
    fix="Xoá điểm và ghi mức từng tiêu chí, hoặc sửa năm.",
    cites="rating.levels.member",
)
def points_before_the_point_regime(row: RatingRow, context: Context) -> Iterator[Flag]:
    """Points of 100 came with the regulation of 2025; earlier years grade each criterion."""
    for key, path in POINTS:
        value = getattr(row, key)
        if row.year and value is not None and context.dated(path, year_end(row.year)) is None:
            yield flag(
                row,
                key,
                f"Năm {row.year} ghi {number_text(value)} điểm.",
                related=("year",),
                as_of=year_end(row.year),
            )


@rule(
    "RAT202",
    Severity.WARNING,
    title="Ghi mức tiêu chí trong năm chấm theo điểm",
    fix="Chấm điểm tiêu chí chung và kết quả nhiệm vụ, hoặc sửa năm.",
    cites="rating.points.general_max",
)
def grades_in_the_point_regime(row: RatingRow, context: Context) -> Iterator[Flag]:
    """From 2025 points replace grades; a row with both says two things. Of a year to come its year is wrong."""
    if row.year is None or row.year > context.on.year or context.dated(POINTS[0][1], year_end(row.year)) is None:
        return
    for key in GRADES:
        grade = getattr(row, key)
        if grade is not None:
            yield flag(
                row,
                key,
                f"Năm {row.year} chấm theo điểm nhưng ghi mức “{grade}”.",
                related=("year",),
                as_of=year_end(row.year),
            )


@rule(
    "RAT203",
    Severity.ERROR,
    title="Điểm vượt mức tối đa",
    fix="Sửa điểm theo bảng chấm điểm.",
    cites="rating.points.general_max",
)
def points_above_the_maximum(row: RatingRow, context: Context) -> Iterator[Flag]:
    """The two sections have their own maxima."""
    for key, path in POINTS:
        points: Decimal | None = getattr(row, key)
        most = context.dated(path, year_end(row.year)) if row.year else None
        if points is not None and most and not 0 <= points <= most.decimal:
            yield flag(
                row,
                key,
                f"Ghi {number_text(points)} điểm, tối đa {number_text(most.decimal)}.",
                as_of=year_end(row.year or 0),
                cites=path,
            )


@rule(
    "RAT211",
    Severity.NOTICE,
    title="Ghi số liệu lãnh đạo cho đảng viên không giữ chức vụ",
    fix="Đánh dấu “Lãnh đạo, quản lý” ở sheet Đảng viên, hoặc xoá số liệu.",
)
def leader_figures_of_a_plain_member(row: RatingRow, context: Context) -> Iterator[Flag]:
    """Results of a unit, confidence votes and, unless the superior says otherwise, quarters are a leader's only."""
    member = context.member(row.member)
    if member is None or member.is_leader is not False:
        return
    quarters = ("quarters",) if context.book.settings.quarterly_for == "leaders" else ()
    for key in (*_LEADERS_ONLY, *quarters):
        if getattr(row, key) not in (None, (), False):
            yield flag(row, key, f"“{member.full_name}” không phải lãnh đạo, quản lý.", related=("member",))


@rule(
    "RAT212",
    Severity.WARNING,
    title="Số quý xếp loại không đúng",
    fix="Ghi đủ các quý, cách nhau bằng dấu chấm phẩy.",
)
def quarters_not_four(row: RatingRow, context: Context) -> Iterator[Flag]:
    """A year over has four quarters, the first year as many as were rated; more than four are never right."""
    finished = row.year is not None and row.year < context.on.year
    least = len(quarters_of(row.year or 0)) or QUARTERS
    if len(row.quarters) > QUARTERS or (row.quarters and finished and len(row.quarters) < least):
        yield flag(row, "quarters", f"Năm {row.year} ghi {len(row.quarters)} quý.")


RULES: tuple[Rule, ...] = (
    required("RAT101", RatingRow, title="Dòng xếp loại thiếu năm hoặc đảng viên", fix="Ghi năm và đảng viên.",
        why="A rating is of one member in one year."),
    required("RAT102", RatingRow, "final_no", "final_date", when="final_level",
        title="Quyết định xếp loại chưa ghi số, ngày", fix="Ghi số và ngày quyết định của cấp trên.",
        why="The superior decides, in a numbered paper; until then the cell only proposes.",
        severity=Severity.WARNING),
    points_before_the_point_regime, grades_in_the_point_regime, points_above_the_maximum,
    part_of("RAT204", RatingRow, ("tasks_done", "tasks_assigned"), ("tasks_over", "tasks_done"), ("tasks_late", "tasks_assigned"),
        title="Số nhiệm vụ không khớp nhau", fix="Sửa số nhiệm vụ được giao, hoàn thành, vượt mức hoặc chậm.",
        why="Done is part of assigned, above target is part of done, late is part of assigned."),
    part_of("RAT205", RatingRow, ("shortcomings_fixed", "shortcomings_total"),
        message="Đã khắc phục {shortcomings_fixed}, đã chỉ ra {shortcomings_total}.",
        title="Số hạn chế đã khắc phục nhiều hơn số đã chỉ ra", fix="Sửa một trong hai số.",
        why="Only what was pointed out can be put right."),
    out_of_range("RAT206", RatingRow, "sick_months", most=MONTHS_IN_A_YEAR, shown=number_text,
        message="Ghi {value} tháng.",
        title="Số tháng nghỉ ốm không hợp lệ", fix="Ghi số tháng từ 0 đến 12.", why="A year has twelve months."),
    out_of_range("RAT207", RatingRow, "unit_done_pct", "unit_over_pct", "unit_late_pct", "low_confidence_pct", "units_kht_pct", most=1, shown=exact_percent,
        title="Tỷ lệ ngoài khoảng 0–100%", fix="Ghi tỷ lệ từ 0% đến 100%.",
        why="A share of a whole is between nothing and all of it."),
    level_of_the_year("RAT208", RatingRow, *LEVELS, subject="member",
        message="Năm {year} đảng viên không có mức “{level}”.",
        title="Mức xếp loại không có trong năm đó", fix="Ghi mức theo quy định của năm: HTXS, HTT, HTN hoặc KHT.",
        why='The levels "Trong sạch, vững mạnh" and "Yếu kém" were of cells, never of members.'),
    outside_the_year("RAT209", RatingRow, "final_date", late=None,
        message="Xếp loại năm {year} nhưng quyết định ngày {day}.",
        title="Quyết định xếp loại trước năm đánh giá", fix="Sửa năm hoặc ngày quyết định.",
        why="A year is rated towards its end or after it."),
    year_in_the_future("RAT210", RatingRow, title="Năm xếp loại ở tương lai", fix="Sửa năm.",
        why="Nobody is rated for a year that has not begun."),
    leader_figures_of_a_plain_member, quarters_not_four,
)  # fmt: skip
