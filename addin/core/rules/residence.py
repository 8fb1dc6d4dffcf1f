"""Nơi cư trú: the comment of the place of residence, asked for and returned each year (QĐ 213-QĐ/TW)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from addin.core.dates import year_end
from addin.core.findings import Severity
from addin.core.persons.roll import is_active
from addin.core.rules.context import Context
from addin.core.rules.rule import Flag, Rule, flag, rule
from addin.core.rules.shapes import (
    date_order,
    in_the_future,
    known_person,
    left_blank,
    outside_the_year,
    person,
    repeated,
    required,
)
from addin.core.tables.rows.activities import ResidenceComment
from addin.core.tables.rows.book import Book
from addin.core.tables.waiting import is_unanswered
from addin.glossary.choices import ResidenceLevel, StaffKind

REGULATION = "213-QD-TW-2020"
REPLY_DAYS = "records.residence_reply_days"


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
            excused = member.staff_kind == StaffKind.ARMED_FORCES or id(member) in members
            if not excused and is_active(member, day):
                yield Flag(
                    member.place("full_name"),
                    f"Năm {year} chưa có phiếu nơi cư trú của “{member.full_name}”.",
                    year=year,
                )


@rule(
    "RES104",
    Severity.NOTICE,
    title="Quá hạn trả lời nhận xét nơi cư trú",
    fix="Đôn đốc nơi cư trú; ghi ngày nhận khi có.",
    cites=REGULATION,
)
def comment_waited_for_too_long(row: ResidenceComment, context: Context) -> Iterator[Flag]:
    """Within the year itself; a year that is over is told by RES102."""
    if row.requested_on is None or row.received_on or row.level or row.year is None or year_end(row.year) < context.on:
        return
    allowed = context.parameter(REPLY_DAYS)
    if allowed is not None and is_unanswered(row, int(allowed.share), context.on):
        yield flag(row, "received_on", f"Gửi ngày {row.requested_on}, quá {int(allowed.share)} ngày chưa nhận.", related=("requested_on",))


def _was_asked_in_a_past_year(row: ResidenceComment, context: Context) -> bool:
    asked = row.requested_on is not None and row.level != ResidenceLevel.NOT_CONCERNED
    return asked and row.year is not None and year_end(row.year) < context.on


RULES: tuple[Rule, ...] = (
    required("RES101", ResidenceComment, title="Nhận xét nơi cư trú thiếu năm hoặc đảng viên",
        fix="Ghi năm và đảng viên.", why="A comment is of one member in one year."),
    left_blank("RES102", ResidenceComment, "received_on", "Gửi ngày {requested_on}, đến {today} chưa nhận.",
        when=_was_asked_in_a_past_year, related=("requested_on",),
        title="Đã hết năm mà chưa nhận nhận xét nơi cư trú", fix="Đôn đốc chi bộ nơi cư trú; ghi ngày nhận khi có.",
        why="The comment belongs to the year's review.", cites=REGULATION),
    required("RES103", ResidenceComment, "level", when="received_on", title="Đã nhận nhưng chưa ghi nhận xét",
        fix="Chọn mức nhận xét như phiếu của nơi cư trú.", why="What came back is an input of the rating.",
        severity=Severity.WARNING),
    date_order("RES201", ResidenceComment, "requested_on", "received_on",
        "Gửi ngày {requested_on} lại nhận ngày {received_on}.",
        title="Nhận trước khi gửi", fix="Sửa ngày gửi hoặc ngày nhận.", why="Time runs forward."),
    outside_the_year("RES202", ResidenceComment, "requested_on", "received_on", late=1,
        message="Nhận xét năm {year} nhưng ghi ngày {day}.",
        title="Ngày gửi, nhận không thuộc năm nhận xét",
        fix="Sửa năm hoặc ngày; nhận đầu năm sau vẫn ghi năm được nhận xét.",
        why="A comment is asked for in its year, and may come early in the next."),
    in_the_future("RES203", ResidenceComment, "requested_on", "received_on", title="Ngày ở tương lai",
        fix="Kiểm tra lại ngày, nhất là năm.", why="Sending and receiving are entered once done."),
    known_person("RES301", ResidenceComment, "member",
        title="Người được nhận xét không có trong danh sách đảng viên", fix="Sửa tên theo sheet Đảng viên.",
        why="The comment reaches one member's rating."),
    repeated("RES302", ResidenceComment, person("member"), "year", message="“{member}” năm {year} đã có ở {there}.",
        title="Một đảng viên có hai nhận xét trong năm", fix="Đối chiếu hai dòng; nếu là một, ghi chung vào một dòng.",
        why="One member, one year, one comment."),
    member_without_residence_comment, comment_waited_for_too_long,
)  # fmt: skip
