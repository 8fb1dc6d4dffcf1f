"""`next`: the checklist on a day."""

from __future__ import annotations

from datetime import date

from addin.core.records import dataclass
from addin.core.summaries.agenda import Item, open_items
from addin.jobs.opening import Opened
from addin.jobs.outcome import Outcome


@dataclass(frozen=True, slots=True)
class AgendaResult:
    """What is due, late or missing on the day."""

    workbook: str
    on: date
    items: tuple[Item, ...]


def agenda(opened: Opened, on: date) -> Outcome[AgendaResult]:
    """Late things first."""
    return Outcome(AgendaResult(opened.name, on, open_items(opened.reading, on)))
