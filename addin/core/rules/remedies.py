"""Khắc phục: the way from a shortcoming to its remedy, on the sheet Kiểm tra."""

from __future__ import annotations

from collections.abc import Iterator

from addin.core.findings import Severity
from addin.core.rules.blanks import is_blank
from addin.core.rules.context import Context
from addin.core.rules.periods import later_than
from addin.core.rules.rule import Flag, Rule, flag, rule
from addin.core.rules.shapes import date_order, overdue, required
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.inspections import Inspection
from addin.glossary.choices import Conclusion

_OTHER = frozenset({"HC9"})


@rule(
    "REM102",
    Severity.WARNING,
    title="Có hạn chế nhưng chưa yêu cầu khắc phục",
    fix="Ghi yêu cầu khắc phục và hạn khắc phục.",
)
def shortcoming_without_remedy(inspection: Inspection, context: Context) -> Iterator[Flag]:
    """What was pointed out is to be put right ("cần khắc phục")."""
    found = bool(inspection.shortcomings) and inspection.conclusion is not None
    if (found or inspection.conclusion == Conclusion.LIMITED) and is_blank(inspection, "remedy", context):
        shown = "; ".join(inspection.shortcomings) or Conclusion.LIMITED
        yield flag(
            inspection,
            "remedy",
            f"Đã chỉ ra “{shown}”, chưa ghi yêu cầu khắc phục.",
            related=("shortcomings",),
        )


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


RULES: tuple[Rule, ...] = (
    required("REM101", Inspection, "remedy_due", when="remedy", title="Yêu cầu khắc phục chưa có hạn",
        fix="Ghi ngày phải báo cáo kết quả khắc phục.",
        why="The conclusion fixes the day of the report on the remedy.", severity=Severity.WARNING),
    shortcoming_without_remedy,
    date_order("REM201", Inspection, "conclusion_date", "remedied_on",
        "Khắc phục ngày {remedied_on}, trước ngày kết luận {conclusion_date}.",
        title="Khắc phục xong trước khi có kết luận", fix="Sửa ngày khắc phục hoặc ngày kết luận.",
        why="A remedy answers a conclusion.", severity=Severity.WARNING),
    overdue("REM202", Inspection, "remedy_due", "remedied_on",
        "Hạn khắc phục {remedy_due}, đến {today} chưa ghi đã khắc phục.",
        title="Quá hạn khắc phục", fix="Kiểm tra lại việc khắc phục; ghi ngày khắc phục nếu đã xong.",
        why="An overdue remedy weighs in the year's rating."),
    date_order("REM203", Inspection, "remedied_on", "remedy_due",
        "Khắc phục ngày {remedied_on}, sau hạn {remedy_due}.", at="remedied_on",
        title="Khắc phục sau hạn", fix="Ghi rõ lý do khắc phục chậm.", why="Done, but after the day set.",
        severity=Severity.NOTICE),
    date_order("REM204", Inspection, "conclusion_date", "remedy_due",
        "Hạn khắc phục {remedy_due}, trước ngày kết luận {conclusion_date}.",
        title="Hạn khắc phục trước ngày kết luận", fix="Sửa hạn khắc phục hoặc ngày kết luận.",
        why="Nobody can meet a deadline that had passed when it was set."),
    shortcoming_repeated,
)  # fmt: skip
