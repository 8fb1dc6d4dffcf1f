"""Points of one member under the cell's own criteria: what was entered, by section; nothing is worked out that was not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from addin import glossary
from addin.core.numerals import number_text
from addin.core.persons.reading import Reading
from addin.core.tables.rows.ratings import Criterion
from addin.documents.parts.contexts import word
from addin.documents.parts.people import People
from addin.glossary.choices import CriterionSection, CriterionSubject

ROOM = "……"


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionLine:
    """One criterion with its maximum and what the person gave."""

    order: str = word("số thứ tự")
    name: str = word("tiêu chí")
    most: str = word("điểm tối đa; trống khi chưa ghi")
    points: str = word("điểm tự chấm; trống khi chưa chấm")


def criteria_of(reading: Reading, section: str, subject: str) -> tuple[Criterion, ...]:
    """The criteria of a section that apply to such a subject; one that says nothing applies to every member."""
    return tuple(
        row
        for row in reading.book.criteria
        if row.section == section and row.applies_to in ({subject, None} if subject != CriterionSubject.PARTY_CELL else {subject})
    )


def lines_of(reading: Reading, section: str, subject: str, name: str, year: int) -> tuple[CriterionLine, ...]:
    """Each criterion with the person's own points."""
    given = _self_points(reading, name, year)
    return tuple(
        CriterionLine(
            order=str(order),
            name=row.name or "",
            most=number_text(row.max_points) if row.max_points is not None else "",
            points=number_text(given[row.code or ""]) if row.code in given else "",
        )
        for order, row in enumerate(criteria_of(reading, section, subject), 1)
    )


def total(reading: Reading, criteria: Iterable[Criterion], name: str, year: int) -> str:
    """The sum of the person's own points of a section, only where every criterion has one; else room to write."""
    given = _self_points(reading, name, year)
    codes = [row.code or "" for row in criteria]
    if not codes or any(code not in given for code in codes):
        return ROOM
    return number_text(sum((given[code] for code in codes), Decimal(0)))


def both_totals(reading: Reading, subject: str, name: str, year: int) -> tuple[str, str, str]:
    """General group, results, and both together."""
    parts = [total(reading, criteria_of(reading, section, subject), name, year) for section in (CriterionSection.GENERAL, CriterionSection.TASKS)]
    if ROOM in parts:
        return parts[0], parts[1], ROOM
    return parts[0], parts[1], number_text(sum((Decimal(part.replace(",", ".")) for part in parts), Decimal(0)))


def _self_points(reading: Reading, name: str, year: int) -> dict[str, Decimal]:
    people, cell = People(reading), glossary.fold(CriterionSubject.PARTY_CELL)
    whole = glossary.fold(name) == cell
    found: dict[str, Decimal] = {}
    for row in reading.book.criteria_points:
        own = glossary.fold(row.member or "") == cell if whole else bool(row.member) and people.same(row.member or "", name)
        if row.year == year and row.code and row.self_points is not None and own:
            found[row.code] = row.self_points
    return found
