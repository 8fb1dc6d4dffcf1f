"""Kế hoạch: lines against the roll, the register, the inspections and each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from addin.core.dates import day_of, vn_date
from addin.core.findings import Severity
from addin.core.persons.roll import was_absent
from addin.core.rules.context import Context
from addin.core.rules.plan_subjects import planned_year, subjects_of
from addin.core.rules.repeats import standing_at
from addin.core.rules.roll import active_members, group_of, unknown_names
from addin.core.rules.rule import Flag, Rule, flag, rule
from addin.core.rules.shapes import known_person
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.papers import Document
from addin.core.tables.rows.plans import PlanItem
from addin.core.tables.rows.settings import Settings
from addin.core.tables.series import kind_code, number_of
from addin.glossary.choices import InspectionKind, PlanStatus

_PLAN_TITLE = "kiểm tra"


@rule(
    "PLN301",
    Severity.ERROR,
    title="Đối tượng kế hoạch không xác định được",
    fix="Sửa tên theo sheet Đảng viên, hoặc ghi tên tổ, “Toàn chi bộ”.",
)
def planned_subject_unknown(item: PlanItem, context: Context) -> Iterator[Flag]:
    """Coverage is counted by member."""
    if not context.book.members:
        return
    unknown = set(subjects_of(item, context).unknown)
    for found in unknown_names(item, "members", context):
        if any(f"“{name}”" in found.message for name in unknown):
            yield found


def plan_documents(book: Book, context: Context) -> dict[int, list[Document]]:
    """The plans of inspection and supervision in the register, by the year they were issued."""
    found: dict[int, list[Document]] = defaultdict(list)
    for document in book.documents:
        number = number_of(document)
        is_plan = kind_code(document.kind or "") == "KH" or (number is not None and number.kind == "KH")
        about = context.fold(_PLAN_TITLE) in context.fold(document.title)
        if is_plan and about and document.date and not document.void_reason:
            found[document.date.year].append(document)
    return found


def _deadline(year: int, settings: Settings) -> date:
    day, month = settings.plan_deadline
    return day_of(year, month, day)


@rule(
    "PLN303",
    Severity.WARNING,
    title="Kế hoạch năm ban hành muộn",
    fix="Ghi rõ lý do; năm sau ban hành kế hoạch ngay từ đầu năm.",
    cites="inspection.plan_deadline",
)
def annual_plan_issued_late(book: Book, context: Context) -> Iterator[Flag]:
    """Plans are made "ngay từ đầu năm"; no central day was found, so the setting's applies."""
    documents = plan_documents(book, context)
    years = {planned_year(item) for item in book.plan_items if item.unplanned is not True}
    for year in sorted(year for year in years if year in documents):
        first = min(documents[year], key=lambda row: row.date.first if row.date else date.max)
        deadline = _deadline(year, book.settings)
        if first.date and first.date > deadline:
            message = f"Kế hoạch năm {year} ban hành ngày {first.date}, sau hạn {vn_date(deadline)}."
            yield Flag(first.place("date"), message)


@rule(
    "PLN304",
    Severity.WARNING,
    title="Chưa thấy văn bản kế hoạch năm",
    fix="Ban hành kế hoạch kiểm tra, giám sát năm và ghi vào sheet Văn bản.",
    cites="inspection.plan_deadline",
)
def annual_plan_not_registered(book: Book, context: Context) -> Iterator[Flag]:
    """Lines on a sheet bind nobody until the cell has issued them; asked only of years the register covers."""
    documents = plan_documents(book, context)
    covered = {row.date.year for row in book.documents if row.date}
    first: dict[int, PlanItem] = {}
    for item in book.plan_items:
        year = planned_year(item)
        if year is not None and item.unplanned is not True:
            first.setdefault(year, item)
    for year, item in sorted(first.items()):
        late = _deadline(year, book.settings) < context.on
        if late and year in covered and year not in documents:
            yield flag(
                item, "year", f"Sheet Văn bản không có kế hoạch kiểm tra, giám sát nào của năm {year}."
            )


@rule(
    "PLN305",
    Severity.WARNING,
    title="Chi bộ có thể chưa đủ điều kiện giám sát chuyên đề",
    fix="Đối chiếu điều kiện giám sát chuyên đề; nếu chưa đủ thì giám sát thường xuyên.",
    cites="inspection.thematic_supervision_members_over",
)
def thematic_supervision_without_conditions(item: PlanItem, context: Context) -> Iterator[Flag]:
    """Thematic supervision is for a cell with a committee, many members or several groups; any one is enough here."""
    if item.kind != InspectionKind.THEMATIC_SUPERVISION or not context.book.members:
        return
    day = item.starts_on.first if item.starts_on else context.on
    limit = context.dated("inspection.thematic_supervision_members_over", day)
    active = active_members(context, day)
    groups = {group_of(member, context) for member in active} - {""}
    if (
        limit
        and context.book.settings.has_committee is False
        and len(active) <= limit.number
        and len(groups) < 2
    ):
        message = f"Chi bộ không có chi uỷ, {len(active)} đảng viên (không quá {limit.number}), không có nhiều tổ đảng."
        yield flag(item, "kind", message, as_of=day)


