"""Periods in words: "Quý II/2025", "Tháng 5/2025", "Từ 01/3 đến 25/3/2025", "6 tháng đầu năm 2025", "Cả năm 2025"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from addin.core.dates import PartialDate
from addin.core.tables.squares.texts import clean
from addin.kept_texts import kept_calls
from addin.patterns import pattern

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_YEAR = r"(?:\s*(?:/|-|,|năm)?\s*(?:năm\s*)?(?P<year>20\d\d|19\d\d))?"
_QUARTER = pattern(rf"(?:trong\s+)?quý\s*(?P<quarter>[1-4]|i{{1,3}}|iv){_YEAR}", re.IGNORECASE)
_QUARTERS = pattern(rf"quý\s*(?P<first>[1-4]|i{{1,3}}|iv)\s*(?:-|–|,|và|đến)\s*(?:quý\s*)?(?P<last>[1-4]|i{{1,3}}|iv){_YEAR}", re.IGNORECASE)
_MONTH = pattern(rf"(?:trong\s+)?(?:tháng|t)\s*(?P<month>\d{{1,2}}){_YEAR}", re.IGNORECASE)
_MONTHS = pattern(rf"(?:từ\s+)?tháng\s*(?P<first>\d{{1,2}})\s*(?:-|–|đến|,|và)\s*(?:tháng\s*)?(?P<last>\d{{1,2}}){_YEAR}", re.IGNORECASE)
_HALF = pattern(rf"(?:6|sáu)\s*tháng\s*(?P<half>đầu|cuối)(?:\s*năm)?{_YEAR}", re.IGNORECASE)
_WHOLE = pattern(rf"(?:cả|trong)\s*năm{_YEAR}|năm\s*(?P<only>20\d\d)", re.IGNORECASE)
_DAY = r"(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?"
_FROM_TO = pattern(rf"(?:từ\s*)?(?:ngày\s*)?{_DAY}\s*(?:đến|-|–|tới)\s*(?:hết\s*)?(?:ngày\s*)?{_DAY}", re.IGNORECASE)

_BEGINNINGS = ("trong", "quý", "tháng", "từ", "sáu", "cả", "năm", "ngày", *(f"t{space}{digit}" for space in ("", " ") for digit in range(10)))

Period = tuple[PartialDate, PartialDate]


@kept_calls
def read_period(text: str, year: int | None = None) -> Period | None:
    """First and last day; `year` is the sheet's, for a period that names none. None where it is no period."""
    text = clean(text).strip(" .;")
    if not (text[:1].isdigit() or text[:6].casefold().startswith(_BEGINNINGS)):
        return None  # most texts asked are names and words: seven patterns later the answer would be the same
    for form, span in ((_QUARTERS, _quarters), (_QUARTER, _quarter), (_MONTHS, _months), (_MONTH, _month), (_HALF, _half), (_WHOLE, _whole)):
        match = form.fullmatch(text)
        if match:
            months = span(match)
            found = match.groupdict().get("year") or match.groupdict().get("only")
            in_year = int(found) if found else year
            return _span(in_year, *months) if in_year and months else None
    match = _FROM_TO.fullmatch(text)
    return _days(match, year) if match else None


def _number(text: str) -> int:
    return _ROMAN.get(text.casefold()) or int(text)


def _quarter(match: re.Match[str]) -> tuple[int, int]:
    quarter = _number(match["quarter"])
    return 3 * quarter - 2, 3 * quarter


def _quarters(match: re.Match[str]) -> tuple[int, int]:
    return 3 * _number(match["first"]) - 2, 3 * _number(match["last"])


def _month(match: re.Match[str]) -> tuple[int, int]:
    return int(match["month"]), int(match["month"])


def _months(match: re.Match[str]) -> tuple[int, int]:
    return int(match["first"]), int(match["last"])


def _half(match: re.Match[str]) -> tuple[int, int]:
    return (1, 6) if match["half"].casefold() == "đầu" else (7, 12)


def _whole(_match: re.Match[str]) -> tuple[int, int]:
    return 1, 12


def _span(year: int, first: int, last: int) -> Period | None:
    if not 1 <= first <= last <= 12:
        return None
    return PartialDate(year, first, 1), PartialDate(year, last, monthrange(year, last)[1])


def _days(match: re.Match[str], year: int | None) -> Period | None:
    day, month, first, last_day, last_month, last = match.groups()
    end_year = int(last) if last else year
    start_year = int(first) if first else end_year
    if start_year is None or end_year is None:
        return None
    try:
        start, end = date(start_year, int(month), int(day)), date(end_year, int(last_month), int(last_day))
    except ValueError:
        return None
    return (PartialDate.of(start), PartialDate.of(end)) if start <= end else None
