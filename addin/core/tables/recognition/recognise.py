"""From a sheet to its tables: which, where, in which columns, and what was doubtful about it.

A confirmed layout of "Thiết lập" wins over what the headings say. Doubt is a finding at the square.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import field, replace

from addin.core.findings import Finding
from addin.core.grids import Grid
from addin.core.records import dataclass
from addin.core.tables import derived
from addin.core.tables.recognition import weights
from addin.core.tables.recognition.bands import inside, only_columns, outside, side_by_side
from addin.core.tables.recognition.below import Below
from addin.core.tables.recognition.choosing import (
    HALVES,
    Choice,
    name_bonuses,
    required_keys,
    title_text,
    year_in,
)
from addin.core.tables.recognition.column_choice import (
    NearHeading,
    choose_columns,
    heading_of,
    person_key_of,
)
from addin.core.tables.recognition.column_findings import findings_of
from addin.core.tables.recognition.doubts import Doubt
from addin.core.tables.recognition.extent import Extent, find_extent
from addin.core.tables.recognition.frame import Frame
from addin.core.tables.recognition.heading_words import tidy
from addin.core.tables.recognition.headings import block_at
from addin.core.tables.recognition.learned import added, followed, layouts_of
from addin.core.tables.recognition.remembered import choose_again
from addin.core.tables.recognition.sense import is_ignored
from addin.core.tables.recognition.shapes import base_of
from addin.core.tables.recognition.subjects import given_by_title
from addin.core.tables.recognition.titles import says_foreign
from addin.core.tables.recognition.typed_totals import typed_total
from addin.core.tables.recognition.year_columns import (
    is_only_yearly,
    ratings_of_year,
    rows_with_level,
    with_own_year,
)
from addin.core.tables.rows.book import ROW_TYPES, FoundTable
from addin.core.tables.squares import faults
from addin.core.tables.squares.values import as_text, is_blank
from addin.patterns import pattern


@dataclass(frozen=True, slots=True)
class Recognised:
    """One table of one sheet, its rows, and what to tell about the headings."""

    table: FoundTable
    extent: Extent
    findings: tuple[Finding, ...] = ()
    near: tuple[NearHeading, ...] = ()
    rivals: tuple[tuple[str, tuple[int, ...]], ...] = ()


@dataclass(slots=True)
class SheetReading:
    """All tables of one sheet, and what stayed doubtful."""

    tables: list[Recognised] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def recognise(grid: Grid, confirmed: Iterable[FoundTable] = ()) -> SheetReading:
    """The tables of a sheet from top to bottom."""
    reading = SheetReading()
    layouts = layouts_of(grid, confirmed)
    if layouts:
        reading.tables = [
            found for layout in layouts for found in _from_layout(_own_columns(grid, layout, layouts), layout)
        ]
        return reading
    start = 1
    while start <= grid.row_count:
        choice = choose_again(grid, start)
        if choice is None:
            break
        sides = side_by_side(grid, choice, start)
        if sides is not None:
            return _joined([recognise(side) for side in sides])
        if choice.rivals or choice.is_weak:
            tables = (choice.table, *choice.rivals)
            reading.doubts.append(Doubt(grid, tables, choice.block.last, choice))
            start = choice.block.last + 1
            continue
        beside = outside(grid, choice)
        found = settle_choice(grid if beside is None else inside(grid, choice), choice, start)
        reading.tables += found
        if beside is not None:
            reading.tables += recognise(beside).tables
        start = max(found[0].extent.last_row, choice.block.last) + 1
    if reading.tables:
        reading.doubts = [doubt for doubt in reading.doubts if not (doubt.choice and doubt.choice.is_weak)]
    elif not reading.doubts:
        reading.doubts = _named_only(grid)
    return reading


def _joined(sides: list[SheetReading]) -> SheetReading:
    """Tables side by side, from left to right."""
    doubts = [
        replace(doubt, beside=doubt.choice.block.headings[0].column) if doubt.choice else doubt
        for side in sides
        for doubt in side.doubts
    ]
    return SheetReading([table for side in sides for table in side.tables], doubts)


def _named_only(grid: Grid) -> list[Doubt]:
    """A sheet with the name of a table and none of its headings; "Điểm danh" is none, though "Điểm" is."""
    if says_foreign(grid.sheet):
        return []
    named = tuple(table for table, bonus in name_bonuses(grid.sheet).items() if bonus == 1 and table in ROW_TYPES)
    row = next((row for row in range(1, grid.row_count + 1) if any(not is_blank(raw) for raw in grid.row(row))), 0)
    return [Doubt(grid, named, row)] if named and row else []


def _own_columns(grid: Grid, layout: FoundTable, layouts: list[FoundTable]) -> Grid:
    """Of tables side by side each sees only its own columns."""
    if sum(other.heading_rows == layout.heading_rows for other in layouts) == 1 or not layout.columns:
        return grid
    return only_columns(grid, min(layout.columns.values()), max(layout.columns.values()))


def _from_layout(grid: Grid, layout: FoundTable) -> list[Recognised]:
    """A confirmed layout, followed to where its headings stand now; what else is recognised there is added to it."""
    table, lost = followed(grid, layout)
    findings: tuple[Finding, ...] = ()
    if lost:
        names = ", ".join(f"“{heading_of(layout.table, key)}”" for key in lost)
        message = f"Cột đã xác nhận cho {names} không còn tiêu đề như lúc lưu."
        findings = (faults.MOVED_LAYOUT.at(grid.place(table.heading_rows[-1]), message),)
    first, last = table.heading_rows[0], table.heading_rows[-1]
    block, below = block_at(grid, first, last), Below(grid, range(first, last + 1))
    more = choose_columns(block, table.table, below)
    table = added(table, more, lost)
    title = title_text(grid, 1, first)
    table = replace(
        table, year=_year(grid, table.table, 1, first), given=given_by_title(table.table, grid.sheet, title, table.columns)
    )
    open_keys = [(key, columns) for key, columns in more.rivals if key not in table.columns and not table.declined & {*columns}]
    near = [item for item in more.near if item.column not in {*table.columns.values(), *table.declined}]
    kept = {year: column for year, column in more.years.items() if column not in table.declined}
    found = replace(_with_extent(grid, table, findings, below, kept.values()), near=tuple(near), rivals=tuple(open_keys))
    return [found, *(_of_year(grid, found, year, column, more.titles) for year, column in kept.items())]


def settle_choice(grid: Grid, choice: Choice, start: int = 1) -> list[Recognised]:
    """The table a choice stands for, with its rows, and one more a column of yearly levels; titles stand from row `start`."""
    block, title = choice.block, title_text(grid, start, choice.block.first)
    year = _year(grid, choice.table, start, block.first)
    columns = with_own_year(choice.table, choice.columns, year)
    table = FoundTable(
        choice.table,
        grid.sheet,
        tuple(range(block.first, block.last + 1)),
        block.last + 1,
        block.last,
        columns.places,
        columns.unknown,
        year,
        titles=columns.titles,
        given=given_by_title(choice.table, grid.sheet, title, columns.places),
        reasons=columns.reasons,
    )
    findings = findings_of(grid, block, choice.table, columns)
    found = replace(_with_extent(grid, table, findings, choice.below, columns.years.values()), near=columns.near, rivals=columns.rivals)
    yearly = [_of_year(grid, found, of, column, columns.titles) for of, column in columns.years.items()]
    return [*(() if is_only_yearly(choice.table, columns) else (found,)), *yearly]


def _of_year(grid: Grid, found: Recognised, year: int, column: int, titles: Mapping[str, str]) -> Recognised:
    rows = rows_with_level(grid, found.extent.rows, column)
    return Recognised(ratings_of_year(found.table, year, column, titles), replace(found.extent, rows=rows))


def _with_extent(
    grid: Grid, table: FoundTable, findings: tuple[Finding, ...], below: Below | None = None, years: Collection[int] = ()
) -> Recognised:
    """`years` are columns of levels beside the table's own, which records fill as well."""
    extent = find_extent(grid, table.first_row, _frame(grid, table, below, years))
    found = list(findings)
    if extent.stray_row is not None:
        message = f"Từ dòng {extent.stray_row} còn dữ liệu nằm sau hai dòng trống, chưa được đọc."
        found.append(faults.ROWS_AFTER_GAP.at(grid.place(extent.stray_row), message))
    found += typed_total(grid, extent)
    missing = sorted(required_keys(table.table) - _covered(table) - _said_above(extent))
    found += _missing(grid, table, missing)
    return Recognised(replace(table, last_row=extent.last_row), extent, tuple(found))


