"""Who is on the roll, who came and went, and who was entrusted with inspection."""

from __future__ import annotations

from collections.abc import Iterator

from addin.core.dates import PartialDate
from addin.core.persons.roll import left_on
from addin.core.summaries.counting import counted, iso, listed, tallied
from addin.core.summaries.figures import Figure
from addin.core.summaries.view import View
from addin.core.tables.rows.organisation import Appointment
from addin.glossary.choices import Role

_LEAVING = (("left_cell_on", "status_from"),)


def interval(view: View) -> Iterator[Figure]:
    """The interval in calendar years: 2015–2020 is six of them, whatever a term is called."""
    yield Figure("interval.from", view.first_year, (), "Từ năm")
    yield Figure("interval.to", view.last_year, (), "Đến năm")
    yield Figure("interval.years", len(view.years), (), "Số năm (dương lịch)")


def roll(view: View) -> Iterator[Figure]:
    """Members on the roll at the interval's end, or today where that is earlier; blank official_on is probationary."""
    members, official, probationary = view.roll.members, view.roll.official, view.roll.probationary
    entered = bool(view.book.members)
    yield counted("members.total", "Tổng số đảng viên", "members", members, "full_name", entered=entered)
    yield counted("members.official", "Đảng viên chính thức", "members", official, "official_on", entered=entered)
    yield counted("members.probationary", "Đảng viên dự bị", "members", probationary, "official_on", entered=entered)
    yield counted("members.not_active", "Đảng viên không tham gia sinh hoạt", "members", view.roll.not_active, "status", entered=entered)
    yield tallied("members.by_group", "Đảng viên theo tổ đảng", "members", members, "group", words=lambda one: (one.group,))
    yield tallied("members.by_gender", "Đảng viên theo giới tính", "members", members, "gender", words=lambda one: (one.gender,))


def movements(view: View) -> Iterator[Figure]:
    """Admissions, confirmations, arrivals and departures of the interval."""
    members, entered = view.book.members, bool(view.book.members)
    admitted = [one for one in members if _happened(view, one.admitted_on) and one.joined_cell_on is None]
    confirmed = [one for one in members if _happened(view, one.official_on)]
    joined = [one for one in members if _happened(view, one.joined_cell_on)]
    left = [one for one in members if _happened(view, left_on(one))]
    yield counted("members.admitted", "Kết nạp", "members", admitted, "admitted_on", entered=entered)
    yield counted("members.confirmed", "Công nhận chính thức", "members", confirmed, "official_on", entered=entered)
    yield counted("members.joined", "Chuyển đến", "members", joined, "joined_cell_on", entered=entered)
    yield counted("members.left", "Không còn ở chi bộ", "members", left, "left_cell_on", entered=entered, rests_on=_LEAVING)


def responsible(view: View) -> Iterator[Figure]:
    """The committee members who followed inspection work in the interval, by period."""
    held = [row for row in view.book.appointments if row.role == Role.INSPECTION_ADVISER and row.member and _overlaps(view, row)]
    held.sort(key=lambda row: ((row.from_.first.toordinal() if row.from_ else 0), row.place()))
    yield listed(
        "appointments.inspection_responsible",
        "Người phụ trách công tác kiểm tra, giám sát",
        "appointments",
        held,
        "member",
        text=lambda row: {"name": view.name(row.member or ""), "from": iso(row.from_), "to": iso(row.to)},
    )


def _happened(view: View, day: PartialDate | None) -> bool:
    return day is not None and day.year in view.years and not day > view.day


def _overlaps(view: View, row: Appointment) -> bool:
    starts_later = row.from_ is not None and row.from_.year > view.last_year
    ended_before = row.to is not None and row.to.year < view.first_year
    return not starts_later and not ended_before
