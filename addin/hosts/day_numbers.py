"""Days as Excel counts them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from addin.core.places import Place
from addin.hosts.refusal import refuse


def serial_of(day: date, place: Place, *, is_1904: bool) -> float:
    """The day number of Excel, with the time of day as a fraction; the wrong 29/02/1900 counts, as in Excel."""
    clock = day if isinstance(day, datetime) else datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a date has no zone
    epoch = datetime(1904, 1, 1) if is_1904 else datetime(1899, 12, 30)  # noqa: DTZ001 - Excel knows no zones
    passed = clock.replace(tzinfo=None) - epoch
    days = passed / timedelta(days=1)
    if not is_1904 and days < 61:
        days -= 1
    if days < (0 if is_1904 else 1):
        refuse(f"Excel không chứa được ngày trước năm {epoch.year + (not is_1904)}", "Kiểm tra lại ngày, hoặc ghi ở dạng chữ.", place)
    return int(days) if days == int(days) else days