_LAST_YEAR_DAYS = 365


@rule(
    "PLN306",
    Severity.WARNING,
    title="Đảng viên chưa được đưa vào kế hoạch kiểm tra trong nhiệm kỳ",
    fix="Bổ sung đảng viên vào kế hoạch các năm còn lại của nhiệm kỳ.",
)
def member_never_planned_in_term(book: Book, context: Context) -> Iterator[Flag]:
    """Each member is inspected at least once a term; regular supervision, which covers all, does not count.

    Before the last twelve months of a term its plans are not all made yet.
    """
    term = book.settings.term_of(context.on)
    if term is None or not book.plan_items or (term.last - context.on).days > _LAST_YEAR_DAYS:
        return
    reached: set[int] = set()
    seen: set[tuple[str, ...]] = set()
    for item in book.plan_items:
        year = planned_year(item)
        counts = item.kind != InspectionKind.REGULAR_SUPERVISION and item.status != PlanStatus.CANCELLED and item.members not in seen
        if counts and year and term.first.year <= year <= term.last.year:
            seen.add(item.members)
            reached |= {id(member) for member in subjects_of(item, context).covered}
    for row in book.inspections:
        member = context.member(row.member)
        if member and row.year and term.first.year <= row.year <= term.last.year:
            reached.add(id(member))
    for member in active_members(context, context.on):
        if id(member) not in reached:
            message = f"“{member.full_name}” chưa có trong kế hoạch nào của nhiệm kỳ {vn_date(term.first)} – {vn_date(term.last)}."
            yield Flag(member.place("full_name"), message)


@rule(
    "PLN307",
    Severity.NOTICE,
    title="Một đảng viên có hai dòng cùng hình thức trong năm",
    fix="Gộp hai dòng, hoặc chuyển một lượt sang đảng viên khác.",
)
def member_planned_twice_a_year(book: Book, context: Context) -> Iterator[Flag]:
    """An even load forgets nobody and visits nobody twice."""
    first: dict[tuple[int, int | None, str], PlanItem] = {}
    for item in book.plan_items:
        if item.kind not in (InspectionKind.INSPECTION, InspectionKind.THEMATIC_SUPERVISION) or item.status == PlanStatus.CANCELLED:
            continue
        for member in subjects_of(item, context).named:
            other = first.setdefault((id(member), planned_year(item), item.kind), item)
            if other is not item:
                message = f"“{member.full_name}” đã có ở {standing_at(item, other)} ({item.kind}, năm {planned_year(item)})."
                yield Flag(item.place("members"), message, (other.place("members"),))


@rule(
    "PLN308",
    Severity.WARNING,
    title="Kế hoạch ghi hoàn thành nhưng không có dòng kiểm tra",
    fix="Ghi kết quả vào sheet Kiểm tra, hoặc sửa tình trạng kế hoạch.",
)
def done_plan_without_inspection(book: Book, context: Context) -> Iterator[Flag]:
    """What was done left a row: decision, findings, conclusion."""
    if not book.has_table("inspections"):
        return
    inspected = {(id(context.member(row.member)), row.year, row.kind) for row in book.inspections}
    for item in book.plan_items:
        if item.status != PlanStatus.DONE or item.kind not in (InspectionKind.INSPECTION, InspectionKind.INSPECTION_ON_SIGNS):
            continue
        for member in subjects_of(item, context).named:
            if (id(member), planned_year(item), item.kind) not in inspected:
                message = f"Không thấy “{member.full_name or '…'}” trong sheet Kiểm tra năm {planned_year(item) or '…'} ({item.kind or '…'})."
                yield flag(item, "status", message, related=("members",))


@rule(
    "PLN309",
    Severity.WARNING,
    title="Đưa vào kế hoạch người không ở chi bộ lúc đó",
    fix="Sửa đối tượng, hoặc đối chiếu ngày chuyển đến, chuyển đi.",
)
def planned_member_absent_then(item: PlanItem, context: Context) -> Iterator[Flag]:
    """A cell inspects its own members."""
    if item.starts_on is None:
        return
    for member in subjects_of(item, context).named:
        if was_absent(member, item.starts_on.first) and was_absent(member, item.starts_on.last):
            message = f"Ngày {item.starts_on} “{member.full_name}” không sinh hoạt tại chi bộ."
            yield Flag(item.place("members"), message, (member.place("full_name"),))


RULES: tuple[Rule, ...] = (
    planned_subject_unknown,
    known_person("PLN302", PlanItem, "responsible", title="Người phụ trách kế hoạch không xác định được",
        fix="Sửa tên theo sheet Đảng viên.", why="Whoever is responsible is reminded by name."),
    annual_plan_issued_late, annual_plan_not_registered, thematic_supervision_without_conditions,
    member_never_planned_in_term, member_planned_twice_a_year, done_plan_without_inspection,
    planned_member_absent_then,
)  # fmt: skip
