"""Numbers as offices write them: decimal commas, grouped thousands, percentages, years."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from decimal import Decimal

from addin.core.grids import Raw
from addin.core.numerals import number_text
from addin.core.tables.squares import faults
from addin.core.tables.squares.date_values import FIRST_YEAR, LAST_YEAR, Problem, year_of_date
from addin.core.tables.squares.texts import as_text
from addin.patterns import pattern

_GROUPED = pattern(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_PLAIN_NUMBER = pattern(r"-?\d+(?:[.,]\d+)?")
_YEAR = pattern(r"(?:năm\s*)?(\d{4})", re.IGNORECASE)
_MOST_DOUBTFUL_SHARE = 2
PERCENT_ENDING = "_pct"


def decimal_of(text: str) -> Decimal | None:
    """`85%` → 0.85, `1.234,5` → 1234.5, `8,5` → 8.5; None where it is no number."""
    text, percent = (text[:-1].strip(), True) if text.endswith("%") else (text, False)
    if _GROUPED.fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    elif _PLAIN_NUMBER.fullmatch(text):
        text = text.replace(",", ".")
    else:
        return None
    return Decimal(text) / 100 if percent else Decimal(text)


def read_number(key: str, raw: Raw) -> tuple[Decimal | None, Problem | None]:
    """Any number; a share of 1 where the key is a percentage."""
    if isinstance(raw, bool | date | time | timedelta):
        return None, (faults.WRONG_TYPE, f"Ô cần số nhưng đang là {_kind_words(raw)}.")
    if isinstance(raw, int | float):
        value: Decimal | None = Decimal(int(raw)) if raw == raw // 1 else Decimal(repr(raw))
    else:
        value = decimal_of(as_text(raw))
    if value is None or not value.is_finite():
        return None, (faults.NUMBER, f"“{as_text(raw)}” không phải là số.")
    if key.endswith(PERCENT_ENDING):
        return _share(value, raw)
    return value, None


def _share(value: Decimal, raw: Raw) -> tuple[Decimal | None, Problem | None]:
    """80, 80 % and 0.8 are the same; what is a little above 1 may be either."""
    if value < 0:
        return None, (faults.NUMBER, f"Tỷ lệ “{as_text(raw)}” không thể âm.")
    if value <= 1 or as_text(raw).endswith("%"):
        return value, None
    problem = None
    if value < _MOST_DOUBTFUL_SHARE:
        shown = number_text(value)
        problem = (faults.PERCENT, f"“{shown}” được hiểu là {shown}%.")
    return value / 100, problem


def read_whole(key: str, raw: Raw) -> tuple[int | None, Problem | None]:
    """A whole number, none below 0; for the year, also a date or "Năm 2019"."""
    if key == "year" or key.startswith("year_"):
        return _read_year(raw)
    value, problem = read_number(key, raw)
    if value is None:
        return None, problem
    if value != value.to_integral_value() or value < 0:
        return None, (faults.WHOLE_NUMBER, f"“{as_text(raw)}” không phải là số nguyên không âm.")
    return int(value), None


def _read_year(raw: Raw) -> tuple[int | None, Problem | None]:
    if isinstance(raw, date):
        hidden = year_of_date(raw)
        if hidden is not None:
            return hidden, (faults.YEAR_AS_DATE, f"Ô hiện “{as_text(raw)}” nhưng chứa số {hidden}; được hiểu là năm {hidden}.")
        return raw.year, None
    if isinstance(raw, str):
        match = _YEAR.fullmatch(as_text(raw))
        year = int(match[1]) if match else None
    else:
        value, problem = read_number("", raw)
        if value is None:
            return None, problem
        year = int(value) if value == value.to_integral_value() else None
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return None, (faults.YEAR, f"“{as_text(raw)}” không phải là năm trong khoảng {FIRST_YEAR}–{LAST_YEAR}.")
    return year, None


def _kind_words(raw: Raw) -> str:
    if isinstance(raw, bool):
        return "giá trị đúng/sai"
    return "giờ" if isinstance(raw, time | timedelta) else "ngày"
