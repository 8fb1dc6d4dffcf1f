"""Đảng viên: each member's row against itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from addin import glossary
from addin.core.dates import months_after, vn_date
from addin.core.findings import Severity
from addin.core.persons.probation import is_prolonged
from addin.core.persons.roll import is_active
from addin.core.rules.blanks import is_blank
from addin.core.rules.context import Context
from addin.core.rules.product_defaults import IDENTITY_DIGITS, PROBATION_SLACK_MONTHS
from addin.core.rules.rule import Flag, Rule, flag, rule
from addin.core.rules.shapes import date_order, in_the_future, left_blank, required
from addin.core.tables.rows.members import GONE, Member
from addin.glossary.choices import MemberStatus

PROBATION = "member.probation_months"


@rule(
    "MEM105",
    Severity.NOTICE,
    title="Ngày vào Đảng chưa đủ ngày, tháng, năm",
    fix="Ghi đủ ngày, tháng, năm theo quyết định kết nạp.",
)
def admission_not_to_the_day(member: Member) -> Iterator[Flag]:
    """Months of probation and of membership are counted from the day."""
    if member.admitted_on and member.admitted_on.exact is None:
        yield flag(member, "admitted_on", f"Ngày vào Đảng mới ghi “{member.admitted_on}”.")


def _probation_end(member: Member, context: Context) -> date | None:
    """When probation usually ends; None where the day or the law is not known."""
    admitted = member.admitted_on.exact if member.admitted_on else None
    if admitted is None:
        return None
    months = context.dated(PROBATION, admitted) or context.dated(PROBATION, context.on)
    return months_after(admitted, months.number) if months else None


@rule(
    "MEM203",
    Severity.NOTICE,
    title="Thời gian dự bị khác thường",
    fix="Đối chiếu quyết định kết nạp và quyết định công nhận chính thức.",
    cites=PROBATION,
)
def probation_of_unusual_length(member: Member, context: Context) -> Iterator[Flag]:
    """Full membership usually follows admission by the months of probation, seldom sooner or much later."""
    end, official = _probation_end(member, context), member.official_on
    if end is None or official is None or official < (member.admitted_on or official):
        return
    if official < end or official > months_after(end, PROBATION_SLACK_MONTHS):
        message = f"Kết nạp {member.admitted_on}, chính thức {official}; thường là {vn_date(end)}."
        yield flag(member, "official_on", message, related=("admitted_on",))


@rule(
    "MEM205",
    Severity.WARNING,
    title="Số định danh không đủ 12 chữ số",
    fix="Nhập lại đủ 12 chữ số, giữ số 0 ở đầu (định dạng ô là Văn bản).",
)
def identity_number_of_wrong_length(member: Member) -> Iterator[Flag]:
    """A lost leading zero makes the number somebody else's. The number itself is not repeated in the message."""
    number = member.id_number
    if number and not (number.isdigit() and len(number) == IDENTITY_DIGITS):
        yield flag(member, "id_number", f"Số định danh có {sum(map(str.isdigit, number))} chữ số.")


@rule(
    "MEM208",
    Severity.WARNING,
    title="Có ngày chuyển đi nhưng tình trạng vẫn đang sinh hoạt",
    fix="Chọn tình trạng “Chuyển đi”, hoặc xoá ngày chuyển đi.",
)
def left_without_status(member: Member, context: Context) -> Iterator[Flag]:
    """Whoever left is counted no more; the two squares should say the same."""
    left = member.left_cell_on
    if left and not left > context.on and member.status in (None, MemberStatus.ACTIVE):
        message = f"Đã ghi chuyển đi ngày {left} nhưng tình trạng là “{member.status or MemberStatus.ACTIVE}”."
        yield flag(member, "status", message, related=("left_cell_on",))


@rule(
    "MEM211",
    Severity.WARNING,
    title="Quá thời gian dự bị mà chưa có ngày chính thức",
    fix="Ghi ngày chính thức, hoặc làm thủ tục xét công nhận; nếu được kéo dài thì ghi vào Ghi chú.",
    cites=PROBATION,
)
def probation_overdue(member: Member, context: Context) -> Iterator[Flag]:
    """A probationary member waits for a decision once the months of probation are over."""
    end = _probation_end(member, context)
    waiting = is_active(member, context.on) and not is_prolonged(member) and is_blank(member, "official_on", context)
    if end and waiting and months_after(end, PROBATION_SLACK_MONTHS) < context.on:
        message = f"Kết nạp {member.admitted_on}, hết dự bị {vn_date(end)}, chưa có ngày chính thức."
        yield flag(member, "official_on", message, related=("admitted_on",))


