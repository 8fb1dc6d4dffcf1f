"""Working days: the sample's papers carry none dated on a Saturday or Sunday."""

from __future__ import annotations

from datetime import date, timedelta

_SATURDAY = 5


def on_weekday(day: date) -> date:
    """The day itself, or the Monday after it."""
    rest = day.weekday()
    return day + timedelta(days=7 - rest) if rest >= _SATURDAY else day


def working_days_after(day: date, count: int) -> date:
    """So many working days later; the sample knows no holidays."""
    for _ in range(count):
        day = on_weekday(day + timedelta(days=1))
    return day


def days_after(day: date, count: int) -> date:
    """So many days later, on a weekday."""
    return on_weekday(day + timedelta(days=count))
