"""Kiểm tra: turns against the roll, the plan, the discipline sheet and each other. Papers are in `inspection_papers`."""

from __future__ import annotations

from collections.abc import Iterator

from addin.core.findings import Severity
from addin.core.persons.roll import was_absent
from addin.core.persons.to_discipline import undisciplined
from addin.core.rules.context import Context
from addin.core.rules.inspection_papers import (
    conclusion_notice_of_a_kind_not_allowed,
    date_differs_from_the_register,
    decision_before_the_plan_was_issued,
    later_decision_with_a_smaller_number,
    paper_not_in_the_register,
    same_number_with_different_dates,
)
from addin.core.rules.periods import later_than
from addin.core.rules.plan_subjects import planned_year, subjects_of
from addin.core.rules.product_defaults import DAYS_TO_PREPARE
from addin.core.rules.rule import Flag, Rule, flag, rule
from addin.core.rules.shapes import folded, known_person, person, repeated
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.inspections import Inspection
from addin.core.tables.rows.plans import PlanItem
from addin.glossary.choices import InspectionKind, PlanStatus


def _items_by_subject(
    book: Book, context: Context
) -> tuple[dict[tuple[int, int, str], PlanItem], set[tuple[int, str]]]:
    """The first plan item of each (member, year, kind), and the (year, kind) planned for whole groups."""
    named: dict[tuple[int, int, str], PlanItem] = {}
    whole: set[tuple[int, str]] = set()
    for item in book.plan_items:
        year = planned_year(item)
        if year is None or item.kind is None or item.status == PlanStatus.CANCELLED:
            continue
        subjects = subjects_of(item, context)
        for member in subjects.named:
            named.setdefault((id(member), year, item.kind), item)
        if len(subjects.covered) > len(subjects.named):
            whole.add((year, item.kind))
    return named, whole


@rule(
    "INS304",
    Severity.WARNING,
    title="Kiểm tra sớm hơn thời gian tiến hành trong kế hoạch",
    fix="Đối chiếu ngày với kế hoạch; nếu làm sớm thì điều chỉnh kế hoạch.",
)
def inspected_before_the_planned_start(book: Book, context: Context) -> Iterator[Flag]:
    """A decision is signed before its inspection begins; that this begins before the plan says is worth a look."""
    named, _ = _items_by_subject(book, context)
    for row in book.inspections:
        member = context.member(row.member)
        item = named.get((id(member), row.year or 0, row.kind or "")) if member else None
        if item is None or item.starts_on is None:
            continue
        if row.starts_on is not None:
            early, key, said = later_than(item.starts_on, row.starts_on), "starts_on", f"Bắt đầu ngày {row.starts_on}"
        else:
            early, key, said = _is_long_before(row, item), "decision_date", f"Quyết định ngày {row.decision_date}"
        if early:
            yield Flag(row.place(key), f"{said}; kế hoạch tiến hành từ {item.starts_on}.", (item.place("starts_on"),))


def _is_long_before(row: Inspection, item: PlanItem) -> bool:
    """Signed so long before that the inspection it opens cannot well be the planned one."""
    signed, planned = row.decision_date, item.starts_on
    return signed is not None and planned is not None and (planned.first - signed.last).days > DAYS_TO_PREPARE


@rule(
    "INS305",
    Severity.NOTICE,
    title="Lượt kiểm tra không có trong kế hoạch",
    fix="Nếu là đột xuất, thêm dòng kế hoạch và đánh dấu “Đột xuất”.",
)
def inspection_not_planned(book: Book, context: Context) -> Iterator[Flag]:
    """Unplanned inspections are allowed, and shown as such; asked only of years that have a plan."""
    named, whole = _items_by_subject(book, context)
    years = {planned_year(item) for item in book.plan_items}
    for row in book.inspections:
        member = context.member(row.member)
        if member is None or row.year not in years or row.kind in (InspectionKind.INSPECTION_ON_SIGNS, None):
            continue
        if (row.year, row.kind) not in whole and (id(member), row.year, row.kind) not in named:
            yield flag(row, "member", f"Kế hoạch năm {row.year or '…'} không có “{member.full_name or '…'}” ({row.kind or '…'}).")


@rule(
    "INS311",
    Severity.WARNING,
    title="Kết luận phải kỷ luật nhưng chưa có dòng kỷ luật",
    fix="Ghi quyết định kỷ luật vào sheet Kỷ luật, hoặc sửa kết luận.",
)
def discipline_concluded_but_not_entered(_: Book, context: Context) -> Iterator[Flag]:
    """A violation that must be disciplined leads to a decision, which weighs in the rating."""
    for one in undisciplined(context.reading):
        yield flag(one.turn, "conclusion", f"“{one.member.full_name}” chưa có quyết định kỷ luật nào sau kết luận này.")


@rule(
    "INS312",
    Severity.WARNING,
    title="Kiểm tra người không ở chi bộ lúc đó",
    fix="Đối chiếu ngày vào Đảng, ngày chuyển đến, chuyển đi.",
)
def inspected_member_absent_then(inspection: Inspection, context: Context) -> Iterator[Flag]:
    """A cell inspects its own members."""
    member, day = context.member(inspection.member), inspection.decision_date
    if member and day and was_absent(member, day.first) and was_absent(member, day.last):
        message = f"Ngày {day} “{member.full_name}” không sinh hoạt tại chi bộ."
        yield Flag(inspection.place("member"), message, (member.place("full_name"),))


RULES: tuple[Rule, ...] = (
    known_person("INS301", Inspection, "member", title="Người được kiểm tra không có trong danh sách đảng viên",
        fix="Sửa tên theo sheet Đảng viên, hoặc thêm đảng viên.", why="A turn belongs to one member of the cell."),
    known_person("INS302", Inspection, "team_lead", "team",
        title="Người trong tổ kiểm tra không có trong danh sách đảng viên",
        fix="Sửa tên; nếu là người của cấp trên thì ghi rõ chức vụ.",
        why="A team is drawn from the cell; somebody sent from above is possible.", severity=Severity.NOTICE),
    decision_before_the_plan_was_issued, inspected_before_the_planned_start, inspection_not_planned,
    same_number_with_different_dates, later_decision_with_a_smaller_number,
    repeated("INS308", Inspection, person("member"), folded("decision_no"), "decision_date",
        message="“{member}” đã có ở {there} với cùng quyết định số {decision_no}.",
        title="Một lượt kiểm tra ghi hai lần", fix="Đối chiếu hai dòng; nếu là một, ghi chung vào một dòng để số lượt được đếm đúng.",
        why="Turns are counted by rows: one member once under one decision."),
    paper_not_in_the_register, date_differs_from_the_register, discipline_concluded_but_not_entered,
    inspected_member_absent_then, conclusion_notice_of_a_kind_not_allowed,
)  # fmt: skip
