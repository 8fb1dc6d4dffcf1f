"""Squares to be written whose columns keep a secret: who denounced somebody is shown to nobody, a number that names a person by its end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from addin import glossary
from addin.core.grids import Grid
from addin.core.masks import NUMBERS
from addin.core.places import Place
from addin.core.tables.reading import read_book
from addin.core.tables.rows.book import ROW_TYPES
from addin.core.tables.rows.columns import Kind, columns_of
from addin.core.tables.settings_sheet import settings_of
from addin.core.writes import Value, Write

_HEADS = 30
_FEWEST_SIGNS = 5
"""Numbers shorter than any that names a person."""
_SPEAKS = glossary.fold(glossary.sheet_name("denunciations"))
_SECRET = frozenset((table, column.key) for table, row_type in ROW_TYPES.items() for column in columns_of(row_type) if column.kind is Kind.RESTRICTED)
_Column = tuple[str, int]


def with_secrets(writes: tuple[Write, ...], grids: Iterable[Grid]) -> tuple[Write, ...]:
    """The same writes, those of such columns marked. A sheet is understood for it only where there may be something to hide."""
    sheets = tuple(grids)
    settings = settings_of(sheets)
    wanted = {write.place.sheet for write in writes}
    numbered = {write.place.sheet for write in writes if _may_be_number(write.before) or _may_be_number(write.value)}
    asked = [grid for grid in sheets if grid.sheet in wanted and grid is not settings and (grid.sheet in numbered or _may_be(grid, settings))]
    if not asked:
        return writes
    secret, known, personal = _columns([*([settings] if settings else []), *asked])
    return tuple(
        replace(write, is_restricted=_column(write.place) in secret, names_person=_column(write.place) in personal if _column(write.place) in known else None)
        for write in writes
    )


def _columns(grids: Iterable[Grid]) -> tuple[set[_Column], set[_Column], set[_Column]]:
    """Those shown to nobody, all that are understood, and those that hold numbers of persons."""
    secret, known, personal = set[_Column](), set[_Column](), set[_Column]()
    for found in read_book(grids).layout:
        for key, number in found.columns.items():
            column = found.sheet, number
            known.add(column)
            if (found.table, key) in _SECRET:
                secret.add(column)
            if key in NUMBERS:
                personal.add(column)
    return secret, known, personal


def _may_be_number(value: Value) -> bool:
    """Digits enough to name a person, as a number or among other signs."""
    return isinstance(value, str | int | float) and sum(sign.isdigit() for sign in str(value)) >= _FEWEST_SIGNS


def _may_be(grid: Grid, settings: Grid | None) -> bool:
    """By its name, its first rows, or a layout a person taught."""
    texts = [grid.sheet, *(raw for row in grid.values[:_HEADS] for raw in row if isinstance(raw, str))]
    taught = [] if settings is None else [raw for row in settings.values for raw in row if isinstance(raw, str) and "denunciations" in raw]
    return bool(taught) or any(_SPEAKS in glossary.fold(text) for text in texts)


def _column(place: Place) -> _Column:
    return place.sheet, place.column
