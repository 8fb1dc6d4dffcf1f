"""Spoiling a clean cell at one place: what is typed there, where the finding must stand, and what it may bring along.

A plant is an act on a `Cell`, the clean sheets to be spoiled. It is done twice: as the fault, and at its boundary, where
the same rows are touched but nothing is wrong yet. `put` is the usual one: a random row of a table gets other values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from random import Random
from typing import Any

from addin import glossary
from addin.core import catalogue
from addin.core.findings import Finding, sort_findings
from addin.core.grids import Grid
from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.tables.reading import Understood, read_book, understand
from addin.core.tables.rows.book import ROW_TYPES, FoundTable
from addin.core.tables.rows.columns import columns_of
from addin.core.tables.vocabulary import Vocabulary
from addin.jobs.check import check
from addin.jobs.opening import Opened
from tests.mutations.cell import SETTINGS, TODAY, Rows, grid_of, settings_grid, sheets

Row = dict[str, Any]
Act = Callable[..., Place]
Values = Row | Callable[[Row], Row]


class Cell:
    """The sheets of one clean cell, every row a copy; `changes` is what is done to a whole sheet besides."""

    def __init__(self, seed: int, chance: Random) -> None:
        self.seed, self.chance = seed, chance
        self.tables: dict[str, Rows] = {table: [dict(row) for row in rows] for table, rows in clean_sheets(seed).items()}
        self.settings: dict[str, Any] = dict(SETTINGS)
        self.changes: dict[str, Callable[[Grid], Grid]] = {}
        self.more: tuple[Grid, ...] = ()

    def pick(self, table: str, where: Callable[[Row], bool] | None = None) -> Row:
        """A row of a table, by chance."""
        return self.chance.choice([row for row in self.tables[table] if where is None or where(row)])

    def place(self, table: str, row: Row, key: str) -> Place:
        """The square of a key."""
        at = next(at for at, one in enumerate(self.tables[table]) if one is row)
        return Place(glossary.sheet_name(table), at + 2, column_of(table, key))

    def setting(self, name: str) -> Place:
        """The square of a setting."""
        return Place("Thiết lập", list(self.settings).index(name) + 2, 2)

    def sheet(self, table: str) -> Place:
        """A whole sheet."""
        return Place(glossary.sheet_name(table))

    def findings(self) -> tuple[Finding, ...]:
        """What the check says of the sheets as they are now."""
        return findings_of(tuple(self.grids()), is_rated=self._is_rated())

    def _is_rated(self) -> bool:
        """Whether anything a rating rests on was touched: else it is the clean cell's, of which nothing is said."""
        clean = clean_sheets(self.seed)
        touched = {table for table, rows in clean.items() if self.tables.get(table) != rows} | set(self.changes)
        return bool(touched & _RATED_BY or self.more or self.settings != dict(SETTINGS))

    def grids(self) -> Iterable[Grid]:
        """The sheets as a host reads them."""
        untouched = clean_grids(self.seed)
        yield untouched["settings"] if self.settings == dict(SETTINGS) else settings_grid(self.settings)
        clean = clean_sheets(self.seed)
        for table, rows in self.tables.items():
            is_clean = rows == clean[table] and table not in self.changes
            grid = untouched[table] if is_clean else grid_of(table, rows)
            yield self.changes[table](grid) if table in self.changes else grid
        yield from self.more


@cache
def clean_sheets(seed: int) -> dict[str, Rows]:
    """Drawn once."""
    return sheets(seed)


@cache
def clean_grids(seed: int) -> dict[str, Grid]:
    """The same objects each time, so that what was understood of a sheet is kept."""
    grids = {"settings": settings_grid(dict(SETTINGS)), **{table: grid_of(table, rows) for table, rows in clean_sheets(seed).items()}}
    _CLEAN.update({id(grid): (grid, understand(grid, ())) for grid in grids.values()})
    return grids


def findings_of(grids: tuple[Grid, ...], *, is_rated: bool) -> tuple[Finding, ...]:
    """All that `check` finds; without what only a rating shows where that was not touched."""
    book = read_book(grids, _remembered)
    opened = Opened("sổ.xlsx", Reading(book, Vocabulary(book.layout, grids)))
    return check(opened, TODAY).findings if is_rated else sort_findings([*opened.findings, *catalogue.run(opened.reading, TODAY)])


