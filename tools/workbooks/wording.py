"""From a value of ours to what stands in the square, in the words the workbook's readers use."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from addin import glossary
from addin.core.levels import Level
from addin.core.tables.rows.columns import Column, Kind
from tools.workbooks.contents import Record, Value

Square = str | int | float | date | None
YES, NO = "có", "không"
_OTHERS = frozenset({"agency_level", "union_level", "unions_level"})
_FOUR_LEVELS = 2018


def square_of(table: str, column: Column, record: Record) -> Square:
    """What is written for one column of one record; None leaves the square empty."""
    value = record.get(column.key)
    if value is None or value == ():
        return None
    if column.kind is Kind.LEVEL and isinstance(value, str):
        return level_words(table, column.key, value, record)
    return _plain(value)


def level_words(table: str, key: str, value: str, record: Record) -> str:
    """A level's full name in the regime of the row's year; other bodies never used the Party's old names."""
    year = record.get("year")
    subject = "party_cell" if table == "cell_years" else "member"
    if not isinstance(year, int) or value not in set(Level):
        return value
    return glossary.level_words(value, _FOUR_LEVELS if key in _OTHERS else year, subject)


def _plain(value: Value) -> Square:
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, tuple):
        return "; ".join(value)
    return float(value) if isinstance(value, Decimal) else value
