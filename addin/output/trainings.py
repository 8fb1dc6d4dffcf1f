"""Tells courses by role and the months since, and whom to send."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.core.dates import vn_date
from addin.core.numerals import padded
from addin.core.summaries.records.training import CourseYear, Holder
from addin.documents.parts.squares import squares
from addin.jobs.trainings import TrainingsResult
from addin.output.forms import plain
from addin.output.telling import Table

_COLUMNS = ("Chức danh", "Họ và tên", "Số lớp", "Lớp gần nhất", "Kết thúc", "Số tháng", "Cần cử đi")


def form(result: TrainingsResult) -> dict[str, Any]:
    """`{"workbook", "on", "role", "gap_months", "gap_months_reference", "holders": [{"role", "full_name", "since", "courses", "last_course", "last_on", "months", "due", "place"}], "years": [{"year", "turns", "persons", "courses"}], "undated"}`."""
    record = result.record
    return {
        "workbook": result.workbook,
        "on": result.on.isoformat(),
        "role": result.role,
        "gap_months": int(record.gap_months.share),
        "gap_months_reference": str(record.gap_months.reference),
        "holders": [_holder_form(one) for one in record.holders],
        "years": [_year_form(one) for one in record.years],
        "undated": plain(record.undated),
    }


def _holder_form(one: Holder) -> dict[str, Any]:
    return {
        "role": one.role,
        "full_name": one.full_name,
        "since": plain(one.since),
        "courses": one.courses,
        "last_course": one.last_course,
        "last_on": plain(one.last_on),
        "months": one.months,
        "due": one.is_due,
        "place": plain(one.place),
    }


def _year_form(one: CourseYear) -> dict[str, Any]:
    return {"year": one.year, "turns": one.turns, "persons": one.persons, "courses": list(one.courses)}


def lines(result: TrainingsResult) -> Iterator[str]:
    """A line a post, the years, then who is to go."""
    yield _head(result)
    yield from (f"• {one.role}, {one.full_name}: {_said(one)}" for one in result.record.holders)
    for year in result.record.years:
        yield f"Năm {year.year}: {padded(year.turns)} lượt, {padded(year.persons)} đảng viên; {'; '.join(year.courses)}."
    yield from _after(result)


def box(result: TrainingsResult) -> Iterator[str]:
    """Whom to send, and why."""
    yield _head(result)
    yield from (f"• {one.role}, {one.full_name}: {_said(one)}" for one in result.record.holders if one.is_due)
    yield from _after(result)


def table(result: TrainingsResult) -> Table | None:
    """The same at a terminal."""
    rows = tuple(
        (one.role, one.full_name, str(one.courses), one.last_course or "", str(one.last_on or ""), "" if one.months is None else str(one.months), "x" if one.is_due else "")
        for one in result.record.holders
    )
    return Table(_head(result), _COLUMNS, rows, tuple(_after(result))) if rows else None


def _head(result: TrainingsResult) -> str:
    due = sum(one.is_due for one in result.record.holders)
    return f"Bồi dưỡng theo chức danh đến {vn_date(result.on)}: {padded(len(result.record.holders))} người giữ chức, {padded(due)} người cần cử đi học."


def _said(one: Holder) -> str:
    if not one.courses:
        since = f"; giữ chức từ {one.since}" if one.since else ""
        return f"chưa có lớp nào{since}"
    last = f", gần nhất “{one.last_course}” kết thúc {one.last_on}, {padded(one.months or 0)} tháng trước" if one.last_on else ", không lớp nào ghi ngày"
    return f"{padded(one.courses)} lớp{last}"


def _after(result: TrainingsResult) -> Iterator[str]:
    record = result.record
    if not result.has_courses:
        yield "Sheet Bồi dưỡng chưa có lớp nào: chưa ghi thì chưa kết luận được ai chưa học."
        return
    names = tuple(dict.fromkeys(one.full_name for one in record.holders if one.is_due))
    if names:
        gap = f"quá {int(record.gap_months.share)} tháng không dự lớp nào ({record.gap_months.reference}; ghi số khác ở Thiết lập)"
        yield f"Đề nghị cấp trên cử đi bồi dưỡng nghiệp vụ: {', '.join(names)}: {gap}."
    if record.undated:
        yield f"Lớp không ghi ngày, không tính được số tháng: {squares(record.undated)}."
