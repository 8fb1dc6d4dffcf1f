"""Khắc phục: the way from a shortcoming to its remedy, on the sheet Kiểm tra."""

from __future__ import annotations

from collections.abc import Iterator

from addin.core.dates import vn_date
from addin.core.findings import Severity
from addin.core.rules.blanks import blank_squares, is_blank
from addin.core.rules.context import Context
from addin.core.rules.inspections import LIMITED
from addin.core.rules.periods import later_than
from addin.core.rules.rule import Flag, flag, rule
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.inspections import Inspection

_OTHER = frozenset({"HC9"})


@rule(
    "REM101",
    Severity.WARNING,
    title="Yêu cầu khắc phục chưa có hạn",
    fix="Ghi ngày phải báo cáo kết quả khắc phục.",
)
def remedy_without_deadline(inspection: Inspection, context: Context) -> Iterator[Flag]:
    """The conclusion fixes the day of the report on the remedy."""
    if inspection.remedy:
        yield from blank_squares(inspection, "inspections", context, "remedy_due")


@rule(
    "REM102",
    Severity.WARNING,
    title="Có hạn chế nhưng chưa yêu cầu khắc phục",
    fix="Ghi yêu cầu khắc phục và hạn khắc phục.",
)
def shortcoming_without_remedy(inspection: Inspection, context: Context) -> Iterator[Flag]:
    """What was pointed out is to be put right ("cần khắc phục")."""
    found = bool(inspection.shortcomings) and inspection.conclusion is not None
    if (found or inspection.conclusion == LIMITED) and is_blank(inspection, "remedy", context):
        shown = "; ".join(inspection.shortcomings) or LIMITED
        yield flag(
            inspection,
            "remedy",
            f"Đã chỉ ra “{shown}”, chưa ghi yêu cầu khắc phục.",
            related=("shortcomings",),
        )


@rule(
    "REM201",
    Severity.WARNING,
    title="Khắc phục xong trước khi có kết luận",
    fix="Sửa ngày khắc phục hoặc ngày kết luận.",
)
def remedied_before_the_conclusion(inspection: Inspection) -> Iterator[Flag]:
    """A remedy answers a conclusion."""
    if later_than(inspection.conclusion_date, inspection.remedied_on):
        message = (
            f"Khắc phục ngày {inspection.remedied_on}, trước ngày kết luận {inspection.conclusion_date}."
        )
        yield flag(inspection, "remedied_on", message, related=("conclusion_date",))


@rule(
    "REM202",
    Severity.WARNING,
    title="Quá hạn khắc phục",
    fix="Kiểm tra lại việc khắc phục; ghi ngày khắc phục nếu đã xong.",
)
def remedy_overdue(inspection: Inspection, context: Context) -> Iterator[Flag]:
    """An overdue remedy weighs in the year's rating."""
    due = inspection.remedy_due
    if due and due < context.on and is_blank(inspection, "remedied_on", context):
        message = f"Hạn khắc phục {due}, đến {vn_date(context.on)} chưa ghi đã khắc phục."
        yield flag(inspection, "remedied_on", message, related=("remedy_due",))


@rule("REM203", Severity.NOTICE, title="Khắc phục sau hạn", fix="Ghi rõ lý do khắc phục chậm.")
def remedied_late(inspection: Inspection) -> Iterator[Flag]:
    """Done, but after the day set."""
    if later_than(inspection.remedied_on, inspection.remedy_due):
        message = f"Khắc phục ngày {inspection.remedied_on}, sau hạn {inspection.remedy_due}."
        yield flag(inspection, "remedied_on", message, related=("remedy_due",))


@rule(
    "REM204",
    Severity.ERROR,
    title="Hạn khắc phục trước ngày kết luận",
    fix="Sửa hạn khắc phục hoặc ngày kết luận.",
)
def remedy_due_before_the_conclusion(inspection: Inspection) -> Iterator[Flag]:
    """Nobody can meet a deadline that had passed when it was set."""
    if later_than(inspection.conclusion_date, inspection.remedy_due):
        message = f"Hạn khắc phục {inspection.remedy_due}, trước ngày kết luận {inspection.conclusion_date}."
        yield flag(inspection, "remedy_due", message, related=("conclusion_date",))


@rule(
    "REM301",
    Severity.NOTICE,
    title="Hạn chế lặp lại",
    fix="Xem lại cách khắc phục lần trước và ghi yêu cầu cụ thể hơn.",
)
def shortcoming_repeated(book: Book, context: Context) -> Iterator[Flag]:
    """The same shortcoming, pointed out again after it was said to be remedied, was not."""
    remedied: dict[tuple[int, str], Inspection] = {}
    dated = [row for row in book.inspections if row.conclusion_date]
    for row in sorted(
        dated, key=lambda item: item.conclusion_date.first if item.conclusion_date else context.on
    ):
        member = context.member(row.member)
        for shortcoming in row.shortcomings if member else ():
            earlier = remedied.get((id(member), shortcoming))
            if earlier and shortcoming not in _OTHER and later_than(row.conclusion_date, earlier.remedied_on):
                message = (
                    f"“{row.member}”: “{shortcoming}” đã khắc phục ngày {earlier.remedied_on} nay lặp lại."
                )
                yield Flag(row.place("shortcomings"), message, (earlier.place("shortcomings"),))
            if row.remedied_on:
                remedied[(id(member), shortcoming)] = row
