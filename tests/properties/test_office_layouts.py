"""Laws of recognition over invented offices' books: what an office does to a sheet's looks changes none of its rows."""

# ruff: noqa: S311 - seeded on purpose
from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from addin.core.grids import Grid, Range
from addin.core.tables.reading import read_book
from addin.core.tables.recognition.column_choice import HALVES
from addin.core.tables.recognition.shapes import base_of
from addin.core.tables.rows.book import Book, FoundTable
from addin.core.tables.rows.columns import columns_of
from addin.hosts.closed.read.reading import read_workbook
from tests.offices.workbook import make
from tests.proof import count

pytestmark = pytest.mark.proof

SEEDS = range(9000, 9000 + count(6, 60))
Facts = list[tuple[Any, ...]]


def facts_of(grids: list[Grid]) -> Facts:
    """Every value of every row, rows in their order, wherever they stand."""
    return facts_in(read_book(grids))


def facts_in(book: Book) -> Facts:
    """The same of a book."""
    return [
        (table, row.source.sheet, number, column.key, getattr(row, column.field))
        for table in sorted({found.table for found in book.layout})
        for number, row in enumerate(book.rows(table))
        for column in columns_of(type(row))
        if getattr(row, column.field) not in (None, ())
    ]


def moved(grid: Grid, place: Callable[[int, int], tuple[int, int]]) -> Grid:
    """The sheet with every square somewhere else; the order of rows or columns may change, nothing is lost."""
    squares = {
        place(row, column): value
        for row, line in enumerate(grid.values, 1)
        for column, value in enumerate(line, 1)
        if value is not None
    }
    rows = max((row for row, _ in squares), default=0)
    columns = max((column for _, column in squares), default=0)
    corners = [(place(area.first_row, area.first_column), place(area.last_row, area.last_column)) for area in grid.merged]
    return replace(
        grid,
        values=tuple(tuple(squares.get((row, column)) for column in range(1, columns + 1)) for row in range(1, rows + 1)),
        merged=tuple(Range(*first, *last) for first, last in corners),
        formulas=frozenset(place(*square) for square in grid.formulas),
        hidden_rows=frozenset(place(row, 1)[0] for row in grid.hidden_rows),
    )


def with_row(grid: Grid, at: int, *values: Any) -> Grid:
    """A row put in above row `at`."""
    shifted = moved(grid, lambda row, column: (row + (row >= at), column))
    lines = [*shifted.values, *[()] * (at - len(shifted.values))]
    lines[at - 1] = values
    return replace(shifted, values=tuple(lines))


def changed(grid: Grid, value_of: Callable[[int, int, Any], Any]) -> Grid:
    """The sheet with other values in the same squares."""
    return replace(
        grid,
        values=tuple(
            tuple(value_of(row, column, value) for column, value in enumerate(line, 1)) for row, line in enumerate(grid.values, 1)
        ),
    )


def titled(grid: Grid, found: list[FoundTable], chance: Random) -> Grid | None:
    return with_row(grid, 1, "SỔ THEO DÕI CỦA CHI BỘ") if found else None


def with_blank_column(grid: Grid, found: list[FoundTable], chance: Random) -> Grid | None:
    return moved(grid, lambda row, column: (row, column + 1)) if found else None


def with_section(grid: Grid, found: list[FoundTable], chance: Random) -> Grid | None:
    """Between two records of the only table."""
    if len(found) != 1 or found[0].last_row - found[0].first_row < 3:
        return None
    return with_row(grid, chance.randint(found[0].first_row + 1, found[0].last_row), "II. Phần tiếp theo")


def with_total(grid: Grid, found: list[FoundTable], chance: Random) -> Grid | None:
    """Right below the last record of the last table."""
    last = max((table.last_row for table in found), default=0)
    first = min((column for table in found if table.last_row == last for column in table.columns.values()), default=0)
    return with_row(grid, last + 1, *[None] * (first - 1), "Tổng cộng", 12) if last and first else None


