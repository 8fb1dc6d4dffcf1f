"""Kế hoạch: each line against itself. A line without subject, time and content is no plan (R54)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from addin import glossary
from addin.core.dates import vn_date
from addin.core.findings import Severity
from addin.core.rules.blanks import blank_squares, is_blank
from addin.core.rules.context import Context
from addin.core.rules.periods import is_reversed, later_than, year_end
from addin.core.rules.plan_subjects import CANCELLED, DONE, INSPECTION, THEMATIC
from addin.core.rules.rule import Flag, flag, rule
from addin.core.tables.rows.columns import Row
from addin.core.tables.rows.plans import PlanItem
from addin.patterns import pattern

ANNUAL_PLAN = "inspection.plan_is_required"
_CODE = pattern(r"[A-ZĐ]{2,5}\d{0,3}|\d{1,2}[A-ZĐ]")


def _law_day(item: PlanItem) -> date | None:
    """The day whose law binds the line: its start, else the last day of its year."""
    if item.starts_on:
        return item.starts_on.first
    return year_end(item.year) if item.year else None


@rule(
    "PLN101",
    Severity.ERROR,
    title="Kế hoạch thiếu đối tượng",
    fix="Ghi đảng viên, tổ đảng hoặc “Toàn chi bộ”.",
    cites=ANNUAL_PLAN,
)
def plan_without_subject(item: PlanItem, context: Context) -> Iterator[Flag]:
    """A plan says whom it inspects."""
    yield from blank_squares(item, "plan_items", context, "members", as_of=_law_day(item))


@rule(
    "PLN102",
    Severity.ERROR,
    title="Kế hoạch thiếu thời gian",
    fix="Ghi ngày bắt đầu và ngày kết thúc tiến hành.",
    cites=ANNUAL_PLAN,
)
def plan_without_time(item: PlanItem, context: Context) -> Iterator[Flag]:
    """A plan says when it is carried out."""
    yield from blank_squares(item, "plan_items", context, "starts_on", "ends_on", as_of=_law_day(item))


@rule(
    "PLN103",
    Severity.ERROR,
    title="Kế hoạch thiếu nội dung",
    fix="Ghi mã nội dung (TD, NQ4, CT05…) hoặc ghi bằng lời.",
    cites=ANNUAL_PLAN,
)
def plan_without_content(item: PlanItem, context: Context) -> Iterator[Flag]:
    """A plan says what it looks at."""
    yield from blank_squares(item, "plan_items", context, "contents", as_of=_law_day(item))


@rule(
    "PLN104",
    Severity.ERROR,
    title="Kế hoạch thiếu năm hoặc hình thức",
    fix="Ghi năm kế hoạch và chọn hình thức.",
)
def plan_without_year_or_kind(item: PlanItem, context: Context) -> Iterator[Flag]:
    """Plans are carried out, counted and reported by year and kind."""
    yield from blank_squares(item, "plan_items", context, "year", "kind")


@rule(
    "PLN105",
    Severity.NOTICE,
    title="Chưa ghi căn cứ kế hoạch cấp trên",
    fix="Ghi số và ngày kế hoạch kiểm tra, giám sát của đảng uỷ.",
)
def superior_plan_missing(item: PlanItem, context: Context) -> Iterator[Flag]:
    """The cell plans from its superior's plan and guidance."""
    if item.unplanned is not True:
        yield from blank_squares(item, "plan_items", context, "superior_plan")


@rule(
    "PLN106", Severity.NOTICE, title="Kế hoạch chưa ghi người phụ trách", fix="Ghi người phụ trách thực hiện."
)
def nobody_responsible(item: PlanItem, context: Context) -> Iterator[Flag]:
    """What everybody is to do, nobody does."""
    yield from blank_squares(item, "plan_items", context, "responsible")


@rule(
    "PLN201",
    Severity.ERROR,
    title="Kế hoạch kết thúc trước khi bắt đầu",
    fix="Sửa ngày tiến hành từ hoặc đến.",
)
def plan_ends_before_it_starts(item: PlanItem) -> Iterator[Flag]:
    """Time runs forward."""
    if is_reversed(item.starts_on, item.ends_on):
        yield flag(
            item, "ends_on", f"Tiến hành từ {item.starts_on} lại đến {item.ends_on}.", related=("starts_on",)
        )


@rule("PLN202", Severity.ERROR, title="Mốc kiểm tra đến trước mốc từ", fix="Sửa mốc từ hoặc mốc đến.")
def period_ends_before_it_starts(item: PlanItem) -> Iterator[Flag]:
    """The period looked at runs forward."""
    if is_reversed(item.period_from, item.period_to):
        yield flag(
            item,
            "period_to",
            f"Mốc từ {item.period_from} lại đến {item.period_to}.",
            related=("period_from",),
        )


