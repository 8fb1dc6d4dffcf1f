"""Squares left blank: what a row cannot do without, said once for every table.

A square is blank only where its sheet has the column and nobody wrote in it; a column that is not there is
the reader's finding (SHT1xx), and so is a square whose text could not be read.
"""

from __future__ import annotations

from addin.core.rules.context import Context
from addin.core.tables.rows.columns import Row


def is_blank(row: Row, key: str, context: Context) -> bool:
    """Whether the square of the key is there and empty."""
    value = getattr(row, f"{key}_" if key == "from" else key)
    if value is not None and value != ():
        return False
    if not row.has(key):
        return False
    answered, unreadable = context.book.said_none, context.unreadable
    if not answered and not unreadable:
        return True
    place = row.place(key)
    return place not in answered and place not in unreadable
