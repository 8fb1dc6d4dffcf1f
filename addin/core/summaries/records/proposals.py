"""What was proposed, by whom, and what became of it (R38): accepted, refused, done, applied where; what waits too long."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from addin.core.dates import PartialDate
from addin.core.parameters import Parameter, Parameters
from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.tables.rows.activities import Proposal
from addin.core.tables.waiting import is_waiting_too_long
from addin.glossary.choices import ProposalDecision

DAYS = "records.proposal_days"


class ProposalState(StrEnum):
    """What became of a proposal."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    DONE = "done"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """`is_late`: neither considered, nor carried out where it was accepted, for longer than the cell allows."""

    day: PartialDate | None
    by: str
    text: str
    state: ProposalState
    done_on: PartialDate | None
    applied_in: str | None
    is_late: bool
    place: Place


@dataclass(frozen=True, slots=True)
class ProposalRecord:
    """In the order of the days; one without a day first."""

    allowed_days: Parameter
    lines: tuple[ProposalLine, ...]

    def count(self, state: ProposalState) -> int:
        """How many ended so."""
        return sum(line.state is state for line in self.lines)


def proposal_record(reading: Reading, on: date, year: int | None = None) -> ProposalRecord:
    """All proposals made by that day, or those of one year."""
    allowed = Parameters(on.year, reading.book.settings).get(DAYS)
    rows = [row for row in reading.book.proposals if row.text and _is_asked(row, on, year)]
    lines = [_line(reading, row, int(allowed.share), on) for row in rows]
    return ProposalRecord(allowed, tuple(sorted(lines, key=lambda line: line.day.first if line.day else date.min)))


def _state(row: Proposal) -> ProposalState:
    """By what the row says; one that was carried out is done whatever else it says."""
    if row.decision == ProposalDecision.REFUSED:
        return ProposalState.REFUSED
    if row.done_on is not None:
        return ProposalState.DONE
    return ProposalState.ACCEPTED if row.decision == ProposalDecision.ACCEPTED else ProposalState.WAITING


def _is_asked(row: Proposal, on: date, year: int | None) -> bool:
    if year is not None:
        return row.date is not None and row.date.year == year
    return row.date is None or not row.date > on


def _line(reading: Reading, row: Proposal, allowed: int, on: date) -> ProposalLine:
    name = reading.roster.name(row.by) if row.by else ""
    return ProposalLine(row.date, name, row.text or "", _state(row), row.done_on, row.applied_in, is_waiting_too_long(row, allowed, on), row.place("text"))
