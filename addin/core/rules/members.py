"""Đảng viên: each member's row against itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from addin.core.dates import PartialDate, vn_date
from addin.core.findings import Severity
from addin.core.persons.roll import is_active
from addin.core.rules.blanks import blank_squares, is_blank
from addin.core.rules.context import Context
from addin.core.rules.periods import months_after
from addin.core.rules.product_defaults import IDENTITY_DIGITS, PROBATION_SLACK_MONTHS
from addin.core.rules.rule import Flag, flag, rule
from addin.core.tables.rows.members import ACTIVE, GONE, Member

PROBATION = "member.probation_months"


@rule(
    "MEM101",
    Severity.ERROR,
    title="Thiếu họ và tên",
    fix="Ghi họ và tên đảng viên, hoặc xoá dòng nếu không dùng.",
)
def name_missing(member: Member, context: Context) -> Iterator[Flag]:
    """Every other sheet finds a member by name."""
    yield from blank_squares(member, "members", context, "full_name")


@rule("MEM102", Severity.ERROR, title="Thiếu ngày sinh", fix="Ghi ngày sinh theo lý lịch đảng viên.")
def birth_date_missing(member: Member, context: Context) -> Iterator[Flag]:
    """The birth date tells two members of one name apart and stands in every file."""
    yield from blank_squares(member, "members", context, "birth_date")


@rule("MEM103", Severity.ERROR, title="Thiếu ngày vào Đảng", fix="Ghi ngày kết nạp theo quyết định kết nạp.")
def admission_missing(member: Member, context: Context) -> Iterator[Flag]:
    """Probation, party age and the first rating all count from admission."""
    yield from blank_squares(member, "members", context, "admitted_on")


@rule(
    "MEM104",
    Severity.ERROR,
    title="Đảng viên chưa thuộc tổ đảng nào",
    fix="Ghi tổ đảng của đảng viên như ở sheet Tổ đảng.",
)
def group_missing(member: Member, context: Context) -> Iterator[Flag]:
    """Where a cell has groups, each member belongs to exactly one: nobody is left without a supervisor."""
    book = context.book
    if (book.groups or any(other.group for other in book.members)) and is_active(member, context.on):
        yield from blank_squares(member, "members", context, "group")


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


@rule(
    "MEM106",
    Severity.WARNING,
    title="Tình trạng chưa ghi từ ngày nào",
    fix="Ghi ngày bắt đầu của tình trạng vào cột “Từ ngày”.",
)
def status_without_date(member: Member, context: Context) -> Iterator[Flag]:
    """Whether a member counted on a given day depends on when the status began."""
    if (
        member.status not in (None, ACTIVE)
        and not member.left_cell_on
        and is_blank(member, "status_from", context)
    ):
        yield flag(
            member, "status_from", f"Tình trạng “{member.status}” chưa ghi từ ngày nào.", related=("status",)
        )


@rule(
    "MEM201", Severity.ERROR, title="Ngày vào Đảng trước ngày sinh", fix="Đối chiếu lý lịch và sửa ngày sai."
)
def admission_before_birth(member: Member) -> Iterator[Flag]:
    """Nobody is admitted before being born."""
    if member.birth_date and member.admitted_on and member.admitted_on < member.birth_date:
        message = f"Ngày vào Đảng {member.admitted_on} trước ngày sinh {member.birth_date}."
        yield flag(member, "admitted_on", message, related=("birth_date",))


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
    "MEM204",
    Severity.ERROR,
    title="Ngày chính thức trước ngày kết nạp",
    fix="Đối chiếu hai quyết định và sửa ngày sai.",
    cites=PROBATION,
)
def full_membership_before_admission(member: Member) -> Iterator[Flag]:
    """Probation runs from admission to full membership, so it cannot end before it starts."""
    admitted, official = member.admitted_on, member.official_on
    if admitted and official and official < admitted:
        message = f"Ngày chính thức {official} trước ngày kết nạp {admitted}."
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


@rule("MEM206", Severity.WARNING, title="Ngày ở tương lai", fix="Kiểm tra lại ngày, nhất là năm.")
def date_in_the_future(member: Member, context: Context) -> Iterator[Flag]:
    """Birth, admission, full membership and arrival are entered once they have happened."""
    dates: dict[str, PartialDate | None] = {
        "birth_date": member.birth_date,
        "admitted_on": member.admitted_on,
        "official_on": member.official_on,
        "joined_cell_on": member.joined_cell_on,
    }
    for key, day in dates.items():
        if day and day > context.on:
            yield flag(member, key, f"Ngày {day} sau hôm nay ({vn_date(context.on)}).")


@rule(
    "MEM207",
    Severity.ERROR,
    title="Tình trạng bắt đầu trước ngày vào Đảng",
    fix="Sửa “Từ ngày” của tình trạng hoặc ngày vào Đảng.",
)
def status_before_admission(member: Member) -> Iterator[Flag]:
    """A status of membership begins with membership at the earliest."""
    if member.status_from and member.admitted_on and member.status_from < member.admitted_on:
        message = f"Tình trạng từ {member.status_from}, trước ngày vào Đảng {member.admitted_on}."
        yield flag(member, "status_from", message, related=("admitted_on",))


@rule(
    "MEM208",
    Severity.WARNING,
    title="Có ngày chuyển đi nhưng tình trạng vẫn đang sinh hoạt",
    fix="Chọn tình trạng “Chuyển đi”, hoặc xoá ngày chuyển đi.",
)
def left_without_status(member: Member, context: Context) -> Iterator[Flag]:
    """Whoever left is counted no more; the two squares should say the same."""
    left = member.left_cell_on
    if left and not left > context.on and member.status in (None, ACTIVE):
        message = f"Đã ghi chuyển đi ngày {left} nhưng tình trạng là “{member.status or ACTIVE}”."
        yield flag(member, "status", message, related=("left_cell_on",))


@rule(
    "MEM209",
    Severity.ERROR,
    title="Chuyển đi trước khi chuyển đến",
    fix="Sửa ngày chuyển đến hoặc ngày chuyển đi.",
)
def left_before_joining(member: Member) -> Iterator[Flag]:
    """A stay in the cell runs forward; whoever came back has the latest stay written."""
    joined, left = member.joined_cell_on, member.left_cell_on
    if joined and left and left < joined:
        yield flag(
            member,
            "left_cell_on",
            f"Chuyển đi {left}, trước ngày chuyển đến {joined}.",
            related=("joined_cell_on",),
        )


@rule(
    "MEM210",
    Severity.WARNING,
    title="Chuyển đến trước ngày vào Đảng",
    fix="Sửa ngày chuyển đến; kết nạp tại chi bộ thì để trống hoặc ghi ngày kết nạp.",
)
def joined_before_admission(member: Member) -> Iterator[Flag]:
    """Membership moves with a member, so it exists before it moves."""
    joined, admitted = member.joined_cell_on, member.admitted_on
    if joined and admitted and joined < admitted:
        yield flag(
            member,
            "joined_cell_on",
            f"Chuyển đến {joined}, trước ngày vào Đảng {admitted}.",
            related=("admitted_on",),
        )


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
    waiting = is_active(member, context.on) and not member.note and is_blank(member, "official_on", context)
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
    plain = context.fold(member.party_post).startswith(context.fold("Đảng viên"))
    if not member.party_post or plain or member.status in GONE:
        return
    if is_blank(member, "official_on", context):
        message = f"Ghi chức vụ “{member.party_post}” nhưng chưa có ngày chính thức."
        yield flag(member, "party_post", message, related=("official_on",))
