"""Grids in, a `Book` out: recognises every sheet, reads every row, and keeps the place of every value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from addin.core.findings import Finding, sort_findings
from addin.core.grids import Grid
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.tables import our_sheets
from addin.core.tables.free_columns import with_room
from addin.core.tables.hidden_rows import hidden_rows
from addin.core.tables.member_lists import newest_lists
from addin.core.tables.partial_lists import finding_of, partial_lists
from addin.core.tables.recognition.recognise import Recognised, SheetReading, recognise
from addin.core.tables.rows.book import Book, FoundTable
from addin.core.tables.rows.columns import Row
from addin.core.tables.settings_sheet import SettingsSheet, read_settings, settings_of
from addin.core.tables.squares import faults
from addin.core.tables.squares.letters import clear_grid
from addin.core.tables.squares.values import ReadValues, clean
from addin.core.tables.table_reader import read_rows
from addin.kept_texts import Hold

OUR_SHEETS = our_sheets.NAMES


@dataclass(frozen=True, slots=True)
class Understood:
    """One sheet in clear letters, what was odd about its letters, and its tables."""

    grid: Grid
    odd: tuple[Finding, ...]
    reading: SheetReading


Understand = Callable[[Grid, tuple[FoundTable, ...]], Understood]


def understand(original: Grid, layouts: tuple[FoundTable, ...]) -> Understood:
    """What one sheet holds; follows from the sheet and the confirmed layouts alone."""
    grid, odd = clear_grid(original)
    return Understood(grid, tuple(odd), recognise(grid, layouts))


def read_book(grids: Iterable[Grid], understand: Understand = understand) -> Book:
    """Every table of every sheet; never raises for what a sheet says. `understand` may remember sheets it has met."""
    texts, read_values = Hold(), ReadValues()
    sheets = [grid for grid in grids if grid.sheet not in OUR_SHEETS]
    settings_sheet = settings_of(sheets)
    settings = read_settings(settings_sheet) if settings_sheet else SettingsSheet()
    rows: dict[str, list[Row]] = defaultdict(list)
    layout: list[FoundTable] = []
    found: list[Finding] = [*settings.findings, *_lost_sheets(sheets, settings)]
    read = [one for one in sheets if one is not settings_sheet and clean(one.sheet) not in settings.ignored]
    for sheet in _of_all_sheets([understand(original, settings.layouts) for original in read], found):
        found += _within(sheet.odd, sheet.reading)
        found += [doubt.finding for doubt in sheet.reading.doubts]
        for table in sheet.reading.tables:
            layout.append(with_room(sheet.grid, table.table))
            found += table.findings
            found += hidden_rows(sheet.grid, table)
            rows[table.table.table] += read_rows(sheet.grid, table, found, read_values)
    if sheets and not any(table.table == "members" for table in layout):
        found.append(faults.NO_MEMBERS.at(Place(sheets[0].sheet), "Không tìm thấy danh sách đảng viên trong sổ."))
    if rows["members"]:
        rows["members"], older = newest_lists(rows["members"], layout)
        found += older
    values: dict[str, Any] = {table: tuple(items) for table, items in rows.items()}
    name = settings_sheet.sheet if settings_sheet else None
    return Book(settings=settings.settings, settings_sheet=name, layout=tuple(layout), unreadable=sort_findings(found), said_none=frozenset(read_values.said_none), texts=texts, **values)


def _of_all_sheets(sheets: list[Understood], problems: list[Finding]) -> list[Understood]:
    """The sheets without lists of some members, each told: what no sheet shows alone."""
    held = [(sheet.grid, table) for sheet in sheets for table in sheet.reading.tables]
    partial = [held[at] for at in sorted(partial_lists(held))]
    problems += map(finding_of, partial)
    dropped = [table for _grid, table in partial]
    return [_without(sheet, dropped) for sheet in sheets] if dropped else sheets


def _without(sheet: Understood, dropped: list[Recognised]) -> Understood:
    tables = [table for table in sheet.reading.tables if not any(table is one for one in dropped)]
    return sheet if len(tables) == len(sheet.reading.tables) else replace(sheet, reading=replace(sheet.reading, tables=tables))


def _within(odd: Iterable[Finding], reading: SheetReading) -> list[Finding]:
    """Odd letters matter in the tables and their headings, not in titles, notes and sheets that are not ours.

    A column in an old encoding is told at its first square, which may be the title.
    """
    spans = [(found.table.heading_rows[0], found.table.last_row) for found in reading.tables]
    return [
        item
        for item in odd
        if spans and (item.rule == faults.LEGACY_FONT.code or any(first <= item.place.row <= last for first, last in spans))
    ]


def _lost_sheets(sheets: list[Grid], settings: SettingsSheet) -> list[Finding]:
    """Layouts of sheets that were renamed or taken out."""
    there = {clean(grid.sheet) for grid in sheets}
    return [
        faults.MOVED_LAYOUT.at(place, f"Bố cục đã lưu cho sheet “{sheet}” nhưng sổ không có sheet này.")
        for sheet, place in settings.places.items()
        if clean(sheet) not in there
    ]

