"""Squares that hold several values under one compound heading ("Số QĐ, ngày"; "Nam, nữ, dân tộc")."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from addin.core.grids import Raw, SquareError, Uncached
from addin.core.tables.rows.columns import Kind
from addin.core.tables.squares.periods import read_period
from addin.core.tables.squares.values import as_text, is_blank
from addin.patterns import pattern

_DAY = r"\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{2,4}|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}"


@cache
def _trailing_date() -> re.Pattern[str]:
    return re.compile(rf"(?P<rest>.*?)[\s,;(]*(?:ngày\s*)?(?P<date>{_DAY})\)?\s*$", re.IGNORECASE | re.DOTALL)


@cache
def _dates() -> re.Pattern[str]:
    return re.compile(rf"{_DAY}|(?<![\d/.\-])\d{{1,2}}\s*[/.\-]\s*\d{{4}}|(?<![\d/.\-])\d{{4}}(?![\d/.\-])", re.IGNORECASE)


def split_compound(raw: Raw, keys: tuple[str, ...], key: str, kinds: tuple[Kind, ...], year: int | None = None) -> Any:
    """The part of a square that belongs to `key`; NotImplemented where the parts cannot be told apart."""
    if is_blank(raw):
        return None
    if isinstance(raw, SquareError | Uncached):
        return raw
    at, text = keys.index(key), as_text(raw)
    if set(kinds) == {Kind.INT} and text.isdecimal():
        return raw if at == 0 else None
    told = _told_apart(raw, text, at, keys, kinds, year)
    return _by_separator(text, at, len(keys)) if told is NotImplemented and not _is_dated(keys, kinds) else told


def _is_dated(keys: tuple[str, ...], kinds: tuple[Kind, ...]) -> bool:
    return set(kinds) == {Kind.DATE} or keys[:2] == ("number", "symbol")


def _told_apart(  # noqa: PLR0917
    raw: Raw, text: str, at: int, keys: tuple[str, ...], kinds: tuple[Kind, ...], year: int | None
) -> Any:
    """The part by what stands in the square; NotImplemented where only the separators tell."""
    if set(kinds) == {Kind.DATE}:
        return _span_part(raw, text, at, year) if keys[0] in _SPAN else _date_part(raw, text, at, len(keys))
    if keys[:2] == ("number", "symbol"):
        return _number_part(text, at)
    if len(kinds) == 2 and kinds[1] is Kind.DATE:
        return _before_date(text, is_date=at == 1)
    return NotImplemented


def _by_separator(text: str, at: int, count: int) -> Any:
    for separator in (r"\n", r"\s*;\s*", r"\s*,\s*", r"\s*[–/]\s*", r"\s+-\s+"):
        parts = [part.strip() for part in re.split(separator, text)]
        if len(parts) == count:
            return parts[at] or None
    return NotImplemented


_SPAN = ("starts_on", "period_from", "from")
_NUMBERED = pattern(r"\s*(?:số\s*:?\s*)?(?P<number>\d{1,6}[a-zA-Z]?)\s*[-–/.]\s*(?P<symbol>[^\W\d_]+(?:\s*[-–/.]\s*[^\W\d_]+)*)", re.IGNORECASE)


def _number_part(text: str, at: int) -> str | None:
    """Number, symbol and date of "03-QĐ/CB, ngày 05/8/2025"; a bare number has no symbol."""
    match = _trailing_date().fullmatch(text)
    if at == 2:
        return match["date"] if match else None
    written = (match["rest"] if match else text).strip(" ,;")
    parts = _NUMBERED.fullmatch(written)
    if parts is None:
        return (written or None) if at == 0 else None
    return parts["number"] if at == 0 else parts["symbol"].replace(" ", "")


def _span_part(raw: Raw, text: str, at: int, year: int | None) -> Any:
    """First or last day of a period: two dates, or a period in words; a single date is both."""
    if not isinstance(raw, str):
        return raw
    period = read_period(text, year)
    if period is not None:
        return period[at].iso
    found = [match[0] for match in _dates().finditer(text)]
    if len(found) == 2:
        return found[at]
    return text if len(found) <= 1 and at == 0 else found[0] if found else None


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
