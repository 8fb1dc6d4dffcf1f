"""Squares that hold several values under one compound heading ("Số QĐ, ngày"; "Nam, nữ, dân tộc")."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from addin.core.grids import Raw, SquareError, Uncached
from addin.core.tables.rows.columns import Kind
from addin.core.tables.squares.values import as_text, is_blank

_DAY = r"\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{2,4}|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}"


@cache
def _trailing_date() -> re.Pattern[str]:
    return re.compile(rf"(?P<rest>.*?)[\s,;(]*(?:ngày\s*)?(?P<date>{_DAY})\)?\s*$", re.IGNORECASE | re.DOTALL)


@cache
def _dates() -> re.Pattern[str]:
    return re.compile(rf"{_DAY}|(?<![\d/.\-])\d{{1,2}}\s*[/.\-]\s*\d{{4}}|(?<![\d/.\-])\d{{4}}(?![\d/.\-])", re.IGNORECASE)


def split_compound(raw: Raw, keys: tuple[str, ...], key: str, kinds: tuple[Kind, ...]) -> Any:
    """The part of a square that belongs to `key`; NotImplemented where the parts cannot be told apart."""
    if is_blank(raw):
        return None
    if isinstance(raw, SquareError | Uncached):
        return raw
    at, text = keys.index(key), as_text(raw)
    if set(kinds) == {Kind.DATE}:
        return _date_part(raw, text, at, len(keys))
    if len(kinds) == 2 and kinds[1] is Kind.DATE:
        return _before_date(text, is_date=at == 1)
    for separator in (r"\n", r"\s*;\s*", r"\s*,\s*", r"\s*[–/]\s*", r"\s+-\s+"):
        parts = [part.strip() for part in re.split(separator, text)]
        if len(parts) == len(keys):
            return parts[at] or None
    return NotImplemented


def _date_part(raw: Raw, text: str, at: int, count: int) -> Any:
    """Dates one after another, however they are separated; a single one is the first key's."""
    if not isinstance(raw, str):
        return raw if at == 0 else None
    found = [match[0] for match in _dates().finditer(text)]
    if len(found) == count:
        return found[at]
    if len(found) <= 1:
        return text if at == 0 else None
    return NotImplemented


def _before_date(text: str, *, is_date: bool) -> Any:
    """A number with its date behind it; without a date there is only the number."""
    match = _trailing_date().fullmatch(text)
    if match is None:
        return None if is_date else text
    return (match["date"] if is_date else match["rest"].strip()) or None
