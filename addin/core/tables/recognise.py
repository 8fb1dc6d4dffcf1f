"""From a sheet to its tables: which, where, in which columns, and what was doubtful about it.

A confirmed layout of "Thiết lập" wins over what the headings say. Doubt is a finding at the square.
"""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from addin import glossary
from addin.core.findings import Finding
from addin.core.grids import Grid
from addin.core.places import Place, column_letters
from addin.core.tables import faults
from addin.core.tables.book import ROW_TYPES, FoundTable
from addin.core.tables.columns import columns_of
from addin.core.tables.extent import Extent, find_extent
from addin.core.tables.headings import Choice, Heading, choose, year_in
from addin.core.tables.learned import followed
from addin.core.tables.values import as_text

_NEAR = 0.84
_HALVES = {"birth_date_male": "birth_date", "birth_date_female": "birth_date"}


@dataclass(frozen=True, slots=True)
class Recognised:
    """One table of one sheet, its rows, and what to tell about the headings."""

    table: FoundTable
    extent: Extent
    findings: tuple[Finding, ...] = ()
    near: tuple[tuple[int, str, str], ...] = ()
    rivals: tuple[tuple[str, tuple[int, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """A sheet that could be several tables."""

    grid: Grid
    choice: Choice


@dataclass(slots=True)
class SheetReading:
    """All tables of one sheet, and what stayed doubtful."""

    tables: list[Recognised] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def recognise(grid: Grid, confirmed: Iterable[FoundTable] = ()) -> SheetReading:
    """The tables of a sheet from top to bottom."""
    reading = SheetReading()
    layouts = [layout for layout in confirmed if layout.sheet == grid.sheet]
    if layouts:
        reading.tables = [_from_layout(grid, layout) for layout in layouts]
        return reading
    start = 1
    while start <= grid.row_count:
        choice = choose(grid, start)
        if choice is None:
            break
        if choice.rivals:
            reading.doubts.append(Doubt(grid, choice))
            start = choice.block.last + 1
            continue
        found = settle_choice(grid, choice)
        reading.tables.append(found)
        start = max(found.extent.last_row, choice.block.last) + 1
    return reading


def _from_layout(grid: Grid, layout: FoundTable) -> Recognised:
    """A confirmed layout, followed to where its headings stand now."""
    table, lost = followed(grid, layout)
    findings: tuple[Finding, ...] = ()
    if lost:
        names = ", ".join(f"“{glossary.header(layout.table, key)}”" for key in lost)
        message = f"Cột đã xác nhận cho {names} không còn tiêu đề như lúc lưu."
        findings = (faults.MOVED_LAYOUT.at(grid.place(table.heading_rows[-1]), message),)
    return _with_extent(grid, replace(table, year=_year(grid, table.heading_rows[0])), findings)


def settle_choice(grid: Grid, choice: Choice) -> Recognised:
    """The table a choice of headings stands for, with its rows."""
    columns, findings, rivals = _columns(grid, choice)
    block = choice.block
    unknown = tuple(
        (heading.column, heading.text)
        for heading in block.headings
        if choice.table not in heading.keys and glossary.fold(heading.text) not in glossary.ignored_headings()
    )
    near = tuple(_near_misses(choice.table, unknown, columns))
    findings += [_near_finding(grid, block.last, item, choice.table) for item in near]
    table = FoundTable(
        choice.table,
        grid.sheet,
        tuple(range(block.first, block.last + 1)),
        block.last + 1,
        block.last,
        columns,
        unknown,
        _year(grid, block.first),
        titles=_titles(choice, columns),
    )
    found = _with_extent(grid, table, tuple(findings))
    return replace(found, near=near, rivals=tuple(rivals))


def _titles(choice: Choice, columns: dict[str, int]) -> dict[str, str]:
    texts = {heading.column: heading.text for heading in choice.block.headings}
    return {key: texts[column] for key, column in columns.items()}


def _columns(grid: Grid, choice: Choice) -> tuple[dict[str, int], list[Finding], list[tuple[str, tuple[int, ...]]]]:
    """Key → column; a key with two fitting columns goes to the canonical heading, else to none."""
    fitting: dict[str, list[Heading]] = defaultdict(list)
    for heading in choice.block.headings:
        for key in heading.keys.get(choice.table, ()):
            fitting[key].append(heading)
    columns: dict[str, int] = {}
    findings: list[Finding] = []
    rivals: list[tuple[str, tuple[int, ...]]] = []
    for key, headings in fitting.items():
        if len(headings) > 1:
            alone = [item for item in headings if len(item.keys[choice.table]) == 1] or headings
            exact = [item for item in alone if glossary.fold(item.text) == glossary.fold(_heading(choice.table, key))]
            headings = exact if len(exact) == 1 else alone  # noqa: PLW2901 - narrowed on purpose
        if len(headings) == 1:
            columns[key] = headings[0].column
        else:
            findings.append(_two_columns(grid, choice, key, headings))
            rivals.append((key, tuple(item.column for item in headings)))
    return columns, findings, rivals


def _heading(table: str, key: str) -> str:
    return glossary.header(table, _HALVES.get(key, key))


def _two_columns(grid: Grid, choice: Choice, key: str, headings: list[Heading]) -> Finding:
    names = ", ".join(f"“{item.text}” (cột {column_letters(item.column)})" for item in headings)
    first, *others = (grid.place(choice.block.last, item.column) for item in headings)
    message = f"Cả hai cột {names} đều có thể là “{_heading(choice.table, key)}”."
    return faults.TWO_COLUMNS.at(first, message, related=tuple(others))


def _near_misses(table: str, unknown: tuple[tuple[int, str], ...], columns: dict[str, int]) -> Iterable[tuple[int, str, str]]:
    known = {folded: key for folded, key in glossary.headers(table).items() if _HALVES.get(key, key) not in columns}
    plain = {glossary.fold_plain(folded): key for folded, key in known.items()}
    for column, text in unknown:
        best = difflib.get_close_matches(glossary.fold_plain(text), plain, n=1, cutoff=_NEAR)
        if best:
            yield column, text, plain[best[0]]


def _near_finding(grid: Grid, row: int, item: tuple[int, str, str], table: str) -> Finding:
    column, text, key = item
    message = f"Cột “{text}” gần giống “{_heading(table, key)}” nhưng chưa được dùng."
    return faults.NEAR_HEADING.at(grid.place(row, column), message)


def _with_extent(grid: Grid, table: FoundTable, findings: tuple[Finding, ...]) -> Recognised:
    row_type = ROW_TYPES[table.table]
    required = frozenset(column.key for column in columns_of(row_type) if column.required)
    skip = frozenset(
        column
        for column, text in _heading_texts(grid, table)
        if glossary.fold(text) in glossary.ignored_headings()
    )
    extent = find_extent(grid, table.first_row, table.columns, _present(required, table), skip)
    found = list(findings)
    if extent.stray_row is not None:
        message = f"Từ dòng {extent.stray_row} còn dữ liệu nằm sau hai dòng trống, chưa được đọc."
        found.append(faults.ROWS_AFTER_GAP.at(grid.place(extent.stray_row), message))
    for key in sorted(required - _covered(table)):
        message = f"Không tìm thấy cột “{_heading(table.table, key)}”."
        found.append(faults.REQUIRED_COLUMN.at(grid.place(table.heading_rows[-1]), message))
    return Recognised(replace(table, last_row=extent.last_row), extent, tuple(found))


def _covered(table: FoundTable) -> frozenset[str]:
    covered = {_HALVES.get(key, key) for key in table.columns}
    if table.year is not None:
        covered.add("year")
    return frozenset(covered | ({"group"} if table.table == "members" else set()))


def _present(required: frozenset[str], table: FoundTable) -> frozenset[str]:
    halves = {key for key in table.columns if key in _HALVES}
    return frozenset((required | halves if len(halves) == 1 else required) & table.columns.keys())


def _heading_texts(grid: Grid, table: FoundTable) -> Iterable[tuple[int, str]]:
    for row in table.heading_rows:
        for index, raw in enumerate(grid.row(row)):
            yield index + 1, as_text(raw)


def _year(grid: Grid, heading_row: int) -> int | None:
    """From the sheet's name, else from the title rows above."""
    named = year_in(grid.sheet)
    if named is not None:
        return named
    titles = " ".join(as_text(raw) for row in range(1, heading_row) for raw in grid.row(row))
    return year_in(titles)


def doubt_finding(doubt: Doubt) -> Finding:
    """The sheet could be several tables: says which."""
    tables = (doubt.choice.table, *doubt.choice.rivals)
    names = " hoặc ".join(f"“{glossary.sheet_name(table)}”" for table in tables)
    place = Place(doubt.grid.sheet, doubt.choice.block.last)
    return faults.DOUBTFUL_SHEET.at(place, f"Sheet “{doubt.grid.sheet}” có thể là bảng {names}; chưa đọc.")
