"""Dates as offices write them, day first, with the precision that was given."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from addin.core.dates import PartialDate
from addin.core.findings import Heading
from addin.core.grids import Raw
from addin.core.tables.squares import faults
from addin.core.tables.squares.texts import as_text

_DAY = re.compile(
    r"(?:(?:sinh\s*)?ngày\s*)?(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})(?:[ T]+00:00(?::00)?)?", re.IGNORECASE
)
_WORDS = re.compile(r"(?:ngày\s*)?(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00(?:\.0+)?)?(?:Z|[+-]00:?00)?)?")
_MONTH = re.compile(r"(?:tháng\s*|t)?(\d{1,2})\s*(?:[/.\-]|năm)\s*(\d{4})", re.IGNORECASE)
_YEAR = re.compile(r"(?:năm\s*|sinh năm\s*|sn\s*)?(\d{4})", re.IGNORECASE)
FIRST_YEAR, LAST_YEAR = 1900, 2100
_FIRST_SERIAL, _LAST_SERIAL = 61, 73050
_PIVOT = 50
_FIRST_TRUE_MONTH = 3
"""Excel counts a 29 February 1900 that never was: what lies before is a small number in a square of date format."""
_MONTHS = 12
_ORIGIN, _ORIGIN_1904 = date(1899, 12, 30), date(1904, 1, 1)

Problem = tuple[Heading, str]
Reading = tuple[PartialDate | None, Problem | None]


def read_date(raw: Raw, *, epoch_1904: bool = False) -> Reading:
    """A date from whatever the square holds; the second item says what is wrong or doubtful with it."""
    if isinstance(raw, str):
        return read_date_text(as_text(raw))
    if isinstance(raw, bool | time | timedelta):
        return None, (faults.DATE, f"“{as_text(raw)}” không phải là ngày.")
    if isinstance(raw, date):
        return read_date_value(raw)
    if isinstance(raw, int | float):
        return read_date_number(raw, epoch_1904=epoch_1904)
    return None, None


def read_date_text(text: str) -> Reading:
    """A date from text, with the precision written."""
    text = text.rstrip(" .,;")
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
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None, (faults.DATE, f"Không có ngày “{text}”.")
    found = PartialDate(year, month, day)
    if short:
        return found, (faults.SHORT_YEAR, f"“{text}” được hiểu là {found}.")
    return found, _far(found)


def _far(found: PartialDate) -> Problem | None:
    if FIRST_YEAR <= found.year <= LAST_YEAR:
        return None
    return faults.FAR_DATE, f"Năm {found.year} ở ngoài khoảng {FIRST_YEAR}–{LAST_YEAR}."


def read_date_number(number: float, *, epoch_1904: bool = False) -> Reading:
    """A year standing alone, or a date serial under a number format."""
    if number == number // 1 and FIRST_YEAR <= number <= LAST_YEAR:
        return PartialDate(int(number)), None
    if _FIRST_SERIAL <= number <= _LAST_SERIAL:
        found = PartialDate.of((_ORIGIN_1904 if epoch_1904 else _ORIGIN) + timedelta(days=int(number)))
        return found, (faults.SERIAL, f"Số {number:g} được hiểu là ngày {found}.")
    likely = _typed_without_strokes(number)
    hint = f": có thể là {likely}, gõ lại có dấu /" if likely else ""
    return None, (faults.DATE, f"Số {as_text(number)} không phải là ngày{hint}.")


def _typed_without_strokes(number: float) -> PartialDate | None:
    """The day that eight digits may be: 15092015 day first, 20150915 year first."""
    digits = as_text(number).zfill(_EIGHT)
    if not (digits.isdigit() and len(digits) == _EIGHT):
        return None
    for day, month, year in ((digits[:2], digits[2:4], digits[4:]), (digits[6:], digits[4:6], digits[:4])):
        found, problem = _checked(digits, year, month, day)
        if found is not None and problem is None:
            return found
    return None


_EIGHT = 8


def read_date_value(value: date) -> Reading:
    """A real date square (a datetime's time is no part of it)."""
    year = year_of_date(value)
    if year is not None:
        message = f"Ô hiện “{as_text(value)}” nhưng chứa số {year}; được hiểu là năm {year}."
        return PartialDate(year), (faults.YEAR_AS_DATE, message)
    if value.year == FIRST_YEAR and value.month < _FIRST_TRUE_MONTH:
        message = f"Ô hiện “{as_text(value)}” nhưng chứa một số nhỏ hơn {_FIRST_SERIAL} (Excel tự đổi thành ngày đầu năm 1900)."
        return None, (faults.DATE, message)
    found = PartialDate(value.year, value.month, value.day)
    return found, _far(found)


def year_of_date(value: date) -> int | None:
    """The year typed into a square of date format: 1980 shows as 02/6/1905. No paper of ours is that old.

    Under the 1904 system such a square shows a day of 1909, and is left to the rules.
    """
    day = value.date() if isinstance(value, datetime) else value
    serial = (day - _ORIGIN).days
    return serial if FIRST_YEAR <= serial <= LAST_YEAR else None
