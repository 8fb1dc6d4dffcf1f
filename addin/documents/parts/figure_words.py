"""A figure's value as one line for tables: codes and levels in words, records cut to what a reader needs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from addin import glossary
from addin.core.levels import Level
from addin.core.numerals import padded, percent, rounded_text

if TYPE_CHECKING:
    from addin.core.summaries.figures import Figure

UNKNOWN = "chưa có số liệu"
_ANY_YEAR = 2020  # the general words of a level, where a figure is not by year
_YEAR = re.compile(r"\d{4}")
_SHARES = frozenset({"inspections.coverage", "disseminations.attendance"})
_COUNTED_ONLY = frozenset({"inspections.not_inspected", "supervision.members_never_noted"})
_CODES = MappingProxyType(
    {
        "strengths.by_kind": "strength",
        "shortcomings.by_kind": "shortcoming",
        "inspections.by_content": "content",
    }
)


def figure_words(figure: Figure) -> str:
    """The value as one line; names of persons are counted, not listed."""
    if figure.value is None:
        return UNKNOWN
    if figure.id in _COUNTED_ONLY and isinstance(figure.value, list | tuple):
        return str(len(figure.value))
    return _words(figure.id, figure.value) or UNKNOWN


def _words(identifier: str, value: Any, year: int = _ANY_YEAR) -> str:
    if identifier in _RECORDS and isinstance(value, Mapping):
        return _RECORDS[identifier](value)
    if isinstance(value, Mapping):
        parts = ((key, part, int(key) if _YEAR.fullmatch(str(key)) else year) for key, part in value.items())
        return "; ".join(f"{key_words(identifier, key, of)}: {_words(identifier, part, of)}" for key, part, of in parts)
    if isinstance(value, list | tuple):
        return "; ".join(_words(identifier, part, year).rstrip(" .;") for part in value)
    if identifier in _SHARES:
        return share_words(value)
    return _level(identifier, value, year) if isinstance(value, str) else number_words(value, pad=False)


def key_words(identifier: str, key: str, year: int = _ANY_YEAR) -> str:
    """The words of a key: a code's text, a level's words in the regime of the year, else the key itself."""
    if identifier in _CODES and key in set(glossary.codes(_CODES[identifier]).values()):
        return glossary.code_text(_CODES[identifier], key)
    return _level(identifier, key, year)


def _level(identifier: str, text: str, year: int) -> str:
    subject = "member" if identifier.startswith("ratings.") else "party_cell"
    return glossary.level_words(text, year, subject) if text in set(Level) else text


def _paper(record: Mapping[str, Any]) -> str:
    day = record.get("date_text") or ""
    return " ".join(part for part in (record.get("number") or "chưa có số", f"ngày {day}" if day else "") if part)


def _decision(record: Mapping[str, Any]) -> str:
    return f"{_paper(record)}: {record['turns']} lượt"


def _waited(record: Mapping[str, Any]) -> str:
    days = record.get("days")
    return f"{record.get('number') or 'chưa có số'}: {UNKNOWN if days is None else f'{days} ngày'}"


def reward_words(record: Mapping[str, Any]) -> str:
    """`Chi bộ: Giấy khen của Ban Chấp hành … (2015-2020)`."""
    by = f" của {record['authority']}" if record.get("authority") else ""
    years = [str(record[key]) for key in ("year_from", "year_to") if record.get(key)]
    period = f" ({'-'.join(dict.fromkeys(years))})" if years else ""
    return f"{record.get('subject')}: {record.get('form')}{by}{period}"


def _term(record: Mapping[str, Any]) -> str:
    return f"{record['from']}-{record['to']}: {sum(len(lines) for lines in record['by_year'].values())} mục"


_RECORDS: Mapping[str, Callable[[Mapping[str, Any]], str]] = MappingProxyType(
    {
        "inspections.decisions": _decision,
        "plan_to_decision_days": _waited,
        "rewards": reward_words,
        "plan.term": _term,
        "supervision.positive_factors": lambda record: str(record.get("text") or ""),
        "supervision.assignments": _paper,
        "supervision.group_reports": _paper,
        "appointments.inspection_responsible": lambda record: str(record.get("name") or ""),
    }
)


def number_words(value: object, *, pad: bool = True) -> str:
    """Whole numbers, padded in prose; others to one place."""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, int):
        return padded(value) if pad else str(value)
    if isinstance(value, Decimal | float):
        text = rounded_text(value)
        return padded(int(text)) if pad and text.isdigit() else text
    return str(value)


def share_words(value: object) -> str:
    """A share of 1 in per cent: `66,7%`; what is no number is unknown."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return UNKNOWN
    return percent(value)
