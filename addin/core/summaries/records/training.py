"""Who of those that hold a post took which course, and how many months ago: by role (F57, R64, R65)."""

from __future__ import annotations

from datetime import date

from addin.core.dates import PartialDate, months_after
from addin.core.parameters import Parameter, Parameters
from addin.core.persons.posts import is_held
from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.tables.rows.activities import Training
from addin.core.tables.rows.organisation import Appointment

GAP_MONTHS = "records.training_gap_months"


@dataclass(frozen=True, slots=True)
class Holder:
    """One person in one post; `months` since the last course ended, None where none is entered. `is_due`: longer than the cell allows."""

    role: str
    full_name: str
    since: PartialDate | None
    courses: int
    last_course: str | None
    last_on: PartialDate | None
    months: int | None
    is_due: bool
    place: Place


@dataclass(frozen=True, slots=True)
class CourseYear:
    """How many turns in how many courses in one year, and how many people."""

    year: int
    turns: int
    persons: int
    courses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrainingRecord:
    """`undated` are rows that say no day, so no month can be counted from them."""

    gap_months: Parameter
    holders: tuple[Holder, ...]
    years: tuple[CourseYear, ...]
    undated: tuple[Place, ...]


def training_record(reading: Reading, on: date) -> TrainingRecord:
    """The posts held that day in the order of the sheet, each holder once a role; the courses begun by then."""
    allowed = Parameters(on.year, reading.book.settings).get(GAP_MONTHS)
    taken: dict[str, list[Training]] = {}
    for row in reading.book.trainings:
        if row.member and (_end(row) is None or not _begun(row) > on):
            taken.setdefault(reading.roster.key(row.member), []).append(row)
    held = {(row.role, reading.roster.key(row.member)): row for row in reversed(reading.book.appointments) if row.role and row.member and is_held(row, on)}
    holders = [_holder(reading, row, taken.get(key, []), int(allowed.share), on) for (_, key), row in held.items()]
    undated = tuple(row.place("course") for row in reading.book.trainings if _end(row) is None)
    return TrainingRecord(allowed, tuple(sorted(holders, key=lambda one: one.place)), _years(reading, on), undated)


def _end(row: Training) -> PartialDate | None:
    return row.to or row.from_


def _begun(row: Training) -> PartialDate:
    return row.from_ or row.to or PartialDate(date.max.year)


def _holder(reading: Reading, row: Appointment, taken: list[Training], allowed: int, on: date) -> Holder:
    dated = [one for one in taken if _end(one) is not None]
    last = max(dated, key=lambda one: (_end(one) or PartialDate(1)).last, default=None)
    ended = _end(last) if last else None
    counted_from = ended.last if ended else row.from_.last if row.from_ else None
    is_due = counted_from is None or months_after(counted_from, allowed) < on
    return Holder(
        row.role or "",
        reading.roster.name(row.member or ""),
        row.from_,
        len(taken),
        last.course if last else None,
        ended,
        _months(ended.last, on) if ended and ended.last <= on else 0 if ended else None,
        is_due,
        row.place("member"),
    )


def _months(since: date, on: date) -> int:
    """Whole months gone by."""
    return (on.year - since.year) * 12 + on.month - since.month - (1 if months_after(since, (on.year - since.year) * 12 + on.month - since.month) > on else 0)


def _years(reading: Reading, on: date) -> tuple[CourseYear, ...]:
    rows: dict[int, list[Training]] = {}
    for row in reading.book.trainings:
        if _end(row) is not None and not _begun(row) > on:
            rows.setdefault(_begun(row).year, []).append(row)
    return tuple(
        CourseYear(
            year,
            len(found),
            len({reading.roster.key(row.member) for row in found if row.member}),
            tuple(dict.fromkeys(row.course for row in found if row.course)),
        )
        for year, found in sorted(rows.items())
    )
