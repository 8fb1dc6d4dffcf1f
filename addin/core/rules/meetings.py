"""Sinh hoạt: who was there, who was not, and who agreed."""

from __future__ import annotations

from collections.abc import Iterator

from addin.core.dates import vn_date
from addin.core.findings import Severity
from addin.core.persons.roll import was_absent
from addin.core.rules.blanks import required_squares
from addin.core.rules.context import Context
from addin.core.rules.periods import later_than
from addin.core.rules.repeats import repeated, standing_at
from addin.core.rules.roll import unknown_names
from addin.core.rules.rule import Flag, flag, rule
from addin.core.tables.rows.activities import Meeting
from addin.core.tables.rows.book import Book

GROUP_MEETING = "Tổ đảng"


@rule(
    "MTG101",
    Severity.ERROR,
    title="Buổi sinh hoạt thiếu ngày hoặc loại",
    fix="Ghi ngày và chọn loại buổi sinh hoạt.",
)
def meeting_incomplete(meeting: Meeting, context: Context) -> Iterator[Flag]:
    """Meetings are counted by day and kind."""
    yield from required_squares(meeting, "meetings", context)


@rule("MTG201", Severity.ERROR, title="Có mặt nhiều hơn tổng số", fix="Sửa số có mặt hoặc tổng số.")
def more_present_than_members(meeting: Meeting) -> Iterator[Flag]:
    """Attendance is part of the whole."""
    if meeting.present is not None and meeting.total is not None and meeting.present > meeting.total:
        yield flag(
            meeting, "present", f"Có mặt {meeting.present}, tổng số {meeting.total}.", related=("total",)
        )


@rule(
    "MTG202",
    Severity.WARNING,
    title="Có mặt và vắng không bằng tổng số",
    fix="Đối chiếu danh sách vắng với số có mặt.",
)
def present_and_absent_do_not_sum(meeting: Meeting, context: Context) -> Iterator[Flag]:
    """Whoever was not there was absent, with or without reason; asked where somebody is named."""
    absent = {context.fold(name) for name in (*meeting.absent, *meeting.absent_excused)}
    if meeting.present is None or meeting.total is None or not absent or meeting.present > meeting.total:
        return
    if meeting.present + len(absent) != meeting.total:
        message = f"Có mặt {meeting.present} + vắng {len(absent)} = {meeting.present + len(absent)}, tổng số {meeting.total}."
        yield flag(meeting, "present", message, related=("total", "absent", "absent_excused"))


@rule("MTG203", Severity.ERROR, title="Số đồng ý nhiều hơn số có mặt", fix="Sửa số đồng ý hoặc số có mặt.")
def more_agreed_than_present(meeting: Meeting) -> Iterator[Flag]:
    """Only who is there agrees."""
    if meeting.votes_for is not None and meeting.present is not None and meeting.votes_for > meeting.present:
        yield flag(
            meeting,
            "votes_for",
            f"Đồng ý {meeting.votes_for}, có mặt {meeting.present}.",
            related=("present",),
        )


@rule(
    "MTG204",
    Severity.WARNING,
    title="Đã ghi số có mặt nhưng chưa đến ngày họp",
    fix="Sửa ngày, hoặc xoá số có mặt.",
)
def attended_in_the_future(meeting: Meeting, context: Context) -> Iterator[Flag]:
    """Attendance is counted when it is over."""
    if later_than(meeting.held_on, context.on) and meeting.present is not None:
        message = f"Ngày {meeting.held_on} sau hôm nay ({vn_date(context.on)})."
        yield flag(meeting, "held_on", message, related=("present",))


@rule("MTG301", Severity.WARNING, title="Người vắng không xác định được", fix="Sửa tên theo sheet Đảng viên.")
def absentee_not_on_the_roll(meeting: Meeting, context: Context) -> Iterator[Flag]:
    """Absences without reason are an early warning about somebody."""
    yield from unknown_names(meeting, "absent", context)
    yield from unknown_names(meeting, "absent_excused", context)


@rule(
    "MTG302",
    Severity.NOTICE,
    title="Ghi vắng người không ở chi bộ lúc đó",
    fix="Bỏ tên người này, hoặc đối chiếu ngày chuyển đến, chuyển đi.",
)
def absentee_was_no_member(meeting: Meeting, context: Context) -> Iterator[Flag]:
    """Who had left, or had not come, was not absent."""
    day = meeting.held_on.exact if meeting.held_on else None
    for key in ("absent", "absent_excused"):
        for name in getattr(meeting, key) if day else ():
            member = context.member(name)
            if member and day and was_absent(member, day):
                message = f"Ngày {vn_date(day)} “{member.full_name}” không sinh hoạt tại chi bộ."
                yield flag(meeting, key, message, related=("held_on",))


@rule(
    "MTG303",
    Severity.WARNING,
    title="Một buổi sinh hoạt ghi hai lần",
    fix="Xoá dòng thừa; hai buổi cùng ngày thì ghi rõ nội dung.",
)
def meeting_repeated(book: Book, context: Context) -> Iterator[Flag]:
    """Meetings are counted by rows; groups meet apart on one day."""

    def key_of(row: Meeting) -> tuple[object, ...] | None:
        if not row.held_on or not row.held_on.exact or not row.kind or row.kind == GROUP_MEETING:
            return None
        return row.held_on, row.kind, context.fold(row.topic)

    for row, first in repeated(book.meetings, key_of):
        message = f"Buổi “{row.kind}” ngày {row.held_on} đã có ở {standing_at(row, first)}."
        yield Flag(row.place("held_on"), message, (first.place("held_on"),))
