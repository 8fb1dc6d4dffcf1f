"""Đảng viên: each member's row against the others, the groups and the posts."""

from __future__ import annotations

from collections.abc import Iterator

from addin.core.findings import Severity
from addin.core.persons.posts import is_held, is_secretary_post
from addin.core.persons.roll import is_active
from addin.core.rules.context import Context
from addin.core.rules.repeats import repetitions, standing_at
from addin.core.rules.roll import active_members
from addin.core.rules.rule import Flag, Rule, flag, rule
from addin.core.rules.shapes import named, repeated
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.members import Member
from addin.glossary import person_key
from addin.glossary.choices import Role


@rule(
    "MEM305",
    Severity.NOTICE,
    title="Hai đảng viên trùng tên, chưa có mã",
    fix="Ghi Mã ĐV cho cả hai và dùng mã ở các sheet khác.",
)
def namesakes_without_number(book: Book) -> Iterator[Flag]:
    """A name alone never identifies where two share it."""
    for member, first in repetitions(
        book.members, lambda row: person_key(row.full_name) if row.full_name else None
    ):
        if not (member.member_id and first.member_id):
            message = f"“{member.full_name}” trùng tên với {standing_at(member, first)}."
            yield Flag(member.place("full_name"), message, (first.place("full_name"),))


@rule(
    "MEM306",
    Severity.ERROR,
    title="Tổ đảng không có trong sheet Tổ đảng",
    fix="Sửa tên tổ, hoặc thêm tổ vào sheet Tổ đảng.",
)
def group_unknown(member: Member, context: Context) -> Iterator[Flag]:
    """A group nobody leads supervises nobody; a number that two groups bear says neither."""
    groups = context.group_names
    if not (member.group and groups and is_active(member, context.on)):
        return
    meant = context.groups_meant(member.group)
    if meant:
        yield flag(member, "group", f"“{member.group}” có thể là {' hay '.join(f'“{name}”' for name in meant)}.")
    elif context.group_key(member.group) not in groups:
        yield flag(member, "group", f"Không thấy “{member.group}” trong sheet Tổ đảng.")


@rule(
    "MEM307",
    Severity.ERROR,
    title="Hai người cùng ghi chức vụ Bí thư",
    fix="Chỉ để chức vụ Bí thư cho người đang giữ.",
)
def two_secretaries_on_the_roll(book: Book, context: Context) -> Iterator[Flag]:
    """A cell has one secretary, who signs for it."""
    active = [row for row in book.members if is_active(row, context.on)]
    holders = [row for row in active if is_secretary_post(row.party_post)]
    for member in holders[1:]:
        message = f"“{member.full_name}” và “{holders[0].full_name}” cùng ghi “{member.party_post}”."
        yield Flag(member.place("party_post"), message, (holders[0].place("party_post"),))


@rule(
    "MEM308",
    Severity.WARNING,
    title="Chức vụ Đảng khác với sheet Phân công",
    fix="Sửa chức vụ Đảng, hoặc cập nhật người giữ chức ở sheet Phân công.",
)
def post_differs_from_appointments(book: Book, context: Context) -> Iterator[Flag]:
    """Papers are signed by whoever is appointed; the roll should name the same secretary."""
    appointed = [row for row in book.appointments if context.fold(row.role) == context.fold(Role.SECRETARY)]
    current = [context.member(row.member) for row in appointed if is_held(row, context.on)]
    if not current or None in current:
        return
    for member in active_members(context, context.on):
        if is_secretary_post(member.party_post) and all(member is not other for other in current):
            names = ", ".join(f"“{other.full_name}”" for other in current if other)
            message = f"Ghi “{member.party_post}” nhưng sheet Phân công ghi Bí thư là {names}."
            yield Flag(member.place("party_post"), message)


@rule(
    "MEM309",
    Severity.WARNING,
    title="Ghi Tổ trưởng nhưng không phụ trách tổ nào",
    fix="Sửa chức vụ Đảng, hoặc cập nhật tổ trưởng ở sheet Tổ đảng.",
)
def group_leader_without_group(book: Book, context: Context) -> Iterator[Flag]:
    """Group leaders get a yearly assignment, so both sheets should name the same people; asked where all leaders are known."""
    if not book.groups:
        return
    leaders = [context.member(row.leader) for row in book.groups if is_held(row, context.on)]
    if None in leaders:
        return
    for member in active_members(context, context.on):
        is_leader = context.fold(member.party_post).startswith(context.fold("Tổ trưởng"))
        if is_leader and all(member is not other for other in leaders):
            message = f"“{member.full_name}” ghi “{member.party_post}” nhưng không là tổ trưởng tổ nào."
            yield Flag(member.place("party_post"), message)


RULES: tuple[Rule, ...] = (
    repeated("MEM301", Member, "member_id", message="Mã đảng viên trùng với {there} ({first.full_name}).",
        unwritten="chưa ghi tên",
        title="Trùng mã đảng viên", fix="Sửa để mỗi đảng viên có một mã riêng.",
        why="The member's number decides where a name cannot."),
    repeated("MEM302", Member, "party_card", message="Số thẻ đảng trùng với {there} ({first.full_name}).",
        unwritten="chưa ghi tên",
        title="Trùng số thẻ đảng", fix="Đối chiếu thẻ đảng và sửa số sai.", why="One card, one member."),
    repeated("MEM303", Member, "id_number", message="Số định danh trùng với {there} ({first.full_name}).",
        unwritten="chưa ghi tên",
        title="Trùng số định danh", fix="Đối chiếu căn cước và sửa số sai.",
        why="One number, one person. The number itself is not repeated in the message."),
    repeated("MEM304", Member, named("full_name"), "birth_date",
        message="“{full_name}” sinh {birth_date} đã có ở {there}.",
        title="Một người có thể được ghi hai dòng",
        fix="Đối chiếu hai dòng xem có phải một người; nếu là hai người thì ghi Mã ĐV để phân biệt.",
        why="Two rows of one name and one birth date are most likely one person counted twice.",
        severity=Severity.WARNING),
    namesakes_without_number, group_unknown, two_secretaries_on_the_roll, post_differs_from_appointments,
    group_leader_without_group,
)  # fmt: skip
