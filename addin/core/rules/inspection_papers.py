"""Kiểm tra: the numbers and dates of its papers, among themselves and against the register."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from addin.core.dates import PartialDate
from addin.core.findings import Severity
from addin.core.rules.context import Context
from addin.core.rules.periods import later_than
from addin.core.rules.plan_conflicts import plan_documents
from addin.core.rules.plan_subjects import planned_year, subjects_of
from addin.core.rules.repeats import standing_at
from addin.core.rules.rule import Flag, flag, rule
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.inspections import Inspection
from addin.core.tables.rows.papers import Document
from addin.core.tables.series import Series, number_of, read_number, series_of
from addin.glossary.choices import InspectionKind

NUMBERING = "documents.numbering_span"


@rule(
    "INS303",
    Severity.ERROR,
    title="Quyết định kiểm tra trước kế hoạch năm",
    fix="Đối chiếu ngày quyết định với ngày ban hành kế hoạch.",
)
def decision_before_the_plan_was_issued(book: Book, context: Context) -> Iterator[Flag]:
    """A decision carries out the plan, so it cannot be older; unplanned inspections aside."""
    documents = plan_documents(book, context)
    unplanned = _unplanned(book, context)
    for row in book.inspections:
        plans = documents.get(row.year or 0, [])
        first = min(
            plans, key=lambda document: document.date.first if document.date else date.max, default=None
        )
        member = context.member(row.member)
        if first is None or row.kind == InspectionKind.INSPECTION_ON_SIGNS or (id(member), row.year) in unplanned:
            continue
        if row.decision_date and first.date and row.decision_date < first.date:
            message = f"Quyết định ngày {row.decision_date}, trước kế hoạch ngày {first.date}."
            yield Flag(row.place("decision_date"), message, (first.place("date"),))


def _unplanned(book: Book, context: Context) -> set[tuple[int, int | None]]:
    items = [item for item in book.plan_items if item.unplanned]
    return {(id(member), planned_year(item)) for item in items for member in subjects_of(item, context).named}


def _series(row: Inspection, context: Context) -> tuple[Series, int] | None:
    number, day = read_number(row.decision_no), row.decision_date
    if number is None or day is None:
        return None
    return series_of(number.kind, day.first, context.book.settings), number.value


@rule(
    "INS306",
    Severity.ERROR,
    title="Một số quyết định có hai ngày",
    fix="Đối chiếu bản quyết định và sửa số hoặc ngày sai.",
    cites=NUMBERING,
)
def same_number_with_different_dates(book: Book, context: Context) -> Iterator[Flag]:
    """One decision may name eight members, but has one date."""
    first: dict[tuple[Series, int], Inspection] = {}
    for row in book.inspections:
        key = _series(row, context)
        if key is None:
            continue
        other = first.setdefault(key, row)
        if other.decision_date != row.decision_date:
            message = f"Số {row.decision_no} ngày {row.decision_date}; {standing_at(row, other)} ghi ngày {other.decision_date}."
            yield Flag(row.place("decision_date"), message, (other.place("decision_date"),))


@rule(
    "INS307",
    Severity.WARNING,
    title="Số quyết định nhỏ hơn quyết định ban hành trước",
    fix="Đối chiếu số và ngày của hai quyết định.",
    cites=NUMBERING,
)
def later_decision_with_a_smaller_number(book: Book, context: Context) -> Iterator[Flag]:
    """Numbers grow with the dates in one series."""
    dated = [(row, key) for row in book.inspections if (key := _series(row, context))]
    highest: dict[Series, tuple[int, Inspection]] = {}
    for row, (series, number) in sorted(
        dated, key=lambda pair: (_first_day(pair[0].decision_date), pair[1][1])
    ):
        top = highest.get(series)
        if top and number < top[0] and later_than(row.decision_date, top[1].decision_date):
            message = f"Số {row.decision_no} ngày {row.decision_date}, sau số {top[1].decision_no} ngày {top[1].decision_date}."
            yield Flag(row.place("decision_no"), message, (top[1].place("decision_no"),))
        elif top is None or number >= top[0]:
            highest[series] = (number, row)


def _first_day(day: PartialDate | None) -> date:
    return day.first if day else date.min


def _register(book: Book) -> dict[tuple[str, int], list[Document]]:
    found: dict[tuple[str, int], list[Document]] = {}
    for document in book.documents:
        number = number_of(document)
        if number is not None and not document.void_reason:
            found.setdefault((number.kind, number.value), []).append(document)
    return found


@rule(
    "INS309",
    Severity.WARNING,
    title="Văn bản kiểm tra chưa có trong sheet Văn bản",
    fix="Ghi văn bản vào sheet Văn bản, hoặc sửa số cho khớp.",
)
def paper_not_in_the_register(book: Book) -> Iterator[Flag]:
    """Every number stands in the register, where gaps and doubles show; asked where the register has rows."""
    register = _register(book)
    if not register:
        return
    said: set[str] = set()
    for row in book.inspections:
        for key, written in (("decision_no", row.decision_no), ("conclusion_no", row.conclusion_no)):
            number = read_number(written)
            if written and number and (number.kind, number.value) not in register and written not in said:
                said.add(written)
                yield flag(row, key, f"Không thấy số {written} trong sheet Văn bản.")


@rule(
    "INS310",
    Severity.ERROR,
    title="Ngày khác với sheet Văn bản",
    fix="Đối chiếu văn bản đã ký và sửa ngày sai.",
)
def date_differs_from_the_register(book: Book) -> Iterator[Flag]:
    """One paper, one date."""
    register = _register(book)
    for row in book.inspections:
        pairs = (
            ("decision_date", row.decision_no, row.decision_date),
            ("conclusion_date", row.conclusion_no, row.conclusion_date),
        )
        for key, written, day in pairs:
            number = read_number(written)
            found = register.get((number.kind, number.value), []) if number else []
            same_year = [
                document for document in found if day and document.date and document.date.year == day.year
            ]
            if same_year and all(document.date != day for document in same_year):
                other = same_year[0]
                message = f"Số {written} ghi ngày {day}; sheet Văn bản ghi ngày {other.date}."
                yield Flag(row.place(key), message, (other.place("date"),))


@rule(
    "INS401",
    Severity.WARNING,
    title="Chi bộ chưa được ban hành loại văn bản kết luận này vào lúc đó",
    fix="Hỏi đảng uỷ về loại văn bản dùng để thông báo kết luận; không cần sửa văn bản đã ban hành.",
    cites="documents.kinds.thong_bao",
)
def conclusion_notice_of_a_kind_not_allowed(inspection: Inspection, context: Context) -> Iterator[Flag]:
    """Until 2026 the notice was not among a cell's kinds of document, though practice used it."""
    number, day = read_number(inspection.conclusion_no), inspection.conclusion_date
    if number is None or day is None or number.kind != "TB":
        return
    allowed = context.dated("documents.kinds.thong_bao", day.first)
    if allowed and not allowed.flag:
        yield flag(
            inspection,
            "conclusion_no",
            f"{inspection.conclusion_no} ngày {day} là Thông báo.",
            as_of=day.first,
        )
