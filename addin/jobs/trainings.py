"""`trainings`: courses by role, how many months ago, who has to go (F57, R64, R65)."""

from __future__ import annotations

from datetime import date

from addin import glossary
from addin.core.records import dataclass
from addin.core.summaries.records.training import TrainingRecord, training_record
from addin.errors import Misuse
from addin.jobs.opening import Opened
from addin.jobs.outcome import Outcome


@dataclass(frozen=True, slots=True)
class TrainingsResult:
    """The posts of the day; `has_courses` says whether the workbook keeps any."""

    workbook: str
    on: date
    role: str | None
    has_courses: bool
    record: TrainingRecord


def trainings(opened: Opened, on: date, role: str | None = None) -> Outcome[TrainingsResult]:
    """All posts, or those of one role; MissingTable where nobody's posts are kept, Misuse for a role nobody holds."""
    opened.require("appointments")
    record = training_record(opened.reading, on)
    if role is not None:
        meant = tuple(one for one in record.holders if glossary.fold(one.role) == glossary.fold(role))
        if not meant:
            roles = ", ".join(dict.fromkeys(one.role for one in record.holders))
            raise Misuse(f"Không ai giữ chức danh “{role}” vào ngày ấy.", f"Các chức danh: {roles or 'chưa ghi'}.")
        record = TrainingRecord(record.gap_months, meant, record.years, record.undated)
    return Outcome(TrainingsResult(opened.name, on, role, bool(opened.book.trainings), record))
