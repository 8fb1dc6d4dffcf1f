"""The year's calendar of a cell (R35): what the texts, the settings and the cell's own sheets make due, day by day.

Each day says by which text or square; what nobody compared with the text is marked "chưa kiểm chứng". A day the cell
entered itself (Thiết lập, Kế hoạch, Kiểm tra) wins over what a text or the program supposes. Whether anything is still
open is `agenda`'s business; what depends on a day nobody entered yet stands on the last day it can be done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from addin.core import regulations
from addin.core.dates import day_of, vn_date, year_end
from addin.core.persons.probation import probation_end
from addin.core.persons.quarters import quarters_of
from addin.core.persons.reading import Reading
from addin.core.persons.roll import is_active
from addin.core.places import Place
from addin.core.references import Confidence, Reference
from addin.core.summaries.act_words import self_report_of
from addin.core.summaries.fill_in import free_square
from addin.core.summaries.review_season import calendar as season_days
from addin.core.summaries.to_do import CalendarDay, Command
from addin.core.tables.rows.inspections import Inspection
from addin.glossary import setting_header, sheet_name
from addin.glossary.choices import InspectionKind, PlanStatus

_SEASON = 11
_AHEAD = timedelta(days=92)
_QUARTERS = ((3, 31), (6, 30), (9, 30), (12, 31))
_DECIDED = frozenset({InspectionKind.INSPECTION, InspectionKind.INSPECTION_ON_SIGNS, InspectionKind.THEMATIC_SUPERVISION})
_HABIT = Reference("MAC-DINH", "nền nếp của chi bộ, không văn bản nào định ngày", Confidence.RECALLED)


def year_calendar(reading: Reading, year: int) -> tuple[CalendarDay, ...]:
    """Every day of the year, in order."""
    found = {(day.id, day.on, day.text): day for step in _STEPS for day in step(reading, year) if day.on.year == year}
    return tuple(sorted(found.values(), key=lambda day: (day.on, day.id, day.text)))


def coming_days(reading: Reading, on: date) -> tuple[CalendarDay, ...]:
    """The days of the three months from a day on, and those of its season of reviews whether over or not."""
    until = on + _AHEAD
    days = (*season_days(reading, on), *(day for year in range(on.year, until.year + 1) for day in year_calendar(reading, year) if on <= day.on <= until))
    found = {(day.id, day.on, day.text): day for day in days}
    return tuple(sorted(found.values(), key=lambda day: (day.on, day.id, day.text)))


def _plan(reading: Reading, year: int) -> Iterator[CalendarDay]:
    day, month = reading.book.settings.plan_deadline
    on, source = day_of(year, month, day), _by_setting(reading, "plan_deadline", "inspection.plan_deadline", year)
    text = f"Hạn ban hành kế hoạch kiểm tra, giám sát năm {year}."
    squares = free_square(reading, "plan_items", "members", year)
    yield CalendarDay("plan.deadline", on, text, source, squares, Command("document", ("annual-plan", "--year", str(year))))
    if reading.book.groups:
        text = f"Giao nhiệm vụ giám sát năm {year} bằng văn bản cho tổ trưởng các tổ đảng, cùng dịp ban hành kế hoạch."
        squares, command = free_square(reading, "documents", "number", year), Command("document", ("supervision-assignment", "--year", str(year)))
        yield CalendarDay("supervision.assignment", on, text, str(_HABIT), squares, command)


def _supervision(reading: Reading, year: int) -> Iterator[CalendarDay]:
    """At the end of each quarter: nothing else says when a year's notes are looked through."""
    days = reading.book.settings.supervision_rhythm_days
    source = _by_setting(reading, "supervision_rhythm_days", "inspection.supervision_rhythm_days", year)
    for month, day in _QUARTERS if reading.book.groups else ():
        text = f"Đến ngày này mỗi tổ đã có ghi nhận giám sát của quý (nhịp {days} ngày)."
        yield CalendarDay("supervision.quarter", date(year, month, day), text, source, free_square(reading, "supervision_notes", "noted_on", year))


def _quarters(reading: Reading, year: int) -> Iterator[CalendarDay]:
    whom = {"leaders": "lãnh đạo, quản lý", "all": "mọi đảng viên"}.get(reading.book.settings.quarterly_for)
    source = _by_law("rating.quarters.first", year)
    for quarter in quarters_of(year) if whom else ():
        text = f"{quarter.words}: {whom} tự đánh giá, xếp loại quý; chi bộ nhận xét, theo lịch của cấp trên."
        yield CalendarDay("ratings.quarter", quarter.last, text, source, free_square(reading, "ratings", "quarters", year))