@rule(
    "MEM212",
    Severity.WARNING,
    title="Đảng viên dự bị đang ghi chức vụ Đảng",
    fix="Kiểm tra ngày chính thức và chức vụ Đảng.",
)
def post_held_on_probation(member: Member, context: Context) -> Iterator[Flag]:
    """Posts are held by full members, so one of the two squares is likely a slip."""
    plain = context.fold(member.party_post).startswith(context.fold(glossary.term("party_member")))
    if not member.party_post or plain or member.status in GONE:
        return
    if is_blank(member, "official_on", context):
        message = f"Ghi chức vụ “{member.party_post}” nhưng chưa có ngày chính thức."
        yield flag(member, "party_post", message, related=("official_on",))


def _is_to_have_a_group(member: Member, context: Context) -> bool:
    """Where a cell has groups at all, each active member belongs to one."""
    has_groups = context.book.groups or any(other.group for other in context.book.members)
    return bool(has_groups) and is_active(member, context.on)


RULES: tuple[Rule, ...] = (
    required("MEM101", Member, "full_name", title="Thiếu họ và tên",
        fix="Ghi họ và tên đảng viên.",
        why="Every other sheet finds a member by name."),
    required("MEM102", Member, "birth_date", title="Thiếu ngày sinh", fix="Ghi ngày sinh theo lý lịch đảng viên.",
        why="The birth date tells two members of one name apart and stands in every file."),
    required("MEM103", Member, "admitted_on", title="Thiếu ngày vào Đảng",
        fix="Ghi ngày kết nạp theo quyết định kết nạp.",
        why="Probation, party age and the first rating all count from admission."),
    required("MEM104", Member, "group", when=_is_to_have_a_group, title="Đảng viên chưa thuộc tổ đảng nào",
        fix="Ghi tổ đảng của đảng viên như ở sheet Tổ đảng.",
        why="Where a cell has groups, each member belongs to exactly one: nobody is left without a supervisor."),
    admission_not_to_the_day,
    left_blank("MEM106", Member, "status_from", "Tình trạng “{status}” chưa ghi từ ngày nào.", related=("status",),
        when=lambda member, _: member.status not in (None, MemberStatus.ACTIVE) and not member.left_cell_on,
        title="Tình trạng chưa ghi từ ngày nào", fix="Ghi ngày bắt đầu của tình trạng vào cột “Từ ngày”.",
        why="Whether a member counted on a given day depends on when the status began."),
    date_order("MEM201", Member, "birth_date", "admitted_on",
        "Ngày vào Đảng {admitted_on} trước ngày sinh {birth_date}.",
        title="Ngày vào Đảng trước ngày sinh", fix="Đối chiếu lý lịch và sửa ngày sai.",
        why="Nobody is admitted before being born."),
    probation_of_unusual_length,
    date_order("MEM204", Member, "admitted_on", "official_on",
        "Ngày chính thức {official_on} trước ngày kết nạp {admitted_on}.",
        title="Ngày chính thức trước ngày kết nạp", fix="Đối chiếu hai quyết định và sửa ngày sai.",
        why="Probation runs from admission to full membership, so it cannot end before it starts.", cites=PROBATION),
    identity_number_of_wrong_length,
    in_the_future("MEM206", Member, "birth_date", "admitted_on", "official_on", "joined_cell_on",
        title="Ngày ở tương lai", fix="Kiểm tra lại ngày, nhất là năm.",
        why="Birth, admission, full membership and arrival are entered once they have happened."),
    date_order("MEM207", Member, "admitted_on", "status_from",
        "Tình trạng từ {status_from}, trước ngày vào Đảng {admitted_on}.",
        title="Tình trạng bắt đầu trước ngày vào Đảng", fix="Sửa “Từ ngày” của tình trạng hoặc ngày vào Đảng.",
        why="A status of membership begins with membership at the earliest."),
    left_without_status,
    date_order("MEM209", Member, "joined_cell_on", "left_cell_on",
        "Chuyển đi {left_cell_on}, trước ngày chuyển đến {joined_cell_on}.",
        title="Chuyển đi trước khi chuyển đến", fix="Sửa ngày chuyển đến hoặc ngày chuyển đi.",
        why="A stay in the cell runs forward; whoever came back has the latest stay written."),
    date_order("MEM210", Member, "admitted_on", "joined_cell_on",
        "Chuyển đến {joined_cell_on}, trước ngày vào Đảng {admitted_on}.",
        title="Chuyển đến trước ngày vào Đảng",
        fix="Sửa ngày chuyển đến; kết nạp tại chi bộ thì để trống hoặc ghi ngày kết nạp.",
        why="Membership moves with a member, so it exists before it moves.", severity=Severity.WARNING),
    probation_overdue, post_held_on_probation,
)  # fmt: skip
