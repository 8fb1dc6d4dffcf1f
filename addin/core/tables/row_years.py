"""Which year a row is about, by its own words: the year it states, the days it tells."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from addin.core.dates import PartialDate
from addin.core.tables.rows.book import ROW_TYPES
from addin.core.tables.rows.columns import Kind, Row, columns_of
from addin.core.tables.squares.values import read_value
from addin.core.writes import Value

STANDING = frozenset({"members", "groups", "appointments", "criteria", "regulations"})
"""Tables whose rows hold for every year: nothing in them is past."""
_PLAUSIBLE = range(2000, 2100)


def days_of(table: str) -> tuple[str, ...]:
    """The fields of a table's rows that hold days."""
    return tuple(column.field for column in columns_of(ROW_TYPES[table]) if column.kind is Kind.DATE)


def year_told(row: Row, days: Iterable[str]) -> int | None:
    """The latest year the row speaks of; a slip of the pen (1925, 20255) is none."""
    years = [day.year for name in days if isinstance(day := getattr(row, name), PartialDate)]
    own = getattr(row, "year", None)
    return max((year for year in (*years, own) if isinstance(year, int) and year in _PLAUSIBLE), default=None)


def year_in(table: str, key: str, value: Value) -> int | None:
    """The year that a value meant for a column speaks of; None where the column holds no time."""
    column = next((one for one in columns_of(ROW_TYPES[table]) if one.key == key), None)
    if column is None or (key != "year" and column.kind is not Kind.DATE):
        return None
    if isinstance(value, date):
        return value.year
    read, _problem = read_value(column, value)
    year = read.year if isinstance(read, PartialDate) else read
    return year if isinstance(year, int) and year in _PLAUSIBLE else None
