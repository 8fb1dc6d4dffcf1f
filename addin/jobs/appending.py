"""New rows for a table of the workbook: each value in its column and in her words, below the last row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from addin.core.persons.reading import Reading
from addin.core.tables.rows.book import FoundTable
from addin.core.writes import RowAppend, Value


def append_rows(
    reading: Reading, table: str, rows: Sequence[Mapping[str, Value]], because: str
) -> tuple[RowAppend, ...]:
    """One append a row, in order, under the last sheet of the table that takes it; none where the workbook has no such sheet.

    Values of keys the sheet has no column for are left out: the sheet is the cell's own.
    """
    layouts = [layout for layout in reading.book.layout if layout.table == table and not layout.is_year_column]
    appends = []
    for row in rows:
        found = next((layout for layout in reversed(layouts) if _takes(layout, row)), None)
        if found is not None:
            appends.append(_append(reading, found, row, because))
    return tuple(appends)


def _takes(layout: FoundTable, row: Mapping[str, Value]) -> bool:
    """Whether a row may go there: a sheet of one year takes no row of another."""
    return "year" in layout.columns or None in (layout.year, row.get("year")) or layout.year == row["year"]


def _append(reading: Reading, found: FoundTable, row: Mapping[str, Value], because: str) -> RowAppend:
    word = reading.vocabulary.word
    values = sorted((found.columns[key], word(found, key, value)) for key, value in row.items() if key in found.columns)
    return RowAppend(found.sheet, max(found.last_row, found.heading_rows[-1]), tuple(values), because)
