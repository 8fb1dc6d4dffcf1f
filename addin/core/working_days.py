"""Working days as deadlines count them: Monday to Friday, less the holidays that fall on the same day every year.

Tết and Giỗ Tổ follow the moon and the government's yearly decision, which no rule here can know.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

_SATURDAY: Final = 5
_HOLIDAYS: Final = frozenset({(1, 1), (4, 30), (5, 1), (9, 2)})
_DAY: Final = timedelta(days=1)


def is_working_day(day: date) -> bool:
    """Whether offices work that day, as far as the calendar alone can say."""
    return day.weekday() < _SATURDAY and (day.month, day.day) not in _HOLIDAYS


def working_days_before(day: date, count: int) -> date:
    """The latest day that lies so many working days before another."""
    while count > 0:
        day -= _DAY
        count -= is_working_day(day)
    return day
