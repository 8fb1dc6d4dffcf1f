"""Which rows may be headings at all, and which only number columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time, timedelta
from itertools import pairwise

from addin import glossary
from addin.core.grids import Raw
from addin.core.tables.recognition import row_words
from addin.core.tables.recognition.profiles import tags_of
from addin.patterns import pattern

_YEARS = range(1990, 2060)
_LONGEST_ORDINAL = 8
_NUMBERS = (int, float)


def is_year_heading(text: str) -> bool:
    """Whether a column of one year's levels may be headed so."""
    return "20" in text and YEAR_HEADING.fullmatch(glossary.fold(text)) is not None


YEAR_HEADING = pattern(
    r"(?:(?:xếp loại|phân loại|xl|xlcl|clđv|kết quả|kq|đánh giá|đg|đgxl|mức|mức độ|chất lượng|cl|đảng viên|đv|và)\s+){0,5}(?:năm\s*)?(?P<year>20[0-4]\d)",
    re.IGNORECASE,
)


def is_year(raw: Raw) -> bool:
    """A year as a number, which may head a column."""
    return isinstance(raw, int | float) and not isinstance(raw, bool) and raw in _YEARS


def may_be_heading(line: Sequence[Raw]) -> bool:
    """Headings are words: a date, an amount or a running number makes a row of data; years behind words, or alone, do not."""
    words = years = 0
    for raw in line:
        if raw is None:
            continue
        if isinstance(raw, str):
            if raw[:1].isdigit() and {"date", "paper", "number"}.intersection(tags_of(raw)) and "year" not in tags_of(raw):
                return False
            words += bool(raw.strip())
        elif is_year(raw):
            years += 1
            if words == 0 and line[0] is raw:
                return False
        elif isinstance(raw, int | float | date | time | timedelta):
            return False
    return not years or words == 0 or isinstance(next((raw for raw in line if raw is not None), None), str)


def is_numbering(line: Sequence[Raw]) -> bool:
    """A row of column numbers, in brackets or not, or of letters and numbers."""
    first = next((raw for raw in line if raw is not None), None)
    if isinstance(first, str) and (len(first) > _LONGEST_ORDINAL or (first.strip() and not row_words.is_ordinal(first.strip()))):
        return False
    ordinals: list[str] = []
    numbers: list[float] = []
    for raw in line:
        if isinstance(raw, str):
            text = raw.strip()
            if text and not row_words.is_ordinal(text):
                return False
            ordinals += [text] if text else []
        elif isinstance(raw, _NUMBERS):
            numbers.append(raw)
        elif raw is not None:
            return False
    is_bracketed = not numbers and all(text[0] == "(" for text in ordinals)
    if len(ordinals) + len(numbers) < (2 if is_bracketed else 3):
        return False
    return (not numbers or numbers[0] not in _YEARS) and all(later - former == 1 for former, later in pairwise(numbers))
