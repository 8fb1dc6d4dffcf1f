"""Dates as offices write them, day first, with the precision that was given."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from addin.core.dates import PartialDate
from addin.core.tables import faults
from addin.core.tables.faults import Fault

_DAY = re.compile(r"(?:ngày\s*)?(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})", re.IGNORECASE)
_WORDS = re.compile(r"(?:ngày\s*)?(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00)?)?")
_MONTH = re.compile(r"(?:tháng\s*)?(\d{1,2})\s*(?:[/.\-]|năm)\s*(\d{4})", re.IGNORECASE)
_YEAR = re.compile(r"(?:năm\s*)?(\d{4})", re.IGNORECASE)
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_FIRST_SERIAL, _LAST_SERIAL = 61, 73050
_PIVOT = 50
_MONTHS = 12

Problem = tuple[Fault, str]
Reading = tuple[PartialDate | None, Problem | None]


def read_date_text(text: str) -> Reading:
    """A date from text; the second item says what is wrong or doubtful with it."""
    for pattern, order in ((_DAY, "dmy"), (_WORDS, "dmy"), (_ISO, "ymd"), (_MONTH, "my"), (_YEAR, "y")):
        match = pattern.fullmatch(text)
        if match:
            parts = dict(zip(order, match.groups(), strict=True))
            return _checked(text, parts["y"], parts.get("m"), parts.get("d"))
    return None, (faults.DATE, f"“{text}” không phải là ngày.")


def _checked(text: str, year_text: str, month_text: str | None, day_text: str | None) -> Reading:
    year, short = int(year_text), len(year_text) < 4
    if short:
        year += 1900 if year >= _PIVOT else 2000
    month = int(month_text) if month_text else None
    day = int(day_text) if day_text else None
    if month and month > _MONTHS and day and day <= _MONTHS:
        return None, (faults.MONTH_FIRST, f"“{text}” có tháng {month}: có thể tháng đứng trước ngày.")
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None, (faults.DATE, f"Không có ngày “{text}”.")
    found = PartialDate(year, month if month_text else None, day if day_text else None)
    if short:
        return found, (faults.SHORT_YEAR, f"“{text}” được hiểu là {found}.")
    return found, _far(found)


def _far(found: PartialDate) -> Problem | None:
    if _FIRST_YEAR <= found.year <= _LAST_YEAR:
        return None
    return faults.FAR_DATE, f"Năm {found.year} ở ngoài khoảng {_FIRST_YEAR}–{_LAST_YEAR}."


def read_date_number(number: float, *, epoch_1904: bool = False) -> Reading:
    """A year standing alone, or a date serial under a number format."""
    if number == int(number) and _FIRST_YEAR <= number <= _LAST_YEAR:
        return PartialDate(int(number)), None
    if _FIRST_SERIAL <= number <= _LAST_SERIAL:
        origin = date(1904, 1, 1) if epoch_1904 else date(1899, 12, 30)
        found = PartialDate.of(origin + timedelta(days=int(number)))
        return found, (faults.SERIAL, f"Số {number:g} được hiểu là ngày {found}.")
    return None, (faults.DATE, f"Số {number:g} không phải là ngày.")


def read_date_value(value: date) -> Reading:
    """A real date square (a datetime's time is no part of it)."""
    found = PartialDate.of(value.date() if isinstance(value, datetime) else value)
    return found, _far(found)
