"""Nơi cư trú: the comment of the place of residence, asked for and returned each year (QĐ 213-QĐ/TW)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from addin.core.dates import vn_date
from addin.core.findings import Severity
from addin.core.persons.roll import is_active
from addin.core.rules.blanks import blank_squares, is_blank, required_squares
from addin.core.rules.context import Context
from addin.core.rules.periods import later_than, year_end
from addin.core.rules.repeats import repeated, standing_at
from addin.core.rules.roll import unknown_names
from addin.core.rules.rule import Flag, flag, rule
from addin.core.tables.rows.activities import ResidenceComment
from addin.core.tables.rows.book import Book

REGULATION = "213-QD-TW-2020"
ARMED_FORCES = "Lực lượng vũ trang"
NOT_CONCERNED = "Không thuộc diện"


@rule(
    "RES101",
    Severity.ERROR,
    title="Nhận xét nơi cư trú thiếu năm hoặc đảng viên",
    fix="Ghi năm và đảng viên.",
)
def residence_comment_incomplete(row: ResidenceComment, context: Context) -> Iterator[Flag]:
    """A comment is of one member in one year."""
    yield from required_squares(row, "residence_comments", context)


@rule(
    "RES102",
    Severity.WARNING,
    title="Đã hết năm mà chưa nhận nhận xét nơi cư trú",
    fix="Đôn đốc chi bộ nơi cư trú; ghi ngày nhận khi có.",
    cites=REGULATION,
)
def comment_not_returned(row: ResidenceComment, context: Context) -> Iterator[Flag]:
    """The comment belongs to the year's review."""
    asked = row.requested_on is not None and row.level != NOT_CONCERNED
    if asked and row.year and year_end(row.year) < context.on and is_blank(row, "received_on", context):
        message = f"Gửi ngày {row.requested_on}, đến {vn_date(context.on)} chưa nhận."
        yield flag(row, "received_on", message, related=("requested_on",))


@rule(
    "RES103",
    Severity.WARNING,
    title="Đã nhận nhưng chưa ghi nhận xét",
    fix="Chọn mức nhận xét như phiếu của nơi cư trú.",
)
def received_without_comment(row: ResidenceComment, context: Context) -> Iterator[Flag]:
    """What came back is an input of the rating."""
    if row.received_on:
        yield from blank_squares(row, "residence_comments", context, "level")


@rule("RES201", Severity.ERROR, title="Nhận trước khi gửi", fix="Sửa ngày gửi hoặc ngày nhận.")
def comment_received_before_requested(row: ResidenceComment) -> Iterator[Flag]:
    """Time runs forward."""
    if later_than(row.requested_on, row.received_on):
        message = f"Gửi ngày {row.requested_on} lại nhận ngày {row.received_on}."
        yield flag(row, "received_on", message, related=("requested_on",))


@rule(
    "RES202",
    Severity.WARNING,
    title="Ngày gửi, nhận không thuộc năm nhận xét",
    fix="Sửa năm hoặc ngày; nhận đầu năm sau vẫn ghi năm được nhận xét.",
)
def comment_dates_outside_the_year(row: ResidenceComment) -> Iterator[Flag]:
    """A comment is asked for in its year, and may come early in the next."""
    for key, day in (("requested_on", row.requested_on), ("received_on", row.received_on)):
        if row.year and day and day.year not in (row.year, row.year + 1):
            yield flag(row, key, f"Nhận xét năm {row.year} nhưng ghi ngày {day}.", related=("year",))


@rule("RES203", Severity.WARNING, title="Ngày ở tương lai", fix="Kiểm tra lại ngày, nhất là năm.")
def comment_date_in_the_future(row: ResidenceComment, context: Context) -> Iterator[Flag]:
    """Sending and receiving are entered once done."""
    for key, day in (("requested_on", row.requested_on), ("received_on", row.received_on)):
        if later_than(day, context.on):
            yield flag(row, key, f"Ngày {day} sau hôm nay ({vn_date(context.on)}).")


@rule(
    "RES301",
    Severity.ERROR,
    title="Người được nhận xét không có trong danh sách đảng viên",
    fix="Sửa tên theo sheet Đảng viên.",
)
def commented_member_not_on_the_roll(row: ResidenceComment, context: Context) -> Iterator[Flag]:
    """The comment reaches one member's rating."""
    yield from unknown_names(row, "member", context)


@rule("RES302", Severity.ERROR, title="Một đảng viên có hai nhận xét trong năm", fix="Xoá dòng thừa.")
def commented_twice_a_year(book: Book, context: Context) -> Iterator[Flag]:
    """One member, one year, one comment."""

    def key_of(row: ResidenceComment) -> tuple[int, int] | None:
        member = context.member(row.member)
        return (id(member), row.year) if member and row.year else None

    for row, first in repeated(book.residence_comments, key_of):
        message = f"“{row.member}” năm {row.year} đã có ở {standing_at(row, first)}."
        yield Flag(row.place("member"), message, (first.place("member"),))


@rule(
    "RES303",
    Severity.NOTICE,
    title="Đảng viên chưa có phiếu nơi cư trú của năm",
    fix="Gửi phiếu lấy nhận xét, hoặc ghi “Không thuộc diện”.",
    cites=REGULATION,
)
def member_without_residence_comment(book: Book, context: Context) -> Iterator[Flag]:
    """Asked of years that have rows; the armed forces in barracks need no yearly comment."""
    asked: dict[int, set[int]] = defaultdict(set)
    for row in book.residence_comments:
        if row.year and row.year <= context.on.year:
            asked[row.year].add(id(context.member(row.member)))
    for year, members in sorted(asked.items()):
        day = min(year_end(year), context.on)
        for member in book.members:
            excused = member.staff_kind == ARMED_FORCES or id(member) in members
            if not excused and is_active(member, day):
                yield Flag(
                    member.place("full_name"),
                    f"Năm {year} chưa có phiếu nơi cư trú của “{member.full_name}”.",
                )
