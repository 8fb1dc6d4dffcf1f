"""Rows of "Thiết lập" that we write: an existing one is set, a new one appended, the sheet made where absent."""

from __future__ import annotations

from collections.abc import Sequence

from addin import glossary
from addin.core.grids import Grid
from addin.core.tables.settings_sheet import setting_columns, settings_of
from addin.core.tables.squares.values import as_text
from addin.core.writes import RowAppend, SheetReplace, Value, Write, Writes
from addin.hosts.port import Host

SETTINGS_SHEET = "Thiết lập"


def setting_writes(host: Host, rows: Sequence[tuple[str, str]]) -> Writes:
    """The writes that make each (Mục, Giá trị) stand in the settings sheet."""
    if not rows:
        return Writes()
    grid = settings_of(host.grids())
    if grid is None:
        return Writes(sheets=(new_settings_sheet(rows),))
    name_column, value_column = setting_columns(grid)
    held = {as_text(grid.at(row, name_column)): row for row in range(1, grid.row_count + 1)}
    squares = [_square(grid, held[name], value_column, value) for name, value in rows if name in held]
    appends = [
        RowAppend(grid.sheet, grid.row_count, ((name_column, name), (value_column, value)), f"mục “{name}”")
        for name, value in rows
        if name not in held
    ]
    return Writes(tuple(squares), tuple(appends))


def _square(grid: Grid, row: int, column: int, value: str) -> Write:
    return Write(grid.place(row, column), value, "thiết lập", as_text(grid.at(row, column)) or None)


def new_settings_sheet(rows: Sequence[tuple[str, ...]]) -> SheetReplace:
    """The sheet with every setting, blank but for the rows given; a third square says where a value was read."""
    headings: tuple[Value, ...] = ("Mục", "Giá trị", "Ghi chú")
    names = [glossary.setting_header(key) for key in dict.fromkeys(glossary.settings_headers().values())]
    given = {row[0]: row for row in rows}
    known: list[tuple[Value, ...]] = [given.get(name, (name, None)) for name in names]
    more = [row for row in rows if row[0] not in names]
    return SheetReplace(SETTINGS_SHEET, (headings, *known, *more), (34, 80, 40), because="Thiết lập")
