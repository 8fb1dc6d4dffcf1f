"""Items of the plan as the yearly plan and the programme of a term print them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from addin.core.dates import PartialDate
from addin.core.persons.reading import Reading
from addin.core.tables.rows.plans import PlanItem
from addin.documents.parts import prose
from addin.documents.parts.code_wording import content_clauses
from addin.documents.parts.contexts import word
from addin.documents.parts.people import People
from addin.glossary.choices import PlanStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """One item of the plan: whom, what, when."""

    order: str = word("số thứ tự")
    year: str = word("năm")
    kind: str = word("hình thức: kiểm tra, giám sát chuyên đề…")
    subject: str = word("họ tên, chức vụ của các đảng viên; hoặc tổ đảng, toàn chi bộ")
    contents: str = word("nội dung")
    period: str = word("mốc thời gian được xem xét; trống khi chưa ghi")
    duration: str = word("thời gian tiến hành, người phụ trách")


def items_of(reading: Reading, first: int, last: int, kinds: Iterable[str]) -> tuple[PlanItem, ...]:
    """The items of those years and kinds that stand; a cancelled item plans nothing."""
    wanted = set(kinds)
    return tuple(
        item
        for item in reading.book.plan_items
        if item.year is not None and first <= item.year <= last and item.kind in wanted and item.status != PlanStatus.CANCELLED
    )


def plan_lines(reading: Reading, items: Iterable[PlanItem], on: date) -> tuple[PlanLine, ...]:
    """A line an item, by year, in the order of the sheet."""
    people = People(reading)
    return tuple(
        PlanLine(
            order=str(order),
            year=str(item.year),
            kind=(item.kind or "").lower(),
            subject="; ".join(subject_of(people, name, on) for name in item.members),
            contents=prose.upper_first("; ".join(content_clauses(item.contents))),
            period=_span(item.period_from, item.period_to),
            duration=_duration(people, item),
        )
        for order, item in enumerate(sorted(items, key=lambda one: one.year or 0), 1)
    )


def subject_of(people: People, name: str, on: date) -> str:
    """A member with posts; a group or the whole cell as it is written."""
    member = people.find(name).member
    if member is None:
        return name
    return ", ".join(part for part in (people.name(name), people.posts(name, on)) if part)


def _span(first: PartialDate | None, last: PartialDate | None) -> str:
    return f"Từ {first} đến {last}" if first and last else ""


def _duration(people: People, item: PlanItem) -> str:
    when = _span(item.starts_on, item.ends_on)
    who = f"đồng chí {people.name(item.responsible)} phụ trách" if item.responsible else ""
    return prose.upper_first("; ".join(part for part in (when, who) if part))