def reordered(grid: Grid, found: list[FoundTable], chance: Random) -> Grid | None:
    """The columns of one table shuffled, where no heading is merged over several and no two columns make one value."""
    heads = {row for table in found for row in table.heading_rows}
    if len(found) != 1 or len(heads) != 1 or any(area.first_row <= max(heads) <= area.last_row for area in grid.merged):
        return None
    columns = list(found[0].columns.values())
    if len(set(columns)) != len(columns) or found[0].is_year_column or any("#" in key or "year" in key for key in found[0].columns):
        return None
    to = dict(zip(columns, chance.sample(columns, len(columns)), strict=True))
    above = min(heads)
    return moved(grid, lambda row, column: (row, to.get(column, column) if row >= above else column))


def in_capitals(grid: Grid, found: list[FoundTable], chance: Random) -> Grid | None:
    """Of a sheet with one table: beside it another's records may stand in the same row."""
    heads = set(found[0].heading_rows) if len(found) == 1 else set()
    return changed(grid, lambda row, _column, value: value.upper() if row in heads and isinstance(value, str) else value)


def decomposed(grid: Grid, found: list[FoundTable], chance: Random) -> Grid | None:
    return changed(grid, lambda _row, _column, value: unicodedata.normalize("NFD", value) if isinstance(value, str) else value)


CHANGES = [titled, with_blank_column, with_section, with_total, reordered, in_capitals, decomposed]


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    """The sheets of each invented office, what was found on them, and the facts."""
    folder = tmp_path_factory.mktemp("offices")
    found = {}
    for seed in SEEDS:
        make(seed, folder / f"{seed}.xlsx")
        grids = list(read_workbook(folder / f"{seed}.xlsx").grids)
        found[seed] = (grids, read_book(grids).layout, facts_of(grids))
    return found


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
@pytest.mark.parametrize("seed", SEEDS)
def test_looks_change_no_row(books, seed, change):
    """The same rows with a title, a blank column, a section, a total, another order, capitals, or letters taken apart."""
    grids, layout, before = books[seed]
    chance = Random(f"{seed} {change.__name__}")
    other = [change(grid, [table for table in layout if table.sheet == grid.sheet], chance) or grid for grid in grids]

    after = facts_of(other)

    assert any(one is not grid for one, grid in zip(other, grids, strict=True)) or change is reordered
    assert (set(map(repr, before)) ^ set(map(repr, after))) == set()


@pytest.mark.parametrize("seed", SEEDS)
def test_a_blanked_column_takes_only_its_own_facts_away(books, seed):
    """A column without its heading and values: no other fact is read otherwise; what is doubtful now is asked, not read."""
    grids, layout, before = books[seed]
    chance = Random(f"{seed} blanked")
    for table in layout:
        named = {key: column for key, column in table.columns.items() if _may_go(key)}
        if not named or table.is_year_column:  # there a column is a year's records
            continue
        key = chance.choice(sorted(named))
        own = _own_keys(table, named[key])
        book = read_book([changed(grid, _without(table, named[key])) if grid.sheet == table.sheet else grid for grid in grids])
        after = facts_in(book)
        is_asked = any(finding.place.sheet == table.sheet and finding.rule == "SHT103" for finding in book.unreadable)
        others = {repr(fact) for fact in before if fact[0] != table.table or fact[3] not in own}
        kept = {repr(fact) for fact in after if fact[0] != table.table or fact[3] not in own}

        assert kept <= others, (table.sheet, key)
        if any(fact[0] == table.table for fact in after) and not is_asked:
            assert kept == others, (table.sheet, key)


def _may_go(key: str) -> bool:
    """Whether the column may go: whose and which year's a row is decides whether it is one."""
    return base_of(key).partition("#")[0] not in {"full_name", "member", "year", "subject", "leader", "group"} and "." not in key


def _own_keys(table: FoundTable, column: int) -> frozenset[str]:
    """The keys read from the column; number and date of one paper are often written together."""
    keys = {HALVES.get(key, base_of(key).partition("#")[0]) for key, at in table.columns.items() if at == column}
    return frozenset(keys | {other for key in keys for other in _TOGETHER.get(key, ())})


_TOGETHER = {"birth_date": ("gender",), "starts_on": ("kind",), "ends_on": ("kind",), "decision_no": ("decision_date",), "number": ("symbol", "kind"), "symbol": ("kind",), "title": ("kind",)}


def _without(table: FoundTable, column: int) -> Callable[[int, int, Any], Any]:
    rows = {max(table.heading_rows), *range(table.first_row, table.last_row + 1)}
    return lambda row, at, value: None if at == column and row in rows else value
