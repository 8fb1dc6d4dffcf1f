"""Periods with a first and a last day, either of which may be unwritten."""

from __future__ import annotations

import calendar
from datetime import date

from addin.core.dates import PartialDate, add_months


def is_reversed(first: PartialDate | None, last: PartialDate | None) -> bool:
    """Whether the end certainly lies before the beginning."""
    return first is not None and last is not None and last < first


def holds(first: PartialDate | None, last: PartialDate | None, day: date) -> bool:
    """Whether the day may lie in the period; an unwritten end never shuts it out."""
    return not (first is not None and first > day) and not (last is not None and last < day)


def ends_before(last: PartialDate | None, first: PartialDate | None) -> bool:
    """Whether one period is certainly over when the next begins.

    A handover on one and the same day is no overlap; two periods whose bounds are unwritten overlap.
    """
    if last is None or first is None:
        return False
    return not last > first


def begins(first: PartialDate | None) -> date:
    """For sorting: an unwritten beginning comes first."""
    return first.first if first is not None else date.min


def later_than(one: PartialDate | None, other: PartialDate | date | None) -> bool:
    """Whether both are written and the first certainly lies after the second."""
    return one is not None and other is not None and one > other


def year_end(year: int) -> date:
    """31/12 of a year, the day whose law and facts decide it."""
    return day_of(year, 12, 31)


def day_of(year: int, month: int, day: int) -> date:
    """A day of a year as typed in a sheet: 0 and 20266 must break nothing, and 29/02 is 28/02 in most years."""
    possible = min(max(year, date.min.year), date.max.year)
    return date(possible, month, min(day, calendar.monthrange(possible, month)[1]))


def months_after(day: date, months: int) -> date:
    """So many months later; the last day there is where a mistyped year leads beyond it."""
    try:
        return add_months(day, months)
    except ValueError:
        return date.max
