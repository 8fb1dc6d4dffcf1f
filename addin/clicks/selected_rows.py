"""From the rows a person selected to the records that stand there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from addin.core.tables.rows.book import ROW_TYPES, Book
from addin.core.tables.rows.columns import Row
from addin.hosts.live import Selected

Kind = TypeVar("Kind", bound=Row)


def rows_selected(rows: tuple[Kind, ...], selected: Selected | None) -> tuple[Kind, ...]:
    """Those of the rows that are selected, in their order."""
    if selected is None:
        return ()
    chosen = set(selected.rows)
    return tuple(row for row in rows if row.source.sheet == selected.sheet and row.source.row in chosen)


def year_selected(book: Book, selected: Selected | None) -> int | None:
    """The year of the first selected record that has one."""
    years = (getattr(row, "year", None) for row in rows_selected(tuple(_all_rows(book)), selected))
    return next((year for year in years if year), None)


def _all_rows(book: Book) -> Iterator[Row]:
    for table in ROW_TYPES:
        yield from getattr(book, table)


def groups_selected(book: Book, selected: Selected | None) -> tuple[str, ...]:
    """The groups of the selected members or groups, each once; none where something else is selected."""
    members, groups = rows_selected(book.members, selected), rows_selected(book.groups, selected)
    named = (*(row.group for row in members), *(row.group for row in groups))
    return tuple(dict.fromkeys(group for group in named if group))
