"""`disseminations`: Party documents made known, by year, channel and document, with attendance (F58, R11–R15)."""

from __future__ import annotations

from datetime import date

from addin.core.records import dataclass
from addin.core.summaries.records.dissemination import DisseminationRecord, dissemination_record
from addin.jobs.opening import Opened
from addin.jobs.outcome import Outcome


@dataclass(frozen=True, slots=True)
class DisseminationsResult:
    """Everything up to the day, or one year of it."""

    workbook: str
    on: date
    year: int | None
    record: DisseminationRecord


def disseminations(opened: Opened, on: date, year: int | None = None) -> Outcome[DisseminationsResult]:
    """MissingTable where the workbook keeps no Quán triệt."""
    opened.require("disseminations")
    return Outcome(DisseminationsResult(opened.name, on, year, dissemination_record(opened.reading, on, year)))
