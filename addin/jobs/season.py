"""`next`: the season's checklist on a day."""

from __future__ import annotations

from datetime import date

from addin.core.records import dataclass
from addin.core.summaries.agenda import Item, agenda
from addin.jobs.opening import Opened
from addin.jobs.outcome import Outcome


@dataclass(frozen=True, slots=True)
class SeasonResult:
    """What is due, late or missing on the day."""

    workbook: str
    on: date
    items: tuple[Item, ...]


def season(opened: Opened, on: date) -> Outcome[SeasonResult]:
    """Late things first."""
    return Outcome(SeasonResult(opened.name, on, agenda(opened.reading, on)))
