"""Squares left blank: what a row cannot do without, said once for every table.

A square is blank only where its sheet has the column and nobody wrote in it; a column that is not there is
the reader's finding (SHT1xx), and so is a square whose text could not be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from addin import glossary
from addin.core.rules.context import Context
from addin.core.rules.rule import Flag, flag
from addin.core.tables.rows.columns import Row, columns_of


def is_blank(row: Row, key: str, context: Context) -> bool:
    """Whether the square of the key is there and empty."""
    value = getattr(row, f"{key}_" if key == "from" else key)
    return (value is None or value == ()) and row.has(key) and row.place(key) not in context.unreadable


def blank_squares(
    row: Row, table: str, context: Context, *keys: str, as_of: date | None = None
) -> Iterator[Flag]:
    """A flag for each key whose square is empty."""
    for key in keys:
        if is_blank(row, key, context):
            yield flag(row, key, f"Chưa ghi “{glossary.header(table, key)}”.", as_of=as_of)


def required_squares(row: Row, table: str, context: Context, *, but: tuple[str, ...] = ()) -> Iterator[Flag]:
    """A flag for each key the dictionary marks `*`, save those another rule speaks of."""
    keys = [column.key for column in columns_of(type(row)) if column.required and column.key not in but]
    return blank_squares(row, table, context, *keys)
