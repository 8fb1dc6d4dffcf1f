"""Bồi dưỡng: courses taken, and posts whose holders have taken none for long."""

from __future__ import annotations

from collections.abc import Iterator

from addin.core.dates import PartialDate, add_months, vn_date
from addin.core.findings import Severity
from addin.core.persons.posts import is_held
from addin.core.rules.context import Context
from addin.core.rules.periods import later_than
from addin.core.rules.rule import Flag, Rule, flag, rule
from addin.core.rules.shapes import date_order, folded, known_person, repeated, required
from addin.core.tables.rows.activities import Training
from addin.core.tables.rows.book import Book

GAP_MONTHS = "records.training_gap_months"


@rule(
    "TRN202",
    Severity.WARNING,
    title="Có chứng chỉ nhưng lớp chưa kết thúc",
    fix="Sửa ngày, hoặc bỏ chứng chỉ.",
)
def certificate_before_the_end(training: Training, context: Context) -> Iterator[Flag]:
    """A certificate follows the course."""
    end = training.to or training.from_
    if training.certificate and later_than(end, context.on):
        yield flag(
            training, "certificate", f"Lớp đến ngày {end}, hôm nay {vn_date(context.on)}.", related=("to",)
        )


@rule(
    "TRN302",
    Severity.NOTICE,
    title="Người giữ chức lâu chưa được bồi dưỡng",
    fix="Đề nghị cấp trên cử đi bồi dưỡng nghiệp vụ kiểm tra, giám sát.",
)
def post_without_recent_training(book: Book, context: Context) -> Iterator[Flag]:
    """Posts call for courses; how long is too long no text says, so this only notices."""
    if not book.trainings:
        return
    allowed = context.parameter(GAP_MONTHS)
    if allowed is None:
        return
    months = int(allowed.share)
    since = PartialDate.of(add_months(context.on, -months))
    latest: dict[int, PartialDate] = {}
    for training in book.trainings:
        member, day = context.member(training.member), training.to or training.from_
        if member and day and (id(member) not in latest or day > latest[id(member)]):
            latest[id(member)] = day
    for row in book.appointments:
        member = context.member(row.member)
        if member is None or not is_held(row, context.on) or later_than(row.from_, since):
            continue
        last = latest.get(id(member))
        if last is None or last < since:
            words = f"lớp gần nhất kết thúc {last}" if last else "chưa có lớp nào"
            message = f"“{member.full_name or '…'}” ({row.role or '…'}): {words}, quá {months} tháng."
            yield Flag(row.place("member"), message)


RULES: tuple[Rule, ...] = (
    required("TRN101", Training, title="Bồi dưỡng thiếu đảng viên hoặc lớp", fix="Ghi đảng viên và tên lớp.",
        why="Who took which course."),
    date_order("TRN201", Training, "from", "to", "Từ ngày {from} lại đến ngày {to}.",
        title="Lớp kết thúc trước khi bắt đầu", fix="Sửa “Từ ngày” hoặc “Đến ngày”.", why="Time runs forward."),
    certificate_before_the_end,
    known_person("TRN301", Training, "member", title="Người đi học không có trong danh sách đảng viên",
        fix="Sửa tên theo sheet Đảng viên.", why="Courses are counted by role, through the member."),
    post_without_recent_training,
    repeated("TRN303", Training, folded("member"), folded("course"), also=(folded("topic"), "from"), at="course",
        message="“{course}” của “{member}” đã có ở {there}.",
        title="Lớp bồi dưỡng ghi hai lần", fix="Đối chiếu hai dòng; nếu là một, ghi chung vào một dòng.", why="Courses are counted by rows.",
        severity=Severity.WARNING),
)  # fmt: skip
