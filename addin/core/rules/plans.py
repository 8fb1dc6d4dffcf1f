"""Kế hoạch: each line against itself. A line without subject, time and content is no plan (R54)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from addin.core.dates import year_end
from addin.core.findings import Severity
from addin.core.rules.context import Context
from addin.core.rules.periods import later_than
from addin.core.rules.rule import Flag, Rule, flag, rule
from addin.core.rules.shapes import (
    date_order,
    days_of_setting,
    known_codes,
    outside_the_year,
    overdue,
    required,
    too_many_days,
)
from addin.core.tables.rows.plans import PlanItem
from addin.glossary.choices import InspectionKind, PlanStatus

ANNUAL_PLAN = "inspection.plan_is_required"


def _law_day(item: PlanItem) -> date | None:
    """The day whose law binds the line: its start, else the last day of its year."""
    if item.starts_on:
        return item.starts_on.first
    return year_end(item.year) if item.year else None


@rule(
    "PLN207",
    Severity.WARNING,
    title="Kế hoạch quá hạn chưa hoàn thành",
    fix="Cập nhật tình trạng, hoặc thực hiện và ghi kết quả.",
)
def plan_overdue(item: PlanItem, context: Context) -> Iterator[Flag]:
    """What is past its end is either done, cancelled or late."""
    if item.ends_on and item.ends_on < context.on and item.status not in (PlanStatus.DONE, PlanStatus.CANCELLED) and item.status:
        message = f"Đã quá ngày {item.ends_on} mà tình trạng là “{item.status}”."
        yield flag(item, "status", message, related=("ends_on",))


@rule(
    "PLN208",
    Severity.WARNING,
    title="Kế hoạch ghi hoàn thành trước khi bắt đầu",
    fix="Sửa tình trạng hoặc ngày tiến hành.",
)
def plan_done_before_it_starts(item: PlanItem, context: Context) -> Iterator[Flag]:
    """What has not begun is not done."""
    if item.status == PlanStatus.DONE and later_than(item.starts_on, context.on):
        yield flag(
            item,
            "status",
            f"Tình trạng “{PlanStatus.DONE}” nhưng tiến hành từ {item.starts_on}.",
            related=("starts_on",),
        )


RULES: tuple[Rule, ...] = (
    required("PLN101", PlanItem, "members", as_of=_law_day, title="Kế hoạch thiếu đối tượng",
        fix="Ghi đảng viên, tổ đảng hoặc “Toàn chi bộ”.", why="A plan says whom it inspects.", cites=ANNUAL_PLAN),
    required("PLN102", PlanItem, "starts_on", "ends_on", as_of=_law_day, title="Kế hoạch thiếu thời gian",
        fix="Ghi ngày bắt đầu và ngày kết thúc tiến hành.", why="A plan says when it is carried out.",
        cites=ANNUAL_PLAN),
    required("PLN103", PlanItem, "contents", as_of=_law_day, title="Kế hoạch thiếu nội dung",
        fix="Ghi mã nội dung (TD, NQ4, CT05…) hoặc ghi bằng lời.", why="A plan says what it looks at.",
        cites=ANNUAL_PLAN),
    required("PLN104", PlanItem, "year", "kind", title="Kế hoạch thiếu năm hoặc hình thức",
        fix="Ghi năm kế hoạch và chọn hình thức.",
        why="Plans are carried out, counted and reported by year and kind."),
    required("PLN105", PlanItem, "superior_plan", when=lambda item, _: item.unplanned is not True,
        title="Chưa ghi căn cứ kế hoạch cấp trên", fix="Ghi số và ngày kế hoạch kiểm tra, giám sát của đảng uỷ.",
        why="The cell plans from its superior's plan and guidance.", severity=Severity.NOTICE),
    required("PLN106", PlanItem, "responsible", title="Kế hoạch chưa ghi người phụ trách",
        fix="Ghi người phụ trách thực hiện.", why="What everybody is to do, nobody does.", severity=Severity.NOTICE),
    date_order("PLN201", PlanItem, "starts_on", "ends_on", "Tiến hành từ {starts_on} lại đến {ends_on}.",
        title="Kế hoạch kết thúc trước khi bắt đầu", fix="Sửa ngày tiến hành từ hoặc đến.", why="Time runs forward."),
    date_order("PLN202", PlanItem, "period_from", "period_to", "Mốc từ {period_from} lại đến {period_to}.",
        title="Mốc kiểm tra đến trước mốc từ", fix="Sửa mốc từ hoặc mốc đến.",
        why="The period looked at runs forward."),
    date_order("PLN203", PlanItem, "period_to", "starts_on",
        "Mốc đến {period_to}, sau ngày bắt đầu tiến hành {starts_on}.", at="period_to",
        title="Mốc kiểm tra chạy quá ngày tiến hành",
        fix="Sửa mốc đến không sau ngày bắt đầu tiến hành; mốc kiểm tra khác với thời gian kiểm tra.",
        why="The period looked at and the time of looking are two things; the first ends when the second begins.",
        severity=Severity.WARNING),
    outside_the_year("PLN204", PlanItem, "starts_on", "ends_on",
        message="Kế hoạch năm {year} nhưng ghi ngày {day}.",
        title="Ngày tiến hành không thuộc năm kế hoạch", fix="Sửa năm kế hoạch hoặc ngày tiến hành.",
        why="A yearly plan is carried out in its year."),
    known_codes("PLN205", PlanItem, "contents", "content", title="Mã nội dung lạ trong kế hoạch",
        fix="Dùng mã đã biết, hoặc ghi nội dung bằng lời.",
        why="Contents are counted by code at the end of the year."),
    too_many_days("PLN206", PlanItem, "starts_on", "ends_on",
        "Tiến hành {days} ngày ({starts_on} – {ends_on}), quá {limit} ngày.",
        limit=days_of_setting("inspection_max_days"), when=lambda item, _: item.kind in (InspectionKind.INSPECTION, InspectionKind.THEMATIC_SUPERVISION),
        title="Thời gian tiến hành dài hơn thời hạn",
        fix="Rút ngắn thời gian, hoặc sửa “Thời hạn kiểm tra” trong Thiết lập theo hướng dẫn của đảng uỷ.",
        why="No central limit was found for a cell: the setting's, or its default, applies.",
        cites="inspection.max_days"),
    plan_overdue, plan_done_before_it_starts,
    overdue("PLN209", PlanItem, "ends_on", "status", "Đã qua ngày {ends_on}, chưa ghi tình trạng.",
        title="Kế hoạch chưa ghi tình trạng dù đã qua ngày kết thúc",
        fix="Chọn tình trạng: Hoàn thành, Đang thực hiện, Chưa thực hiện hoặc Huỷ.",
        why="Done and late items are counted at the end of the year.", severity=Severity.NOTICE),
)  # fmt: skip
