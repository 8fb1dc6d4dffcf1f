"""Sinh hoạt: who was there, who was not, and who agreed."""

from __future__ import annotations

from collections.abc import Iterator

from addin.core.dates import vn_date
from addin.core.findings import Severity
from addin.core.persons.roll import was_absent
from addin.core.rules.context import Context
from addin.core.rules.rule import Flag, Rule, flag, rule
from addin.core.rules.shapes import folded, in_the_future, known_person, part_of, repeated, required
from addin.core.tables.rows.activities import Meeting
from addin.glossary.choices import MeetingKind


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


def _is_of_the_whole_cell(meeting: Meeting, _context: Context) -> bool:
    """Groups meet apart on one day; a meeting known to the month only may be another."""
    return meeting.held_on is not None and meeting.held_on.exact is not None and meeting.kind != MeetingKind.GROUP


RULES: tuple[Rule, ...] = (
    required("MTG101", Meeting, title="Buổi sinh hoạt thiếu ngày hoặc loại",
        fix="Ghi ngày và chọn loại buổi sinh hoạt.", why="Meetings are counted by day and kind."),
    part_of("MTG201", Meeting, ("present", "total"), message="Có mặt {present}, tổng số {total}.",
        title="Có mặt nhiều hơn tổng số", fix="Sửa số có mặt hoặc tổng số.", why="Attendance is part of the whole."),
    present_and_absent_do_not_sum,
    part_of("MTG203", Meeting, ("votes_for", "present"), message="Đồng ý {votes_for}, có mặt {present}.",
        title="Số đồng ý nhiều hơn số có mặt", fix="Sửa số đồng ý hoặc số có mặt.", why="Only who is there agrees."),
    in_the_future("MTG204", Meeting, "held_on", when=lambda meeting, _: meeting.present is not None,
        related=("present",),
        title="Đã ghi số có mặt nhưng chưa đến ngày họp", fix="Sửa ngày, hoặc xoá số có mặt.",
        why="Attendance is counted when it is over."),
    known_person("MTG301", Meeting, "absent", "absent_excused", title="Người vắng không xác định được",
        fix="Sửa tên theo sheet Đảng viên.", why="Absences without reason are an early warning about somebody.",
        severity=Severity.WARNING),
    absentee_was_no_member,
    repeated("MTG303", Meeting, "held_on", "kind", also=(folded("topic"),), when=_is_of_the_whole_cell,
        message="Buổi “{kind}” ngày {held_on} đã có ở {there}.",
        title="Một buổi sinh hoạt ghi hai lần", fix="Đối chiếu hai dòng; nếu là một, ghi chung vào một dòng; hai buổi cùng ngày thì ghi rõ nội dung.",
        why="Meetings are counted by rows; groups meet apart on one day.", severity=Severity.WARNING),
)  # fmt: skip
