"""`next`: the checklist on a day."""

from __future__ import annotations

from datetime import date

from addin.core.records import dataclass
from addin.core.summaries.agenda import open_items
from addin.core.summaries.to_do import CalendarDay, Item
from addin.core.summaries.tracker import OpenCase, open_cases
from addin.core.summaries.year_calendar import coming_days, year_calendar
from addin.jobs.opening import Opened
from addin.jobs.outcome import Outcome


@dataclass(frozen=True, slots=True)
class AgendaResult:
    """What is due, late or missing on the day, the days to come (of `year` where one was asked for), and where every open case stands."""

    workbook: str
    on: date
    items: tuple[Item, ...]
    calendar: tuple[CalendarDay, ...] = ()
    cases: tuple[OpenCase, ...] = ()
    year: int | None = None


def agenda(opened: Opened, on: date, *, year: int | None = None) -> Outcome[AgendaResult]:
    """Late things first."""
    reading = opened.reading
    days = coming_days(reading, on) if year is None else year_calendar(reading, year)
    return Outcome(AgendaResult(opened.name, on, open_items(reading, on), days, open_cases(reading, on), year))
