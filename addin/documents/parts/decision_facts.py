"""What the workbook says about one decision: whom, what, when, by whom. Nothing here is worded for print.

A decision that stands in Kiểm tra gives its facts by number; one still to be made takes them from the plan.
Where the rows of one decision differ in what must be one (lead, time), the datum counts as missing and the
gap is told: a signed paper must not choose.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from addin import glossary
from addin.core.dates import PartialDate
from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.columns import Row
from addin.core.tables.rows.inspections import Inspection
from addin.core.tables.rows.plans import PlanItem
from addin.core.tables.series import is_same, paper_number
from addin.documents.parts.heading import Gaps
from addin.documents.parts.people import People
from addin.documents.parts.prose import unique
from addin.errors import MissingTable, Misuse
from addin.glossary.choices import InspectionKind, PlanStatus

_WHOLE_CELL = "Toàn chi bộ"
_CANCELLED = PlanStatus.CANCELLED
_ADD_A_ROW = "Bổ sung dòng kế hoạch (hoặc dòng Đột xuất) rồi ra quyết định."
DECIDED_KINDS = (InspectionKind.INSPECTION, InspectionKind.THEMATIC_SUPERVISION, InspectionKind.INSPECTION_ON_SIGNS)
"""The kinds of plan rows a decision is made for; supervision from day to day has none."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One member to be inspected, with the content codes that concern him or her."""

    member: str
    contents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One decision; None where the workbook has nothing, or nothing that agrees."""

    count: int | None
    symbol: str | None
    day: PartialDate | None
    year: int
    kind: str
    turns: tuple[Turn, ...]
    team_lead: str | None = None
    team: tuple[str, ...] = ()
    starts_on: PartialDate | None = None
    ends_on: PartialDate | None = None
    self_report_due: PartialDate | None = None
    period_from: PartialDate | None = None
    period_to: PartialDate | None = None
    superior_plan: str | None = None
    has_plan: bool = False
    unplanned: bool = False

    @property
    def act(self) -> str:
        """`giám sát` where the rows are of a thematic supervision, else `kiểm tra`."""
        return "giám sát" if self.kind == InspectionKind.THEMATIC_SUPERVISION else "kiểm tra"


def facts_of(reading: Reading, decision_no: str, year: int | None, gaps: Gaps) -> Facts:
    """The facts of a decision of Kiểm tra by its number.

    Misuse where no row has it, or where the number was used on several days and `year` does not tell which.
    """
    return facts_of_rows(reading, decision_rows(reading.book, decision_no, year), gaps)


def facts_of_rows(reading: Reading, rows: Sequence[Inspection], gaps: Gaps) -> Facts:
    """The facts of rows of Kiểm tra that belong to one decision, or to one plan where the cell issues none."""
    first = rows[0]
    number = paper_number(first.decision_no or "")
    day = _agreed(rows, "decision_date", "ngày quyết định", gaps)
    row_year = first.year or (day.year if isinstance(day, PartialDate) else None) or 0
    items = _plan_items(reading, first.kind or "", row_year, [row.member or "" for row in rows])
    lead = _agreed(rows, "team_lead", "tổ trưởng tổ kiểm tra", gaps, People(reading))
    return Facts(
        count=number.value if number else None,
        symbol=number.organisation or None if number else None,
        day=day,
        year=row_year,
        kind=first.kind or InspectionKind.INSPECTION,
        turns=tuple(Turn(row.member or "", row.contents) for row in rows),
        team_lead=lead,
        team=unique(name for row in rows for name in row.team),
        starts_on=_agreed(rows, "starts_on", "ngày bắt đầu", gaps),
        ends_on=_agreed(rows, "ends_on", "ngày kết thúc", gaps),
        self_report_due=_agreed(rows, "self_report_due", "hạn nộp báo cáo", gaps),
        **_from_plan(items, gaps),
    )


def planned_facts(
    reading: Reading, members: Sequence[str], year: int, on: date, gaps: Gaps, *, kind: str = InspectionKind.INSPECTION
) -> Facts:
    """The facts of a decision still to be made on these members, from the plan of the year.

    Misuse where the plan has no such item for any of them that year.
    """
    items = _plan_items(reading, kind, year, members)
    if not items:
        raise Misuse(
            f"Kế hoạch năm {year} không có dòng {kind} nào cho: {'; '.join(members)}.",
            _ADD_A_ROW,
        )
    contents = unique(code for item in items for code in item.contents)
    return Facts(
        count=None,
        symbol=None,
        day=PartialDate.of(on),
        year=year,
        kind=kind,
        turns=tuple(Turn(member, contents) for member in members),
        team_lead=_agreed(items, "responsible", "người phụ trách", gaps, People(reading)),
        starts_on=_agreed(items, "starts_on", "ngày bắt đầu", gaps),
        ends_on=_agreed(items, "ends_on", "ngày kết thúc", gaps),
        **_from_plan(items, gaps),
    )


def next_kind(reading: Reading, members: Sequence[str], year: int) -> str:
    """The kind of the plan's rows that come next for these members and have no decision yet; the earliest where all have."""
    planned = [(kind, items) for kind in DECIDED_KINDS if (items := _plan_items(reading, kind, year, members))]
    if not planned:
        return InspectionKind.INSPECTION
    waiting = [one for one in planned if not _is_decided(reading, one[0], year, members)]
    return min(waiting or planned, key=lambda one: min(item.starts_on.first if item.starts_on else date.max for item in one[1]))[0]


