"""Kiểm tra: the numbers and dates of its papers, among themselves and against the register."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
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
    """Numbers grow with the dates in one series; as few decisions as can be are taken for the ones that do not fit."""
    decisions: dict[Series, dict[int, Inspection]] = {}
    for row in book.inspections:
        key = _series(row, context)
        if key is not None:
            decisions.setdefault(key[0], {}).setdefault(key[1], row)
    for numbered in decisions.values():
        ordered = sorted(numbered.items(), key=lambda item: (_first_day(item[1].decision_date), item[0]))
        fitting = _growing(ordered)
        for number, row in ordered:
            other = None if number in fitting else _contradicted(number, row, fitting)
            if other is not None:
                word = "sau" if later_than(row.decision_date, other.decision_date) else "trước"
                message = f"Số {row.decision_no} ngày {row.decision_date}, {word} số {other.decision_no} ngày {other.decision_date}."
                yield Flag(row.place("decision_no"), message, (other.place("decision_no"),))


def _growing(ordered: Sequence[tuple[int, Inspection]]) -> dict[int, Inspection]:
    """The longest run of decisions whose numbers grow with their dates; of two that disagree the earlier stays."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = [None] * len(ordered)
    backwards = ordered[::-1]
    for at, (number, _) in enumerate(backwards):
        length = bisect_left(tails, -number)
        before[at] = ends[length - 1] if length else None
        tails[length:] = [-number, *tails[length + 1 :]]
        ends[length:] = [at, *ends[length + 1 :]]
    kept: dict[int, Inspection] = {}
    at_last = ends[-1] if ends else None
    while at_last is not None:
        number, row = backwards[at_last]
        kept[number] = row
        at_last = before[at_last]
    return kept


def _contradicted(number: int, row: Inspection, fitting: dict[int, Inspection]) -> Inspection | None:
    """The fitting decision nearest by number that is earlier and greater, or later and smaller."""
    wrong = [
        other
        for other, one in fitting.items()
        if (other > number and later_than(row.decision_date, one.decision_date))
        or (other < number and later_than(one.decision_date, row.decision_date))
    ]
    return fitting[min(wrong, key=lambda other: abs(other - number))] if wrong else None


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
    """Every number stands in the register, where gaps and doubles show; asked of the kinds of papers the register holds."""
    register = _register(book)
    kinds = {kind for kind, _ in register}
    said: set[str] = set()
    for row in book.inspections:
        for key, written in (("decision_no", row.decision_no), ("conclusion_no", row.conclusion_no)):
            number = read_number(written)
            if written and number and number.kind in kinds and (number.kind, number.value) not in register and written not in said:
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
    Severity.NOTICE,
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
