"""`proposals`: what was proposed and what became of it (R38)."""

from __future__ import annotations

from datetime import date

from addin.core.records import dataclass
from addin.core.summaries.records.proposals import ProposalRecord, proposal_record
from addin.jobs.opening import Opened
from addin.jobs.outcome import Outcome


@dataclass(frozen=True, slots=True)
class ProposalsResult:
    """Everything up to the day, or one year of it."""

    workbook: str
    on: date
    year: int | None
    record: ProposalRecord


def proposals(opened: Opened, on: date, year: int | None = None) -> Outcome[ProposalsResult]:
    """MissingTable where the workbook keeps no Đề xuất."""
    opened.require("proposals")
    return Outcome(ProposalsResult(opened.name, on, year, proposal_record(opened.reading, on, year)))