def _is_decided(reading: Reading, kind: str, year: int, members: Sequence[str]) -> bool:
    people = People(reading)
    done = [turn.member for turn in reading.book.inspections if turn.kind == kind and turn.year == year and turn.decision_no and turn.member]
    return all(any(people.same(member, name) for name in done) for member in members)


def decision_rows(book: Book, decision_no: str, year: int | None) -> tuple[Inspection, ...]:
    """The rows of a decision of Kiểm tra by its number, in the order of the sheet."""
    if not book.inspections and not book.has_table("inspections"):
        raise MissingTable("Sổ chưa có sheet Kiểm tra.", "Thêm sheet Kiểm tra, mỗi dòng một lượt đảng viên.")
    wanted = paper_number(decision_no)
    if wanted is None:
        raise Misuse(f"«{decision_no}» không phải số quyết định.", "Ghi như 23, 23-QĐ/CB hoặc Số 23-QĐ/CB.")
    numbered = [(row, paper_number(row.decision_no)) for row in book.inspections if row.decision_no]
    rows = [row for row, number in numbered if number and is_same(wanted, number)]
    if year is not None:
        rows = [row for row in rows if _year_of(row) == year]
    if not rows:
        known = unique(row.decision_no for row, _ in numbered if row.decision_no)
        raise Misuse(
            f"Sheet Kiểm tra không có quyết định số {decision_no}{f' năm {year}' if year else ''}.",
            f"Các số đang có: {', '.join(known) or 'chưa có số nào'}.",
        )
    _refuse_ambiguous(decision_no, rows)
    return tuple(rows)


def _refuse_ambiguous(decision_no: str, rows: Sequence[Inspection]) -> None:
    days = sorted({row.decision_date.iso: row.decision_date for row in rows if row.decision_date}.items())
    if len({day.year for _, day in days}) > 1:
        told = " và ".join(f"ngày {day}" for _, day in days)
        raise Misuse(
            f"Số quyết định {decision_no} được dùng cho nhiều quyết định: {told}.",
            f"Ghi thêm năm, ví dụ --year {days[-1][1].year}.",
            by_button="Chọn dòng của quyết định ấy ở sheet có cột Năm hoặc Ngày quyết định, rồi bấm lại nút.",
        )


def _year_of(row: Inspection) -> int | None:
    return row.decision_date.year if row.decision_date else row.year


def _agreed(rows: Sequence[Row], key: str, meaning: str, gaps: Gaps, people: People | None = None) -> Any:
    """The one value all rows that have the key agree on; None, and told, where they do not."""
    found: list[tuple[Any, Place]] = []
    for row in rows:
        value = getattr(row, key)
        known = any(people.same(value, other) if people else value == other for other, _ in found)
        if value is not None and not known:
            found.append((value, row.place(key)))
    if len(found) > 1:
        places = ", ".join(str(place) for _, place in found)
        gaps.tell(f"Các dòng của một quyết định ghi khác nhau về {meaning}: {places}")
        return None
    return found[0][0] if found else None


def _plan_items(reading: Reading, kind: str, year: int, members: Sequence[str]) -> tuple[PlanItem, ...]:
    """The items of the plan that cover any of the members; a cancelled item plans nothing."""
    people = People(reading)
    same_kind = (item for item in reading.book.plan_items if item.year == year and item.kind == kind and item.status != _CANCELLED)
    return tuple(item for item in same_kind if any(_covers(item, member, people) for member in members))


def _covers(item: PlanItem, member: str, people: People) -> bool:
    found = people.find(member).member
    group = glossary.fold(found.group) if found and found.group else None
    folded = {glossary.fold(name) for name in item.members}
    return (
        glossary.fold(_WHOLE_CELL) in folded
        or (group is not None and group in folded)
        or any(people.same(name, member) for name in item.members)
    )


def _from_plan(items: Iterable[PlanItem], gaps: Gaps) -> dict[str, Any]:
    rows = tuple(items)
    return {
        "period_from": _agreed(rows, "period_from", "mốc từ", gaps),
        "period_to": _agreed(rows, "period_to", "mốc đến", gaps),
        "superior_plan": _agreed(rows, "superior_plan", "căn cứ kế hoạch cấp trên", gaps),
        "has_plan": bool(rows) and not all(row.unplanned for row in rows),
        "unplanned": any(row.unplanned for row in rows),
    }