def _missing(grid: Grid, table: FoundTable, keys: list[str]) -> list[Finding]:
    """Columns the sheet lacks: one remark a sheet, and only an error where nothing says whom the rows are about."""
    if not keys:
        return []
    place = grid.place(table.heading_rows[-1])
    names = ", ".join(f"“{heading_of(table.table, key)}”" for key in keys)
    if person_key_of(table.table) in keys:
        return [faults.REQUIRED_COLUMN.at(place, f"Không tìm thấy cột {names}.")]
    return [faults.LACKING_COLUMNS.at(place, f"Không tìm thấy cột {names}; việc cần đến cột này sẽ báo là chưa biết.")]


def _said_above(extent: Extent) -> frozenset[str]:
    """The keys that the section rows say of every record: "I. KIỂM TRA", "Năm 2023"."""
    rows = set(extent.rows)
    said = {"kind": extent.kinds, "year": extent.years}
    return frozenset(key for key, sections in said.items() if rows and rows <= sections.keys())


def _covered(table: FoundTable) -> frozenset[str]:
    """Keys with a column, the year where sheet or title give it; a cell without groups has no column for them."""
    covered = {HALVES.get(base_of(key), base_of(key)) for key in table.columns} | set(table.given)
    if table.year is not None:
        covered.add("year")
    covered.update(derived.followed_by(table.table, covered))
    return frozenset(covered | ({"group"} if table.table == "members" else set()))


