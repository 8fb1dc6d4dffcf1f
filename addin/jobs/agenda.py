"""`next`: the checklist on a day."""

from __future__ import annotations

from datetime import date

from addin.core.records import dataclass
from addin.core.summaries.agenda import open_items
from addin.core.summaries.review_season import calendar
from addin.core.summaries.to_do import CalendarDay, Item
from addin.core.summaries.tracker import OpenCase, open_cases
from addin.jobs.opening import Opened
from addin.jobs.outcome import Outcome


@dataclass(frozen=True, slots=True)
class AgendaResult:
    """What is due, late or missing on the day, the season's calendar, and where every open case stands in its procedure."""

    workbook: str
    on: date
    items: tuple[Item, ...]
    calendar: tuple[CalendarDay, ...] = ()
    cases: tuple[OpenCase, ...] = ()


def agenda(opened: Opened, on: date) -> Outcome[AgendaResult]:
    """Late things first."""
    reading = opened.reading
    return Outcome(AgendaResult(opened.name, on, open_items(reading, on), calendar(reading, on), open_cases(reading, on)))
