"""The cell's line in the superior's year-end table of inspection and supervision (domain/inspection.md §8).

Kinds of work down, numbers across: planned, turns, people, how they were concluded. Who was not asked about stays None.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from addin.core.summaries.view import View
from addin.core.tables.rows.plans import PlanItem
from addin.glossary.choices import Conclusion, DisciplineForm, InspectionKind, PlanStatus

KINDS = (
    InspectionKind.INSPECTION,
    InspectionKind.INSPECTION_ON_SIGNS,
    InspectionKind.REGULAR_SUPERVISION,
    InspectionKind.THEMATIC_SUPERVISION,
)
CONCLUSIONS = (Conclusion.GOOD, Conclusion.LIMITED, Conclusion.VIOLATION_BELOW_DISCIPLINE, Conclusion.TO_DISCIPLINE)
FORMS = (DisciplineForm.REPRIMAND, DisciplineForm.WARNING, DisciplineForm.DISMISSAL, DisciplineForm.EXPULSION)
PLANNED, TURNS, PERSONS, COUNT = "kế hoạch", "lượt", "đảng viên", "số lượng"
DISCIPLINE, DENUNCIATION = "Thi hành kỷ luật", "Giải quyết tố cáo"


def year_end_form(view: View) -> Mapping[str, Mapping[str, int | None]]:
    """Kind of work → column → number; None where no sheet of the workbook speaks of it."""
    lines = {kind: _of_kind(view, kind) for kind in KINDS}
    return {**lines, DISCIPLINE: _discipline(view), DENUNCIATION: {COUNT: _entered(view, "denunciations")}}


def _of_kind(view: View, kind: str) -> dict[str, int | None]:
    rows = [row for row in view.within("inspections", view.book.inspections) if row.kind == kind]
    entered = view.has_entered("inspections")
    planned = sum(1 for item in _planned(view) if item.kind == kind) if view.has_entered("plan_items") else None
    told: dict[str, int | None] = {PLANNED: planned, TURNS: len(rows) if entered else None}
    told[PERSONS] = len(view.persons(row.member for row in rows)) if entered else None
    concluded = entered and any(row.conclusion for row in view.book.inspections)
    return told | {word: sum(1 for row in rows if row.conclusion == word) if concluded else None for word in CONCLUSIONS}


def _planned(view: View) -> Iterator[PlanItem]:
    return (item for item in view.within("plan_items", view.book.plan_items) if item.status != PlanStatus.CANCELLED)


def _discipline(view: View) -> dict[str, int | None]:
    rows = view.within("disciplines", view.book.disciplines)
    entered = view.has_entered("disciplines")
    told: dict[str, int | None] = {COUNT: len(rows) if entered else None}
    named = entered and any(row.form for row in view.book.disciplines)
    return told | {form: sum(1 for row in rows if row.form == form) if named else None for form in FORMS}


def _entered(view: View, table: str) -> int | None:
    return len(view.within(table, view.book.denunciations)) if view.has_entered(table) else None