def _frame(grid: Grid, table: FoundTable, below: Below | None, years: Collection[int] = ()) -> Frame:
    required = {table.columns[key] for key in required_keys(table.table) if key in table.columns}
    halves = [number for key, number in table.columns.items() if key in HALVES]
    below = below or Below(grid, range(table.heading_rows[0], table.heading_rows[-1] + 1))
    usual = {
        number
        for key, number in table.columns.items()
        if key not in _SELDOM and key not in HALVES and below.fill(number) >= weights.USUALLY_FILLED
    }
    usual |= {number for number in years if below.fill(number) >= weights.USUALLY_FILLED}
    numbering = frozenset(
        index
        for row in table.heading_rows
        for index, raw in enumerate(grid.row(row), start=1)
        if isinstance(raw, str) and is_ignored(raw)
    )
    heading = {tidy(raw) for row in table.heading_rows for raw in grid.row(row) if isinstance(raw, str)} - {""}
    name = table.columns.get(person_key_of(table.table))
    return Frame(
        table.table,
        frozenset({*table.columns.values(), *years}),
        tuple(sorted(required | usual | (set(halves) if len(halves) == 1 else set()))),
        numbering,
        name,
        frozenset(heading),
        frozenset(grid.row(row) for row in table.heading_rows if any(raw is not None for raw in grid.row(row))),
    )


_SELDOM = frozenset({"note", "official_on"})


def _year(grid: Grid, table: str, start: int, heading_row: int) -> int | None:
    """From the sheet's name, else from the title rows above."""
    named = year_in(grid.sheet)
    if named is not None or start == heading_row:
        return named
    rows = [" ".join(as_text(raw) for raw in grid.row(row)) for row in range(start, heading_row)]
    dated = [row for row in rows if year_in(row) is not None and not _DATED.search(row)]
    return year_in(dated[-1]) if dated else year_in(" ".join(rows)) if table == "members" else None


_DATED = pattern(r"ngày\s*\d|\d{1,2}/\d{1,2}/|ngày\s*[….]+|số\s*\d", re.IGNORECASE)
