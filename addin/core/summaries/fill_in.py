"""The square where something that is not yet in the workbook is to be written: the first free row of its table."""

from __future__ import annotations

from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.tables.rows.book import FoundTable
from addin.core.tables.squares.texts import is_blank


def free_square(reading: Reading, table: str, key: str, year: int | None = None, nth: int = 0) -> tuple[Place, ...]:
    """One square, the key's on the `nth` free row below the table (of the year, where a sheet is of one); none where no sheet has it."""
    found = [one for one in reading.book.layout if one.table == table and not one.is_year_column and _is_of(one, year)]
    if not found:
        return ()
    last = max(found, key=lambda one: (one.year == year, one.last_row))
    return (Place(last.sheet, last.last_row + 1 + nth, last.columns.get(key, 0)),)


def to_fill(reading: Reading, squares: tuple[Place, ...]) -> Place | None:
    """The first of the squares that has a column and where the sheet shows nothing: whatever stands there is not written over."""
    return next((place for place in squares if place.column and is_empty(reading, place)), None)


def is_empty(reading: Reading, place: Place) -> bool:
    """Whether nothing stands in the square, read or not; below the records of a table in the whole row: no total, no signature."""
    grid = reading.vocabulary.grid(place.sheet)
    if grid is None:
        return True
    is_record = any(one.sheet == place.sheet and one.first_row <= place.row <= one.last_row for one in reading.book.layout)
    columns = (place.column,) if is_record else range(1, len(grid.row(place.row)) + 1)
    return all(is_blank(grid.at(place.row, column)) and (place.row, column) not in grid.formulas for column in columns)


def _is_of(table: FoundTable, year: int | None) -> bool:
    return table.year is None or year is None or table.year == year
