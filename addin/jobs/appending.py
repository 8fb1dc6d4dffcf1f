"""New rows for a table of the workbook: each value in its column and in her words, below the last row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from addin.core.persons.reading import Reading
from addin.core.writes import RowAppend, Value


def append_rows(
    reading: Reading, table: str, rows: Sequence[Mapping[str, Value]], because: str
) -> tuple[RowAppend, ...]:
    """One append a row, in order, under the table's last sheet; empty where the workbook has no such table.

    Values of keys the sheet has no column for are left out: the sheet is the cell's own.
    """
    found = next((layout for layout in reversed(reading.book.layout) if layout.table == table), None)
    if found is None:
        return ()
    word = reading.vocabulary.word
    return tuple(
        RowAppend(
            found.sheet,
            max(found.last_row, found.heading_rows[-1]),
            tuple(sorted((found.columns[key], word(found, key, value)) for key, value in row.items() if key in found.columns)),
            because,
        )
        for row in rows
    )
