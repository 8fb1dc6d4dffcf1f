"""What a figure rests on: where the sheets lack a column, or it was not read, what hangs on it is unknown, never nought.

A column is there when a sheet has it, or when title, symbol or section gave its values. A sheet a year has columns
of its own, so the rows of the interval are asked first; a table none of whose rows shows a year is asked for that.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from addin import glossary
from addin.core.persons.reading import Reading
from addin.core.summaries.figures import Figure, Key
from addin.core.summaries.view import YEAR_KEYS, View
from addin.core.tables.rows.columns import Row

Lacking: TypeAlias = "tuple[str, ...]"  # headings


def settled(view: View, figure: Figure) -> tuple[Figure, Lacking]:
    """The figure, unknown where a column it rests on is not there; and the headings of those columns."""
    rows = view.book.rows(figure.table) if figure.rests_on else ()
    if not rows:
        return figure, ()
    years = YEAR_KEYS.get(figure.table, ())
    asked = view.reading.once(_rows_asked, figure.table, view.first_year, view.last_year, view.on) if years else rows
    keys = (*((years,) if years else ()), *figure.rests_on)
    lacking = tuple(dict.fromkeys(_heading(figure.table, key) for key in keys if not is_there(asked, key)))
    return (replace(figure, value=None, places=()), lacking) if lacking else (figure, ())


def _rows_asked(reading: Reading, table: str, first_year: int, last_year: int, on: date) -> tuple[Row, ...]:
    """The rows of the interval, else all: a sheet a year has columns of its own."""
    rows = reading.book.rows(table)
    return View(reading, first_year, last_year, on).within(table, rows) or rows


def is_there(rows: Iterable[Row], key: Key) -> bool:
    """Whether any of the rows has the column, or any one of several."""
    names = (key,) if isinstance(key, str) else key
    return any(row.has(name.rstrip("_")) or getattr(row, name) not in (None, ()) for row in rows for name in names)


def _heading(table: str, key: Key) -> str:
    """What the column is called; of several that would do, the first."""
    name = key if isinstance(key, str) else key[0]
    return glossary.header(table, name.rstrip("_"))
