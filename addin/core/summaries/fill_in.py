"""The square where something that is not yet in the workbook is to be written: the first free row of its table."""

from __future__ import annotations

from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.tables.rows.book import FoundTable


def free_square(reading: Reading, table: str, key: str, year: int | None = None, nth: int = 0) -> tuple[Place, ...]:
    """One square, the key's on the `nth` free row below the table (of the year, where a sheet is of one); none where no sheet has it."""
    found = [one for one in reading.book.layout if one.table == table and not one.is_year_column and _is_of(one, year)]
    if not found:
        return ()
    last = max(found, key=lambda one: (one.year == year, one.last_row))
    return (Place(last.sheet, last.last_row + 1 + nth, last.columns.get(key, 0)),)


def _is_of(table: FoundTable, year: int | None) -> bool:
    return table.year is None or year is None or table.year == year
