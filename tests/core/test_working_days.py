"""Working days before a day: weekends and the holidays of fixed date do not count."""

from __future__ import annotations

from datetime import date

import pytest

from addin.core.working_days import is_working_day, working_days_before


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2025, 12, 12), 3, date(2025, 12, 9)),  # Friday → Tuesday
        (date(2025, 12, 15), 3, date(2025, 12, 10)),  # Monday → Wednesday over a weekend
        (date(2025, 12, 14), 3, date(2025, 12, 10)),  # a meeting on Sunday
        (date(2026, 1, 5), 3, date(2025, 12, 30)),  # over New Year's Day
        (date(2025, 12, 31), 0, date(2025, 12, 31)),
    ],
)
def test_so_many_working_days_lie_between(day, count, expected):
    """The latest day that still leaves the days."""
    assert working_days_before(day, count) == expected


def test_fixed_holidays_are_no_working_days():
    """01/01, 30/4, 01/5, 02/9."""
    assert not any(map(is_working_day, (date(2026, 1, 1), date(2026, 4, 30), date(2026, 5, 1), date(2026, 9, 2))))
    assert is_working_day(date(2026, 9, 1))
