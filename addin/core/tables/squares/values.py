"""One square to one typed value, by the column's kind. What cannot be read is a finding and None.

Every reader takes the raw value and gives `(value, problem)`; the problem is placed by the caller. Squares
repeat a lot (names, choices, levels, dates), so what was read once is kept while one workbook is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from addin import glossary
from addin.core.grids import Raw, SquareError, Uncached
from addin.core.levels import Level
from addin.core.masks import masked
from addin.core.places import Place
from addin.core.tables.rows.columns import Column, Kind
from addin.core.tables.squares import faults
from addin.core.tables.squares.date_values import Problem, read_date, read_date_value
from addin.core.tables.squares.names import names_in
from addin.core.tables.squares.none_words import says_none, without_none
from addin.core.tables.squares.number_values import decimal_of, read_number, read_whole
from addin.core.tables.squares.texts import as_text, clean, is_blank
from addin.core.tables.squares.wordings import codes_in, split_list
from addin.patterns import pattern

__all__ = ["ReadValues", "as_text", "clean", "decimal_of", "is_blank", "read_value", "split_list"]

_SCIENTIFIC = pattern(r"\d+(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
_ID_DIGITS, _FEWEST_ID_DIGITS = 12, 10
_MOST_KEPT = 1 << 14

Result = tuple[Any, Problem | None]


class _Answers(dict[tuple[type, Raw], Result]):
    """What one kind of column was read as, by type and value (1, 1.0 and TRUE are three things)."""

    def __init__(self, column: Column, *, epoch_1904: bool) -> None:
        super().__init__()
        self._column = column
        self._epoch_1904 = epoch_1904

    def __missing__(self, asked: tuple[type, Raw]) -> Result:
        if len(self) >= _MOST_KEPT:
            self.clear()
        result = self[asked] = _read(self._column, asked[1], epoch_1904=self._epoch_1904)
        return result


class _TextAnswers(_Answers):
    """The same for free text, which is most of a workbook and needs no more than to be clean."""

    def __missing__(self, asked: tuple[type, Raw]) -> Result:
        raw = asked[1]
        if not isinstance(raw, str):
            return super().__missing__(asked)
        result = self[asked] = (clean(raw) or None, None)
        return result


class _RemarkAnswers(_TextAnswers):
    """The same for free text that may say "none", which is none."""

    def __missing__(self, asked: tuple[type, Raw]) -> Result:
        value, _ = super().__missing__(asked)
        result = self[asked] = (None if value and says_none(value) else value, None)
        return result


class _LastingAnswers(_Answers):
    """The same for figures, days and words of our own lists; a text that is none of them is not kept."""

    def __missing__(self, asked: tuple[type, Raw]) -> Result:
        result = super().__missing__(asked)
        if result[1] is not None:
            del self[asked]
        return result


_LASTING: dict[tuple[Kind, str, str, bool], _Answers] = {}
_NO_TEXTS = frozenset({Kind.INT, Kind.NUMBER, Kind.DATE, Kind.FLAG, Kind.LEVEL, Kind.LEVELS, Kind.CHOICE, Kind.CHOICES})
_ANSWERS: dict[Kind, type[_Answers]] = {
    **dict.fromkeys(Kind, _Answers),
    **dict.fromkeys(_NO_TEXTS, _LastingAnswers),
    Kind.TEXT: _TextAnswers,
    Kind.RESTRICTED: _TextAnswers,
}
_BY_KEY = frozenset({Kind.INT, Kind.NUMBER, Kind.DIGITS})


class ReadValues:
    """What the squares of one workbook were read as, by kind of column; its texts are gone when it is read."""

    def __init__(self) -> None:
        self._by_kind: dict[tuple[Kind, str, str, bool], _Answers] = {}
        self.said_none: set[Place] = set()

    def of(self, column: Column, *, epoch_1904: bool = False) -> Mapping[tuple[type, Raw], Result]:
        """What any square of the column is read as, asked by its type and value."""
        is_date = epoch_1904 and column.kind is Kind.DATE
        name = (column.kind, column.key if column.kind in _BY_KEY else str(column.says_none), column.choices, is_date)
        held = _LASTING if column.kind in _NO_TEXTS else self._by_kind
        answers = held.get(name)
        if answers is None:
            kept = _RemarkAnswers if column.says_none else _ANSWERS[column.kind]
            answers = held[name] = kept(column, epoch_1904=is_date)
        return answers


def read_value(column: Column, raw: Raw, *, epoch_1904: bool = False) -> Result:
    """The typed value of a square; `(None or (), problem)` where it cannot be read."""
    return _read(column, raw, epoch_1904=epoch_1904)


def _read(column: Column, raw: Raw, *, epoch_1904: bool) -> Result:
    empty = () if column.is_plural else None
    if is_blank(raw):
        return empty, None
    if isinstance(raw, SquareError):
        return empty, (faults.ERROR_VALUE, f"Ô đang báo lỗi {raw.code}.")
    if isinstance(raw, Uncached):
        return empty, (faults.UNCACHED, "Công thức ở ô này chưa có kết quả lưu lại.")
    if column.kind is Kind.DATE:
        return read_date(raw, epoch_1904=epoch_1904)
    return _READERS[column.kind](column, raw)


def _read_text(column: Column, raw: Raw) -> Result:
    if isinstance(raw, date):
        found, _ = read_date_value(raw)
        return str(found), None
    text = as_text(raw)
    return None if column.says_none and says_none(text) else text, None


def _read_digits(column: Column, raw: Raw) -> Result:
    text = as_text(raw)
    if isinstance(raw, bool | date | time | timedelta):
        return None, (faults.WRONG_TYPE, f"Ô cần dãy chữ số nhưng đang là “{text}”.")
    if isinstance(raw, str):
        if _SCIENTIFIC.fullmatch(text):
            return None, (faults.LOST_ZEROS, f"“{text}” đã mất các chữ số cuối.")
        return text.replace(" ", "").lstrip("'"), None
    is_short = column.key == "id_number" and _FEWEST_ID_DIGITS <= len(text) < _ID_DIGITS
    shown = text.zfill(_ID_DIGITS) if is_short else text
    return shown, (faults.LOST_ZEROS, f"“{masked(text)}” lưu dạng số, các số 0 ở đầu có thể đã mất.")


def _read_number(column: Column, raw: Raw) -> Result:
    return read_number(column.key, raw)


def _read_whole(column: Column, raw: Raw) -> Result:
    return read_whole(column.key, raw)


def _read_flag(_column: Column, raw: Raw) -> Result:
    if isinstance(raw, bool):
        return raw, None
    value = glossary.flag(as_text(raw))
    return value, None if value is not None else (faults.FLAG, f"“{as_text(raw)}” không rõ là có hay không.")


def _read_list(_column: Column, raw: Raw) -> Result:
    return without_none(split_list(as_text(raw))), None


def _read_member(_column: Column, raw: Raw) -> Result:
    if isinstance(raw, bool | datetime | date | time | timedelta):
        return None, (faults.WRONG_TYPE, f"Ô cần tên hoặc mã đảng viên nhưng đang là “{as_text(raw)}”.")
    return glossary.without_honorific(as_text(raw)), None


def _read_members(_column: Column, raw: Raw) -> Result:
    return tuple(glossary.without_honorific(one) for item in without_none(split_list(as_text(raw))) for one in names_in(item)), None


_UNRATED = pattern(
    r"(?:được\s+)?miễn(?:\s+(?:xl|xếp loại|đg|đánh giá|đánh giá,? xếp loại|sh|sinh hoạt|công tác|kiểm điểm))*|"
    r"(?:chưa|không|ko|k)\s+(?:xl|xếp loại|đg|đánh giá|đánh giá,? xếp loại|xét)|[kc]xl",
    re.IGNORECASE,
)


def _read_level(_column: Column, raw: Raw) -> Result:
    code = glossary.level_of(as_text(raw))
    if code is None and _UNRATED.fullmatch(as_text(raw)):
        return None, None  # said to have no level: nothing to read, nothing wrong
    return (Level(code), None) if code else (None, (faults.LEVEL, f"“{as_text(raw)}” không phải mức xếp loại."))


def _read_levels(_column: Column, raw: Raw) -> Result:
    items = re.split(r"\s*[;,\n]\s*", as_text(raw))
    found = [glossary.level_of(item) for item in items if item]
    if all(found):
        return tuple(Level(code) for code in found if code), None
    return (), (faults.LEVEL, f"“{as_text(raw)}” có phần không phải mức xếp loại.")


def _read_choice(column: Column, raw: Raw) -> Result:
    found = glossary.choice(column.choices).get(glossary.fold(as_text(raw)))
    return (found, None) if found else (None, _not_listed(column, as_text(raw)))


def _not_listed(column: Column, text: str) -> Problem:
    allowed = ", ".join(glossary.canonical_choices(column.choices))
    return faults.CHOICE, f"“{text}” không có trong danh sách: {allowed}."


def _read_choices(column: Column, raw: Raw) -> Result:
    known = glossary.choice(column.choices)
    items = without_none(split_list(as_text(raw)))
    found = tuple(known.get(glossary.fold(item), "") for item in items)
    if all(found):
        return found, None
    unknown = next(item for item, value in zip(items, found, strict=True) if not value)
    return tuple(item for item in found if item), _not_listed(column, unknown)


def _read_codes(column: Column, raw: Raw) -> Result:
    return codes_in(column.choices, as_text(raw)), None


_READERS: dict[Kind, Callable[[Column, Raw], Result]] = {
    Kind.TEXT: _read_text,
    Kind.RESTRICTED: _read_text,
    Kind.DIGITS: _read_digits,
    Kind.NUMBER: _read_number,
    Kind.INT: _read_whole,
    Kind.FLAG: _read_flag,
    Kind.LIST: _read_list,
    Kind.MEMBER: _read_member,
    Kind.MEMBERS: _read_members,
    Kind.LEVEL: _read_level,
    Kind.LEVELS: _read_levels,
    Kind.CHOICE: _read_choice,
    Kind.CHOICES: _read_choices,
    Kind.CODES: _read_codes,
}
