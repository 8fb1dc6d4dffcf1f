"""How wide a column is: enough for its heading in three lines, its dates and numbers, its longest short text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from addin.core.tables.rows.columns import Column, Kind

_LEAST = {
    Kind.DATE: 12.5,
    Kind.INT: 9,
    Kind.NUMBER: 9,
    Kind.FLAG: 9,
    Kind.LEVEL: 18,
    Kind.LEVELS: 18,
    Kind.CHOICE: 13,
    Kind.CHOICES: 20,
    Kind.CODES: 16,
    Kind.MEMBER: 24,
    Kind.MEMBERS: 28,
    Kind.LIST: 24,
    Kind.DIGITS: 15.5,
    Kind.TEXT: 14,
    Kind.RESTRICTED: 20,
}
_OWN = {
    "full_name": 26, "member_id": 9, "party_post": 15, "ethnicity": 9, "gender": 8, "text": 48, "title": 46,
    "task": 40, "reasons": 40, "remedy": 40, "note": 24, "resolution": 44, "topic": 34, "evidence": 24,
    "document": 34, "suitability": 40, "action": 30, "outcome": 28, "violation": 40, "content": 40,
    "conclusion": 22, "course": 32, "name": 46, "superior_plan": 40, "authority": 26, "applied_in": 26,
    "group": 13, "number": 13, "symbol": 9, "location": 20, "subject": 24, "retention": 18, "void_reason": 20,
    "code": 10, "decision_no": 13, "conclusion_no": 13, "year": 8,
}
_WIDEST = 50.0
_HEADING_LINES = 3
_LINE = 15.75


def width_of(column: Column, heading: str, shown: Iterable[str]) -> float:
    """Characters of width: the kind's least, the heading's words, and dates, numbers and names in full."""
    least = _OWN.get(column.key, _LEAST[column.kind])
    words = max((len(word) for word in heading.split()), default=0) * 1.2 + 3
    lines = len(heading) / _HEADING_LINES + 4
    longest = 0.0 if column.key in _OWN else max((len(text) for text in shown), default=0) + 2.0
    wanted = max(least, words, lines, min(longest, _cap(column)))
    return round(min(wanted, _WIDEST), 1)


def height_of(shown: Sequence[object], widths: Sequence[float], *, bold: bool = False) -> float:
    """Points of height for the longest wrapped text; programs other than Excel do not find it themselves."""
    lines = 1
    for value, width in zip(shown, widths, strict=True):
        if isinstance(value, str):
            lines = max(lines, _lines(value, (width - 1) * (0.8 if bold else 1.06)))
    return _LINE * lines + 2


def _lines(text: str, width: float) -> int:
    count, used = 1, 0.0
    for word in text.split():
        if used and used + len(word) > width:
            count, used = count + 1, 0.0
        used += len(word) + 1
    return count


def _cap(column: Column) -> float:
    return 40.0 if column.kind in {Kind.TEXT, Kind.LEVEL, Kind.CHOICE, Kind.MEMBER} else _LEAST[column.kind]
