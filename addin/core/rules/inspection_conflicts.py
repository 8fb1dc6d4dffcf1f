"""Kiểm tra: turns against the roll, the plan, the register, the discipline sheet and each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from addin.core.dates import PartialDate
from addin.core.findings import Severity
from addin.core.rules.context import Context
from addin.core.rules.inspections import TO_DISCIPLINE
from addin.core.rules.paper_numbers import Series, number_of, read_number, series_of
from addin.core.rules.periods import later_than
from addin.core.rules.plan_conflicts import plan_documents
from addin.core.rules.plan_subjects import CANCELLED, SIGNS, planned_year, subjects_of
from addin.core.rules.repeats import repeated, standing_at
from addin.core.rules.roll import unknown_names
from addin.core.rules.rule import Flag, flag, rule
from addin.core.tables.book import Book
from addin.core.tables.inspections import Inspection
from addin.core.tables.papers import Document
from addin.core.tables.plans import PlanItem
from addin.core.tables.roll import was_absent

NUMBERING = "documents.numbering_span"


@rule("INS301", Severity.ERROR, title="Người được kiểm tra không có trong danh sách đảng viên", fix="Sửa tên theo sheet Đảng viên, hoặc thêm đảng viên.")
def inspected_member_not_on_the_roll(inspection: Inspection, context: Context) -> Iterator[Flag]:
    """A turn belongs to one member of the cell."""
    yield from unknown_names(inspection, "member", context)


@rule("INS302", Severity.NOTICE, title="Người trong tổ kiểm tra không có trong danh sách đảng viên", fix="Sửa tên; nếu là người của cấp trên thì ghi rõ chức vụ.")
def inspector_not_on_the_roll(inspection: Inspection, context: Context) -> Iterator[Flag]:
    """A team is drawn from the cell; somebody sent from above is possible."""
    yield from unknown_names(inspection, "team_lead", context)
    yield from unknown_names(inspection, "team", context)


@rule("INS303", Severity.ERROR, title="Quyết định kiểm tra trước kế hoạch năm", fix="Đối chiếu ngày quyết định với ngày ban hành kế hoạch.")
def decision_before_the_plan_was_issued(book: Book, context: Context) -> Iterator[Flag]:
    """A decision carries out the plan, so it cannot be older; unplanned inspections aside."""
    documents = plan_documents(book, context)
    unplanned = _unplanned(book, context)
    for row in book.inspections:
        plans = documents.get(row.year or 0, [])
        first = min(plans, key=lambda document: document.date.first if document.date else date.max, default=None)
        member = context.member(row.member)
        if first is None or row.kind == SIGNS or (id(member), row.year) in unplanned:
            continue
        if row.decision_date and first.date and row.decision_date < first.date:
            message = f"Quyết định ngày {row.decision_date}, trước kế hoạch ngày {first.date}."
            yield Flag(row.place("decision_date"), message, (first.place("date"),))


def _unplanned(book: Book, context: Context) -> set[tuple[int, int | None]]:
    items = [item for item in book.plan_items if item.unplanned]
    return {(id(member), planned_year(item)) for item in items for member in subjects_of(item, context).named}


def _items_by_subject(book: Book, context: Context) -> tuple[dict[tuple[int, int, str], PlanItem], set[tuple[int, str]]]:
    """The first plan item of each (member, year, kind), and the (year, kind) planned for whole groups."""
    named: dict[tuple[int, int, str], PlanItem] = {}
    whole: set[tuple[int, str]] = set()
    for item in book.plan_items:
        year = planned_year(item)
        if year is None or item.kind is None or item.status == CANCELLED:
            continue
        subjects = subjects_of(item, context)
        for member in subjects.named:
            named.setdefault((id(member), year, item.kind), item)
        if len(subjects.covered) > len(subjects.named):
            whole.add((year, item.kind))
    return named, whole


@rule("INS304", Severity.WARNING, title="Quyết định kiểm tra trước thời gian tiến hành trong kế hoạch", fix="Đối chiếu ngày quyết định với kế hoạch; nếu làm sớm thì điều chỉnh kế hoạch.")
def decision_before_the_planned_start(book: Book, context: Context) -> Iterator[Flag]:
    """The plan says from when; a decision before that is likely of another item or mistyped."""
    named, _ = _items_by_subject(book, context)
    for row in book.inspections:
        member = context.member(row.member)
        item = named.get((id(member), row.year or 0, row.kind or "")) if member else None
        if item and later_than(item.starts_on, row.decision_date):
            message = f"Quyết định ngày {row.decision_date}; kế hoạch tiến hành từ {item.starts_on}."
            yield Flag(row.place("decision_date"), message, (item.place("starts_on"),))


@rule("INS305", Severity.NOTICE, title="Lượt kiểm tra không có trong kế hoạch", fix="Nếu là đột xuất, thêm dòng kế hoạch và đánh dấu “Đột xuất”.")
def inspection_not_planned(book: Book, context: Context) -> Iterator[Flag]:
    """Unplanned inspections are allowed, and shown as such; asked only of years that have a plan."""
    named, whole = _items_by_subject(book, context)
    years = {planned_year(item) for item in book.plan_items}
    for row in book.inspections:
        member = context.member(row.member)
        if member is None or row.year not in years or row.kind in (SIGNS, None):
            continue
        if (row.year, row.kind) not in whole and (id(member), row.year, row.kind) not in named:
            yield flag(row, "member", f"Kế hoạch năm {row.year} không có “{member.full_name}” ({row.kind}).")


def _series(row: Inspection, context: Context) -> tuple[Series, int] | None:
    number, day = read_number(row.decision_no), row.decision_date
    if number is None or day is None:
        return None
    return series_of(number.kind, day.first, context.book.settings), number.value


@rule("INS306", Severity.ERROR, title="Một số quyết định có hai ngày", fix="Đối chiếu bản quyết định và sửa số hoặc ngày sai.", cites=NUMBERING)
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


@rule("INS307", Severity.WARNING, title="Số quyết định nhỏ hơn quyết định ban hành trước", fix="Đối chiếu số và ngày của hai quyết định.", cites=NUMBERING)
def later_decision_with_a_smaller_number(book: Book, context: Context) -> Iterator[Flag]:
    """Numbers grow with the dates in one series."""
    dated = [(row, key) for row in book.inspections if (key := _series(row, context))]
    highest: dict[Series, tuple[int, Inspection]] = {}
    for row, (series, number) in sorted(dated, key=lambda pair: (_first_day(pair[0].decision_date), pair[1][1])):
        top = highest.get(series)
        if top and number < top[0] and later_than(row.decision_date, top[1].decision_date):
            message = f"Số {row.decision_no} ngày {row.decision_date}, sau số {top[1].decision_no} ngày {top[1].decision_date}."
            yield Flag(row.place("decision_no"), message, (top[1].place("decision_no"),))
        elif top is None or number >= top[0]:
            highest[series] = (number, row)


def _first_day(day: PartialDate | None) -> date:
    return day.first if day else date.min


@rule("INS308", Severity.ERROR, title="Một lượt kiểm tra ghi hai lần", fix="Xoá dòng thừa để số lượt được đếm đúng.")
def inspection_repeated(book: Book, context: Context) -> Iterator[Flag]:
    """Turns are counted by rows: one member once under one decision."""

    def key_of(row: Inspection) -> tuple[int, str, PartialDate] | None:
        member = context.member(row.member)
        if member is None or not row.decision_no or not row.decision_date:
            return None
        return id(member), context.fold(row.decision_no), row.decision_date

    for row, first in repeated(book.inspections, key_of):
        message = f"“{row.member}” đã có ở {standing_at(row, first)} với cùng quyết định số {row.decision_no}."
        yield Flag(row.place("member"), message, (first.place("member"),))


def _register(book: Book) -> dict[tuple[str, int], list[Document]]:
    found: dict[tuple[str, int], list[Document]] = {}
    for document in book.documents:
        number = number_of(document)
        if number is not None and not document.void_reason:
            found.setdefault((number.kind, number.value), []).append(document)
    return found


@rule("INS309", Severity.WARNING, title="Văn bản kiểm tra chưa có trong sheet Văn bản", fix="Ghi văn bản vào sheet Văn bản, hoặc sửa số cho khớp.")
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


@rule("INS310", Severity.ERROR, title="Ngày khác với sheet Văn bản", fix="Đối chiếu văn bản đã ký và sửa ngày sai.")
def date_differs_from_the_register(book: Book) -> Iterator[Flag]:
    """One paper, one date."""
    register = _register(book)
    for row in book.inspections:
        pairs = (("decision_date", row.decision_no, row.decision_date), ("conclusion_date", row.conclusion_no, row.conclusion_date))
        for key, written, day in pairs:
            number = read_number(written)
            found = register.get((number.kind, number.value), []) if number else []
            same_year = [document for document in found if day and document.date and document.date.year == day.year]
            if same_year and all(document.date != day for document in same_year):
                other = same_year[0]
                message = f"Số {written} ghi ngày {day}; sheet Văn bản ghi ngày {other.date}."
                yield Flag(row.place(key), message, (other.place("date"),))


@rule("INS311", Severity.WARNING, title="Kết luận phải kỷ luật nhưng chưa có dòng kỷ luật", fix="Ghi quyết định kỷ luật vào sheet Kỷ luật, hoặc sửa kết luận.")
def discipline_concluded_but_not_entered(book: Book, context: Context) -> Iterator[Flag]:
    """A violation that must be disciplined leads to a decision, which weighs in the rating."""
    latest: dict[int, PartialDate] = {}
    for discipline in book.disciplines:
        member = context.member(discipline.member)
        if member and discipline.decision_date:
            known = latest.get(id(member))
            latest[id(member)] = discipline.decision_date if known is None or discipline.decision_date > known else known
    for row in book.inspections:
        member = context.member(row.member)
        if row.conclusion != TO_DISCIPLINE or member is None:
            continue
        decided = latest.get(id(member))
        start = row.conclusion_date or row.decision_date
        if decided is None or (start is not None and decided < start):
            yield flag(row, "conclusion", f"“{member.full_name}” chưa có quyết định kỷ luật nào sau kết luận này.")


@rule("INS312", Severity.WARNING, title="Kiểm tra người không ở chi bộ lúc đó", fix="Đối chiếu ngày vào Đảng, ngày chuyển đến, chuyển đi.")
def inspected_member_absent_then(inspection: Inspection, context: Context) -> Iterator[Flag]:
    """A cell inspects its own members."""
    member, day = context.member(inspection.member), inspection.decision_date
    if member and day and was_absent(member, day.first) and was_absent(member, day.last):
        message = f"Ngày {day} “{member.full_name}” không sinh hoạt tại chi bộ."
        yield Flag(inspection.place("member"), message, (member.place("full_name"),))


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
        yield flag(inspection, "conclusion_no", f"{inspection.conclusion_no} ngày {day} là Thông báo.", as_of=day.first)
