"""Columns of a table that are used for nothing and that a person may teach: what an office's own sheet holds besides."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice

from addin.core.grids import Grid
from addin.core.places import Place, column_letters
from addin.core.records import dataclass
from addin.core.tables.recognition.recognise import Recognised
from addin.core.tables.recognition.sense import is_foreign, is_remark, strange_to
from addin.core.tables.squares.values import is_blank

_LOOKED_AT = 40


@dataclass(frozen=True, slots=True)
class UnusedColumn:
    """`id` is how an answer names the column; `table` the one it stands in."""

    id: str
    table: str
    place: Place
    heading: str


def unused_columns(grid: Grid, prefix: str, found: Recognised, taken: Collection[int]) -> list[UnusedColumn]:
    """What nobody has taken or declined, where something stands below it; remarks, signatures and what is known to be none of ours are left out."""
    table = found.table
    return [
        UnusedColumn(f"{prefix}!{column_letters(column)}", table.table, grid.place(table.heading_rows[-1], column), text)
        for column, text in table.unknown
        if column not in taken and _may_be_ours(table.table, text) and _holds(grid, found, column)
    ]


def _may_be_ours(table: str, text: str) -> bool:
    return not (is_remark(text) or is_foreign(text) or table in strange_to(text))


def _holds(grid: Grid, found: Recognised, column: int) -> bool:
    return any(not is_blank(grid.at(row, column)) for row in islice(found.extent.rows, _LOOKED_AT))
