"""Dates as the sheets give them: a day, a month or only a year, and the Party's way to print them.

`PartialDate` keeps the precision that was written. Comparisons say what is certain: `a < b` holds only
where every day `a` may mean lies before every day `b` may mean.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

_FEBRUARY, _DECEMBER = 2, 12
_SHORT_MONTHS = frozenset({4, 6, 9, 11})


@dataclass(frozen=True, slots=True)
class PartialDate:
    """Year, and month and day where known; `first` and `last` are the earliest and the latest day it may mean.

    Both are worked out once: dates are compared far oftener than they are read.
    """

    year: int
    month: int | None = None
    day: int | None = None
    first: date = field(init=False, repr=False, compare=False)
    last: date = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        month = self.month or _DECEMBER
        object.__setattr__(self, "first", date(self.year, self.month or 1, self.day or 1))
        object.__setattr__(self, "last", date(self.year, month, self.day or _last_day(self.year, month)))

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """A date known to the day."""
        return cls(day.year, day.month, day.day)

    @property
    def exact(self) -> date | None:
        """The day, where it is known."""
        return self.first if self.day else None

    def __lt__(self, other: PartialDate | date) -> bool:
        return self.last < (other.first if isinstance(other, PartialDate) else other)

    def __gt__(self, other: PartialDate | date) -> bool:
        return self.first > (other.last if isinstance(other, PartialDate) else other)

    @property
    def iso(self) -> str:
        """`2019-09-03`, `2019-09` or `2019`: the form of `--json`."""
        parts = [f"{self.year:04d}", f"{self.month:02d}" if self.month else "", f"{self.day:02d}" if self.day else ""]
        return "-".join(part for part in parts if part)

    def __str__(self) -> str:
        """`03/9/2019`, `9/2019`, `2019`: as in messages and short forms of documents."""
        if self.month is None:
            return str(self.year)
        month = vn_month(self.month)
        return f"{vn_day(self.day)}/{month}/{self.year}" if self.day else f"{month}/{self.year}"


def vn_day(day: int) -> str:
    """Days below 10 are padded (requirements.md, traps; HD 05-HD/VPTW)."""
    return f"{day:02d}"


def vn_month(month: int) -> str:
    """Only January and February are padded."""
    return f"{month:02d}" if month <= 2 else str(month)


def vn_date(day: date) -> str:
    """`03/9/2019`."""
    return f"{vn_day(day.day)}/{vn_month(day.month)}/{day.year}"


def vn_long_date(day: date) -> str:
    """`ngày 03 tháng 9 năm 2019`."""
    return f"ngày {vn_day(day.day)} tháng {vn_month(day.month)} năm {day.year}"


def add_months(day: date, months: int) -> date:
    """The same day so many months later; the month's last day where there is none."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    return date(year, month + 1, min(day.day, _last_day(year, month + 1)))


def years_named(text: str) -> set[int]:
    """The years that stand in a text as words of their own."""
    return {int(word) for word in text.split() if word.isdigit() and len(word) == len("2026")}


def year_end(year: int) -> date:
    """31/12 of a year, the day whose law and facts decide it."""
    return date(min(max(year, date.min.year), date.max.year), _DECEMBER, 31)


def day_of(year: int, month: int, day: int) -> date:
    """A day of a year as typed in a sheet: 0 and 20266 must break nothing, and 29/02 is 28/02 in most years."""
    possible = min(max(year, date.min.year), date.max.year)
    return date(possible, month, min(day, _last_day(possible, month)))


def months_after(day: date, months: int) -> date:
    """So many months later; the last day there is where a mistyped year leads beyond it."""
    try:
        return add_months(day, months)
    except ValueError:
        return date.max


def _last_day(year: int, month: int) -> int:
    """The number of days of a month."""
    if month == _FEBRUARY:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in _SHORT_MONTHS else 31
