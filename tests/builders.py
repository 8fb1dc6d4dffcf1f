"""Rows as a sheet in good order gives them: valid ones, overridden by keyword, values as a person writes them.

A row stands on its table's own sheet, with every column of the table in the dictionary's order. A date may be
`03/9/2019`, `9/2019`, `2019-09-03`, `2019` or a date; a number or level may be plain; what is typed already stays.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from addin import glossary
from addin.core.dates import PartialDate
from addin.core.levels import Level
from addin.core.tables.rows.book import ROW_TYPES
from addin.core.tables.rows.columns import Column, Kind, Row, RowSource, columns_of
from addin.core.tables.rows.members import Member
from addin.core.tables.rows.organisation import Appointment
from addin.core.tables.rows.ratings import RatingRow

NAME = "Nguyễn Văn Mẫu"
_TABLES = {row_type: table for table, row_type in ROW_TYPES.items()}
_PLURAL = (Kind.MEMBERS, Kind.LIST, Kind.CODES, Kind.CHOICES, Kind.LEVELS)


def places(row_type: type[Row]) -> dict[str, int]:
    """Where each column of a table stands."""
    return {column.key: number for number, column in enumerate(columns_of(row_type), 1)}


def row(row_type: type[Row] | str, number: int = 2, /, columns: dict[str, int] | None = None, sheet: str = "", **values: Any) -> Any:
    """The row `number` of a table, by its type or its key; `columns` and `sheet` where it stands elsewhere."""
    made = ROW_TYPES[row_type] if isinstance(row_type, str) else row_type
    known = {column.field: column for column in columns_of(made)}
    source = RowSource(sheet or glossary.sheet_name(_TABLES[made]), number, places(made) if columns is None else columns)
    fields = {("from_" if key == "from" else key): value for key, value in values.items()}
    return made(source=source, **{key: read(known[key], value) if key in known else value for key, value in fields.items()})


def rows(table: str, *values: dict[str, Any]) -> tuple[Any, ...]:
    """Rows of a table from row 2 on."""
    return tuple(row(table, number, **one) for number, one in enumerate(values, start=2))


def read(column: Column, value: Any) -> Any:
    """One value as the reader would give it."""
    if value is None:
        return None
    if column.kind in _PLURAL:
        items = value if isinstance(value, list | tuple) else [value]
        return tuple(Level(item) if column.kind is Kind.LEVELS else _text(item) for item in items)
    return _READERS.get(column.kind, _text)(value)


def _text(value: Any) -> str:
    """Choices of the glossary are texts already."""
    return value if isinstance(value, str) else str(value)


def day(written: Any) -> PartialDate:
    """As precise as it is written."""
    if isinstance(written, PartialDate):
        return written
    if isinstance(written, date):
        return PartialDate.of(written)
    text = str(written)
    return PartialDate(*map(int, reversed(text.split("/")) if "/" in text else text.split("-")))


_READERS = {Kind.DATE: day, Kind.NUMBER: lambda value: Decimal(str(value)), Kind.LEVEL: Level, Kind.INT: int, Kind.FLAG: bool}


def member(number: int = 2, name: str = NAME, **values: Any) -> Member:
    """An official member of long standing."""
    return row(Member, number, full_name=name, **{"birth_date": "1980-01-02", "admitted_on": "2005-02-03", "official_on": "2006-02-03", **values})


def appointment(number: int, name: str, role: str, first: Any = None, last: Any = None) -> Appointment:
    """A post, from `first` to `last` where they are given."""
    return row(Appointment, number, member=name, role=role, from_=first, to=last)


def rating(year: int, number: int = 2, name: str = NAME, **values: Any) -> RatingRow:
    """A rating row with nothing but what is given."""
    return row(RatingRow, number, year=year, member=name, **values)