def _planned(reading: Reading, year: int) -> Iterator[CalendarDay]:
    """The lines of the cell's own plan: a decision before the first day, a conclusion by the last."""
    for item in reading.book.plan_items:
        if item.year != year or item.kind not in _DECIDED or item.status in (PlanStatus.DONE, PlanStatus.CANCELLED):
            continue
        whom, kind = ", ".join(item.members), item.kind
        if item.starts_on:
            asked = ("--next", "--members", f'"{";".join(item.members)}"', "--year", str(year), "--kind", f'"{kind}"')
            text = f"Bắt đầu {kind.lower()} theo kế hoạch: {whom}; quyết định ký trước ngày này."
            yield CalendarDay("plan.starts", item.starts_on.first, text, _sheet("plan_items"), (item.place("starts_on"),), Command("decide", asked))
        if item.ends_on:
            yield CalendarDay("plan.ends", item.ends_on.last, f"Kết thúc {kind.lower()} theo kế hoạch: {whom}.", _sheet("plan_items"), (item.place("ends_on"),))


def _turns(reading: Reading, _year: int) -> Iterator[CalendarDay]:
    for turn in reading.book.inspections:
        yield from _of_turn(turn)


def _of_turn(turn: Inspection) -> Iterator[CalendarDay]:
    """What a turn still waits for."""
    waits = (
        ("self_report_due", turn.self_report_due, turn.self_report_on or turn.conclusion_date, f"Hạn nộp {self_report_of(turn)}.", "self_report_on"),
        ("remedy_due", turn.remedy_due, turn.remedied_on, f"Hạn khắc phục của {turn.member}: kiểm tra việc khắc phục.", "remedied_on"),
    )
    for key, due, done, text, square in waits:
        if due and not done:
            yield CalendarDay(f"inspection.{key}", due.last, text, _sheet("inspections"), (turn.place(square), turn.place(key)))


def _probation(reading: Reading, year: int) -> Iterator[CalendarDay]:
    """Whose months of probation are over in the year."""
    for member in reading.book.members:
        end, law = probation_end(member) or (None, None)
        if end and end.year == year and is_active(member, end):
            text = f"{member.full_name} hết thời gian dự bị: xét công nhận đảng viên chính thức."
            yield CalendarDay("member.probation", end, text, str(law), (member.place("official_on"),))


def _terms(reading: Reading, year: int) -> Iterator[CalendarDay]:
    settings = reading.book.settings
    for term in settings.terms:
        if term.last.year == year:
            text = f"Hết nhiệm kỳ {vn_date(term.first)} – {vn_date(term.last)}: tổng kết nhiệm kỳ, đại hội."
            places = (settings.places["terms"],) if "terms" in settings.places else ()
            asked = ("--from", str(term.first.year), "--to", str(term.last.year))
            yield CalendarDay("term.ends", term.last, text, _entered("terms"), places, Command("summarise", asked))


def _before_the_season(reading: Reading, year: int) -> Iterator[CalendarDay]:
    """What is gathered before the review: comments of the place of residence, the leaders' reports, the next plan."""
    begins = date(year, _SEASON, 1)
    comment = regulations.in_force(year_end(year)).find("residence.yearly_comment_is_due")
    if comment is not None and comment.value is True:
        text = f"Lấy nhận xét nơi cư trú năm {year} của đảng viên đang công tác, trước hội nghị kiểm điểm."
        yield CalendarDay("residence.comments", begins, text, str(comment.reference), free_square(reading, "residence_comments", "requested_on", year))
    if reading.book.groups:
        text = f"Tổ trưởng lập báo cáo giám sát năm {year}, đọc trước toàn chi bộ ở hội nghị kiểm điểm."
        squares, command = free_square(reading, "documents", "number", year), Command("document", ("group-leader-report", "--year", str(year)))
        yield CalendarDay("supervision.report", begins, text, str(_HABIT), squares, command)
    text = f"Chuẩn bị kế hoạch kiểm tra, giám sát năm {year + 1} từ kế hoạch nhiệm kỳ và các hạn chế của năm."
    yield CalendarDay("plan.next", date(year, 12, 1), text, str(_HABIT), free_square(reading, "plan_items", "members", year + 1))


def _season(reading: Reading, year: int) -> Iterator[CalendarDay]:
    """The days of the season that begins in the year, and of the one that may run into it."""
    for season in (year - 1, year):
        yield from season_days(reading, date(season, 12, 1))


def _year_end(reading: Reading, year: int) -> Iterator[CalendarDay]:
    text = f"Tổng kết công tác kiểm tra, giám sát năm {year}, sau khi xếp loại đảng viên, chi bộ."
    yield CalendarDay("summary.year", year_end(year), text, str(_HABIT), free_square(reading, "documents", "number", year), Command("summarise", ("--year", str(year))))


_STEPS: tuple[Callable[[Reading, int], Iterator[CalendarDay]], ...] = (
    _plan, _supervision, _quarters, _planned, _turns, _probation, _terms, _before_the_season, _season, _year_end,
)  # fmt: skip


def _by_setting(reading: Reading, key: str, path: str, year: int) -> str:
    """Where the cell entered it itself that is the source, else the dated value."""
    place: Place | None = reading.book.settings.places.get(key)
    return _entered(key) if place else _by_law(path, year)


def _entered(key: str) -> str:
    return f"mục “{setting_header(key)}” ở sheet Thiết lập"


def _by_law(path: str, year: int) -> str:
    found = regulations.in_force(year_end(year)).find(path)
    return str(found.reference) if found else str(_HABIT)


def _sheet(table: str) -> str:
    return f"sheet {sheet_name(table)} của chi bộ"
