"""Phân công: who held which post when. Papers are signed, and inspections led, by these people."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from addin.core.dates import vn_date
from addin.core.findings import Severity
from addin.core.persons.posts import is_held
from addin.core.persons.roll import left_on
from addin.core.places import Place
from addin.core.rules.context import Context
from addin.core.rules.periods import begins, ends_before, is_reversed
from addin.core.rules.rule import Flag, Rule, flag, rule
from addin.core.rules.shapes import date_order, known_person, left_blank, required
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.organisation import Appointment
from addin.glossary.choices import Role


def holders(book: Book, context: Context, *roles: str) -> list[Appointment]:
    """The appointments to any of the roles, by their beginning."""
    wanted = {context.fold(role) for role in roles}
    found = [row for row in book.appointments if context.fold(row.role) in wanted]
    return sorted(found, key=lambda row: begins(row.from_))


@rule(
    "APT202",
    Severity.WARNING,
    title="Chi bộ không có chi uỷ nhưng có phân công chi uỷ viên",
    fix="Sửa mục “Có chi uỷ” trong Thiết lập, hoặc sửa chức danh.",
)
def committee_role_without_committee(appointment: Appointment, context: Context) -> Iterator[Flag]:
    """The settings choose the light procedure where there is no committee; both cannot be right."""
    settings = context.book.settings
    if settings.has_committee is False and context.fold(appointment.role).startswith(context.fold(Role.COMMITTEE_MEMBER)):
        related = tuple(place for key, place in settings.places.items() if key == "has_committee")
        yield Flag(
            appointment.place("role"),
            f"Chức danh “{appointment.role}” nhưng Thiết lập ghi không có chi uỷ.",
            related,
        )


@rule(
    "APT302",
    Severity.ERROR,
    title="Hai bí thư cùng lúc",
    fix="Ghi “Đến ngày” cho bí thư trước, hoặc sửa chức danh.",
)
def two_secretaries_at_once(book: Book, context: Context) -> Iterator[Flag]:
    """One secretary signs at a time; a handover on one day is fine."""
    rows = [row for row in holders(book, context, Role.SECRETARY) if not is_reversed(row.from_, row.to)]
    for earlier, later in pairwise(rows):
        if not ends_before(earlier.to, later.from_) and context.member(earlier.member) is not context.member(
            later.member
        ):
            message = f"“{later.member or '…'}” là Bí thư từ {later.from_ or '…'} khi “{earlier.member or '…'}” đến {earlier.to or 'nay'}."
            yield Flag(later.place("from"), message, (earlier.place("to"),))


@rule(
    "APT303", Severity.WARNING, title="Chưa ghi ai là bí thư", fix="Thêm dòng phân công Bí thư đang giữ chức."
)
def no_secretary_today(book: Book, context: Context) -> Iterator[Flag]:
    """Papers of today need a signature."""
    if not book.appointments:
        return
    if not any(is_held(row, context.on) for row in holders(book, context, Role.SECRETARY)):
        sheet = book.appointments[0].source.sheet
        yield Flag(Place(sheet), f"Không có Bí thư nào giữ chức vào ngày {vn_date(context.on)}.")


@rule(
    "APT304",
    Severity.ERROR,
    title="Giữ chức khi không phải đảng viên của chi bộ",
    fix="Đối chiếu thời gian giữ chức với ngày vào Đảng, ngày chuyển đến, chuyển đi.",
)
def holder_not_a_member_then(appointment: Appointment, context: Context) -> Iterator[Flag]:
    """A post begins after admission and arrival, and ends with leaving."""
    member = context.member(appointment.member)
    if member is None:
        return
    starts = [day for day in (member.admitted_on, member.joined_cell_on) if day and appointment.from_]
    early = next((day for day in starts if appointment.from_ and appointment.from_ < day), None)
    if early:
        yield flag(
            appointment, "from", f"“{member.full_name}” giữ chức từ {appointment.from_}, trước {early}."
        )
    left = left_on(member)
    if left and left < context.on and not (appointment.to and not appointment.to > left):
        yield flag(
            appointment,
            "to",
            f"“{member.full_name}” rời chi bộ ngày {left} nhưng giữ chức đến {appointment.to or 'nay'}.",
        )


@rule(
    "APT305",
    Severity.NOTICE,
    title="Chưa phân công người phụ trách kiểm tra",
    fix="Phân công 01 chi uỷ viên phụ trách công tác kiểm tra, giám sát.",
)
def nobody_in_charge_of_inspection(book: Book, context: Context) -> Iterator[Flag]:
    """One named committee member follows inspection and keeps the files."""
    if not book.appointments or book.settings.has_committee is False:
        return
    if not any(is_held(row, context.on) for row in holders(book, context, Role.INSPECTION_ADVISER)):
        sheet = book.appointments[0].source.sheet
        yield Flag(Place(sheet), f"Ngày {vn_date(context.on)} chưa có chi uỷ viên phụ trách kiểm tra.")


def _advises_today(appointment: Appointment, context: Context) -> bool:
    is_adviser = context.fold(appointment.role) == context.fold(Role.INSPECTION_ADVISER)
    return is_adviser and is_held(appointment, context.on)


RULES: tuple[Rule, ...] = (
    required("APT101", Appointment, title="Phân công thiếu thông tin bắt buộc", fix="Ghi đủ chức danh và đảng viên.",
        why="An appointment is a post and a person."),
    left_blank("APT102", Appointment, "suitability", "Chưa nhận xét mức phù hợp của “{member}”.",
        when=_advises_today,
        title="Chưa nhận xét người tham mưu kiểm tra", fix="Ghi nhận xét phù hợp: hiểu biết, lớp đã học, tín nhiệm.",
        why="Whoever advises on inspection is chosen for knowledge, courses and trust, on record.",
        severity=Severity.NOTICE),
    date_order("APT201", Appointment, "from", "to", "Giữ chức từ {from} lại đến {to}.",
        title="Thời gian giữ chức kết thúc trước khi bắt đầu", fix="Sửa “Từ ngày” hoặc “Đến ngày”.",
        why="A period runs forward."),
    committee_role_without_committee,
    known_person("APT301", Appointment, "member", title="Người được phân công không có trong danh sách đảng viên",
        fix="Sửa tên theo sheet Đảng viên.", why="Only members hold posts of the cell."),
    two_secretaries_at_once, no_secretary_today, holder_not_a_member_then, nobody_in_charge_of_inspection,
)  # fmt: skip
