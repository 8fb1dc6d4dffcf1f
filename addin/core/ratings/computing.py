"""Inputs a rating row leaves blank, counted from the sheets that hold them (data-dictionary "Xếp loại").

Tasks belong to the year they are due in (else assigned, else done), those not yet due on the judged day
and unfinished are left out; of one due between the last day the workbook knows of and the judged day the result is not known
yet, and the counts it would change are blanks with the best they can still be (`….best`). Shortcomings are those of the year's inspections and of earlier ones whose
remedy falls due that year; without any, what last year's row says was left. Points come from Chấm điểm only where every criterion has its points. No row
to count from means no number: a blank stays unknown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeVar

from addin.core.dates import PartialDate
from addin.core.persons.rated import judged_on
from addin.core.persons.reading import Reading
from addin.core.persons.roster import Roster
from addin.core.places import Place
from addin.core.ratings.inputs import BEST, Computed
from addin.core.ratings.known_days import known_to
from addin.core.records import dataclass
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.columns import position
from addin.core.tables.rows.inspections import Inspection
from addin.core.tables.rows.members import Member
from addin.core.tables.rows.ratings import Criterion, CriterionPoints, RatingRow
from addin.core.tables.rows.supervision import Task
from addin.core.tables.task_counts import counted_tasks, without_answer, year_of_task
from addin.glossary import fold
from addin.glossary.choices import CriterionSection, CriterionSubject

_Owned = TypeVar("_Owned", Task, Inspection, CriterionPoints)


@dataclass(frozen=True, slots=True)
class Records:
    """The rows of one member in the sheets inputs are counted from."""

    tasks: tuple[Task, ...] = ()
    inspections: tuple[Inspection, ...] = ()
    points: tuple[CriterionPoints, ...] = ()


def computed_inputs(reading: Reading, year: int, member: Member) -> Mapping[str, Computed]:
    """What other sheets show for one member and year, by key of the rating row; typed values not looked at."""
    records = reading.once(records_by_member).get(id(member), Records())
    return computed_from(reading.book, year, records, member, on=judged_on(reading.book, year), known=reading.once(known_to, year))


def computed_from(
    book: Book, year: int, records: Records, member: Member | None, *, on: date, known: date
) -> Mapping[str, Computed]:
    """The same, where the member's rows were gathered before, the judged day and the last day known to have come are known."""
    found = {**_tasks(records.tasks, year, on, known), **_points(book.criteria, records.points, year, member)}
    if book.inspections or book.has_table("inspections"):
        found.update(_shortcomings(records.inspections, year, on))
    return found


def with_last_year(computed: Mapping[str, Computed], before: RatingRow | None) -> Mapping[str, Computed]:
    """What last year's row left unremedied is to be remedied this year; whether it was is not known yet."""
    total, fixed = (before.shortcomings_total, before.shortcomings_fixed) if before is not None else (None, None)
    known = computed.get("shortcomings_total")
    if before is None or total is None or total <= (fixed or 0) or (known is not None and known.value):
        return computed
    left = Computed(Decimal(total - (fixed or 0)), "ratings", (before.place("shortcomings_total"),))
    return {key: one for key, one in computed.items() if key != "shortcomings_fixed"} | {"shortcomings_total": left}


def records_by_member(reading: Reading) -> Mapping[int, Records]:
    """Every member's rows, by the identity of the member's row; names nobody has are left out."""
    book, roster = reading.book, reading.roster
    tasks = _by_owner(book.tasks, roster)
    inspections = _by_owner(book.inspections, roster)
    points = _by_owner(book.criteria_points, roster)
    keys = {*tasks, *inspections, *points}
    return {
        key: Records(tuple(tasks.get(key, ())), tuple(inspections.get(key, ())), tuple(points.get(key, ())))
        for key in keys
    }


def _by_owner(rows: Sequence[_Owned], roster: Roster) -> dict[int, list[_Owned]]:
    kept: dict[int, list[_Owned]] = defaultdict(list)
    for row in sorted(rows, key=position):
        owner = roster.find(row.member).member if row.member else None
        if owner is not None:
            kept[id(owner)].append(row)
    return kept


def _tasks(tasks: Sequence[Task], year: int, on: date, known: date) -> dict[str, Computed]:
    chosen = counted_tasks((task for task in tasks if year_of_task(task) == year), on)
    counted = chosen["tasks_assigned"]
    if not counted:
        return {}
    found = {
        key: Computed(Decimal(len(rows)), "tasks", _places(rows, "result") or _places(counted, "task"))
        for key, rows in chosen.items()
    }
    waiting = without_answer(counted, on, known)
    return _not_known_yet(found, waiting) if waiting else found


def _not_known_yet(found: Mapping[str, Computed], waiting: Sequence[Task]) -> dict[str, Computed]:
    """Only how many were assigned is known; of the others the best they can still be, all that wait being done above target and in time."""
    best = {"tasks_done": len(waiting), "tasks_over": len(waiting), "tasks_late": 0}
    places = _places(waiting, "result")
    bounds = {f"{key}{BEST}": Computed(found[key].value + more, "tasks", places) for key, more in best.items()}
    return {"tasks_assigned": found["tasks_assigned"], **bounds}


def _places(rows: Sequence[Task], key: str) -> tuple[Place, ...]:
    return tuple(row.place(key) for row in rows)


def _shortcomings(inspections: Sequence[Inspection], year: int, on: date) -> dict[str, Computed]:
    """Where a sheet has no column for the day of the remedy, how many were remedied is not known: no ceiling."""
    counted = [one for one in inspections if _pointed_out(one) and _falls_in(one, year)]
    fixed = [one for one in counted if one.remedied_on is not None and not one.remedied_on > on]
    everywhere = tuple(one.place("shortcomings") for one in counted)
    total = {"shortcomings_total": Computed(_sum(counted), "inspections", everywhere)}
    if not all(one.has("remedied_on") for one in counted):
        return total
    places = tuple(one.place("remedied_on") for one in fixed) or everywhere
    return {**total, "shortcomings_fixed": Computed(_sum(fixed), "inspections", places)}


def _pointed_out(one: Inspection) -> int:
    return len(one.shortcomings) or int(one.remedy is not None)


def _sum(inspections: Sequence[Inspection]) -> Decimal:
    return Decimal(sum(_pointed_out(one) for one in inspections))


def _falls_in(one: Inspection, year: int) -> bool:
    begun = one.year or _year(one.decision_date) or _year(one.starts_on)
    if begun == year:
        return True
    carried = begun is not None and begun < year and _year(one.remedy_due) == year
    return carried and not (one.remedied_on is not None and one.remedied_on.year < year)


def _year(day: PartialDate | None) -> int | None:
    return day.year if day else None


def _points(
    criteria: Sequence[Criterion], given: Sequence[CriterionPoints], year: int, member: Member | None
) -> dict[str, Computed]:
    subject = CriterionSubject.LEADER if member is not None and member.is_leader else CriterionSubject.MEMBER
    by_code = {fold(one.code): one for one in given if one.year == year and one.code and one.points is not None}
    found = {}
    for key, section in (("points_general", CriterionSection.GENERAL), ("points_tasks", CriterionSection.TASKS)):
        wanted = [one for one in criteria if one.section == section and one.applies_to in (None, subject) and one.code]
        scored = [by_code[fold(one.code)] for one in wanted if one.code and fold(one.code) in by_code]
        if wanted and len(scored) == len(wanted):
            total = sum((one.points for one in scored if one.points is not None), Decimal())
            found[key] = Computed(total, "criteria_points", tuple(one.place("points") for one in scored))
    return found