@rule(
    "PLN203",
    Severity.WARNING,
    title="Mốc kiểm tra chạy quá ngày tiến hành",
    fix="Sửa mốc đến không sau ngày bắt đầu tiến hành; mốc kiểm tra khác với thời gian kiểm tra.",
)
def period_runs_past_the_start(item: PlanItem) -> Iterator[Flag]:
    """The period looked at and the time of looking are two things; the first ends when the second begins."""
    if later_than(item.period_to, item.starts_on):
        message = f"Mốc đến {item.period_to}, sau ngày bắt đầu tiến hành {item.starts_on}."
        yield flag(item, "period_to", message, related=("starts_on",))


@rule(
    "PLN204",
    Severity.WARNING,
    title="Ngày tiến hành không thuộc năm kế hoạch",
    fix="Sửa năm kế hoạch hoặc ngày tiến hành.",
)
def dates_outside_the_plan_year(item: PlanItem) -> Iterator[Flag]:
    """A yearly plan is carried out in its year."""
    for key, day in (("starts_on", item.starts_on), ("ends_on", item.ends_on)):
        if item.year and day and day.year != item.year:
            yield flag(item, key, f"Kế hoạch năm {item.year} nhưng ghi ngày {day}.", related=("year",))


def unknown_codes(row: Row, contents: tuple[str, ...]) -> Iterator[Flag]:
    """A flag for each content that looks like a code and is none; free text is welcome."""
    known = set(glossary.codes("content").values())
    for content in contents:
        if content not in known and _CODE.fullmatch(content):
            yield flag(
                row, "contents", f"“{content}” không phải mã nội dung đã biết ({', '.join(sorted(known))})."
            )


@rule(
    "PLN205",
    Severity.NOTICE,
    title="Mã nội dung lạ trong kế hoạch",
    fix="Dùng mã đã biết, hoặc ghi nội dung bằng lời.",
)
def plan_content_unknown(item: PlanItem) -> Iterator[Flag]:
    """Contents are counted by code at the end of the year."""
    yield from unknown_codes(item, item.contents)


@rule(
    "PLN206",
    Severity.WARNING,
    title="Thời gian tiến hành dài hơn thời hạn",
    fix="Rút ngắn thời gian, hoặc sửa “Thời hạn kiểm tra” trong Thiết lập theo hướng dẫn của đảng uỷ.",
    cites="inspection.max_days",
)
def plan_longer_than_allowed(item: PlanItem, context: Context) -> Iterator[Flag]:
    """No central limit was found for a cell: the setting's, or its default, applies."""
    first, last = item.starts_on and item.starts_on.exact, item.ends_on and item.ends_on.exact
    limit = context.book.settings.inspection_max_days
    if item.kind in (INSPECTION, THEMATIC) and first and last and last - first > timedelta(days=limit):
        message = (
            f"Tiến hành {(last - first).days} ngày ({vn_date(first)} – {vn_date(last)}), quá {limit} ngày."
        )
        yield flag(item, "ends_on", message, related=("starts_on",), as_of=first)


@rule(
    "PLN207",
    Severity.WARNING,
    title="Kế hoạch quá hạn chưa hoàn thành",
    fix="Cập nhật tình trạng, hoặc thực hiện và ghi kết quả.",
)
def plan_overdue(item: PlanItem, context: Context) -> Iterator[Flag]:
    """What is past its end is either done, cancelled or late."""
    if item.ends_on and item.ends_on < context.on and item.status not in (DONE, CANCELLED) and item.status:
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
    if item.status == DONE and later_than(item.starts_on, context.on):
        yield flag(
            item,
            "status",
            f"Tình trạng “{DONE}” nhưng tiến hành từ {item.starts_on}.",
            related=("starts_on",),
        )


@rule(
    "PLN209",
    Severity.NOTICE,
    title="Kế hoạch chưa ghi tình trạng dù đã qua ngày kết thúc",
    fix="Chọn tình trạng: Hoàn thành, Đang thực hiện, Chưa thực hiện hoặc Huỷ.",
)
def past_plan_without_status(item: PlanItem, context: Context) -> Iterator[Flag]:
    """Done and late items are counted at the end of the year."""
    if item.ends_on and item.ends_on < context.on and is_blank(item, "status", context):
        yield flag(item, "status", f"Đã qua ngày {item.ends_on}, chưa ghi tình trạng.", related=("ends_on",))