_RATED_BY = frozenset({"members", "appointments", "inspections", "tasks", "ratings", "ballot_counts", "tallies", "cell_years", "disciplines", "criteria", "criteria_points"})


_CLEAN: dict[int, tuple[Grid, Understood]] = {}


def _remembered(grid: Grid, layouts: tuple[FoundTable, ...]) -> Understood:
    """A clean sheet is recognised once; spoiled ones each time."""
    known = _CLEAN.get(id(grid))
    return known[1] if known and known[0] is grid else understand(grid, layouts)


@cache
def column_of(table: str, key: str) -> int:
    """Where a key stands on our sheets."""
    return next(at for at, column in enumerate(columns_of(ROW_TYPES[table]), 1) if column.key == key)


@dataclass(frozen=True)
class Plant:
    """`act(cell, at_edge)` spoils the cell and says where `code` must be found; `brings` are the codes it may bring along.

    Without an edge of its own the clean cell is the boundary.
    """

    code: str
    act: Act
    brings: frozenset[str] = frozenset()
    has_edge: bool = True


def put(
    code: str, table: str, key: str, fault: Values, edge: Values | None = None, *, where: Callable[[Row], bool] | None = None, brings: str = ""
) -> Plant:
    """Other values in one row; at the edge `edge`, else the row as it was."""

    def act(cell: Cell, *, at_edge: bool) -> Place:
        row = cell.pick(table, where)
        values = (edge or {}) if at_edge else fault
        row.update(values(row) if callable(values) else values)
        return cell.place(table, row, key)

    return Plant(code, act, frozenset(brings.split()), edge is not None)


def blank(code: str, table: str, key: str, *, where: Callable[[Row], bool] | None = None, brings: str = "") -> Plant:
    """A square left empty; filled in it is silent."""
    return put(code, table, key, {key: None}, where=where, brings=brings)


def scene(code: str, brings: str = "") -> Callable[[Act], Plant]:
    """A plant that needs more than one row."""
    return lambda act: Plant(code, act, frozenset(brings.split()))


def twice(code: str, table: str, key: str, *, but: Row, where: Callable[[Row], bool] | None = None, brings: str = "", fault: Row | None = None) -> Plant:
    """A row written a second time at the end; `but` makes it another record."""

    def act(cell: Cell, *, at_edge: bool) -> Place:
        again = {**cell.pick(table, where), **(but if at_edge else fault or {})}
        cell.tables[table].append(again)
        return cell.place(table, again, key)

    return Plant(code, act, frozenset(brings.split()))


def with_rows(grid: Grid, rows: Iterable[Iterable[Any]]) -> Grid:
    """The same sheet with other values."""
    return replace(grid, values=tuple(tuple(row) for row in rows))


def set_to(code: str, name: str, fault: Any, edge: Any = None, *, brings: str = "", at: str = "square") -> Plant:
    """Another value of a setting; at the edge `edge`, else the value as it was."""

    def act(cell: Cell, *, at_edge: bool) -> Place:
        place = cell.setting(name)
        if not at_edge or edge is not None:
            cell.settings[name] = edge if at_edge else fault
        return place if at == "square" else Place(place.sheet)

    return Plant(code, act, frozenset(brings.split()), edge is not None)


def blanks(code: str, table: str, *keys: str, where: Callable[[Row], bool] | None = None, brings: str = "") -> tuple[Plant, ...]:
    """Each of several squares left empty."""
    return tuple(blank(code, table, key, where=where, brings=brings) for key in keys)


def heading(code: str, table: str, fault: str, edge: str) -> Plant:
    """A column more, right of the table, under a heading nobody asked for."""

    def act(cell: Cell, *, at_edge: bool) -> Place:
        place = Place(glossary.sheet_name(table), 1, len(columns_of(ROW_TYPES[table])) + 1)
        words = edge if at_edge else fault
        cell.changes[table] = lambda grid: with_rows(grid, [(*row, words if at == 0 else "x") for at, row in enumerate(grid.values)])
        return place

    return Plant(code, act)
