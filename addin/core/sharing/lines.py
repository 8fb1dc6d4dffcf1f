"""The records of one table on one sheet, square by square in the words that stand there, with the column each stands in.

Columns are called by their key, those nobody recognised by their heading; running numbers are no one's words and left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from addin import glossary
from addin.core.grids import Grid
from addin.core.masks import NUMBERS
from addin.core.records import dataclass
from addin.core.sharing.plain import Plain, plain
from addin.core.tables.recognition.headings import block_texts
from addin.core.tables.rows.book import ROW_TYPES, Book, FoundTable
from addin.core.tables.rows.columns import Kind, Row, columns_of


@dataclass(frozen=True, slots=True)
class Line:
    """One record: where it stands, and what each column says; a column it lacks is not in `values`."""

    sheet: str
    row: int
    values: Mapping[str, Plain]

    def says(self, column: str) -> Plain:
        """What the column says; None also where there is no such column."""
        return self.values.get(column)


@dataclass(frozen=True, slots=True)
class SheetLines:
    """A table on a sheet: how it was found, where each column stands and what its heading says, its records in order."""

    found: FoundTable
    places: Mapping[str, int]
    titles: Mapping[str, str]
    lines: tuple[Line, ...]
    formulas: frozenset[tuple[int, str]] = frozenset()

    @property
    def sheet(self) -> str:
        """The sheet's name."""
        return self.found.sheet


def lines_of(book: Book, grids: Sequence[Grid], table: str) -> tuple[SheetLines, ...]:
    """Every sheet of the table, in the workbook's order."""
    by_name = {grid.sheet: grid for grid in grids}
    return tuple(
        lines_on(by_name[found.sheet], found, [row.source.row for row in rows_of(book, found)])
        for found in book.layout
        if found.table == table and not found.is_year_column and found.sheet in by_name
    )


def rows_of(book: Book, found: FoundTable) -> list[Row]:
    """The records of one sheet's table, typed."""
    wanted = set(found.columns.items())
    return [
        row
        for row in book.rows(found.table)
        if row.source.sheet == found.sheet and found.first_row <= row.source.row <= found.last_row and wanted <= set(row.source.columns.items())
    ]


def lines_on(grid: Grid, found: FoundTable, rows: Sequence[int]) -> SheetLines:
    """The records in those rows; a square merged downwards speaks for every row it covers."""
    titles = block_texts(grid, found.heading_rows[0], len(found.heading_rows))
    places = _places(found, titles)
    tops = _tops(grid, found)
    lines = tuple(
        Line(found.sheet, row, {name: plain(grid.at(tops.get((row, column), row), column)) for name, column in places.items()}) for row in rows
    )
    names = {column: name for name, column in places.items()}
    formulas = frozenset((row, names[column]) for row, column in grid.formulas if column in names)
    return SheetLines(found, places, {name: titles.get(column, "") for name, column in places.items()}, lines, formulas)


def _places(found: FoundTable, titles: Mapping[int, str]) -> dict[str, int]:
    """Column by name, each column once; what must not leave the workbook has none."""
    restricted = {one.key for one in columns_of(ROW_TYPES[found.table]) if one.kind is Kind.RESTRICTED} | NUMBERS
    taken = {column for key, column in found.columns.items() if key in restricted}
    places: dict[str, int] = {}
    for key, column in sorted(found.columns.items()):
        if column not in taken:
            taken.add(column)
            places[key] = column
    for column, heading in found.unknown:
        name = "=" + glossary.fold(titles.get(column) or heading)
        if column not in taken and name not in places and glossary.fold(heading) not in glossary.ignored_headings():
            places[name] = column
    return places


def _tops(grid: Grid, found: FoundTable) -> dict[tuple[int, int], int]:
    """For squares merged downwards the row whose square holds the value."""
    return {
        (row, merged.first_column): merged.first_row
        for merged in grid.merged
        if found.first_row <= merged.first_row <= found.last_row
        for row in range(merged.first_row + 1, min(merged.last_row, grid.row_count) + 1)
    }
