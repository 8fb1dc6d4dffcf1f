"""New rows for a table of the workbook: each value in its column and in her words, below the last row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from addin.core.persons.reading import Reading
from addin.core.tables.rows.book import FoundTable
from addin.core.tables.running_numbers import running_number
from addin.core.writes import RowAppend, Value
from addin.jobs.her_numbers import in_her_columns
from addin.jobs.year_sheets import Home, sheet_of_year


def append_rows(
    reading: Reading, table: str, rows: Sequence[Mapping[str, Value]], because: str
) -> tuple[RowAppend, ...]:
    """One append a row, in order, under the last sheet of the table that takes it; none where the workbook has no such sheet.

    Values of keys the sheet has no column for are left out: the sheet is the cell's own.
    """
    layouts = _layouts(reading, table)
    appends: list[RowAppend] = []
    added: Counter[str] = Counter()
    for row in rows:
        home = _home(reading, layouts, row)
        if home is not None:
            added[home.found.sheet] += 1
            appends.append(_append(reading, home, row, added[home.found.sheet], because))
    return tuple(appends)


def home_of(reading: Reading, table: str, row: Mapping[str, Value]) -> FoundTable | None:
    """The table a new row will stand in, on a sheet that is there or is still to be made."""
    home = _home(reading, _layouts(reading, table), row)
    return home.found if home is not None else None


def _layouts(reading: Reading, table: str) -> list[FoundTable]:
    return [layout for layout in reading.book.layout if layout.table == table and not layout.is_year_column]


def _home(reading: Reading, layouts: Sequence[FoundTable], row: Mapping[str, Value]) -> Home | None:
    """The last sheet that takes the row, else a new one of its year."""
    found = next((layout for layout in reversed(layouts) if _takes(layout, row)), None)
    if found is not None:
        return Home(found, found)
    year = row.get("year")
    return sheet_of_year(reading, layouts, year) if isinstance(year, int) else None


def _takes(layout: FoundTable, row: Mapping[str, Value]) -> bool:
    """Whether a row may go there: a sheet of one year takes no row of another."""
    return "year" in layout.columns or None in (layout.year, row.get("year")) or layout.year == row["year"]


def _append(reading: Reading, home: Home, row: Mapping[str, Value], ahead: int, because: str) -> RowAppend:
    vocabulary, found = reading.vocabulary, home.found
    after = max(found.last_row, found.heading_rows[-1])
    said = in_her_columns(reading.book, vocabulary.grid(home.model.sheet), home.model, row)
    values = dict(running_number(vocabulary.grid(home.model.sheet), found, ahead))
    values.update((found.columns[key], vocabulary.word(home.model, key, value)) for key, value in said.items() if key in found.columns)
    return RowAppend(
        found.sheet,
        after,
        tuple(sorted(values.items())),
        because,
        makes_room=not any(is_beside(other, found, after) for other in reading.book.layout),
        grows=found.last_row >= found.first_row,
        like=home.like,
    )


def is_beside(other: FoundTable, found: FoundTable, after: int) -> bool:
    """Whether a whole row put in below one table would come into the middle of another on the same sheet."""
    is_other = other.sheet == found.sheet and not set(other.columns.values()) & set(found.columns.values())
    return is_other and other.heading_rows[0] <= after < other.last_row
