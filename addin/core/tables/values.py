"""One square to one typed value, by the column's kind. What cannot be read is a finding and None.

Every reader takes the raw value and gives `(value, problem)`; the problem is placed by the caller.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, time, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from addin import glossary
from addin.core.grids import Raw, SquareError, Uncached
from addin.core.levels import Level
from addin.core.tables import faults
from addin.core.tables.columns import Column, Kind
from addin.core.tables.date_values import Problem, read_date_number, read_date_text, read_date_value

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]")
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
_SEPARATOR = re.compile(r"\s*(?:;|\n)\s*")
_BULLET = re.compile(r"^[-–•+*]\s+")
_GROUPED = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_PLAIN_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_ODD_STARTS = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad \u00a0"
_LONG_NUMBER = 11
_ID_DIGITS = 12

Result = tuple[Any, Problem | None]


@lru_cache(maxsize=1 << 16)
def clean(text: str) -> str:
    """NFC, invisible characters out, spaces folded, line breaks kept."""
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n")).strip()


def as_text(raw: Raw) -> str:
    """What a square shows as text; whole numbers without `.0`; blank is empty."""
    if raw is None or isinstance(raw, SquareError | Uncached):
        return ""
    if isinstance(raw, str):
        return clean(raw)
    if isinstance(raw, float) and raw == int(raw):
        return str(int(raw))
    return str(raw)


def is_blank(raw: Raw) -> bool:
    """Nothing to read: empty, or text of spaces."""
    return raw is None or (isinstance(raw, str) and (not raw.strip() or (raw[0] in _ODD_STARTS and not clean(raw))))


def read_value(column: Column, raw: Raw, *, epoch_1904: bool = False) -> Result:
    """The typed value of a square; `(None or (), problem)` where it cannot be read."""
    if isinstance(raw, str):
        return _read_written(column.kind, column.key if column.kind in _NUMERIC else "", column.choices, raw)
    empty = () if column.kind in _PLURAL else None
    if raw is None:
        return empty, None
    if isinstance(raw, SquareError):
        return empty, (faults.ERROR_VALUE, f"Ô đang báo lỗi {raw.code}.")
    if isinstance(raw, Uncached):
        return empty, (faults.UNCACHED, "Công thức ở ô này chưa có kết quả lưu lại.")
    if column.kind is Kind.DATE:
        return _read_date(raw, epoch_1904=epoch_1904)
    return _READERS[column.kind](column, raw)


@lru_cache(maxsize=1 << 16)
def _read_written(kind: Kind, key: str, choices: str, text: str) -> Result:
    """Text squares repeat a lot: names, choices, levels. Each is read once."""
    if is_blank(text):
        return (() if kind in _PLURAL else None), None
    if kind is Kind.DATE:
        return read_date_text(clean(text))
    return _READERS[kind](Column(key, kind, choices=choices), text)


_NUMERIC = frozenset({Kind.NUMBER, Kind.INT})
_PLURAL = frozenset({Kind.LIST, Kind.MEMBERS, Kind.LEVELS, Kind.CHOICES, Kind.CODES})


def _read_date(raw: Raw, *, epoch_1904: bool) -> Result:
    if isinstance(raw, bool | time | timedelta):
        return None, (faults.DATE, f"“{raw}” không phải là ngày.")
    if isinstance(raw, date):
        return read_date_value(raw)
    if isinstance(raw, int | float):
        return read_date_number(raw, epoch_1904=epoch_1904)
    return read_date_text(as_text(raw))


def _read_text(_column: Column, raw: Raw) -> Result:
    if isinstance(raw, date):
        found, _ = read_date_value(raw)
        return str(found), None
    return as_text(raw), None


def _read_digits(_column: Column, raw: Raw) -> Result:
    text = as_text(raw)
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        shown = text.zfill(_ID_DIGITS) if len(text) == _LONG_NUMBER else text
        return shown, (faults.LOST_ZEROS, f"“{text}” lưu dạng số, các số 0 ở đầu có thể đã mất.")
    return text.replace(" ", "").lstrip("'"), None


def decimal_of(text: str) -> Decimal | None:
    """`85%` → 0.85, `1.234,5` → 1234.5, `8,5` → 8.5; None where it is no number."""
    text, percent = (text[:-1].strip(), True) if text.endswith("%") else (text, False)
    if _GROUPED.fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    elif _PLAIN_NUMBER.fullmatch(text):
        text = text.replace(",", ".")
    else:
        return None
    try:
        return Decimal(text) / 100 if percent else Decimal(text)
    except InvalidOperation:
        return None


def _read_number(column: Column, raw: Raw) -> Result:
    if isinstance(raw, bool | date | time | timedelta):
        return None, (faults.WRONG_TYPE, f"Cột “{column.key}” cần số, ô đang là {_kind_words(raw)}.")
    value = Decimal(str(raw)) if isinstance(raw, int | float) else decimal_of(as_text(raw))
    if value is None or not value.is_finite():
        return None, (faults.NUMBER, f"“{as_text(raw)}” không phải là số.")
    if column.key.endswith("_pct") and value > 1:
        value /= 100
    return value, None


def _kind_words(raw: Raw) -> str:
    if isinstance(raw, bool):
        return "giá trị đúng/sai"
    return "giờ" if isinstance(raw, time | timedelta) else "ngày"


def _read_int(column: Column, raw: Raw) -> Result:
    value, problem = _read_number(column, raw)
    if value is None:
        return None, problem
    if value != value.to_integral_value() or value < 0:
        return None, (faults.WHOLE_NUMBER, f"“{as_text(raw)}” không phải là số nguyên không âm.")
    return int(value), None


def _read_flag(_column: Column, raw: Raw) -> Result:
    if isinstance(raw, bool):
        return raw, None
    value = glossary.flag(as_text(raw))
    return value, None if value is not None else (faults.FLAG, f"“{as_text(raw)}” không rõ là có hay không.")


def split_list(text: str) -> tuple[str, ...]:
    """Items separated by `;` or line breaks; leading dashes and bullets fall away."""
    items = (_BULLET.sub("", item.strip()).strip() for item in _SEPARATOR.split(text))
    return tuple(item for item in items if item)


def _read_list(_column: Column, raw: Raw) -> Result:
    return split_list(as_text(raw)), None


def _read_member(_column: Column, raw: Raw) -> Result:
    return glossary.without_honorific(as_text(raw)), None


def _read_members(_column: Column, raw: Raw) -> Result:
    return tuple(glossary.without_honorific(item) for item in split_list(as_text(raw))), None


def _read_level(_column: Column, raw: Raw) -> Result:
    code = glossary.level_of(as_text(raw))
    return (Level(code), None) if code else (None, (faults.LEVEL, f"“{as_text(raw)}” không phải mức xếp loại."))


def _read_levels(_column: Column, raw: Raw) -> Result:
    items = re.split(r"\s*[;,\n]\s*", as_text(raw))
    found = [glossary.level_of(item) for item in items if item]
    if all(found):
        return tuple(Level(code) for code in found if code), None
    return (), (faults.LEVEL, f"“{as_text(raw)}” có phần không phải mức xếp loại.")


def _read_choice(column: Column, raw: Raw) -> Result:
    found = glossary.choice(column.choices).get(glossary.fold(as_text(raw)))
    if found:
        return found, None
    allowed = ", ".join(glossary.canonical_choices(column.choices))
    return None, (faults.CHOICE, f"“{as_text(raw)}” không có trong danh sách: {allowed}.")


def _read_choices(column: Column, raw: Raw) -> Result:
    known = glossary.choice(column.choices)
    items = split_list(as_text(raw))
    found = tuple(known.get(glossary.fold(item), "") for item in items)
    if all(found):
        return found, None
    unknown = next(item for item, value in zip(items, found, strict=True) if not value)
    allowed = ", ".join(glossary.canonical_choices(column.choices))
    return tuple(item for item in found if item), (
        faults.CHOICE,
        f"“{unknown}” không có trong danh sách: {allowed}.",
    )


def _read_codes(column: Column, raw: Raw) -> Result:
    known = glossary.codes(column.choices)
    text = as_text(raw)
    items = split_list(text)
    if len(items) == 1 and glossary.fold(text) not in known:
        by_comma = [item.strip() for item in text.split(",")]
        if all(glossary.fold(item) in known for item in by_comma):
            items = tuple(by_comma)
    return tuple(dict.fromkeys(known.get(glossary.fold(item), item) for item in items)), None


_READERS: dict[Kind, Callable[[Column, Raw], Result]] = {
    Kind.TEXT: _read_text,
    Kind.RESTRICTED: _read_text,
    Kind.DIGITS: _read_digits,
    Kind.NUMBER: _read_number,
    Kind.INT: _read_int,
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
