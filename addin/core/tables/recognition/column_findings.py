"""What a person must settle about the headings of a table, told at their squares."""

from __future__ import annotations

from collections.abc import Mapping

from addin.core.findings import Finding
from addin.core.grids import Grid
from addin.core.places import column_letters
from addin.core.tables.recognition.column_choice import Columns, NearHeading, heading_of
from addin.core.tables.recognition.headings import HeadingBlock
from addin.core.tables.squares import faults


def findings_of(grid: Grid, block: HeadingBlock, table: str, columns: Columns) -> tuple[Finding, ...]:
    """What a person must settle about the headings, at their squares."""
    titles = {heading.column: heading.text for heading in block.headings}
    found = [
        _two_columns(grid, block.last, heading_of(table, key), {column: titles.get(column, "") for column in rivals})
        for key, rivals in columns.rivals
    ]
    return (*found, *(_near_finding(grid, block.last, item, table) for item in columns.near))


def _two_columns(grid: Grid, row: int, heading: str, columns: Mapping[int, str]) -> Finding:
    names = ", ".join(f"“{title}” (cột {column_letters(column)})" for column, title in columns.items())
    first, *others = (grid.place(row, column) for column in columns)
    message = f"Cả hai cột {names} đều có thể là “{heading}”."
    return faults.TWO_COLUMNS.at(first, message, related=tuple(others))


def _near_finding(grid: Grid, row: int, item: NearHeading, table: str) -> Finding:
    names = [f"“{heading_of(table, key)}”" for key in item.keys]
    many = ", ".join(names[:-1]) + f" hoặc {names[-1]}"
    says = f"có thể là {many if len(names) > 1 else names[0]}"
    return faults.NEAR_HEADING.at(grid.place(row, item.column), f"Cột “{item.text}” {says} nhưng chưa được dùng.")
