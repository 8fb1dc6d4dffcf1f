"""Grids in, a `Book` out: recognises every sheet, reads every row, and keeps the place of every value."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from addin.core.findings import Finding, sort_findings
from addin.core.grids import Grid, Raw
from addin.core.places import Place
from addin.core.tables import faults
from addin.core.tables.book import ROW_TYPES, Book, FoundTable
from addin.core.tables.columns import Column, Kind, Row, RowSource, columns_of
from addin.core.tables.compound import split_compound
from addin.core.tables.letters import clear_grid
from addin.core.tables.recognise import Recognised, doubt_finding, recognise
from addin.core.tables.settings import Settings
from addin.core.tables.settings_sheet import SettingsSheet, is_settings, read_settings
from addin.core.tables.values import read_value

OUR_SHEETS = frozenset({"Lỗi dữ liệu", "Hướng dẫn", "Giả định"})


def read_book(grids: Iterable[Grid]) -> Book:
    """Every table of every sheet; never raises for what a sheet says."""
    sheets = [grid for grid in grids if grid.sheet not in OUR_SHEETS]
    setting_sheets = [read_settings(grid) for grid in sheets if is_settings(grid)]
    settings = setting_sheets[0] if setting_sheets else SettingsSheet(Settings(), (), ())
    rows: dict[str, list[Row]] = defaultdict(list)
    layout: list[FoundTable] = []
    found: list[Finding] = list(settings.findings)
    for original in sheets:
        if is_settings(original):
            continue
        grid, odd = clear_grid(original)
        found += odd
        reading = recognise(grid, settings.layouts)
        found += [doubt_finding(doubt) for doubt in reading.doubts]
        for table in reading.tables:
            layout.append(table.table)
            found += table.findings
            reader = _TableReader(grid, table)
            rows[table.table.table] += reader.rows()
            found += reader.problems
    if sheets and not any(table.table == "members" for table in layout):
        found.append(faults.NO_MEMBERS.at(Place(sheets[0].sheet), "Không tìm thấy danh sách đảng viên trong sổ."))
    values: dict[str, Any] = {table: tuple(items) for table, items in rows.items()}
    return Book(settings=settings.settings, layout=tuple(layout), unreadable=sort_findings(found), **values)


class _TableReader:
    """Reads the rows of one recognised table."""

    def __init__(self, grid: Grid, found: Recognised) -> None:
        self.problems: dict[Finding, None] = {}
        self._grid = grid
        self._found = found
        self._row_type = ROW_TYPES[found.table.table]
        self._columns = {column.key: column for column in columns_of(self._row_type)}
        halves = {key: number for key, number in found.table.columns.items() if key not in self._columns}
        self._places: Mapping[str, int] = MappingProxyType({**_half_places(halves), **found.table.columns})
        self._shared = _shared_columns(found.table)
        self._spread = _spread(grid, found.table)

    def rows(self) -> list[Row]:
        """Every record, unreadable values as None with a problem."""
        return [self._row(number) for number in self._found.extent.rows]

    def _row(self, number: int) -> Row:
        line = self._grid.row(number)
        values: dict[str, Any] = {}
        for key, index in self._found.table.columns.items():
            raw = line[index - 1] if index <= len(line) else None
            if raw is None:
                raw = self._spread.get((number, index))
            if raw is None:
                continue
            if index in self._shared:
                raw = self._part(raw, number, index, key)
            column = self._columns.get(key, _BIRTH)
            value = self._value(column, raw, number, index)
            if value is not None:
                values[column.field] = value
            if column is _BIRTH and value is not None:
                values.setdefault("gender", "Nam" if key == "birth_date_male" else "Nữ")
        self._fill_from_context(values, number)
        return self._row_type(source=RowSource(self._grid.sheet, number, self._places), **values)

    def _part(self, raw: Raw, row: int, index: int, key: str) -> Raw:
        part: Raw = split_compound(raw, self._shared[index], key, self._columns)
        if part is NotImplemented:
            self._tell(faults.COMPOUND.at(self._grid.place(row, index), "Ô gộp không tách được thành các phần."))
            return None
        return part

    def _value(self, column: Column, raw: Raw, row: int, index: int) -> Any:
        value, problem = read_value(column, raw, epoch_1904=self._grid.epoch_1904)
        if problem is not None:
            self._tell(problem[0].at(self._grid.place(row, index), problem[1]))
        return value

    def _tell(self, problem: Finding) -> None:
        self.problems[problem] = None

    def _fill_from_context(self, values: dict[str, Any], number: int) -> None:
        """The year of the sheet and the group of the section row, where the row is silent."""
        year, section = self._found.table.year, self._found.extent.sections.get(number)
        if "year" in self._columns and values.get("year") is None and year is not None:
            values["year"] = year
        if section and "group" in self._columns and not values.get("group"):
            values["group"] = section


def _half_places(halves: Mapping[str, int]) -> dict[str, int]:
    """Nam and Nữ columns stand for the birth date."""
    return {"birth_date": min(halves.values())} if halves else {}


_BIRTH = Column("birth_date", Kind.DATE, required=True)


def _shared_columns(table: FoundTable) -> dict[int, tuple[str, ...]]:
    """Columns that carry several keys at once."""
    keys: dict[int, list[str]] = defaultdict(list)
    for key, column in table.columns.items():
        keys[column].append(key)
    return {column: tuple(items) for column, items in keys.items() if len(items) > 1}


def _spread(grid: Grid, table: FoundTable) -> dict[tuple[int, int], Raw]:
    """Squares merged downwards speak for every row they cover ("Số quyết định" over eight members)."""
    spread: dict[tuple[int, int], Raw] = {}
    for merged in grid.merged:
        if merged.last_row < table.first_row or merged.first_row < table.first_row or merged.first_row == merged.last_row:
            continue
        value = grid.at(merged.first_row, merged.first_column)
        for row in range(merged.first_row + 1, min(merged.last_row, grid.row_count) + 1):
            spread[row, merged.first_column] = value
    return spread


def with_rows(book: Book, **tables: tuple[Row, ...]) -> Book:
    """The same book with some tables replaced: for what-if and tests."""
    changes: dict[str, Any] = dict(tables)
    return dataclasses.replace(book, **changes)
