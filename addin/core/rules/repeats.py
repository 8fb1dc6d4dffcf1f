"""Rows that say the same thing twice."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

from addin.core.tables.rows.columns import Row

SomeRow = TypeVar("SomeRow", bound=Row)


def repetitions(
    rows: Iterable[SomeRow], key_of: Callable[[SomeRow], Hashable | None]
) -> Iterator[tuple[SomeRow, SomeRow]]:
    """(row, first row with the same key) for each repetition; a key of None is never compared."""
    first: dict[Hashable, SomeRow] = {}
    for row in rows:
        key = key_of(row)
        if key is None:
            continue
        if key in first:
            yield row, first[key]
        else:
            first[key] = row


def standing_at(row: Row, other: Row) -> str:
    """As "dòng 7", with the sheet where it is another one: how a message points at the other row."""
    sheet = "" if row.source.sheet == other.source.sheet else f" của sheet “{other.source.sheet}”"
    return f"dòng {other.source.row}{sheet}"
