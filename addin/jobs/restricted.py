"""Squares of restricted columns (who denounced somebody) that are to be written: what stands there is shown to nobody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from addin import glossary
from addin.core.grids import Grid
from addin.core.places import Place
from addin.core.tables.reading import read_book
from addin.core.tables.rows.book import ROW_TYPES
from addin.core.tables.rows.columns import Kind, columns_of
from addin.core.tables.settings_sheet import settings_of
from addin.core.writes import Write

_HEADS = 30
_SPEAKS = glossary.fold(glossary.sheet_name("denunciations"))
_KEYS = frozenset((table, column.key) for table, row_type in ROW_TYPES.items() for column in columns_of(row_type) if column.kind is Kind.RESTRICTED)


def with_restricted(writes: tuple[Write, ...], grids: Iterable[Grid]) -> tuple[Write, ...]:
    """The same writes, those of restricted columns marked. Only a sheet whose head speaks of denunciations is understood for it."""
    sheets = tuple(grids)
    settings = settings_of(sheets)
    wanted = {write.place.sheet for write in writes}
    speaking = [grid for grid in sheets if grid.sheet in wanted and grid is not settings and _may_be(grid, settings)]
    if not speaking:
        return writes
    book = read_book([*([settings] if settings else []), *speaking])
    columns = {(found.sheet, found.columns[key]) for found in book.layout for table, key in _KEYS if found.table == table and key in found.columns}
    return tuple(replace(write, is_restricted=True) if _column(write.place) in columns else write for write in writes)


def _may_be(grid: Grid, settings: Grid | None) -> bool:
    """By its name, its first rows, or a layout a person taught."""
    texts = [grid.sheet, *(raw for row in grid.values[:_HEADS] for raw in row if isinstance(raw, str))]
    taught = [] if settings is None else [raw for row in settings.values for raw in row if isinstance(raw, str) and "denunciations" in raw]
    return bool(taught) or any(_SPEAKS in glossary.fold(text) for text in texts)


def _column(place: Place) -> tuple[str, int]:
    return place.sheet, place.column
